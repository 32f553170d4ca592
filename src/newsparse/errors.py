"""Every error that newsparse raises.

One base class, so that a caller can catch everything of ours at once; the values that
led to an error are attributes, so that nobody has to read a message to act on it.
"""

from __future__ import annotations

from typing import Any

__all__ = ["NewsparseError", "ParserError", "PipelineError", "SourceError", "expect", "expect_text"]


class NewsparseError(Exception):
    """Base of every error raised by newsparse."""

    def __reduce__(self) -> tuple[Any, ...]:
        """Return how an error is copied and sent between processes: by its attributes, whatever its arguments were."""
        return _restored, (type(self), self.args, dict(vars(self)))


def _restored(kind: type[NewsparseError], args: tuple[Any, ...], values: dict[str, Any]) -> NewsparseError:
    error = kind.__new__(kind, *args)
    vars(error).update(values)
    return error


class SourceError(NewsparseError):
    """The source cannot be read: a wrong type, too large, or undecodable when strict."""

    def __init__(self, problem: str, *, expected: str, got: str) -> None:
        super().__init__(f"{problem}: expected {expected}, got {got}")
        self.problem = problem
        """What is wrong, in a few words."""
        self.expected = expected
        """What would have been accepted."""
        self.got = got
        """What came."""


def expect(value: object, kind: type, name: str, expected: str) -> None:
    """Raise `SourceError` unless an argument of that name is of a kind; `expected` says in words what is."""
    if not isinstance(value, kind):
        raise SourceError(name, expected=expected, got=type(value).__name__)


def expect_text(value: object, name: str) -> None:
    """Raise `SourceError` unless a value handed to the function of that name is a string."""
    expect(value, str, name, "str")


class PipelineError(NewsparseError):
    """A pipeline is wired wrongly: an unknown or repeated name, an unmet need, a bad plug-in."""

    def __init__(self, problem: str, *, parser: str | None = None) -> None:
        super().__init__(problem if parser is None else f"parser {parser!r}: {problem}")
        self.problem = problem
        """What is wrong."""
        self.parser = parser
        """Name of the parser concerned; `None` when no single one is."""


class ParserError(NewsparseError):
    """A parser raised, or claimed something that is not in the document."""

    def __init__(self, parser: str, problem: str) -> None:
        super().__init__(f"parser {parser!r}: {problem}")
        self.parser = parser
        """Name of the parser."""
        self.problem = problem
        """What it did; the cause, if it raised, is chained."""
