"""The index of a folder of reports."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from newsparse.inspector.page import element, page, text
from newsparse.model import Article

__all__ = ["IndexRow", "report_index"]

_WANTED = ("headline", "deck", "byline", "published", "body")
_HEADS = ("file", "headline", "authors", "published", "words", "figures", "notes", "problems", "missing")


@frozen
class IndexRow:
    """A line of the index: one source that was read, or could not be."""

    name: str
    """The source's name as shown."""
    link: str | None
    """Address of its report, relative to the index; `None` when there is none."""
    article: Article | None
    """What was found; `None` when the source could not be read."""
    error: str = ""
    """Why it could not be read; empty otherwise."""


def report_index(rows: Iterable[IndexRow]) -> str:
    """Return an HTML file with a line for each source, sortable by every column."""
    lines = [_line(row) for row in rows]
    heads = (
        element("th", element("button", text(name), type="button", data_column=i), scope="col", aria_sort="none")
        for i, name in enumerate(_HEADS)
    )
    table = element("table", element("thead", element("tr", *heads)), element("tbody", *lines), id="index")
    count = f"{len(lines):,} source{'' if len(lines) == 1 else 's'}"
    status = element("p", id="status", role="status", aria_live="polite")
    return page(
        "Index – newsparse",
        (element("header", element("h1", "Articles"), element("p", count)), element("main", table, class_="wide"), status),
    )


def _line(row: IndexRow) -> str:
    link = element("a", text(row.name), href=row.link) if row.link is not None else text(row.name)
    if row.article is None:
        return element("tr", element("td", link), element("td", text(row.error), colspan=len(_HEADS) - 1, class_="error"))
    article = row.article
    missing = [name for name in _WANTED if not getattr(article, name)]
    words = len(article.text.split())
    published = article.published.value.isoformat() if article.published and article.published.value else ""
    cells: tuple[object, ...] = (
        article.headline.text if article.headline else "",
        ", ".join(author.name for author in article.authors),
        published,
        words,
        len(article.figures),
        len(article.notes),
        len(article.problems),
        ", ".join(missing),
    )
    return element(
        "tr",
        element("td", link),
        *(element("td", text(cell), dir="auto", class_="number" if isinstance(cell, int) else None) for cell in cells),
    )
