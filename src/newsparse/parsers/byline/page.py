"""The printed byline of a page near its headline: a line told by its markup and its words."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from attrs import evolve

from newsparse.addresses import host_of
from newsparse.claim import Claim, Draft
from newsparse.document import Block, Document
from newsparse.grammar.byline import is_agency, is_lead, opens_byline, read_byline, titles_only
from newsparse.lexicon.phrases import phrase_of
from newsparse.model import Byline, Contributor, Span
from newsparse.parsers.byline.marks import NOT_IN_HEADER, is_elsewhere, is_marked, named_parts
from newsparse.parsers.byline.parts import people_set_apart, settled
from newsparse.text import fold, holds_any
from newsparse.vocabulary import ContributorKind, Role

__all__ = ["ABOVE", "DATES", "INTO", "LEAD", "MAX_CHARS", "UNDER", "Finder", "digits", "is_dated_byline", "is_person", "moved"]

# A byline stands between headline and story on 220 of 226 measured pages, just above the headline on the others.
ABOVE, UNDER, INTO = 6, 25, 3
# Where the deck is taken for the story's first paragraph the byline stands under it.
_AT_LEAST = 8
# A menu may part headline and story by hundreds of blocks: then the byline stands right before the story.
_BEFORE = 10
# The longest printed byline measured has 390 characters; those beyond 300 are pages' only few.
MAX_CHARS = 300
# How many blocks one byline is printed over at most: "By", name, ",", title, "and", name …
_MOST_BLOCKS = 9
# Lines beyond these are prose, however the element is called or whatever date they hold.
_DATED_CHARS, _MARKED_CHARS = 150, 160
LEAD, _MARKED = 0.97, 0.9
# Whoever a line names is surer than the publication's own name in the markup.
_LEAST = 0.36
# A second line of a byline is shorter.
_SECOND_LINE = 60
# How many blocks from above the headline the judge may count to the story.
_MISTAKEN = 6
# A headline is printed again at most this far behind its first copy.
_COPIES = 15
# Boxes of the header end at most this far under the headline.
_HEADER = 12
# Whoever holds a dated line has said all of it.
DATES = frozenset(("published", "modified"))
_SAID = DATES | {"figures"}
# What parts the steps of the path to a page: "Home › People › Real life".
_PATH = frozenset(">›»")
# A stated name as doubtful as this is the publication's own, or a user of its content system.
_HOUSE = 0.35


class Finder:
    """Looks for the byline of one page."""

    def __init__(self, document: Document, draft: Draft) -> None:
        self.document = document
        self.draft = draft
        self.blocks = document.blocks
        self.host = host_of(document.url)
        self.story = draft.story()
        self.top, self.headline = self.find_headline()
        stated = [(claim.confidence, claim.value) for claim in draft.claims("authors") if isinstance(claim.value, Byline)]
        self.names = {fold(person.name) for _, line in stated for person in line.contributors if len(person.name) > 3}
        """Names that the markup states anywhere."""
        self.people = {fold(person.name) for sure, line in stated if sure > _HOUSE for person in line.contributors}
        """Those that are not the publication's own."""
        self.sets = [{fold(person.name) for person in line.authors} for sure, line in stated if sure > _HOUSE]
        self.somebody = any(sure > _HOUSE and is_person(line) for sure, line in stated)
        """Whether the markup names a person."""
        self.used: set[int] = set()

    def find_headline(self) -> tuple[int, range]:
        """Return where the headline stands: the index of its first copy and the last copy before the story."""
        best = self.draft.best("headline")
        if best is None or not best.owns:
            return 0, range(0)
        if not self.document.is_page:
            return best.owns.start, best.owns
        title = best.value.text.casefold()
        copies = sorted(
            (claim.owns for claim in self.draft.claims("headline") if claim.owns and claim.value.text.casefold() == title),
            key=lambda owns: owns.start,
        )
        if self.story:
            # a line above the headline may be taken for the story's first, such as a date of a print version
            above = [owns for owns in copies if owns.start <= self.story.start]
            copies = above or [owns for owns in copies if owns.start <= self.story.start + _MISTAKEN]
        if not copies:
            return 0, range(0)
        last = copies[-1]
        return next(owns.start for owns in copies if last.start - owns.start <= _COPIES), last

    def find(self) -> Iterator[Claim]:
        """Yield a claim for each line found, or that which names just those whom the markup states: nothing will be surer."""
        order = list(self.candidates())
        claims: dict[int, Claim | None] = {}
        for i in order if self.sets else ():
            if i not in self.used and self.is_named(self.blocks[i].plain):
                claim = claims[i] = self.read(i)
                if claim is not None and self.is_settled(claim):
                    yield claim
                    return
                self.used.update(claim.owns or () if claim is not None else ())
        self.used.clear()
        for i in order:
            if i in self.used:
                continue
            claim = claims[i] if i in claims else self.read(i)
            if claim is not None:
                self.used.update(claim.owns or ())
                yield claim

    def is_settled(self, claim: Claim) -> bool:
        """Whether a line names just those whom the markup states, by a lead or a mark."""
        line = claim.value
        return claim.confidence > _MARKED and isinstance(line, Byline) and {fold(person.name) for person in line.authors} in self.sets

    def candidates(self) -> Iterator[int]:
        """Yield the blocks to look at: from the headline down, then those above it."""
        count = len(self.blocks)
        if self.headline:
            end = self.headline.stop + UNDER
            if self.story and self.story.start >= self.headline.start:
                opening = max(self.story.start + INTO, self.headline.stop + _AT_LEAST)
                end = max(min(end, opening), min(opening, self.headline.stop + 2 * UNDER))
                yield from range(self.headline.stop, min(count, end))
                yield from range(max(end, opening - _BEFORE), min(count, opening))
            else:
                yield from range(self.headline.stop, min(count, end))
            yield from range(max(0, self.top - ABOVE), self.headline.start)
        elif self.story:
            yield from range(max(0, self.story.start - UNDER), min(count, self.story.start + INTO))
        else:
            yield from range(min(count, 40))

    def read(self, i: int) -> Claim | None:
        """Return the byline that begins at a block, or `None`."""
        signs = self.signs(i)
        if signs is None:
            return None
        block, (opens, marked) = self.blocks[i], signs
        parts: list[Contributor] | None = None if marked and len(block.plain) <= _MARKED_CHARS else []
        for stop in dict.fromkeys((self.reach(i), i + 1)):
            line = self.parse(i, stop, named=marked)
            if line is not None and not opens and not marked and not is_dated_byline(line):
                line = None
            if line is not None and {fold(person.name) for person in line.authors} in self.sets:
                return self.claim(i, stop, moved(line, block.start), opens=opens, named=True)
            if parts is None:
                parts = people_set_apart(block, named_parts(block, self.host))
            if line is not None:
                read = len(line.authors)
                line = settled(moved(line, block.start), self.people, parts, self.document.text)
                if stop > i + 1 and len(line.authors) < read:
                    continue  # the lines do not belong together
            elif parts:
                line = settled(self.set_apart(block, parts), self.people, (), self.document.text)
            if line is None or not line.authors:
                continue
            stated = any(fold(person.name) in self.names for person in line.authors)
            # "Posted in Travel by jdoe on 3 May 2024"
            opens = opens or ((not marked or line.published is not None) and opens_byline(line.text))
            if parts or self.is_sound(line, opens=opens, named=stated, listed=block.tag == "li"):
                return self.claim(i, stop, line, opens=opens, named=stated)
        return None

    def signs(self, i: int) -> tuple[bool, bool] | None:
        """Return whether a block opens as bylines do, and whether a stated name or its markup marks it; `None` where it is no byline."""
        block = self.blocks[i]
        text = block.plain
        if len(text) > MAX_CHARS or i in self.headline:
            return None
        named = self.is_named(text)
        if not named and self.is_menu(block):
            return None
        opens = opens_byline(text)
        marked = named or (len(text) <= _MARKED_CHARS and is_marked(block, self.host))
        dated = not opens and not marked and len(text) <= _DATED_CHARS and digits(text) > 3
        if not opens and not named and not ((marked or dated) and self.may_name(block, marked=marked)):
            return None
        if not (opens and named) and self.is_elsewhere(i, leads=opens):
            return None
        return opens, marked

    def is_menu(self, block: Block) -> bool:
        """Whether a block is an item of a menu: in an element for one, or above the headline a linked item or a path."""
        scope = block.scope
        if scope is not None and scope.within & NOT_IN_HEADER:
            return True
        if block.index >= self.top:
            return False
        return (block.tag == "li" and block.link_density > 0.9) or not _PATH.isdisjoint(block.plain)

    def may_name(self, block: Block, *, marked: bool) -> bool:
        """Whether a line without a lead can name somebody: it is no date alone and no caption, or has two words like names."""
        if self.draft.owner(block) in _SAID:
            return marked and _capitals(block.plain) > 1
        return marked or _capitals(block.plain) > 1

    def set_apart(self, block: Block, people: list[Contributor]) -> Byline:
        """Return the line of those whom a block's markup sets apart, where the grammar reads nobody in it."""
        spans = [person.span for person in people if person.span is not None]
        span = Span(min(span.start for span in spans), max(span.end for span in spans))
        return Byline(self.document.text[span.slice], span=span, contributors=tuple(people), raw=block.plain)

    def reach(self, i: int) -> int:
        """Return the index behind the last block of a line that begins at `i`."""
        stop = i + 1
        whole = self.blocks[i].plain
        listed = self.blocks[i].link_density > 0.9 and self.blocks[i].tag == "li"  # a menu's item is no lead
        while stop < len(self.blocks) and stop - i < _MOST_BLOCKS and stop not in self.headline:
            text = self.blocks[stop].plain
            if len(text) > 80 or len(whole) + len(text) > MAX_CHARS:
                break
            open_end = (not any(char.isalnum() for char in whole[-2:]) and whole[-1] in ",;&|/•·") or (not listed and is_lead(whole))
            if not (
                open_end
                or _joins(text)
                or (stop > i + 1 and _joins(self.blocks[stop - 1].plain))
                or (self.blocks[stop].link_density < 0.5 and titles_only(text))
                or (is_marked(self.blocks[stop], self.host) and self.same_place(stop - 1, stop) and self.is_named(text))
                or self.goes_on(i, stop)
            ):
                break
            whole = f"{whole} {text}"
            stop += 1
        while stop > i + 1 and _joins(self.blocks[stop - 1].plain):
            stop -= 1
        return stop

    def goes_on(self, i: int, stop: int) -> bool:
        """Whether a line below a byline says who else made the story, or which desk wrote it: "Photos by Ann Poe", "Daily Perch Staff"."""
        text = self.blocks[stop].plain
        if (
            self.blocks[stop].links
            or len(text) > _SECOND_LINE
            or not opens_byline(self.blocks[i].plain)
            or not self.same_place(stop - 1, stop)
        ):
            return False
        line = read_byline(text)
        if line is None or any(map(str.isdigit, text)) or self.draft.owner(self.blocks[stop]) in _SAID:
            return False
        desk = stop == i + 1 and " " in text and [person.kind for person in line.contributors] == [ContributorKind.DESK]
        return desk or (opens_byline(text) and not line.authors and bool(line.contributors))

    def same_place(self, i: int, j: int) -> bool:
        """Whether two blocks stand close together in the tree."""
        one, other = self.blocks[i].scope, self.blocks[j].scope
        if one is None or other is None:
            return one is other
        near = {id(scope) for scope, _ in zip(one.around(), range(4), strict=False)}
        return any(id(scope) in near for scope, _ in zip(other.around(), range(4), strict=False))

    def parse(self, i: int, stop: int, *, named: bool) -> Byline | None:
        """Return what the blocks from `i` to before `stop` say."""
        start, end = self.blocks[i].start, self.blocks[stop - 1].end
        text = self.document.text[start:end]
        for block in self.blocks[i + 1 : stop - 1]:
            if opens_byline(block.plain, joins=True):  # "and" between two lines is no line: as long, but joined
                first, last = block.start - start, block.end - start
                if not (text[first - 1].isspace() and text[last].isspace()):
                    return None  # what a dump glued is no line of its own
                text = f"{text[: first - 1]} {block.text} {text[last + 1 :]}"
        line = read_byline(text, named=named)
        return by_interviewers(line) if line is not None and not line.authors else line

    def is_sound(self, line: Byline, *, opens: bool, named: bool, listed: bool) -> bool:
        """Whether a line names somebody who can be its author."""
        if not line.authors:
            return False
        first = line.authors[0]
        if first.kind is ContributorKind.PERSON and (is_lead(first.name) or phrase_of(first.name) is not None):
            return False  # a lead or a button: "Written by", "Full bio"
        if opens or named:
            return True
        if first.kind is not ContributorKind.PERSON:
            # a menu links to desks and houses as it does to people
            return line.published is not None or line.modified is not None or is_agency(first.name) or (len(line.text) > 12 and not listed)
        return len(first.name.split()) > 1

    def is_named(self, text: str) -> bool:
        """Whether a line holds a name that the markup states."""
        if not self.names or len(text) > 200:
            return False
        folded = text.lower() if text.isascii() else fold(text)
        return holds_any(folded, self.names)

    def is_elsewhere(self, i: int, *, leads: bool) -> bool:
        """Whether a block stands in a part of the page that has bylines of its own."""
        scope = self.blocks[i].scope
        if scope is not None and "blockquote" in scope.within and not self.is_quoted:
            return True  # who is quoted
        header = bool(self.headline) and self.headline.stop <= i < min(self.story.start if self.story else i, self.headline.stop + _HEADER)
        return is_elsewhere(self.blocks[i], self.around, header=header, leads=leads)

    @cached_property
    def is_quoted(self) -> bool:
        """Whether the story itself stands in an element for quotations, as old layouts indent it."""
        scope = self.blocks[self.story.start].scope if self.story else None
        return scope is not None and "blockquote" in scope.within

    @cached_property
    def around(self) -> frozenset[int]:
        """Identities of the scopes around headline and story."""
        return frozenset(id(outer) for at in (self.headline, self.story) if at for outer in self.scopes(at.start))

    def scopes(self, i: int) -> Iterator[object]:
        """Yield the scopes around a block."""
        scope = self.blocks[i].scope
        return scope.around() if scope is not None else iter(())

    def claim(self, i: int, stop: int, line: Byline, *, opens: bool, named: bool, confidence: float | None = None) -> Claim:
        """Return the claim for a line that was found."""
        confidence = confidence or (LEAD if opens else _MARKED) + (0.02 if named else 0.0)
        if self.headline and i < self.top:
            confidence -= 0.15
        elif self.story and i > max(self.story.start, self.headline.stop + _AT_LEAST):  # nearer lines stand before all prose
            confidence -= 0.2
        if all(person.kind is ContributorKind.ORGANIZATION for person in line.authors):
            confidence -= 0.15
        scope = self.blocks[i].scope
        return Claim(line, max(confidence, _LEAST), scope.element if scope is not None else None, range(i, stop))


