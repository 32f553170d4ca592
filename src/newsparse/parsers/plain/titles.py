"""Which line above the story names it: what is seen of each line that could be the headline."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from newsparse.document import Block
from newsparse.lexicon import section
from newsparse.parsers.plain.context import Context
from newsparse.text import fold

__all__ = ["NAMES", "candidates", "header_signs", "title_rows"]

NAMES = (
    "copies",
    "longer_copy",
    "shorter_copy",
    "lines_to_story",
    "mass_above",
    "order",
    "common",
    "common_rank",
    "year_below",
    "year_below_2",
    "digits_below",
    "words",
    "after_core",
    "prose_above",
    "most_common_below",
)
"""The names of what `title_rows` adds to a line's facts and context, in order."""

# Where headlines stand: so many lines above the story's core and below its start, and not behind
# this share of the story. Tuned on dumps whose menus stand between headline and story.
_ABOVE, _BELOW, _SHARE = 90, 25, 0.35
_SHORT, _LONG = 8, 260
# A lede stands at most so many lines below its headline.
_NEAR = 40
# Lines of a header are no longer than that.
_HEADER = 160
_YEAR = re.compile(r"(?:19|20)\d\d|\d{1,2}[:.]\d\d|\d{1,2}[./-]\d{1,2}[./-]\d{2}")
_WORD = re.compile(r"\w{4,}")


def candidates(context: Context) -> list[int]:
    """Return the lines that could be the headline, in order: around where the story begins, by either reading of that."""
    masses, shapes = context.masses, context.lines.shapes
    bound = masses[-1] * _SHARE
    found: set[int] = set()
    for first in _anchors(context):
        for i in range(max(0, first - _ABOVE), min(len(context.blocks), first + _BELOW)):
            if i > first and masses[i] - masses[first] > bound:
                break
            if _SHORT <= context.sizes[i] <= _LONG and (i <= first or shapes[i] not in {4, 5}):
                found.add(i)
    return sorted(found)


def _anchors(context: Context) -> tuple[int, int]:
    """Return the lines with which the story may begin: where its mass does, and where its core does."""
    return (min(context.opening, context.core[0]), max(context.opening, context.core[0]))


def title_rows(context: Context, chosen: Sequence[int]) -> list[tuple[float, ...]]:
    """Return what is seen of each chosen line."""
    blocks, masses, facts = context.blocks, context.masses, context.lines.facts
    folded = {i: fold(blocks[i].plain[len(blocks[i].mark) :]) for i in chosen}
    copies = Counter(folded.values())
    vocabulary = context.vocabulary
    mine = {i: context.lines.words(i) for i in chosen}
    common = {i: len(vocabulary & mine[i]) for i in chosen}
    ranked = sorted(set(common.values()), reverse=True)
    total = masses[-1] + 1
    early, late = _anchors(context)
    ledes = _Ledes(context)
    rows = []
    for order, i in enumerate(chosen):
        text = folded[i]
        words = text.count(" ") + 1
        first = early if i <= early else late
        rows.append((
            *context.row(i),
            copies[text],
            float(any(other != text and other.startswith(text) for other in copies) if words > 2 else 0),
            float(any(other != text and len(other) > 15 and text.startswith(other) for other in copies)),
            max(-30, min(80, first - i)),
            max(-30, min(80, late - i)),
            masses[i] / total,
            len(chosen) - order,
            common[i],
            ranked.index(common[i]),
            header_signs(blocks, i + 1),
            header_signs(blocks, i + 2) + header_signs(blocks, i + 3),
            facts(i + 1)[8] if i + 1 < len(blocks) else 9,
            words,
            float(i > first),
            masses[i] - masses[max(0, i - 10)],
            max((common[j] for j in chosen[order + 1 : order + 12]), default=0) - common[i],
            len(ledes.behind(i) & mine[i]),
            len(mine[i]),
        ))  # fmt: skip
    return rows


class _Ledes:
    """The words of the story's lines that follow a line."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.known: dict[int, frozenset[str]] = {}

    def behind(self, i: int) -> frozenset[str]:
        """Return the longer words of the first two lines of the story behind line `i`."""
        scores, blocks = self.context.scores, self.context.blocks
        first = next((j for j in range(i + 1, min(len(blocks), i + _NEAR)) if scores[j] > 0), -1)
        if first < 0:
            return frozenset()
        if first not in self.known:
            text = " ".join(blocks[j].plain[:300] for j in range(first, min(len(blocks), first + 2)))
            self.known[first] = frozenset(_WORD.findall(text.lower()))
        return self.known[first]


def header_signs(blocks: Sequence[Block], i: int) -> float:
    """Return 1 for a short line that holds a year, a date in figures or a clock, 2 more for one led by a byline's word; 4 past the end."""
    if i >= len(blocks):
        return 4.0
    plain = blocks[i].plain
    if len(plain) > _HEADER:
        return 0.0
    led = plain.partition(" ")[0].casefold() in _leads()
    return float((_YEAR.search(plain) is not None) + 2 * led)


@cache
def _leads() -> frozenset[str]:
    """Return the first words of what leads bylines, in any language."""
    return frozenset(lead.partition(" ")[0].casefold() for words in section("byline").values() for lead in words.get("lead", ()))
