"""Times that readers see: the date line between headline and story, and what else may be one."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence
from datetime import datetime, timedelta
from functools import lru_cache

from attrs import evolve

from newsparse.claim import Draft
from newsparse.document import Block, Document
from newsparse.grammar.labels import OTHER, kind_of_label, says_first
from newsparse.grammar.numeric_day import order_of
from newsparse.grammar.timestamp import Found, find_timestamps, is_only_time
from newsparse.model import Timestamp
from newsparse.parsers.timestamps.places import BESIDE, Landmarks, candidates, comments_of, is_foreign, is_in_page_head, landmarks, place_of
from newsparse.parsers.timestamps.stated import Evidence, country_of, day_of, read_value
from newsparse.vocabulary import Zone

__all__ = ["printed_times"]

# Lines longer than this are prose; measured date lines have at most 150 characters, menus glued to them included.
_MAX_CHARS = 220
# The line under a story may be a whole sentence: "This entry was posted on Friday, May 5th, 2006 at 3:04 pm and is filed under …"
_MAX_FOOT = 340
# A verb behind the day is no longer, with its auxiliary.
_VERB = 24
# So many lone dates far from the story are those of other stories.
_CARDS, _CARD = 2, 0.36
# A story may open with its day: "Berlin, 12.11.2021 – …"
_OPENING, _OPENING_CHARS, _OPENING_START = 3, 80, 36
# further in, where a heading and a summary go before, only at a paragraph's very beginning
_FURTHER = 3
_OPENS, _FIRST_TIME = 0.4, 0.31
# A label makes a line a date line wherever it stands, but looking for it costs: only where nothing else is found.
_FAR = 400
_FAR_OFF = 0.15
_LABELLED = 90
# What every complete date has: a year of four figures with a day before or behind it, perhaps glued to it, three figures,
# a day and a year of two figures around a word, or the mark of the year or month; not "Euro 2024", "5 people", "14:30".
_DATED = re.compile(
    r"\d\D{1,24}\d{4}|\d{4}\D{1,24}\d|\d{6}|\d[./-] ?\d{1,2}[./-] ?\d"
    r"|\d\W{0,3}[^\W\d_]{3,12}\.?,?[ -]?'?\d\d(?!\d)|, '?\d\d(?!\d)|\d[年月년월]"
)
# Where a moment is given against which they are read, also an age or a day without its year: "3 hours ago", "August 8".
_DATED_OR_AGED = re.compile(rf"{_DATED.pattern}|\d ?[^\W\d_]|[^\W\d_]\.? \d")
# In a story's first words also a date in Chinese numerals.
_FIGURE = re.compile(r"[\d年月]")
_DATED_OPENING = re.compile(rf"{_DATED.pattern}|[年月]")
_DIGIT = re.compile(r"\d")
# What has a date's form begins at most so far before its first figure: ", '24".
_BEFORE_DIGIT = 3
_MENU = 0.25
# A page that says when it was "first published" prints elsewhere when it was changed, with a label or without.
_FIRST = 0.78
_RIGHTS = re.compile(r"©|\(c\)|copyright|all rights", re.I)
_ONLY_RIGHTS = re.compile(r"\s*(?:©|\(c\)|copyright)", re.I)


def printed_times(document: Document, draft: Draft, known: Sequence[Evidence] = ()) -> tuple[list[Evidence], list[Evidence]]:
    """Return the printed times of publication and of the last change, the likeliest first.

    Where the time is `known` from elsewhere, only lines beside headline and story are read, and only those that
    may name its year.
    """
    marks = landmarks(draft)
    reader = _Reader(document, draft)
    blocks, times = document.blocks, reader.times
    near_story = candidates(len(blocks), marks, known=bool(known))
    of_year = _year_pattern(known[0].stamp) if known else None
    for i, near in near_story.items():
        plain = blocks[i].plain
        if len(plain) > (_MAX_CHARS if i < marks.story.stop else _MAX_FOOT):
            continue
        if i in times or reader.has_date(plain, of_year):
            reader.read(blocks[i], near, marks)
    if not known and not reader.published:
        _look_further(reader, marks, near_story)
    return _sorted(reader.published), _sorted(reader.modified)


def _look_further(reader: _Reader, marks: Landmarks, seen: Container[int]) -> None:
    """Let a reader look where times stand on few pages: far off, in the story's first words, in a `time` element alone."""
    blocks, story = reader.document.blocks, marks.story
    for block in blocks[:_FAR]:
        if len(block.plain) <= _LABELLED and block.index not in seen and reader.has_date(block.plain):
            before = not story or block.index < story.start
            reader.read(block, _FAR_OFF * (1 + block.index / (story.start or 1)) if before else 0.0, marks)
    if len(reader.published) > _CARDS:
        reader.published[:] = [item for item in reader.published if item.confidence > _CARD]
    if not reader.published:
        for block in blocks[story.start : min(story.stop, story.start + _OPENING + _FURTHER)]:
            reader.read_opening(block, _OPENING_START if block.index < story.start + _OPENING else 0, marks)
    if not reader.published:
        reader.keep_first_time(marks)


