"""The heads of the entries of a live report: each has its time, and the story blocks below it are its text."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import pairwise

from newsparse.claim import Claim, Draft
from newsparse.document import HEADINGS, Block, Document, Value
from newsparse.grammar.byline import parse_byline
from newsparse.grammar.timestamp import parse_timestamp
from newsparse.model import Crosshead, LiveUpdate, Span, Timestamp
from newsparse.text import clean
from newsparse.vocabulary import ContributorKind

__all__ = ["find_entries"]

# A head is a time, perhaps with a name or a label: "21:04 Jane Doe", "KEY EVENT 20:42".
_MOST = 60
# So near below it the entry's text begins; pictures and share bars may stand between.
_NEAR = 6
# Fewer are the page's own dates.
_FEWEST = 3
_SURE = 0.92
# Headings of entries are headlines.
_LONGEST = 200
_CLOCK_CHARS = 12
_CLOCK = "0123456789:. |–—-·•"
_Entry = tuple[int, Timestamp | None]


def find_entries(document: Document, draft: Draft) -> Iterator[Claim]:
    """Yield the heads of entries: short lines with a `time` above story blocks, on a page that is a live report.

    That is one that says so in its linked data, or whose entries stand newest first: who tells a story begins with
    what happened first.
    """
    found = _entries(document, draft) if len(document.metadata.times) >= _FEWEST else []
    if len(found) < _FEWEST:
        found = _clocks(document, draft)
    if len(found) < _FEWEST or not (document.metadata.typed("liveblogposting") or _newest_first(found)):
        return
    blocks = document.blocks
    ends = [i for i, _ in found[1:]] + [found[-1][0] + _NEAR]
    for (i, time), end in zip(found, ends, strict=True):
        head = blocks[i]
        signed = [(k, name) for k in range(i, min(end, i + _NEAR, len(blocks))) if (name := _person(blocks[k])) is not None]
        # the name stands in the head, right below it (then it is part of it), or under the entry's own heading
        k, author = signed[0] if signed else (i, None)
        last = blocks[k] if k == i + 1 else head
        span = Span(head.start, last.end)
        node = LiveUpdate(clean(document.text[span.slice]), span=span, time=time, author=author)
        yield Claim(node, _SURE, head.element, range(i, last.index + 1))
        yield from _headings(blocks[last.index + 1 : min(end, last.index + _NEAR)])


def _headings(blocks: list[Block]) -> Iterator[Claim]:
    """Yield the heading of an entry: the first of the blocks below its head, but for who wrote it."""
    for block in blocks[:2]:
        if block.tag in HEADINGS and block.scope is not None and len(block.plain) <= _LONGEST:
            heading = Crosshead(block.plain, span=block.whole, level=HEADINGS[block.tag])
            yield Claim(heading, _SURE, block.scope.element, block.own)
            return


def _entries(document: Document, draft: Draft) -> list[_Entry]:
    """Return the blocks that a `time` stands in and that story follows, each with its time."""
    blocks = document.blocks
    story = {i for claim in draft.claims("body") for i in claim.owns or ()}
    headline = draft.best("headline")
    first = headline.owns.stop if headline is not None and headline.owns else 0
    found: list[tuple[int, Value]] = []
    for value in document.metadata.times:
        i = value.block
        if not first <= i < len(blocks) or len(blocks[i].plain) > _MOST or (blocks[i].tag == "li" and not _opens_item(blocks, i)):
            continue
        if found and found[-1][0] == i:
            continue
        if not story.isdisjoint(range(i + 1, i + 1 + _NEAR)):
            found.append((i, value))
    return [(i, parse_timestamp(value.text) or parse_timestamp(blocks[i].plain)) for i, value in found]


def _opens_item(blocks: list[Block], i: int) -> bool:
    """Return whether a line of a list's item is followed by more of that item: an entry, and no date in a list."""
    item, after = blocks[i].scope, blocks[i + 1].scope if i + 1 < len(blocks) else None
    return not blocks[i].links and after is not None and any(outer is item for outer in after.around())


def _clocks(document: Document, draft: Draft) -> list[_Entry]:
    """Return the lines of a story that are nothing but a clock ("10:12 Uhr"), each with its time."""
    story = draft.story()
    found: list[_Entry] = []
    lines = [block for block in document.blocks[max(0, story.start - _NEAR) : story.stop] if len(block.plain) <= _CLOCK_CHARS]
    opened = [block for block in lines if block.plain[0].isdecimal() and not block.plain.isdecimal()]
    clocks = [block for block in opened if block.plain[-1].isalnum() and not block.links]
    for block in clocks if len(clocks) >= _FEWEST else ():
        time = parse_timestamp(block.plain)
        if time is not None and (isinstance(time.value, datetime) or (time.partial is not None and time.partial.hour is not None)):
            found.append((block.index, time))
    return found


def _newest_first(entries: list[_Entry]) -> bool:
    """Whether the entries have moments and each was made before the one above it."""
    moments = [moment for _, time in entries if (moment := _moment(time)) is not None]
    return len(moments) == len(entries) and all(above > below for above, below in pairwise(moments))


def _moment(time: Timestamp | None) -> tuple[int, ...] | None:
    """Return a moment to compare with others of the page, which has one zone: the clock alone where no day is stated."""
    if time is None:
        return None
    if isinstance(time.value, datetime):
        return time.value.timetuple()[:6]
    clock = time.partial
    return (clock.hour, clock.minute or 0) if clock is not None and clock.hour is not None else None


def _person(block: Block) -> str | None:
    """Return the person whom a line of an entry's head names, if any: "21:04 Jane Doe", "Jane Doe"."""
    line = block.plain.strip(_CLOCK)
    if not line or len(line) > _MOST or block.tag in HEADINGS:
        return None
    byline = parse_byline(line)
    people = [person for person in byline.contributors if person.kind is ContributorKind.PERSON] if byline is not None else []
    return people[0].name if len(people) == 1 else None
