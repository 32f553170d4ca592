"""What a short block says when it is not story: phrases of the web, looked up over all languages at once.

Phrases stand in the section `boilerplate` of each language; a `#` in one stands for any number.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from newsparse import lexicon
from newsparse.text import holds_any, straight
from newsparse.vocabulary import BoilerplateKind

__all__ = ["credit_words", "genre_of", "hint_of", "is_section", "key_of", "kind_of", "label_of", "may_open", "menu_of", "phrase_of"]

# The longest phrase of the lexicon has 170 characters; anything longer is prose.
_MAX_PHRASE = 180
# A label with what it announces ("Read more: headline") fits in 250 characters on the development pages.
_MAX_LABELLED = 250
_MAX_LABEL = 45
_MAX_NUMBERED = 70
# What is counted: readers' comments and shares.
_COUNTED = frozenset((BoilerplateKind.COMMENTS, BoilerplateKind.SHARE))
_SHORTEST_LABELLED = 6
_EDGES = " .:…,;!*·•|-–—_<>‹›«»→←↓↑▶▷►☞■●#+=()[]【】（）{}/\\\"'“”„‘’`~^&@©®™×✕✖：。、！？?¡¿"
_DIGIT = re.compile(r"\d")
_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
# "· 3:52", "(6 Min)", "(01:32 min)"; not "(1984)", "(3 May)".
_DURATION = re.compile(r"\s[·•|–-]?\s?\(?\d{1,3}(?::\d\d\)?|\s?[^\W\d_]{1,4}\.?\)|:\d\d\s?[^\W\d_]{1,4}\.?\))$")
# "Read more: …", "ALSO READ | …", "Lesen Sie auch – …"; not "Related industries fell".
_LABEL_END = re.compile(r"\s?[:：|»]|\s[-–—]\s")
_LABEL_MARKS = (":", "|", "-", "–", "：", "—", "»")
# "Opinion | …", "Live: …"; not "Live updates", "Opinion: the slow car", which goes on in lower case.
_GENRE_LABEL = re.compile(r"(\S[^|:：]{1,30}?)\s?[|:：]\s{0,3}(?=\S)")

# Between the labels of a menu in one line: "HOME | NEWS", "Sign in   Subscribe"; not "News and Sport".
_GAP = re.compile(r"\s*[|·•»]\s*|\s{2,}|\t")


def key_of(text: str) -> str:
    """Return `text` as phrases are compared: no case, plain quotes, no marks around it.

    >>> key_of("- Advertisement -")
    'advertisement'
    """
    key = text.lower() if text.isascii() else straight(text).casefold()
    return key if key[:1].isalnum() and key[-1:].isalnum() else key.strip(_EDGES)  # most have no marks: asking is cheaper


def kind_of(text: str) -> BoilerplateKind | None:
    """Return what a whole block is by its words alone, or `None`.

    The block equals a known phrase, or it opens with a label that announces something else.
    Strong enough to stand without a second witness, but a crosshead may be called "Politics"
    too: callers weigh `SECTION_LABEL` by place.

    >>> kind_of("4 minute read"), kind_of("ALSO READ | Brace for bad weather")
    (<BoilerplateKind.READING_TIME: 'reading_time'>, <BoilerplateKind.RELATED: 'related'>)
    >>> kind_of("Related industries fell by four percent.")
    >>> kind_of("2"), kind_of("© 2025")
    (<BoilerplateKind.PAGINATION: 'pagination'>, <BoilerplateKind.COPYRIGHT: 'copyright'>)
    """
    return _kind_of(text) if len(text) <= _MAX_LABELLED else None


@lru_cache(maxsize=256)  # a text's short lines are asked for by several parsers, one after the other
def _kind_of(text: str) -> BoilerplateKind | None:
    """Return what `kind_of` returns."""
    key = key_of(text)
    if not key:
        return _mark(text)
    if key[0].isdecimal() and _DIGITS.fullmatch(key):
        return BoilerplateKind.COPYRIGHT if "©" in text else BoilerplateKind.PAGINATION
    phrases = _phrases()
    if len(key) <= _MAX_PHRASE:
        found = phrases.get(key)
        if found is not None:
            return found
        if len(key) <= _MAX_NUMBERED and _DIGIT.search(key) and (found := _counted(_DIGITS.sub("0", key))) is not None:
            return found
    if not _may_be_labelled(text):
        return _timed(text)
    end = _LABEL_END.search(text, 1, _MAX_LABEL)
    return (_labels().get(key_of(text[: end.start()])) if end else None) or _timed(text)


def _timed(text: str) -> BoilerplateKind | None:
    """Return the kind of a player's words with a duration behind them: "Listen · 3:52", "Artikel anhören (6 Min)"."""
    if not text[-1].isdecimal() and text[-1] != ")":
        return None
    match = _DURATION.search(text, 0, _MAX_LABEL)
    found = phrase_of(text[: match.start()]) if match is not None else None
    return found if found is BoilerplateKind.PLAYER else None


