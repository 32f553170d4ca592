"""The command `inspect`: reports for people to look at."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from newsparse.inspector import IndexRow, report, report_index
from newsparse.readers import SourceName
from newsparse.shell.files import read_file, tell

__all__ = ["inspect_files"]

INDEX = "index.html"
STDOUT = "-"


@click.command("inspect")
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(path_type=Path),
    help="The report, `-` for standard output, or for several files the folder of reports.",
)
@click.option("--url", help="The page's address: it feeds publisher rules and dates.")
@click.option("--source", type=click.Choice(["text", "html"]), help="Read as this; else the file is looked at.")
def inspect_files(files: tuple[Path, ...], output: Path, url: str | None, source: SourceName | None) -> None:
    """Write an HTML report of what was found in FILE, where, and why.

    For several files, or a folder, OUTPUT is a folder: it gets a report for each file and an
    index that can be sorted. A file that cannot be read is told in one line, stands in the
    index, and makes the exit code 1.
    """
    if len(files) == 1 and not files[0].is_dir():
        read = read_file(str(files[0]), url, source)
        if read.article is None:
            tell(read.name, read.error)
            raise SystemExit(1)
        if str(output) == STDOUT:
            click.echo(report(read.article))
        else:
            _write(output, report(read.article))
        return
    if url is not None:
        raise click.UsageError("--url goes with one FILE")
    if str(output) == STDOUT or (output.exists() and not output.is_dir()):
        raise click.UsageError(f"--output {click.format_filename(output)} is no folder; several files need one")
    names = [name for given in files for name in _inside(given)]
    if not names:
        raise click.ClickException(f"{', '.join(map(click.format_filename, files))}: no file in this folder")
    rows = list(_reports(names, output, source))
    _write(output / INDEX, report_index(rows))
    if any(row.article is None for row in rows):
        raise SystemExit(1)


def _inside(given: Path) -> list[Path]:
    """Return the files of a folder and of the folders in it, in order; a file stands for itself."""
    return sorted(path for path in given.rglob("*") if path.is_file()) if given.is_dir() else [given]


def _reports(names: list[Path], output: Path, source: SourceName | None) -> Iterator[IndexRow]:
    """Write a report for each file; yield its line of the index."""
    wide = len(str(len(names)))
    for number, name in enumerate(names, 1):
        read = read_file(str(name), None, source)
        if read.article is None:
            tell(read.name, read.error)
            yield IndexRow(read.shown, None, None, read.error)
            continue
        link = f"{number:0{wide}}.html"  # a number: two files may share a name, and names may hold anything
        _write(output / link, report(read.article))
        yield IndexRow(read.shown, link, read.article)


def _write(path: Path, markup: str) -> None:
    """Write a report, making its folder where needed; a place that cannot be written is told in one line."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(markup, "utf-8")
    except OSError as error:
        raise click.ClickException(f"{click.format_filename(path)}: {error.strerror}") from error
