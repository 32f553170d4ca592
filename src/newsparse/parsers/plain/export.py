"""What the keyword lines of an archive's export say: headline, byline, dateline, section, day, publisher, language.

Two families are known: lines that open with two letters and spaces (`HD`, `BY`, `PD`), whose value
may stand in the lines below, and lines that open with a word in capitals and a colon (`HEADLINE:`,
`BYLINE:`, `LENGTH:`), above which publisher and day stand without a keyword.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from attrs import define, evolve

from newsparse import lexicon
from newsparse.claim import Claim, Draft
from newsparse.document import Block, Document
from newsparse.grammar.byline import parse_byline
from newsparse.grammar.dateline import parse_dateline
from newsparse.grammar.timestamp import parse_timestamp
from newsparse.model import Boilerplate, Dateline, Headline, Place, Section, Span, Text
from newsparse.text import clean
from newsparse.vocabulary import BoilerplateKind

__all__ = [
    "Export",
    "export",
    "find_byline",
    "find_dateline",
    "find_headline",
    "find_keywords",
    "find_language",
    "find_published",
    "find_publisher",
    "find_section",
]

# "HD    Rebels take city", "LP" alone; in the clean text one space is left, so the raw line is asked.
_TAG = re.compile(
    r"(HD|SE|BY|CR|WC|PD|ET|SN|SC|ED|PG|VOL|LA|CY|LP|TD|CO|IN|NS|RE|IPC|IPD|PUB|AN|RF|ART|CLM|CT|CX)(?:[^\S\n]{2,}|\t|\s*\n|$)"
)
# "BYLINE: By JANE DOE", "LENGTH: 1200 words"; not "Length: two hours" in a story.
_FIELD = re.compile(
    r"(HEADLINE|BYLINE|DATELINE|LENGTH|SECTION|SERIES|GRAPHIC|LANGUAGE|LOAD-DATE|PUBLICATION|PUBLICATION-TYPE|PUB-TYPE|CORRECTION-DATE|"
    r"DISTRIBUTION|SUBJECT|GEOGRAPHIC|JOURNAL-CODE|DOCUMENT-TYPE|HIGHLIGHT|COPYRIGHT|EDITION|URL):(?=\s|$)"
)
_CLOSED = re.compile(r"Document [A-Za-z]{1,10}[0-9]{6,}[0-9A-Za-z]{4,24}$")
# Keywords that only exports have; so many of them make one.
_TELLING = frozenset({"HD", "WC", "PD", "SN", "LP", "TD"})
_TELLING_FIELDS = frozenset({"BYLINE", "LENGTH", "LOAD-DATE", "PUBLICATION-TYPE", "PUB-TYPE", "JOURNAL-CODE"})
_TAGS_NEEDED, _FIELDS_NEEDED = 3, 2
# Behind these keywords stands the story itself.
_TEXT = frozenset({"LP", "TD"})
# A value in the lines below its keyword runs on for so many of them at most.
_LINES = 6
# Publisher and day are the first lines above the keywords.
_HEAD = 4
_MAX_PUBLISHER, _MAX_DAY = 80, 60
_SURE = 0.97
_KEYWORD = 0.95
# A dateline that opens the story itself tells more: where the prose begins.
_STATED = 0.75
# A place is that long at most.
_MAX_PLACE = 60


@define(eq=False)
class _Value:
    """What stands behind a keyword."""

    text: str
    """The value, clean."""
    span: Span
    """Where it stands."""
    blocks: list[Block]
    """The blocks that hold keyword and value."""

    @property
    def owns(self) -> range:
        """The indices of its blocks."""
        return range(self.blocks[0].index, self.blocks[-1].index + 1)


@define(eq=False)
class Export:
    """The keyword lines of an export, and what stands above them."""

    values: dict[str, _Value]
    """By keyword, those with a value; the first of each. What has no keyword is `publisher` and `day`."""
    lines: frozenset[int]
    """Indices of all lines that hold keywords and their values: no part of the story."""
    story: frozenset[int] = frozenset()
    """Indices of the lines behind the keywords of the text (`LP`, `TD`): the story and nothing else."""


def export(document: Document) -> Export:
    """Return the keyword lines of a text; none for a text that is no export."""
    text = document.text
    if "\nLP" not in text and "LENGTH:" not in text and "LOAD-DATE:" not in text:
        return Export({}, frozenset())
    found = _keywords(document.blocks)
    tags = set(found)
    if len(tags & _TELLING) < _TAGS_NEEDED and len(tags & _TELLING_FIELDS) < _FIELDS_NEEDED:
        return Export({}, frozenset())
    values: dict[str, _Value] = {}
    lines: set[int] = set()
    starts = {block.index for block, _ in found.values()}
    for name, (block, size) in found.items():
        value = _value(document, block, size, () if name in _TEXT else _run_on(document.blocks, block, starts, name))
        lines.update(value.owns if value is not None else (block.index,))
        if value is not None:
            values[name] = value
    if tags & _TELLING_FIELDS:
        values |= _head(document, min(starts))
    return Export(values, frozenset(lines), frozenset(_story(found, len(document.blocks))))


def _story(found: dict[str, tuple[Block, int]], count: int) -> Iterator[int]:
    """Yield the indices of the lines between a keyword of the text and the next keyword."""
    starts = sorted(block.index for block, _ in found.values())
    for name in sorted(_TEXT & set(found)):
        first = found[name][0].index
        yield from range(first + 1, min([start for start in starts if start > first], default=count))


def _keywords(blocks: list[Block]) -> dict[str, tuple[Block, int]]:
    """Return the first line of each keyword and the keyword's length: what the story prints in its shape comes later."""
    found: dict[str, tuple[Block, int]] = {}
    for block in blocks:
        raw = block.text
        match = _TAG.match(raw) if raw[:1].isupper() and raw[1:2].isupper() else None
        match = match or _FIELD.match(raw)
        if match is not None:
            found.setdefault(match[1], (block, len(match[1]) + raw.startswith(":", len(match[1]))))
        elif _CLOSED.match(block.plain):
            found.setdefault("closed", (block, len("Document")))
    return found


