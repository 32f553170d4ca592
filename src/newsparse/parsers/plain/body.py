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
# So many lines in a row that open with a hyphen are a list; as many are looked at to either side.
_RUN = 3
_ENDS = tuple(".!?…,;:\"'”’»。！？؟।۔")


def find_story(document: Document, draft: Draft) -> Iterator[Claim]:
    """Yield the lines of the story."""
    blocks = document.blocks
    is_mail = 2 * sum([block.mark[:1] == ">" for block in blocks]) > len(blocks)
    found = draft.once(shape)
    opens = found.header.opens
    last = max(found.story, default=-1)
    parted = 2 * sum([blocks[i].gap > 0 for i in found.story]) > len(found.story)
    for i, sure in found.story.items():
        block = blocks[i]
        node = _node(block, blocks, is_mail=is_mail, parted=parted) if i not in opens else _behind_keyword(block, opens[i])
        if i == last and isinstance(node, Crosshead) and not block.mark:
            node = Paragraph(node.text, span=node.span)  # nothing follows that it could head
        yield Claim(node, _confidence(block, sure), None, range(i, i + 1))


def _behind_keyword(block: Block, begin: int) -> Paragraph:
    """Return the paragraph that stands on the line of a keyword."""
    text, span = block.part(begin, len(block.plain))
    return Paragraph(text, span=span)


def _is_listed(block: Block, blocks: list[Block], *, parted: bool) -> bool:
    """Whether a line that opens with a dash is a list's item: speech opens so too.

    Items stand in a row. Three hyphens in a row are one, two dashes only where blank lines part
    the paragraphs of a text (`parted`) and not the items, or where no sentence ends.
    """
    low = high = block.index
    while low and block.index - low < _RUN and blocks[low - 1].mark == block.mark:
        low -= 1
    while high + 1 < len(blocks) and high - block.index < _RUN and blocks[high + 1].mark == block.mark:
        high += 1
    if low == high:
        return False
    if block.mark[0] == "-" and high - low + 1 >= _RUN:
        return True
    run = blocks[low : high + 1]
    tight = not any(item.gap for item in run[1:])
    return tight and (parted or not any(item.plain.endswith(_ENDS) for item in run))


def _confidence(block: Block, sure: float) -> float:
    """Return how firmly the story holds a line: a short one gives way to a field that knows its grammar."""
    return (0.9 if len(block.plain) > _CROSSHEAD else 0.7) * sure


def _node(block: Block, blocks: list[Block], *, is_mail: bool, parted: bool) -> Node:
    """Return what a line of the story is."""
    plain, mark = block.plain, block.mark
    begin = len(mark)
    if not mark:
        if len(plain) <= _CROSSHEAD and not plain.endswith(_ENDS):
            return Crosshead(plain, span=block.whole)
        return Paragraph(plain, span=block.whole)
    if plain[begin : begin + 1] == " ":  # behind a mark of no width, which the clean text has not
        begin += 1
    if mark[0] == ">":
        kind = Paragraph if is_mail else Quote  # a mail is quoted as a whole
        return kind(plain[begin:], span=block.span(begin, len(plain)))
    if mark[0] == "#":
        return Crosshead(plain[begin:], span=block.span(begin, len(plain)), level=min(len(mark) - 1, 6))
    if mark[0] in _DASHES and not _is_listed(block, blocks, parted=parted):
        return Paragraph(plain, span=block.whole)
    ordered = mark[0] == "(" or mark[0].isdigit() or mark[1:2] == ")"
    return ListItem(plain[begin:], span=block.span(begin, len(plain)), ordered=ordered)
