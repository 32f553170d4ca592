"""The heads of entries in a live report."""

from __future__ import annotations

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


def _live(head: str) -> newsparse.Article:
    entries = "".join(f"<div><div><time datetime='{at}'>{clock}</time></div><p>{text}</p></div>" for at, clock, text in ENTRIES)
    page = f"<html><head>{head}</head><body><article><h1>Storm over the Lenn: live</h1>{entries}</article></body></html>"
    return newsparse.parse(page, source="html")


def test_live_report_has_heads_with_times() -> None:
    """Each entry of a live report begins with its time, newest first as printed."""
    body = _live(HEAD).body
    heads = [node for node in body if isinstance(node, LiveUpdate)]
    assert ["21:04", "20:42", "19:15"] == [head.text for head in heads]
    assert [at for at, _, _ in ENTRIES] == [head.time and head.time.value and head.time.value.isoformat() for head in heads]
    assert [text for _, _, text in ENTRIES] == [node.text for node in body if not isinstance(node, LiveUpdate)]


def test_other_pages_have_no_entries() -> None:
    """Times between the paragraphs of a page that does not call itself live are no heads of entries."""
    assert not any(isinstance(node, LiveUpdate) for node in _live("").body)
