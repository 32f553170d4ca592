"""The source text with each block tinted by its role and each claim's characters marked."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from attrs import frozen

from newsparse.inspector.page import element, text
from newsparse.model import Article, Node, Span
from newsparse.vocabulary import BlockRole

__all__ = ["Mark", "source_panel"]


@frozen
class Mark:
    """Characters that belong to a claim shown beside the text."""

    span: Span
    claim: str
    """The claim's identifier in the report."""
    chosen: bool
    """Whether it is the value of its field, and not a rival."""


def source_panel(article: Article, marks: Sequence[Mark]) -> str:
    """Return the left side: the source, block by block."""
    held = _by_block(article, marks)
    nodes = {node.span.start: node for node in (*article.body, *article.boilerplate, *article.notes, *article.figures) if node.span}
    kinds = _kinds(article)
    blocks = "".join(_block(article, i, held.get(i, ()), nodes, kinds) for i in range(len(article.blocks)))
    return element("section", element("h2", "Source"), blocks, id="source", tabindex="-1", aria_label="Source text")


def _kinds(article: Article) -> dict[int, str]:
    """Return the kind of each boilerplate block by the offset at which it begins."""
    return {node.span.start: node.kind.value for node in article.boilerplate if node.span}


def _by_block(article: Article, marks: Sequence[Mark]) -> dict[int, list[Mark]]:
    """Return the marks that touch each block."""
    starts = [block.span.start for block in article.blocks]
    held: dict[int, list[Mark]] = {}
    for mark in marks:
        i = max(0, bisect_right(starts, mark.span.start) - 1)
        while i < len(starts) and starts[i] < mark.span.end:
            held.setdefault(i, []).append(mark)
            i += 1
    return held


def _block(article: Article, i: int, marks: Sequence[Mark], nodes: Mapping[int, Node], kinds: dict[int, str]) -> str:
    span, role = article.blocks[i]
    kind = kinds.get(span.start) if role is BlockRole.BOILERPLATE else None
    label = kind or role.value
    node = nodes.get(span.start)
    why = f"{label.replace('_', ' ')}, {node.parser or 'no parser'}, confidence {node.confidence:.2f}" if node else label
    return element(
        "div",
        element("span", text(label.replace("_", " ")), class_="label"),
        element("span", "".join(_segments(article.source_text, span, marks)), class_="text", dir="auto"),
        class_="block",
        data_role=role.value,
        data_kind=kind,
        title=why,
    )


def _segments(source: str, span: Span, marks: Sequence[Mark]) -> Iterator[str]:
    """Yield the block's text, cut wherever a mark begins or ends."""
    inside = [mark for mark in marks if mark.span.start < span.end and mark.span.end > span.start]
    cuts = sorted({span.start, span.end, *(min(max(at, span.start), span.end) for mark in inside for at in mark.span)})
    for start, end in pairwise(cuts):
        here = [mark for mark in inside if mark.span.start <= start and mark.span.end >= end]
        piece = text(source[start:end])
        if not here:
            yield piece
            continue
        chosen = any(mark.chosen for mark in here)
        yield element("mark", piece, data_claims=" ".join(mark.claim for mark in here), class_="chosen" if chosen else None)
