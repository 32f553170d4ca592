"""What speaks for and against a block of a page being the story: numbers, no verdict.

The candidates that the first sight leaves are looked at with their neighbours and containers,
which are weighed by the first sight.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from math import exp
from typing import Any

from newsparse.document import Block, Document, Scope
from newsparse.parsers.body.glance import ENDS, NEVER, TAGS, first_scores, scale_of
from newsparse.text import fold

__all__ = ["NAMES", "Page", "tokens_of"]

NAMES = (
    "length", "link_density", "end", "start", "commas", "bold", "tag", "marks", "repeats", "depth", "in_article", "in_list", "in_table",
    "first", "before_1", "before_2", "before_3", "after_1", "after_2", "after_3", "around_5", "around_12",
    "mass_before", "mass_after", "page_mass", "from_headline", "mass_since_headline", "position",
    "parent_share", "grandparent_share", "climb_half", "climb_most", "parent_prose", "parent_blocks", "parent_links",
    "gap_before", "gap_after", "kin_before", "prose_tag", "own_names", "parent_names", "outer_names",
    "ld_body", "described", "headlines_before", "since_media", "to_media", "since_time", "to_time",
    "style_share", "style_count", "style_first", "style_links", "words", "worst_word", "heading_words", "since_heading",
)  # fmt: skip
"""What each number of a row says, in order."""

# Blocks below this first score are hardly ever story: 2 in 100 of those of the development corpora, nearly all list items.
_CANDIDATE = -3.2
_HEADS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_WORD = re.compile(r"\w+")
_FAR = 60


class Page:
    """A page on the way to its body: first scores of all blocks, rows of numbers for the candidates."""

    def __init__(self, document: Document, weights: Mapping[str, Any], headline: int = -1) -> None:
        self.document = document
        self.blocks = document.blocks
        self.names: Mapping[str, float] = weights["names"]
        self.words: Mapping[str, float] = weights["words"]
        self.headline = headline
        self.scale = scale_of(self.blocks)
        self.first = first_scores(self.blocks, self.scale, weights["glance"])
        self.candidates = [i for i, score in enumerate(self.first) if score > _CANDIDATE]

    def rows(self) -> list[list[float]]:
        """Return a row of numbers, named by `NAMES`, for each candidate."""
        if not self.candidates:
            return []
        self._weigh()
        self._group()
        self._read_head()
        return [self._row(k, i) for k, i in enumerate(self.candidates)]

    def _weigh(self) -> None:
        """Work out what the candidates' containers hold."""
        blocks, first, scale = self.blocks, self.first, self.scale
        masses: list[float] = []
        held: dict[int, float] = {}
        scopes: dict[int, Scope] = {}
        for i in self.candidates:
            block = blocks[i]
            mass = len(block.plain) * scale / (1.0 + exp(-first[i]))
            masses.append(mass)
            scope = block.scope
            if scope is not None:
                key = id(scope)
                held[key] = held.get(key, 0.0) + mass
                scopes[key] = scope
        _add_upwards(held, scopes)
        sums = [0.0]
        for mass in masses:
            sums.append(sums[-1] + mass)
        self.masses, self.held, self.sums = masses, held, sums
        self.total = sums[-1] or 1.0

    def _group(self) -> None:
        """Gather what blocks share: parents, tags, styles, headings above."""
        blocks, first = self.blocks, self.first
        parents: dict[int, list[float]] = {}
        h1s: list[int] = []
        heads: list[int] = []
        for i, block in enumerate(blocks):
            scope, size = block.scope, len(block.plain)
            if scope is None:
                continue
            key = id(scope.parent)
            group = parents.get(key)
            if group is None:
                parents[key] = [size, block.link_chars, 1]
            else:
                group[0] += size
                group[1] += block.link_chars
                group[2] += 1
            if scope.tag in _HEADS:
                if scope.tag == "h1":
                    h1s.append(i)
                if size < 120:
                    heads.append(i)
        tags: dict[str, float] = {}
        styles: dict[object, list[float]] = {}
        keys: list[object] = []
        for i, mass in zip(self.candidates, self.masses, strict=True):
            block = blocks[i]
            tags[block.tag] = tags.get(block.tag, 0.0) + mass
            style = _style(block)
            keys.append(style)
            group = styles.get(style)
            if group is None:
                group = styles[style] = [0.0, 0.0, 0.0, 0.0, 0.0]
            group[0] += mass
            group[1] += 1
            group[2] += first[i]
            group[3] += block.link_chars
            group[4] += len(block.plain)
        self.parents, self.tags, self.styles, self.keys = parents, tags, styles, keys
        self.h1s, self.heads = h1s, heads
        self.head_words: dict[int, float] = {}
        self.named: dict[int, float] = {}
        self.repeats = Counter([block.plain for block in blocks])

    def _read_head(self) -> None:
        """Look up what the page says about itself."""
        document = self.document
        metadata = document.metadata
        self.media = [media.block for media in metadata.media]
        self.times = [value.block for value in metadata.times]
        self.bodies = _stated_bodies(document)
        self.descriptions = _stated(document, ("og:description", "description", "twitter:description"))
        self.since = self.sums[bisect_right(self.candidates, self.headline)] if self.headline >= 0 else 0.0

    def _row(self, k: int, i: int) -> list[float]:
        block, candidates, first, held, total, sums = self.blocks[i], self.candidates, self.first, self.held, self.total, self.sums
        plain, scope = block.plain, block.scope
        size, last, mass = len(plain), len(candidates) - 1, self.masses[k]
        within = scope.within if scope is not None else frozenset()
        parent = scope.parent if scope is not None else None
        grand = parent.parent if parent is not None else None
        before = candidates[k - 1] if k else -1
        chars, linked, count = self.parents.get(id(parent), (1.0, 0.0, 0.0))
        own = self._name_score(scope)
        half, most = self._climb(scope)
        style = self.styles[self.keys[k]]
        words, worst = self._sound(plain)
        head = bisect_left(self.heads, i) - 1
        heading = self.heads[head] if head >= 0 else -1
        since_media, to_media = _distances(self.media, i)
        since_time, to_time = _distances(self.times, i)
        start = plain[0]
        ahead = len(first) - i
        return [
            size * self.scale,
            block.link_chars / size,
            ENDS.get(plain[-1], 0),
            1 if start.isupper() else 2 if start.islower() else 3 if start.isdigit() else 4 if start in "\"'„“«‘»([（「『" else 0,
            plain.count(","),
            block.strong_chars / size,
            TAGS.get(block.tag, 0),
            ("©" in plain) + 2 * ("|" in plain) + 4 * ("@" in plain) + 8 * ("http" in plain),
            self.repeats[plain],
            scope.depth if scope is not None else 0,
            "article" in within,
            "li" in within,
            "table" in within,
            first[i],
            first[i - 1] if i else NEVER,
            first[i - 2] if i > 1 else NEVER,
            first[i - 3] if i > 2 else NEVER,
            first[i + 1] if ahead > 1 else NEVER,
            first[i + 2] if ahead > 2 else NEVER,
            first[i + 3] if ahead > 3 else NEVER,
            sums[min(k + 3, last + 1)] - sums[max(k - 2, 0)] - mass,
            sums[min(k + 7, last + 1)] - sums[max(k - 6, 0)] - mass,
            sums[k] / total,
            (total - sums[k + 1]) / total,
            total,
            i - self.headline if self.headline >= 0 else -1000,
            sums[k] - self.since if self.headline >= 0 else -1,
            i / len(first),
            held[id(parent)] / total if parent is not None else 0,
            held[id(grand)] / total if grand is not None else 0,
            half,
            most,
            held[id(parent)] / self.scale / chars if parent is not None else 0,
            count,
            linked / chars,
            i - before if before >= 0 else 100,
            candidates[k + 1] - i if k < last else 100,
            _kinship(block, self.blocks[before]) if before >= 0 else 9,
            self.tags[block.tag] / total,
            own,
            self._name_score(parent),
            self._outer_names(grand),
            self._in_bodies(plain),
            _agrees(fold(plain), self.descriptions) if 30 < size < 500 and self.descriptions else 0,
            bisect_right(self.h1s, i),
            since_media,
            to_media,
            since_time,
            to_time,
            style[0] / total,
            style[1],
            style[2] / style[1],
            style[3] / style[4],
            words,
            worst,
            self._heading_sound(heading),
            i - heading if heading >= 0 else 1000,
        ]

    def _climb(self, scope: Scope | None) -> tuple[int, int]:
        """Return how many steps up a container stands that holds half, and most, of the page's likely story."""
        held, total, half = self.held, self.total, 12
        for step in range(12):
            if scope is None:
                break
            mass = held[id(scope)]
            if mass >= 0.5 * total:
                if half == 12:
                    half = step
                if mass >= 0.8 * total:
                    return half, step
            scope = scope.parent
        return half, 12

    def _name_score(self, scope: Scope | None) -> float:
        """Return what the class and id of a scope speak for."""
        if scope is None:
            return 0.0
        score = self.named.get(id(scope))
        if score is None:
            known = self.names
            score = sum([known[token] for token in tokens_of(scope) if token in known])
            self.named[id(scope)] = score = min(max(score, -4.0), 4.0)
        return score

    def _outer_names(self, scope: Scope | None) -> float:
        """Return what the names of a scope and of three around it speak for."""
        score, level = 0.0, 0
        while scope is not None and level < 4:
            score += self._name_score(scope)
            scope, level = scope.parent, level + 1
        return score

    def _sound(self, plain: str) -> tuple[float, float]:
        """Return how much the words of a text sound like boilerplate: in sum, and the worst of them."""
        known = self.words
        scores = [known[word] for word in _WORD.findall(plain[:240].lower()) if word in known]
        return (sum(scores), max(scores)) if scores else (0.0, 0.0)

    def _heading_sound(self, heading: int) -> float:
        """Return how much the words of a heading sound like boilerplate."""
        if heading < 0:
            return 0.0
        score = self.head_words.get(heading)
        if score is None:
            score = self.head_words[heading] = self._sound(self.blocks[heading].plain)[0]
        return score

    def _in_bodies(self, plain: str) -> int:
        """Return 0 where the page states no body, 1 where the block is not in it, 2 where it is."""
        if not self.bodies:
            return 0
        letters = _squeeze(plain)
        if len(letters) < 12:
            return 0
        return 2 if any(letters[:60] in body or letters[-60:] in body for body in self.bodies) else 1


