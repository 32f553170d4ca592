"""Tables, posts and frames between the paragraphs of a story are its body; others are not."""

from __future__ import annotations

import pytest

from newsparse import Article, parse
from newsparse.model import Embed, Table

PROSE = (
    "<p>The mayor opened the new bridge over the Lenn on Monday, nine years after the first stone was laid and four later than promised.</p>"
    "<p>Several hundred people walked across in light rain before the first bus was let through, and the brass band played on.</p>"
)
TABLE = (
    "<table><tr><th>Year</th><th>Cost</th></tr><tr><td>2015</td><td>31 million</td></tr><tr><td>2024</td><td>41 million</td></tr></table>"
)
LINKS = "<table><tr><td><a href='/a'>Sport</a></td><td><a href='/b'>Culture</a></td></tr><tr><td><a href='/c'>City</a></td></tr></table>"


CAPTIONED = TABLE.replace("<table>", "<table><caption>What it cost</caption>")
POST = (
    "<blockquote class='twitter-tweet'><p>What a day for the town!</p>&mdash; Lenn Council (@lenn)"
    " <a href='https://social.example/lenn/1'>December 9, 2024</a></blockquote>"
)


def story(inner: str) -> Article:
    """Return the article of a page with this inside its `article` element."""
    return parse(f"<html lang='en'><body><article><h1>Bridge over the Lenn opens</h1>{inner}</article></body></html>", source="html")


def tables(inner: str) -> list[Table]:
    """Return the tables in the body of a page."""
    return [node for node in story(inner).body if isinstance(node, Table)]


def embeds(inner: str) -> list[Embed]:
    """Return the embeds in the body of a page."""
    return [node for node in story(inner).body if isinstance(node, Embed)]


def test_table_between_paragraphs_is_one_node() -> None:
    """The cells of a small table are one node, by rows."""
    assert [(("Year", "Cost"), ("2015", "31 million"), ("2024", "41 million"))] == [table.rows for table in tables(PROSE + TABLE + PROSE)]


@pytest.mark.parametrize("inner", [PROSE + LINKS + PROSE, PROSE + f"<div>{TABLE}</div>", TABLE + PROSE], ids=["links", "behind", "above"])
def test_other_tables_are_no_body(inner: str) -> None:
    """Links in cells, and tables that stand beside the story, are not its body."""
    assert [] == tables(inner)


@pytest.mark.parametrize(
    "inner",
    [
        PROSE + f"<figure class='wp-block-table'>{TABLE}</figure>" + PROSE,
        PROSE + TABLE + "<div class='factbox'><ul><li>Nine years</li></ul></div>" + PROSE,
        PROSE + TABLE,
    ],
    ids=["wrapped", "before a box", "at the end"],
)
def test_table_among_the_paragraphs_is_found(inner: str) -> None:
    """A wrapper, a box below it or the story's end do not hide a table that stands where the paragraphs stand."""
    assert [3] == [len(table.rows) for table in tables(inner)]


def test_caption_of_a_table_is_no_row() -> None:
    """The caption opens the text of the table and is none of its rows."""
    table = tables(PROSE + CAPTIONED + PROSE)[0]
    assert table.text.startswith("What it cost Year")
    assert ("Year", "Cost") == table.rows[0]


def test_post_between_paragraphs_is_one_embed() -> None:
    """The blocks of an embedded post are one node with its address, and give the story no date."""
    article = story(PROSE + POST + PROSE)
    posts = [node for node in article.body if isinstance(node, Embed)]
    assert ["https://social.example/lenn/1"] == [post.url for post in posts]
    assert ["social.example"] == [post.provider for post in posts]
    assert posts[0].text.startswith("What a day for the town!")


def test_frame_between_paragraphs_is_an_embed_without_text() -> None:
    """What a frame shows has an address and a place between the paragraphs, but no text."""
    article = story(PROSE + "<div><iframe src='//player.example/v/7' width='640'></iframe></div>" + PROSE)
    assert ["Paragraph", "Paragraph", "Embed", "Paragraph", "Paragraph"] == [type(node).__name__ for node in article.body]
    frame = article.body[2]
    assert isinstance(frame, Embed)
    assert ("", "https://player.example/v/7", "player.example") == (frame.text, frame.url, frame.provider)
    assert "\n\n\n" not in article.text


@pytest.mark.parametrize(
    "inner",
    [
        PROSE + "<iframe src='https://count.example/p' width='1' height='1'></iframe>" + PROSE,
        PROSE + "<iframe src='about:blank'></iframe>" + PROSE,
        PROSE + "<iframe></iframe>" + PROSE,
        "<iframe src='https://player.example/v/7'></iframe>" + PROSE,
    ],
    ids=["a pixel", "blank", "no address", "above the story"],
)
def test_other_frames_are_no_body(inner: str) -> None:
    """Frames that show nothing, or stand outside the story, are not embeds."""
    assert [] == embeds(inner)
