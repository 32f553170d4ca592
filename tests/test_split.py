"""A text that holds several articles is cut into them; nothing is dropped."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

import newsparse
from newsparse import Part, split
from newsparse.text import clean

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


def test_split_parts_texts_with_front_matter() -> None:
    """Each part begins with its front matter; a rule inside a story parts nothing."""
    story = "The council agreed on Tuesday to close the old harbour bridge.\n\n---\n\nThe ferry company said that it would run two more boats.\n"
    titles = ("Bridge closes", "Ferry adds boats", "Library opens")
    text = "".join(f"---\ntitle: {title}\ntags:\n  - city\n---\n\n{story}\n" for title in titles)
    found = split(text)
    assert ("fronted", 3, ()) == (found.shape, found.found, found.residue)
    headlines = [part.article().headline for part in found.parts]
    assert list(titles) == [headline and headline.text for headline in headlines]
    assert "single" == split(text[: text.index("---\ntitle: Ferry")]).shape


def test_split_of_nothing_has_no_parts() -> None:
    """Blank text holds no article."""
    assert ((), "single") == (split(" \n").parts, split(" \n").shape)


def test_split_reads_bytes_as_parse_does() -> None:
    """The bytes of a file are decoded; what its spans index is kept, and a guess is told."""
    found = split(NUMBERED.encode("utf-8-sig"))
    assert split(NUMBERED) == found
    assert NUMBERED == found.source_text
    town = NUMBERED.replace("Ferry", "Fähre").encode("latin-1")
    assert "Fähre" in split(town, encoding="latin-1").parts[1].text
    assert ["encoding"] == [problem.kind.value for problem in split(town).problems]


def test_split_names_what_it_cannot_read() -> None:
    """What is no text, and an encoding that is none, are refused with an error of ours."""
    wrong: Any = 3
    with pytest.raises(newsparse.SourceError, match="split: expected str or bytes, got int"):
        split(wrong)
    for encoding in ("none-such", wrong):
        with pytest.raises(newsparse.SourceError, match="encoding: expected"):
            split(b"One.", encoding=encoding)


@pytest.mark.parametrize("option", ["reference", "pipeline", "on_error", "limits"])
def test_part_article_names_an_option_of_a_wrong_type(option: str) -> None:
    """The options of a part are those of `parse`, and refused like them."""
    wrong: dict[str, Any] = {option: 7}
    with pytest.raises(newsparse.NewsparseError, match=f"^{option}: expected "):
        split("One.").parts[0].article(**wrong)


def test_parse_takes_a_part() -> None:
    """A part is parsed as the text that it is."""
    part = split(NUMBERED).parts[2]
    article = newsparse.parse(part.text)
    assert article.headline is not None
    assert "Library keeps its Sundays" == article.headline.text


NEXIS = f"""                               1 of 2 DOCUMENTS

                               The Example Courier

                            December 6, 2024 Friday
                                 City Edition

Harbour bridge to close for the summer

BYLINE: By JANE DOE and John Smith

SECTION: CITY; Pg. 4

LENGTH: 212 words

{PROSE}

Nobody on the quay was surprised, and several said that the bridge had been shaking for years before the engineers came.

LENGTH: is a word that the minutes print in capitals, and so did the clerk.

LOAD-DATE: December 7, 2024

LANGUAGE: ENGLISH

PUBLICATION-TYPE: Newspaper

                               2 of 2 DOCUMENTS

                               Lennfurter Bote

                            7. Dezember 2024

Fähre bekommt ein drittes Boot

BYLINE: Von Jana Krüger

SECTION: LOKALES; S. 12

LENGTH: 90 Wörter

Die Fährgesellschaft hat für die Wochen, in denen die Brücke geschlossen ist, ein drittes Boot gemietet. Das teilte sie am Dienstag mit.

Die Stadt beteiligt sich an den Kosten. Der Rat hat dafür am Montag eine Summe bewilligt, die bis zum Herbst reichen soll.

LOAD-DATE: 8. Dezember 2024

LANGUAGE: GERMAN; Deutsch
"""

FACTIVA = f"""SE    Local
HD    Harbour bridge to close for the summer
BY    By Jane Doe
WC    212 words
PD    6 December 2024
ET    04:10
SN    The Example Courier
LA    English
CY    (c) 2024 Example Media Ltd.

LP
{PROSE}

TD
Nobody on the quay was surprised, and several said that the bridge had been shaking for years before the engineers came.

CO    exmed : Example Media
RE    uk : United Kingdom
AN    Document EXCO000020241206ekc60012x

