"""What one printed line says of when."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from grammar.notation import notation, stated
from growth import assert_linear
from newsparse.grammar.calendar import SOLAR, day_in, month_first
from newsparse.grammar.numeric_day import order_of
from newsparse.grammar.timestamp import find_timestamps, parse_timestamp
from newsparse.vocabulary import Precision, Zone

LINES = Path(__file__).with_name("timestamp_lines.txt").read_text("utf-8").split("\n")
PAIRS = [(line, LINES[i + 1].removeprefix("= ").strip()) for i, line in enumerate(LINES[:-1]) if LINES[i + 1].startswith("=")]
NOON = datetime(2025, 1, 7, 12, 0, tzinfo=timezone.utc)


@pytest.mark.parametrize(("line", "expected"), PAIRS, ids=[line for line, _ in PAIRS])
def test_find_timestamps_reads_line(line: str, expected: str) -> None:
    """Every line of the reference tables, and of 60 languages, is read as its case says."""
    assert expected.removeprefix("=").strip() == "; ".join(notation(found) for found in find_timestamps(line))


@pytest.mark.parametrize(("line", "expected"), PAIRS, ids=[line for line, _ in PAIRS])
def test_find_timestamps_tells_the_characters(line: str, expected: str) -> None:
    """A timestamp's text is the very slice of the line, and timestamps do not overlap."""
    end = 0
    for found in find_timestamps(line):
        assert found.timestamp.text == line[found.start : found.end]
        assert end <= found.start < found.end
        end = found.end


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2024-08-08T08:00Z", "2024-08-08T08:00Z"),
        ("2024-08-08T08:00:15.123+0000", "2024-08-08T08:00:15Z"),
        ("2024-08-08T08:00:15-0500", "2024-08-08T08:00:15-05:00"),
        ("2024-08-08 08:00:15", "2024-08-08T08:00:15"),
        ("2024-08-08T24:00:00Z", "2024-08-09T00:00:00Z"),
        ("2022-1-26T14:32:06+02:00", "2022-01-26T14:32:06+02:00"),
        ("1762513252", "2025-11-07T11:00:52Z"),
        ("1762513252000", "2025-11-07T11:00:52Z"),
        ("1762513252.25", "2025-11-07T11:00:52Z"),
        ("20241206", "2024-12-06"),
        ("20241206T143000Z", "2024-12-06T14:30:00Z"),
        ("20241206 14:30", "2024-12-06T14:30"),
        ("20241206T143000+0530", "2024-12-06T14:30:00+05:30"),
        ("Fri Apr 28 19:20:36 CEST 2023", "2023-04-28T19:20:36+02:00"),
        ("Tue Feb 20 2018 01:00:00 GMT+0100 (Central European Standard Time)", "2018-02-20T01:00:00+01:00"),
        ("Fri, 22 Dec 2023 05:00:00 +0000", "2023-12-22T05:00:00Z"),
        ("2023-11-30T13:00:06.581209Z EST", "2023-11-30T13:00:06 or 2023-11-30T13:00:06Z or 2023-11-30T13:00:06-05:00 ?Z EST"),
        ("12/20/2023 20:41:43", "2023-12-20T20:41:43"),
        ('"2024-08-08"', "2024-08-08"),
        ("2024-W49-4", "2024-12-05"),
        ("2024-12", "2024-12"),
    ],
)
def test_parse_timestamp_reads_machine_values(value: str, expected: str) -> None:
    """ISO 8601 in its broken variants, epoch numbers, and the forms of Java, JavaScript and e-mail are read."""
    stamp = parse_timestamp(value)
    assert stamp is not None
    assert expected == stated(stamp)


@pytest.mark.parametrize(
    "value",
    [
        "",
        "   ",
        "0000-00-00",
        "2024-13-01",
        "9999999999999",
        "12182022",
        "31.02.2024",
        "[date]",
        "undefined",
        "P1DT2H",
        "20241206T250000",
        "2024-W60-1",
        "2024-49",
    ],
)
def test_parse_timestamp_gives_none_for_no_time(value: str) -> None:
    """A fault of a template, a duration or a number of another kind is no time."""
    assert parse_timestamp(value) is None


