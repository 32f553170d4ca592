"""The topics that the publisher gave the story."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from newsparse.claim import Claim, Draft, Parser
from newsparse.document import Block, Document, Element
from newsparse.lexicon.class_names import is_called
from newsparse.lexicon.folders import leads_to
from newsparse.lexicon.phrases import kind_of, may_open
from newsparse.linked import decode_entities, listed, text_of
from newsparse.model import Byline, Text
from newsparse.parsers.readings.sections import section_link
from newsparse.text import clean, squash
from newsparse.vocabulary import BoilerplateKind, SourceKind

__all__ = ["PARSERS"]

_SHOWN = 0.85
_LINKED = 0.8
_META = 0.75
_KEYWORDS = 0.4
_MAX_TAGS = 40
_MAX_TAG = 60
_MAX_WORDS = 6
# How far before and behind the story its topics are printed; without a class or a label, how far behind.
_BEFORE = 12
_BEHIND = 40
_NEAR = 12
_MAX_LIST = 15
_SEVERAL = 2
_OTHER = frozenset(("nav", "header", "footer", "article", "main", "body"))
# Names like "parsely-tags", "cxenseparse:keywords" and "article:tag". A page has forty metas: their ends are looked at first.
_META_NAME = re.compile(r"(?:^|[:._-])(?:tags?|keywords|topics)$")
_META_ENDS = ("tag", "tags", "keywords", "topics")
# "site:section/x", "exclude_from_homepage", "id=12", "@group-c": for machines.
_INTERNAL = re.compile(r"[=/_>]|^@|^[\w -]+:\S|^[\W\d]+$|^www\.|^(?:none|null)$", re.I)
# A counter: "See all comments (32)".
_COUNTED = re.compile(r"\(\d+\)$")
_PARTED = re.compile(r"\s*[,;|、，]\s*")
_LATIN = re.compile(r"[A-Za-zÀ-ɏЀ-ӿ]")
# Around a printed topic: "#bridges", "Lenn,".
_EDGES = " #,;|·•"
_LABELS = frozenset((None, BoilerplateKind.SECTION_LABEL))
# A line of topics, and the label that opens it.
_MAX_LINE = 400
_MAX_LABEL = 40
# The longest mark between two topics: " | ".
_MAX_MARK = 5
_STORY = frozenset(("article", "main"))


class _Stated(NamedTuple):
    """A topic that the head states."""

    name: str
    confidence: float
    element: Element
    pointer: str | None


class _Topic(NamedTuple):
    """Words of a block that name a topic."""

    block: Block
    text: str
    start: int
    """Where they begin in the block's clean text."""
    alone: bool = False
    """Whether the block holds nothing else, or they are the first of a list that it is."""


def _read_stated(document: Document) -> dict[str, _Stated]:
    """Return the topics that the head states, by their letters and digits."""
    found: dict[str, _Stated] = {}

    def add(parts: Iterable[str], confidence: float, element: Element, pointer: str | None = None) -> None:
        for name in _split(parts):
            key = squash(name)
            if key and len(found) < _MAX_TAGS:
                found.setdefault(key, _Stated(name, confidence, element, pointer))

    for node in document.story_nodes()[:1]:
        parts = [text_of(part) or "" for part in listed(node.data.get("keywords"))]
        add(parts, _LINKED, node.element, f"{node.pointer}/keywords")
    meta = document.metadata.meta
    for key in meta:
        if key.endswith(_META_ENDS) and key != "keywords" and _META_NAME.search(key):
            for value in meta[key]:
                add([value.text], _META, value.element)
    plain = meta.get("keywords", ())[:1]
    if plain and (not found or sum(squash(name) in found for name in _split([plain[0].text])) * 2 > len(found)):
        add([plain[0].text], _KEYWORDS, plain[0].element)  # a list for search engines, unless it is the same one
    return found


def _split(parts: Iterable[str]) -> Iterator[str]:
    """Yield the names in comma lists, without those for machines."""
    for part in list(parts)[:_MAX_TAGS]:
        text = decode_entities(part)[:4000]
        names = _PARTED.split(text)
        if len(names) == 1 and text.count(" ") > 1 and not text.isascii() and not _LATIN.search(text):
            names = text.split()  # a script that writes no spaces in words
        for name in names:
            plain = clean(name).strip("#\"' ")
            if 1 < len(plain) <= _MAX_TAG and not _INTERNAL.search(plain):
                yield plain


