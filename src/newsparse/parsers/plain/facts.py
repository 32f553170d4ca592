"""What is seen of a line of plain text and of the lines around it, in numbers.

Nothing here knows a language or a tool: lengths, ends of sentences, capitals, marks, gaps,
repeats, known phrases, and where in the text the prose lies. Facts are read when they are asked
for: most lines of a story stand between long sentences, most lines of a menu far from any, and
nothing more need be known of those.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import accumulate
from math import sqrt
from typing import TypeVar

from newsparse.document import Document
from newsparse.grammar.credit import CaptionLine, find_credit
from newsparse.lexicon.phrases import hint_of, kind_of, menu_of, phrase_of
from newsparse.parsers.plain.looks import (
    WIDE_RUN,
    commas_in,
    end_of,
    is_wide,
    kind_of_mark,
    letters_in,
    linked_in,
    may_have_credit,
    sentences_in,
    sign_in,
    start_of,
)
from newsparse.text import words_of
from newsparse.vocabulary import BoilerplateKind

__all__ = ["COMMENTS", "NAMES", "PAD", "Lines", "distances", "longer_words", "padded"]

NAMES = (
    "size", "end", "shape", "lines", "sentences", "commas", "start", "mark", "capitals", "digits", "signs", "kind", "hint", "repeats",
    "size_1", "size+1", "size_2", "size+2", "shape_1", "shape+1", "kind_1", "kind+1", "gap", "gap+1", "indent", "run",
    "prose_3", "prose+3", "prose_8", "prose+8", "before", "after", "since", "until", "total", "kinds_before", "kinds_after", "since_stop",
)  # fmt: skip
"""The facts' names, in order."""

# What is longer says no more, nor what is farther.
_LONG, _FAR = 1500, 60
PAD = 10
"""So far above and below its own a row looks at lines."""
T = TypeVar("T")

_EDGE = 12
_DOTS = 2
_DIGITS, _HINT = NAMES.index("digits"), NAMES.index("hint")
# How much of a line counts as prose by its shape, in halves.
_PROSE = (0, 0, 1, 2, 2, 2, 1, 0, 0, 0, 0, 0)
# Runs of short lines are counted so far to both sides.
_RUN = 20

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
COMMENTS = _KINDS[BoilerplateKind.COMMENTS]
"""The group of what speaks of readers' comments."""
# Groups behind which the story rarely goes on.
_STOPS = frozenset({2, 3, 4, 5, 6})
# Groups whose phrases no story prints as lines of their own, and those whose opening words are enough.
_BUTTONS = frozenset({2, 6, 7, 8, 10, 11})
_NOTICES = frozenset({2, 6, 7, 10})
# A line stands in prose when so many of the lines this far above and below, itself among them, are prose.
_REACH, _INSIDE = 3, 5
# A line is far from prose when no line this far above and below is prose. So far no story's crosshead stood.
_AWAY = 12

_LONGER = re.compile(r"\w{4,}")
# Of a line, so many characters are held against others.
_FIRST = 300


