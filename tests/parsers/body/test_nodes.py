"""What an accepted block becomes."""

from __future__ import annotations

import pytest

import newsparse
from newsparse.model import Crosshead, Embed, ListItem, Node, Paragraph, Quote, Table
from newsparse.parsers.body.nodes import claims_of


def _nodes(inner: str) -> list[Node]:
    document = newsparse.read(f"<html><body><article>{inner}</article></body></html>", source="html")
    claims = list(claims_of(document, [(block.index, 0.8) for block in document.blocks]))
    assert [i for claim in claims for i in claim.owns or ()] == [block.index for block in document.blocks]
    for claim in claims:
        assert claim.value.span is not None
        assert newsparse.text.clean(document.text[claim.value.span.slice]) == claim.value.text
    return [claim.value for claim in claims]


@pytest.mark.parametrize(
    ("inner", "kind"),
    [
        ("<p>The mayor walked across.</p>", Paragraph),
        ("<div>The mayor walked across.</div>", Paragraph),
        ("<h3>What comes next</h3>", Crosshead),
        ("<p><strong>What comes next</strong></p>", Crosshead),
        ("<p><strong>The bridge will stay closed for a week.</strong></p>", Paragraph),
        ("<p><b>Mayor:</b> We had promised it.</p>", Paragraph),
        ("<ul><li>Nine years</li></ul>", ListItem),
        ("<blockquote><p>We had promised it.</p></blockquote>", Quote),
        ("<blockquote class='twitter-tweet'><p>The bridge is open!</p></blockquote>", Embed),
        ("<table><tr><td>Only cell</td></tr></table>", Paragraph),
    ],
)
def test_node_has_the_kind_of_its_markup(inner: str, kind: type[Node]) -> None:
    """Tags, a wholly bold line and a network's own class decide what a block is."""
    (node,) = _nodes(inner)
    assert kind is type(node)


def test_crosshead_keeps_its_level() -> None:
    """The level is that of the tag; 2 for a bold line."""
    nodes = _nodes("<h2>Plans</h2><h4>Costs</h4><p><b>Reactions</b></p>")
    assert [2, 4, 2] == [node.level for node in nodes if isinstance(node, Crosshead)]


def test_list_item_knows_order_and_depth() -> None:
    """An item is numbered as the list next to it, and as deep as lists stand around it."""
    nodes = _nodes("<ol><li>Vote<ul><li>in spring</li></ul></li><li>Build</li></ol>")
    assert [("Vote", True, 1), ("in spring", False, 2), ("Build", True, 1)] == [
        (node.text, node.ordered, node.level) for node in nodes if isinstance(node, ListItem)
    ]


def test_quote_that_repeats_the_story_is_a_pull_quote() -> None:
    """A quotation whose words stand in a paragraph is pulled from there; another is not."""
    said = "We promised this bridge in 2015"
    pulled, _, own = _nodes(
        f"<blockquote>“{said}”</blockquote><p>“{said},” the mayor said, “and here it is.”</p>"
        "<blockquote>The river took the old one in a single night of the spring flood.</blockquote>"
    )
    assert isinstance(pulled, Quote)
    assert isinstance(own, Quote)
    assert (True, False) == (pulled.pull, own.pull)


def test_table_joins_its_cells_row_by_row() -> None:
    """The accepted cells of a table are one node with rows."""
    (table,) = _nodes("<table><tr><th>Year</th><th>Cost</th></tr><tr><td>2015</td><td>4m</td></tr></table>")
    assert isinstance(table, Table)
    assert (("Year", "Cost"), ("2015", "4m")) == table.rows
    assert table.text == "Year Cost 2015 4m"


def test_table_that_lays_out_the_page_is_prose() -> None:
    """Long cells are paragraphs of an old layout, not data."""
    cell = (
        "The mayor opened the new bridge over the Lenn on Monday, nine years after the first stone was laid and four later than promised."
    )
    assert [Paragraph, Paragraph] == [type(node) for node in _nodes(f"<table><tr><td><p>{cell}</p><p>{cell}</p></td></tr></table>")]


def test_embedded_post_is_one_node_with_its_address() -> None:
    """The blocks of a post are one node; its last link is its address."""
    (post,) = _nodes(
        "<blockquote class='twitter-tweet'><p>The bridge is open!</p>&mdash; Lenn (@lenn)"
        " <a href='https://social.example/lenn/1'>May 4, 2024</a></blockquote>"
    )
    assert isinstance(post, Embed)
    assert ("https://social.example/lenn/1", "social.example") == (post.url, post.provider)
