"""Whether a source is a page or plain text."""

from __future__ import annotations

import re

__all__ = ["looks_like_page"]

_MARK = re.compile(r"<(?:!doctype\s+html|html|head|body|article|main|div|p|h1|meta|title|section|span|table|script|!--)[\s>/]", re.I)
_MARK_BYTES = re.compile(_MARK.pattern.encode(), re.I)
# A page opens with markup; prose that quotes a tag does not. Tuned on none: the first 2,000
# characters of every page of the development corpora hold one of the tags.
_WINDOW = 4_000


def looks_like_page(source: bytes | str) -> bool:
    """Return whether a source is markup.

    >>> looks_like_page("<p>One.</p>"), looks_like_page("The <p> tag opens a paragraph.")
    (True, False)
    """
    if isinstance(source, bytes):
        head = source[:_WINDOW]
        if head.startswith((b"\xff\xfe", b"\xfe\xff")):
            return _is_markup(head.decode("utf-16", "ignore"))
        return _is_markup(head.decode("latin-1"))
    return _is_markup(source[:_WINDOW])


def _is_markup(head: str) -> bool:
    start = head.lstrip("\ufeff\xef\xbb\xbf \t\r\n\x00")
    found = _MARK.search(start)
    if found is None:
        return start.startswith("<?xml")
    return start.startswith("<") or len(_MARK.findall(start)) > 3
