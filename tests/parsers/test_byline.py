"""The byline in its article: where it is found, what it owns, and who wins against the markup."""

from __future__ import annotations

import json

import pytest

import newsparse
from newsparse.model import Article
from newsparse.text import clean
from newsparse.vocabulary import BlockRole, ContributorKind, NoteKind, ProblemKind, Role
from parsers.stories import PROSE, names, text


def page(byline: str, *, author: object = None, head: str = "", tail: str = "") -> Article:
    """Return the article of a page with a piece of markup under its headline and an author in its JSON-LD."""
    if author is not None:
        node = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Rebels enter the city", "author": author}
        head += f'<script type="application/ld+json">{json.dumps(node)}</script>'
    prose = "".join(f"<p>{paragraph}</p>" for paragraph in PROSE)
    return newsparse.parse(
        f"<html><head><title>Rebels enter the city</title>{head}</head><body><article><h1>Rebels enter the city</h1>{byline}{prose}{tail}</article></body></html>",
        url="https://www.daily-example.org/rebels",
    )


def role_of(article: Article, line: str) -> BlockRole:
    """Return the role of the block that holds a line."""
    return next(block.role for block in article.blocks if line in article.source_text[block.span.slice])


def test_byline_text_leaves_out_the_date() -> None:
    """The printed byline is found, cut from its date, and owns its line."""
    article = text("By bnm Gulf bureau December 6, 2024")
    assert article.byline is not None
    assert article.byline.text == "By bnm Gulf bureau"
    assert article.authors[0].kind is ContributorKind.DESK
    assert role_of(article, "bnm Gulf bureau") is BlockRole.BYLINE


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("By Jane Doe",), ["Jane Doe"]),
        (("Von Anna Berg und Tom Huber",), ["Anna Berg", "Tom Huber"]),
        (("Jane Doe", "December 6, 2024"), ["Jane Doe"]),
        (("By", "Jane Doe"), ["Jane Doe"]),
        (("Jane Doe, Staff Writer",), ["Jane Doe"]),
    ],
)
def test_byline_is_found_in_text(lines: tuple[str, ...], expected: list[str]) -> None:
    """A text's byline is found with and without a lead word, on one line or two."""
    assert expected == names(text(*lines))


@pytest.mark.parametrize("line", ["Share Save", "By Friday, the army had gone.", "5 min read"])
def test_byline_invents_nobody(line: str) -> None:
    """Buttons and sentences under the headline name nobody."""
    assert names(text(line)) == []


def test_byline_spans_lead_to_the_source() -> None:
    """Line and names are found again at their spans, also over several blocks."""
    article = page("<div class='byline'><span>By</span><div>Jane Doe</div></div>")
    assert article.byline is not None
    assert article.byline.span is not None
    assert article.byline.text == clean(article.source_text[article.byline.span.slice])
    span = article.authors[0].span
    assert span is not None
    assert article.source_text[span.slice] == "Jane Doe"


@pytest.mark.parametrize(
    "markup",
    [
        "<p>By Jane Doe</p>",
        "<div>By</div><div><a href='/author/jane-doe'>Jane Doe</a></div>",
        "<div class='article-author'>Jane Doe</div>",
        "<p><a rel='author' href='/x'>Jane Doe</a> | December 6, 2024</p>",
    ],
)
def test_byline_is_found_on_pages(markup: str) -> None:
    """A page's byline is found by its lead word, its link or its class."""
    article = page(markup)
    assert names(article) == ["Jane Doe"]
    assert article.byline is not None


@pytest.mark.parametrize(
    ("author", "expected"),
    [
        ("Jane Doe", ["Jane Doe"]),
        ({"@type": "Person", "name": "Jane Doe"}, ["Jane Doe"]),
        ([{"@type": "Person", "name": "Jane Doe"}, {"@type": "Person", "name": "John Roe"}], ["Jane Doe", "John Roe"]),
        ({"@type": "Person", "name": ["Jane Doe", "John Roe"]}, ["Jane Doe", "John Roe"]),
        ({"@type": "Person", "name": "Jane Doe and John Roe"}, ["Jane Doe", "John Roe"]),
        ({"@type": "Person", "givenName": "Jane", "familyName": "Doe"}, ["Jane Doe"]),
        ({"author": {"name": "Jane Doe"}}, ["Jane Doe"]),
        ([["Jane Doe"]], ["Jane Doe"]),
        ({"@type": "Person", "name": "https://www.example.org/jane"}, []),
        ({"@type": "Person", "name": "jdoe@example.org"}, []),
        ("null", []),
        ({"@type": "Person", "name": ", Daily Example Reporter"}, []),
        ({"@type": "Person", "name": "Jane Doe | Sponsored"}, ["Jane Doe"]),
    ],
)
def test_authors_are_read_from_every_shape(author: object, expected: list[str]) -> None:
    """JSON-LD states authors as string, object, list and worse; addresses and holes are nobody."""
    assert expected == names(page("", author=author))


