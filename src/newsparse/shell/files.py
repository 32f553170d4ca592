"""Files that the commands are given: read, or told in one line why not."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import click
from attrs import frozen

from newsparse import Article, NewsparseError, parse, split
from newsparse.readers import SourceName

__all__ = ["STDIN", "Read", "read_file", "read_parts", "tell"]

STDIN = "-"
"""The name that stands for standard input."""


@frozen
class Read:
    """One file that was asked for, and what came of it."""

    name: str
    """Its name as given; `-` for standard input."""
    article: Article | None = None
    """The article; `None` when the file could not be read."""
    part: int | None = None
    """Which article of the file it is, counted from 1; `None` where the file is one article."""
    error: str = ""
    """Why not, in one line; empty otherwise."""

    @property
    def shown(self) -> str:
        """The name as a terminal can show it."""
        return click.format_filename(self.name)


def read_file(name: str, url: str | None, source: SourceName | None) -> Read:
    """Return the article in a file, or why there is none."""
    try:
        return Read(name, parse(_bytes(name), url=url, source=source))
    except _FAULTS as error:
        return Read(name, error=_told(error))


def read_parts(name: str) -> Iterator[Read]:
    """Yield the articles that a file holds one after the other, or why there are none; tell of a guessed encoding and of missing articles."""
    try:
        found = split(_bytes(name))
    except _FAULTS as error:
        yield Read(name, error=_told(error))
        return
    for problem in found.problems:
        tell(name, problem.message)
    if not found.complete:
        tell(name, f"{found.announced} articles are announced, {found.found} found")
    for number, part in enumerate(found.parts, 1):
        try:
            yield Read(name, part.article(), number)
        except NewsparseError as error:
            yield Read(name, part=number, error=_told(error))


_FAULTS = (NewsparseError, OSError, ValueError)  # ValueError: a name with a NUL


def _bytes(name: str) -> bytes:
    """Return what a file or standard input holds."""
    if name == STDIN:
        return sys.stdin.buffer.read()
    with open(name, "rb") as file:  # noqa: PTH123 - to a `Path`, an empty name is this folder
        return file.read()


def _told(error: Exception) -> str:
    """Return in one line why a file cannot be read."""
    if isinstance(error, OSError):
        return error.strerror or type(error).__name__
    return " ".join(str(error).split())


def tell(name: str, error: str) -> None:
    """Tell what is wrong with a file, in one line."""
    click.echo(f"newsparse: {click.format_filename(name)}: {' '.join(error.split())}", err=True)
