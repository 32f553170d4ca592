"""The headline of a plain text: the line above the story that names it, and its repeats."""

from __future__ import annotations

from collections.abc import Iterator

from newsparse.claim import Claim, Draft
from newsparse.document import Document
from newsparse.model import Headline
from newsparse.parsers.plain.shape import shape

__all__ = ["find_headline"]


def find_headline(document: Document, draft: Draft) -> Iterator[Claim]:
    """Yield the headline, and each line that says it again."""
    found = draft.once(shape)
    if found.headline is None:
        return
    for i in sorted((found.headline, *found.repeats)):
        block = document.blocks[i]
        begin = len(block.mark.strip()) + 1 if block.mark else 0
        span = block.span(begin, len(block.plain)) if begin else block.whole
        yield Claim(Headline(block.plain[begin:], span=span), 0.85, None, range(i, i + 1))
