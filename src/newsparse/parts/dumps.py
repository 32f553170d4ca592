"""Articles one after the other in a dump: each opens with front matter, or form feeds or drawn lines stand between them."""

from __future__ import annotations

import re
from itertools import pairwise

from newsparse.model import Span
from newsparse.parsers.plain.front import is_front
from newsparse.parts.part import Part, Split
from newsparse.parts.stretches import HEAD, part_of, split_into, trimmed
from newsparse.text import clean

__all__ = ["drawn", "fronted"]

# The lines around front matter, which is no longer than this.
_FENCE = re.compile(r"^---[^\S\n]*$", re.MULTILINE)
_MAX_FRONT = 20_000
# "==========", "* * * * *", "----------": eight or more drawn signs, alone on the line.
_RULE = re.compile(r"^[^\S\n]*(?:[=\-_*#~+](?:[^\S\n]*)){8,200}\r?$", re.MULTILINE)
_FORM_FEED = re.compile(r"\f")
# What stands between two rules is an article when it has this much text and opens with a title.
_ARTICLE, _TITLE = 200, range(8, 161)
# One stretch that is no article is a cover sheet, and so is one for so many articles; where more are, the lines part something else.
_COVERS = 10


def fronted(text: str) -> Split | None:
    """Return the parts that open with front matter, when there are several."""
    opened: list[int] = []
    closed = -1
    for above, below in pairwise(_FENCE.finditer(text)):
        if above.start() != closed and _holds_front(text[above.end() : below.start()]):
            opened.append(above.start())
            closed = below.start()
    if len(opened) < 2:
        return None
    spans = [trimmed(text, start, end) for start, end in pairwise([*opened, len(text)])]
    return split_into(text, [Part(text[span.slice], span, {}) for span in spans if span is not None], "fronted", [])


def _holds_front(between: str) -> bool:
    """Return whether what stands between two fences is front matter."""
    return len(between) <= _MAX_FRONT and is_front(between.strip("\r\n").splitlines())


def drawn(text: str) -> Split | None:
    """Return the parts between form feeds or drawn lines, if each looks like an article."""
    for mark in (_FORM_FEED, _RULE):
        marks = list(mark.finditer(text))
        if not marks:
            continue
        starts, ends = [0, *(match.end() for match in marks)], [*(match.start() for match in marks), len(text)]
        spans = [span for start, end in zip(starts, ends, strict=True) if (span := trimmed(text, start, end)) is not None]
        articles = [span for span in spans if _is_article(text, span)]
        if len(articles) > 1 and len(spans) - len(articles) <= 1 + len(articles) // _COVERS:
            parts = [part_of(text, span) for span in articles]
            return split_into(text, parts, "drawn", [match for match in marks if match[0].strip()])
    return None


def _is_article(text: str, span: Span) -> bool:
    """Return whether a stretch opens with a title and goes on in prose."""
    if span.end - span.start < _ARTICLE:
        return False
    head, _, rest = text[span.start : span.start + HEAD].partition("\n")
    title = clean(head)
    return len(title) in _TITLE and not title.endswith((".", ",", ";", ":")) and title[0].isupper() and ". " in clean(rest) + " "
