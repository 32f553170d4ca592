"""Plain text to a `Document`: one block a line, or a paragraph where lines are hard-wrapped."""

from __future__ import annotations

import re
from itertools import pairwise

from newsparse.document import Block, Document
from newsparse.marks import has_marks
from newsparse.model import Problem
from newsparse.readers.columns import in_columns
from newsparse.readers.encoding import decode
from newsparse.readers.forms import quote_mark, told_forms
from newsparse.readers.glue import parted
from newsparse.readers.limits import Limits
from newsparse.readers.lines import Line
from newsparse.readers.torn import torn
from newsparse.readers.wrap import continued
from newsparse.text import clean
from newsparse.vocabulary import ProblemKind, SourceKind

__all__ = ["read_text"]

# Marks: "* One", "• One", "1. One", "(a) One", "## One". No marks: "-40 degrees", "1.5 million", "#MeToo".
_MARK = re.compile(
    r"(?:[-*+•‣◦▪▫●○■□►▶▸✓✔➤·–—]|\d{1,3}[.)]|\(?[a-zA-Z]\)|\(\d{1,3}\)|\#{1,6}|o(?=\s+\S))[ \t\xa0]+(?=\S)"
    r"|[•‣◦▪●■►▶▸➤](?=\w)"
)
_MARKS = frozenset("-*+•‣◦▪▫●○■□►▶▸✓✔➤·–—(#o0123456789abcdefghijABCDEFGHIJ")
# What a letter that is a mark has behind it: "a) One", "o One".
_BEHIND_LETTER = frozenset(") \t\xa0")
# What a line opens with that may be nothing but marks: "[__](https://example.org)", "![**](a.png)".
_EMPTY = frozenset("[!*_")


def read_text(source: bytes | str, *, url: str | None = None, encoding: str | None = None, limits: Limits) -> Document:
    """Return the document of a plain text; spans index the caller's own string."""
    text, problems = (source, []) if isinstance(source, str) else decode(source, encoding)
    document = Document(SourceKind.TEXT, text, url=url, problems=problems)
    lines = _lines(text)
    joins = None
    if parts := parted(lines):
        lines = parts
    else:
        joins = torn(lines) or in_columns(lines) or (continued(lines) if _may_be_wrapped(lines) else None)
    document.blocks = _blocks(text, lines, joins)
    if not lines:
        document.problems.append(Problem(ProblemKind.EMPTY, "the text holds no line"))
    document.problems += told_forms(text, sum(line.mark[:1] == ">" for line in lines), len(lines))
    _limit(document, limits)
    return document


def _lines(text: str) -> list[Line]:
    """Return the lines that are not blank."""
    lines: list[Line] = []
    offset = gap = 0
    quoted = False  # whether the line above is
    for line in text.splitlines(keepends=True):
        raw = line.strip()
        if raw and not (quoted and not raw.strip("> \t")):  # an empty quoted line is blank
            first = raw[0]
            indent = 0 if line[0] == first else len(line) - len(line.lstrip())
            start = offset + indent
            mark = ""
            body = raw
            if first.isalpha() and raw[1:2] not in _BEHIND_LETTER:
                pass  # most lines: no mark opens so
            elif first == ">" and (quote := quote_mark(raw)) and (bare := raw[len(quote) :].strip()):
                parted = quote[-1].isspace() or raw[len(quote)].isspace()  # by a no-break space, say
                body, mark = bare, " ".join(quote.split()) + (" " if parted else "")
                indent += len(quote)
            elif first in _MARKS and (match := _MARK.match(raw)) and (first != "o" or indent > 1):
                mark = match[0].rstrip()
                if len(mark) < len(match[0]):
                    mark += " "  # as it stands in the clean text
            elif (not first.isprintable() or first in _EMPTY) and not clean(raw):  # nothing but invisible marks, or links of no text
                gap += 1
                offset += len(line)
                continue
            if indent and "\t" in line[:indent]:
                indent = len(line[:indent].expandtabs())
            lines.append(Line(start, start + len(raw), body, gap, indent, mark))
            quoted = mark[:1] == ">"
            gap = 0
        else:
            gap += 1
        offset += len(line)
    return lines


def _may_be_wrapped(lines: list[Line]) -> bool:
    """Whether a line stands right below one of a middling length."""
    return any(not line.gap and 38 <= len(above.text) <= 132 for above, line in pairwise(lines))


def _blocks(text: str, lines: list[Line], joins: list[bool] | None) -> list[Block]:
    """Return the blocks that the lines make."""
    blocks: list[Block] = []
    if joins is None:
        marked, gaping = has_marks(text), "  " in text
        for index, line in enumerate(lines):
            start, end, raw = line.start, line.end, line.text
            if len(raw) < end - start:  # without what it opens with
                raw = text[start:end]
            # most lines are clean as they stand, and that is seen more cheaply than made
            is_clean = raw.isprintable() and not (gaping and "  " in raw) and not (marked and has_marks(raw))
            plain = raw if is_clean else clean(raw)
            # gap, lines, indent and mark behind the six of pages: by their names they would cost two thirds more
            blocks.append(Block(index, start, end, raw, plain, "", None, 0, 0, 0, 0, line.gap, 1, line.indent, line.mark))
        return blocks
    i, count = 0, len(lines)
    while i < count:
        first = i
        i += 1
        while i < count and joins[i]:
            i += 1
        line, end = lines[first], lines[i - 1].end
        raw = text[line.start : end]
        blocks.append(
            Block(len(blocks), line.start, end, raw, clean(raw), gap=line.gap, indent=line.indent, mark=line.mark, lines=i - first)
        )
    return blocks


def _limit(document: Document, limits: Limits) -> None:
    """Keep what lies behind the last block that is allowed as one block, and say so."""
    blocks = document.blocks
    if len(blocks) <= limits.blocks:
        return
    at = max(limits.blocks - 1, 0)
    first, last = blocks[at], blocks[-1]
    raw = document.text[first.start : last.end]
    lines = sum(block.lines for block in blocks[at:])
    count = len(blocks)
    blocks[at:] = [Block(at, first.start, last.end, raw, clean(raw), gap=first.gap, indent=first.indent, lines=lines)]
    message = f"the text has {count:,} blocks, the limit is {limits.blocks:,}; the rest is one block"
    document.problems.append(Problem(ProblemKind.LIMIT, message, span=blocks[at].whole))
