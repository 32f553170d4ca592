"""The commands: read files, show one article, write many."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from io import TextIOWrapper
from typing import Any

import click
from rich.console import Console
from rich.progress import Progress

from newsparse import Article, NewsparseError, __version__
from newsparse.export import to_html, to_jsonld, to_markdown, to_ninjs, to_nitf, to_text
from newsparse.readers import SourceName
from newsparse.shell.files import STDIN, Read, read_file, tell
from newsparse.shell.inspection import inspect_files
from newsparse.shell.reading import show

__all__ = ["newsparse"]

# The forms that are JSON, and those that are text.
FORMS: dict[str, Callable[[Article], dict[str, Any]]] = {"jsonld": to_jsonld, "ninjs": to_ninjs}
TEXTS: dict[str, Callable[[Article], str]] = {"nitf": to_nitf, "html": to_html, "markdown": to_markdown, "text": to_text}


class _Commands(click.Group):
    """A group in which `show` need not be named: `newsparse FILE` is `newsparse show FILE`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Return the arguments left, with `show` put in where no command is named."""
        if not args or (args[0] not in self.commands and args[0] not in {"--help", "-h", "--version"}):
            args = ["show", *args]
        return super().parse_args(ctx, args)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__)
def newsparse() -> None:
    """Read news articles from pages and plain texts.

    `newsparse FILE` shows one article for reading; `newsparse FILE FILE ...` writes JSON
    Lines. `newsparse show --help` lists the options. `newsparse inspect FILE -o report.html` writes a report on
    what was found where, and why.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            _write_utf8(stream)


def _write_utf8(stream: TextIOWrapper) -> None:
    """Let a stream take every character: files and pipes get UTF-8, whatever the locale, and a terminal what it can show."""
    if stream.isatty():
        stream.reconfigure(errors="replace")
    else:
        stream.reconfigure(encoding="utf-8", errors="replace")


newsparse.add_command(inspect_files)


@newsparse.command("show")
@click.argument("files", nargs=-1, metavar="[FILE]...")
@click.option("-f", "--format", "form", type=click.Choice(["json", "jsonl", *FORMS, *TEXTS]), help="Write this instead.")
@click.option("--url", help="The page's address: it feeds publisher rules and dates.")
@click.option("--source", type=click.Choice(["text", "html"]), help="Read as this; else the file is looked at.")
def show_files(files: tuple[str, ...], form: str | None, url: str | None, source: SourceName | None) -> None:
    """Show the article in FILE, or write the articles of many files as JSON Lines.

    Without FILE, or for `-`, standard input is read. A file that cannot be read is told in
    one line and the others still run; the exit code is then 1.
    """
    if not files:
        if sys.stdin.isatty():
            raise click.UsageError("give a FILE, or pipe a page or a text into the command")
        files = (STDIN,)
    if url is not None and len(files) > 1:
        raise click.UsageError("--url goes with one FILE")
    form = form or ("jsonl" if len(files) > 1 else None)
    reads = _told(_progress((read_file(name, url, source) for name in files), len(files)))
    if form == "json":
        failed = _write_json(reads, single=len(files) == 1)
    else:
        failed = _write_each(reads, form, single=len(files) == 1)
    if failed:
        raise SystemExit(1)


def _told(reads: Iterable[Read]) -> Iterator[Read]:
    """Yield what was read, telling each failure in one line."""
    for read in reads:
        if read.article is None:
            tell(read.name, read.error)
        yield read


def _progress(reads: Iterable[Read], count: int) -> Iterator[Read]:
    """Yield the reads, with a progress bar where many run and a terminal watches."""
    console = Console(stderr=True)
    if count == 1 or not console.is_terminal:
        yield from reads
        return
    # standard output is left alone: it carries the articles
    with Progress(console=console, transient=True, redirect_stdout=False) as bar:
        yield from bar.track(reads, total=count, description="Parsing")


def _json(value: Any, indent: int | None = None) -> str:
    """Return a value as JSON that any terminal and file can hold."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:  # a lone surrogate in the source
        return json.dumps(value, indent=indent)
    return text


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
            try:
                _write(read, form, first=first, single=single)
            except NewsparseError as error:
                tell(read.name, str(error))
                failed = True
            first = False
    return failed


def _article(read: Read) -> dict[str, Any]:
    return read.article.to_dict() if read.article is not None else {}


def _line(read: Read) -> dict[str, Any]:
    """Return what stands in one line for a file among many."""
    return {"file": read.shown, "article": _article(read)}


def _write(read: Read, form: str, *, first: bool, single: bool) -> None:
    """Write one article in a form that is written piece by piece.

    Raises:
        NewsparseError: the form cannot hold this article.
    """
    assert read.article is not None
    if form == "jsonl":
        click.echo(_json(_line(read)))
    elif form in FORMS:
        click.echo(_json(FORMS[form](read.article), 2 if single else None))
    else:
        text = TEXTS[form](read.article)
        if not first:
            click.echo("\f" if form == "text" else "")
        click.echo(text.encode("utf-8", "replace").decode("utf-8").rstrip("\n"))
