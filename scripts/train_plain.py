"""Learn the weights of plain text from folders of dumps with known answers, and write them.

    python scripts/train_plain.py OUT FOLDER[:WEIGHT[:EVERY]] ...

A folder holds `truth.jsonl` (`id`, `group`, `truth`) and `pages/<id>.txt.gz`, as the development
corpora do. `WEIGHT` says how much its pages count, `EVERY` reads each so-manieth page only.
`--folds N` also reports what is found on publishers that were held out. Needs lightgbm and numpy.

Four tables come out: `plain_lines` (what each fact of a line adds, alone), `plain_context` (trees
that correct doubtful lines by their place in the whole), `plain_titles` and `plain_decks` (which
line is the headline, which the deck).
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import re
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any

import lightgbm as lgb
import numpy as np

from newsparse.parsers.plain import facts as facts_
from newsparse.parsers.plain.context import Context
from newsparse.parsers.plain.decks import deck_candidates, deck_rows
from newsparse.parsers.plain.shape import INSIDE
from newsparse.parsers.plain.titles import candidates, title_rows
from newsparse.readers import read

WORD = re.compile(r"\w+")
LINK = re.compile(r"!?\[([^\[\]\n]{0,300})\]\([^()\s]{0,800}(?:\s\"[^\"\n]{0,300}\")?\s?\)")
COMMON = {
    "verbose": -1,
    "num_threads": 1,
    "max_bin": 63,
    "feature_fraction": 0.7,
    "learning_rate": 0.13,
    "seed": 1,
    "objective": "cross_entropy",
}
MANY_BLOCKS = 4000


class Page:
    """One dump: its facts, what each line is in truth, and the answers."""

    def __init__(self, row: dict[str, Any], text: str, weight: float) -> None:
        self.id, self.group, self.truth, self.weight = row["id"], row["group"], row["truth"], weight
        self.tool = row.get("tool") or ""
        document = read(text, source="text")
        self.blocks = document.blocks
        self.lines = facts_.Lines(document) if self.blocks else None
        self.inside = np.array([self.lines.is_inside(i) for i in range(len(self.blocks))]) if self.lines else None
        self.labels = line_labels(self.blocks, self.truth["body"]) if self.truth.get("body") and self.blocks else None


def key(text: str) -> str:
    """Return a text as headlines are compared."""
    return re.sub(r"\W+", "", unicodedata.normalize("NFKC", text or "").casefold())


def words_f1(one: str, other: str) -> float:
    """Return how many words two texts share."""
    a, b = Counter(WORD.findall(one.lower())), Counter(WORD.findall(other.lower()))
    common = sum((a & b).values())
    return 2 * common / (sum(a.values()) + sum(b.values()) or 1)


def line_labels(blocks: list[Any], body: str) -> Any:
    """Return, for each block, the share of it that is body and its number of words; `None` without a match."""
    words = WORD.findall(body.casefold())
    grams = {tuple(words[i : i + 4]) for i in range(max(1, len(words) - 3))}
    whole = {key(line) for line in body.split("\n")}
    found = []
    for block in blocks:
        plain = LINK.sub(r"\1", block.plain[len(block.mark) :])
        mine = WORD.findall(plain.casefold())
        if len(mine) >= 5:
            share = sum(tuple(mine[i : i + 4]) in grams for i in range(len(mine) - 3)) / (len(mine) - 3)
        else:
            share = float(bool(mine) and key(plain) in whole)
        found.append((share, len(mine)))
    long = [i for i, (share, count) in enumerate(found) if share > 0.6 and count >= 8]
    if not long:
        return None
    low, high = long[0] - 2, long[-1] + 3
    return np.array([(share if count >= 5 or low <= i <= high else 0.0, count) for i, (share, count) in enumerate(found)])


def load(spec: str) -> list[Page]:
    """Return the dumps of a folder."""
    name, _, rest = spec.partition(":")
    weight, _, every = rest.partition(":")
    folder = Path(name)
    pages = []
    for i, line in enumerate((folder / "truth.jsonl").read_text("utf-8").rstrip("\n").split("\n")):
        if i % int(every or 1):
            continue
        row = json.loads(line)
        text = gzip.decompress((folder / "pages" / f"{row['id']}.txt.gz").read_bytes()).decode("utf-8")
        page = Page(row, text, float(weight or 1))
        if page.blocks and len(page.blocks) <= MANY_BLOCKS:
            pages.append(page)
    print(folder.name, len(pages), flush=True)
    return pages


def stack(pages: list[Page]) -> tuple[Any, Any, Any]:
    """Return labels, word counts and weights of all lines: every page counts the same, a line by its words."""
    labels = np.concatenate([page.labels[:, 0] for page in pages])
    counts = np.concatenate([page.labels[:, 1] for page in pages])
    weights = np.concatenate(
        [page.weight * (page.labels[:, 1] + 4) / ((page.labels[:, 0] * page.labels[:, 1]).sum() + 50) * 100 for page in pages]
    )
    return labels, counts, weights


def train_lines(pages: list[Page], rounds: int = 300) -> tuple[float, Any]:
    """Return the bias and, for each fact, what each of its values adds."""
    outside = np.concatenate([~page.inside for page in pages])
    facts = np.array([page.lines.facts(i) for page in pages for i in np.flatnonzero(~page.inside)], dtype=np.int8)
    labels, _, weights = stack(pages)
    labels, weights = labels[outside], weights[outside]
    booster = lgb.train(
        COMMON | {"num_leaves": 2, "min_data_in_leaf": 40}, lgb.Dataset(facts.astype(np.float32), labels, weight=weights), rounds
    )
    table, bias = np.zeros((facts.shape[1], facts_.WIDTH)), 0.0
    for tree in booster.dump_model()["tree_info"]:
        root = tree["tree_structure"]
        if "split_feature" not in root:
            bias += root["leaf_value"]
            continue
        low = np.arange(facts_.WIDTH) <= root["threshold"]
        table[root["split_feature"]] += np.where(low, root["left_child"]["leaf_value"], root["right_child"]["leaf_value"])
    mean = table.mean(axis=1)
    return float(bias + mean.sum()), table - mean[:, None]


def trees_of(booster: Any) -> list[Any]:
    """Return the trees as nested lists: column, bound, the tree up to it, the tree above."""

    def nested(node: dict[str, Any]) -> Any:
        if "split_feature" not in node:
            return round(node["leaf_value"], 3)
        return [node["split_feature"], round(node["threshold"], 4), nested(node["left_child"]), nested(node["right_child"])]

    return [nested(tree["tree_structure"]) for tree in booster.dump_model()["tree_info"]]


def first(page: Page, lines: tuple[float, Any]) -> Context:
    """Return a page's context with the scores of the first reading."""
    bias, table = lines
    columns = np.arange(len(table))
    facts, inside = page.lines.facts, page.inside
    return Context(page.lines, [INSIDE if inside[i] else float(bias + table[columns, facts(i)].sum()) for i in range(len(inside))])


