"""The date inside a dateline: a day, most often without its year, in the form of any language."""

from __future__ import annotations

import re
from functools import cache

from newsparse.grammar.places import key
from newsparse.lexicon import section, table
from newsparse.model import PartialDate

__all__ = ["is_month", "is_weekday", "read_clock", "read_date", "read_day"]


@cache
def _months() -> dict[str, int | None]:
    """Return the months by folded name; `None` for a name that means two months in two languages."""
    months: dict[str, int | None] = {}
    named = [
        (name, number)
        for words in table("calendar")["languages"].values()
        for number, names in enumerate(words["months"], 1)
        for name in names
    ]
    named += [pair for words in section("dates").values() for pair in words.get("months", {}).items()]
    for name, number in named:
        folded = key(name).removeprefix("de ")
        months[folded] = number if months.get(folded, number) == number else None
    return months


@cache
def _weekdays() -> frozenset[str]:
    """Return the folded names of the days of the week."""
    return frozenset(
        key(name) for words in table("calendar")["languages"].values() for names in words["weekdays"] for name in names if len(name) > 1
    )


def is_month(word: str) -> bool:
    """Whether the word is the name of a month."""
    return key(word) in _months()


def is_weekday(word: str) -> bool:
    """Whether the word is the name of a day of the week."""
    return key(word) in _weekdays()


_WORD = r"[^\W\d_][^\W\d_'’\u0300-\u036f\u0900-\u0dff\u064b-\u0655-]{0,15}(?:[\u0900-\u0dff\u064b-\u0655][^\W\d_\u0900-\u0dff]{0,9}){0,12}"
_YEAR = r"(?:(?:,|\.|/|,? de|,? del)? ?(?P<year>(?:1[89]|20)\d\d)(?!\d))?"
# "Dec. 5, 2024", "December 5", "spalio 14 d."; not "December 500"
_MONTH_FIRST = re.compile(rf"(?P<month>{_WORD})\.? ?(?P<day>\d{{1,2}})(?:st|nd|rd|th| d\.)?(?!\d){_YEAR}")
# "5 déc. 2024", "5. prosince", "5 de diciembre de 2024", "5th December, 2024"; not "500 rebels"
_DAY_FIRST = re.compile(
    rf"(?:le |el |il |den |am |ngày )?(?P<day>\d{{1,2}})(?:\.|st\b|nd\b|rd\b|th\b|er\b|º|ª)?(?: ?(?:de |of |d['’]|a(?=\d))| ?)"
    rf"(?P<month>{_WORD}(?: {_WORD})?)\.?{_YEAR}(?: ?(?:г|р|року|года|год)\b\.?)?",
    re.IGNORECASE,
)
_LATER_YEAR = re.compile(_YEAR.removesuffix("?"))
# "2024. december 5.", "2024年12月5日", "2024-12-05"
_YEAR_FIRST = re.compile(rf"(?P<year>(?:1[89]|20)\d\d)\. ?(?P<month>{_WORD}) (?P<day>\d{{1,2}})\.")
_IDEOGRAPHIC = re.compile(r"(?:(?P<year>\d{4})年)?(?:(?P<month>\d{1,2})月)?(?P<day>\d{1,2})日")
_ISO = re.compile(r"(?P<year>(?:1[89]|20)\d\d)[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?!\d)")
# "29/05/2025": which is the day shows only in a number above 12
_NUMERIC = re.compile(r"(?P<day>\d{1,2})([-/.]) ?(?P<month>\d{1,2})\2 ?(?P<year>(?:1[89]|20)\d\d)(?!\d)")
# As Spanish agencies print it before their name: "VALENCIA, 12 (EUROPA PRESS)"; not "Valencia, 12 years old"
_DAY_ALONE = re.compile(r", (\d{1,2})(?= \()")
_LAST_DAY = 31
# "Uhr" and zones are part of the clock: "3:48: Uhr", "10:30 GMT"; not the word after it
_CLOCK = re.compile(
    r",? ?(?:at |um |kl\.? ?|a las )?\d{1,2}[:.h]\d{2}(?::\d\d)?:?(?: ?(?:[ap]\.?m\b\.?|AM\b|PM\b|Uhr\b|h\b|[A-Z]{3,4}\b))*"
)
# A weekday this short says nothing without a date: "Mo." is Monday and Missouri.
_MAX_SHORT = 4
_DAY_NAME = re.compile(rf"({_WORD})\.?(,| (?=\d)|$| (?=\())")


