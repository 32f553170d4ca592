"""Bylines of the plainest form, which most are: a list of names, with or without a lead word.

They need no grammar, as no word in them means anything but a name. What is read here is what the
grammar would read; a test holds the two together.
"""

from __future__ import annotations

from functools import cache

from newsparse.grammar.bylines.lookup import is_city
from newsparse.grammar.bylines.tokens import Token
from newsparse.grammar.bylines.words import Phrase, Word, words
from newsparse.lexicon.phrases import phrase_of
from newsparse.model import Byline, Contributor, Span

__all__ = ["name_leads", "plain_leads", "read_plain"]

# The longest list of the development pages has 14 names.
_MAX_CHARS = 300
_LEAST, _LONGEST = 2, 5


def read_plain(plain: str, tokens: list[Token]) -> Byline | None:
    """Return the byline of a list of plain names, or `None` for any other line.

    >>> from newsparse.grammar.bylines.tokens import tokens_of
    >>> line = "By Jane Doe, John Roe and Ann Poe"
    >>> [person.name for person in read_plain(line, tokens_of(line)).contributors]
    ['Jane Doe', 'John Roe', 'Ann Poe']
    >>> read_plain("By Sports Desk", tokens_of("By Sports Desk")) is None
    True
    """
    if len(plain) > _MAX_CHARS or len(tokens) < _LEAST or not (_is_plain(tokens[-1]) and _is_plain(tokens[-2])):
        return None  # nearly all others end with something else
    lead = 0 if tokens[0].plain else _lead_end(tokens)
    names = _names(tokens, lead)
    if names is None:
        return None
    spans = [Span(name[0].start, name[-1].end) for name in names]
    texts = [" ".join([token.text for token in name]) for name in names]
    if tokens[0].start or texts != [plain[start:end] for start, end in spans]:
        return None  # a sign stands there that is no token: "@ Jane Doe"
    if any(map(is_city, texts[lead > 0 :])) or (len(texts) > 1 and len(set(texts)) < len(texts)):
        return None  # a place; a copy
    if len(texts) == 1 and not lead and phrase_of(plain) is not None:
        return None  # "Close Ad"
    people = tuple([Contributor(text, span=span) for text, span in zip(texts, spans, strict=True)])
    return Byline(plain, span=Span(0, len(plain)), contributors=people, raw=plain)


def _names(tokens: list[Token], first: int) -> list[list[Token]] | None:
    """Return the names of a list that begins with a token, or `None` where one is no plain name's and joins none."""
    ands = _ands()
    names: list[list[Token]] = [[]]
    listed = False  # whether a comma stands before
    for token in tokens[first:] if first else tokens:
        if _is_plain(token):
            names[-1].append(token)
        elif not names[-1] and not (listed and token.text in ands):
            return None
        elif token.text == "," or token.text in ands:
            if names[-1]:
                names.append([])
        else:
            return None
        listed = token.text == ","
    return names if all(map(_is_name, names)) else None


def _is_plain(token: Token) -> bool:
    """Whether a word is a name's and nothing else, or an initial: "Jane", "D."."""
    return token.plain or (token.text[1:] == "." and "A" <= token.text[0] <= "Z")


def _is_name(tokens: list[Token]) -> bool:
    """Whether plain words and initials are a name: "Jane D. Doe"; not "Doe", "April May"."""
    size = len(tokens)
    if not 1 < size < _LONGEST or (size == _LONGEST - 1 and [t.text for t in tokens[:2]] == [t.text for t in tokens[2:]]):
        return False
    return not all(token.mark or not token.plain for token in tokens)


@cache
def _ands() -> frozenset[str]:
    """Return the words that join names and mean nothing else: "and"; not "e", which is also an initial."""
    return frozenset(key for key, mark in words().marks.items() if mark == Word.AND and key.isalpha() and len(key) > 1)


def _lead_end(tokens: list[Token]) -> int:
    """Return the index behind a line's first word if that is a lead, and no longer phrase goes on behind it; else 0."""
    key, following = tokens[0].key, tokens[1]
    if following.text == ":":
        return 2 * (key in _leads(colon=True))
    return int(key in _leads(colon=False) and (key, following.key) not in _openings())


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


@cache
def name_leads() -> frozenset[str]:
    """Return the lead words that are parts of names as well and mean nothing else: "von"."""
    return frozenset(key for key in _leads(colon=False) if words().marks.get(key, 0) & Word.NAME_LEAD)