def _counted(key: str) -> BoilerplateKind | None:
    """Return what a key is in which "0" stands for any number: "0 comments", or a phrase with a count behind it, "comments (0"."""
    found = _phrases().get(key)
    if found is not None or key[-1] != "0":
        return found
    found = _phrases().get(key.rstrip("0 :("))
    return found if found in _COUNTED else None


def _may_be_labelled(text: str) -> bool:
    """Return whether a text has a mark that ends labels: asked first, for the pattern costs ten times as much."""
    if text.isascii():
        return ":" in text or "|" in text or " - " in text
    return len(text) > _SHORTEST_LABELLED and holds_any(text, _LABEL_MARKS)


def phrase_of(text: str) -> BoilerplateKind | None:
    """Return what a block is that equals a phrase without numbers, or `None`: the cheap half of `kind_of`.

    >>> phrase_of("Privacy policy"), phrase_of("Read more: Crisis in the east")
    (<BoilerplateKind.LEGAL: 'legal'>, None)
    """
    key = text.lower() if text.isascii() else straight(text).casefold()
    found = _phrases().get(key)  # most phrases have no marks around them
    return found if found is not None or (key[:1].isalnum() and key[-1:].isalnum()) else _phrases().get(key.strip(_EDGES))


def may_open(text: str, kind: BoilerplateKind) -> bool:
    """Return whether a text begins as one of a kind's phrases or labels does: asked before what stands behind is read.

    >>> may_open("Tags: bridges, Lenn", BoilerplateKind.TAGS), may_open("The bridge of Lenn", BoilerplateKind.TAGS)
    (True, False)
    """
    key = key_of(text[:_MAX_LABEL])
    return key.startswith(_first_words(kind).get(key[:1], ()))


def menu_of(raw: str) -> BoilerplateKind | None:
    """Return what a line of several labels is, when every one of them is known; else `None`.

    The labels are parted by marks or by wide gaps, so `raw` must have its white space as it stood.

    >>> menu_of("HOME | NEWS | SPORT"), menu_of("Sign in   Subscribe"), menu_of("News and Sport")
    (<BoilerplateKind.NAVIGATION: 'navigation'>, <BoilerplateKind.NAVIGATION: 'navigation'>, None)
    """
    if len(raw) > _MAX_LABELLED or not _may_be_menu(raw):
        return None
    parts = [part for part in _GAP.split(raw) if part.strip()]
    if len(parts) < 2:
        return None
    kinds = {kind_of(part.strip()) for part in parts}
    if None in kinds:
        return None
    return kinds.pop() if len(kinds) == 1 and BoilerplateKind.SECTION_LABEL not in kinds else BoilerplateKind.NAVIGATION


def _may_be_menu(raw: str) -> bool:
    """Return whether a line has what parts labels: asked first, for the pattern costs five times as much."""
    return "  " in raw or not raw.isprintable() or holds_any(raw, "|·•»")


def hint_of(text: str) -> BoilerplateKind | None:
    """Return what the opening words of a block suggest, or `None`.

    Prose may open that way too: needs a second witness (links, repetition, place, class words).

    >>> hint_of("We use cookies on our website to give you the best experience.")
    <BoilerplateKind.CONSENT: 'consent'>
    """
    short = text[:2]
    if short.isascii() and short.lower() not in _prefixes():  # half of all lines: they need not be folded
        return None
    head = text[:60]
    head = head.lower() if head.isascii() else straight(head).casefold()
    found = _prefixes().get(head[:2])
    if found is None or not head.startswith(found.all):  # one look for all that begin with these letters
        return None
    return next(kind for prefix, kind in found.kinds if head.startswith(prefix))


def genre_of(text: str) -> str | None:
    """Return the genre that a label names ("Opinion", "Live", "Eilmeldung"), or `None`.

    >>> genre_of("LIVE:"), genre_of("Liverpool")
    ('live', None)
    """
    return _genres().get(key_of(text)) if len(text) <= _MAX_LABEL else None


