"""Publication and update times as printed: what one line says of when."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from datetime import date, datetime, timedelta
from typing import NamedTuple

from attrs import evolve

from newsparse.errors import expect_text
from newsparse.grammar.age import find_ages, find_now, find_one
from newsparse.grammar.calendar import month_first, words
from newsparse.grammar.clock import Clock, find_clocks, readings
from newsparse.grammar.day import Day, find_days
from newsparse.grammar.labels import OTHER, label_after, label_before, settles_order
from newsparse.grammar.machine import read_machine
from newsparse.grammar.shape import Shape, read_shape
from newsparse.model import PartialDate, Relative, Timestamp
from newsparse.vocabulary import Precision, Zone

__all__ = ["Found", "find_timestamps", "parse_timestamp"]

# A line with a date is short; of a longer text only the beginning is read.
MAX_CHARS = 2000


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


def parse_timestamp(
    text: str,
    *,
    language: str | None = None,
    day_first: bool | None = None,
    reference: date | datetime | None = None,
    country: str | None = None,
) -> Timestamp | None:
    """Return the publication time that a printed line states, or `None` when it states none.

    Of several the one labelled as published wins, then one without a label, then an update. The time of something else
    ("Valid until 31.12.2025") is none.

    Args:
        text: the line, or the value of a machine-readable attribute.
        language: BCP 47 tag of the text; it decides the order of `02/03/2024` and words that several languages share.
        day_first: the order of day and month, where the rest of the document tells it.
        reference: the moment against which "2 hours ago" and "August 8" are resolved; without it they stay open.
        country: ISO 3166 code of the publisher's country; it settles ambiguous zone names such as IST.

    Raises:
        SourceError: the text is no string.

    >>> parse_timestamp("Published: Fri 22 Dec 2023 15.30 CET").value.isoformat()
    '2023-12-22T15:30:00+01:00'
    >>> parse_timestamp("02/03/2024").alternatives
    (datetime.date(2024, 2, 3),)
    """
    expect_text(text, "parse_timestamp")
    stated = read_machine(text)
    if stated is not None:
        return stated
    found = find_timestamps(text, language=language, day_first=day_first, reference=reference, country=country)
    found = tuple([item for item in found if item.label != OTHER])
    if not found:
        return None
    return found[0].timestamp if len(found) == 1 else min(found, key=_rank).timestamp


def _rank(found: Found) -> tuple[int, int]:
    """Return how a timestamp stands among those of its line: complete ones first, by label."""
    stamp = found.timestamp
    whole = 0 if stamp.value is not None else 1 if stamp.relative is not None or (stamp.partial or PartialDate()).month else 2
    return {"published": 0, None: 1, "modified": 2}[found.label] + (3 if whole else 0), whole


def find_timestamps(
    text: str,
    *,
    language: str | None = None,
    day_first: bool | None = None,
    reference: date | datetime | None = None,
    country: str | None = None,
) -> tuple[Found, ...]:
    """Return every timestamp of a printed line, in order, each with its label.

    An update that states only a clock takes the day of the publication on the same line.
    Arguments as for `parse_timestamp`.

    >>> [(f.label, f.timestamp.text) for f in find_timestamps("Publicerad 23 okt 2025 kl 10.23 Uppdaterad kl 12.17")]
    [('published', '23 okt 2025 kl 10.23'), ('modified', 'kl 12.17')]
    """
    text = text[:MAX_CHARS]
    if len(text) > _PROSE and _FIGURE.search(text) is None:
        return ()
    code = language.replace("_", "-").partition("-")[0].lower() if language else None
    tables = words(code)
    shape = read_shape(text, tables)
    letters = shape.shape
    if _TELLING.search(letters) is None:
        return _moments_ago(shape, reference)
    order = month_first(language) if day_first is None else not day_first
    pivot = reference.year + 1 if reference is not None else None
    # where nothing decides, English and its clocks of twelve hours speak for the month
    lean = code == "en" or (code is None and "A" in letters and _AMPM.search(shape.low) is not None)
    days, masked = find_days(shape, letters, whole=True, month_first=order, lean=lean, pivot=pivot)
    ages, masked = _ages(shape, masked, reference)
    partial, masked = find_days(shape, masked, whole=False, month_first=order, lean=lean, pivot=pivot)
    if partial:
        days = sorted(days + partial, key=lambda day: day.start)
    clocks = find_clocks(shape, masked, country) if _CLOCKED.search(masked) is not None else []
    found = [_found(shape, day, clock, reference) for day, clock in _paired(masked, days, clocks)]
    found.extend(ages)
    labelled = _labelled(shape, found)
    kept = [item for item in labelled if _stands(shape, item)]
    return tuple(_inherited(kept, reference))


_AMPM = re.compile(r"(?<![^\W\d_])[ap]\.? ?m(?![^\W\d_])")
# Arabic, Chinese and all other figures; without any, only a short line says when ("Yesterday").
_FIGURE = re.compile(r"[\d年月]")
# A line without these says nothing of when; without the others it has no clock.
_TELLING = re.compile(r"[nyrNb]")
_CLOCKED = re.compile(r"[:HUAKN]|n\.n")


# --- pairing days with clocks ---------------------------------------------------------------------

# Between a day and its clock: "5 Dec 2024, 14:30", "… - 16:00", "… um 14:30", "…T14:30", "… | 23:55".
_DAY_CLOCK = re.compile(r"(?: / |[ ,;|~@()\-.:]{0,4})(?:(?:[cKT]|\([WBOD]\)|[WBoA])[., :]{0,2}){0,4}[ (~|-]{0,2}")
# Between a clock and its day: "14:30, 5 Dec", "8:00 PM EST, Tue December", "5:00 p.m. on Dec 5", "14:30 am 5.12."
_CLOCK_DAY = re.compile(r"[ ,;|~()\-.@]{0,4}(?:[cWBA][., ]{0,2}){0,3}[ (~|-]{0,2}")


def _paired(masked: str, days: list[Day], clocks: list[Clock]) -> list[tuple[Day | None, Clock | None]]:
    """Return the days with their clocks, the clock behind a day before the one in front of it; then lone clocks."""
    free = list(clocks)
    pairs: list[tuple[Day | None, Clock | None]] = []
    for i, day in enumerate(days):
        clock = None
        if day.inner is not None:
            clock = next((c for c in free if day.inner[0] <= c.start < day.inner[1]), None)
        following = days[i + 1].start if i + 1 < len(days) else len(masked)
        if clock is None:
            clock = next((c for c in free if day.end <= c.start < following and _DAY_CLOCK.fullmatch(masked, day.end, c.start)), None)
        if clock is None:
            previous = days[i - 1].end if i else 0
            clock = next(
                (c for c in free if previous <= c.start and c.end <= day.start and _CLOCK_DAY.fullmatch(masked, c.end, day.start)), None
            )
        if clock is not None:
            free.remove(clock)
        pairs.append((day, clock))
    pairs.extend((None, clock) for clock in free if clock.strict)
    return pairs


# --- building ---------------------------------------------------------------------------------------


def _found(shape: Shape, day: Day | None, clock: Clock | None, reference: date | datetime | None) -> Found:
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
    return Found(a, b, _timestamp(text, day, clock, reference))


def _timestamp(text: str, day: Day | None, clock: Clock | None, reference: date | datetime | None) -> Timestamp:
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
        and any("en" in month.languages for month in day.months)
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


# --- ages -------------------------------------------------------------------------------------------


# A number that a word follows, which is all that the ages of any language have in common; not "14:30 Uhr" or "14h30".
_COUNTED = re.compile(r"(?<![:.,/#-])n ?(?!U ?n|O ?n|D)[^] n:./,#()|+@'~[-]")


def _moments_ago(shape: Shape, reference: date | datetime | None) -> tuple[Found, ...]:
    """Return "just now" or "an hour ago" in any language, for lines without any number."""
    ages = [*find_now(shape.low)] or [*find_one(shape.low, words(None))]
    return tuple(_labelled(shape, [_aged(shape, *age, reference) for age in ages]))


def _ages(shape: Shape, masked: str, reference: date | datetime | None) -> tuple[list[Found], str]:
    """Return the printed ages of a line, and its shape with them crossed out."""
    if _COUNTED.search(masked) is None:
        return [], masked
    ages = list(find_ages(shape.low, words(None))) or list(find_one(shape.low, words(None)))
    for start, end, _ in ages:
        a, b = bisect_right(shape.starts, start) - 1, bisect_left(shape.starts, end)
        if "#" in masked[a:b]:
            return [], masked
        masked = f"{masked[:a]}{'#' * (b - a)}{masked[b:]}"
    return [_aged(shape, start, end, relative, reference) for start, end, relative in ages], masked


_UNITS = {
    "second": timedelta(seconds=1),
    "minute": timedelta(minutes=1),
    "hour": timedelta(hours=1),
    "day": timedelta(days=1),
    "week": timedelta(days=7),
}
_UNIT_PRECISION = {
    "second": Precision.SECOND,
    "minute": Precision.MINUTE,
    "hour": Precision.HOUR,
    "month": Precision.MONTH,
    "year": Precision.YEAR,
}


def _aged(shape: Shape, start: int, end: int, relative: Relative, reference: date | datetime | None) -> Found:
    """Return an age as a timestamp, resolved where there is a reference."""
    precision = _UNIT_PRECISION.get(relative.unit, Precision.DAY)
    step = _UNITS.get(relative.unit)
    value: date | datetime | None = None
    if reference is not None and step is not None:
        value = reference - step * relative.amount
        if relative.unit in {"day", "week"} and isinstance(value, datetime):
            value = value.date()
        elif relative.unit not in {"day", "week"} and not isinstance(reference, datetime):
            value = None
    zone = Zone.STATED if isinstance(value, datetime) and value.tzinfo is not None else Zone.UNKNOWN
    return Found(start, end, Timestamp(shape.line[start:end], value=value, precision=precision, zone=zone, relative=relative))


# --- labels and siblings ------------------------------------------------------------------------------


def _labelled(shape: Shape, found: list[Found]) -> list[Found]:
    """Return the timestamps in order, each with the label that stands by it."""
    if len(found) > 1:
        found = sorted(found, key=lambda item: item.start)
    labelled: list[Found] = []
    previous = 0
    for item in found:
        before = label_before(shape.low, previous, item.start)
        if before is not None and _in_prose(shape.line, before[1]):
            before = None
        after = label_after(shape.low, item.end) if before is None else None
        if before is not None:
            item = item._replace(label=before[0], label_start=before[1])
            if item.timestamp.alternatives and settles_order(shape.low[before[1] : before[2]]):
                item = item._replace(timestamp=_day_first(item.timestamp))
        elif after is not None:
            item = item._replace(label=after[0])
        previous = after[1] if after is not None else item.end
        labelled.append(item)
    return labelled


def _in_prose(line: str, label: int) -> bool:
    """Whether a label stands in the middle of a sentence: "… version 5.2 was created on November 5"."""
    return len(line) > _PROSE and label > _HEAD and line[label].islower() and line[:label].rstrip()[-1:].isalpha()


# Lines of labels and dates are shorter; and a label opens its line or follows punctuation.
_PROSE, _HEAD = 90, 30
_AND_LITTLE = 3


def _day_first(stamp: Timestamp) -> Timestamp:
    """Return a timestamp in figures without its month-first reading."""
    value, rest = stamp.value, stamp.alternatives
    if value is None or len(rest) != 1 or (value.day, value.month) != (rest[0].month, rest[0].day):
        return stamp
    first = value if not stamp.text.lstrip("0").startswith(str(value.month)) or value.day == value.month else rest[0]
    return evolve(stamp, value=first, alternatives=())


def _stands(shape: Shape, item: Found) -> bool:
    """Whether a timestamp says enough to be one: a lone clock needs a label or a line of its own."""
    stamp = item.timestamp
    if stamp.relative is not None and stamp.partial is None and stamp.value is None and item.label is None:
        if len(shape.line) > _PROSE:
            return False  # "… who died 3 years ago": told, not stamped
        if stamp.relative.unit == "day" and not stamp.text[0].isdigit() and _FIGURE.search(stamp.text) is None:
            # a day's name alone may be a person's: "By Jana Muster"
            rest = shape.line[: item.start] + shape.line[item.end :]
            return sum(map(str.isalnum, rest)) <= _AND_LITTLE
    if stamp.partial is None or stamp.partial.month is not None or stamp.relative is not None or stamp.partial.hour is None:
        return True
    rest = shape.line[: item.start] + shape.line[item.end :]
    return item.label is not None or not rest.strip(" \t.,:;•·|()[]-–—")


def _zoned(stamp: Timestamp, base: date) -> Timestamp:
    """Return a clock with its zone on a day: what the zone's name means may depend on it."""
    shape = read_shape(stamp.text, words(None))
    clocks = find_clocks(shape, shape.shape)
    return _timestamp(stamp.text, None, clocks[0], base) if clocks else stamp


