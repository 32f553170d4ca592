"""Corpora on disk: a folder with `truth.jsonl`, a page a line, and `pages/<id>.html.gz` or `.txt.gz`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

__all__ = ["known_pages"]


def known_pages(folder: Path, ending: str, every: int = 1) -> Iterator[tuple[dict[str, Any], Path]]:
    """Yield each so-manieth line of a corpus with the path of its page; one whose page is not there is left out.

    Args:
        folder: the corpus.
        ending: of its pages, `html` or `txt`.
        every: 2 takes the first line, the third, the fifth …
    """
    lines = (folder / "truth.jsonl").read_text("utf-8").rstrip("\n").split("\n")  # texts hold the other ends of lines
    for line in lines[::every]:
        row = json.loads(line)
        path = folder / "pages" / f"{row['id']}.{ending}.gz"
        if path.exists():
            yield row, path
