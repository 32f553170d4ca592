"""Learned trees over a row of numbers, and the second reading among neighbours."""

from __future__ import annotations

import math

import pytest

import newsparse
from newsparse.parsers.body import context, features
from newsparse.parsers.body.judge import judge_of
from newsparse.parsers.body.page import doubtful
from newsparse.weights import load

TREES = [[0, 2.5, -1.0, [1, 0.0, 0.5, 2.0]], 1.0]


@pytest.mark.parametrize(("row", "score"), [((2.5, 9.0), 0.0), ((2.6, 0.0), 1.5), ((3.0, 0.1), 3.0)])
def test_judge_of_follows_the_bounds(row: tuple[float, ...], score: float) -> None:
    """A value up to the bound goes low, one above it goes high, and the leaves add up."""
    assert 1 / (1 + math.exp(-score)) == pytest.approx(judge_of(TREES)(row))


def test_judge_of_no_trees_is_even() -> None:
    """Nothing learned says nothing."""
    assert judge_of([])([]) == 0.5


def _columns(tree: object) -> set[int]:
    if not isinstance(tree, list):
        return set()
    return {tree[0]} | _columns(tree[2]) | _columns(tree[3])


@pytest.mark.parametrize("kind", ["alone", "among"])
def test_weights_were_learned_on_these_columns(kind: str) -> None:
    """The weights name the columns that the code computes, in its order: else they must be learned anew."""
    weights = load("page")
    columns = features.NAMES + (context.NAMES if kind == "among" else ())
    assert list(columns) == weights["columns"][kind]
    assert max(max(_columns(tree), default=0) for tree in weights[kind]) < len(columns)


def test_rows_have_a_number_for_every_name() -> None:
    """Every candidate gets one number for each name, alone and among its neighbours."""
    document = newsparse.read(
        "<html><body><h1>Bridge opens</h1><p>The mayor opened the new bridge over the Lenn on Monday.</p>"
        "<p>Several hundred people walked across it in light rain.</p></body></html>",
        source="html",
    )
    page = features.Page(document, features.Learned(load("page")), 0)
    rows = page.rows()
    again = context.rows_in_context(page, rows, [0.5] * len(rows), range(len(rows)))
    assert len(rows) == len(page.candidates) >= 2
    assert {len(features.NAMES)} == {len(row) for row in rows}
    assert {len(features.NAMES) + len(context.NAMES)} == {len(row) for row in again}


def test_doubtful_are_the_undecided_and_the_first_sure_ones() -> None:
    """What is decided is not read again, but for the first blocks of the story, where decks and captions stand."""
    assert [1, 2, 3, 4, 6] == doubtful([0.01, 0.5, 0.99, 0.98, 0.97, 0.96, 0.7, 0.95])


def test_doubtful_with_a_margin_are_no_fewer() -> None:
    """The second judge learns from all that it may be asked about, and more."""
    judged = [0.01, 0.1, 0.5, 0.9, 0.99, 0.95, 0.88, 0.97, 0.92]
    assert set(doubtful(judged)) < set(doubtful(judged, 0.5))
