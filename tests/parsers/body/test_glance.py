"""The first sight of a block."""

from __future__ import annotations

import pytest

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


def test_place_counts_each_tag_around_once() -> None:
    """Tags around a block count once each, however often they are nested."""
    (block,) = _read("<article><ul><li><ul><li>Twelve boats</li></ul></li></ul></article>").blocks
    assert block.scope is not None
    sight = glance.Sight({**load("page")["glance"], "place": PLACE})
    assert sight.place(block.scope.within) == -0.5


def test_scores_are_those_of_the_learned_bins() -> None:
    """Laid out for speed, the weights say what they say bin by bin."""
    blocks = _read(
        "<ul><li>Twelve boats, two of them new</li></ul>"
        "<p>The <a href='/b'>council</a> voted, after a long debate, to keep the library open.</p>"
    ).blocks
    weights = load("page")["glance"]
    sight = glance.Sight(weights)
    for block, score in zip(blocks, sight.scores(blocks, 1.0), strict=True):
        length, density, end, commas, tag = glance.glance_of(block, 1.0)
        assert block.scope is not None
        bins = weights["length"][length] + weights["density"][density] + weights["end"][end] + weights["commas"][commas]
        assert score == pytest.approx(weights["bias"] + bins + weights["tag"][tag] + sight.place(block.scope.within))


def test_scale_of_is_larger_without_spaces_between_words() -> None:
    """A character of Japanese prose counts for more than one of English prose."""
    japanese = _read("<p>" + "市長は月曜日、九年をかけて完成した新しい橋の開通式に出席し、関係者に感謝の言葉を述べた。" * 3 + "</p>").blocks
    english = _read("<p>" + "The mayor thanked everybody who had worked on the new bridge for nine years. " * 3 + "</p>").blocks
    assert glance.scale_of(japanese) > glance.scale_of(english) == 1.0


def test_scores_put_prose_before_menus() -> None:
    """A paragraph scores higher than a short line in a menu."""
    blocks = _read(
        "<nav><ul><li>More sections</li></ul></nav>"
        "<p>The mayor, who had promised the bridge for 2019, thanked the workers on Monday, and then walked across it in the rain.</p>"
    ).blocks
    menu, prose = glance.Sight(load("page")["glance"]).scores(blocks, 1.0)
    assert prose > 0 > menu
