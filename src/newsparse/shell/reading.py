"""One article set out for reading on a terminal: fields above, story below, boilerplate dimmed."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from rich.console import Console
from rich.table import Table as Grid
from rich.text import Text as Styled

from newsparse.model import (
    Article,
    Boilerplate,
    Contributor,
    Crosshead,
    Dateline,
    Figure,
    ListItem,
    LiveUpdate,
    Node,
    Note,
    Quote,
    Timestamp,
)

__all__ = ["show"]


# Longer blocks are left to the terminal to wrap: no paragraph is as long, and the time that rich takes grows with the square.
_MAX_WRAPPED = 100_000


def show(article: Article, console: Console) -> None:
    """Print an article for reading."""
    grid = Grid.grid(padding=(0, 2))
    grid.add_column(style="cyan", no_wrap=True)
    grid.add_column(overflow="fold")
    for name, value in _fields(article):
        grid.add_row(name, value)
    console.print(grid if grid.row_count else Styled("nothing found: the source holds no text", style="dim"))
    console.print()
    for node in _in_order(article):
        end = "\n" if isinstance(node, (ListItem, Boilerplate)) else "\n\n"
        console.print(_story(node), end=end, soft_wrap=len(node.text) > _MAX_WRAPPED)
    for problem in article.problems:
        console.print(Styled(f"{problem.kind}: {_safe(problem.message)}", style="yellow"))


def _safe(text: str) -> str:
    """Return a text without characters that would steer the terminal."""
    return "".join(" " if unicodedata.category(char) in {"Cc", "Cs"} else char for char in text)


def _fields(article: Article) -> Iterator[tuple[str, Styled]]:
    """Yield the names and values of the fields that are there."""
    single = ("kicker", "headline", "deck", "section", "byline")
    for name in single:
        node = getattr(article, name)
        if node is not None:
            yield name, Styled(_safe(node.text), style="bold" if name == "headline" else "")
    for person in article.contributors:
        yield ", ".join(role.value for role in person.roles) or "named", _person(person)
    if article.dateline is not None:
        yield "dateline", _dateline(article.dateline)
    for name in ("published", "modified"):
        moment = getattr(article, name)
        if moment is not None:
            yield name, _moment(moment)
    for name in ("attribution", "publisher", "language", "canonical_url", "access"):
        node = getattr(article, name)
        if node is not None:
            yield name.replace("canonical_", ""), Styled(_safe(node.text))
    if article.tags:
        yield "tags", Styled(_safe(", ".join(tag.text for tag in article.tags)))
    for name, extra in article.extra.items():
        yield name, Styled(_safe(extra.text))


def _person(person: Contributor) -> Styled:
    facts = [person.title, person.affiliation, person.place, *person.contact]
    line = Styled(_safe(person.name))
    line.append(_safe("".join(f", {fact}" for fact in facts if fact)))
    return line.append(f"  {person.kind}", style="dim")


def _dateline(dateline: Dateline) -> Styled:
    return Styled(_safe(dateline.text)).append(_safe(f"  {dateline.agency}" if dateline.agency else ""), style="dim")


def _moment(moment: Timestamp) -> Styled:
    value = str(moment.value) if moment.value is not None else "unresolved"
    return Styled(value).append(_safe(f"  {moment.raw!r}, to the {moment.precision}, zone {moment.zone}"), style="dim")


def _in_order(article: Article) -> list[Node]:
    """Return body, figures, notes and boilerplate as they follow each other in the source."""
    nodes: list[Node] = [*article.body, *article.figures, *article.notes, *article.boilerplate]
    shown = [node for node in nodes if node.text]
    return sorted(shown, key=lambda node: node.span.start if node.span else -1)


def _story(node: Node) -> Styled:
    """Return a block of the source as it is to look."""
    text = _safe(node.text)
    if isinstance(node, Boilerplate):
        return Styled(f"[{node.kind}] {text}", style="dim")
    if isinstance(node, Note):
        return Styled(f"[{node.kind}] ", style="cyan").append(text, style="italic")
    if isinstance(node, Figure):
        credit = f"  {_safe(node.credit.text)}" if node.credit else ""
        return (
            Styled("[figure] ", style="cyan")
            .append(_safe(node.caption.text) if node.caption else "", style="italic")
            .append(credit, style="dim")
        )
    if isinstance(node, (Crosshead, LiveUpdate)):
        return Styled(text, style="bold")
    if isinstance(node, ListItem):
        return Styled(f"{'  ' * node.level}{'1.' if node.ordered else '•'} {text}")
    if isinstance(node, Quote):
        return Styled(f"| {text}", style="italic")
    return Styled(text)
