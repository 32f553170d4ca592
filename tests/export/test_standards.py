"""Standards out and in: what a form can hold comes back equal, what it cannot is listed."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import jsonschema
import pytest
from bs4 import BeautifulSoup
from hypothesis import given

import newsparse
from export.articles import ARTICLES
from newsparse import SourceError
from newsparse.export import (
    FORMS,
    from_jsonld,
    from_ninjs,
    from_nitf,
    held_by_jsonld,
    held_by_ninjs,
    held_by_nitf,
    losses,
    standoff,
    to_html,
    to_jsonld,
    to_markdown,
    to_ninjs,
    to_nitf,
    to_text,
    to_web_annotations,
)  # fmt: skip
from newsparse.model import Article, Contributor, Embed, Figure, Headline, Paragraph, Table, Text, Timestamp
from newsparse.vocabulary import ContributorKind, Precision, Role


@given(ARTICLES)
def test_jsonld_gives_back_what_it_holds(article: Article) -> None:
    """Reading our JSON-LD gives the article up to the list of losses."""
    assert held_by_jsonld(article) == from_jsonld(json.loads(json.dumps(to_jsonld(article))))


@given(ARTICLES)
def test_ninjs_gives_back_what_it_holds(article: Article) -> None:
    """Reading our ninjs gives the article up to the list of losses."""
    written = json.loads(json.dumps(to_ninjs(article, uri="urn:x:1")))
    assert held_by_ninjs(article) == from_ninjs(written)


@given(ARTICLES)
def test_nitf_gives_back_what_it_holds(article: Article) -> None:
    """Reading our NITF gives the article up to the list of losses."""
    assert held_by_nitf(article) == from_nitf(to_nitf(article))


@given(ARTICLES)
def test_html_holds_every_block_of_the_body(article: Article) -> None:
    """Whatever the words are, they come out of our clean HTML as they went in."""
    (story,) = BeautifulSoup(to_html(article), "html.parser").select("[itemprop=articleBody]")
    text = " ".join(" ".join(story.stripped_strings).split())
    said = [
        part for node in article.body for part in ([cell for row in node.rows for cell in row] if isinstance(node, Table) else [node.text])
    ]
    assert [] == [part for part in said if part not in text]


@given(ARTICLES)
def test_jsonld_keeps_to_the_properties_of_news_articles(article: Article) -> None:
    """What we write has only properties that schema.org has, of the types that it expects."""
    schema = json.loads((Path(__file__).parent / "newsarticle-excerpt.json").read_text("utf-8"))
    jsonschema.validate(json.loads(json.dumps(to_jsonld(article))), schema, jsonschema.Draft202012Validator)


@pytest.mark.parametrize("write", [to_jsonld, to_ninjs, to_nitf, to_html, to_markdown, to_text, standoff, to_web_annotations])
def test_writing_names_what_is_no_article(write: Callable[[Any], object]) -> None:
    """A wrong type is an error that says what was expected and what came."""
    with pytest.raises(SourceError, match="expected an Article, got dict"):
        write({})


@given(ARTICLES)
def test_ninjs_keeps_to_the_standards_properties(article: Article) -> None:
    """What we write has only properties that ninjs 3 has, of the types that it gives them."""
    schema = json.loads((Path(__file__).parent / "ninjs-excerpt.json").read_text("utf-8"))
    jsonschema.validate(to_ninjs(article, uri="urn:x:1"), schema, jsonschema.Draft202012Validator)


# Which elements may stand in which, after the NITF 3.6 documentation: an excerpt of what we write.
NITF_CHILDREN = {
    "nitf": "head body",
    "head": "title docdata pubdata revision-history",
    "docdata": "doc-id del-list date.release doc.rights key-list identified-content",
    "del-list": "from-src",
    "key-list": "keyword",
    "identified-content": "classifier",
    "body": "body.head body.content",
    "body.head": "hedline note byline distributor dateline abstract",
    "hedline": "hl1 hl2",
    "note": "body.content",
    "byline": "person byttl location virtloc",
    "byttl": "org",
    "distributor": "org",
    "dateline": "location story.date",
    "location": "city region country",
    "abstract": "p",
    "body.content": "p hl2 ul ol bq table block media",
    "ul": "li",
    "ol": "li",
    "bq": "block",
    "block": "p",
    "table": "tr",
    "tr": "td",
    "media": "media-reference media-caption media-producer",
}
# Where the standard fixes an order.
NITF_ORDERED = ("nitf", "head", "body", "body.head", "hedline", "media")


@given(ARTICLES)
def test_nitf_keeps_to_the_standards_content_models(article: Article) -> None:
    """Every element stands where NITF 3.6 lets it stand, in the order that it fixes."""
    for element in ET.fromstring(to_nitf(article).encode()).iter():  # noqa: S314 - our own
        name = element.tag.removeprefix("{http://iptc.org/std/NITF/2006-10-18/}")
        allowed = NITF_CHILDREN.get(name, "").split()
        children = [child.tag.rpartition("}")[2] for child in element]
        assert set(children) <= set(allowed), name
        if name in NITF_ORDERED:
            assert sorted(children, key=allowed.index) == children, name


PEOPLE = (Contributor("Gulf bureau", ContributorKind.DESK), Contributor("Jane Doe"))


def test_jsonld_types_a_desk_as_organization() -> None:
    """A desk is an organization in schema.org, and comes back as a desk."""
    data = to_jsonld(Article(contributors=PEOPLE))
    assert ["Organization", "Person"] == [author["@type"] for author in data["author"]]
    assert PEOPLE == from_jsonld(data).contributors


def test_jsonld_reads_other_peoples_forms() -> None:
    """Names as plain strings, a graph, comma keywords and an address as object are read."""
    data = {
        "@graph": [
            {"@type": "WebSite"},
            {"@type": ["NewsArticle"], "author": "Jane Doe", "keywords": "a, b", "mainEntityOfPage": {"@id": "https://example.org/"}},
        ]
    }
    article = from_jsonld(data)
    assert ["Jane Doe"] == [author.name for author in article.authors]
    assert ["a", "b"] == [tag.text for tag in article.tags]
    assert Text("https://example.org/") == article.canonical_url


BAD: list[tuple[Callable[[Any], Article], Any, str]] = [
    (from_jsonld, {"@type": "WebSite"}, "@type is NewsArticle"),
    (from_jsonld, 5, "got int"),
    (from_jsonld, {"@type": "NewsArticle", "headline": 5}, r"\$\.headline: expected a text"),
    (from_jsonld, [{"@type": "NewsArticle", "author": [{"@type": "Person"}]}], r"\$\[0\]\.author\[0\]\.name"),
    (from_jsonld, {"@type": "NewsArticle", "datePublished": "yesterday"}, r"\$\.datePublished: expected a date or time in ISO 8601"),
    (from_jsonld, {"@type": "NewsArticle", "datePublished": "2024-02-31"}, r"\$\.datePublished: expected a date or time that exists"),
    (from_jsonld, {"@type": "NewsArticle", "keywords": [5]}, r"\$\.keywords\[0\]: expected a text"),
    (from_jsonld, {"@type": "NewsArticle", "url": 5}, r"\$\.url: expected an address"),
    (from_jsonld, {"@type": "NewsArticle", "publisher": {"name": 5}}, r"\$\.publisher\[0\]\.name: expected a text"),
    (from_jsonld, {"@type": "NewsArticle", "image": [5]}, r"\$\.image\[0\]: expected an object"),
    (from_jsonld, {"@type": "NewsArticle", "isAccessibleForFree": "perhaps"}, r"\$\.isAccessibleForFree: expected true or false"),
    (from_ninjs, {"type": "text"}, r"\$\.uri"),
    (from_ninjs, {"uri": "x", "by": 5}, r"\$\.by: expected a text"),
    (from_ninjs, [], "expected an object"),
    (from_ninjs, {"uri": "x", "headlines": "x"}, r"\$\.headlines: expected a list"),
    (
        from_ninjs,
        {"uri": "x", "bodies": [{"contentType": "text/html", "value": "<p>"}]},
        r"\$\.bodies\[0\]\.value: expected well-formed XHTML",
    ),
    (from_ninjs, {"uri": "x", "people": [5]}, r"\$\.people\[0\]"),
    (from_nitf, "<nitf>", "well-formed XML"),
    (from_nitf, "<html/>", "a root element nitf"),
    (from_nitf, 5, "expected str or bytes"),
    (from_nitf, "<nitf><head><docdata><date.release norm='soon'/></docdata></head></nitf>", "date.release@norm"),
]


@pytest.mark.parametrize(("read", "data", "message"), BAD)
def test_reading_names_what_is_wrong(read: Callable[[Any], Article], data: object, message: str) -> None:
    """Bad input is an error that names field and path."""
    with pytest.raises(SourceError, match=message):
        read(data)


def test_jsonld_reads_bare_values() -> None:
    """An image, a correction and a role may be bare texts or objects; a time may be in Greenwich's zone."""
    article = from_jsonld({
        "@type": "NewsArticle",
        "headline": ["Bridge opens", "Bridge"],
        "datePublished": "2024-12-06T09:05Z",
        "image": ["https://example.org/a.jpg", {"@type": "ImageObject", "url": "https://example.org/b.jpg"}],
        "correction": ["Five, not four.", {"@type": "CorrectionComment", "text": "Six."}],
        "contributor": {"@type": "Role", "roleName": "photographer", "contributor": {"@type": "Person", "name": "Bo Ek"}},
    })  # fmt: skip
    assert (Headline("Bridge opens"), "2024-12-06T09:05Z") == (article.headline, article.published and article.published.text)
    assert ["https://example.org/a.jpg", "https://example.org/b.jpg"] == [figure.url for figure in article.figures]
    assert ["Five, not four.", "Six."] == [note.text for note in article.notes]
    assert [("Bo Ek", (Role.PHOTOGRAPHER,))] == [(person.name, person.roles) for person in article.contributors]


