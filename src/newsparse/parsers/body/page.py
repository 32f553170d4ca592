"""The story on a page: its blocks judged twice, alone and among their neighbours."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from newsparse.claim import Claim, Draft
from newsparse.document import Block, Document
from newsparse.parsers.body.company import on_the_page, said_once, with_overlooked
from newsparse.parsers.body.context import rows_in_context
from newsparse.parsers.body.features import NAMES, Learned, Page
from newsparse.parsers.body.following import before_next_story
from newsparse.parsers.body.judge import Judge, judge_of
from newsparse.parsers.body.nodes import claims_of
from newsparse.parsers.body.signed import without_signature
from newsparse.weights import load

__all__ = ["doubtful", "find_on_page", "judge"]

# Beyond these a second reading gains nothing on publishers not seen: two blocks in ten lie between …
_OUT, _IN = 0.2, 0.8
# … but for the first blocks that are surely story: a deck, a caption and a lede look alike until they are read.
_OPENING = 3
# However much a block looks like prose: what its words say outright (a credit in brackets, a correction) is surer.
_MOST = 0.9
# From here on the judgement is squeezed below that, so that those who look for decks still see which is surer.
_SQUEEZED = 0.85


def find_on_page(document: Document, draft: Draft) -> Iterator[Claim]:
    """Yield the blocks that are more likely the story than not; the likeliest ones where none is."""
    headline = draft.best("headline")
    at = headline.owns.start if headline is not None and headline.owns else -1
    judged = judge(document, at)
    if not judged:
        return
    # a page of prose is never empty: a brief of one sentence may look like a teaser
    bound = min(load("page")["threshold"], 0.6 * max(sure for _, sure in judged))
    accepted = [(i, _confidence(sure)) for i, sure in judged if sure >= bound and i != at and not _is_data(document.blocks[i])]
    story = without_signature(document, said_once(document, before_next_story(document, on_the_page(document, accepted, at), at)))
    yield from claims_of(document, with_overlooked(document, story, {i for i, _ in judged} | {at}))


def _is_data(block: Block) -> bool:
    """Return whether a block is the data of a script that a page shows by mistake ('{"layout": 2}'), not a listing of code."""
    plain = block.plain
    return plain[0] in "{[" and plain[-1] in "}]" and '":' in plain and block.tag != "pre"


def _confidence(sure: float) -> float:
    """Return the confidence of a claim to a block that is this likely the story."""
    return sure if sure <= _SQUEEZED else _SQUEEZED + (sure - _SQUEEZED) * (_MOST - _SQUEEZED) / (1.0 - _SQUEEZED)


def judge(document: Document, headline: int) -> list[tuple[int, float]]:
    """Return the blocks that may be story, by index, each with how likely it is; `headline` is the headline's index or -1."""
    learned, alone, among = _equipment()
    page = Page(document, learned, headline)
    rows = page.rows()
    if not rows:
        return []
    judged = [alone(row) for row in rows]
    again = doubtful(judged)
    for k, row in zip(again, rows_in_context(page, rows, judged, again), strict=True):
        judged[k] = among(row)
    return list(zip(page.candidates, judged, strict=True))


def doubtful(judged: Sequence[float], margin: float = 0.0) -> list[int]:
    """Return which candidates are to be read again, by what was judged of them; more of them with a margin, from 0 to 1."""
    low, high, opening = _OUT * (1 - margin), _IN + (1 - _IN) * margin, _OPENING
    again = []
    for k, sure in enumerate(judged):
        if sure > low and (sure < high or opening):
            again.append(k)
            opening -= sure >= high
    return again


@cache
def _equipment() -> tuple[Learned, Judge, Judge]:
    """Return what was learned about blocks, the judge of blocks alone and the one of blocks among their neighbours."""
    weights = load("page")
    return Learned(weights), judge_of(weights["alone"], len(NAMES)), judge_of(weights["among"])
