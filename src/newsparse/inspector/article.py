"""The report of one article."""

from __future__ import annotations

from collections import Counter

from newsparse.errors import SourceError
from newsparse.inspector.fields import FieldsPanel
from newsparse.inspector.page import element, page, text
from newsparse.inspector.source import source_panel
from newsparse.model import Article

__all__ = ["report"]


def report(article: Article) -> str:
    """Return one self-contained HTML file that shows what was found in the source, where, and why.

    It needs no network, follows the reader's light or dark setting, and is used by pointing, clicking
    or with the keyboard alone.

    Raises:
        SourceError: the argument is not an `Article`.

    >>> from newsparse import parse
    >>> report(parse("Bridge opens\\n\\nThe mayor opened it on Monday."))[:15]
    '<!doctype html>'
    """
    if not isinstance(article, Article):
        raise SourceError("report", expected="an Article", got=type(article).__name__)
    fields = FieldsPanel(article)
    title = article.headline.text if article.headline else "(no headline)"
    words = len(article.text.split())
    about = f"{article.source_kind.value} source, {len(article.blocks):,} blocks, {words:,} words of body"
    header = element(
        "header",
        element("h1", text(title), dir="auto"),
        element("p", text(about + (f", {article.url}" if article.url else ""))),
        _problems(article),
        _kinds(article),
    )
    main = element("main", source_panel(article, fields.marks), fields.markup)
    status = element("p", id="status", role="status", aria_live="polite")
    return page(f"{title} – newsparse", (header, main, status))


def _problems(article: Article) -> str:
    if not article.problems:
        return ""
    rows = (element("li", element("b", text(p.kind.value.replace("_", " "))), " ", text(p.message)) for p in article.problems)
    return element("details", element("summary", f"{len(article.problems)} open questions"), element("ul", *rows), open=True)


def _kinds(article: Article) -> str:
    """Return a switch for each kind of boilerplate on the page."""
    counts = Counter(node.kind.value for node in article.boilerplate)
    if not counts:
        return ""
    switches = (
        element("label", f'<input type="checkbox" checked data-kind="{text(kind)}">', text(f"{kind.replace('_', ' ')} ({count})"))
        for kind, count in sorted(counts.items())
    )
    every = element("label", '<input type="checkbox" checked id="all-kinds">', "all")
    return element("fieldset", element("legend", "Boilerplate shown"), every, *switches)
