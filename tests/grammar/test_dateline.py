"""Datelines as strings: a row of `datelines.jsonl` each, and the promises that hold for all of them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsparse import parse_dateline
from newsparse.model import PartialDate, Place

CASES = [json.loads(line) for line in (Path(__file__).parent / "datelines.jsonl").read_text("utf-8").splitlines()]
POSITIVE = [case for case in CASES if not case.get("none")]
NEGATIVE = [case for case in CASES if case.get("none")]


def _id(case: dict[str, Any]) -> str:
    """Return a case's name for the report."""
    return f"{case['id']}-{case['text'][:24]}"


@pytest.mark.parametrize("case", POSITIVE, ids=_id)
def test_parse_dateline_reads_case(case: dict[str, Any]) -> None:
    """Places, date, agency, people and the prose's beginning are as the table says."""
    found = parse_dateline(case["text"])
    assert found is not None
    places = [[part for part in (place.name, place.region, place.country) if part] for place in found.places]
    assert case["places"] == places
    assert case.get("date") == (str(found.date) if found.date else None)
    assert case.get("agency") == found.agency
    assert case.get("service") == found.service
    assert case.get("people", []) == [person.name for person in found.contributors]
    if "prose" in case:
        assert case["prose"] == case["text"][found.end :]


@pytest.mark.parametrize("case", NEGATIVE, ids=_id)
def test_parse_dateline_refuses_case(case: dict[str, Any]) -> None:
    """Labels, speakers, captions and sentences are no datelines."""
    assert parse_dateline(case["text"]) is None


@pytest.mark.parametrize("case", POSITIVE, ids=_id)
def test_parse_dateline_text_stands_in_source(case: dict[str, Any]) -> None:
    """The text is a part of the source before the prose, and ends in no dash."""
    found = parse_dateline(case["text"])
    assert found is not None
    assert found.text in case["text"].replace("\xa0", " ")[: found.end]
    assert not found.text.endswith(("—", "–", "-", ":", " "))


@pytest.mark.xfail(strict=True, reason="alone, a person's or company's name in capitals before a dash has the form of an unknown town")
@pytest.mark.parametrize("text", ["JOHN SMITH — The man who sold the bridge is back.", "POLITICO — The site said so."])
def test_parse_dateline_takes_capitals_for_a_place(text: str) -> None:
    """A name in capitals that is no place is refused."""
    assert parse_dateline(text) is None


def test_parse_dateline_confirms_unknown_place_from_context() -> None:
    """A place in no table counts where the story names it again after a word for "in"."""
    line = "Unterpfaff – Die Polizei sucht Zeugen."
    assert parse_dateline(line) is None
    found = parse_dateline(line, context="Ein Mann ist in Unterpfaff verletzt worden.")
    assert found is not None
    assert (Place("Unterpfaff"),) == found.places


def test_parse_dateline_takes_no_person_for_a_place() -> None:
    """A name in capitals of which the story goes on with the last word alone is a person's."""
    line = "JANE DOE — The singer is back with a new album."
    assert parse_dateline(f"{line} Doe said on Monday that she was glad.") is None
    assert parse_dateline(line, context="At home, Doe keeps bees.") is None
    found = parse_dateline("ANN ARBOR — The council met on Monday.", context="The school in Ann Arbor is old.")
    assert found is not None
    assert (Place("ANN ARBOR"),) == found.places


def test_parse_dateline_leaves_order_of_numbers_open() -> None:
    """A date in numbers that can be read two ways keeps only its year."""
    found = parse_dateline("Madrid - 05/06/2025 20:00")
    assert found is not None
    assert PartialDate(2025) == found.date


def test_parse_dateline_offsets_count_leading_space() -> None:
    """`end` counts the characters of the string that was given."""
    text = "  PARIS (AFP) -  Le ministre part."
    found = parse_dateline(text)
    assert found is not None
    assert text[found.end :] == "Le ministre part."


