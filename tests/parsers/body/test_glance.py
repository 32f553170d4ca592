"""The first sight of a block."""

from __future__ import annotations

import newsparse
from newsparse.document import Document
from newsparse.parsers.body import glance
from newsparse.weights import load

PLACE = {"li": -1.0, "article": 0.5, "nav": -2.0}


def _read(inner: str) -> Document:
    return newsparse.read(f"<html><body>{inner}</body></html>", source="html")


def test_is_link_tells_a_menu_entry_from_a_linked_sentence() -> None:
    """A short block that is all link is a menu entry; a linked sentence is not dismissed at sight."""
    entry, sentence, prose = _read(
        "<p><a href='/'>Sports</a></p>"
        "<p><a href='/a'>The council voted late on Tuesday to keep the old library open for another year.</a></p>"
        "<p>The <a href='/b'>council</a> voted.</p>"
    ).blocks
    assert [True, False, False] == [glance.is_link(block) for block in (entry, sentence, prose)]


def test_places_counts_each_tag_around_once() -> None:
    """Tags around a block count once each, however often they are nested."""
    (block,) = _read("<article><ul><li><ul><li>Twelve boats</li></ul></li></ul></article>").blocks
    assert block.scope is not None
    assert glance.Places(PLACE).of(block.scope.within) == -0.5


def test_places_gives_the_same_whatever_is_asked_first() -> None:
    """What is known of the tags around does not depend on the order of questions."""
    inner, outer = _read("<article><div><p>The first boat left at six.</p></div><p>The second stayed.</p></article>").blocks
    assert inner.scope is not None
    assert outer.scope is not None
    places, again = glance.Places(PLACE), glance.Places(PLACE)
    assert (places.of(inner.scope.within), places.of(outer.scope.within)) == tuple(
        reversed([again.of(outer.scope.within), again.of(inner.scope.within)])
    )


def test_scale_of_is_larger_without_spaces_between_words() -> None:
    """A character of Japanese prose counts for more than one of English prose."""
    japanese = _read("<p>" + "市長は月曜日、九年をかけて完成した新しい橋の開通式に出席し、関係者に感謝の言葉を述べた。" * 3 + "</p>").blocks
    english = _read("<p>" + "The mayor thanked everybody who had worked on the new bridge for nine years. " * 3 + "</p>").blocks
    assert glance.scale_of(japanese) > glance.scale_of(english) == 1.0


def test_first_scores_put_prose_before_menus() -> None:
    """A paragraph scores higher than a short line in a menu."""
    blocks = _read(
        "<nav><ul><li>More sections</li></ul></nav>"
        "<p>The mayor, who had promised the bridge for 2019, thanked the workers on Monday, and then walked across it in the rain.</p>"
    ).blocks
    weights = load("page")["glance"]
    menu, prose = glance.first_scores(blocks, 1.0, weights, glance.Places(weights["place"]))
    assert prose > 0 > menu
