"""Learned trees as code."""

from __future__ import annotations

from newsparse.weights.trees import score_of

_TREES = [[0, 2.5, -4.0, [1, 0.5, 0.25, 4.0]], [1, 0.5, 1.0, -1.0]]


def test_score_of_adds_what_each_tree_says() -> None:
    """Each tree is climbed by its bounds, and what was known before is added."""
    score = score_of(_TREES)
    assert [score(row) for row in ([1, 0], [3, 0], [3, 1])] == [-3.0, 1.25, 3.0]
    assert score([3, 0], 2.0) == 3.25


def test_score_of_ends_early_where_nothing_is_open() -> None:
    """A score far from even behind the first trees is the last word; one near it is not."""
    score = score_of(_TREES, ((1, 3.0),))
    assert [score(row) for row in ([1, 0], [3, 0], [3, 1])] == [-4.0, 1.25, 4.0]
