"""The heads of entries in a live report."""

from __future__ import annotations

import pytest

import newsparse
from newsparse.model import LiveUpdate

ENTRIES = (
    (
        "2024-05-04T21:04:00+02:00",
        "21:04",
        "The last of the boats that were missing after the storm has reached the harbour, the coast guard says.",
    ),
    (
        "2024-05-04T20:42:00+02:00",
        "20:42",
        "Trains between the two banks of the Lenn will not run before Monday morning, the railway has announced.",
    ),
    (
        "2024-05-04T19:15:00+02:00",
        "19:15",
        "The mayor has asked people who live near the river to stay in the upper floors of their houses tonight.",
    ),
)
HEAD = """<script type="application/ld+json">{"@context": "https://schema.org", "@type": "LiveBlogPosting", "headline": "Storm over the Lenn: live"}</script>"""


NAMES = ("Ann Lee", "Bo Ek", "Ann Lee")


def _live(head: str, entries: tuple[tuple[str, str, str], ...] = ENTRIES) -> newsparse.Article:
    inner = "".join(f"<div><div><time datetime='{at}'>{clock}</time></div><p>{text}</p></div>" for at, clock, text in entries)
    page = f"<html><head>{head}</head><body><article><h1>Storm over the Lenn</h1>{inner}</article></body></html>"
    return newsparse.parse(page, source="html")


def _heads(article: newsparse.Article) -> list[LiveUpdate]:
    return [node for node in article.body if isinstance(node, LiveUpdate)]


@pytest.mark.parametrize(
    ("head", "entries"), [(HEAD, ENTRIES), (HEAD, ENTRIES[::-1]), ("", ENTRIES)], ids=["said", "oldest first", "not said"]
)
def test_live_report_has_heads_with_times(head: str, entries: tuple[tuple[str, str, str], ...]) -> None:
    """Each entry of a live report begins with its time, as printed."""
    article = _live(head, entries)
    assert [clock for _, clock, _ in entries] == [node.text for node in _heads(article)]
    assert [at for at, _, _ in entries] == [node.time and node.time.value and node.time.value.isoformat() for node in _heads(article)]
    assert [text for _, _, text in entries] == [node.text for node in article.body if not isinstance(node, LiveUpdate)]


@pytest.mark.parametrize("between", ["", "<h3>What is new</h3>"], ids=["below the time", "below a heading"])
def test_live_report_has_the_authors_of_its_entries(between: str) -> None:
    """Who wrote an entry is named in its head."""
    entries = tuple((at, clock, f"{name}</p><p>{text}") for (at, clock, text), name in zip(ENTRIES, NAMES, strict=True))
    signed = tuple((at, f"{clock}</time></div>{between}<div><time>", text) for at, clock, text in entries)
    assert list(NAMES) == [node.author for node in _heads(_live(HEAD, signed))]


def test_live_report_of_plain_clocks_has_heads() -> None:
    """Lines that are nothing but a clock, newest first, are the heads of entries."""
    inner = "".join(f"<div><div>{clock} Uhr</div><h3>Das Wasser steigt</h3><p>{text}</p></div>" for _, clock, text in ENTRIES)
    article = newsparse.parse(f"<html><body><article><h1>Storm over the Lenn</h1>{inner}</article></body></html>", source="html")
    assert ["T21:04", "T20:42", "T19:15"] == [str(node.time and node.time.partial) for node in _heads(article)]


def test_live_report_in_a_list_has_paragraphs() -> None:
    """The entries of a list are no items: each has its head and its text."""
    inner = "".join(f"<li><time datetime='{at}'>{clock}</time><h3>The water rises</h3><p>{text}</p></li>" for at, clock, text in ENTRIES)
    article = newsparse.parse(f"<html><body><article><h1>Storm over the Lenn</h1><ul>{inner}</ul></article></body></html>", source="html")
    assert ["LiveUpdate", "Crosshead", "Paragraph"] * 3 == [type(node).__name__ for node in article.body]


def test_story_told_in_order_has_no_entries() -> None:
    """Times between the paragraphs of a page that does not call itself live, the first one first, are no heads of entries."""
    assert [] == _heads(_live("", ENTRIES[::-1]))
