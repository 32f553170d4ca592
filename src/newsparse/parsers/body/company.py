"""What can be told of accepted blocks only from all of them together: what is said twice, and what stands between them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Mapping
from itertools import pairwise

from newsparse.document import HEADINGS, Block, Document, Scope
from newsparse.lexicon.class_names import is_called
from newsparse.parsers.body.glance import is_link

__all__ = ["on_the_page", "said_once", "with_overlooked"]

# Shorter lines may be said twice: labels, questions, names. On publishers not seen, all bounds from 30 to 120 do as well.
_SAID_AGAIN = 60
# An element that holds so many blocks of the story is a part of it.
_SEVERAL = 2

_Run = list[tuple[int, float]]


def on_the_page(document: Document, accepted: _Run, headline: int) -> _Run:
    """Return accepted blocks (index and confidence) without those in dialogs that lie over the page and comments below its story.

    What is asked for and told there reads like prose. Their elements' names tell, where the headline is not in them as well: on
    publishers not seen none of 53 such blocks at eight sites was the story's.
    """
    scope = document.blocks[headline].scope if headline >= 0 else None
    if scope is None:
        return accepted
    apart = {id(outer): False for outer in scope.around()}
    found = [(i, sure) for i, sure in accepted if not _lies_apart(document.blocks[i].scope, apart)]
    return found or accepted


def _lies_apart(scope: Scope | None, known: dict[int, bool]) -> bool:
    """Return whether the names of an element around a block say that it lies apart; `known` holds what was found of each."""
    scope = scope.parent if scope is not None else None
    climbed: list[int] = []
    lies = False
    while scope is not None and not lies:
        if id(scope) in known:
            lies = known[id(scope)]
            break
        climbed.append(id(scope))
        lies = is_called(scope.names, "apart")
        scope = scope.parent
    known.update(dict.fromkeys(climbed, lies))
    return lies


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


def with_overlooked(document: Document, accepted: _Run, judged: Container[int]) -> _Run:
    """Return accepted blocks and those among them that the first sight overlooked, for they look like entries of a menu.

    Guides link the names of what they speak of. A heading beside a block of the story, in an element that holds
    several of them, is a crosshead (372 of 394 at 52 publishers); a link in a list of which several items are story is an
    item of it (153 of 186 at 29; what is none of these stands in references that leave out parts of lists). `judged` holds the indices of the blocks that were looked at twice.
    """
    if len(accepted) < _SEVERAL:
        return accepted
    homes = Counter([id(scope.parent) for i, _ in accepted if (scope := document.blocks[i].scope) is not None])
    found = list(_overlooked(document.blocks, accepted, judged, homes))
    return sorted([*accepted, *found]) if found else accepted


def _overlooked(blocks: list[Block], accepted: _Run, judged: Container[int], homes: Mapping[int, int]) -> Iterator[tuple[int, float]]:
    """Yield the crossheads and linked items between accepted blocks, as sure as the doubtful one of the two around them."""
    for (before, sure), (after, other) in pairwise(accepted):
        for block in blocks[before + 1 : after]:
            i, scope = block.index, block.scope
            if (
                not (block.tag in HEADINGS or block.tag == "li")
                or scope is None
                or i in judged
                or homes.get(id(scope.parent), 0) < _SEVERAL
            ):
                continue
            if is_link(block) if block.tag == "li" else before + 1 == i or i + 1 == after:
                yield i, min(sure, other)
