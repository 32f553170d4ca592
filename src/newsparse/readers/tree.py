"""Bytes to a tree that holds the whole page, whatever the bytes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from lxml import etree

from newsparse.errors import NewsparseError
from newsparse.model import Problem
from newsparse.readers.kinds import BLOCK, BREAK, MEDIA, NOSCRIPT, PRE, RULE, SKIP, TOLD, Kinds
from newsparse.vocabulary import ProblemKind

__all__ = ["NotUTF8Error", "grow", "within_depth"]

# lxml keeps 256 levels and drops the rest of the page without a word; the walk's recursion bears as many.
_LXML_DEPTH = 250
_RESOURCE_LIMIT = 114  # libxml2's XML_ERR_RESOURCE_LIMIT: too deep, or a token over 10 MB
# Faults of markup that tell nothing about the encoding: a wrong closing tag, an unknown tag, a bad attribute …
_MARKED = frozenset((BLOCK, MEDIA, BREAK, RULE, PRE, NOSCRIPT))
_SILENT = frozenset((SKIP, TOLD))
_VOID = frozenset("meta link base input param area col frame basefont bgsound".split())
_HARMLESS = frozenset((39, 40, 41, 42, 65, 68, 73, 76, 77, 105, 513, 800, 801, 802))


# What the builder of trees refuses, though the parser lets it pass.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class NotUTF8Error(NewsparseError):
    """The bytes are not UTF-8. Does not leave the readers."""


def grow(data: bytes, depth: int, problems: list[Problem]) -> Any | None:
    """Return the root of the tree of a page in UTF-8 without NULs; `None` when it has no element and no text.

    lxml cuts a page that is nested too deeply or has too long a token, and only its error log
    says so. Such a page is read again, into a tree that is built with a bound on its depth.
    So is the encoding: libxml2 checks it anyway, and a second look costs a tenth of a parse.

    Raises:
        NotUTF8Error: the bytes are not UTF-8.
    """
    data = _without_attribute_floods(data, problems)
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:  # nothing in it, or nothing that libxml2 would keep
        root = None
    codes = {entry.type for entry in parser.error_log}
    if not codes <= _HARMLESS:
        _check_utf8(data)
    if _RESOURCE_LIMIT in codes or depth < _LXML_DEPTH:
        builder: Any = _Builder(min(depth, _LXML_DEPTH))
        parser = etree.HTMLParser(
            target=builder, encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False, huge_tree=True
        )
        root = etree.fromstring(data, parser)
        builder.report(problems)
    if root is not None:
        _take_in_what_follows(root)
    return root


def _take_in_what_follows(root: Any) -> None:
    """Move what stands behind an early `</html>` into the body, as browsers show it: libxml2 makes second roots of it."""
    following = root.getnext()
    if following is None:
        return
    body = root.find("body")
    while following is not None:
        after = following.getnext()
        (root if body is None else body).append(following)
        following = after


def _check_utf8(data: bytes) -> None:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise NotUTF8Error(str(error)) from error


class _Builder:
    """A parser target that builds a tree of bounded depth.

    What is nested deeper is read as if it stood at the last level: inline elements dissolve,
    block-level ones leave an empty element, which parts the text before from that behind.
    """

    def __init__(self, depth: int) -> None:
        self.most = depth
        self.depth = self.deepest = self.silent = 0
        self.tree = etree.TreeBuilder(parser=etree.HTMLParser())  # which takes names that XML does not
        self.kinds = Kinds()
        self.opened: list[str] = []

    def start(self, tag: str, attributes: Mapping[Any, Any]) -> None:
        """Open an element, or leave its mark."""
        self.depth += 1
        if self.depth <= self.most:
            self._open(tag, attributes)
            return
        self.deepest = max(self.deepest, self.depth)
        kind = self.kinds[tag]
        if kind in _SILENT and tag not in _VOID:
            self.silent += 1
        elif not self.silent and kind in _MARKED:
            self._mark(tag if kind in {MEDIA, BREAK} else "div", dict(attributes) if kind == MEDIA else {})

    def _open(self, tag: str, attributes: Mapping[Any, Any]) -> None:
        """Open an element; `<p"x>`, whose name the parser makes and the builder refuses, is a span, and keeps no such attribute."""
        told: dict[Any, Any] = {name: _FORBIDDEN.sub("\ufffd", value) for name, value in attributes.items()}
        for name, values in ((tag, told), (tag, {}), ("span", {})):
            try:
                self.tree.start(name, values)
            except ValueError:
                continue
            self.opened.append(name)
            return

    def end(self, tag: str) -> None:
        """Close an element."""
        if self.depth <= self.most:
            self.tree.end(self.opened.pop())
        else:
            kind = self.kinds[tag]
            if kind in _SILENT and tag not in _VOID:
                self.silent -= 1
            elif not self.silent and kind in _MARKED and kind not in {MEDIA, BREAK}:
                self._mark("div", {})
        self.depth -= 1

    def _mark(self, tag: str, attributes: dict[Any, Any]) -> None:
        self._open(tag, attributes)
        self.tree.end(self.opened.pop())

    def data(self, text: str) -> None:
        """Add characters."""
        if not self.silent:
            self.tree.data(_FORBIDDEN.sub("", text))

    def close(self) -> Any | None:
        """Return the root; `None` when there is none."""
        try:
            return self.tree.close()
        except AssertionError:  # not one element
            return None

    def report(self, problems: list[Problem]) -> None:
        """Say that the bound was met, if it was."""
        if self.deepest:
            message = f"elements nested {self.deepest:,} levels deep: those below level {self.most} are read as if they stood there"
            problems.append(Problem(ProblemKind.LIMIT, message))


def within_depth(root: Any, depth: int, problems: list[Problem]) -> Any:
    """Return a caller's tree, or a flattened copy of it when it is too deep to be walked."""
    depth = min(depth, _LXML_DEPTH)
    level = deepest = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        if event == "start":
            level += 1
            deepest = max(deepest, level)
        else:
            level -= 1
    if deepest <= depth:
        return root
    builder = _Builder(depth)
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag
        if event == "start":
            builder.start(tag, element.attrib)
            builder.data(element.text or "")
        else:
            builder.end(tag)
            if element is not root:
                builder.data(element.tail or "")
    builder.report(problems)
    return builder.close()


