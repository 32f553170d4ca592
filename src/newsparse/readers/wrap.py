"""Hard-wrapped text: which lines go on from the line above.

A line was wrapped where the next word would not have fitted. So two lines of one paragraph
tell between which widths the margin must lie, and the width on which most pairs of a text
agree is its margin. Lines that a writer ended himself agree on none.
"""

from __future__ import annotations

import re
from itertools import accumulate, pairwise

from newsparse.readers.lines import WIDE, Line, is_long

__all__ = ["continued"]

# Margins that are looked for: below are columns of a newspaper table.
_NARROW = 40
# A margin counts when so many pairs agree on it and so large a share of them goes on in lower
# case. Tuned on w3m, lynx and html2text dumps of news pages: prose has 55 to 80 percent, a list
# of headings under 10.
_PAIRS, _SMALL = 3, 0.3
# Where no fewer pairs than this are all there are and agree, a smaller share is enough: German begins its nouns with capitals.
_ALL, _FEW_SMALL = 5, 0.15
# Where more pairs than this share have a sentence that ends above and one that begins below, each line is a
# paragraph of its own: in wrapped prose it is every tenth, in one-line paragraphs nearly all.
_WHOLE = 0.5
_ENDS = frozenset(".!?…。！？؟।:")
_CLOSING = "\"'”’»)]」』 "
# Columns by which a line may stand out (a heading is not indented on both sides, as the text is), and by
# which one that goes on in lower case may be short of what would have fitted (marks of no width).
_OVER, _SLACK = 6, 4
# "Subject: Bridge opens", "De : Le Courrier"; a line of labels has at most one such word or two before the colon.
_KEYED = re.compile(r"[^\W\d_][\w-]{0,19}(?: [\w-]{1,12})? ?[:：]\s")
# What stands alone below a paragraph that fills its lines is no longer.
_LABEL = 40
# A headline or a byline is broken into so many lines at most.
_BROKEN = 3
# Texts are glued from parts with other margins (a mail and what it quotes): so many are looked for.
_MARGINS = 3
# A text with a longer line for each so many lines that a margin joins is not wrapped at all. Dumps of tools that
# wrap have one for ten such lines at the most, dumps of others one for two and more.
_UNWRAPPED = 3


def continued(lines: list[Line]) -> list[bool]:
    """Return, for each line, whether it goes on from the one above."""
    found = [False] * len(lines)
    pairs = [i for i in range(1, len(lines)) if _may_follow(lines[i - 1], lines[i])]
    if len(pairs) < _PAIRS:
        for i in _doubtless(lines, pairs):
            found[i] = True
    for _ in range(_MARGINS):
        if len(pairs) < _PAIRS:
            break
        margin = _margin(lines, pairs)
        if margin is None:
            break
        rest = []
        for i in pairs:
            low, high = _bounds(lines[i - 1], lines[i])
            slack = _SLACK if lines[i].text[0].islower() else 0
            cut = slack and lines[i - 1].text[-1] == "-" and lines[i - 1].text[-2:-1].isalpha()
            if low <= margin + _OVER and (high >= margin - slack or cut):
                found[i] = True
            else:
                rest.append(i)
        pairs = rest
    if _UNWRAPPED * sum(map(is_long, lines)) > sum(found):
        return [False] * len(lines)  # paragraphs of one line: some short ones of theirs have met a margin by chance
    if any(found):
        for i in _broken(lines):
            found[i] = True
    return [joined and not _stands_alone(lines, found, i) for i, joined in enumerate(found)]


def _broken(lines: list[Line]) -> list[int]:
    """Return the lines in lower case that go on from a short one, where two or three stand alone.

    Wrapped texts break headlines and bylines over lines where it suits their maker: "Rivers rise", "for a second day".
    """
    found = []
    edges = [i for i, line in enumerate(lines) if line.gap or not i] + [len(lines)]
    for start, end in pairwise(edges):
        if 1 < end - start <= _BROKEN:
            found += [i for i in range(start + 1, end) if _goes_on(lines[i - 1].text, lines[i])]
    return found


def _goes_on(above: str, line: Line) -> bool:
    """Whether a line in lower case stands below a short one without an end."""
    return line.text[0].islower() and not line.mark and len(above) < _NARROW and above[-1].isalnum()


