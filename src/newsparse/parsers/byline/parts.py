"""Who a printed line names, settled by the words that its markup sets apart and by the names that the page states."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from attrs import evolve

from newsparse.document import Block
from newsparse.grammar.byline import is_bare_name, is_label, is_lead, opens_byline, read_byline, titles_only
from newsparse.grammar.names import begins_name, is_particle, kind_of
from newsparse.model import Byline, Contributor, Span
from newsparse.parsers.byline.marks import NamedPart
from newsparse.text import fold
from newsparse.vocabulary import ContributorKind, Role

__all__ = ["people_set_apart", "settled"]

# A name that the grammar cannot read has at most this many words: "revamp-it Webteam", "Catch more fish".
_MOST_WORDS = 4
# What a live report says in brackets behind each name: "(now)", "(earlier)".
_BRACKETED = re.compile(r"\([^()]{1,30}\)")
# What parts the fields of a line: "Jane Doe | 3 May | Travel".
_BARS = frozenset("|•·–—:")


def people_set_apart(block: Block, parts: Sequence[NamedPart]) -> list[Contributor]:
    """Return whom the marked words of a block name, spans in the document."""
    people: list[Contributor] = []
    for part in parts:
        offset = block.start + part.start
        if is_lead(part.text) or titles_only(part.text):
            continue
        line = read_byline(part.text, named=True)
        found = [person for person in line.authors if _is_sound(person, sure=part.sure)] if line is not None else []
        if not found and part.sure and _is_handle(part.text):
            found = [Contributor(part.text, kind=kind_of(part.text.split()), span=Span(0, len(part.text)))]
        for person in found:
            people.append(evolve(person, span=(person.span or Span(0, len(part.text))).moved(offset)))
    return people


def _is_sound(person: Contributor, *, sure: bool) -> bool:
    """Whether somebody read from marked words is named by them: a class name also marks titles and sections."""
    words = person.name.split()
    if is_label(person.name) or not all(begins_name(word) or is_particle(word) for word in words):
        return False
    if sure and (person.kind is not ContributorKind.PERSON or len(words) > 1):
        return True
    return person.kind is ContributorKind.PERSON and is_bare_name(person.name) and (sure or len(words) > 1)


def _is_handle(text: str) -> bool:
    """Whether a link to an author's page that the grammar cannot read is the short name of its owner; not "Articles by Jane"."""
    words = text.split()
    if len(words) > _MOST_WORDS or len(text) < 3 or not any(map(str.isalpha, text)) or any(is_lead(word) for word in words):
        return False
    return is_bare_name(text) and not is_label(text)


def settled(line: Byline, known: AbstractSet[str], marked: Sequence[Contributor], text: str) -> Byline:
    """Return a line, spans in the document, with those authors alone that can be.

    Where nobody of the line's reading is whom the markup sets apart, the markup is right: "By Jane Doe In Travel".
    Who is known vouches only for those joined to their name: "Jane Doe and John Roe"; not "Jane Doe | May 3 | Travel".

    Args:
        line: the line as the grammar reads it.
        known: names that the page states, folded.
        marked: those whom the markup sets apart in the line.
        text: the document's text.
    """
    others = tuple(person for person in line.contributors if Role.AUTHOR not in person.roles)
    credited = {fold(person.name) for person in others}
    marked = [person for person in marked if fold(person.name) not in credited]
    names = {fold(person.name) for person in marked}
    authors = line.authors
    if names and not any(fold(person.name) in names for person in authors):
        line = evolve(line, contributors=(*marked, *others))
        authors = line.authors
    more = {id(other) for one, other in pairwise(authors) if _is_more_title(one, other)}
    if more:
        line = evolve(line, contributors=tuple(person for person in line.contributors if id(person) not in more))
        authors = line.authors
    names = (names & known or names) | known
    kept = [fold(person.name) in names for person in authors]
    if not any(kept):  # nobody is known: all but counters are believed ("6279 words")
        kept = [not person.name[0].isdigit() for person in authors]
    if all(kept) or not any(kept):
        return line
    for order in (range(1, len(authors)), range(len(authors) - 2, -1, -1)):
        for i in order:
            j = i - 1 if order.step > 0 else i + 1
            if not kept[i] and kept[j]:
                kept[i] = _is_joined(authors[min(i, j)], authors[max(i, j)], text)
    dropped = {id(person) for person, keep in zip(authors, kept, strict=True) if not keep}
    return evolve(line, contributors=tuple(person for person in line.contributors if id(person) not in dropped))


def _is_more_title(one: Contributor, other: Contributor) -> bool:
    """Whether a name behind somebody's title is the rest of that title: "Founder & Lead Reviewer", "editor for trade and climate"."""
    if one.title is None or other.title is not None or other.affiliation is not None or other.kind is not ContributorKind.PERSON:
        return False
    return " " not in other.name or titles_only(other.name)


def _is_joined(one: Contributor, other: Contributor, text: str) -> bool:
    """Whether nothing but a comma, a word for "and" or the first one's title and house stands between two names."""
    if one.span is None or other.span is None:
        return False
    between = text[one.span.end : other.span.start]
    if one.title and other.title is None and "," not in between.partition(one.title)[2] and one.title in between:
        return False  # "Executive Editor and Master Gardener": more of the title, for nothing parts it from the first name's
    for known in (one.title, one.affiliation, one.place):
        if known:
            between = between.replace(known, " ", 1)
    if (between.isspace() and "\n" in between) or not _BARS.isdisjoint(between) or " / " in between:
        return False  # a line of its own, or another field of the line
    words = _BRACKETED.sub(" ", between).replace(",", " ").split()
    return len(between) < 40 and all(not any(map(str.isalnum, word)) or opens_byline(word, joins=True) for word in words)
