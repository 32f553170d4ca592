"""Plain text to a `Document`: one block a line, or a paragraph where lines are hard-wrapped."""

from __future__ import annotations

from newsparse.document import Block, Document
from newsparse.readers.encoding import decode
from newsparse.readers.limits import Limits
from newsparse.text import clean
from newsparse.vocabulary import SourceKind

__all__ = ["read_text"]


def read_text(source: bytes | str, *, url: str | None = None, encoding: str | None = None, limits: Limits) -> Document:
    """Return the document of a plain text; spans index the caller's own string."""
    text, problems = (source, []) if isinstance(source, str) else decode(source, encoding)
    document = Document(SourceKind.TEXT, text, url=url, problems=problems)
    offset = gap = 0
    for line in text.splitlines(keepends=True):
        raw = line.strip()
        if plain := clean(raw):
            start = offset + line.index(raw)
            document.blocks.append(Block(len(document.blocks), start, start + len(raw), raw, plain, gap=gap))
            gap = 0
        else:
            gap += 1
        offset += len(line)
    return document
