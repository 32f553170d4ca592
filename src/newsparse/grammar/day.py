"""Days as printed: complete, incomplete or named by their distance, read on the shape of a line."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from newsparse.grammar.calendar import GREGORIAN, SOLAR, Month, day_in
from newsparse.grammar.numeric_day import Custom, is_numbering, is_solar, read_figures, two_digit_year
from newsparse.grammar.shape import Shape
from newsparse.model import PartialDate

__all__ = ["Day", "find_days"]


class Day(NamedTuple):
    """A date as printed."""

    start: int
    """Its first token."""
    end: int
    """Behind its last token."""
    values: tuple[date, ...] = ()
    """What it may mean, the likeliest first; empty when it is incomplete or left raw."""
    partial: PartialDate | None = None
    """Its stated parts, when it is incomplete."""
    distance: int | None = None
    """How many days back, when it is named by its distance ("yesterday")."""
    inner: tuple[int, int] | None = None
    """The tokens of a clock that stands inside it ("Apr 28 19:20:36 CEST 2023")."""
    months: tuple[Month, ...] = ()
    """What the month's name means; empty for figures."""


# "2024-11-08", "2024/11/8", "2024. 12. 5." ; not "2024-11-081"
_YMD = re.compile(r"(?<![nytb][-/.])(?P<y>y)(?P<sep>[-/.]) ?(?P<m>n)(?P=sep) ?(?P<d>n)(?![-/.]?[nytb])")
# "30/04/2024", "23. 12. 2024", "25.4.24", "12-22-2023", "26 | 01 | 2022", "1er/06/2025"; not "1.2.3.4", "10-12", "3 | 4 | 12"
_NUMERIC = re.compile(r"(?<![nytb][-/.])(?P<a>n)o?(?P<sep>[-/.]| ?\|) ?(?P<b>n)(?P=sep) ?(?P<y>y|n)(?![-/.]?[nytb])")
_YEAR = r"(?P<y>y(?![ytb]|n(?!\.? [MBWx]|:n))|' ?n|n(?= ?(?:$|[,|)~(+-]|\[|n[:.]n|c n[:.]n)))"
# "5 de dezembro de 2024", "04 NOV 25", "5. prosince 2024", "5-Dec-2024", "1er janvier 2025", "5th of December, 2024"
_DMY = re.compile(
    rf"(?<![nytb][-/.:])(?P<d>n)(?: ?o)?[.]? ?(?:[-/,] ?|c[. ']? ?){{0,2}}(?P<M>[MB])(?:/[MB])?[.,]{{0,2}} ?(?:[-/,] ?|[cG][.]? ?){{0,2}}{_YEAR}(?! ?U(?!\.? ?n[:.]n))"
)
# "December 6, 2024", "Dec. 19th 2025", "Sept. 5th of 2024", "Dec-05-2024", "June 20, '23"
_MDY = re.compile(
    r"(?P<M>[MB])\.? ?[-/]? ?(?:c\.? ?)?(?P<d>n)(?: ?o)?[.]? ?(?:[,/.-]|c )? ?(?:c )?(?P<y>y(?![ytb]|n(?!\.? [MBWx]|:n))|' ?n|(?<=, )n(?= ?(?:$|[,|)~(-]|n:n)))"
)
# "Jul-09-24"; not "Jul 22-24, 2024"
_MDY_DASHED = re.compile(r"(?P<M>M)-(?P<d>n)-(?P<y>n)(?![-/.]?[nytb])")
# Java prints the clock inside: "Fri Apr 28 19:20:36 CEST 2023", "Apr 28 2:23 PM 2023"
_MDTY = re.compile(r"(?P<M>[MB]) (?P<d>n) (?P<clock>n:n(?::n)?(?: A)?(?: Z)?(?: ?[-+](?:y|n:n))?) (?P<y>y)(?![nytb])")
# A design that sets day and year apart leaves them glued: "Mai062018", "Apr 042013"
_MDY_GLUED = re.compile(r"(?P<M>[MB])\.? ?(?P<g>b)")
# "2024. december 5.", "2024 m. gruodžio 5 d.", "2024-Dec-05"
_YMD_NAME = re.compile(r"(?<![nytb][-/.])(?P<y>y)[.,]? ?[-/]?(?:[c(][.)]? ?){0,3}(?P<M>[MB])[.]?[-/]? ?(?P<d>n)(?![:nytb])")
# "2024. gada 5. decembris", "2024-yil 5-dekabr"
_YDM_NAME = re.compile(r"(?P<y>y)(?:\.? |-)c\.? ?(?P<d>n)[.-]? ?(?P<M>[MB])")
# "2024年4月24日", "令和7年1月14日", "令和元年5月1日", "2024년 4월 24일", "民國113年12月5日"
_MARKED = re.compile(r"(?P<era>G)? ?(?P<y>y|t|n) ?Y ?(?P<m>n)(?:-?[co])? ?O ?(?P<d>n) ?D?")
# "5 tháng 12 năm 2024"
_DAY_MARKED = re.compile(r"(?P<d>n) ?O ?(?P<m>n),? ?(?:c ?){0,2}(?P<y>y)(?![nytb])")
# "December 2024", "грудень 2024 року", "2024年4月"; the day is not stated; not "5-7 December 2024", "Oct/Nov 2024"
_MONTH = re.compile(r"(?<!n )(?<!n\. )(?<![MB][/-])(?P<M>[MB])\.?,? ?(?:c\.? ?)?(?P<y>y)(?![nytb:]|[-/.][nytb])")
_MONTH_MARKED = re.compile(r"(?P<y>y) ?Y ?(?P<m>n) ?O(?! ?n)")
# "5 December", "1. December", "5 de mayo", "5 December 1430 hrs"; "August 8", "Dec. 5th"; the year is not stated; not "29 February 2023"
_DM = re.compile(r"(?<![nytb][-/.:])(?P<d>n)[o.]{0,2} ?(?:(?<! )[-/] ?|c[. ']? ?){0,2}(?P<M>[MB])(?:/[MB])?(?!,? y(?! ?[UZ]))")
_MD = re.compile(r"(?P<M>[MB])\.? ?(?:c\.? ?)?(?P<d>n)(?![:nytb%]|[.,/-][nytb]| ?\.? ?(?:c ?)?[MUA]| ?- ?n, ?y)[o.]?")
# "ti 14.10. klo 12.30", "Di., 14.10.", "10/14(火)": only a weekday makes figures a day; not "Tue 3.50"
_DM_DOTS = re.compile(r"(?<=[W.,] )(?P<d>n)\. ?(?P<m>n)\.(?! ?[nytb]\.?[ytb])")
# or a clock that can be nothing else: "4.3. klo 11.05", "4.3., 11.05 Uhr", "4.3. 11:05"; not "4.3. 11.05"
_DM_CLOCK = re.compile(r"(?<![nytb.])(?P<d>n)\. ?(?P<m>n)\.(?=,? (?:K|n[.:]n ?U|n:n(?![:nytb])))")
_MD_SLASH = re.compile(r"(?<![nytb/.-])(?P<m>n)/(?P<d>n) ?(?=\([WB]\))")
_MD_MARKED = re.compile(r"(?<!Y)(?<!Y )(?P<m>n) ?O ?(?P<d>n) ?D")
_DM_MARKED = re.compile(r"(?P<d>n) ?O ?(?P<m>n)(?![nytb:/.-])")
_NEAR = re.compile(r"r")

