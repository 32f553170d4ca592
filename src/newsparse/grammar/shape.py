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
from itertools import accumulate
from typing import Any, NamedTuple

from newsparse.grammar.calendar import Words, fold_line

__all__ = ["Shape", "read_shape"]

_NUMERALS = {char: number for number, char in enumerate("零一二三四五六七八九")} | {"〇": 0}
_LENGTHS = {1: "n", 2: "n", 3: "t", 4: "y"}
# Where a shape may hide what is glued to a name: a word before a figure, a word and a figure without a blank.
_BEFORE_FIGURE = re.compile(r"x(?=\.? ?[ntyb])")
_WITH_FIGURE = re.compile(r"[^\Wntyb_]n(?![:/.-]|[^\WM])")
# A dump glues a month to the name before it: "Doric SamDecember 20", "ESPNDec 22"; not "Sam December 20", "McMay".
_GLUED_MONTH = re.compile(r"(?<=[^\W\d_])[A-Z][a-z]{2,8}$")


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
    tokens = (words.ascii_token if low.isascii() else words.token).findall(low)
    shape = _shaped(line, low, tokens, words)
    if _BEFORE_FIGURE.search(shape.shape) is not None and (apart := _unglued(shape, tokens)) is not None:
        shape = _shaped(line, low, apart, words)
    return shape if _WITH_FIGURE.search(shape.shape) is None else _named(shape)


def _shaped(line: str, low: str, tokens: list[str], words: Words) -> Shape:
    """Return a line with its tokens looked up."""
    own, kinds, zones = words.own, words.kinds, words.zones
    starts = [0, *accumulate(map(len, tokens))]
    read = [own.get(token) or kinds.get(token) or _unlisted(token) for token in tokens]
    if not zones.keys().isdisjoint(tokens):
        for i, token in enumerate(tokens):
            if token in zones and line[starts[i] : starts[i + 1]].isupper():
                read[i] = "Z", zones[token]
    return Shape(line, low, "".join([letter for letter, _ in read]), starts, [value for _, value in read])


def _unglued(shape: Shape, tokens: list[str]) -> list[str] | None:
    """Return the tokens cut also where a month is glued to a name, or `None` where none is."""
    cuts = {}
    for match in _BEFORE_FIGURE.finditer(shape.shape):
        month = _GLUED_MONTH.search(shape.text(match.start(), match.end()))
        if month is not None:
            cuts[match.start()] = month.start()
    if not cuts:
        return None
    return [part for i, token in enumerate(tokens) for part in ((token[: cuts[i]], token[cuts[i] :]) if i in cuts else (token,))]


def _named(shape: Shape) -> Shape:
    """Return a shape in which a figure glued to a lone capital is no small number: the "1" of "F1" is no day; not "T14:30", "R6.12.5"."""
    letters = list(shape.shape)
    for match in _WITH_FIGURE.finditer(shape.shape):
        at = shape.starts[match.start()]
        name = shape.text(match.start(), match.start() + 1)
        if len(name) == 1 and name.isascii() and name.isupper() and not shape.line[max(0, at - 1) : at].isalnum():
            letters[match.start() + 1] = "b"
    return shape._replace(shape="".join(letters))


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