def _year_pattern(stamp: Timestamp) -> re.Pattern[str] | None:
    """Return the pattern of lines that may tell the year of a timestamp, or the one before or behind it; `None` where it has no day."""
    day = day_of(stamp)
    return _around_year(day.year) if day is not None else None


@lru_cache(maxsize=64)
def _around_year(year: int) -> re.Pattern[str]:
    """Return the pattern of a year or the one before or behind it, in four figures or in two behind a mark, or in another script."""
    years = [f"{y:04d}" for y in (year - 1, year, year + 1)]
    return re.compile(rf"{'|'.join(years)}|[./ '-](?:{'|'.join(y[2:] for y in years)})(?!\d)|[^\W\D0-9]|年|년")


def _sorted(evidence: list[Evidence]) -> list[Evidence]:
    return sorted(evidence, key=lambda item: -item.confidence)


class _Reader:
    """Reads candidate lines of one document."""

    def __init__(self, document: Document, draft: Draft) -> None:
        self.document = document
        self.draft = draft
        claimed = draft.best("language")
        self.language = claimed.value.text if claimed is not None else document.metadata.language
        self.country = country_of(document)
        self.published: list[Evidence] = []
        self.modified: list[Evidence] = []
        self._day_first: bool | None = None
        self._asked = False
        self._comments: int | None = None
        self.times: dict[int, list[str]] = {}
        """The machine-readable values of `time` elements by the block in which they stand."""
        for value in document.metadata.times:
            self.times.setdefault(value.block, []).append(value.text)

    def has_date(self, plain: str, of_year: re.Pattern[str] | None = None) -> bool:
        """Return whether a line may hold a date that can be told, of a certain year; few lines have any figure."""
        digit = _DIGIT.search(plain)
        if digit is None or (of_year is not None and of_year.search(plain, max(0, digit.start() - 1)) is None):
            return False
        if self.document.reference is not None:
            return _DATED_OR_AGED.search(plain) is not None
        return _DATED.search(plain, max(0, digit.start() - _BEFORE_DIGIT)) is not None

    def read(self, block: Block, near: float, marks: Landmarks) -> None:
        """Read one line and keep the times in it that may be the story's."""
        plain, times = block.plain, self.times.get(block.index, ())
        if _ONLY_RIGHTS.match(plain) or self.draft.owner(block) == "boilerplate":  # the day an archive took the story in
            return
        place = place_of(block, near, marks)
        if place < 0:
            return
        found = self.find(plain)
        if not found and not times:
            return
        alone = bool(found) and is_only_time(plain, found)
        if alone and len(found) == 1 and found[0].label is None and block.index:
            found = (found[0]._replace(label=kind_of_label(self.document.blocks[block.index - 1].plain)),)
        elif len(found) == 1 and not alone and found[0].label != "modified" and _is_updated(plain[found[0].end :]):
            found = (found[0]._replace(label="modified"),)
        foreign = is_foreign(block, marks, self.document) or self._is_comment(block, marks)
        kept = False
        for item in found:
            stamp = self._exact(item.timestamp, times)
            if stamp.value is None or item.label == OTHER or (item.label is None and (foreign or _RIGHTS.search(plain))):
                continue
            sure = _rate(item, block, near, place, alone)
            if item.label is None and is_in_page_head(block, marks):
                sure -= _MENU
            if sure <= 0.1 or (near <= 0 and item.label is None and not (alone and place > 0)):
                continue
            kept = True
            stamp = evolve(stamp, span=block.span(item.start, item.end))
            self._keep(item.label, stamp, sure, block, alone)
        if not kept and times and near > 0.5 and not foreign:
            self._keep_time(block, times, near)

    def _is_comment(self, block: Block, marks: Landmarks) -> bool:
        """Return whether a line stands behind the one that announces the comments."""
        if block.index < marks.story.stop:
            return False
        if self._comments is None:
            self._comments = comments_of(marks, self.document)
        return block.index > self._comments

    def find(self, line: str) -> tuple[Found, ...]:
        """Return the timestamps of a line, figures read in the order that the document shows elsewhere."""
        reference = self.document.reference
        found = find_timestamps(line, language=self.language, reference=reference, country=self.country)
        if any(item.timestamp.alternatives and item.timestamp.zone is not Zone.AMBIGUOUS for item in found):
            if not self._asked:
                month_first = order_of(self.document.text)
                self._day_first = None if month_first is None else not month_first
                self._asked = True
            if self._day_first is not None:
                found = find_timestamps(line, language=self.language, reference=reference, country=self.country, day_first=self._day_first)
        return found

    def _keep(self, label: str | None, stamp: Timestamp, sure: float, block: Block, alone: bool) -> None:
        """Keep a time; its block is its own when nothing else stands in it."""
        owns = block.own if alone and self._is_free(block) else None
        (self.modified if label == "modified" else self.published).append(Evidence(stamp, sure, "printed", block.element, owns))

    def read_opening(self, block: Block, within: int, marks: Landmarks) -> None:
        """Keep the day with which a paragraph opens, as a press release does: it begins at one of the first characters."""
        opening = block.plain[:_OPENING_CHARS]
        if self.document.reference is None:
            figure = _FIGURE.search(opening)
            if figure is None or _DATED_OPENING.search(opening, max(0, figure.start() - _BEFORE_DIGIT)) is None:
                return
        if place_of(block, 1.0, marks) < 0 or _ONLY_RIGHTS.match(block.plain):
            return
        for item in self.find(opening):
            if item.start <= within and item.label != OTHER and item.timestamp.value is not None and item.timestamp.partial is None:
                stamp = evolve(item.timestamp, span=block.span(item.start, item.end))
                self.published.append(Evidence(stamp, _OPENS, "printed", block.element))
                return

    def keep_first_time(self, marks: Landmarks) -> None:
        """Keep the first `time` element at or behind the headline that is not that of a comment, a card or a post."""
        blocks = self.document.blocks
        for value in self.document.metadata.times:
            block = blocks[value.block] if (marks.headline or 0) <= value.block < len(blocks) else None
            if block is None or place_of(block, 1.0, marks) < 0 or is_foreign(block, marks, self.document):
                continue
            if (stamp := read_value(value.text, self.document)) is not None:
                self.published.append(Evidence(stamp, _FIRST_TIME, "time", value.element))
                return

    def _is_free(self, block: Block) -> bool:
        """Whether no time and no field but the body has a block yet."""
        if any(item.owns is not None and block.index in item.owns for item in (*self.published, *self.modified)):
            return False
        return self.draft.owner(block) in {None, "body"}

    def _keep_time(self, block: Block, times: Iterable[str], near: float) -> None:
        """Keep the moment of a `time` element whose text says less: an age, or nothing that could be read."""
        for text in times:
            stamp = read_value(text, self.document)
            if stamp is not None:
                self.published.append(Evidence(stamp, 0.25 + 0.3 * near, "time", block.element))
                return

    def _exact(self, stamp: Timestamp, times: Iterable[str]) -> Timestamp:
        """Return a printed time with the moment that its own `time` element states, where both tell the same."""
        for text in times:
            exact = read_value(text, self.document)
            if exact is not None and isinstance(exact.value, datetime) and _agrees(stamp, exact.value):
                return evolve(exact, text=stamp.text, relative=stamp.relative)
        return stamp