_COMPLETE = (
    (_YMD, "n"),
    (_NUMERIC, "n"),
    (_MARKED, "Y"),
    (_DAY_MARKED, "O"),
    (_MDTY, "y"),
    (_DMY, "M"),
    (_MDY, "M"),
    (_MDY_DASHED, "-"),
    (_YDM_NAME, "y"),
    (_YMD_NAME, "y"),
    (_MDY_GLUED, "b"),
)
_INCOMPLETE = (
    (_MONTH, "M"),
    (_MONTH_MARKED, "Y"),
    (_MD_MARKED, "D"),
    (_DM_MARKED, "O"),
    (_DM, "M"),
    (_MD, "M"),
    (_DM_DOTS, "W"),
    (_DM_CLOCK, "."),
    (_MD_SLASH, "/"),
    (_NEAR, "r"),
)

# Dates that a word before them makes the number of something: "Vol. 12, July 2024", "v2024.7.9".
_NUMBERED = frozenset((_YMD, _DMY, _DM))

# A weekday before a day ("Fri, Apr 28", "jueves, 5 de mayo") and behind it ("5., csütörtök", "(木)").
_WEEKDAY_BEFORE = re.compile(r"[WB]\.?,?\.? ?(?:c\.? ?){0,3}$")
_WEEKDAY_BEHIND = re.compile(r" ?[.,]{0,2} ?(?:\([WBODn]\)|W)")


