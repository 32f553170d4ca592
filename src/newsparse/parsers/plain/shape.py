"""The shape of a plain text: which lines are the story, and which line above them is its headline.

One reading of the whole for all fields, kept by the draft: `draft.once(shape)`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from math import exp
from typing import Any

from attrs import define

from newsparse.document import Block, Document
from newsparse.parsers.plain.context import Context
from newsparse.parsers.plain.facts import NAMES, line_facts
from newsparse.parsers.plain.titles import candidates, title_rows
from newsparse.text import fold
from newsparse.weights import load

__all__ = ["Shape", "first_scores", "shape"]

# A line that looks less like a headline than this is none. Tuned on dumps that lost theirs.
_NO_HEADLINE = -2.5


@define(eq=False)
class Shape:
    """What each line of a plain text is, judged together."""

    story: dict[int, float]
    """The story's lines by block index, in order, with how sure that is (0 to 1)."""
    headline: int | None
    """The headline's line; `None` when no line looks like one."""
    repeats: tuple[int, ...]
    """Other lines that say the headline again."""
    deck: int | None
    """The line that sums the story up under the headline; `None` when there is none."""


def shape(document: Document) -> Shape:
    """Return the shape of a plain text."""
    blocks = document.blocks
    if not blocks:
        return Shape({}, None, (), None)
    rows, sizes = line_facts(document)
    context = Context(blocks, sizes, first_scores(rows))
    scores = _second_scores(context, rows)
    story = _story(scores)
    headline = _headline(context.revised(scores), rows)
    repeats = _repeats(blocks, headline, story) if headline is not None else ()
    for i in (headline, *repeats):
        if i is not None:
            story.pop(i, None)
    return Shape(story, headline, repeats, None)


@cache
def _tables() -> tuple[float, list[list[float]]]:
    """Return what every value of every fact adds to a line's score."""
    weights = load("plain_lines")
    return weights["bias"], [weights["tables"][name] for name in NAMES]


def first_scores(rows: Sequence[Sequence[int]]) -> list[float]:
    """Return, for each line, the odds (as logarithm) that it is the story's, by its facts alone."""
    bias, tables = _tables()
    return [bias + sum([table[value] for table, value in zip(tables, row)]) for row in rows]  # noqa: B905


def _second_scores(context: Context, rows: Sequence[tuple[int, ...]]) -> list[float]:
    """Return the odds of each line once the others' are known."""
    trees = load("plain_context")["trees"]
    return [
        score if context.is_plain_case(i) else score + _sum(trees, (*row, *context.row(i)))
        for i, (score, row) in enumerate(zip(context.scores, rows, strict=True))
    ]


def _sum(trees: Sequence[Any], row: Sequence[float]) -> float:
    """Return what all trees say of a row; a tree is a number, or column, bound, and the trees up to it and above."""
    score = 0.0
    for tree in trees:
        while tree.__class__ is list:
            column, bound, low, high = tree
            tree = low if row[column] <= bound else high  # noqa: PLW2901
        score += tree
    return score


def _story(scores: list[float]) -> dict[int, float]:
    """Return the lines of the story; the likeliest where no line is likely."""
    bound = min(0.0, max(scores) - 0.01)
    return {i: 1 / (1 + exp(-max(score, -30))) for i, score in enumerate(scores) if score >= bound}


def _headline(context: Context, rows: Sequence[tuple[int, ...]]) -> int | None:
    """Return the line above the story that names it."""
    chosen = candidates(context)
    if not chosen:
        return None
    trees = load("plain_titles")["trees"]
    scored = [(_sum(trees, row), -i) for i, row in zip(chosen, title_rows(context, chosen, rows), strict=True)]
    score, i = max(scored)
    return -i if score > _NO_HEADLINE else None


def _repeats(blocks: list[Block], headline: int, story: dict[int, float]) -> tuple[int, ...]:
    """Return the lines above the story that say the headline again."""
    key = fold(blocks[headline].plain)
    first = next(iter(story), 0)
    return tuple(i for i in range(max(first, headline + 1)) if i != headline and fold(blocks[i].plain) == key)
