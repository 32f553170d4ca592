"""Bylines: the line that names who made a story, as the world's press prints it."""

from __future__ import annotations

import re

from attrs import evolve

from newsparse.errors import expect_text
from newsparse.grammar.bylines.cjk import read_cjk
from newsparse.grammar.bylines.cjk_words import reads_cjk
from newsparse.grammar.bylines.line import read_line
from newsparse.grammar.bylines.people import Line, Party
from newsparse.grammar.bylines.plain import name_leads, plain_leads, read_plain
from newsparse.grammar.bylines.signs import (
    introduced,
    is_agency,
    is_bare_name,
    is_label,
    is_lead,
    opens_byline,
    opens_card,
    titles_only,
)
from newsparse.grammar.bylines.tokens import BARS, is_known, tokens_of
from newsparse.grammar.bylines.words import Phrase, key_of, words
from newsparse.grammar.names import kind_of
from newsparse.grammar.timestamp import Found, find_timestamps
from newsparse.model import Byline, Contributor, Span, Timestamp
from newsparse.text import align, clean

__all__ = [
    "MAX_CHARS",
    "introduced",
    "is_agency",
    "is_bare_name",
    "is_label",
    "is_lead",
    "opens_byline",
    "opens_card",
    "parse_byline",
    "read_byline",
    "titles_only",
]

MAX_CHARS = 600
"""A longer line is a paragraph: the longest byline seen on 326 pages has 390 characters and 14 names."""

_DIGIT = re.compile(r"\d")
# An unfilled template is residue: "[hour]:[minute] [AMPM]"; so is what a page prints for an address that it hides: "[email protected]"
_TEMPLATE = re.compile(r"\[(?:hour|minute|ampm|timezone|month|monthFull|day|year|date|time|email protected)\][:\s.…]*", re.I)


# Most values of fields for names are two plain words: nothing to read. "Jane Doe"; not "Jane DOE", "Jane Doe, CNN".
_PLAIN_NAME = re.compile(r"[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]{1,20} (?:[A-Z]\. )?[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]{1,20}$")


def parse_byline(text: str) -> Byline | None:
    """Return what a printed byline says, or `None` for a line that names nobody as having made a story.

    Dates, counters and buttons on the line are cut from `text` and kept in `raw`. Line ends count
    as separators. Who cannot be told apart safely stays together: nobody is invented.

    Args:
        text: the line, or several lines that belong together.

    Raises:
        SourceError: the text is no string.

    >>> line = parse_byline("By Jane Doe in Beirut and John Roe, Reuters | Updated Dec 6, 2024")
    >>> [(c.name, c.place, c.affiliation) for c in line.contributors]
    [('Jane Doe', 'Beirut', 'Reuters'), ('John Roe', None, 'Reuters')]
    >>> line.text
    'By Jane Doe in Beirut and John Roe, Reuters'
    >>> parse_byline("By Friday, the army had retaken the city.") is None
    True
    """
    expect_text(text, "parse_byline")
    return read_byline(text)


def read_byline(text: str, *, named: bool = False) -> Byline | None:
    """Return what a byline says. `named` says that the text comes from a field for names, so that no lead is needed."""
    if len(text) > 4 * MAX_CHARS:
        return None
    plain = clean(text)
    if not 1 < len(plain) <= MAX_CHARS:
        return None
    if named and _PLAIN_NAME.match(plain) and is_bare_name(plain) and not is_lead(plain.partition(" ")[0]):  # "By Jane"
        return Byline(plain, contributors=(Contributor(plain),), raw=text)
    offsets = align(text) if plain != text else None
    if plain.count(" ") >= _MAX_PROSE and _is_prose(plain.split(" ")):
        return None
    dates = _dates(plain)
    if reads_cjk(plain):
        line = read_cjk(plain, [(start, end) for start, end, _ in dates], named=named)
    else:
        breaks = _breaks(text, plain, offsets) if offsets is not None and "\n" in text else frozenset()
        tokens = tokens_of(plain, [(start, end) for start, end, _ in dates], breaks)
        if not dates and offsets is None and (simple := read_plain(plain, tokens)) is not None:
            return simple
        line = read_line(plain, tokens, named=named)
    if line is None or not line.people:
        return _posted(text, plain, dates, offsets)
    return _byline(text, plain, line, [found for _, _, found in dates if found is not None], offsets)