# One element with 100,000 attributes keeps libxml2 busy for 14 seconds, for it compares them all.
# Such a tag fills whole chunks without a ">"; looking for one costs 0.02 of a parse.
_CHUNK = 32_768
_MOST_ATTRIBUTES = 500
_OPENING = re.compile(rb"<[A-Za-z][^\s<>/]{0,200}[\s/]")


def _without_attribute_floods(data: bytes, problems: list[Problem]) -> bytes:
    """Return a page with the attributes cut off that no page needs, from tags of several chunks' length."""
    kept: list[bytes] = []
    done = at = 0
    size = len(data)
    while at + _CHUNK <= size:
        if data.find(b">", at, at + _CHUNK) >= 0:
            at += _CHUNK
            continue
        start = data.rfind(b"<", max(done, at - _CHUNK), at + _CHUNK)
        end = data.find(b">", at + _CHUNK)
        end = size if end < 0 else end
        at = (end // _CHUNK + 1) * _CHUNK
        if start < 0 or data.find(b">", start, end) >= 0 or not _OPENING.match(data, start):
            continue  # a style sheet, a script
        words = data[start:end].split(None, _MOST_ATTRIBUTES + 1)
        if len(words) <= _MOST_ATTRIBUTES or (words[-1].count(b"=") < _MOST_ATTRIBUTES and b'"' in words[-1]):
            continue  # a long value is no flood
        head = b" ".join(words[:-1])
        if head.count(b'"') % 2 or head.count(b"'") % 2:
            continue
        kept += (data[done:start], head)
        done = end
        problems.append(Problem(ProblemKind.LIMIT, f"an element's attributes behind the first {_MOST_ATTRIBUTES} are left out"))
    return b"".join((*kept, data[done:])) if kept else data
