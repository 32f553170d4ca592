"""Pages for the benchmarks: folders of `.html` or `.html.gz` files, searched downwards, and corpora with known answers."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

__all__ = ["load", "rows"]


def load(folders: Iterable[Path], limit: int | None = None) -> list[tuple[str, bytes]]:
    """Return the pages below some folders with their names, at most `limit` from each, evenly spread."""
    pages: list[tuple[str, bytes]] = []
    for folder in folders:
        if not folder.exists():
            raise SystemExit(f"{folder}: no such file or folder")
        paths = [folder] if folder.is_file() else sorted(p for p in folder.rglob("*") if p.name.endswith((".html", ".html.gz", ".htm")))
        if limit is not None and len(paths) > limit:
            paths = [paths[i * len(paths) // limit] for i in range(limit)]
        for path in paths:
            data = path.read_bytes()
            pages.append((f"{folder.name}/{path.name}", gzip.decompress(data) if path.suffix == ".gz" else data))
    if not pages:
        raise SystemExit("no .html or .html.gz pages there")
    return pages


def rows(corpus: Path) -> Iterator[dict[str, Any]]:
    """Yield what is known of each page of a corpus: the lines of its `truth.jsonl`."""
    with (corpus / "truth.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)
