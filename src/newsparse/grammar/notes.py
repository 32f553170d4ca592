"""What a line about the story says it is: a correction, an editor's note, an author's biography, where it appeared first."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from newsparse.grammar.places import agency_of
from newsparse.lexicon import section
from newsparse.text import straight
from newsparse.vocabulary import NoteKind

__all__ = ["CLEAR", "DOUBTFUL", "LIKELY", "NoteLine", "person_note", "phrased_note", "read_note", "signed_rights"]

# A line that says what it is by its first words or its label leaves no doubt.
CLEAR = 0.99
# By a phrase inside it, or by words that stories use as well.
LIKELY = 0.8
DOUBTFUL = 0.5

# Notes longer than this are stories about themselves; the longest of the development pages has 700 characters.
_MAX_CHARS = 1000
_MAX_PHRASED = 450
# Labels that announce nothing but a name: "Source: Reuters", "In partnership with Acme".
_MAX_NAMED = 90
_MAX_ORIGIN = 200
_MAX_UPDATE = 160
_MIN_BIO = 60
_MIN_SAID = 20
_MIN_SENTENCE = 24
_LEAD = " ([{*_—–-•【（［〔\"'“„«‹>#"
# behind a label: "Correction:", "CORRECTION (Dec. 5):", "Update, 10 p.m. —", "[UPDATED: Oct. 3]"; not "Corrections officers said"
_AFTER_LABEL = re.compile(r"\s*(?:[:：\])】）］〕.]|[—–-](?=\s))")
_DATED_LABEL = re.compile(r"[\s,(\[（]{1,3}[^:：\])\n—–]{0,40}\d[^:：\])\n—–]{0,30}[:：\])—–]")
_OPENED_BY_LABEL = frozenset({NoteKind.DISCLOSURE, NoteKind.ORIGIN})
# a label alone on its line heads the note below, or is all there is of it; others are buttons ("Update", "Contact")
_HEADED = frozenset({NoteKind.CORRECTION, NoteKind.CLARIFICATION, NoteKind.EDITORS_NOTE, NoteKind.AUTHOR_BIO, NoteKind.DISCLAIMER})
_ALONE = _HEADED | {NoteKind.DISCLOSURE}
# kinds whose opening words are also buttons and crossheads: "Got a tip?", "Everything we recommend"
_SENTENCES = frozenset({NoteKind.CONTACT, NoteKind.DISCLOSURE})
# "© 2023 The Courier"; not a picture's credit, "© AFP"
_RIGHTS = re.compile(r"(?:©|\(c\)|copyright)[^\d\n]{0,60}\d{4}", re.IGNORECASE)
_MAX_SIGNED = 60
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_BOUND = 3  # characters of a phrase by which it is looked up


class NoteLine(NamedTuple):
    """What a line is, and how sure that is."""

    kind: NoteKind
    """What it says it is."""
    confidence: float
    """`CLEAR`, `LIKELY` or `DOUBTFUL`, as a number."""
    heading: bool = False
    """Whether the line is the label alone, and the note stands in the next one."""


def _folded(text: str) -> str:
    """Return text as phrases are compared: no case, plain quotes."""
    return text.lower() if text.isascii() else straight(text).casefold()


@cache
def _index(part: str) -> dict[str, tuple[tuple[str, NoteKind], ...]]:
    """Return the phrases of one part of the lexicon by their first characters, the longest first."""
    index: dict[str, list[tuple[str, NoteKind]]] = {}
    for words in section("notes").values():
        for kind, phrases in words.get(part, {}).items():
            for phrase in phrases:
                folded = _folded(phrase)
                index.setdefault(folded[:_BOUND], []).append((folded, NoteKind(kind)))
    return {head: tuple(sorted(set(found), key=lambda entry: (-len(entry[0]), entry))) for head, found in index.items()}


@cache
def _words(part: str) -> frozenset[str]:
    """Return the words of a plain list in every language."""
    return frozenset(_folded(word) for words in section("notes").values() for word in words.get(part, ()))


class _Openings(NamedTuple):
    """The phrases that begin with the same characters."""

    labels: tuple[tuple[str, NoteKind], ...]
    openers: tuple[tuple[str, NoteKind], ...]
    all: tuple[str, ...]


@cache
def _openings() -> dict[str, _Openings]:
    """Return labels and openers by their first characters."""
    labels, openers = _index("labels"), _index("openers")
    found = {}
    for head in labels.keys() | openers.keys():
        own = labels.get(head, ()), openers.get(head, ())
        found[head] = _Openings(*own, tuple(phrase for part in own for phrase, _ in part))
    return found


class _Phrases(NamedTuple):
    """The phrases that make a note of any line that holds them."""

    by_word: dict[str, tuple[tuple[str, NoteKind], ...]]
    """By a word of theirs that is not the last, to which a stop may be glued."""
    triggers: frozenset[str]
    """Those words."""
    single: tuple[tuple[str, NoteKind], ...]
    """Those of one word, and those of scripts without spaces."""


@cache
def _phrases() -> _Phrases:
    """Return the phrases by which they are looked up."""
    by_word: dict[str, list[tuple[str, NoteKind]]] = {}
    single = []
    for phrase, kind in sorted({entry for entries in _index("phrases").values() for entry in entries}):
        inner = [word.strip(",.") for word in phrase.split(" ")[:-1] if word.isalpha()]
        if inner:
            by_word.setdefault(max(inner, key=len), []).append((phrase, kind))
        else:
            single.append((phrase, kind))
    return _Phrases({word: tuple(found) for word, found in by_word.items()}, frozenset(by_word), tuple(single))


def read_note(text: str) -> NoteLine | None:
    """Return what a line about the story is, or `None` for a line of the story or of the page.

    >>> read_note("Correction: An earlier version misstated the date.").kind
    <NoteKind.CORRECTION: 'correction'>
    >>> read_note("Corrections officers said the inmate had escaped.") is None
    True
    """
    if len(text) > _MAX_CHARS:
        return None
    start = text[:80].lstrip(_LEAD) if text[:1] in _LEAD else text[:80]
    openings = _openings()
    short = _folded(start[:_BOUND])
    if short not in openings and short[:-1] not in openings and text[:1] != "(":
        return None  # nearly all
    head = _folded(start)
    if text[0] == "(" and (advisory := _advisory(head)):
        return advisory
    for one in (short, short[:-1]):
        if one not in openings or not head.startswith(openings[one].all):
            continue
        if found := _labelled(head, len(text), openings[one].labels):
            return found
        for phrase, kind in openings[one].openers:
            if head.startswith(phrase) and (kind not in _SENTENCES or len(text) > _MIN_SENTENCE):
                return NoteLine(kind, LIKELY if kind in {NoteKind.EDITORS_NOTE, NoteKind.CONTACT, NoteKind.AUTHOR_BIO} else CLEAR)
    return None


def phrased_note(text: str) -> NoteLine | None:
    """Return what a short line is by a phrase that it holds; for lines at the story's edges.

    >>> phrased_note("Jane Doe can be reached at jane@example.org.").kind
    <NoteKind.CONTACT: 'contact'>
    """
    if len(text) > _MAX_PHRASED:
        return None
    found = _phrase_in(_folded(text))
    if text[:1] in "©(cC" and _RIGHTS.match(text):
        return NoteLine(NoteKind.RIGHTS, CLEAR if found is NoteKind.RIGHTS else LIKELY)
    return NoteLine(found, LIKELY) if found is not None else None


def signed_rights(text: str) -> str | None:
    """Return the agency whose line of rights a short line is, by its full name; `None` for other lines.

    >>> signed_rights("© dpa-infocom, dpa:241105-99-1"), signed_rights("© 2024 The Courier")
    ('Deutsche Presse-Agentur', None)
    """
    if "©" not in text[:2] or len(text) > _MAX_SIGNED:
        return None
    found = _FIRST_WORD.search(text)
    return agency_of(found[0]) if found is not None else None


def _phrase_in(folded: str) -> NoteKind | None:
    """Return the kind of the first phrase in a folded line, or `None`."""
    by_word, triggers, single = _phrases()
    words = folded.split()
    for word in sorted(triggers.intersection(words), key=words.index):
        for phrase, kind in by_word[word]:
            if phrase in folded:
                return kind
    if folded.isascii():
        return None
    return next((kind for phrase, kind in single if phrase in folded), None)


def _labelled(head: str, length: int, labels: Iterable[tuple[str, NoteKind]]) -> NoteLine | None:
    """Return what the label says that a line begins with."""
    for label, kind in labels:
        if not head.startswith(label):
            continue
        rest = head[len(label) :]
        if not rest.strip(" :："):
            return NoteLine(kind, LIKELY, heading=kind in _HEADED) if kind in _ALONE else None
        if rest[0].isalnum() and label[-1].isalnum() and label[-1] < "\u2e80":
            continue
        if _AFTER_LABEL.match(rest) or _DATED_LABEL.match(rest):
            return _weighed(kind, label, rest, length)
        if kind in _OPENED_BY_LABEL and " " in label and length <= _MAX_NAMED:
            return NoteLine(kind, LIKELY)
    return None


def _weighed(kind: NoteKind, label: str, rest: str, length: int) -> NoteLine | None:
    """Return how sure a labelled line is: some labels also open news, bylines and credits."""
    if kind is NoteKind.AUTHOR_BIO:
        return NoteLine(kind, LIKELY) if length > _MIN_BIO else None
    if kind is NoteKind.ORIGIN:
        limit = _MAX_ORIGIN if " " in label else _MAX_NAMED
        sure = LIKELY if " " in label else DOUBTFUL  # "Source:" also credits pictures
        return NoteLine(kind, sure) if length <= limit and not rest.startswith(".") else None
    if rest.startswith("."):
        return NoteLine(kind, LIKELY) if kind in {NoteKind.CORRECTION, NoteKind.CLARIFICATION} else None
    if kind is NoteKind.UPDATE:
        if sum(map(str.isalpha, rest)) < _MIN_SAID:  # a date line: "Updated: 5 Dec 2024, 10:30 GMT"
            return None
        return NoteLine(kind, CLEAR if length <= _MAX_UPDATE and not rest.lstrip().startswith("-") else DOUBTFUL)
    return NoteLine(kind, CLEAR)


def _advisory(head: str) -> NoteLine | None:
    """Return an agency's note to its customers: "(Adds prime minister's reaction in paragraph 3)"."""
    word = head.partition(" ")[0].rstrip(":,")
    return (
        NoteLine(NoteKind.ADVISORY, CLEAR)
        if (word in _words("advisory") and head.rstrip()[-1:] in {")", "…"}) or word in {"eds", "embargoed"}
        else None
    )


