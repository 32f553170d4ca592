"""Who made the story, as the page says for machines, and as its printed line confirms or corrects."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import cast

from attrs import define, evolve, field

from newsparse.claim import Claim, Draft, Parser
from newsparse.document import Document, Element, Value
from newsparse.grammar.byline import is_bare_name, is_label, is_lead, read_byline
from newsparse.grammar.notes import person_note
from newsparse.linked import text_of
from newsparse.model import Byline, Contributor
from newsparse.parsers.readings.heading import read_heading
from newsparse.parsers.readings.site import site_names
from newsparse.text import clean, fold, squash
from newsparse.vocabulary import ContributorKind, Role, SourceKind

__all__ = ["PARSERS"]

# How sure each place in the markup is. The order is that of exact names on 1,121 pages (markup.md, section 4).
_LINKED, _CREATOR = 0.9, 0.6
_META: tuple[tuple[str, float], ...] = (
    ("article:author", 0.8),
    ("parsely-author", 0.76),
    ("byl", 0.75),
    ("author", 0.7),
    ("cxenseparse:author", 0.66),
    ("article:author_name", 0.66),
    ("sailthru.author", 0.62),
    ("citation_author", 0.6),
    ("dc.creator", 0.58),
    ("dcterms.creator", 0.58),
    ("dcsext.author", 0.5),
)
_TWITTER = 0.78
_REL, _ITEM = 0.64, 0.55
# A house named as author says no more than the page's own name does: any person printed is better.
_HOUSE = 0.3
# Other houses, agencies and desks are right more often than not, and wrong where a person is printed.
_NOBODY = 0.6
# A printed line that names the same people as the markup is right on 97 to 100 % of pages; the two
# alone are right less often, the markup more so.
_AGREED, _FULLER, _LED, _PRINTED, _WEAK = 0.97, 0.93, 0.72, 0.66, 0.35
_INTERVIEWED = 0.34
# A printed line as sure as this has a lead word, or marks, and names of the markup.
_CLEAR = 0.92
# A line that may credit a picture goes behind another one as sure.
_CREDITING = 0.02
# One with a lead word, wherever it stands, is as sure as this.
_INTRODUCED = 0.77
# How many blocks above the headline, under it and into the story links to authors are the story's own.
_ABOVE, _UNDER, _INTO = 6, 25, 3
# A link to an author's stories has fewer words.
_MAX_WORDS = 12
# A biography is longer, and one of the story's last blocks or near behind it.
_BIO, _BIO_IN, _BIO_BEHIND = 60, 1, 12
# No page nests an author deeper; a hostile one may.
_DEEPEST = 8
# Citation order stands in library metadata only: "You, Xiaoying".
_CITED = frozenset(("dc.creator", "citation_author", "dcterms.creator"))
_INVERTED = re.compile(r"([^\s,]+(?: [^\s,]+)?), ([^\s,]+(?: [^\s,]+)?)$")  # "You, Xiaoying"; not "Jane Doe, Ann Poe, Max Moe"
_SLUG = re.compile(r"[a-z0-9]+(?:[-_.][a-z0-9]+)*$")  # "mschmidt", "jane-doe"; not "Jane Doe"
_ADDRESS = re.compile(r"https?:|www\.|^/|^[\w.+-]+@[\w.-]+$")
# "3d23d65-ddc6-4ce5", "105092", and a template's own "page.head.author"; not "will.i.am"
_HEX = re.compile(r"[0-9a-f]{4,}(?:-[0-9a-f]{3,})+$|\d+$|[a-z]{3,20}(?:\.[a-z]{3,20}){3,5}$")
# "ann.tarrow"; not "example.net"
_LOGIN = re.compile(r"[a-z]{2,20}\.[a-z]{5,20}$")


@define(eq=False)
class _Named:
    """A name as some place states it."""

    text: str
    url: str | None = None


@define(eq=False)
class _Found:
    """The names that one place states."""

    names: list[_Named]
    confidence: float
    element: Element | None = None
    pointer: str | None = None
    contributors: list[Contributor] = field(factory=list)


def find_stated(document: Document, draft: Draft) -> Iterator[Claim]:
    """Yield the authors that the page states for machines, a claim for each place that names some."""
    reader = _Reader(document, _header(draft), _houses(draft))
    found = list(reader.read())
    if not found:
        found = list(reader.read_items())
    for item in found:
        yield reader.claim(item)


def _header(draft: Draft) -> range:
    """Return the blocks in which links to authors are the story's own: from a little above the headline to the story's start."""
    best, story = draft.best("headline"), draft.story()
    start = best.owns.start if best is not None and best.owns else story.start
    return range(start - _ABOVE, story.start + _INTO if story.start >= start else start + _UNDER)


class _Reader:
    """Reads the stated names of one document, each string once."""

    def __init__(self, document: Document, header: range, houses: frozenset[str]) -> None:
        self.document = document
        self.header = header
        self.metadata = document.metadata
        self.houses = houses
        self.read_names: dict[str, tuple[Contributor, ...]] = {}

    def read(self) -> Iterator[_Found]:
        """Yield what the head states."""
        for node in self.document.story_nodes()[:3]:
            for key, confidence in (("author", _LINKED), ("creator", _CREATOR)):
                names = list(self.linked(node.data.get(key), 0))
                yield from self.found(names, confidence, node.element, f"{node.pointer}/{key}")
        meta = self.metadata.meta
        for name, confidence in _META:
            values = meta.get(name)
            if values:
                names = [_Named(_uncited(value.text) if name in _CITED else value.text) for value in values]
                yield from self.found(names, confidence, values[0].element)
        yield from self.twitter(meta)
        links = self.metadata.authors
        # teasers lower down have links to their authors too
        links = [value for value in links if value.block in self.header] or links
        if links:
            yield from self.found([_Named(_behind_lead(value.text), _address(value)) for value in links[:4]], _REL, links[0].element)

    def read_items(self) -> Iterator[_Found]:
        """Yield what microdata states; it takes a pass over the page, so only where nothing else does."""
        values = self.metadata.items.get("author", [])[:4]
        if values:
            yield from self.found([_Named(value.text) for value in values if len(value.text) < 120], _ITEM, values[0].element)

    def twitter(self, meta: Mapping[str, list[Value]]) -> Iterator[_Found]:
        """Yield the pair of label and value that cards for social networks show: "Written by", "Jane Doe"."""
        for label, data in (("twitter:label1", "twitter:data1"), ("twitter:label2", "twitter:data2")):
            values, labels = meta.get(data), meta.get(label)
            if not values or not labels or any(char.isdigit() for char in values[0].text):
                continue
            if is_lead(labels[0].text):
                yield from self.found([_Named(values[0].text)], _TWITTER, values[0].element)

    def linked(self, value: object, depth: int) -> Iterator[_Named]:
        """Yield the names in a JSON-LD value of any shape."""
        if depth > _DEEPEST or value is None:
            return
        if isinstance(value, str):
            if text := text_of(value):
                yield _Named(text)
        elif isinstance(value, list):
            for part in value[:40]:
                yield from self.linked(part, depth + 1)
        elif isinstance(value, Mapping):
            data = self.metadata.resolve(value) or value
            name = data.get("name", data.get("@value"))
            if name is None:
                name = data.get("author")  # nested: {"author": {"author": {"name": …}}}
            if name is None and (data.get("givenName") or data.get("familyName")):
                parts = (text_of(data.get("givenName")), text_of(data.get("familyName")))
                name = " ".join(part for part in parts if part)
            url = data.get("url")
            for named in self.linked(name, depth + 1):
                yield _Named(named.text, named.url or (url if isinstance(url, str) and url.startswith("http") else None))

    def found(self, names: list[_Named], confidence: float, element: Element | None, pointer: str | None = None) -> Iterator[_Found]:
        """Yield the names of one place as contributors, when any is somebody."""
        people: dict[str, Contributor] = {}
        for named in names:
            for person in self.people(named.text):
                key = fold(person.name)
                known = people.get(key)
                if known is None or (Role.AUTHOR in person.roles and Role.AUTHOR not in known.roles):
                    people[key] = evolve(person, url=named.url) if named.url else person
        if not people or not any(Role.AUTHOR in person.roles for person in people.values()):
            return
        ordered = sorted(people.values(), key=self.is_house)
        if self.is_house(ordered[0]):
            confidence = min(confidence, _HOUSE)
        elif all(person.kind is not ContributorKind.PERSON for person in ordered):
            confidence = min(confidence, _NOBODY)
        elif self.is_house(ordered[-1]):
            ordered = [person for person in ordered if not self.is_house(person)]
        if all(_is_user(person.name) for person in ordered):
            confidence = min(confidence, _WEAK)
        yield _Found(names, confidence, element, pointer, ordered)

    def people(self, text: str) -> tuple[Contributor, ...]:
        """Return whom a stated string names."""
        known = self.read_names.get(text)
        if known is None:
            known = tuple(_typed(person, self.houses) for person in _people(text))
            whole = _bare(text)
            if known and _bare(known[0].name) != whole and whole in self.houses:  # it may hold what joins two: "Church and Life"
                known = (Contributor(clean(text), kind=ContributorKind.ORGANIZATION),)
            self.read_names[text] = known
        return known

    def is_house(self, person: Contributor) -> bool:
        """Whether a name is the publication's own."""
        return person.kind is not ContributorKind.PERSON and _bare(person.name) in self.houses

    def claim(self, found: _Found) -> Claim:
        """Return the claim for the names of one place."""
        text = ", ".join(person.name for person in found.contributors)
        value = Byline(
            text, contributors=tuple(found.contributors), raw=", ".join(named.text for named in found.names), pointer=found.pointer
        )
        return Claim(value, found.confidence, found.element)


