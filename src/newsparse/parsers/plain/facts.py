"""What is seen of a line of plain text and of the lines around it, in small whole numbers.

Every fact is a number below `WIDTH`, so that a model is one small table for each fact. Nothing
here knows a language or a tool: lengths, ends of sentences, capitals, marks, gaps, repeats, and
where in the text the prose lies.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter

from newsparse.document import Block, Document
from newsparse.lexicon.phrases import hint_of, kind_of
from newsparse.vocabulary import BoilerplateKind

__all__ = ["NAMES", "WIDTH", "line_facts"]

WIDTH = 16
"""Every fact is below this."""

_SIZES = (4, 10, 18, 28, 40, 55, 75, 100, 140, 190, 260, 350, 500, 800, 1500)
_MASSES = (1, 80, 160, 300, 500, 800, 1300, 2000, 3000, 4500, 7000, 10000, 15000, 25000, 50000)
_COUNTS = (1, 2, 3, 4, 5, 6, 8, 10, 13, 17, 22, 30, 45, 70, 120)

_WIDE = re.compile("[\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
_CLOSERS = "\"'”’»)]›」』 "
_FINAL = frozenset(".!?。！？؟।۔၊။።")
_OPENERS = frozenset("\"'“‘«„‚»›「『(")
_MARKDOWN_LINK = re.compile(r"!?\[[^\[\]\n]{0,300}\]\([^()\s]{0,800}(?:\s\"[^\"\n]{0,300}\")?\s?\)")

# The longest line that a whole phrase of the lexicon may be.
_PHRASE = 250
# Kinds that stand for each other, as one number; 0 is none.
_GROUPS: tuple[tuple[BoilerplateKind, ...], ...] = (
    (BoilerplateKind.SECTION_LABEL,),
    (BoilerplateKind.RELATED,),
    (BoilerplateKind.MOST_READ,),
    (BoilerplateKind.COMMENTS,),
    (BoilerplateKind.TAGS,),
    (BoilerplateKind.COPYRIGHT, BoilerplateKind.LEGAL, BoilerplateKind.CONSENT),
    (BoilerplateKind.NEWSLETTER, BoilerplateKind.PAYWALL, BoilerplateKind.LOGIN, BoilerplateKind.DONATION, BoilerplateKind.APP),
    (BoilerplateKind.SHARE, BoilerplateKind.FOLLOW, BoilerplateKind.PRINT),
)
_KINDS: dict[BoilerplateKind | None, int] = {None: 0} | {kind: i for i, group in enumerate(_GROUPS, 1) for kind in group}
_KINDS[BoilerplateKind.ADVERTISEMENT] = 10
_KINDS[BoilerplateKind.READING_TIME] = 11
_KINDS[BoilerplateKind.PLAYER] = 12
# Groups behind which the story rarely goes on.
_STOPS = frozenset({2, 3, 4, 5, 6})

NAMES = (
    "size",
    "end",
    "sentences",
    "commas",
    "start",
    "mark",
    "capitals",
    "signs",
    "digits",
    "repeats",
    "size_1",
    "size+1",
    "size_2",
    "size+2",
    "end_1",
    "end+1",
    "gap",
    "gap+1",
    "mark_1",
    "mark+1",
    "indent_1",
    "indent+1",
    "run",
    "run_before",
    "run_after",
    "prose_3",
    "prose+3",
    "prose_8",
    "prose+8",
    "above",
    "below",
    "since",
    "until",
    "total",
    "shape",
    "end_x_size",
    "shape_1",
    "shape+1",
    "depth",
    "links",
    "kind",
    "hint",
    "kind_1",
    "kind+1",
    "kinds_before",
    "kinds_after",
    "since_stop",
)
"""The facts' names, in order."""


class _Line:
    """The facts of one line by itself."""

    __slots__ = (
        "capitals",
        "commas",
        "digits",
        "hint",
        "kind",
        "end",
        "links",
        "mark",
        "prose",
        "sentences",
        "shape",
        "short",
        "signs",
        "size",
        "size_bin",
        "start",
    )


