"""The byline of a plain text, which no markup tells: by its words, its place and the lines around it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import evolve

from newsparse.claim import Claim, Draft
from newsparse.document import Block, Document
from newsparse.grammar.byline import introduced, is_agency, is_bare_name, is_label, opens_byline, opens_card, read_byline, titles_only
from newsparse.grammar.names import kind_of
from newsparse.grammar.timestamp import find_timestamps
from newsparse.model import Byline, Contributor
from newsparse.parsers.byline.page import LEAD, MAX_CHARS, Finder, is_dated_byline, is_in_story, moved
from newsparse.parsers.byline.pieces import behind_lead, lead_end, named, piece_of, team_of, unglued
from newsparse.vocabulary import ContributorKind

__all__ = ["find_in_text"]

# How far around the headline and into the story a byline of a text may stand: on dumps of pages buttons,
# captions and a summary come between.
_LINES_ABOVE, _LINES_UNDER, _LINES_INTO = 6, 30, 10
# A line of the story's own prose is longer than this; shorter ones may be labels.
_PROSE = 100
_STOPS = frozenset(".!?…。！？")
# A name without a date just under the headline; it gives way to a biography or a lead at the end.
_UNDATED = 0.46
# A name before a picture's credit is a caption more often than a byline.
_CAPTION = 0.43
# How far before and behind the story's end a biography, a card or a name that signs it may stand.
_TAIL_INTO, _TAIL_BEHIND = 5, 10
# A line about its author begins with the name and has more characters than this.
_ABOUT = 40
_STATED, _BARE, _LEAST = 0.84, 0.5, 0.4
# What stands behind a lead without having a name's form.
_BEHIND_LEAD = 0.8
# How sure what stands elsewhere than near the headline is; each less than any line near it that has a lead or a date.
_LED, _CARD, _SIGNED = 0.5, 0.48, 0.42
# More lines with a lead than these, of different people, are a list of works or teasers.
_FEW = 3
# Names of one word, houses and handles, are short where they stand alone.
_SHORT = 40
# The line behind a caption: "Foto: REUTERS"; not "Photos of the week" in a sentence, which is longer.
_CREDIT = re.compile(r"\W{0,2}(?:foto|photo|bild|image|picture|credit|kuva|fotó|imagen|zdj|фото|©)\b", re.I)


def find_in_text(document: Document, draft: Draft) -> Iterator[Claim]:
    """Yield the bylines of a plain text: lines around its headline and at its story's beginning, else those at its end."""
    lines = _Lines(document, draft)
    near = list(lines.near())
    yield from near
    if not any(claim.confidence >= _LED for claim in near):
        yield from lines.elsewhere()


