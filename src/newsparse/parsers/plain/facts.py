"""What is seen of a line of plain text and of the lines around it, in small whole numbers.

Every fact is a number below `WIDTH`, so that a model is one small table for each fact. Nothing
here knows a language or a tool: lengths, ends of sentences, capitals, marks, gaps, repeats, known
phrases, and where in the text the prose lies. Facts are read when they are asked for: most lines
of a story stand between long sentences, and nothing more need be known of them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from itertools import accumulate

from newsparse.document import Document
from newsparse.grammar.credit import CaptionLine, parse_caption
from newsparse.lexicon.phrases import hint_of, kind_of, phrase_of
from newsparse.vocabulary import BoilerplateKind

__all__ = ["NAMES", "WIDTH", "Lines"]

WIDTH = 16
"""Every fact is below this."""

NAMES = (
    "size", "end", "sentences", "commas", "start", "mark", "capitals", "signs", "digits", "links", "kind", "hint", "repeats",
    "size_1", "size+1", "size_2", "size+2", "end_1", "end+1", "mark_1", "mark+1", "shape_1", "shape+1", "kind_1", "kind+1",
    "gap", "gap+1", "indent", "indent_1", "indent+1", "run", "run_before", "run_after", "prose_3", "prose+3", "prose_8", "prose+8",
    "above", "below", "since", "until", "total", "shape", "end_x_size", "kinds_before", "kinds_after", "since_stop",
)  # fmt: skip
"""The facts' names, in order."""

_SIZES = (4, 10, 18, 28, 40, 55, 75, 100, 140, 190, 260, 350, 500, 800, 1500)
_MASSES = (1, 80, 160, 300, 500, 800, 1300, 2000, 3000, 4500, 7000, 10000, 15000, 25000, 50000)
_COUNTS = (1, 2, 3, 4, 5, 6, 8, 10, 13, 17, 22, 30, 45, 70, 120)
_FAR = 200

