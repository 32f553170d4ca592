"""The shape of a plain text: which lines are the story, and which line above them is its headline.

One reading of the whole for all fields, kept by the draft: `draft.once(shape)`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from math import exp
from typing import Any

from attrs import define

from newsparse.document import Block, Document
from newsparse.grammar.credit import CaptionLine, parse_caption
from newsparse.parsers.plain.context import Context
from newsparse.parsers.plain.decks import deck_candidates, deck_rows
from newsparse.parsers.plain.facts import NAMES, line_facts
from newsparse.parsers.plain.titles import candidates, title_rows
from newsparse.text import fold
from newsparse.weights import load

__all__ = ["Shape", "first_scores", "shape"]

# Text behind a repeated headline: " | The Courier", " - Page 2"; group 1 is where the headline ends.
_TITLE_END = re.compile(r"\S?()\s*[|\-–—·:»«•]\s?\S")
# A shorter headline may open another line by chance.
_TELLING = 20
# A line this surely story is no caption; longer lines are none; a credit below this is a guess.
_NO_CAPTION, _CAPTION, _CREDITED = 0.97, 500, 0.75
# A line that looks less like a headline than this is none. Tuned on dumps that lost theirs.
_NO_HEADLINE = -2.5


@define(eq=False)
class Shape:
    """What each line of a plain text is, judged together."""

    story: dict[int, float]
    """The story's lines by block index, in order, with how sure that is (0 to 1)."""
    headline: int | None
    """The headline's line; `None` when no line looks like one."""
    repeats: tuple[tuple[int, int], ...]
    """Other lines that say the headline again, and how many characters of them do."""
    deck: int | None
    """The line that sums the story up under the headline; `None` when there is none."""
    captions: dict[int, CaptionLine]
    """Lines printed with pictures, in the header and between the story's lines."""


def shape(document: Document) -> Shape:
    """Return the shape of a plain text."""
    blocks = document.blocks
    if not blocks:
        return Shape({}, None, (), None, {})
    rows, sizes = line_facts(document)
    context = Context(blocks, sizes, first_scores(rows))
    scores = _second_scores(context, rows)
    context = context.revised(scores)
    story = _story(scores)
    headline = _headline(context, rows)
    if headline is None:
        return Shape(story, None, (), None, _captions(context, story, 0))
    repeats = _repeats(blocks, headline, context.opening)
    captions = _captions(context, story, headline)
    deck = _deck(context, headline, rows, captions)
    if deck is not None and max(story, default=-1) <= deck:
        deck = None  # the only prose is the story
    for i in (headline, deck, *captions, *(i for i, _ in repeats)):
        story.pop(i, None)  # type: ignore[arg-type]
    return Shape(story, headline, repeats, deck, captions)


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


def _repeats(blocks: list[Block], headline: int, opening: int) -> tuple[tuple[int, int], ...]:
    """Return the lines above the story that say the headline again, alone or with a site's name behind it."""
    key = _bare(blocks[headline])
    found = []
    for i in range(max(opening, headline) + 1):
        plain = blocks[i].plain
        if i == headline or len(plain) < len(key) - 4:
            continue
        own = _bare(blocks[i])
        if own == key:
            found.append((i, len(plain)))
        elif len(key) > _TELLING and own.startswith(key) and (cut := _TITLE_END.match(plain, len(key) - 1)):
            found.append((i, cut.start(1)))
    return tuple(found)


def _bare(block: Block) -> str:
    """Return a line's text as it is compared, without a mark."""
    return fold(block.plain[len(block.mark) :])


def _captions(context: Context, story: dict[int, float], top: int) -> dict[int, CaptionLine]:
    """Return the lines with a picture's credit that stand between the headline and the story's end and are no sure story."""
    last = max(story, default=-1)
    found = {}
    for i in range(top + 1, last):
        if story.get(i, 0.0) < _NO_CAPTION and context.sizes[i] <= _CAPTION:
            parts = parse_caption(context.blocks[i].plain)
            if parts.confidence >= _CREDITED and (parts.caption is not None or i not in story):
                found[i] = parts
    return found


def _deck(context: Context, headline: int, rows: Sequence[tuple[int, ...]], captions: dict[int, CaptionLine]) -> int | None:
    """Return the line under the headline that sums the story up."""
    chosen = [i for i in deck_candidates(context, headline) if i not in captions]
    if not chosen:
        return None
    trees = load("plain_decks")["trees"]
    scored = [(_sum(trees, row), -i) for i, row in zip(chosen, deck_rows(context, headline, chosen, rows), strict=True)]
    score, i = max(scored)
    return -i if score > 0 else None