def find_days(shape: Shape, masked: str, custom: Custom, *, whole: bool) -> tuple[list[Day], str]:
    """Return the complete days of a line or the incomplete ones, in order, and the line's shape with them crossed out."""
    found: list[Day] = []
    named = "M" in masked or "B" in masked
    for pattern, need in _COMPLETE if whole else _INCOMPLETE:
        if (need == "M" and not named) or (need != "M" and need not in masked):
            continue
        for match in pattern.finditer(masked):
            day = _read(shape, masked, match, custom)
            if day is not None:
                found.append(day)
                masked = _crossed(masked, day)
    if len(found) > 1:
        found.sort(key=lambda day: day.start)
    return found, masked


def _crossed(masked: str, day: Day) -> str:
    """Return the shape with a day crossed out, but not the clock inside it."""
    if day.inner is None:
        return f"{masked[: day.start]}{'#' * (day.end - day.start)}{masked[day.end :]}"
    start, end = day.inner
    return f"{masked[: day.start]}{'#' * (start - day.start)}{masked[start:end]}{'#' * (day.end - end)}{masked[day.end :]}"


def _read(shape: Shape, masked: str, match: re.Match[str], custom: Custom) -> Day | None:
    """Return the day that a pattern found, or `None` when there is no such day."""
    if match.re is _NEAR:
        return Day(match.start(), match.end(), distance=shape.values[match.start()])
    groups = match.groupdict()
    if groups.get("g"):
        return _glued(shape, match)
    if match.re in _NUMBERED and is_numbering(shape, match.start()):
        return None
    start, end = match.span()
    before, behind = _weekday_before(shape, masked, start), _weekday_behind(shape, masked, end)
    if match.re is _DM_DOTS and before is None:
        return None
    inner = match.span("clock") if groups.get("clock") else None
    months: tuple[Month, ...] = ()
    if groups.get("a"):
        values, partial = read_figures(shape, match, custom)
    else:
        if groups.get("M"):
            months = shape.values[match.start("M")]
        number = () if months else (Month(shape.values[match.start("m")], GREGORIAN, frozenset()),)
        day = shape.values[match.start("d")] if groups.get("d") else None
        year = _year(shape, match, months, custom.pivot) if groups.get("y") else None
        if groups.get("y") and year is None:
            return None
        values, partial = _dates(year, months or number, day, shape, match, custom)
    if not values and partial is None:
        return None
    if len(values) > 1:
        weekday = next((day.number for day in (behind, before) if day is not None and day.number is not None), None)
        # the weekday tells which reading is meant
        values = tuple(value for value in values if value.weekday() == weekday) or values
    if before is not None and before.fits(values):
        start = before.at
    if behind is not None and behind.fits(values) and (values or not behind.brief):
        end = behind.at
    return Day(start, end, values, partial, None, inner, months)


def _glued(shape: Shape, match: re.Match[str]) -> Day | None:
    """Return the day whose two figures run on into its year."""
    at = match.start("g")
    figures = shape.low[shape.starts[at] : shape.starts[at + 1]]
    values = [day_in(GREGORIAN, int(figures[2:]), month.number, int(figures[:2])) for month in shape.values[match.start("M")]]
    if len(figures) != 6 or figures[2:4] not in {"19", "20"} or values[0] is None:
        return None
    return Day(*match.span(), values=(values[0],), months=shape.values[match.start("M")])


