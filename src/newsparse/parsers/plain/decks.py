"""Which line under the headline sums the story up: what is seen of each line that could be the deck."""

from __future__ import annotations

from collections.abc import Sequence

from newsparse.parsers.plain.context import Context

__all__ = ["deck_candidates", "deck_rows"]

# A deck stands at most so many lines below the headline, and is that long.
_BELOW = 10
# Behind so many long sentences no deck follows.
_PROSE = 3
_SHORT, _LONG = 25, 700


def deck_candidates(context: Context, headline: int) -> list[int]:
    """Return the lines that could be the deck of that headline, in order."""
    shapes = context.lines.shapes
    found, long = [], 0
    for i in range(headline + 1, min(len(context.blocks), headline + 1 + _BELOW)):
        if _SHORT <= context.sizes[i] <= _LONG:
            found.append(i)
        long += shapes[i] in {4, 5}
        if long >= _PROSE:
            break
    return found


def deck_rows(context: Context, headline: int, chosen: Sequence[int]) -> list[tuple[float, ...]]:
    """Return what is seen of each chosen line: facts, context, and how it stands to the headline and its neighbours."""
    scores, sizes = context.scores, context.sizes
    words = context.lines.words(headline)
    signs = context.signs
    rows = []
    for order, i in enumerate(chosen):
        mine = context.lines.words(i)
        at = i - headline
        rows.append(
            (
                *context.row(i),
                at,
                order,
                sum([signs[j] for j in range(headline + 1, i)]),
                signs[i],
                signs[i + 1],
                signs[i + 1] + signs[i + 2] + signs[i + 3],
                len(mine & words),
                len(mine),
                sizes[i] / (sizes[i + 1] if i + 1 < len(sizes) else 1),
                sum([size > 80 for size in sizes[headline + 1 : i]]),
                sum([score > 0 for score in scores[headline + 1 : i]]),
                sum([score < -1 for score in scores[i + 1 : i + 6]]),
                sizes[headline],
            )
        )
    return rows
