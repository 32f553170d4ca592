"""The story on whole pages."""

from __future__ import annotations

import pytest

import newsparse
from newsparse import Article
from newsparse.claim import Draft
from newsparse.parsers.body.page import find_on_page

STORY = (
    "The mayor opened the new bridge over the Lenn on Monday, nine years after the first stone was laid.",
    "Several hundred people walked across in light rain before the first bus was let through.",
    "“We promised this bridge in 2015, and here it is,” she said, to some laughter from the crowd.",
    "The old bridge had been closed after a flood tore away two of its piers.",
    "Its remains are to be taken down by the end of the year, the council said.",
)
MENU = (
    "<nav><ul>"
    + "".join(f"<li><a href='/{name}'>{name}</a></li>" for name in ("News", "Sport", "Culture", "Opinion", "Weather"))
    + "</ul></nav>"
)
FOOT = "<footer><p>© 2024 The Lenn Courier. All rights reserved.</p><ul><li><a href='/p'>Privacy</a></li><li><a href='/c'>Contact</a></li></ul></footer>"


def _article(inner: str, head: str = "") -> Article:
    return newsparse.parse(
        f"<html><head><title>Bridge opens - The Lenn Courier</title>{head}</head><body>{MENU}{inner}{FOOT}</body></html>", source="html"
    )


def _paragraphs(texts: tuple[str, ...] = STORY, tag: str = "p") -> str:
    return "".join(f"<{tag}>{text}</{tag}>" for text in texts)


@pytest.mark.parametrize(
    "inner",
    [
        f"<article><h1>Bridge opens</h1>{_paragraphs()}</article>",
        f"<div id='x1'><h1>Bridge opens</h1><div>{_paragraphs(tag='div')}</div></div>",
        f"<h1>Bridge opens</h1><div>{'<br><br>'.join(STORY)}</div>",
        f"<table><tr><td><h1>Bridge opens</h1>{_paragraphs()}</td></tr></table>",
        f"<main><h1>Bridge opens</h1><div class='paywall tag sidebar'>{_paragraphs()}</div></main>",
        f"<h1>Bridge opens</h1><div>{_paragraphs(STORY[:2])}</div><div class='ad'>Advertisement</div><div>{_paragraphs(STORY[2:])}</div>",
    ],
    ids=["article", "divs", "breaks", "layout table", "misleading names", "split by an ad"],
)
def test_story_is_found_in_every_layout(inner: str) -> None:
    """The same story comes out of every markup, and nothing else with it."""
    assert list(STORY) == [node.text for node in _article(inner).body]


def test_crossheads_and_lists_of_the_story_are_body() -> None:
    """A heading and a list between paragraphs belong to the story."""
    inner = (
        f"<article><h1>Bridge opens</h1>{_paragraphs(STORY[:3])}<h2>What it cost</h2>{_paragraphs(STORY[3:])}"
        "<ul><li>Four million for the piers, which stand on rock.</li><li>Two million for the road on both banks.</li></ul></article>"
    )
    texts = [node.text for node in _article(inner).body]
    assert {"What it cost", *STORY} <= set(texts)


def test_teasers_and_comments_are_not_body() -> None:
    """Linked teasers and what readers wrote stay out."""
    teasers = "".join(f"<li><a href='/{i}'>Ferry number {i} is late again</a><span>2 hours ago</span></li>" for i in range(6))
    inner = f"<article><h1>Bridge opens</h1>{_paragraphs()}</article><section><h3>Read more</h3><ul>{teasers}</ul></section>"
    assert list(STORY) == [node.text for node in _article(inner).body]


@pytest.mark.parametrize(
    "inner",
    [
        "<h1>Bridge opens</h1><p>The new bridge over the Lenn was opened on Monday.</p>",
        "<article><h1>Brücke eröffnet</h1><p>Die neue Brücke über die Lenn ist am Montag eröffnet worden.</p></article>",
        "<div><h1>橋が開通</h1><div>レン川に架かる新しい橋が月曜日に開通した。</div></div>",
        "<article><h1>افتتاح الجسر</h1><p>افتتحت رئيسة البلدية الجسر الجديد فوق نهر لين يوم الاثنين.</p></article>",
    ],
    ids=["English", "German", "Japanese", "Arabic"],
)
def test_brief_of_one_sentence_is_never_empty(inner: str) -> None:
    """A page that has a sentence of prose has a body."""
    assert _article(inner).body


def test_page_without_prose_has_no_body() -> None:
    """A page that is all menu claims nothing."""
    document = newsparse.read(f"<html><body>{MENU}</body></html>", source="html")
    assert not list(find_on_page(document, Draft(document)))


def test_confidence_leaves_room_for_those_who_read_words() -> None:
    """No block is so surely story that a parser that reads what it says could not take it."""
    article = _article(f"<article><h1>Bridge opens</h1>{_paragraphs()}</article>")
    assert article.body
    assert all(0.3 < node.confidence <= 0.9 for node in article.body)


def test_page_leaves_data_of_scripts_out() -> None:
    """Data that a page shows by mistake is no paragraph; a listing of code is the story's."""
    data = '{"layoutMobile":2,"layoutDesktop":4,"buttonText":"Buy the ticket for the ferry over the Lenn now","style":{"color":"#ffffff"}}'
    article = _article(f"<article><h1>Bridge opens</h1>{_paragraphs(STORY[:3])}<div>{data}</div>{_paragraphs(STORY[3:])}</article>")
    assert list(STORY) == [block.text for block in article.body]