def is_person(line: Byline) -> bool:
    """Return whether an author of a line is a person."""
    return any(person.kind is ContributorKind.PERSON for person in line.authors)


def by_interviewers(line: Byline) -> Byline:
    """Return a line that credits nobody but who led the interview, whose story it is, with them as its authors."""
    if not any(Role.INTERVIEWER in person.roles for person in line.contributors):
        return line
    people = tuple(
        evolve(person, roles=(Role.AUTHOR, *person.roles)) if Role.INTERVIEWER in person.roles else person for person in line.contributors
    )
    return evolve(line, contributors=people)


def _joins(text: str) -> bool:
    """Return whether a line only joins those before and behind it: "and", ",", "|"."""
    return not any(map(str.isalnum, text)) or opens_byline(text, joins=True)


def digits(text: str) -> int:
    """Return how many digits a line holds."""
    return sum(map(str.isdigit, text))


def _capitals(text: str) -> int:
    """Return how many words of a line begin with a capital."""
    return sum(word[0].isupper() for word in text.split())


def is_dated_byline(line: Byline) -> bool:
    """Return whether a line that nothing marks has a byline's form: a date, and a lead word, a full name or an agency."""
    if line.published is None and line.modified is None:
        return False
    first = line.authors[0] if line.authors else None
    if first is None:
        return False
    if opens_byline(line.text):
        return True
    if first.kind is ContributorKind.PERSON:
        return 1 < len(first.name.split()) < 5
    return first.kind is ContributorKind.DESK or is_agency(first.name)


def moved(line: Byline, offset: int) -> Byline:
    """Return a line that was read from a piece of the document with its spans in the document."""
    people = tuple(person.moved(offset) for person in line.contributors)
    return evolve(line, span=line.span.moved(offset) if line.span is not None else None, contributors=people)
