"""A page to a `Document`, in one walk over the tree."""

from __future__ import annotations

from typing import Any

from lxml import etree

from newsparse.document import Block, Document, Media, Scope, Value
from newsparse.errors import SourceError
from newsparse.readers.encoding import decode
from newsparse.readers.head import read_head, read_items
from newsparse.readers.limits import Limits
from newsparse.text import clean
from newsparse.vocabulary import SourceKind

__all__ = ["read_page", "read_tree"]

_SKIP, _BLOCK, _BREAK, _LINK, _STRONG, _MEDIA, _TIME = range(1, 8)
_KIND: dict[object, int] = {
    **dict.fromkeys(
        ("script", "style", "template", "noscript", "head", "svg", "math", "object", "select", "textarea", "canvas", "map"), _SKIP
    ),
    **dict.fromkeys(
        (
            "address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption"
            " figure footer form h1 h2 h3 h4 h5 h6 header hgroup html legend li main menu nav ol option p pre section summary table"
            " tbody td tfoot th thead tr ul label amp-img"
        ).split(),
        _BLOCK,
    ),
    "br": _BREAK,
    "hr": _BREAK,
    "a": _LINK,
    "b": _STRONG,
    "strong": _STRONG,
    **dict.fromkeys(("img", "video", "audio", "iframe", "embed"), _MEDIA),
    "time": _TIME,
}


def read_page(source: bytes | str, *, url: str | None = None, encoding: str | None = None, limits: Limits) -> Document:
    """Return the document of a page given as bytes or characters."""
    text, problems = (source, []) if isinstance(source, str) else decode(source, encoding)
    data = text.replace("\0", "").encode("utf-8", "replace")
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False, huge_tree=True)
    root = etree.fromstring(data, parser) if data.strip() else None
    document = Document(SourceKind.HTML, "", url=url, problems=problems)
    if root is not None:
        _fill(document, root)
    return document


def read_tree(tree: object, *, url: str | None = None, limits: Limits) -> Document:
    """Return the document of an lxml tree or element, or of a BeautifulSoup object."""
    if isinstance(tree, etree._ElementTree):
        tree = tree.getroot()
    if isinstance(tree, etree._Element):
        document = Document(SourceKind.HTML, "", url=url)
        _fill(document, tree)
        return document
    if type(tree).__module__.partition(".")[0] == "bs4":
        return read_page(str(tree), url=url, limits=limits)
    raise SourceError("source", expected="bytes, str, an lxml tree or a BeautifulSoup", got=type(tree).__name__)


def _fill(document: Document, root: Any) -> None:
    read_head(document.metadata, root)
    read_items(document.metadata, root)
    _Walk(document).over(root)
    tree = root.getroottree()
    document.path_of = tree.getpath
    document.find_elements = root.xpath


class _Walk:
    """One pass over a tree that cuts its text into blocks."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.blocks = document.blocks
        self.texts: list[str] = []
        self.offset = 0
        self.parts: list[str] = []
        self.link_chars = self.links = self.strong_chars = 0
        self.link = self.strong = 0

    def over(self, root: Any) -> None:
        walker = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
        kinds, parts = _KIND, self.parts
        scope: Scope | None = None
        for event, element in walker:
            tag = element.tag
            kind = kinds.get(tag)
            if event == "start":
                if kind == _SKIP:
                    walker.skip_subtree()
                    continue
                if kind == _BLOCK:
                    self.close(scope)
                    within = scope.within | {tag} if scope is not None else frozenset((tag,))
                    scope = Scope(tag, scope, element, scope.depth + 1 if scope is not None else 0, within)
                elif kind == _BREAK:
                    self.close(scope, breaks=True)
                elif kind == _LINK:
                    self.link += 1
                    self.links += 1
                elif kind == _STRONG:
                    self.strong += 1
                elif kind == _MEDIA:
                    self.document.metadata.media.append(Media(tag, element, scope, len(self.blocks)))
                text = element.text
                if text:
                    parts.append(text)
                    if self.link:
                        self.link_chars += len(text.strip())
                    if self.strong:
                        self.strong_chars += len(text.strip())
                continue
            if event == "end" and kind is not None:
                if kind == _BLOCK:
                    self.close(scope)
                    scope = scope.parent if scope is not None else None
                elif kind == _LINK:
                    self.link -= 1
                elif kind == _STRONG:
                    self.strong -= 1
                elif kind == _TIME:
                    stated = element.get("datetime") or clean("".join(element.itertext()))
                    self.document.metadata.times.append(Value(stated, element, None, len(self.blocks)))
            tail = element.tail
            if tail:
                parts.append(tail)
                if self.link:
                    self.link_chars += len(tail.strip())
                if self.strong:
                    self.strong_chars += len(tail.strip())
        self.close(scope)
        self.document.text = "\n".join(self.texts)

    def close(self, scope: Scope | None, *, breaks: bool = False) -> None:
        """End the block under way, if it holds any text."""
        if not self.parts:
            return
        text = clean("".join(self.parts).replace("\n", " "))
        self.parts.clear()
        if text:
            end = self.offset + len(text)
            self.blocks.append(
                Block(
                    len(self.blocks),
                    self.offset,
                    end,
                    text,
                    text,
                    tag=scope.tag if scope else "",
                    scope=scope,
                    link_chars=self.link_chars,
                    links=self.links,
                    strong_chars=self.strong_chars,
                    breaks=breaks,
                )
            )
            self.texts.append(text)
            self.offset = end + 1
        self.link_chars = self.strong_chars = 0
        self.links = 1 if self.link else 0
