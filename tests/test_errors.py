"""Errors carry their values wherever they go."""

from __future__ import annotations

import copy
import pickle
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import pytest

import newsparse
from newsparse import NewsparseError, ParserError, PipelineError, SourceError


@pytest.mark.parametrize(
    "error",
    [SourceError("url", expected="str", got="int"), ParserError("deck.a", "it raised"), PipelineError("no such parser", parser="deck.a")],
    ids=lambda error: type(error).__name__,
)
def test_errors_come_back_from_pickle_and_copy(error: NewsparseError) -> None:
    """Class, message and attributes are the same on the other side."""
    for other in (pickle.loads(pickle.dumps(error)), copy.copy(error), copy.deepcopy(error)):  # noqa: S301 - our own bytes
        assert (type(error), str(error), vars(error)) == (type(other), str(other), vars(other))


def test_error_of_a_worker_leaves_the_pool_alive() -> None:
    """A page that cannot be read costs a pool of processes that page, and not the pool."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        with pytest.raises(SourceError, match="got NoneType"):
            pool.submit(newsparse.parse, None).result()
        assert pool.submit(newsparse.parse, "Rain fell.").result() == newsparse.parse("Rain fell.")
