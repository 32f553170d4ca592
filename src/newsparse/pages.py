"""The pages of one story as one article."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

import attrs

from newsparse.errors import SourceError
from newsparse.model import Access, Article, Block, BodyBlock, Boilerplate, Dateline, Figure, Node, Note, Problem, Span, Text
from newsparse.resolve import merge_people
from newsparse.text import fold
from newsparse.vocabulary import BlockRole, BoilerplateKind, ProblemKind

__all__ = ["join"]

# What a page may repeat of the page before: this many of its last blocks.
_SEAM = 3
_PARSER = "join"
_FIRST = (
    "headline",
    "kicker",
    "deck",
    "section",
    "byline",
    "published",
    "modified",
    "language",
    "publisher",
    "canonical_url",
    "attribution",
)
N = TypeVar("N", bound=Node)


def join(pages: Iterable[Article]) -> Article:
    """Return one article of the pages that a story was parted into, in their order.

    Body, figures, notes, boilerplate and blocks follow each other; of the single fields each is the
    first page's that has it (a dateline of a later page opens a part of the story). Spans index the joined `source_text`, in which a line end stands
    between two pages; paths stay those of each value's own page. What a page repeats of the end of
    the one before is in the body once, and each repeat is reported in `problems`.

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
    parted = list(pages)
    for page in parted:
        if not isinstance(page, Article):
            raise SourceError("join", expected="articles", got=type(page).__name__)
    if not parted:
        raise SourceError("join", expected="at least one article", got="none")
    joined = parted[0]
    for number, page in enumerate(parted[1:], start=2):
        joined = _appended(joined, page, number)
    return joined


def _appended(story: Article, page: Article, number: int) -> Article:
    """Return the story with one more page."""
    page = _moved(page, len(story.source_text) + 1)
    repeats = _repeats(story.body, page.body)
    left_out = [node.span for node in page.body[:repeats] if node.span is not None]
    problems = [Problem(ProblemKind.REJECTED, f"page {number} repeats {node.text!r}", "body", node.span) for node in page.body[:repeats]]
    repeated = [_boilerplate(node) for node in page.body[:repeats]]
    single = {name: value for name in _FIRST if (value := getattr(story, name) or getattr(page, name)) is not None}
    return attrs.evolve(
        story,
        source_text=f"{story.source_text}\n{page.source_text}",
        body=story.body + page.body[repeats:],
        contributors=merge_people([*story.contributors, *page.contributors]),
        section_datelines=story.section_datelines + _later_datelines(story, page),
        figures=story.figures + tuple(figure for figure in page.figures if not _is_known(figure, story.figures)),
        notes=story.notes + tuple(note for note in page.notes if not _is_said(note, story.notes)),
        boilerplate=(*story.boilerplate, *sorted((*page.boilerplate, *repeated), key=_place)),
        tags=story.tags + tuple(tag for tag in page.tags if not _is_said(tag, story.tags)),
        access=_strictest(story.access, page.access),
        blocks=story.blocks + tuple(Block(span, BlockRole.BOILERPLATE if _inside(span, left_out) else role) for span, role in page.blocks),
        extra={**page.extra, **story.extra},
        problems=(*story.problems, *page.problems, *problems),
        **single,
    )


def _repeats(body: tuple[BodyBlock, ...], more: tuple[BodyBlock, ...]) -> int:
    """Return how many blocks at the head of a page repeat the end of the one before."""
    for count in range(min(_SEAM, len(body), len(more)), 0, -1):
        if [fold(node.text) for node in body[-count:]] == [fold(node.text) for node in more[:count]]:
            return count
    return 0


def _boilerplate(node: Node) -> Boilerplate:
    """Return a repeated block as what it is in the joined article."""
    return Boilerplate(node.text, span=node.span, path=node.path, parser=_PARSER, confidence=1.0, kind=BoilerplateKind.OTHER)


def _later_datelines(story: Article, page: Article) -> tuple[Dateline, ...]:
    """Return the datelines of a later page: its own opens a part of the story, unless it is the story's again."""
    own = page.dateline
    if own is None or (story.dateline is not None and fold(own.text) == fold(story.dateline.text)):
        return page.section_datelines
    return (attrs.evolve(own, section=True), *page.section_datelines)


def _inside(span: Span, spans: list[Span]) -> bool:
    """Whether a block stands in one of some nodes."""
    return any(outer.start <= span.start and span.end <= outer.end for outer in spans)


def _is_known(figure: Figure, figures: tuple[Figure, ...]) -> bool:
    """Whether a picture was shown before: a page may repeat the lead picture."""
    return any(figure.url == other.url and fold(figure.text) == fold(other.text) for other in figures)


def _is_said(node: Note | Text, nodes: tuple[Note | Text, ...]) -> bool:
    """Whether a line was said before: each page closes with the same rights."""
    return any(fold(node.text) == fold(other.text) for other in nodes)


def _strictest(one: Access | None, other: Access | None) -> Access | None:
    """Return what tells most about access: a later page may be closed where the first was free."""
    if one is None or other is None:
        return one or other
    return other if other.seen is False and one.seen is not False else one


def _place(node: Node) -> Span:
    return node.span or Span(-1, -1)


def _moved(value: Any, by: int) -> Any:
    """Return a value whose spans, and those of all values in it, are moved by so many characters."""
    if isinstance(value, Span):
        return Span(value.start + by, value.end + by)
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
