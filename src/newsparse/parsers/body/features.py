"""What speaks for and against a block of a page being the story: numbers, no verdict.

Two readings. The first looks at each block alone and is cheap, for most blocks of a page are
menus. The second looks at the few that are left, with their neighbours and containers, which
it weighs by the first.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from math import exp
from typing import Any

from newsparse.document import Block, Document, Scope
from newsparse.text import fold

__all__ = ["NAMES", "Glance", "Page", "glance_of"]

_LENGTHS = (8, 16, 25, 40, 60, 80, 110, 150, 220, 320, 500, 900)
_DENSITIES = (0.001, 0.1, 0.25, 0.4, 0.6, 0.85)
# How a block ends: 1 a sentence, 2 a quotation or bracket, 3 a colon, 4 a comma or dash, 5 dots, 6 a digit.
_ENDS: Mapping[str, int] = {
    **dict.fromkeys(".!?。！？؟।۔｡", 1),
    **dict.fromkeys("\"'”’»«)]」』）“", 2),
    **dict.fromkeys(":：", 3),
    **dict.fromkeys(",;-–—،、，", 4),
    "…": 5,
    **dict.fromkeys("0123456789", 6),
}
_TAGS: Mapping[str, int] = {
    tag: i
    for i, tag in enumerate(
        "p div li h1 h2 h3 h4 h5 h6 td th blockquote figcaption section article span a button label summary dt dd pre caption"
        " header footer nav aside main body figure address form".split(),
        1,
    )
}
_PLACES = (
    "article aside nav header footer form figure figcaption li table blockquote section button main details dl p ul ol label h1".split()
)

Glance = tuple[int, int, int, int, int, frozenset[str]]
"""A block at first sight: bins of length, link density, end and commas, its tag, and the tags around it."""


def glance_of(block: Block, scale: float) -> Glance:
    """Return the first sight of a block; `scale` makes characters of scripts without spaces comparable."""
    plain = block.plain
    size = len(plain)
    scope = block.scope
    return (
        bisect_right(_LENGTHS, size * scale),
        bisect_right(_DENSITIES, block.link_chars / size),
        _ENDS.get(plain[-1], 0),
        min(plain.count(","), 4),
        _TAGS.get(block.tag, 0),
        scope.within if scope is not None else frozenset(),
    )


NAMES = (
    "length", "link_density", "links", "end", "start", "commas", "sentences", "bold", "tag", "breaks", "hidden", "marks", "capitals",
    "repeats", "depth",
    "in_article", "in_main", "in_aside", "in_nav", "in_header", "in_footer", "in_form", "in_figure", "in_list", "in_table", "in_quote",
    "in_p", "in_button",
    "first", "before_1", "before_2", "before_3", "after_1", "after_2", "after_3", "around_5", "around_12",
    "mass_before", "mass_after", "page_mass",
    "from_headline", "mass_since_headline", "position",
    "parent_share", "grandparent_share", "climb_half", "climb_most", "parent_prose", "parent_blocks",
    "gap_before", "gap_after", "kin_before", "kin_after", "same_tag_before", "same_tag_after",
    "prose_tag", "own_names", "parent_names", "outer_names", "ld_body", "described", "titled", "after_media", "headlines_before",
)  # fmt: skip
"""What each number of a row says, in order."""

_TERMINAL = (". ", "! ", "? ", "。", "！", "？", "؟ ", "। ")
_NEVER = -6.0
_CANDIDATE = -3.2


class Page:
    """A page on the way to its body: first scores of all blocks, rows of numbers for the candidates."""

    def __init__(self, document: Document, weights: Mapping[str, Any], headline: int = -1) -> None:
        self.document = document
        self.blocks = document.blocks
        self.names: Mapping[str, float] = weights["names"]
        self.headline = headline
        self.scale = _scale(self.blocks)
        self.first = self._first(weights["glance"])
        self.candidates = [i for i, score in enumerate(self.first) if score > _CANDIDATE]

    def _first(self, weights: Mapping[str, Any]) -> list[float]:
        """Return the first score of every block, in order."""
        bias, lengths, densities, ends, commas, tags = (weights[k] for k in ("bias", "length", "density", "end", "commas", "tag"))
        places: Mapping[str, float] = weights["place"]
        known: dict[frozenset[str], float] = {}
        scale, scores = self.scale, []
        for block in self.blocks:
            size = len(block.plain)
            if size < 60 and block.link_chars > size - 3:
                scores.append(_NEVER)
                continue
            length, density, end, comma, tag, within = glance_of(block, scale)
            around = known.get(within)
            if around is None:
                around = known[within] = sum(places.get(name, 0.0) for name in within)
            scores.append(bias + lengths[length] + densities[density] + ends[end] + commas[comma] + tags[tag] + around)
        return scores

    def rows(self) -> list[list[float]]:
        """Return a row of numbers, named by `NAMES`, for each candidate."""
        if not self.candidates:
            return []
        self._weigh()
        return [self._row(k, i) for k, i in enumerate(self.candidates)]

    def _weigh(self) -> None:
        """Work out what the candidates' containers hold."""
        blocks, first = self.blocks, self.first
        masses: list[float] = []
        held: dict[int, float] = {}
        chars: dict[int, float] = {}
        counts: dict[int, int] = {}
        scopes: dict[int, Scope] = {}
        for i in self.candidates:
            block = blocks[i]
            mass = len(block.plain) * self.scale / (1.0 + exp(-first[i]))
            masses.append(mass)
            scope = block.scope
            if scope is not None:
                held[id(scope)] = held.get(id(scope), 0.0) + mass
                scopes[id(scope)] = scope
        for block in blocks:
            scope = block.scope
            if scope is not None and scope.parent is not None:
                key = id(scope.parent)
                chars[key] = chars.get(key, 0.0) + len(block.plain)
                counts[key] = counts.get(key, 0) + 1
        self._climb(held, scopes)
        self.masses, self.held, self.chars, self.counts = masses, held, chars, counts
        self.total = sum(masses) or 1.0
        sums = [0.0]
        for mass in masses:
            sums.append(sums[-1] + mass)
        self.sums = sums
        tags: dict[str, float] = {}
        for i, mass in zip(self.candidates, masses, strict=True):
            tags[blocks[i].tag] = tags.get(blocks[i].tag, 0.0) + mass
        self.tags = tags
        self.texts = Counter([block.plain for block in blocks])
        self.media = {media.block for media in self.document.metadata.media}
        self.h1s = [block.index for block in blocks if block.tag == "h1"]
        self.bodies = _stated_bodies(self.document)
        self.descriptions = _stated(self.document, ("og:description", "description", "twitter:description"))
        self.titles = _stated(self.document, ("og:title", "twitter:title"))
        title = self.document.metadata.title
        if title is not None:
            self.titles.append(fold(title.text))
        self.named: dict[int, float] = {}
        self.since = sums[bisect_right(self.candidates, self.headline)] if self.headline >= 0 else 0.0

    def _climb(self, held: dict[int, float], scopes: dict[int, Scope]) -> None:
        """Add to each scope what the scopes inside it hold."""
        levels: dict[int, dict[int, Scope]] = {}
        for key, scope in scopes.items():
            levels.setdefault(scope.depth, {})[key] = scope
        for depth in range(max(levels, default=0), 0, -1):
            above = levels.setdefault(depth - 1, {})
            for key, scope in levels.get(depth, {}).items():
                parent = scope.parent
                if parent is not None:
                    up = id(parent)
                    held[up] = held.get(up, 0.0) + held[key]
                    above[up] = parent

    def _name_score(self, scope: Scope | None) -> float:
        """Return what the class and id of a scope speak for."""
        if scope is None:
            return 0.0
        score = self.named.get(id(scope))
        if score is None:
            known = self.names
            score = sum([known.get(token, 0.0) for token in tokens_of(scope)])
            self.named[id(scope)] = score = min(max(score, -4.0), 4.0)
        return score

    def _row(self, k: int, i: int) -> list[float]:
        block, candidates, first, masses = self.blocks[i], self.candidates, self.first, self.masses
        plain, scope, total = block.plain, block.scope, self.total
        size = len(plain)
        within = scope.within if scope is not None else frozenset()
        parent = scope.parent if scope is not None else None
        grand = parent.parent if parent is not None else None
        before = candidates[k - 1] if k else -1
        after = candidates[k + 1] if k + 1 < len(candidates) else -1
        last = len(candidates) - 1
        climb_half = climb_most = 12
        step, up, held = 0, scope, self.held
        while up is not None and step < 12:
            mass = held[id(up)]
            if mass >= 0.5 * total and climb_half == 12:
                climb_half = step
            if mass >= 0.8 * total:
                climb_most = step
                break
            step, up = step + 1, up.parent
        outer, level = grand, 0
        outer_names = 0.0
        while outer is not None and level < 4:
            outer_names += self._name_score(outer)
            outer, level = outer.parent, level + 1
        sums = self.sums
        start = plain[0]
        parent_chars = self.chars.get(id(parent), 1.0)
        return [
            size * self.scale,
            block.link_chars / size,
            block.links,
            _ENDS.get(plain[-1], 0),
            1 if start.isupper() else 2 if start.islower() else 3 if start.isdigit() else 4 if start in "\"'„“«‘»([（「『" else 0,
            plain.count(","),
            sum([plain.count(mark) for mark in _TERMINAL]) if size > 30 else 0,
            block.strong_chars / size,
            _TAGS.get(block.tag, 0),
            block.breaks,
            scope.hidden if scope is not None else False,
            ("©" in plain) + 2 * ("|" in plain) + 4 * ("@" in plain) + 8 * ("http" in plain),
            size < 200 and plain.isupper(),
            self.texts[plain],
            scope.depth if scope is not None else 0,
            "article" in within,
            "main" in within,
            "aside" in within,
            "nav" in within,
            "header" in within,
            "footer" in within,
            "form" in within,
            ("figcaption" in within) + ("figure" in within),
            "li" in within,
            "table" in within,
            "blockquote" in within,
            "p" in within,
            "button" in within,
            first[i],
            first[i - 1] if i else _NEVER,
            first[i - 2] if i > 1 else _NEVER,
            first[i - 3] if i > 2 else _NEVER,
            first[i + 1] if i + 1 < len(first) else _NEVER,
            first[i + 2] if i + 2 < len(first) else _NEVER,
            first[i + 3] if i + 3 < len(first) else _NEVER,
            sums[min(k + 3, last + 1)] - sums[max(k - 2, 0)] - masses[k],
            sums[min(k + 7, last + 1)] - sums[max(k - 6, 0)] - masses[k],
            sums[k] / total,
            (total - sums[k + 1]) / total,
            total,
            i - self.headline if self.headline >= 0 else -1000,
            sums[k] - self.since if self.headline >= 0 else -1,
            i / len(first),
            held[id(parent)] / total if parent is not None else 0,
            held[id(grand)] / total if grand is not None else 0,
            climb_half,
            climb_most,
            held[id(parent)] / self.scale / parent_chars if parent is not None else 0,
            self.counts.get(id(parent), 0),
            i - before if before >= 0 else 100,
            after - i if after >= 0 else 100,
            _kinship(block, self.blocks[before]) if before >= 0 else 9,
            _kinship(block, self.blocks[after]) if after >= 0 else 9,
            self.blocks[before].tag == block.tag if before >= 0 else False,
            self.blocks[after].tag == block.tag if after >= 0 else False,
            self.tags[block.tag] / total,
            self._name_score(scope),
            self._name_score(parent),
            outer_names,
            self._in_bodies(plain),
            _agrees(fold(plain), self.descriptions) if 30 < size < 500 and self.descriptions else 0,
            _agrees(fold(plain), self.titles) if 10 < size < 250 and self.titles else 0,
            (i in self.media) + 2 * (i - 1 in self.media),
            bisect_right(self.h1s, i),
        ]

    def _in_bodies(self, plain: str) -> int:
        """Return 0 where the page states no body, 1 where the block is not in it, 2 where it is."""
        if not self.bodies:
            return 0
        letters = squeeze(plain)
        if len(letters) < 12:
            return 0
        return 2 if any(letters[:60] in body or letters[-60:] in body for body in self.bodies) else 1