class _Lines:
    """Looks for the byline of one text."""

    def __init__(self, document: Document, draft: Draft) -> None:
        self.finder = Finder(document, draft)
        self.document = document
        self.blocks = document.blocks
        self.headline = self.finder.headline
        self.story = self.finder.story
        self.first = self.headline.start if self.headline else 0
        self.opening = self.find_opening(self.headline.stop if self.headline else 0, draft)
        self.used: set[int] = set()
        self.dates: dict[int, bool] = {}
        self.common: dict[str, bool] = {}

    def find_opening(self, start: int, draft: Draft) -> int:
        """Return the index of the line that opens the story: the first of its prose behind the headline."""
        held = {i for claim in draft.claims("body") if claim.confidence >= _LEAST for i in claim.owns or ()}
        stop = min(len(self.blocks), start + _LINES_UNDER)
        return next((i for i in range(start, stop) if i in held and len(self.blocks[i].plain) > _PROSE), stop)

    def near(self) -> Iterator[Claim]:
        """Yield the lines around the headline and at the story's beginning."""
        for i in range(max(0, self.first - _LINES_ABOVE), min(len(self.blocks), self.opening + _LINES_INTO)):
            if i not in self.used and i not in self.headline and len(self.blocks[i].plain) <= MAX_CHARS:
                claim = self.read(i)
                if claim is not None:
                    yield claim

    def read(self, i: int) -> Claim | None:
        """Return the byline that begins at a line, or `None`."""
        block = self.blocks[i]
        opens = opens_byline(block.plain[len(block.mark) :])
        if not opens and len(block.plain) > _PROSE and block.plain[-1] in _STOPS:
            return None  # a sentence
        end = self.finder.reach(i) if opens else self.reach(i)
        for last in dict.fromkeys((end, i + 1)):
            line = self.finder.parse(i, last, named=False) or (self.parse_single(i) if last == i + 1 else None)
            if line is None or not line.authors:
                continue
            line = line if opens else self.without_labels(line)
            confidence = LEAD if opens else self.unled(line, i)
            first = line.authors[0]
            if opens and ((first.name[0].islower() and self.is_common_noun(first)) or (" " not in first.name and titles_only(first.name))):
                continue  # "from research organizations"
            confidence -= 0.15 if i > self.opening else 0.1 if i < self.first else 0.0
            if confidence >= _LEAST:
                self.used.update(range(i, last))
                return self.claim(line, i, last, confidence)
        return self.rest(i, _BEHIND_LEAD - (0.15 if i > self.opening else 0.1 if i < self.first else 0.0)) if opens else self.piece(i)

    def rest(self, i: int, confidence: float) -> Claim | None:
        """Return what stands behind a lead, on its line or the next, as a name: a house, a team, a handle."""
        block = self.blocks[i]
        line = read_byline(block.plain)
        if line is not None and line.contributors:
            return None  # somebody in another role, or a label
        at = lead_end(block.plain, len(block.mark))
        if at == len(block.mark):
            return None
        stop = i + 1
        if at >= len(block.plain):
            if stop >= len(self.blocks) or stop in self.headline:
                return None
            block, stop = self.blocks[stop], stop + 1
            at = len(block.mark)
        plain = block.plain
        end = behind_lead(plain, at)
        if end <= at or (len(plain) > _PROSE and plain[-1] in _STOPS and plain[end : end + 1] != ","):
            return None
        name = plain[at:end]
        if " " not in name and not is_bare_name(name) and kind_of([name]) is ContributorKind.PERSON:
            return None  # a month, a section
        return self.part(block, at, end, range(i, stop), confidence)

    def piece(self, i: int) -> Claim | None:
        """Return a name among the pieces of a line, or a team alone on it, where it stands by a date under the headline."""
        block = self.blocks[i]
        if i in self.used or not self.is_under(i) or len(block.plain) > _PROSE:
            return None
        if any(map(str.isdigit, block.plain)):
            found = piece_of(block.plain, len(block.mark)) if self.has_date(i) else None
        else:
            found = team_of(block.plain, len(block.mark)) if self.is_dated(i) else None
        return self.part(block, *found, range(i, i + 1), _BARE) if found else None

    def part(self, block: Block, at: int, end: int, owns: range, confidence: float) -> Claim | None:
        """Return the claim for a part of a line that names somebody."""
        name = block.plain[at:end]
        people = tuple(
            evolve(person, span=block.span(at + person.span.start, at + person.span.end))
            for person in named(name)
            if person.span is not None and not self.is_label(person)
        )
        if not people:
            return None
        self.used.update(owns)
        return Claim(Byline(name, span=block.span(at, end), contributors=people, raw=block.plain), confidence, None, owns)

    def reach(self, i: int) -> int:
        """Return the index behind the last of several names, each on a line of its own, or behind a name's job title."""
        stop = i + 1
        if stop == len(self.blocks) or not self.is_name(i):
            return stop
        while stop < min(len(self.blocks), i + 4) and self.blocks[stop].plain != self.blocks[i].plain and self.is_name(stop):
            stop += 1
        return stop + 1 if stop == i + 1 and titles_only(self.blocks[stop].plain) else stop

    def is_name(self, i: int) -> bool:
        """Whether a line is a person's name and nothing else."""
        text = self.blocks[i].plain
        if len(text) > _SHORT or text[-1] == ":" or i in self.headline or not 1 < len(text.split()) < 5 or not is_bare_name(text):
            return False
        line = self.finder.parse(i, i + 1, named=False)
        return line is not None and len(line.contributors) == 1 and line.authors[:1] != () and not self.is_label(line.authors[0])

    def parse_single(self, i: int) -> Byline | None:
        """Return the byline that a name of one word, a house or a handle beside its date is, or `None`."""
        text = self.blocks[i].plain
        if len(text) > _SHORT or not self.is_under(i) or not (self.is_dated(i) or opens_byline(text)):
            return None
        line = self.finder.parse(i, i + 1, named=True)
        if line is None or len(line.contributors) != 1:
            return None
        name = line.contributors[0].name
        cased = name.lower() != name.upper()  # in scripts without case any short line is one word
        return line if cased and len(name) > 2 and len(name.split()) < 3 and not is_label(name) and not titles_only(name) else None

    def without_labels(self, line: Byline) -> Byline:
        """Return a line without those behind the first whose names are common words: "Jane Doe 2 May 2025 Product Reviews"."""
        if len(line.authors) < 2:
            return line
        first = line.authors[0]
        kept = tuple(person for person in line.contributors if person is first or not self.is_label(person))
        return evolve(line, contributors=kept)

    def is_label(self, person: Contributor) -> bool:
        """Whether each word of a name is used as a common word in the text: "Text Size", "Top Picks"."""
        parts = [part for part in person.name.lower().split() if len(part) > 2]
        return bool(parts) and all(self.is_common(part) for part in parts)

    def is_common_noun(self, person: Contributor) -> bool:
        """Whether what stands behind a lead in small letters is no handle: "from research organizations", "photos"."""
        return self.is_label(person) or (person.kind is ContributorKind.PERSON and not is_bare_name(person.name))

    def is_common(self, word: str) -> bool:
        """Whether a word in small letters stands in the text."""
        known = self.common.get(word)
        if known is None:
            known = self.common[word] = any(f" {word}{end}" in self.document.text for end in " .,")
        return known

    def unled(self, line: Byline, i: int) -> float:
        """Return how sure a line without a lead word is a byline; 0 for none.

        A name alone is one where it stands by itself between headline and story, best beside a date;
        not in a menu, and not when the story is about that person.
        """
        author = line.authors[0]
        parts = author.name.split()
        person = author.kind is ContributorKind.PERSON
        dates = bool(line.published or line.modified)
        dated = self.is_dated(i)
        if i < self.first and not (dates or dated):
            return 0.0  # above a headline stand menus
        if person and not 1 < len(parts) < 6:
            return _BARE if len(parts) == 1 and self.is_single(author.name, i, dates=dates) else 0.0
        if any(self.is_nobody(other) for other in line.authors):
            return 0.0
        if not dates and i + 1 < len(self.blocks) and _CREDIT.match(self.blocks[i + 1].plain):
            return _CAPTION
        if dates or any(other.title or other.affiliation or other.contact for other in line.contributors):
            if i >= self.opening + 3 and not dates:
                return 0.0
            if not dates and not dated and not author.title and not author.contact:
                return _BARE + 0.05  # "Best Boots for Walkers", "Jane Doe / AP" under a picture
            return _STATED if person or is_dated_byline(line) else 0.0
        if not person:
            return self.house(author, i) if dated else 0.0
        if dated and any(other.place for other in line.authors) and all(len(other.name.split()) > 1 for other in line.authors):
            return _STATED  # "Jane Doe and Max Moe in Beirut"
        several = len(line.authors) > 1 and all(1 < len(other.name.split()) < 5 for other in line.authors)
        if several and i < self.opening + 2 and not self.blocks[i].mark:
            return (_STATED - 0.1 if dated else _BARE) if not is_in_story(line, self.blocks, self.opening, i) else 0.0
        if len(parts) > 4 or i >= self.opening + (_LINES_INTO if dated else 2):
            return 0.0
        if self.is_in_menu(i, dated=dated) or is_in_story(line, self.blocks, self.opening, i):
            return 0.0
        return _BARE + 0.15 if dated else _UNDATED

    def is_nobody(self, person: Contributor) -> bool:
        """Whether a name without a lead word is no name: words of labels, of the text, or numbers."""
        name = person.name.partition(",")[0]  # degrees stand behind it
        if self.is_label(person) or any(char.isdigit() for char in name):
            return True
        return person.kind is ContributorKind.PERSON and not is_bare_name(name)

    def is_single(self, name: str, i: int, *, dates: bool) -> bool:
        """Whether a name of one word is the author's: just under the headline, beside the date."""
        if not self.is_under(i) or self.is_common(name.lower()):
            return False
        return is_bare_name(name) and (dates or self.is_dated(i, before=1, behind=2))

    def is_under(self, i: int) -> bool:
        """Whether a line stands just under the headline; a deck and a label may be between."""
        return bool(self.headline) and self.headline.stop <= i < min(self.opening, self.headline.stop + 4)

    def house(self, author: Contributor, i: int) -> float:
        """Return how sure a house, a team or a handle beside a date is the author."""
        if author.kind is ContributorKind.DESK or is_agency(author.name):
            return _BARE
        if not self.is_under(i) or not 2 < len(author.name) < _SHORT or not author.name.replace(" ", "").isalnum():
            return 0.0
        return _BARE if self.is_dated(i, before=1, behind=2) else 0.0

    def is_dated(self, i: int, *, before: int = 2, behind: int = 3) -> bool:
        """Whether a line near this one holds a date and little else."""
        return any(k != i and self.has_date(k) for k in range(max(0, i - before), min(len(self.blocks), i + behind + 1)))

    def has_date(self, i: int) -> bool:
        """Whether a line is short and holds a date."""
        known = self.dates.get(i)
        if known is None:
            text = self.blocks[i].plain
            known = len(text) < 80 and any(map(str.isdigit, text)) and bool(find_timestamps(text))
            self.dates[i] = known
        return known

    def is_in_menu(self, i: int, *, dated: bool) -> bool:
        """Whether the line and those beside it are items of a list."""
        if dated:
            return False
        if not self.blocks[i].mark:
            return bool(0 < i < len(self.blocks) - 1 and self.blocks[i - 1].mark and self.blocks[i + 1].mark)
        return True

    # --- elsewhere

    def elsewhere(self) -> Iterator[Claim]:
        """Yield weaker finds: lines with a lead, biographies and cards behind the story, names that sign it."""
        led = list(self.led())
        if 0 < len({claim.value.text for claim in led if isinstance(claim.value, Byline)}) <= _FEW:
            yield from led
        if self.story:
            yield from self.tail()

    def led(self) -> Iterator[Claim]:
        """Yield the lines with a lead word anywhere, those behind the story's beginning first."""
        count = len(self.blocks)
        for i in (*range(self.opening, count), *range(min(self.opening, count))):
            block = self.blocks[i]
            if i in self.used or i in self.headline or len(block.plain) > _PROSE or not opens_byline(block.plain[len(block.mark) :]):
                continue
            end = self.finder.reach(i)
            line = self.finder.parse(i, end, named=False)
            if line is None or not line.authors:
                continue
            first = line.authors[0]
            if (
                first.kind is ContributorKind.PERSON
                and len(first.name.split()) > 1
                and is_bare_name(first.name)
                and not self.is_label(first)
            ):
                yield self.claim(line, i, end, _LED)

    def tail(self) -> Iterator[Claim]:
        """Yield the people whom a biography or a card at the story's end presents, and those who sign it."""
        start = max(self.opening + 1, self.story.stop - _TAIL_INTO)
        stop = min(len(self.blocks), self.story.stop + _TAIL_BEHIND)
        for i in range(start, stop):
            text = self.blocks[i].plain
            if i in self.used or i in self.headline:
                continue
            if about := opens_card(text):
                yield from self.presented(i, text[about:], about, _CARD)
            elif self.is_name(i):
                if self.is_about(i + 1, text) or opens_card(self.blocks[i - 1].plain) or (self.reach(i) > i + 1 and self.signs(i)):
                    yield self.named(i, _CARD)
                elif self.story.stop - 2 <= i <= self.story.stop and self.signs(i):
                    yield self.named(i, _SIGNED)
            elif len(text) > _ABOUT and introduced(text) is not None:
                yield from self.presented(i, text, 0, _SIGNED)
        for i in range(stop, len(self.blocks)):
            if about := opens_card(self.blocks[i].plain):
                yield from self.presented(i, self.blocks[i].plain[about:], about, _CARD - 0.02)
        cards = [i for i in range(stop, len(self.blocks) - 1) if self.is_about(i + 1, self.blocks[i].plain) and self.is_name(i)]
        if len({self.blocks[i].plain for i in cards}) == 1:
            yield self.named(cards[0], _CARD - 0.04)

    def is_about(self, i: int, name: str) -> bool:
        """Whether a line tells about somebody: it begins with the name, or its first word, and goes on in small letters."""
        if i >= len(self.blocks):
            return False
        text = self.blocks[i].plain
        if not name or len(name) > _SHORT:
            return False
        for start in (name, name.split(maxsplit=1)[0]):
            if text.startswith(start) and len(text) > _ABOUT:
                return text[len(start) : len(start) + 1] in " ," and text[len(start) + 1 : len(start) + 2].islower()
        return False

    def signs(self, i: int) -> bool:
        """Whether a name at the story's end signs it: nobody whom the story's last part speaks of."""
        name = self.blocks[i].plain
        around = range(max(self.opening, i - 12), min(len(self.blocks), i + 2))
        return not self.blocks[i].mark and not any(k != i and name in self.blocks[k].plain for k in around)

    def presented(self, i: int, text: str, offset: int, confidence: float) -> Iterator[Claim]:
        """Yield the claim for somebody whom a part of a line names."""
        block = self.blocks[i]
        lead = offset + len(text) - len(text.lstrip(" :"))
        text = text.strip(" :")
        name = introduced(text) or (text if len(text) <= _SHORT and 1 < len(text.split()) < 5 and is_bare_name(text) else None)
        if name is None:
            return
        line = read_byline(name, named=True)
        if line is None or len(line.authors) != 1 or line.authors[0].kind is not ContributorKind.PERSON or self.is_label(line.authors[0]):
            return
        span = block.span(lead, lead + len(name))
        person = Contributor(name, span=span)
        yield Claim(Byline(name, span=span, contributors=(person,), raw=block.plain), confidence)

    def named(self, i: int, confidence: float) -> Claim:
        """Return the claim for a line that is a name."""
        block = self.blocks[i]
        person = Contributor(block.plain, span=block.whole)
        return Claim(Byline(block.plain, span=block.whole, contributors=(person,), raw=block.plain), confidence)

    def claim(self, line: Byline, i: int, stop: int, confidence: float) -> Claim:
        """Return the claim for a line that was found."""
        return Claim(unglued(moved(line, self.blocks[i].start), self.document.text), confidence, None, range(i, stop))
