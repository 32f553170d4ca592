"""The keyword lines of an archive's export.

Two families are known: lines that open with two letters and spaces (`HD`, `BY`, `PD`), whose value
may stand in the lines below, and lines that open with a word in capitals and a colon (`HEADLINE:`,
`BYLINE:`, `LENGTH:`), above which publisher and day stand without a keyword.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from newsparse.document import Block, Document
from newsparse.grammar.timestamp import parse_timestamp
from newsparse.model import Span
from newsparse.parsers.plain.stated import Header, Value, value_at

__all__ = ["read_keywords"]

# "HD    Rebels take city", "LP" alone; in the clean text one space is left, so the raw line is asked.
_TAG = re.compile(
    r"(HD|SE|BY|CR|WC|PD|ET|SN|SC|ED|PG|VOL|LA|CY|LP|TD|CO|IN|NS|RE|IPC|IPD|PUB|AN|RF|ART|CLM|CT|CX)(?:[^\S\n]{2,}|\t|\s*\n|$)"
)
# "BYLINE: By JANE DOE", "LENGTH: 1200 words"; not "Length: two hours" in a story.
_FIELD = re.compile(
    r"(HEADLINE|BYLINE|DATELINE|LENGTH|SECTION|SERIES|GRAPHIC|LANGUAGE|LOAD-DATE|PUBLICATION|PUBLICATION-TYPE|PUB-TYPE|CORRECTION-DATE|"
    r"DISTRIBUTION|SUBJECT|GEOGRAPHIC|JOURNAL-CODE|DOCUMENT-TYPE|HIGHLIGHT|COPYRIGHT|EDITION|URL):(?=\s|$)"
)
_CLOSED = re.compile(r"Document [A-Za-z]{1,10}[0-9]{6,}[0-9A-Za-z]{4,24}$")
# Keywords that only exports have; so many of them make one.
_TELLING = frozenset({"HD", "WC", "PD", "SN", "LP", "TD"})
_TELLING_FIELDS = frozenset({"BYLINE", "LENGTH", "LOAD-DATE", "PUBLICATION-TYPE", "PUB-TYPE", "JOURNAL-CODE"})
_TAGS_NEEDED, _FIELDS_NEEDED = 3, 2
# Behind these keywords stands the story itself.
_TEXT = frozenset({"LP", "TD"})
# A value in the lines below its keyword runs on for so many of them at most.
_LINES = 6
# Publisher and day are the first lines above the keywords.
_HEAD = 4
_MAX_PUBLISHER, _MAX_DAY = 80, 60
# The fields that keywords state, by the first of them that has a value.
_STATE = {
    "headline": ("HD", "HEADLINE"),
    "byline": ("BY", "BYLINE"),
    "dateline": ("DATELINE",),
    "section": ("SE", "SECTION"),
    "published": ("PD", "day"),
    "publisher": ("SN", "PUBLICATION", "publisher"),
    "language": ("LA", "LANGUAGE"),
}


def read_keywords(document: Document) -> Header | None:
    """Return what the keyword lines of a text state; `None` for a text that is no export."""
    text = document.text
    if "\nLP" not in text and "LENGTH:" not in text and "LOAD-DATE:" not in text:
        return None
    found = _keywords(document.blocks)
    tags = set(found)
    if len(tags & _TELLING) < _TAGS_NEEDED and len(tags & _TELLING_FIELDS) < _FIELDS_NEEDED:
        return None
    values: dict[str, Value] = {}
    lines: set[int] = set()
    starts = {block.index for block, _ in found.values()}
    for name, (block, size) in found.items():
        value = _value(document, block, size, () if name in _TEXT else _run_on(document.blocks, block, starts, name))
        lines.update(value.owns if value is not None else (block.index,))
        if value is not None:
            values[name] = value
    if tags & _TELLING_FIELDS:
        head = _head(document, min(starts))
        values |= head
        lines.update(index for name, value in head.items() if name == "publisher" for index in value.owns)
    stated = {field: values[first] for field, names in _STATE.items() if (first := next((n for n in names if n in values), None))}
    return Header(stated, frozenset(lines), frozenset(_story(found, len(document.blocks))))


def _story(found: dict[str, tuple[Block, int]], count: int) -> Iterator[int]:
    """Yield the indices of the lines between a keyword of the text and the next keyword."""
    starts = sorted(block.index for block, _ in found.values())
    for name in sorted(_TEXT & set(found)):
        first = found[name][0].index
        yield from range(first + 1, min([start for start in starts if start > first], default=count))


def _keywords(blocks: list[Block]) -> dict[str, tuple[Block, int]]:
    """Return the first line of each keyword and the keyword's length: what the story prints in its shape comes later."""
    found: dict[str, tuple[Block, int]] = {}
    for block in blocks:
        raw = block.text
        match = _TAG.match(raw) if raw[:1].isupper() and raw[1:2].isupper() else None
        match = match or _FIELD.match(raw)
        if match is not None:
            found.setdefault(match[1], (block, len(match[1]) + raw.startswith(":", len(match[1]))))
        elif _CLOSED.match(block.plain):
            found.setdefault("closed", (block, len("Document")))
    return found


def _run_on(blocks: list[Block], block: Block, starts: set[int], name: str) -> list[Block]:
    """Return the lines below a keyword of two letters that go on with its value, up to the next keyword."""
    if len(name) > len("PUB") or name == "AN":
        return []
    run: list[Block] = []
    for below in blocks[block.index + 1 : block.index + 1 + _LINES]:
        if below.index in starts:
            return run
        run.append(below)
    return run[:0]  # no keyword follows: it is not the value that goes on


def _value(document: Document, block: Block, size: int, below: list[Block] | tuple[()]) -> Value | None:
    """Return what stands behind a keyword, `None` for nothing."""
    rest = block.plain[size:]
    blocks = [block, *below]
    if rest.strip():
        start = block.span(size + len(rest) - len(rest.lstrip()), len(block.plain)).start
    elif below:
        start = below[0].start
    else:
        return None
    return value_at(document, Span(start, blocks[-1].end), blocks)


def _head(document: Document, first: int) -> dict[str, Value]:
    """Return publisher and day from the lines above the keywords: "The Courier", "December 6, 2024 Friday", the headline."""
    head = document.blocks[: min(first, _HEAD)]
    for above, below in pairwise(head):
        if len(below.plain) > _MAX_DAY or not any(char.isdigit() for char in below.plain):
            continue
        if len(above.plain) <= _MAX_PUBLISHER and not any(char.isdigit() for char in above.plain):
            stamp = parse_timestamp(below.plain)
            if stamp is not None and stamp.value is not None:
                return {"publisher": Value(above.plain, above.whole, [above]), "day": Value(below.plain, below.whole, [below])}
    return {}
