"""How a line of plain text lies in the whole, once every line has a first score."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate
from math import exp

from newsparse.document import Block
from newsparse.parsers.plain.facts import PAD, Lines, distances, longer_words, padded
from newsparse.parsers.plain.signs import Signs

__all__ = ["HOPELESS", "NAMES", "Context"]

NAMES = (
    "own",
    "score_1",
    "score+1",
    "score_2",
    "score+2",
    "share_before",
    "share_after",
    "from_start",
    "to_end",
    "in_core",
    "near",
    "around",
    "total",
    "shared",
    "best_share",
    "gap_mass",
    "since_story",
    "until_story",
    "marks",
    "indent",
    "lines",
    "place",
    "typical",
)
"""The names of what `Context.row` adds to a line's facts, in order."""

# The story's vocabulary is read from so many characters of its surest lines.
_VOCABULARY = 2_500
_OUTSIDE = -4.0
# Scores above and below which no second reading changes much. Tuned on dumps: one line in a thousand turns.
_SURE = 1.2
HOPELESS = -4.0
"""A line that scores less at first is no story, wherever it stands."""
# Share of the story's mass that teasers above it may make up. Tuned on dumps with long menus.
_CRUMBS = 0.015


class Context:
    """The first scores of all lines, and sums over them."""

    def __init__(self, lines: Lines, scores: Sequence[float], marks: list[int] | None = None) -> None:
        self.lines, self.scores = lines, scores
        blocks, sizes = self.blocks, self.sizes = lines.blocks, lines.sizes
        self.masses = [
            0.0,
            *accumulate([size / (1 + exp(-score)) if score > -8 else 0.0 for size, score in zip(sizes, scores, strict=True)]),
        ]
        self._masses = padded(self.masses)
        self._lengths = lines.lengths
        self._padded = [_OUTSIDE, _OUTSIDE, *scores, _OUTSIDE, _OUTSIDE]
        self.core = first, last = _core(lines.roots, scores)
        self._total = self.masses[-1] + 1
        self._edges = self.masses[first], self.masses[last + 1]
        self._best_share = (self._edges[1] - self._edges[0]) / self._total
        self.since, self.until = distances([score > 1 for score in scores])
        self.marks = _mark_runs(blocks) if marks is None else marks
        self.indent, self.typical = self._typical()
        self.signs = Signs(blocks)
        self._vocabulary: set[str] | None = None
        self._rows: dict[int, tuple[float, ...]] = {}

    def revised(self, scores: Sequence[float]) -> Context:
        """Return the context of the same lines with other scores."""
        return Context(self.lines, scores, self.marks)

    @property
    def opening(self) -> int:
        """Return the line with which the story begins in earnest: above it stand only crumbs of it."""
        masses = self.masses
        bound = max(min(60.0, 0.5 * masses[-1]), _CRUMBS * masses[-1])
        return max(0, min(bisect_left(masses, bound) - 1, len(self.scores) - 1))

    def _typical(self) -> tuple[int, float]:
        """Return the indent that most of the story has, and the middle size of its lines."""
        first, last = self.core
        indents: dict[int, int] = {}
        sizes = []
        for block, score, size in zip(
            self.blocks[first : last + 1], self.scores[first : last + 1], self.sizes[first : last + 1], strict=True
        ):
            if score > 1:
                indents[block.indent] = indents.get(block.indent, 0) + size
                sizes.append(size)
        if not sizes:
            return 0, 1.0
        return max(indents, key=indents.__getitem__), float(sorted(sizes)[len(sizes) // 2])

    @property
    def vocabulary(self) -> set[str]:
        """The longer words of the surest lines of the story's core."""
        if self._vocabulary is None:
            blocks, scores = self.blocks, self.scores
            first, last = self.core
            words: set[str] = set()
            left = _VOCABULARY
            for i in range(first, last + 1):
                if scores[i] > 1:
                    plain = blocks[i].plain
                    words.update(self.lines.words(i) if len(plain) <= left else longer_words(plain[:left]))
                    left -= len(plain)
                    if left <= 0:
                        break
            self._vocabulary = words
        return self._vocabulary

    def shared(self, i: int) -> int:
        """Return the share of a line's longer words that the story uses too, in fifteenths; -1 for a line without any."""
        words = self.lines.first_words(i)
        if not words:
            return -1
        return 15 * len(words & self.vocabulary) // len(words)

    def is_plain_case(self, i: int) -> bool:
        """Whether a line stands in the middle of the story, or nowhere near it, beyond doubt."""
        scores = self.scores
        score = scores[i]
        if score < HOPELESS:
            return True
        first, last = self.core
        return first < i < last and (self.lines.is_inside(i) or (score > _SURE and scores[i - 1] > 0 and scores[i + 1] > 0))

    def row(self, i: int) -> tuple[float, ...]:
        """Return the facts of line `i` and how it lies in the whole."""
        found = self._rows.get(i)
        if found is None:
            found = self._rows[i] = (*self.lines.facts(i), *self._row(i))
        return found

    def _row(self, i: int) -> tuple[float, ...]:
        """Return how line `i` lies in the whole."""
        masses, lengths = self._masses, self._lengths
        second_above, above, score, below, second_below = self._padded[i : i + 5]
        count, total, own = len(self.scores), self._total, self.sizes[i]
        first, last = self.core
        start, end = masses[i + PAD], masses[i + PAD + 1]
        ahead, left, indent = i - first, last - i, self.blocks[i].indent - self.indent
        return (
            score,
            above,
            below,
            second_above,
            second_below,
            start / total,
            (total - end) / total,
            # a conditional costs a third of `min` and `max`, and this is asked of most lines of a text
            ahead if -30 <= ahead <= 30 else -30 if ahead < 0 else 30,
            left if -30 <= left <= 30 else -30 if left < 0 else 30,
            1.0 if first <= i <= last else 0.0,
            (masses[i + PAD + 5] - masses[i + PAD - 4] - end + start) / (lengths[i + PAD + 5] - lengths[i + PAD - 4] - own + 20),
            (masses[i + PAD + 11] - masses[i] - end + start) / (lengths[i + PAD + 11] - lengths[i] - own + 20),
            total,
            self.shared(i),
            self._best_share,
            self._edges[0] - start if ahead < 0 else end - self._edges[1] if left < 0 else 0.0,
            self.since[i],
            self.until[i],
            self.marks[i],
            indent if -9 <= indent <= 9 else -9 if indent < 0 else 9,
            min(1000, count),
            i / count,
            own / self.typical,
        )


def _mark_runs(blocks: Sequence[Block]) -> list[int]:
    """Return, for each line, how many lines with the same kind of mark stand in a row around it; 0 without a mark."""
    runs = [0] * len(blocks)
    if not any(block.mark for block in blocks):
        return runs
    start = 0
    for i in range(len(blocks) + 1):
        if i < len(blocks) and blocks[i].mark[:1] == blocks[start].mark[:1]:
            continue
        if blocks[start].mark:
            runs[start:i] = [min(i - start, 50)] * (i - start)
        start = i
    return runs


def _core(roots: Sequence[float], scores: Sequence[float]) -> tuple[int, int]:
    """Return the first and the last line of the stretch that gains most by being the story, a line by the root of its size."""
    best, found = float("-inf"), (0, 0)
    sum_, start = 0.0, 0
    for i, (score, root) in enumerate(zip(scores, roots, strict=True)):
        if sum_ <= 0:
            sum_, start = 0.0, i
        sum_ += (3.0 if score > 3.0 else -3.0 if score < -3.0 else score) * root  # noqa: FURB136 (a call costs more)
        if sum_ > best:
            best, found = sum_, (start, i)
    return found
