"""What stands in a story without being its prose: tables of data, posts of social networks, embedded frames.

Nothing in their words tells that they belong to the story: a row of a league table and a row of a
list of teasers look alike. Their place does: in the same element as the paragraphs around them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator

from newsparse.addresses import host_of, joined
from newsparse.claim import Claim, Draft
from newsparse.document import Block, Document, Media, Scope
from newsparse.model import Embed, Node, Paragraph, Span
from newsparse.parsers.body.nodes import is_post, post_of, table_of

__all__ = ["find_inserts"]

# Above what the body is sure of: the paragraphs of an embedded post are the post's.
_SURE = 0.92
# A table of more cells is a listing of its own; league tables and election results have fewer.
_CELLS = 400
# Longer cells lay out the page.
_CELL = 60
# An element holds the story when so many of its paragraphs are its children. Inserts are wrapped at most so often.
_PARAGRAPHS = 2
_WRAPPED = 3
_INSERTS = frozenset(("table", "blockquote"))
_FRAMES = frozenset(("iframe", "embed", "amp-iframe"))
# Elements of AMP pages that show somebody else's; pictures and players are among the figures.
_SHOWN = re.compile(r"amp-(?!img|anim|video|audio)")
_ADDRESSES = ("src", "data-src", "data-lazy-src", "data-original", "data-href", "data-url")


def find_inserts(document: Document, draft: Draft) -> Iterator[Claim]:
    """Yield the tables, posts and frames that stand where the story's paragraphs do, from the first one to right behind the last."""
    story = draft.story()
    homes = _homes(document, draft)
    if not homes:
        return
    for scope, blocks, make in _groups(document, range(story.start, min(story.stop + _CELLS, len(document.blocks)))):
        start = blocks[0].index
        if start > story.stop:
            break
        if _is_home(scope.parent, homes) if start < story.stop else id(scope.parent) in homes:
            node = make(document, blocks)
            if node is not None:
                yield Claim(node, _SURE, scope.element, range(blocks[0].index, blocks[-1].index + 1))
    for media in document.metadata.media:
        if (media.tag in _FRAMES or _SHOWN.match(media.tag)) and story.start < media.block < story.stop and _is_home(media.scope, homes):
            yield from _frame(document, media)


def _homes(document: Document, draft: Draft) -> set[int]:
    """Return the elements (by identity) that hold paragraphs of the story."""
    parents: Counter[int] = Counter()
    for claim in draft.claims("body"):
        if type(claim.value) is Paragraph and claim.owns:
            scope = document.blocks[claim.owns.start].scope
            if scope is not None:
                parents[id(scope.parent)] += 1
    return {home for home, count in parents.items() if count >= _PARAGRAPHS}


def _is_home(scope: Scope | None, homes: set[int]) -> bool:
    """Whether an element holds paragraphs of the story, or does nothing but wrap what stands beside them."""
    for _ in range(_WRAPPED):
        if scope is None:
            return False
        if id(scope) in homes:
            return True
        scope = scope.parent
    return False


def _groups(document: Document, story: range) -> Iterator[tuple[Scope, list[Block], Callable[[Document, list[Block]], Node | None]]]:
    """Yield each table and each post among the story's blocks: its element, its blocks, what makes a node of them."""
    inside: Scope | None = None
    run: list[Block] = []
    for i in story:
        block = document.blocks[i]
        scope = block.scope
        found = _insert_around(scope) if scope is not None and not _INSERTS.isdisjoint(scope.within) else None
        if found is not inside:
            if inside is not None:
                yield inside, run, _data if inside.tag == "table" else post_of
            inside, run = found, []
        run.append(block)
    if inside is not None:
        yield inside, run, _data if inside.tag == "table" else post_of


def _insert_around(scope: Scope) -> Scope | None:
    """Return the nearest table or post around a block."""
    for outer in scope.around():
        if outer.tag == "table" or (outer.tag == "blockquote" and is_post(outer)):
            return outer
    return None


def _data(document: Document, blocks: list[Block]) -> Node | None:
    """Return the table that the blocks of a `table` are; `None` where it lays out the page or lists links."""
    cells = [block for block in blocks if block.tag != "caption"]
    if not 2 < len(cells) <= _CELLS or sum(len(cell.plain) for cell in cells) > _CELL * len(cells):
        return None
    if sum(cell.links > 0 for cell in cells) * 2 > len(cells):
        return None
    table = table_of(document, blocks)
    return table if table is not None and len(table.rows) > 1 else None


def _frame(document: Document, media: Media) -> Iterator[Claim]:
    """Yield the document of another maker that is shown in a frame; none for a frame without an address or a size."""
    get = media.element.get
    if any((get(side) or "").strip() in {"0", "1", "0px", "1px"} for side in ("width", "height")):
        return
    stated = next((address.strip() for name in _ADDRESSES if (address := get(name)) and address.strip()), "")
    url = joined(document.url or "https:", stated) if stated else ""
    if not url and media.tag not in _FRAMES:  # the element tells the number of a post; what stands in for it may link there
        links = [link.get("href") or "" for link in media.element.iter("a")]
        url = links[-1] if links else ""
    host = host_of(url)
    if media.tag in _FRAMES and (not host or not url.startswith("http")):
        return
    place = document.blocks[media.block - 1].end
    yield Claim(Embed("", span=Span(place, place), url=url or None, provider=host or None), _SURE, media.element)
