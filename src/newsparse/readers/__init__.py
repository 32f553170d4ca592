"""From a source to a `Document`. The only room that knows lxml and BeautifulSoup."""

from __future__ import annotations

from typing import Literal

from newsparse.document import Document
from newsparse.errors import SourceError
from newsparse.readers.html import read_page, read_tree
from newsparse.readers.limits import Limits
from newsparse.readers.plain import read_text
from newsparse.readers.sniff import looks_like_page

__all__ = ["Limits", "SourceName", "read"]

SourceName = Literal["text", "html"]
"""How a source is to be read, where the caller knows better than the detection."""


def read(
    page: object, *, url: str | None = None, source: SourceName | None = None, encoding: str | None = None, limits: Limits | None = None
) -> Document:
    """Return the document of a source: bytes, str, an lxml tree or element, a BeautifulSoup.

    Raises:
        SourceError: the source is of another type, or larger than the limit.
    """
    limits = limits or Limits()
    if source not in {None, "text", "html"}:
        raise SourceError("source", expected="'text', 'html' or None", got=repr(source))
    if isinstance(page, (bytearray, memoryview)):
        page = bytes(page)
    if isinstance(page, (bytes, str)):
        limits.check_size(len(page))
        if source == "html" or (source is None and looks_like_page(page)):
            return read_page(page, url=url, encoding=encoding, limits=limits)
        return read_text(page, url=url, encoding=encoding, limits=limits)
    return read_tree(page, url=url, limits=limits)
