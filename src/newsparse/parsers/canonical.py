"""The address that the page calls its own."""

from __future__ import annotations

from collections.abc import Iterator

from newsparse.addresses import joined, original, parted
from newsparse.claim import Claim, Draft, Parser
from newsparse.document import Document, Element
from newsparse.linked import text_of
from newsparse.model import Text
from newsparse.vocabulary import SourceKind

__all__ = ["PARSERS"]

_CANONICAL = 0.95
_SOCIAL = 0.7
_LINKED = 0.6


def find_canonical(document: Document, draft: Draft) -> Iterator[Claim]:
    """Yield the page's address by its canonical link, its social tags and its linked data."""
    metadata = document.metadata
    stated: list[tuple[str | None, float, Element, str | None]] = []
    stated += [(value.text, _CANONICAL, value.element, None) for value in metadata.links.get("canonical", ())]
    stated += [(value.text, _SOCIAL, value.element, None) for value in metadata.meta.get("og:url", ())]
    for node in document.story_nodes()[:1]:
        page = metadata.resolve(node.data.get("mainEntityOfPage")) or {}
        url = text_of(page.get("@id") or node.data.get("url") or node.data.get("mainEntityOfPage"))
        stated.append((url, _LINKED, node.element, f"{node.pointer}/url"))
    stated += [(value.text, _LINKED, value.element, None) for value in metadata.meta.get("mainentityofpage", ())[:1]]
    seen: set[str] = set()
    for url, confidence, element, pointer in stated:
        address = _joined(document.url, url)
        if address and address not in seen:
            seen.add(address)
            yield Claim(Text(address, pointer=pointer), confidence, element, None)


def _joined(base: str | None, stated: str | None) -> str | None:
    """Return a whole address, the page's own where an archive has rewritten it.

    `None` when what is stated is none, or only a fragment or a path without a base.
    """
    if not stated or stated.split() != [stated]:
        return None
    address = original(joined(original(base) if base else None, stated))
    parts = parted(address)
    return address if parts.scheme in {"http", "https"} and parts.hostname else None


PARSERS = (Parser("canonical_url.stated", "canonical_url", find_canonical, source=SourceKind.HTML),)