def _run_on(blocks: list[Block], block: Block, starts: set[int], name: str) -> list[Block]:
    """Return the lines below a keyword of two letters that go on with its value, up to the next keyword."""
    if len(name) > len("PUB") or name == "AN":
        return []
    run: list[Block] = []
    for below in blocks[block.index + 1 : block.index + 1 + _LINES]:
        if below.index in starts:
            return run
        run.append(below)
    return run[:0]  # no keyword follows: it is not the value that goes on


def _value(document: Document, block: Block, size: int, below: list[Block] | tuple[()]) -> _Value | None:
    """Return what stands behind a keyword, `None` for nothing."""
    rest = block.plain[size:]
    blocks = [block, *below]
    if rest.strip():
        start = block.span(size + len(rest) - len(rest.lstrip()), len(block.plain)).start
    elif below:
        start = below[0].start
    else:
        return None
    span = Span(start, blocks[-1].end)
    return _Value(clean(document.text[span.slice]), span, blocks)


def _head(document: Document, first: int) -> dict[str, _Value]:
    """Return publisher and day from the lines above the keywords: "The Courier", "December 6, 2024 Friday", the headline."""
    head = document.blocks[: min(first, _HEAD)]
    for above, below in pairwise(head):
        if len(below.plain) > _MAX_DAY or not any(char.isdigit() for char in below.plain):
            continue
        if len(above.plain) <= _MAX_PUBLISHER and not any(char.isdigit() for char in above.plain):
            stamp = parse_timestamp(below.plain)
            if stamp is not None and stamp.value is not None:
                return {"publisher": _Value(above.plain, above.whole, [above]), "day": _Value(below.plain, below.whole, [below])}
    return {}


def _stated(draft: Draft, *names: str) -> Iterator[_Value]:
    """Yield what an export states under the first of some keywords that it has."""
    values = draft.once(export).values
    yield from [values[name] for name in names if name in values][:1]


