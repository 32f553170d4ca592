"""Learn the weights of plain text from folders of dumps with known answers, and write them.

    python scripts/train_plain.py OUT FOLDER[:WEIGHT[:EVERY]] ...

The published weights: `OUT text:2 dumps clippings --skip soup-text`, with the dumps and clippings of `make_dumps.py`.

A folder holds `truth.jsonl` (`id`, `group`, `truth`) and `pages/<id>.txt.gz`, as the development
corpora do. `WEIGHT` says how much its pages count, `EVERY` reads each so-manieth page only.
`--folds N` reports what is found on publishers that were held out, and writes nothing. Needs lightgbm and numpy.

Four tables of trees come out: `plain_lines` (a line by its facts), `plain_context` (corrections of
doubtful lines by their place in the whole), `plain_titles` and `plain_decks` (which line is the
headline, which the deck).
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
from corpus import known_pages

from newsparse.parsers.plain import facts as facts_
from newsparse.parsers.plain.context import Context
from newsparse.parsers.plain.decks import deck_candidates, deck_rows
from newsparse.parsers.plain.shape import INSIDE, OUTSIDE
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
        self.lines = facts_.Lines(document)
        self.given = np.array([given(self.lines, i) for i in range(len(self.blocks))])
        body = self.truth.get("body") or "\n\n".join(self.truth.get("paragraphs") or ())
        self.labels = line_labels(self.blocks, body) if body and self.blocks else None


def given(lines: facts_.Lines, i: int) -> float:
    """Return the score of a line that no judging changes; NaN for the others."""
    return INSIDE if lines.is_inside(i) else OUTSIDE if lines.is_far(i) else np.nan


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


def load(spec: str, skip: frozenset[str]) -> list[Page]:
    """Return the dumps of a folder."""
    name, _, rest = spec.partition(":")
    weight, _, every = rest.partition(":")
    folder = Path(name)
    pages = []
    for row, path in known_pages(folder, "txt", int(every or 1)):
        page = Page(row, gzip.decompress(path.read_bytes()).decode("utf-8"), float(weight or 1))
        if page.blocks and len(page.blocks) <= MANY_BLOCKS and page.tool not in skip:
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


def train_lines(pages: list[Page]) -> Any:
    """Return the trees that judge a line by its facts."""
    judged = np.concatenate([np.isnan(page.given) for page in pages])
    facts = np.array([page.lines.facts(i) for page in pages for i in np.flatnonzero(np.isnan(page.given))], dtype=np.float32)
    labels, _, weights = stack(pages)
    data = lgb.Dataset(facts, labels[judged], weight=weights[judged])
    return lgb.train(COMMON | {"num_leaves": 10, "min_data_in_leaf": 150}, data, 40)


def trees_of(booster: Any) -> list[Any]:
    """Return the trees as nested lists: column, bound, the tree up to it, the tree above."""

    def nested(node: dict[str, Any]) -> Any:
        if "split_feature" not in node:
            return round(node["leaf_value"], 3)
        return [node["split_feature"], round(node["threshold"], 4), nested(node["left_child"]), nested(node["right_child"])]

    return [nested(tree["tree_structure"]) for tree in booster.dump_model()["tree_info"]]


def first(page: Page, lines: Any) -> Context:
    """Return a page's context with the scores of the first reading."""
    scores = page.given.copy()
    doubtful = np.flatnonzero(np.isnan(scores))
    if len(doubtful):
        scores[doubtful] = lines.predict(np.array([page.lines.facts(i) for i in doubtful], dtype=np.float32), raw_score=True)
    return Context(page.lines, [float(score) for score in scores])


