"""Which blocks of a page the truth of a corpus counts as its story: for training, not for the library."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

__all__ = ["labels", "shingle_score", "snippet_labels"]

# A word, or one character of a script that sets no spaces between words.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff"
_WORD = re.compile(rf"[{_UNSPACED}]|(?:(?![{_UNSPACED}])\w)+")
_GRAM = 4
# Share of a block's words that must stand in the truth for it to count as story.
STORY = 0.5


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def labels(texts: Sequence[str], truth: str, headline: str) -> list[float]:
    """Return for each block which share of its words stands in the true body, in runs of four."""
    words = _words(truth)
    grams = {tuple(words[i : i + _GRAM]) for i in range(len(words) - _GRAM + 1)}
    lines = Counter(tuple(_words(line)) for line in truth.split("\n") if line.strip())
    joined = f" {' '.join(words)} "
    title = _words(headline)
    shares, partial = [], set()
    for k, text in enumerate(texts):
        own = _words(text)
        if not own or own == title:
            shares.append(0.0)
        elif len(own) > _GRAM:
            covered = [False] * len(own)
            for i in range(len(own) - _GRAM + 1):
                if tuple(own[i : i + _GRAM]) in grams:
                    covered[i : i + _GRAM] = [True] * _GRAM
            shares.append(sum(covered) / len(own))
        elif lines.get(tuple(own)):
            shares.append(1.0)
        else:
            inside = len(own) >= 3 and f" {' '.join(own)} " in joined
            shares.append(0.75 if inside else 0.0)
            if inside:
                partial.add(k)
    _drop_strays(texts, shares, partial)
    _drop_repeats(texts, shares, lines)
    return shares


def _drop_strays(texts: Sequence[str], shares: list[float], partial: set[int]) -> None:
    """Keep pieces of a true line only between story blocks: menus repeat words of the story."""
    before = list(shares)
    for k in partial:
        near = [before[j] for j in (k - 2, k - 1, k + 1, k + 2) if 0 <= j < len(before) and len(texts[j]) > 25]
        if sum(share >= 0.9 for share in near) < 2:
            shares[k] = 0.0


def _drop_repeats(texts: Sequence[str], shares: list[float], lines: Counter[tuple[str, ...]]) -> None:
    """Of blocks that say the same, keep as many as the truth has: those with most story around them."""
    long = [k for k, (share, text) in enumerate(zip(shares, texts, strict=True)) if share >= 0.6 and len(text) >= 60]
    if not long:
        return
    same: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for k, share in enumerate(shares):
        if share >= STORY:
            same[tuple(_words(texts[k]))].append(k)
    for own, places in same.items():
        allowed = max(1, lines.get(own, 1))
        if len(places) > allowed:
            places.sort(key=lambda k: -sum(1 for j in long if j != k and abs(j - k) <= 12))
            for k in places[allowed:]:
                shares[k] = 0.0


def snippet_labels(texts: Sequence[str], inside: Sequence[str], outside: Sequence[str]) -> list[float | None]:
    """Return 1 for blocks that hold a snippet known to be story, 0 for those known not to be, `None` for all others."""

    def fold(text: str) -> str:
        return " ".join(text.split()).casefold()

    good, bad = [fold(snippet) for snippet in inside], [fold(snippet) for snippet in outside]
    found: list[float | None] = []
    for text in texts:
        folded = fold(text)
        found.append(1.0 if any(s in folded for s in good) else 0.0 if any(s in folded for s in bad) else None)
    return found


def shingle_score(truth: str, answer: str) -> tuple[float, float]:
    """Return precision and recall over shingles of four words, the measure of the accuracy tables."""

    def shingles(text: str) -> Counter[tuple[str, ...]]:
        words = re.findall(r"\w+", text)
        return Counter(tuple(words[i : i + _GRAM]) for i in range(max(1, len(words) - _GRAM + 1))) if words else Counter()

    a, b = shingles(truth), shingles(answer)
    common = sum((a & b).values())
    return common / max(1, sum(b.values())), common / max(1, sum(a.values()))
