"""A timestamp made of a day, a clock or both, as they stand in a line."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import NamedTuple

from attrs import evolve

from newsparse.grammar.clock import Clock, readings
from newsparse.grammar.day import Day
from newsparse.grammar.shape import Shape
from newsparse.model import PartialDate, Relative, Timestamp
from newsparse.vocabulary import Precision, Zone

__all__ = ["Found", "found_of", "timestamp_of"]


class Found(NamedTuple):
    """A timestamp in a line."""

    start: int
    """Offset of its first character in the line."""
    end: int
    """Offset behind its last character."""
    timestamp: Timestamp
    """What it says."""
    label: str | None = None
    """`published`, `modified` or `other` (valid until, retrieved, born) as the line labels it; `None` without a label."""
    label_start: int | None = None
    """Offset at which the label begins; `None` without one before the timestamp."""


def found_of(shape: Shape, day: Day | None, clock: Clock | None, reference: date | datetime | None) -> Found:
    """Return a timestamp made of a day, a clock or both."""
    tokens = [(part.start, part.end) for part in (day, clock) if part is not None]
    start, end = min(a for a, _ in tokens), max(b for _, b in tokens)
    a, b = shape.starts[start], shape.starts[end]
    text = shape.line[a:b]
    b -= len(text) - len(text.rstrip(" ,-|"))
    a += len(text) - len(text.lstrip())
    text = shape.line[a:b]
    if text.endswith(".") and shape.shape[end - 2 : end - 1] != "A":
        text, b = text[:-1], b - 1
    return Found(a, b, timestamp_of(text, day, clock, reference))


def timestamp_of(text: str, day: Day | None, clock: Clock | None, reference: date | datetime | None) -> Timestamp:
    """Return what a day and a clock say together."""
    precision = clock.precision if clock is not None else Precision.DAY
    name = clock.zone.name if clock is not None and clock.zone is not None else None
    partial = day.partial if day is not None else None
    relative = Relative(day.distance, "day") if day is not None and day.distance is not None else None
    days = day.values if day is not None else ()
    if not days and reference is not None:
        days = _resolved(day, reference)
    if not days:
        if partial is not None and partial.day is None and partial.month is not None:
            precision = Precision.MONTH
        if clock is not None:
            partial = evolve(partial or PartialDate(), hour=clock.hour % 24, minute=clock.minute)
        zone = Zone.UNKNOWN if name is None else Zone.STATED
        return Timestamp(text, precision=precision, zone=zone, zone_name=name, relative=relative, partial=partial)
    if clock is None:
        return Timestamp(text, value=days[0], precision=precision, alternatives=days[1:], relative=relative, partial=partial)
    moments = [moment for value in days for moment in readings(clock, value)]
    zone = Zone.UNKNOWN
    if clock.zone is not None:
        zone = Zone.STATED if clock.zone.offset(days[0]) is not None else Zone.AMBIGUOUS
    if zone is Zone.AMBIGUOUS:
        moments.insert(0, clock.on(days[0]))
    elif day is not None and _may_be_afternoon(day, clock, text):
        moments.append(moments[0] + timedelta(hours=12))
    return Timestamp(
        text,
        value=moments[0],
        precision=precision,
        zone=zone,
        zone_name=name,
        alternatives=tuple(moments[1:]),
        relative=relative,
        partial=partial,
    )


def _may_be_afternoon(day: Day, clock: Clock, text: str) -> bool:
    """Whether a clock from 1 to 11 may have lost its am or pm: an English month and another language's word for the hour.

    Seen where a page's template is in one language and its date in another: "October 23, 2024, 3:48: Uhr".
    """
    return (
        1 <= clock.hour < 12
        and not clock.half
        and clock.zone is None
        and any("en" in month.languages and "de" not in month.languages for month in day.months)
        and text.rstrip().lower().endswith("uhr")
    )


def _resolved(day: Day | None, reference: date | datetime) -> tuple[date, ...]:
    """Return the day meant by an incomplete one, seen from a reference moment."""
    base = reference.date() if isinstance(reference, datetime) else reference
    if day is None:
        return (base,)
    if day.distance is not None:
        return (base - timedelta(days=day.distance),)
    partial = day.partial
    if partial is None or partial.year is not None or partial.month is None or partial.day is None:
        return ()
    # a day's slack, for the reference may stand in another zone
    for year in range(base.year + 1, base.year - 8, -1):
        try:
            value = date(year, partial.month, partial.day)
        except ValueError:
            continue
        if value <= base + timedelta(days=1):
            return (value,)
    return ()
