"""The shape of a plain text: which lines are the story, and which line above them is its headline.

One reading of the whole for all fields, kept by the draft: `draft.once(shape)`.
"""

from __future__ import annotations

import re
from math import exp
from typing import Any

from attrs import define

from newsparse.document import Block, Document
from newsparse.parsers.plain.facts import NAMES, line_facts
from newsparse.text import fold
from newsparse.weights import load

__all__ = ["Shape", "shape"]

_WORD = re.compile(r"\w{3,}")
_SENTENCE_END = (".", "!", "?", "…", "。", "！", "؟", "।", "۔")


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
    scores = _scores(line_facts(document))
    story = _story(blocks, scores)
    headline = _headline(blocks, story)
    repeats = _repeats(blocks, headline, story) if headline is not None else ()
    for i in (headline, *repeats):
        if i is not None:
            story.pop(i, None)
    return Shape(story, headline, repeats, None)


def _scores(rows: list[tuple[int, ...]]) -> list[float]:
    """Return, for each line, the odds (as logarithm) that it is the story's."""
    weights: dict[str, Any] = load("plain_lines")
    tables = [weights["tables"][name] for name in NAMES]
    bias = weights["bias"]
    return [bias + sum([table[value] for table, value in zip(tables, row)]) for row in rows]  # noqa: B905


def _story(blocks: list[Block], scores: list[float]) -> dict[int, float]:
    """Return the lines of the story."""
    bound = min(0.0, max(scores) - 0.01)
    return {i: 1 / (1 + exp(-max(score, -30))) for i, score in enumerate(scores) if score >= bound}


def _headline(blocks: list[Block], story: dict[int, float]) -> int | None:
    """Return the line above the story that names it."""
    first = _first(blocks, story)
    words = _counts(blocks, story)
    best, found = 0.0, None
    seen: dict[str, int] = {}
    for i in range(first + 1):
        plain = blocks[i].plain
        if not 8 <= len(plain) <= 300:
            continue
        seen[plain] = seen.get(plain, 0) + 1
        mine = {word.casefold() for word in _WORD.findall(plain)}
        if not mine:
            continue
        shared = sum(1 for word in mine if word in words)
        score = shared / (len(mine) + 1) + min(len(mine), 8) / 8 + (seen[plain] > 1) * 0.5 - 0.06 * (first - i)
        if plain.endswith("."):
            score -= 0.7
        if i == first:
            score -= 1.0
        if score > best:
            best, found = score, i
    return found


def _first(blocks: list[Block], story: dict[int, float]) -> int:
    """Return the first line of the story that is more than a few words."""
    return next((i for i in story if len(blocks[i].plain) > 80), next(iter(story), 0))


def _counts(blocks: list[Block], story: dict[int, float]) -> set[str]:
    words: set[str] = set()
    for i in story:
        words.update(word.casefold() for word in _WORD.findall(blocks[i].plain))
    return words


def _repeats(blocks: list[Block], headline: int, story: dict[int, float]) -> tuple[int, ...]:
    """Return the lines that say the headline again, exactly or with a site's name behind it."""
    key = fold(blocks[headline].plain)
    first = _first(blocks, story)
    return tuple(i for i in range(first) if i != headline and fold(blocks[i].plain) == key)