def find_shown(document: Document, draft: Draft) -> Iterator[Claim]:
    """Yield the linked words of a list that is printed as the story's topics."""
    story = draft.story()
    if not story:
        return
    sure = frozenset(key for key, stated in draft.once(_read_stated).items() if stated.confidence > _KEYWORDS)
    found = [
        _Topic(block, block.plain, 0, alone=True) for run in _runs(document, draft, story) for block in _topics(document, run, story, sure)
    ]
    found += _in_lines(document, draft, story)
    seen: set[str] = set()
    for topic in found[:_MAX_TAGS]:
        block, text = topic.block, topic.text
        start = topic.start + len(text) - len(text.lstrip(_EDGES))
        end = topic.start + len(text.rstrip(_EDGES))
        key = squash(text)
        if key and key not in seen and kind_of(text) in _LABELS:
            seen.add(key)
            name = Text(block.plain[start:end], span=block.span(start, end))
            yield Claim(name, _SHOWN, block.element, block.own if topic.alone else None)


def _around(document: Document, story: range) -> list[Block]:
    """Return the blocks among which the story's topics stand."""
    blocks = document.blocks
    return blocks[max(0, story.start - _BEFORE) : story.start] + blocks[max(story.start, story.stop - _BEFORE) : story.stop + _BEHIND]


def _in_lines(document: Document, draft: Draft, story: range) -> list[_Topic]:
    """Return the topics of the lines that hold several links, or a label and a link: "Tags: bridges, Lenn"."""
    found: list[_Topic] = []
    tagged = document.metadata.tagged  # where no link says that it leads to a topic, few lines need be read
    for block in _around(document, story):
        if not block.links or len(block.plain) > _MAX_LINE:
            continue
        said = tagged is None or block.index in tagged
        if not (said or _may_list(block)) or (block.links == 1 and _is_entry(block)) or not _is_beside(block):
            continue
        topics = _line_topics(document, block)
        if topics and draft.owner(block) is None and _is_list(block, topics):
            topics[0] = topics[0]._replace(alone=True)
        found += topics
        if topics and block.index >= story.stop:
            break  # further down stand other stories with their own
    return found


def _may_list(block: Block) -> bool:
    """Return whether a line may list topics, by what stands outside its links: a label for them, or marks between several."""
    rest, marks = len(block.plain) - block.link_chars, _MAX_MARK * block.links
    if block.links > 1 and rest <= marks and (_leads_to_topic(block) or _has_class(block)):
        return True
    return 1 < rest <= _MAX_LABEL + marks and may_open(block.plain, BoilerplateKind.TAGS)


def _leads_to_topic(block: Block) -> bool:
    """Return whether any of the first links in a block's element leads to a topic's page."""
    return block.scope is not None and any(map(_is_topic, islice(block.scope.element.iter("a"), _MAX_TAGS)))


def _is_beside(block: Block) -> bool:
    """Return whether a block stands neither in a menu nor in the page's footer."""
    scope = block.scope
    return scope is not None and "nav" not in scope.within and ("footer" not in scope.within or not scope.within.isdisjoint(_STORY))


def _line_topics(document: Document, block: Block) -> list[_Topic]:
    """Return the linked words of a line that are topics: links that say so, or all of a line with a label or a class for topics."""
    topics: list[_Topic] = []
    said: list[_Topic] = []
    at = 0
    for anchor in block.anchors():
        text = clean("".join(anchor.itertext()))
        start = block.plain.find(text, at) if 1 < len(text) <= _MAX_TAG and text[-1] not in ".?!" else -1
        if start < 0:
            continue
        at = start + len(text)
        topics.append(_Topic(block, text, start))
        if (
            "tag" in (rel := (anchor.get("rel") or "").lower().split())
            and "category" not in rel
            and not (block.links == 1 and _is_category(anchor))
        ):
            said.append(topics[-1])
    if said or not topics or not _is_list(block, topics):
        return said
    if section_link(document, block) is not None:
        return []
    label = block.plain[: topics[0].start]
    labelled = kind_of(label.strip()) is BoilerplateKind.TAGS
    several = not label and len(topics) > 1
    return topics if labelled or (several and (_has_class(block) or all(map(_is_topic, block.anchors())))) else []


def _is_category(anchor: Element) -> bool:
    """Return whether a link that calls itself a tag leads to a section: some themes of blogs mark both alike."""
    return "/category/" in (anchor.get("href") or "").lower()


