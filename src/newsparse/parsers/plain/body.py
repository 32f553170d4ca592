"""The story in a plain text: paragraphs, crossheads, list items."""

from __future__ import annotations

from collections.abc import Iterator

from newsparse.claim import Claim, Draft
from newsparse.document import Block, Document
from newsparse.model import Crosshead, ListItem, Node, Paragraph, Quote
from newsparse.parsers.plain.shape import shape

__all__ = ["find_story"]

# A crosshead is a line without an end; longer ones are paragraphs that lost theirs.
_CROSSHEAD = 100
_DASHES = "-–—"
_ENDS = tuple(".!?…,;:\"'”’»。！？؟।۔")


def find_story(document: Document, draft: Draft) -> Iterator[Claim]:
    """Yield the lines of the story."""
    blocks = document.blocks
    is_mail = 2 * sum([block.mark[:1] == ">" for block in blocks]) > len(blocks)
    found = draft.once(shape)
    opens = found.header.opens
    for i, sure in found.story.items():
        block = blocks[i]
        node = _node(block, blocks, is_mail) if i not in opens else _behind_keyword(block, opens[i])
        yield Claim(node, _confidence(block, sure), None, range(i, i + 1))


def _behind_keyword(block: Block, begin: int) -> Paragraph:
    """Return the paragraph that stands on the line of a keyword."""
    text, span = block.part(begin, len(block.plain))
    return Paragraph(text, span=span)


def _is_listed(block: Block, blocks: list[Block]) -> bool:
    """Whether a line that opens with a dash stands right above or below another: speech has blank lines between."""
    i = block.index
    return (not block.gap and i > 0 and blocks[i - 1].mark == block.mark) or (
        i + 1 < len(blocks) and not blocks[i + 1].gap and blocks[i + 1].mark == block.mark
    )


def _confidence(block: Block, sure: float) -> float:
    """Return how firmly the story holds a line: a short one gives way to a field that knows its grammar."""
    return (0.9 if len(block.plain) > _CROSSHEAD else 0.7) * sure


def _node(block: Block, blocks: list[Block], is_mail: bool) -> Node:
    """Return what a line of the story is."""
    plain, mark = block.plain, block.mark
    begin = len(mark)
    if not mark:
        if len(plain) <= _CROSSHEAD and not plain.endswith(_ENDS):
            return Crosshead(plain, span=block.whole)
        return Paragraph(plain, span=block.whole)
    if mark[0] == ">":
        kind = Paragraph if is_mail else Quote  # a mail is quoted as a whole
        return kind(plain[begin:], span=block.span(begin, len(plain)))
    if mark[0] == "#":
        return Crosshead(plain[begin:], span=block.span(begin, len(plain)), level=min(len(mark) - 1, 6))
    if mark[0] in _DASHES and not _is_listed(block, blocks):
        return Paragraph(plain, span=block.whole)
    ordered = mark[0] == "(" or mark[0].isdigit() or mark[1:2] == ")"
    return ListItem(plain[begin:], span=block.span(begin, len(plain)), ordered=ordered)
