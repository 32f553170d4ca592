"""The fields that the lines above a text's story state: an archive's keywords, the front matter of Markdown, a mail's header."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from attrs import evolve

from newsparse import lexicon
from newsparse.addresses import host_of
from newsparse.claim import Claim, Draft, Parser
from newsparse.document import Document
from newsparse.grammar.byline import is_agency, parse_byline
from newsparse.grammar.credit import parse_caption
from newsparse.grammar.dateline import parse_dateline
from newsparse.grammar.timestamp import parse_timestamp
from newsparse.model import Boilerplate, Dateline, Deck, Figure, Headline, Place, Section, Span, Text, Timestamp
from newsparse.parsers.plain.shape import shape
from newsparse.parsers.plain.stated import Value
from newsparse.text import clean, fold
from newsparse.vocabulary import BoilerplateKind, Precision, SourceKind

__all__ = ["PARSERS"]

_SURE = 0.97
_KEYWORD = 0.95
# A dateline that opens the story itself tells more: where the prose begins. A printed deck is the deck.
_STATED = 0.75
_SUMMARY = 0.5
# A mail's subject is the headline for want of a printed one, its date the story's.
_SUBJECT, _SENT = 0.65, 0.45
# A place is that long at most.
_MAX_PLACE = 60
# A page in the place of a section: "Pg. 4", "S. 12", "A1"; not "Culture 24".
_PAGE = re.compile(r"(?:[^\W\d_]{1,2}\.? ?)?\d{1,3}")
# Between the values of a list on one line, and what is left of their quotes: '"Ann Lee", "Bo Ek"', "Ann Lee; Bo Ek".
_NEXT = re.compile(r"[\"']?\s*[,;\n]\s*(?:[-*]\s+)?[\"']?")
# Between values that may have commas of their own: "HARBORS (90%); BOATS, SMALL (74%)", "gpol : Politics | gvote : Elections".
_PARTED = re.compile(r"\s*[;|\n]\s*")
# A topic with its code and its share: "gpol : Politics", "HARBORS (90%)".
_TOPIC = re.compile(r"(?:[a-z0-9]{1,10} : )?(.+?)(?:\s\(\d{1,3}%\))?", re.DOTALL)
_MAX_TAGS = 40
# "Lee, Ann", "van der Ek, Bo J."; not "Ann Lee and Bo Ek", "Lee, Ann, Ek, Bo".
_TURNED = re.compile(r"([^\s,]+(?: [^\s,]+){0,2}), ([^\s,]+(?: [^\s,]+){0,2})")
# So near below the header a headline and a summary that it states stand again.
_BELOW = 4


def _stated(draft: Draft, field: str) -> Value | None:
    """Return what the header states for a field."""
    return draft.once(shape).header.values.get(field)


def find_headline(document: Document, draft: Draft) -> Iterator[Claim]:
    """Yield the headline that a header states, or the subject of a mail."""
    for field, sure in (("headline", _SURE), ("subject", _SUBJECT)):
        value = _stated(draft, field)
        if value is not None:
            yield Claim(Headline(value.text, span=value.span), sure, None, value.owns)


def find_deck(document: Document, draft: Draft) -> Iterator[Claim]:
    """Yield the summary that a header states, and the line below the header that repeats it."""
    value = _stated(draft, "deck")
    if value is None:
        return
    yield Claim(Deck(value.text, span=value.span), _SUMMARY, None, value.owns, _SURE)
    below = max(draft.once(shape).header.lines) + 1
    for block in document.blocks[below : below + _BELOW]:
        if fold(block.plain) == fold(value.text):
            yield Claim(Deck(block.plain, span=block.whole), _STATED, None, block.own, _SURE)
            return


def find_section(document: Document, draft: Draft) -> Iterator[Claim]:
    """Yield the section that a header states, up to the first separator."""
    value = _stated(draft, "section")
    if value is not None:
        text = re.split(r"\s*[;|]", value.text, maxsplit=1)[0]
        if text and not _PAGE.fullmatch(text):
            span = _within(document, value, text)
            yield Claim(Section(clean(document.text[span.slice]), span=span, names=(text,)), _SURE)


def find_publisher(document: Document, draft: Draft) -> Iterator[Claim]:
    """Yield the publication that a header names."""
    value = _stated(draft, "publisher")
    if value is not None:
        name = value.text.split(";", 1)[0].strip()
        yield Claim(Text(name, span=_within(document, value, name)), _SURE)


def find_address(document: Document, draft: Draft) -> Iterator[Claim]:
    """Yield the address of the story that a header states."""
    value = _stated(draft, "canonical_url")
    if value is not None and value.text.startswith(("https://", "http://")) and " " not in value.text and host_of(value.text):
        yield Claim(Text(value.text, span=value.span), _SURE)


def find_tags(document: Document, draft: Draft) -> Iterator[Claim]:
    """Yield the topics that a header lists."""
    value = _stated(draft, "tags")
    for item in _items(document, value)[:_MAX_TAGS] if value is not None else ():
        match = _TOPIC.fullmatch(document.text[item.slice])
        if match is not None:
            span = Span(*match.span(1)).moved(item.start)
            yield Claim(Text(clean(match[1]), span=span), _SURE)


def find_figures(document: Document, draft: Draft) -> Iterator[Claim]:
    """Yield the picture that a header describes; where there are several, they stand in one value."""
    value = _stated(draft, "figure")
    if value is not None:
        parts = parse_caption(document.text[value.span.slice])
        caption, credit = (_text(document, value, part) if part is not None else None for part in (parts.caption, parts.credit))
        yield Claim(Figure(value.text, span=value.span, caption=caption, credit=credit), _SURE, None, value.owns)


def _text(document: Document, value: Value, part: Span) -> Text:
    """Return a part of a value."""
    span = part.moved(value.span.start)
    return Text(clean(document.text[span.slice]), span=span)


def find_language(document: Document, draft: Draft) -> Iterator[Claim]:
    """Yield the code of the language that a header names: "English", "GERMAN; Deutsch", "pt-BR"."""
    value = _stated(draft, "language")
    if value is not None:
        name = re.split(r"\s*[;,/|]", value.text, maxsplit=1)[0]
        code = _codes().get(name.casefold()) or (name if re.fullmatch(r"[a-z]{2,3}(?:-[A-Za-z]{2,4})?", name) else None)
        if code is not None:
            yield Claim(Text(code), _SURE)


@cache
def _codes() -> dict[str, str]:
    """Return the codes of languages by their names, in English and in the language itself."""
    return dict(lexicon.table("language_names")["names"])


def find_byline(document: Document, draft: Draft) -> Iterator[Claim]:
    """Yield the byline that a header states."""
    value = _stated(draft, "byline")
    if value is None:
        return
    items = [clean(document.text[span.slice]) for span in _items(document, value)]
    turned = _turned(value.text)
    # the keyword leads the line where no word of its own does
    texts = (value.text, f"By {value.text}", f"By {', '.join(items)}") if turned is None else (f"By {turned}",)
    for text in texts:
        line = parse_byline(text)
        if line is not None and line.contributors:
            span = _within(document, value, line.text)
            people = tuple(evolve(person, span=None) for person in line.contributors)
            node = evolve(line, text=clean(document.text[span.slice]), span=span, raw=value.text, contributors=people)
            yield Claim(node, _SURE, None, value.owns)
            return


def _turned(text: str) -> str | None:
    """Return names that a catalogue turned, as they are spoken: "Ann Lee, Bo van Ek" of "Lee, Ann; van Ek, Bo"; `None` for others.

    A single name is told from two by its family name, which is one word: "Lee, Ann"; not "Ann Lee, Bo Ek".
    """
    names = [_TURNED.fullmatch(item.strip()) for item in text.split(";")]
    turned = [f"{name[2]} {name[1]}" for name in names if name is not None]
    alone = names[0] if len(names) == 1 else None
    if len(turned) < len(names) or (alone is not None and (" " in alone[1] or is_agency(alone[2]))):
        return None
    return ", ".join(turned)


def find_dateline(document: Document, draft: Draft) -> Iterator[Claim]:
    """Yield the dateline that a header states; one with the words of no known dateline is the name of a place."""
    value = _stated(draft, "dateline")
    if value is None:
        return
    line = parse_dateline(f"{value.text} \u2014 ")
    if line is None and len(value.text) <= _MAX_PLACE and not any(map(str.isdigit, value.text)):
        line = Dateline(value.text, places=(Place(value.text),))
    if line is not None and (at := document.text.find(line.text, *value.span)) >= 0:
        span = Span(at, at + len(line.text))
        node = evolve(line, text=clean(document.text[span.slice]), span=span, separator="", end=value.span.end)
        yield Claim(node, _STATED, None, value.owns, _SURE)


def find_published(document: Document, draft: Draft) -> Iterator[Claim]:
    """Yield the day that a header states, with the clock that may stand on a line of its own, or when a mail was sent."""
    yield from _time(document, _stated(draft, "published"), _stated(draft, "clock"))
    yield from _time(document, _stated(draft, "sent"), sure=_SENT)


def find_modified(document: Document, draft: Draft) -> Iterator[Claim]:
    """Yield the day of the last change that a header states."""
    yield from _time(document, _stated(draft, "modified"))


def _time(document: Document, value: Value | None, clock: Value | None = None, sure: float = _SURE) -> Iterator[Claim]:
    """Yield the time that a value states, its clock perhaps told by another."""
    stamp: Timestamp | None = parse_timestamp(value.text) if value is not None else None
    if value is None or stamp is None or (at := document.text.find(stamp.text, *value.span)) < 0:
        return
    span = Span(at, at + len(stamp.text))
    if clock is not None and stamp.precision is Precision.DAY:
        stamp = parse_timestamp(f"{stamp.text} {clock.text}") or stamp
    yield Claim(evolve(stamp, span=span, text=clean(document.text[span.slice])), sure, None, value.owns)


def _within(document: Document, value: Value, text: str) -> Span:
    """Return where a part of a value stands; the whole value where it does not stand as it is."""
    at = document.text.find(text, *value.span)
    return Span(at, at + len(text)) if at >= 0 else value.span


def _items(document: Document, value: Value) -> list[Span]:
    """Return where the items of a listed value stand."""
    raw = document.text[value.span.slice]
    between = _PARTED if ";" in raw or "|" in raw else _NEXT
    ends = [(match.start(), match.end()) for match in between.finditer(raw)]
    starts = [0, *(end for _, end in ends)]
    stops = [*(start for start, _ in ends), len(raw)]
    first = value.span.start
    return [Span(first + start, first + stop) for start, stop in zip(starts, stops, strict=True) if start < stop]


def find_lines(document: Document, draft: Draft) -> Iterator[Claim]:
    """Yield the lines of the header: what the fields do not take of them is no part of the story."""
    header = draft.once(shape).header
    subject = header.values.get("subject")
    for index in sorted(header.lines):
        block = document.blocks[index]
        sure = _SUMMARY if subject is not None and index in subject.owns else _KEYWORD  # the headline may stand in it
        yield Claim(Boilerplate(block.plain, span=block.whole, kind=BoilerplateKind.OTHER), sure, None, block.own)


PARSERS = (
    Parser("headline.header", "headline", find_headline, source=SourceKind.TEXT),
    Parser("deck.header", "deck", find_deck, source=SourceKind.TEXT),
    Parser("byline.header", "byline", find_byline, source=SourceKind.TEXT),
    Parser("dateline.header", "dateline", find_dateline, source=SourceKind.TEXT),
    Parser("section.header", "section", find_section, source=SourceKind.TEXT),
    Parser("figures.header", "figures", find_figures, source=SourceKind.TEXT),
    Parser("published.header", "published", find_published, source=SourceKind.TEXT),
    Parser("modified.header", "modified", find_modified, source=SourceKind.TEXT),
    Parser("publisher.header", "publisher", find_publisher, source=SourceKind.TEXT),
    Parser("canonical_url.header", "canonical_url", find_address, source=SourceKind.TEXT),
    Parser("language.header", "language", find_language, source=SourceKind.TEXT),
    Parser("tags.header", "tags", find_tags, source=SourceKind.TEXT),
    Parser("boilerplate.header", "boilerplate", find_lines, source=SourceKind.TEXT),
)