def test_parse_timestamp_prefers_the_publication() -> None:
    """Of an update and a publication on one line the publication is meant, wherever it stands."""
    stamp = parse_timestamp("Aktualizacja: 02.02.2025 23:49 Publikacja: 02.02.2025 21:52")
    assert stamp is not None
    assert datetime(2025, 2, 2, 21, 52) == stamp.value


def test_parse_timestamp_reports_both_orders() -> None:
    """Figures that nothing decides keep both readings."""
    stamp = parse_timestamp("02/03/2024")
    assert stamp is not None
    assert {date(2024, 3, 2), date(2024, 2, 3)} == {stamp.value, *stamp.alternatives}


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({"day_first": True}, date(2024, 3, 2)),
        ({"day_first": False}, date(2024, 2, 3)),
        ({"language": "de"}, date(2024, 3, 2)),
        ({"language": "en-US"}, date(2024, 2, 3)),
        ({"language": "en_GB"}, date(2024, 3, 2)),
    ],
)
def test_parse_timestamp_takes_order_from_evidence(options: dict[str, object], expected: date) -> None:
    """The document's order or its language decides, and no other reading stays."""
    stamp = parse_timestamp("02/03/2024", **options)  # type: ignore[arg-type]
    assert stamp is not None
    assert (expected, ()) == (stamp.value, stamp.alternatives)


@pytest.mark.parametrize(
    ("line", "language", "expected"),
    [("26/03/17", "ja", date(2026, 3, 17)), ("26/03/17", "fr", date(2017, 3, 26)), ("1404/12/26", "fa", date(2026, 3, 17))],
)
def test_parse_timestamp_reads_figures_as_the_language_does(line: str, language: str, expected: date) -> None:
    """East Asia puts a year of two digits in front, and Persian figures of 13xx and 14xx are of its own calendar."""
    stamp = parse_timestamp(line, language=language)
    assert stamp is not None
    assert (expected, ()) == (stamp.value, stamp.alternatives)


def test_parse_timestamp_takes_order_from_weekday() -> None:
    """A printed weekday tells which reading is meant."""
    stamp = parse_timestamp("Thursday 05/12/2024")
    assert stamp is not None
    assert (date(2024, 12, 5), ()) == (stamp.value, stamp.alternatives)


@pytest.mark.parametrize("options", [{}, {"language": "de"}, {"day_first": True}, {"day_first": False}, {"language": "en-US"}])
def test_parse_timestamp_never_reads_year_day_month(options: dict[str, object]) -> None:
    """A date that opens with the year goes on with the month, in any language."""
    stamp = parse_timestamp("2024-11-08", **options)  # type: ignore[arg-type]
    assert stamp is not None
    assert (date(2024, 11, 8), ()) == (stamp.value, stamp.alternatives)


@pytest.mark.parametrize(
    ("line", "unit"),
    [
        ("vor einer Stunde", "hour"),
        ("il y a une heure", "hour"),
        ("hace un día", "day"),
        ("för en timme sedan", "hour"),
        ("há um mês", "month"),
    ],
)
def test_find_timestamps_reads_the_word_for_one(line: str, unit: str) -> None:
    """An age whose number is a word is an age; a sentence that tells one is none."""
    (found,) = find_timestamps(line)
    assert found.timestamp.relative is not None
    assert (1, unit) == (found.timestamp.relative.amount, found.timestamp.relative.unit)
    assert find_timestamps("A witness said that the car had left the yard an hour ago, before anybody had come to the house.") == ()


def test_order_of_reads_the_whole_text() -> None:
    """One unmistakable date tells the order of all; contradicting ones tell nothing."""
    assert order_of("on 25/03/2024 and 02/03/2024") is False
    assert order_of("on 03/25/2024 and 02/03/2024") is True
    assert order_of("on 03/25/2024 and 25/03/2024") is None


