"""Clean text: the one definition of it, and the way back to the source's characters."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from newsparse.lexicon import table

__all__ = ["align", "clean", "fold", "has_invisible", "has_marks", "holds_any"]

# Characters that carry no meaning in running text. U+200C and U+200D stay: they shape
# words in Persian, Hindi and other scripts.
_INVISIBLE = dict.fromkeys([0x00AD, 0x200B, 0x2060, 0xFEFF, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)])
_HAS_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff\u200e\u200f\u202a-\u202e\u2066-\u2069]")

# A word cut at a line's end: "govern-\nment" is one word; "well-\nknown" and "12-\nyear-old" keep
# their hyphen; a dash between spaces ("left -\nand") is no cut.
_CUT_WORD = re.compile(r"(?<=\w)([-\u2010\u00ad])[^\S\n]*\r?\n[^\S\n]*(?:>[^\S\n]?){0,8}(?=\w)")
# What a mail program puts before the lines that it quotes: no part of the text, except at its start.
_QUOTED = re.compile(r"(?<=\n)[^\S\n]*(?:>[^\S\n]?){1,8}")
# An opening bracket, or a closing one and the address behind it: "](https://…)", "](/news "Title")", "](data:…)"; "[1](see)" has none.
_BRACKET = re.compile(
    r"\[|\](\(\s?(?:[a-z]{2,10}://|mailto:|tel:|data:|javascript:|[/#<])[^()\"]{0,1500}(?:\([^()\"]{0,200}\)[^()\"]{0,300})?(?:\"[^\"]{0,400}\"\s?)?\))?"
)
# The number that a terminal browser puts before the words of a link: "the [12]mayor said"; not "it rained.[3]", "[sic] men", "[4]".
_NUMBERED = re.compile(r"(?<![^\s(\"'“‘«])(?:\[\d{1,4}\])+(?=[^\W\d])")
# Emphasis of Markdown: "**ten thousand**", "_The Harbor_", "*by Ann Lee*". None: "45* and 30*", "@_ann_", "f**k", "a * b", "____".
_EMPHASIS = re.compile(r"\*+|_+")
_NO_EMPHASIS_BEHIND = frozenset("@/#.&=-\\")
_HEAD = re.compile(r"[^\W\d_]+$")
_TAIL = re.compile(r"[^\W\d_]+")
# The longest half-word that is looked at: longer runs of letters are not words.
_HALF = 40


@cache
def _hyphens() -> dict[str, frozenset[str]]:
    """Return the words that speak for a hyphen of the word's own."""
    return {key: frozenset(words) for key, words in table("hyphens").items() if key != "about"}


def _join(before: str, after: str) -> str | None:
    """Return what stands between two half-words: `""`, `"-"`, or `None` where the line end is a space."""
    head, tail = _HEAD.search(before), _TAIL.match(after)
    words = _hyphens()
    if tail is not None and tail[0].lower() in words["suspended"]:
        return None
    if head is None or tail is None:  # a digit on either side
        return "-"
    if tail[0][0].isupper() and not (head[0].isupper() and tail[0].isupper()):
        return "-"
    if head[0].lower() in words["heads"] or tail[0].lower() in words["tails"]:
        return "-"
    # "mother-\nin-law": a second hyphen nearby speaks for a compound
    beside = (after[tail.end() : tail.end() + 1], before[: head.start()][-1:])
    return "-" if "-" in beside or "\u2010" in beside else ""


def _drops(raw: str) -> list[tuple[int, int]]:
    """Return the ranges of `raw` that a reader does not read, in order and apart."""
    ranges: list[tuple[int, int]] = []
    if "\n" in raw:
        ranges = _cuts(raw)
        if "\n>" in raw:
            ranges += [match.span() for match in _QUOTED.finditer(raw)]
    if "](" in raw:
        ranges += _addresses(raw)
    if "]" in raw:
        ranges += [match.span() for match in _NUMBERED.finditer(raw)]
    if "*" in raw or "_" in raw:
        ranges += _emphasis(raw)
    if not ranges:
        return ranges
    ranges.sort()
    apart = [ranges[0]]
    for start, end in ranges[1:]:
        if start >= apart[-1][1]:
            apart.append((start, end))
        elif end > apart[-1][1]:
            apart[-1] = (apart[-1][0], end)
    return apart


def _addresses(raw: str) -> list[tuple[int, int]]:
    """Return the ranges of the addresses of Markdown links, of the brackets around their texts, and of pictures with what stands for them."""
    ranges = []
    opened: list[int] = []
    for match in _BRACKET.finditer(raw):
        if match[0] == "[":
            opened.append(match.start())
        elif opened:
            start = opened.pop()
            if match[1] and raw[start - 1 : start] == "!":
                ranges.append((start - 1, match.end()))
            elif match[1]:
                ranges += [(start, start + 1), match.span()]
    return ranges


