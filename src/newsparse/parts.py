"""A text that holds several articles, cut into its parts: exports of archives, and dumps one after the other.

Five shapes are known. An archive that prints "Document 3 of 12" (or "3 of 12 DOCUMENTS") before
each article and `BYLINE:`, `LENGTH:`, `LOAD-DATE:` lines around it; one that opens the lines of
each article with two-letter keywords (`HD`, `BY`, `WC`, `PD`, `SN`, `LP`, `TD`) and closes it
with "Document" and a number; one that closes each with "End of Document"; texts that each open with front matter; and texts parted by form
feeds or drawn lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import cache
from itertools import pairwise

from attrs import frozen

from newsparse.errors import expect_text
from newsparse.model import Article, Span
from newsparse.parsers.plain.front import is_front
from newsparse.parsers.plain.keywords import CLOSED, ends_of_article, is_day, keys_of, name_pattern, tag_pattern, telling
from newsparse.pipeline import OnError, Pipeline
from newsparse.readers import Limits, read
from newsparse.text import clean

__all__ = ["Part", "Split", "split"]

# The lines around front matter, which is no longer than this.
_FENCE = re.compile(r"^---[^\S\n]*$", re.MULTILINE)
_MAX_FRONT = 20_000


@frozen
class Part:
    """One article of a larger text."""

    text: str
    """Its characters, export header included: `source[span.slice]`; `article()` parses them."""
    span: Span
    """Where it stands in the text that was split."""
    header: Mapping[str, str]
    """What its keyword lines say, by keyword ("HD", "BYLINE"), as clean text; empty where there are none."""
    number: int | None = None
    """The number that the export gives it; `None` where it gives none."""

    def article(
        self,
        *,
        reference: datetime | None = None,
        pipeline: Pipeline | None = None,
        on_error: OnError = "raise",
        limits: Limits | None = None,
    ) -> Article:
        """Return the article of this part; the lines of the export's header give it headline, byline, day, section and more.

        All spans index `text`; add `span.start` for places in the text that was split.

        Args:
            reference: the moment against which "2 hours ago" is read.
            pipeline: other parsers than the default ones.
            on_error: `"raise"` the error of a parser that fails, or `"collect"` it in `Article.problems`.
            limits: bounds on size and number of blocks.

        >>> part = split("HD  Ferry adds boats\\nWC  90 words\\nSN  The Courier\\nLP\\nThe ferry adds a boat.").parts[0]
        >>> article = part.article()
        >>> article.headline.text, article.publisher.text
        ('Ferry adds boats', 'The Courier')
        """
        document = read(self.text, source="text", limits=limits)
        document.reference = reference
        return (pipeline or Pipeline.default()).run(document, on_error=on_error)


@frozen
class Split:
    """The parts of a text, and what belongs to none of them."""

    parts: tuple[Part, ...]
    """The articles, in order; the whole text as the only part where nothing parts it."""
    residue: tuple[Span, ...]
    """Stretches with text that belong to no part: a cover sheet, a list of contents, an end mark."""
    shape: str
    """`single`, `numbered` (Document 3 of 12), `tagged` (HD, BY, WC), `ended` (End of Document), `fronted` (front matter) or
    `drawn` (form feeds, rules)."""
    announced: int | None = None
    """How many articles the text says that it holds; `None` when it does not say."""

    @property
    def found(self) -> int:
        """How many parts there are."""
        return len(self.parts)

    @property
    def complete(self) -> bool:
        """Whether as many parts were found as were announced, or none were announced."""
        return self.announced is None or self.announced == len(self.parts)


# "Document 3 of 12", "3 of 12 DOCUMENTS", "Dokument 3 von 12"; alone on its line.
_NUMBERED = re.compile(
    r"^[^\S\n]*(?:(?:document|dokument|documento|article|item)[^\S\n]+(\d{1,5})[^\S\n]+(?:of|von|de|sur|/)[^\S\n]+(\d{1,5})"
    r"|(\d{1,5})[^\S\n]+(?:of|von|de|sur)[^\S\n]+(\d{1,5})[^\S\n]+(?:documents?|dokumente?|documentos?))[^\S\n]*\r?$",
    re.IGNORECASE | re.MULTILINE,
)
# "12 Documents", "Results found: 12", "Number of documents: 12", "Documents (12)"; looked for before the first article.
_ANNOUNCED = re.compile(
    r"(?:^|\s)(?:(\d{1,5})\s+(?:documents?|articles?|results?|stories)\b|(?:documents?|articles?|results?(?:\s+found)?)\s*[:=(]\s*(\d{1,5})\b)",
    re.IGNORECASE,
)
# "==========", "* * * * *", "----------": eight or more drawn signs, alone on the line.
_RULE = re.compile(r"^[^\S\n]*(?:[=\-_*#~+](?:[^\S\n]*)){8,200}\r?$", re.MULTILINE)
_LINE = re.compile(r"^.*$", re.MULTILINE)
_FORM_FEED = re.compile(r"\f")
# What stands between two rules is an article when it has this much text and opens with a title.
_ARTICLE, _TITLE = 200, 160
_HEAD = 3_000


def split(text: str) -> Split:
    """Return the articles that a text holds.

    Raises:
        SourceError: the text is no string.

    >>> found = split("1 of 2 DOCUMENTS\\n\\nOne\\n\\nText.\\n\\n2 of 2 DOCUMENTS\\n\\nTwo\\n\\nMore.")
    >>> found.found, found.announced, [part.number for part in found.parts]
    (2, 2, [1, 2])
    """
    expect_text(text, "split")
    for find in (_numbered, _tagged, _ended, _fronted, _drawn):
        found = find(text)
        if found is not None:
            return found
    whole = _trimmed(text, 0, len(text))
    parts = (_part(text, whole, _fields(text, whole)),) if whole is not None else ()
    return Split(parts, (), "single")


def _numbered(text: str) -> Split | None:
    """Return the parts between the lines that count the articles."""
    marks = list(_NUMBERED.finditer(text))
    if not marks:
        return None
    totals = {int(match[2] or match[4]) for match in marks}
    bounds = [match.end() for match in marks]
    ends = [match.start() for match in marks[1:]] + [len(text)]
    parts = []
    for match, start, end in zip(marks, bounds, ends, strict=True):
        span = _trimmed(text, start, end)
        if span is not None:
            parts.append(_part(text, span, _fields(text, span), int(match[1] or match[3])))
    return _made(text, parts, "numbered", max(totals), [Span(*match.span()) for match in marks])


def _tagged(text: str) -> Split | None:
    """Return the parts that open with a headline's keyword line."""
    tag, closed = _tag(), _closed()
    tags = list(tag.finditer(text))
    opens = _openings(tags)
    if len(opens) < 1 or len({match[1] for match in tags} & telling("tags")) < 3:
        return None
    starts = [match.start() for match in opens]
    parts = []
    for start, limit in zip(starts, [*starts[1:], len(text)], strict=True):
        end = limit
        for match in closed.finditer(text, start, limit):
            end = match.end()
            break
        span = _trimmed(text, start, end)
        if span is not None:
            parts.append(_part(text, span, _tag_fields(text, span)))
    return _made(text, parts, "tagged", None, [])


