#!/usr/bin/env python3
"""Learn the weights that judge the blocks of a page, and say how well they do on publishers not seen.

  train_page.py CORPUS_DIR [CORPUS_DIR ...] [--out src/newsparse/weights/page.json]

A corpus is a folder with `truth.jsonl` and `pages/<id>.html.gz`. Every publisher stands in one of
five folds; all figures printed are for publishers that the weights in question have not seen.
The same input gives the same weights. Needs numpy, scikit-learn and lightgbm.
"""

from __future__ import annotations

import argparse
import json
import math
import pickle
import re
import time
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import attrs
import lightgbm as lgb
import numpy as np
from page_labels import STORY, shingle_score
from page_samples import FOLDS, Sample, labelled_blocks, read_samples
from scipy import sparse
from sklearn.linear_model import LogisticRegression

from newsparse.parsers.body import context, features, glance
from newsparse.parsers.body.page import doubtful

THRESHOLD = 0.55
# What a block counts where the truth and everything that other publishers teach disagree about a whole page.
DOUBTED = 0.5
# How far beyond what is judged twice the second judge learns.
MARGIN = 2 / 3
# Trees, leaves, learning rate. More of them are no better on unseen publishers, and each costs; the second
# judge is asked about one block in four, so that it may know more.
TREES = {"alone": (64, 16, 0.14), "among": (110, 20, 0.09)}
SETTINGS = {
    "objective": "binary", "max_depth": 8, "min_data_in_leaf": 25, "lambda_l2": 3.0,
    "feature_fraction": 0.6, "bagging_fraction": 0.7, "bagging_freq": 1, "verbose": -1, "seed": 7, "num_threads": 1,
    "deterministic": True, "force_col_wise": True, "max_bin": 127,
}  # fmt: skip


def _logistic(rows: list[list[int]], width: int, story: list[bool], weights: list[float], strength: float) -> Any:
    lengths = [len(row) for row in rows]
    columns = [column for row in rows for column in row]
    matrix = sparse.csr_matrix((np.ones(len(columns)), columns, np.cumsum([0, *lengths])), shape=(len(rows), width))
    w = np.array(weights)
    return LogisticRegression(C=strength, max_iter=300).fit(matrix, story, sample_weight=w / w.mean())


def learn_glance(samples: Sequence[Sample]) -> dict[str, Any]:
    """Return the weights of the first sight: one a bin."""
    sizes = [13, 7, 7, 5, len(glance.TAGS) + 1, len(glance.PLACES)]
    starts = [sum(sizes[:k]) for k in range(len(sizes))]
    rows, story, weights = [], [], []
    for sample in samples:
        scale = glance.scale_of(sample.document.blocks, max(sample.headline, 0))
        for block, is_story, weight in labelled_blocks(sample):
            bins = glance.glance_of(block, scale)
            within = block.scope.within if block.scope is not None else frozenset()
            columns = [start + number for start, number in zip(starts, bins, strict=False)]
            rows.append(columns + [starts[5] + k for k, place in enumerate(glance.PLACES) if place in within])
            story.append(is_story)
            weights.append(weight)
    model = _logistic(rows, sum(sizes), story, weights, 1.0)
    values = [round(float(value), 3) for value in model.coef_[0]]
    parts = [values[start : start + size] for start, size in zip(starts, sizes, strict=True)]
    found: dict[str, Any] = dict(zip(("length", "density", "end", "commas", "tag"), parts, strict=False))
    return {"bias": round(float(model.intercept_[0]), 3), **found, "place": dict(zip(glance.PLACES, parts[5], strict=True))}


