"""What the search for a byline in plain text knows of its lines: headline, story, dates, names, words in common use."""

from __future__ import annotations

import re

from attrs import evolve

from newsparse.claim import Claim, Draft
from newsparse.document import Block, Document
from newsparse.grammar.byline import is_bare_name, is_lead, opens_byline, read_byline
from newsparse.grammar.bylines.plain import plain_leads
from newsparse.grammar.timestamp import find_timestamps
from newsparse.lexicon.phrases import phrase_of
from newsparse.model import Byline, Contributor, Span
from newsparse.parsers.byline.page import Finder, moved
from newsparse.parsers.byline.pieces import lead_end, named, unglued, without_numbers
from newsparse.text import clean, squash
from newsparse.vocabulary import ContributorKind

__all__ = ["PROSE", "SHORT", "STOPS", "TextLines"]

PROSE = 100
"""A line of the story's own prose is longer than this; shorter ones may be labels."""
SHORT = 40
"""Names, houses and handles are no longer where they stand alone."""
STOPS = frozenset(".!?…。！？")
# How far under the headline the story's beginning is looked for: on dumps of pages buttons and captions come between.
_UNDER = 30
_HELD = 0.4
# Copies of the headline as near as this have the byline between them, or around them.
_COPIES = 15
# From a copy that is no further above it on, lines with a lead or a date are looked at.
_FAR_COPIES = 40
# So many lines under the headline, and above the story, are near them.
_NEAR = 8
# A deck stands at most so many lines under its headline.
_DECK = 2
# A byline is printed over no more lines.
_MOST_LINES = 6
_DATED_CHARS = 80
# A name is so far into the lines that tell about somebody: "The sailor and writer Jane Doe …".
_ABOUT_INTO = 45
_WORD = re.compile(r"\S+")
# Shorter lines are no prose, and tell of nobody.
_TOLD = 60
# The label of a picture's credit alone on its line is no longer: "Bild:".
_LABEL = 20
# Whose the rights are stands in short lines: "© 2024 Harbour Times", "Copyright Jane Doe 2012-2025"; not "the copyright law"
_RIGHTS_CHARS = 200
_RIGHTS = re.compile(r"©|\(c\)|^copyright\b", re.I)
# The line behind a caption: "Foto: REUTERS"; not "Photos of the week" in a sentence, which is longer.
_CREDIT = re.compile(r"\W{0,2}(?:foto|photo|bild|image|picture|credit|kuva|fotó|imagen|zdj|фото|©)\b", re.I)


