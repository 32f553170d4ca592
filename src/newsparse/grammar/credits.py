"""Credits at a story's end: who else reported, who edited, whose initials sign it off."""

from __future__ import annotations

import re
from functools import cache

from attrs import evolve, frozen

from newsparse.grammar.byline import is_agency, read_byline
from newsparse.grammar.bylines.cjk_words import reads_cjk
from newsparse.grammar.bylines.words import Phrase, key_of, words
from newsparse.model import Contributor
from newsparse.text import holds_any, shortest
from newsparse.vocabulary import ContributorKind, Role

__all__ = ["MAX_CHARS", "Credit", "closing_credit", "read_credit"]

MAX_CHARS = 500
"""A longer block is a paragraph of the story; the longest credit seen has 420 characters."""
# The longest sign-off seen names two writers, a picture agency and a date in 65 characters.
_SIGN_OFF = 70
# A sentence ends behind a small letter or a bracket; "N.H. Associated Press" and "O. Gil" go on.
_SENTENCE = re.compile(r"(?<=[^\W\dA-Z_][^\W\dA-Z_])\.\s+(?=[^\W\da-z_])")  # "from New York. Doe"; not "N.H. Doe"
_CONTACT = re.compile(r"[\w.+-]{1,64}@[\w-][\w.-]{1,80}|(?<![\w.])@\w{2,30}")  # "jdoe@example.com", "@jdoe"; not "a @ b"
_FIRST = re.compile(r"[\W_]{0,4}([^\s/:;,]{1,40})")
_CLOSING = frozenset("）)】")
_ENDED = frozenset('.!?…"”“»’')
_BRACKETS = re.compile(r"[（(【]([^（）()【】]{2,60})[）)】]\s*$")  # "（记者宋晨、田中全）"; not "(see page 2"


@frozen
class Credit:
    """What a block of credits says."""

    contributors: tuple[Contributor, ...]
    """Those it credits, spans in the block's text."""
    sure: bool
    """Whether a label says so; a sign-off is told by its form alone."""
    contact: bool = False
    """Whether it only says how to reach somebody."""


@cache
def _verbs() -> tuple[str, ...]:
    """Return the phrases that stand behind those they credit."""
    acts = {Phrase.CONTRIBUTED, Phrase.REPORTED, Phrase.REACHED}
    found = {" ".join((key, *entry.rest)) for key, entries in words().phrases.items() for entry in entries if entry.act in acts}
    return shortest(found)  # "contributed" is in each of the longer ones


def read_credit(text: str, *, signs: bool = True) -> Credit | None:
    """Return what a block at a story's end credits, or `None` when it is no credit.

    `signs` says whether the block may be a sign-off, which is told by its form alone and is dear to tell.

    >>> credit = read_credit("(Reporting by Jane Doe in Beirut; Editing by Max Moe)")
    >>> [(c.name, c.roles[0].value, c.place) for c in credit.contributors]
    [('Jane Doe', 'contributor', 'Beirut'), ('Max Moe', 'editor', None)]
    >>> read_credit("The rebels entered the city at dawn.") is None
    True
    """
    text = text.rstrip()
    if not 1 < len(text) <= MAX_CHARS:
        return None
    low = text.lower()
    if holds_any(low, _verbs()):
        return _contact(text) or _sentences(text)
    if _labelled(text) or reads_cjk(text):
        credited = _credited(text, 0)
        # "Photo by Jane Doe" is a picture's
        if not credited or all(person.roles == (Role.PHOTOGRAPHER,) for person in credited):
            return None
        return Credit(credited, sure=True)
    if text[0] == "(" and text[-1] == ")" and (credited := _bracketed(text)):
        return Credit(credited, sure=True)
    return _sign_off(text) if signs and len(text) <= _SIGN_OFF else None


def _bracketed(text: str) -> tuple[Contributor, ...]:
    """Return those credited in brackets that a byline's lead opens: "(Rédigé par Jane Doe; édité par Max Moe)".

    Who wrote the copy is a contributor there, as behind "Reporting by"; one who wrote it alone is its author.
    """
    line = read_byline(text)
    if line is None or all(Role.AUTHOR in person.roles for person in line.contributors):
        return ()
    return tuple(evolve(person, roles=(Role.CONTRIBUTOR,)) if person.roles == (Role.AUTHOR,) else person for person in line.contributors)


