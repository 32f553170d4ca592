"""From accepted blocks of a page to nodes: paragraphs, crossheads, list items, quotes, tables, embeds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from newsparse.addresses import host_of
from newsparse.claim import Claim
from newsparse.document import HEADINGS, Block, Document, Scope
from newsparse.model import Crosshead, Embed, ListItem, Node, Paragraph, Quote, Span, Table
from newsparse.text import clean

__all__ = ["claims_of", "is_post", "post_of", "table_of"]

_LISTS = frozenset({"ul", "ol"})
# What stands in none of these is a paragraph or a crosshead: nearly all of a story.
_SET_APART = frozenset({"table", "blockquote", "li"})
# Class names that the scripts of social networks look for on their `blockquote`: their own interface, on every site.
_POSTS = ("twitter-tweet", "instagram-media", "tiktok-embed", "reddit-embed", "fb-post", "mastodon-embed", "bluesky-embed")
# Cells of tables that show data are short on average; longer ones lay out the page.
_CELL = 120
# A bold line of more characters, or one that ends like a sentence, is a paragraph that somebody stressed.
_BOLD = 100
# So many characters of a quotation, found elsewhere in the story, say that it is pulled from there.
_PULLED = 25
# So many accepted blocks before and behind it are looked through for them.
_NEAR = 60
# So far above a paragraph of a list's entry its heading stands.
_ABOVE = 6

_Run = Sequence[tuple[int, float]]


def claims_of(document: Document, accepted: _Run) -> Iterator[Claim]:
    """Yield a claim for each accepted block (index and confidence); tables and posts of several blocks are one."""
    k = laid_out = 0  # up to `laid_out`, tables are known to be no data: not to be asked again for every block
    while k < len(accepted):
        i, sure = accepted[k]
        block = document.blocks[i]
        scope = block.scope
        end, node = k + 1, None
        if scope is None or _SET_APART.isdisjoint(scope.within):
            node = _line(block)
        elif "table" in scope.within:
            if k >= laid_out:
                end, node = _joined(document, accepted, k, _nearest(scope, "table"), table_of)
                if node is None:
                    laid_out, end = end, k + 1
        elif "blockquote" in scope.within and is_post(_nearest(scope, "blockquote")):
            end, node = _joined(document, accepted, k, _nearest(scope, "blockquote"), post_of)
        if node is None:
            node = _node(document, block, accepted[max(0, k - _NEAR) : k + _NEAR])
        if end > k + 1:
            sure = max([p for _, p in accepted[k:end]])
        yield Claim(node, sure, scope.element if scope is not None else None, range(i, i + end - k))
        k = end


def _nearest(scope: Scope, tag: str) -> Scope:
    """Return the nearest scope of that tag, or the scope itself where there is none."""
    return next((outer for outer in scope.around() if outer.tag == tag), scope)


def _cell(block: Block) -> Scope | None:
    """Return the table cell that a block stands in; its own scope where there is none."""
    scope = block.scope
    return next((outer for outer in scope.around() if outer.tag in {"td", "th"}), scope) if scope is not None else None


def is_post(quote: Scope) -> bool:
    """Whether a `blockquote` is a post of a social network."""
    return any(post in quote.names for post in _POSTS)


def _joined(
    document: Document, accepted: _Run, k: int, around: Scope, make: Callable[[Document, Sequence[Block]], Node | None]
) -> tuple[int, Node | None]:
    """Return where the run of accepted neighbours inside an element ends, and the node that they make together, if any."""
    first = accepted[k][0]
    end = k
    while end < len(accepted) and accepted[end][0] == first + end - k:
        scope = document.blocks[accepted[end][0]].scope
        if scope is None or _nearest(scope, around.tag) is not around:
            break
        end += 1
    node = make(document, document.blocks[first : first + end - k])
    return end, node


def table_of(document: Document, blocks: Sequence[Block]) -> Table | None:
    """Return the table of a run of its blocks; `None` where a single cell is accepted, or the table lays out the page."""
    cells = [block for block in blocks if block.tag != "caption"]
    own = {id(_cell(block)) for block in cells}
    if len(own) < 2 or len(cells) > 2 * len(own) or sum(len(cell.plain) for cell in cells) > _CELL * len(cells):
        return None
    rows: list[list[str]] = []
    last: Scope | None = None
    for cell in cells:
        row = _nearest(cell.scope, "tr") if cell.scope is not None else None
        if row is not last or not rows:
            rows.append([])
        rows[-1].append(cell.plain)
        last = row
    span = Span(blocks[0].start, blocks[-1].end)
    return Table(clean(document.text[span.slice]), span=span, rows=tuple(tuple(row) for row in rows))


def post_of(document: Document, blocks: Sequence[Block]) -> Embed:
    """Return the post that some blocks are; its address is that of its last link, which networks put on the date."""
    span = Span(blocks[0].start, blocks[-1].end)
    links = [address for block in blocks for anchor in block.anchors() if (address := (anchor.get("href") or "").strip())]
    url = links[-1] if links and links[-1].startswith("http") else None
    return Embed(clean(document.text[span.slice]), span=span, url=url, provider=host_of(url) or None)


def _node(document: Document, block: Block, near: _Run) -> Node:
    """Return the node that a single block is; `near` are the accepted blocks about a quotation."""
    scope = block.scope
    if scope is not None and block.tag not in HEADINGS:
        if "blockquote" in scope.within:
            return Quote(block.plain, span=block.whole, pull=_is_pulled(document, block, near))
        lists = [outer.tag for outer in scope.around() if outer.tag in _LISTS] if "li" in scope.within else []
        if lists and not (block.tag == "p" and _is_headed(document, block, scope)):
            return ListItem(block.plain, span=block.whole, ordered=lists[0] == "ol", level=len(lists))
    return _line(block)


def _is_headed(document: Document, block: Block, scope: Scope) -> bool:
    """Whether the item that a paragraph stands in has a heading above it: a list of entries, each with its text."""
    item = _nearest(scope, "li")
    above = [other.scope for other in document.blocks[max(0, block.index - _ABOVE) : block.index] if other.tag in HEADINGS]
    return any(heading is not None and _nearest(heading, "li") is item for heading in above)


def _line(block: Block) -> Node:
    """Return what a block is that stands in no list, quotation or table: a crosshead or a paragraph."""
    plain, span, level = block.plain, block.whole, HEADINGS.get(block.tag)
    if level is not None:
        return Crosshead(plain, span=span, level=level)
    if block.strong_chars >= len(plain) - 1 and block.scope is not None and _is_label(plain):
        return Crosshead(plain, span=span)
    return Paragraph(plain, span=span)


def _is_label(plain: str) -> bool:
    """Whether a bold line is short and ends like no sentence."""
    return len(plain) <= _BOLD and not plain.endswith((".", ":", ",", ";", "。"))


def _is_pulled(document: Document, quote: Block, near: _Run) -> bool:
    """Whether a block near it says what a quotation says."""
    core = quote.plain.strip("\"'„“”«»‘’ .…")[: 4 * _PULLED].casefold()  # a pulled half-sentence begins with a capital
    return len(core) >= _PULLED and any(i != quote.index and core in document.blocks[i].plain.casefold() for i, _ in near)
