"""Stretches of a text that hold several articles: which become parts, and what is left between them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from newsparse.lexicon import table
from newsparse.model import Span
from newsparse.parsers.plain.keywords import name_pattern
from newsparse.parts.part import Part, Split
from newsparse.text import clean

__all__ = ["HEAD", "keyword_line", "part_of", "split_into", "trimmed"]

HEAD = 3_000
"""So many characters at the head of a text, or of a stretch, say what it is."""


def trimmed(text: str, start: int, end: int) -> Span | None:
    """Return the stretch without white space at its ends; `None` when nothing is left."""
    raw = text[start:end]
    bare = raw.strip()
    if not bare:
        return None
    start += len(raw) - len(raw.lstrip())
    return Span(start, start + len(bare))


@cache
def keyword_line() -> re.Pattern[str]:
    """Return the pattern of a line that opens with a keyword and a colon, and of its value."""
    return re.compile(rf"^[^\S\n]*{name_pattern()}[^\S\n]*(.*)$", re.MULTILINE)


def part_of(text: str, span: Span, number: int | None = None) -> Part:
    """Return the part that a stretch is, with what its keyword lines say."""
    return Part(text[span.slice], span, _header(text, span), number)


def _header(text: str, span: Span) -> Mapping[str, str]:
    """Return the keyword lines of a stretch by their keyword. What the body prints in their shape comes second and is not taken."""
    found: dict[str, str] = {}
    for match in keyword_line().finditer(text, *span):
        if value := clean(match[2]):
            found.setdefault(match[1].upper(), value)
    return found


def split_into(text: str, parts: list[Part], shape: str, marks: Iterable[re.Match[str]], announced: int | None = None) -> Split:
    """Return the split with what no part and no mark between parts holds."""
    residue = _between(text, [part.span for part in parts] + [Span(*match.span()) for match in marks])
    return Split(text, tuple(parts), tuple(residue), shape, _announced(text, parts) if announced is None else announced)


@cache
def _announcement() -> re.Pattern[str]:
    """Return the pattern of a line that says how many articles follow: "12 Documents", "Results found: 12", "Documents (12)"."""
    things = "|".join(map(re.escape, table("archives")["count"]["announced"]))
    return re.compile(rf"(?:^|\s)(?:(\d{{1,5}})\s+(?:{things})\b|(?:{things})\s*[:=(]\s*(\d{{1,5}})\b)", re.IGNORECASE)


def _announced(text: str, parts: list[Part]) -> int | None:
    """Return how many articles the text says, above the first one, that it holds."""
    first = parts[0].span.start if parts else 0
    match = _announcement().search(text, 0, min(first, HEAD))
    return int(match[1] or match[2]) if match is not None else None


def _between(text: str, taken: list[Span]) -> Iterator[Span]:
    """Yield the stretches with text outside the taken ones."""
    at = 0
    for start, end in sorted(taken):
        if span := trimmed(text, at, start):
            yield span
        at = max(at, end)
    if span := trimmed(text, at, len(text)):
        yield span