def tokens_of(scope: Scope) -> list[str]:
    """Return the words of a scope's class and id."""
    return scope.names.replace("-", " ").replace("_", " ").split()


def squeeze(text: str) -> str:
    """Return the letters and digits of a text alone, lower case."""
    return "".join(filter(str.isalnum, text)).lower()


def _scale(blocks: Sequence[Block]) -> float:
    """Return how many characters of a spaced script a character of this page is worth."""
    chars = gaps = 0
    for block in blocks:
        if len(block.plain) > 60 and block.link_chars * 4 < len(block.plain):
            chars += len(block.plain)
            gaps += block.plain.count(" ")
            if chars > 4000:
                break
    # words of spaced scripts have 4 to 8 characters; Chinese and Japanese prose shows 30 and more between spaces
    return 2.5 if chars > 15 * (gaps + 1) else 1.0


def _kinship(block: Block, other: Block) -> int:
    """Return how near two blocks stand in the tree: 0 in one element, 1 side by side, 2 or 3 cousins, 4 further."""
    a, b = block.scope, other.scope
    for near in range(4):
        if a is None or b is None:
            return 4
        if a is b:
            return near
        a, b = a.parent, b.parent
    return 4


def _stated(document: Document, names: tuple[str, ...]) -> list[str]:
    """Return what the head states under any of the names, folded."""
    meta = document.metadata.meta
    return [fold(value.text) for name in names for value in meta.get(name, ())[:1] if value.text]


def _stated_bodies(document: Document) -> list[str]:
    """Return the bodies that the page's data states, squeezed."""
    found = []
    for node, _, _ in document.metadata.nodes:
        body = node.get("articleBody")
        if isinstance(body, str) and len(body) > 200:
            found.append(squeeze(body))
    return found


def _agrees(text: str, stated: list[str]) -> int:
    """Return 2 where a stated text is this one, 1 where one holds the start of the other, else 0."""
    for other in stated:
        if text == other:
            return 2
    for other in stated:
        if len(other) > 10 and (text.startswith(other[:60]) or other.startswith(text[:60])):
            return 1
    return 0