class Model:
    """All four tables, learned from some pages."""

    def __init__(self, pages: list[Page]) -> None:
        told = [page for page in pages if page.labels is not None]
        self.lines = train_lines(told)
        # Titles and decks learn beside scores as they are on pages not seen before: those of pages that were learned by heart are too sure.
        self.known: dict[str, Context] = {}
        halves = {page.group: fold_of(f"half {page.group}", 2) for page in pages}
        for half in (0, 1):
            self.context = self._train_context([page for page in told if halves[page.group] != half])
            self.known |= {page.id: self._second(page) for page in pages if halves[page.group] == half}
        self.titles = self._train_titles(pages)
        self.decks = self._train_decks(pages)
        self.known.clear()
        self.context = self._train_context(told)

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
        return lgb.train(COMMON | {"num_leaves": 24, "min_data_in_leaf": 60, "learning_rate": 0.08}, data, 200)

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

    def _train_titles(self, pages: list[Page]) -> Any:
        """Return the trees that rank the candidates of a page: one against the other finds four headlines of a hundred more than alone."""
        rows, labels, weights, sizes = [], [], [], []
        for page in pages:
            _, found, hits = self.title_rows(page, self.second(page))
            if any(hits):
                rows.extend(found)
                labels.extend(float(hit > 0) for hit in hits)
                weights.extend([page.weight] * len(found))
                sizes.append(len(found))
        data = lgb.Dataset(np.array(rows, dtype=np.float32), np.array(labels), weight=np.array(weights), group=sizes)
        ranking = {"objective": "lambdarank", "lambdarank_truncation_level": 3, "learning_rate": 0.08}
        return lgb.train(COMMON | ranking | {"num_leaves": 14, "min_data_in_leaf": 60}, data, 220)

    def _train_decks(self, pages: list[Page]) -> Any:
        rows, labels = [], []
        for page in pages:
            _, found, hits = self.deck_rows(page, self.second(page))
            rows.extend(found)
            labels.extend(hits)
        data = lgb.Dataset(np.array(rows, dtype=np.float32), np.array(labels))
        # Few pages have a deck, and much is seen of a line: each tree may look at a third of it, so that no single fact decides.
        few = {"feature_fraction": 0.3, "lambda_l2": 5.0, "learning_rate": 0.06}
        return lgb.train(COMMON | few | {"num_leaves": 8, "min_data_in_leaf": 30}, data, 110)

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


def fold_of(name: str, count: int) -> int:
    """Return the fold that a publisher or a tool falls into."""
    return int(hashlib.sha256(f"fold {name}".encode()).hexdigest(), 16) % count


def folds(pages: list[Page], count: int, *, by_tool: bool) -> None:
    """Print what is found on publishers that were held out, and by tools that were held out too."""
    total: dict[str, list[Any]] = {}
    for fold in range(count):
        held = [fold_of(page.group, count) == fold for page in pages]
        tools = [by_tool and fold_of(page.tool, count) == fold for page in pages]
        if by_tool:
            model = Model([page for page, out, tool in zip(pages, held, tools, strict=True) if not out and not tool])
            judged = [page for page, out, tool in zip(pages, held, tools, strict=True) if out and tool]
        else:
            model = Model([page for page, out in zip(pages, held, strict=True) if not out])
            judged = [page for page, out in zip(pages, held, strict=True) if out]
        for tool, rows in model.report(judged).items():
            total.setdefault(tool, []).extend(rows)
    everything = [row for rows in total.values() for row in rows]
    for tool, found in [*sorted(total.items()), ("all", everything)]:
        p, r, title, deck = (np.mean([row[i] for row in found if row[i] is not None] or [0]) for i in range(4))
        f1 = 2 * p * r / (p + r + 1e-9)
        print(f"{tool:18}{len(found):5}  bodyF1 {f1:.3f}  P {p:.3f}  R {r:.3f}  headline {title:.3f}  deck {deck:.3f}", flush=True)


def write(model: Model, out: Path) -> None:
    """Write the four tables."""
    boosters = {"plain_lines": model.lines, "plain_context": model.context, "plain_titles": model.titles, "plain_decks": model.decks}
    for name, booster in boosters.items():
        (out / f"{name}.json").write_text(json.dumps({"trees": trees_of(booster)}, separators=(",", ":")) + "\n")


def main() -> None:
    """Learn, report, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("folders", nargs="+")
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--by-tool", action="store_true", help="hold out tools too: a fold is judged on its own alone")
    parser.add_argument("--skip", nargs="*", default=(), help="tools whose dumps are left out")
    args = parser.parse_args()
    pages = [page for spec in args.folders for page in load(spec, frozenset(args.skip))]
    if args.folds:
        folds(pages, args.folds, by_tool=args.by_tool)
    else:
        write(Model(pages), args.out)


if __name__ == "__main__":
    main()
