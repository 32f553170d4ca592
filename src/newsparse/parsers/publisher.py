"""The name of the publication."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsparse.addresses import host_of
from newsparse.claim import Claim, Draft, Parser
from newsparse.document import Document
from newsparse.lexicon.phrases import is_section, kind_of
from newsparse.linked import decode_entities, text_of
from newsparse.model import Text
from newsparse.parsers.readings.heading import read_heading
from newsparse.parsers.readings.titles import leads_home, segments
from newsparse.text import clean, squash
from newsparse.vocabulary import SourceKind

__all__ = ["PARSERS"]

_CONFIRMED = 0.9
_SITE = 0.8
_TITLED = 0.7
_LINKED = 0.6
_WEAK = 0.4
# What the title says beside the story's own and nothing confirms: half of them name a rubric or repeat the story.
_BESIDE = 0.1
_HOST = 0.2
_WORDS = re.compile(r"[^\W_]{3,}")
_MAX_NAME = 80
_MOST_WORDS = 6
_LONGEST_TITLE = 400
_MARKS = frozenset("|｜-–—_:·•»«")
_EDGES = " |｜-–—_:·•»«"
# Among so many blocks and pictures the page's own name stands.
_TOP, _LOGOS = 12, 3
_MAX_LINE = 200


def find_publisher(document: Document, draft: Draft) -> Iterator[Claim]:
    """Yield who publishes the page: by linked data when host or title confirm it, by the site's name, by the title's end, by the host.

    A site's name may be a section ("Science") or a tagline, a publisher in linked data the company behind it.
    """
    host = _host(document)
    heading = draft.once(read_heading).heading
    # a portal's template may put the headline where the house belongs
    stated = [claim for claim in _stated(document, host) if heading is None or squash(claim.value.text) != heading.key]
    yield from stated
    if all(claim.confidence < _TITLED for claim in stated):
        yield from _in_title(document, draft, host)
    if host:
        yield Claim(Text(host), _HOST, None, None)


def _stated(document: Document, host: str) -> Iterator[Claim]:
    """Yield the names that the head states."""
    metadata = document.metadata
    witnesses = _witnesses(document, host)
    for node in document.story_nodes()[:1] + metadata.typed("webpage", "website")[:2]:
        publisher = metadata.resolve(node.data.get("publisher"))
        name = text_of(publisher.get("name") if publisher else node.data.get("publisher"))
        if name and _may_be(name := clean(decode_entities(name))):
            yield Claim(
                Text(name, pointer=f"{node.pointer}/publisher"), _CONFIRMED if _confirmed(name, witnesses) else _LINKED, node.element, None
            )
    for key, confidence in (
        ("og:site_name", _SITE),
        ("application-name", _WEAK),
        ("publisher", _WEAK),
        ("dc.publisher", _WEAK),
        ("dcterms.publisher", _WEAK),
    ):
        for value in metadata.meta.get(key, ())[:1]:
            name = clean(value.text)
            if _may_be(name):
                yield Claim(Text(name), _WEAK if is_section(name) or len(name.split()) > 6 else confidence, value.element, None)


def _in_title(document: Document, draft: Draft, host: str) -> Iterator[Claim]:
    """Yield the name that the page's title has beside the story's: surer where the host or a link to the front page says it, too."""
    title = document.metadata.title
    if title is None or not (name := _beside_story(clean(title.text), document, draft)):
        return
    if not _may_be(name) or is_section(name) or len(name.split()) > _MOST_WORDS or kind_of(name) is not None:
        return
    known = _confirmed(name, (squash(host), frozenset())) or _names_home(document, squash(name))
    yield Claim(Text(name), _TITLED if known else _BESIDE, title.element, None)


def _beside_story(title: str, document: Document, draft: Draft) -> str:
    """Return what stands at the end of a title behind the headline, or at its beginning before it; empty where neither is."""
    heading = draft.once(read_heading).heading
    story = clean(document.text[heading.title.slice]) if heading is not None else ""
    if not story or len(title) > _LONGEST_TITLE:
        return ""
    at = title.find(story)
    before, after = (title[:at], title[at + len(story) :]) if at >= 0 else ("", "")
    if after.lstrip()[:1] in _MARKS and (parts := segments(after.strip(_EDGES))):
        return parts[-1]
    if not after and before.rstrip()[-1:] in _MARKS and (parts := segments(before.strip(_EDGES))):
        return parts[0]
    return ""


def _names_home(document: Document, key: str) -> bool:
    """Return whether one of the first links to the front page says a name, in words or by its picture."""
    for block in document.blocks[:_TOP]:
        if block.links and len(block.plain) <= _MAX_LINE and key in squash(block.plain):
            links = [link for link in block.anchors() if squash("".join(link.itertext())) == key]
            if any(leads_home(link.get("href") or "") for link in links):
                return True
    return any(squash(media.element.get("alt") or "") == key for media in document.metadata.media[:_LOGOS])


def _may_be(name: str) -> bool:
    return 1 < len(name) <= _MAX_NAME and "://" not in name


def _host(document: Document) -> str:
    """Return the page's host without "www."; empty when no address is known."""
    stated = [value.text for value in document.metadata.links.get("canonical", ())]
    for address in (document.url, *stated):
        host = host_of(address)
        if host:
            return host.removeprefix("www.")
    return ""


def _witnesses(document: Document, host: str) -> tuple[str, frozenset[str]]:
    """Return what may confirm a name: the host squashed, and the words of the title's last part."""
    title = document.metadata.title
    parts = segments(title.text) if title is not None else []
    last = parts[-1] if len(parts) > 1 else ""
    return squash(host), frozenset(_WORDS.findall(last.casefold()))


def _confirmed(name: str, witnesses: tuple[str, frozenset[str]]) -> bool:
    """Return whether a name shares a word with the host or with the title's last part."""
    host, words = witnesses
    own = _WORDS.findall(name.casefold())
    initials = "".join(word[0] for word in name.split() if word[0].isalnum()).casefold()
    return any(word in words or squash(word) in host for word in own) or (len(initials) > 2 and initials in host)


PARSERS = (Parser("publisher.stated", "publisher", find_publisher, source=SourceKind.HTML),)