def _typed(person: Contributor, houses: frozenset[str]) -> Contributor:
    """Return somebody as the house where the name is the house's."""
    if person.kind is ContributorKind.PERSON and _bare(person.name) in houses:
        return evolve(person, kind=ContributorKind.ORGANIZATION, display_name=None)
    return person


def _people(text: str) -> tuple[Contributor, ...]:
    """Return whom a string from a field for names names; nobody for addresses, numbers and slugs."""
    if text[:1] == ",":
        return ()  # a template whose name is missing: ", Coldwater Daily Reporter"
    text = text.strip(" ,;|")
    if len(text) < 2 or len(text) > 400 or _ADDRESS.search(text) or _HEX.match(text):
        return ()
    if text_of(text) is None:
        return ()
    line = read_byline(text, named=True)
    if line is None:
        return ()
    people = [person for person in line.contributors if not is_label(person.name)]
    return tuple([evolve(person, span=None) if person.span is not None else person for person in people])


def _is_user(name: str) -> bool:
    """Whether a name is the short form that a content system gives its users: "mschmidt"; agencies are short too."""
    return (bool(_SLUG.match(name)) and len(name) > 5 and "." not in name and name.islower()) or _LOGIN.match(name) is not None


def _uncited(text: str) -> str:
    """Return a name in citation order in the usual one."""
    match = _INVERTED.match(text.strip())
    return f"{match[2]} {match[1]}" if match else text