def _agrees(stamp: Timestamp, exact: datetime) -> bool:
    """Whether a printed time may be the rendering of a moment: an age, the same day, or the same minutes in another zone."""
    value = stamp.value
    if value is None:
        return stamp.relative is not None
    if not isinstance(value, datetime):
        return value == exact.date() or (exact.tzinfo is not None and abs(value - exact.date()) <= timedelta(days=1))
    if value.tzinfo is not None and exact.tzinfo is not None:
        return abs(value - exact) < timedelta(minutes=1)
    gap = abs((value.replace(tzinfo=None, second=0) - exact.replace(tzinfo=None, second=0)).total_seconds())
    return gap == 0 or (exact.tzinfo is not None and gap % 900 == 0 and gap <= 14 * 3600)


def _is_updated(rest: str) -> bool:
    """Whether a line ends, behind its day, in the word of an update: "Dieser Artikel wurde am 7. Mai 2024 aktualisiert."."""
    return 0 < len(rest) <= _VERB and kind_of_label(rest.strip(" .")) == "modified"


def _rate(item: Found, block: Block, near: float, place: int, alone: bool) -> float:
    """Return how likely a printed time is the story's own, from 0 to 1.

    Weighed by hand on the development pages: the distance counts most, then a label, then
    whether the line says anything else.
    """
    sure = 0.3 + 0.3 * near
    if item.label is not None:
        sure += 0.15
    if alone:
        sure += 0.08
    if place > 0:
        sure += 0.06
    if isinstance(item.timestamp.value, datetime):
        sure += 0.03
    if block.link_density > 0.6 and not alone and item.label is None and (place <= 0 or near < BESIDE):
        sure -= 0.3
    rest = len(block.plain) - (item.end - item.start)
    if rest > 80 and item.label is None:  # a sentence: less sure than an update that stands in
        sure -= 0.35
    if near <= 0.35 and item.label is None:
        sure -= 0.1 if alone else 0.25
    if item.timestamp.partial is not None and item.label is None:
        sure -= 0.2
    if item.label == "published" and item.label_start is not None and says_first(block.plain[item.label_start : item.start]):
        sure = max(sure, _FIRST)
    return min(sure, 0.79)
