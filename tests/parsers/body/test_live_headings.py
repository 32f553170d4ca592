"""The heads of live entries: their headings and who wrote them."""

from __future__ import annotations

from newsparse.model import Crosshead, LiveUpdate
from parsers.pages import page

TEXTS = (
    "The council voted seven to two on Tuesday night to close the swing bridge for eleven months, ending a long dispute.",
    "Engineers told members that two of the four bearings had cracked and that the deck could fail under a loaded truck.",
    "Welcome to our live coverage of the vote, in which members will decide about the only link to the east bank.",
)


def test_live_entry_keeps_its_heading_and_its_author() -> None:
    """An entry's heading is a crosshead, and the line that names its author is no paragraph."""
    entries = "".join(
        f"<article><p><time datetime='2024-03-06T{hour}:00:00Z'>{hour}.00 GMT</time></p><h2>Heading at {hour}</h2><p>Tom Ashby</p><p>{text}</p></article>"
        for hour, text in zip((21, 20, 17), TEXTS, strict=True)
    )
    article = page(f"<h1>Bridge vote live</h1>{entries}", "<title>Bridge vote live</title>")
    assert ["Tom Ashby"] * 3 == [node.author for node in article.body if isinstance(node, LiveUpdate)]
    assert ["Heading at 21", "Heading at 20", "Heading at 17"] == [node.text for node in article.body if isinstance(node, Crosshead)]
    assert "Tom Ashby" not in [node.text for node in article.body]
