"""Exports of archives: the lines that count articles, open them with keywords, or say that one ends."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from newsparse.lexicon import table
from newsparse.model import Span
from newsparse.parsers.plain.keywords import CLOSED, ends_of_article, is_day, keys_of, tag_pattern, telling
from newsparse.parts.part import Part, Split
from newsparse.parts.stretches import keyword_line, part_of, split_into, trimmed
from newsparse.text import clean

__all__ = ["ended", "numbered", "tagged"]

# So many keywords that only exports have tell a text of either family from one with a few such words.
_TAGS, _NAMES = 3, 2
_LINE = re.compile(r"^.*$", re.MULTILINE)


@cache
def _count() -> re.Pattern[str]:
    """Return the pattern of a line that counts an article: "Document 3 of 12", "3 of 12 DOCUMENTS", "Dokument 3 von 12"."""
    words = table("archives")["count"]
    one, many, of = ("|".join(map(re.escape, words[key])) for key in ("one", "many", "of"))
    gap, number = r"[^\S\n]+", r"(\d{1,5})"
    return re.compile(
        rf"^[^\S\n]*(?:(?:{one}){gap}{number}{gap}(?:{of}|/){gap}{number}|{number}{gap}(?:{of}){gap}{number}{gap}(?:{many}))[^\S\n]*\r?$",
        re.IGNORECASE | re.MULTILINE,
    )


def numbered(text: str) -> Split | None:
    """Return the parts between the lines that count the articles."""
    marks = list(_count().finditer(text))
    if not marks:
        return None
    ends = [match.start() for match in marks[1:]] + [len(text)]
    found = [(match, trimmed(text, match.end(), end)) for match, end in zip(marks, ends, strict=True)]
    parts = [part_of(text, span, int(match[1] or match[3])) for match, span in found if span is not None]
    return split_into(text, parts, "numbered", marks, max(int(match[2] or match[4]) for match in marks))


@cache
def _tag() -> re.Pattern[str]:
    """Return the pattern of a line that opens with a keyword of two letters."""
    return re.compile(rf"^{tag_pattern()}", re.MULTILINE)


@cache
def _closed() -> re.Pattern[str]:
    """Return the pattern of a line that closes an article of such keywords."""
    return re.compile(rf"^[^\S\n]*{CLOSED}[^\S\n]*\r?$", re.MULTILINE)


def tagged(text: str) -> Split | None:
    """Return the parts that open with a keyword line of two letters."""
    tags = list(_tag().finditer(text))
    starts = _openings(tags)
    if not starts or len({match[1] for match in tags} & telling("tags")) < _TAGS:
        return None
    parts = []
    for start, limit in zip(starts, [*starts[1:], len(text)], strict=True):
        closed = _closed().search(text, start, limit)
        span = trimmed(text, start, closed.end() if closed is not None else limit)
        if span is not None:
            parts.append(Part(text[span.slice], span, _tag_header(text, span)))
    return split_into(text, parts, "tagged", [])


def _openings(tags: list[re.Match[str]]) -> list[int]:
    """Return where the keyword lines begin that open an article: the first of its kind after a text."""
    opening, texts = table("archives")["opening"], keys_of("text")
    starts: list[int] = []
    in_text = True
    for match in tags:
        if match[1] in opening and in_text:
            starts.append(match.start())
            in_text = False
        elif match[1] in texts:
            in_text = True
    return starts


def _tag_header(text: str, span: Span) -> Mapping[str, str]:
    """Return what the two-letter keyword lines say; the text itself (`LP`, `TD`) is not among them."""
    found: dict[str, str] = {}
    tags = list(_tag().finditer(text, *span))
    for match, after in zip(tags, [*(tag.start() for tag in tags[1:]), span.end], strict=True):
        if match[1] not in keys_of("text") and match[1] not in found and (value := clean(text[match.end() : after])):
            found[match[1]] = value
    return found


@cache
def _end() -> re.Pattern[str]:
    """Return the pattern of a line that says that an article ends."""
    return re.compile(rf"^[^\S\n]*(?:{'|'.join(ends_of_article())})[^\S\n]*\r?$", re.MULTILINE | re.IGNORECASE)


def ended(text: str) -> Split | None:
    """Return the parts that close with a line which says so, and have keywords and a colon around their text."""
    ends = list(_end().finditer(text))
    if not ends or len({match[1].upper() for match in keyword_line().finditer(text)} & telling("names")) < _NAMES:
        return None
    starts = [0, *(match.end() for match in ends[:-1])]
    spans = [trimmed(text, start, match.start()) for start, match in zip(starts, ends, strict=True)]
    parts = [part_of(text, Span(_title_above_keywords(text, span), span.end)) for span in spans if span is not None]
    return split_into(text, parts, "ended", ends)


def _title_above_keywords(text: str, span: Span) -> int:
    """Return where the article in a stretch begins: above publisher and day, which stand above its first keyword.

    What stands further up is a list of contents. Where no day is found, the article begins with the stretch.
    """
    keyword = keyword_line().search(text, *span)
    if keyword is None:
        return span.start
    lines = [match for match in _LINE.finditer(text, span.start, keyword.start()) if match[0].strip()]
    day = next((i for i in range(len(lines) - 1, 1, -1) if is_day(lines[i][0].strip())), None)
    if day is None:
        return span.start
    title = day - 2
    while title and _is_next_line(text, lines, title):
        title -= 1
    return lines[title].start()


def _is_next_line(text: str, lines: list[re.Match[str]], i: int) -> bool:
    """Return whether no blank line stands above a line."""
    return text.count("\n", lines[i - 1].end(), lines[i].start()) == 1
