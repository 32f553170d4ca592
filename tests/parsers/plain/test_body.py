"""What a line of a text's story is: speech and list items that both open with a dash."""

from __future__ import annotations

import pytest

import newsparse
from newsparse.model import Crosshead, ListItem, Paragraph
from newsparse.text import clean

PROSE = (
    "The council agreed on Tuesday to close the old bridge, and the ferry company said that it would run two more boats.",
    "The governor called on people to stay in their homes until the work on the western bank had come to an end for good.",
    "Aid groups said that thousands had crossed the river on foot since Thursday, and that the boats were running out of fuel.",
)


def kinds(lines: tuple[str, ...], parting: str) -> list[type]:
    """Return the kinds of the story's nodes that some lines become among prose."""
    article = newsparse.parse(parting.join(("Old bridge closes for good", "By Jane Doe", *PROSE[:2], *lines, PROSE[2])), source="text")
    texts = {line.lstrip("-– ") for line in "\n".join(lines).split("\n")}
    return [type(node) for node in article.body if node.text.lstrip("-– ") in texts]


@pytest.mark.parametrize(
    ("lines", "parting"),
    [
        (("- One thing is sure.", "- Two boats will sail.", "- Three men will go."), "\n\n"),
        (("- One thing is sure.\n- Two boats will sail.",), "\n\n"),
        (("- Four eggs", "- Two cups of flour"), "\n"),
    ],
)
def test_story_takes_lines_in_a_row_for_items(lines: tuple[str, ...], parting: str) -> None:
    """Hyphens three times in a row, with blank lines or without, open items; so do two that stand closer than paragraphs do."""
    assert set(kinds(lines, parting)) == {ListItem}


@pytest.mark.parametrize(
    ("lines", "parting"),
    [
        (("– We are glad, says the mayor of the town.", "– Me too, says the captain.", "– And I, says his wife."), "\n\n"),
        (("- We are glad, says the mayor of the town.", "- Me too, says the captain of the ferry."), "\n"),
        (("- We are glad, says the mayor of the town.",), "\n\n"),
    ],
)
def test_story_takes_speech_for_paragraphs(lines: tuple[str, ...], parting: str) -> None:
    """Who speaks may open with a dash, and be answered so."""
    assert set(kinds(lines, parting)) == {Paragraph}


def test_story_ends_with_no_heading() -> None:
    """A line without an end heads what follows; as the story's last it heads nothing."""
    article = newsparse.parse(
        "\n\n".join(("Old bridge closes for good", *PROSE, "A new beginning", PROSE[0], "Ferry times, from Monday on"))
    )
    assert [type(node) for node in article.body if node.text == "A new beginning"] == [Crosshead]
    assert not any(isinstance(node, Crosshead) for node in article.body[-1:])


@pytest.mark.parametrize("mark", [">", "•", "#"])
def test_mark_with_an_invisible_one_behind_it_opens_no_gap(mark: str) -> None:
    """A block is clean and what its span holds, also where a soft hyphen stands between mark and space."""
    line = f"{mark}\u00ad Rain fell on the town on Tuesday, the council said."
    found = newsparse.parse("\n\n".join(("Rebels enter the city", *(line for _ in range(3)))), source="text")
    assert found.body
    assert all(clean(found.source_text[node.span.slice]) == node.text for node in found.body if node.span)


def test_short_line_between_sure_paragraphs_is_a_crosshead() -> None:
    """A line that says nothing known of pages and stands in the middle of the prose belongs to it."""
    menu = ("Subscribe", "Sign In", "News", "Sports", "Opinion", "Obituaries")
    story = ("Sawmill to become flats", "By Jane Doe", "May 3, 2024", "Share", PROSE[0], "Advertisement", PROSE[1], "Water on the stairs")
    tail = (PROSE[2], PROSE[0][:-1] + " soon.", "Most Popular", "Bakery shuts its doors", "Tigers lose by one in overtime")
    article = newsparse.parse("\n".join((*menu, *story, *tail)), source="text")
    assert "Water on the stairs" in [node.text for node in article.body if isinstance(node, Crosshead)]


def test_what_readers_write_is_no_story() -> None:
    """Between two lines that speak of comments stands what readers write, however much it looks like the story."""
    readers = (
        "I have taken the ferry for thirty years, and I have never seen the quay as full as it was on the Monday after the storm.",
        "The council should have mended the bridge when it was asked to, and now all of us will pay for the boats, says my neighbour.",
    )
    story = [f"{text} That was what they said in {place}." for place in ("the north", "the south", "the east") for text in PROSE]
    article = newsparse.parse("\n\n".join(("Old bridge closes for good", "By Jane Doe", *story, "3 Comments", *readers, "Leave a comment")))
    assert story == [node.text for node in article.body]


def test_row_of_buttons_below_the_story_is_none_of_it() -> None:
    """Buttons that stand in one line are told from a paragraph by their words."""
    article = newsparse.parse("\n\n".join(("Old bridge closes for good", "By Jane Doe", *PROSE, "Unsubscribe | Update preferences")))
    assert list(PROSE) == [node.text for node in article.body]
