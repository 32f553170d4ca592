"""The story in a plain text: paragraphs, crossheads, list items."""

from __future__ import annotations

from collections.abc import Iterator

from newsparse.claim import Claim, Draft
from newsparse.document import Block, Document
from newsparse.model import Crosshead, ListItem, Node, Paragraph
from newsparse.parsers.plain.shape import shape

__all__ = ["find_story"]

# A crosshead is a line without an end; longer ones are paragraphs that lost theirs.
_CROSSHEAD = 100
_ENDS = tuple(".!?…,;:\"'”’»。！？؟।۔")


def find_story(document: Document, draft: Draft) -> Iterator[Claim]:
    """Yield the lines of the story."""
    blocks = document.blocks
    for i, sure in draft.once(shape).story.items():
        block = blocks[i]
        yield Claim(_node(block), sure, None, range(i, i + 1))


def _node(block: Block) -> Node:
    """Return what a line of the story is."""
    plain, mark = block.plain, block.mark
    if mark:
        size = len(mark.split(None, 1)[0]) if mark.strip() else 0
        begin = size + (plain[size : size + 1] == " ")
        if mark[0] == "#":
            span = block.span(begin, len(plain))
            return Crosshead(plain[begin:], span=span, level=min(len(mark.strip()), 6))
        if mark[0] not in "-–—":
            span = block.span(begin, len(plain))
            return ListItem(plain[begin:], span=span, ordered=mark[0].isalnum() and mark[0] != "o" or mark[0] == "(")
    elif len(plain) <= _CROSSHEAD and not plain.endswith(_ENDS):
        return Crosshead(plain, span=block.whole)
    return Paragraph(plain, span=block.whole)