def test_authors_printed_person_wins_over_the_house() -> None:
    """Where the markup names only the publication, the person printed is the author."""
    head = '<meta property="og:site_name" content="Daily Example">'
    article = page("<p>By Jane Doe</p>", author={"@type": "Organization", "name": "Daily Example"}, head=head)
    assert names(article) == ["Jane Doe"]
    assert len(article.claims("authors")) > 1


def test_authors_agreement_is_surest() -> None:
    """Markup and print that name the same people are surer than either."""
    both = page("<p>By Jane Doe</p>", author="Jane Doe").claims("authors")[0].confidence
    stated = page("", author="Jane Doe").claims("authors")[0].confidence
    assert both > stated


def test_authors_conflict_is_reported() -> None:
    """Another person in print than in the markup is told, and both stay readable."""
    article = page("<p>By John Roe</p>", author="Jane Doe")
    assert any(problem.kind is ProblemKind.CONFLICT and problem.field == "authors" for problem in article.problems)
    assert {"Jane Doe", "By John Roe"} <= {node.text for node in article.claims("authors")}


def test_authors_are_not_editors() -> None:
    """A line that says who edited corrects the markup that lists all as authors."""
    article = page("<p>By Jane Doe | Edited by Ann Poe</p>", author=[{"name": "Jane Doe"}, {"name": "Ann Poe"}])
    assert names(article) == ["Jane Doe"]
    assert [person.name for person in article.contributors if Role.EDITOR in person.roles] == ["Ann Poe"]


def test_tail_credits_join_without_becoming_authors() -> None:
    """Reporters and editors named at the end are contributors, kept as a note."""
    article = text("By Jane Doe", tail=("(Reporting by Jane Doe in Beirut and John Roe; Editing by Max Moe)",))
    assert names(article) == ["Jane Doe"]
    roles = {person.name: person.roles[0] for person in article.contributors}
    assert roles == {"Jane Doe": Role.AUTHOR, "John Roe": Role.CONTRIBUTOR, "Max Moe": Role.EDITOR}
    assert article.contributors[0].place == "Beirut"
    assert NoteKind.WIRE_CREDIT in {note.kind for note in article.notes}


def test_tail_credits_are_authors_where_nobody_else_is() -> None:
    """Without a byline the reporters at the end wrote the story."""
    article = text(tail=("(Reporting by John Roe; Editing by Max Moe)",))
    assert names(article) == ["John Roe"]


def test_tail_presence_gives_a_place_to_the_author() -> None:
    """A surname that reported from somewhere is that of the author."""
    article = text("By Jane Doe", tail=("Doe reported from Beirut.",))
    assert [(person.name, person.place) for person in article.contributors] == [("Jane Doe", "Beirut")]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("Tideline Team", "3 May 2024"), ["Tideline Team"]),
        (("Merle", "3 May 2024", "4 min read"), ["Merle"]),
        (("Jane Doe", "Maximilian Moe", "3 May 2024"), ["Jane Doe", "Maximilian Moe"]),
        (("by tidewriter", "3 May 2024"), ["tidewriter"]),
    ],
)
def test_byline_in_text_is_told_by_its_date(lines: tuple[str, ...], expected: list[str]) -> None:
    """Teams, handles, first names and several names stand beside the date just under the headline."""
    assert names(text(*lines)) == expected


@pytest.mark.parametrize(
    "tail",
    [
        ("Jane Doe", "Jane Doe is a writer who lives by the sea and keeps bees."),
        ("Jane Doe", "Jane covers the sea for the paper and has sailed it twice."),
        ("About the author", "Jane Doe"),
        ("About Jane Doe",),
        ("Jane Doe is a senior writer who covers the sea and its people.",),
        ("Written by Jane Doe",),
    ],
)
def test_byline_in_text_is_found_behind_the_story(tail: tuple[str, ...]) -> None:
    """Where nobody is named at the top, a biography, a card or a lead at the end says who wrote."""
    assert names(text(tail=tail)) == ["Jane Doe"]


