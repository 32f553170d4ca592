"""Printed times held against stated ones: what each tells about the other."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta, timezone

from attrs import evolve

from newsparse.document import Document
from newsparse.parsers.timestamps.stated import Evidence, day_of, second_witness
from newsparse.vocabulary import Zone

__all__ = ["agree", "backed", "has_date_line", "on_printed_day", "ordered_by_stated", "outvoted", "raised"]

# A printed time as sure as this stands in the story's own date line. Of 8 development pages whose stamp is younger by
# two days or more, the printed one was right on 7: the stamp was that of the last build.
_DATE_LINE = 0.64
_OVER = 0.96
# How sure a printed time must be to speak against a stated one together with another, and how sure the address makes it.
_VOTE = 0.57
_BACKED, _MORE = 0.8, 0.01
# A day's distance may be that of two zones.
_APART = timedelta(days=2)
# The zones furthest from Greenwich.
_WEST, _EAST = timedelta(hours=12), timedelta(hours=14)


def agree(stated: Sequence[Evidence]) -> bool:
    """Whether the stated times tell one day, or two neighbours."""
    days = [day for item in stated if (day := day_of(item.stamp)) is not None]
    return len(days) < 2 or max(days) - min(days) < _APART


def has_date_line(printed: Sequence[Evidence]) -> bool:
    """Whether the first printed time stands in the story's own date line."""
    return bool(printed) and printed[0].confidence >= _DATE_LINE


def outvoted(stated: Sequence[Evidence], printed: Sequence[Evidence], document: Document) -> list[Evidence]:
    """Return the stated times, one that tells the printed day raised over a first one that tells another.

    Two witnesses go before one: on each of 7 development pages they were right. The others are asked
    only where the print contradicts the first.
    """
    if not stated or not printed or printed[0].confidence < _VOTE or printed[0].stamp.alternatives:
        return list(stated)
    day, first = day_of(printed[0].stamp), day_of(stated[0].stamp)
    if day is None or first is None or not _is_apart(stated[0], first, day):
        return list(stated)
    second = second_witness(document, day)
    return list(stated) if second is None else [evolve(second, confidence=_OVER), *stated]


def _is_apart(witness: Evidence, first: date, day: date) -> bool:
    """Whether a witness, whose own day is the first, cannot mean the other day.

    A moment in UTC may fall on the day before or behind somewhere. One with an offset is told in the publisher's zone;
    but papers put tomorrow's issue online in the evening, of which JSON-LD and the `article:` metas tell the moment.
    """
    value = witness.stamp.value
    if not isinstance(value, datetime) or value.tzinfo is None:
        return abs(day - first) >= _APART
    if value.utcoffset():
        return abs(day - first) >= _APART or (day != first and witness.source not in {"linked", "meta"})
    return not (value - _WEST).date() <= day <= (value + _EAST).date()


def backed(printed: Sequence[Evidence], witness: Evidence) -> tuple[list[Evidence], Evidence]:
    """Return the printed times and a weak witness, both raised where one of them tells its day: two go before one."""
    day = day_of(witness.stamp)
    at = next((i for i, item in enumerate(printed) if day is not None and day_of(item.stamp) == day), None)
    if at is None:
        return list(printed), witness
    raised = [evolve(printed[at], confidence=max(printed[at].confidence, _BACKED)), *printed[:at], *printed[at + 1 :]]
    # the address tells less than the line, and a machine's stamp more
    return raised, witness if witness.source == "address" else evolve(witness, confidence=max(witness.confidence, _BACKED + _MORE))


def ordered_by_stated(printed: Sequence[Evidence], stated: Sequence[Evidence]) -> list[Evidence]:
    """Return the printed times, figures that may be read in two orders settled by a stated day."""
    days = {day_of(item.stamp) for item in stated}
    settled = []
    for item in printed:
        stamp = item.stamp
        if stamp.alternatives and stamp.zone is not Zone.AMBIGUOUS and day_of(stamp) not in days:
            other = next((value for value in stamp.alternatives if (value.date() if isinstance(value, datetime) else value) in days), None)
            if other is not None:
                item = evolve(item, stamp=evolve(stamp, value=other, alternatives=()))
        elif stamp.alternatives and stamp.zone is not Zone.AMBIGUOUS:
            item = evolve(item, stamp=evolve(stamp, alternatives=()))
        settled.append(item)
    return settled


def raised(printed: Sequence[Evidence], stated: Sequence[Evidence], changed: Sequence[Evidence]) -> list[Evidence]:
    """Return the printed times, the first one raised over a stamp that is only the day of the last build.

    Such a stamp is younger than the printed date, and the page states no other day of change.
    """
    if not printed or not stated or stated[0].source not in {"linked", "meta"} or printed[0].confidence < _DATE_LINE:
        return list(printed)
    first, stamp = day_of(printed[0].stamp), day_of(stated[0].stamp)
    if first is None or stamp is None or printed[0].stamp.alternatives or stamp - first < _APART:
        return list(printed)
    if any((day_of(item.stamp) or stamp) > stamp for item in changed) or sum(day_of(item.stamp) == first for item in stated):
        return list(printed)
    return [evolve(printed[0], confidence=_OVER), *printed[1:]]


def on_printed_day(stated: Sequence[Evidence], printed: Sequence[Evidence], changed: Sequence[Evidence]) -> list[Evidence]:
    """Return the stated times, a moment in UTC told in a zone in which it falls on the day that the page prints.

    An evening story of the Americas is "tomorrow" in UTC. The page's other stamps tell its offset;
    where none does, it is the nearest whole hour that fits, and the moment in UTC stays as an alternative.
    """
    if not stated or not printed:
        return list(stated)
    stamp, line = stated[0].stamp, printed[0]
    value, day = stamp.value, day_of(line.stamp)
    if (
        not isinstance(value, datetime)
        or value.utcoffset() != timedelta(0)
        or day is None
        or line.confidence < _DATE_LINE
        or line.stamp.alternatives
    ):
        return list(stated)
    if abs((value.date() - day).days) != 1 or isinstance(line.stamp.value, datetime):
        return list(stated)
    for item in (*stated[1:], *changed):
        other = item.stamp.value
        if isinstance(other, datetime) and other.utcoffset():
            local = value.astimezone(other.tzinfo)
            if local.date() == day:
                return [evolve(stated[0], stamp=evolve(stamp, value=local)), *stated[1:]]
    hours = -(value.hour + 1) if value.date() > day else 24 - value.hour
    if not -11 <= hours <= 12:
        return list(stated)
    local = value.astimezone(timezone(timedelta(hours=hours)))
    return [evolve(stated[0], stamp=evolve(stamp, value=local, alternatives=(value,))), *stated[1:]]
