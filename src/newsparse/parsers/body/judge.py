"""How likely a block is the story: learned trees over its row of numbers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import exp
from typing import Any

from newsparse.weights.trees import score_of

__all__ = ["Judge", "judge_of"]

Judge = Callable[[Sequence[float]], float]
"""Returns how likely the block of a row is part of the story, 0 to 1."""


def judge_of(trees: Sequence[Any], width: int | None = None) -> Judge:
    """Return the judge that some learned trees make (see `score_of`).

    >>> judge_of([[0, 2.5, -1.0, 1.0], 1.0])([3.0])
    0.8807970779778823
    """
    score = score_of(trees, width=width)

    def judge(row: Sequence[float]) -> float:
        """Return how likely the block of a row is part of the story."""
        return 1.0 / (1.0 + exp(-score(row)))

    return judge