def test_ninjs_reads_other_peoples_bodies() -> None:
    """Plain text is parted at blank lines; of XHTML, text that stands bare is a paragraph; people in the story are no contributors."""
    plain = {"contentType": "text/plain", "value": "One\ntwo.\n\n\n\nThree."}
    markup = {"contentType": "text/html", "value": "One.<div>Two. <ul><li>Three.</li></ul> Four.</div>"}
    people = [{"name": "Jane Doe", "rel": "mentioned"}]
    article = from_ninjs({"uri": "x", "bodies": [plain], "people": people})
    assert (["One two.", "Three."], ()) == ([node.text for node in article.body], article.contributors)
    assert ["One.", "Two.", "Three.", "Four."] == [node.text for node in from_ninjs({"uri": "x", "bodies": [markup]}).body]


def test_ninjs_needs_an_identifier() -> None:
    """Without any address, writing ninjs asks for one."""
    with pytest.raises(SourceError, match="argument uri"):
        to_ninjs(Article(headline=Headline("x")))


def test_nitf_reads_a_standard_moment() -> None:
    """A document without our attributes is read by the standard's own."""
    article = from_nitf("<nitf><head><docdata><date.release norm='20241206T153000+0200'/></docdata></head></nitf>")
    assert article.published is not None
    assert "2024-12-06T15:30:00+02:00" == article.published.text