def _behind_lead(text: str) -> str:
    """Return the name that a link to an author's stories ends with: "View all posts by Jane Doe →"; else the text."""
    words = text.split()[:_MAX_WORDS]
    starts = range(2, len(words) - 1)
    return next((" ".join(words[i:]) for i in starts if is_lead(words[i]) and is_bare_name(" ".join(words[i + 1 :]).strip(" →»›"))), text)


def _address(value: Value) -> str | None:
    """Return where a link to an author leads, when it says so in full."""
    href = value.element.get("href")
    return href if href and href.startswith("http") else None


def _bare(name: str) -> str:
    """Return a name as it is compared with a house's: letters and digits only, no article."""
    return squash(name).removeprefix("the")


def _houses(draft: Draft) -> frozenset[str]:
    """Return the names of the publication, bare; of a page, they are known since its title was read."""
    names = draft.once(read_heading).names if draft.document.is_page else draft.once(site_names)
    return frozenset([name.removeprefix("the") for name in names])


# --- the printed line


def find_printed(document: Document, draft: Draft) -> Iterator[Claim]:
    """Yield the printed byline's people: sure where the markup names the same, decisive where it names only the house."""
    lines = [claim for claim in draft.claims("byline") if isinstance(claim.value, Byline) and claim.value.authors]
    if not lines:
        return
    stated = [claim for claim in draft.claims("authors") if isinstance(claim.value, Byline)]
    judge = _Judge(stated, max(claim.confidence for claim in lines), draft)
    for claim in lines:
        line = cast("Byline", claim.value)
        sure = judge.weigh(line, claim.confidence) if document.is_page else claim.confidence - _CREDITING * _may_credit(claim, draft)
        # a blog may be called as who writes it: "Jane Doe"
        people = tuple(person if " " in person.name else _typed(person, judge.houses) for person in line.contributors)
        yield Claim(evolve(line, contributors=people), sure, claim.element)


