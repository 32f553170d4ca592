"""Times that readers see: the date line between headline and story, and what else may be one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime

from attrs import evolve

from newsparse.claim import Draft
from newsparse.document import Block, Document
from newsparse.grammar.day import order_of
from newsparse.grammar.timestamp import Found, find_timestamps
from newsparse.parsers.timestamps.stated import Evidence, day_of, read_value

__all__ = ["printed_times"]

# Lines longer than this are prose; measured date lines have at most 150 characters, menus glued to them included.
_MAX_CHARS = 220
# How far above the headline and below the story's first block a date line stands.
_ABOVE, _INSIDE, _BELOW = 6, 3, 8
_FAR = 40
_FIGURE = re.compile(r"\d")
_PLACES = frozenset(("nav", "footer", "aside", "form", "select", "button", "figcaption", "figure"))
# Parts of class names that say that the times inside are of something else.
_ELSEWHERE = re.compile(
    r"comment|related|teaser|sidebar|most-?read|popular|trending|recirc|widget|footer|weather|calendar|event-?list|reply|copyright|latest|recommend"
)
_OWN = re.compile(r"publi|posted|date|time|byline|meta|stamp|created|entry|info")
_RIGHTS = re.compile(r"©|\(c\)|copyright|all rights", re.I)


def printed_times(document: Document, draft: Draft) -> tuple[list[Evidence], list[Evidence]]:
    """Return the printed times of publication and of the last change, the likeliest first."""
    headline, story = _landmarks(draft)
    language = document.metadata.language
    claimed = draft.best("language")
    if claimed is not None:
        language = claimed.value.text
    day_first: bool | None = None
    asked = False
    published: list[Evidence] = []
    modified: list[Evidence] = []
    stated = _time_elements(document)
    for block, near in _candidates(document, headline, story):
        plain = block.plain
        if _RIGHTS.search(plain):
            continue
        found = find_timestamps(plain, language=language, reference=document.reference)
        if not found:
            continue
        if not asked and any(item.timestamp.alternatives for item in found):
            order = order_of(document.text)
            day_first = None if order is None else not order
            asked = True
        if day_first is not None and any(item.timestamp.alternatives for item in found):
            found = find_timestamps(plain, language=language, reference=document.reference, day_first=day_first)
        place = _place(block)
        if place < 0:
            continue
        alone = _is_alone(plain, found)
        for item in found:
            if item.timestamp.value is None:
                continue
            sure = _rate(item, block, near, place, alone, len(plain))
            if sure <= 0:
                continue
            stamp = evolve(item.timestamp, span=block.span(item.start, item.end))
            stamp = _exact(stamp, stated.get(block.index, ()), document)
            element = block.scope.element if block.scope is not None else None
            owns = range(block.index, block.index + 1) if alone else None
            (modified if item.label == "modified" else published).append(Evidence(stamp, sure, "printed", element, owns))
    key = _order
    return sorted(published, key=key), sorted(modified, key=key)


def _order(evidence: Evidence) -> float:
    return -evidence.confidence


def _landmarks(draft: Draft) -> tuple[int | None, range]:
    """Return the index of the headline's block and the range of the story's."""
    best = draft.best("headline")
    headline = None
    if best is not None:
        if best.owns:
            headline = best.owns.stop - 1
        elif best.value.span is not None and (block := draft.document.block_at(best.value.span.start)) is not None:
            headline = block.index
    return headline, draft.story()


def _candidates(document: Document, headline: int | None, story: range) -> Iterator[tuple[Block, float]]:
    """Yield the blocks that may print the time, each with how near it stands to where times stand, from 0 to 1."""
    blocks = document.blocks
    if headline is None:
        headline = story.start if story else 0
    start = story.start if story and story.start > headline else headline + 1
    first, last = max(0, headline - _ABOVE), min(len(blocks), max(start + _INSIDE, headline + 1 + _INSIDE), headline + _FAR)
    for block in blocks[first:last]:
        if len(block.plain) > _MAX_CHARS or not _FIGURE.search(block.plain):
            continue
        distance = headline - block.index if block.index < headline else min(block.index - headline, max(0, start - block.index) + 1)
        yield block, 1.0 - 0.06 * min(distance, 8) - (0.15 if block.index < headline else 0.0)
    if story:
        for block in blocks[max(last, story.stop - 2) : min(len(blocks), story.stop + _BELOW)]:
            if len(block.plain) <= _MAX_CHARS and _FIGURE.search(block.plain):
                yield block, 0.35
    # a page without markup of its parts: a labelled line anywhere near the top
    for block in blocks[:first][:_FAR]:
        if len(block.plain) <= 80 and _FIGURE.search(block.plain):
            yield block, 0.2


def _place(block: Block) -> int:
    """Return 1 when a block's element says that it is about time, -1 when it belongs to something else, else 0."""
    if block.scope is None:
        return 0
    if block.scope.within & _PLACES and not block.scope.within & {"header"}:
        if block.scope.within & {"footer", "nav", "form", "select", "figcaption"}:
            return -1
    found = 0
    for depth, scope in enumerate(block.scope.around()):
        if depth > 4 or scope.tag in {"article", "main", "body"}:
            break
        names = scope.names
        if names and _ELSEWHERE.search(names):
            return -1
        if depth < 2 and names and _OWN.search(names):
            found = 1
    return found


def _is_alone(plain: str, found: tuple[Found, ...]) -> bool:
    """Whether a line holds nothing but timestamps and their labels."""
    rest = plain
    for item in reversed(found):
        begin = item.label_start if item.label_start is not None else item.start
        rest = rest[:begin] + rest[item.end :]
    return len(re.sub(r"[\W_]+", "", rest)) <= 3


def _rate(item: Found, block: Block, near: float, place: int, alone: bool, length: int) -> float:
    """Return how likely a printed time is the story's own, from 0 to 1."""
    sure = 0.3 + 0.3 * near
    if item.label is not None:
        sure += 0.15
    if alone:
        sure += 0.08
    if place > 0:
        sure += 0.06
    if isinstance(item.timestamp.value, datetime):
        sure += 0.03
    if block.link_density > 0.6 and not alone:
        sure -= 0.3
    rest = length - (item.end - item.start)
    if rest > 80 and item.label is None:
        sure -= 0.25
    if near <= 0.35 and item.label is None:
        sure -= 0.1 if alone else 0.25
    if item.timestamp.partial is not None and item.label is None:
        sure -= 0.2
    return min(sure, 0.79)


def _time_elements(document: Document) -> dict[int, list[str]]:
    """Return the machine-readable values of `time` elements by the block in which they stand."""
    values: dict[int, list[str]] = {}
    for value in document.metadata.times:
        values.setdefault(value.block, []).append(value.text)
    return values


def _exact(stamp, values, document):  # type: ignore[no-untyped-def]
    """Return a printed time with the moment that its own `time` element states, where both name the same day."""
    for text in values:
        exact = read_value(text, document)
        if exact is None or not isinstance(exact.value, datetime):
            continue
        day, other = day_of(stamp), day_of(exact)
        if day is not None and other is not None and abs((day - other).days) <= 1:
            return evolve(exact, text=stamp.text, span=stamp.span)
    return stamp
