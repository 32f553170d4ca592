"""Names in lines that are no byline's by their grammar: behind a lead, between marks, glued to other words."""

from __future__ import annotations

import re

from attrs import evolve

from newsparse.grammar.byline import is_bare_name, is_label, read_byline
from newsparse.grammar.bylines.words import Phrase, key_of, words
from newsparse.grammar.names import is_particle, kind_of
from newsparse.grammar.timestamp import find_timestamps
from newsparse.model import Byline, Contributor, Span
from newsparse.vocabulary import ContributorKind

__all__ = [
    "TEAMS",
    "behind_date",
    "behind_lead",
    "ends_of_name",
    "is_shaped",
    "lead_end",
    "named",
    "piece_of",
    "team_of",
    "unglued",
    "without_numbers",
]

# What parts the pieces of a line under a headline: "3 May 2024 · Jane Doe", "8:15/Jane Doe"; not "Jane Doe-Roe", "and/or".
_SEPARATOR = re.compile(r"\s*[|•·⋅∙]\s*|\s+[-–—/]\s+|/(?=[^\W\d_a-z][^\W\d_]{1,20} [^\W\d_a-z])")
_END = re.compile(r"\s*[|•·⋅∙,(;:]|\s[-–—/]\s|\s\d")  # "the Harbour Team 2–3 minutes"; not "3i Global"
_WORD = re.compile(r"\S+")
# A lead has at most so many words, a name so many and so many characters; a shorter one has nothing glued to it.
_LEAD_WORDS, _LEAD_CHARS, _NAME_WORDS, _NAME_CHARS, _WHOLE = 4, 40, 8, 60, 12
_GLUED_NUMBER = re.compile(r"(?<=[^\W\d_]{2})\d{1,2}$")  # "Jane Doe3 minute read"; not "Studio 54"
_JOINT = re.compile(r"[^\W\d_][a-zß-öø-ÿ]{2}[A-ZÀ-ÖØ-Þ]")  # "DoeDecember"; not "McDonald"
# What stands between a date and a name.
_BETWEEN = " ,;|·•-–—"
# A full name has fewer words beside initials and particles.
_FULL_WORDS = 4
_LINKING = frozenset(("the", "and", "&"))
# Browsers for terminals number the links of a page and the notes of a text: "By[135] Jane Doe", "Jane Doe^0"; not "[M]", "E=mc^2"
_LINK_NUMBER = re.compile(r"\[\d{1,4}\]|(?<=[^\W\d_]{2})\^\d(?!\w)")
TEAMS = frozenset((ContributorKind.DESK, ContributorKind.COLLECTIVE))
"""Kinds of those who are several and have one name."""


def without_numbers(text: str) -> str:
    """Return a text with blanks for the numbers of its links and notes; the same text where it has none.

    >>> without_numbers("By[135] Jane Doe^1")
    'By      Jane Doe  '
    """
    if "[" not in text and "^" not in text:
        return text
    return _LINK_NUMBER.sub(lambda match: " " * len(match[0]), text)


def lead_end(plain: str, at: int = 0) -> int:
    """Return the offset behind the longest lead that opens `plain[at:]`; `at` where none does.

    >>> lead_end("Written by: The Harbour Team")
    12
    """
    first = _WORD.search(plain, at, at + _LEAD_CHARS)
    entries = words().phrases.get(key_of(first[0].rstrip(":")), ()) if first is not None else ()
    leads = [entry for entry in entries if entry.act == Phrase.LEAD]
    if not leads:  # nearly all lines: the other words are not read
        return at
    parts = list(_WORD.finditer(plain, at, at + _LEAD_CHARS))[: _LEAD_WORDS + 1]
    keys = [key_of(part[0].rstrip(":")) for part in parts]
    found = at
    for entry in leads:
        last = len(entry.rest)
        if tuple(keys[1 : last + 1]) == entry.rest and (not entry.colon or ":" in plain[: parts[last].end() + 2]):
            found = max(found, parts[last].end())
    while found > at and found < len(plain) and plain[found] in " :·•|/—–-":
        found += 1
    return found


def behind_lead(plain: str, at: int) -> int:
    """Return the offset behind what stands at `at`, behind a lead, as a name: a house, a team, a handle; `at` for none."""
    end = ends_of_name(plain, at)
    if end <= at < len(plain) and " " not in plain[at:]:
        return len(plain)  # a handle
    return end


def ends_of_name(plain: str, at: int) -> int:
    """Return the offset behind the words from `at` on that may be a name; `at` for none.

    A mark, a number or a word in small letters ends it.

    >>> text = "Dec. 19 · Jane Doe on behalf of the sailors"
    >>> text[10:ends_of_name(text, 10)]
    'Jane Doe'
    >>> ends_of_name("The Lenn Bridge Users And Neighbours Society Of Great Britain", 0)
    0
    """
    stop = _END.search(plain, at + 1)
    limit = min(stop.start() if stop else len(plain), at + _NAME_CHARS)
    last = at
    for count, match in enumerate(_WORD.finditer(plain, at, limit)):
        word = match[0]
        if count == _NAME_WORDS:
            return at
        if not word[0].islower() and any(char.isalpha() for char in word):
            last = match.end()
        elif not is_particle(word) and word.lower() not in _LINKING:
            break
    return last