def _emphasis(raw: str) -> list[tuple[int, int]]:
    """Return the ranges of the marks of Markdown around words, each with its partner."""
    ranges = []
    opened: dict[str, list[tuple[int, int]]] = {}
    for match in _EMPHASIS.finditer(raw):
        start, end = match.span()
        if end - start > 3:
            continue
        before, after = raw[start - 1 : start], raw[end : end + 1]
        closes = before and not before.isspace() and not after.isalnum()
        if closes and opened.get(match[0]):
            ranges += [opened[match[0]].pop(), (start, end)]
        elif after.strip() and not before.isalnum() and before not in _NO_EMPHASIS_BEHIND:
            opened.setdefault(match[0], []).append((start, end))
    return ranges


def _cuts(raw: str) -> list[tuple[int, int]]:
    """Return the ranges to drop from `raw` so that words cut at line ends are whole again."""
    ranges = []
    for match in _CUT_WORD.finditer(raw):
        start, end = match.span()
        between = "" if match[1] == "\u00ad" else _join(raw[max(0, start - _HALF) : start], raw[end : end + _HALF + 1])
        if between is not None:
            ranges.append((match.end(1) if between else start, end))
    return ranges


def has_marks(text: str) -> bool:
    """Return whether `text` may hold marks of Markdown, or numbers of links, that `clean` takes out."""
    return "*" in text or "_" in text or "]" in text


def holds_any(text: str, parts: Iterable[str]) -> bool:
    """Return whether `text` holds any of some parts: `any` of a generator takes twice as long.

    >>> holds_any("breadcrumb", ("trail", "crumb"))
    True
    """
    for part in parts:  # noqa: SIM110 (see above)
        if part in text:
            return True
    return False


def has_invisible(text: str) -> bool:
    """Return whether `text` holds marks that `clean` takes out."""
    return _HAS_INVISIBLE.search(text) is not None


def clean(raw: str) -> str:
    """Return `raw` as a reader sees it.

    White space is collapsed (no-break spaces and line ends count as spaces), invisible
    marks are gone, and words that a line end cut in two are whole. So are the marks that a mail
    program puts before quoted lines (from the second line on), the addresses of Markdown links, its
    pictures, the marks of its emphasis and the numbers that terminal browsers put before links.

    >>> clean(" led by\\xa0Hayat \\n Tahrir ")
    'led by Hayat Tahrir'
    >>> clean("the govern-\\nment of a well-\\nknown man")
    'the government of a well-known man'
    >>> clean("He [told Reuters](https://example.org/a) so.")
    'He told Reuters so.'
    >>> clean("**Ten** of 30*, _she_ said; @_ann_ agreed.")
    'Ten of 30*, she said; @_ann_ agreed.'
    >>> clean("The [12]mayor said so.[3]")
    'The mayor said so.[3]'
    """
    if raw.isprintable() and "  " not in raw and not has_marks(raw):  # nearly all: no line ends, odd spaces, invisible marks
        return raw.strip(" ")
    if "\n" in raw or has_marks(raw):
        drops = _drops(raw)
        if drops:
            ends = [0, *(end for _, end in drops)]
            starts = [*(start for start, _ in drops), len(raw)]
            raw = "".join(raw[a:b] for a, b in zip(ends, starts, strict=True))
    if not raw.isascii() and _HAS_INVISIBLE.search(raw):
        raw = raw.translate(_INVISIBLE)
    return " ".join(raw.split())


def align(raw: str) -> list[int]:
    """Return, for each character of `clean(raw)`, its offset in `raw`.

    >>> align(" a\\xa0 b")
    [1, 2, 4]
    """
    dropped = iter([*_drops(raw), (len(raw), len(raw))])
    start, end = next(dropped)
    offsets: list[int] = []
    gap = -1  # where a pending run of white space began
    for i, char in enumerate(raw):
        if i >= end and end < len(raw):
            start, end = next(dropped)
        if start <= i < end or ord(char) in _INVISIBLE:
            continue
        if char.isspace():
            gap = i if gap < 0 else gap
            continue
        if gap >= 0 and offsets:
            offsets.append(gap)
        gap = -1
        offsets.append(i)
    return offsets


_QUOTES = tuple(zip("‘’‚‛“”„‟«»‹›–—−‐‑\xa0", "''''\"\"\"\"\"\"''----- ", strict=True))
_HAS_QUOTES = re.compile("[‘-‟«»‹›‐-—−\xa0]")


def straight(text: str) -> str:
    """Return `text` with straight quotes, plain hyphens and plain spaces, its length unchanged.

    >>> straight("“Homs” – City")
    '"Homs" - City'
    """
    if not text.isascii() and _HAS_QUOTES.search(text):
        for mark, plain in _QUOTES:  # str.translate looks every character up, which costs twenty times as much
            if mark in text:
                text = text.replace(mark, plain)
    return text


def fold(text: str) -> str:
    """Return `text` as it is compared: clean, straight quotes, plain hyphens, no case.

    >>> fold("“Homs” – City") == fold('"homs" - city')
    True
    """
    text = clean(text)
    return text.lower() if text.isascii() else straight(text).casefold()
