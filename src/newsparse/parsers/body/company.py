"""What can be told of accepted blocks only from all of them together: what is said twice, and what stands between them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from newsparse.document import Block, Document
from newsparse.parsers.body.glance import is_link

__all__ = ["said_once", "with_linked_crossheads"]

# Shorter lines may be said twice: labels, questions, names. On publishers not seen, all bounds from 30 to 120 do as well.
_SAID_AGAIN = 60
_CROSSHEADS = frozenset(("h2", "h3", "h4"))

_Run = list[tuple[int, float]]


def said_once(document: Document, accepted: _Run) -> _Run:
    """Return accepted blocks (index and confidence) without those that say what a surer one in another element says, word for word.

    Boxes, appeals and teasers that open out are printed again; a refrain stands where it stood before.
    """
    blocks = document.blocks
    surest: dict[str, tuple[float, Block]] = {}
    for i, sure in accepted:
        plain = blocks[i].plain
        if len(plain) >= _SAID_AGAIN and (plain not in surest or sure > surest[plain][0]):
            surest[plain] = sure, blocks[i]
    if len(surest) == len(accepted):
        return accepted
    return [(i, sure) for i, sure in accepted if (other := surest.get(blocks[i].plain)) is None or _is_beside(blocks[i], other[1])]


def _is_beside(block: Block, other: Block) -> bool:
    """Whether two blocks stand in one element, or are one."""
    return block is other or (block.scope is not None and other.scope is not None and block.scope.parent is other.scope.parent)


def with_linked_crossheads(document: Document, accepted: _Run) -> _Run:
    """Return accepted blocks and the crossheads among them that are links: guides link the names of what they speak of.

    At first sight such a heading is an entry of a menu. Where it stands between two blocks of the story in one
    element with both, 132 of 141 are the story's.
    """
    found = list(_linked_crossheads(document.blocks, accepted))
    return sorted([*accepted, *found]) if found else accepted


def _linked_crossheads(blocks: list[Block], accepted: _Run) -> Iterator[tuple[int, float]]:
    """Yield the links in headings between two accepted blocks, as sure as the doubtful one of these."""
    for (before, sure), (after, other) in pairwise(accepted):
        if after != before + 2 or blocks[before + 1].tag not in _CROSSHEADS or not is_link(blocks[before + 1]):
            continue
        if _is_beside(blocks[before], blocks[before + 1]) and _is_beside(blocks[before + 1], blocks[after]):
            yield before + 1, min(sure, other)