def learn_names(samples: Sequence[Sample]) -> dict[str, float]:
    """Return what words of class and id speak for, where at least four publishers use them."""
    users: dict[str, set[str]] = defaultdict(set)
    seen: list[tuple[set[str], bool, float]] = []
    for sample in samples:
        for block, is_story, weight in labelled_blocks(sample):
            tokens: set[str] = set()
            scope = block.scope
            for _ in range(7):
                if scope is None:
                    break
                tokens.update(features.tokens_of(scope.names))
                scope = scope.parent
            seen.append((tokens, is_story, weight))
            for token in tokens:
                users[token].add(sample.group)
    known = {token: k for k, token in enumerate(sorted(t for t, g in users.items() if len(g) >= 4 and len(t) < 25))}
    rows = [sorted(known[token] for token in tokens if token in known) for tokens, _, _ in seen]
    model = _logistic(rows, len(known), [s for _, s, _ in seen], [w for _, _, w in seen], 0.02)
    return {token: round(float(model.coef_[0][k]), 2) for token, k in known.items() if abs(model.coef_[0][k]) >= 0.1}


def learn_words(samples: Sequence[Sample]) -> dict[str, float]:
    """Return the words that boilerplate uses at many more publishers than stories do, with the log of how much."""
    word = re.compile(r"\w+")
    users: tuple[dict[str, set[str]], dict[str, set[str]]] = (defaultdict(set), defaultdict(set))
    for sample in samples:
        for block, share in zip(sample.document.blocks, sample.labels, strict=True):
            if share is None or 0.1 < share < 0.6 or block.link_density > 0.8:
                continue
            for token in set(word.findall(block.plain[:240].lower())):
                users[share >= 0.6][token].add(sample.group)
    found = {}
    for token in sorted(users[False]):
        score = math.log((len(users[False][token]) + 0.5) / (len(users[True].get(token, ())) + 0.5))
        if len(users[False][token]) >= 6 and score > 0.7 and len(token) > 1 and not token.isdigit():
            found[token] = round(min(score, 3.5), 1)
    return found


@attrs.define(eq=False)
class Table:
    """All candidates of all pages: a row each."""

    samples: list[Sample]
    pages: list[features.Page] = attrs.field(factory=list)
    rows: list[list[features.Row]] = attrs.field(factory=list)
    words: list[dict[str, Any]] = attrs.field(factory=list)
    """What the first sight, names and words say, learned without the publishers of each fold."""
    story: Any = None
    weights: Any = None
    folds: Any = None
    bounds: list[int] = attrs.field(factory=list)

    def by_page(self, values: Any) -> list[list[float]]:
        """Return a column cut up by page."""
        return [[float(v) for v in values[a:b]] for a, b in zip(self.bounds, self.bounds[1:], strict=False)]

    def marked(self, places: Sequence[Sequence[int]]) -> Any:
        """Return which of all candidates stand in these places, page by page."""
        found = np.zeros(len(self.story), dtype=bool)
        for start, own in zip(self.bounds, places, strict=False):
            found[[start + k for k in own]] = True
        return found


def build(samples: list[Sample], say: Any) -> tuple[Table, dict[str, Any]]:
    """Return the rows of all candidates, with names and words learned from other publishers, and the weights for use."""
    seen = learn_glance(samples)
    table = Table(sorted(samples, key=lambda s: s.fold))
    for fold in range(FOLDS):
        others = [sample for sample in samples if sample.fold != fold]
        weights = {"glance": seen, "names": learn_names(others), "words": learn_words(others)}
        table.words.append(weights)
        ready = features.Learned(weights)
        for sample in table.samples:
            if sample.fold == fold:
                page = features.Page(sample.document, ready, sample.headline)
                table.pages.append(page)
                table.rows.append(page.rows())
        say(f"rows of fold {fold}")
    story: list[int] = []
    weights_: list[float] = []
    folds: list[int] = []
    for sample, page in zip(table.samples, table.pages, strict=True):
        table.bounds.append(len(story))
        for i in page.candidates:
            share = sample.labels[i]
            story.append(-1 if share is None else int(share >= STORY))
            weights_.append(sample.weights[i])
            folds.append(sample.fold)
    table.bounds.append(len(story))
    table.story, table.weights, table.folds = np.array(story), np.array(weights_), np.array(folds)
    return table, {"glance": seen, "names": learn_names(samples), "words": learn_words(samples)}