class TextLines:
    """The lines of one text."""

    def __init__(self, document: Document, draft: Draft) -> None:
        self.finder = Finder(document, draft)
        self.document = document
        self.blocks = document.blocks
        self.used = {i for claim in draft.claims("boilerplate") for i in claim.owns or ()}  # an archive's lines tell no more
        self.titles: set[int] = set()
        self.top = 0
        self.story = self.finder.story
        self.headline, self.first = self._find_headline(draft)
        self._dates: dict[int, bool] = {}
        self.opening = self._find_opening(self.headline.stop if self.headline else 0, draft)
        self._common: dict[str, bool] = {}
        self._opens: dict[str, bool] = {}
        self._lines: dict[tuple[int, int, bool], Byline | None] = {}
        self._rights: list[str] | None = None

    def _find_headline(self, draft: Draft) -> tuple[range, int]:
        """Return the copy of the headline that stands nearest above the story, and the index of the first of those near it.

        The first line of many dumps is the page's title, far from the line that readers see.
        """
        best = draft.best("headline")
        sure = best.confidence if best is not None else 0.0
        copies = sorted(
            (claim.owns for claim in draft.claims("headline") if claim.owns and claim.confidence >= sure), key=lambda owns: owns.start
        )
        if not copies:
            return range(0), 0
        above = [owns for owns in copies if owns.start <= self.story.start] if self.story else copies[:1]
        headline = above[-1] if above else copies[0]
        first = headline.start
        for owns in reversed(above):
            if first - owns.start <= _COPIES:
                first = owns.start
        self.titles.update(i for owns in copies for i in owns)
        self.top = min(owns.start for owns in (*above, headline) if headline.start - owns.start <= _FAR_COPIES)
        return headline, first

    def _find_opening(self, start: int, draft: Draft) -> int:
        """Return the index of the line that opens the story: the first of its prose behind the headline."""
        held = {i for claim in draft.claims("body") if claim.confidence >= _HELD for i in claim.owns or ()}
        stop = min(len(self.blocks), start + _UNDER)
        prose = [i for i in range(start, stop) if i in held and len(self.blocks[i].plain) > PROSE]
        if (
            len(prose) > 1
            and prose[0] <= start + _DECK
            and any(self.has_date(i) for i in range(prose[0] + 1, min(prose[1], prose[0] + _NEAR)))
        ):
            return prose[1]  # a deck, with the line of the date below it
        return prose[0] if prose else stop

    def opens(self, i: int) -> bool:
        """Whether a line opens with a lead."""
        block = self.blocks[i]
        text = block.plain[self.begin(i) if self.is_near(i) else len(block.mark) :]
        known = self._opens.get(text)  # asked near the headline and at the ends, and a menu's lines come again
        if known is None:
            known = self._opens[text] = opens_byline(without_numbers(text))
        return known

    def parse(self, i: int, stop: int, *, named: bool = False) -> Byline | None:
        """Return what the lines from `i` to before `stop` say, its spans the document's; `None` for nobody."""
        key = (i, stop, named)
        if key not in self._lines:
            start = self.start(i)
            text = self.document.text[start : self.blocks[stop - 1].end]
            bare = without_numbers(text)
            line = (
                self.finder.parse(i, stop, named=named)
                if start == self.blocks[i].start and bare == text
                else read_byline(bare, named=named)
            )
            if line is not None:
                line = unglued(moved(line, start), self.document.text)
                if bare != text and line.span is not None:
                    line = evolve(line, text=clean(self.document.text[line.span.slice]))
            self._lines[key] = line
        return self._lines[key]

    def listed(self, i: int, stop: int) -> Byline | None:
        """Return what a lead alone on its line and the lines below say, each of which names somebody; else as they say it together."""
        below = range(i + 2, stop) if is_lead(self.blocks[i].plain) else ()
        first = self.parse(i, i + 2) if below and all(self.is_name(k) or self.is_titled(k) for k in below) else None
        if first is None or first.span is None or not first.authors:
            return self.parse(i, stop)
        others = [person for k in below if (line := self.parse(k, k + 1)) is not None for person in line.authors]
        people = {person.name: person for person in (*others, *first.contributors)}
        span = Span(first.span.start, self.blocks[stop - 1].end)
        return evolve(first, text=clean(self.document.text[span.slice]), span=span, contributors=tuple(sorted(people.values(), key=_place)))

    def stands_alone(self, name: str) -> bool:
        """Whether a name is all of a line of the text."""
        return any(block.plain == name for block in self.blocks)

    def is_empty(self, i: int) -> bool:
        """Whether a line is a lead that leads nobody: the next one is another."""
        below = self.blocks[i + 1].plain.rpartition(" ")[2] if i + 1 < len(self.blocks) and is_lead(self.blocks[i].plain) else ""
        return below.islower() and is_lead(below)

    def labels_above(self, i: int) -> bool:
        """Whether a line is a label and nothing else ("Author"), and what it labels is the name above it."""
        plain = self.blocks[i].plain
        if not i or len(plain) > SHORT or lead_end(f"{plain}:") <= len(plain) or not self.is_name(i - 1):
            return False
        return i + 1 == len(self.blocks) or not self.is_name(i + 1)

    def pictured(self, i: int, confidence: float) -> Claim | None:
        """Return the name two lines below a lead alone on its line, the words for a picture that hold it between, or `None`."""
        if i + 2 >= len(self.blocks) or len(self.blocks[i].plain) > SHORT:
            return None
        words, block = self.blocks[i + 1].plain, self.blocks[i + 2]
        name = block.plain.partition(",")[0]
        if not 0 < name.count(" ") < 4 or name not in words or len(block.plain) > PROSE or not is_lead(self.blocks[i].plain):
            return None
        if words == block.plain or not is_bare_name(name):
            return None
        return self.part(block, 0, len(block.plain), None, confidence)

    def is_headed(self, person: Contributor, i: int) -> bool:
        """Whether one word behind a noun without a colon makes a heading with it, and no name: "Author Spotlight"."""
        plain = self.blocks[i].plain
        at = plain.find(person.name)
        if " " in person.name or person.kind is not ContributorKind.PERSON or at < 0:
            return False
        lead = plain[:at].strip().lower()
        return " " not in lead and lead.isalpha() and lead not in plain_leads()

    def begin(self, i: int) -> int:
        """Return where the words of a line begin: behind its mark, or behind a picture's words that say the name before its lead.

        "Portrait of Jane Doe By Jane Doe" begins with "By".
        """
        block = self.blocks[i]
        plain, mark = block.plain, len(block.mark)
        if len(plain) > PROSE or not self.is_near(i):
            return mark
        words = list(_WORD.finditer(plain, mark))
        if len({word[0] for word in words}) == len(words):
            return mark
        for word in words[1:-1]:
            behind = lead_end(plain, word.start())
            if behind > word.start() and plain[behind : behind + 1].isupper():
                name = plain[behind:].split(None, 1)[0]
                if len(name) > 2 and name in plain[: word.start()]:
                    return word.start()
        return mark

    def start(self, i: int) -> int:
        """Return where in the document the words of a line's byline begin; a bullet or a dash before it tells something."""
        block = self.blocks[i]
        begin = self.begin(i)
        if begin > len(block.mark) or block.mark[:1] == "#":
            return block.span(begin, len(block.plain)).start
        return block.start

    def reach(self, i: int) -> int:
        """Return the index behind the last line of a byline with a lead: names go on behind a comma."""
        stop = self.finder.reach(i)
        if lead_end(self.blocks[i].plain, len(self.blocks[i].mark)) >= len(self.blocks[i].plain):  # a lead alone: each name has a line
            while i + 1 < stop < min(len(self.blocks), i + _MOST_LINES) and (self.is_name(stop) or self.is_titled(stop)):
                stop += 1
        while stop < min(len(self.blocks), i + _MOST_LINES) and stop - 1 > i and len(self.blocks[stop].plain) <= SHORT:
            if not (self.blocks[stop - 1].plain[-1] == "," and self.is_name(stop)):
                break
            stop += 1
        return stop

    def claim(self, line: Byline, i: int, stop: int, confidence: float) -> Claim:
        """Return the claim for a line that was found."""
        self.used.update(range(i, stop))
        return Claim(line, confidence, None, range(i, stop))

    def part(self, block: Block, at: int, end: int, owns: range | None, confidence: float, *, sure: bool = False) -> Claim | None:
        """Return the claim for a part of a line that names somebody; `None` when all it names are common words, unless it is `sure`."""
        name = block.plain[at:end]
        if not any(map(str.isalpha, name)):
            return None  # the count of comments
        people = tuple(
            evolve(person, span=block.span(at + person.span.start, at + person.span.end))
            for person in named(name)
            if person.span is not None and (sure or self.share(person.name) < 1)
        )
        if not people:
            return None
        self.used.update(owns or ())
        line = Byline(name, span=block.span(at, end), contributors=people, raw=block.plain)
        return Claim(unglued(line, self.document.text), confidence, None, owns)

    def is_name(self, i: int) -> bool:
        """Whether a line is a person's name and nothing else."""
        text = self.blocks[i].plain
        if len(text) > SHORT or text[-1] == ":" or i in self.titles or not 0 < text.count(" ") < 4 or any(map(str.isdigit, text)):
            return False
        if not is_bare_name(text):
            return False
        line = self.parse(i, i + 1) if phrase_of(text) is None else None
        return line is not None and len(line.contributors) == 1 and line.authors[:1] != () and not self.is_label(line.authors[0])

    def is_titled(self, i: int) -> bool:
        """Whether a line is a person's full name with a job title, which a dump may have glued to it, and nothing else."""
        line = self.parse(i, i + 1) if len(self.blocks[i].plain) <= PROSE and phrase_of(self.blocks[i].plain) is None else None
        if line is None or len(line.contributors) != 1 or not line.authors:
            return False
        person = line.authors[0]
        return person.title is not None and person.kind is ContributorKind.PERSON and " " in person.name and is_bare_name(person.name)

    def is_label(self, person: Contributor) -> bool:
        """Whether each word of a name is used as a common word in the text: "Text Size", "Top Picks"."""
        return self.share(person.name) == 1

    def share(self, name: str) -> float:
        """Return the share of a name's words that the text uses as common ones."""
        parts = [part for part in name.lower().split() if len(part) > 2]
        return sum(map(self.is_common, parts)) / len(parts) if parts else 0.0

    def is_common(self, word: str) -> bool:
        """Whether a word in small letters stands in the text."""
        known = self._common.get(word)
        if known is None:
            known = self._common[word] = any(f" {word}{end}" in self.document.text for end in " .,")
        return known

    def holds_rights(self, name: str) -> bool:
        """Whether the text states the rights of somebody: "© 2024 Harbour Times"."""
        if self._rights is None:
            marked = [block.plain for block in self.blocks if len(block.plain) < _RIGHTS_CHARS and _RIGHTS.search(block.plain)]
            self._rights = [squash(plain) for plain in marked]
        key = squash(name)
        return len(key) > 2 and any(key in plain for plain in self._rights)

    def is_in_prose(self, name: str) -> bool:
        """Whether the story's prose has a name as it is printed."""
        return any(name in block.plain[1:] for block in self.blocks[self.story.start : self.story.stop] if len(block.plain) > PROSE)

    def is_dated(self, i: int, *, before: int = 2, behind: int = 3, across: bool = False) -> bool:
        """Whether a line near this one, on the same side of the headline unless `across`, holds a date and little else."""
        start, stop = max(0, i - before), min(len(self.blocks), i + behind + 1)
        if not across and i < self.headline.start < stop:
            stop = self.headline.start
        return any(k != i and self.has_date(k) for k in range(start, stop))

    def has_date(self, i: int) -> bool:
        """Whether a line is short and holds a date."""
        known = self._dates.get(i)
        if known is None:
            text = self.blocks[i].plain if i < len(self.blocks) else ""
            known = len(text) < _DATED_CHARS and any(map(str.isdigit, text)) and bool(find_timestamps(text))
            self._dates[i] = known
        return known

    def is_under(self, i: int) -> bool:
        """Whether a line stands just under the headline; a deck and a label may be between."""
        near = self.headline.stop <= i < self.headline.stop + 4 or self.first < i < min(self.first + 5, self.headline.start)
        return bool(self.headline) and near and i < self.opening

    def is_near(self, i: int) -> bool:
        """Whether a line stands among the first under the headline, or right above the story."""
        return self.first <= i < self.headline.stop + _NEAR or self.opening - _NEAR < i <= self.opening

    def is_caption(self, i: int) -> bool:
        """Whether a picture's credit stands right below a line, or below its copy."""
        below = next((block.plain for block in self.blocks[i + 1 : i + 3] if block.plain != self.blocks[i].plain), "")
        return _CREDIT.match(below) is not None

    def is_credit(self, i: int) -> bool:
        """Whether the label of a picture's credit stands right above a line: "Photo:"."""
        above = self.blocks[i - 1].plain if i else ""
        return len(above) < _LABEL and above.endswith(":") and _CREDIT.match(above) is not None

    def is_told_of(self, name: str, i: int) -> bool:
        """Whether the story's beginning speaks of somebody: twice, or once where no line about the author would."""
        told, seen = 0, set()
        for block in self.blocks[max(0, self.opening - 12) : self.opening + 12]:
            at = block.plain.find(name) if block.index != i and len(block.plain) >= _TOLD else -1
            if at >= 0 and not block.plain.endswith(name) and block.plain not in seen:  # at its end a name is a caption's credit
                seen.add(block.plain)
                told += 1 if at <= _ABOUT_INTO else 2
        return told > 1


def _place(person: Contributor) -> int:
    """Return where somebody's name stands."""
    return person.span.start if person.span is not None else 0
