"""Days in figures: which of them is the day, the month and the year, and which figures are none of a date."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from typing import NamedTuple

from newsparse.grammar.calendar import GREGORIAN, SOLAR, day_in
from newsparse.grammar.labels import label_before, listed
from newsparse.grammar.shape import Shape
from newsparse.model import PartialDate

__all__ = ["DAY_FIRST_SCRIPTS", "Custom", "is_numbering", "is_price", "is_solar", "order_of", "read_figures", "two_digit_year"]


# Greek, Cyrillic and what follows as far as Georgian, and Khmer: no language that is written so prints the month before the day.
DAY_FIRST_SCRIPTS = re.compile("[\u0370-\u10ff\u1780-\u17ff]")


class Custom(NamedTuple):
    """How a text prints its days, as far as that is known."""

    month_first: bool | None = None
    """Whether `02/03/2024` is in February; `None` where nothing tells."""
    lean: bool = False
    """Whether the month first is likelier where nothing tells."""
    year_first: bool = False
    """Whether a year of two digits stands in front, as in East Asia."""
    solar: bool = False
    """Whether a year of 13xx or 14xx is of the Iranian calendar, whatever its digits."""
    pivot: int | None = None
    """The last year that two digits may mean."""


def two_digit_year(year: int, pivot: int | None) -> int:
    """Return the year meant by two digits: not later than the pivot; without one, 1969 to 2068."""
    if pivot is None:
        return year + (2000 if year < 69 else 1900)
    century = pivot - pivot % 100
    return century + year if century + year <= pivot else century - 100 + year


# The Iranian calendar has not come further, and the Islamic lunar one is beyond it.
_LAST_SOLAR = 1420


def is_solar(year: int, shape: Shape, match: re.Match[str], custom: Custom) -> bool:
    """Whether a year of 13xx or 14xx in figures is of the Iranian calendar: in its language or digits; else it may be lunar."""
    return year <= _LAST_SOLAR and (custom.solar or any("\u06f0" <= char <= "\u06f9" for char in shape.text(match.start(), match.end())))


def read_figures(shape: Shape, match: re.Match[str], custom: Custom) -> tuple[tuple[date, ...], PartialDate | None]:
    """Return what a date in figures may mean, the likeliest first; an empty partial date for one that is left raw.

    Dotted dates are day first everywhere. Of others the document decides; where it does not, both readings stay.
    """
    values = shape.values
    a, b, at = values[match.start("a")], values[match.start("b")], match.start("y")
    year, sep = values[at], match["sep"]
    if is_price(shape, match.start()) or (sep in {".", "-"} and is_numbering(shape, match.start())):
        return (), None
    if match["y"] == "n":
        if not _is_short(shape, match) or _is_amount(shape, match):
            return (), None
        if custom.year_first and (found := _day(two_digit_year(a, custom.pivot), b, year)) is not None:
            return (found,), None
        year = two_digit_year(year, custom.pivot)
        if sep == "-" and custom.month_first is None and a > _LAST_MONTH:  # "23-07-24" is printed in both orders
            readings = _day(year, b, a), _day(two_digit_year(a, custom.pivot), b, values[at])
            return tuple(dict.fromkeys(value for value in readings if value is not None)), None
    calendar = GREGORIAN
    if 1300 <= year <= 1499:
        if not is_solar(year, shape, match, custom):
            return (), PartialDate()
        calendar = SOLAR
    if match.string[match.start("a") + 1] == "o":  # "1er/06/2025": months have no ordinals
        sep = "."
    return _ordered(_day(year, b, a, calendar), _day(year, a, b, calendar), sep, custom), None


def _ordered(day_first: date | None, other: date | None, sep: str, custom: Custom) -> tuple[date, ...]:
    """Return the readings of figures that are dates, the likeliest first, or the only one where the order is known."""
    if sep == ".":
        return (day_first,) if day_first else ()
    month_leads = custom.lean and sep == "/" if custom.month_first is None else custom.month_first
    first, second = (other, day_first) if month_leads else (day_first, other)
    if custom.month_first is not None or first is None or second is None or first == second:
        first = first or second
        return (first,) if first else ()
    return first, second


_LAST_MONTH = 12


def _is_short(shape: Shape, match: re.Match[str]) -> bool:
    """Whether the year of a date in figures has two digits, and all else is as in dates: "25.4.24", "23-07-24"; not "R6.4.24"."""
    starts, at, start = shape.starts, match.start("y"), shape.starts[match.start()]
    if starts[at + 1] - starts[at] != 2 or match.string[at - 1] == " ":
        return False
    if shape.line[start - 1 : start].isalpha() and not shape.line[max(0, start - 2) : start - 1].isalpha():
        return False  # an era's letter, a version's
    if match["sep"] != "-":
        return match["sep"] in {"/", "."}
    before, behind = match.string[: match.start()].rstrip(" ")[-1:], match.string[match.end() :].lstrip(" ")[:1]
    # as long as a year, a dashed number may be anything: a line of its own, a clock or a label tells that it is a day
    return match.end() - match.start() == starts[at + 1] - start - 3 and behind != "x" and (before != "x" or _is_labelled(shape, start))


def _is_labelled(shape: Shape, at: int) -> bool:
    """Whether a label stands before an offset."""
    return label_before(shape.low, 0, at) is not None


def _day(year: int, month: int, day: int, calendar: str = GREGORIAN) -> date | None:
    return day_in(calendar, year - 543 if 2400 <= year <= 2700 else year, month, day)


def is_price(shape: Shape, at: int) -> bool:
    """Whether a currency stands right before a number: "$3.12.2025", "$12.50"."""
    start = shape.starts[at]
    return unicodedata.category(shape.line[start - 1 : start] or " ") == "Sc"


def is_numbering(shape: Shape, at: int) -> bool:
    """Whether the word before a dotted number makes it a number of something: "section 3.4.2024"."""
    before = shape.low[: shape.starts[at]].rstrip(" .:").rpartition(" ")[2]
    return before in listed("numbering") or before.endswith("§")


def _is_amount(shape: Shape, match: re.Match[str]) -> bool:
    """Whether figures count something: before a unit or a percent, or between two words of prose or two numbers: "up 3.4.20 million"."""
    line, start, end = shape.line, shape.starts[match.start()], shape.starts[match.end()]
    if line[end : end + 1] == "%":
        return True
    before, behind = _BESIDE.search(line, max(0, start - 16), start), _BESIDES.match(line, end)
    if behind is not None and behind[1].lower() in listed("amounts"):
        return True
    if before is not None and before[1].isdigit() and (len(before[1]) >= _DIALLED or (behind is not None and behind[1].isdigit())):
        return True
    if before is None or behind is None:
        return False
    letters = match.string[: match.start()].rstrip(" ")[-1:], match.string[match.end() :].lstrip(" ")[:1]
    return letters == ("x", "x") and before[1].islower() and behind[1].islower() and not _is_labelled(shape, start)


# A number of so many figures before another is no clock and no page: "Call 030 12.03.24".
_DIALLED = 3
# The word or number right before a date, and right behind it where no clock is.
_BESIDE = re.compile(r"([^\W\d_]+|\d+) $")
_BESIDES = re.compile(r" ([^\W\d_]+|\d+)(?![:.]\d)")


_FIGURES = re.compile(r"(?<![\d./-])(\d{1,2})([/-])(\d{1,2})\2(?:\d{4}|\d{2})(?![\d/-])")


def order_of(text: str) -> bool | None:
    """Return whether the figures of a text put the month first, or `None` when none of its dates tells.

    >>> order_of("Posted 31/03/2024, updated 02/04/2024"), order_of("12/31/2024"), order_of("02/04/2024")
    (False, True, None)
    """
    votes = 0
    for match in _FIGURES.finditer(text):
        a, b = int(match[1]), int(match[3])
        if a > 12 >= b > 0 and a <= 31:
            votes -= 1
        elif b > 12 >= a > 0 and b <= 31:
            votes += 1
    return None if votes == 0 else votes > 0
