"""What a line says about its timestamps: labels beside them, and what one tells of the next."""

from __future__ import annotations

import re
from datetime import date, datetime

from attrs import evolve

from newsparse.grammar.calendar import words
from newsparse.grammar.clock import find_clocks
from newsparse.grammar.labels import OTHER, label_after, label_before, listed, settles_order
from newsparse.grammar.moment import Found, timestamp_of
from newsparse.grammar.shape import Shape, read_shape
from newsparse.model import Timestamp
from newsparse.vocabulary import Zone

__all__ = ["inherited", "labelled", "stands"]


def labelled(shape: Shape, found: list[Found]) -> list[Found]:
    """Return the timestamps in order, each with the label that stands by it."""
    if len(found) > 1:
        found = sorted(found, key=lambda item: item.start)
    done: list[Found] = []
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
        done.append(item)
    _mark_ranges(shape.low, done)
    return done if "(@" not in shape.low else [_of_post(shape.low, item) for item in done]


def _of_post(low: str, item: Found) -> Found:
    """Return a timestamp, labelled as that of something else where it signs a post: "— Jane Doe (@jane) March 4, 2019"."""
    signs = item.label is None and _POST.search(low, max(0, item.start - 110), item.start) is not None
    return item._replace(label=OTHER) if signs else item


def _mark_ranges(low: str, found: list[Found]) -> None:
    """Label the first and last day of a range as those of something else: "4 March - 6 May 2025", "4.-6. May 2025"."""
    for i, item in enumerate(found):
        if not _is_bare_day(item):
            continue
        if i and _is_bare_day(found[i - 1], OTHER) and _joins(_JOINT.fullmatch(low, found[i - 1].end, item.start)):
            found[i - 1], found[i] = found[i - 1]._replace(label=OTHER), item._replace(label=OTHER)
        elif _joins(before := _FROM_DAY.search(low, max(0, item.start - 10), item.start)) and before and int(before["day"]) <= _LAST_DAY:
            found[i] = item._replace(label=OTHER)


def _joins(joint: re.Match[str] | None) -> bool:
    """Whether what stands between the first and the last day of a range is a dash or a word for it."""
    return joint is not None and (joint["word"] is None or joint["word"] in listed("ranges"))


def _is_bare_day(item: Found, *labels: str) -> bool:
    """Whether a timestamp is a day without a clock, and without a label but those named."""
    stamp = item.timestamp
    if item.label is not None and item.label not in labels:
        return False
    if stamp.relative is not None or isinstance(stamp.value, datetime):
        return False
    # what is left raw is no end of a range: the same day in another calendar
    return stamp.partial is None or (stamp.partial.month is not None and stamp.partial.hour is None)


# What joins two days, or a number and a day: "March 4 - March 6", "4. - 6. March", "du 4 au 6 mars"; not "14:30 - 6 March", "058/21 - 6 March"
_JOINT = re.compile(r"\.?(?: ?-{1,2} ?| (?P<word>[^\W\d_]{1,5}) )")
_FROM_DAY = re.compile(r"(?<![\w:./-])(?P<day>\d{1,2})\.?(?: ?- ?| (?P<word>[^\W\d_]{1,5}) )$")
_LAST_DAY = 31
# Its name begins behind a dash, and its handle ends right before the time; not "By Jane Doe (@jane) March 4, 2019".
_POST = re.compile(r"-{1,2} ?[^()\n-]{1,60}\(@[\w.]{1,40}\)[ ·]*$")


def _in_prose(line: str, label: int) -> bool:
    """Whether a label stands in the middle of a sentence: "… version 5.2 was created on November 5"."""
    return len(line) > _PROSE and label > _HEAD and line[label].islower() and line[:label].rstrip()[-1:].isalpha()


# Lines of labels and dates are shorter; and a label opens its line or follows punctuation.
_PROSE, _HEAD = 90, 30
_AND_LITTLE = 3
# The first of a date's figures: the 10 of "14:35, 10/01/2026"
_FIGURES = re.compile(r"(\d{1,2})[/-] ?\d")


def _day_first(stamp: Timestamp) -> Timestamp:
    """Return a timestamp in figures without its month-first reading."""
    value, rest = stamp.value, stamp.alternatives
    if value is None or len(rest) != 1 or (value.day, value.month) != (rest[0].month, rest[0].day):
        return stamp
    figures = _FIGURES.search(stamp.text)
    if figures is None:
        return stamp
    first = value if int(figures[1]) == value.day else rest[0]
    return evolve(stamp, value=first, alternatives=())


def stands(shape: Shape, item: Found) -> bool:
    """Whether a timestamp says enough to be one: a lone clock needs a label or a line of its own."""
    stamp = item.timestamp
    if stamp.relative is not None and stamp.partial is None and item.label is None:
        if len(shape.line) > _PROSE:
            return False  # "… who died 3 years ago": told, not stamped
        if stamp.text.isalpha():  # a day's name alone may be a person's: "By Jana Muster"
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
    return timestamp_of(stamp.text, None, clocks[0], base) if clocks else stamp


def inherited(found: list[Found]) -> list[Found]:
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
