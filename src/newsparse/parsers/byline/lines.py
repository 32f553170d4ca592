"""The byline of a plain text, which no markup tells: by its words, its place and the lines around it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import evolve

from newsparse.claim import Claim, Draft
from newsparse.document import Document
from newsparse.grammar.byline import is_agency, is_bare_name, is_label, titles_only
from newsparse.grammar.names import kind_of
from newsparse.lexicon.phrases import phrase_of
from newsparse.model import Byline, Contributor
from newsparse.parsers.byline.ends import find_at_ends
from newsparse.parsers.byline.page import LEAD, MAX_CHARS, is_dated_byline
from newsparse.parsers.byline.pieces import TEAMS, behind_date, behind_lead, ends_of_name, is_shaped, lead_end, piece_of, team_of
from newsparse.parsers.byline.text import PROSE, SHORT, STOPS, TextLines
from newsparse.vocabulary import ContributorKind

__all__ = ["find_in_text"]

# How far above the headline, into the story, and above the story (where the headline is elsewhere) a byline may stand.
_LINES_ABOVE, _LINES_INTO, _STORY_ABOVE = 6, 10, 16
# A name without a date just under the headline; it gives way to a biography or a lead at the end.
_UNDATED = 0.46
# A name before a picture's credit is a caption more often than a byline.
_CAPTION = 0.43
_STATED, _BARE, _LEAST = 0.84, 0.5, 0.4
# A name beside a date is surer than this.
_DATED = 0.6
# What stands behind a lead without having a name's form.
_BEHIND_LEAD = 0.85
# What is as sure needs no search of the story's end.
_ENOUGH = 0.5
# A name holds letters and these; a label may hold others.
_IN_NAMES = frozenset(" .'’‘-‐,()\"“”®·・&")
# Labels alone on a line are no longer.
_LABEL = 20
# A sentence goes on with these.
_GOES_ON = frozenset(',;:.)“"')
# "Ring us now. Talk to our experts"; not "Jane A. Doe", "Jane Doe, Ph.D. Staff"
_SENTENCE = re.compile(r"[^\W\d_A-Z]{4}[.!?] [^\W\d_]")
# Lines with more words hold names and more: no names alone.
_MOST_WORDS = 18


def find_in_text(document: Document, draft: Draft) -> Iterator[Claim]:
    """Yield the bylines of a plain text: lines around its headline and at its story's beginning, else those at its end."""
    lines = _Near(document, draft)
    near = list(lines.find())
    yield from near
    if not any(claim.confidence >= _ENOUGH for claim in near):
        yield from find_at_ends(lines)


