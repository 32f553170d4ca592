"""Clocks and time zones, read on the shape of a line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone
from typing import Any, NamedTuple

from newsparse.grammar.numeric_day import is_price
from newsparse.grammar.shape import Shape
from newsparse.vocabulary import Precision

__all__ = ["Clock", "ZoneReading", "find_clocks"]


class ZoneReading(NamedTuple):
    """A zone as printed."""

    name: str
    """Its name or offset as printed."""
    offsets: tuple[int, ...]
    """Minutes east of Greenwich; several where the name is ambiguous."""
    summer: int | None = None
    """The offset in summer, where the name leaves it to the date."""

    def offset(self, day: date) -> int | None:
        """Return the minutes east of Greenwich on a day, or `None` when the name is ambiguous."""
        if self.summer is not None:
            return self.summer if _is_us_summer(day) else self.offsets[0]
        return self.offsets[0] if len(self.offsets) == 1 else None


class Clock(NamedTuple):
    """A time of the day as printed."""

    start: int
    """Its first token."""
    end: int
    """Behind its last token."""
    hour: int
    """0 to 24."""
    minute: int
    second: int | None
    precision: Precision
    zone: ZoneReading | None
    strict: bool
    """Whether the form alone says that it is a clock: "14:30", "14h30"; not "9.05"."""
    half: bool = False
    """Whether morning or afternoon is told."""

    def on(self, day: date) -> datetime:
        """Return the time on a day, without a zone. 24:00 is the start of the next day."""
        base = datetime(day.year, day.month, day.day, self.hour % 24, self.minute, self.second or 0)
        return base + timedelta(days=1) if self.hour == 24 else base


def _is_us_summer(day: date) -> bool:
    """Whether daylight saving time holds in the United States on a day, by the rules of the day's year."""
    if day.year >= 2007:
        begin, end = _sunday(day.year, 3, 8), _sunday(day.year, 11, 1)
    elif day.year >= 1987:
        begin, end = _sunday(day.year, 4, 1), _sunday(day.year, 10, 25)
    else:
        begin, end = _sunday(day.year, 4, 24), _sunday(day.year, 10, 25)
    return begin <= day < end


def _sunday(year: int, month: int, first: int) -> date:
    """Return the first Sunday on or after a day."""
    day = date(year, month, first)
    return day + timedelta(days=(6 - day.weekday()) % 7)


# A zone behind a clock: "EST", "(GMT+7)", "+0330", "+03:30", "Z", "GMT-0500 (Eastern Standard Time)".
_ZONE = r"(?: ?[(\[]?(?P<zone>Z(?: ?[-+] ?(?:y|n(?::?n)?)(?!:))?)[)\]]?(?: ?\(?(?P<zone2>Z)\)?)?| ?(?P<offset>[-+](?:y|n:n|n)(?!:)) ?(?:\(?(?P<zone3>Z)\)?)?)?"
# "14:30", "2:23:05 PM EDT", "午後2:30", "01:24:54 +0330", beside a date "14: 30"; not "2:1" (a score) or "1:2:3:4".
_COLON = re.compile(
    rf"(?<![:.n])(?:A\.? ?|N )?(?P<h>n):(?P<gap> ?)(?P<m>n)(?::(?P<s>n)(?:[.,][nytb])?)?(?![:]n|[nyb])(?P<u>(?: ?:? ?U)?)(?P<a>(?: ?A\.?)?){_ZONE}"
)
# "9.05am", "15.30 CET", "kl. 13.05", "11.08 Uhr"; "3.50" is a clock only beside a date.
_DOT = re.compile(rf"(?<![:.n,-])(?P<k>K[.:]? ?)?(?P<h>n)\.(?P<m>n)(?:\.(?P<s>n))?(?![.:,]?[nytb])(?P<u>(?: ?U)?)(?P<a>(?: ?A\.?)?){_ZONE}")
# "14h30", "16 h", "14 Uhr", "9 am", "14 Uhr 30".
_HOUR = re.compile(rf"(?<![:.,n-])(?:(?P<h>n) ?(?:U|H) ?(?P<m>n)?(?: ?(?:U|I))?(?! ?[:.]?n)|(?P<h2>n) ?(?P<a>A\.?)){_ZONE}")
# "01時28分", "오후 2시 30분", "下午2点".
_MARK = re.compile(rf"(?P<b>A ?)?(?P<h>n) ?H ?(?:(?P<m>n) ?I ?(?:(?P<s>n) ?S)?)?{_ZONE}")
# "0905 hrs", "1430 Uhr", "1505 GMT".
_MILITARY = re.compile(rf"(?<![-/.:] )(?<![-/.:])(?P<hm>y) ?(?:U|(?=Z)){_ZONE}")
# "kl 13", "klo 9", "um 14"; only beside a date.
_BARE = re.compile(r"(?:K[.:]? ?)(?P<h>n)(?! ?[:.]?[nytbMUAO%/-])")
_NOON = re.compile(rf"(?:n ?)?(?P<noon>N){_ZONE}")

_PATTERNS = (_COLON, _MARK, _MILITARY, _HOUR, _DOT, _BARE, _NOON)
_GUARD = (":", "H", "y", "", ".", "K", "N")


def find_clocks(shape: Shape, masked: str, countries: str | None = None) -> list[Clock]:
    """Return the clocks of a line, in order; `masked` is its shape with the dates crossed out."""
    found: list[Clock] = []
    for pattern, guard in zip(_PATTERNS, _GUARD, strict=True):
        if guard not in masked:
            continue
        for match in pattern.finditer(masked):
            clock = _clock(shape, match, countries)
            if clock is not None:
                found.append(clock)
                masked = f"{masked[: match.start()]}{'#' * (match.end() - match.start())}{masked[match.end() :]}"
    return sorted(found, key=lambda clock: clock.start)


