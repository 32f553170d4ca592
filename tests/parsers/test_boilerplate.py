"""What is left of a page or a text, by kind."""

from __future__ import annotations

import pytest

from newsparse import parse
from newsparse.vocabulary import BoilerplateKind as Kind
from parsers.pages import PROSE, page

TITLE = "<h1>Bridge over the Lenn opens after nine years</h1>"
HEAD = "<title>Bridge over the Lenn opens after nine years</title>"


def _kinds(after: str, before: str = "") -> dict[str, Kind]:
    article = page(f"{before}<article>{TITLE}{PROSE}</article>{after}", HEAD)
    return {node.text: node.kind for node in article.boilerplate}


@pytest.mark.parametrize(
    ("html", "text", "kind"),
    [
        ("<div class='x'><a href='/s'>Share on Facebook</a></div>", "Share on Facebook", Kind.SHARE),
        (
            "<div class='c-cookie-banner'><p>We and 800 others store things on your device.</p></div>",
            "We and 800 others store things on your device.",
            Kind.CONSENT,
        ),
        (
            "<aside><p>We use cookies on our website to give you more.</p></aside>",
            "We use cookies on our website to give you more.",
            Kind.CONSENT,
        ),
        ("<h3>Most read</h3><div><a href='/1'>Storm over the Lenn valley</a></div>", "Storm over the Lenn valley", Kind.MOST_READ),
        ("<div class='related-stories'><a href='/1'>Storm over the Lenn valley</a></div>", "Storm over the Lenn valley", Kind.RELATED),
        ("<footer><a href='/i'>Imprint</a></footer>", "Imprint", Kind.LEGAL),
        (
            "<footer><p>Responsible editor: Karin Lund, Harbour Street 4</p></footer>",
            "Responsible editor: Karin Lund, Harbour Street 4",
            Kind.LEGAL,
        ),
        ("<div class='paging'><a href='?2'>Halaman 2</a></div>", "Halaman 2", Kind.PAGINATION),
        (
            "<p>Read more: <a href='/x'>A storm has closed the upper Lenn valley</a></p>",
            "Read more: A storm has closed the upper Lenn valley",
            Kind.RELATED,
        ),
        (
            "<div>googletag.cmd.push(function() { googletag.display('x'); });</div>",
            "googletag.cmd.push(function() { googletag.display('x'); });",
            Kind.CODE,
        ),
        ("<nav><ul><li><a href='/sport'>Sport</a></li><li><a href='/oddities'>Oddities</a></li></ul></nav>", "Sport", Kind.NAVIGATION),
        ("<nav><ul><li><a href='/sport'>Sport</a></li><li><a href='/oddities'>Oddities</a></li></ul></nav>", "Oddities", Kind.NAVIGATION),
        (
            "<div><a href='/1'>A long line that leads to some other story</a></div>",
            "A long line that leads to some other story",
            Kind.RELATED,
        ),
    ],
)
def test_leftover_has_its_kind(html: str, text: str, kind: Kind) -> None:
    """Words, elements around, headings above and links tell the kind of a leftover."""
    assert kind is _kinds(html)[text]


def test_marker_inside_the_story_is_no_paragraph() -> None:
    """A label between paragraphs is typed and what follows it stays story."""
    article = page(f"<article>{TITLE}{PROSE}<p>Article continues below this ad</p>{PROSE}</article>", HEAD)
    assert [Kind.ADVERTISEMENT] == [node.kind for node in article.boilerplate]
    assert len(article.body) == 4


def test_answers_and_crossheads_stay_story() -> None:
    """Words that may be an answer or a crosshead are left to the judge of the story."""
    article = page(f"<article>{TITLE}{PROSE}<h2>Analysis</h2>{PROSE}</article>", HEAD)
    assert "Analysis" in [node.text for node in article.body]


def test_text_has_kinds_too() -> None:
    """A plain text's leftovers are typed by their words."""
    text = (
        "Bridge over the Lenn opens\n\nThe mayor opened the new bridge over the Lenn on Monday, nine years after the first stone was laid.\n\n"
        "Several hundred people walked across in light rain before the first bus was let through.\n\nNews\n\nDismiss"
    )
    kinds = {node.text: node.kind for node in parse(text, source="text").boilerplate}
    assert {"News": Kind.SECTION_LABEL, "Dismiss": Kind.DIALOG} == kinds


def test_box_says_nothing_about_what_follows_it() -> None:
    """A block in an `aside` is related; one behind the `aside` is not for that."""
    source = (
        "<html><body><main><h1>Bridge over the Lenn opens</h1><aside class='pull'><p>Nine years</p></aside>"
        "<p>The mayor opened the new bridge over the Lenn on Monday, nine years after the first stone was laid.</p>"
        "<div class='facts'><p>Length: 300 metres</p></div></main></body></html>"
    )
    kinds = {item.text: item.kind.value for item in parse(source).boilerplate}
    assert {"Nine years": "related", "Length: 300 metres": "other"} == kinds


def test_boilerplate_is_not_named_after_what_holds_the_whole_story() -> None:
    """The class of an element around the story says nothing of other lines in it."""
    article = page(f"<div class='dialog-off-canvas tag-markets'>{TITLE}{PROSE}<p>Zimtsterne</p><h3>Brett</h3></div>", HEAD)
    assert {Kind.OTHER} == {node.kind for node in article.boilerplate}


def test_boilerplate_of_marks_alone_parts_no_story() -> None:
    """A line of marks between the paragraphs is no paragraph."""
    article = page(f"<article>{TITLE}{PROSE}<p>___</p>{PROSE.replace('Monday', 'Tuesday')}</article>", HEAD)
    assert "___" not in [node.text for node in article.body]
    assert Kind.OTHER in [node.kind for node in article.boilerplate if node.text == "___"]


def test_boilerplate_plea_behind_the_last_paragraph_is_no_paragraph() -> None:
    """A short line without a full stop at the story's end that asks to be followed is no part of it."""
    article = page(f"<article>{TITLE}{PROSE}<p>Підписуйтесь на наш канал у месенджері</p></article>", HEAD)
    assert [Kind.FOLLOW] == [node.kind for node in article.boilerplate if node.text.startswith("Підписуйтесь")]