def piece_of(plain: str, at: int) -> tuple[int, int] | None:
    """Return where in a line of several pieces the first stands that is a name, or `None`.

    >>> text = "3 May 2024 · 4 min · Jane Doe"
    >>> text[slice(*piece_of(text, 0))]
    'Jane Doe'
    """
    marks = list(_SEPARATOR.finditer(plain, at))
    if not marks:
        return None
    for match in (*marks, None):
        end = match.start() if match else len(plain)
        stop = ends_of_name(plain[:end], at)
        name = plain[at:stop]
        label = plain[stop:end].lstrip().startswith(":")
        if not label and 1 < len(name.split()) < 5 and is_bare_name(name) and not is_label(name):
            return at, stop
        at = match.end() if match else end
    return None


def behind_date(plain: str) -> tuple[int, int] | None:
    """Return where a name stands that is all of a line behind its date, or `None`.

    >>> text = "28 April 2024, 14:26, Jane Doe"
    >>> text[slice(*behind_date(text))]
    'Jane Doe'
    """
    at = max([found.end for found in find_timestamps(plain)], default=0)
    while 0 < at < len(plain) and plain[at] in _BETWEEN:
        at += 1
    name = plain[at:]
    return (at, len(plain)) if at and 1 < len(name.split()) < 5 and is_bare_name(name) and not is_label(name) else None


def team_of(plain: str, at: int) -> tuple[int, int] | None:
    """Return where a team or a desk stands that is the whole line, or `None`: "The Harbour Team"."""
    end = ends_of_name(plain, at)
    parts = plain[at:end].split()
    return (at, end) if end == len(plain) and 1 < len(parts) < 6 and kind_of(parts) in TEAMS else None


def is_shaped(name: str) -> bool:
    """Return whether a name has the shape of a person's full name: two or three words and what stands between them, none of them two.

    >>> is_shaped("Joris van der Veen"), is_shaped("Best Small Harbour Houses"), is_shaped("Harbour ActionsPlatform")
    (True, False, False)
    """
    parts = name.partition(",")[0].split()
    full = [part for part in parts if not is_particle(part) and len(part.rstrip(".")) > 1]
    return (
        0 < len(full) < _FULL_WORDS
        and len(parts) > 1
        and not any(part.islower() or kind_of([part]) is ContributorKind.PSEUDONYM for part in full)
    )


def named(name: str) -> tuple[Contributor, ...]:
    """Return whom a name is, its spans in the name: somebody the grammar knows, else what its words say."""
    line = read_byline(name, named=True)
    whole = Span(0, len(name))
    if line is not None:
        return tuple(person if person.span is not None else evolve(person, span=whole) for person in line.authors)
    return (Contributor(name, kind=kind_of(name.split()), span=whole),)


def unglued(line: Byline, text: str) -> Byline:
    """Return a line without what a dump glued to its names, where the text has the names alone too.

    "Jane Doe Harbour Times", "Jane DoePublished": another line says "Jane Doe is a writer …".
    The spans of the line are those of the text.
    """
    people = tuple(_without_number(person) for person in line.contributors)
    if people != line.contributors:
        line = evolve(line, contributors=people)
    if len(people) > 2 or all(len(person.name) < _WHOLE for person in people):
        return line
    return evolve(line, contributors=tuple(_cut(person, text) for person in people))


def _without_number(person: Contributor) -> Contributor:
    """Return somebody without a number glued to a name of several words: a reading time, a note's mark."""
    match = _GLUED_NUMBER.search(person.name)
    if match is None or " " not in person.name or person.span is None:
        return person
    cut = len(person.name) - match.start()
    return evolve(person, name=person.name[: match.start()], span=Span(person.span.start, person.span.end - cut))


def _cut(person: Contributor, text: str) -> Contributor:
    """Return somebody whose name ends where it does elsewhere."""
    name = person.name
    if person.span is None or person.kind is not ContributorKind.PERSON or (text.count(name) > 1 and not _JOINT.search(name)):
        return person
    first = name.find(" ")
    if first < 1 or text.count(name[: first + 4]) < 2:
        return person
    for end in range(len(name) - 1, first + 3, -1):
        short = name[:end]
        if not (name[end] == " " or (name[end - 1].islower() and name[end].isalpha())) or text.count(short) < 2:
            continue
        span = Span(person.span.start, person.span.start + end)
        alone = re.search(rf"(?<!\w){re.escape(short)}(?!\w| [^\W\d_a-z])", text)
        if alone and is_bare_name(short) and text[span.slice] == short:
            return evolve(person, name=short, span=span)
    return person