def find_headline(document: Document, draft: Draft) -> Iterator[Claim]:
    """Yield the headline that an export states."""
    for value in _stated(draft, "HD", "HEADLINE"):
        yield Claim(Headline(value.text, span=value.span), _SURE, None, value.owns)


def find_section(document: Document, draft: Draft) -> Iterator[Claim]:
    """Yield the section that an export states, up to the first separator."""
    for value in _stated(draft, "SE", "SECTION"):
        text = re.split(r"\s*[;|]", value.text, maxsplit=1)[0]
        if text:
            at = document.text.find(text, *value.span)
            span = Span(at, at + len(text)) if at >= 0 else value.span
            yield Claim(Section(clean(document.text[span.slice]), span=span, names=(text,)), _SURE)


def find_publisher(document: Document, draft: Draft) -> Iterator[Claim]:
    """Yield the publication that an export names, by its keyword or above all."""
    for value in _stated(draft, "SN", "PUBLICATION", "publisher"):
        yield Claim(Text(value.text, span=value.span), _SURE)


def find_language(document: Document, draft: Draft) -> Iterator[Claim]:
    """Yield the code of the language that an export names: "English", "GERMAN; Deutsch"."""
    for value in _stated(draft, "LA", "LANGUAGE"):
        name = re.split(r"\s*[;,/|]", value.text, maxsplit=1)[0]
        code = _codes().get(name.casefold())
        if code is not None:
            yield Claim(Text(code), _SURE)


@cache
def _codes() -> dict[str, str]:
    """Return the codes of languages by their names, in English and in the language itself."""
    return dict(lexicon.table("language_names")["names"])


def find_byline(document: Document, draft: Draft) -> Iterator[Claim]:
    """Yield the byline that an export states."""
    for value in _stated(draft, "BY", "BYLINE"):
        # the keyword leads the line where no word of its own does
        line = parse_byline(value.text) or parse_byline(f"By {value.text}")
        if line is None or not line.contributors:
            continue
        at = document.text.find(line.text, *value.span)
        span = Span(at, at + len(line.text)) if at >= 0 else value.span
        people = tuple(evolve(person, span=None) for person in line.contributors)
        text = clean(document.text[span.slice])
        yield Claim(evolve(line, text=text, span=span, raw=value.text, contributors=people), _SURE, None, value.owns)


def find_dateline(document: Document, draft: Draft) -> Iterator[Claim]:
    """Yield the dateline that an export states; one with the words of no known dateline is the name of a place."""
    for value in _stated(draft, "DATELINE"):
        line = parse_dateline(f"{value.text} \u2014 ")
        if line is None and len(value.text) <= _MAX_PLACE and not any(map(str.isdigit, value.text)):
            line = Dateline(value.text, places=(Place(value.text),))
        if line is not None and (at := document.text.find(line.text, *value.span)) >= 0:
            span = Span(at, at + len(line.text))
            text = clean(document.text[span.slice])
            yield Claim(evolve(line, text=text, span=span, separator="", end=value.span.end), _STATED, None, value.owns, _SURE)


def find_published(document: Document, draft: Draft) -> Iterator[Claim]:
    """Yield the day that an export states."""
    for value in _stated(draft, "PD", "day"):
        stamp = parse_timestamp(value.text)
        if stamp is not None and (at := document.text.find(stamp.text, *value.span)) >= 0:
            span = Span(at, at + len(stamp.text))
            yield Claim(evolve(stamp, span=span, text=clean(document.text[span.slice])), _SURE, None, value.owns)


def find_keywords(document: Document, draft: Draft) -> Iterator[Claim]:
    """Yield the keyword lines: what the fields do not take of them is no part of the story."""
    found = draft.once(export)
    publisher = found.values.get("publisher")
    for index in sorted(found.lines | set(publisher.owns if publisher is not None else ())):
        block = document.blocks[index]
        yield Claim(Boilerplate(block.plain, span=block.whole, kind=BoilerplateKind.OTHER), _KEYWORD, None, range(index, index + 1))