SE
Lokales
HD
Fähre bekommt für den
Sommer ein drittes Boot
BY
Jana Krüger
WC
90 Wörter
PD
7 December 2024
SN
Lennfurter Bote
LA
German
LP
Die Fährgesellschaft hat für die Wochen, in denen die Brücke geschlossen ist, ein drittes Boot gemietet.
TD
Die Stadt beteiligt sich an den Kosten. Der Rat hat dafür am Montag eine Summe bewilligt, die bis zum Herbst reichen soll.
Document LEBO000020241207ekc70034y
"""


def _facts(part: Part) -> tuple[object, ...]:
    """Return what the header of a part gives its article."""
    article = part.article()
    published = article.published.value if article.published is not None else None
    texts = [node.text if node is not None else None for node in (article.headline, article.publisher, article.section, article.language)]
    return (*texts, [author.name for author in article.authors], published, len(article.body))


def test_part_article_reads_the_header_of_a_numbered_export() -> None:
    """Keyword lines and the lines above them give headline, publisher, section, language, authors and day, and are no body."""
    first, second = split(NEXIS).parts
    title = "Harbour bridge to close for the summer"
    assert (title, "The Example Courier", "CITY", "en", ["JANE DOE", "John Smith"], date(2024, 12, 6), 3) == _facts(first)
    title = "Fähre bekommt ein drittes Boot"
    assert (title, "Lennfurter Bote", "LOKALES", "de", ["Jana Krüger"], date(2024, 12, 7), 2) == _facts(second)


def test_part_article_reads_the_header_of_a_tagged_export() -> None:
    """Values beside their keywords and in the lines below them are read alike; the line of the clock joins that of the day."""
    first, second = split(FACTIVA).parts
    title = "Harbour bridge to close for the summer"
    assert (title, "The Example Courier", "Local", "en", ["Jane Doe"], datetime(2024, 12, 6, 4, 10), 2) == _facts(first)
    title = "Fähre bekommt für den Sommer ein drittes Boot"
    assert (title, "Lennfurter Bote", "Lokales", "de", ["Jana Krüger"], date(2024, 12, 7), 2) == _facts(second)


@pytest.mark.parametrize("export", [NEXIS, FACTIVA], ids=["numbered", "tagged"])
def test_part_article_spans_index_the_part(export: str) -> None:
    """What a span covers in the part is the value; every block has one role."""
    for part in split(export).parts:
        article = part.article()
        assert part.text == article.source_text
        for node in (article.headline, article.byline, article.publisher, article.section, *article.body):
            assert node is not None
            assert node.span is not None
            assert node.text == clean(part.text[node.span.slice])
            assert node.text == clean(export[part.span.start + node.span.start : part.span.start + node.span.end])


ENDED = f"""User Name: Jane Doe
Documents (2)

1. Council votes to close the old bridge
   Search Terms: bridge

2. Ferry adds boats

Council votes to close the old bridge
The Example Courier
December 6, 2024 Friday

Copyright 2024 Example Media Ltd. All Rights Reserved

Section: CITY; Pg. 4
Length: 212 words
Byline: Jane Doe and John Smith
Highlight: The ferry will run more boats

Body

{PROSE}

Section: so the old bridge calls each of its three arches, and the third of them is the one that shakes.

Graphic

The bridge in March. Photo by Tom Reed

Classification

Language: ENGLISH
Subject: BRIDGES & TUNNELS (90%); FERRIES, SMALL (78%)
Load-Date: December 7, 2024

End of Document

Ferry adds boats
The Example Courier
December 5, 2024 Thursday

Section: Pg. 5
Length: 20 words

Body

{PROSE}

Load-Date: December 6, 2024

End of Document
"""


def test_split_parts_what_closes_with_a_line_that_says_so() -> None:
    """The list of contents above the first article is residue, and is what tells how many there are."""
    found = split(ENDED)
    assert "ended" == found.shape
    assert (2, 2) == (found.announced, found.found)
    assert ["Council votes to close the old bridge", "Ferry adds boats"] == [part.text.splitlines()[0] for part in found.parts]
    assert [ENDED[: ENDED.index("\n\nCouncil")].strip()] == [ENDED[span.slice] for span in found.residue]
    assert "212 words" == found.parts[0].header["LENGTH"]


def test_article_of_an_ended_part_has_the_fields_of_its_keywords() -> None:
    """Headline, publisher and day stand without a keyword; a line of the body in the shape of one is the body's."""
    article = split(ENDED).parts[0].article()
    assert article.headline is not None
    assert "Council votes to close the old bridge" == article.headline.text
    assert article.deck is not None
    assert "The ferry will run more boats" == article.deck.text
    assert ["Jane Doe", "John Smith"] == [author.name for author in article.authors]
    assert article.published is not None
    assert date(2024, 12, 6) == article.published.value
    assert ["BRIDGES & TUNNELS", "FERRIES, SMALL"] == [tag.text for tag in article.tags]
    (figure,) = article.figures
    assert figure.caption is not None
    assert figure.credit is not None
    assert ("The bridge in March.", "Tom Reed") == (figure.caption.text, figure.credit.text)
    assert [PROSE, "Section: so the old bridge calls each of its three arches, and the third of them is the one that shakes."] == [
        node.text for node in article.body
    ]
    assert () == article.problems