def _labelled(text: str) -> bool:
    """Whether a block opens with a label; a lead alone ("By") is a byline."""
    first = _FIRST.match(text)
    return first is not None and any(entry.act == Phrase.LABEL for entry in words().phrases.get(key_of(first[1]), ()))


def _credited(text: str, offset: int) -> tuple[Contributor, ...]:
    """Return those that a piece of a block credits, spans moved by `offset`."""
    line = read_byline(text)
    if line is None or (line.contributors[0].name == text and line.contributors[0].kind is ContributorKind.PERSON):
        return ()  # "松本人志", which may be a tag
    if all(Role.AUTHOR in person.roles for person in line.contributors) and not reads_cjk(text):
        return ()
    return tuple(person.moved(offset) for person in line.contributors)


def _sentences(text: str) -> Credit | None:
    """Return the credits of one or more sentences, each of which must be one: prose among them makes it none."""
    people: list[Contributor] = []
    start = 0
    for end in (*(match.start() + 1 for match in _SENTENCE.finditer(text)), len(text)):
        sentence = text[start:end]
        lead = len(sentence) - len(sentence.lstrip())
        found = _credited(sentence.strip(), start + lead)
        if not found:
            return None
        people.extend(found)
        start = end
    return Credit(tuple(people), sure=True) if people else None


def _contact(text: str) -> Credit | None:
    """Return whom "… can be reached at …" is about."""
    stops = [match.start() for entry in _reached() if (match := re.search(rf"\b{re.escape(entry)}\b", text)) is not None]
    if not stops:
        return None
    line = read_byline(text[: min(stops)].strip(" —–-"), named=True)
    contact = tuple(match[0].rstrip(".") for match in _CONTACT.finditer(text, min(stops)))
    if line is None or not contact:
        return None
    return Credit(tuple(evolve(person, roles=(), contact=contact, span=None) for person in line.contributors[:1]), sure=True, contact=True)


@cache
def _reached() -> tuple[str, ...]:
    """Return the phrases that stand between somebody and an address."""
    return tuple(
        " ".join((key, *entry.rest)) for key, entries in words().phrases.items() for entry in entries if entry.act == Phrase.REACHED
    )


def _sign_off(text: str) -> Credit | None:
    """Return the initials, agencies or desk that a short closing line is."""
    line = read_byline(text)
    if line is None or len(line.contributors) > 4:
        return None
    if len(text) > 2 and text.isupper() and text.isalpha() and not is_agency(text):
        return None  # "GDP" is a tag, "MA" signs
    for person in line.contributors:
        if person.kind is ContributorKind.PERSON:
            return None
        if person.kind is ContributorKind.ORGANIZATION and not is_agency(person.name) and Role.AUTHOR in person.roles:
            return None
        if person.kind in {ContributorKind.COLLECTIVE, ContributorKind.PSEUDONYM} or (
            " " in person.name and key_of(person.name) in words().phrases
        ):
            return None
    return Credit(line.contributors, sure=False)


def closing_credit(text: str) -> tuple[Contributor, ...]:
    """Return those credited in brackets at a paragraph's end: "（记者宋晨、田中全）", "(dpa/hzi)".

    Japanese names may stand there alone, behind the last stop: "…再開した。（佐々木健）".
    Outside China and Japan a sentence ends before the bracket, and an agency is among them, and nobody but agencies and initials.
    """
    tail = text[-70:]
    match = _BRACKETS.search(tail)
    if match is None:
        return ()
    offset = max(0, len(text) - 70)
    if reads_cjk(match[1]):
        line = read_byline(match[1])
        if line is None and tail[: match.start()].rstrip().endswith("。"):
            line = read_byline(match[0].rstrip())
            return tuple(person.moved(offset + match.start()) for person in line.contributors) if line is not None else ()
        people = line.contributors if line is not None else ()
    elif tail[: match.start()].rstrip()[-1:] not in _ENDED:
        people = ()
    else:
        credit = _sign_off(match[1])
        people = credit.contributors if credit is not None and any(is_agency(person.name) for person in credit.contributors) else ()
    if all(person.roles == (Role.PHOTOGRAPHER,) for person in people):  # "（圖／記者林志明攝）" is a picture's
        return ()
    return tuple(person.moved(offset + match.start(1)) for person in people)