class Model:
    """All four tables, learned from some pages."""

    def __init__(self, pages: list[Page], lines: tuple[float, Any] | None = None, context: Any = None) -> None:
        told = [page for page in pages if page.labels is not None]
        self.lines = lines or train_lines(told)
        self.known: dict[str, Context] = {}
        self.context = context or self._train_context(told)
        self.titles = self._train_picks(pages, self.title_rows, 10, 65, 60)
        self.decks = self._train_picks(pages, self.deck_rows, 6, 40, 30)

    def _train_context(self, pages: list[Page]) -> Any:
        rows, starts, labels, weights = [], [], [], []
        every = stack(pages)
        at = 0
        for page in pages:
            context = first(page, self.lines)
            for i in range(len(page.blocks)):
                if not context.is_plain_case(i):
                    rows.append(np.array(context.row(i), dtype=np.float32))
                    starts.append(context.scores[i])
                    labels.append(every[0][at + i])
                    weights.append(every[2][at + i])
            at += len(page.blocks)
        data = lgb.Dataset(np.array(rows), np.array(labels), weight=np.array(weights), init_score=np.array(starts))
        return lgb.train(COMMON | {"num_leaves": 12, "min_data_in_leaf": 100}, data, 75)

    def second(self, page: Page) -> Context:
        """Return a page's context with the scores of the second reading."""
        if page.id not in self.known:
            self.known[page.id] = self._second(page)
        return self.known[page.id]

    def _second(self, page: Page) -> Context:
        context = first(page, self.lines)
        doubtful = [i for i in range(len(page.blocks)) if not context.is_plain_case(i)]
        scores = list(context.scores)
        if doubtful:
            rows = np.array([context.row(i) for i in doubtful], dtype=np.float32)
            for i, score in zip(doubtful, self.context.predict(rows, raw_score=True), strict=True):
                scores[i] += float(score)
        return context.revised(scores)

    def title_rows(self, page: Page, context: Context) -> tuple[list[int], list[Any], list[float]]:
        """Return the lines that could be the headline, what is seen of them, and which are it."""
        truth = key(page.truth.get("headline", ""))
        if not truth:
            return [], [], []
        chosen = candidates(context)
        hits = [float(key(page.blocks[i].plain[len(page.blocks[i].mark) :]) == truth) for i in chosen]
        return chosen, title_rows(context, chosen), [hit / max(1, sum(hits)) if hit else 0.0 for hit in hits]

    def deck_rows(self, page: Page, context: Context) -> tuple[list[int], list[Any], list[float]]:
        """Return the lines that could be the deck, what is seen of them, and which are it."""
        title, deck = key(page.truth.get("headline", "")), page.truth.get("deck")
        at = [i for i, block in enumerate(page.blocks) if title and key(block.plain[len(block.mark) :]) == title]
        at = [i for i in at if i <= context.opening + 5]
        if not at or not (deck or page.truth.get("paragraphs")):
            return [], [], []
        chosen = deck_candidates(context, at[-1])
        hits = [float(bool(deck) and words_f1(deck, page.blocks[i].plain) > 0.75) for i in chosen]
        return chosen, deck_rows(context, at[-1], chosen), hits

    def _train_picks(self, pages: list[Page], rows_of: Any, leaves: int, rounds: int, least: int) -> Any:
        rows, labels, weights = [], [], []
        for page in pages:
            _, found, hits = rows_of(page, self.second(page))
            rows.extend(found)
            labels.extend(float(hit > 0) for hit in hits)
            weights.extend(page.weight * (hit or 1.0) for hit in hits)
        data = lgb.Dataset(np.array(rows, dtype=np.float32), np.array(labels), weight=np.array(weights))
        return lgb.train(COMMON | {"num_leaves": leaves, "min_data_in_leaf": least}, data, rounds)

    def report(self, pages: list[Page]) -> dict[str, list[Any]]:
        """Return what is found on pages, by tool: body precision and recall, headline, deck."""
        found: dict[str, list[Any]] = {}
        for page in pages:
            context = self.second(page)
            row: list[float | None] = [None] * 4
            if page.labels is not None:
                picked = np.array(context.scores) > 0
                share, count = page.labels[:, 0], page.labels[:, 1]
                hit = (share * count * picked).sum()
                row[0], row[1] = hit / max(1, (count * picked).sum()), hit / max(1, (share * count).sum())
            for column, rows_of, booster, name in ((2, self.title_rows, self.titles, "headline"), (3, self.deck_rows, self.decks, "deck")):
                if page.truth.get(name):
                    _, rows, hits = rows_of(page, context)
                    row[column] = float(bool(rows) and hits[int(np.argmax(booster.predict(np.array(rows, dtype=np.float32))))] > 0)
            found.setdefault(page.tool, []).append(row)
        return found


