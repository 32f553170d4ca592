"""Write what the learned judges see of the seeds and pages: a sum for each number of their rows.

    python scripts/row_sums.py

The weights in `src/newsparse/weights` were learned from these numbers. A test holds the sums, for
a number that changes without new weights spoils every judgement, and no example may show it. Where
new words of the lexicon changed a few, and the diff shows nothing else, the sums are written anew.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

import newsparse
from newsparse.document import Document
from newsparse.parsers.body.context import rows_in_context
from newsparse.parsers.body.features import Learned, Page
from newsparse.parsers.plain.context import Context
from newsparse.parsers.plain.decks import deck_candidates, deck_rows
from newsparse.parsers.plain.facts import Lines
from newsparse.parsers.plain.titles import candidates, title_rows
from newsparse.weights import load

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "tests/weights/row_sums.json"

Rows = Iterable[Sequence[float]]


def sums() -> dict[str, list[float]]:
    """Return, for each judge, the sum of each number of its rows: those further down count more, so that none can swap."""
    tables: dict[str, list[Sequence[float]]] = {}
    for source in (*sorted((ROOT / "seeds").glob("*.txt")), *sorted((ROOT / "tests/pages").glob("*/page.html"))):
        document = newsparse.read(source.read_bytes())
        for name, rows in (_page_rows if document.is_page else _text_rows)(document).items():
            tables.setdefault(name, []).extend(rows)
    return {
        name: [round(sum(row[k] * (i + 1) for i, row in enumerate(rows)), 3) for k in range(len(rows[0]))] for name, rows in tables.items()
    }


def _text_rows(document: Document) -> dict[str, Rows]:
    """Return the rows of a plain text; the scores that stand in some of them are made up, to be of no weights."""
    lines = Lines(document)
    places = range(len(document.blocks))
    context = Context(lines, [(i * 7 % 11) - 5.0 for i in places])
    return {
        "plain_lines": [lines.facts(i) for i in places],
        "plain_context": [context.row(i) for i in places],
        "plain_titles": title_rows(context, candidates(context)),
        "plain_decks": deck_rows(context, 0, deck_candidates(context, 0)),
    }


def _page_rows(document: Document) -> dict[str, Rows]:
    """Return the rows of a page, likewise."""
    page = Page(document, Learned(load("page")))
    rows = page.rows()
    judged = [(k * 7 % 11) / 10 for k in range(len(rows))]
    return {"page alone": rows, "page among": rows_in_context(page, rows, judged, range(len(rows)))}


if __name__ == "__main__":
    written = (f" {json.dumps(name)}: {json.dumps(values)}" for name, values in sums().items())
    TARGET.write_text("{\n" + ",\n".join(written) + "\n}\n", "utf-8")
