"""The fields with their values, facts, places and rivals."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs

from newsparse.inspector.page import element, text
from newsparse.inspector.source import Mark
from newsparse.model import Article, Node

__all__ = ["FieldsPanel"]

_SHOWN = (
    "headline", "kicker", "deck", "section", "byline", "authors", "dateline", "published", "modified", "language", "publisher",
    "canonical_url", "access", "attribution", "section_datelines", "tags", "figures", "notes",
)  # fmt: skip
_BASE = frozenset(attribute.name for attribute in attrs.fields(Node))


class FieldsPanel:
    """The right side of a report; numbers the claims and collects their marks."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.marks: list[Mark] = []
        self._count = 0
        found, missing = [], []
        for name in (*_SHOWN, *article.extra):
            claims = article.claims(name)
            if claims:
                found.append(self._field(name, claims))
            else:
                missing.append(name.replace("_", " "))
        absent = element("p", text("Not found: " + ", ".join(missing) + "."), class_="missing") if missing else ""
        self.markup = element("section", element("h2", "Fields"), element("ul", *found), absent, id="fields", aria_label="Fields")

    def _field(self, name: str, claims: tuple[Node, ...]) -> str:
        value = self.article.extra.get(name, getattr(self.article, name, None))
        count = len(value) if isinstance(value, tuple) and name != "authors" else int(value is not None)
        chosen, rivals = claims[:count], claims[count:]
        shown = "".join(self._claim(node, chosen=True) for node in chosen)
        if rivals:
            listed = element("ul", *(element("li", self._claim(node, chosen=False)) for node in rivals))
            word = "rival claim" if len(rivals) == 1 else "rival claims"
            shown += element("details", element("summary", f"{len(rivals)} {word}"), listed)
        return element("li", element("h3", text(name.replace("_", " "))), shown, class_="field", data_field=name)

    def _claim(self, node: Node, *, chosen: bool) -> str:
        claim = f"c{self._count}"
        self._count += 1
        spans = [person.span for person in getattr(node, "contributors", ()) if person.span]
        if node.span is not None:
            spans.append(node.span)
        self.marks.extend(Mark(span, claim, chosen) for span in spans)
        button = element(
            "button", element("span", text(node.text) or "(empty)", dir="auto"), type="button", class_="claim", data_claim=claim,
            aria_pressed="false", disabled=not spans,
        )  # fmt: skip
        facts = "".join(element("dt", text(name)) + element("dd", text(value), dir="auto") for name, value in _facts(node))
        return button + element("dl", facts)


def _facts(node: Node) -> Iterator[tuple[str, str]]:
    """Yield what else there is to say of a node: place and origin first, then its own attributes."""
    yield "parser", node.parser or "none"
    yield "confidence", f"{node.confidence:.2f}"
    if node.span is not None:
        yield "characters", f"{node.span.start} to {node.span.end}"
    if node.path is not None:
        yield "path", node.path + (f" {node.pointer}" if node.pointer else "")
    for attribute in attrs.fields(type(node)):
        value = getattr(node, attribute.name)
        if attribute.name not in _BASE and value not in (None, (), "", False):
            yield attribute.name.replace("_", " "), _plain(value)


def _plain(value: Any) -> str:
    """Return an attribute's value in one line."""
    if isinstance(value, tuple):
        return "; ".join(map(_plain, value))
    if isinstance(value, Node):
        return value.text
    if attrs.has(type(value)):
        parts = [_plain(part) for part in attrs.astuple(value, recurse=False) if part not in (None, (), "")]
        return ", ".join(parts)
    return str(value)
