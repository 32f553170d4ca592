"""The title of the story on pages."""

from __future__ import annotations

import pytest

import newsparse
from growth import assert_linear
from newsparse.parsers import headline
from parsers.pages import PROSE, only, page

TITLE = "Bridge over the Lenn opens after nine years"


def _headline(body: str, head: str = "") -> str | None:
    found = only(body + PROSE, headline.PARSERS, head).headline
    return found.text if found else None


@pytest.mark.parametrize(
    ("body", "head"),
    [
        (f"<h1>{TITLE}</h1>", ""),
        (f"<h1><a href='/'>The Lenn Courier</a></h1><h1>{TITLE}</h1>", f"<title>{TITLE} - The Lenn Courier</title>"),
        (f"<h1>{TITLE}</h1><h1>Independent journalism needs your support</h1>", f"<title>{TITLE}</title>"),
        (
            f"<h1></h1><h2>{TITLE}</h2>",
            f"<title>{TITLE} | The Lenn Courier</title><meta property='og:site_name' content='The Lenn Courier'>",
        ),
        (f"<div class='t'>{TITLE}</div>", f"<title>{TITLE} | The Lenn Courier</title>"),
        (f"<h1>Sport</h1><h2>{TITLE}</h2>", f"<meta property='og:title' content='{TITLE}'>"),
        (f"<h1 style='display:none'>Menu of the day here</h1><h1>{TITLE}</h1>", ""),
        (f"<h1><span class='overline'>Traffic</span> {TITLE}</h1>", ""),
        (f"<h1><span>Traffic</span> - <span>{TITLE}</span></h1>", f"<meta property='og:title' content='{TITLE}'>"),
        (f"<h1>Opinion | {TITLE}</h1>", ""),
        (f"<h1>The Lenn Courier</h1><main><h2>{TITLE}</h2></main>", f"<title>{TITLE} | The Lenn Courier</title>"),
        (
            f"<h1><a href='https://archive.example.org/2024/http://www.lenn.example/'>Lenn Notes</a></h1><h2>{TITLE}</h2>",
            f"<title>Lenn Notes » Archive » {TITLE}</title>",
        ),
        (f"<h1>Nine years</h1><h1>{TITLE}</h1>", f"<title>{TITLE}</title>"),
        (f"<h1>A word from our editor to all of you</h1><h3>{TITLE}</h3>", f"<title>{TITLE}</title>"),
        (f"<h1><span>{TITLE}</span> <a href='/'>Lenn Courier North</a></h1>", f"<meta name='twitter:title' content='{TITLE}'>"),
        (f"<h1>{TITLE} | Lennshire</h1>", f"<meta property='og:title' content='{TITLE}'>"),
        (f"<h1>In pictures: {TITLE}</h1>", f"<title>{TITLE}</title>"),
        (
            f"<h1><span class='a'>Traffic</span><span>: </span><span>{TITLE}</span></h1>",
            f"<title>Traffic: {TITLE}</title><meta property='og:title' content='{TITLE}'>",
        ),
        (f"<h1>LIVE: {TITLE}</h1>", ""),
        (f"<h1>{TITLE} | Opinion</h1>", f"<title>{TITLE} | Opinion</title>"),
        (f"<h1><span class='overline'>The works</span>{TITLE}</h1>", f"<meta property='og:title' content='The works - {TITLE}'>"),
        (f"<h1><a href='/'>Lenn Notes</a></h1><h2>{TITLE}</h2>", f"<title>Lenn Notes</title><meta property='og:title' content='{TITLE}'>"),
        ("<h1>Back to the main page</h1><h1>Contact us</h1><h1>Follow us</h1>", f"<title>{TITLE}</title>"),
        (f"<h1>News</h1><h1>Polls</h1><h1>{TITLE}</h1>", f"<title>Lenn Club - News » {TITLE}</title>"),
        (f"<b>{TITLE}</b>", f"<title>The Example: {TITLE}</title>"),
        (f"<h1><span class='flag'>LIVE</span> {TITLE}</h1>", f"<title>LIVE: {TITLE}</title>"),
        ("", f"<title>{TITLE} - example.org</title>"),
        ("", f"<meta property='og:title' content='{TITLE} | news.example.org'>"),
        ("", f'<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "{TITLE}"}}</script><title>Something else</title>'),
    ],
)
def test_headline_is_found(body: str, head: str) -> None:
    """The displayed title is found wherever it stands; logos, labels, asks and site names are not part of it."""
    assert _headline(body, head) == TITLE