def test_article_of_an_export_has_no_author_or_section_that_is_not_stated() -> None:
    """The publisher's line is no byline, and a page is no section."""
    article = split(ENDED).parts[1].article()
    assert () == article.authors
    assert article.section is None
    assert [PROSE] == [node.text for node in article.body]


@pytest.mark.parametrize(
    ("length", "section", "loaded"),
    [
        ("LENGTH: 30 words", "SECTION: CITY", "LOAD-DATE: 7"),
        ("LÄNGE: 30 Wörter", "RUBRIK: CITY", "UPDATE: 7"),
        ("LONGUEUR: 30 mots", "RUBRIQUE: CITY", "DATE-CHARGEMENT: 7"),
    ],
)
def test_headline_of_an_export_stands_between_the_day_and_the_keywords(length: str, section: str, loaded: str) -> None:
    """Whatever the language of the keywords; the line of the edition is none."""
    text = f"The Courier\n\n6 December 2024\n\nCity Edition\n\nBridge is shut; lorries turned back\n\n{section}\n\n{length}\n\n{PROSE}\n\n{loaded}\n"
    article = newsparse.parse(text)
    assert article.headline is not None
    assert "Bridge is shut; lorries turned back" == article.headline.text
    assert article.publisher is not None
    assert "The Courier" == article.publisher.text
    assert [PROSE] == [node.text for node in article.body]


RECORD = f"""____________________________________________________________

Document 1 of 1

Council votes to close the old bridge

Author: Doe, Jane; van der Ek, Bo

Publication info: The Example Courier ; Port Ellen [Port Ellen]. 06 Dec 2024: A1.

ProQuest document link

Abstract: The council agreed to close the old bridge.

Full text: {PROSE}

{PROSE}

Subject: Bridges; Ferries

Title: Council votes to close the old bridge

Publication title: The Example Courier; Port Ellen

Publication date: Dec 6, 2024

Section: City

Language of publication: English

ProQuest document ID: 123456789

Last updated: 2024-12-08
____________________________________________________________

Contact ProQuest
"""


def test_article_of_a_record_has_the_fields_of_its_labels() -> None:
    """The story opens on the line of its label, names stand as a catalogue turns them, and the title stands twice."""
    part = split(RECORD).parts[0]
    article = part.article()
    assert article.headline is not None
    assert article.headline.span is not None
    assert ("Council votes to close the old bridge", 0) == (article.headline.text, article.headline.span.start)
    assert ["Jane Doe", "Bo van der Ek"] == [author.name for author in article.authors]
    assert article.published is not None
    assert date(2024, 12, 6) == article.published.value
    assert article.publisher is not None
    assert "The Example Courier" == article.publisher.text
    assert ["Bridges", "Ferries"] == [tag.text for tag in article.tags]
    assert [PROSE, PROSE] == [node.text for node in article.body]
    assert all(node.span is not None and clean(part.text[node.span.slice]) == node.text for node in article.body)


@pytest.mark.parametrize(
    ("author", "names"),
    [("Lee, Ann", ["Ann Lee"]), ("Ann Lee, Bo Ek", ["Ann Lee", "Bo Ek"]), ("Ann Lee, Reuters", ["Ann Lee"]), ("Lee, Reuters", ["Lee"])],
)
def test_names_of_a_record_are_turned_only_where_a_catalogue_did(author: str, names: list[str]) -> None:
    """A family name is one word where one person stands alone."""
    article = split(RECORD.replace("Doe, Jane; van der Ek, Bo", author)).parts[0].article()
    assert names == [person.name for person in article.authors if person.kind.value == "person"]


def test_article_of_an_export_has_day_publisher_and_address_of_its_keywords() -> None:
    """Where no lines above the keywords tell them; the day on which the archive took the story in is none."""
    text = f"Bridge is shut\n\nDATE: December 6, 2024\n\nSOURCE: The Courier\n\nURL: https://courier.example/a\n\nLENGTH: 30 words\n\n{PROSE}\n\nLOAD-DATE: December 9, 2024\n"
    article = newsparse.parse(text)
    assert article.published is not None
    assert date(2024, 12, 6) == article.published.value
    assert article.publisher is not None
    assert "The Courier" == article.publisher.text
    assert article.canonical_url is not None
    assert "https://courier.example/a" == article.canonical_url.text
