"""The story on a page: its blocks judged twice, alone and among their neighbours."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from newsparse.claim import Claim, Draft
from newsparse.document import Document
from newsparse.parsers.body.context import rows_in_context
from newsparse.parsers.body.features import Page
from newsparse.parsers.body.judge import Judge, judge_of
from newsparse.parsers.body.nodes import claims_of
from newsparse.weights import load

__all__ = ["IN", "OUT", "find_on_page", "judge"]

# Beyond these the neighbours never turned a judgement round, on 328 news pages of publishers not seen.
OUT, IN = 0.05, 0.95
# However much a block looks like prose: what its words say outright (a credit in brackets, a correction) is surer.
_MOST = 0.9


def find_on_page(document: Document, draft: Draft) -> Iterator[Claim]:
    """Yield the blocks that are more likely the story than not; the likeliest ones where none is."""
    headline = draft.best("headline")
    at = headline.owns.start if headline is not None and headline.owns else -1
    judged = judge(document, at)
    if not judged:
        return
    # a page of prose is never empty: a brief of one sentence may look like a teaser
    bound = min(load("page")["threshold"], 0.6 * max(sure for _, sure in judged))
    accepted = [(i, min(sure, _MOST)) for i, sure in judged if sure >= bound and i != at]
    yield from claims_of(document, accepted)


def judge(document: Document, headline: int) -> list[tuple[int, float]]:
    """Return the blocks that may be story, by index, each with how likely it is; `headline` is the headline's index or -1."""
    weights = load("page")
    page = Page(document, weights, headline)
    rows = page.rows()
    if not rows:
        return []
    alone, among = _judges()
    first = [alone(row) for row in rows]
    again = [k for k, sure in enumerate(first) if OUT < sure < IN]
    final = list(first)
    for k, row in zip(again, rows_in_context(page, rows, first, again), strict=True):
        final[k] = among(row)
    return list(zip(page.candidates, final, strict=True))


@cache
def _judges() -> tuple[Judge, Judge]:
    """Return the judge of blocks alone and the one of blocks among their neighbours."""
    weights = load("page")
    return judge_of(weights["alone"]), judge_of(weights["among"])
