"""The printed byline of a page: a line near the headline or at the story's end, told by its markup and its words."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from urllib.parse import urlsplit

from attrs import evolve

from newsparse.claim import Claim, Draft
from newsparse.document import Block, Document
from newsparse.grammar.byline import is_agency, is_bare_name, is_lead, opens_byline, read_byline, titles_only
from newsparse.grammar.credits import read_credit
from newsparse.grammar.names import begins_name
from newsparse.model import Byline, Contributor, Span
from newsparse.parsers.byline.marks import NOT_IN_HEADER, is_elsewhere, is_marked, named_parts
from newsparse.parsers.byline.parts import people_set_apart, settled
from newsparse.text import fold
from newsparse.vocabulary import ContributorKind

__all__ = ["LEAD", "MAX_CHARS", "Finder", "find_on_page", "is_dated_byline", "is_in_story", "moved"]

# A byline stands between headline and story on 220 of 226 measured pages, just above the headline on the others.
_ABOVE, _UNDER, _INTO = 6, 25, 3
# A menu may part headline and story by hundreds of blocks: then the byline stands right before the story.
_BEFORE = 10
# The longest printed byline measured has 390 characters; those beyond 300 are pages' only few.
MAX_CHARS = 300
# How many blocks one byline is printed over at most: "By", name, ",", title, "and", name …
_MOST_BLOCKS = 9
# Lines beyond these are prose, however the element is called or whatever date they hold.
_DATED_CHARS, _MARKED_CHARS = 150, 160
LEAD, _MARKED, _NEAR, _LAST = 0.97, 0.9, 0.5, 0.4
# Author boxes and "Posted by" stand at most this far behind the story on blogs of the development pages.
_BEHIND, _FAR_BEHIND = 12, 25
# A line that signs the story is one of its last blocks or stands behind it, and is short.
_SIGNED_IN, _SIGNED_CHARS = 3, 90
# Surer than a desk that the markup names, less sure than a person.
_SIGNED = 0.64
# A name that stands alone is shorter.
_LONGEST_ALONE = 50
# A headline is printed again at most this far behind its first copy.
_COPIES = 15
# Boxes of the header end at most this far under the headline.
_HEADER = 12
# Whoever holds a dated line has said all of it.
_DATES = frozenset(("published", "modified"))
_SAID = _DATES | {"figures"}
# A name alone stands this near the headline, and by a date: of 23 others on the development pages 16 were labels.
_ALONE_UNDER, _DATE_CHARS = 2, 40
_HEADINGS = frozenset(("h1", "h2"))
# A stated name as doubtful as this is the publication's own, or a user of its content system.
_HOUSE = 0.35


def find_on_page(document: Document, draft: Draft) -> Iterator[Claim]:
    """Yield the printed bylines of a page, the likeliest with the highest confidence."""
    finder = Finder(document, draft)
    yield from finder.find()


class Finder:
    """Looks for the byline of one page."""

    def __init__(self, document: Document, draft: Draft) -> None:
        self.document = document
        self.draft = draft
        self.blocks = document.blocks
        self.host = urlsplit(document.url).netloc if document.url else ""
        self.story = draft.story()
        self.top, self.headline = self.find_headline()
        stated = [(claim.confidence, claim.value) for claim in draft.claims("authors") if isinstance(claim.value, Byline)]
        self.names = {fold(person.name) for _, line in stated for person in line.contributors if len(person.name) > 3}
        """Names that the markup states anywhere."""
        self.people = {fold(person.name) for sure, line in stated if sure > _HOUSE for person in line.contributors}
        """Those that are not the publication's own."""
        self.sets = [{fold(person.name) for person in line.authors} for sure, line in stated if sure > _HOUSE]
        self.somebody = any(sure > _HOUSE and _is_person(line) for sure, line in stated)
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
            copies = [owns for owns in copies if owns.start <= self.story.start]
        if not copies:
            return 0, range(0)
        last = copies[-1]
        return next(owns.start for owns in copies if last.start - owns.start <= _COPIES), last

    def find(self) -> Iterator[Claim]:
        """Yield a claim for each line found, or that which names just those whom the markup states: nothing will be surer."""
        order = list(self.candidates())
        claims: dict[int, Claim | None] = {}
        for i in order if self.sets else ():
            if self.is_named(self.blocks[i].plain):
                claim = claims[i] = self.read(i)
                if claim is not None and self.is_settled(claim):
                    yield claim
                    return
        found = False
        for i in order:
            if i in self.used:
                continue
            claim = claims[i] if i in claims else self.read(i)
            if claim is not None:
                self.used.update(claim.owns or ())
                found = True
                yield claim
        if not found:
            for claim in self.find_alone():
                found = True
                yield claim
        if not found and not self.somebody and self.story:
            yield from self.find_behind()

    def is_settled(self, claim: Claim) -> bool:
        """Whether a line names just those whom the markup states, by a lead or a mark."""
        line = claim.value
        return claim.confidence > _MARKED and isinstance(line, Byline) and {fold(person.name) for person in line.authors} in self.sets

    def find_alone(self) -> Iterator[Claim]:
        """Yield a name that stands alone between headline and story, for pages that state and introduce nobody."""
        if self.names or not self.headline or not self.story:
            return
        for i in range(self.headline.stop, min(self.story.start + _INTO, len(self.blocks), self.headline.stop + _UNDER)):
            line = self.parse(i, i + 1, named=False) if _like_name(self.blocks[i].plain) else None
            if line is not None and self.is_alone(line, i):
                yield self.claim(i, i + 1, moved(line, self.blocks[i].start), opens=False, named=False, confidence=_NEAR)
                return

    def find_behind(self) -> Iterator[Claim]:
        """Yield the line at the story's end or behind it that introduces or marks somebody, else a name that signs the story."""
        for i in range(max(self.story.start + 1, self.story.stop - _SIGNED_IN), min(len(self.blocks), self.story.stop + _FAR_BEHIND)):
            block = self.blocks[i]
            opens = opens_byline(block.plain)
            if i >= self.story.stop + _BEHIND and not (opens and is_marked(block, self.host)):
                continue
            if i < self.story.stop and (not opens or len(block.plain) > _SIGNED_CHARS):
                continue
            claim = None if block.tag == "li" and not opens else self.read(i)  # a menu's item
            if claim is not None and isinstance(claim.value, Byline):
                full = _is_person(claim.value) and " " in claim.value.authors[0].name
                claim.confidence = _SIGNED if opens and full and len(block.plain) <= _SIGNED_CHARS else _LAST
                yield claim
                return

    def is_alone(self, line: Byline, i: int) -> bool:
        """Whether a line is nothing but the name of somebody whom the story does not speak of."""
        block = self.blocks[i]
        if not line.authors or (block.link_density > 0.9 and block.links > 1) or self.is_elsewhere(i, leads=False):
            return False
        name = line.authors[0].name
        if is_agency(name):
            return True
        if line.authors[0].kind is not ContributorKind.PERSON or not 1 < len(name.split()) < 5 or not is_bare_name(name):
            return False
        if i - self.headline.stop > _ALONE_UNDER or block.tag in _HEADINGS or not self.is_beside_a_date(i):
            return False
        return not is_in_story(line, self.blocks, self.story.start, i)

    def is_beside_a_date(self, i: int) -> bool:
        """Whether a date or a job title stands by a line."""
        if i + 1 < len(self.blocks) and titles_only(self.blocks[i + 1].plain):
            return True
        near = [self.blocks[j] for j in range(max(self.headline.stop, i - 2), min(len(self.blocks), i + 3)) if j != i]
        return any(self.draft.owner(block) in _DATES or (len(block.plain) < _DATE_CHARS and _digits(block.plain) > 3) for block in near)

    def candidates(self) -> Iterator[int]:
        """Yield the blocks to look at: from the headline down, then those above it."""
        count = len(self.blocks)
        if self.headline:
            end = self.headline.stop + _UNDER
            if self.story and self.story.start >= self.headline.start:
                opening = self.story.start + _INTO
                end = max(min(end, opening), min(opening, self.headline.stop + 2 * _UNDER))
                yield from range(self.headline.stop, min(count, end))
                yield from range(max(end, opening - _BEFORE), min(count, opening))
            else:
                yield from range(self.headline.stop, min(count, end))
            yield from range(max(0, self.top - _ABOVE), self.headline.start)
        elif self.story:
            yield from range(max(0, self.story.start - _UNDER), min(count, self.story.start + _INTO))
        else:
            yield from range(min(count, 40))

    def read(self, i: int) -> Claim | None:
        """Return the byline that begins at a block, or `None`."""
        block = self.blocks[i]
        text = block.plain
        if len(text) > MAX_CHARS or i in self.headline:
            return None
        named = self.is_named(text)
        if not named and block.scope is not None and block.scope.within & NOT_IN_HEADER:
            return None
        opens = opens_byline(text)
        marked = named or (len(text) <= _MARKED_CHARS and is_marked(block, self.host))
        dated = not opens and not marked and len(text) <= _DATED_CHARS and _digits(text) > 3
        if not opens and not named and not ((marked or dated) and self.may_name(block, marked=marked)):
            return None
        if not (opens and named) and self.is_elsewhere(i, leads=opens):
            return None
        parts: list[Contributor] | None = None if marked and len(text) <= _MARKED_CHARS else []
        end = self.reach(i)
        for stop in dict.fromkeys((end, i + 1)):
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
            opens = opens or (not marked and opens_byline(line.text))  # "Posted in Travel by jdoe on 3 May 2024"
            if parts or self.is_sound(line, opens=opens, named=stated, listed=block.tag == "li"):
                return self.claim(i, stop, line, opens=opens, named=stated)
        return None

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
            ):
                break
            whole = f"{whole} {text}"
            stop += 1
        while stop > i + 1 and _joins(self.blocks[stop - 1].plain):
            stop -= 1
        return stop

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
                text = f"{text[: block.start - start - 1]} {block.text} {text[block.end - start + 1 :]}"
        return read_byline(text, named=named)

    def is_sound(self, line: Byline, *, opens: bool, named: bool, listed: bool) -> bool:
        """Whether a line names somebody who can be its author."""
        if not line.authors:
            return False
        if opens or named:
            return True
        first = line.authors[0]
        if first.kind is not ContributorKind.PERSON:
            # a menu links to desks and houses as it does to people
            return line.published is not None or line.modified is not None or is_agency(first.name) or (len(line.text) > 12 and not listed)
        return len(first.name.split()) > 1

    def is_named(self, text: str) -> bool:
        """Whether a line holds a name that the markup states."""
        if not self.names or len(text) > 200:
            return False
        folded = text.lower() if text.isascii() else fold(text)
        return any(name in folded for name in self.names)

    def is_elsewhere(self, i: int, *, leads: bool) -> bool:
        """Whether a block stands in a part of the page that has bylines of its own."""
        header = bool(self.headline) and self.headline.stop <= i < min(self.story.start if self.story else i, self.headline.stop + _HEADER)
        return is_elsewhere(self.blocks[i], self.around, header=header, leads=leads)

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
        elif self.story and i > self.story.start:  # the line that opens what was taken for the story stands before all prose
            confidence -= 0.2
        if all(person.kind is ContributorKind.ORGANIZATION for person in line.authors):
            confidence -= 0.15
        scope = self.blocks[i].scope
        return Claim(line, max(confidence, 0.3), scope.element if scope is not None else None, range(i, stop))