def _is_topic(anchor: Element) -> bool:
    """Return whether a link leads to a topic's page."""
    return leads_to(anchor.get("href") or "", "topic")


def _is_list(block: Block, topics: list[_Topic]) -> bool:
    """Return whether nothing but a short label and marks stands between the topics of a line."""
    ends = [topics[0].start, *(topic.start + len(topic.text) for topic in topics)]
    starts = [topics[0].start, *(topic.start for topic in topics[1:]), len(block.plain)]
    return topics[0].start <= _MAX_LABEL and not any(
        any(map(str.isalnum, block.plain[end:start])) for end, start in zip(ends, starts, strict=True)
    )


def _runs(document: Document, draft: Draft, story: range) -> Iterator[list[Block]]:
    """Yield the lists of short blocks that are one link each, around the story."""
    run: list[Block] = []
    for block in _around(document, story):
        entry = block.links == 1 and _is_entry(block) and draft.owner(block) is None
        if run and not (entry and _same_list(run[-1], block)):
            yield run
            run = []
        if entry:
            run.append(block)
    if run:
        yield run


def _is_entry(block: Block) -> bool:
    """Return whether a block of one link is short enough for a topic, and nothing but the link."""
    plain = block.plain
    return (
        1 < len(plain) <= _MAX_TAG
        and block.link_chars > 0.9 * len(plain)
        and plain.count(" ") < _MAX_WORDS
        and plain[-1] not in "?!"
        and not (plain[-1] == ")" and _COUNTED.search(plain))
    )


def _same_list(block: Block, other: Block) -> bool:
    """Return whether two blocks stand in one list: next to each other, or each in an item of it."""
    one, two = block.scope, other.scope
    for _ in range(3):
        if one is None or two is None:
            return False
        if one is two:
            return True
        one, two = one.parent, two.parent
    return False


def _topics(document: Document, run: list[Block], story: range, sure: frozenset[str]) -> list[Block]:
    """Return those of a list of links that are the story's topics: by what the head says, by class, label or address."""
    first = run[0]
    scope = first.scope
    if scope is None or ("footer" in scope.within and scope.within.isdisjoint(_STORY)):
        return []
    known = sum(squash(block.plain) in sure for block in run) if sure else 0
    behind = first.index - story.stop
    if known * 2 > len(run) and (known > 1 or behind >= 0):
        return run
    if not known and len(run) > _MAX_WORDS and len(sure) >= _SEVERAL:  # a menu of the site's topics
        return []
    if classed := [block for block in run if _has_class(block)]:
        return classed
    label = document.blocks[first.index - 1].plain if first.index else ""
    if len(label) <= _MAX_TAG and kind_of(label) is BoilerplateKind.TAGS:
        return run
    if 0 <= behind <= _NEAR and 1 < len(run) <= _MAX_LIST and all(leads_to(_address(block), "topic") for block in run):
        return run
    return []


def _has_class(block: Block) -> bool:
    """Return whether the class of a near element says topics."""
    scope = block.scope
    for _ in range(3):
        if scope is None or scope.tag in _OTHER:
            return False
        names = scope.names
        if names and _names_topics(names):
            return True
        scope = scope.parent
    return False


@lru_cache(maxsize=256)  # neighbours have the same names
def _names_topics(names: str) -> bool:
    """Return whether class and id say that topics are listed: "post-tags"; not "stage"."""
    return is_called(names, "tags")


def _address(block: Block) -> str:
    """Return where a block's link leads."""
    anchors = block.anchors()
    return (anchors[0].get("href") or "").lower() if anchors else ""


def find_stated(document: Document, draft: Draft) -> Iterator[Claim]:
    """Yield the topics that the head states and that are not printed."""
    seen = {squash(claim.value.text) for claim in draft.claims("tags")}
    makers = {
        squash(maker.name) for claim in draft.claims("authors") if isinstance(claim.value, Byline) for maker in claim.value.contributors
    }
    few = len(seen) < _SEVERAL
    for key, stated in draft.once(_read_stated).items():
        if key not in seen and key not in makers and (stated.confidence > _KEYWORDS or few):
            yield Claim(Text(stated.name, pointer=stated.pointer), stated.confidence, stated.element, None)


PARSERS = (
    Parser("tags.shown", "tags", find_shown, requires=("body",), source=SourceKind.HTML),
    Parser("tags.stated", "tags", find_stated, source=SourceKind.HTML),
)
