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
_INITIAL = re.compile(r"[A-Z]\.$")  # "D."; not "Dr."


def read_plain(plain: str) -> Byline | None:
    """Return the byline of a list of plain names, or `None` for any other line.

    >>> [person.name for person in read_plain("By Jane Doe, John Roe and Ann Poe").contributors]
    ['Jane Doe', 'John Roe', 'Ann Poe']
    >>> read_plain("By Sports Desk") is None
    True
    """
    if len(plain) > _MAX_CHARS:
        return None
    first, _, rest = plain.partition(" ")
    lead = _introduces(first, rest)
    spans = _plain_names(plain, len(first) + 1 if lead else 0)
    if spans is None:
        return None
    names = [plain[start:end] for start, end in spans]
    if any(is_city(name) for name in names[lead:]) or (len(names) > 1 and len(set(names)) < len(names)):
        return None  # a place; a copy
    if len(names) == 1 and not lead and phrase_of(plain) is not None:
        return None  # "Close Ad"
    people = tuple([Contributor(name, span=span) for name, span in zip(names, spans, strict=True)])
    return Byline(plain, span=Span(0, len(plain)), contributors=people, raw=plain)


def _plain_names(plain: str, position: int) -> list[Span] | None:
    """Return where the names of a list stand, or `None` where a word of it is no plain name's and joins none."""
    ands = _ands()
    spans: list[Span] = []
    names: list[list[str]] = [[]]
    begin, listed = position, False  # where the name at hand begins, and whether a comma stands before it
    for part in plain[position:].split(" "):
        end = position + len(part)
        if part in ands and (names[-1] or listed):
            if names[-1]:
                spans.append(Span(begin, position - 1))
                names.append([])
            begin, listed = end + 1, False
        else:
            listed = part[-1:] == ","
            word = part[:-1] if listed else part
            if not meaning(word)[2] and _INITIAL.match(word) is None:
                return None
            names[-1].append(word)
            if listed:
                spans.append(Span(begin, end - 1))
                names.append([])
                begin = end + 1
        position = end + 1
    spans.append(Span(begin, len(plain)))
    return spans if all(map(_is_name, names)) else None


def _is_name(parts: list[str]) -> bool:
    """Whether plain words and initials are a name: "Jane D. Doe"; not "Doe", "April May"."""
    if not 1 < len(parts) < 5 or (len(parts) == 4 and parts[:2] == parts[2:]):
        return False
    return any(plain and not mark for _, mark, plain, _, _ in map(meaning, parts))


@cache
def _ands() -> frozenset[str]:
    """Return the words that join names and mean nothing else: "and"; not "e", which is also an initial."""
    return frozenset(key for key, mark in words().marks.items() if mark == Word.AND and key.isalpha() and len(key) > 1)


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
