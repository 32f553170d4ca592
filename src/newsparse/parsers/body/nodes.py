"""From accepted blocks of a page to nodes: paragraphs, crossheads, list items, quotes, tables, embeds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsparse.claim import Claim
from newsparse.document import Block, Document, Scope
from newsparse.model import Crosshead, Embed, ListItem, Node, Paragraph, Quote, Span, Table
from newsparse.text import clean

__all__ = ["claims_of"]

_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_LISTS = frozenset({"ul", "ol"})
# Words of class names that embeds of social networks set on their `blockquote`.
_POSTS = ("twitter-tweet", "instagram-media", "tiktok-embed", "reddit-embed", "fb-post", "mastodon-embed", "bluesky-embed")
# Cells of tables that show data are short; longer ones lay out the page.
_CELL = 120


def claims_of(document: Document, accepted: Sequence[tuple[int, float]]) -> Iterator[Claim]:
    """Yield a claim for each accepted block (index and confidence), the cells of one table as one."""
    blocks = document.blocks
    k = 0
    while k < len(accepted):
        i, confidence = accepted[k]
        block = blocks[i]
        scope = block.scope
        if scope is not None and "table" in scope.within and (end := _table_end(document, accepted, k)):
            stop = accepted[end - 1][0] + 1
            sure = max(confidence for _, confidence in accepted[k:end])
            yield Claim(_table(document, i, stop), sure, _nearest(scope, "table").element, range(i, stop))
            k = end
            continue
        yield Claim(_node(block), confidence, scope.element if scope is not None else None, range(i, i + 1))
        k += 1


def _node(block: Block) -> Node:
    """Return the node that a single block is."""
    plain, span, scope = block.plain, block.whole, block.scope
    if scope is None:
        return Paragraph(plain, span=span)
    level = _HEADINGS.get(block.tag)
    if level is not None:
        return Crosshead(plain, span=span, level=level)
    within = scope.within
    if "blockquote" in within:
        around = _nearest(scope, "blockquote")
        if any(post in around.names for post in _POSTS):
            return Embed(plain, span=span)
        return Quote(plain, span=span)
    if "li" in within and not _LISTS.isdisjoint(within):
        lists = [outer.tag for outer in scope.around() if outer.tag in _LISTS]
        return ListItem(plain, span=span, ordered=lists[0] == "ol", level=len(lists))
    if 0 < len(plain) <= _CELL and block.strong_chars >= len(plain) - 1 and not plain.endswith((".", ":", ",", ";")):
        return Crosshead(plain, span=span)
    return Paragraph(plain, span=span)


def _nearest(scope: Scope, tag: str) -> Scope:
    """Return the nearest scope of that tag, or the scope itself where there is none."""
    return next((outer for outer in scope.around() if outer.tag == tag), scope)


def _table_end(document: Document, accepted: Sequence[tuple[int, float]], k: int) -> int:
    """Return the position behind the accepted cells of a table that shows data; 0 for layout and single cells."""
    blocks = document.blocks
    i = accepted[k][0]
    scope = blocks[i].scope
    assert scope is not None
    table = _nearest(scope, "table")
    end, size = k, 0
    while end < len(accepted) and accepted[end][0] == i + end - k:
        inner = blocks[accepted[end][0]].scope
        if inner is None or "table" not in inner.within or _nearest(inner, "table") is not table:
            break
        size += len(blocks[accepted[end][0]].plain)
        end += 1
    count = end - k
    return end if count > 1 and size <= _CELL * count else 0


def _table(document: Document, start: int, stop: int) -> Table:
    """Return the table of a run of cells."""
    blocks = document.blocks[start:stop]
    rows: list[list[str]] = []
    last: Scope | None = None
    for block in blocks:
        row = _nearest(block.scope, "tr") if block.scope is not None else None
        if row is not last or not rows:
            rows.append([])
        rows[-1].append(block.plain)
        last = row
    span = Span(blocks[0].start, blocks[-1].end)
    return Table(clean(document.text[span.slice]), span=span, rows=tuple(tuple(row) for row in rows))
