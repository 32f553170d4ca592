"""Whose copy the story is when it is not the publisher's own: an agency's, or another publication's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from attrs import define, field

from newsparse import lexicon
from newsparse.addresses import host_of, site_of
from newsparse.claim import Claim, Draft, Parser
from newsparse.document import Document
from newsparse.grammar.byline import parse_byline
from newsparse.grammar.filing_date import is_month
from newsparse.grammar.notes import signed_rights
from newsparse.grammar.places import agencies_in, agency_of, aliases, key
from newsparse.model import Attribution, Byline, Contributor, Dateline, Node, Note, Span, Text
from newsparse.text import holds_any, shortest
from newsparse.vocabulary import ContributorKind, NoteKind, Role

__all__ = ["PARSERS"]

# How much each witness says alone. An agency in the dateline or the byline signs the copy; a credit
# may thank it for a part; the address may be that of a sister paper.
_DATELINE = 0.85
_BYLINE = 0.85
_RIGHTS = 0.7
_CREDIT = 0.6
_PART = 0.3
_ORIGIN = 0.8
_ADDRESS = 0.5
_MAX_LINE = 300
# Lines between headline and story: how many are looked at, and how long one is that names a source.
_HEADER, _LINE = 12, 100
# Below this nothing is said: an agency that is thanked for a part.
_LEAST = 0.5
# Notes that say whose a story is, with what they weigh.
_NOTES = {NoteKind.RIGHTS: _RIGHTS, NoteKind.WIRE_CREDIT: _CREDIT, NoteKind.ORIGIN: _ORIGIN}
_SYNDICATED = ("syndication-source", "original-source")
_NOT_WORD = re.compile(r"[^a-z0-9]")
# "originally appeared in The Harbour Review", "Read the original article on Parents."; what follows the name is cut
_FIRST_IN = re.compile(
    r"\b(?:permission of|in|on|by|from|at) (?:the )?([A-Z][\w'’&\-]*(?:(?: (?:of|and|the|for|in|to|&)){0,2} [A-Z][\w'’&\-]*){0,5})"
)


@define(eq=False)
class _Witnesses:
    """What speaks for one house."""

    doubt: float = 1.0
    """How much doubt the witnesses leave together."""
    evidence: list[Text] = field(factory=list)

    def add(self, text: Text, weight: float) -> None:
        """Hear a witness; the same words in byline and markup are one."""
        if any(known.text == text.text for known in self.evidence):
            return
        self.evidence.append(text)
        self.doubt *= 1 - weight


def find_attribution(document: Document, draft: Draft) -> Iterator[Claim]:
    """Yield whose copy the story is, by everything that names another house."""
    heard: dict[str, _Witnesses] = {}
    for house, text, weight in _witnesses(document, draft):
        heard.setdefault(house, _Witnesses()).add(text, weight)
    if not heard:
        return
    own = _own_names(document, draft)
    for house, witnesses in heard.items():
        sure = round(1 - witnesses.doubt, 3)
        if sure >= _LEAST and not _is_own(house, own):
            yield Claim(Attribution(house, evidence=tuple(witnesses.evidence)), sure)


def _witnesses(document: Document, draft: Draft) -> Iterator[tuple[str, Text, float]]:
    """Yield houses that something names as the story's, with the words and their weight."""
    dateline = draft.best("dateline")
    if dateline is not None and isinstance(dateline.value, Dateline) and dateline.value.agency:
        for name in dateline.value.agency.split("/"):
            if agency := agency_of(name.strip()):
                yield agency, _text(dateline.value, dateline.value.text), _DATELINE
    yield from _in_bylines(draft)
    yield from _in_header(document, draft)
    for claim in draft.claims("notes"):
        if isinstance(claim.value, Note) and claim.value.kind in _NOTES and len(claim.value.text) <= _MAX_LINE:
            yield from _in_note(claim.value)
    yield from _in_head(document)


def _in_bylines(draft: Draft) -> Iterator[tuple[str, Text, float]]:
    """Yield agencies that the byline or the markup names as author, or as an author's employer."""
    for name in ("byline", "authors"):
        claim = draft.best(name)
        if claim is None or not isinstance(claim.value, Byline):
            continue
        houses = [(agency_of(person.name), person) for person in claim.value.authors]
        if any(house for house, _ in houses) and any(not house and _is_ours(person) for house, person in houses):
            return  # "By Jane Doe and AFP": a part of it is the agency's
        for agency, person in houses:
            agency = agency or (agency_of(person.affiliation) if person.affiliation else None)
            if agency is not None:
                yield agency, _text(claim.value, claim.value.text), _BYLINE


def _is_ours(person: Contributor) -> bool:
    """Return whether an author is a human of no other house."""
    return person.kind is ContributorKind.PERSON and not person.affiliation