class Lines:
    """The lines of a text: what is known of all of them, and the facts of each when asked."""

    def __init__(self, document: Document) -> None:
        self.blocks = document.blocks
        self.wide = is_wide(document.text)
        self.sizes: list[int] = []
        """Length of each line, wide scripts weighted."""
        self.shapes: list[int] = []
        """What each line looks like: 1-2 short and ended, 3-5 a sentence by length, 6-7 long without an end, 8-10 shorter, 11 a link."""
        self.ends: list[int] = []
        self.kinds: list[int] = []
        self._read()
        count = len(self.blocks)
        self.roots = [sqrt(size + 1) for size in self.sizes]
        """The square root of each line's length."""
        self.sums = [0, *accumulate([_PROSE[shape] * size // 2 for shape, size in zip(self.shapes, self.sizes, strict=True)])]
        self._sums = padded(self.sums)
        self._kind_sums = padded([0, *accumulate([kind != 0 for kind in self.kinds])])
        self._capped = [0, 0, *[min(size, _LONG) for size in self.sizes], 0, 0]
        self._shapes = [_EDGE, *self.shapes, _EDGE]
        self.lengths = padded([0, *accumulate(self.sizes)])
        """The length of all above each line, padded."""
        self.prose = [0, *accumulate([3 <= shape <= 6 for shape in self.shapes])]
        self.since, self.until = distances([3 < shape < 6 for shape in self.shapes])
        self.stops = distances([kind in _STOPS for kind in self.kinds])[0] if any(self.kinds) else [_FAR] * count
        self.total = self.sums[-1] or 1
        self.repeats = Counter([block.plain for block in self.blocks if len(block.plain) < 300]) if count > 1 else Counter()
        self._facts: dict[int, tuple[float, ...]] = {}
        self._captions: dict[str, CaptionLine | None] = {}
        self._words: dict[int, frozenset[str]] = {}
        self._first_words: dict[int, frozenset[str]] = {}

    def _read(self) -> None:
        """Read of every line what its neighbours need to know."""
        sizes, shapes, ends, kinds = self.sizes, self.shapes, self.ends, self.kinds
        known: dict[str, int] = {}
        for block in self.blocks:
            plain = block.plain
            size = len(plain) - len(block.mark) or 1
            if self.wide:
                size += 2 * sum(map(len, WIDE_RUN.findall(plain)))
            last = plain[-1]
            end = 1 if last == "." and plain[-3:] != "..." else 0 if last.isalpha() else end_of(plain)
            if 0 < end < 3:
                shape = (5 if size >= 250 else 4 if size >= 120 else 3) if size >= 55 else 2 if size >= 25 else 1
            elif size >= 100:
                shape = 6 if ", " in plain or ". " in plain or "，" in plain else 7
            else:
                shape = 8 if size >= 60 else 9 if size >= 30 else 10
            if len(block.text) > len(plain) + 12 and linked_in(block.text, plain) > 6:
                shape = 11
            kind = 0
            if size <= _PHRASE:
                found = known.get(plain)
                kind = found if found is not None else known.setdefault(plain, _KINDS.get(kind_of(plain), 9))
            sizes.append(size)
            shapes.append(shape)
            ends.append(end)
            kinds.append(kind)

    def is_inside(self, i: int) -> bool:
        """Whether a line is a sentence among sentences; what ends in dots may be a teaser that was cut."""
        if (
            self.ends[i] == _DOTS
            or i < _REACH
            or i + _REACH >= len(self.shapes)
            or not 3 <= self.shapes[i] <= 6
            or self.kinds[i]
            or self.blocks[i].mark
        ):
            return False
        return self.prose[i + _REACH + 1] - self.prose[i - _REACH] >= _INSIDE

    def is_far(self, i: int) -> bool:
        """Whether a line is short and stands where no line is prose; where none is in all the text, whether it is far from its ends."""
        prose = self.prose
        low, high = i - _AWAY, i + _AWAY + 1
        if not 8 < self.shapes[i] < 11 or prose[max(0, low)] != prose[high if high < len(prose) else -1]:
            return False
        return prose[-1] > 0 or (low >= 0 and high < len(prose))

    def is_known(self, i: int) -> bool:
        """Whether a short line says what only pages say: a button's phrase, several in a row, a link with its label, a notice's opening."""
        if self.kinds[i]:
            return self.kinds[i] in _BUTTONS
        block, known = self.blocks[i], self._facts.get(i)
        hint = known[_HINT] if known is not None and not block.mark else _KINDS.get(hint_of(block.plain))
        return hint in _NOTICES or ("|" in block.plain and menu_of(block.text) is not None)

    def is_behind_link(self, i: int) -> bool:
        """Whether a line is a paragraph of sentences right below a line such as "Read more: Ferry adds boats"."""
        if not i or self.kinds[i - 1] != _RELATED or not 3 <= self.shapes[i] <= 5 or phrase_of(self.blocks[i - 1].plain) is not None:
            return False
        return sentences_in(self.blocks[i].plain) > 0

    def caption(self, i: int) -> CaptionLine | None:
        """Return a line as one that says who made a picture, or `None` where it does not."""
        plain, known = self.blocks[i].plain, self._captions
        if plain not in known:
            known[plain] = find_credit(plain) if may_have_credit(plain) else None
        return known[plain]

    def words(self, i: int) -> frozenset[str]:
        """Return the longer words of a line, lower case."""
        found = self._words.get(i)
        if found is None:
            found = self._words[i] = longer_words(self.blocks[i].plain)
        return found

    def first_words(self, i: int) -> frozenset[str]:
        """Return the longer words of a line's first characters, lower case."""
        plain = self.blocks[i].plain
        if len(plain) <= _FIRST:
            return self.words(i)
        found = self._first_words.get(i)
        if found is None:
            found = self._first_words[i] = longer_words(plain[:_FIRST])
        return found

    def digits(self, i: int) -> float:
        """Return the share of a line's digits, 0 for a long one."""
        known = self._facts.get(i)
        return known[_DIGITS] if known is not None else letters_in(self._unmarked(i), self.sizes[i])[1]

    def facts(self, i: int) -> tuple[float, ...]:
        """Return the facts of a line, by itself and among the others."""
        found = self._facts.get(i)
        if found is None:
            found = self._facts[i] = (*self._alone(i), *self._around(i))
        return found

    def _alone(self, i: int) -> tuple[float, ...]:
        """Return what is seen of a line by itself."""
        block, size, kind = self.blocks[i], self.sizes[i], self.kinds[i]
        plain = self._unmarked(i)
        capitals, digits = letters_in(plain, size) if size < 200 else (0.0, 0.0)
        return (
            min(size, _LONG),
            self.ends[i],
            self.shapes[i],
            min(block.lines, 3),
            sentences_in(plain) if size > 60 else 0,
            commas_in(plain),
            start_of(plain[0]),
            kind_of_mark(block.mark),
            capitals,
            digits,
            sign_in(plain) if size < 300 else 0,
            kind,
            _KINDS.get(hint_of(plain), 9) if kind == 0 else 0,
            self.repeats[block.plain] if size < 300 else 1,
        )

    def _unmarked(self, i: int) -> str:
        """Return the characters of a line without its mark, if it has others."""
        block = self.blocks[i]
        return block.plain[len(block.mark) :] or block.plain if block.mark else block.plain

    def _around(self, i: int) -> tuple[float, ...]:
        """Return how a line stands among the others."""
        block, at = self.blocks[i], i + PAD
        sums, kind_sums, kinds = self._sums, self._kind_sums, self.kinds
        second_above, above, _, below, second_below = self._capped[i : i + 5]
        shape_above, _, shape_below = self._shapes[i : i + 3]
        before, after = sums[at], sums[at + 1]
        last = i + 1 == len(kinds)
        return (
            above,
            below,
            second_above,
            second_below,
            shape_above,
            shape_below,
            kinds[i - 1] if i else 0,
            0 if last else kinds[i + 1],
            min(block.gap, 3),
            3 if last else min(self.blocks[i + 1].gap, 3),
            min(block.indent, 40),
            self._run(i),
            before - sums[at - 3],
            sums[at + 4] - after,
            before - sums[at - 8],
            sums[at + 9] - after,
            before / self.total,
            (self.sums[-1] - after) / self.total,
            self.since[i],
            self.until[i],
            self.total,
            kind_sums[at] - kind_sums[at - 6],
            kind_sums[at + 7] - kind_sums[at + 1],
            self.stops[i],
        )

    def _run(self, i: int) -> int:
        """Return how many short lines without an end stand in a row around a line, which is one; a run ends early where it is long."""
        shapes, count = self.shapes, len(self.shapes)
        if not 7 < shapes[i] < 11:
            return 0
        low = high = i
        while low > 0 and i - low < _RUN and 7 < shapes[low - 1] < 11:
            low -= 1
        while high + 1 < count and high - i < _RUN and 7 < shapes[high + 1] < 11:
            high += 1
        return high - low + 1


def longer_words(text: str) -> frozenset[str]:
    """Return the words of a text that say something, lower case: short ones stand in any text."""
    if text.isascii():  # cut twice as fast as the pattern finds
        return frozenset([word for word in words_of(text) if len(word) > 3])
    return frozenset(_LONGER.findall(text.lower()))


def padded(sums: list[T]) -> list[T]:
    """Return sums with `PAD` more at both ends: a row of a line near an end need not ask where the text does."""
    return [*[sums[0]] * PAD, *sums, *[sums[-1]] * PAD]


def distances(flags: list[bool]) -> tuple[list[int], list[int]]:
    """Return how many lines above and below each line the nearest flagged ones stand."""
    if not any(flags):
        return [_FAR] * len(flags), [_FAR] * len(flags)
    since, until = [], []
    away = _FAR
    for flag in flags:
        since.append(away)
        away = 1 if flag else away + 1 if away < _FAR else away
    away = _FAR
    for flag in reversed(flags):
        until.append(away)
        away = 1 if flag else away + 1 if away < _FAR else away
    until.reverse()
    return since, until
