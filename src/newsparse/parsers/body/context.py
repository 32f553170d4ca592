"""The second reading: every candidate again, with what the first judgement said of the blocks around it."""

from __future__ import annotations

from collections.abc import Sequence
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


class _Group:
    """Blocks that share something, with what was judged of them."""

    __slots__ = ("count", "judged", "weight")

    def __init__(self) -> None:
        self.judged = self.weight = 0.0
        self.count = 0

    def others(self, judged: float, weight: float) -> float:
        """Return what was judged of the others on average; -1 where there are none."""
        rest = self.weight - weight
        return (self.judged - judged * weight) / rest if self.count > 1 and rest > 1e-6 else -1.0


def rows_in_context(page: Page, rows: Sequence[list[float]], judged: Sequence[float]) -> list[list[float]]:
    """Return the rows with the numbers of `NAMES` put behind them."""
    blocks, candidates = page.blocks, page.candidates
    sizes = [len(blocks[i].plain) for i in candidates]
    groups: dict[tuple[int, object], _Group] = {}
    shared: list[tuple[_Group, _Group, _Group]] = []
    for k, i in enumerate(candidates):
        scope = blocks[i].scope
        parent = scope.parent if scope is not None else None
        keys = (0, page.parents[k]), (1, page.styles[k]), (2, id(parent.parent) if parent is not None else 0)
        mine = [groups.get(key) or groups.setdefault(key, _Group()) for key in keys]
        weight = sqrt(sizes[k])
        for group in mine:
            group.judged += judged[k] * weight
            group.weight += weight
            group.count += 1
        shared.append((mine[0], mine[1], mine[2]))
    accepted = sum([p * size for p, size in zip(judged, sizes, strict=True)]) + 1e-6
    usual = accepted / (sum(judged) + 0.01)
    surest = max(judged)
    since, to = _nearest_sure(candidates, judged)
    around = [0.0, *judged, 0.0, 0.0]
    sum_before = 0.0
    found = []
    for k, row in enumerate(rows):
        own, size = judged[k], sizes[k]
        weight = sqrt(size)
        parent_group, style_group, grand_group = shared[k]
        found.append(
            [
                *row,
                own,
                around[k],
                around[k + 2],
                around[k + 3],
                parent_group.others(own, weight),
                style_group.others(own, weight),
                grand_group.others(own, weight),
                sum_before / accepted,
                accepted,
                since[k],
                to[k],
                size / usual,
                surest,
            ]
        )
        sum_before += own * size
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
