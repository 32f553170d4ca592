"""The first sight of a block of a page: what can be told at a look, without its neighbours.

Most blocks of a page are menus; this reading is cheap and lets them go.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from math import fsum
from typing import Any

from newsparse.document import Block

__all__ = ["ENDS", "NEVER", "PLACES", "TAGS", "Glance", "Places", "first_scores", "glance_of", "is_link", "scale_of"]

_LENGTHS = (8, 16, 25, 40, 60, 80, 110, 150, 220, 320, 500, 900)
# Characters of a menu entry that may stand outside its link: a bullet, a comma.
_EDGE = 3
_DENSITIES = (0.001, 0.1, 0.25, 0.4, 0.6, 0.85)
ENDS: Mapping[str, int] = {
    **dict.fromkeys(".!?。！？؟।۔｡", 1),
    **dict.fromkeys("\"'”’»«)]」』）“", 2),
    **dict.fromkeys(":：", 3),
    **dict.fromkeys(",;-–—،、，", 4),
    "…": 5,
    **dict.fromkeys("0123456789", 6),
}
"""How a block ends: 1 a sentence, 2 a quotation or bracket, 3 a colon, 4 a comma or dash, 5 dots, 6 a digit, else 0."""
TAGS: Mapping[str, int] = {
    tag: i
    for i, tag in enumerate(
        "p div li h1 h2 h3 h4 h5 h6 td th blockquote figcaption section article span a button label summary dt dd pre caption"
        " header footer nav aside main body figure address form".split(),
        1,
    )
}
"""Numbers of the tags that blocks stand in; 0 for others."""
PLACES = tuple(
    "article aside nav header footer form figure figcaption li table blockquote section button main details dl p ul ol label h1".split()
)
"""Tags around a block that say where on the page it stands."""
NEVER = -6.0
"""Score of a block that is nothing but a short link."""

Glance = tuple[int, int, int, int, int]
"""A block at first sight: bins of length, link density, end and commas, and its tag."""


def glance_of(block: Block, scale: float) -> Glance:
    """Return the first sight of a block; `scale` makes characters of scripts without spaces comparable."""
    plain = block.plain
    size = len(plain)
    return (
        bisect_right(_LENGTHS, size * scale),
        bisect_right(_DENSITIES, block.link_chars / size) if block.link_chars else 0,
        ENDS.get(plain[-1], 0),
        min(plain.count(","), 4),
        TAGS.get(block.tag, 0),
    )


def is_link(block: Block) -> bool:
    """Whether a block is nothing but a short link, as most of a menu is."""
    return len(block.plain) < 60 and block.link_chars > len(block.plain) - _EDGE


class Places:
    """What the tags around blocks speak for, worked out once for each set of tags: a page has some twenty."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        self._weights = weights
        self._known: dict[frozenset[str], float] = {}

    def of(self, within: frozenset[str]) -> float:
        """Return the weight of the tags around a block, each counted once."""
        found = self._known.get(within)
        if found is None:
            weights = self._weights
            found = self._known[within] = fsum([weights[tag] for tag in within if tag in weights])  # whatever the set's order
        return found


def first_scores(blocks: Sequence[Block], scale: float, weights: Mapping[str, Any], places: Places) -> list[float]:
    """Return the score of every block at first sight, in order: above 0 for likely story."""
    bias, lengths, densities, ends, commas, tags = (weights[name] for name in ("bias", "length", "density", "end", "commas", "tag"))
    known = places.of
    scores: list[float] = []
    for block in blocks:
        linked = block.link_chars
        if linked and linked > len(block.plain) - _EDGE and is_link(block):
            scores.append(NEVER)
            continue
        length, density, end, comma, tag = glance_of(block, scale)
        scope = block.scope
        around = known(scope.within) if scope is not None else 0.0
        scores.append(bias + lengths[length] + densities[density] + ends[end] + commas[comma] + tags[tag] + around)
    return scores


def scale_of(blocks: Sequence[Block]) -> float:
    """Return how many characters of a script with spaces a character of this page is worth."""
    chars = gaps = 0
    for block in blocks:
        if len(block.plain) > 60 and block.link_chars * 4 < len(block.plain):
            chars += len(block.plain)
            gaps += block.plain.count(" ")
            if chars > 4000:
                break
    # words of spaced scripts have 4 to 8 characters; Chinese and Japanese prose shows 30 and more between spaces
    return 2.5 if chars > 15 * (gaps + 1) else 1.0
