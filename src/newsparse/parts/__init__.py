"""A text that holds several articles, cut into its parts: exports of archives, and dumps one after the other.

Five shapes are known. An archive that prints "Document 3 of 12" (or "3 of 12 DOCUMENTS") before
each article and `BYLINE:`, `LENGTH:`, `LOAD-DATE:` lines around it; one that opens the lines of
each article with two-letter keywords (`HD`, `BY`, `WC`, `PD`, `SN`, `LP`, `TD`) and closes it
with "Document" and a number; one that closes each with "End of Document"; texts that each open
with front matter; and texts parted by form feeds or drawn lines.
"""

from __future__ import annotations

from attrs import evolve

from newsparse.errors import expect
from newsparse.parts.archives import ended, numbered, tagged
from newsparse.parts.dumps import drawn, fronted
from newsparse.parts.part import Part, Split
from newsparse.parts.stretches import part_of, trimmed
from newsparse.readers.encoding import decode

__all__ = ["Part", "Split", "split"]


def split(text: str | bytes, *, encoding: str | None = None) -> Split:
    """Return the articles that a text holds.

    Args:
        text: the characters, or the bytes of a file.
        encoding: of bytes, where the caller knows; else by byte order mark, UTF-8 or guessed.

    Raises:
        SourceError: the text is neither, or there is no such encoding.

    >>> found = split("1 of 2 DOCUMENTS\\n\\nOne\\n\\nText.\\n\\n2 of 2 DOCUMENTS\\n\\nTwo\\n\\nMore.")
    >>> found.found, found.announced, [part.number for part in found.parts]
    (2, 2, [1, 2])
    """
    if encoding is not None:
        expect(encoding, str, "encoding", "str or None")
    if isinstance(text, bytes):
        characters, problems = decode(text, encoding)
        return evolve(_split(characters), problems=tuple(problems))
    expect(text, str, "split", "str or bytes")
    return _split(text)


def _split(text: str) -> Split:
    """Return the parts of a text in the first shape that it has."""
    for find in (numbered, tagged, ended, fronted, drawn):
        found = find(text)
        if found is not None:
            return found
    whole = trimmed(text, 0, len(text))
    parts = (part_of(text, whole),) if whole is not None else ()
    return Split(text, parts, (), "single")
