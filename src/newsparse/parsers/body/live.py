"""The heads of the entries of a live report: each has its time, and the story blocks below it are its text."""

from __future__ import annotations

from collections.abc import Iterator

from newsparse.claim import Claim, Draft
from newsparse.document import Document, Value
from newsparse.grammar.timestamp import parse_timestamp
from newsparse.model import LiveUpdate

__all__ = ["find_entries"]

# A head is a time, perhaps with a name or a label: "21:04 Jane Doe", "KEY EVENT 20:42".
_MOST = 60
# So near below it the entry's text begins; pictures and share bars may stand between.
_NEAR = 6
# Fewer are the page's own dates.
_FEWEST = 3
_SURE = 0.92


def find_entries(document: Document, draft: Draft) -> Iterator[Claim]:
    """Yield the heads of entries on a page that calls itself a live report: short lines with a `time` above story blocks."""
    if not document.metadata.typed("liveblogposting"):
        return
    blocks = document.blocks
    found: list[tuple[int, Value]] = []
    story = {i for claim in draft.claims("body") for i in claim.owns or ()}
    headline = draft.best("headline")
    first = headline.owns.stop if headline is not None and headline.owns else 0
    for value in document.metadata.times:
        i = value.block
        if not first <= i < len(blocks) or len(blocks[i].plain) > _MOST or blocks[i].tag == "li":
            continue
        if found and found[-1][0] == i:
            continue
        if not story.isdisjoint(range(i + 1, i + 1 + _NEAR)):
            found.append((i, value))
    if len(found) < _FEWEST:
        return
    for i, value in found:
        block = blocks[i]
        time = parse_timestamp(value.text) or parse_timestamp(block.plain)
        element = block.scope.element if block.scope is not None else None
        yield Claim(LiveUpdate(block.plain, span=block.whole, time=time), _SURE, element, range(i, i + 1))