# Scripts whose characters say about as much as three letters do.
_WIDE = re.compile("[\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
_CLOSERS = "\"'”’»)]›」』 "
_OPENERS = frozenset("\"'“‘«„‚»›「『(")
_ENDS = dict.fromkeys(".!?。！？؟।۔၊።", 1) | {"…": 2, ":": 3, "：": 3} | dict.fromkeys(",;–—-|/", 4) | dict.fromkeys("0123456789", 5)
_EDGE_SIZE, _EDGE_END, _EDGE_MARK, _EDGE_SHAPE = 0, 8, 5, 12

# The longest line that a whole phrase of the lexicon may be.
_PHRASE = 120
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
_KINDS |= {BoilerplateKind.ADVERTISEMENT: 10, BoilerplateKind.READING_TIME: 11, BoilerplateKind.PLAYER: 12}
_RELATED = _KINDS[BoilerplateKind.RELATED]
# Where among a line's own facts the number of its sentences stands.
_SENTENCES = NAMES.index("sentences")
# Groups behind which the story rarely goes on.
_STOPS = frozenset({2, 3, 4, 5, 6})
# Groups whose phrases no story prints as lines of their own, and those whose opening words are enough.
_BUTTONS = frozenset({2, 6, 7, 8, 10, 11})
_NOTICES = frozenset({2, 6, 7, 10})
# A line stands in prose when so many of the lines this far above and below, itself among them, are prose.
_REACH, _INSIDE = 3, 5


# A caption is at most that long; it parts its credit with a sign or is a name alone: "Foto: dpa", "(AP Photo)", "X / Y".
_CAPTION, _NAME = 500, 32
_CREDIT_SIGN = re.compile("[/|©®(\\[:：=–—·•（【]| - |[.!?]['\"”’»)]? [^.!?]{2,60}$")
_NO_CAPTION = CaptionLine(None, None, 0.0)
_WORD = re.compile(r"\w{4,}")


class Lines:
    """The lines of a text: what is known of all of them, and the facts of each when asked."""

    def __init__(self, document: Document) -> None:
        self.blocks = document.blocks
        self.wide = not document.text.isascii() and _WIDE.search(document.text) is not None
        self.sizes: list[int] = []
        """Length of each line, wide scripts weighted."""
        self.steps: list[int] = []
        """The step of each length, as a fact."""
        self.shapes: list[int] = []
        """What each line looks like: 1-2 short and ended, 3-5 a sentence by length, 6-7 long without an end, 8-10 shorter, 11 a link."""
        self.ends: list[int] = []
        self.kinds: list[int] = []
        self._read()
        count = len(self.blocks)
        self.sums = [0, *accumulate(map(_prose, self.shapes, self.sizes))]
        self.kind_sums = [0, *accumulate(kind != 0 for kind in self.kinds)]
        shorts = [size < 60 and not 0 < end < 3 for size, end in zip(self.sizes, self.ends, strict=True)]
        self.short_before, self.short_after = _runs(shorts)
        self.prose = [0, *accumulate([3 <= shape <= 6 for shape in self.shapes])]
        self.since, self.until = _distances([3 < shape < 6 for shape in self.shapes])
        self.stops = _distances([kind in _STOPS for kind in self.kinds])[0] if any(self.kinds) else [15] * count
        self.total = self.sums[-1] or 1
        self.repeats = Counter([block.plain for block in self.blocks if len(block.plain) < 300]) if count > 1 else Counter()
        self._facts: dict[int, tuple[int, ...]] = {}
        self._captions: dict[str, CaptionLine] = {}
        self._words: dict[int, frozenset[str]] = {}

    def _read(self) -> None:
        """Read of every line what its neighbours need to know."""
        sizes, shapes, ends, kinds, steps = self.sizes, self.shapes, self.ends, self.kinds, self.steps
        for block in self.blocks:
            plain = block.plain
            size = max(1, len(plain) - len(block.mark))
            if self.wide:
                size += 2 * len(_WIDE.findall(plain))
            end = _end(plain)
            closed = 0 < end < 3
            if size >= 55 and closed:
                shape = 3 if size < 120 else 4 if size < 250 else 5
            elif closed:
                shape = 2 if size >= 25 else 1
            elif size >= 100:
                shape = 6 if ", " in plain or ". " in plain or "，" in plain else 7
            else:
                shape = 8 if size >= 60 else 9 if size >= 30 else 10
            if len(block.text) > len(plain) + 12 and _linked(block.text, plain) > 6:
                shape = 11
            sizes.append(size)
            steps.append(bisect_right(_SIZES, size))
            shapes.append(shape)
            ends.append(end)
            kinds.append(_KINDS.get(kind_of(plain), 9) if size <= _PHRASE else 0)

    def is_inside(self, i: int) -> bool:
        """Whether a line is a sentence among sentences."""
        if i < _REACH or i + _REACH >= len(self.shapes) or not 3 <= self.shapes[i] <= 6 or self.kinds[i] or self.blocks[i].mark:
            return False
        return self.prose[i + _REACH + 1] - self.prose[i - _REACH] >= _INSIDE

    def is_known(self, i: int) -> bool:
        """Whether a short line says what only pages say: a button's phrase, a link with its label, a notice's opening."""
        return self.kinds[i] in _BUTTONS or (self.kinds[i] == 0 and _KINDS.get(hint_of(self.blocks[i].plain)) in _NOTICES)

    def is_behind_link(self, i: int) -> bool:
        """Whether a line is a paragraph of sentences right below a line such as "Read more: Ferry adds boats"."""
        if not i or self.kinds[i - 1] != _RELATED or not 3 <= self.shapes[i] <= 5 or phrase_of(self.blocks[i - 1].plain) is not None:
            return False
        return self._alone(i)[_SENTENCES] > 0

    def caption(self, i: int) -> CaptionLine:
        """Return a line as one printed with a picture."""
        plain = self.blocks[i].plain
        found = self._captions.get(plain)
        if found is None:
            may_be = len(plain) <= _CAPTION and (len(plain) < _NAME or _CREDIT_SIGN.search(plain) is not None)
            found = self._captions[plain] = parse_caption(plain) if may_be else _NO_CAPTION
        return found

    def words(self, i: int) -> frozenset[str]:
        """Return the longer words of a line, lower case."""
        found = self._words.get(i)
        if found is None:
            found = self._words[i] = frozenset(_WORD.findall(self.blocks[i].plain.lower()))
        return found

    def facts(self, i: int) -> tuple[int, ...]:
        """Return the facts of a line, by itself and among the others."""
        if i not in self._facts:
            self._facts[i] = (*self._alone(i), *self._around(i))
        return self._facts[i]

    def _alone(self, i: int) -> tuple[int, ...]:
        """Return what is seen of a line by itself."""
        block, size, kind = self.blocks[i], self.sizes[i], self.kinds[i]
        plain = block.plain[len(block.mark) :] or block.plain
        sentences = 0
        if size > 60:
            sentences = min(
                9, plain.count(". ") + plain.count("? ") + plain.count("! ") + plain.count("。") + plain.count(".” ") + plain.count('." ')
            )
        capitals = digits = 0
        if size < 200:
            capitals, digits = _letters(plain, size)
        return (
            self.steps[i],
            self.ends[i],
            sentences,
            min(7, plain.count(", ") + plain.count("，") + plain.count("، ")),
            _start(plain[0]),
            _mark(block.mark),
            capitals,
            _signs(plain),
            digits,
            _linked(block.text, block.plain),
            kind,
            _KINDS.get(hint_of(plain), 9) if kind == 0 else 0,
            min(self.repeats[block.plain], 4) if size < 300 else 1,
        )

    def _around(self, i: int) -> tuple[int, ...]:
        """Return how a line stands among the others."""
        blocks, steps, ends, shapes, kinds, sums = self.blocks, self.steps, self.ends, self.shapes, self.kinds, self.sums
        block, count, shape = blocks[i], len(blocks), shapes[i]
        above, below = i > 0, i + 1 < count
        before, after, total, indent = sums[i], sums[i + 1], self.total, block.indent
        run = self.short_before[i] + self.short_after[i] - 1
        return (
            steps[i - 1] if above else _EDGE_SIZE,
            steps[i + 1] if below else _EDGE_SIZE,
            steps[i - 2] if i > 1 else _EDGE_SIZE,
            steps[i + 2] if i + 2 < count else _EDGE_SIZE,
            ends[i - 1] if above else _EDGE_END,
            ends[i + 1] if below else _EDGE_END,
            _mark(blocks[i - 1].mark) if above else _EDGE_MARK,
            _mark(blocks[i + 1].mark) if below else _EDGE_MARK,
            shapes[i - 1] if above else _EDGE_SHAPE,
            shapes[i + 1] if below else _EDGE_SHAPE,
            kinds[i - 1] if above else 0,
            kinds[i + 1] if below else 0,
            min(block.gap, 3),
            min(blocks[i + 1].gap, 3) if below else 3,
            min(indent // 4, 9),
            _compare(indent, blocks[i - 1].indent) if above else 3,
            _compare(indent, blocks[i + 1].indent) if below else 3,
            bisect_right(_COUNTS, run) if run > 0 else 0,
            bisect_right(_COUNTS, self.short_before[i]),
            bisect_right(_COUNTS, self.short_after[i]),
            bisect_right(_MASSES, before - sums[max(0, i - 3)]),
            bisect_right(_MASSES, sums[min(count, i + 4)] - after),
            bisect_right(_MASSES, before - sums[max(0, i - 8)]),
            bisect_right(_MASSES, sums[min(count, i + 9)] - after),
            15 * before // total,
            15 * (sums[-1] - after) // total,
            self.since[i],
            self.until[i],
            bisect_right(_MASSES, total),
            shape,
            (0 < ends[i] < 3) * 8 + min(steps[i] // 2, 7),
            min(15, self.kind_sums[i] - self.kind_sums[max(0, i - 6)]),
            min(15, self.kind_sums[min(count, i + 7)] - self.kind_sums[i + 1]),
            self.stops[i],
        )


def _end(plain: str) -> int:
    """Return how a line ends: 1 sentence, 2 dots, 3 colon, 4 comma or dash, 5 digit, 6 word in quotes, 7 other, 0 word."""
    last = plain[-1]
    end = _ENDS.get(last)
    if end is None and last not in _CLOSERS:
        return 0 if last.isalpha() else 5 if last.isdigit() else 7
    tail = plain[-5:].rstrip(_CLOSERS) or last
    end = _ENDS.get(tail[-1])
    if end is None:
        return 6 if tail[-1].isalpha() else 7
    return 2 if end == 1 and tail.endswith("...") else end


def _prose(shape: int, size: int) -> int:
    """Return how much of a line counts as prose."""
    return size if 3 <= shape <= 5 else size // 2 if shape in {2, 6} else 0


def _start(first: str) -> int:
    """Return what a line opens with: 0 small letter, 1 capital, 2 digit, 3 letter without case, 4 quote, 5 other."""
    if first in _OPENERS:
        return 4
    return 1 if first.isupper() else 0 if first.islower() else 2 if first.isdigit() else 3 if first.isalpha() else 5


def _mark(mark: str) -> int:
    """Return the kind of a line's mark: 0 none, 1 bullet, 2 number, 3 heading, 4 dash."""
    if not mark or mark[0] == ">":
        return 0
    first = mark[0]
    return 3 if first == "#" else 2 if first.isalnum() or first == "(" else 4 if first in "-–—" else 1


def _letters(plain: str, size: int) -> tuple[int, int]:
    """Return how many of a line's words are capitalised, in eighths and more, and its share of digits in sixteenths."""
    words = plain.split()
    upper = sum([word[0].isupper() for word in words])
    if len(words) == 1:
        capitals = 10 if upper else 11
    else:
        capitals = 15 if plain.isupper() else 1 + 8 * upper // len(words)
    return capitals, min(7, 16 * sum(map(str.isdigit, plain)) // size) if size < 120 else 0


def _signs(plain: str) -> int:
    """Return the most telling sign in a line: a right's mark, an address, a separator of menus."""
    if "©" in plain or "(c)" in plain:
        return 1
    if "http" in plain or "www." in plain:
        return 2
    if "@" in plain:
        return 3
    if " | " in plain or "|" in plain[:2]:
        return 4
    if " > " in plain or " / " in plain or " » " in plain or "›" in plain:
        return 5
    if " • " in plain or " · " in plain:
        return 6
    return 7 if "#" in plain or "{" in plain else 0


def _linked(raw: str, plain: str) -> int:
    """Return how much of a line is addresses of Markdown links, 0 to 13."""
    if len(raw) == len(plain) or "](" not in raw:
        return 0
    return 1 + 12 * max(0, len(raw) - len(plain)) // len(raw)


def _compare(one: int, other: int) -> int:
    return 0 if one == other else 1 if one > other else 2


def _runs(flags: list[bool]) -> tuple[list[int], list[int]]:
    """Return how many flagged lines stand in a row up to, and from, each line."""
    before, after = [], []
    run = 0
    for flag in flags:
        run = run + 1 if flag else 0
        before.append(run)
    run = 0
    for flag in reversed(flags):
        run = run + 1 if flag else 0
        after.append(run)
    after.reverse()
    return before, after


def _distances(flags: list[bool]) -> tuple[list[int], list[int]]:
    """Return, in steps, how far above and below each line the nearest flagged ones stand."""
    since, until = [], []
    away = _FAR
    for flag in flags:
        since.append(_STEPS[away] if away < _FAR else 15)
        away = 1 if flag else away + 1
    away = _FAR
    for flag in reversed(flags):
        until.append(_STEPS[away] if away < _FAR else 15)
        away = 1 if flag else away + 1
    until.reverse()
    return since, until


_STEPS = tuple(bisect_right(_COUNTS, away) for away in range(_FAR))