def _openings(tags: list[re.Match[str]]) -> list[re.Match[str]]:
    """Return the keyword lines that open an article: the first of its kind after a text."""
    opens: list[re.Match[str]] = []
    in_text = True
    for match in tags:
        if match[1] in {"SE", "HD", "CLM"} and in_text:
            opens.append(match)
            in_text = False
        elif match[1] in keys_of("text"):
            in_text = True
    return opens


@cache
def _tag() -> re.Pattern[str]:
    """Return the pattern of a line that opens with a keyword of two letters."""
    return re.compile(rf"^{tag_pattern()}", re.MULTILINE)


@cache
def _closed() -> re.Pattern[str]:
    """Return the pattern of a line that closes an article of such keywords."""
    return re.compile(rf"^[^\S\n]*{CLOSED}[^\S\n]*\r?$", re.MULTILINE)


@cache
def _name() -> re.Pattern[str]:
    """Return the pattern of a line that opens with a keyword and a colon, and of its value."""
    return re.compile(rf"^[^\S\n]*{name_pattern()}[^\S\n]*(.*)$", re.MULTILINE)


@cache
def _end() -> re.Pattern[str]:
    """Return the pattern of a line that says that an article ends."""
    return re.compile(rf"^[^\S\n]*(?:{'|'.join(ends_of_article())})[^\S\n]*\r?$", re.MULTILINE | re.IGNORECASE)


def _ended(text: str) -> Split | None:
    """Return the parts that close with a line which says so, and have keywords and a colon around their text."""
    ends = list(_end().finditer(text))
    if not ends or len({match[1].upper() for match in _name().finditer(text)} & telling("names")) < 2:
        return None
    parts = []
    start = 0
    for match in ends:
        span = _trimmed(text, start, match.start())
        if span is not None:
            first = _title_above_keywords(text, span)
            parts.append(_part(text, Span(first, span.end), _fields(text, Span(first, span.end))))
        start = match.end()
    return _made(text, parts, "ended", None, [Span(*match.span()) for match in ends])


