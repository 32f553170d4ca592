"""Signs by which bylines, names, titles and author's cards are told from other lines, without reading them whole."""

from __future__ import annotations

import re

from newsparse.grammar.bylines.cjk_forms import opens_cjk
from newsparse.grammar.bylines.cjk_words import reads_cjk
from newsparse.grammar.bylines.items import items_of
from newsparse.grammar.bylines.lookup import is_city, is_country
from newsparse.grammar.bylines.pieces import PieceKind
from newsparse.grammar.bylines.runs import pieces_of
from newsparse.grammar.bylines.tokens import Kind, tokens_of
from newsparse.grammar.bylines.words import Phrase, Word, key_of, words
from newsparse.grammar.names import is_particle

__all__ = ["introduced", "is_agency", "is_bare_name", "is_label", "is_lead", "opens_byline", "opens_card", "titles_only"]

_HEAD = re.compile(r"[\W_]*([^\s/:]+)")

_OPENERS = frozenset((Phrase.LEAD, Phrase.LABEL, Phrase.GENRE))


def opens_byline(text: str, *, joins: bool = False) -> bool:
    """Return whether a line opens with a lead word or a label of credits, or is one and nothing else ("By").

    Args:
        text: the line, clean.
        joins: whether it may only be a word that joins names ("and").
    """
    if joins:
        return len(text) < 6 and bool(words().mark(key_of(text)) & Word.AND)
    first = _HEAD.match(text)
    if first is None:
        return False
    key = key_of(first[1])
    phrases = words().phrases
    if key not in phrases:
        if reads_cjk(text[:60]):
            return opens_cjk(text)
        if not key.startswith("by") or not _GLUED_BY.match(first[1]):
            return False
    elif not any(entry.act in _OPENERS for entry in phrases[key]):
        return False
    if is_lead(text):
        return True
    items = [item for item in items_of(tokens_of(text[:60])) if item.kind != Kind.MARK]
    return bool(items) and items[0].entry is not None and items[0].entry.act in _OPENERS


# "ByJane Doe", glued by a dump; not "Byron"
_GLUED_BY = re.compile(r"[Bb]y[A-Z][a-z]")


def is_lead(text: str) -> bool:
    """Return whether a line is a lead word and nothing else: "By", "Written by:"."""
    if len(text) > 40:
        return False
    keys = [key for part in text.replace("/", " ").replace(":", " ").split() if (key := key_of(part))]
    return bool(keys) and any(entry.act in _OPENERS and entry.rest == tuple(keys[1:]) for entry in words().phrases.get(keys[0], ()))


def titles_only(text: str) -> bool:
    """Return whether a line is nothing but a job title: "Political correspondent"."""
    if len(text) > 60:
        return False
    items = items_of(tokens_of(text))
    if len(items) != 1 or items[0].kind != Kind.RUN:
        return False
    pieces = pieces_of(items[0].tokens, tail=True)
    return pieces[0].kind == PieceKind.TITLE and all(
        piece.kind in {PieceKind.TITLE, PieceKind.PLACE, PieceKind.EMPLOYER} for piece in pieces
    )


_CARD_CHARS = 40


def opens_card(text: str) -> int:
    """Return the offset behind the words with which a card about an author opens ("About the author:"); 0 for any other line."""
    first = _PART.search(text, 0, _CARD_CHARS)
    entries = words().phrases.get(key_of(first[0].rstrip(":")), ()) if first is not None else ()
    cards = [entry.rest for entry in entries if entry.act == Phrase.CARD]
    if not cards:  # nearly all lines: the other words are not read
        return 0
    parts = list(_PART.finditer(text, 0, _CARD_CHARS))
    keys = tuple(key_of(part[0].rstrip(":")) for part in parts)
    fits = [len(rest) for rest in cards if keys[1 : len(rest) + 1] == rest]
    return parts[max(fits)].end() if fits else 0


_PART = re.compile(r"[^\s:]+:?")
# How far into a biography the profession stands: "Jane Doe has for years been the paper's senior writer".
_PROFESSION = 120


def introduced(text: str) -> str | None:
    """Return whom a biography introduces, or `None` for any other paragraph: a name, small letters, and a profession.

    >>> introduced("Jane Doe is a senior writer who covers the sea."), introduced("The army said a reporter was hurt.")
    ('Jane Doe', None)
    """
    head = text[:_PROFESSION]
    name: list[str] = []
    parts = head.split()
    for part in parts[:5]:
        if not part[0].isupper() and not is_particle(part):
            break
        name.append(part.rstrip(",:"))
        if part[-1] in ",:":
            break
    while name and is_particle(name[-1]) and not name[-1][0].isupper():
        name.pop()
    whole = " ".join(name)
    rest = parts[len(name) :]
    if not 1 < len(name) < 5 or not rest or rest[0][0].isupper() or not head.startswith(whole) or not is_bare_name(whole):
        return None
    lookup = words()
    return whole if any(lookup.mark(key_of(part.strip(",.;()"))) & Word.HEAD for part in rest) else None


def is_agency(name: str) -> bool:
    """Return whether a name is a news agency's."""
    rows = words().agencies.get(key_of(name.split(maxsplit=1)[0]), ()) if name else ()
    return any(form.casefold() == name.casefold() for _, form in rows)


_NO_NAME = (
    Word.HEAD
    | Word.RANK
    | Word.OUR
    | Word.TEAM
    | Word.ORGANIZATION
    | Word.SECTION
    | Word.STOP
    | Word.AGENCIES
    | Word.DESK_HEAD
    | Word.NOT_NAME
    | Word.HEADING
)
_NO_NAME_ACTS = frozenset((Phrase.NOISE, Phrase.SPONSORED, Phrase.NEVER, Phrase.CARD, Phrase.GENRE))


def is_bare_name(name: str) -> bool:
    """Return whether every word of a name is a name's and none is a label's: "Duncan Walker" is, "Share Save" is not."""
    lookup = words()
    parts = name.split()
    for word in parts:
        key = key_of(word)
        if word.endswith(("'s", "’s")):
            return False
        if not word[0].isalpha() and word[0] not in "'’\"“":
            return False
        if is_particle(word) or (len(parts) > 1 and len(word.rstrip(".")) == 1 and word.isupper()):
            continue
        # "Sam", "Jan", "April": names beside other words
        mark = lookup.mark(key) & (_NO_NAME & ~Word.NOT_NAME if len(parts) > 1 else _NO_NAME)
        if mark or any(not entry.rest and entry.act in _NO_NAME_ACTS for entry in lookup.phrases.get(key, ())):
            return False
    return True


def is_label(name: str) -> bool:
    """Return whether a name is a place's or a section's: templates put them where the author belongs."""
    if is_city(name) or is_country(name):
        return True
    return " " not in name and bool(words().mark(key_of(name)) & Word.SECTION)
