"""The topics that the publisher gave the story."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsparse.claim import Claim, Draft, Parser
from newsparse.document import Block, Document, Element
from newsparse.lexicon.phrases import kind_of
from newsparse.linked import decode_entities
from newsparse.model import Text
from newsparse.parsers.readings.titles import squash
from newsparse.text import clean
from newsparse.vocabulary import BoilerplateKind, SourceKind

__all__ = ["PARSERS"]

_SHOWN = 0.85
_LINKED = 0.8
_META = 0.75
_KEYWORDS = 0.4
_METAS = ("article:tag", "news_keywords", "parsely-tags", "sailthru.tags", "cxenseparse:keywords", "og:article:tag")
_MAX_TAGS = 40
_MAX_TAG = 60
_BEHIND = 40
_CLASS = re.compile(
    r"(?<![a-z])(?:tags?|topics?|keywords?|themen|schlagw|etiquetas|temas|labels)(?![a-z])|tag-?(?:list|cloud|links)|post-tags|article-?tags"
)
_OTHER = frozenset(("nav", "header", "footer", "article", "main", "body"))
# "site:section/x", "exclude_from_homepage", "id=12": for machines.
_INTERNAL = re.compile(r"[=/_]|^\w+:\S|^[\W\d]+$")
_PARTED = re.compile(r"\s*[,;|、，]\s*")


def find_shown(document: Document, draft: Draft) -> Iterator[Claim]:
    """Yield the linked words of a list that is printed as the story's topics."""
    story = draft.story()
    if not story:
        return
    count = 0
    for block in document.blocks[max(0, story.start - 12) : story.stop + _BEHIND]:
        if count < _MAX_TAGS and block.link_density > 0.9 and draft.owner(block) is None and _in_list(block):
            count += 1
            element = block.scope.element if block.scope is not None else None
            yield Claim(Text(block.plain, span=block.whole), _SHOWN, element, range(block.index, block.index + 1))


def _in_list(block: Block) -> bool:
    """Return whether a linked block is one of a list whose class says topics."""
    scope, plain = block.scope, block.plain
    if scope is None or not 1 < len(plain) <= _MAX_TAG or block.links != 1:
        return False
    for _ in range(3):
        if scope is None or scope.tag in _OTHER:
            return False
        if _CLASS.search(scope.names):
            return kind_of(plain) in {None, BoilerplateKind.SECTION_LABEL}
        scope = scope.parent
    return False


def find_stated(document: Document, draft: Draft) -> Iterator[Claim]:
    """Yield the topics that the head states and that are not printed."""
    seen = {squash(claim.value.text) for claim in draft.claims("tags")}
    groups: list[tuple[list[str], float, Element, str | None]] = []
    for node in document.story_nodes()[:1]:
        stated = node.data.get("keywords")
        parts = [part for part in (stated if isinstance(stated, list) else [stated]) if isinstance(part, str)]
        groups.append((parts, _LINKED, node.element, f"{node.pointer}/keywords"))
    for key in _METAS:
        groups.extend(([value.text], _META, value.element, None) for value in document.metadata.meta.get(key, ()))
    if not seen and not any(parts for parts, _, _, _ in groups):
        groups.extend(([value.text], _KEYWORDS, value.element, None) for value in document.metadata.meta.get("keywords", ())[:1])
    for parts, confidence, element, pointer in groups:
        for name in _split(parts):
            key = squash(name)
            if key and key not in seen and len(seen) < _MAX_TAGS:
                seen.add(key)
                yield Claim(Text(name, pointer=pointer), confidence, element, None)


def _split(parts: list[str]) -> Iterator[str]:
    """Yield the names in comma lists, without those for machines."""
    for part in parts[:_MAX_TAGS]:
        for name in _PARTED.split(decode_entities(part)[:4000]):
            plain = clean(name).strip("#\"' ")
            if 1 < len(plain) <= _MAX_TAG and not _INTERNAL.search(plain):
                yield plain


PARSERS = (
    Parser("tags.shown", "tags", find_shown, requires=("body",), source=SourceKind.HTML),
    Parser("tags.stated", "tags", find_stated, source=SourceKind.HTML),
)
