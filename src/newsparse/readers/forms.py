"""Text that is something else in disguise: Markdown, RTF, a mail, a page with its marks escaped."""

from __future__ import annotations

import re

from newsparse.model import Problem
from newsparse.vocabulary import ProblemKind

__all__ = ["is_escaped_page", "quote_mark", "told_forms"]

_WINDOW = 8_000
# Marks of a page, escaped: the sign for "less", then a tag; "a &lt; b" has no tag.
_ESCAPED = re.compile(
    r"&(?:amp;)?lt;/?(?:p|div|h[1-6]|br|html|head|body|article|span|a|ul|li|meta|title|section|figure|img|em|strong)\b", re.IGNORECASE
)
_TAG = re.compile(r"</?[a-zA-Z]")
# A heading with number signs, a link with its address, bold words, a drawn line.
_MARKS = (
    re.compile(r"^\#{1,6}[ \t]+\S", re.MULTILINE),
    re.compile(r"\]\((?:https?:|/|\#)"),
    re.compile(r"\*\*[^\s*][^*\n]{0,200}\*\*"),
    re.compile(r"^(?:={3,}|-{3,}|\*{3,})[ \t]*$", re.MULTILINE),
)
# An address or a file's name alone, where a page was meant: "https://example.org/story", "story.html", "/srv/story"; not "Stop.", "/s".
_ADDRESS = re.compile(r"\s*(?:https?://\S{1,2000}|[^\s<>]{1,250}\.(?:html?|txt|xml)|(?:/[\w.-]{2,100}){2,20})\s*")
# What a mail says of a part that it carries in letters of ASCII alone.
_ENCODED_PART = re.compile(r"^Content-Transfer-Encoding:[ \t]*(?:base64|quoted-printable)", re.MULTILINE | re.IGNORECASE)
# "> ", ">> ", "> > ": what a mail program puts before the lines that it quotes
_QUOTE = re.compile(r"(?:>[ \t]?){1,8}")
# So many lines, and such a share of all, make a quoted mail; one line that opens with ">" is a crumb or an arrow.
_QUOTED, _QUOTED_SHARE = 3, 0.3


def is_escaped_page(text: str) -> bool:
    """Return whether a text is a page whose marks were escaped once too often.

    >>> is_escaped_page("&lt;h1&gt;One&lt;/h1&gt;&lt;p&gt;Two.&lt;/p&gt;"), is_escaped_page("If a &lt; b, then")
    (True, False)
    """
    head = text[:_WINDOW].lstrip("\ufeff \t\r\n")
    return head.startswith("&") and "lt;" in head and len(_ESCAPED.findall(head)) > 2 and _TAG.search(head) is None


def quote_mark(raw: str) -> str:
    """Return the marks of quoting that a line opens with; empty for none."""
    match = _QUOTE.match(raw)
    return match[0] if match else ""


def told_forms(text: str, quoted: int, lines: int) -> list[Problem]:
    """Return a problem for each form that a text has beside being text."""
    found = []
    head = text[:_WINDOW]
    if is_escaped_page(text):
        found.append(Problem(ProblemKind.FORMAT, "the text is a page with its marks escaped; it was read as text"))
    counts = (
        [len(mark.findall(head)) for mark in _MARKS]
        if "#" in head or ("]" in head and "](" in head) or ("*" in head and "**" in head)
        else [0]
    )
    if (counts[0] and sum(counts) > 1) or sum(count > 0 for count in counts) > 1 or max(counts[1:], default=0) > 2:
        found.append(Problem(ProblemKind.FORMAT, "the text is written in Markdown; its headings and items were taken as such"))
    if lines == 1 and len(text) < _WINDOW and _ADDRESS.fullmatch(text):
        found.append(Problem(ProblemKind.FORMAT, "the text is an address, not what stands there: nothing is fetched or opened"))
    if head.startswith("{\\rtf"):
        found.append(Problem(ProblemKind.FORMAT, "the text is RTF, with its marks: what it shows must be taken out first"))
    if ":" in head[:100] and _ENCODED_PART.search(head) is not None:
        found.append(Problem(ProblemKind.FORMAT, "the text is a mail as it is sent, encoded: the standard library's email reads it"))
    if is_quoted(quoted, lines):
        found.append(Problem(ProblemKind.FORMAT, "the text is a quoted mail; the marks before its lines were taken off"))
    return found


def is_quoted(quoted: int, lines: int) -> bool:
    """Return whether so many quoted lines among all make a quoted mail."""
    return quoted >= _QUOTED and quoted >= _QUOTED_SHARE * lines