# Words of a line that may still be credits though most of them are in lower case.
_MAX_PROSE = 7
_CREDITING = frozenset((Phrase.LEAD, Phrase.LABEL, Phrase.GENRE, Phrase.CONTRIBUTED, Phrase.REPORTED))


def _is_prose(parts: list[str]) -> bool:
    """Whether a line is plainly a sentence: mostly words in lower case, and none that credits anybody.

    It spares sentences the grammar; what it lets through is judged there.
    """
    low = sum(1 for part in parts if part[0].islower())
    if low < 0.6 * len(parts) or not BARS.isdisjoint(parts):
        return False
    phrases, first = words().phrases, key_of(parts[0])
    if any(entry.act in _CREDITING for entry in phrases.get(first, ())):
        return False
    return not any(len(part) > 5 and any(entry.act in _CREDITING for entry in phrases.get(key_of(part), ())) for part in parts)


def _dates(plain: str) -> list[tuple[int, int, Found | None]]:
    """Return the ranges of dates with their labels, and of unfilled templates, in order."""
    templated = "[" in plain
    if not templated and _DIGIT.search(plain) is None:
        return []
    ranges: list[tuple[int, int, Found | None]] = []
    if _DIGIT.search(plain):
        for found in find_timestamps(plain):
            if found.timestamp.relative is not None and _is_name_of_day(plain, found):
                continue
            start = found.label_start if found.label_start is not None else found.start
            ranges.append((start, found.end, found))
    if templated:
        ranges.extend((match.start(), match.end(), None) for match in _TEMPLATE.finditer(plain))
        ranges.sort(key=lambda item: item[0])
    kept: list[tuple[int, int, Found | None]] = []
    for item in ranges:
        if not kept or item[0] >= kept[-1][1]:
            kept.append(item)
    return kept


def _is_name_of_day(plain: str, found: Found) -> bool:
    """Whether a day named by its distance is a name: "TODAY" in capitals a programme's, "Jana" before a surname a woman's."""
    text = found.timestamp.text
    if _DIGIT.search(text) or found.label is not None:
        return False
    return text.isupper() or (text.istitle() and plain[found.end : found.end + 2].strip().istitle())


def _breaks(text: str, plain: str, offsets: list[int]) -> frozenset[int]:
    """Return the spaces of the clean line at which a line ended."""
    return frozenset(i for i, char in enumerate(plain) if char == " " and "\n" in text[offsets[i] : offsets[i + 1]])


def _byline(text: str, plain: str, line: Line, dates: list[Found], offsets: list[int] | None) -> Byline:
    """Return the byline of a read line, its spans in the caller's string."""
    people = line.people
    span, spans = Span(line.start, line.end), [Span(person.start, person.end) for person in people]
    if offsets is not None:
        span, *spans = [Span(offsets[start], offsets[end - 1] + 1) for start, end in (span, *spans)]
    published, modified = _times(dates) if dates else (None, None)
    return Byline(
        plain[line.start : line.end],
        span=span,
        contributors=tuple(map(Party.contributor, people, spans)),
        raw=text,
        published=published,
        modified=modified,
        truncated=line.truncated,
        sponsored=line.sponsored,
        genre=line.genre,
    )


def _times(dates: list[Found]) -> tuple[Timestamp | None, Timestamp | None]:
    """Return when the line says that the story was published, and changed."""
    published = next((found.timestamp for found in dates if found.label == "published"), None)
    if published is None:
        published = next((found.timestamp for found in dates if found.label is None), None)
    modified = next((found.timestamp for found in dates if found.label == "modified"), None)
    return published, modified


