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


LONG = "The mayor opened the new bridge over the Lenn on Monday, nine years after the first stone was laid, she said."
OTHER = "Several hundred people walked across it in light rain before the first bus was let through, and a band played on."
LAST = "The old bridge had been closed after a flood tore away two of its piers, and its remains are to be taken down soon."


def _said(page: str, judged: list[float]) -> list[dict[str, float]]:
    """Return the named numbers of the second reading for each candidate of a page."""
    document = newsparse.read(page, source="html")
    ready = features.Page(document, features.Learned(load("page")))
    rows = ready.rows()
    assert len(judged) == len(rows)
    again = context.rows_in_context(ready, rows, judged, range(len(rows)))
    return [dict(zip(context.NAMES, row[len(features.NAMES) :], strict=True)) for row in again]


def test_second_reading_sees_the_next_of_kin() -> None:
    """What was judged of the paragraphs before and behind that are set alike in the same element is known, and not of others."""
    first, box, last = _said(f"<div><p>{LONG}</p><p class='box'>{OTHER}</p><p>{LAST}</p></div>", [0.9, 0.5, 0.8])
    assert (-1.0, 0.8) == (first["alike_before"], first["alike_after"])
    assert (-1.0, -1.0) == (box["alike_before"], box["alike_after"])
    assert (0.9, -1.0) == (last["alike_before"], last["alike_after"])


def test_second_reading_sees_text_between_line_breaks_as_one_element() -> None:
    """Blocks of one element count together; a block is not its own witness."""
    first, second, alone = _said(f"<div>{LONG}<br><br>{OTHER}</div><div><p>{LAST}</p></div>", [0.9, 0.2, 0.8])
    assert 2 == first["same_element"]
    assert 0.2 == pytest.approx(first["same_element_judged"])
    assert 0.9 == pytest.approx(second["same_element_judged"])
    assert (1, -1.0) == (alone["same_element"], alone["same_element_judged"])


def test_second_reading_sees_where_a_container_stands() -> None:
    """Steps out to what holds it and the story both, steps in to the story, blocks between them, containers that look alike."""
    page = f"<main><div><div class='a'><p>{LONG}</p><p>{OTHER}</p></div></div><p><a href='/m'>Menu</a></p><div class='b'><p>{LAST}</p></div></main>"
    *story, box = _said(page, [0.9, 0.9, 0.4])
    assert {(0, 0, 0, 1)} == {(row["steps_out"], row["steps_in"], row["from_main"], row["same_look"]) for row in story}
    assert (1, 2, 2, 1) == (box["steps_out"], box["steps_in"], box["from_main"], box["same_look"])


def test_second_reading_sees_names_of_authors_and_what_is_said_again() -> None:
    """A line that names an author whom the page links, and a paragraph printed twice, are told."""
    page = f"<p><a rel='author' href='/j'>Jane Doe</a></p><div><p>{LONG}</p><p>Jane Doe {OTHER}</p></div><section><p>{LONG}</p></section>"
    first, bio, again = _said(page, [0.9, 0.6, 0.4])
    assert [(0, 2), (1, 1), (0, 2)] == [(row["names_author"], row["said"]) for row in (first, bio, again)]
    assert -1 == _said(f"<div><p>{LONG}</p></div>", [0.9])[0]["names_author"]