def _stands_alone(lines: list[Line], found: list[bool], i: int) -> bool:
    """Whether a paragraph's last line is one of its own, by chance where it might go on: a name or a date below the end of a sentence."""
    text = lines[i].text
    if len(text) > _LABEL or (i + 1 < len(lines) and found[i + 1]) or not (text[0].isupper() and text[-1].isalnum()):
        return False
    last = lines[i - 1].text.rstrip(_CLOSING)[-1:]
    return last in _ENDS and last != ":"


def _doubtless(lines: list[Line], pairs: list[int]) -> list[int]:
    """Return which of a short text's few pairs can be told alone.

    No stop ends the upper line, the lower one goes on in lower case, one margin fits them all, and in their
    paragraphs nothing stands below another line but such pairs: in an address or a header there are others.
    """
    sure = {i for i in pairs if lines[i].text[0].islower() and lines[i - 1].text.rstrip(_CLOSING)[-1:] not in _ENDS}
    if not sure:
        return []
    edges = [i for i, line in enumerate(lines) if line.gap or not i] + [len(lines)]
    whole = [i for start, end in pairwise(edges) if sure.issuperset(range(start + 1, end)) for i in range(start + 1, end)]
    ends = [_bounds(lines[i - 1], lines[i]) for i in whole]
    return whole if ends and max(low for low, _ in ends) <= min(high for _, high in ends) else []


def _may_follow(above: Line, line: Line) -> bool:
    """Whether nothing but the width can tell that a line starts anew."""
    quoted = line.mark[:1] == ">"
    if line.gap or (line.mark and not quoted) or quoted != (above.mark[:1] == ">"):
        return False
    if _KEYED.match(line.text) and _KEYED.match(above.text):
        return False  # each has its label: the lines of a mail's header
    edge = above.indent + len(above.text)
    if not _NARROW <= edge <= WIDE:
        return False
    if line.indent != above.indent:
        # under a bullet the text hangs; a first line may stand in, but never a later one
        return line.indent > above.indent if above.mark and not quoted else line.indent < above.indent <= line.indent + 8
    return True


def _bounds(above: Line, line: Line) -> tuple[int, int]:
    """Return the narrowest and the widest margin under which the lower line goes on from the upper one."""
    edge = above.indent + _columns(above.text)
    word = line.text.split(None, 1)[0]
    return edge, edge + (2 if _is_wide(word) else _columns(word[:WIDE]))


def _columns(text: str) -> int:
    """Return how many columns a terminal gives a text."""
    return len(text) if text.isascii() else len(text) + sum(char >= "\u1100" and _is_wide(char) for char in text)


def _is_wide(text: str) -> bool:
    """Whether a text opens with a character of double width."""
    char = text[0]
    return "\u2e80" <= char <= "\ua4cf" or "\uac00" <= char <= "\ud7a3" or "\uf900" <= char <= "\ufaff" or "\uff00" <= char <= "\uff60"


def _margin(lines: list[Line], pairs: list[int]) -> int | None:
    """Return the margin on which most pairs agree, or `None`."""
    votes = [0] * (WIDE + 3)
    small = [0] * (WIDE + 3)
    whole = [0] * (WIDE + 3)
    for i in pairs:
        low, high = _bounds(lines[i - 1], lines[i])
        first = lines[i].text[0]
        ends = lines[i - 1].text.rstrip(_CLOSING)[-1:] in _ENDS
        # programs wrap what they quote, so that a line without an end goes on, with a German noun as well
        goes_on = (not first.isupper() and not first.isdigit()) or (lines[i].mark[:1] == ">" and not ends)
        starts = ends and not first.islower()
        low, high = min(low, WIDE + 1), min(high, WIDE + 1)
        for counts, amount in ((votes, 1), (small, goes_on), (whole, starts)):
            counts[low] += amount
            counts[high + 1] -= amount
    agreed, lower, ended = list(accumulate(votes)), list(accumulate(small)), list(accumulate(whole))
    margin = max(range(_NARROW, WIDE + 1), key=agreed.__getitem__)
    count = agreed[margin]
    # lines that somebody ended where they liked do not all meet one margin by chance: there a few in lower case are enough
    small_enough = _FEW_SMALL if count == len(pairs) >= _ALL else _SMALL
    return None if count < _PAIRS or lower[margin] < small_enough * count or ended[margin] > _WHOLE * count else margin