class _Weekday(NamedTuple):
    """A weekday beside a day."""

    at: int
    """Where the day begins or ends with it."""
    number: int | None
    """0 for Monday; `None` for a word that may be a month."""
    brief: bool
    """Whether it may as well be another word: "to" is Thursday in Norwegian, "die" Sunday in Albanian."""

    def fits(self, values: tuple[date, ...]) -> bool:
        """Whether it can be the weekday of what the day may mean; a long name is one also where it is wrong."""
        return not self.brief or not values or any(value.weekday() == self.number for value in values)


_BRIEF = 3


def _weekday(shape: Shape, kind: str, token: int, at: int) -> _Weekday:
    brief = kind == "W" and shape.starts[token + 1] - shape.starts[token] <= _BRIEF and shape.low[shape.starts[token]].isascii()
    return _Weekday(at, shape.values[token] if kind == "W" else None, brief)


def _weekday_before(shape: Shape, masked: str, start: int) -> _Weekday | None:
    """Return the weekday printed before a day, or `None`."""
    window = max(0, start - 9)
    match = _WEEKDAY_BEFORE.search(masked[window:start])
    if match is None:
        return None
    at = window + match.start()
    return _weekday(shape, masked[at], at, at)


def _weekday_behind(shape: Shape, masked: str, end: int) -> _Weekday | None:
    """Return the weekday printed behind a day, or `None`; what stands in brackets is no other word."""
    match = _WEEKDAY_BEHIND.match(masked, end)
    if match is None:
        return None
    if masked[match.end() - 1] == ")":
        found = match.end() - 2
        return _Weekday(match.end(), shape.values[found] if masked[found] == "W" else None, brief=False)
    return _weekday(shape, "W", match.end() - 1, match.end())


# The year 1 of the Republic of China was 1912; a year of three figures before 年 is counted so and no otherwise.
_MINGUO = 1911
_MINGUO_YEARS = range(100, 190)


def _year(shape: Shape, match: re.Match[str], months: tuple[Month, ...], pivot: int | None) -> int | None:
    """Return the year of a match in the calendar of its month, or `None`."""
    at = match.end("y") - 1
    year: int = shape.values[at]
    kind = match.string[at]
    if match.re is _MARKED and match["era"]:
        base: int = shape.values[match.start("era")]
        return base + year
    if kind == "n":
        if shape.starts[at + 1] - shape.starts[at] != 2:
            return None
        is_thai = any("th" in month.languages for month in months)
        return year + 2500 - 543 if is_thai else two_digit_year(year, pivot)
    if kind == "t":  # 114年6月4日, as Taiwan counts its years
        return year + _MINGUO if year in _MINGUO_YEARS else None
    if 2400 <= year <= 2700:
        return year - 543  # the Buddhist era; exact since 1941
    return year


def _dates(
    year: int | None, months: tuple[Month, ...], day: int | None, shape: Shape, match: re.Match[str], custom: Custom
) -> tuple[tuple[date, ...], PartialDate | None]:
    """Return what year, month and day may mean: dates, or the stated parts of one."""
    first = months[0]
    if year is None or day is None:
        if first.calendar != GREGORIAN or not 1 <= first.number <= 12 or (day is not None and not 1 <= day <= 31):
            return (), None
        if year is not None and not 1700 <= year <= 2199:
            return (), None
        if day is not None and day_in(GREGORIAN, 2024, first.number, day) is None:
            return (), None
        return (), PartialDate(year, first.number, day)
    found = []
    for month in months:
        calendar = month.calendar
        if calendar == GREGORIAN and 1300 <= year <= 1499 and not match.groupdict().get("M"):
            if not is_solar(year, shape, match, custom):
                return (), PartialDate()
            calendar = SOLAR
        value = day_in(calendar, year, month.number, day)
        if value is not None:
            found.append(value)
        elif calendar not in {GREGORIAN, SOLAR}:
            return (), PartialDate()  # stated, and left raw
    return tuple(dict.fromkeys(found)), None
