"""The story itself: which blocks are it, and what each of them is."""

from __future__ import annotations

from collections.abc import Iterator

from newsparse.claim import Claim, Draft, Parser
from newsparse.document import Document
from newsparse.model import Paragraph
from newsparse.parsers.body.page import find_on_page
from newsparse.vocabulary import SourceKind

__all__ = ["PARSERS"]


def find_paragraphs(document: Document, draft: Draft) -> Iterator[Claim]:
    """Yield long blocks with few links."""
    for block in document.blocks:
        if len(block.plain) > 100 and block.link_density < 0.3:
            element = block.scope.element if block.scope is not None else None
            yield Claim(Paragraph(block.plain, span=block.whole), 0.6, element, range(block.index, block.index + 1))


PARSERS = (
    Parser("body.page", "body", find_on_page, requires=("headline",), source=SourceKind.HTML),
    Parser("body.long_blocks", "body", find_paragraphs, source=SourceKind.TEXT),
)
