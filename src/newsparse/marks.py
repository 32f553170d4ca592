"""Marks in a text that are no part of what it says: of words cut at a line's end, of quoted mail, of Markdown."""

from __future__ import annotations

import re
from functools import cache

from newsparse.lexicon import table

__all__ = ["has_marks", "unread"]

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


def unread(raw: str) -> list[tuple[int, int]]:
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
    """Return whether `text` may hold marks of Markdown, or numbers of links, that a reader does not read."""
    return "*" in text or "_" in text or "]" in text
