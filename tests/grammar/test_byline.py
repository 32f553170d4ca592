"""The byline grammar: every example of the house reference, the known traps, and what holds for any line."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grammar.byline_cases import normal, notation, read_cases, read_kinds, read_rows
from newsparse import parse_byline
from newsparse.grammar.byline import MAX_CHARS, introduced, opens_card
from newsparse.model import Byline
from newsparse.text import clean
from newsparse.vocabulary import ContributorKind, Role

REFERENCE = read_cases("byline_reference.txt")
TRAPS = read_cases("byline_traps.txt")
KINDS = [
    pytest.param(printed, expected, id=title, marks=[pytest.mark.xfail(reason=reason, strict=True)] if reason else [])
    for title, printed, expected, reason in read_kinds("byline_kinds.txt")
]

NOBODY = (Path(__file__).parent / "byline_nobody.txt").read_text("utf-8").split("\n\n")[1].split("\n")


def byline(text: str) -> Byline:
    """Return the byline of a line that has one."""
    found = parse_byline(text)
    assert found is not None
    return found


@pytest.mark.parametrize(("number", "printed", "expected"), REFERENCE, ids=[case[0] for case in REFERENCE])
def test_parse_byline_reads_reference(number: str, printed: str, expected: str) -> None:
    """Every example of the reference gives its credits, facts and dates."""
    assert normal(expected) == normal(notation(parse_byline(printed)))


@pytest.mark.parametrize(("title", "printed", "expected"), TRAPS, ids=[case[0] for case in TRAPS])
def test_parse_byline_avoids_traps(title: str, printed: str, expected: str) -> None:
    """Sentences, buttons and look-alikes name nobody; names that look like words stay whole."""
    assert normal(expected) == normal(notation(parse_byline(printed)))


@pytest.mark.parametrize(("printed", "expected"), KINDS)
def test_parse_byline_reads_lines_of_every_kind(printed: str, expected: str) -> None:
    """Names, papers and places that the lexicon does not know are read by the form of the line."""
    assert normal(expected) == normal(notation(parse_byline(printed)))


@pytest.mark.parametrize(("printed", "expected"), read_rows("byline_lessons.txt"))
def test_parse_byline_keeps_what_fresh_lines_taught(printed: str, expected: str) -> None:
    """What was once misread in lines that nobody had tried before is read since."""
    assert normal(expected) == normal(notation(parse_byline(printed)))


@pytest.mark.parametrize("printed", [line for line in NOBODY if line])
def test_parse_byline_invents_nobody(printed: str) -> None:
    """Buttons, captions, labels and the beginnings of sentences name nobody."""
    assert parse_byline(printed) is None


def test_reference_is_complete() -> None:
    """All 130 examples are there."""
    assert {str(n) for n in range(1, 131)} == {case[0] for case in REFERENCE}


def test_parse_byline_cuts_residue_from_text() -> None:
    """The text ends before the date; the raw line keeps it."""
    found = byline("By Jane Doe December 6, 2024")
    assert found.text == "By Jane Doe"
    assert found.raw == "By Jane Doe December 6, 2024"


@pytest.mark.parametrize(
    "line",
    [
        "By  Jane\xa0Doe  in Beirut",
        "Dec 21, 2023 | By Lexi Gray",
        "Von: ANNA BERG , TOM HUBER 09.09.2025",
        "Anna Berg\nStockholm\n2025-01-02",
    ],
)
def test_parse_byline_spans_slice_to_text(line: str) -> None:
    """The spans of line and names lead back to their characters."""
    found = byline(line)
    assert found.span is not None
    assert found.text == clean(line[found.span.slice])
    for person in found.contributors:
        assert person.span is not None
        assert person.name == clean(line[person.span.slice])


def test_parse_byline_keeps_kinds_apart() -> None:
    """A desk, an agency and a person of it are three kinds."""
    kinds = [byline(line).contributors[0].kind for line in ("By MND Staff", "By AFP", "By Jane Doe, AFP")]
    assert kinds == [ContributorKind.DESK, ContributorKind.ORGANIZATION, ContributorKind.PERSON]


def test_parse_byline_keeps_editors_from_authors() -> None:
    """Only those with the role of an author are authors."""
    found = byline("By Jane Doe | Edited by Ann Poe")
    assert ["Jane Doe"] == [person.name for person in found.authors]
    assert Role.EDITOR in found.contributors[1].roles


def test_parse_byline_refuses_long_text() -> None:
    """A text longer than any byline is none, and is not read."""
    assert parse_byline("By Jane Doe and " * 7000) is None


@pytest.mark.parametrize("unit", ["By ", "and ", ", ", "(", "A.", "Von ", "Senior ", "von der ", "@", "1 ", "/", "Doe's ", "、", "记者"])
def test_parse_byline_reads_repeated_words(unit: str) -> None:
    """The longest lines that are read, made of one word each, end in an answer."""
    line = (unit * MAX_CHARS)[:MAX_CHARS]
    assert parse_byline(line) == parse_byline(line)


@given(st.text(max_size=120))
def test_parse_byline_never_raises(text: str) -> None:
    """Any string gives a byline with somebody in it, or none."""
    found = parse_byline(text)
    assert found is None or found.contributors


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Posted in Sailing by tidewriter on August 3, 2019", "tidewriter"),
        ("Verfasst von: tidewriter | 31. Dezember 2008", "tidewriter"),
        ("yes! | By Cora Quill | April 13, 2020", "Cora Quill"),
        ("Written by Ben", "Ben"),
        ("Doric SamDecember 20, 2023", "Doric Sam"),
    ],
)
def test_byline_of_content_systems_names_their_users(line: str, expected: str) -> None:
    """Behind a lead and beside a date one word is enough, and the lead may follow what else the system prints."""
    byline = parse_byline(line)
    assert byline is not None
    assert [person.name for person in byline.contributors] == [expected]
    assert all(line[person.span.slice] == person.name for person in byline.contributors if person.span is not None)


@pytest.mark.parametrize(
    "line", ["He was killed by soldiers on 3 May 2024", "The plan by Google on 3 May 2024, was stopped", "By Friday 3 May 2024"]
)
def test_byline_of_prose_with_a_date_names_nobody(line: str) -> None:
    """A lead word inside a sentence is no lead, also where the sentence holds a date."""
    assert parse_byline(line) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jane Doe is a senior writer who covers the sea.", "Jane Doe"),
        ("Jane van der Doe covers ports and works as a reporter.", "Jane van der Doe"),
        ("The army said that a reporter was hurt.", None),
        ("Jane Doe swam the strait in a day.", None),
    ],
)
def test_introduced_is_whom_a_biography_is_about(text: str, expected: str | None) -> None:
    """A biography opens with a name, goes on in small letters and says a profession."""
    assert introduced(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"), [("About the author: Jane Doe", "About the author:"), ("About Jane Doe", "About"), ("Abroad", "")]
)
def test_opens_card_gives_the_end_of_its_words(text: str, expected: str) -> None:
    """The words that open an author's card are told from others, the longest that fit."""
    assert text[: opens_card(text)] == expected
