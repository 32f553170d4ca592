"""A page to a `Document`: characters, tree, head, and one walk over the body."""

from __future__ import annotations

import re
from functools import partial
from itertools import islice
from typing import Any

from lxml import etree

from newsparse.document import Document
from newsparse.errors import SourceError
from newsparse.model import Problem
from newsparse.readers.encoding import decode, is_seven_bit
from newsparse.readers.head import read_head, read_items
from newsparse.readers.limits import Limits
from newsparse.readers.paths import Paths
from newsparse.readers.tree import NotUTF8Error, grow, within_depth
from newsparse.readers.twice import mended, twice_encoded
from newsparse.readers.walk import walk
from newsparse.text import clean
from newsparse.vocabulary import ProblemKind, SourceKind

__all__ = ["read_page", "read_tree"]

_ACCEPTED = "bytes, str, an lxml tree or element, or a BeautifulSoup"
# Of 2,100 pages two have so many paragraphs of so many characters in a `noscript`, both their story; one of these shows it, too.
_FEWEST, _PARAGRAPHS, _PROSE = 3, 50, 120
_SURROGATE = re.compile("[\ud800-\udfff]")


def read_page(source: bytes | str, *, url: str | None = None, encoding: str | None = None, limits: Limits) -> Document:
    """Return the document of a page given as bytes or characters.

    Raises:
        SourceError: the caller named an encoding that does not exist.
    """
    problems: list[Problem] = []
    plain = isinstance(source, bytes) and encoding is None and not _needs_decoding(source)
    data = source if plain and isinstance(source, bytes) else _as_utf8(source, encoding, problems)
    try:
        document = _read(data, url, limits, problems)
    except NotUTF8Error:
        data = _as_utf8(source, encoding, problems)
        document = _read(data, url, limits, problems)
    if twice_encoded(document.text):
        text, found = mended(data.decode("utf-8"))
        if found:
            document = _read(text.encode("utf-8"), url, limits, [*problems, *found])
    if not document.blocks:
        document.problems.append(Problem(ProblemKind.EMPTY, "the page shows no text"))
    return document


def _read(data: bytes, url: str | None, limits: Limits, problems: list[Problem]) -> Document:
    """Return the document of a page in UTF-8.

    Raises:
        NotUTF8Error: it is not.
    """
    document = Document(SourceKind.HTML, "", url=url, problems=list(problems))
    root = grow(data, limits.depth, document.problems)
    if root is not None:
        _fill(document, root, limits)
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
        _fill(document, root, limits)
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
    """Whether bytes cannot be UTF-8 as they stand: a byte order mark, a NUL, an encoding in seven bits."""
    return data[:2] in {b"\xff\xfe", b"\xfe\xff"} or data[:3] == b"\xef\xbb\xbf" or b"\0" in data or is_seven_bit(data)


def _as_utf8(source: bytes | str, encoding: str | None, problems: list[Problem]) -> bytes:
    """Return a page as UTF-8 that libxml2 reads to its end: no NULs, no halves of characters."""
    text = source
    if isinstance(text, bytes):
        text, found = decode(text, encoding)
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


def _fill(document: Document, root: Any, limits: Limits) -> None:
    """Read head and body of a tree into a document."""
    metadata = document.metadata
    metadata.set_items(partial(read_items, root))
    unread: list[Any] = []
    told = walk(document, root, limits.blocks - 1, unread=unread)
    if not document.blocks or any(_is_story_unread(element, document.text) for element in unread):
        for found in (document.blocks, metadata.media, metadata.times, metadata.authors):
            found.clear()
        told = walk(document, root, limits.blocks - 1, noscript=True)
    read_head(metadata, root, told)
    document.path_of = Paths()
    document.find_elements = root.xpath


def _is_story_unread(noscript: Any, text: str) -> bool:
    """Whether what a page has for browsers without scripts is paragraphs of prose that it does not show to others: a script puts them up."""
    paragraphs = [clean("".join(element.itertext())) for element in islice(noscript.iter("p"), _PARAGRAPHS)]
    longest = sorted(paragraphs, key=len)[-_FEWEST:]
    return len(longest) == _FEWEST and len(longest[0]) >= _PROSE and longest[-1] not in text
