"""Which line above the story names it: what is seen of each line that could be the headline."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence

from newsparse.parsers.plain.context import Context
from newsparse.text import fold

__all__ = ["NAMES", "candidates", "title_rows"]

NAMES = (
    "copies", "longer_copy", "shorter_copy", "lines_to_story", "lines_to_core", "mass_above", "order", "common", "common_rank",
    "year_below", "year_below_2", "digits_below", "words", "after_core", "prose_above", "most_common_below", "lede_words", "own_words",
    "top_words", "lede_share",
)  # fmt: skip
"""The names of what `title_rows` adds to a line's facts and context, in order."""

# Where headlines stand: so many lines above the story's core and below its start, and not behind
# this share of the story. Tuned on dumps whose menus stand between headline and story.
_ABOVE, _BELOW, _SHARE = 90, 25, 0.35
_SHORT, _LONG = 8, 260
# What is so surely the story's, below its first line, names it in one text of two thousand.
_STORY = 2.0
# A lede stands at most so many lines below its headline.
_NEAR = 40
# A line that opens another by more characters does so for a reason.
_COPY = 15


def candidates(context: Context) -> list[int]:
    """Return the lines that could be the headline, in order: around where the story begins, by either reading of that."""
    masses, shapes = context.masses, context.lines.shapes
    bound = masses[-1] * _SHARE
    found: set[int] = set()
    for first in _anchors(context):
        for i in range(max(0, first - _ABOVE), min(len(context.blocks), first + _BELOW)):
            if i > first and masses[i] - masses[first] > bound:
                break
            if _SHORT <= context.sizes[i] <= _LONG and (i <= first or (shapes[i] not in {4, 5} and context.scores[i] < _STORY)):
                found.add(i)
    return sorted(found)


def _anchors(context: Context) -> tuple[int, int]:
    """Return the lines with which the story may begin: where its mass does, and where its core does."""
    return (min(context.opening, context.core[0]), max(context.opening, context.core[0]))


def title_rows(context: Context, chosen: Sequence[int]) -> list[tuple[float, ...]]:
    """Return what is seen of each chosen line."""
    blocks, masses, digits = context.blocks, context.masses, context.lines.digits
    folded = {i: fold(blocks[i].plain[len(blocks[i].mark) :]) for i in chosen}
    copies = Counter(folded.values())
    opening, opened = _openings(copies)
    vocabulary = context.vocabulary
    mine = {i: context.lines.words(i) for i in chosen}
    common = {i: len(vocabulary & mine[i]) for i in chosen}
    ranks = {count: rank for rank, count in enumerate(sorted(set(common.values()), reverse=True))}
    total = masses[-1] + 1
    early, late = _anchors(context)
    ledes = _Ledes(context)
    signs = context.signs
    rows = []
    top = context.lines.words(0)
    for order, i in enumerate(chosen):
        text = folded[i]
        lede = len(ledes.behind(i) & mine[i])
        first = early if i <= early else late
        rows.append((
            *context.row(i),
            copies[text],
            float(text in opening),
            float(text in opened),
            max(-30, min(80, first - i)),
            max(-30, min(80, late - i)),
            masses[i] / total,
            len(chosen) - order,
            common[i],
            ranks[common[i]],
            signs[i + 1],
            signs[i + 2] + signs[i + 3],
            digits(i + 1) if i + 1 < len(blocks) else 1.0,
            text.count(" ") + 1,
            float(i > first),
            masses[i] - masses[max(0, i - 10)],
            max([common[j] for j in chosen[order + 1 : order + 12]], default=0) - common[i],
            lede,
            len(mine[i]),
            len(top & mine[i]) if i else 0,
            lede / (len(mine[i]) or 1),
        ))  # fmt: skip
    return rows


def _openings(texts: Iterable[str]) -> tuple[set[str], set[str]]:
    """Return the texts of some words with which a longer one opens, and those that open with a shorter one."""
    opening: set[str] = set()
    opened: set[str] = set()
    above: list[str] = []  # each opens the next
    for text in sorted(texts):
        while above and not text.startswith(above[-1]):
            above.pop()
        opening.update(above)
        if above and len(above[-1]) > _COPY:
            opened.add(text)
        above.append(text)
    return {text for text in opening if text.count(" ") > 1}, opened


class _Ledes:
    """The words of the story's lines that follow a line."""

    def __init__(self, context: Context) -> None:
        self.lines = context.lines
        self.story = [i for i, score in enumerate(context.scores) if score > 0]
        self.known: dict[int, frozenset[str]] = {}

    def behind(self, i: int) -> frozenset[str]:
        """Return the longer words of the first two lines of the story behind line `i`."""
        place = bisect_right(self.story, i)
        if place == len(self.story) or self.story[place] >= i + _NEAR:
            return frozenset()
        first = self.story[place]
        if first not in self.known:
            words = self.lines.first_words
            self.known[first] = words(first) | words(first + 1) if first + 1 < len(self.lines.blocks) else words(first)
        return self.known[first]
