"""What speaks for and against a block of a page being the story: numbers, no verdict.

The candidates that the first sight leaves are looked at with their neighbours and containers,
which are weighed by the first sight.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import accumulate, islice
from math import exp
from typing import Any

from newsparse.document import Block, Document, Scope
from newsparse.parsers.body.glance import ENDS, NEVER, TAGS, Places, first_scores, scale_of

__all__ = ["NAMES", "Page", "tokens_of"]

_OWN = (
    "before_2", "before_1", "first", "after_1", "after_2", "after_3", "length", "link_density", "end", "tag", "marks", "repeats",
    "mass_before", "mass_after", "page_mass", "from_headline", "mass_since_headline", "position", "stated", "described",
    "words", "worst_word", "heading_words", "since_heading",
)  # fmt: skip
_PARENT = (
    "parent_share", "grandparent_share", "climb_half", "climb_most", "parent_prose", "parent_blocks", "parent_links", "parent_names",
    "outer_names", "parent_depth", "in_article", "in_list",
)  # fmt: skip
_STYLE = ("style_share", "style_count", "style_first", "style_links", "own_names")
NAMES = _OWN + _PARENT + _STYLE
"""What each number of a row says, in order: of the block itself, of its parent, of blocks set alike."""

# Blocks below this first score are hardly ever story: 3 in 1000 of those of the development corpora, nearly all list items.
_CANDIDATE = -2.8
_HEADS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_WORD = re.compile(r"\w+")
# What parts words of ASCII, as spaces: bytes are cut four times as fast as the pattern finds.
_GAPS = bytes(code if chr(code).isalnum() or code == 0x5F else 0x20 for code in range(128)).ljust(256)
# How far into a block its words are listened to.
_HEARD = 200
# The story states its summary again, if at all, among the first candidates.
_OPENING = 15
# A page states one body, rarely two; more are other pages' or hostile.
_BODIES = 3
_Style = tuple[str, str, str, str]
_DESCRIPTIONS = ("og:description", "description", "twitter:description")


class Page:
    """A page on the way to its body: first scores of all blocks, rows of numbers for the candidates."""

    def __init__(self, document: Document, weights: Mapping[str, Any], headline: int = -1) -> None:
        self.document = document
        self.blocks = document.blocks
        self.names: Mapping[str, float] = weights["names"]
        self.words: Mapping[str, float] = weights["words"]
        self.headline = headline
        self.scale = scale_of(self.blocks)
        self.first = first_scores(self.blocks, self.scale, weights["glance"], Places(weights["glance"]["place"]))
        self.candidates = [i for i, score in enumerate(self.first) if score > _CANDIDATE]
        self.parents: list[int] = []
        """For each candidate, what tells its parent."""
        self.grandparents: list[int] = []
        """For each candidate, what tells its parent's parent."""
        self.styles: list[_Style] = []
        """For each candidate, what blocks that are set alike share."""

    def rows(self) -> list[list[float]]:
        """Return a row of numbers, named by `NAMES`, for each candidate."""
        if not self.candidates:
            return []
        self._weigh()
        self._gather()
        parents = self._parent_facts()
        styles = self._style_facts()
        self._read_head()
        self.padded = [NEVER, NEVER, *self.first, NEVER, NEVER, NEVER]
        heads = [*self.heads, len(self.blocks)]
        passed, heading, sound = 0, -1, 0.0
        rows = []
        for k, i in enumerate(self.candidates):
            if heads[passed] < i:
                while heads[passed] < i:
                    passed += 1
                heading = heads[passed - 1]
                sound = self._heading_sound(heading)
            row = self._own(k, i)
            row.append(sound)
            row.append(i - heading if heading >= 0 else 1000)
            row += parents[self.parents[k]]
            row += styles[self.styles[k]]
            rows.append(row)
        return rows

    def _weigh(self) -> None:
        """Work out how much likely story the candidates and their containers hold."""
        blocks, first, scale = self.blocks, self.first, self.scale
        masses: list[float] = []
        held: dict[int, float] = {}
        scopes: dict[int, Scope] = {}
        for i in self.candidates:
            block = blocks[i]
            mass = len(block.plain) * scale / (1.0 + exp(-first[i]))
            masses.append(mass)
            scope = block.scope
            parent = scope.parent if scope is not None else None
            if parent is not None:
                key = id(parent)
                held[key] = held.get(key, 0.0) + mass
                scopes[key] = parent
                self.parents.append(key)
                self.grandparents.append(id(parent.parent))
            else:
                self.parents.append(0)
                self.grandparents.append(0)
        self.scopes = dict(scopes)
        self._add_upwards(held, scopes)
        self.masses, self.held, self.sums = masses, held, [0.0, *accumulate(masses)]
        self.total = self.sums[-1] or 1.0

    def _add_upwards(self, held: dict[int, float], scopes: Mapping[int, Scope]) -> None:
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

    def _gather(self) -> None:
        """Look at all blocks: what parents hold, where headings stand, what is repeated."""
        contents: dict[int, list[int]] = {key: [0, 0, 0] for key in self.scopes}
        heads: list[int] = []
        for block in self.blocks:
            scope = block.scope
            if scope is None:
                continue
            content = contents.get(id(scope.parent))
            if content is not None:
                content[0] += len(block.plain)
                content[1] += block.link_chars
                content[2] += 1
            if scope.tag in _HEADS and len(block.plain) < 120:
                heads.append(block.index)
        self.contents, self.heads = contents, heads
        self.repeats = Counter([block.plain for block in self.blocks])
        self.named: dict[str, float] = {}

    def _parent_facts(self) -> dict[int, tuple[float, ...]]:
        """Return the numbers of `_PARENT` for the parents of candidates."""
        held, total, scale, name_score = self.held, self.total, self.scale, self._name_score
        facts: dict[int, tuple[float, ...]] = {0: (0.0,) * len(_PARENT)}
        for key, parent in self.scopes.items():
            chars, linked, count = self.contents[key]
            half, most = self._climb(parent)
            outer, names = parent.parent, 0.0
            grand = held[id(outer)] / total if outer is not None else 0.0
            for _ in range(4):
                if outer is None:
                    break
                names += name_score(outer.names)
                outer = outer.parent
            within, mass = parent.within, held[key]
            facts[key] = (
                mass / total, grand, half, most, mass / scale / chars, count, linked / chars, name_score(parent.names), names,
                parent.depth, "article" in within, "li" in within,
            )  # fmt: skip
        return facts

    def _style_facts(self) -> dict[_Style, tuple[float, ...]]:
        """Return the numbers of `_STYLE` for the styles of candidates."""
        blocks, first, total, styles = self.blocks, self.first, self.total, self.styles
        sums: dict[_Style, list[float]] = {}
        for i, mass in zip(self.candidates, self.masses, strict=True):
            block = blocks[i]
            style = _style(block)
            styles.append(style)
            group = sums.get(style)
            if group is None:
                group = sums[style] = [0.0, 0.0, 0.0, 0.0, 0.0]
            group[0] += mass
            group[1] += 1
            group[2] += first[i]
            group[3] += block.link_chars
            group[4] += len(block.plain)
        names = {style: self._name_score(style[1]) for style in sums}
        return {
            style: (mass / total, count, score / count, linked / chars, names[style])
            for style, (mass, count, score, linked, chars) in sums.items()
        }

    def _read_head(self) -> None:
        """Look up what the page says about itself."""
        document = self.document
        metadata = document.metadata
        self.bodies = _stated_bodies(document)
        stated = [metadata.meta[name][0].text for name in _DESCRIPTIONS if name in metadata.meta]
        self.descriptions = [text for text in dict.fromkeys(" ".join(text.split()) for text in stated) if len(text) > 30]
        self.since = self.sums[bisect_right(self.candidates, self.headline)] if self.headline >= 0 else 0.0

    def _own(self, k: int, i: int) -> list[float]:
        """Return the numbers of `_OWN` for a candidate, without those of the heading above it."""
        block, sums, total = self.blocks[i], self.sums, self.total
        plain, known, headline = block.plain, self.words, self.headline
        size = len(plain)
        scores = [known[word] for word in _words_of(plain[:_HEARD]) if word in known]
        mass = sums[k]
        return [
            *self.padded[i : i + 6],
            size * self.scale,
            block.link_chars / size,
            ENDS.get(plain[-1], 0),
            TAGS.get(block.tag, 0),
            ("©" in plain) + 2 * ("|" in plain) + 4 * ("@" in plain) + 8 * ("http" in plain) if size < 400 else 0,
            self.repeats[plain],
            mass / total,
            (total - sums[k + 1]) / total,
            total,
            i - headline if headline >= 0 else -1000,
            mass - self.since if headline >= 0 else -1,
            i / len(self.first),
            self._is_stated(plain) if self.bodies else 0,
            _agrees(plain, self.descriptions) if k < _OPENING and self.descriptions and 30 < size < 500 else 0,
            sum(scores) if scores else 0.0,
            max(scores) if scores else 0.0,
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

    def _name_score(self, names: str) -> float:
        """Return what the class and id of an element speak for."""
        if not names:
            return 0.0
        score = self.named.get(names)
        if score is None:
            known = self.names
            score = sum([known[token] for token in tokens_of(names) if token in known])
            self.named[names] = score = min(max(score, -4.0), 4.0)
        return score

    def _heading_sound(self, heading: int) -> float:
        """Return how much the words of a heading sound like boilerplate."""
        known = self.words
        return sum([known[word] for word in _words_of(self.blocks[heading].plain) if word in known])

    def _is_stated(self, plain: str) -> int:
        """Return 2 where the page's data states a body that holds the block, 1 where it does not, 0 for a few letters."""
        if len(plain) < 20:
            return 0
        # typographic marks differ between page and data: it is enough that the beginning or the end is there
        start, end = plain[:40], plain[-40:]
        return 2 if any(start in body or end in body for body in self.bodies) else 1


def _words_of(text: str) -> list[str]:
    """Return the words of a text in small letters."""
    if text.isascii():
        return text.lower().encode("ascii").translate(_GAPS).decode("ascii").split()
    return _WORD.findall(text.lower())


def tokens_of(names: str) -> list[str]:
    """Return the words of class and id as `Scope.names` gives them."""
    return names.replace("-", " ").replace("_", " ").split()


def _style(block: Block) -> _Style:
    """Return what blocks that are set alike share: tag and names, and those of the element around."""
    scope = block.scope
    if scope is None:
        return block.tag, "", "", ""
    parent = scope.parent
    return (scope.tag, scope.names, parent.tag, parent.names) if parent is not None else (scope.tag, scope.names, "", "")


def _stated_bodies(document: Document) -> list[str]:
    """Return the first bodies that the page's data states, white space collapsed."""
    bodies = (node.get("articleBody") for node, _, _ in document.metadata.nodes)
    return [" ".join(body.split()) for body in islice((body for body in bodies if isinstance(body, str) and len(body) > 200), _BODIES)]


def _agrees(plain: str, stated: Sequence[str]) -> int:
    """Return 2 where a stated text is this one, 1 where one holds the start of the other, else 0."""
    if plain in stated:
        return 2
    return int(any(plain[:40] in other or other[:40] in plain for other in stated))
