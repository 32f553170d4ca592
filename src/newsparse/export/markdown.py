"""Markdown with front matter: what a static site or a notebook takes."""

from __future__ import annotations

import json
import re
from typing import Any

from newsparse.export.bare import check_article
from newsparse.model import Article, Crosshead, Embed, Figure, ListItem, LiveUpdate, Node, Note, Quote, Table
from newsparse.serial import to_dict

__all__ = ["to_markdown"]

# Characters that Markdown reads as marks anywhere in a line: "a*b*", not "a, b".
_INLINE = re.compile(r"([\\`*_\[\]<>|~])")
# What makes a line a heading, an item or a rule when it opens it: "1. ", "# ", "- ", not "1.5 million".
_OPENING = re.compile(r"^(#{1,6}(?=\s|$)|[-+=](?=\s|$|[-=])|>|\d{1,9}(?=[.)](?:\s|$))|:::)")
# The fields of the front matter, in the order in which they stand there.
_FRONT = (
    "url",
    "kicker",
    "headline",
    "deck",
    "section",
    "byline",
    "contributors",
    "dateline",
    "published",
    "modified",
    "language",
    "publisher",
    "canonical_url",
    "tags",
    "access",
    "attribution",
)
# What a front matter value does not need: where it came from, and its class, which its field tells.
_LEFT_OUT = frozenset(("span", "path", "pointer", "parser", "confidence", "type"))


def to_markdown(article: Article) -> str:
    r"""Return the article as Markdown with front matter.

    Each front matter value is JSON, which is YAML as well. Lists of figures and notes stand
    behind the body; boilerplate is left out (`losses("markdown")` says what else).

    Raises:
        SourceError: the argument is not an `Article`.

    >>> from newsparse.model import Headline, Paragraph
    >>> print(to_markdown(Article(headline=Headline("Bridge opens"), body=(Paragraph("1. It *is* open."),))))
    ---
    headline: "Bridge opens"
    ---
    <BLANKLINE>
    # Bridge opens
    <BLANKLINE>
    1\. It \*is\* open.
    <BLANKLINE>
    """
    check_article(article, "Markdown")
    data = to_dict(article)
    front = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name in _FRONT if (value := _plain(data[name])) not in (None, [], {})]
    parts = ["---\n" + "".join(f"{line}\n" for line in front) + "---"] if front else []
    if article.headline is not None:
        parts.append(f"# {escape(article.headline.text)}")
    if article.deck is not None:
        parts.append(f"*{escape(article.deck.text)}*")
    parts.extend(_figure(figure) for figure in article.figures if figure.lead)
    parts.extend(_block(node) for node in article.body)
    parts.extend(_figure(figure) for figure in article.figures if not figure.lead)
    parts.extend(_note(note) for note in article.notes)
    return "\n\n".join(part for part in parts if part) + "\n"


def escape(text: str) -> str:
    r"""Return a text with everything that Markdown would read as a mark escaped.

    >>> escape("# 5 * 3_a")
    '\\# 5 \\* 3\\_a'
    """
    text = _INLINE.sub(r"\\\1", text)
    return _OPENING.sub(lambda match: f"{match[1]}\\" if match[1].isdigit() else f"\\{match[1]}", text)


def _plain(value: Any) -> Any:
    """Return a field's value for the front matter: without provenance, a bare text as a string."""
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if not isinstance(value, dict):
        return value
    kept = {key: _plain(item) for key, item in value.items() if key not in _LEFT_OUT}
    kept = {key: item for key, item in kept.items() if item not in (None, [], "", False)}
    return kept["text"] if kept.keys() == {"text"} else kept


def _block(node: Node) -> str:
    """Return one block of the body."""
    text = escape(node.text)
    if isinstance(node, Crosshead):
        return f"{'#' * max(2, min(6, node.level))} {text}"
    if isinstance(node, ListItem):
        return f"{'    ' * (node.level - 1)}{'1.' if node.ordered else '-'} {text}"
    if isinstance(node, Quote):
        return f"> {text}"
    if isinstance(node, Table) and node.rows:
        return _table(node)
    if isinstance(node, Embed):
        return f"<{node.url}>" if node.url and not node.text else f"[{text}]({node.url})" if node.url else text
    if isinstance(node, LiveUpdate):
        return f"### {text}"
    return text


def _table(node: Table) -> str:
    wide = max(len(row) for row in node.rows)
    rows = [[*(escape(cell) for cell in row), *[""] * (wide - len(row))] for row in node.rows]
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([lines[0], "|" + " --- |" * wide, *lines[1:]])


def _figure(figure: Figure) -> str:
    caption = escape(figure.caption.text) if figure.caption else ""
    credit = f" ({escape(figure.credit.text)})" if figure.credit else ""
    image = f"![{escape(figure.alt or '')}](<{figure.url}>)" if figure.url else ""
    words = f"*{caption}{credit}*" if caption or credit else ""
    return "\n".join(part for part in (image, words) if part)


def _note(note: Note) -> str:
    return f"> **{note.kind.value.replace('_', ' ')}:** {escape(note.text)}"
