"""What a line amounts to when it is read: who stays, as what, and which part of it is the byline proper."""

from __future__ import annotations

from itertools import pairwise

from newsparse.grammar.bylines.lookup import is_city, is_country, longest
from newsparse.grammar.bylines.people import Line, Party
from newsparse.grammar.bylines.tokens import word_at
from newsparse.grammar.bylines.words import Word, key_of, words
from newsparse.lexicon.phrases import phrase_of
from newsparse.vocabulary import ContributorKind, Role

__all__ = ["drop_copies", "is_label", "is_plausible", "measure", "settle_houses"]

_OF_SECTION = Word.SECTION | Word.RANK | Word.HEADING | Word.AND
_NO_NAME = Word.SECTION | Word.STOP | Word.TEAM
_PERSON = ContributorKind.PERSON
_AUTHOR = Role.AUTHOR
_COLLECTIVE = ContributorKind.COLLECTIVE
_NAMED = frozenset((_PERSON, _COLLECTIVE))
_LONGEST_LABEL = 40  # characters of a button that may be read as a name
_DESK = ContributorKind.DESK
_INITIALS = ContributorKind.INITIALS
_ORGANIZATION = ContributorKind.ORGANIZATION
_HOUSES = frozenset((_ORGANIZATION, ContributorKind.PSEUDONYM))  # behind a post a coined word is one: "TV2"
_SOURCE = Role.SOURCE


def is_plausible(line: Line) -> bool:
    """Return whether a line without any lead word names somebody, and is no label of the page."""
    people = line.people
    first = people[0]
    mark = words().mark
    if any(_is_heading(person, alone=len(people) == 1) for person in people):
        return False
    if is_country(people[-1].name) and all(person.kind is _PERSON and " " not in person.name for person in people[:-1]):
        return False  # "Kenya", "Kumasi, Ghana"
    if first.kind is _COLLECTIVE and first.name.rpartition(" ")[2].islower():
        return False  # "Leadership team"
    if len(people) == 1 and first.kind is _ORGANIZATION and is_city(first.name):
        return False  # "CHENNAI"
    if first.kind is not _PERSON:
        return not (first.kind is _ORGANIZATION and len(people) == 1 and _is_section(first.name.split()))
    if len(people) == 1 and is_city(first.name):
        return False
    parts = first.name.split()
    if len(parts) < 2 and not (first.contact or len(people) > 1):
        return False
    if first.title is not None or first.employer is not None:
        return True
    if len(parts) > 2 and parts[1].islower() and (label := words().labels.get(key_of(parts[0]))) and label.value is Role.PHOTOGRAPHER:
        return False  # "Bild des Tages", "Photo du jour"
    if len(parts[0]) > 3 and mark(key_of(parts[0])) & Word.OUR:
        return False  # "Our Journalism"
    if longest(words().ranks, [word_at(part, 0, 0) for part in parts], 0) == len(parts):
        return False  # "Middle East", "Real Estate"
    if all(mark(key_of(part)) & Word.RANK for part in parts):
        return False  # "Public Transport"
    marks = [mark(part.lower()) for part in parts]
    # "Ginevra De Luca Tosatti"; not "Von Anfang an"
    return not any(m & _NO_NAME and not (m & Word.PARTICLE and 0 < k < len(parts) - 1) for k, m in enumerate(marks))


def is_label(line: Line, plain: str) -> bool:
    """Return whether a line of which a name is all that was read is a button or a label of pages: "Haberin Devamı"."""
    person = line.people[0]
    if (
        len(line.people) > 1
        or len(plain) > _LONGEST_LABEL
        or person.kind not in _NAMED
        or person.title
        or person.employer
        or person.contact
    ):
        return False
    return phrase_of(plain) is not None


def _is_heading(person: Party, *, alone: bool) -> bool:
    """Whether words of headings stand in a name of which nothing else is known: "Frequently Asked Questions", "Staff Picks"."""
    if person.title is not None or person.employer is not None or not (person.kind is _PERSON or alone):
        return False
    parts = person.name.split()
    marks = [words().mark(key_of(part)) for part in parts]
    if person.kind is _DESK:
        if marks[0] & Word.OUR and marks[-1] & Word.PLURAL and not (marks[-1] & Word.DESK_HEAD or person.place):
            return True  # "Nos journalistes"
        return bool(marks[-1] & Word.HEADING) and not marks[-1] & Word.ORGANIZATION
    return any(mark & Word.HEADING for mark in marks) and (len(parts) > 1 or not _is_agency(person.name))


