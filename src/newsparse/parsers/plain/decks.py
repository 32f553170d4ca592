"""Which line under the headline sums the story up: what is seen of each line that could be the deck."""

from __future__ import annotations

from collections.abc import Sequence

from newsparse.parsers.plain.context import Context
from newsparse.parsers.plain.titles import Signs

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
    blocks, scores, sizes = context.blocks, context.scores, context.sizes
    words = context.lines.words(headline)
    signs = Signs(blocks)
    dated = [signs[i] for i in range(headline, headline + _BELOW + 5)]
    rows = []
    for order, i in enumerate(chosen):
        mine = context.lines.words(i)
        at = i - headline
        rows.append(
            (
                *context.row(i),
                at,
                order,
                sum(dated[1:at]),
                dated[at],
                dated[at + 1],
                sum(dated[at + 1 : at + 4]),
                len(mine & words),
                len(mine),
                sizes[i] / (sizes[i + 1] if i + 1 < len(sizes) else 1),
                sum(1 for j in range(headline + 1, i) if sizes[j] > 80),
                sum(scores[j] > 0 for j in range(headline + 1, i)),
                sum(scores[j] < -1 for j in range(i + 1, min(i + 6, len(scores)))),
                sizes[headline],
            )
        )
    return rows
