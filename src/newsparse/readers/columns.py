"""Text in the columns of a printed paper: which lines go on from the line above.

A typesetter fills each line by spacing and by breaking words, so no margin of characters tells where a
paragraph ends. The broken words tell what the text is, and the ends of sentences where its paragraphs do.
"""

from __future__ import annotations

from itertools import pairwise

from newsparse.readers.lines import Line

__all__ = ["in_columns"]

# No line of such a column is longer. Columns of old papers hold 28 to 45 characters.
_WIDEST = 60
# So many words must be broken at a line's end, and so many lines begin in lower case below one without an end.
_BROKEN, _GOING_ON = 2, 5
# A line shorter than this share of the usual one is the last of its paragraph, if a sentence ends there.
_SHORT = 0.85
_ENDS = tuple(".!?…:")
_CLOSING = "\"'”’»)]"


def in_columns(lines: list[Line]) -> list[bool] | None:
    """Return, for each line of a text in columns, whether it goes on from the one above; `None` for other texts."""
    if len(lines) <= _GOING_ON or any(len(line.text) > _WIDEST for line in lines):
        return None
    if sum([above.text[-1] == "-" and _is_broken(above, line) for above, line in pairwise(lines)]) < _BROKEN:
        return None  # nearly all
    going = [line for above, line in pairwise(lines) if not line.gap and line.text[0].islower() and not _ends(above)]
    if len(going) < _GOING_ON:
        return None
    usual = sorted([len(line.text) for line in going])[len(going) // 2]
    return [False, *[_goes_on(above, line, usual) for above, line in pairwise(lines)]]


def _is_broken(above: Line, line: Line) -> bool:
    """Whether a word is broken at the end of the upper line: "tele-", "phone"."""
    return above.text[-1] == "-" and above.text[-2:-1].isalpha() and line.text[0].islower() and not line.gap


def _ends(line: Line) -> bool:
    """Whether a sentence ends with a line."""
    return line.text.rstrip(_CLOSING).endswith(_ENDS)


def _goes_on(above: Line, line: Line, usual: int) -> bool:
    """Whether a line goes on from the one above: it is not set apart, set in or set in capitals."""
    if line.gap or line.mark or line.indent > above.indent or line.text.isupper() != above.text.isupper():
        return False
    return line.text[0].islower() or not _ends(above) or len(above.text) >= _SHORT * usual