def test_month_first_knows_regions() -> None:
    """English is printed in both orders; its regions decide."""
    assert (None, True, False, False, None) == tuple(map(month_first, ("en", "en-US", "en-AU", "fr", None)))


@pytest.mark.parametrize(
    ("name", "offsets"),
    [("IST", (330, 120, 60)), ("CST", (-360, 480, -300)), ("BST", (60, 360)), ("AST", (-240, 180)), ("MST", (-420, 480))],
)
def test_parse_timestamp_does_not_guess_ambiguous_zones(name: str, offsets: tuple[int, ...]) -> None:
    """A name that several zones share leaves the clock without an offset and reports each reading."""
    stamp = parse_timestamp(f"December 8, 2024 10:15 AM {name}")
    assert stamp is not None
    assert (datetime(2024, 12, 8, 10, 15), Zone.AMBIGUOUS, name) == (stamp.value, stamp.zone, stamp.zone_name)
    assert [timedelta(minutes=minutes) for minutes in offsets] == [moment.utcoffset() for moment in stamp.alternatives]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("day", "hours"),
    [
        ("March 20, 2010", -4),
        ("March 20, 2000", -5),
        ("April 2, 2000", -4),
        ("October 31, 2000", -5),
        ("April 10, 1986", -5),
        ("May 1, 1986", -4),
    ],
)
def test_parse_timestamp_knows_when_american_clocks_were_changed(day: str, hours: int) -> None:
    """Eastern time is summer time by the rule of the day's year: archives go back further than the last change of it."""
    stamp = parse_timestamp(f"{day} 10:00 AM ET")
    assert stamp is not None
    assert isinstance(stamp.value, datetime)
    assert timedelta(hours=hours) == stamp.value.utcoffset()


@pytest.mark.parametrize(
    ("line", "expected"), [("29 February", date(2024, 2, 29)), ("December 30", date(2025, 12, 30)), ("March 2", date(2026, 3, 2))]
)
def test_parse_timestamp_gives_a_day_the_last_year_that_has_it(line: str, expected: date) -> None:
    """A day without a year is the last one up to the reference, which may stand in another zone."""
    stamp = parse_timestamp(line, reference=datetime(2026, 3, 1, 23, 0))
    assert stamp is not None
    assert expected == stamp.value


@pytest.mark.parametrize(
    ("line", "expected"), [("1403/09/15", date(2024, 12, 5)), ("۱۴۰۳/۱۲/۳۰", date(2025, 3, 20)), ("۱۴۰۲/۱۲/۳۰", None), ("1.2.24%", None)]
)
def test_parse_timestamp_reads_figures_of_the_iranian_calendar(line: str, expected: date | None) -> None:
    """Figures of a Persian line are its calendar's, with its leap years; a share in percent is no date."""
    stamp = parse_timestamp(line, language="fa")
    assert expected == (stamp.value if stamp is not None else None)


def test_parse_timestamp_settles_zone_by_country() -> None:
    """The publisher's country tells which of several zones a name means."""
    stamp = parse_timestamp("December 8, 2024 10:15 AM IST", country="IN")
    assert stamp is not None
    assert isinstance(stamp.value, datetime)
    assert (timedelta(hours=5, minutes=30), Zone.STATED) == (stamp.value.utcoffset(), stamp.zone)