@pytest.mark.parametrize(
    "title",
    [
        "Co-founder of Off-White retires",
        "Rückschlag im Titelkampf - Liverpool verliert bei Everton",
        "Bridge: the cost of nine years",
        "Spider-Man - the film",
        "Opinion polls: what they missed",
        "Example-Org, the band, is back",
    ],
)
def test_headline_keeps_its_own_dashes(title: str) -> None:
    """A dash or colon of the headline's own stays."""
    assert _headline("", f"<title>{title} | Example.org</title>") == title


def test_headline_keeps_other_wordings_as_rivals() -> None:
    """Search and social wordings stay readable."""
    head = "<title>Lenn bridge open at last - example.org</title><meta property='og:title' content='The bridge is open'>"
    article = only(f"<h1>{TITLE}</h1>" + PROSE, headline.PARSERS, head)
    assert [node.text for node in article.claims("headline")] == [TITLE, "The bridge is open", "Lenn bridge open at last"]


def test_headline_cut_wording_is_completed() -> None:
    """A title that was cut off gives way to the wording that it begins."""
    cut = f'<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "{TITLE} and four..."}}</script>'
    assert _headline("", cut + f"<title>{TITLE} and four months</title>") == f"{TITLE} and four months"


def test_headline_with_topic_when_both_heads_agree() -> None:
    """A topic that JSON-LD and social title both put before the heading belongs to the headline."""
    head = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Traffic: Bridge opens after nine years"}</script>'
        '<meta property="og:title" content="Traffic: Bridge opens after nine years">'
    )
    assert _headline("<h1>Bridge opens after nine years</h1>", head) == "Traffic: Bridge opens after nine years"


@pytest.mark.parametrize(
    ("kind", "headline"), [("NewsArticle", "Bridge over the River Lenn opens after nine years"), ("BlogPosting", TITLE)]
)
def test_headline_near_wording_of_the_whole_head(kind: str, headline: str) -> None:
    """What the whole head says in nearly the same words is the publisher's, except where a blog system fills it from one field."""
    stated = "Bridge over the River Lenn opens after nine years"
    head = (
        f'<script type="application/ld+json">{{"@type": "{kind}", "headline": "{stated}"}}</script>'
        f'<meta property="og:title" content="{stated}"><meta name="twitter:title" content="{stated}">'
    )
    assert _headline(f"<h1>{TITLE}</h1>", head) == headline


def test_headline_keeps_what_the_head_cuts_off() -> None:
    """A title of the head that ends earlier, at a comma or a colon, does not shorten the printed one."""
    head = "<meta property='og:title' content='Bridge over the Lenn opens'>"
    assert (
        _headline("<h1>Bridge over the Lenn opens: what took nine years</h1>", head) == "Bridge over the Lenn opens: what took nine years"
    )


def test_headline_entities_are_decoded() -> None:
    """Entities inside JSON-LD are characters."""
    head = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Fish &amp;amp; chips for &#8216;all&#8217; who came"}</script>'
    assert _headline("", head) == "Fish & chips for ‘all’ who came"


def test_headline_span_points_at_the_title() -> None:
    """The span holds the title without the label before it."""
    article = only(f"<h1><span class='kicker'>Traffic</span> {TITLE}</h1>", headline.PARSERS)
    assert article.headline is not None
    assert article.headline.span is not None
    assert article.source_text[article.headline.span.slice] == TITLE