def label_of(title: str) -> tuple[int, int] | None:
    """Return where the label of a genre ends that opens a title, and where the title itself begins; `None` without one.

    >>> label_of("Opinion | Close the bridge"), label_of("LIVE: Bridge closed"), label_of("Opinion: the slow car")
    ((7, 10), (4, 6), None)
    """
    match = _GENRE_LABEL.match(title) if "|" in title or ":" in title or "：" in title else None
    if match is None or title[match.end()].islower() or genre_of(match[1]) is None:
        return None
    return match.end(1), match.end()


def is_section(text: str) -> bool:
    """Return whether a label is the name of a common section ("Politics", "Wirtschaft")."""
    return len(text) <= _MAX_LABEL and key_of(text) in _sections()


@cache
def credit_words(part: str) -> frozenset[str]:
    """Return the words of picture lines, as keys: `labels`, `inline` or `openers`."""
    return frozenset(key_of(word) for words in lexicon.section("boilerplate").values() for word in words.get("credit", {}).get(part, ()))


def _mark(text: str) -> BoilerplateKind | None:
    """Return the kind of a block that is made of marks alone."""
    if "©" in text:
        return BoilerplateKind.COPYRIGHT
    if holds_any(text, "×✕✖"):
        return BoilerplateKind.DIALOG
    if holds_any(text, "‹›«»→←<>"):
        return BoilerplateKind.PAGINATION
    return BoilerplateKind.OTHER


def _languages() -> list[str]:
    """Return the languages that have phrases, English first: it stands on pages of every language."""
    return sorted(lexicon.section("boilerplate"), key=lambda code: (code != "en", code))


@cache
def _phrases() -> dict[str, BoilerplateKind]:
    words = lexicon.section("boilerplate")
    phrases: dict[str, BoilerplateKind] = {}
    for code in _languages():
        for name, listed in words[code].get("phrases", {}).items():
            kind = BoilerplateKind(name)
            for phrase in listed:
                phrases.setdefault(_phrase_key(phrase), kind)
    for section in _sections():
        phrases.setdefault(section, BoilerplateKind.SECTION_LABEL)
    return {key: kind for key, kind in phrases.items() if key not in {"", "0"}}


def _phrase_key(phrase: str) -> str:
    """Return a phrase of the lexicon as `kind_of` looks it up."""
    return _DIGITS.sub("0", key_of(phrase.replace("#", "0")))


@cache
def _labels() -> dict[str, BoilerplateKind]:
    words = lexicon.section("boilerplate")
    labels: dict[str, BoilerplateKind] = {}
    for code in _languages():
        for name, listed in words[code].get("labels", {}).items():
            for label in listed:
                labels.setdefault(key_of(label), BoilerplateKind(name))
    return labels


@cache
def _first_words(kind: BoilerplateKind) -> dict[str, tuple[str, ...]]:
    """Return the first words of a kind's phrases and labels by their first letter; any figure stands for a number."""
    words: dict[str, tuple[str, ...]] = {}
    for text in {text.partition(" ")[0] for table in (_phrases(), _labels()) for text, own in table.items() if own is kind}:
        words[text[:1]] = (*words.get(text[:1], ()), text)
    return words | dict.fromkeys("123456789", ("",)) if "0" in words else words


class _Prefixes(NamedTuple):
    """The openings that begin with the same letters."""

    all: tuple[str, ...]
    kinds: tuple[tuple[str, BoilerplateKind], ...]


@cache
def _prefixes() -> dict[str, _Prefixes]:
    words = lexicon.section("boilerplate")
    table: dict[str, dict[str, BoilerplateKind]] = {}
    for code in _languages():
        for name, listed in words[code].get("prefixes", {}).items():
            for prefix in listed:
                folded = straight(prefix).casefold()
                table.setdefault(folded[:2], {}).setdefault(folded, BoilerplateKind(name))
    return {key: _Prefixes(tuple(found), tuple(sorted(found.items(), key=lambda item: -len(item[0])))) for key, found in table.items()}


@cache
def _sections() -> frozenset[str]:
    return frozenset(key_of(name) for words in lexicon.section("boilerplate").values() for name in words.get("sections", ()))


@cache
def _genres() -> dict[str, str]:
    words = lexicon.section("boilerplate")
    genres: dict[str, str] = {}
    for code in _languages():
        for genre, labels in words[code].get("genres", {}).items():
            for label in labels:
                genres.setdefault(key_of(label), genre)
    return genres
