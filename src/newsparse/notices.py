"""What a page says that is no article: a notice in the place of a story, or an index of stories."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from operator import attrgetter

from newsparse import lexicon
from newsparse.document import Document
from newsparse.model import Node, Paragraph, Problem
from newsparse.text import fold
from newsparse.vocabulary import ProblemKind

__all__ = ["told_otherwise"]

# A notice is no longer than this, in characters, and a wall that asks for consent no longer than that.
_NOTICE, _WALL = 900, 4000
# An index has so many teasers, and they are such a share of its paragraphs. No article of the development pages has as many.
_TEASERS, _SHARE = 4, 0.7
# A teaser is longer than a time or a name, and what leads to its story is longer than a button.
_TEASER, _TITLE = 40, 15
_LINKED = 0.8
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))


def told_otherwise(document: Document, headline: Node | None, body: Sequence[Node]) -> Problem | None:
    """Return the problem of a source that is a notice or an index and no article; `None` for all others.

    Nothing is taken out of the article: what its text is remains for the caller to see.
    """
    size = sum(len(node.text) for node in body)
    if size <= _WALL:
        title = document.metadata.title
        first = [node.text for node in (headline, title, *body[:1]) if node is not None]
        names = {kind for text in first for kind in _kinds(text)} if size <= _NOTICE else set()
        if not names and size and _asks_consent(body):
            names = {"consent"}
        if names:
            return Problem(ProblemKind.FORMAT, f"the source is {_names()[min(names)]}, and no article")
    count = _teasers(document, body)
    if count:
        return Problem(ProblemKind.FORMAT, f"the source is an index of {count} stories, and no article")
    return None


@cache
def _names() -> dict[str, str]:
    """Return what each kind of notice is called."""
    return dict(lexicon.table("notices")["names"])


@cache
def _openings() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return, for each kind of notice, the words with which it opens, folded."""
    return tuple((kind, tuple(fold(text) for text in texts)) for kind, texts in lexicon.table("notices")["openings"].items())


def _kinds(text: str) -> list[str]:
    """Return the kinds of notices that a line opens like."""
    key = fold(text)
    return [kind for kind, texts in _openings() if key.startswith(texts)]


def _asks_consent(body: Sequence[Node]) -> bool:
    """Whether every paragraph speaks of cookies, trackers or consent."""
    words = tuple(lexicon.table("notices")["consent"])
    told = [node.text.lower() for node in body if len(node.text) > _TEASER]
    return bool(told) and all(any(word in text for word in words) for text in told)


def _teasers(document: Document, body: Sequence[Node]) -> int:
    """Return how many paragraphs stand below a heading that leads elsewhere; 0 where the text opens with words of its own, or goes on with such."""
    blocks = document.blocks
    total = count = 0
    for node in body:
        if not isinstance(node, Paragraph) or node.span is None or len(node.text) < _TEASER:
            continue
        total += 1
        above = blocks[bisect_right(blocks, node.span.start, key=attrgetter("start")) - 2]
        count += above.tag in _HEADINGS and above.link_density > _LINKED and len(above.plain) > _TITLE
        if not count:
            return 0
    return count if count >= _TEASERS and count >= _SHARE * total else 0
