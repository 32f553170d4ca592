"""The title of the story as displayed."""

from __future__ import annotations

from collections.abc import Iterator

from newsparse.claim import Claim, Draft, Parser
from newsparse.document import Document
from newsparse.model import Headline
from newsparse.vocabulary import SourceKind

__all__ = ["PARSERS"]


def find_h1(document: Document, draft: Draft) -> Iterator[Claim]:
    """Yield the page's first-level headings."""
    for block in document.blocks:
        if block.scope is not None and "h1" in block.scope.within:
            yield Claim(Headline(block.plain, span=block.whole), 0.8, block.scope.element, range(block.index, block.index + 1))
            return


PARSERS = (
    Parser("headline.h1", "headline", find_h1, source=SourceKind.HTML),
)
