"""The first sight of a block of a page: what can be told at a look, without its neighbours.

Most blocks of a page are menus; this reading is cheap and lets them go.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import chain, islice
from math import fsum
from typing import Any

from newsparse.document import Block

__all__ = ["ENDS", "NEVER", "PLACES", "TAGS", "Glance", "Sight", "glance_of", "is_link", "scale_of"]

_LENGTHS = (8, 16, 25, 40, 60, 80, 110, 150, 220, 320, 500, 900)
# Characters of a menu entry that may stand outside its link: a bullet, a comma.
_EDGE = 3
# A longer block is no menu entry, whatever its links.
_ENTRY = 60
_DENSITIES = (0.001, 0.1, 0.25, 0.4, 0.6, 0.85)
# So much prose tells whether its script sets spaces.
_ENOUGH = 2000
# More commas say no more.
_COMMAS = 4
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
        min(plain.count(","), _COMMAS),
        TAGS.get(block.tag, 0),
    )


def is_link(block: Block) -> bool:
    """Whether a block is nothing but a short link, as most of a menu is."""
    return len(block.plain) < _ENTRY and block.link_chars > len(block.plain) - _EDGE


class Sight:
    """The learned weights of a glance, laid out so that a block costs a few look-ups: pages have hundreds."""

    def __init__(self, weights: Mapping[str, Any]) -> None:
        densities, commas, ends, tags = (weights[name] for name in ("density", "commas", "end", "tag"))
        even = weights["bias"] + densities[0] + commas[0] + ends[0] + tags[0]
        lengths = [even + weight for weight in weights["length"]]
        self._lengths = [lengths[bisect_right(_LENGTHS, size)] for size in range(_LENGTHS[-1] + 1)]
        self._densities = [weight - densities[0] for weight in densities]
        self._commas = [weight - commas[0] for weight in commas]
        self._ends = {mark: ends[kind] - ends[0] for mark, kind in ENDS.items()}
        self._tags = {tag: tags[number] - tags[0] for tag, number in TAGS.items()}
        self._places: Mapping[str, float] = weights["place"]

    def place(self, within: frozenset[str]) -> float:
        """Return what the tags around a block speak for, each counted once, whatever the set's order."""
        places = self._places
        return fsum([places[tag] for tag in within if tag in places])

    def scores(self, blocks: Sequence[Block], scale: float) -> list[float]:
        """Return the score of every block at first sight, in order: above 0 for likely story."""
        lengths, commas, end_of, tag_of = self._lengths, self._commas, self._ends.get, self._tags.get
        longest, even = len(lengths) - 1, scale == 1.0
        known: dict[frozenset[str], float] = {}  # a page has some twenty sets of tags
        scores: list[float] = []
        for block in blocks:
            plain, linked = block.plain, block.link_chars
            size = len(plain)
            if linked and linked > size - _EDGE and size < _ENTRY:
                scores.append(NEVER)
                continue
            length = size if even else int(size * scale)
            if length > longest:  # noqa: PLR1730 (a call costs more)
                length = longest
            score = lengths[length] + end_of(plain[-1], 0.0) + tag_of(block.tag, 0.0)
            if "," in plain:
                score += commas[min(plain.count(","), _COMMAS)]
            if linked:
                score += self._densities[bisect_right(_DENSITIES, linked / size)]
            scope = block.scope
            if scope is not None:
                around = known.get(scope.within)
                if around is None:
                    around = known[scope.within] = self.place(scope.within)
                score += around
            scores.append(score)
        return scores


def scale_of(blocks: Sequence[Block], start: int = 0) -> float:
    """Return how many characters of a script with spaces a character of this page is worth; prose is looked for from `start` on."""
    chars = gaps = 0
    for block in chain(islice(blocks, start, None), islice(blocks, start)):
        size = len(block.plain)
        if size > _ENTRY and block.link_chars * 4 < size:
            chars += size
            gaps += block.plain.count(" ")
            if chars > _ENOUGH:
                break
    # words of spaced scripts have 4 to 8 characters; Chinese and Japanese prose shows 30 and more between spaces
    return 2.5 if chars > 15 * (gaps + 1) else 1.0
