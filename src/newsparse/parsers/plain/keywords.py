"""The keyword lines of an archive's export.

Two families are known: lines that open with two letters and spaces (`HD`, `BY`, `PD`), whose value
may stand in the lines below, and lines that open with words and a colon (`BYLINE:`, `Length:`,
`Full text:`). Above the first keyword of the second family publisher, day and headline may stand
without one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise
from typing import Any

from newsparse import lexicon
from newsparse.document import Block, Document
from newsparse.grammar.timestamp import parse_timestamp
from newsparse.model import Span
from newsparse.parsers.plain.stated import Header, Value, value_at
from newsparse.text import fold

__all__ = ["CLOSED", "ends_of_article", "is_day", "keys_of", "name_pattern", "read_keywords", "tag_pattern", "telling"]

CLOSED = r"Document[^\S\n]+[A-Za-z]{1,10}[0-9]{6,}[0-9A-Za-z]{4,24}"
"""What closes an article of the first family, as a pattern: "Document LBA0000020241206ekc60012x", not "Document 3 of 12"."""
_CLOSED = re.compile(rf"{CLOSED}$")
# A value in the lines below its keyword runs on for so many of them at most.
_LINES = 6
# Publisher and day are among the first lines above the keywords, and those that are told from a headline by their words are short.
_HEAD, _MAX_EDITION = 6, 40
_MAX_PUBLISHER, _MAX_DAY = 80, 60
_RIGHTS = re.compile(r"©|\(c\)|copyright", re.IGNORECASE)


@cache
def _table() -> dict[str, Any]:
    return dict(lexicon.table("archives"))


def _cased(name: str) -> set[str]:
    """Return a name as exports print it: "LOAD-DATE", "Load-Date"; "Publication title"."""
    return {name.upper(), "-".join(part[:1].upper() + part[1:] for part in name.split("-")), name[:1].upper() + name[1:]}


def _any_of(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


@cache
def tag_pattern() -> str:
    """Return the pattern of a keyword of two letters and what must stand behind it: "HD    Rebels", "LP" alone, not "HD televisions"."""
    return rf"({_any_of(tag for tags in _table()['tags'].values() for tag in tags)})(?:[^\S\n]{{2,}}|\t|[^\S\n]*\r?(?:\n|$))"


@cache
def name_pattern() -> str:
    """Return the pattern of a keyword that is a word and a colon: "BYLINE: By JANE DOE", "Length: 212 words", not "length: long"."""
    return rf"({_any_of(form for names in _table()['names'].values() for name in names for form in _cased(name))}):(?=\s|$)"


@cache
def keys_of(field: str) -> frozenset[str]:
    """Return the keywords that state a field or hold the `"text"`; names in capitals."""
    table = _table()
    return frozenset((*table["tags"].get(field, ()), *(name.upper() for name in table["names"].get(field, ()))))


@cache
def telling(family: str) -> frozenset[str]:
    """Return the keywords of a family (`"tags"`, `"names"`) that only exports have; names in capitals."""
    return frozenset(word.upper() for word in _table()["telling"][family])


# Of each line, so much is looked at for the marks of an export; none of those is longer, with its colon.
_HEADS = 20
# So many telling keywords make an export.
_NEEDED = {"tags": 3, "names": 2}
# The fields that keywords state.
_FIELDS = tuple("headline byline dateline section deck figure published clock publisher canonical_url language tags".split())


def read_keywords(document: Document) -> Header | None:
    """Return what the keyword lines of a text state; `None` for a text that is no export."""
    heads = "\n".join(["", *[block.text[:_HEADS] for block in document.blocks]])  # a sixth of what the whole text costs
    if not any(mark in heads for mark in _marks()):
        return None
    found = _keywords(document.blocks)
    named = bool(telling("names") & set(found))
    if not any(len(telling(family) & set(found)) >= needed for family, needed in _NEEDED.items()):
        return None
    values: dict[str, Value] = {}
    lines: set[int] = set()
    starts = {block.index for block, _ in found.values()}
    opens = {block.index: _begin(block, size) for name, (block, size) in found.items() if name in keys_of("text")}
    for name, (block, size) in found.items():
        if block.index in opens:
            continue
        value = _value(document, block, size, _run_on(block, size, document.blocks, starts))
        lines.update(value.owns if value is not None else (block.index,))
        if value is not None:
            field = next((field for field in _FIELDS if name in keys_of(field)), None)
            if field is not None:
                values.setdefault(field, value)
    if named:
        head, silent = _head(document, min(starts), values.get("headline"))
        values |= head
        lines.update(silent)
    inline = {index: begin for index, begin in opens.items() if begin < len(document.blocks[index].plain)}
    lines.update(opens.keys() - inline.keys())
    return Header(values, frozenset(lines), frozenset(_story(starts, opens, len(document.blocks))) - lines, inline)


@cache
def _marks() -> tuple[str, ...]:
    """Return strings of which each export holds one, to pass over all other texts at once."""
    return ("\nLP", *(f"{form}:" for name in _table()["marks"] for form in sorted(_cased(name))))


def _story(starts: set[int], opens: Iterable[int], count: int) -> Iterator[int]:
    """Yield the indices of the lines from a keyword of the text to the next keyword."""
    for first in opens:
        yield from range(first, min([start for start in starts if start > first], default=count))


def _begin(block: Block, size: int) -> int:
    """Return where the value behind a keyword begins in its line; the line's length where it has none."""
    return len(block.plain) - len(block.plain[size:].lstrip())