def _is_section(parts: list[str]) -> bool:
    """Whether words are a section's of a paper or a channel: "Arts & Entertainment", "NRK Sport"; not "Johnson & Johnson", "World News"."""
    mark = words().mark
    marks = [mark(key_of(part) or part) for part in parts]
    if parts[0].isupper() and marks[-1] & Word.SECTION and not any(m & Word.ORGANIZATION for m in marks):
        return True
    if len(parts) > 2 and all(m & Word.SECTION for m in marks):
        return True  # "Home News Politics Business"
    return any(m & Word.AND for m in marks) and all(m & _OF_SECTION for m in marks)


def settle_houses(line: Line, *, slashed: bool) -> None:
    """Judge who is a house by the company on the line; `slashed` says that a slash parts some of them."""
    people = line.people
    for person in people:
        if person.role is _SOURCE and person.kind is _PERSON and not (person.title or person.employer):
            person.kind = _ORGANIZATION  # "Source: Bayou Ledger"
    if len(people) < 2:
        return
    if people[0].title is not None:
        _settle_post(people)
    houses = [person for person in people if person.kind is _ORGANIZATION]
    if line.lead:
        _settle_partner(people, houses)
        return
    initials = [person for person in people if person.kind is _INITIALS]
    if slashed and people[0] in initials and people[0].name.isupper() and people[1].kind is _PERSON and len(people[0].name) > 2:
        people[0].kind = _ORGANIZATION  # "ABC / Jane Doe"
        return
    if initials:
        agencies = [person for person in initials if slashed and _is_agency(person.name.upper())]
        brand = people[0].name.partition(" ")[0].lower()
        if agencies:  # "(apa/red)"
            agencies[0].kind = _ORGANIZATION
        elif " " in people[0].name and (people[0] in houses or brand in {person.name for person in initials}) and not _is_agency(brand):
            _settle_programme(people, people[0], initials)
    elif slashed and people[1].kind is _DESK and words().mark(key_of(people[0].name.partition(" ")[0])) & Word.ARTICLE:
        people[0].kind = _ORGANIZATION  # "El Faro / Redacción"
    elif houses and slashed and not any(person.contact or person.title or person.kind is _DESK for person in people):
        if any(_is_agency(house.name) for house in houses) and any(person.kind is _PERSON and " " in person.name for person in people):
            return  # "dpa/Henrike Voss"
        for person in people:  # "Wochenblatt / Última Hora": houses, all of them
            person.kind = _ORGANIZATION
            person.role = _SOURCE if person.role is _AUTHOR else person.role


def _settle_post(people: list[Party]) -> None:
    """Give a post at a house to whom a comma parts from it: "Correspondant RFI, Jane Doe"; a house has none, but "dpa Sport" is a desk."""
    house, person = people[:2]
    if house.kind not in _HOUSES and not (house.kind is _INITIALS and len(house.name) > 2 and house.name.isupper()):
        return
    touches = person.start - house.end == len(", ")
    if touches and house.title and not words().mark(key_of(house.title)) & Word.SECTION and _is_unclaimed(person):
        person.title, person.employer = house.title, house.name
        people.remove(house)


def _is_unclaimed(person: Party) -> bool:
    """Whether a full name is all that is known of somebody."""
    return person.kind is _PERSON and " " in person.name and not (person.title or person.employer)


def _is_agency(name: str) -> bool:
    """Whether a name's first word is an agency's, or stands for agencies in general."""
    key = name.partition(" ")[0].lower()
    return key in words().agencies or bool(words().mark(key) & Word.AGENCIES)


def _settle_partner(people: list[Party], houses: list[Party]) -> None:
    """Make a house of a single word that an agency shares the line with: "Par Libération et AFP"."""
    first = people[0]
    if len(people) == 2 and houses == people[1:] and first.kind is _PERSON and " " not in first.name and not first.title:
        first.kind = _ORGANIZATION


def _settle_programme(people: list[Party], house: Party, initials: list[Party]) -> None:
    """Tell the programme that aired a story from those who wrote it down: "SRF 4 News, 15.4.2024; srf/hosb"."""
    house.role, house.kind = _SOURCE, _COLLECTIVE
    brand = house.name.split()[0].lower()
    for first, second in pairwise(initials):
        if first.name == brand and first in people:
            second.employer = first.name
            people.remove(first)


def drop_copies(people: list[Party]) -> None:
    """Keep everybody once; a second print adds what the first lacks."""
    if len(people) < 2 or len(people) == len({person.name.casefold() for person in people}):
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
    people = line.people
    start = end = None
    core.sort()
    for a, b, is_core in core:
        if not is_core:
            if end is not None and end > _first(people):
                break
            start = None
            continue
        if start is None:
            start = a
        end = b
    line.start = start if start is not None else _first(people)
    line.end = end if end is not None and end > line.start else max(person.end for person in people)


def _first(people: list[Party]) -> int:
    """Return where the first of some people begins."""
    return min(person.start for person in people)
