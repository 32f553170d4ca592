"""The pages of one story as one article."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import accumulate
from typing import Any, TypeVar

import attrs

from newsparse.errors import SourceError, expect
from newsparse.model import SINGLE, Article, Block, BodyBlock, Boilerplate, Dateline, Node, Problem, Span
from newsparse.resolve import merge_people
from newsparse.text import fold
from newsparse.vocabulary import BlockRole, BoilerplateKind, ProblemKind

__all__ = ["join"]

# What a page may repeat of the page before: this many of its last blocks.
_SEAM = 3
_PARSER = "join"
V = TypeVar("V")


def join(pages: Iterable[Article]) -> Article:
    """Return one article of the pages that a story was parted into, in their order.

    Body, figures, notes, boilerplate and blocks follow each other; of the single fields each is the
    first page's that has it (a dateline of a later page opens a part of the story). Spans index the
    joined `source_text`, in which a line end stands between two pages; paths stay those of each
    value's own page. What a page repeats of the end of the one before is in the body once, and each
    repeat is reported in `problems`.

    Args:
        pages: the articles, as `parse` gave them; one is returned as it is.

    Raises:
        SourceError: there is no page, or something is no `Article`.

    >>> from newsparse import parse
    >>> page = "<article><h1>Bridge opens</h1>{}</article>".format
    >>> opened = "<p>The mayor opened the new bridge on Monday, nine years after the first stone was laid.</p>"
    >>> band = "<p>The band played on, and several hundred people walked across in light rain.</p>"
    >>> bus = "<p>The first bus was let through at noon, with the driver's whole family on board.</p>"
    >>> story = join([parse(page(opened + band)), parse(page(band + bus))])
    >>> [block.text[:14] for block in story.body]
    ['The mayor open', 'The band playe', 'The first bus ']
    >>> [problem.message[:29] for problem in story.problems]
    ["page 2 repeats 'The band play"]
    """
    expect(pages, Iterable, "join", "articles")
    parted = list(pages)
    for page in parted:
        if not isinstance(page, Article):
            raise SourceError("join", expected="articles", got=type(page).__name__)
    if not parted:
        raise SourceError("join", expected="at least one article", got="none")
    if len(parted) == 1:
        return parted[0]
    starts = accumulate((len(page.source_text) + 1 for page in parted[:-1]), initial=0)
    return _Joined([_moved(page, start) for page, start in zip(parted, starts, strict=True)]).article()


class _Joined:
    """The pages of a story, their spans moved to where they stand in the whole."""

    def __init__(self, pages: list[Article]) -> None:
        self.pages = pages
        self.body: list[BodyBlock] = list(pages[0].body)
        self.repeated: list[BodyBlock] = []
        self.problems: list[Problem] = []
        for number, page in enumerate(pages[1:], start=2):
            count = _repeats(self.body, page.body)
            self.repeated += page.body[:count]
            self.problems += [
                Problem(ProblemKind.REJECTED, f"page {number} repeats {node.text!r}", "body", node.span) for node in page.body[:count]
            ]
            self.body += page.body[count:]

    def article(self) -> Article:
        """Return the article of them all."""
        pages, first = self.pages, self.pages[0]
        single: dict[str, Any] = {name: next(filter(None, (getattr(page, name) for page in pages)), None) for name in SINGLE}
        single["dateline"] = first.dateline  # a later page's opens a part of the story
        single["access"] = next((page.access for page in pages if page.access is not None and page.access.seen is False), single["access"])
        boilerplate = [*self._all("boilerplate"), *map(_left_out, self.repeated)]
        return attrs.evolve(
            first,
            source_text="\n".join(page.source_text for page in pages),
            body=tuple(self.body),
            contributors=merge_people([person for page in pages for person in page.contributors]),
            section_datelines=tuple(self._datelines()),
            figures=_once(self._all("figures"), lambda figure: (figure.url, fold(figure.text))),
            notes=_once(self._all("notes"), lambda note: fold(note.text)),
            boilerplate=tuple(sorted(boilerplate, key=lambda node: node.span or Span(-1, -1))),
            tags=_once(self._all("tags"), lambda tag: fold(tag.text)),
            blocks=tuple(self._blocks()),
            extra={name: value for page in reversed(pages) for name, value in page.extra.items()},
            problems=(*self._all("problems"), *self.problems),
            **single,
        )

    def _all(self, name: str) -> list[Any]:
        """Return the values of a field that has many, of all pages."""
        return [value for page in self.pages for value in getattr(page, name)]

    def _datelines(self) -> Iterator[Dateline]:
        """Yield the datelines of parts: a later page's own opens one, unless it is the story's again."""
        first = self.pages[0].dateline
        for page in self.pages:
            own = page.dateline
            if own is not first and own is not None and (first is None or fold(own.text) != fold(first.text)):
                yield attrs.evolve(own, section=True)
            yield from page.section_datelines

    def _blocks(self) -> Iterator[Block]:
        """Yield the blocks of all pages; those of a repeat are no part of the body."""
        ends = {node.span.start: node.span.end for node in self.repeated if node.span is not None}
        end = -1
        for span, role in self._all("blocks"):
            end = max(end, ends.get(span.start, -1))
            yield Block(span, BlockRole.BOILERPLATE if span.end <= end else role)


def _repeats(body: list[BodyBlock], more: tuple[BodyBlock, ...]) -> int:
    """Return how many blocks at the head of a page repeat the end of the one before."""
    for count in range(min(_SEAM, len(body), len(more)), 0, -1):
        if [fold(node.text) for node in body[-count:]] == [fold(node.text) for node in more[:count]]:
            return count
    return 0


def _left_out(node: Node) -> Boilerplate:
    """Return a repeated block as what it is in the joined article."""
    return Boilerplate(node.text, span=node.span, path=node.path, parser=_PARSER, confidence=1.0, kind=BoilerplateKind.OTHER)


def _once(values: list[V], key: Callable[[V], object]) -> tuple[V, ...]:
    """Return the first of all values with one key: each page may show the same picture and close with the same note."""
    first: dict[object, V] = {}
    for value in values:
        first.setdefault(key(value), value)
    return tuple(first.values())


def _moved(value: Any, by: int) -> Any:
    """Return a value whose spans, and those of all values in it, are moved by so many characters."""
    if isinstance(value, Span):
        return value.moved(by)
    if isinstance(value, Block):
        return Block(_moved(value.span, by), value.role)
    if isinstance(value, tuple):
        return tuple([_moved(item, by) for item in value])
    if isinstance(value, Mapping):
        return {key: _moved(item, by) for key, item in value.items()}
    if not attrs.has(type(value)):
        return value
    changes = {}
    for field in attrs.fields(type(value)):
        old = getattr(value, field.name)
        if isinstance(value, Dateline) and field.name == "end" and value.span is not None:
            changes["end"] = old + by  # an offset in the text, as a span is
        elif (new := _moved(old, by)) is not old and new != old:
            changes[field.name] = new
    return attrs.evolve(value, **changes) if changes else value
