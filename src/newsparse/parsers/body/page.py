"""The story on a page: blocks judged one by one with their neighbours and containers."""

from __future__ import annotations

from collections.abc import Iterator

from newsparse.claim import Claim, Draft
from newsparse.document import Document
from newsparse.parsers.body.features import Page
from newsparse.parsers.body.judge import probability
from newsparse.parsers.body.nodes import claims_of
from newsparse.weights import load

__all__ = ["find_on_page"]


def find_on_page(document: Document, draft: Draft) -> Iterator[Claim]:
    """Yield the blocks that are more likely the story than not; the likeliest ones where none is."""
    weights = load("page")
    headline = draft.best("headline")
    page = Page(document, weights, headline.owns.start if headline is not None and headline.owns else -1)
    trees, bias = weights["trees"], weights["bias"]
    judged = [(i, probability(row, trees, bias)) for i, row in zip(page.candidates, page.rows(), strict=True)]
    if not judged:
        return
    # a page of prose is never empty: a brief of one sentence may look like a teaser
    bound = min(weights["threshold"], 0.6 * max(sure for _, sure in judged))
    yield from claims_of(document, [(i, sure) for i, sure in judged if sure >= bound and i != page.headline])
