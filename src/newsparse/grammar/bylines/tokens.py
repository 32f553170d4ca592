"""A byline cut into words and marks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from attrs import define

from newsparse.grammar.bylines.words import Entry, Phrase, Word, key_of, words
from newsparse.grammar.names import begins_low

__all__ = ["BARS", "COLONS", "Item", "Kind", "Token", "is_known", "meaning", "tokens_of", "word_at"]


class Kind:
    """What a token or an item is; plain numbers, like those of `Phrase`."""

    WORD = 0
    MARK = 1
    """A separator: comma, bar, dot, slash, dash, bracket, colon."""
    DATE = 2
    CONTACT = 3
    """An e-mail address or a handle."""
    LINK = 4
    """A web address."""
    NUMBER = 5
    PHRASE = 6
    """A phrase with a known effect; see `Item.entry`."""
    RUN = 7
    """Words that stand together."""
    BREAK = 8
    """A line's end."""


@define(eq=False)
class Token:
    """A word or a mark with its place."""

    kind: int
    text: str
    """As printed."""
    key: str
    """As looked up."""
    mark: int
    """What the word can mean, as in `Word`; 0 for all but words."""
    plain: bool
    """Whether it is a capitalised word that means nothing but a name, or a month that is a name as well ("May", "Anna")."""
    low: bool
    """Whether its first letter is lower case."""
    start: int
    end: int


BARS = frozenset((*"|•·⋅∙●◦▪→›»~©®", "(c)", "(C)"))
"""Marks that part the pieces of a line."""
COLONS = frozenset(":：՝៖")
"""Colons of all scripts, those of Armenian and Khmer among them."""
_NO_TOKENS: list[Token] = []  # of all but runs; nobody adds to it


@define(eq=False)
class Item:
    """A mark, a date, a contact, a phrase, or a run of words."""

    kind: int
    start: int
    end: int
    text: str = ""
    entry: Entry | None = None
    tokens: list[Token] = _NO_TOKENS
    plain: bool = False
    """Whether it is a run of plain words alone."""


# One alternative a token; none can match in two ways, so the cut is linear.
# A hyphen is a mark only when it stands alone: "Benit-Gbaffou" is one word. Arrows, boxes, stars and emoji are marks too.
_PARTS = (
    r"(?P<mark>\([cC]\)(?=\s|$)|[,;:|/•·⋅∙●◦▪—–()\[\]{}<>＜＞〈〉【】（）、،؛，；：／＝=›»→←…⏎~*#©®՝៖\u2190-\u21ff\u2300-\u23ff\u25a0-\u27bf\u2b00-\u2bff\ufe0f\U0001f000-\U0001faff]|-{1,2}(?=\s|$)|(?<!\S)-(?=[^\W\d_])|_{2,})"
    r"|(?P<number>(?:\d{1,2}[–-]\d{1,2}|\+?\d(?:[\d.:,]*\d)?)(?=[.:,]*(?:$|[\s|,;)])))"  # "5", "+55", "2–3"; not "4th"
    r"|(?P<word>«[^\s«»]{1,40}»|(?:[^\s,;:|/•·⋅∙●◦▪—–()\[\]{}<>＜＞〈〉【】（）、،؛，；：／＝=›»→←…⏎~*#@©®՝៖\u2190-\u21ff\u2300-\u23ff\u25a0-\u27bf\u2b00-\u2bff\ufe0f\U0001f000-\U0001faff])+)"
)
_TOKEN = re.compile(_PARTS)
# Most parts of a line are no address, and looking for one costs as much as all the rest.
_ADDRESS = re.compile(
    r"(?P<link>(?:https?://|www\.)[^\s|,;()<>]+)"  # "www.example.org"; not "wwwhat"
    # "jdoe@example.com", "jdoe@exam…", "@jdoe"; not "a @ b", and of "Doe@JaneDoe" only the handle
    r"|(?P<contact>[^\s@,;:|()<>/\[\]]{1,64}@[^\s@,;:|()<>/\[\].…]{1,60}[.…][^\s@,;:|()<>/\[\]…]{0,60}…?|@[\w.]{1,40})"
    rf"|{_PARTS}"
)
# Dumps glue the lead to the name: "ByJane Doe"; not "Byron", not "BYD".
_GLUED_LEAD = re.compile(r"\W{0,3}([Bb]y)(?=[A-Z][a-z])")
_TRAILING = (",", ":", ";")
_WORD, _MARK, _BREAK = Kind.WORD, Kind.MARK, Kind.BREAK
_KINDS = {"link": Kind.LINK, "contact": Kind.CONTACT, "mark": Kind.MARK, "number": Kind.NUMBER}


