"""What the lines above a text's story state: a value with its place for each field."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import define, field

from newsparse.document import Block, Document
from newsparse.model import Span
from newsparse.text import clean

__all__ = ["Header", "Value", "value_at"]


@define(eq=False)
class Value:
    """What stands behind a keyword."""

    text: str
    """The value, clean."""
    span: Span
    """Where it stands."""
    blocks: list[Block]
    """The blocks that hold keyword and value."""

    @property
    def owns(self) -> range:
        """The indices of its blocks."""
        return range(self.blocks[0].index, self.blocks[-1].index + 1)


@define(eq=False)
class Header:
    """The lines of a text that state its fields."""

    values: dict[str, Value]
    """By field, those with a value; the first of each."""
    lines: frozenset[int] = frozenset()
    """Indices of all lines that hold keywords and their values: no part of the story."""
    story: frozenset[int] = frozenset()
    """Indices of the lines that are the story and nothing else, where the header tells."""
    opens: Mapping[int, int] = field(factory=dict)
    """Where the story begins in its lines that open with a keyword."""


def value_at(document: Document, span: Span, blocks: list[Block]) -> Value:
    """Return the value that stands in a range of the text."""
    return Value(clean(document.text[span.slice]), span, blocks)
