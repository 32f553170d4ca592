"""A publisher as data: parsers that take a field's value from the elements that an XPath finds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any

import attrs
from attrs import frozen

from newsparse.claim import Claim, Draft, Parser
from newsparse.document import HEADINGS, Block, Document, Element, Scope
from newsparse.errors import PipelineError
from newsparse.grammar.byline import read_byline
from newsparse.grammar.dateline import parse_dateline
from newsparse.grammar.timestamp import parse_timestamp
from newsparse.model import (
    Boilerplate,
    Byline,
    Crosshead,
    Dateline,
    Deck,
    Extra,
    Figure,
    Headline,
    Kicker,
    ListItem,
    Node,
    Note,
    Paragraph,
    Place,
    Quote,
    Section,
    Span,
    Text,
)
from newsparse.readers import xpath_fault
from newsparse.text import clean
from newsparse.vocabulary import BoilerplateKind, NoteKind, SourceKind

__all__ = ["select"]

# A publisher's own selector is surer than any general reading of a page.
SURE = 0.97

_QUOTES = frozenset(("blockquote", "q"))
_MANY = frozenset(("body", "figures", "notes", "tags", "boilerplate"))
_PLAIN: dict[str, type[Node]] = {
    "headline": Headline,
    "kicker": Kicker,
    "deck": Deck,
    "language": Text,
    "publisher": Text,
    "canonical_url": Text,
    "tags": Text,
}


@frozen
class _Found:
    """What an XPath found: text, and where it stands."""

    text: str
    span: Span | None
    element: Element | None
    blocks: tuple[Block, ...]
    """The blocks that the element holds whole; empty for an inline element and for the head."""
    raw: str
    """The characters at `span`, or the text."""

    def within(self, span: Span | None) -> Span | None:
        """Return a span of `raw` as a span of the document; `None` where the text has no place in it."""
        return span.moved(self.span.start) if span is not None and self.span is not None else None

    def part(self, text: str) -> Span | None:
        """Return where a part of the text stands in the document; `None` when that is not sure."""
        at = self.raw.find(text)
        return self.within(Span(at, at + len(text))) if at >= 0 else None


def select(
    field: str,
    xpath: str,
    *,
    hosts: Iterable[str] = (),
    name: str | None = None,
    kind: NoteKind | BoilerplateKind | None = None,
    confidence: float = SURE,
) -> Parser:
    """Return a parser that takes a field's value from what an XPath finds on a page.

    Bylines and timestamps go through the same grammar as everywhere. A single field takes the
    first element that holds any text; `body`, `figures`, `notes`, `tags` and `boilerplate`
    take each. An unknown field becomes an entry of `Article.extra`.

    Args:
        field: the field's name: "headline", "byline", "published", "body" …
        xpath: finds elements, their text or their attributes (`//h1`, `//meta[@name='d']/@content`).
        hosts: hosts it is for, subdomains included; empty: every page.
        name: the parser's name; `field.select:host` where it is not given.
        kind: what notes and boilerplate are; needed for these two fields.
        confidence: how sure the selector is, from 0 to 1.

    Raises:
        PipelineError: the field cannot be selected, `kind` does not go with it, or the XPath is none.

    >>> select("headline", "//h1[@class='hed']", hosts=("example.org",)).name
    'headline.select:example.org'
    """
    if isinstance(hosts, str) or not isinstance(hosts, Iterable):
        raise PipelineError(f"hosts must be a tuple of strings, got {hosts!r}", parser=name)
    hosts = tuple(hosts)
    name = name or f"{field}.select:{hosts[0] if hosts else 'any'}"
    if (fault := xpath_fault(xpath)) is not None:
        raise PipelineError(f"expected an XPath such as '//h1', got {xpath!r}: {fault}", parser=name)
    if field in ("access", "attribution"):
        raise PipelineError(f"{field!r} rests on several witnesses and cannot be selected", parser=name)
    if not isinstance(field, str) or not field.isidentifier():
        raise PipelineError(f"the field must be an identifier, got {field!r}", parser=name)
    wanted = {"notes": NoteKind, "boilerplate": BoilerplateKind}.get(field)
    if (wanted is None) != (kind is None) or (wanted is not None and not isinstance(kind, wanted)):
        raise PipelineError(f"kind for {field!r} must be {wanted.__name__ if wanted else None}, got {kind!r}", parser=name)
    make = _maker(field, kind)
    return Parser(name, field, partial(_find, field, xpath, make, confidence), hosts=hosts, source=SourceKind.HTML)


Maker = Callable[[_Found], Node | None]


def _maker(field: str, kind: NoteKind | BoilerplateKind | None) -> Maker:
    """Return what makes a field's node of what was found."""
    if isinstance(kind, NoteKind):
        return lambda found: Note(found.text, span=found.span, kind=kind)
    if isinstance(kind, BoilerplateKind):
        return lambda found: Boilerplate(found.text, span=found.span, kind=kind)
    if field in _PLAIN:
        node = _PLAIN[field]
        return lambda found: node(found.text, span=found.span)
    return _MAKERS.get(field, _extra)