def tokens_of(plain: str, dates: Sequence[tuple[int, int]] = (), breaks: frozenset[int] = frozenset()) -> list[Token]:
    """Return the tokens of a clean line; the ranges of `dates` are one token each, and spaces in `breaks` are line ends."""
    tokens: list[Token] = []
    position = 0
    for start, end in (*dates, (len(plain), len(plain))):
        if not tokens and "y" in plain[position : position + 5] and (glued := _GLUED_LEAD.match(plain, position, start)) is not None:
            tokens.append(word_at(glued[1], *glued.span(1)))
            position = glued.end(1)
        for part in plain[position:start].split(" "):
            stop = position + len(part)
            if breaks and part and position - 1 in breaks:
                tokens.append(Token(_BREAK, "\n", "", 0, False, False, position - 1, position))
            if part.isalpha():  # most are: no pattern is needed
                key, mark, whole, low, odd = meaning(part)
                if odd:
                    _add_odd(tokens, part, plain, position, stop)
                else:
                    tokens.append(Token(_WORD, part, key, mark, whole, low, position, stop))
            elif part[-1:] in _TRAILING and part[:-1].isalpha():
                word = part[:-1]
                key, mark, whole, low, odd = meaning(word)
                if odd:
                    _add_odd(tokens, word, plain, position, stop - 1)
                else:
                    tokens.append(Token(_WORD, word, key, mark, whole, low, position, stop - 1))
                tokens.append(Token(_MARK, part[-1], part[-1], 0, False, False, stop - 1, stop))
            elif part:
                _cut(tokens, part, plain, position)
            position = stop + 1
        if start < end:
            if breaks and start - 1 in breaks:
                tokens.append(Token(_BREAK, "\n", "", 0, False, False, start - 1, start))
            tokens.append(Token(Kind.DATE, plain[start:end], "", 0, False, False, start, end))
        position = end
    if "«" in plain:
        _join_quoted(tokens, plain)
    return tokens


_MOST_QUOTED = 6  # words of a house's name in quotes


def _join_quoted(tokens: list[Token], plain: str) -> None:
    """Make one word of a name in quotes, as houses are printed: "«Вечірній Київ»"."""
    for i in range(len(tokens) - 2, -1, -1):
        if tokens[i].text[:1] != "«" or tokens[i].text[-1] == "»":
            continue
        stop = next((j for j in range(i + 1, min(i + 1 + _MOST_QUOTED, len(tokens))) if tokens[j].text == "»"), 0)
        if stop:
            start, end = tokens[i].start, tokens[stop].end
            tokens[i : stop + 1] = [word_at(plain[start:end], start, end)]


def _cut(tokens: list[Token], part: str, plain: str, start: int) -> None:
    """Add the tokens of the part of a line that stands between two spaces."""
    first = len(tokens)
    pattern = _ADDRESS if "@" in part or "://" in part or "www." in part else _TOKEN
    for match in pattern.finditer(plain, start, start + len(part)):
        at, stop = match.span()
        text = match[0]
        if match.lastgroup == "word":
            _add_odd(tokens, text, plain, at, stop)
        else:
            text = "–" if text == "--" else text
            tokens.append(Token(_KINDS[match.lastgroup or ""], text, text, 0, False, False, at, stop))
    if len(tokens) > first + 3 and _is_ending(tokens[first : first + 4]):
        del tokens[first + 1 : first + 4]


def _is_ending(tokens: list[Token]) -> bool:
    """Whether brackets glued to a known word hold its other ending: "Author(s):", "Opracował(a)"; not "Berg(jbe)"."""
    word, opening, ending, closing = tokens
    return opening.text == "(" and closing.text == ")" and ending.low and len(ending.text) < 4 and is_known(word.key)


