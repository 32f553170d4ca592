"""What speaks for and against a block of a page being the story, without a look at its words: numbers, no verdict.

The candidates that the first sight leaves are looked at with their containers and with the blocks
that are set alike, which are weighed by the first sight. What a container or a style says is
worked out once for all its blocks.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import accumulate
from math import exp
from typing import Any

from attrs import define

from newsparse.document import Document, Scope
from newsparse.parsers.body.glance import NEVER, Sight, scale_of

__all__ = ["NAMES", "Group", "Learned", "Page", "Style", "tokens_of"]

_PARENT = ("parent_rank", "parent_prose", "parent_names", "outer_names")
_STYLE = ("style_first", "style_rank", "style_spread", "own_names")
_OWN = ("first", "before", "after", "mass_before", "length", "link_density", "near_prose")
NAMES = _PARENT + _STYLE + _OWN
"""What each number of a row says, in order: of the block's parent, of blocks set alike, of the block itself."""

# Blocks below this first score are hardly ever story: 3 in 1000 of those of the development corpora, nearly all list items.
_CANDIDATE = -2.8
# So many candidates on either side are a block's neighbourhood.
_NEAR = 3
# So many elements around a parent are asked for their names.
_AROUND = 4
# No list of names says more than this.
_LOUDEST = 4.0

Row = tuple[float, ...]


class Learned:
    """What was learned about single blocks, ready for use."""

    def __init__(self, weights: Mapping[str, Any]) -> None:
        self.sight = Sight(weights["glance"])
        """The first sight."""
        self.names: Mapping[str, float] = weights["names"]
        """What words of class and id speak for."""
        self.words: Mapping[str, float] = weights["words"]
        """What words boilerplate uses, and how much more often than stories do."""


@define(eq=False)
class _Shared:
    """Candidates that have something in common, and what the first judgement said of them."""

    mass: float = 0.0
    """How much likely story they hold at first sight."""
    facts: Row = ()
    """What is said of each of them for it."""
    judged: float = 0.0
    """Sum of what was judged of each, by its weight."""
    weight: float = 0.0
    """Sum of their weights."""
    accepted: float = 0.0
    """How much story they hold by that judgement."""
    surest: float = 0.0
    """The highest judgement among them."""


@define(eq=False)
class Group(_Shared):
    """The candidates of one container."""

    scope: Scope | None = None
    """The container."""
    outer: int = 0
    """What tells the element around it."""
    first: int = 0
    """Index of the first one's block."""
    last: int = 0
    """Index of the last one's block."""
    look: tuple[str, str] = ("", "")
    """Tag and names of the container."""


@define(eq=False)
class Style(_Shared):
    """The candidates that are set alike: same tag and names, in containers of the same tag and names."""

    names: str = ""
    """Their class and id."""
    count: int = 0
    """How many they are."""
    first: float = 0.0
    """Sum of their first scores."""
    chars: int = 0
    """How many characters they have."""
    parents: int = 0
    """How often the container changes from one to the next: cards have one each, paragraphs share one."""
    last: Group | None = None
    """The container of the last one."""


