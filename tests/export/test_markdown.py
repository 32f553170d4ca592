"""Markdown: every kind of block in its own marks, and nothing of the source as a mark."""

from __future__ import annotations

import json

import pytest
from hypothesis import given

from export.articles import ARTICLES
from newsparse.export import to_markdown
from newsparse.model import (
    Article,
    BodyBlock,
    Contributor,
    Crosshead,
    Deck,
    Embed,
    Figure,
    Headline,
    ListItem,
    LiveUpdate,
    Note,
    Paragraph,
    Quote,
    Table,
    Text,
)
from newsparse.vocabulary import NoteKind


@pytest.mark.parametrize(
    ("block", "written"),
    [
        (Paragraph("One_two."), r"One\_two."),
        (Paragraph("# no heading"), r"\# no heading"),
        (Crosshead("Why", level=1), "## Why"),
        (Crosshead("Why", level=4), "#### Why"),
        (ListItem("Boats"), "- Boats"),
        (ListItem("Boats", ordered=True, level=2), "    1. Boats"),
        (Quote("He went."), "> He went."),
        (Table("a b c", rows=(("a", "b"), ("c",))), "| a | b |\n| --- | --- |\n| c |  |"),
        (Table("a b"), "a b"),
        (Embed("A post", url="https://example.org/p"), "[A post](https://example.org/p)"),
        (Embed("", url="https://example.org/p"), "<https://example.org/p>"),
        (Embed("A post"), "A post"),
        (LiveUpdate("21:04"), "### 21:04"),
    ],
)
def test_to_markdown_writes_each_kind_of_block(block: BodyBlock, written: str) -> None:
    """A block of the body has the marks of its kind."""
    assert f"{written}\n" == to_markdown(Article(body=(block,)))


def test_to_markdown_puts_figures_and_notes_around_the_body() -> None:
    """The lead picture stands under the deck, other pictures and notes behind the story."""
    article = Article(
        headline=Headline("Bridge opens"),
        deck=Deck("After nine years."),
        body=(Paragraph("The mayor came."),),
        figures=(
            Figure("A crane", caption=Text("A crane"), url="https://example.org/b.jpg", alt="crane"),
            Figure("Crowd Bo Ek", caption=Text("Crowd"), credit=Text("Bo Ek"), lead=True),
        ),
        notes=(Note("Corrected on Monday.", kind=NoteKind.EDITORS_NOTE),),
    )
    expected = [
        "# Bridge opens", "*After nine years.*", "*Crowd (Bo Ek)*", "The mayor came.",
        "![crane](<https://example.org/b.jpg>)\n*A crane*", "> **editors note:** Corrected on Monday.",
    ]  # fmt: skip
    front, body = to_markdown(article).split("---\n\n")
    assert expected == body.rstrip("\n").split("\n\n")
    assert ['headline: "Bridge opens"', 'deck: "After nine years."'] == front.splitlines()[1:]


def test_to_markdown_front_matter_keeps_what_people_are() -> None:
    """A value of the front matter is JSON without places and parsers."""
    front = to_markdown(Article(contributors=(Contributor("Jane Doe", title="Reporter"),))).splitlines()
    (line,) = [line for line in front if line.startswith("contributors: ")]
    assert [{"name": "Jane Doe", "kind": "person", "roles": ["author"], "title": "Reporter"}] == json.loads(line.partition(" ")[2])


@given(ARTICLES)
def test_to_markdown_writes_any_article(article: Article) -> None:
    """Whatever the article, each line of the front matter is a name and JSON."""
    text = to_markdown(article)
    if text.startswith("---\n"):
        for line in text[4:].partition("---\n")[0].splitlines():
            json.loads(line.partition(": ")[2])
