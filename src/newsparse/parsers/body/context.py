"""The second reading: doubtful candidates again, with their words and with what the first judgement said of the blocks around."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from math import sqrt

from newsparse.parsers.body import words
from newsparse.parsers.body.features import Page, Row
from newsparse.parsers.body.words import Reading

__all__ = ["NAMES", "rows_in_context"]

_AROUND = (
    "judged", "judged_before", "judged_after", "near_judged", "parent_judged", "style_judged", "grandparent_judged",
    "parent_accepted", "style_accepted", "grandparent_accepted", "parent_surest",
    "accepted_before", "accepted", "since_sure", "to_sure", "relative_length", "surest",
)  # fmt: skip
NAMES = words.NAMES + _AROUND
"""What each number that is put behind a row says, in order."""

# A block this likely is a fixed point for those around it.
_SURE = 0.7
_FAR = 200


def rows_in_context(page: Page, rows: Sequence[Row], judged: Sequence[float], wanted: Sequence[int]) -> list[list[float]]:
    """Return the wanted rows with the numbers of `NAMES` put behind them."""
    if not wanted:
        return []
    reading, around = Reading(page), _Around(page, judged)
    return [[*rows[k], *reading.numbers(k), *around.numbers(k)] for k in wanted]


class _Around:
    """What the first judgement said of a page's candidates, by container, by style and by distance."""

    def __init__(self, page: Page, judged: Sequence[float]) -> None:
        self._page, self._judged = page, judged
        self._weights = weights = list(map(sqrt, page.sizes))
        masses = [p * size for p, size in zip(judged, page.sizes, strict=True)]
        self._sums = [0.0, *accumulate(masses)]
        self._accepted = self._sums[-1] + 1e-6
        self._usual = self._accepted / (sum(judged) + 0.01)
        self._surest = max(judged)
        for group, style, p, weight, mass in zip(page.groups, page.styles, judged, weights, masses, strict=True):
            group.judged += p * weight
            group.weight += weight
            group.accepted += mass
            if p > group.surest:  # noqa: PLR1730 (a call costs more)
                group.surest = p
            style.judged += p * weight
            style.weight += weight
            style.accepted += mass
        self._grands: dict[int, list[float]] = {}
        for group in dict.fromkeys(page.groups):
            sums = self._grands.setdefault(group.outer, [0.0, 0.0, 0.0])
            sums[0] += group.judged
            sums[1] += group.weight
            sums[2] += group.accepted
        self._most_parent = max(group.accepted for group in page.groups) or 1.0
        self._most_style = max(style.accepted for style in page.styles) or 1.0
        self._padded = [0.0, 0.0, *judged, 0.0, 0.0]
        self._since, self._to = _nearest_sure(page.candidates, judged)

    def numbers(self, k: int) -> list[float]:
        """Return the numbers of `_AROUND` for the candidate of that place among the candidates."""
        own, weight = self._judged[k], self._weights[k]
        group, style = self._page.groups[k], self._page.styles[k]
        judged, weights, accepted = self._grands[group.outer]
        near = self._padded[k : k + 5]
        said = own * weight
        return [
            own,
            near[1],
            near[3],
            sum(near) / 5,
            _mean(group.judged - said, group.weight - weight),
            _mean(style.judged - said, style.weight - weight),
            _mean(judged - said, weights - weight),
            group.accepted / self._most_parent,
            style.accepted / self._most_style,
            accepted / self._accepted,
            group.surest,
            self._sums[k] / self._accepted,
            self._accepted,
            self._since[k],
            self._to[k],
            self._page.sizes[k] / self._usual,
            self._surest,
        ]


def _mean(judged: float, weight: float) -> float:
    """Return what was judged of others on average, by weight; -1 where there are none."""
    return judged / weight if weight > 0.5 else -1.0


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