class Page:
    """A page on the way to its body: first scores of all blocks, a row of numbers for each candidate."""

    def __init__(self, document: Document, learned: Learned, headline: int = -1) -> None:
        self.document = document
        self.blocks = document.blocks
        self.learned = learned
        self.headline = headline
        self.scale = scale_of(self.blocks, max(headline, 0))
        self.first = learned.sight.scores(self.blocks, self.scale)
        self.candidates = [i for i, score in enumerate(self.first) if score > _CANDIDATE]
        self.groups: list[Group] = []
        """For each candidate, those of its container."""
        self.styles: list[Style] = []
        """For each candidate, those set alike."""
        self.sizes: list[int] = []
        """For each candidate, how many characters it has."""
        self._named: dict[str, float] = {}

    def rows(self) -> list[Row]:
        """Return a row of numbers, named by `NAMES`, for each candidate."""
        if not self.candidates:
            return []
        masses = self._gather()
        self.sums = sums = [0.0, *accumulate(masses)]
        self.total = total = sums[-1] or 1.0
        self._weigh_groups()
        self._weigh_styles()
        blocks, candidates, scale = self.blocks, self.candidates, self.scale
        first = [*self.first, NEVER]  # which is also what stands before the first
        count = len(candidates)
        starts, ends = [blocks[i].start for i in candidates], [blocks[i].end for i in candidates]
        rows: list[Row] = []
        for k, (i, group, style, size) in enumerate(zip(candidates, self.groups, self.styles, self.sizes, strict=True)):
            low = k - _NEAR if k > _NEAR else 0
            high = k + _NEAR + 1 if k + _NEAR < count else count
            rows.append((
                *group.facts, *style.facts,
                first[i], first[i - 1], first[i + 1], sums[k] / total, size * scale, blocks[i].link_chars / size,
                (sums[high] - sums[low]) / ((ends[high - 1] - starts[low]) * scale),
            ))  # fmt: skip
        return rows

    def _gather(self) -> list[float]:
        """Return how much likely story each candidate holds; put each with those of its container and its style."""
        blocks, first, scale = self.blocks, self.first, self.scale
        groups: dict[int, Group] = {}
        styles: dict[tuple[str, str, tuple[str, str]], Style] = {}
        masses: list[float] = []
        for i in self.candidates:
            block, score = blocks[i], first[i]
            size = block.end - block.start
            self.sizes.append(size)
            mass = size * scale / (1.0 + exp(-score))
            masses.append(mass)
            scope = block.scope
            parent = scope.parent if scope is not None else None
            group = groups.get(id(parent))
            if group is None:
                group = groups[id(parent)] = Group(first=i)
                if parent is not None:
                    group.scope, group.outer, group.look = parent, id(parent.parent), (parent.tag, parent.names)
            group.mass += mass
            group.last = i
            self.groups.append(group)
            key = (block.tag, scope.names if scope is not None else "", group.look)
            style = styles.get(key)
            if style is None:
                style = styles[key] = Style(names=key[1])
            style.mass += mass
            style.count += 1
            style.first += score
            style.chars += size
            if style.last is not group:
                style.last = group
                style.parents += 1
            self.styles.append(style)
        return masses

    def _weigh_groups(self) -> None:
        """Work out the numbers of `_PARENT` for each container of candidates."""
        blocks, scale, name_score = self.blocks, self.scale, self.name_score
        groups = dict.fromkeys(self.groups)
        heaviest = max([group.mass for group in groups]) or 1.0
        for group in groups:
            scope, outer = group.scope, 0.0
            around = scope.parent if scope is not None else None
            for _ in range(_AROUND):
                if around is None:
                    break
                outer += name_score(around.names)
                around = around.parent
            span = (blocks[group.last].end - blocks[group.first].start) * scale
            group.facts = (group.mass / heaviest, group.mass / span, name_score(group.look[1]), outer)

    def _weigh_styles(self) -> None:
        """Work out the numbers of `_STYLE` for each style of candidates."""
        styles = dict.fromkeys(self.styles)
        heaviest = max([style.mass for style in styles]) or 1.0
        for style in styles:
            count = style.count
            style.facts = (style.first / count, style.mass / heaviest, style.parents / count, self.name_score(style.names))

    def name_score(self, names: str) -> float:
        """Return what the class and id of an element speak for."""
        if not names:
            return 0.0
        score = self._named.get(names)
        if score is None:
            known = self.learned.names
            score = sum([known[token] for token in tokens_of(names) if token in known])
            self._named[names] = score = min(max(score, -_LOUDEST), _LOUDEST)
        return score


def tokens_of(names: str) -> list[str]:
    """Return the words of class and id as `Scope.names` gives them."""
    return names.replace("-", " ").replace("_", " ").split()
