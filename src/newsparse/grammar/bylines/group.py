"""What stands behind names and belongs to them: places, employers, titles, regions, degrees."""

from __future__ import annotations

from newsparse.addresses import is_site
from newsparse.grammar.bylines.lookup import agency_end, is_city, is_country, is_place
from newsparse.grammar.bylines.people import Line, Mark, Party
from newsparse.grammar.bylines.pieces import Piece
from newsparse.grammar.bylines.tokens import Token
from newsparse.grammar.bylines.words import Word, key_of, words
from newsparse.grammar.credit import is_house
from newsparse.grammar.names import begins_low, begins_name, honorific, is_particle, kind_of
from newsparse.vocabulary import ContributorKind, Role

__all__ = ["Group", "is_degree", "is_plural", "title_of"]

_PERSON = ContributorKind.PERSON
_DESK = ContributorKind.DESK
_INITIALS = ContributorKind.INITIALS
_ORGANIZATION = ContributorKind.ORGANIZATION
_PSEUDONYM = ContributorKind.PSEUDONYM
_EMPLOYED = frozenset((_PERSON, ContributorKind.DESK, ContributorKind.INITIALS))
_QUOTES = frozenset('„“«"')  # behind a mark they hold a house's name: "Jan Kos, „Kurier Morski”"
_BEATS = Word.RANK | Word.SECTION | Word.AND
_HOUSES = frozenset((ContributorKind.ORGANIZATION, ContributorKind.COLLECTIVE))