def _is_person(line: Byline) -> bool:
    """Return whether an author of a line is a person."""
    return any(person.kind is ContributorKind.PERSON for person in line.authors)


def _joins(text: str) -> bool:
    """Return whether a line only joins those before and behind it: "and", ",", "|"."""
    return not any(map(str.isalnum, text)) or opens_byline(text, joins=True)


def _digits(text: str) -> int:
    """Return how many digits a line holds."""
    return sum(map(str.isdigit, text))


def _capitals(text: str) -> int:
    """Return how many words of a line begin with a capital."""
    return sum(word[0].isupper() for word in text.split())


def _like_name(text: str) -> bool:
    """Whether a line has the form of a name alone: "Jane Doe", "AFP"; not "Share this story", "Teilen"."""
    if len(text) > _LONGEST_ALONE or any(map(str.isdigit, text)) or not (text[-1].isalpha() or text[-1] == "."):
        return False
    count = text.count(" ") + 1
    return (1 < count < 6 and begins_name(text)) or (count == 1 and (text.isupper() or is_agency(text)))


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

    def shifted(span: Span | None) -> Span | None:
        return Span(span.start + offset, span.end + offset) if span is not None else None

    people = tuple(evolve(person, span=shifted(person.span)) for person in line.contributors)
    return evolve(line, span=shifted(line.span), contributors=people)


# The story's own paragraphs are longer than this.
_PROSE = 100


def is_in_story(line: Byline, blocks: list[Block], opening: int, i: int) -> bool:
    """Return whether the first paragraphs, headline or deck speak of the person, or use the name's words as common ones."""
    author = line.authors[0].name
    common = [f" {word.lower()} " for word in author.split() if len(word) > 3]
    for block in blocks[max(0, opening - 12) : opening + 12]:
        text = block.plain
        if block.index == i or len(text) < 60:
            continue
        # at its end a name is a caption's credit
        if author in text and not text.startswith(author) and not text.endswith(author) and read_credit(text) is None:
            return True
        if len(text) > _PROSE and any(word in text for word in common):
            return True
    return False
