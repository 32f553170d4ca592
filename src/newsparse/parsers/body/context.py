"""The second reading: every candidate again, with what the first judgement said of the blocks around it."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from itertools import accumulate
from math import sqrt

from newsparse.parsers.body.features import Page

__all__ = ["NAMES", "rows_in_context"]

NAMES = (
    "judged", "judged_before", "judged_after_1", "judged_after_2", "parent_judged", "style_judged", "grandparent_judged",
    "accepted_before", "accepted", "since_sure", "to_sure", "relative_length", "surest",
)  # fmt: skip
"""What each number that is put behind a row says, in order."""

# A block this likely is a fixed point for those around it.
_SURE = 0.7
_FAR = 200


class _Groups:
    """Candidates that share something, with what was judged of them."""

    def __init__(self, keys: Sequence[Hashable], judged: Sequence[float], weights: Sequence[float]) -> None:
        self._keys, self._judged, self._weights = keys, judged, weights
        sums: dict[Hashable, list[float]] = {}
        for key, p, weight in zip(keys, judged, weights, strict=True):
            group = sums.get(key)
            if group is None:
                sums[key] = [p * weight, weight]
            else:
                group[0] += p * weight
                group[1] += weight
        self._sums = sums

    def others(self, k: int) -> float:
        """Return what was judged of the others of its group on average, by weight; -1 where there are none."""
        total, whole = self._sums[self._keys[k]]
        weight = self._weights[k]
        rest = whole - weight
        return (total - self._judged[k] * weight) / rest if rest > 0.5 else -1.0


def rows_in_context(page: Page, rows: Sequence[list[float]], judged: Sequence[float], wanted: Sequence[int]) -> list[list[float]]:
    """Return the wanted rows with the numbers of `NAMES` put behind them."""
    if not wanted:
        return []
    blocks, candidates = page.blocks, page.candidates
    sizes = [len(blocks[i].plain) for i in candidates]
    weights = [sqrt(size) for size in sizes]
    parents = _Groups(page.parents, judged, weights)
    styles = _Groups(page.styles, judged, weights)
    grands = _Groups(page.grandparents, judged, weights)
    sums = [0.0, *accumulate([p * size for p, size in zip(judged, sizes, strict=True)])]
    accepted = sums[-1] + 1e-6
    usual = accepted / (sum(judged) + 0.01)
    surest = max(judged)
    since, to = _nearest_sure(candidates, judged)
    around = [0.0, *judged, 0.0, 0.0]
    found = []
    for k in wanted:
        own = judged[k]
        found.append(
            [
                *rows[k],
                own,
                around[k],
                around[k + 2],
                around[k + 3],
                parents.others(k),
                styles.others(k),
                grands.others(k),
                sums[k] / accepted,
                accepted,
                since[k],
                to[k],
                sizes[k] / usual,
                surest,
            ]
        )
    return found


def _nearest_sure(candidates: Sequence[int], judged: Sequence[float]) -> tuple[list[int], list[int]]:
    """Return for each candidate how far back, and how far ahead, the nearest sure block stands."""
    since, to = [], []
    last = -_FAR
    for i, p in zip(candidates, judged, strict=True):
        since.append(min(i - last, _FAR))
        if p > _SURE:
            last = i
    following = candidates[-1] + _FAR if candidates else 0
    for i, p in zip(reversed(candidates), reversed(judged), strict=True):
        to.append(min(following - i, _FAR))
        if p > _SURE:
            following = i
    to.reverse()
    return since, to