@pytest.mark.parametrize("form", FORMS)
def test_losses_say_what_a_form_cannot_hold(form: str) -> None:
    """Each form has its list, and a reason for each entry."""
    found = losses(form)
    assert found
    assert all(loss.field and loss.why for loss in found)


def test_losses_name_an_unknown_form() -> None:
    """A form that does not exist is an error that lists those that do."""
    with pytest.raises(SourceError, match="jsonld"):
        losses("docx")


def test_written_html_is_read_again(root: Any) -> None:
    """The parser finds in our own HTML what the article says."""
    article = newsparse.parse((root / "seeds/000_cd2e207c56479d69.txt").read_bytes())
    again = newsparse.parse(to_html(article))
    assert article.headline is not None
    assert again.headline is not None
    assert article.headline.text == again.headline.text
    assert [node.text for node in article.body] == [node.text for node in again.body]


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "java\nscript:alert(1)", " JavaScript:x"])
def test_html_leaves_out_addresses_that_run_code(url: str) -> None:
    """No address but one of the web is written."""
    article = Article(body=(Embed("post", url=url),), figures=(Figure("view", url=url, caption=Text("view")),), canonical_url=Text(url))
    assert "alert" not in to_html(article)
    assert "script:" not in to_html(article).lower()
    assert "data:" not in to_html(article)


@pytest.mark.parametrize(
    ("value", "precision", "text"),
    [
        (date(2024, 1, 1), Precision.YEAR, "2024"),
        (date(2024, 12, 1), Precision.MONTH, "2024-12"),
        (date(2024, 12, 6), Precision.DAY, "2024-12-06"),
        (datetime(2024, 12, 6, 9), Precision.HOUR, "2024-12-06T09"),
        (datetime(2024, 12, 6, 9, 5), Precision.MINUTE, "2024-12-06T09:05"),
        (datetime(2024, 12, 6, 9, 5, 1), Precision.SECOND, "2024-12-06T09:05:01"),
    ],
)
def test_moments_are_no_finer_than_stated(value: date | datetime, precision: Precision, text: str) -> None:
    """A month stays a month: nothing is made up on the way out or in."""
    article = Article(published=Timestamp("stated", value=value, precision=precision))
    assert text == to_jsonld(article)["datePublished"]
    for again in (from_jsonld(to_jsonld(article)), from_ninjs(to_ninjs(article, uri="urn:x:1")), from_nitf(to_nitf(article))):
        assert again.published is not None
        assert (value, precision) == (again.published.value, again.published.precision)


@pytest.mark.parametrize("char", ["\0", "\x0f", "\ud800", "\uffff"])
def test_characters_that_xml_lacks_come_back_as_said(char: str) -> None:
    """What XML cannot hold is U+FFFD in what comes back, and `held_by_…` says so."""
    words = f"Fish{char}chips"
    article = Article(
        headline=Headline(words),
        contributors=(Contributor(words),),
        body=(Paragraph(words),),
        url="https://example.org/a",
        figures=(Figure(words, caption=Text(words)),),
    )
    assert held_by_nitf(article) == from_nitf(to_nitf(article))
    assert held_by_ninjs(article) == from_ninjs(to_ninjs(article))
