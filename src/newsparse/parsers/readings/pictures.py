"""Where a page's pictures are: their addresses, which of them are copies of one picture, and which the head names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

from newsparse.addresses import joined, parted
from newsparse.document import Document, Element, Media
from newsparse.linked import text_of
from newsparse.text import clean, holds_any

__all__ = ["address_of", "names_of", "stated_images", "stated_names"]

_SOURCES = ("src", "data-src", "data-original", "data-lazy-src", "srcset", "data-srcset", "data-lazy-srcset")
# What stands in for a picture until a script loads it.
_DUMMIES = ("placeholder", "/blank.", "spacer", "/dummy", "grey-", "transparent.", "pixel.gif", "lazyload", "1x1")
_NAME = re.compile(r"[\w-]{6,}")
# What tells a copy of a picture from another copy: "-1200-80", "_804", "-768x432", "-scaled", "_a395f41217".
_SIZE = re.compile(r"(?:[-_](?:\d{1,4}|\d{2,4}x\d{2,4}|[wh]\d{2,4}|\d{2,4}w|scaled|(?=\d{0,15}[a-f])[0-9a-f]{8,16})){1,4}$")


def address_of(document: Document, media: Media) -> tuple[str | None, str | None]:
    """Return a picture's address and its text alternative."""
    get = media.element.get
    alt = clean(get("alt") or "") or None
    for name in _SOURCES:
        stated = (get(name) or "").strip()
        if name.endswith("srcset"):
            stated = stated.partition(" ")[0].rstrip(",")
        if stated and not stated.startswith(("data:", "blob:", "about:")) and not _is_dummy(stated):
            return joined(document.url, stated), alt
    return None, alt


def _is_dummy(address: str) -> bool:
    """Return whether an address is of what stands in for a picture."""
    low = address.lower()
    return holds_any(low, _DUMMIES)


def names_of(url: str | None) -> frozenset[str]:
    """Return the words of an address's file that tell one picture from another: sizes and formats differ from copy to copy."""
    if not url:
        return frozenset()
    parts = parted(url)
    path = unquote(parts.query) if "url=" in parts.query else parts.path  # a server that makes copies is told where the picture is
    words = [word.lower() for part in path.rstrip("/").rsplit("/", 2)[-2:] for word in _NAME.findall(part)]
    stems = [(stem if len(stem := _SIZE.sub("", word)) > 5 and _tells(stem) else word) for word in words]
    found = frozenset(stem for stem in stems if _tells(stem))
    return found or frozenset((path,))  # "/gallery/01.jpg" tells itself alone


def _tells(word: str) -> bool:
    """Return whether a word of an address is a file's own name, not "images" or "uploads"."""
    return not word.isalpha() or len(word) > 14


def stated_images(document: Document) -> Iterator[tuple[str, Element, str | None]]:
    """Yield the addresses that the head gives for the main picture."""
    for node in document.story_nodes()[:1]:
        image = node.data.get("image")
        stated = image[0] if isinstance(image, list) and image else image
        resolved = document.metadata.resolve(stated) or {}
        url = text_of(resolved.get("url") or resolved.get("contentUrl") or resolved.get("@id")) if resolved else text_of(stated)
        if url and ("/" in url):
            yield url, node.element, f"{node.pointer}/image"
    for key in ("og:image", "og:image:url", "og:image:secure_url", "twitter:image", "twitter:image:src"):
        for value in document.metadata.meta.get(key, ())[:1]:
            yield value.text, value.element, None


def stated_names(document: Document) -> frozenset[str]:
    """Return the words that tell the main picture's file from others."""
    return frozenset(name for url in {url for url, _, _ in stated_images(document)} for name in names_of(url))
