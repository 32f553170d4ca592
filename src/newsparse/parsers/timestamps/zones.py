"""Two stamps of one moment: what they tell together about its zone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta, timezone

from attrs import evolve

from newsparse.model import Timestamp
from newsparse.parsers.timestamps.stated import Evidence
from newsparse.vocabulary import Zone

__all__ = ["checked"]

_QUARTER = 15 * 60
_UNSURE, _BELOW = 0.85, 0.02


def checked(evidence: Sequence[Evidence], printed: Iterable[Evidence], others: Iterable[Evidence]) -> list[Evidence]:
    """Return the stated times, the zone of the first one held against the others.

    Two systems of one publisher often write the same clock with different offsets. A third
    witness decides; without one the clock is kept and the zone is called ambiguous. A moment in
    UTC is told in the publisher's own zone where the printed clock shows it: an evening story is
    "tomorrow" in UTC.
    """
    if not evidence:
        return []
    first = evidence[0]
    value = first.stamp.value
    if not isinstance(value, datetime):
        return list(evidence)
    clocks = [item.stamp.value for item in printed if isinstance(item.stamp.value, datetime)]
    if value.tzinfo is None:
        zoned = _zoned(value, [*evidence[1:], *printed])
        return list(evidence) if zoned is None else [evolve(first, stamp=zoned), *evidence[1:]]
    rival = next((v for item in evidence[1:] if isinstance(v := item.stamp.value, datetime) and _same_clock(value, v)), None)
    if rival is not None:
        settled = _settled(first, value, rival, evidence, clocks)
        below = settled.confidence - _BELOW
        return [settled, *(evolve(item, confidence=min(item.confidence, below)) for item in evidence[1:])]
    if not value.utcoffset():
        local = _localised(value, clocks) or _told(value, [*evidence[1:], *others])
        if local is not None:
            return [evolve(first, stamp=evolve(first.stamp, value=local)), *evidence[1:]]
    return list(evidence)


def _zoned(value: datetime, others: Iterable[Evidence]) -> Timestamp | None:
    """Return another stamp that shows the same clock and has a zone, or `None`."""
    for item in others:
        other = item.stamp.value
        if isinstance(other, datetime) and other.tzinfo is not None and _minute(other) == _minute(value):
            return evolve(item.stamp, value=value.replace(tzinfo=other.tzinfo))
    return None


def _minute(moment: datetime) -> datetime:
    """Return the clock of a moment, to the minute and without its zone."""
    return moment.replace(tzinfo=None, second=0, microsecond=0)


def _same_clock(value: datetime, other: datetime) -> bool:
    """Whether two aware moments show the same clock and differ by their offsets."""
    if other.tzinfo is None or other.utcoffset() == value.utcoffset():
        return False
    return abs(other.replace(tzinfo=None) - value.replace(tzinfo=None)) < timedelta(minutes=2)


def _settled(first: Evidence, value: datetime, rival: datetime, evidence: Sequence[Evidence], clocks: Sequence[datetime]) -> Evidence:
    """Return the first stamp with the zone that a third witness supports, or with none."""
    for item in evidence:
        other = item.stamp.value
        if isinstance(other, datetime) and other.tzinfo is not None and not _same_clock(value, other) and other.utcoffset() is not None:
            for moment in (value, rival):
                if other.utcoffset() != moment.utcoffset() and abs(other - moment) < timedelta(minutes=2):
                    return evolve(first, stamp=evolve(first.stamp, value=moment))
    local = next((moment for moment in (value, rival) if moment.utcoffset()), None)
    for clock in clocks:
        # the printed clock is the publisher's own: it shows that the stamps do not count in UTC
        if local is not None and _minute(clock) == _minute(local):
            return evolve(first, stamp=evolve(first.stamp, value=local))
    stamp = evolve(first.stamp, value=value.replace(tzinfo=None), zone=Zone.AMBIGUOUS, alternatives=(value, rival))
    return evolve(first, stamp=stamp, confidence=first.confidence * _UNSURE)


def _localised(value: datetime, clocks: Iterable[datetime]) -> datetime | None:
    """Return a moment in UTC in the zone in which the page prints it, or `None` where no printed clock fits."""
    for clock in clocks:
        if clock.tzinfo is not None:
            if abs(clock - value) < timedelta(minutes=2):
                return value.astimezone(clock.tzinfo)
            continue
        ahead = (clock.replace(second=0) - value.replace(tzinfo=None, second=0)).total_seconds()
        if ahead and ahead % _QUARTER == 0 and abs(ahead) <= 14 * 3600:
            return value.astimezone(timezone(timedelta(seconds=ahead)))
    return None


def _told(value: datetime, others: Iterable[Evidence]) -> datetime | None:
    """Return a moment in UTC in the zone of another stamp of the very same moment, or `None`."""
    for item in others:
        other = item.stamp.value
        if isinstance(other, datetime) and other.tzinfo is not None and other.utcoffset() and abs(other - value) < timedelta(minutes=2):
            return value.astimezone(other.tzinfo)
    return None
