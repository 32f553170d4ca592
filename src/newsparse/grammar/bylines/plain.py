"""Bylines of the plainest form, which most are: a list of names, with or without a lead word.

They need no grammar, as no word in them means anything but a name. What is read here is what the
grammar would read; a test holds the two together.
"""

from __future__ import annotations

import re
from functools import cache

from newsparse.grammar.bylines.lookup import is_city
from newsparse.grammar.bylines.tokens import meaning
from newsparse.grammar.bylines.words import Phrase, Word, words
from newsparse.lexicon.phrases import phrase_of
from newsparse.model import Byline, Contributor, Span

__all__ = ["plain_leads", "read_plain"]

# The longest list of the development pages has 14 names.
_MAX_CHARS = 300
# Marks that stand in no such list, whatever its script.
_OTHER = re.compile(r"[|/()\[\];&@•·\d]")
_INITIAL = re.compile(r"[A-Z]\.$")  # "D."; not "Dr."


def read_plain(plain: str) -> Byline | None:
    """Return the byline of a list of plain names, or `None` for any other line.

    >>> [person.name for person in read_plain("By Jane Doe, John Roe and Ann Poe").contributors]
    ['Jane Doe', 'John Roe', 'Ann Poe']
    >>> read_plain("By Sports Desk") is None
    True
    """
    if len(plain) > _MAX_CHARS or not (_shape().match(plain) if plain.isascii() else _OTHER.search(plain) is None):
        return None
    first, _, rest = plain.partition(" ")
    lead = _introduces(first, rest)
    start = len(first) + 1 if lead else 0
    names: list[str] = []
    spans: list[Span] = []
    find = _joints().search
    while True:
        joint = find(plain, start)
        end, following = joint.span() if joint is not None else (len(plain), 0)
        name = plain[start:end]
        if not _is_plain_name(name) or ((spans or not lead) and is_city(name)):
            return None
        names.append(name)
        spans.append(Span(start, end))
        if joint is None:
            break
        start = following
    if (len(names) > 1 and len(set(names)) < len(names)) or (len(names) == 1 and not lead and phrase_of(plain) is not None):
        return None  # a copy; "Close Ad"
    people = tuple([Contributor(name, span=span) for name, span in zip(names, spans, strict=True)])
    return Byline(plain, span=Span(0, len(plain)), contributors=people, raw=plain)


@cache
def _shape() -> re.Pattern[str]:
    """Return what such a line looks like in plain letters, which spares others the look-up: "By Jane Doe, John Roe"; not "By JANE DOE"."""
    word = r"(?:[A-Z][a-z]+|[A-Z]\.)"
    name = rf"{word}(?: {word})+"
    return re.compile(rf"(?:[A-Za-z]+:? )?{name}(?:(?:{_joints().pattern}){name})*$")


def _is_plain_name(name: str) -> bool:
    """Whether a name is two to four words that mean nothing else, initials among them: "Jane D. Doe"; not "Doe", "April May"."""
    parts = name.split(" ")
    if not 1 < len(parts) < 5:
        return False
    marks = 0
    for part in parts:
        _, mark, plain, _, _ = meaning(part)
        if plain:
            marks += not mark
        elif _INITIAL.match(part) is None:
            return False
    return marks > 0 and (len(parts) < 4 or parts[:2] != parts[2:])


@cache
def _joints() -> re.Pattern[str]:
    """Return the pattern of what parts names and means nothing else: ", ", " and ", ", and "; not " e ", which is also an initial."""
    ands = sorted(key for key, mark in words().marks.items() if mark == Word.AND and key.isalpha() and len(key) > 1)
    return re.compile(rf",? (?:{'|'.join(ands)}) |, ")


def _introduces(first: str, rest: str) -> bool:
    """Whether a line's first word is a lead, and no longer phrase goes on behind it."""
    key = first.lower()
    if key.endswith(":"):
        return key[:-1] in _leads(colon=True)
    if key not in _leads(colon=False):
        return False
    return (key, rest.partition(" ")[0].lower()) not in _openings()


@cache
def _leads(*, colon: bool) -> frozenset[str]:
    """Return the lead words that introduce nothing but authors, on their own or with a colon."""
    found = set()
    for key, entries in words().phrases.items():
        alone = [entry for entry in entries if not entry.rest]
        if all(entry.act == Phrase.LEAD for entry in alone) and any(colon or not entry.colon for entry in alone):
            found.add(key)
    return frozenset(found)


@cache
def _openings() -> frozenset[tuple[str, str]]:
    """Return the first two words of phrases."""
    return frozenset((key, entry.rest[0]) for key, entries in words().phrases.items() for entry in entries if entry.rest)


@cache
def plain_leads() -> frozenset[str]:
    """Return the lead words that are no part of names and mean nothing else, so that they may follow other words."""
    return frozenset(key for key in _leads(colon=False) if not words().marks.get(key, 0))
