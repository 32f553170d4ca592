"""Score newsparse on folders of pages with known answers, and hold the pinned floors.

    python benchmarks/quality.py CORPUS [CORPUS ...] [--floors benchmarks/floors.json] [--pin]

A corpus is a folder with `truth.jsonl` (a page a line: `id`, `url`, `truth`) and `pages/ID.html.gz`
or `pages/ID.txt.gz`. Exit code 1 when a score is below its floor. `--pin` writes the scores as the
new floors; a floor never goes down.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import mean
from typing import Any

import scores

import newsparse
from pages import rows

COLUMNS = ("bodyF1", "wordF1", "paraF1", "snipF1", "headline", "deck", "authors", "day", "minute", "dateline")
Row = dict[str, Any]


def pages(corpus: Path) -> Iterator[tuple[str, str | None, bytes | str, dict[str, Any]]]:
    """Yield name, address, source and truth of each page of a corpus."""
    for row in rows(corpus):
        page, text = (corpus / "pages" / f"{row['id']}.{kind}.gz" for kind in ("html", "txt"))
        source: bytes | str = gzip.decompress(page.read_bytes()) if page.exists() else gzip.decompress(text.read_bytes()).decode("utf-8")
        yield row["id"], row.get("url"), source, row["truth"]


def score(truth: dict[str, Any], article: newsparse.Article) -> Row:
    """Return the scores of one article, for what its truth states."""
    text, row = article.text, Row()
    if "body" in truth or "paragraphs" in truth:
        stated = truth.get("body") or "\n\n".join(truth.get("paragraphs", ()))
        row["P"], row["R"] = scores.body(stated, text)
        row["wordF1"] = scores.words(stated, text)
    if "paragraphs" in truth:
        row["paraF1"] = scores.paragraphs(truth["paragraphs"], [node.text for node in article.body])
    if truth.get("headline"):
        row["headline"] = scores.headline(truth["headline"], article.headline.text if article.headline else None)
    if truth.get("deck"):
        row["deck"] = scores.words(truth["deck"], article.deck.text if article.deck else "")
    if truth.get("authors"):
        row["authors"] = scores.authors(truth["authors"], [author.name for author in article.authors])
    if truth.get("published"):
        value = article.published.value if article.published else None
        row["day"], row["minute"] = scores.day(truth["published"], value), scores.minute(truth["published"], value)
    if truth.get("with"):
        row["snippets"] = scores.snippets(truth["with"], truth.get("without", ()), text)
    if "dateline" in truth:
        row["datelines"] = scores.dateline(truth["dateline"], article.dateline.text if article.dateline else None)
    return row


def summary(rows: list[Row]) -> dict[str, float]:
    """Return the scores of a corpus."""
    found: dict[str, float] = {}
    for name in ("P", "R", *COLUMNS):
        values = [row[name] for row in rows if row.get(name) is not None]
        if values:
            found[name] = mean(values)
    if "P" in found:
        found["bodyF1"] = scores.f1(found.pop("P"), found.pop("R"))
    for name, source in (("snipF1", "snippets"), ("dateline", "datelines")):
        triples = [row[source] for row in rows if source in row]
        if triples:
            right, missed, wrong = (sum(column) for column in zip(*triples, strict=True))
            found[name] = 2 * right / max(1, 2 * right + missed + wrong)
    return found


def main() -> int:
    """Print a line for each corpus; return the exit code."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("corpora", nargs="+", type=Path)
    options.add_argument("--floors", type=Path, default=Path(__file__).with_name("floors.json"))
    options.add_argument("--pin", action="store_true", help="write the scores as floors where they are higher")
    chosen = options.parse_args()
    floors: dict[str, dict[str, float]] = json.loads(chosen.floors.read_text("utf-8")) if chosen.floors.exists() else {}
    below = []
    print(f"{'corpus':16}{'pages':>6}" + "".join(f"{name:>10}" for name in COLUMNS))
    for corpus in chosen.corpora:
        rows = [score(truth, newsparse.parse(source, url=url)) for _, url, source, truth in pages(corpus)]
        found = summary(rows)
        print(
            f"{corpus.name:16}{len(rows):6}" + "".join(f"{found[name]:10.3f}" if name in found else " " * 10 for name in COLUMNS),
            flush=True,
        )
        pinned = floors.setdefault(corpus.name, {})
        below += [
            f"{corpus.name} {name}: {found.get(name, 0):.3f} < {floor:.3f}"
            for name, floor in pinned.items()
            if round(found.get(name, 0), 3) < floor
        ]
        if chosen.pin:
            pinned.update({name: max(pinned.get(name, 0), int(value * 1000) / 1000) for name, value in found.items()})
    if chosen.pin:
        chosen.floors.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n", "utf-8")
    print("\n".join(["below the floor:", *below] if below else ["all floors hold"] if floors else ["no floors pinned"]))
    return int(bool(below))


if __name__ == "__main__":
    sys.exit(main())
