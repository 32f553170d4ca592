"""Pages for the benchmarks: folders of `.html` or `.html.gz` files, searched downwards."""

from __future__ import annotations

import gzip
from collections.abc import Iterable
from pathlib import Path

__all__ = ["load"]


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