@pytest.mark.parametrize("text", ["", " ", "—", "(", "()", "[", "A", "/", "， ", "12", "A. — B", "(AP)"])
def test_parse_dateline_survives_scraps(text: str) -> None:
    """Scraps of text give no dateline and no error."""
    assert parse_dateline(text) is None


@given(st.text(alphabet="ABab .,-—–()[]/:=|12月5日電【】新华社北京AP", max_size=60))
def test_parse_dateline_never_fails(text: str) -> None:
    """Any string gives a dateline inside it or none."""
    found = parse_dateline(text)
    assert found is None or 0 < found.end <= len(text)


WORST = [
    "A ",
    "A. ",
    "(",
    "AB/",
    "A-",
    "A, ",
    "北",
    "【",
    "1 ",
    "In Grafenau ",
    "\xa0",
    "12:30 ",
    "LONDON — ",
    "AND ",
    "de ",
    "a.M. ",
    "5 de ",
]


@pytest.mark.parametrize("unit", WORST)
def test_parse_dateline_reads_only_the_head(unit: str) -> None:
    """A line of 100 kB gives what its first 4 kB give, so its length costs nothing but the copy."""
    short = parse_dateline("Unterau – " + unit * (4000 // len(unit)))
    long = parse_dateline("Unterau – " + unit * (100_000 // len(unit)))
    assert (short and short.places) == (long and long.places)


@pytest.mark.parametrize("text", ["9:05-", "9:05 - ", "3:15 p.m. \u2014"])
def test_dateline_is_none_where_nothing_follows_a_clock(text: str) -> None:
    """A time and a dash alone are no dateline."""
    assert parse_dateline(text) is None


@pytest.mark.parametrize(
    "text", ["(AMAP, Oct 14) The minister said on Friday that rain fell.", "(AMAP, 14 oct) Le ministre a dit que la pluie tombe."]
)
def test_parse_dateline_survives_an_agency_without_a_place(text: str) -> None:
    """An agency and a date in brackets, with no place before them, raise nothing."""
    assert parse_dateline(text) is None


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("Maringá - O prefeito disse na segunda-feira que a obra vai parar.", "Maringá"),
        ("Narbonne. Le maire a annoncé lundi la fermeture du pont.", "Narbonne"),
        ("Elmshorn. Die Stadt hat am Montag die Brücke geschlossen.", "Elmshorn"),
        ("Gadchiroli: The district police said on Monday that the road was shut.", "Gadchiroli"),
    ],
)
def test_parse_dateline_knows_towns_in_small_letters(line: str, place: str) -> None:
    """A town that nothing but its name tells from the first words of a sentence is one of the gazetteer's."""
    found = parse_dateline(line)
    assert found is not None
    assert [place] == [each.name for each in found.places]


@pytest.mark.parametrize(
    ("line", "region", "country"),
    [
        ("IZMIR, Turkey (AP) — The harbour reopened.", None, "Turkey"),
        ("LEEDS, UK (Reuters) - The council met.", None, "UK"),
        ("Prizren, Kosovo – The bridge reopened.", None, "Kosovo"),
        ("GOMA, Congo (AP) — The road was cut.", None, "Congo"),
        ("BRNO, Czech Republic — The fair opened.", None, "Czech Republic"),
        ("DUNDEE, Scotland (AP) — The bridge reopened.", "Scotland", None),
    ],
)
def test_parse_dateline_tells_countries_by_the_names_that_the_press_gives_them(line: str, region: str | None, country: str | None) -> None:
    """A country under a name that is not its official one is a country, and a part of one is a region."""
    found = parse_dateline(line)
    assert found is not None
    assert (region, country) == (found.places[0].region, found.places[0].country)


@pytest.mark.parametrize("before", ["\u200b", "\ufeff", "\u200e", "\u200f\u202a", "\u2003 \u200b"])
def test_parse_dateline_passes_over_what_nobody_sees(before: str) -> None:
    """Marks of no width and of the direction of writing before a dateline hide nothing."""
    found = parse_dateline(f"{before}OSLO (AP) — The harbour reopened.")
    assert found is not None
    assert ("OSLO", "AP") == (found.places[0].name, found.agency)