def _find(field: str, xpath: str, make: Maker, confidence: float, document: Document, draft: Draft) -> Iterator[Claim]:
    """Yield the claims for what the XPath finds."""
    if document.find_elements is None:
        return
    for found in _places(document, document.find_elements(xpath)):
        parts = _blocks_apart(found) if field == "body" else (found,)
        for part in parts:
            node = make(part)
            if node is None:
                continue
            owns = range(part.blocks[0].index, part.blocks[-1].index + 1) if part.blocks else None
            yield Claim(node, confidence, part.element, owns)
            if field not in _MANY:
                return


def _places(document: Document, results: Iterable[Any]) -> Iterator[_Found]:
    """Yield the text and place of each result that holds any text."""
    held = _held(document)
    result: Any
    for result in results if isinstance(results, (list, tuple)) else [results]:
        if isinstance(result, str):  # the text or an attribute of an element
            if text := clean(result):
                parent = getattr(result, "getparent", lambda: None)()
                yield _Found(text, None, parent, (), text)
        elif hasattr(result, "getparent"):
            blocks = held.get(id(result), ())
            if blocks:
                span = Span(blocks[0].start, blocks[-1].end)
                raw = document.text[span.slice]
                yield _Found(clean(raw), span, result, blocks, raw)
            elif text := clean("".join(result.itertext()) or result.get("content") or result.get("datetime") or ""):
                yield _Found(text, _inline_span(held, result, text), result, (), text)


def _held(document: Document) -> dict[int, tuple[Block, ...]]:
    """Return the blocks that each block-level element holds, by the element's identity."""
    held: dict[int, list[Block]] = {}
    for block in document.blocks:
        scopes: Iterable[Scope] = block.scope.around() if block.scope is not None else ()
        for scope in scopes:
            held.setdefault(id(scope.element), []).append(block)
    return {key: tuple(blocks) for key, blocks in held.items()}


def _inline_span(held: dict[int, tuple[Block, ...]], element: Element, text: str) -> Span | None:
    """Return where the text of an inline element stands; `None` when it is not shown."""
    around = element.getparent()
    while around is not None:
        if blocks := held.get(id(around)):
            for block in blocks:
                at = block.plain.find(text)
                if at >= 0:
                    return block.span(at, at + len(text))
            return None
        around = around.getparent()
    return None


def _blocks_apart(found: _Found) -> Iterator[_Found]:
    """Yield each block of what was found on its own."""
    if not found.blocks:
        yield found
    for block in found.blocks:
        yield _Found(block.plain, block.whole, block.scope.element if block.scope else found.element, (block,), block.text)


def _body(found: _Found) -> Node:
    """Return a block of the body of the class that its element tells."""
    scope = found.blocks[0].scope if found.blocks else None
    within = scope.within if scope is not None else frozenset()
    tag = scope.tag if scope is not None else ""
    if tag in HEADINGS:
        return Crosshead(found.text, span=found.span, level=HEADINGS[tag])
    if "li" in within:
        return ListItem(found.text, span=found.span, ordered="ol" in within)
    if within & _QUOTES:
        return Quote(found.text, span=found.span)
    return Paragraph(found.text, span=found.span)


def _byline(found: _Found) -> Node:
    """Return a byline with its people; one that the grammar cannot read keeps its words."""
    line = read_byline(found.raw, named=True)
    if line is None:
        return Byline(found.text, span=found.span, raw=found.text)
    people = tuple(attrs.evolve(person, span=found.within(person.span)) for person in line.contributors)
    return attrs.evolve(line, span=found.within(line.span), contributors=people)


def _dateline(found: _Found) -> Node | None:
    """Return the dateline that the text begins with; a place alone is one here."""
    line = parse_dateline(found.raw)
    if line is None:
        return Dateline(found.text, span=found.span, places=(Place(found.text),), end=found.span.end if found.span else 0)
    return attrs.evolve(line, span=found.part(line.text), end=found.span.start + line.end if found.span else line.end)


def _timestamp(found: _Found) -> Node | None:
    """Return the time that the text states; `None` when it states none."""
    stated = parse_timestamp(found.raw)
    return None if stated is None else attrs.evolve(stated, span=found.part(stated.text))


def _section(found: _Found) -> Node:
    return Section(found.text, span=found.span, names=(found.text,))


def _figure(found: _Found) -> Node:
    return Figure(found.text, span=found.span, caption=Text(found.text, span=found.span))


def _extra(found: _Found) -> Node:
    return Extra(found.text, span=found.span, value=found.text)


_MAKERS: dict[str, Maker] = {
    "body": _body,
    "byline": _byline,
    "authors": _byline,
    "dateline": _dateline,
    "published": _timestamp,
    "modified": _timestamp,
    "section": _section,
    "figures": _figure,
}
