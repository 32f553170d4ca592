"""A line as tokens and as its shape: a string with one letter for each token.

The grammar of dates is written on shapes, so that it is the same in every language and its
patterns stay short: "5 décembre 2024" and "5. prosince 2024" have the shapes `n M y` and `n. M y`.

`n` `t` `y` `b`: numbers of 1-2, 3, 4 and other lengths; `M` month, `W` weekday, `B` either;
`A` half of the day, `N` noon or midnight, `K` word before a clock, `U` word behind a clock,
`Y O D H I S` the marks 年月日時分秒, `G` an era, `Z` a zone, `T` the ISO letter, `o` an ordinal
ending, `c` a joining word, `r` a day named by its distance ("yesterday"), `x` any other word,
a blank for white space, punctuation for itself, `~` for anything else.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import accumulate, pairwise
from typing import Any, NamedTuple

from newsparse.grammar.calendar import Words, fold_line

__all__ = ["Shape", "read_shape"]

_NUMERALS = {char: number for number, char in enumerate("零一二三四五六七八九")} | {"〇": 0}
_LENGTHS = {1: "n", 2: "n", 3: "t", 4: "y"}
# What is glued to a name. A dump glues a month to it: "Doric SamDecember 20", "ESPNDec 22"; not "Sam December 20", "McMay".
# A figure glued to a lone capital is part of one: the "1" of "F1" is no day of the month; not "T14:30" or "R6.12.5".
_GLUED = re.compile(r"(?<=[^\W\d_])(?P<month>[A-Z][a-z]{2,8}\.? ?(?=\d))|(?<![^\W_])[A-Z]\d{1,2}(?![\w:/.-])")


class Shape(NamedTuple):
    """A line cut into tokens."""

    line: str
    """The line as given."""
    low: str
    """The line folded, character for character."""
    shape: str
    """A letter a token."""
    starts: list[int]
    """Where each token begins, and behind the last one the line's length."""
    values: tuple[Any, ...]
    """What each token means: a number, months, a zone; `None` where the letter says all."""

    def text(self, start: int, end: int) -> str:
        """Return the characters of the tokens from `start` to before `end`."""
        return self.line[self.starts[start] : self.starts[end]]


def read_shape(line: str, words: Words) -> Shape:
    """Return a line cut into tokens."""
    low = fold_line(line)
    kinds, zones = words.kinds, words.zones
    glued = [*_GLUED.finditer(line)]
    tokens = _unglued(low, glued, words) if glued else words.token.findall(low)
    starts = [0, *accumulate(map(len, tokens))]
    read = [kinds.get(token) or _unlisted(token) for token in tokens]
    if not zones.keys().isdisjoint(tokens):
        for i, token in enumerate(tokens):
            if token in zones and line[starts[i] : starts[i + 1]].isupper():
                read[i] = "Z", zones[token]
    for match in glued:
        if match["month"] is None:
            read[bisect_left(starts, match.end()) - 1] = "b", None
    letters, values = zip(*read, strict=True) if read else ((), ())
    return Shape(line, low, "".join(letters), starts, values)


def _unglued(low: str, glued: list[re.Match[str]], words: Words) -> list[str]:
    """Return the tokens of a folded line, cut also where a month may be glued to a name."""
    cuts = [0, *(match.start() for match in glued if match["month"] is not None), len(low)]
    return [token for start, end in pairwise(cuts) for token in words.token.findall(low[start:end])]


_WORD, _BLANK, _OTHER = ("x", None), (" ", None), ("~", None)


def _unlisted(token: str) -> tuple[str, int | None]:
    """Return the letter and value of a token that no table holds."""
    first = token[0]
    if "0" <= first <= "9":
        length = len(token)
        return _LENGTHS.get(length, "b"), int(token) if length < 15 else None
    if first.isspace():
        return _BLANK
    if first in "〇零一二三四五六七八九十廿卅":
        return _numeral(token)
    return _WORD if first.isalpha() else _OTHER


def _numeral(token: str) -> tuple[str, int | None]:
    """Return the letter and value of a Chinese numeral: 二〇二四 by digits, 十二 and 廿五 by tens."""
    if all(char in _NUMERALS for char in token):
        return _LENGTHS.get(len(token), "b"), int("".join(str(_NUMERALS[char]) for char in token))
    token = token.replace("廿", "二十").replace("卅", "三十")
    tens, mark, ones = token.partition("十")
    if not mark or len(tens) > 1 or len(ones) > 1:
        return "x", None
    return "n", (_NUMERALS.get(tens, 1) if tens else 1) * 10 + _NUMERALS.get(ones, 0)
