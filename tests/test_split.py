"""A text that holds several articles is cut into them; nothing is dropped."""

from __future__ import annotations

import newsparse
from newsparse import split

PROSE = "The council agreed on Tuesday to close the old bridge for most of the summer. The ferry company said that it would run two more boats each day."

NUMBERED = f"""Search results
3 documents

                               1 of 3 DOCUMENTS

                               The Example Courier

                            December 6, 2024 Friday

Harbour bridge to close

BYLINE: By JANE DOE

SECTION: CITY; Pg. 4

LENGTH: 212 words

{PROSE}


{PROSE}

LENGTH: is a word that the minutes print in capitals, and so did the clerk.

LOAD-DATE: December 7, 2024

                               2 of 3 DOCUMENTS

                               The Example Courier

Ferry adds boats

BYLINE: John Smith

LENGTH: 90 words

{PROSE}

                               3 of 3 DOCUMENTS

Library keeps its Sundays

{PROSE}
"""

TAGGED = f"""HD    Harbour bridge to close
BY    By Jane Doe
WC    212 words
PD    6 December 2024
SN    The Example Courier
LA    English
CY    (c) 2024 Example Media
LP
{PROSE}
TD
{PROSE}

HD televisions are what the shop sold.

AN
Document EXCO000020241206ekc60012x

HD    Ferry adds boats
WC    90 words
PD    7 December 2024
SN    The Example Courier
LP
{PROSE}
TD
{PROSE}
Document EXCO000020241207ekc70034y

Search Summary
"""


def test_split_numbered_export_finds_first_and_last() -> None:
    """Every counted document is a part, with its number and its keyword lines."""
    found = split(NUMBERED)
    assert "numbered" == found.shape
    assert [1, 2, 3] == [part.number for part in found.parts]
    assert (3, 3, True) == (found.announced, found.found, found.complete)
    assert "By JANE DOE" == found.parts[0].header["BYLINE"]
    assert "212 words" == found.parts[0].header["LENGTH"]
    assert found.parts[2].text.startswith("Library keeps its Sundays")


def test_split_keyword_in_the_body_does_not_end_it() -> None:
    """A keyword line or blank lines inside a body leave the part whole."""
    part = split(NUMBERED).parts[0]
    assert 2 == part.text.count(PROSE)
    assert part.text.endswith("LOAD-DATE: December 7, 2024")


def test_split_returns_the_residue() -> None:
    """What stands before the first and after the last part is returned."""
    found = split(NUMBERED)
    assert ["Search results\n3 documents"] == [NUMBERED[span.slice] for span in found.residue]
    found = split(TAGGED)
    assert ["Search Summary"] == [TAGGED[span.slice] for span in found.residue]


def test_split_reports_a_missing_document() -> None:
    """Fewer parts than announced are not complete."""
    text = NUMBERED[: NUMBERED.index("                               3 of 3")]
    found = split(text)
    assert (3, 2, False) == (found.announced, found.found, found.complete)


def test_split_tagged_export_keeps_headers() -> None:
    """Two-letter keyword lines open the parts; a sentence that begins like one does not."""
    found = split(TAGGED)
    assert "tagged" == found.shape
    assert ["Harbour bridge to close", "Ferry adds boats"] == [part.header["HD"] for part in found.parts]
    assert "6 December 2024" == found.parts[0].header["PD"]
    assert "HD televisions are" in found.parts[0].text


def test_split_spans_point_at_the_source() -> None:
    """A part's text is the slice of its span."""
    for text in (NUMBERED, TAGGED):
        assert all(text[part.span.slice] == part.text for part in split(text).parts)


def test_split_drawn_lines_part_articles() -> None:
    """Form feeds and drawn lines part texts that are articles each."""
    one, two = f"Harbour bridge to close\n\n{PROSE}\n{PROSE}", f"Ferry adds boats\n\n{PROSE}\n{PROSE}"
    for mark in ("\f", "\n\n====================\n\n", "\n* * * * * * * * * *\n"):
        assert [one, two] == [part.text for part in split(one + mark + two).parts]


def test_split_leaves_a_drawn_line_inside_a_story_alone() -> None:
    """A rule between the paragraphs of one story parts nothing."""
    text = f"Harbour bridge to close\n\n{PROSE}\n\n----------\n\n{PROSE} and so on, said the clerk."
    assert 1 == split(text).found


def test_split_of_nothing_has_no_parts() -> None:
    """Blank text holds no article."""
    assert ((), "single") == (split(" \n").parts, split(" \n").shape)


def test_parse_takes_a_part() -> None:
    """A part is parsed as the text that it is."""
    part = split(NUMBERED).parts[2]
    article = newsparse.parse(part.text)
    assert article.headline is not None
    assert "Library keeps its Sundays" == article.headline.text
