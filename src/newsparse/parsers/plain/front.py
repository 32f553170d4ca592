"""The front matter of Markdown: lines between two fences above a story that say what it is."""

from __future__ import annotations

import re
from functools import cache

from newsparse import lexicon
from newsparse.document import Block, Document
from newsparse.model import Span
from newsparse.parsers.plain.stated import Header, Value, value_at

__all__ = ["is_front", "read_front"]

# 'title: "Bridge opens"', "pub-date: 2024-12-06", "tags:"; not "Police: two hurt" behind the fence, for it is not looked at there.
_LINE = re.compile(r"([^\W\d][\w .-]{0,30}?)[ \t]*:(?:[ \t]+|$)")
_FENCE = "---"
# What an item below a key, or a line that goes on, opens with.
_ITEM = frozenset(("", " ", "\t", "-"))
# Front matter has at most so many lines.
_MOST = 80
# What a value that is an object says in words: '{"text": "By Ann Lee", "contributors": [...]}'; our own Markdown has such.
_WORDS = re.compile(r'\{"text":\s*"([^"\\]{1,500})"')
# What may stand around a value, its own marks apart.
_MARKS = "\"'[]{}, \t"


def read_front(document: Document) -> Header | None:
    """Return what stands between the first line and its like; `None` where that is not front matter."""
    blocks = document.blocks
    if not blocks or blocks[0].plain != _FENCE:
        return None
    end = next((block.index for block in blocks[1:_MOST] if block.plain in {_FENCE, "..."}), 0)
    inside = blocks[1:end]
    if not is_front([document.text[block.start - block.indent : block.end] for block in inside]):
        return None
    keyed = [block for block in inside if _LINE.match(block.plain) and not block.mark and not block.indent]
    values: dict[str, Value] = {}
    starts = [block.index for block in keyed[1:]] + [end]
    for block, stop in zip(keyed, starts, strict=True):
        match = _LINE.match(block.plain)
        field = _keys().get(match[1].lower().replace("_", "").replace("-", "").replace(" ", "")) if match else None
        value = _value(document, blocks[block.index : stop], match.end()) if field is not None and match is not None else None
        if field is not None and value is not None:
            values.setdefault(field, value)
    return Header(values, frozenset(range(end + 1)))


def is_front(lines: list[str]) -> bool:
    """Return whether the lines between two fences are front matter: the first has a key, each other one too, or is an item below it.

    >>> is_front(["title: Bridge opens", "tags:", "  - city"]), is_front(["Police: two hurt", "The mayor came."])
    (True, False)
    """
    return bool(lines) and _LINE.match(lines[0]) is not None and all(line[:1] in _ITEM or _LINE.match(line) for line in lines)


@cache
def _keys() -> dict[str, str]:
    """Return what the keys of front matter stand for."""
    return {key: field for field, keys in lexicon.table("headers")["front"].items() for key in keys}


def _value(document: Document, lines: list[Block], size: int) -> Value | None:
    """Return what stands behind a key: on its line, or in the items below; `None` for nothing."""
    first = lines[0]
    spans = [_bare(first, size)] if size < len(first.plain) else []
    spans += [_bare(line, len(line.mark)) for line in lines[1:]]
    stated = [span for span in spans if span is not None]
    return value_at(document, Span(stated[0].start, stated[-1].end), lines) if stated else None


def _bare(line: Block, begin: int) -> Span | None:
    """Return where the value of a line stands, its quotes and brackets apart; `None` for nothing."""
    rest = line.plain[begin:]
    if (words := _WORDS.match(rest.lstrip())) is not None:
        begin += len(rest) - len(rest.lstrip()) + words.start(1)
        return line.span(begin, begin + len(words[1]))
    start, end = len(rest) - len(rest.lstrip(_MARKS)), len(rest.rstrip(_MARKS))
    return line.span(begin + start, begin + end) if start < end else None
