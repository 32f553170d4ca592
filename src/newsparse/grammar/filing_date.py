"""The date inside a dateline: a day, most often without its year, in the form of any language."""

from __future__ import annotations

import re

from newsparse.grammar.calendar import fold_line, words
from newsparse.grammar.clock import find_clocks
from newsparse.grammar.day import Day, find_days
from newsparse.grammar.numeric_day import DAY_FIRST_SCRIPTS, Custom
from newsparse.grammar.shape import Shape, read_shape
from newsparse.model import PartialDate

__all__ = ["Stamps", "is_month", "is_weekday", "read_day"]

# How far behind its first figure a date and its clock may reach: "17 de septiembre de 2026, 14:30 h".
_REACH = 40
_DIGIT = re.compile(r"\d")
# What no date and no clock goes on behind: "Dec 5 (Reuters)", "5 дек — РИА", "Nov 3: The"; not "5 Dec - 14:30", "Dec. 5 (火)", "3:48: Uhr"
_BEYOND = re.compile(r"\((?=[^()]{3})| [—–-]{1,2} (?=[^\W\d])|(?<!:\d\d)(?=: ?[^\W\d])")
# Words before a day or a clock, which are part of it: "le 5 déc.", "kl. 14:30", "في 5 مارس"
_LEAD = re.compile(r"(?:[cK][.:]? ?){1,2}$")
# A day of the week that may be the end of a name: "La Paz, 5 mar", where "Paz" is Sunday in Turkish
_WEEKDAY = re.compile(r"[WB]\.?, ?")
# The word behind a date that closes it: "5 марта 2026 года -", "kovo 17 d. (ELTA)"; not "5 May the army"
_CLOSING = re.compile(r" ?c\.?(?= ?[-(\[/|:.,]| ?$)")
# As Spanish agencies print it before their name: "VALENCIA, 12 (EUROPA PRESS)"; not "Valencia, 12 years old"
_DAY_ALONE = re.compile(r", (\d{1,2})(?= \()")
_LAST_DAY = 31
# A weekday of four letters or less says nothing without a date: "Mo." is Monday and Missouri.
_LONG_WORD = re.compile(r"[^\W\d_]{5,24}")
_GAP = re.compile(r",? ?")


def _letter(word: str) -> str:
    """Return the letter that stands for a word in the shape of a line; a blank for a word that is none of dates."""
    return words().kinds.get(fold_line(word).rstrip("."), (" ", None))[0]


def is_month(word: str) -> bool:
    """Whether the word is the name of a month."""
    return _letter(word) in "MB"


def is_weekday(word: str) -> bool:
    """Whether the word is the name of a day of the week."""
    return len(word) > 1 and _letter(word) in "WB"


class Stamps:
    """The dates and clocks in the beginning of a text, found when first asked for.

    >>> Stamps("HOMS, Dec 5, 2024 (AFP)").date_at(6)
    (PartialDate(year=2024, month=12, day=5, hour=None, minute=None), 17)
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._dates: dict[int, tuple[PartialDate | None, int]] | None = None
        self._shape: Shape | None = None
        self._masked = ""

    def date_at(self, at: int) -> tuple[PartialDate | None, int] | None:
        """Return the date that stands at an offset and where it ends; `None` for the date where no day of the calendar is named."""
        dates = self._dates if self._dates is not None else self._read()
        if at in dates:
            return dates[at]
        word = _LONG_WORD.match(self.text, at)
        return (None, word.end()) if word is not None and is_weekday(word[0]) else None

    def clock_at(self, at: int) -> int:
        """Return where a time of day that stands at an offset, or behind a comma there, ends; the offset itself when there is none."""
        gap = _GAP.match(self.text, at)
        begin = gap.end() if gap is not None else at
        if not self.text[begin : begin + 1].isalnum():
            return at
        if self._dates is None:
            self._read()
        if self._shape is None:
            return at
        starts = self._shape.starts
        clocks = [clock for clock in find_clocks(self._shape, self._masked) if clock.strict]
        return next((starts[clock.end] for clock in clocks if any(starts[token] == begin for token in self._begins(clock.start))), at)

    def _read(self) -> dict[int, tuple[PartialDate | None, int]]:
        """Return the dates with their ends, by the offset at which each begins."""
        found: dict[int, tuple[PartialDate | None, int]] = {}
        self._dates = found
        figure = _DIGIT.search(self.text)  # without one only a weekday tells of a day
        if figure is None:
            return found
        reach = figure.start() + _REACH
        beyond = _BEYOND.search(self.text, figure.end(), reach)
        self._shape = shape = read_shape(self.text[: beyond.end() if beyond is not None else reach], words())
        custom = Custom(False if DAY_FIRST_SCRIPTS.search(shape.low) is not None else None)
        whole, masked = find_days(shape, shape.shape, custom, whole=True)
        parts, self._masked = find_days(shape, masked, custom, whole=False)
        for day in whole + parts:
            if day.values or (day.partial is not None and (day.partial.day is not None or day.partial.month is None)):
                read = _stated(day), self._end(shape, day)
                for token in self._begins(day.start):
                    found.setdefault(shape.starts[token], read)
        return found

    def _begins(self, token: int) -> tuple[int, ...]:
        """Return the tokens at which a date or a clock may be said to begin: its own, that of the words before it, that behind its weekday."""
        shape = self._shape.shape if self._shape is not None else ""
        weekday = _WEEKDAY.match(shape, token)
        if weekday is not None:
            return token, weekday.end()
        lead = _LEAD.search(shape, max(0, token - 6), token)
        return (token,) if lead is None else (token, lead.start())

    def _end(self, shape: Shape, day: Day) -> int:
        """Return the offset behind a date, with the period of its month and the word that closes it."""
        closing = _CLOSING.match(shape.shape, day.end)
        if closing is not None:
            return shape.starts[closing.end()]
        end = shape.starts[day.end]
        return end + 1 if shape.shape[day.end - 1] in "MB" and self.text[end : end + 1] == "." else end


def _stated(day: Day) -> PartialDate | None:
    """Return what a date states; only its year where day and month cannot be told apart, nothing where it is left raw."""
    if not day.values:
        return day.partial if day.partial is not None and day.partial.day is not None else None
    first = day.values[0]
    if len(day.values) > 1 and not day.months:
        return PartialDate(first.year)
    return PartialDate(first.year, first.month, first.day)


def read_day(text: str, at: int) -> tuple[PartialDate, int] | None:
    """Return the day of a month that is not named, behind a comma and before a bracket, and its end."""
    found = _DAY_ALONE.match(text, at)
    return (PartialDate(day=int(found[1])), found.end()) if found is not None and 1 <= int(found[1]) <= _LAST_DAY else None