def _inherited(found: list[Found], reference: date | datetime | None) -> list[Found]:
    """Return the timestamps, a lone clock or an incomplete day completed from the line's other timestamp."""
    whole = next((item.timestamp.value for item in found if item.timestamp.value is not None), None)
    if whole is None:
        return found
    return [_completed(item, whole) if item.timestamp.value is None else item for item in found]


def _completed(item: Found, sibling: date | datetime) -> Found:
    """Return a timestamp completed from its sibling's day and zone."""
    stamp, partial = item.timestamp, item.timestamp.partial
    if partial is None or stamp.relative is not None or (partial.day is None and (partial.month is not None or partial.year is not None)):
        return item
    base = sibling.date() if isinstance(sibling, datetime) else sibling
    if partial.month is not None and partial.day is not None:
        try:
            base = date(base.year, partial.month, partial.day)
        except ValueError:
            return item
    if partial.hour is None:
        return item._replace(timestamp=evolve(stamp, value=base)) if partial.month is not None else item
    if stamp.zone_name is not None:
        return item._replace(timestamp=_zoned(stamp, base))
    zone = sibling.tzinfo if isinstance(sibling, datetime) else None
    value = datetime(base.year, base.month, base.day, partial.hour, partial.minute or 0, tzinfo=zone)
    return item._replace(timestamp=evolve(stamp, value=value, zone=Zone.STATED if zone is not None else Zone.UNKNOWN))
