"""The header of a mail above the story that it carries: whom from, whom to, what about and when, in every form that programs print."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from newsparse import lexicon
from newsparse.document import Block, Document
from newsparse.model import Span
from newsparse.parsers.plain.stated import Header, Value, value_at

__all__ = ["read_mail"]

# "Subject: Bridge opens", "Objet : Le pont", "件名：橋"; not "The mayor told the council on Monday: we will build".
_LINE = re.compile(r"([^\W\d_](?:[\w-]| (?=\w)){0,29})[ \xa0]?[:：](?!//)\s*")
# The names that servers give their lines, which no list has all of: "X-Mailer", "DKIM-Signature"; not "From", "Q-".
_SERVERS = re.compile(r"[A-Za-z]+(?:-[A-Za-z0-9]+)+")
# What may be such a mark: "Fwd: ", "AW:", "Re[2]: "
_ANSWER = re.compile(r"([^\W\d_]{1,5})(?:\[\d{1,2}\])?[ \xa0]?[:：]\s*")
# What is written in letters of ASCII alone is for programs to read: "=?utf-8?B?…".
_ENCODED = "=?"
# A header has at most so many lines, and at least so many that are known; one that stands lower, below a word
# of the sender's, has more, its subject among them, and that word is no longer (in characters).
_MOST, _FEWEST, _FEWEST_BELOW, _WORD = 80, 2, 3, 300


class _Line(NamedTuple):
    """One line of a header, with those that go on from it."""

    field: str
    """What it states."""
    begin: int
    """Where its value begins in the first block."""
    blocks: list[Block]
    """The line, and those that it was folded into."""


def read_mail(document: Document) -> Header | None:
    """Return what a mail's header states; `None` where the text has none.

    Of a mail that was passed on it is the inner header: the outer one tells who passed it on. What stands above
    is no part of the story, nor is the mail below that this one answers.
    """
    blocks = document.blocks
    header = _header(blocks, 0, _FEWEST)
    while inner := _inner(blocks, _end(header)):
        header = inner
    if not header:
        return None
    values: dict[str, Value] = {}
    for line in header:
        value = _value(document, line)
        if value is not None:
            values.setdefault(line.field, value)
    end = _end(header)
    return Header(values, frozenset((*range(end), *range(_answered(blocks, end), len(blocks)))))


def _end(header: list[_Line]) -> int:
    """Return the index of the block below a header."""
    return header[-1].blocks[-1].index + 1 if header else 0


@cache
def _fields() -> dict[str, str]:
    """Return what the known lines of a mail's header state."""
    return {key: field for field, keys in lexicon.table("headers")["mail"].items() for key in keys}


@cache
def _answers() -> frozenset[str]:
    """Return what programs put before the subject of a mail that is answered or passed on."""
    return frozenset(lexicon.table("headers")["answers"])


def _inner(blocks: list[Block], first: int) -> list[_Line]:
    """Return the header that stands below the first words of a mail; nothing where none does."""
    words = 0
    for block in blocks[first : first + _MOST]:
        header = _header(blocks, block.index, _FEWEST_BELOW)
        if any(line.field == "subject" for line in header):
            return header
        words += len(block.plain)
        if words > _WORD:
            break
    return []


def _answered(blocks: list[Block], first: int) -> int:
    """Return the index of the block of a mail that stands below the text of this one; past the last for none."""
    for block in blocks[first + 1 :]:
        if any(line.field == "subject" for line in _header(blocks, block.index, _FEWEST_BELOW)):
            above = blocks[block.index - 1].plain  # "-----Original Message-----"
            return block.index - (above[:1] == above[-1:] == "-")
    return len(blocks)


def _header(blocks: list[Block], first: int, fewest: int) -> list[_Line]:
    """Return the lines of the header that begins with a block; nothing where too few of them are known."""
    lines: list[_Line] = []
    known = 0
    for block in blocks[first : first + _MOST]:
        line = _line(block)
        if line is not None:
            lines.append(line)
            known += line.field != "server"
        elif lines and not block.gap and block.indent > lines[-1].blocks[0].indent:
            lines[-1].blocks.append(block)
        else:
            break
    return lines if known >= fewest else []


def _line(block: Block) -> _Line | None:
    """Return the line of a header that a block is."""
    match = _LINE.match(block.plain, len(block.mark))
    if match is None:
        return None
    field = _fields().get(match[1].lower()) or ("server" if _SERVERS.fullmatch(match[1]) else None)
    return _Line(field, match.end(), [block]) if field is not None else None


def _value(document: Document, line: _Line) -> Value | None:
    """Return what a line says of its field, the marks of an answer apart; `None` for nothing."""
    block, begin = line.blocks[0], line.begin
    while line.field == "subject" and (mark := _ANSWER.match(block.plain, begin)) and mark[1].lower() in _answers():
        begin = mark.end()
    if begin >= len(block.plain) or block.plain.startswith(_ENCODED, begin):
        return None
    return value_at(document, Span(block.span(begin, len(block.plain)).start, line.blocks[-1].end), line.blocks)
