"""Lists of plain names: the door that stands beside the grammar says what the grammar says."""

from __future__ import annotations

from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsparse.grammar import byline
from newsparse.grammar.bylines.plain import read_plain
from newsparse.grammar.bylines.tokens import tokens_of
from newsparse.model import Byline

_WORDS = "Jane Doe Roe Petra Paris April Anna Van de Le News Reuters Editor Ohio J. and und y ja By Von Par Da Story Autor:".split()
_LINES = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=9).flatmap(
    lambda words: st.lists(st.sampled_from([" ", " ", " ", ", "]), min_size=len(words) - 1, max_size=len(words) - 1).map(
        lambda gaps: "".join(word + gap for word, gap in zip(words, [*gaps, ""], strict=True))
    )
)


def by_grammar(line: str) -> Byline | None:
    """Return what the grammar says of a line."""
    with patch.object(byline, "read_plain", lambda *_: None):
        return byline.parse_byline(line)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Jane Doe", ["Jane Doe"]),
        ("By Jane D. Doe", ["Jane D. Doe"]),
        ("By Jane Doe, John Roe, and Ann Poe", ["Jane Doe", "John Roe", "Ann Poe"]),
        ("Autor: Jane Doe und John Roe", ["Jane Doe", "John Roe"]),
        ("Von Jane Doe", ["Jane Doe"]),
    ],
)
def test_read_plain_takes_lists_of_names(line: str, names: list[str]) -> None:
    """Plain names parted by commas and joining words are read, with or without a lead word, as the grammar reads them."""
    found = read_plain(line, tokens_of(line))
    assert found is not None
    assert [person.name for person in found.contributors] == names
    assert found == by_grammar(line)


@pytest.mark.parametrize(
    "line",
    ["By Sports Desk", "Jane Doe, Paris", "Jane Doe, Reuters", "Jane DOE", "New York", "Jane", "By Jane", "@ Jane Doe", "Jane . Doe"],
)
def test_read_plain_leaves_the_rest(line: str) -> None:
    """A line with any word that may mean something else is left to the grammar."""
    assert read_plain(line, tokens_of(line)) is None


@given(_LINES)
def test_read_plain_agrees_with_the_grammar(line: str) -> None:
    """Where it answers, it gives the answer of the grammar."""
    found = read_plain(line, tokens_of(line))
    assert found is None or found == by_grammar(line)
