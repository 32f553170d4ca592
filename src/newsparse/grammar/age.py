"""Ages printed in the place of a date: "3 hours ago", "vor 58 Minuten", "21h"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from newsparse.grammar.calendar import Words, fold_line, grouped
from newsparse.grammar.labels import label_after, listed
from newsparse.lexicon import section
from newsparse.model import Relative

__all__ = ["find_ages", "find_now", "find_spelled"]

# "21h", "2d", "5 m", "3 years", "11 months" with nothing else on the line: some themes print the age so
_SHORT = re.compile(
    r"[\W_]*(\d{1,3}) ?(?:(s)|(m|min|mins)|(h|hr|hrs|hours?)|(d|days?)|(w|wks?|weeks?)|(mo|months?)|(y|yrs?|years?))[\W_]*", re.ASCII
)
# The same between bars: "Jane Doe • 1h • 3 min read"; not "3 min", how long one reads, nor "Channel 5 | 3D".
_BARRED = re.compile(r"(?:(?<=[|•·] )|(?<=[|•·]))(\d{1,3})(?:(s)|(m)|(h|hr|hrs)|(d)|(w|wk)|(mo)|(y|yr))(?= ?(?:[|•·]|$))", re.ASCII)
# Longer lines are prose, in which "now" is a word like others.
_MAX_NOW = 60
_MAX_ABOUT = 24
_GOES_ON = re.compile(r"[^\W\d_]")
_SHORT_UNITS = ("second", "minute", "hour", "day", "week", "month", "year")


# "3 hours", not "12:3 h" nor "1.3 m"
_NUMBER = re.compile(r"(?<![\d:./,-])(\d{1,3}) ?(?=[^\W\d_]|\()")


# Between the numbers of an age of two units: the larger unit, and what joins both: "hours, ", "hrs and "; and the smaller unit.
_PARTS = re.compile(r"([^\W\d_]{1,12}\.?)(?:,? |, ?[^\W\d_]{1,4} | [^\W\d_]{1,4} )")
_UNIT = re.compile(r"[^\W\d_]{1,12}\.?")


@cache
def _now() -> tuple[re.Pattern[str], dict[str, Relative]]:
    """Return "just now", and the ages that have no number, in every language, and the pattern that finds one."""
    now = [phrase for phrase in listed("now") if len(phrase) > 3 or not phrase.isascii()]
    ages = dict.fromkeys(now, Relative(0, "second"))
    for entry in section("dates").values():
        for phrase, meant in entry.get("spoken_ages", {}).items():
            amount, unit = meant.split(" ")
            ages[fold_line(phrase)] = Relative(int(amount), unit)
    return re.compile(rf"(?:{grouped(ages)})(?![^\W\d_])"), ages


@cache
def _spelled() -> tuple[re.Pattern[str], dict[str, int]]:
    """Return the words for small numbers, and the pattern of one before another word."""
    numbers = {fold_line(word): number for entry in section("dates").values() for word, number in entry.get("numerals", {}).items()}
    numbers |= dict.fromkeys(listed("ones"), 1)
    # what may stand before it is asked of each match: a pattern that begins with its words skips all other characters at once
    return re.compile(rf"({grouped(numbers)}) ?(?=[^\W\d_])"), numbers


def find_ages(low: str, words: Words) -> Iterator[tuple[int, int, Relative]]:
    """Yield the ages of a folded line with their places."""
    if len(low) <= 12 and (short := _SHORT.fullmatch(low)) is not None and short.lastindex is not None:
        yield short.start(1), short.end(short.lastindex), Relative(int(short[1]), _SHORT_UNITS[short.lastindex - 2])
        return
    for short in _BARRED.finditer(low):
        yield *short.span(), Relative(int(short[1]), _SHORT_UNITS[(short.lastindex or 2) - 2])
    before: re.Match[str] | None = None
    for match in _NUMBER.finditer(low):
        if (found := _age(low, match, words)) is not None:
            whole = _joined(low, before, match, found[1], words) if before is not None else None
            number, (start, end, unit) = (before, whole) if before is not None and whole is not None else (match, found)
            yield start, end, Relative(int(number[1]), unit)
        before = match if found is None else None


def find_spelled(low: str, words: Words) -> Iterator[tuple[int, int, Relative]]:
    """Yield the age of a short line whose number is a word: "an hour ago", "vor zwei Stunden"."""
    if len(low) > _MAX_NOW:
        return
    pattern, numbers = _spelled()
    for match in pattern.finditer(low):
        found = _age(low, match, words) if not low[match.start() - 1 : match.start()].isalnum() else None
        if found is None:
            continue
        number = numbers[match[1]]
        if number == 1 or not _GOES_ON.search(low, found[1]):  # "Two years ago today", a headline
            yield found[0], found[1], Relative(number, found[2])
            return


def _age(low: str, number: re.Match[str], words: Words) -> tuple[int, int, str] | None:
    """Return where the age with a number begins and ends, and its unit, or `None`."""
    at = number.end()
    for first in (low[at : at + 2], low[at : at + 1]):
        for behind, befores in words.ages.get(first, ()):
            end = at + len(behind)
            if (
                low.startswith(behind, at)
                and (not low[end : end + 1].isalpha() or label_after(low, end) is not None)
                and (found := _before(low, number.start(), befores)) is not None
            ):
                return found[0], end, found[1]
    return None


def _joined(low: str, first: re.Match[str], number: re.Match[str], end: int, words: Words) -> tuple[int, int, str] | None:
    """Return an age of two units as that of the larger: "5 hours" of "5 hours, 20 minutes ago"; `None` where it has one only."""
    parts, unit = _PARTS.fullmatch(low, first.end(), number.start()), _UNIT.match(low, number.end())
    if parts is None or unit is None:
        return None
    joined = _age(f"{low[: parts.end(1)]}{low[unit.end() : end]}", first, words)
    return (joined[0], end, joined[2]) if joined is not None else None


@cache
def _about() -> re.Pattern[str]:
    """Return the pattern of a word for "about" before a number."""
    return re.compile(rf"(?<![^\W_])(?:{grouped(listed('about'))}) $")


def _before(low: str, at: int, befores: Mapping[str, str]) -> tuple[int, str] | None:
    """Return where an age with its number at `at` begins, and its unit, or `None` when the word before it is missing."""
    about = _about().search(low, max(0, at - _MAX_ABOUT), at)
    if about is not None:  # "il y a environ 2 heures"
        at = about.start()
    for prefix, unit in befores.items():
        if not prefix:
            return at, unit
        begin = len(low[max(0, at - 24) : at].rstrip()) + max(0, at - 24) - len(prefix)
        if begin >= 0 and low.startswith(prefix, begin) and not low[begin - 1 : begin].isalpha():
            return begin, unit
    return None


def find_now(low: str) -> Iterator[tuple[int, int, Relative]]:
    """Yield "just now", "час назад" and the like."""
    if len(low) > _MAX_NOW:
        return
    pattern, ages = _now()
    for match in pattern.finditer(low):
        if not low[match.start() - 1 : match.start()].isalpha():
            yield match.start(), match.end(), ages[match[0]]
            return
