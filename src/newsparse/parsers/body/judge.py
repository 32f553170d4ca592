"""How likely a block is the story: learned trees over its row of numbers."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp
from typing import Any

__all__ = ["probability"]


def probability(row: Sequence[float], trees: Sequence[Any]) -> float:
    """Return how likely the block of a row is part of the story, 0 to 1.

    A tree is a number, or a list of the column asked, the bound, and the trees for values
    up to the bound and above it.

    >>> probability([3.0], [[0, 2.5, -1.0, 1.0], 1.0])
    0.8807970779778823
    """
    score = 0.0
    for tree in trees:
        while tree.__class__ is list:
            column, bound, low, high = tree
            tree = low if row[column] <= bound else high
        score += tree
    return 1.0 / (1.0 + exp(-score))