def fit(rows: Any, story: Any, weights: Any, kind: str) -> lgb.Booster:
    """Return trees learned from rows."""
    known = story >= 0
    w = weights[known]
    count, leaves, rate = TREES[kind]
    data = lgb.Dataset(rows[known], story[known], weight=w / w.mean())
    return lgb.train(SETTINGS | {"num_leaves": leaves, "learning_rate": rate}, data, count)


def unseen(rows: Any, table: Table, weights: Any, kind: str, part: Any = None) -> Any:
    """Return what trees say of publishers they have not seen; with `part`, the rows are those of these candidates only."""
    part = np.ones(len(table.story), dtype=bool) if part is None else part
    folds, story, weights = table.folds[part], table.story[part], weights[part]
    judged = np.zeros(len(rows))
    for fold in range(FOLDS):
        own = folds == fold
        judged[own] = fit(rows[~own], story[~own], weights[~own], kind).predict(rows[own])
    return judged


def mended(table: Table, judged: Any) -> Any:
    """Return the weights, less where the truth itself is in doubt: hand-typed bodies that stop early."""
    weights = table.weights.copy()
    for k, (sample, page) in enumerate(zip(table.samples, table.pages, strict=True)):
        if not sample.body:
            continue
        part = slice(table.bounds[k], table.bounds[k + 1])
        accepted = [i for i, p in zip(page.candidates, judged[part], strict=True) if p >= THRESHOLD]
        precision, recall = shingle_score(sample.body, "\n".join(page.blocks[i].plain for i in accepted))
        own, p = table.story[part], judged[part]
        if precision < 0.6:
            weights[part] *= np.where((own == 0) & (p > 0.35), DOUBTED, 1.0)
        if recall < 0.6:
            weights[part] *= np.where((own == 1) & (p < 0.15), DOUBTED, 1.0)
    return weights


def report(table: Table, judged: Any, title: str) -> None:
    """Print precision, recall and F1 of the accepted blocks for each corpus."""
    scores: dict[str, list[tuple[float, float]]] = defaultdict(list)
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for sample, page, chances in zip(table.samples, table.pages, table.by_page(judged), strict=True):
        bound = min(THRESHOLD, 0.6 * max(chances, default=0))
        text = "\n\n".join(
            page.blocks[i].plain for i, p in zip(page.candidates, chances, strict=True) if p >= bound and i != sample.headline
        )
        if sample.body:
            scores[sample.corpus].append(shingle_score(sample.body, text))
        else:
            folded = " ".join(text.split()).casefold()
            for snippet in sample.truth["with"]:
                counts[sample.corpus][0 if " ".join(snippet.split()).casefold() in folded else 1] += 1
            counts[sample.corpus][2] += sum(" ".join(s.split()).casefold() in folded for s in sample.truth.get("without", ()))
    parts = []
    for corpus, pairs in scores.items():
        p, r = (sum(pair[k] for pair in pairs) / len(pairs) for k in (0, 1))
        parts.append(f"{corpus} {2 * p * r / (p + r):.4f} ({p:.3f}/{r:.3f})")
    parts.extend(f"{corpus} snippets {2 * hit / (2 * hit + miss + false):.4f}" for corpus, (hit, miss, false) in counts.items())
    print(f"{title}: {' | '.join(parts)}", flush=True)


def nested(node: dict[str, Any]) -> Any:
    """Return a tree as `judge_of` reads it."""
    if "leaf_value" in node:
        return round(node["leaf_value"], 4)
    return [node["split_feature"], float(f"{node['threshold']:.6g}"), nested(node["left_child"]), nested(node["right_child"])]


