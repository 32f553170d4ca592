"""What the publication calls itself: a reading that titles, authors and attributions share."""

from __future__ import annotations

from newsparse.addresses import host_of
from newsparse.document import Document
from newsparse.linked import LinkedNode, text_of
from newsparse.text import squash

__all__ = ["site_names"]

_METAS = (
    "og:site_name",
    "application-name",
    "apple-mobile-web-app-title",
    "publisher",
    "dc.publisher",
    "twitter:site",
    "copyright",
)
# A house that signs a story is not therefore the publication.
_SIGNS = frozenset(("author", "creator", "contributor", "editor"))


def site_names(document: Document) -> frozenset[str]:
    """Return what the page's site is called, squashed: names and the labels of its hosts."""
    metadata = document.metadata
    stated = {value.text for key in _METAS for value in metadata.meta.get(key, ())}
    for node in metadata.nodes:
        data = node.data
        if "publisher" in data and (name := text_of(data["publisher"])):
            stated.add(name)
        if _is_site(node) and (name := text_of(data.get("name"))):
            stated.add(name)
    names = {squash(name) for name in stated}
    for address in dict.fromkeys(_addresses(document)):
        names.update(_host_names(address))
    names.discard("")
    return frozenset(name for name in names if len(name) > 1)


def _is_site(node: LinkedNode) -> bool:
    """Return whether a node describes the site or its house."""
    stated = node.data.get("@type")
    return isinstance(stated, str) and stated.lower().endswith(("organization", "website")) and _SIGNS.isdisjoint(node.pointer.split("/"))


def _addresses(document: Document) -> list[str]:
    """Return the addresses that the page has."""
    metadata = document.metadata
    found = [document.url or ""]
    found += [value.text for value in metadata.links.get("canonical", ())]
    found += [value.text for value in metadata.meta.get("og:url", ())]
    return [address for address in found if address]


def _host_names(address: str) -> set[str]:
    """Return the names in an address's host: "lenn.co.uk", "lenn"."""
    labels = [label for label in host_of(address).split(".") if label not in {"www", "m", "amp", "mobile", "edition", "news"}]
    names = {squash(".".join(labels))}
    # any label before the ending may be the registered name: "news.lenn.co.uk"
    body = labels[:-1] if len(labels) > 1 else labels
    names.update(squash(label) for label in body if len(label) > 2 or len(body) == 1)
    return names
