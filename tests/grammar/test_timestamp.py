"""What one printed line says of when."""

from __future__ import annotations

from datetime import date

from newsparse.grammar.timestamp import find_timestamps, parse_timestamp


def test_find_timestamps_tells_where_a_date_stands():
    """A date behind a byline is found on exactly its characters."""
    line = "By bnm Gulf bureau December 6, 2024"
    (found,) = find_timestamps(line)
    assert line[found.start : found.end] == "December 6, 2024"
    assert found.timestamp.value == date(2024, 12, 6)
    assert found.label is None


def test_parse_timestamp_never_reads_year_day_month():
    """A figure date that opens with the year goes on with the month."""
    assert parse_timestamp("2024-11-08").value == date(2024, 11, 8)
    assert parse_timestamp("2024-31-08") is None