@pytest.mark.parametrize("line", ["Text Size", "Key Takeaways", "Log In", "Western Suburbs"])
def test_byline_in_text_is_no_label(line: str) -> None:
    """Labels, and names whose words are the text's own common words, are nobody."""
    assert names(text(line)) == []


def test_byline_in_text_above_the_headline_needs_a_date() -> None:
    """A name above the headline is a menu's unless a date stands by it."""
    assert names(newsparse.parse("\n\n".join(("Harbour Lights", "Rebels enter the city in the north", *PROSE)))) == []


def test_byline_in_text_with_a_place_stands_beside_a_tail_credit() -> None:
    """A line of names and a place near the date is the byline though a credit at the end names the same people."""
    line = "Lena Moor and Carl Winter in Seaport"
    article = text(line, "Tue 4 Mar 2025 07.15 GMT", "Share", tail=("Reporting by Lena Moor in Seaport and Carl Winter in Harbortown",))
    assert [(person.name, person.place) for person in article.authors] == [("Lena Moor", "Seaport"), ("Carl Winter", "Seaport")]
    assert role_of(article, line) is BlockRole.BYLINE


def test_byline_in_text_takes_a_title_on_the_next_line() -> None:
    """A job title under a name says that the name is an author's."""
    article = text("Jane Doe", "Political correspondent")
    assert [(person.name, person.title) for person in article.authors] == [("Jane Doe", "Political correspondent")]


def test_authors_printed_full_name_wins_over_the_first_name() -> None:
    """Where the markup holds an author's first name only, the printed line gives the whole."""
    assert names(page("<p>By Jane Doe</p>", author={"@type": "Person", "name": "Jane"})) == ["Jane Doe"]


@pytest.mark.parametrize("line", ["Artikel von: Jane Doe", "Guide by Jane Doe", "Gespeichert von Jane Doe am 24. Juli 2017"])
def test_byline_is_led_by_what_was_made(line: str) -> None:
    """Leads say what somebody made: an article, a guide, an entry."""
    assert names(text(line)) == ["Jane Doe"]


def test_byline_in_text_gives_way_where_a_name_is_a_caption() -> None:
    """A name before a picture's credit is a caption: the name behind it is the author's."""
    assert names(text("3 May 2024", "Carl Winter", "Photo: Ada Quill", "Jane Doe")) == ["Jane Doe"]


def test_byline_in_text_may_credit_a_picture_too() -> None:
    """An author whose name ends a caption is still the author."""
    caption = "Rebels ride through the western suburbs of the city on Friday morning / Jane Doe"
    assert names(text(caption, "Jane Doe", "3 May 2024")) == ["Jane Doe"]


def test_authors_surest_line_wins_over_a_house_above_the_headline() -> None:
    """Of two printed lines the one with a lead under the headline is the byline, whichever stands first."""
    head = '<meta name="author" content="webmaster7">'
    section = "<div class='author-line'>Opinion, Harbour Voices</div>"
    prose = "".join(f"<p>{paragraph}</p>" for paragraph in PROSE)
    body = f"<article>{section}<h1>Rebels enter the city</h1><p>By Jane Doe</p>{prose}</article>"
    assert names(newsparse.parse(f"<html><head><title>Rebels enter the city</title>{head}</head><body>{body}</body></html>")) == [
        "Jane Doe"
    ]


def test_authors_stated_people_win_over_a_printed_desk() -> None:
    """A desk that the markup names too is no rival for the people whom it names first."""
    author = [{"@type": "Person", "name": "Jane Doe"}, {"@type": "Person", "name": "John Roe"}]
    article = page("<p>By Daily Example Newsroom</p>", author=author, head='<meta name="author" content="Daily Example Newsroom">')
    assert names(article) == ["Jane Doe", "John Roe"]


def test_authors_printed_person_wins_over_the_meta_element() -> None:
    """A line with a lead is surer than a meta element, which often holds whoever runs the page."""
    assert names(page("<p>By Jane Doe</p>", head='<meta name="author" content="Max Master">')) == ["Jane Doe"]
