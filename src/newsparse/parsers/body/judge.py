"""How likely a block is the story: the learned trees over the rows of `features`."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp
from typing import Any

__all__ = ["probability"]

# After these many trees a score this far from even is not turned round by the rest (none was, in training).
_EARLY, _SURE = 24, 4.5


def probability(row: Sequence[float], trees: Sequence[Any], bias: float) -> float:
    """Return how likely the block of a row is part of the story, 0 to 1.

    A tree is a number, or a list of the column asked, the bound, and the trees for values
    up to the bound and above it.
    """
    score = bias
    for count, tree in enumerate(trees):
        while tree.__class__ is list:
            column, bound, low, high = tree
            tree = low if row[column] <= bound else high
        score += tree
        if count == _EARLY and not -_SURE < score < _SURE:
            break
    return 1.0 / (1.0 + exp(-score))
