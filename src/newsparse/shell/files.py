"""Files that the commands are given: read, or told in one line why not."""

from __future__ import annotations

import sys
from pathlib import Path

import click
from attrs import frozen

from newsparse import Article, NewsparseError, parse
from newsparse.readers import SourceName

__all__ = ["STDIN", "Read", "read_file", "tell"]

STDIN = "-"
"""The name that stands for standard input."""


@frozen
class Read:
    """One file that was asked for, and what came of it."""

    name: str
    """Its name as given; `-` for standard input."""
    article: Article | None = None
    """The article; `None` when the file could not be read."""
    error: str = ""
    """Why not, in one line; empty otherwise."""

    @property
    def shown(self) -> str:
        """The name as a terminal can show it."""
        return click.format_filename(self.name)


def read_file(name: str, url: str | None, source: SourceName | None) -> Read:
    """Return the article in a file, or why there is none."""
    try:
        data = sys.stdin.buffer.read() if name == STDIN else Path(name).read_bytes()
        return Read(name, parse(data, url=url, source=source))
    except OSError as error:
        return Read(name, error=error.strerror or type(error).__name__)
    except (NewsparseError, ValueError) as error:  # ValueError: a name with a NUL
        return Read(name, error=" ".join(str(error).split()))


def tell(name: str, error: str) -> None:
    """Tell what is wrong with a file, in one line."""
    click.echo(f"newsparse: {click.format_filename(name)}: {' '.join(error.split())}", err=True)
