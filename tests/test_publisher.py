"""Selectors: what they take from a page, and how they refuse what makes no sense."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

import newsparse
from newsparse import Article, Parser, ParserError, PipelineError, Span, select
from newsparse.model import Crosshead, ListItem, Paragraph, Quote
from newsparse.vocabulary import BoilerplateKind, ContributorKind, NoteKind

PAGE = """<html><head><meta name="d" content="2024-12-06"></head><body>
<div id="head"><span class="k">Local</span> <b class="h">Bridge <i>opens</i></b></div>
<p class="by">By Jane Doe and Gulf bureau</p><p class="t">December 6, 2024</p>
<div id="story"><p>One.</p><h3>Two</h3><ul><li>Three.</li></ul><blockquote>Four.</blockquote></div>
<p class="c">Correction: five.</p><p class="s">Share</p></body></html>"""


def run(*parsers: Parser) -> Article:
    """Return the article that these parsers alone find."""
    return newsparse.parse(PAGE, url="https://news.example.org/a", pipeline=newsparse.Pipeline(parsers))


def test_inline_element_keeps_its_characters() -> None:
    """A headline inside a larger block has a span and leaves the block to others."""
    article = run(select("headline", "//b[@class='h']"))
    assert article.headline is not None
    assert article.headline.text == "Bridge opens"
    assert article.headline.span is not None
    assert article.source_text[article.headline.span.slice] == "Bridge opens"


def test_attribute_has_a_path_and_no_span() -> None:
    """A value of an attribute points at its element."""
    article = run(select("published", "//meta[@name='d']/@content"))
    assert article.published is not None
    assert article.published.span is None
    assert article.published.path == "/html/head/meta"
    assert article.published.value == date(2024, 12, 6)


def test_byline_is_read_by_the_grammar() -> None:
    """A selected byline has its contributors with their kinds."""
    article = run(select("byline", "//p[@class='by']"))
    assert [(person.name, person.kind) for person in article.contributors] == [
        ("Jane Doe", ContributorKind.PERSON),
        ("Gulf bureau", ContributorKind.DESK),
    ]
    spans = [person.span for person in article.contributors if person.span is not None]
    assert [article.source_text[span.slice] for span in spans] == ["Jane Doe", "Gulf bureau"]


def test_printed_time_keeps_its_characters() -> None:
    """A selected line gives the time that it states, at its place."""
    moment = run(select("published", "//p[@class='t']")).published
    assert moment is not None
    assert (moment.value, moment.span) == (date(2024, 12, 6), Span(47, 63))


def test_dateline_is_read_by_the_grammar() -> None:
    """A selected dateline has its places and its agency."""
    page = "<html><body><p class='l'>LISBON, Nov 3 (Reuters) - Cork makers will cut output, they said.</p></body></html>"
    article = newsparse.parse(page, pipeline=newsparse.Pipeline((select("dateline", "//p[@class='l']"),)))
    assert article.dateline is not None
    assert [place.name for place in article.dateline.places] == ["LISBON"]
    assert article.dateline.agency == "Reuters"
    assert article.dateline.span == Span(0, 23)


def test_body_keeps_the_kinds_of_blocks() -> None:
    """A selected body is made of paragraphs, crossheads, list items and quotes."""
    article = run(select("body", "//div[@id='story']"))
    assert [(type(node), node.text) for node in article.body] == [
        (Paragraph, "One."), (Crosshead, "Two"), (ListItem, "Three."), (Quote, "Four."),
    ]  # fmt: skip


def test_kind_is_kept() -> None:
    """Notes and boilerplate have the kind that the selector names."""
    article = run(
        select("notes", "//p[@class='c']", kind=NoteKind.CORRECTION), select("boilerplate", "//p[@class='s']", kind=BoilerplateKind.SHARE)
    )
    assert [(note.kind, note.text) for note in article.notes] == [(NoteKind.CORRECTION, "Correction: five.")]
    assert (BoilerplateKind.SHARE, "Share") in [(item.kind, item.text) for item in article.boilerplate]


@pytest.mark.parametrize(
    ("field", "xpath", "expected"),
    [
        ("kicker", "//span[@class='k']", "Local"),
        ("deck", "//p[@class='c']/text()", "Correction: five."),
        ("section", "//span[@class='k']", "Local"),
        ("publisher", "//div[@id='head']/@id", "head"),
        ("canonical_url", "string(//meta/@name)", "d"),
        ("modified", "//p[@class='t']", "December 6, 2024"),
        ("dateline", "//span[@class='k']", "Local"),
        ("byline", "//p[@class='s']", "Share"),
    ],
)
def test_single_field_takes_the_first_that_holds_text(field: str, xpath: str, expected: str) -> None:
    """Each single field is read from an element, from its text or from an attribute; what the grammar cannot read keeps its words."""
    (found, *_) = run(select(field, xpath)).claims(field)
    assert (expected, f"{field}.select:any") == (found.text, found.parser)


@pytest.mark.parametrize(("field", "expected"), [("tags", ["One.", "Three."]), ("figures", ["One.", "Three."])])
def test_field_of_many_takes_each(field: str, expected: list[str]) -> None:
    """A field that has many values takes every element that holds text."""
    assert expected == [found.text for found in run(select(field, "//div[@id='story']/p | //li")).claims(field)]


def test_surer_selector_wins() -> None:
    """Of two selectors for a field the surer one is believed, whichever comes first."""
    article = run(select("headline", "//span[@class='k']", name="headline.doubtful", confidence=0.3), select("headline", "//b[@class='h']"))
    assert [("Bridge opens", 0.97), ("Local", 0.3)] == [(claim.text, claim.confidence) for claim in article.claims("headline")]


def test_unknown_field_is_an_extra() -> None:
    """A field that the article does not know is kept by its name, and a time that is none gives no value."""
    article = run(select("mood", "//p[@class='s']"), select("published", "//p[@class='s']"))
    assert "Share" == article.extra["mood"].value
    assert article.published is None


def test_selector_finds_nothing_in_plain_text() -> None:
    """A text has no elements."""
    pipeline = newsparse.Pipeline((select("headline", "//h1"),))
    assert newsparse.parse("Bridge opens", pipeline=pipeline).headline is None


def test_nothing_found_is_no_value() -> None:
    """A selector that finds nothing leaves the field empty."""
    assert run(select("headline", "//b[@class='absent']")).headline is None


@pytest.mark.parametrize(
    ("field", "kind"),
    [("notes", None), ("boilerplate", None), ("headline", NoteKind.UPDATE), ("notes", BoilerplateKind.SHARE), ("access", None)],
)
def test_senseless_selector_is_refused(field: str, kind: NoteKind | BoilerplateKind | None) -> None:
    """A kind that does not go with the field, or a field that cannot be selected, is told at once."""
    with pytest.raises(PipelineError) as caught:
        select(field, "//p", kind=kind)
    assert caught.value.parser == f"{field}.select:any"


@pytest.mark.parametrize("xpath", ["//h1[", "h1.hed", "", "\0", None])
def test_broken_xpath_is_refused(xpath: Any) -> None:
    """What is no XPath, or a selector of another language, is refused with the parser's name before any page is read."""
    with pytest.raises(PipelineError, match="expected an XPath such as '//h1'") as caught:
        select("headline", xpath, name="headline.mine")
    assert caught.value.parser == "headline.mine"


def test_xpath_that_fails_on_a_page_is_named() -> None:
    """An XPath that calls what is no function is an error that names the parser."""
    with pytest.raises(ParserError) as caught:
        run(select("headline", "shown(//h1)", name="headline.mine"))
    assert caught.value.parser == "headline.mine"


@pytest.mark.parametrize("hosts", ["example.org", None, 3])
def test_hosts_that_are_no_list_are_refused(hosts: Any) -> None:
    """One host that is no tuple would be read letter by letter, and match nowhere."""
    with pytest.raises(PipelineError, match="hosts must be a tuple of strings"):
        select("headline", "//h1", hosts=hosts)


def test_selected_items_know_whether_their_list_is_numbered() -> None:
    """An item of a list keeps the kind of its list."""
    page = "<ul><li>One.</li></ul><ol><li>Two.</li></ol>"
    article = newsparse.parse(page, source="html", pipeline=newsparse.Pipeline((select("body", "//li"),)))
    assert [(item.text, item.ordered) for item in article.body if isinstance(item, ListItem)] == [("One.", False), ("Two.", True)]
