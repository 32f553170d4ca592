"""A page to a `Document`: characters, tree, head, and one walk over the body."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

from newsparse.document import Document, Value
from newsparse.errors import SourceError
from newsparse.model import Problem
from newsparse.readers.encoding import decode, is_seven_bit, mended, needs_mending
from newsparse.readers.head import read_head, read_items
from newsparse.readers.limits import Limits
from newsparse.readers.tree import NotUTF8Error, grow, within_depth
from newsparse.readers.walk import walk
from newsparse.vocabulary import ProblemKind, SourceKind

__all__ = ["read_page", "read_tree"]

_ACCEPTED = "bytes, str, an lxml tree or element, or a BeautifulSoup"
_SURROGATE = re.compile("[\ud800-\udfff]")


def read_page(source: bytes | str, *, url: str | None = None, encoding: str | None = None, limits: Limits) -> Document:
    """Return the document of a page given as bytes or characters.

    Raises:
        SourceError: the caller named an encoding that does not exist.
    """
    document = Document(SourceKind.HTML, "", url=url)
    problems = document.problems
    data = (
        source if isinstance(source, bytes) and encoding is None and not _needs_decoding(source) else _as_utf8(source, encoding, problems)
    )
    try:
        root = grow(data, limits.depth, problems)
    except NotUTF8Error:
        data = _as_utf8(source, encoding, problems)
        root = grow(data, limits.depth, problems)
    if root is not None:
        _fill(document, root, limits, b"itemprop" in data or b"typeof=" in data)
    if not document.blocks:
        problems.append(Problem(ProblemKind.EMPTY, "the page shows no text"))
    return document


def read_tree(tree: object, *, url: str | None = None, limits: Limits) -> Document:
    """Return the document of an lxml tree or element, of an `ElementTree` or of a BeautifulSoup object.

    An lxml tree is read as it is and never changed; the others are read by way of their markup.

    Raises:
        SourceError: the object is none of these.
    """
    if isinstance(tree, etree._ElementTree):
        tree = tree.getroot()
        if tree is None:
            return _empty(url)
    if isinstance(tree, etree._Element):
        if not isinstance(tree.tag, str):  # a comment or a processing instruction
            return _empty(url)
        document = Document(SourceKind.HTML, "", url=url)
        root = within_depth(tree, limits.depth, document.problems)
        _fill(document, root, limits, has_items=True)
        if not document.blocks:
            document.problems.append(Problem(ProblemKind.EMPTY, "the page shows no text"))
        return document
    room = type(tree).__module__.partition(".")[0]
    if room == "bs4" and hasattr(tree, "decode"):
        return read_page(str(tree), url=url, limits=limits)
    if type(tree).__module__ in {"xml.etree.ElementTree", "xml.etree"} and type(tree).__name__ in {"Element", "ElementTree"}:
        from xml.etree.ElementTree import tostring

        element: Any = tree
        element = element.getroot() if type(tree).__name__ == "ElementTree" else element
        return read_page(tostring(element, encoding="unicode", method="html"), url=url, limits=limits)
    raise SourceError("source", expected=_ACCEPTED, got=type(tree).__name__)


def _empty(url: str | None) -> Document:
    return Document(SourceKind.HTML, "", url=url, problems=[Problem(ProblemKind.EMPTY, "the page shows no text")])


def _needs_decoding(data: bytes) -> bool:
    """Whether bytes must be looked at first: a byte order mark, a NUL, an encoding in seven bits, one applied twice."""
    return (
        data[:2] in {b"\xff\xfe", b"\xfe\xff"} or data[:3] == b"\xef\xbb\xbf" or b"\0" in data or is_seven_bit(data) or needs_mending(data)
    )


def _as_utf8(source: bytes | str, encoding: str | None, problems: list[Problem]) -> bytes:
    """Return a page as UTF-8 that libxml2 reads to its end: no NULs, no halves of characters."""
    text = source
    if isinstance(text, bytes):
        text, found = decode(text, encoding)
        problems.extend(found)
    if "\u00e2\u0080" in text or "\u00e2\u20ac" in text or "\u00c3" in text or "\u00c2" in text:
        text, found = mended(text)
        problems.extend(found)
    if "\0" in text:
        text = text.replace("\0", "")
        problems.append(Problem(ProblemKind.DAMAGED, "NUL characters were left out"))
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError:
        text, count = _SURROGATE.subn("\ufffd", text)
        problems.append(Problem(ProblemKind.ENCODING, f"{count} lone surrogates were replaced"))
        return text.encode("utf-8")


def _fill(document: Document, root: Any, limits: Limits, has_items: bool) -> None:
    """Read head and body of a tree into a document."""
    metadata = document.metadata
    read_head(metadata, root)
    if has_items:

        def items() -> dict[str, list[Value]]:
            return read_items(root)

        metadata.set_items(items)
    walk(document, root, limits.blocks - 1)
    if not document.blocks:
        walk(document, root, limits.blocks - 1, noscript=True)
    document.path_of = root.getroottree().getpath
    document.find_elements = root.xpath