def _keywords(blocks: list[Block]) -> dict[str, tuple[Block, int]]:
    """Return the first line of each keyword and the keyword's length: what the story prints in its shape comes later."""
    found: dict[str, tuple[Block, int]] = {}
    tag, name = _patterns()
    headings, ends = _headings(), ends_of_article()
    for block in blocks:
        raw = block.text
        if not raw[:1].isupper():
            continue
        match = (tag.match(raw) if raw[1:2].isupper() else None) or name.match(raw)
        plain = block.plain
        if match is not None:
            found.setdefault(match[1].upper(), (block, len(match[1]) + raw.startswith(":", len(match[1]))))
        elif plain in headings:
            found.setdefault(plain.upper(), (block, len(plain)))
        elif plain.casefold() in ends or _CLOSED.match(plain):
            found.setdefault("closed", (block, len(plain)))
    return found


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of keywords. In the clean text one space is left, so the raw line is asked."""
    return re.compile(tag_pattern()), re.compile(name_pattern())


@cache
def _headings() -> frozenset[str]:
    """Return the keywords that stand alone on a line without a colon."""
    return frozenset(form for name in _table()["headings"] for form in _cased(name))


@cache
def ends_of_article() -> frozenset[str]:
    """Return the lines that close an article of the second family, in small letters."""
    return frozenset(_table()["end"])


def _run_on(block: Block, size: int, blocks: list[Block], starts: set[int]) -> list[Block]:
    """Return the lines below a keyword that go on with its value, up to the next keyword: of a name only where it has none beside it."""
    if size > len("PUB") and block.plain[size:].strip():
        return []
    run: list[Block] = []
    for below in blocks[block.index + 1 : block.index + 1 + _LINES]:
        if below.index in starts:
            return run
        run.append(below)
    return run[:0]  # no keyword follows: it is not the value that goes on


def _value(document: Document, block: Block, size: int, below: list[Block]) -> Value | None:
    """Return what stands behind a keyword, `None` for nothing."""
    begin = _begin(block, size)
    blocks = [block, *below]
    if begin < len(block.plain):
        start = block.span(begin, len(block.plain)).start
    elif below:
        start = below[0].start
    else:
        return None
    return value_at(document, Span(start, blocks[-1].end), blocks)


def _head(document: Document, first: int, title: Value | None) -> tuple[dict[str, Value], list[int]]:
    """Return publisher, day and headline from the lines above the keywords, and the indices of lines that say nothing else.

    The headline stands below them ("The Courier", "December 6, 2024 Friday", "City Edition", the headline) or above,
    or is the line that a keyword repeats.
    """
    lines = document.blocks[:first]
    if title is not None:
        same = [line for line in lines if fold(line.plain) == fold(title.text)]
        return ({"headline": Value(same[0].plain, same[0].whole, same[:1])}, [*title.owns]) if same else ({}, [])
    for above, below in pairwise(lines[:_HEAD]):
        if is_day(below.plain) and len(above.plain) <= _MAX_PUBLISHER and not any(map(str.isdigit, above.plain)):
            break
    else:
        return {}, []
    values = {"publisher": Value(above.plain, above.whole, [above]), "published": Value(below.plain, below.whole, [below])}
    rest = lines[below.index + 1 :]
    silent = [above.index, *(line.index for line in rest if _is_silent(line.plain))]
    titles = lines[: above.index] or [line for line in rest if line.index not in silent]
    if titles:
        whole = _together(titles)
        values["headline"] = value_at(document, Span(whole[0].start, whole[-1].end), whole)
    return values, silent


def is_day(line: str) -> bool:
    """Return whether a short line is a date and little else: "December 6, 2024 Friday"."""
    if len(line) > _MAX_DAY or not any(map(str.isdigit, line)):
        return False
    stamp = parse_timestamp(line)
    return stamp is not None and stamp.value is not None


def _is_silent(line: str) -> bool:
    """Whether a line between the day and the keywords names the edition, or the owner of the rights."""
    words = line.casefold().split() if len(line) <= _MAX_EDITION else []
    return not set(_table()["edition"]).isdisjoint(words) or _RIGHTS.search(line) is not None


def _together(lines: list[Block]) -> list[Block]:
    """Return the last of the lines and those right above it, without a blank line between."""
    first = len(lines) - 1
    while first and not lines[first].gap and lines[first].index == lines[first - 1].index + 1:
        first -= 1
    return lines[first:]
