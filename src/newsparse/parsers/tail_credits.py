"""Credits at the story's end: reporters, editors, sources and sign-offs, as notes with the people they name."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from newsparse.claim import Claim, Draft, Parser
from newsparse.document import HEADINGS, Block, Document
from newsparse.grammar.credits import MAX_CHARS, Credit, closing_credit, read_credit
from newsparse.grammar.names import kind_of as kind_of_name
from newsparse.lexicon.phrases import kind_of
from newsparse.model import Byline, Contributor, Note, Span
from newsparse.vocabulary import BoilerplateKind, ContributorKind, NoteKind, Role

__all__ = ["PARSERS"]

# Tail credits stand within the last six lines of a dump and the last four blocks of a page's story.
_INTO, _BEHIND = 4, 6
_SURE, _SIGN_OFF = 0.92, 0.7
# The longest sign-off; initials are shorter than this; what parts the members of one: "sak/Reuters", "(dpa)".
_LONGEST, _INITIALS, _PARTING = 70, 6, frozenset("/,;()&+|")
# Who may hold a block that is still a credit: a sign-off may name a picture's maker too.
_FREE = frozenset((None, "body", "figures"))
_NO_PHRASE = frozenset((None, BoilerplateKind.SECTION_LABEL))
# Surer than a house that the markup names as author, less sure than anything else.
_SIGNED = 0.45
_HOUSE = 0.35


def find_credits(document: Document, draft: Draft) -> Iterator[Claim]:
    """Yield the credits around the end of the story, as notes."""
    story = draft.story()
    if not story:
        return
    blocks = document.blocks
    authors = _authors(draft)
    last = story.stop - 1
    for block in blocks[max(story.start + 1, story.stop - _INTO) : story.stop + _BEHIND]:
        if len(block.plain) <= MAX_CHARS and draft.owner(block) in _FREE:
            near = last - 1 <= block.index <= last + 2
            credit = read_credit(block.plain, signs=near and _may_sign(block, document.text))
            if credit is not None and kind_of(block.plain) in _NO_PHRASE:
                yield _claim(block, credit, authors)
                continue
        if block.index <= last and (people := closing_credit(block.plain)):
            yield _closing(block, people, authors)


def _may_sign(block: Block, text: str) -> bool:
    """Return whether a line may be a sign-off: no heading, menu's item or phrase of the page ("Share"), of a sign-off's form, printed once."""
    plain = block.plain
    if len(plain) > _LONGEST or block.tag in HEADINGS or (block.link_density > 0.5 and "/" not in plain):
        return False
    if _PARTING.isdisjoint(plain):  # initials, or the name of a desk or agency: a person's is a byline
        words = plain.split()
        if kind_of_name(words) is ContributorKind.PERSON and (len(words) > 1 or len(plain) >= _INITIALS):
            return False
    return kind_of(plain) in _NO_PHRASE and text.count(plain) == 1


def _authors(draft: Draft) -> tuple[Contributor, ...]:
    """Return the authors found so far; the publication's own name counts for nobody."""
    for field in ("byline", "authors"):
        claim = draft.best(field)
        if claim is not None and isinstance(claim.value, Byline) and claim.confidence > _HOUSE and claim.value.authors:
            return claim.value.authors
    return ()


def _settled(person: Contributor, authors: tuple[Contributor, ...], block: Block) -> Contributor | None:
    """Return somebody credited with the role that the story's authors leave: `None` when only an author is meant and none is known."""
    words = person.name.split()
    if len(words) == 1 and words[0][0].isupper() and person.kind is ContributorKind.PERSON:  # "Russo reported from New York."; not "王芳"
        known = next((author for author in authors if author.name.casefold().endswith(person.name.casefold())), None)
        return Contributor(known.name, roles=known.roles, place=person.place) if known is not None else None
    span = block.span(*person.span) if person.span is not None else None
    roles = person.roles
    if not authors and roles == (Role.CONTRIBUTOR,):
        roles = (Role.AUTHOR,)  # "Reporting by" where nobody else is named
    elif authors and Role.AUTHOR in roles:
        roles = (Role.CONTRIBUTOR,)
    return evolve(person, roles=roles, span=span)


def _claim(block: Block, credit: Credit, authors: tuple[Contributor, ...]) -> Claim:
    """Return the claim for a block that is all credits."""
    if credit.contact:
        known = {author.name.casefold() for author in authors}
        people = tuple(person for person in credit.contributors if person.name.casefold() in known)
    else:
        people = tuple(found for person in credit.contributors if (found := _settled(person, authors, block)) is not None)
    kind = NoteKind.CONTACT if credit.contact else NoteKind.WIRE_CREDIT
    note = Note(block.plain, span=block.whole, kind=kind, contributors=people)
    return Claim(note, _SURE if credit.sure else _SIGN_OFF, block.element, block.own)


def _closing(block: Block, people: tuple[Contributor, ...], authors: tuple[Contributor, ...]) -> Claim:
    """Return the claim for credits in brackets that close a paragraph, which stays the story's."""
    settled = tuple(found for person in people if (found := _settled(person, authors, block)) is not None)
    spans = [person.span for person in settled if person.span is not None]
    span = Span(min(s.start for s in spans), max(s.end for s in spans)) if spans else block.whole
    text = block.plain if not spans else block.text[span.start - block.start : span.end - block.start]
    return Claim(Note(text, span=span, kind=NoteKind.WIRE_CREDIT, contributors=settled), _SURE)


def find_signed(document: Document, draft: Draft) -> Iterator[Claim]:
    """Yield those who sign the story at its end as its authors, where no person is named elsewhere."""
    if _authors(draft):
        return
    for claim in draft.claims("notes"):
        note = claim.value
        if isinstance(note, Note) and note.kind is NoteKind.WIRE_CREDIT:
            people = tuple(person for person in note.contributors if Role.AUTHOR in person.roles)
            if people:
                yield Claim(Byline(note.text, span=note.span, contributors=people, raw=note.text), _SIGNED, claim.element)


PARSERS = (
    Parser("notes.credits", "notes", find_credits, requires=("body", "byline", "authors")),
    Parser("authors.signed", "authors", find_signed, requires=("notes",)),
)
