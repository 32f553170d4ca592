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
from newsparse.grammar.credit import CaptionLine, parse_caption
from newsparse.lexicon.phrases import hint_of, kind_of, phrase_of
from newsparse.vocabulary import BoilerplateKind

__all__ = ["NAMES", "PAD", "Lines", "distances", "padded"]

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

# Scripts whose characters say about as much as three letters do.
_WIDE = re.compile("[\u3000-\u9fff\uac00-\ud7a3\uf900-\ufaff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
_WIDE_RUN = re.compile(_WIDE.pattern + "+")
# The bytes that their characters begin with in UTF-8: a text without any needs no search by the pattern, which is five times as dear.
_WIDE_LEADS = tuple(sorted({chr(point).encode()[:1] for point in range(0x0E00, 0xFB00, 64) if _WIDE.match(chr(point))}))
_CLOSERS = "\"'”’»)]›」』 "
_OPENERS = frozenset("\"'“‘«„‚»›「『(")
_ENDS = dict.fromkeys(".!?。！？؟।۔၊።", 1) | {"…": 2, ":": 3, "：": 3} | dict.fromkeys(",;–—-|/", 4) | dict.fromkeys("0123456789", 5)
# The characters that may be digits, ASCII apart: those of no script or block that has none.
_MAY_BE_DIGIT = re.compile("[^\x00-\xb1\xb4-\xb8\xba-\u065f\u2010-\u206f]")
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
# Groups behind which the story rarely goes on.
_STOPS = frozenset({2, 3, 4, 5, 6})
# Groups whose phrases no story prints as lines of their own, and those whose opening words are enough.
_BUTTONS = frozenset({2, 6, 7, 8, 10, 11})
_NOTICES = frozenset({2, 6, 7, 10})
# A line stands in prose when so many of the lines this far above and below, itself among them, are prose.
_REACH, _INSIDE = 3, 5
# A line is far from prose when no line this far above and below is prose. So far no story's crosshead stood.
_AWAY = 12


# A caption is at most that long; it parts its credit with a sign or is a name alone: "Foto: dpa", "(AP Photo)", "X / Y".
_CAPTION, _NAME = 500, 32
_CREDIT_SIGN = re.compile("[/|©®(\\[:：=–—·•（【]")
_LAST_WORDS = re.compile("[.!?]['\"”’»)]? [^.!?]{2,60}$")
_LAST = 64
_NO_CAPTION = CaptionLine(None, None, 0.0)
_WORD = re.compile(r"\w{4,}")
# Of a line, so many characters are held against others.
_FIRST = 300


class Lines:
    """The lines of a text: what is known of all of them, and the facts of each when asked."""

    def __init__(self, document: Document) -> None:
        self.blocks = document.blocks
        self.wide = _is_wide(document.text)
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
        self._captions: dict[str, CaptionLine] = {}
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
                size += 2 * sum(map(len, _WIDE_RUN.findall(plain)))
            last = plain[-1]
            end = 1 if last == "." and plain[-3:] != "..." else 0 if last.isalpha() else _end(plain)
            if 0 < end < 3:
                shape = (5 if size >= 250 else 4 if size >= 120 else 3) if size >= 55 else 2 if size >= 25 else 1
            elif size >= 100:
                shape = 6 if ", " in plain or ". " in plain or "，" in plain else 7
            else:
                shape = 8 if size >= 60 else 9 if size >= 30 else 10
            if len(block.text) > len(plain) + 12 and _linked(block.text, plain) > 6:
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
        """Whether a short line says what only pages say: a button's phrase, a link with its label, a notice's opening."""
        if self.kinds[i]:
            return self.kinds[i] in _BUTTONS
        block, known = self.blocks[i], self._facts.get(i)
        hint = known[_HINT] if known is not None and not block.mark else _KINDS.get(hint_of(block.plain))
        return hint in _NOTICES

    def is_behind_link(self, i: int) -> bool:
        """Whether a line is a paragraph of sentences right below a line such as "Read more: Ferry adds boats"."""
        if not i or self.kinds[i - 1] != _RELATED or not 3 <= self.shapes[i] <= 5 or phrase_of(self.blocks[i - 1].plain) is not None:
            return False
        return _sentences(self.blocks[i].plain) > 0

    def caption(self, i: int) -> CaptionLine:
        """Return a line as one printed with a picture."""
        plain = self.blocks[i].plain
        found = self._captions.get(plain)
        if found is None:
            found = self._captions[plain] = parse_caption(plain) if _may_have_credit(plain) else _NO_CAPTION
        return found

    def words(self, i: int) -> frozenset[str]:
        """Return the longer words of a line, lower case."""
        found = self._words.get(i)
        if found is None:
            found = self._words[i] = frozenset(_WORD.findall(self.blocks[i].plain.lower()))
        return found

    def first_words(self, i: int) -> frozenset[str]:
        """Return the longer words of a line's first characters, lower case."""
        plain = self.blocks[i].plain
        if len(plain) <= _FIRST:
            return self.words(i)
        found = self._first_words.get(i)
        if found is None:
            found = self._first_words[i] = frozenset(_WORD.findall(plain[:_FIRST].lower()))
        return found

    def digits(self, i: int) -> float:
        """Return the share of a line's digits, 0 for a long one."""
        return self.facts(i)[_DIGITS]

    def facts(self, i: int) -> tuple[float, ...]:
        """Return the facts of a line, by itself and among the others."""
        found = self._facts.get(i)
        if found is None:
            found = self._facts[i] = (*self._alone(i), *self._around(i))
        return found

    def _alone(self, i: int) -> tuple[float, ...]:
        """Return what is seen of a line by itself."""
        block, size, kind = self.blocks[i], self.sizes[i], self.kinds[i]
        plain = block.plain[len(block.mark) :] or block.plain if block.mark else block.plain
        capitals, digits = _letters(plain, size) if size < 200 else (0.0, 0.0)
        return (
            min(size, _LONG),
            self.ends[i],
            self.shapes[i],
            min(block.lines, 3),
            _sentences(plain) if size > 60 else 0,
            _commas(plain),
            _start(plain[0]),
            _mark(block.mark),
            capitals,
            digits,
            _signs(plain) if size < 300 else 0,
            kind,
            _KINDS.get(hint_of(plain), 9) if kind == 0 else 0,
            self.repeats[block.plain] if size < 300 else 1,
        )

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


def _may_have_credit(plain: str) -> bool:
    """Whether a line may be one that is printed with a picture."""
    size = len(plain)
    if not _NAME <= size <= _CAPTION:
        return size < _NAME
    return _CREDIT_SIGN.search(plain) is not None or " - " in plain or _LAST_WORDS.search(plain, max(0, size - _LAST)) is not None


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


def _sentences(plain: str) -> int:
    """Return how many sentences end inside a line."""
    count = plain.count(". ") + plain.count("? ") + plain.count("! ") + plain.count('." ')
    return count if plain.isascii() else count + plain.count("。") + plain.count(".” ")


def _commas(plain: str) -> int:
    """Return how many commas stand inside a line."""
    return plain.count(", ") + (0 if plain.isascii() else plain.count("，") + plain.count("، "))


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


def _letters(plain: str, size: int) -> tuple[float, float]:
    """Return the share of a line's words that are capitalised (2 for capitals throughout), and its share of digits."""
    words = plain.split()
    upper = sum([word[0].isupper() for word in words])
    capitals = 2.0 if upper and plain.isupper() else upper / len(words)
    return capitals, _digits(plain) / size if size < 120 else 0.0


def _digits(plain: str) -> int:
    """Return how many digits a line holds."""
    if plain.isascii() or _MAY_BE_DIGIT.search(plain) is None:  # ten counts in C take a quarter of one look at each character
        return sum(map(plain.count, "0123456789"))
    return sum(map(str.isdigit, plain))


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


def _is_wide(text: str) -> bool:
    """Whether a text holds a character of a wide script."""
    if text.isascii():
        return False
    data = text.encode("utf-8", "surrogatepass")
    return any(lead in data for lead in _WIDE_LEADS) and _WIDE.search(text) is not None


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
