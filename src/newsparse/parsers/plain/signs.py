"""Which short lines of a text bear a date or a byline's first word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from newsparse.document import Block
from newsparse.lexicon import section

__all__ = ["Signs"]

# Lines of a header are no longer than that.
_HEADER = 160
_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"(?:19|20)\d\d|\d{1,2}[:.]\d\d|\d{1,2}[./-]\d{1,2}[./-]\d{2}")


class Signs(dict[int, float]):
    """By line: 1 for a short one that holds a year, a date in figures or a clock, 2 more for one led by a byline's word; 4 past the end."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        super().__init__()
        self.blocks = blocks

    def __missing__(self, i: int) -> float:
        """Return the sign of a line, looked at once."""
        found = self[i] = _sign(self.blocks[i].plain) if i < len(self.blocks) else 4.0
        return found


def _sign(plain: str) -> float:
    if len(plain) > _HEADER:
        return 0.0
    led = plain.partition(" ")[0].casefold() in _leads()
    digit = _DIGIT.search(plain)  # found ten times as fast as a date is looked for
    return float((digit is not None and _YEAR.search(plain, digit.start()) is not None) + 2 * led)


@cache
def _leads() -> frozenset[str]:
    """Return the first words of what leads bylines, in any language."""
    return frozenset(lead.partition(" ")[0].casefold() for words in section("byline").values() for lead in words.get("lead", ()))