_FIRST_NAME = 32  # where the space behind a first name stands at the latest
_NAME = re.compile(r"[^\W\d_][\w.'’\-]{0,30}(?: [^\W\d_][\w.'’\-]{0,30}){1,4}?(?=,? (?:[a-zà-ÿа-яё]|—|–|@))")


def person_note(text: str, names: Iterable[str]) -> tuple[NoteLine, str | None] | None:
    """Return the biography of one of the story's authors, and the author's name where it is one of `names`.

    >>> person_note("Jane Doe is a politics reporter for the Courier.", ["Jane Doe"])
    (NoteLine(kind=<NoteKind.AUTHOR_BIO: 'author_bio'>, confidence=0.99, heading=False), 'Jane Doe')
    """
    if len(text) > _MAX_CHARS:
        return None
    start = text.lstrip(_LEAD) if text[:1] in _LEAD else text
    if not start[:1].isupper():
        return None
    for name in names:
        if (start.startswith(name) or (name.isupper() and start[: len(name)].upper() == name)) and (verb := _says_who(start[len(name) :])):
            return NoteLine(NoteKind.AUTHOR_BIO, CLEAR if verb > 1 else LIKELY), name
    second = start.find(" ", 1, _FIRST_NAME) + 1
    if len(text) > _MAX_PHRASED or not second or start[second : second + 1].islower():  # asked first, for most lines go on in small letters
        return None
    found = _NAME.match(start)
    if found and found[0].istitle() and not found[0].startswith("The ") and _says_who(start[found.end() :]) > 1:
        return NoteLine(NoteKind.AUTHOR_BIO, DOUBTFUL), None
    return None


def _says_who(rest: str) -> int:
    """Return how plainly what follows a name says who its bearer is: 2 with a calling, 1 without, 0 not at all."""
    rest = _folded(rest[:160]).lstrip(" ,")
    verbs = _words("is")
    first = rest.split(" ", 2)
    if first[0] not in verbs and " ".join(first[:2]) not in verbs:
        return 0
    callings = set(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)?", rest)) & _words("roles")
    return 2 if callings else 1
