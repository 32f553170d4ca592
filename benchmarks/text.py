"""Megabytes of plain text a second, all fields parsed, and the time of two inputs that break parsers of text.

    PYTHONPATH=src python benchmarks/text.py FOLDER... [--limit N]

A folder holds text files (`*.txt`, `*.txt.gz`), in it or in its `pages`, or a `truth.jsonl` with the
headlines and paragraphs of articles, which are joined by blank lines as a clipping is. Time is
the process's own, the best of three rounds over all; a megabyte is a million bytes of UTF-8.
The two inputs are parsed once each, behind a short text, so that nothing is loaded in that time.
"""

from __future__ import annotations

import argparse
import gzip
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import newsparse
from pages import rows

ROUNDS = 3
_SENTENCE = "The rain fell on the town for the third day, and the river rose above the old bridge, the mayor said. "
HOSTILE = {
    "one line of 5 MB": _SENTENCE * (5_000_000 // len(_SENTENCE)),
    "200,000 lines of one word": "rain\n" * 200_000,
}

_WARM = "Rain lifts the river\nBy Jane Doe, 4 June 2024\n" + f"OSLO (AP) - {_SENTENCE}\n" * 5 + "Sign up\n" * 5


def clippings(corpus: Path) -> Iterator[str]:
    """Yield headline and paragraphs of each article, parted by blank lines."""
    for row in rows(corpus):
        told = row["truth"]
        if told.get("paragraphs"):
            yield "\n\n".join([told.get("headline") or "", *told["paragraphs"]]).lstrip()


def dumps(folder: Path) -> Iterator[str]:
    """Yield the texts in a folder and in its `pages`."""
    for place in (folder, folder / "pages"):
        for path in sorted(place.glob("*.txt*")):
            raw = path.read_bytes()
            yield (gzip.decompress(raw) if path.suffix == ".gz" else raw).decode("utf-8", "replace")


def seconds(texts: list[str], rounds: int = ROUNDS) -> float:
    """Return the CPU time of parsing all texts, the best of some rounds."""
    best = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        for text in texts:
            newsparse.parse(text, source="text")
        best = min(best, time.process_time() - start)
    return best


def report(name: str, texts: list[str], rounds: int = ROUNDS) -> None:
    """Print what texts cost."""
    size = sum(len(text.encode()) for text in texts)
    spent = seconds(texts, rounds)
    print(
        f"{name:28}{len(texts):6} texts{size / 1e6:8.2f} MB{spent * 1000 / len(texts):9.2f} ms a text{size / spent / 1e6:8.2f} MB/s",
        flush=True,
    )


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("folders", nargs="*", type=Path)
    options.add_argument("--limit", type=int, help="texts of each kind in a folder; all when not given")
    chosen = options.parse_args()
    for folder in chosen.folders:
        if texts := list(islice(dumps(folder), chosen.limit)):
            report(f"{folder.name} (texts)", texts)
        if (folder / "truth.jsonl").exists() and not texts:
            report(f"{folder.name} (clippings)", list(islice(clippings(folder), chosen.limit)))
    newsparse.parse(_WARM, source="text")
    for name, text in HOSTILE.items():
        report(name, [text], 1)


if __name__ == "__main__":
    main()
