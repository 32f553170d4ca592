"""How likely a block is the story: learned trees over its row of numbers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import exp
from typing import Any

__all__ = ["Judge", "judge_of"]

Judge = Callable[[Sequence[float]], float]
"""Returns how likely the block of a row is part of the story, 0 to 1."""


def judge_of(trees: Sequence[Any]) -> Judge:
    """Return the judge that some learned trees make, written out as one function.

    A tree is a number, or a list of the column asked, the bound, and the trees for values
    up to the bound and above it. As code, the trees take a third of the time that it takes
    to climb down them, which was the dearest single step of a parse.

    >>> judge_of([[0, 2.5, -1.0, 1.0], 1.0])([3.0])
    0.8807970779778823
    """
    lines = ["def score(row):", "    total = 0.0", *(f"    total += {_written(tree)}" for tree in trees), "    return total"]
    names: dict[str, Any] = {}
    exec("\n".join(lines), names)  # noqa: S102 (numbers only, and our own)
    score = names["score"]

    def judge(row: Sequence[float]) -> float:
        """Return how likely the block of a row is part of the story."""
        return 1.0 / (1.0 + exp(-score(row)))

    return judge


def _written(tree: Any) -> str:
    """Return a tree as an expression."""
    if isinstance(tree, list):
        column, bound, low, high = tree
        return f"({_written(low)} if row[{int(column)}] <= {float(bound)!r} else {_written(high)})"
    return repr(float(tree))
