"""The lines of a plain text, before it is told which of them go on from the line above."""

from __future__ import annotations

from attrs import define

__all__ = ["WIDE", "Line", "is_long"]

WIDE = 132
"""The widest margin: no terminal wraps further right."""


@define(eq=False)
class Line:
    """One line that is not blank, as it stands in the text."""

    start: int
    """Offset of its first character that is no space."""
    end: int
    """Offset behind its last."""
    text: str
    """Its characters between both."""
    gap: int
    """Blank lines before it."""
    indent: int
    """Columns before its first character."""
    mark: str
    """The bullet, number or heading mark that it opens with, with the space behind it; else empty."""


def is_long(line: Line) -> bool:
    """Return whether a line with words in it is longer than any margin."""
    return len(line.text) > WIDE and " " in line.text