def tokens_of(scope: Scope) -> list[str]:
    """Return the words of a scope's class and id."""
    return scope.names.replace("-", " ").replace("_", " ").split()


def _add_upwards(held: dict[int, float], scopes: Mapping[int, Scope]) -> None:
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


def _distances(places: Sequence[int], i: int) -> tuple[int, int]:
    """Return how many blocks lie between block `i` and the nearest of the sorted places before and after it."""
    at = bisect_right(places, i)
    since = i - places[at - 1] if at else _FAR
    to = places[at] - i if at < len(places) else _FAR
    return min(since, _FAR), min(to, _FAR)


def _style(block: Block) -> object:
    """Return what blocks that are set alike share: tag and names, and those of the element around."""
    scope = block.scope
    if scope is None or scope.parent is None:
        return block.tag
    return block.tag, scope.names, scope.parent.tag, scope.parent.names


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


def _squeeze(text: str) -> str:
    """Return the letters and digits of a text alone, lower case."""
    return "".join(filter(str.isalnum, text)).lower()


def _stated(document: Document, names: tuple[str, ...]) -> list[str]:
    """Return what the head states under any of the names, folded."""
    meta = document.metadata.meta
    return [fold(value.text) for name in names for value in meta.get(name, ())[:1] if value.text]


def _stated_bodies(document: Document) -> list[str]:
    """Return the bodies that the page's data states, squeezed."""
    bodies = [node.get("articleBody") for node, _, _ in document.metadata.nodes]
    return [_squeeze(body) for body in bodies if isinstance(body, str) and len(body) > 200]


def _agrees(text: str, stated: Sequence[str]) -> int:
    """Return 2 where a stated text is this one, 1 where one holds the start of the other, else 0."""
    if text in stated:
        return 2
    return int(any(len(other) > 10 and (text.startswith(other[:60]) or other.startswith(text[:60])) for other in stated))
