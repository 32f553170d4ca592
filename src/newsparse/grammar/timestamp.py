"""Publication and update times as printed: what one line says of when."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from datetime import date, datetime, timedelta

from newsparse.errors import expect, expect_text
from newsparse.grammar.age import find_ages, find_now, find_spelled
from newsparse.grammar.calendar import is_year_first, month_first, words
from newsparse.grammar.clock import Clock, find_clocks
from newsparse.grammar.day import Day, find_days
from newsparse.grammar.labels import OTHER
from newsparse.grammar.machine import read_machine
from newsparse.grammar.moment import Found, found_of
from newsparse.grammar.numeric_day import DAY_FIRST_SCRIPTS, Custom
from newsparse.grammar.shape import Shape, read_shape
from newsparse.grammar.siblings import inherited, labelled, stands
from newsparse.lexicon import section
from newsparse.model import PartialDate, Relative, Timestamp
from newsparse.vocabulary import Precision, Zone

__all__ = ["Found", "find_timestamps", "is_only_time", "parse_timestamp"]

# A line with a date is short; of a longer text only the beginning is read.
MAX_CHARS = 2000
# Beside its times a line may say so many letters and figures: "am", "13" comments.
_AND_LITTLE = 3


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
        SourceError: the text is no string, or the reference no date.

    >>> parse_timestamp("Published: Fri 22 Dec 2023 15.30 CET").value.isoformat()
    '2023-12-22T15:30:00+01:00'
    >>> parse_timestamp("02/03/2024").alternatives
    (datetime.date(2024, 2, 3),)
    """
    expect_text(text, "parse_timestamp")
    if reference is not None:
        expect(reference, date, "reference", "datetime, date or None")
    if "  " in text:
        text = " ".join(text.split())
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
    custom = _custom(shape, code, _month_first(shape, language) if day_first is None else not day_first)
    if reference is not None:
        custom = custom._replace(pivot=reference.year + 1)
    days, masked = find_days(shape, letters, custom, whole=True)
    ages, masked = _ages(shape, masked, reference)
    if _PARTIAL.search(masked) is not None:
        partial, masked = find_days(shape, masked, custom, whole=False)
        if partial:
            days = sorted(days + partial, key=lambda day: day.start)
    clocks = find_clocks(shape, masked, country) if _CLOCKED.search(masked) is not None else []
    found = [found_of(shape, day, clock, reference) for day, clock in _paired(masked, days, clocks)]
    found.extend(ages)
    kept = [item for item in labelled(shape, found) if stands(shape, item)]
    return tuple(inherited(kept))


def is_only_time(text: str, found: tuple[Found, ...]) -> bool:
    """Return whether a line holds nothing but the timestamps found in it and their labels.

    >>> [is_only_time(line, find_timestamps(line)) for line in ("Updated: 4 June 2024, 10:15", "Summit ends on 4 June 2024")]
    [True, False]
    """
    rest = text
    for item in reversed(found):
        begin = item.label_start if item.label_start is not None else item.start
        rest = rest[:begin] + rest[item.end :]
    return sum(map(str.isalnum, rest)) <= _AND_LITTLE


def _month_first(shape: Shape, language: str | None) -> bool | None:
    """Return whether a line's figures put the month first: its language says so, or letters in which no language does."""
    if language is None and not shape.low.isascii() and DAY_FIRST_SCRIPTS.search(shape.low) is not None:
        return False
    return month_first(language)


def _custom(shape: Shape, code: str | None, month_leads: bool | None) -> Custom:
    """Return how a line of a language, or of one not known, prints its days."""
    # where nothing decides, English and its clocks of twelve hours speak for the month
    lean = code == "en" or (code is None and "A" in shape.shape and _AMPM.search(shape.low) is not None)
    year_first = is_year_first(code) if code is not None else not shape.low.isascii() and _EAST_ASIAN.search(shape.low) is not None
    return Custom(month_leads, lean, year_first, code is not None and "solar" in section("dates").get(code, {}))


# Chinese, Japanese and Korean letters: their press puts the year in front.
_EAST_ASIAN = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_AMPM = re.compile(r"(?<![^\W\d_])[ap]\.? ?m(?![^\W\d_])")
# Longer lines without a figure are prose; so long is the longest that `age` reads without one.
_PROSE = 60
# Arabic, Chinese and all other figures; without any, only a short line says when ("Yesterday").
_FIGURE = re.compile(r"[\d年月]")
# A line without these says nothing of when; without the others it has no clock.
_TELLING = re.compile(r"[nyrNb]")
# Nor, beside its complete days, any incomplete one.
_PARTIAL = re.compile(r"[MBYODr]|n\. ?n\.|n/n")
_CLOCKED = re.compile(r"[:HUAKNZ]|n\.n")


# --- pairing days with clocks ---------------------------------------------------------------------

# Between a day and its clock: "5 Dec 2024, 14:30", "… - 16:00", "… um 14:30", "…T14:30", "… | 23:55".
_DAY_CLOCK = re.compile(r"(?: //? |[ ,;|~@()\-.:]{0,4})(?:(?:[cKTU]|\([WBOD]\)|[WBoA])[., :]{0,3}){0,4}[ (~|-]{0,2}")
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


# --- ages -------------------------------------------------------------------------------------------


# A number that a word follows, which is all that the ages of any language have in common; not "14:30 Uhr" or "14h30".
_COUNTED = re.compile(r"(?<![:.,/#-])n ?(?!U ?n|O ?n|D(?! ?x))[^] n:./,#()|+@'~[-]")

# So much beside an age may hold another: "Posted 14 hours ago, updated an hour ago"; not "Published 3 hours ago".
_WITH_LABELS = 20

# Capitals of no more characters are a name: "3D", "5G"; not "3d", "21h".
_MAX_SIGN = 3


def _moments_ago(shape: Shape, reference: date | datetime | None) -> tuple[Found, ...]:
    """Return "just now" or "an hour ago" in any language, for lines without any number."""
    ages = [*find_now(shape.low)] or [*find_spelled(shape.low, words(None))]
    return tuple(labelled(shape, [_aged(shape, *age, reference) for age in ages]))


def _ages(shape: Shape, masked: str, reference: date | datetime | None) -> tuple[list[Found], str]:
    """Return the printed ages of a line, and its shape with them crossed out."""
    if _COUNTED.search(masked) is None or (len(shape.line) <= _MAX_SIGN and shape.line.isupper()):
        return [], masked
    ages = list(find_ages(shape.low, words(None)))
    if not ages or len(shape.low) - sum(end - start for start, end, _ in ages) > _WITH_LABELS:
        ages += [age for age in find_spelled(shape.low, words(None)) if all(age[1] <= start or end <= age[0] for start, end, _ in ages)]
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
