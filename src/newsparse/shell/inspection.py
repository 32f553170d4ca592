"""The command `inspect`: reports for people to look at."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from newsparse import Article, NewsparseError, parse
from newsparse.inspector import IndexRow, report, report_index
from newsparse.readers import SourceName

__all__ = ["inspect_files"]

INDEX = "index.html"


@click.command("inspect")
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path))
@click.option(
    "-o", "--output", required=True, type=click.Path(path_type=Path), help="The report, or for several files the folder of reports."
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
        article, error = _read(files[0], url, source)
        if article is None:
            _tell(files[0], error)
            raise SystemExit(1)
        _write(output, report(article))
        return
    if url is not None:
        raise click.UsageError("--url goes with one FILE")
    if output.exists() and not output.is_dir():
        raise click.UsageError(f"--output {click.format_filename(output)} is a file; several files need a folder")
    rows = list(_reports([name for given in files for name in _inside(given)], output, source))
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
        article, error = _read(name, None, source)
        shown = click.format_filename(name)
        if article is None:
            _tell(name, error)
            yield IndexRow(shown, None, None, error)
            continue
        link = f"{number:0{wide}}.html"  # a number: two files may share a name, and names may hold anything
        _write(output / link, report(article))
        yield IndexRow(shown, link, article)


def _read(name: Path, url: str | None, source: SourceName | None) -> tuple[Article | None, str]:
    """Return the article in a file, or `None` and why there is none."""
    try:
        return parse(name.read_bytes(), url=url, source=source), ""
    except OSError as error:
        return None, error.strerror or type(error).__name__
    except (NewsparseError, ValueError) as error:  # ValueError: a name with a NUL
        return None, " ".join(str(error).split())


def _tell(name: Path, error: str) -> None:
    click.echo(f"newsparse: {click.format_filename(name)}: {error}", err=True)


def _write(path: Path, markup: str) -> None:
    """Write a report, making its folder where needed; a place that cannot be written is told in one line."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(markup, "utf-8")
    except OSError as error:
        raise click.ClickException(f"{click.format_filename(path)}: {error.strerror}") from error
