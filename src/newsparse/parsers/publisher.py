"""The name of the publication."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsparse.addresses import host_of
from newsparse.claim import Claim, Draft, Parser
from newsparse.document import Document
from newsparse.lexicon.phrases import is_section
from newsparse.linked import decode_entities, text_of
from newsparse.model import Text
from newsparse.parsers.readings.titles import segments
from newsparse.text import clean, squash
from newsparse.vocabulary import SourceKind

__all__ = ["PARSERS"]

_CONFIRMED = 0.9
_SITE = 0.8
_LINKED = 0.6
_WEAK = 0.4
_HOST = 0.2
_WORDS = re.compile(r"[^\W_]{3,}")
_MAX_NAME = 80


def find_publisher(document: Document, draft: Draft) -> Iterator[Claim]:
    """Yield who publishes the page: by linked data when host or title confirm it, by the site's name, by the host.

    A site's name may be a section ("Science") or a tagline, a publisher in linked data the company behind it.
    """
    metadata = document.metadata
    witnesses = _witnesses(document)
    for node in document.story_nodes()[:1] + metadata.typed("webpage", "website")[:2]:
        publisher = metadata.resolve(node.data.get("publisher"))
        name = text_of(publisher.get("name") if publisher else node.data.get("publisher"))
        if name and _may_be(name := clean(decode_entities(name))):
            yield Claim(
                Text(name, pointer=f"{node.pointer}/publisher"), _CONFIRMED if _confirmed(name, witnesses) else _LINKED, node.element, None
            )
    for key, confidence in (("og:site_name", _SITE), ("application-name", _WEAK), ("publisher", _WEAK), ("dc.publisher", _WEAK)):
        for value in metadata.meta.get(key, ())[:1]:
            name = clean(value.text)
            if _may_be(name):
                yield Claim(Text(name), _WEAK if is_section(name) or len(name.split()) > 6 else confidence, value.element, None)
    if host := _host(document):
        yield Claim(Text(host), _HOST, None, None)


def _may_be(name: str) -> bool:
    return 1 < len(name) <= _MAX_NAME and "://" not in name


def _host(document: Document) -> str | None:
    """Return the page's host without "www."; `None` when no address is known."""
    stated = [value.text for value in document.metadata.links.get("canonical", ())]
    for address in (document.url, *stated):
        host = host_of(address)
        if host:
            return host.removeprefix("www.")
    return None


def _witnesses(document: Document) -> tuple[str, frozenset[str]]:
    """Return what may confirm a name: the host squashed, and the words of the title's last part."""
    title = document.metadata.title
    parts = segments(title.text) if title is not None else []
    last = parts[-1] if len(parts) > 1 else ""
    return squash(_host(document) or ""), frozenset(_WORDS.findall(last.casefold()))


def _confirmed(name: str, witnesses: tuple[str, frozenset[str]]) -> bool:
    """Return whether a name shares a word with the host or with the title's last part."""
    host, words = witnesses
    own = _WORDS.findall(name.casefold())
    initials = "".join(word[0] for word in name.split() if word[0].isalnum()).casefold()
    return any(word in words or squash(word) in host for word in own) or (len(initials) > 2 and initials in host)


PARSERS = (Parser("publisher.stated", "publisher", find_publisher, source=SourceKind.HTML),)
