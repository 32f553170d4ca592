"""The printed byline of a page: a line near the headline or at the story's end, told by its markup and its words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import evolve

from newsparse.claim import Claim, Draft
from newsparse.document import Block, Document
from newsparse.grammar.byline import is_agency, is_bare_name, is_lead, opens_byline, read_byline, titles_only
from newsparse.grammar.credits import read_credit
from newsparse.model import Byline, Span
from newsparse.text import fold
from newsparse.vocabulary import ContributorKind

__all__ = ["LEAD", "MAX_CHARS", "Finder", "find_on_page", "is_dated_byline", "is_in_story", "moved"]

# A byline stands between headline and story on 220 of 226 measured pages, just above the headline on the others.
_ABOVE, _UNDER, _INTO = 6, 25, 3
# The longest printed byline measured has 390 characters; those beyond 300 are pages' only few.
MAX_CHARS = 300
# How many blocks one byline is printed over at most: "By", name, ",", title, "and", name …
_MOST_BLOCKS = 9
# Lines beyond these are prose, however the element is called or whatever date they hold.
_DATED_CHARS, _MARKED_CHARS = 150, 160
LEAD, _MARKED, _NEAR, _LAST = 0.97, 0.9, 0.5, 0.4
# Author boxes and "Posted by" stand at most this far behind the story on blogs of the development pages.
_BEHIND = 12
_NOT_HERE = frozenset(("nav", "footer", "form", "select", "figcaption", "button"))
# Parts of class names that say whose a line is. Weak alone: they wrap biographies and dates too.
_OWN = re.compile(
    r"by-?line|author|autor|auteur|writer|writtenby|contributor|forfatter|skribent|redactor|journalist|verfasser|posted-?by|vcard|creator|signature|firma\b"
)
_ELSEWHERE = re.compile(
    r"comment|related|teaser|most-?read|popular|trending|recirc|caption|credit|newsletter|sidebar|promo|card-list|photographer|biography"
)
# What links to an author's page look like: "/author/jane-doe", "/people/", "/autor/".
_PROFILE = re.compile(
    r"/(?:authors?|autor(?:en|es)?|auteurs?|people|person|persons|staff|profiles?|by|writers?|reporters?|journalists?|contributors?|columnists?|redaktion|team|byline|user|users|correspondents?|redactores?|autore|firmas?|forfatter|skribent|experts?)/",
    re.I,
)


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
        best = draft.best("headline")
        self.headline = best.owns if best is not None and best.owns else range(0)
        self.story = draft.story()
        self.names = {
            fold(person.name)
            for claim in draft.claims("authors")
            if isinstance(claim.value, Byline)
            for person in claim.value.contributors
            if len(person.name) > 3
        }
        self.used: set[int] = set()

    def find(self) -> Iterator[Claim]:
        """Yield a claim for each line found."""
        found = False
        for i in self.candidates():
            if i in self.used:
                continue
            claim = self.read(i)
            if claim is not None:
                self.used.update(claim.owns or ())
                found = True
                yield claim
                if claim.confidence > _MARKED and claim.confidence not in {LEAD, _MARKED}:
                    return  # introduced, and of the markup's names: nothing will be surer
        if not found and not self.names:
            yield from self.find_elsewhere()

    def find_elsewhere(self) -> Iterator[Claim]:
        """Yield weaker finds, for pages that neither mark up nor introduce their authors.

        A name alone between headline and story, else a marked or introduced line behind the story.
        """
        if self.headline and self.story:
            for i in range(self.headline.stop, min(self.story.start, self.headline.stop + _UNDER)):
                line = self.parse(i, i + 1, named=False) if len(self.blocks[i].plain) < 50 else None
                if line is not None and self.is_alone(line, i):
                    yield self.claim(i, i + 1, line, opens=False, named=False, confidence=_NEAR)
                    return
        if self.story:
            for i in range(self.story.stop, min(len(self.blocks), self.story.stop + _BEHIND)):
                listed = self.blocks[i].tag == "li" and not opens_byline(self.blocks[i].plain)  # a menu's item
                claim = None if listed else self.read(i)
                if claim is not None:
                    claim.confidence = _LAST
                    yield claim
                    return

    def is_alone(self, line: Byline, i: int) -> bool:
        """Whether a line is nothing but the name of somebody whom the story does not speak of."""
        if not line.authors or (self.blocks[i].link_density > 0.9 and self.blocks[i].links > 1):
            return False
        name = line.authors[0].name
        if is_agency(name):
            return not self.is_elsewhere(self.blocks[i])
        if line.authors[0].kind is not ContributorKind.PERSON or not 1 < len(name.split()) < 5 or not is_bare_name(name):
            return False
        return not self.is_elsewhere(self.blocks[i]) and not is_in_story(line, self.blocks, self.story.start, i)

    def candidates(self) -> range:
        """Return the blocks to look at."""
        count = len(self.blocks)
        if self.headline:
            start = max(0, self.headline.start - _ABOVE)
            end = self.headline.stop + _UNDER
            if self.story and self.story.start >= self.headline.start:
                end = max(min(end, self.story.start + _INTO), min(self.story.start + _INTO, self.headline.stop + 2 * _UNDER))
            return range(start, min(count, end))
        if self.story:
            return range(max(0, self.story.start - _UNDER), min(count, self.story.start + _INTO))
        return range(min(count, 40))

    def read(self, i: int) -> Claim | None:
        """Return the byline that begins at a block, or `None`."""
        block = self.blocks[i]
        text = block.plain
        if len(text) > MAX_CHARS or i in self.headline:
            return None
        opens = opens_byline(text)
        named = self.is_named(text)
        marked = named or (len(text) <= _MARKED_CHARS and self.is_marked(block))
        dated = len(text) <= _DATED_CHARS and sum(map(str.isdigit, text)) > 3
        if not opens and not marked and not dated:
            return None
        if self.is_elsewhere(block) and not (opens and named):
            return None
        end = self.reach(i)
        for stop in dict.fromkeys((end, i + 1)):
            line = self.parse(i, stop, named=marked)
            if line is not None and not opens and not marked and not is_dated_byline(line):
                line = None
            if line is not None and self.is_sound(line, opens=opens, named=named, listed=block.tag == "li"):
                return self.claim(i, stop, line, opens=opens, named=named)
        return None

    def reach(self, i: int) -> int:
        """Return the index behind the last block of a line that begins at `i`."""
        stop = i + 1
        whole = self.blocks[i].plain
        while stop < len(self.blocks) and stop - i < _MOST_BLOCKS and stop not in self.headline:
            text = self.blocks[stop].plain
            if len(text) > 80 or len(whole) + len(text) > MAX_CHARS:
                break
            open_end = (not any(char.isalnum() for char in whole[-2:]) and whole[-1] in ",;&|/•·") or is_lead(whole)
            joins = not any(char.isalnum() for char in text) or opens_byline(text, joins=True)
            if not (
                open_end
                or joins
                or titles_only(text)
                or (self.is_marked(self.blocks[stop]) and self.same_place(stop - 1, stop) and self.is_named(text))
            ):
                break
            whole = f"{whole} {text}"
            stop += 1
        while stop > i + 1 and not any(char.isalnum() for char in self.blocks[stop - 1].plain):
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
        return read_byline(self.document.text[start:end], named=named)

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
        folded = fold(text)
        return any(name in folded for name in self.names)

    def is_marked(self, block: Block) -> bool:
        """Whether the block's element, or one near it, is marked as naming authors."""
        if any(_PROFILE.search(anchor.get("href") or "") or "author" in (anchor.get("rel") or "") for anchor in block.anchors()[:4]):
            return True
        scope = block.scope
        if scope is None:
            return False
        if scope.tag == "address" or _OWN.search(scope.names):
            return True
        if scope.parent is not None and _OWN.search(scope.parent.names):
            return True
        if len(block.plain) > 80:
            return False
        inner = scope.element.iter("span", "a", "em", "strong", "b", "cite", "i")
        for element, _ in zip(inner, range(6), strict=False):
            if element.get("itemprop") == "author" or _OWN.search((element.get("class") or "").lower()):
                return True
        return False

    def is_elsewhere(self, block: Block) -> bool:
        """Whether the block stands in a part of the page that has bylines of its own."""
        scope = block.scope
        if scope is None:
            return False
        if scope.within & _NOT_HERE:
            return True
        around = {id(outer) for at in (self.headline, self.story) if at for outer in self.scopes(at.start)}
        return any(id(outer) not in around and _ELSEWHERE.search(outer.names) for outer, _ in zip(scope.around(), range(6), strict=False))

    def scopes(self, i: int) -> Iterator[object]:
        """Yield the scopes around a block."""
        scope = self.blocks[i].scope
        return scope.around() if scope is not None else iter(())

    def claim(self, i: int, stop: int, line: Byline, *, opens: bool, named: bool, confidence: float | None = None) -> Claim:
        """Return the claim for a line that was found."""
        offset = self.blocks[i].start
        confidence = confidence or (LEAD if opens else _MARKED) + (0.02 if named else 0.0)
        if self.headline and i < self.headline.start:
            confidence -= 0.15
        elif self.story and i > self.story.start:  # the line that opens what was taken for the story stands before all prose
            confidence -= 0.2
        if all(person.kind is ContributorKind.ORGANIZATION for person in line.authors):
            confidence -= 0.15
        scope = self.blocks[i].scope
        return Claim(moved(line, offset), max(confidence, 0.3), scope.element if scope is not None else None, range(i, stop))


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
