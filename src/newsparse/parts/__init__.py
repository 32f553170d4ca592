"""A text that holds several articles, cut into its parts: exports of archives, and dumps one after the other.

Five shapes are known. An archive that prints "Document 3 of 12" (or "3 of 12 DOCUMENTS") before
each article and `BYLINE:`, `LENGTH:`, `LOAD-DATE:` lines around it; one that opens the lines of
each article with two-letter keywords (`HD`, `BY`, `WC`, `PD`, `SN`, `LP`, `TD`) and closes it
with "Document" and a number; one that closes each with "End of Document"; texts that each open
with front matter; and texts parted by form feeds or drawn lines.
"""

from __future__ import annotations

from newsparse.errors import expect_text
from newsparse.parts.archives import ended, numbered, tagged
from newsparse.parts.dumps import drawn, fronted
from newsparse.parts.part import Part, Split
from newsparse.parts.stretches import part_of, trimmed

__all__ = ["Part", "Split", "split"]


def split(text: str) -> Split:
    """Return the articles that a text holds.

    Raises:
        SourceError: the text is no string.

    >>> found = split("1 of 2 DOCUMENTS\\n\\nOne\\n\\nText.\\n\\n2 of 2 DOCUMENTS\\n\\nTwo\\n\\nMore.")
    >>> found.found, found.announced, [part.number for part in found.parts]
    (2, 2, [1, 2])
    """
    expect_text(text, "split")
    for find in (numbered, tagged, ended, fronted, drawn):
        found = find(text)
        if found is not None:
            return found
    whole = trimmed(text, 0, len(text))
    parts = (part_of(text, whole),) if whole is not None else ()
    return Split(parts, (), "single")
