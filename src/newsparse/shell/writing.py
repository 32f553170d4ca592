"""How articles are written to standard output: one for reading, one as a document, many piece by piece."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any

import click
from rich.console import Console

from newsparse import Article, NewsparseError
from newsparse.export import to_html, to_jsonld, to_markdown, to_ninjs, to_nitf, to_text
from newsparse.shell.files import Read, tell
from newsparse.shell.reading import show

__all__ = ["FORMATS", "write"]

# The forms that are JSON, and those that are text.
_FORMS: dict[str, Callable[[Article], dict[str, Any]]] = {"jsonld": to_jsonld, "ninjs": to_ninjs}
_TEXTS: dict[str, Callable[[Article], str]] = {"nitf": to_nitf, "html": to_html, "markdown": to_markdown, "text": to_text}
_WITH_PROBLEMS = ("json", "jsonl")
FORMATS = (*_WITH_PROBLEMS, *_FORMS, *_TEXTS)
"""Names of all forms."""


def _json(value: Any, indent: int | None = None) -> str:
    """Return a value as JSON that any terminal and file can hold."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:  # a lone surrogate in the source
        return json.dumps(value, indent=indent)
    return text


def write(reads: Iterable[Read], form: str | None, *, single: bool) -> bool:
    """Write the articles in a form, or set out for reading where none is given; return whether any could not be read or written.

    Args:
        reads: what was read.
        form: one of `FORMATS`.
        single: whether the one article is the whole of the output: an object, and no list of one.
    """
    return _write_json(reads, single=single) if form == "json" else _write_each(reads, form, single=single)


def _write_json(reads: Iterable[Read], *, single: bool) -> bool:
    """Write one article, or a list of many; return whether any file failed."""
    found = list(reads)
    good = [read for read in found if read.article is not None]
    if single:
        for read in good:
            click.echo(_json(_article(read), 2))
    else:
        click.echo(_json([_line(read) for read in good], 2))
    return len(good) < len(found)


def _write_each(reads: Iterable[Read], form: str | None, *, single: bool) -> bool:
    """Show or write each article as it comes; return whether any file failed."""
    failed, first = False, True
    for read in reads:
        if read.article is None:
            failed = True
        elif form is None:
            show(read.article, Console(highlight=False))
        else:
            if form not in _WITH_PROBLEMS:
                _tell_problems(read)
            try:
                _write_one(read, form, first=first, single=single)
            except NewsparseError as error:
                tell(read.name, str(error))
                failed = True
            first = False
    return failed


def _tell_problems(read: Read) -> None:
    """Tell why an article is empty where its form has no place for it."""
    assert read.article is not None
    for problem in read.article.problems if not read.article.blocks else ():
        tell(read.name, problem.message)


def _article(read: Read) -> dict[str, Any]:
    return read.article.to_dict() if read.article is not None else {}


def _line(read: Read) -> dict[str, Any]:
    """Return what stands in one line for an article among many."""
    place: dict[str, Any] = {"file": read.shown} if read.part is None else {"file": read.shown, "part": read.part}
    return {**place, "article": _article(read)}


def _write_one(read: Read, form: str, *, first: bool, single: bool) -> None:
    """Write one article in a form that is written piece by piece.

    Raises:
        NewsparseError: the form cannot hold this article.
    """
    assert read.article is not None
    if form == "jsonl":
        click.echo(_json(_line(read)))
    elif form in _FORMS:
        click.echo(_json(_FORMS[form](read.article), 2 if single else None))
    else:
        text = _TEXTS[form](read.article)
        if not first:
            click.echo("\f" if form == "text" else "")
        click.echo(text.encode("utf-8", "replace").decode("utf-8").rstrip("\n"))