class Group:
    """The people of a line, the last of whom share what stands behind them: "Jane Doe and John Roe, *Reuters*"."""

    __slots__ = ("given", "line", "people", "start", "titles")

    def __init__(self, line: Line) -> None:
        self.line = line
        self.people = line.people
        self.start = 0  # index of the first who shares
        self.titles: list[str] = []  # in a row behind the group, to be handed out one each
        self.given = ""  # what was given last: "place", "employer", "title"

    @property
    def members(self) -> list[Party]:
        """Those who share what stands behind them."""
        return self.people[self.start :]

    @property
    def owners(self) -> list[Party]:
        """The members, or the last on the line where a mark has ended the group."""
        return self.people[self.start :] or self.people[-1:]

    def begin(self) -> None:
        """Begin a new group with whom comes next."""
        self.start = len(self.people)
        self.titles.clear()

    # --- what a name behind a mark is to those before it

    def take(self, tokens: list[Token], mark: Mark, *, last: bool, heads_place: bool) -> bool:
        """Give a name behind a mark to those before it, where it is a place or an employer. Return whether it was.

        `last` says that the line or its segment ends with it, `heads_place` that a comma and a word or two follow.
        """
        text = " ".join([token.text for token in tokens])
        if tokens[0].low and len(tokens) > 1 and tokens[0].mark & Word.ARTICLE and all(token.low for token in tokens):
            return False  # ", the show returns."
        if mark == "/" and self.take_slashed(tokens, text):
            return True
        if mark == "," and self.given == "title" and len(tokens) > 1 and all(token.mark & _BEATS for token in tokens):
            self.owners[-1].title = f"{self.owners[-1].title}, {text}"  # "Senior Director, Content & Marketing"
            return True
        if mark == "," and self.take_region(tokens, text):
            return True
        owners = [person for person in self.owners if person.kind in _EMPLOYED]
        if not owners:
            return mark in {",", "|", "-", "/"} and is_city(text) and self.give_place(text, mark)  # "EFE | Santiago"
        if mark == "(" and self.take_bracket(tokens, text, owners[-1]):
            return True
        if tokens[0].low and len(tokens) > 1:
            if tokens[0].mark & Word.PARTICLE and is_place(tokens[1:]):
                return self.give_place(" ".join(token.text for token in tokens[1:]), mark)  # ", de São Paulo"
            if tokens[0].mark & Word.OF and len(tokens) == 2 and kind_of([tokens[1].text]) is _ORGANIZATION:
                return self.give_employer(tokens[1].text)  # ", de L'Éveil"
        if text[0] in _QUOTES or _is_brand(tokens[0].text):
            return self.give_employer(text)  # "g1 Bahia", "ARD-Studio Nairobi"
        if len(tokens) == 1:
            return self.take_word(tokens[0], mark, last=last, heads_place=heads_place)
        if _opens_house(tokens, owners[-1]):
            return self.give_employer(text)
        if mark in {",", "date", "-", "|", "br"} and is_place(tokens):
            return self.give_place(text, mark)
        if mark in {",", "-", "|", "/"} and self.opens_with_article(tokens):
            return self.give_employer(text)
        named = (" " in owners[0].name or self.line.lead) if owners[0].kind is _PERSON else mark != "date" and owners[0].kind is _DESK
        if named and kind_of([token.text for token in tokens]) in _HOUSES:
            return self.give_employer(text)
        # ", Senior Editor, Three Plain Words": behind a title a house's name
        last_word = tokens[-1].text
        housed = len(tokens) > 2 or is_country(last_word) or (last_word.isupper() and len(last_word) == 2)  # "Water UK"
        housed = housed or (last and _is_outside(owners[-1]))  # ", Chief Executive, Shelter Wales"
        return owners[-1].title is not None and mark == "," and housed and self.give_employer(text)

    def take_slashed(self, tokens: list[Token], text: str) -> bool:
        """Take what stands behind a slash: a house, or the second of two places. Return whether it was one."""
        if len(tokens) == 1 and self.owners and self.owners[-1].role is Role.PHOTOGRAPHER and begins_name(text):
            return self.give_employer(text)  # "Image: Jane Doe/Lantern"
        if self.given == "place" and is_city(text):
            return self.join_place(text)  # "München/Wien"
        if self.given == "employer" and (len(tokens) == 1 or kind_of(text.split()) is not _PERSON):
            self.join_employer(text)  # "The Oregonian/OregonLive"
            return True
        return len(tokens) > 1 and is_house(text) and self.give_employer(text)  # "Rikke Damgaard/Ritzau Scanpix"

    def opens_with_article(self, tokens: list[Token]) -> bool:
        """Whether words open with an article of the line's own language, in capitals, as houses do: "Por Ana Gil, *El Nuevo Faro*"."""
        first = tokens[0]
        return first.text[:1].isupper() and first.text.isalpha() and first.key in words().articles.get(self.line.word, ())

    def take_bracket(self, tokens: list[Token], text: str, person: Party) -> bool:
        """Take what stands in brackets: initials, a house in capitals, a place. Return whether it was one."""
        if len(tokens) == 1 and text.isalpha() and len(text) <= 4 and not (text.istitle() and is_city(text)):
            # initials belong to the name before: "Jana Berg (jbe)"; others are a house: "Jana Berg (CNN)"
            return not (len(text) > 2 and text.isupper() and text[0] != person.name[0]) or self.give_employer(text)
        return is_city(text) and self.give_place(text, "(")

    def take_word(self, token: Token, mark: Mark, *, last: bool, heads_place: bool) -> bool:
        """Take a single word behind a mark. Return whether it belongs to those before."""
        text, person = token.text, self.people[-1]
        if mark == "," and self.given == "degree" and is_degree(token):
            return self.give_degree(token, person)  # the second of "CPP, PSP"
        if mark == "," and person.title is not None and len(text) <= 3 and text[-1].isdigit():
            person.title = f"{person.title}, {text}"  # "General Editor, F1"
            return True
        if is_city(text):
            return self.give_place(text, mark)
        if mark == "," and self.take_degree(token, person):
            return True
        kind = kind_of([text])
        if (
            (text.isupper() and len(text) > 2 and text.isalpha() and person.name.upper() != person.name)
            or (kind is _ORGANIZATION and person.kind is not _INITIALS)
            or (
                kind is _PSEUDONYM
                and (mark == "," or (mark in {"|", "-"} and last))
                and (text.isalpha() or text[:2].isupper() or (text[0].isupper() and text[-1].isdigit()))
                and " " in person.name
            )  # "ProPublica", "BR24"
        ):
            return self.give_employer(text)
        if kind is not _PERSON or not begins_name(text):
            return False
        if mark in {"|", "date"} and heads_place:
            return self.give_place(text, mark)  # "21 October 2025 • Duqm, oman"
        full = person.kind is _DESK or (person.kind is _PERSON and all(" " in p.name for p in self.people))
        if mark in {"-", "|", "/"} and last and full:
            return self.give_employer(text)  # "Jane Doe | Petalworks"
        if not (mark == "," and last) or any(" " not in p.name and p.kind is not _DESK for p in self.members):
            return False
        # a single word that closes the list is a place by its form: ", Sweidah"
        housed = _is_outside(person) or person.role is Role.PHOTOGRAPHER  # "Foto: Jane Doe, Pixelworks"
        return self.give_employer(text) if housed else self.give_place(text, mark)  # "founder and CEO, Petalworks"

    def take_degree(self, token: Token, person: Party) -> bool:
        """Take two capitals behind a comma: "Dr Hamid Farzan, GP". Return whether they belong to the name or are a country."""
        text = token.text
        if len(text) != 2 or not (text.isupper() and text.isalpha()) or person.kind is not _PERSON or person.name.isupper():
            return False
        if is_country(text):
            return self.give_place(text, ",")
        if honorific(person.name.split()) is None and self.given != "degree":
            return self.give_employer(text)  # "Anna Berg, SZ"
        return self.give_degree(token, person)

    def give_degree(self, token: Token, person: Party) -> bool:
        """Add a degree to a name: "Jane Doe, CPP"."""
        self.given = "degree"
        person.name, person.end, person.plain = f"{person.name}, {token.text}", token.end, False
        return True

    def take_region(self, tokens: list[Token], text: str) -> bool:
        """Take ", N.H." or ", Oman" behind a place, which may still be part of a name. Return whether it was one."""
        person, head = self.people[-1], tokens[0].text
        printed = words().regions
        known = head in printed or f"{head}." in printed
        if person.place and (known or (len(tokens) <= 2 and self.given == "place")):
            place = person.place
            for owner in self.owners:
                if owner.place and owner.place == place and not place.endswith(text):
                    owner.place = f"{place}, {_capital(text)}"
            return True
        if not known or len(tokens) > 1 or person.kind is not _PERSON or "," in person.name:
            return False
        parts = person.name.split()
        if len(parts) - (honorific(parts) is not None) > 2:  # "Dr. Ann Lee, MD" has two, and a degree
            person.name = " ".join(parts[:-1])
            person.place = f"{parts[-1]}, {head}"
            person.end -= len(parts[-1]) + 1
            return True
        return False

    # --- giving

    def give_place(self, text: str, mark: Mark) -> bool:
        """Give a place to everybody in the group who has none. Return whether there is anybody."""
        self.given = "place"
        members = self.members
        if not members or (mark == "and" and self.people[-1].place):
            members = self.people[-1:]
        text = _capital(_without_stop(text.strip(" ,")))
        for person in members:
            person.place = person.place or text
        return bool(members)

    def give_employer(self, text: str) -> bool:
        """Give an employer to everybody in the group who has none."""
        self.given, text = "employer", _without_stop(text)
        for person in self.owners:
            person.employer = person.employer or text
        return True

    def join_employer(self, text: str) -> None:
        """Add the second of two employers: "AP/Reuters"."""
        for person in self.owners:
            person.employer = f"{person.employer}/{text}" if person.employer else text

    def join_place(self, text: str) -> bool:
        """Add the second of two places: "München/Wien"."""
        for person in self.owners:
            person.place = f"{person.place}/{text}" if person.place else text
        return True

    def share_place(self, text: str) -> None:
        """Give the second of two places to the second of two people; others have both."""
        if len(self.members) == 2:
            self.members[1].place = text
        else:
            self.join_place(text)

    def give_title(self, piece: Piece) -> None:
        """Give a title to the last of the group, to all when it is a plural, to each in turn when there are as many."""
        members = self.members
        title = title_of(piece)
        self.titles.extend(_titles_of(piece) if len(members) > 1 else [title])
        self.given = "title"
        if len(self.titles) == len(members) > 1:
            for person, own in zip(members, self.titles, strict=True):
                person.title = own
            return
        for person in members if is_plural(piece) else members[-1:]:
            person.title = person.title or title