def _may_credit(line: Claim, draft: Draft) -> bool:
    """Whether a line of plain text may as well credit a picture: "PA Media" above a caption."""
    own = line.owns
    if own is None:
        return False
    held = (claim.owns for claim in draft.claims("figures") if claim.owns and claim.confidence > line.confidence)
    return any(own.start < blocks.stop and blocks.start < own.stop for blocks in held)


class _Judge:
    """Weighs the printed lines of a page against what its markup states."""

    def __init__(self, stated: list[Claim], best: float, draft: Draft) -> None:
        self.stated = [(_keys(value), value, claim.confidence) for claim in stated if isinstance(value := claim.value, Byline)]
        self.best = best
        self.draft = draft
        self.houses = _houses(draft)
        lines = [claim for claim in draft.claims("byline") if claim.confidence >= _INTRODUCED]
        self.people = any(
            isinstance(claim.value, Byline) and _all_people(claim.value) and not _keys(claim.value) <= self.houses for claim in lines
        )
        # somebody whom the markup names, not by the short form of a content system's user
        self.person = any(_has_person(value) and sure > _WEAK for _, value, sure in self.stated)

    def weigh(self, line: Byline, sure: float) -> float:
        """Return how sure a line is that is itself as sure as `sure`."""
        keys = _keys(line)
        nobody = not _has_person(line) or keys <= self.houses
        # markup lists editors and reviewers as authors; the line says who is what
        everybody = frozenset(_bare(person.name) for person in line.contributors)
        same = max((rank for other, _, rank in self.stated if other in (keys, everybody)), default=0.0)
        agrees = same > 0
        if agrees and sure <= _CLEAR:  # a surer place that names more than they agree on knows more
            agrees = not any(other > keys and not other <= everybody and rank > same for other, _, rank in self.stated)
        if nobody and (self.person or (self.people and keys <= self.houses)):
            agrees = False  # the house's name stands on each of its pages: where a person is named, it confirms nothing
        if agrees:
            return _AGREED
        if all(Role.INTERVIEWER in person.roles for person in line.authors):
            return _INTERVIEWED  # who asked the questions wrote the story where nobody else did
        if nobody:
            return min(_PRINTED, sure, _WEAK + 0.1)
        if sure >= _CLEAR and any(other < keys or _shortens(value, line) for other, value, _ in self.stated):
            return _FULLER  # markup often holds only the first of several, or only their first names
        if sure > _CLEAR and len(line.authors) == 1 and self.is_told_of(line.authors[0].name):
            return _FULLER  # who is named above a story and told of below it wrote it, whoever put it online
        # of several lines the surest counts in full
        return min(_LED if sure > _CLEAR else _PRINTED, sure) - (0.02 if sure < self.best else 0.0)

    def is_told_of(self, name: str) -> bool:
        """Whether a block at the story's end tells of somebody: a biography."""
        stop = self.draft.story().stop
        blocks = self.draft.document.blocks[max(0, stop - _BIO_IN) : stop + _BIO_BEHIND]
        return any(len(block.plain) > _BIO and name in block.plain and person_note(block.plain, (name,)) is not None for block in blocks)


def _shortens(stated: object, line: Byline) -> bool:
    """Whether what the markup states is the first name of the only author whom the line names in full."""
    if not isinstance(stated, Byline) or len(stated.authors) != 1 or len(line.authors) != 1:
        return False
    short, full = stated.authors[0].name, line.authors[0].name
    return " " not in short and full.casefold().startswith(f"{short.casefold()} ") and line.authors[0].kind is ContributorKind.PERSON


def _all_people(line: Byline) -> bool:
    """Whether all authors of a line are persons by name."""
    return all(person.kind is ContributorKind.PERSON for person in line.authors)


def _has_person(line: Byline) -> bool:
    """Whether an author of a line is a person by name."""
    return any(person.kind is ContributorKind.PERSON for person in line.authors)


def _keys(line: Byline) -> frozenset[str]:
    """Return the authors of a line for comparison, without what honours them: "Dr Jane Doe" is "Jane Doe"."""
    return frozenset(_bare(person.name.removeprefix(person.honorific or "")) for person in line.authors)


PARSERS = (Parser("authors.stated", "authors", find_stated, source=SourceKind.HTML),)
"""What the markup states; it runs before the printed line is looked for, which it helps to find."""

CONFIRMING = (Parser("authors.printed", "authors", find_printed, requires=("byline",)),)
"""What the printed line adds to it."""