def folds(pages: list[Page], count: int, only: int | None) -> None:
    """Print what is found on publishers that were held out."""
    total: dict[str, list[Any]] = {}
    for fold in range(count) if only is None else [only]:
        out = [int(hashlib.sha256(page.group.encode()).hexdigest(), 16) % count == fold for page in pages]
        model = Model([page for page, held in zip(pages, out, strict=True) if not held])
        for tool, rows in model.report([page for page, held in zip(pages, out, strict=True) if held]).items():
            total.setdefault(tool, []).extend(rows)
    for tool, rows in sorted(total.items()):
        means = [np.mean([row[i] for row in rows if row[i] is not None] or [0]) for i in range(4)]
        p, r, title, deck = means
        print(
            f"{tool:18}{len(rows):5}  bodyF1 {2 * p * r / (p + r + 1e-9):.3f}  P {p:.3f}  R {r:.3f}  headline {title:.3f}  deck {deck:.3f}",
            flush=True,
        )


def write(model: Model, out: Path) -> None:
    """Write the four tables."""
    bias, table = model.lines
    lines = {
        "bias": round(bias, 3),
        "tables": {name: [round(float(x), 2) for x in row] for name, row in zip(facts_.NAMES, table, strict=True)},
    }
    (out / "plain_lines.json").write_text(json.dumps(lines).replace('], "', '],\n "') + "\n")
    for name, booster in (("plain_context", model.context), ("plain_titles", model.titles), ("plain_decks", model.decks)):
        (out / f"{name}.json").write_text(json.dumps({"trees": trees_of(booster)}, separators=(",", ":")) + "\n")


def main() -> None:
    """Learn, report, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("folders", nargs="+")
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--fold", type=int)
    args = parser.parse_args()
    pages = [page for spec in args.folders for page in load(spec)]
    if args.folds:
        folds(pages, args.folds, args.fold)
    if args.fold is None:
        write(Model(pages), args.out)


if __name__ == "__main__":
    main()