def _clock(shape: Shape, match: re.Match[str], country: str | None) -> Clock | None:
    """Return the clock that a pattern found, or `None` when there is no such time."""
    groups = match.groupdict()
    values = shape.values
    if match.re is _DOT and is_price(shape, match.start()):
        return None
    if groups.get("noon"):
        hour: int = values[match.start("noon")]
        if match.start("noon") != match.start() and values[match.start()] != 12:
            return None
        return Clock(match.start(), match.end(), hour, 0, None, Precision.MINUTE, _zone(shape, match, groups, country), False, True)
    if groups.get("hm"):
        number = values[match.start("hm")]
        hour, minute, second = number // 100, number % 100, None
    else:
        at = match.start("h") if groups.get("h") else match.start("h2")
        hour = values[at]
        minute = values[match.start("m")] if groups.get("m") else None
        second = values[match.start("s")] if groups.get("s") else None
        if groups.get("m") and match.re is not _MARK and shape.starts[match.start("m") + 1] - shape.starts[match.start("m")] != 2:
            return None
    half = _half(shape, match)
    if half == "pm" and hour < 12:
        hour += 12
    elif half == "am" and hour == 12:
        hour = 0
    if hour > 24 or (minute or 0) > 59 or (second or 0) > 60 or (hour == 24 and (minute or second)):
        return None
    precision = Precision.SECOND if second is not None else Precision.MINUTE if minute is not None else Precision.HOUR
    zone = _zone(shape, match, groups, country)
    if groups.get("hm") and zone is None and "U" not in match[0]:
        return None
    strict = (match.re not in {_DOT, _BARE} and not groups.get("gap")) or bool(
        groups.get("k") or groups.get("u") or groups.get("a") or zone
    )
    unread = next((part for part in ("offset", "zone") if zone is None and groups.get(part)), None)
    end = match.start(unread) if unread is not None else match.end()
    return Clock(
        match.start(), end, hour, minute or 0, min(second, 59) if second is not None else None, precision, zone, strict, half is not None
    )


def _half(shape: Shape, match: re.Match[str]) -> str | None:
    """Return the half of the day stated before or behind a clock."""
    at = match.string.find("A", match.start(), match.end())
    if at < 0:
        return None
    value: str = shape.values[at]
    return value


def _zone(shape: Shape, match: re.Match[str], groups: dict[str, Any], country: str | None) -> ZoneReading | None:
    """Return the zone behind a clock."""
    if groups.get("offset"):
        start, end = match.span("offset")
        # "14:30-15:45" and "10:00 -12:00" are ranges: only behind seconds or apart is it an offset
        if (
            groups.get("s") is None
            and match.string[start] == "-"
            and match.string[start - 1] != " "
            and "T" not in match.string[: match.start()][-2:]
        ):
            return None
        minutes = _offset(shape, start, end)
        return ZoneReading(shape.text(start, end).strip(), (minutes,)) if minutes is not None else None
    if not groups.get("zone"):
        return None
    start, end = match.span("zone")
    if _is_common_word(shape, start) and ("A" not in match[0] or shape.shape[start + 1 : start + 3] == " x"):
        return None
    first = _named(shape, start, country)
    if end - start > 1:
        minutes = _offset(shape, start + 1, end)
        if minutes is not None:
            return ZoneReading(shape.text(start, end), (minutes,))
    if groups.get("zone2"):
        second = _named(shape, match.start("zone2"), country)
        offsets = tuple(dict.fromkeys(first.offsets + second.offsets))
        if len(offsets) > 1:
            return ZoneReading(shape.text(start, match.end("zone2")), offsets)
    return first


def _is_common_word(shape: Shape, at: int) -> bool:
    """Whether the name of a zone is a word: "7:45 p.m. Eastern" has one, "24 horas central" and "10:30 p.m. Central Park" have not."""
    name = shape.text(at, at + 1)
    return shape.values[at][0] == "summer" and name.isalpha() and not name.isupper()


def _named(shape: Shape, at: int, country: str | None) -> ZoneReading:
    """Return what a zone's name means; the country of the publisher settles an ambiguous one."""
    value, name = shape.values[at], shape.text(at, at + 1)
    if value[0] == "summer":
        return ZoneReading(name, (value[1],), value[2])
    for minutes, countries in value:
        if country and country in countries.split():
            return ZoneReading(name, (minutes,))
    return ZoneReading(name, tuple(minutes for minutes, _ in value))


def _offset(shape: Shape, start: int, end: int) -> int | None:
    """Return the minutes of "+0330", "+03:30", "-5"; `None` beyond what exists."""
    digits = re.sub(r"[^\d:+-]", "", shape.low[shape.starts[start] : shape.starts[end]])
    match = re.fullmatch(r"([+-])(\d{1,2})(?::?(\d\d))?", digits)
    if match is None:
        return None
    minutes = int(match[2]) * 60 + int(match[3] or 0)
    if minutes > 14 * 60:
        return None
    return -minutes if match[1] == "-" else minutes


def aware(moment: datetime, minutes: int) -> datetime:
    """Return a moment with its offset."""
    return moment.replace(tzinfo=timezone(timedelta(minutes=minutes)) if minutes else timezone.utc)


def readings(clock: Clock, day: date) -> Iterator[datetime]:
    """Yield what a clock on a day may mean: aware moments, one for each offset, or a naive one without any."""
    moment = clock.on(day)
    if clock.zone is None:
        yield moment
        return
    settled = clock.zone.offset(day)
    for minutes in clock.zone.offsets if settled is None else (settled,):
        yield aware(moment, minutes)