def title_of(piece: Piece) -> str:
    """Return a title as one person's: "Staff Writers" is "Staff Writer", "Journalist Journalist" is "Journalist"."""
    parts = [token.text for token in piece.tokens]
    half = len(parts) // 2
    if half and parts[:half] == parts[half:]:
        parts = parts[:half]
    if is_plural(piece):
        parts = _singular(piece.tokens[-len(parts) :])
    parts[-1] = parts[-1].rstrip(",." if len(parts[-1]) > 5 else ",")
    return " ".join(parts)


def is_plural(piece: Piece) -> bool:
    """Return whether a title is of several people: "writers", "envoyés spéciaux"."""
    tokens = piece.tokens
    return bool(tokens[-1].mark & Word.PLURAL) or (tokens[0].key if len(tokens) == 1 else _phrase(tokens)) in words().singulars


def _phrase(tokens: list[Token]) -> str:
    """Return words as they are looked up together."""
    return " ".join([token.key for token in tokens])


def _singular(tokens: list[Token]) -> list[str]:
    """Return the words of a plural in the singular: as English forms it, or as the lexicon has it: "envoyés spéciaux"."""
    known = words().singulars
    count = next((k for k in (len(tokens), 1) if _phrase(tokens[-k:]) in known), 0)
    if not count:
        return [*(token.text for token in tokens[:-1]), tokens[-1].text[:-1]]
    singular = known[_phrase(tokens[-count:])]
    if not tokens[-count].low:
        singular = singular[:1].upper() + singular[1:]
    return [*(token.text for token in tokens[:-count]), *singular.split()]


