"""From a source to a `Document`. The only room that knows lxml and BeautifulSoup."""

from __future__ import annotations

from html import unescape
from typing import Literal

from newsparse.document import Document
from newsparse.errors import SourceError, expect
from newsparse.model import Problem
from newsparse.readers.encoding import decode, is_wide
from newsparse.readers.forms import is_escaped_page
from newsparse.readers.html import read_page, read_tree
from newsparse.readers.limits import Limits
from newsparse.readers.paths import xpath_fault
from newsparse.readers.plain import read_text
from newsparse.readers.sniff import binary_format, data_format, looks_like_page
from newsparse.vocabulary import ProblemKind, SourceKind

__all__ = ["Limits", "SourceName", "read", "xpath_fault"]

SourceName = Literal["text", "html"]
"""How a source is to be read, where the caller knows better than the detection."""


def read(
    page: object, *, url: str | None = None, source: SourceName | None = None, encoding: str | None = None, limits: Limits | None = None
) -> Document:
    """Return the document that parsers read: fixed text, its blocks in order, and what the head says.

    Args:
        page: bytes, str, an lxml tree or element, or a BeautifulSoup object.
        url: the page's address.
        source: `"text"` or `"html"` where the caller knows; else the source is looked at.
        encoding: of bytes, where the caller knows; else declared, UTF-8 or guessed.
        limits: bounds on size, depth and number of blocks.

    Raises:
        SourceError: the source or an option is of another type, or the source too large.

    >>> [block.plain for block in read("<h1>Bridge opens</h1><p>The mayor opened it.</p>").blocks]
    ['Bridge opens', 'The mayor opened it.']
    """
    limits = _checked(url, encoding, limits)
    if source not in (None, "text", "html"):
        raise SourceError("source", expected="'text', 'html' or None", got=repr(source))
    if isinstance(page, (bytearray, memoryview)):
        page = bytes(page)
    elif type(page) is not str and isinstance(page, str):
        page = str.__str__(page)  # a string of BeautifulSoup's holds on to its whole tree
    if isinstance(page, (bytes, str)):
        limits.check_size(len(page))
        document = _characters(page, url, source, encoding, limits)
        if (found := data_format(page)) is not None:
            document.problems.append(Problem(ProblemKind.FORMAT, f"the source is {found}, and no article"))
        return document
    return read_tree(page, url=url, limits=limits)


def _characters(page: bytes | str, url: str | None, source: SourceName | None, encoding: str | None, limits: Limits) -> Document:
    """Return the document of bytes or characters, read as what the caller says or else as what they look like."""
    if isinstance(page, bytes) and not is_wide(encoding) and (found := binary_format(page)) is not None:
        kind = SourceKind.TEXT if source == "text" else SourceKind.HTML
        return Document(kind, "", url=url, problems=[Problem(ProblemKind.FORMAT, f"this is no text but {found}")])
    if source == "html" or (source is None and looks_like_page(page)):
        return read_page(page, url=url, encoding=encoding, limits=limits)
    if source is None and is_escaped_page(page if isinstance(page, str) else page[:10_000].decode("latin-1")):
        text, problems = (page, []) if isinstance(page, str) else decode(page, encoding)
        document = read_page(unescape(text), url=url, limits=limits)
        document.problems += [*problems, Problem(ProblemKind.FORMAT, "the page came with its marks escaped; they were restored")]
        return document
    return read_text(page, url=url, encoding=encoding, limits=limits)


def _checked(url: object, encoding: object, limits: object) -> Limits:
    """Return the limits; raise `SourceError` for an option of a wrong type."""
    for value, name in ((url, "url"), (encoding, "encoding")):
        if value is not None:
            expect(value, str, name, "str or None")
    if limits is None:
        return Limits()
    expect(limits, Limits, "limits", "newsparse.Limits or None")
    assert isinstance(limits, Limits)
    return limits