def _title_above_keywords(text: str, span: Span) -> int:
    """Return where the article in a stretch begins: above publisher and day, which stand above its first keyword.

    What stands further up is a list of contents. Where no day is found, the article begins with the stretch.
    """
    keyword = _name().search(text, *span)
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
    """Whether no blank line stands above a line."""
    return text.count("\n", lines[i - 1].end(), lines[i].start()) == 1


def _drawn(text: str) -> Split | None:
    """Return the parts between form feeds or drawn lines, if each looks like an article."""
    for mark in (_FORM_FEED, _RULE):
        marks = list(mark.finditer(text))
        if not marks:
            continue
        starts, ends = [0, *(match.end() for match in marks)], [*(match.start() for match in marks), len(text)]
        spans = [span for start, end in zip(starts, ends, strict=True) if (span := _trimmed(text, start, end)) is not None]
        articles = [span for span in spans if _is_article(text, span)]
        # one stretch that is no article is a cover sheet; more, and the lines part something else
        if len(articles) > 1 and len(spans) - len(articles) <= 1 + len(articles) // 10:
            parts = [_part(text, span, _fields(text, span)) for span in articles]
            return _made(text, parts, "drawn", None, [Span(*match.span()) for match in marks if match[0].strip()])
    return None


def _fronted(text: str) -> Split | None:
    """Return the parts that open with front matter, when there are several."""
    opened: list[int] = []
    closed = -1
    for above, below in pairwise(_FENCE.finditer(text)):
        if above.start() != closed and _holds_front(text[above.end() : below.start()]):
            opened.append(above.start())
            closed = below.start()
    if len(opened) < 2:
        return None
    spans = [_trimmed(text, start, end) for start, end in pairwise([*opened, len(text)])]
    return _made(text, [_part(text, span, {}) for span in spans if span is not None], "fronted", None, [])


def _holds_front(between: str) -> bool:
    """Whether what stands between two fences is front matter."""
    return len(between) <= _MAX_FRONT and is_front(between.strip("\r\n").splitlines())


def _is_article(text: str, span: Span) -> bool:
    """Whether a stretch opens with a title and goes on in prose."""
    if span.end - span.start < _ARTICLE:
        return False
    head, _, rest = text[span.start : span.start + _HEAD].partition("\n")
    title = clean(head)
    return 8 <= len(title) <= _TITLE and not title.endswith((".", ",", ";", ":")) and title[0].isupper() and ". " in clean(rest) + " "


def _made(text: str, parts: list[Part], shape: str, announced: int | None, marks: list[Span]) -> Split:
    """Return the split with what no part holds."""
    residue = list(_between(text, [part.span for part in parts] + marks))
    first = parts[0].span.start if parts else 0
    if announced is None and (match := _ANNOUNCED.search(text, 0, min(first, _HEAD))):
        announced = int(match[1] or match[2])
    return Split(tuple(parts), tuple(residue), shape, announced)


def _between(text: str, taken: list[Span]) -> Iterator[Span]:
    """Yield the stretches with text outside the taken ones."""
    at = 0
    for start, end in sorted(taken):
        if span := _trimmed(text, at, start):
            yield span
        at = max(at, end)
    if span := _trimmed(text, at, len(text)):
        yield span


def _trimmed(text: str, start: int, end: int) -> Span | None:
    """Return the stretch without white space at its ends; `None` when nothing is left."""
    raw = text[start:end]
    bare = raw.strip()
    if not bare:
        return None
    start += len(raw) - len(raw.lstrip())
    return Span(start, start + len(bare))


def _part(text: str, span: Span, header: Mapping[str, str], number: int | None = None) -> Part:
    return Part(text[span.slice], span, header, number)


def _fields(text: str, span: Span) -> dict[str, str]:
    """Return the keyword lines of a numbered export. What the body prints in their shape comes second and is not taken."""
    found: dict[str, str] = {}
    for match in _name().finditer(text, *span):
        value = clean(match[2])
        if value:
            found.setdefault(match[1].upper(), value)
    return found


def _tag_fields(text: str, span: Span) -> dict[str, str]:
    """Return what the two-letter keyword lines say; the text itself (`LP`, `TD`) is not among them."""
    found: dict[str, str] = {}
    tags = list(_tag().finditer(text, *span))
    for match, after in zip(tags, [*(tag.start() for tag in tags[1:]), span.end], strict=True):
        if match[1] not in keys_of("text") and match[1] not in found and (value := clean(text[match.end() : after])):
            found[match[1]] = value
    return found
