"""Torn text: a tool that prints each string of a page on a line of its own breaks a sentence before and behind each of its links.

No margin tells those breaks, as it tells those of wrapped text; the marks do with which lines open then.
"""

from __future__ import annotations

import re

from newsparse.readers.lines import Line, is_long

__all__ = ["torn"]

# What no line opens with that a writer began: ", who said so", ").", ". The rest"; not "... and so on", ".5 percent", ":".
_TEAR = re.compile(r"(?!\.\.)[,.;)\]’”،。、，；][.,;)\]]{0,2}(?:\s|$)")
_TEARS = frozenset(",.;)]’”،。、，；")
_FULL_STOPS = tuple(".!?:…。！？؟।۔")
_HALVES = tuple("([„“«‘,")
# A text is torn when so many of its lines open so and have words behind that, and so many are longer than any margin
# (wrapped text may open a few lines so). Fewer characters together than that are labels of a menu, no sentence.
_TORN, _LONG, _LABELS = 2, 2, 45


def torn(lines: list[Line]) -> list[bool] | None:
    """Return, for each line of a torn text, whether it goes on from the one above; `None` for a text that is not torn."""
    tears = {i: match for i, line in enumerate(lines) if line.text[0] in _TEARS and not line.gap and (match := _TEAR.match(line.text))}
    if len(tears) < _TORN or sum([lines[i].text[match.end() :][:1].isalpha() for i, match in tears.items()]) < _TORN:
        return None
    if sum(map(is_long, lines)) < _LONG:
        return None
    found = [False] * len(lines)
    size = 0  # of what is joined so far
    for i in range(1, len(lines)):
        above, line = lines[i - 1], lines[i]
        size = size + len(above.text) if found[i - 1] else len(above.text)
        if line.gap or line.mark:
            continue
        if i in tears or above.text.endswith(_HALVES):
            found[i] = True
        elif size + len(line.text) >= _LABELS and not above.text.endswith(_FULL_STOPS):
            below = i + 1 < len(lines) and (i + 1 in tears or lines[i + 1].text[0].islower())
            found[i] = line.text[0].islower() or (below and size >= _LABELS)
    return found