def learned(
    table: Table, rows: Any, among: Any, again: Any, weights: Any, words: dict[str, Any], fold: int | None = None
) -> dict[str, Any]:
    """Return the weights for use: the words, and trees learned from all publishers but those of a fold."""
    kept = table.folds != fold
    boosters = {
        "alone": fit(rows[kept], table.story[kept], weights[kept], "alone"),
        "among": fit(among[kept[again]], table.story[again & kept], weights[again & kept], "among"),
    }
    trees = {kind: [nested(tree["tree_structure"]) for tree in booster.dump_model()["tree_info"]] for kind, booster in boosters.items()}
    columns = {"alone": features.NAMES, "among": features.NAMES + context.NAMES}
    return words | trees | {"columns": columns, "threshold": THRESHOLD}


def write(path: Path, weights: dict[str, Any]) -> None:
    """Write weights to a file."""
    path.write_text(json.dumps(weights, separators=(",", ":"), sort_keys=True, ensure_ascii=False) + "\n", "utf-8")


def main() -> None:
    """Run the whole training."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("corpora", nargs="+", type=Path)
    arguments.add_argument("--out", type=Path, help="write the weights here")
    arguments.add_argument("--folds", type=Path, help="write here, for each fold, weights that have not seen its publishers")
    arguments.add_argument("--cache", type=Path, help="keep labels here between runs")
    arguments.add_argument("--keep", type=Path, help="keep rows and judgements here, to look at")
    options = arguments.parse_args()
    start = time.monotonic()

    def say(what: str) -> None:
        print(f"{time.monotonic() - start:6.0f} s  {what}", flush=True)

    for folder in filter(None, (options.cache, options.folds)):
        folder.mkdir(parents=True, exist_ok=True)
    samples = list(read_samples(options.corpora, options.cache))
    say(f"read {len(samples)} pages")
    table, words = build(samples, say)
    rows = np.array([row for page in table.rows for row in page], dtype=np.float32)
    say(f"{len(rows)} candidates, {len(words['names'])} names, {len(words['words'])} words")
    judged = unseen(rows, table, table.weights, "alone")
    report(table, judged, "alone")
    weights = mended(table, judged)
    judged = unseen(rows, table, weights, "alone")
    report(table, judged, "alone, truth mended")
    # learned from a little more than what is judged by it: what is doubtful differs from fold to fold
    wanted = [doubtful(chances, MARGIN) for chances in table.by_page(judged)]
    read_again = table.marked(wanted)
    among = np.array(
        [
            row
            for page, own, chances, places in zip(table.pages, table.rows, table.by_page(judged), wanted, strict=True)
            for row in context.rows_in_context(page, own, chances, places)
        ],
        dtype=np.float32,
    )
    final = judged.copy()
    final[read_again] = unseen(among, table, weights, "among", read_again)
    twice = table.marked([doubtful(chances) for chances in table.by_page(judged)])
    final = np.where(twice, final, judged)
    report(table, final, "among neighbours")
    say(f"judged unseen publishers, {np.mean(twice):.0%} of the candidates twice")
    if options.keep:
        kept = {"rows": rows, "among": among, "again": read_again, "alone": judged, "final": final, "story": table.story}
        kept |= {"weights": weights, "folds": table.folds, "bounds": table.bounds}
        kept["pages"] = [
            (s.corpus, s.id, s.group, s.truth, s.headline, list(s.labels), p.candidates, [b.plain for b in p.blocks],
             [(b.tag, b.scope.names if b.scope else "") for b in p.blocks])
            for s, p in zip(table.samples, table.pages, strict=True)
        ]  # fmt: skip
        options.keep.write_bytes(pickle.dumps(kept))
    if options.folds:
        for fold in range(FOLDS):
            write(options.folds / f"fold{fold}.json", learned(table, rows, among, read_again, weights, table.words[fold], fold))
    if options.out:
        write(options.out, learned(table, rows, among, read_again, weights, words))
        say(f"wrote {options.out}, {options.out.stat().st_size // 1024} kB")


if __name__ == "__main__":
    main()