def _add_odd(tokens: list[Token], text: str, plain: str, start: int, end: int) -> None:
    """Add a word that may be two: one shortened by an apostrophe, or a name to which a label or a title is glued."""
    key, mark, whole, low, odd = meaning(text)
    if text[1:2] in _APOSTROPHES and tokens and (word := _elided(text, tokens[-1].key)):
        tokens.append(Token(_WORD, text[:2], *meaning(word)[:4], start, start + 2))  # "Reportage d'Anna Roy"
        tokens.append(word_at(text[2:], start + 2, end))
    elif text == _TATWEEL:
        tokens.append(Token(_MARK, "–", "–", 0, False, False, start, end))
    elif odd and (cut := _glue(text, plain, end, named=bool(tokens) and tokens[-1].plain)):
        tokens.append(word_at(text[:cut], start, start + cut))
        tokens.append(word_at(text[cut:], start + cut, end))
    elif key:  # a full stop that stands alone has none
        tokens.append(Token(_WORD, text, key, mark, whole, low, start, end))


_APOSTROPHES = ("'", "’")
_TATWEEL = "ـ"  # alone, Arabic prints it for a dash


def _elided(text: str, before: str) -> str | None:
    """Return the word that an apostrophe has shortened behind a word of a label: "de" in "Reportage d'Anna"; not in "Jean d'Arcy"."""
    word = next((word for word in words().elided if word[0] == text[0].lower()), None)
    return word if word is not None and text[2:3].isupper() and (before, word) in _inside_phrases() else None


@cache
def _inside_phrases() -> frozenset[tuple[str, str]]:
    """Return the last two words of phrases that introduce people."""
    phrases = [(key, *entry.rest) for key, entries in words().phrases.items() for entry in entries if entry.rest]
    return frozenset((phrase[-2], phrase[-1]) for phrase in phrases)


def word_at(text: str, start: int, end: int) -> Token:
    """Return a word with what it can mean."""
    return Token(_WORD, text, *meaning(text)[:4], start, end)


# First names and titles come again and again; a line is short, so this holds a few megabytes at most.
@lru_cache(maxsize=8192)
def meaning(text: str) -> tuple[str, int, bool, bool, bool]:
    """Return the key of a word, its marks, whether it is plain, whether it is in lower case, and whether it may be no single word."""
    key = key_of(text)
    mark = words().mark(key)
    plain = not mark & ~Word.NOT_NAME and len(text) > 1 and text.istitle() and text.isalpha() and key not in _known()
    odd = text == _TATWEEL or not (plain or text.istitle() or text.islower() or text.isupper())
    return key, mark, plain, begins_low(text), odd


def is_known(key: str) -> bool:
    """Return whether a word has any meaning to the grammar."""
    return bool(words().mark(key)) or key in _known()


@cache
def _known() -> frozenset[str]:
    """Return every word that has a meaning to the grammar beside its marks."""
    lookup = words()
    tables = (lookup.phrases, lookup.agencies, lookup.desks, lookup.titles, lookup.ranks, lookup.places, lookup.houses)
    return frozenset[str]().union(*tables)


# Dumps drop the space between elements: "CarrPublished", "ThorntonNews"; "McDonald" and "AJLabs" are whole.
_HUMP = re.compile(r"(?<=[^\W\d_A-Z])(?=[A-Z][a-z]{3})")
_NEXT = re.compile(r" ([^\s,;:|]{2,30})")
_GLUED_MARKS = Word.HEAD | Word.RANK


def _glue(text: str, plain: str, end: int, *, named: bool) -> int:
    """Return where a label or a title is glued to a name; 0 where nothing is. `named` says that a word of a name stands before it."""
    match = _HUMP.search(text, 2)
    if match is None:
        return 0
    lookup = words()
    key = key_of(text[match.start() :])
    mark = lookup.marks.get(key, 0)
    if mark & Word.RANK and not mark & Word.HEAD:
        following = _NEXT.match(plain, end)  # "ThorntonNews Reporter"; not "for MailOnline"
        return match.start() if following and lookup.mark(key_of(following[1])) & _GLUED_MARKS else 0
    if mark & Word.HEAD:
        return match.start() if named else 0  # "Jane DoeReporter"; not "by LakeWriter"
    if any(entry.act == Phrase.NOISE and not entry.rest for entry in lookup.phrases.get(key, ())):
        return match.start()  # "CarrPublished"; not "HarborSelect", though a button says "Select voice"
    return 0
