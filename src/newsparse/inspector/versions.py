"""Two versions of a story side by side."""

from __future__ import annotations

from newsparse.changes import ArticleDiff, Change, ParagraphChange
from newsparse.errors import SourceError
from newsparse.inspector.page import element, page, text
from newsparse.model import Article

__all__ = ["report_diff"]


def report_diff(diff: ArticleDiff) -> str:
    """Return an HTML file that shows both versions side by side, changed words marked.

    Raises:
        SourceError: the argument is not what `newsparse.diff` gives.

    >>> from newsparse import diff, parse
    >>> report_diff(diff(parse("Bridge closed"), parse("Bridge open")))[:15]
    '<!doctype html>'
    """
    if not isinstance(diff, ArticleDiff):
        raise SourceError("report_diff", expected="an ArticleDiff", got=type(diff).__name__)
    title = diff.new.headline.text if diff.new.headline else "(no headline)"
    told = f"{len(diff.fields)} fields and {len(diff.changes)} blocks of the body changed" if not diff.is_empty else "Nothing changed"
    fields = (
        element(
            "tr",
            element("th", text(f.field.replace("_", " ")), scope="row"),
            _cell("del", f.old),
            _cell("ins", f.new),
            data_change="changed",
        )
        for f in diff.fields
    )
    body = (_row(diff.old, diff.new, change) for change in diff.body)
    head = element("tr", element("th", "", scope="col"), element("th", "Old", scope="col"), element("th", "New", scope="col"))
    table = element("table", element("thead", head), element("tbody", *fields, *body), id="versions")
    header = element("header", element("h1", text(title), dir="auto"), element("p", told))
    return page(f"{title} – versions", (header, element("main", table, class_="wide"), element("p", id="status", role="status")))


def _cell(tag: str, value: str | None) -> str:
    return element("td", element(tag, text(value)) if value is not None else "", dir="auto")


def _row(old: Article, new: Article, change: ParagraphChange) -> str:
    kind = change.change
    if kind is Change.CHANGED:
        left = " ".join(_marked("del", w.text, kept=w.change is Change.KEPT) for w in change.words if w.change is not Change.ADDED)
        right = " ".join(_marked("ins", w.text, kept=w.change is Change.KEPT) for w in change.words if w.change is not Change.REMOVED)
    else:
        left = _marked("del", old.body[change.old].text, kept=kind is not Change.REMOVED) if change.old is not None else ""
        right = _marked("ins", new.body[change.new].text, kept=kind is not Change.ADDED) if change.new is not None else ""
    label = "" if kind is Change.KEPT else str(kind)
    return element(
        "tr", element("th", label, scope="row"), element("td", left, dir="auto"), element("td", right, dir="auto"), data_change=str(kind)
    )


def _marked(tag: str, value: str, *, kept: bool) -> str:
    return text(value) if kept else element(tag, text(value))
