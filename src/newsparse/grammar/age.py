"""Ages printed in the place of a date: "3 hours ago", "vor 58 Minuten", "21h"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from newsparse.grammar.calendar import Words
from newsparse.grammar.labels import listed
from newsparse.model import Relative

__all__ = ["find_ages", "find_now"]

# "21h", "2d", "5 m", "3 years", "11 months" with nothing else on the line: some themes print the age so
_SHORT = re.compile(r"[\W_]*(\d{1,3}) ?(?:(s)|(m|min|mins)|(h|hr|hrs|hours?)|(d|days?)|(w|wks?|weeks?)|(mo|months?)|(y|yrs?|years?))[\W_]*", re.ASCII)
# Longer lines are prose, in which "now" is a word like others.
_MAX_NOW = 120
_SHORT_UNITS = ("second", "minute", "hour", "day", "week", "month", "year")


@cache
def _now() -> re.Pattern[str]:
    phrases = sorted((phrase for phrase in listed("now") if len(phrase) > 3 or not phrase.isascii()), key=len, reverse=True)
    return re.compile(rf"(?<![^\W\d_])(?:{'|'.join(map(re.escape, phrases))})(?![^\W\d_])")


def find_ages(low: str, words: Words) -> Iterator[tuple[int, int, Relative]]:
    """Yield the ages of a folded line with their places."""
    if len(low) <= 12 and (short := _SHORT.fullmatch(low)) is not None and short.lastindex is not None:
        yield short.start(1), short.end(short.lastindex), Relative(int(short[1]), _SHORT_UNITS[short.lastindex - 2])
        return
    for match in words.age.finditer(low):
        before = low[max(0, match.start() - 24) : match.start()].rstrip()
        for prefix, unit in words.ages[match[2]].items():
            if before.endswith(prefix) and not (prefix and before[: -len(prefix)][-1:].isalpha()):
                start = len(low[: match.start()].rstrip()) - len(prefix) if prefix else match.start()
                yield start, match.end(), Relative(int(match[1]), unit)
                break


def find_now(low: str) -> Iterator[tuple[int, int, Relative]]:
    """Yield "just now" and the like."""
    if len(low) <= _MAX_NOW and (match := _now().search(low)) is not None:
        yield match.start(), match.end(), Relative(0, "second")