def test_headline_keeps_a_label_in_its_own_line_of_text() -> None:
    """A label that heading and head both have, in one piece of text, is kicker and part of the headline."""
    head = f"<title>In pictures: {TITLE}</title>"
    article = page(f"<article><h1>In pictures: {TITLE}</h1>{PROSE}</article>", head)
    assert article.headline is not None
    assert article.kicker is not None
    assert (f"In pictures: {TITLE}", "In pictures") == (article.headline.text, article.kicker.text)


@pytest.mark.parametrize(
    "line",
    ["<p><font size='+3'>QUARRY OWNER FINED</font></p>", "<p><b>QUARRY OWNER FINED</b></p>", "<h3>QUARRY OWNER FINED</h3>"],
)
def test_headline_is_the_large_line_above_the_story(line: str) -> None:
    """Where the head says no more than the file's or the site's name, the line in large type above the story is the title."""
    article = page(f"{line}<p>14th August 1998</p>{PROSE}", "<title>bridge</title>")
    assert article.headline is not None
    assert article.headline.text == "QUARRY OWNER FINED"


def test_headline_overlong_title_is_none_and_linear() -> None:
    """A title that holds half a page with its many separators is no headline, and costs what its length says."""

    def parsed(size: int) -> newsparse.Article:
        title = " | ".join(map(str, range(size)))
        return newsparse.parse(f"<title>{title}</title><h2>Rain</h2><h2>Town</h2><h2>Snow</h2><p>{PROSE}", source="html")

    assert parsed(300).headline is None
    assert_linear(parsed, 500, 2_000)


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        ("", "Lenn bridge tolls to rise twofold in May"),
        ("<h2>What lorries pay</h2>", "Lenn bridge archive"),  # a section of a longer text
    ],
)
def test_headline_is_below_the_label_of_a_section(behind: str, expected: str) -> None:
    """A first-level heading that shares a word with the page's title gives way to a lower one that says more of it."""
    head = "<title>Lenn bridge tolls to rise twofold in May - The Lenn Courier</title>"
    body = f"<h1>Lenn bridge archive</h1><div class='t'><h2>Lenn bridge tolls to rise twofold in May</h2>{PROSE}</div><div class='t'>{behind}</div>"
    assert only(body, headline.PARSERS, head).headline.text == expected  # type: ignore[union-attr]


def test_headline_is_the_heading_that_parts_label_and_title() -> None:
    """What one heading says in one piece, another prints as label and title: the social title tells which is which."""
    joined, parted = f"<h1>Traffic: {TITLE}</h1>", f"<h2><span>Traffic</span><span>{TITLE}</span></h2>"
    head = f"<title>Traffic: {TITLE}</title><meta property='og:title' content='{TITLE}'>"
    article = page(joined + parted + PROSE, head)
    assert article.kicker is not None
    assert article.headline is not None
    assert (TITLE, "Traffic") == (article.headline.text, article.kicker.text)
    assert f"Traffic: {TITLE}" == _headline(joined + parted, f"<title>Traffic: {TITLE}</title>")


def test_headline_is_what_linked_data_calls_it_below_a_trail() -> None:
    """Where the heading below the first one is the headline of linked data word for word, it is the headline; not where the first one is."""
    trail = "<ul><li><a href='/'>Home</a></li><li><h1>Bridge Lenn: what drivers must know about the opening</h1></li></ul>"
    linked = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "%s"}</script>'
    social = "<meta property='og:title' content='Bridge Lenn: what drivers must know about the opening'>"
    assert TITLE == _headline(f"{trail}<h2>{TITLE}</h2>", social + linked % TITLE)
    assert "Bridge Lenn: what drivers must know about the opening" == _headline(f"{trail}<h2>{TITLE}</h2>", social)
