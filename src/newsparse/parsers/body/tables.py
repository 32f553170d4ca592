"""Tables of data inside the story: their cells are no prose, so it is their place that tells."""

from __future__ import annotations

from itertools import pairwise

from newsparse.document import Block, Document, Scope

__all__ = ["with_tables"]

# A table of more cells is a listing of its own; league tables and election results have fewer.
_CELLS = 400
# Longer cells lay out the page.
_CELL = 60

_Run = list[tuple[int, float]]


def with_tables(document: Document, accepted: _Run) -> _Run:
    """Return accepted blocks and, between them, the cells of the tables that stand beside both neighbours.

    A table is the story's when the block before it and the block behind it are, and all three have
    one parent: what stands between two paragraphs of a story is no list of links, no calendar.
    """
    blocks = document.blocks
    prose = [(i, sure) for i, sure in accepted if not _in_table(blocks[i])]
    if len(prose) == len(accepted) and not any(
        after - before > 1 and _in_table(blocks[before + 1]) for (before, _), (after, _) in pairwise(accepted)
    ):
        return accepted
    found = dict(accepted)
    for (before, sure), (after, other) in pairwise(prose):
        if 1 < after - before <= _CELLS and _is_data(blocks[before : after + 1]):
            for i in range(before + 1, after):
                found[i] = max(found.get(i, 0.0), min(sure, other))
    return sorted(found.items())


def _in_table(block: Block) -> bool:
    """Whether a block stands in a table."""
    return block.scope is not None and "table" in block.scope.within


def _is_data(blocks: list[Block]) -> bool:
    """Whether the blocks between the first and the last are the short, unlinked cells of one table beside both."""
    first, cells, last = blocks[0], blocks[1:-1], blocks[-1]
    table = _table_of(cells[0])
    if table is None or first.scope is None or last.scope is None:
        return False
    if not first.scope.parent is table.parent is last.scope.parent:
        return False
    if sum(len(cell.plain) for cell in cells) > _CELL * len(cells) or sum(cell.links for cell in cells) * 2 > len(cells):
        return False
    rows = [_row_of(cell) for cell in cells]
    return len(set(map(id, rows))) > 1 and all(_table_of(cell) is table for cell in cells)


def _table_of(block: Block) -> Scope | None:
    """Return the nearest table around a block."""
    return next((scope for scope in block.scope.around() if scope.tag == "table"), None) if block.scope is not None else None


def _row_of(block: Block) -> Scope | None:
    """Return the nearest row around a block."""
    return next((scope for scope in block.scope.around() if scope.tag == "tr"), None) if block.scope is not None else None