def line_facts(document: Document) -> tuple[list[tuple[int, ...]], list[int]]:
    """Return the facts of every block, by itself and among the others, and every block's size."""
    blocks = document.blocks
    wide = not document.text.isascii() and _WIDE.search(document.text) is not None
    lines = [_read(block, wide) for block in blocks]
    return _among(blocks, lines), [line.size for line in lines]


def _read(block: Block, wide: bool) -> _Line:
    """Return the facts of a line by itself."""
    line = _Line()
    plain = block.plain
    line.links = 0
    if "](" in plain:
        bare = _MARKDOWN_LINK.sub("", plain)
        line.links = min(15, 1 + 12 * (len(plain) - len(bare)) // len(plain))
    mark = block.mark
    if mark:
        plain = plain[len(mark.rstrip()) :].lstrip() or plain
        line.mark = 3 if mark[0] == "#" else 2 if mark[0].isalnum() or mark[0] == "(" else 4 if mark[0] in "-–—" else 1
    else:
        line.mark = 0
    size = len(plain)
    if wide:
        size += 2 * len(_WIDE.findall(plain))
    line.size = size
    line.size_bin = bisect_right(_SIZES, size)
    tail = plain[-4:].rstrip(_CLOSERS)
    last = tail[-1:] or plain[-1]
    if last in _FINAL:
        line.end = 2 if tail.endswith("...") else 1
    elif last == "…":
        line.end = 2
    elif last == ":" or last == "：":
        line.end = 3
    elif last in ",;–—-|/":
        line.end = 4
    elif last.isdigit():
        line.end = 5
    elif last.isalpha():
        line.end = 0 if last == plain[-1] else 6
    else:
        line.end = 7
    first = plain[0]
    line.start = (
        4
        if first in _OPENERS
        else 1
        if first.isupper()
        else 0
        if first.islower()
        else 2
        if first.isdigit()
        else 3
        if first.isalpha()
        else 5
    )
    if size > 60:
        line.sentences = min(
            9, plain.count(". ") + plain.count("? ") + plain.count("! ") + plain.count("。") + plain.count(".” ") + plain.count('." ')
        )
    else:
        line.sentences = 0
    line.commas = min(7, plain.count(", ") + plain.count("，") + plain.count("، "))
    line.signs = (
        (1 if "©" in plain or "(c)" in plain else 0)
        or (2 if "http" in plain or "www." in plain else 0)
        or (3 if "@" in plain else 0)
        or (4 if " | " in plain or "|" in plain[:2] else 0)
        or (5 if " > " in plain or " / " in plain or " » " in plain or "›" in plain else 0)
        or (6 if " • " in plain or " · " in plain else 0)
        or (7 if "#" in plain or "{" in plain else 0)
    )
    if size < 200:
        words = plain.split()
        count = len(words)
        capitals = sum(1 for word in words if word[0].isupper())
        line.capitals = 15 if plain.isupper() else 1 + 8 * capitals // count
        line.digits = min(7, 16 * sum(map(str.isdigit, plain)) // size) if size < 120 else 0
        if count == 1:
            line.capitals = 10 if capitals else 11
    else:
        line.capitals = 0
        line.digits = 0
    closed = line.end == 1 or line.end == 2
    if closed and size >= 55:
        line.shape = 3 if size < 120 else 4 if size < 250 else 5
    elif closed:
        line.shape = 2 if size >= 25 else 1
    elif size >= 100:
        line.shape = 6 if line.sentences or line.commas else 7
    elif size >= 60:
        line.shape = 8
    elif size >= 30:
        line.shape = 9
    else:
        line.shape = 10
    if line.links > 6:
        line.shape = 11
    line.kind = _KINDS.get(kind_of(block.plain), 9) if size <= _PHRASE else 0
    line.hint = _KINDS.get(hint_of(plain), 9) if line.kind == 0 else 0
    line.prose = size if 3 <= line.shape <= 5 else size // 2 if line.shape == 6 else size // 2 if line.shape == 2 else 0
    line.short = size < 60 and not closed
    return line


def _among(blocks: list[Block], lines: list[_Line]) -> list[tuple[int, ...]]:
    """Return the facts of every line together with those of the lines around it."""
    count = len(lines)
    if not count:
        return []
    repeats = Counter(block.plain for block in blocks)
    sums = [0]
    for line in lines:
        sums.append(sums[-1] + line.prose)
    total = sums[-1] or 1
    runs_before, runs_after = _runs(lines)
    since, until = _distances(lines)
    edge = _Line()
    for name in _Line.__slots__:
        setattr(edge, name, 0)
    edge.shape = 12
    edge.end = 8
    edge.mark = 5
    kinds = [0]
    for line in lines:
        kinds.append(kinds[-1] + (line.kind != 0))
    stops = _stops(lines)
    total_bin = bisect_right(_MASSES, total)
    indents = [block.indent for block in blocks]
    found = []
    for i in range(count):
        line, block = lines[i], blocks[i]
        above = lines[i - 1] if i else edge
        below = lines[i + 1] if i + 1 < count else edge
        above2 = lines[i - 2] if i > 1 else edge
        below2 = lines[i + 2] if i + 2 < count else edge
        indent = indents[i]
        gap_after = blocks[i + 1].gap if i + 1 < count else 3
        j, k = i - 3 if i > 3 else 0, i - 8 if i > 8 else 0
        m, n = i + 4 if i + 4 < count else count, i + 9 if i + 9 < count else count
        before, after, own = sums[i], sums[i + 1], runs_before[i] + runs_after[i] - 1
        found.append(
            (
                line.size_bin,
                line.end,
                line.sentences,
                line.commas,
                line.start,
                line.mark,
                line.capitals,
                line.signs,
                line.digits,
                min(repeats[block.plain], 4) if line.size < 300 else 1,
                above.size_bin,
                below.size_bin,
                above2.size_bin,
                below2.size_bin,
                above.end,
                below.end,
                min(block.gap, 3),
                min(gap_after, 3),
                above.mark,
                below.mark,
                _compare(indent, indents[i - 1]) if i else 3,
                _compare(indent, indents[i + 1]) if i + 1 < count else 3,
                bisect_right(_COUNTS, own) if own > 0 else 0,
                bisect_right(_COUNTS, runs_before[i]),
                bisect_right(_COUNTS, runs_after[i]),
                bisect_right(_MASSES, before - sums[j]),
                bisect_right(_MASSES, sums[m] - after),
                bisect_right(_MASSES, before - sums[k]),
                bisect_right(_MASSES, sums[n] - after),
                15 * before // total,
                15 * (total - sums[i + 1]) // total,
                since[i],
                until[i],
                total_bin,
                line.shape,
                (line.end in (1, 2)) * 8 + min(line.size_bin // 2, 7),
                above.shape,
                below.shape,
                min(indent // 4, 9),
                line.links,
                line.kind,
                line.hint,
                above.kind,
                below.kind,
                min(15, kinds[i] - kinds[max(0, i - 6)]),
                min(15, kinds[min(count, i + 7)] - kinds[i + 1]),
                stops[i],
            )
        )
    return found


def _stops(lines: list[_Line]) -> list[int]:
    """Return, in steps, how far above each line stands the nearest one that opens lists, comments or a footer."""
    found = []
    away = 200
    for line in lines:
        found.append(bisect_right(_COUNTS, away))
        away = 1 if line.kind in _STOPS else away + 1
    return found


def _compare(one: int, other: int) -> int:
    return 0 if one == other else 1 if one > other else 2


def _runs(lines: list[_Line]) -> tuple[list[int], list[int]]:
    """Return how many short lines without an end stand in a row up to, and from, each line."""
    before, after = [0] * len(lines), [0] * len(lines)
    run = 0
    for i, line in enumerate(lines):
        run = run + 1 if line.short else 0
        before[i] = run
    run = 0
    for i in range(len(lines) - 1, -1, -1):
        run = run + 1 if lines[i].short else 0
        after[i] = run
    return before, after


def _distances(lines: list[_Line]) -> tuple[list[int], list[int]]:
    """Return, in steps, how far above and below each line the nearest long sentences stand."""
    since, until = [0] * len(lines), [0] * len(lines)
    away = 200
    for i, line in enumerate(lines):
        since[i] = bisect_right(_COUNTS, away)
        away = 1 if line.shape in (4, 5) else away + 1
    away = 200
    for i in range(len(lines) - 1, -1, -1):
        until[i] = bisect_right(_COUNTS, away)
        away = 1 if lines[i].shape in (4, 5) else away + 1
    return since, until
