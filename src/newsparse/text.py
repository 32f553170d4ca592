"""Clean text: the one definition of it, and the way back to the source's characters."""

from __future__ import annotations

import re

__all__ = ["align", "clean", "fold"]

# Characters that carry no meaning in running text. U+200C and U+200D stay: they shape
# words in Persian, Hindi and other scripts.
_INVISIBLE = dict.fromkeys(
    [0x00AD, 0x200B, 0x2060, 0xFEFF, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
)
_HAS_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff\u200e\u200f\u202a-\u202e\u2066-\u2069]")

# A word cut at a line's end: "govern-\nment" is one word; "well-\nknown" keeps its hyphen.
_CUT_WORD = re.compile(r"(?<=[^\W\d_])([-\u2010\u00ad])[^\S\n]*\r?\n[^\S\n]*(?=[^\W\d_])")
_COMPOUND_HEADS = frozenset(
    "well self ex non co anti pre post pro semi multi cross mid high low long short half all full part"
    " so then once ill vice".split()
)
_COMPOUND_TAILS = frozenset(
    "old year based led up off out in down term time level like style wide made known born class related"
    " long high free backed run owned of the to".split()
)
_HEAD = re.compile(r"[^\W\d_]+$")
_TAIL = re.compile(r"[^\W\d_]+")


def _keeps_hyphen(before: str, after: str) -> bool:
    """Whether the hyphen between two half-words is the word's own."""
    head, tail = _HEAD.search(before[-40:]), _TAIL.match(after[:40])
    if head is None or tail is None:
        return True
    if tail[0][0].isupper() and not head[0].isupper():
        return True
    if head[0].lower() in _COMPOUND_HEADS or tail[0].lower() in _COMPOUND_TAILS:
        return True
    # "mother-\nin-law": a second hyphen nearby speaks for a compound
    rest = after[tail.end() : tail.end() + 1]
    return rest in {"-", "\u2010"} or before[: head.start()][-1:] in {"-", "\u2010"}


def _cuts(raw: str) -> list[tuple[int, int]]:
    """Return the ranges to drop from `raw` so that words cut at line ends are whole again."""
    ranges = []
    for match in _CUT_WORD.finditer(raw):
        own = match[1] != "\u00ad" and _keeps_hyphen(raw[max(0, match.start() - 40) : match.start()], raw[match.end() :][:42])
        ranges.append((match.end(1) if own else match.start(), match.end()))
    return ranges


def clean(raw: str) -> str:
    """Return `raw` as a reader sees it.

    White space is collapsed (no-break spaces and line ends count as spaces), invisible
    marks are gone, and words that a line end cut in two are whole.

    >>> clean(" led by\\xa0Hayat \\n Tahrir ")
    'led by Hayat Tahrir'
    >>> clean("the govern-\\nment of a well-\\nknown man")
    'the government of a well-known man'
    """
    if "\n" in raw:
        cuts = _cuts(raw)
        if cuts:
            ends = [0, *(end for _, end in cuts)]
            starts = [*(start for start, _ in cuts), len(raw)]
            raw = "".join(raw[a:b] for a, b in zip(ends, starts, strict=True))
    if not raw.isascii() and _HAS_INVISIBLE.search(raw):
        raw = raw.translate(_INVISIBLE)
    return " ".join(raw.split())


def align(raw: str) -> list[int]:
    """Return, for each character of `clean(raw)`, its offset in `raw`.

    >>> align(" a\\xa0 b")
    [1, 2, 4]
    """
    dropped = iter([*_cuts(raw), (len(raw), len(raw))] if "\n" in raw else [(len(raw), len(raw))])
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


_QUOTES = str.maketrans("‘’‚‛“”„‟«»‹›–—−‐‑", "''''\"\"\"\"\"\"''-----")


def fold(text: str) -> str:
    """Return `text` as it is compared: clean, straight quotes, plain hyphens, no case.

    >>> fold("“Homs” – City") == fold('"homs" - city')
    True
    """
    return clean(text).translate(_QUOTES).casefold()
