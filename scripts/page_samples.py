"""The pages of the development corpora with what is known of their blocks: for training, not for the library."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import attrs
from corpus import known_pages
from page_labels import STORY, labels, snippet_labels

import newsparse
from newsparse.claim import Draft
from newsparse.parsers import headline as headline_parser
from newsparse.parsers.body import glance

__all__ = ["FOLDS", "Sample", "labelled_blocks", "read_samples"]

FOLDS = 5
# Weight of a page of each corpus: news before guides; snippets say little of each page.
CORPUS = {"fundus": 1.5, "newssites2023": 1.5, "wcxb-article": 0.9, "multiling": 0.5}
_DECK = ("dek", "deck", "subtitle", "standfirst", "sub-headline", "subheadline", "summary", "lead-content", "excerpt")


@attrs.define(eq=False)
class Sample:
    """A page with what is known about its blocks."""

    corpus: str
    id: str
    group: str
    document: newsparse.Document
    truth: dict[str, Any]
    labels: Sequence[float | None]
    headline: int
    weights: list[float] = attrs.field(factory=list)

    @property
    def fold(self) -> int:
        """The fold of its publisher."""
        return int(hashlib.sha256(self.group.encode()).hexdigest(), 16) % FOLDS

    @property
    def body(self) -> str:
        """The true body; empty where only snippets are known."""
        return self.truth.get("body") or "\n".join(self.truth.get("paragraphs", ()))


def read_samples(folders: Iterable[Path], cache: Path | None) -> Iterator[Sample]:
    """Yield the pages of the corpora, labelled."""
    for folder in folders:
        for row, path in known_pages(folder, "html"):
            document = newsparse.read(gzip.decompress(path.read_bytes()), url=row.get("url"))
            truth = row["truth"]
            if document.blocks and document.is_page and ("body" in truth or "paragraphs" in truth or "with" in truth):
                sample = Sample(folder.name, row["id"], row["group"], document, truth, (), _headline(document))
                sample.labels = _labels(sample, cache)
                sample.weights = _block_weights(sample)
                yield sample


def _headline(document: newsparse.Document) -> int:
    """Return the index of the headline's block as the parsers before the body's find it, or -1."""
    draft = Draft(document)
    for parser in headline_parser.PARSERS:
        if parser.source in {None, document.kind}:
            for claim in parser.find(document, draft):
                draft.add("headline", claim)
    best = draft.best("headline")
    return best.owns.start if best is not None and best.owns else -1


def _labels(sample: Sample, cache: Path | None) -> Sequence[float | None]:
    texts = [block.plain for block in sample.document.blocks]
    truth = sample.truth
    if not sample.body:
        return snippet_labels(texts, truth["with"], truth.get("without", ()))
    title = sample.document.blocks[sample.headline].plain if sample.headline >= 0 else truth.get("headline") or ""
    if cache is None:
        return labels(texts, sample.body, title)
    kept = cache / hashlib.sha256("\n".join([sample.body, title, *texts]).encode()).hexdigest()
    if not kept.exists():
        kept.write_text(json.dumps(labels(texts, sample.body, title)))
    return list(json.loads(kept.read_text()))


def _block_weights(sample: Sample) -> list[float]:
    """Return what each block counts: scores are taken by the page, half by words and half by paragraphs."""
    blocks, scale = sample.document.blocks, CORPUS.get(sample.corpus, 1.0) * 20
    story = [block for block, share in zip(blocks, sample.labels, strict=True) if share is not None and share >= STORY]
    chars, count = sum(len(block.plain) for block in story) or 1, len(story) or 1
    found = []
    for block, share in zip(blocks, sample.labels, strict=True):
        size = len(block.plain) / chars
        if share is None or (share >= STORY and sample.corpus != "fundus" and _is_deck(block, sample.headline)):
            found.append(0.0)  # hand-typed bodies often open with the deck
        elif 0.2 < share < 0.6:
            found.append(0.3 * (0.6 * size + 0.4 / count) * scale)
        else:
            found.append((0.6 * min(size, 0.3) + 0.4 / count) * scale)
    return found


def _is_deck(block: newsparse.document.Block, headline: int) -> bool:
    scope = block.scope
    if scope is None or len(block.plain) > 400 or block.index > max(headline, 0) + 12:
        return False
    names = f"{scope.names} {scope.parent.names if scope.parent is not None else ''}"
    return any(word in names for word in _DECK)


def labelled_blocks(sample: Sample) -> Iterator[tuple[newsparse.document.Block, bool, float]]:
    """Yield the blocks with a label that are more than a link: block, whether story, weight."""
    for block, share, weight in zip(sample.document.blocks, sample.labels, sample.weights, strict=True):
        if share is not None and not glance.is_link(block):
            yield block, share >= STORY, weight
