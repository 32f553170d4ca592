"""What the markup around a block says of it: that it names authors, which words of it do, and that it belongs to another part of the page."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from newsparse.addresses import host_of, site_of
from newsparse.document import Block, Element, Scope
from newsparse.lexicon.class_names import is_called
from newsparse.lexicon.folders import leads_to
from newsparse.text import clean

__all__ = ["NOT_IN_HEADER", "NamedPart", "is_elsewhere", "is_marked", "leads_to_author", "named_parts"]

# Weak alone: it wraps biographies and dates too.
_OWN = "byline"
_NOT_HERE = frozenset(("nav", "footer", "form", "select", "figcaption", "button"))
# Between headline and story lines stand in all kinds of boxes, the byline too: 29 of the 61 that these names
# hid on the development pages stood in a "sidebar", a "button" or a "credit" of the header.
NOT_IN_HEADER = frozenset(("nav", "form", "select"))
_AROUND = 6
_INLINE = ("a", "span", "em", "strong", "b", "cite", "i", "bdi")
# How many inline elements are looked at: a byline's own stand first in it.
_LOOK = 10
_LONGEST_NAME = 60
# A link around a block is at most this many elements up.
_AROUND_LINK = 4


class NamedPart:
    """Words of a block that its markup sets apart as naming an author."""

    __slots__ = ("start", "stop", "sure", "text")

    def __init__(self, text: str, start: int, *, sure: bool) -> None:
        self.text = text
        """The words, clean."""
        self.start = start
        """Offset in the block's clean text."""
        self.stop = start + len(text)
        """Offset behind them."""
        self.sure = sure
        """Whether a link to an author's page or a property says so; a class name is weaker."""


def leads_to_author(anchor: Element, host: str = "") -> bool:
    """Return whether a link leads to an author's page; one on another site than `host` is a channel."""
    if "author" in (anchor.get("rel") or ""):
        return True
    href = anchor.get("href")
    if href is None or not leads_to(href, "person"):
        return False
    return not host or "//" not in href[:8] or site_of(host_of(href)) == site_of(host)


def is_marked(block: Block, host: str = "") -> bool:
    """Return whether the block's element, or one near it, is marked as naming authors."""
    scope = block.scope
    if scope is None:
        return False
    if scope.tag == "address" or is_called(scope.names, _OWN):
        return True
    if scope.parent is not None and is_called(scope.parent.names, _OWN):
        return True
    if block.links and _is_linked(block, scope, host):
        return True
    if len(block.plain) > 80:
        return False
    return any(_is_own(element) for element, _ in zip(scope.element.iter(*_INLINE), range(6), strict=False))


def _is_linked(block: Block, scope: Scope, host: str) -> bool:
    """Whether one of the first links of a block, or the one around it, leads to an author's page."""
    if block.link_density > 0.9:
        around: Element | None = scope.element
        for _ in range(_AROUND_LINK):
            if around is None:
                break
            if around.tag == "a":
                return leads_to_author(around, host)
            around = around.getparent()
    anchors = zip(scope.element.iter("a"), range(_LOOK), strict=False)
    return any(leads_to_author(anchor, host) and _text(anchor) in block.plain for anchor, _ in anchors)


def _text(element: Element) -> str:
    """Return the clean text of an element; a text that no block holds where there is none."""
    return clean("".join(element.itertext())) or "\n"


def _is_own(element: Element) -> bool:
    """Whether an element's own attributes mark it as naming an author."""
    return element.get("itemprop") == "author" or is_called((element.get("class") or "").lower(), _OWN)


def named_parts(block: Block, host: str = "") -> list[NamedPart]:
    """Return the words of a block that inline elements mark as an author's, in order; of elements in each other the innermost."""
    parts = [part for part in _parts(block, host) if part.stop - part.start < len(block.plain) or part.sure]
    return [
        part for part in parts if not any(part.start <= other.start and other.stop <= part.stop and other is not part for other in parts)
    ]


def _parts(block: Block, host: str) -> Iterator[NamedPart]:
    """Yield the words that each marked inline element of a block holds, each range once."""
    scope = block.scope
    if scope is None:
        return
    seen: set[tuple[int, int]] = set()
    for element, _ in zip(scope.element.iter(*_INLINE), range(_LOOK), strict=False):
        sure = element.get("itemprop") == "author" or (element.tag == "a" and leads_to_author(element, host))
        if not sure and not _is_own(element):
            continue
        text = _text(element)
        start = block.plain.find(text) if 1 < len(text) <= _LONGEST_NAME else -1
        if start >= 0 and (start, len(text)) not in seen:
            seen.add((start, len(text)))
            yield NamedPart(text, start, sure=sure)


def is_elsewhere(block: Block, around: Collection[int], *, header: bool, leads: bool) -> bool:
    """Return whether a block stands in a part of the page that has bylines of its own.

    Args:
        block: the block.
        around: identities of the scopes around headline and story, which say nothing against it.
        header: whether it stands between headline and story.
        leads: whether it opens with a lead word.
    """
    scope = block.scope
    if scope is None:
        return False
    if scope.within & (NOT_IN_HEADER if header else _NOT_HERE) or (header and not leads and "figcaption" in scope.within):
        return True
    if header and leads and is_called(scope.names, _OWN):
        return False
    # what names others than the story's author: its teasers, its readers, its pictures
    parts = ["teaser", "promotion"]
    if not header:
        parts.append("aside")
    if not (header and leads):
        parts.append("picture")
    names = [outer.names for outer, _ in zip(scope.around(), range(_AROUND), strict=False) if id(outer) not in around]
    return any(is_called(name, *parts) for name in names if name)
