"""Lines of a plain text that were printed with a picture: caption and credit."""

from __future__ import annotations

from collections.abc import Iterator

from newsparse.claim import Claim, Draft
from newsparse.document import Block, Document
from newsparse.model import Figure, Span, Text
from newsparse.parsers.plain.shape import shape

__all__ = ["find_figures"]


def find_figures(document: Document, draft: Draft) -> Iterator[Claim]:
    """Yield the captions with a credit that stand in the header and between the story's lines."""
    found = draft.once(shape)
    first = next(iter(found.story), 0)
    for i, parts in found.captions.items():
        block = document.blocks[i]
        plain = block.plain
        caption, credit = (_text(block, part) if part is not None else None for part in (parts.caption, parts.credit))
        figure = Figure(plain, span=block.whole, caption=caption, credit=credit, lead=i < first)
        # a name alone may as well be a byline
        sure = 0.93 if parts.caption is not None else 0.6
        yield Claim(figure, sure * parts.confidence, None, range(i, i + 1))


def _text(block: Block, part: Span) -> Text:
    """Return a part of a line."""
    text, span = block.part(*part)
    return Text(text, span=span)