# Lines of content systems are short: "Posted in Travel by jdoe on 3 May 2024 | 5 comments"
_POSTED_CHARS = 140
# A handle stands among so many characters.
_HANDLE_CHARS = 60
_WORD = re.compile(r"[^\s|•·,;:()]+")
# What ends a handle: the line's end, a separator, or the word before a date ("am", "on", "à").
_AFTER_HANDLE = re.compile(
    r"\s*(?:$|[|•·;(/–—-]|,?\s*(?:[^\W\d_]{1,5}\s*)?$)"
)  # "jdoe | 5 comments", "jdoe on"; not "hand in the", "dawn, he"


def _posted(text: str, plain: str, dates: list[tuple[int, int, Found | None]], offsets: list[int] | None) -> Byline | None:
    """Return whom the line of a content system names, or `None`: a lead behind a date, or one word between lead and date."""
    if len(plain) > _POSTED_CHARS or reads_cjk(plain):
        return None
    inner, start = _handle(plain, dates), 0
    if inner is None and dates:
        start = next(
            (match.start() for match in _WORD.finditer(plain, 1) if match[0].lower() in plain_leads() or match[0] in name_leads()), 0
        )
        if start and _is_preface(plain[:start], dates):
            inner = read_byline(plain[start:]) or _handle(
                plain[start:], [(first - start, last - start, date) for first, last, date in dates]
            )
    if inner is None:
        return None

    def shifted(span: Span | None) -> Span | None:
        if span is None:
            return None
        first, last = span.start + start, span.end + start - 1
        return Span(first, last + 1) if offsets is None else Span(offsets[first], offsets[last] + 1)

    people = tuple(evolve(person, span=shifted(person.span)) for person in inner.contributors)
    published, modified = _times([found for _, _, found in dates if found is not None])
    return evolve(inner, span=shifted(inner.span), contributors=people, raw=text, published=published, modified=modified)


def _is_preface(before: str, dates: list[tuple[int, int, Found | None]]) -> bool:
    """Whether what stands before a lead is a date, a label of posting, or parted from it: "Posted in Travel", "3 May 2024"."""
    if before.rstrip()[-1:] in set("|•·–—"):
        return True
    ends = [end for _, end, _ in dates if end <= len(before)]
    rest = before[max(ends) :] if ends else before
    if not any(char.isalnum() for char in rest):
        return True
    keys = [key_of(match[0]) for match in _WORD.finditer(before)]
    entries = words().phrases.get(keys[0], ()) if keys else ()
    return any(entry.act == Phrase.NOISE and entry.rest == tuple(keys[1 : len(entry.rest) + 1]) for entry in entries)


def _handle(plain: str, dates: list[tuple[int, int, Found | None]]) -> Byline | None:
    """Return the byline of one word behind a lead: "Posted by jdoe at 08:00", "by jdoe | 3 May 2024"; not "By hand", "by day"."""
    first = _WORD.search(plain, 0, _HANDLE_CHARS)
    leads = [entry for entry in words().phrases.get(key_of(first[0]), ()) if entry.act == Phrase.LEAD] if first is not None else []
    if not leads:
        return None
    found = list(_WORD.finditer(plain, 0, _HANDLE_CHARS))
    keys = [key_of(match[0]) for match in found]
    fits = [entry for entry in leads if tuple(keys[1 : len(entry.rest) + 1]) == entry.rest]
    if not fits:
        return None
    count = max(len(entry.rest) for entry in fits) + 1
    colon = plain[found[count - 1].end() :].lstrip().startswith(":")
    if count >= len(found) or not (dates or count > 1 or colon):
        return None
    name = found[count]
    end = next((start for start, _, _ in dates if start >= name.end()), len(plain))
    key = key_of(name[0])
    if len(name[0]) < 3 or not is_bare_name(name[0]) or is_known(key) or not _AFTER_HANDLE.match(plain[name.end() : end]):
        return None
    person = Contributor(name[0], kind=kind_of([name[0]]), span=Span(*name.span()))
    return Byline(plain[: name.end()], span=Span(0, name.end()), contributors=(person,), raw=plain)
