"""The summary under the headline on pages."""

from __future__ import annotations

import pytest

from parsers.pages import PROSE, page

TITLE = "<h1>Bridge over the Lenn opens after nine years</h1>"
DECK = "The mayor cut the ribbon in light rain, and the first bus crossed with three passengers on board."


def _deck(inner: str, head: str = "") -> str | None:
    found = page(f"<article>{TITLE}{inner}{PROSE}</article>", "<title>Bridge over the Lenn opens after nine years</title>" + head).deck
    return found.text if found else None


@pytest.mark.parametrize(
    ("inner", "head"),
    [
        (f"<p class='standfirst'>{DECK}</p>", ""),
        (f"<h2>{DECK}</h2>", ""),
        (f"<p class='byline'>By Jane Doe</p><time>9 December 2024</time><p class='article-standfirst'>{DECK}</p>", ""),
        (f"<div class='intro'><p>{DECK}</p></div>", ""),
        (f"<p class='c1'>{DECK}</p>", f"<meta property='og:description' content='{DECK}'>"),
        (f"<p><b>{DECK}</b></p>", f"<meta name='description' content='{DECK}'>"),
        (f"<figure><img src='/b.jpg'><figcaption>The bridge. Photo: AFP</figcaption></figure><div class='sub-title'>{DECK}</div>", ""),
    ],
)
def test_deck_is_found(inner: str, head: str) -> None:
    """A deck is found by its class, its place and the head's description, before or after byline and picture."""
    assert _deck(inner, head) == DECK


def test_deck_first_paragraph_is_story() -> None:
    """A first paragraph that the head quotes as description stays in the story."""
    first = (
        "The mayor opened the new bridge over the Lenn on Monday, nine years after the first stone was laid and four later than promised."
    )
    article = page(f"<article>{TITLE}{PROSE}</article>", f"<meta name='description' content='{first}'>")
    assert article.deck is None
    assert article.body[0].text == first


def test_deck_description_is_a_fallback() -> None:
    """A description that nobody prints is a deck of low confidence, without a span."""
    article = page(f"<article>{TITLE}{PROSE}</article>", f"<meta name='description' content='{DECK}'>")
    assert article.deck is not None
    assert (DECK, None, "deck.stated") == (article.deck.text, article.deck.span, article.deck.parser)
    assert article.deck.confidence < 0.5


@pytest.mark.parametrize(
    "cut", ["The mayor cut the ribbon in light rain, and the first…", "The mayor cut the ribbon in light rain, and ..."]
)
def test_deck_cut_description_is_none(cut: str) -> None:
    """A description that is cut off is no deck."""
    assert _deck("", f"<meta name='description' content='{cut}'>") is None


def test_deck_is_no_caption() -> None:
    """A picture's caption under the headline is not the deck."""
    assert (
        _deck("<figure><img src='/b.jpg'><figcaption>The bridge on Monday, with the mayor. Jane Doe/Reuters</figcaption></figure>") is None
    )
