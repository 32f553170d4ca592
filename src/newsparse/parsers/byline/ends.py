"""Weaker finds of a text's byline: leads anywhere, biographies and cards behind the story, names that sign it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsparse.claim import Claim
from newsparse.grammar.byline import introduced, is_bare_name, opens_byline, opens_card, titles_only
from newsparse.lexicon.phrases import phrase_of
from newsparse.model import Byline
from newsparse.parsers.byline.pieces import TEAMS, ends_of_name, is_shaped, lead_end
from newsparse.parsers.byline.text import PROSE, SHORT, STOPS, TextLines
from newsparse.vocabulary import ContributorKind

__all__ = ["find_at_ends"]

# How far before and behind the story's end a biography, a card or a name that signs it may stand.
_INTO, _BEHIND = 5, 10
# A line about its author begins with the name and has more characters than this.
_ABOUT = 40
# The story's prose stands so few lines above who signs it.
_ABOVE = 2
# How sure each is; less than any line near the headline that has a lead or a date.
_LED, _LED_FAR, _CARD, _SIGNED = 0.5, 0.47, 0.48, 0.42
# What stands before a name in a card's first words: "Editor of the Harbour Times: Jane Doe has …".
_PREFACE = 60
# A biography goes on behind a name in small letters, or with a bracket: "Jane Doe (b. 1986) is"; not "Jane Doe Photography".
_TELLING = re.compile(r",? (?:\([^)]{1,40}\) )?[^\W\d_A-Z]")
# "jdoe@example.com", "<jdoe@example.com>"; not "Write to jdoe@example.com"
_EMAIL = re.compile(r"[<(\[]?[^\s@]{1,64}@[^\s@]{1,60}\.[^\s@]{1,20}$")
# So many lines hold names and addresses in turn; surer than a card.
_ADDRESSED, _ADDRESS_SURE = 12, 0.49
# Far above the headline stand menus and teasers, less sure than a name alone under it.
_LED_MENU = 0.45
# Who signs without any sign of it has a smaller share of words that the text uses as common ones: "Happy Thanksgiving".
_COMMON = 0.3
# Marks of lists are followed by anything, a dash by who signs.
_SIGNING = ("", "-", "–", "—")
# More lines with a lead than these, of different people, are a list of works or teasers.
_FEW = 3


def find_at_ends(lines: TextLines) -> Iterator[Claim]:
    """Yield the weaker finds."""
    ends = _Ends(lines)
    led = list(ends.led())
    if 0 < len({claim.value.text for claim in led if isinstance(claim.value, Byline)}) <= _FEW:
        yield from led
    yield from ends.addressed()
    if lines.story:
        yield from ends.tail()


class _Ends:
    """Looks for the byline of one text where its headline is not."""

    def __init__(self, lines: TextLines) -> None:
        self.lines = lines
        self.blocks = lines.blocks
        self.story = lines.story

    def led(self) -> Iterator[Claim]:
        """Yield the lines with a lead word anywhere, those behind the story's beginning first."""
        lines, count = self.lines, len(self.blocks)
        for i in (*range(lines.opening, count), *range(min(lines.opening, count))):
            if i in lines.used or i in lines.titles or len(self.blocks[i].plain) > PROSE or not lines.opens(i):
                continue
            if lines.labels_above(i) or lines.is_empty(i):
                continue
            stop = lines.reach(i)
            line = lines.parse(i, stop)
            sure = _LED if self.story.start <= i <= self.story.stop + _BEHIND else _LED_FAR if i >= lines.top else _LED_MENU
            if claim := lines.pictured(i, sure):
                yield claim
            elif line is not None and line.authors:
                if self.is_somebody(line, i):
                    yield Claim(line, sure, None, range(i, stop))
            elif line is None and stop == i + 1 and (other := self.rest(i, sure - 0.01)) is not None:
                yield other

    def addressed(self) -> Iterator[Claim]:
        """Yield the people behind the story's beginning each of whom has an e-mail address behind the name or on the next line."""
        lines, count, i = self.lines, len(self.blocks), self.lines.opening
        found: list[Claim] = []
        while i < count:
            stop = i
            while stop < count and stop - i < _ADDRESSED and (size := self.addresses(stop)):
                stop += size
            line = lines.parse(i, stop) if stop > i else None
            # the contact of a press release stands below a label, without a title
            if (
                line is not None
                and line.authors
                and (len(self.blocks[i - 1].plain) > _ABOUT or all(person.title for person in line.authors))
            ):
                found.append(Claim(line, _ADDRESS_SURE, None, range(i, stop)))
            i = max(stop, i + 1)
        if len(found) == 1:
            yield found[0]

    def addresses(self, i: int) -> int:
        """Return how many lines one person's name and e-mail address take that stand here and nothing else; 0 where none do."""
        name, _, last = self.blocks[i].plain.rpartition(" ")
        below = self.blocks[i + 1].plain if i + 1 < len(self.blocks) else ""
        size = 1 if name and "@" in last else 2 if "@" in below else 0
        if not size or _EMAIL.match(last if size == 1 else below) is None or len(name) > SHORT:
            return 0
        line = self.lines.parse(i, i + 1)
        person = line.authors[0] if line is not None and len(line.authors) == 1 else None
        return size if person is not None and person.kind is ContributorKind.PERSON and (size > 1 or person.contact) else 0

    def rest(self, i: int, confidence: float) -> Claim | None:
        """Return the claim for a full name that opens what stands behind a lead, whatever follows: "Posted by Jane Doe in Boats."."""
        block = self.blocks[i]
        at = lead_end(block.plain, len(block.mark))
        end = ends_of_name(block.plain, at)
        name = block.plain[at:end]
        if at == len(block.mark) or not 0 < name.count(" ") < 4 or not is_bare_name(name) or self.lines.share(name) > 0.5:
            return None
        return self.lines.part(block, at, end, None, confidence)

    def is_somebody(self, line: Byline, i: int) -> bool:
        """Whether a line with a lead names a person in full, or, right at the story's end, anybody."""
        first = line.authors[0]
        if phrase_of(first.name) is not None or self.lines.is_headed(first, i):
            return False
        plain, begin = self.blocks[i].plain, len(self.blocks[i].mark)
        lead = plain[begin : lead_end(plain, begin)].split()
        if " " not in first.name:
            # "Written by Jane" credits wherever it stands; "from Monday" and "By Lake" stand in many places
            sure = len(lead) > 1 and is_bare_name(first.name)
            return bool(lead) and first.name[0].isupper() and (sure or (self.is_near(i) and self.lines.share(first.name) < 1))
        if self.lines.share(first.name) > 0.5:
            # the name of a house or a blog has common words, but is printed by itself as well
            return first.name[0].isupper() and self.is_near(i) and self.lines.stands_alone(first.name)
        if first.kind is ContributorKind.PERSON:
            return is_bare_name(first.name)
        return bool(lead) and first.name[0].isupper() and self.is_near(i)

    def is_near(self, i: int) -> bool:
        """Whether a line stands right at the story's end."""
        return bool(self.story) and self.story.stop - 2 <= i <= self.story.stop + _BEHIND

    def tail(self) -> Iterator[Claim]:
        """Yield the people whom a biography or a card at the story's end presents, and those who sign it."""
        lines, blocks = self.lines, self.blocks
        start = max(lines.opening + 1, self.story.stop - _INTO)
        stop = min(len(blocks), self.story.stop + _BEHIND)
        for i in range(start, stop):
            if i not in lines.used and i not in lines.titles:
                yield from self.read(i)
        middle = (lines.opening + self.story.stop) // 2
        far = (*range(middle, min(start, len(blocks))), *range(stop, len(blocks)))
        for i in far:
            if (about := opens_card(blocks[i].plain)) and self.tells(i):
                yield from self.headed(i, about, _CARD - 0.02)
        cards = [i for i in far if self.is_card(i)]
        if len({blocks[i].plain for i in cards}) == 1:
            yield from self.whole(cards[0], 0, _CARD - 0.04)
        elif not cards:
            yield from self.teams(lines.opening + (self.story.stop - lines.opening) // 3, self.story.stop)

    def read(self, i: int) -> Iterator[Claim]:
        """Yield whom a line around the story's end names."""
        text = self.blocks[i].plain
        if about := opens_card(text):
            if not self.tells(i):
                return
            yield from self.headed(i, about, _CARD)
        elif len(text) > SHORT + 10:
            if i >= self.story.stop - 2 and introduced(text) is not None:
                yield from self.presented(i, 0, _SIGNED)
        elif self.lines.is_name(i) and not (self.lines.is_caption(i) or self.lines.is_credit(i)):
            if self.is_carded(i) and self.signs(i):
                yield from self.whole(i, 0, _CARD)
            elif (
                self.story.stop - 3 <= i <= self.story.stop + 2
                and is_shaped(text)
                and not text.isupper()
                and self.lines.share(text) < _COMMON
                and self.signs(i)
                and not self.goes_on(i)
            ):
                yield from self.whole(i, 0, _SIGNED)
        elif self.story.stop - 3 <= i <= self.story.stop + 1 or (i >= self.story.stop and self.lines.has_date(i)):
            yield from self.marked(i)

    def is_card(self, i: int) -> bool:
        """Whether a line far from the story's end is a name, and the next ones, or a label below it, say that it is an author's."""
        name, below = self.blocks[i].plain, i + 1
        if below >= len(self.blocks) or not 0 < name.count(" ") < 4:  # no name, as most lines far from the story
            return False
        if self.lines.labels_above(below):
            return True
        if len(self.blocks[below].plain) <= SHORT and not any(map(str.isdigit, self.blocks[below].plain)):
            below += 1  # behind a job title
        return self.is_about(below, name) and self.lines.is_name(i)

    def teams(self, start: int, stop: int) -> Iterator[Claim]:
        """Yield the only desk or team that signs below prose, where the story seems to go on: readers are addressed behind it."""
        found = [i for i in range(start, stop) if not self.blocks[i].mark and self.is_team(i)]
        if len(found) == 1:
            yield from self.whole(found[0], 0, _SIGNED - 0.01)

    def is_team(self, i: int) -> bool:
        """Whether a line is nothing but a desk's or a team's name, below prose."""
        text = self.blocks[i].plain
        if len(text) > SHORT or text.count(" ") > 2 or text[-1] in STOPS or i in self.lines.titles or not self.signs(i):
            return False
        line = self.lines.parse(i, i + 1) if phrase_of(text) is None and not titles_only(text) else None
        return line is not None and len(line.authors) == 1 and line.authors[0].kind is ContributorKind.DESK and line.authors[0].name == text

    def headed(self, i: int, about: int, confidence: float) -> Iterator[Claim]:
        """Yield whom the card presents whose heading a line is, or opens with: "About the author: Jane Doe is …"."""
        found = list(self.presented(i, about, confidence))
        if not found and not any(map(str.isalnum, self.blocks[i].plain[about:])) and i + 1 < len(self.blocks):
            below = self.blocks[i + 1]
            at, end = _first_name(below.plain)
            if at < end and self.lines.share(below.plain[at:end]) < 1:
                claim = self.lines.part(below, at, end, None, confidence)
                found = [claim] if claim is not None and isinstance(claim.value, Byline) and _is_person(claim.value) else []
        yield from found

    def marked(self, i: int) -> Iterator[Claim]:
        """Yield the person who signs behind a mark, before a date or with a job title: "— Jane Doe", "3 May 2024 Jane Doe"."""
        text = self.blocks[i].plain
        at = next((k for k, char in enumerate(text) if char.isalnum()), 0)
        if (
            at
            and "," not in text
            and self.blocks[i].mark[:1] in _SIGNING
            and len(text) - at <= SHORT
            and 1 < len(text[at:].split()) < 5
            and is_bare_name(text[at:])
            and self.signs(i, text[at:])
        ):
            yield from self.whole(i, at, _SIGNED)
            return
        line = self.lines.parse(i, i + 1) if not self.blocks[i].mark else None
        if line is None or len(line.contributors) != 1 or not line.authors:
            return
        author = line.authors[0]
        if titles_only(author.name) or (i > self.story.stop + 1 and not opens_byline(line.text)):
            return
        told = (author.title or line.published) and author.kind is ContributorKind.PERSON and len(author.name.split()) > 1
        if (told and is_bare_name(author.name) and self.lines.share(author.name) < 0.5) or author.kind in TEAMS:
            yield Claim(line, _SIGNED, None, range(i, i + 1))

    def is_carded(self, i: int) -> bool:
        """Whether a name is that of a card about an author: by the lines right above and below it."""
        name = self.blocks[i].plain
        above = self.blocks[i - 1].plain
        if opens_card(above) or above == name:
            return True
        for k in range(i + 1, min(len(self.blocks), i + 3)):
            below = self.blocks[k].plain
            if below == name or self.is_about(k, name) or titles_only(below) or opens_card(below):
                return True
        return False

    def tells(self, i: int) -> bool:
        """Whether a line stands in no menu: it, or one of the next, is long enough to tell of somebody, or the text ends there."""
        return i + 3 >= len(self.blocks) or any(len(block.plain) > _ABOUT for block in self.blocks[i : i + 4])

    def is_about(self, i: int, name: str) -> bool:
        """Whether a line tells about somebody: it begins with the name, or its first word, and goes on in small letters."""
        text = self.blocks[i].plain if i < len(self.blocks) else ""
        if not name or not len(text) >= _ABOUT or len(name) > SHORT:
            return False
        for start in (name.rstrip("*†"), name.partition(" ")[0]):
            if text.startswith(start):
                return text[len(start) : len(start) + 1] in " ," and text[len(start) + 1 : len(start) + 2].islower()
        return False

    def signs(self, i: int, name: str = "") -> bool:
        """Whether a name at the story's end signs it: nobody whom the story's last part speaks of."""
        name = name or self.blocks[i].plain
        around = self.blocks[max(self.lines.opening, i - 12) : i]
        if not any(len(block.plain) > _ABOUT for block in around[-_ABOVE:]):
            return False  # an item of a list
        return not any(name in block.plain and len(block.plain) > SHORT + 10 for block in around)

    def goes_on(self, i: int) -> bool:
        """Whether the story goes on behind a line."""
        return any(len(block.plain) > PROSE for block in self.blocks[i + 1 : self.story.stop])

    def presented(self, i: int, at: int, confidence: float) -> Iterator[Claim]:
        """Yield the claim for somebody whom a line presents from an offset on."""
        block = self.blocks[i]
        while at < len(block.plain) and block.plain[at] in " :":
            at += 1
        text = block.plain[at:]
        name = introduced(text) or (text if len(text) <= SHORT and 1 < len(text.split()) < 5 and is_bare_name(text) else None)
        if name is not None and self.lines.share(name) < 1:
            claim = self.lines.part(block, at, at + len(name), None, confidence)
            if claim is not None and isinstance(claim.value, Byline) and _is_person(claim.value):
                yield claim

    def whole(self, i: int, at: int, confidence: float) -> Iterator[Claim]:
        """Yield the claim for a line that is a name from an offset on."""
        block = self.blocks[i]
        claim = self.lines.part(block, at, len(block.plain), None, confidence)
        if claim is not None:
            yield claim


def _is_person(line: Byline) -> bool:
    """Whether a line names one person."""
    return len(line.authors) == 1 and line.authors[0].kind is ContributorKind.PERSON


def _first_name(text: str) -> tuple[int, int]:
    """Return where the full name stands that a line below a card's heading opens with, or has behind a colon; (0, 0) for none.

    >>> text = "Editor of the Harbour Times: Jane Doe has written about boats since 2010."
    >>> text[slice(*_first_name(text))]
    'Jane Doe'
    """
    for at in dict.fromkeys((0, text.rfind(": ", 0, _PREFACE) + 2)):
        end = ends_of_name(text, at)
        name = text[at:end]
        if 0 < name.count(" ") < 4 and is_bare_name(name) and _TELLING.match(text, end):
            return at, end
    return 0, 0
