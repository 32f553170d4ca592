"""Learned trees, written out as code."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

__all__ = ["Score", "score_of"]

Score = Callable[..., float]
"""Takes a row of numbers, and what was known before (0 when not given); returns that and what the trees say of the row."""


def score_of(trees: Sequence[Any], early: Sequence[tuple[int, float]] = (), width: int | None = None) -> Score:
    """Return the score that some learned trees give, written out as one function.

    A tree is a number, or a list of the column asked, the bound, and the trees for values
    up to the bound and above it. As code, the trees take a third of the time that it takes
    to climb down them, which was the dearest single step of a parse. With `early`, a score that is
    so far from even behind so many trees is not asked further: pairs of both, in order. A name for each column saves an
    index at every branch, and floats are compared faster than a mixture: a third of the rest.
    With `width`, all rows have that many numbers and these are floats already.

    >>> score_of([[0, 2.5, -1.0, 1.0], 1.0])([3.0])
    2.0
    """
    lines = ["def score(row, total=0.0):"]
    columns = 1 + max(map(_last_column, trees), default=-1)
    if columns and width is not None:
        lines.append(f"    {' '.join(f'c{column},' for column in range(width))} = row")
    elif columns:
        lines.append(f"    {' '.join(f'c{column},' for column in range(columns))} *_ = map(float, row)")
    bounds = dict(early)
    for count, tree in enumerate(trees, 1):
        lines.append(f"    total += {_written(tree)}")
        if (bound := bounds.get(count)) is not None:
            lines.append(f"    if not {-bound!r} < total < {bound!r}: return total")
    names: dict[str, Any] = {}
    exec("\n".join([*lines, "    return total"]), names)  # noqa: S102 (numbers only, and our own)
    score: Score = names["score"]
    return score


def _last_column(tree: Any) -> int:
    """Return the last column that a tree asks, -1 for a bare number."""
    if not isinstance(tree, list):
        return -1
    column, _, low, high = tree
    return max(int(column), _last_column(low), _last_column(high))


def _written(tree: Any) -> str:
    """Return a tree as an expression."""
    if isinstance(tree, list):
        column, bound, low, high = tree
        return f"({_written(low)} if c{int(column)} <= {float(bound)!r} else {_written(high)})"
    return repr(float(tree))
