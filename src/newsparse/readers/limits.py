"""How much of a source is read. Reaching a limit is reported, never silent."""

from __future__ import annotations

from attrs import frozen

from newsparse.errors import SourceError

__all__ = ["Limits"]


@frozen
class Limits:
    """Bounds on what is read.

    >>> Limits(size=5_000_000).blocks
    200000
    """

    size: int = 64_000_000
    """Bytes or characters; a larger source raises `SourceError`."""
    depth: int = 250
    """Levels of nesting that keep their structure; deeper elements are read as if they stood at this level."""
    blocks: int = 200_000
    """Blocks of text; the rest of the source is kept as one last block."""

    def __attrs_post_init__(self) -> None:
        """Raise `SourceError` for a bound that is no whole number from 1 up."""
        for name in ("size", "depth", "blocks"):
            bound = getattr(self, name)
            if not isinstance(bound, int) or bound < 1:
                raise SourceError(f"limits: {name}", expected="a whole number from 1 up", got=repr(bound))

    def check_size(self, size: int) -> None:
        """Raise `SourceError` for a source that is too large."""
        if size > self.size:
            raise SourceError("the source is too large", expected=f"at most {self.size:,}", got=f"{size:,}")