@cache
def _source_labels() -> tuple[str, ...]:
    """Return the labels before a source ("Source", "来源") in every language, folded; those that hold another are left out."""
    sections = [words for name in ("byline", "credits_cjk") for words in lexicon.section(name).values()]
    labels = {label.casefold().rstrip(" :：") for words in sections for label in words.get("labels", {}).get("source", ())}
    return shortest(labels)


def _in_header(document: Document, draft: Draft) -> Iterator[tuple[str, Text, float]]:
    """Yield the house that a line between headline and story calls its source: "2024-11-05 08:21 | 来源：滨海日报"."""
    headline = draft.best("headline")
    first = headline.owns.stop if headline is not None and headline.owns else draft.story().start
    for block in document.blocks[first : min(draft.story().start, first + _HEADER)]:
        plain = block.plain
        if len(plain) > _LINE or not (":" in plain or "：" in plain) or not holds_any(plain.casefold(), _source_labels()):
            continue
        if draft.owner(block) == "figures":
            continue
        byline = parse_byline(plain)
        for person in byline.contributors if byline is not None else ():
            if person.roles == (Role.SOURCE,):
                yield agency_of(person.name) or person.name, Text(plain, span=block.whole), _CREDIT


def _in_note(note: Note) -> Iterator[tuple[str, Text, float]]:
    """Yield the houses that a note names."""
    parts = {agency_of(person.name) for person in note.contributors if Role.CONTRIBUTOR in person.roles}
    named = False
    if (house := signed_rights(note.text)) is not None:
        yield house, _text(note, note.text), _RIGHTS
        return
    for agency, _, _ in agencies_in(note.text):
        named = True
        yield agency, _text(note, note.text), _PART if agency in parts else _NOTES[note.kind]
    if not named and note.kind is NoteKind.ORIGIN and (found := _FIRST_IN.search(note.text)) and not is_month(found[1].partition(" ")[0]):
        yield found[1], _text(note, note.text), _ORIGIN


def _in_head(document: Document) -> Iterator[tuple[str, Text, float]]:
    """Yield the host of the address that the page names as the original."""
    head = document.metadata
    ours = _site(document.url or "")
    if not ours:  # nothing to be another's than
        return
    named = [value for name in _SYNDICATED for value in head.meta.get(name, ())]
    weight = _ORIGIN
    if not named:
        named, weight = list(head.links.get("canonical", ()))[:1], _ADDRESS
    for value in named:
        theirs = _site(value.text)
        if theirs and not _akin(theirs, ours):
            yield theirs, Text(value.text, pointer=value.pointer), weight


def _site(address: str) -> str:
    """Return the registered name in an address ("example.co.uk"), empty when there is none."""
    return site_of(host_of(address.strip()))


# A house that moves to another address keeps the beginning of its name: huffingtonpost, huffpost.
_KEPT = 4


def _akin(one: str, other: str) -> bool:
    """Whether two sites are one house's."""
    first, second = one.partition(".")[0], other.partition(".")[0]
    return one == other or first[:_KEPT] == second[:_KEPT] or first in second or second in first


def _own_names(document: Document, draft: Draft) -> frozenset[str]:
    """Return what the publisher is called: its name, the site's name, its host."""
    names = [claim.value.text for claim in draft.claims("publisher")]
    canonical = document.metadata.links.get("canonical", ())
    hosts = [_site(document.url or "")] if document.url else [_site(value.text) for value in canonical]
    return frozenset(filter(None, [*map(_squash, names), *(host.partition(".")[0] for host in hosts)]))


def _squash(name: str) -> str:
    """Return a name as hosts are written: letters and digits alone."""
    return _NOT_WORD.sub("", key(name).removeprefix("the "))


def _is_own(house: str, own: frozenset[str]) -> bool:
    """Whether a house is the publisher itself: "Associated Press" on apnews, "The Courier" at courier.example."""
    if "." in house:
        return any(_akin(house, name) for name in own)
    names = [name for name in map(_squash, aliases(house) or (house,)) if name]
    return any(_same(name, mine) for name in names for mine in own)


def _same(name: str, mine: str) -> bool:
    """Whether a house's name is the publisher's: short ones must be it, but for what hosts add."""
    if mine in {name, name + "news", name + "net", name + "online"}:
        return True
    return len(name) > _KEPT and len(mine) > _KEPT and (name in mine or mine in name)


def _text(node: Node, text: str) -> Text:
    """Return words as evidence, with the place of the node they stand in."""
    span = Span(*node.span) if node.span is not None else None
    return Text(text, span=span, pointer=node.pointer)


PARSERS = (Parser("attribution.witnesses", "attribution", find_attribution, requires=("body", "dateline", "notes", "publisher")),)