@pytest.mark.parametrize(
    ("line", "hours"), [("July 4, 2024 9:00 PM ET", -4), ("December 4, 2024 9:00 PM ET", -5), ("March 10, 2024 9:00 PM PT", -7)]
)
def test_parse_timestamp_resolves_seasons(line: str, hours: int) -> None:
    """A zone named without its season takes the season of the day."""
    stamp = parse_timestamp(line)
    assert stamp is not None
    assert isinstance(stamp.value, datetime)
    assert timedelta(hours=hours) == stamp.value.utcoffset()


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("3 hours ago", datetime(2025, 1, 7, 9, 0, tzinfo=timezone.utc)),
        ("vor 58 Minuten", datetime(2025, 1, 7, 11, 2, tzinfo=timezone.utc)),
        ("2 days ago", date(2025, 1, 5)),
        ("Yesterday", date(2025, 1, 6)),
        ("August 8", date(2024, 8, 8)),
        ("January 8", date(2025, 1, 8)),
        ("4.4.26", date(2026, 4, 4)),
        ("4.4.27", date(1927, 4, 4)),
    ],
)
def test_parse_timestamp_resolves_against_reference(line: str, expected: date) -> None:
    """Ages, days without a year and years of two digits are resolved against the moment that the caller states."""
    stamp = parse_timestamp(line, reference=NOON)
    assert stamp is not None
    assert expected == stamp.value


@pytest.mark.parametrize("line", ["3 hours ago", "Yesterday", "August 8", "Stand: 20:03 Uhr", "just now", "Heute, 12:37 Uhr"])
def test_parse_timestamp_leaves_open_without_reference(line: str) -> None:
    """Without a reference nothing is invented: what is stated stays as its parts."""
    stamp = parse_timestamp(line)
    assert stamp is not None
    assert stamp.value is None
    assert stamp.relative is not None or stamp.partial is not None


def test_parse_timestamp_invents_no_midnight() -> None:
    """A day without a clock is a day."""
    stamp = parse_timestamp("6 December 2024")
    assert stamp is not None
    assert (date(2024, 12, 6), Precision.DAY, Zone.UNKNOWN) == (stamp.value, stamp.precision, stamp.zone)
    assert not isinstance(stamp.value, datetime)


@pytest.mark.parametrize(
    ("year", "expected"),
    [(1357, date(1978, 3, 21)), (1399, date(2020, 3, 20)), (1403, date(2024, 3, 20)), (1404, date(2025, 3, 21)), (1409, date(2030, 3, 21))],
)
def test_solar_new_year(year: int, expected: date) -> None:
    """The Iranian year begins on the day of the published calendars."""
    assert expected == day_in(SOLAR, year, 1, 1)


def test_lunar_dates_stay_raw() -> None:
    """An Islamic lunar date is found and left as printed: its day depends on the sighting of the moon."""
    stamp = parse_timestamp("4 جمادى الآخرة 1446 هـ")
    assert stamp is not None
    assert stamp.value is None


def test_relative_words_count_in_their_language_only() -> None:
    """The French for yesterday is the German for here."""
    assert find_timestamps("hier", language="de") == ()
    assert find_timestamps("hier", language="fr")[0].timestamp.relative is not None


def test_label_in_prose_labels_nothing() -> None:
    """A verb in the middle of a sentence is no label."""
    line = "The collective says that this fifth version of the programme was created on November 5, 2019 by hand"
    assert [None] == [found.label for found in find_timestamps(line)]


@pytest.mark.parametrize(
    "unit",
    [
        "5 Dec ",
        "1.2.",
        "12:30 ",
        "1/2/",
        "Updated ",
        "2024-",
        "9 ",
        "a.m. ",
        "dec. ",
        "vor 3 ",
        "(",
        "' 5 ",
        "年月日",
        "1月",
        "Published: ",
        "٥ ديسمبر ",
        "كانون ",
    ],
)
def test_find_timestamps_is_linear(unit: str) -> None:
    """A hundred kilobytes of anything cost twenty times what five cost."""

    def read(length: int) -> None:
        text = (unit * (length // len(unit) + 1))[:length]
        parse_timestamp(text)
        find_timestamps(text, language="de")

    assert_linear(read, 5_000, 100_000)


@pytest.mark.parametrize("line", ["7  hours  ago", "vor   2  Tagen"])
def test_parse_timestamp_reads_through_wide_gaps(line: str) -> None:
    """Several spaces between words are one."""
    found = parse_timestamp(line)
    assert found is not None
    assert found.value is not None or found.relative is not None