def read_date(text: str, at: int) -> tuple[PartialDate | None, int] | None:
    """Return the date that stands at an offset and where it ends; `None` for the date where only a weekday is named.

    >>> found, end = read_date("HOMS, Dec 5, 2024 (AFP)", 6)
    >>> str(found), end
    ('2024-12-05', 17)
    """
    start = at
    found = None
    named = False
    if text[at : at + 1].isalpha():
        found = _DAY_NAME.match(text, at)
        if found and is_weekday(found[1]):
            named, at = True, found.end()
            while text[at : at + 1] == " ":
                at += 1
    read = _read(text, at) or (_read(text, start) if named else None)  # "Mar" is Tuesday in Spanish, March in English
    if read is None:
        return (None, len(text[:at].rstrip(" ,"))) if named and found and len(found[1]) > _MAX_SHORT else None
    date, end = read
    if text[end : end + 2] == ", " and (found := _DAY_NAME.match(text, end + 2)) and is_weekday(found[1]):
        end = found.end(1)
    return (date, end) if end > start else None


def _read(text: str, at: int) -> tuple[PartialDate, int] | None:
    """Return the date at an offset, without a weekday, and its end."""
    if text[at : at + 1].isdigit():
        for pattern in (_ISO, _NUMERIC, _YEAR_FIRST, _IDEOGRAPHIC):
            if found := pattern.match(text, at):
                return _made(found)
    elif (found := _MONTH_FIRST.match(text, at)) and (read := _made(found)) is not None:
        return read
    if found := _DAY_FIRST.match(text, at):
        if (read := _made(found)) is not None:
            return read
        one = found["month"].partition(" ")[0]  # the second word was not the month's: "5 dic EFE"
        if one != found["month"]:
            return _made_of(found, one, found.start("month") + len(one), text)
    return None


def _made(found: re.Match[str]) -> tuple[PartialDate, int] | None:
    """Return the date of a match and its end, or `None` when it names no month or no such day."""
    parts = found.groupdict()
    stated, day = parts["month"], int(parts["day"])
    month = int(stated) if stated and stated.isdigit() else None
    if stated and month is None:
        if not is_month(stated):
            return None
        month = _months()[key(stated)]
    year = int(parts["year"]) if parts["year"] else None
    if found.re is _NUMERIC:
        return (date, found.end()) if (date := _numeric(day, month or 0, year, found[2])) else None
    if not 1 <= day <= 31 or (month is not None and not 1 <= month <= 12):
        return None
    end = found.end()
    return PartialDate(year, month, day), end


def _made_of(found: re.Match[str], word: str, end: int, text: str) -> tuple[PartialDate, int] | None:
    """Return the date whose month is the first of two words that a match took for it."""
    if not is_month(word) or not 1 <= int(found["day"]) <= 31:
        return None
    year = _LATER_YEAR.match(text, end)
    if year is not None:
        end = year.end()
    elif text[end : end + 1] == ".":
        end += 1
    return PartialDate(int(year["year"]) if year else None, _months()[key(word)], int(found["day"])), end


def _numeric(first: int, second: int, year: int | None, mark: str) -> PartialDate | None:
    """Return a date written in numbers; only its year where day and month cannot be told apart. Dots are day first everywhere."""
    if mark == "." and 1 <= first <= 31 and 1 <= second <= 12:
        return PartialDate(year, second, first)
    if 12 < first <= 31 and 1 <= second <= 12:
        return PartialDate(year, second, first)
    if 1 <= first <= 12 < second <= 31:
        return PartialDate(year, first, second)
    if 1 <= first <= 12 and 1 <= second <= 12:
        return PartialDate(year, first, first) if first == second else PartialDate(year)
    return None


def read_day(text: str, at: int) -> tuple[PartialDate, int] | None:
    """Return the day of a month that is not named, behind a comma and before a bracket, and its end."""
    found = _DAY_ALONE.match(text, at)
    return (PartialDate(day=int(found[1])), found.end()) if found is not None and 1 <= int(found[1]) <= _LAST_DAY else None


def read_clock(text: str, at: int) -> int:
    """Return where a time of day that stands at an offset ends; the offset itself when there is none."""
    found = _CLOCK.match(text, at)
    return found.end() if found else at
