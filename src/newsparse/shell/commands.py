"""The commands: show one article, write many, write those of one file."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from io import TextIOWrapper

import click
from rich.console import Console
from rich.progress import Progress

from newsparse import __version__
from newsparse.readers import SourceName
from newsparse.shell.files import STDIN, Read, read_file, read_parts, tell
from newsparse.shell.inspection import inspect_files
from newsparse.shell.writing import FORMATS, write

__all__ = ["newsparse"]


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
    Lines. `newsparse show --help` lists the options. `newsparse split FILE` writes the articles
    that one file holds. `newsparse inspect FILE -o report.html` writes a report on what was found
    where, and why.
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
@click.option("-f", "--format", "form", type=click.Choice(FORMATS), help="Write this instead.")
@click.option("--url", help="The page's address: it feeds publisher rules and dates.")
@click.option("--source", type=click.Choice(["text", "html"]), help="Read as this; else the file is looked at.")
def show_files(files: tuple[str, ...], form: str | None, url: str | None, source: SourceName | None) -> None:
    """Show the article in FILE, or write the articles of many files as JSON Lines.

    Without FILE, or for `-`, standard input is read. A file that cannot be read is told in
    one line and the others still run; the exit code is then 1.
    """
    files = _given(files)
    if url is not None and len(files) > 1:
        raise click.UsageError("--url goes with one FILE")
    form = form or ("jsonl" if len(files) > 1 else None)
    reads = _told(_progress((read_file(name, url, source) for name in files), len(files)))
    if write(reads, form, single=len(files) == 1):
        raise SystemExit(1)


@newsparse.command("split")
@click.argument("files", nargs=-1, metavar="[FILE]...")
@click.option("-f", "--format", "form", type=click.Choice(FORMATS), default="jsonl", show_default=True, help="Write this.")
def split_files(files: tuple[str, ...], form: str) -> None:
    """Write the articles that FILE holds one after the other: an export of an archive, or dumps.

    Without FILE, or for `-`, standard input is read. Where a file announces more articles than
    were found, or fewer, that is told in one line.
    """
    if write(_told(read for name in _given(files) for read in read_parts(name)), form, single=False):
        raise SystemExit(1)


def _given(files: tuple[str, ...]) -> tuple[str, ...]:
    """Return the files to read: those named, else what is piped in.

    Raises:
        click.UsageError: no file is named and nothing is piped in.
    """
    if not files and sys.stdin.isatty():
        raise click.UsageError("give a FILE, or pipe a page or a text into the command")
    return files or (STDIN,)


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