class _Near(TextLines):
    """Looks for the byline around the headline and at the story's beginning."""

    def find(self) -> Iterator[Claim]:
        """Yield the lines that may be it."""
        near = range(max(0, min(self.top, self.first - _LINES_ABOVE)), min(len(self.blocks), self.opening + _LINES_INTO))
        above = range(max(near.stop, self.story.start - _STORY_ABOVE), self.story.start + 1) if self.story else range(0)
        told = False
        for i in (*near, *above):
            if i == above.start:
                self.opening = self.story.start
            if told and i > self.opening:
                return  # whom the story names does not outdo who stands by the date above it
            if i not in self.used and i not in self.titles and len(self.blocks[i].plain) <= MAX_CHARS:
                claim = self.read(i)
                if claim is not None:
                    yield claim
                    if claim.confidence >= LEAD:
                        return  # introduced, where bylines stand: nothing will be surer
                    told = told or (claim.confidence > _DATED and self.is_under(i))

    def read(self, i: int) -> Claim | None:
        """Return the byline that begins at a line, or `None`."""
        if self.opens(i):
            return self.led(i) or self.labelled(i)
        plain = self.blocks[i].plain
        word = plain.isascii() and " " not in plain
        if not _may_name(plain) or (word and not self.is_under(i) and not is_agency(plain)) or phrase_of(plain) is not None:
            return self.owner(i)
        for stop in dict.fromkeys((self.names_on(i), i + 1)):
            line = self.parse(i, stop) or (self.single(i) if stop == i + 1 else None)
            if line is not None and line.authors:
                line = self.without_labels(line, sure=False)
                confidence = self.placed(self.unled(line, i), i)
                if confidence >= _LEAST:
                    return self.claim(line, i, stop, confidence)
        return self.piece(i) or self.owner(i)

    def placed(self, confidence: float, i: int) -> float:
        """Return how sure a line is where it stands: less within the story, and above the headline."""
        return confidence - (0.15 if i > self.opening else 0.1 if i < self.first else 0.0)

    def led(self, i: int) -> Claim | None:
        """Return the byline that begins at a line with a lead, or `None`."""
        if self.is_torn(i) or self.is_empty(i):
            return None
        if claim := self.pictured(i, self.placed(LEAD, i)):
            return claim
        for stop in dict.fromkeys((self.reach(i), i + 1)):
            line = self.listed(i, stop) or (self.single(i) if stop == i + 1 else None)
            if line is None or not line.authors:
                continue
            name = line.authors[0].name
            common = name[0].islower() and self.is_common_noun(line.authors[0]) and not self.is_handle(name, i)
            if common or name == line.text or self.is_headed(line.authors[0], i):
                continue
            if phrase_of(name) is None and (" " in name or not titles_only(name)):
                return self.claim(self.without_labels(line, sure=True), i, stop, self.placed(LEAD, i))
        return self.rest(i)

    def labelled(self, i: int) -> Claim | None:
        """Return the name on the line under a label such as "Author", which leads bylines only where a colon follows it."""
        plain = self.blocks[i].plain
        if (
            len(plain) > _LABEL
            or not self.is_near(i)
            or i + 1 >= len(self.blocks)
            or i + 1 in self.titles
            or lead_end(f"{plain}:") <= len(plain)
            or self.labels_above(i)
        ):
            return None
        block = self.blocks[i + 1]
        at, name = len(block.mark), block.plain[len(block.mark) :]
        if len(name) > SHORT or name.count(" ") > 4 or name[0].islower() or ends_of_name(block.plain, at) < len(block.plain):
            return None
        if phrase_of(name) is not None or self.share(name) > 0.5 or titles_only(name):
            return None
        return self.part(block, at, len(block.plain), range(i, i + 2), self.placed(_BEHIND_LEAD, i))

    def is_torn(self, i: int) -> bool:
        """Whether a line is a piece of a sentence that a tool tore at its links: what stands around it has no end and no start."""
        above = self.blocks[i - 1].plain if i else ""
        below = self.blocks[i + 1].plain[0] if i + 1 < len(self.blocks) else ""
        if below and (below in _GOES_ON or below.islower()) and self.blocks[i].plain[-1] not in STOPS:
            return self.blocks[i].plain[0].islower() and len(above) > SHORT and above[-1].isalnum()
        return False

    def rest(self, i: int) -> Claim | None:
        """Return what stands behind a lead, on its line or the next, as a name: a house, a team, a handle."""
        block = self.blocks[i]
        line = self.parse(i, i + 1)
        if line is not None and line.contributors:
            return None  # somebody in another role, or a label
        begin = self.begin(i)
        at = lead_end(block.plain, begin)
        if at == begin:
            return None
        stop = i + 1
        if at >= len(block.plain):
            if stop >= len(self.blocks) or stop in self.titles:
                return None
            block, stop = self.blocks[stop], stop + 1
            at = len(block.mark)
        plain = block.plain
        end = behind_lead(plain, at)
        if end <= at or (len(plain) > PROSE and plain[-1] in STOPS and plain[end : end + 1] != ","):
            return None
        name = plain[at:end]
        if " " not in name and not is_bare_name(name) and kind_of([name]) is ContributorKind.PERSON:
            return None  # a month, a section
        if phrase_of(name) is not None or "@" in name:
            return None
        if self.share(name) > 0.5 and kind_of(name.split()) is ContributorKind.PERSON:
            return None
        return self.part(block, at, end, range(i, stop), self.placed(_BEHIND_LEAD, i))

    def piece(self, i: int) -> Claim | None:
        """Return a name among the pieces of a line, or a team alone on it, where it stands by a date under the headline."""
        block = self.blocks[i]
        if i in self.used or not self.is_under(i) or len(block.plain) > PROSE or block.plain[0] in "([":
            return None  # "(BUTTON) Save"
        if any(map(str.isdigit, block.plain)):
            found = (piece_of(block.plain, len(block.mark)) or behind_date(block.plain)) if self.has_date(i) else None
        else:
            found = team_of(block.plain, len(block.mark))
        return self.part(block, *found, range(i, i + 1), _BARE if self.is_dated(i) or self.has_date(i) else _UNDATED) if found else None

    def owner(self, i: int) -> Claim | None:
        """Return a house or a handle right above its date that the text tells to be one: it states its rights, or speaks of it."""
        block = self.blocks[i]
        at = len(block.mark)
        name = block.plain[at:]
        if not 2 < len(name) <= SHORT or i in self.used or name.count(" ") > 4 or not name[-1].isalnum():
            return None
        if not (self.first - _LINES_ABOVE <= i < self.opening and self.has_date(i + 1)):
            return None
        if is_label(name) or titles_only(name) or phrase_of(name) is not None:
            return None
        if not self.holds_rights(name) and not (self.is_under(i) and " " in name and name[0].isupper() and self.is_in_prose(name)):
            return None
        return self.part(block, at, len(block.plain), range(i, i + 1), _BARE, sure=True)

    def names_on(self, i: int) -> int:
        """Return the index behind the last of several names, each on a line of its own, or behind a name's job title."""
        stop = i + 1
        if stop == len(self.blocks) or not self.is_name(i):
            return stop
        while stop < min(len(self.blocks), i + 4) and self.blocks[stop].plain != self.blocks[i].plain and self.is_name(stop):
            stop += 1
        return stop + 1 if stop == i + 1 and stop < len(self.blocks) and titles_only(self.blocks[stop].plain) else stop

    def single(self, i: int) -> Byline | None:
        """Return the byline that a name of one word, a house or a handle beside its date is, or `None`."""
        text = self.blocks[i].plain
        if len(text) > SHORT or text[0] in "([" or not self.is_under(i) or not (self.opens(i) or self.is_dated(i) or self.has_date(i)):
            return None
        line = self.parse(i, i + 1, named=True)
        if line is None or len(line.contributors) != 1:
            return None
        name = line.contributors[0].name
        cased = name.lower() != name.upper() and name.isprintable()  # in scripts without case any short line is one word
        parts = name.split()
        whole = len(parts) < 3 or (is_bare_name(name) and any(map(str.islower, parts)))  # "Joris van der Veen"
        return line if cased and len(name) > 2 and whole and not is_label(name) and not titles_only(name) else None

    def without_labels(self, line: Byline, *, sure: bool) -> Byline:
        """Return a line without those behind the first who are nobody: "Jane Doe 2 May 2025 Product Reviews", "Jane Doe, Founder & Lead".

        `sure` says that a lead introduces the line; then only what stands behind a full name is looked at.
        """
        first = line.authors[0]
        if len(line.authors) < 2 or (sure and " " not in first.name):
            return line

        def is_kept(person: Contributor) -> bool:
            if person is first or person.roles != first.roles:
                return True
            human = person.kind is ContributorKind.PERSON
            word = human and (" " not in person.name if sure else not is_bare_name(person.name.partition(",")[0]))
            return not (word or self.is_label(person) or titles_only(person.name))

        return evolve(line, contributors=tuple(person for person in line.contributors if is_kept(person)))

    def is_common_noun(self, person: Contributor) -> bool:
        """Whether what stands behind a lead in small letters is no handle: "from research organizations", "photos"."""
        return self.is_label(person) or (person.kind is ContributorKind.PERSON and not is_bare_name(person.name))

    def is_handle(self, name: str, i: int) -> bool:
        """Whether a word in small letters behind a lead is somebody's handle: by a date, and in no line of prose."""
        if " " in name or not (self.has_date(i) or self.is_dated(i)):
            return False
        return all(len(block.plain) <= PROSE for block in self.blocks if name in block.plain and name in block.plain.split())

    def unled(self, line: Byline, i: int) -> float:
        """Return how sure a line without a lead word is a byline; 0 for none.

        A name alone is one where it stands by itself between headline and story, best beside a date;
        not in a menu, and not when the story is about that person.
        """
        author = line.authors[0]
        if self.is_labelling(author.name, i) or _SENTENCE.search(self.blocks[i].plain):
            return 0.0
        parts = author.name.partition(",")[0].split()
        person = author.kind is ContributorKind.PERSON
        dates = bool(line.published or line.modified)
        dated = self.is_dated(i, across=i < self.headline.start and self.holds_rights(author.name))
        if (i < self.first and not (dates or dated)) or (i > self.opening and self.blocks[i].plain[0] in "-–—"):
            return 0.0  # above a headline stand menus, behind a dash who said something
        if person and not 1 < len(parts) < 6:
            return _BARE if len(parts) == 1 and len(line.authors) == 1 and self.is_single(author, i, dates=dates) else 0.0
        stated = any(other.title or other.affiliation or other.contact for other in line.contributors)
        sure = dates or (dated and self.is_under(i)) or bool(author.title and not author.title[0].islower())
        if any(self.is_nobody(other, sure=sure) for other in line.authors):
            return 0.0
        if not dates and (self.is_caption(i) or self.is_credit(i)):
            return 0.0 if self.is_credit(i) else _CAPTION
        if dates or stated:
            return self.stated(line, i, dates=dates, dated=dated)
        if not person:
            return self.house(author, i, dated=dated)
        if dated and any(other.place for other in line.authors) and all(len(other.name.split()) > 1 for other in line.authors):
            return _STATED  # "Jane Doe and Max Moe in Beirut"
        return self.alone(line, i, dated=dated)

    def is_labelling(self, name: str, i: int) -> bool:
        """Whether a colon stands right behind a name: a label of what follows."""
        plain = self.blocks[i].plain
        at = plain.find(name)
        return at >= 0 and plain[at + len(name) :].lstrip()[:1] in (":", "：")

    def stated(self, line: Byline, i: int, *, dates: bool, dated: bool) -> float:
        """Return how sure a name with a date, a job title or an employer on its line is the author's."""
        author = line.authors[0]
        if not dates and (i >= self.opening + (3 if author.title or author.contact else 0) or i < self.first):
            return 0.0
        if not dates and not author.title and not author.contact:
            if "/" in self.blocks[i].plain:
                return _UNDATED if dated else _CAPTION  # "Jane Doe / AP" under a picture
            if not dated:  # "Best Boots for Walkers"
                return _BARE + 0.05 if self.is_near(i) and not self.blocks[i].mark else 0.0
        return _STATED if author.kind is ContributorKind.PERSON or is_dated_byline(line) else 0.0

    def alone(self, line: Byline, i: int, *, dated: bool) -> float:
        """Return how sure names alone on a line are the authors'."""
        author = line.authors[0]
        several = len(line.authors) > 1 and all(1 < len(other.name.split()) < 5 for other in line.authors)
        if self.is_told_of(author.name, i):
            return 0.0
        if several and i < self.opening + 2 and not self.blocks[i].mark:
            return _STATED - 0.1 if dated else _BARE if self.is_near(i) else 0.0
        if (
            len(author.name.partition(",")[0].split()) > 4
            or i >= self.opening + (_LINES_INTO if dated else 2)
            or self.is_in_menu(i, dated=dated)
        ):
            return 0.0
        return _BARE + 0.15 if dated else _UNDATED if is_shaped(author.name) else 0.0

    def is_nobody(self, person: Contributor, *, sure: bool) -> bool:
        """Whether a name without a lead word is no name: words of labels, of the text, or signs.

        `sure` says that a date or a job title stands by it, so that one of two words may be a common one ("Will Moore").
        """
        name = person.name.partition(",")[0]  # degrees stand behind it
        if ".." in name or not all(char.isalpha() or char in _IN_NAMES for char in name if char.isprintable() and not _is_mark(char)):
            return True
        share = self.share(name)
        if is_agency(name):
            return False
        if share > 0.5 or (share == 0.5 and not sure) or phrase_of(name) is not None:
            return True
        if " " in name and any(kind_of([word]) is ContributorKind.PSEUDONYM for word in name.split()):
            return True  # labels glued together: "DashboardGet Started"
        bare = re.sub(r"\s*\([^)]{1,30}\)", "", name)
        return person.kind is ContributorKind.PERSON and not (is_bare_name(bare) or (sure and is_bare_name(bare.partition(" ")[2])))

    def is_single(self, author: Contributor, i: int, *, dates: bool) -> bool:
        """Whether a name of one word is the author's: just under the headline, beside the date, with nothing behind it."""
        name = author.name
        if author.affiliation or not self.is_under(i) or self.is_common(name.lower()):
            return False
        return is_bare_name(name) and (dates or self.is_dated(i, before=1, behind=2))

    def house(self, author: Contributor, i: int, *, dated: bool) -> float:
        """Return how sure a house, a team or a handle is the author: beside a date, or a desk just under the headline."""
        if titles_only(author.name) or (self.blocks[i].plain[0] in "([" and not is_agency(author.name)):
            return 0.0  # "(BUTTON) Save"
        if author.kind in TEAMS or is_agency(author.name):
            return _BARE if dated else _UNDATED if self.is_under(i) and not self.blocks[i].mark else 0.0
        if not dated or not self.is_under(i) or not 2 < len(author.name) < SHORT or not author.name.replace(" ", "").isalnum():
            return 0.0
        return _BARE if self.is_dated(i, before=1, behind=2) else 0.0

    def is_in_menu(self, i: int, *, dated: bool) -> bool:
        """Whether the line and those beside it are items of a list."""
        if dated:
            return False
        if not self.blocks[i].mark:
            return bool(0 < i < len(self.blocks) - 1 and self.blocks[i - 1].mark and self.blocks[i + 1].mark)
        return True


def _may_name(text: str) -> bool:
    """Whether a line may be names by its shape: no sentence, few words, and not most of them in small letters."""
    if len(text) > PROSE and text[-1] in STOPS:
        return False
    words = text.split(None, _MOST_WORDS)
    return len(words) == 1 or (len(words) <= _MOST_WORDS and 3 * sum([word[0].islower() for word in words]) <= 2 * len(words))


def _is_mark(char: str) -> bool:
    """Whether a character is a sign of a script that stands on letters: vowel signs, virama."""
    return not char.isascii() and not char.isalnum() and char.isidentifier() is False and ("a" + char).isidentifier()
