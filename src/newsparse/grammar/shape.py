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
# A dump glues a month to the name before it: "Doric SamDecember 20", "ESPNDec 22"; not "Sam December 20", "McMay".
_GLUED_MONTH = re.compile(r"[^\W\d_](?=[A-Z][a-z]{2,8}\.? ?\d)")
# A figure glued to a lone capital is a name: the "1" of "F1" is no day of the month; not "T14:30" or "R6.12.5".
_GLUED_FIGURE = re.compile(r"(?<![^\W_])[A-Z]\d{1,2}(?![\w:/.-])")


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
    values: list[Any]
    """What each token means: a number, months, a zone; `None` where the letter says all."""

    def text(self, start: int, end: int) -> str:
        """Return the characters of the tokens from `start` to before `end`."""
        return self.line[self.starts[start] : self.starts[end]]


def read_shape(line: str, words: Words) -> Shape:
    """Return a line cut into tokens."""
    low = fold_line(line)
    kinds, zones, lengths = words.kinds, words.zones, _LENGTHS
    tokens = words.token.findall(low) if _GLUED_MONTH.search(line) is None else _unglued(line, low, words)
    starts = [0, *accumulate(map(len, tokens))]
    letters: list[str] = []
    values: list[Any] = []
    for i, token in enumerate(tokens):
        if "0" <= token[0] <= "9":
            length = len(token)
            letters.append(lengths.get(length, "b"))
            values.append(int(token) if length < 15 else None)
            continue
        letter, value = kinds.get(token, _UNKNOWN)
        if token in zones and line[starts[i] : starts[i + 1]].isupper():
            letter, value = "Z", zones[token]
        elif letter == "?":
            letter, value = _unknown(token)
        letters.append(letter)
        values.append(value)
    for match in _GLUED_FIGURE.finditer(line):
        letters[bisect_left(starts, match.end()) - 1] = "b"
    return Shape(line, low, "".join(letters), starts, values)


def _unglued(line: str, low: str, words: Words) -> list[str]:
    """Return the tokens of a folded line, cut also where a month may be glued to a name."""
    cuts = [0, *(match.end() for match in _GLUED_MONTH.finditer(line)), len(low)]
    return [token for start, end in pairwise(cuts) for token in words.token.findall(low[start:end])]


_UNKNOWN = ("?", None)


def _unknown(token: str) -> tuple[str, int | None]:
    """Return the letter and value of a token that no table holds."""
    first = token[0]
    if first.isspace():
        return " ", None
    if first in "〇零一二三四五六七八九十廿卅":
        return _numeral(token)
    return ("x" if first.isalpha() else "~"), None


def _numeral(token: str) -> tuple[str, int | None]:
    """Return the letter and value of a Chinese numeral: 二〇二四 by digits, 十二 and 廿五 by tens."""
    if all(char in _NUMERALS for char in token):
        return _LENGTHS.get(len(token), "b"), int("".join(str(_NUMERALS[char]) for char in token))
    token = token.replace("廿", "二十").replace("卅", "三十")
    tens, mark, ones = token.partition("十")
    if not mark or len(tens) > 1 or len(ones) > 1:
        return "x", None
    return "n", (_NUMERALS.get(tens, 1) if tens else 1) * 10 + _NUMERALS.get(ones, 0)
