"""The summary under the headline on pages."""

from __future__ import annotations

import pytest

from parsers.pages import PROSE, page

TITLE = "<h1>Bridge over the Lenn opens after nine years</h1>"
DECK = "The mayor cut the ribbon in light rain, and the first bus crossed with three passengers on board."

OTHER = "Nine years and four delays later, a town of nine thousand has its second way across the river."


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
        (f"<div><p>{DECK}</p></div><address>By Jane Doe</address>", ""),
        (f"<div><p>{DECK}</p></div><div><a rel='author' href='/jd'>Jane Doe</a></div>", ""),
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


@pytest.mark.parametrize(
    "line",
    [
        "We may earn a commission from links on this page, at no extra cost to you.",
        "Jane Doe is a reporter based in Lennbridge who covers traffic and rivers.",
        "LENNBRIDGE, Nov. 9 (AP) — The mayor opened the new bridge over the Lenn on Monday.",
    ],
)
def test_deck_is_no_note_before_the_byline(line: str) -> None:
    """A disclosure, a biography or an opening with a dateline sums nothing up, also where the byline follows."""
    assert line != _deck(f"<div><p>{line}</p></div><p>By Jane Doe</p>")


def test_deck_behind_a_byline_needs_more() -> None:
    """A sentence that follows a first byline is not the deck for a second one behind it."""
    assert _deck(f"<p>By Jane Doe</p><div><p>{OTHER}</p></div><p>By John Roe</p>") != OTHER


def test_deck_is_no_caption() -> None:
    """A picture's caption under the headline is not the deck."""
    assert (
        _deck("<figure><img src='/b.jpg'><figcaption>The bridge on Monday, with the mayor. Jane Doe/Reuters</figcaption></figure>") is None
    )


def test_deck_without_a_full_stop_stands_between_headline_and_byline() -> None:
    """A line right between headline and byline sums the story up, in whatever type it is set."""
    deck = "County says the 1931 span will stand another fifty years"
    article = page(
        f"<h1>Old bridge gets new life</h1><p><i>{deck}</i></p><p>By Harriet Loomis</p>{PROSE}", "<title>Old bridge gets new life</title>"
    )
    assert article.deck is not None
    assert (deck, ["Harriet Loomis"]) == (article.deck.text, [author.name for author in article.authors])


def test_deck_stands_in_the_table_of_a_layout() -> None:
    """A table that holds the whole page says nothing against a deck in it."""
    deck = "County says the 1931 span will stand another fifty years"
    inner = f"<font size=5><b>Old bridge gets new life</b></font><p><i>{deck}</i></p><p>By Harriet Loomis</p>{PROSE}"
    article = page(f"<table><tr><td>{inner}</td></tr></table>", "<title>Old bridge gets new life</title>")
    assert article.deck is not None
    assert deck == article.deck.text


@pytest.mark.parametrize(("deck", "expected"), [("工期约十一个月，市民需绕行", True), ("分享到", False)])
def test_deck_of_a_dense_script_may_be_short(deck: str, expected: bool) -> None:
    """A dozen signs of Chinese say as much as a line of Latin letters, where a class calls them a deck."""
    prose = "<p>市交通局五日宣布，位于老码头的旋转桥将于明日起封闭施工，工期约十一个月，市民出行需绕行九号公路。</p>" * 2
    found = page(f"<h1>老桥明日起封闭施工</h1><p class='subtitle'>{deck}</p>{prose}", "<title>老桥明日起封闭施工</title>", lang="zh").deck
    assert expected == (found is not None and found.text == deck)


@pytest.mark.parametrize(
    "inner",
    ["{title} <span class='subtitle'>{deck}</span>", "<div>{title}</div><div>{deck}</div>", "{title}<br><small>{deck}</small>"],
)
def test_deck_may_stand_inside_the_heading(inner: str) -> None:
    """What a heading holds behind the title that the head states is the deck."""
    title, deck = "Bridge opens after nine years", "Merchants wanted a ferry but got a detour of fourteen miles instead"
    article = page(f"<h1>{inner.format(title=title, deck=deck)}</h1>{PROSE}", f"<title>{title}</title>")
    assert article.headline is not None
    assert article.deck is not None
    assert (title, deck) == (article.headline.text, article.deck.text)


def test_deck_is_no_name_behind_the_title() -> None:
    """A section and a site's name behind a bar in the heading are no deck."""
    title = "Bridge opens after nine years"
    article = page(
        f"<h1>{title} | News from the harbour and the whole of the county</h1>{PROSE}", f"<meta property='og:title' content='{title}'>"
    )
    assert article.deck is None


def test_deck_leaves_a_story_behind() -> None:
    """The only paragraph of a page is its story, whatever its class and the head's description say."""
    head = f"<title>Bridge over the Lenn opens after nine years</title><meta name='description' content='{DECK}'>"
    article = page(f"<article>{TITLE}<p class='lead'>{DECK}</p></article>", head)
    assert article.deck is None
    assert [node.text for node in article.body] == [DECK]


def test_deck_is_no_crosshead_above_the_first_paragraph() -> None:
    """A heading in the story's own element, which the title is not in and no description agrees with, is its first crosshead."""
    heading = "<h2>Nine years of waiting for a second bridge</h2>"
    assert (
        page(f"<header>{TITLE}</header><div class='text'>{heading}{PROSE}</div>", "<title>Bridge over the Lenn opens</title>").deck is None
    )
    assert _deck(f"{heading}") == "Nine years of waiting for a second bridge"


@pytest.mark.parametrize("masthead", ["<header><p class='sub_title'>{}</p></header>", "<div class='top'><p class='tagline'>{}</p></div>"])
def test_deck_is_not_what_the_site_says_of_itself(masthead: str) -> None:
    """A line in the site's own head is its motto, whatever its class says; above a headline it is so unless the story's article holds it."""
    motto = "Independent news from the valley since 1871."
    assert page(f"{masthead.format(motto)}<article>{TITLE}{PROSE}</article>").deck is None


def test_deck_above_the_headline_in_the_storys_article() -> None:
    """Some houses print the deck first."""
    line = "She says: “It will hold for a century.”"
    found = page(f"<article><div><p class='intro'>{line}</p></div>{TITLE}{PROSE}</article>").deck
    assert found is not None
    assert found.text == line


@pytest.mark.parametrize("line", ["Translation published on 30 April 2024 13:10 GMT", "by jane | filed under: Politics | 0"])
def test_deck_is_no_line_of_facts(line: str) -> None:
    """When the story was published and how many comments it has sum nothing up, in whatever element."""
    assert _deck(f"<div class='subhead'>{line}</div>") is None
