"""What a line amounts to when it is read: who stays, as what, and which part of it is the byline proper."""

from __future__ import annotations

from itertools import pairwise

from newsparse.grammar.bylines.lookup import is_city
from newsparse.grammar.bylines.people import Line, Party
from newsparse.grammar.bylines.words import Word, words
from newsparse.vocabulary import ContributorKind, Role

__all__ = ["drop_copies", "is_plausible", "measure", "settle_houses"]

_PERSON = ContributorKind.PERSON


def is_plausible(line: Line) -> bool:
    """Return whether a line without any lead word names somebody, and is no label of the page."""
    people = line.people
    first = people[0]
    if first.kind is not _PERSON:
        return True
    if len(people) == 1 and is_city(first.name):
        return False
    parts = first.name.split()
    if len(parts) < 2 and not (first.contact or len(people) > 1):
        return False
    if first.title is not None or first.employer is not None:
        return True
    return not any(words().mark(part.lower()) & (Word.SECTION | Word.STOP | Word.TEAM) for part in parts)


def settle_houses(people: list[Party], *, slashed: bool) -> None:
    """Judge houses that share a line without a lead with initials or other houses alone; `slashed` says that a slash parts them."""
    agencies = words().agencies
    houses = [person for person in people if person.kind is ContributorKind.ORGANIZATION]
    initials = [person for person in people if person.kind is ContributorKind.INITIALS]
    for person in initials if slashed else ():  # "(apa/red)"
        if any(not rest and form == person.name.upper() for rest, form in agencies.get(person.name, ())):
            person.kind = ContributorKind.ORGANIZATION
            return
    if not houses:
        return
    known = {person.name for person in houses if person.name.split()[0].lower() in agencies}
    if initials and houses[0] is people[0] and houses[0].name not in known and " " in houses[0].name:
        _settle_programme(people, houses[0], initials)
    if known and any(person.kind is _PERSON and " " in person.name for person in people):
        return  # "dpa/Henrike Voss"
    if slashed and len(people) > 1 and not initials and not any(person.contact or person.title for person in people):
        for person in people:  # "Wochenblatt / Última Hora": houses, all of them
            person.kind = ContributorKind.ORGANIZATION
            person.role = Role.SOURCE if person.role is Role.AUTHOR else person.role


def _settle_programme(people: list[Party], house: Party, initials: list[Party]) -> None:
    """Tell the programme that aired a story from those who wrote it down: "SRF 4 News, 15.4.2024; srf/hosb"."""
    house.role, house.kind = Role.SOURCE, ContributorKind.COLLECTIVE
    brand = house.name.split()[0].lower()
    for first, second in pairwise(initials):
        if first.name == brand and first in people:
            second.employer = first.name
            people.remove(first)


def drop_copies(people: list[Party]) -> None:
    """Keep everybody once; a second print adds what the first lacks."""
    if len(people) == len({person.name.casefold() for person in people}):
        return
    kept: dict[tuple[str, Role], Party] = {}
    for person in people:
        first = kept.setdefault((person.name.casefold(), person.role), person)
        if first is not person:
            first.title = first.title or person.title
            first.place = first.place or person.place
            first.employer = first.employer or person.employer
    people[:] = kept.values()


def measure(line: Line, core: list[tuple[int, int, bool]]) -> None:
    """Set the range of the line that is the byline proper: up to the first residue (`False`) behind the people."""
    first = line.people[0].start if len(line.people) == 1 else min(person.start for person in line.people)
    start = end = None
    for a, b, is_core in sorted(core):
        if not is_core:
            if end is not None and end > first:
                break
            start = None
            continue
        if start is None:
            start = a
        end = b
    line.start = start if start is not None else first
    line.end = end if end is not None and end > line.start else max(person.end for person in line.people)
