"""Standoff annotations: the spans as a plain list that other tools load."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from attrs import frozen

from newsparse.export.bare import check_article
from newsparse.model import SINGLE, Article, Contributor, Figure, Node, Span

__all__ = ["Annotation", "standoff", "to_web_annotations"]

_MANY = ("section_datelines", "body", "figures", "notes", "tags", "boilerplate")


@frozen
class Annotation:
    """A labelled range of characters of `Article.source_text`."""

    start: int
    """Offset of the first character."""
    end: int
    """Offset behind the last character."""
    label: str
    """What it is: a field's name, or for a block of body, notes and boilerplate its kind."""
    value: str
    """The clean text of the value."""


def standoff(article: Article) -> tuple[Annotation, ...]:
    """Return every value that stands in the text, in order, the longer first where two begin together.

    They load straight into spaCy: `nlp.make_doc(article.source_text).char_span(a.start, a.end, a.label)`.

    Raises:
        SourceError: the argument is not an `Article`.

    >>> from newsparse.model import Headline
    >>> standoff(Article(source_text="Bridge opens", headline=Headline("Bridge opens", span=Span(0, 12))))
    (Annotation(start=0, end=12, label='headline', value='Bridge opens'),)
    """
    check_article(article, "standoff")
    found = {(span, label): value for span, label, value in _spans(article)}
    ordered = sorted(found.items(), key=lambda item: (item[0][0].start, -item[0][0].end, item[0][1]))
    return tuple(Annotation(span.start, span.end, label, value) for (span, label), value in ordered)


def _spans(article: Article) -> Iterator[tuple[Span, str, str]]:
    for name in (*SINGLE, *article.extra):
        node = article.extra.get(name) or getattr(article, name, None)
        if isinstance(node, Node) and node.span is not None:
            yield node.span, name, node.text
    for name in _MANY:
        for node in getattr(article, name):
            if node.span is not None:
                yield node.span, _label(name, node), node.text
            if isinstance(node, Figure):
                yield from (
                    (part.span, label, part.text)
                    for label, part in (("caption", node.caption), ("credit", node.credit))
                    if part and part.span
                )
    yield from _people(article.contributors)


def _label(name: str, node: Node) -> str:
    """Return the kind of a block, or the name of the field it stands in."""
    if name == "body":
        return "".join(f"_{c.lower()}" if c.isupper() else c for c in type(node).__name__).lstrip("_")
    kind = getattr(node, "kind", None)
    singular = {"figures": "figure", "tags": "tag", "section_datelines": "dateline"}
    return str(kind) if kind is not None else singular.get(name, name)


def _people(contributors: tuple[Contributor, ...]) -> Iterator[tuple[Span, str, str]]:
    for person in contributors:
        if person.span is not None:
            yield person.span, str(person.roles[0]) if person.roles else "contributor", person.name


def to_web_annotations(article: Article, *, target: str | None = None) -> dict[str, Any]:
    """Return the same as a W3C Web Annotation collection (https://www.w3.org/TR/annotation-model/).

    Offsets are characters of `Article.source_text`, which is the text of the `target`.

    Args:
        article: what to write.
        target: address of the annotated text; else the article's own, else `urn:newsparse:source`.
    """
    check_article(article, "Web Annotation")
    source = target or article.url or "urn:newsparse:source"
    items = [
        {
            "type": "Annotation",
            "motivation": "classifying",
            "body": [
                {"type": "TextualBody", "purpose": "classifying", "value": found.label},
                {"type": "TextualBody", "purpose": "describing", "value": found.value},
            ],
            "target": {"source": source, "selector": {"type": "TextPositionSelector", "start": found.start, "end": found.end}},
        }
        for found in standoff(article)
    ]
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "type": "AnnotationCollection",
        "total": len(items),
        "first": {"type": "AnnotationPage", "startIndex": 0, "items": items},
    }
