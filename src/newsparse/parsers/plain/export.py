"""What the keyword lines of an archive's export say: headline, byline, section, day.

Two families are known: lines that open with two letters and spaces (`HD`, `BY`, `PD`), and lines
that open with a word in capitals and a colon (`HEADLINE:`, `BYLINE:`, `LENGTH:`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import define, evolve

from newsparse.claim import Claim, Draft
from newsparse.document import Block, Document
from newsparse.grammar.byline import parse_byline
from newsparse.grammar.timestamp import parse_timestamp
from newsparse.model import Headline, Section
from newsparse.text import clean

__all__ = ["Export", "export", "find_byline", "find_headline", "find_published", "find_section"]

# "HD    Rebels take city", "LP" alone; in the clean text one space is left, so the raw line is asked.
_TAG = re.compile(
    r"(HD|SE|BY|CR|WC|PD|ET|SN|SC|ED|PG|VOL|LA|CY|LP|TD|CO|IN|NS|RE|IPC|IPD|PUB|AN|RF|ART|CLM|CT|CX)(?:[^\S\n]{2,}|\t|\s*\n|$)"
)
# "BYLINE: By JANE DOE", "LENGTH: 1200 words"; not "Length: two hours" in a story.
_FIELD = re.compile(
    r"(HEADLINE|BYLINE|LENGTH|SECTION|SERIES|GRAPHIC|LANGUAGE|LOAD-DATE|PUBLICATION-TYPE|PUB-TYPE|CORRECTION-DATE|DISTRIBUTION|SUBJECT|"
    r"GEOGRAPHIC|JOURNAL-CODE|DOCUMENT-TYPE|HIGHLIGHT|COPYRIGHT|URL):(?=\s|$)"
)
_CLOSED = re.compile(r"Document [A-Za-z]{1,10}[0-9]{6,}[0-9A-Za-z]{4,24}$")
# Keywords that only exports have; so many of them make one.
_TELLING = frozenset({"HD", "WC", "PD", "SN", "LP", "TD"})
_TELLING_FIELDS = frozenset({"BYLINE", "LENGTH", "LOAD-DATE", "PUBLICATION-TYPE", "PUB-TYPE", "JOURNAL-CODE"})
_TAGS_NEEDED, _FIELDS_NEEDED = 3, 2
_SURE = 0.97


@define(eq=False)
class Export:
    """The keyword lines of an export: for each keyword its block and where in the clean text its value begins."""

    values: dict[str, tuple[Block, int]]
    """By keyword, those with a value; the first of each."""
    lines: frozenset[int]
    """Indices of all keyword lines: no part of the story."""


def export(document: Document) -> Export:
    """Return the keyword lines of a text; none for a text that is no export."""
    none = Export({}, frozenset())
    text = document.text
    if "\nLP" not in text and "LENGTH:" not in text and "LOAD-DATE:" not in text:
        return none
    found: list[tuple[str, Block, int]] = []
    for block in document.blocks:
        raw = block.text
        match = _TAG.match(raw) if raw[:1].isupper() and raw[1:2].isupper() else None
        match = match or _FIELD.match(raw)
        if match is not None:
            found.append((match[1], block, len(match[1]) + raw.startswith(":", len(match[1]))))
        elif _CLOSED.match(block.plain):
            found.append(("AN", block, len("Document")))
    tags = {name for name, _, _ in found}
    if len(tags & _TELLING) < _TAGS_NEEDED and len(tags & _TELLING_FIELDS) < _FIELDS_NEEDED:
        return none
    values: dict[str, tuple[Block, int]] = {}
    for name, block, size in found:
        value = block.plain[size:]
        if value.strip():
            values.setdefault(name, (block, size + len(value) - len(value.lstrip())))
    return Export(values, frozenset(block.index for _, block, _ in found))


def find_headline(document: Document, draft: Draft) -> Iterator[Claim]:
    """Yield the headline that an export states."""
    for name in ("HD", "HEADLINE"):
        if found := draft.once(export).values.get(name):
            block, begin = found
            yield Claim(Headline(block.plain[begin:], span=block.span(begin, len(block.plain))), _SURE, None, _whole(block))


def find_section(document: Document, draft: Draft) -> Iterator[Claim]:
    """Yield the section that an export states, up to the first separator."""
    for name in ("SE", "SECTION"):
        if found := draft.once(export).values.get(name):
            block, begin = found
            value = re.split(r"\s*[;|]", block.plain[begin:], maxsplit=1)[0]
            if value:
                yield Claim(Section(value, span=block.span(begin, begin + len(value)), names=(value,)), _SURE)


def find_byline(document: Document, draft: Draft) -> Iterator[Claim]:
    """Yield the byline that an export states."""
    for name in ("BY", "BYLINE"):
        if found := draft.once(export).values.get(name):
            block, begin = found
            value = block.plain[begin:]
            # the keyword leads the line where no word of its own does
            line = parse_byline(value) or parse_byline(f"By {value}")
            if line is None or not line.contributors:
                continue
            at = block.plain.find(line.text, begin)
            if at < 0:
                at, text = begin, value
            else:
                text = line.text
            people = tuple(evolve(person, span=None) for person in line.contributors)
            span = block.span(at, at + len(text))
            yield Claim(evolve(line, text=text, span=span, raw=value, contributors=people), _SURE, None, _whole(block))


def find_published(document: Document, draft: Draft) -> Iterator[Claim]:
    """Yield the day that an export states."""
    if found := draft.once(export).values.get("PD"):
        block, begin = found
        value = block.plain[begin:]
        stamp = parse_timestamp(value)
        if stamp is not None and (at := block.plain.find(stamp.text, begin)) >= 0:
            span = block.span(at, at + len(stamp.text))
            yield Claim(evolve(stamp, span=span, text=clean(document.text[span.slice])), _SURE, None, _whole(block))


def _whole(block: Block) -> range:
    return range(block.index, block.index + 1)
