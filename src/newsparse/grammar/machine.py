"""Values that are written for machines: ISO 8601 in its broken variants, and epoch numbers."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone

from newsparse.model import PartialDate, Timestamp
from newsparse.vocabulary import Precision, Zone

__all__ = ["read_machine"]

# "2024-08-08T08:00Z", "2023-11-30 13:00:06.58+0000"; what else publishers write goes the long way
_ISO = re.compile(
    r"\s*(\d{4})-(\d\d)-(\d\d)(?:[Tt ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d{1,9})?)? ?(?:([Zz])|([+-])(\d\d):?(\d\d)?)?)?\s*", re.ASCII
)
# "2024-W49-4", "2024-12"; not "2024-49", a season or a number
_WEEK = re.compile(r"\s*(\d{4})-?W(\d\d)-?([1-7])\s*", re.ASCII)
_MONTH = re.compile(r"\s*((?:19|20)\d\d)-(0[1-9]|1[0-2])\s*", re.ASCII)
_EPOCH = re.compile(r"\s*(\d{10})(\d{3})?(?:\.\d{1,9})?\s*", re.ASCII)
_BASIC = re.compile(r"\s*(\d{4})(\d\d)(\d\d)(?:[T ]?(\d\d):?(\d\d):?(\d\d)?(?:(Z)|([+-])(\d\d):?(\d\d)?)?)?\s*", re.ASCII)
# 24:00 is the end of a day, 24:01 is nothing.
_DAY_MINUTES = 24 * 60
# 1995 and 2100: no page is older, and a number beyond is no time
_EPOCHS = range(788_918_400, 4_102_444_800)


def read_machine(text: str) -> Timestamp | None:
    """Return the moment of an ISO 8601 value or an epoch number that is all there is; else `None`."""
    if len(text) > 40 or not text[:1].isascii():
        return None
    match = _ISO.fullmatch(text)
    if match is not None:
        return _iso(text.strip(), match)
    if not text[:4].strip().isdigit():
        return None
    match = _EPOCH.fullmatch(text)
    if match is not None and int(match[1]) in _EPOCHS:
        value = datetime(1970, 1, 1, tzinfo=timezone.utc) + timedelta(seconds=int(match[1]))
        return Timestamp(text.strip(), value=value, precision=Precision.SECOND, zone=Zone.STATED)
    match = _BASIC.fullmatch(text)
    return _iso(text.strip(), match) if match is not None else _coarse(text)


def _coarse(text: str) -> Timestamp | None:
    """Return the day of a week of the year, or the month, that is all there is; else `None`."""
    if (match := _WEEK.fullmatch(text)) is not None and 1700 <= int(match[1]) <= 2199:
        try:
            return Timestamp(text.strip(), value=date.fromisocalendar(int(match[1]), int(match[2]), int(match[3])))
        except ValueError:
            return None
    if (match := _MONTH.fullmatch(text)) is not None:
        return Timestamp(text.strip(), precision=Precision.MONTH, partial=PartialDate(int(match[1]), int(match[2])))
    return None


def _iso(text: str, match: re.Match[str]) -> Timestamp | None:
    """Return the moment of an ISO 8601 value, or `None` when there is no such moment."""
    groups = match.groups()
    year, month, day = int(groups[0]), int(groups[1]), int(groups[2])
    if not 1700 <= year <= 2199:
        return None
    try:
        if groups[3] is None:
            return Timestamp(text, value=date(year, month, day))
        hour, minute, second = int(groups[3]), int(groups[4]), min(int(groups[5] or 0), 59)
        if hour * 60 + minute > _DAY_MINUTES:
            return None
        value = datetime(year, month, day, hour % 24, minute, second) + timedelta(days=hour // 24)
    except ValueError:
        return None
    zone, name = Zone.UNKNOWN, None
    if groups[6]:
        zone, name, value = Zone.STATED, groups[6], value.replace(tzinfo=timezone.utc)
    elif groups[7]:
        minutes = int(groups[8]) * 60 + int(groups[9] or 0)
        if minutes > 14 * 60:
            return None
        minutes = -minutes if groups[7] == "-" else minutes
        zone, name = Zone.STATED, f"{groups[7]}{groups[8]}:{groups[9] or '00'}"
        value = value.replace(tzinfo=timezone(timedelta(minutes=minutes)) if minutes else timezone.utc)
    precision = Precision.SECOND if groups[5] else Precision.MINUTE
    return Timestamp(text, value=value, precision=precision, zone=zone, zone_name=name)