def _titles_of(piece: Piece) -> list[str]:
    """Return the titles of a list: "reporter and photographer" are two."""
    lists: list[list[Token]] = [[]]
    for token in piece.tokens:
        if token.mark & Word.AND:
            lists.append([])
        else:
            lists[-1].append(token)
    return [title_of(Piece(piece.kind, tokens)) for tokens in lists if tokens]


def _without_stop(text: str) -> str:
    """Return a place or a house without the full stop of the sentence that it ends: "Lima.", "EFE."; that of "N.H.", "Calif." and "Inc." stays."""
    last = text.rpartition(" ")[2]
    if last[-1:] != "." or text.count(".") > 1 or last in words().regions:
        return text
    return text[:-1] if len(last) > 4 or last[:-1].isupper() else text


def is_degree(token: Token) -> bool:
    """Whether a word may be a degree or a certificate by its form: "CPP"; not an agency, a country or a state."""
    text = token.text
    return (
        1 < len(text) < 6
        and text.isalpha()
        and text.isupper()
        and not agency_end([token], 0)
        and not is_country(text)
        and not is_house(text)
    )


def _is_outside(person: Party) -> bool:
    """Whether somebody's title is one that newsrooms seldom give, so that a house follows: "founder and CEO"."""
    return any(words().mark(key_of(part)) & Word.OUTSIDE for part in (person.title or "").split())


def _is_brand(word: str) -> bool:
    """Whether a word opens the name of a house by its form: "g1", "ARD-Studio", "lennschau.example"."""
    if begins_low(word):
        return any(map(str.isdigit, word)) or any(map(str.isupper, word)) or is_site(word)  # "detikBerita"
    head, hyphen, _ = word.partition("-")
    return bool(hyphen) and len(head) > 1 and head.isupper() and head.isalpha()


def _opens_house(tokens: list[Token], person: Party) -> bool:
    """Whether several words are a house by the first of them: "BBC Hausa", "Guardian Nigeria", "Radio Faro"; not "JD Vance"."""
    first = tokens[0]
    if first.mark & Word.HOUSE_FIRST and not first.low:
        return True
    if all(token.text.isupper() and token.text.isalpha() and len(token.text) > 2 for token in tokens):
        return not person.name.isupper()  # "MDR AKTUELL"
    if first.text.isupper() and first.text.isalpha() and 2 < len(first.text) < 6 and not tokens[1].text.isupper():
        return not person.name.isupper()
    return bool(first.mark & Word.ORGANIZATION) and (
        is_place(tokens[1:]) or len(first.text) > 9 or (first.text.isupper() and not person.name.isupper())
    )


def _capital(text: str) -> str:
    """Return a place with capitals, as places have: "oman" is "Oman"; "Dar es Salaam" has them."""
    if not begins_low(text):
        return text
    return " ".join(part[:1].upper() + part[1:] if part.islower() and not is_particle(part) else part for part in text.split())
