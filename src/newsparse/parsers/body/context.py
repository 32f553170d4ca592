"""The second reading: doubtful candidates again, with their words and with what the first judgement said of the blocks around."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import accumulate
from math import sqrt

from newsparse.document import Scope
from newsparse.parsers.body import words
from newsparse.parsers.body.features import Group, Page, Row, Style
from newsparse.parsers.body.words import Reading

__all__ = ["NAMES", "rows_in_context"]

_AROUND = (
    "judged", "near_judged", "parent_judged", "style_judged", "grandparent_judged",
    "parent_accepted", "style_accepted", "grandparent_accepted", "parent_surest",
    "accepted_before", "accepted", "since_sure", "to_sure", "relative_length", "surest",
    "alike_before", "alike_after", "same_element", "same_element_judged",
    "steps_out", "steps_in", "from_main", "same_look",
)  # fmt: skip
NAMES = words.NAMES + _AROUND
"""What each number that is put behind a row says, in order."""

# A block this likely is a fixed point for those around it.
_SURE = 0.7
# … and one this likely counts to the story's extent.
_LIKELY = 0.5
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
        self._main = max(self._page.groups, key=lambda group: group.accepted)
        self._most_parent = self._main.accepted or 1.0
        self._most_style = max(style.accepted for style in page.styles) or 1.0
        self._padded = [0.0, 0.0, *judged, 0.0, 0.0]
        self._since, self._to = _nearest_sure(page.candidates, judged)
        self._before, self._after = _nearest_alike(page, judged)
        self._elements = _by_element(page, judged, weights)
        self._looks = Counter([group.look for group in dict.fromkeys(page.groups)])
        self._inward = {id(outer): steps for steps, outer in enumerate(self._main.scope.around())} if self._main.scope is not None else {}
        self._places: dict[int, tuple[int, int, int, int]] = {}
        self._core = self._extent()

    def numbers(self, k: int) -> list[float]:
        """Return the numbers of `_AROUND` for the candidate of that place among the candidates."""
        own, weight = self._judged[k], self._weights[k]
        group, style = self._page.groups[k], self._page.styles[k]
        judged, weights, accepted = self._grands[group.outer]
        said = own * weight
        return [
            own,
            sum(self._padded[k : k + 5]) / 5,
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
            self._before[k],
            self._after[k],
            *self._within_element(k, own, weight),
            *self._place(group),
        ]

    def _extent(self) -> tuple[int, int]:
        """Return the indices of the first and the last likely block of the container that holds most of the story."""
        main = self._main
        own = [(i, p) for i, group, p in zip(self._page.candidates, self._page.groups, self._judged, strict=True) if group is main]
        likely = [i for i, p in own if p > _LIKELY] or [i for i, _ in own]
        return likely[0], likely[-1]

    def _within_element(self, k: int, own: float, weight: float) -> tuple[float, float]:
        """Return how many candidates stand in the very element of this one, as between line breaks, and what was judged of the others."""
        judged, weights, count = self._elements[id(self._page.blocks[self._page.candidates[k]].scope)]
        return count, _mean(judged - own * weight, weights - weight)

    def _place(self, group: Group) -> tuple[int, int, int, int]:
        """Return where a container stands to the one that holds most of the story, and how many look like it.

        Steps out of it to the element that holds both, steps from there to the other, blocks between
        them (negative before it).
        """
        place = self._places.get(id(group))
        if place is None:
            main = self._main
            out, inward = (0, 0) if group is main else _steps(group.scope, self._inward)
            first, last = self._core
            gap = group.first - last if group.first > last else min(group.last - first, 0)
            place = self._places[id(group)] = (out, inward, gap, self._looks[group.look])
        return place


def _mean(judged: float, weight: float) -> float:
    """Return what was judged of others on average, by weight; -1 where there are none."""
    return judged / weight if weight > 0.5 else -1.0


def _steps(scope: Scope | None, inward: Mapping[int, int]) -> tuple[int, int]:
    """Return the steps from a scope out to the first one that holds another too, and those `inward` from there to the other."""
    steps = 0
    while scope is not None and id(scope) not in inward:
        scope, steps = scope.parent, steps + 1
    return steps, inward[id(scope)] if scope is not None else len(inward)


def _nearest_alike(page: Page, judged: Sequence[float]) -> tuple[list[float], list[float]]:
    """Return for each candidate what was judged of the last, and of the next, that is set alike in its container; -1 for none."""
    before, after = [-1.0] * len(judged), [-1.0] * len(judged)
    last: dict[tuple[Group, Style], int] = {}
    for k, alike in enumerate(zip(page.groups, page.styles, strict=True)):
        other = last.get(alike)
        if other is not None:
            before[k], after[other] = judged[other], judged[k]
        last[alike] = k
    return before, after


def _by_element(page: Page, judged: Sequence[float], weights: Sequence[float]) -> dict[int, list[float]]:
    """Return for each element that is the scope of candidates what was judged of them by weight, their weights and how many they are."""
    found: dict[int, list[float]] = {}
    blocks = page.blocks
    for i, p, weight in zip(page.candidates, judged, weights, strict=True):
        key = id(blocks[i].scope)
        sums = found.get(key)
        if sums is None:
            found[key] = [p * weight, weight, 1]
        else:
            sums[0] += p * weight
            sums[1] += weight
            sums[2] += 1
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
