"""Those whom a line credits, while it is read, and what belongs to each of them."""

from __future__ import annotations

from attrs import define, field

from newsparse.grammar.credit_lookup import agency_end, is_city, is_country, is_place
from newsparse.grammar.credit_runs import Piece, PieceKind
from newsparse.grammar.credit_tokens import Item, Kind, Token
from newsparse.grammar.credit_words import Word, key_of, words
from newsparse.grammar.names import PARTICLES, begins_low, begins_name, display_name, honorific, is_domain, kind_of
from newsparse.model import Contributor, Span
from newsparse.vocabulary import ContributorKind, Role

__all__ = ["Credits", "Line", "Party", "title_of"]

_PERSON = ContributorKind.PERSON


@define(eq=False)
class Party:
    """Somebody on the line, while it is read."""

    name: str
    start: int
    end: int
    kind: ContributorKind = _PERSON
    role: Role = Role.AUTHOR
    title: str | None = None
    employer: str | None = None
    place: str | None = None
    contact: list[str] = field(factory=list)

    def contributor(self, span: Span | None) -> Contributor:
        """Return it as the article keeps it."""
        person = self.kind is _PERSON
        return Contributor(
            self.name,
            kind=self.kind,
            roles=(self.role,),
            title=self.title,
            affiliation=self.employer,
            place=self.place,
            contact=tuple(self.contact),
            honorific=honorific(self.name.split()) if person else None,
            display_name=display_name(self.name) if person else None,
            span=span,
        )


@define(eq=False)
class Line:
    """What was read of a line."""

    people: list[Party] = field(factory=list)
    start: int = 0
    """Offset of the first character that belongs to the credits."""
    end: int = 0
    """Offset behind the last one."""
    lead: bool = False
    """Whether a lead word or a label introduces them."""
    truncated: bool = False
    sponsored: bool = False
    genre: str | None = None


class Credits:
    """The people of a line and what is pending: places, employers and titles find their owners here."""

    def __init__(self, items: list[Item], named: bool) -> None:
        self.items = items
        self.named = named
        self.line = Line()
        self.people = self.line.people
        self.role = Role.AUTHOR
        self.helped = False
        self.activity: str | None = None
        self.mark = "start"  # what stood last before the words at hand
        self.group = 0  # index of the first of the people that a tail belongs to
        self.titles: list[str] = []  # titles in a row behind the group, to be handed out one each
        self.title: str | None = None  # of whom comes next
        self.titles_all = False  # whether it is of all that come next
        self.employer: str | None = None
        self.place: str | None = None
        self.to_place = False  # "reported from" stood before
        self.skip = False  # whom comes next is in the story, not its maker
        self.list_without_marks = False
        self.core: list[tuple[int, int, bool]] = []  # ranges; False: residue
        self.broken = False
        self.clause = False  # whether a clause about somebody goes on: "who covers ports"
        self.ends_sentence = False  # whether the line ends with a full stop
        self.over = False  # whether the rest of the line is of no account

    def attached(self, tokens: list[Token], last: bool) -> bool:
        """Give a name behind a separator to those before it, where it is a place or an employer. Return whether it was."""
        text = " ".join(token.text for token in tokens)
        group = self.people[self.group :] or self.people[-1:]
        if self.mark == "/" and self.last_given == "employer" and (len(tokens) == 1 or kind_of(text.split()) is not _PERSON):
            for person in group:  # "The Oregonian/OregonLive"
                person.employer = f"{person.employer}/{text}" if person.employer else text
            return True
        if self.region(tokens, text):
            return True
        persons = [person for person in group if person.kind in {_PERSON, ContributorKind.DESK, ContributorKind.INITIALS}]
        if self.mark == "(" and persons:
            if len(tokens) == 1 and tokens[0].text.isalpha() and len(text) <= 4:
                if len(text) > 2 and text.isupper() and text[0] != persons[-1].name[0]:
                    self.set_employer(text)  # "Wanda Teague (CNN)"
                return True  # initials in brackets belong to the name before
            if is_city(text):
                self.give_place(text)
                return True
        if not persons:
            if group and is_city(text) and self.mark in {",", "|", "-"}:
                self.give_place(text)  # "EFE | Santiago"
                return True
            return False
        if begins_low(tokens[0].text) and tokens[0].key in PARTICLES and len(tokens) > 1 and is_place(tokens[1:]):
            self.give_place(" ".join(token.text for token in tokens[1:]))  # ", de São Paulo"
            return True
        kind = kind_of([token.text for token in tokens])
        titled = persons[-1].title is not None
        if _is_brand(tokens[0].text):
            self.set_employer(text)  # "g1 Bahia", "ARD-Studio Nairobi"
            return True
        if len(tokens) == 1:
            return self.attached_one(tokens[0], text, last, kind, titled)
        if is_city(text) and self.mark in {",", "date", "-", "|", "br"}:
            self.give_place(text)
            return True
        named = persons[0].kind is _PERSON and (len(persons[0].name.split()) > 1 or self.line.lead)
        if (kind in {ContributorKind.ORGANIZATION, ContributorKind.COLLECTIVE} and named) or (
            titled and self.mark == "," and len(tokens) > 2
        ):
            self.set_employer(text)
            return True
        return False

    def attached_one(self, token: Token, text: str, last: bool, kind: ContributorKind, titled: bool) -> bool:
        """Give a single word behind a separator to those before it."""
        if self.mark == "," and titled and len(text) <= 3 and text[-1].isdigit():
            self.people[-1].title = f"{self.people[-1].title}, {text}"  # "General Editor, F1"
            return True
        if is_city(text):
            self.give_place(text)
            return True
        person = self.people[-1]
        if (
            self.mark == ","
            and len(text) == 2
            and text.isupper()
            and text.isalpha()
            and person.kind is _PERSON
            and not person.name.isupper()
        ):
            if is_country(text):
                self.give_place(text)
            else:
                person.name, person.end = f"{person.name}, {text}", token.end  # "Dr Hamid Farzan, GP"
            return True
        if (
            (begins_low(text) and text[-1:].isdigit())
            or (text.isupper() and len(text) > 2 and text.isalpha() and self.people[-1].name.upper() != self.people[-1].name)
            or (kind is ContributorKind.ORGANIZATION and self.people[-1].kind is not ContributorKind.INITIALS)
        ):
            self.set_employer(text)
            return True
        # "21 October 2025 • Duqm, oman": a word with another behind a comma, after the date
        if self.mark in {"|", "date"} and begins_name(text) and kind is _PERSON and self.opens_place(token):
            self.give_place(text)
            return True
        # a single word in capitals' case that closes the list is a place by its form: ", Sweidah"
        if (
            self.mark == ","
            and last
            and begins_name(text)
            and kind is _PERSON
            and all(len(p.name.split()) > 1 or p.kind is ContributorKind.DESK for p in self.people[self.group :])
            and not begins_low(text)
        ):
            title = (self.people[-1].title or "").split()
            if title and any(words().mark(key_of(part)) & Word.OUTSIDE for part in title):
                self.set_employer(text)  # "founder and CEO, Petalworks"
            else:
                self.give_place(text)
            return True
        return False

    def opens_place(self, token: Token) -> bool:
        """Whether nothing but a comma and a word or two follow."""
        following = [item for item in self.items if item.start >= token.end]
        return len(following) == 2 and following[0].text == "," and following[1].kind is Kind.RUN and len(following[1].tokens) <= 2

    def region(self, tokens: list[Token], text: str) -> bool:
        """Add ", N.H." or ", Oman" to the place before it, which may still be part of a name."""
        if self.mark != "," or not self.people:
            return False
        person = self.people[-1]
        printed = words().regions
        head = tokens[0].text
        known = head in printed or f"{head}." in printed
        if person.place and (known or (len(tokens) <= 2 and self.after_place)):
            self.give_region(text)
            return True
        parts = person.name.split()
        if known and len(tokens) == 1 and len(parts) > 2 and person.kind is _PERSON and not any("," in part for part in parts):
            person.name = " ".join(parts[:-1])
            person.place = f"{parts[-1]}, {head}"
            person.end -= len(parts[-1]) + 1
            return True
        return False

    @property
    def after_place(self) -> bool:
        """Whether everybody in the group has a place that was read last."""
        return self.last_given == "place"

    last_given = ""

    def give_region(self, text: str) -> None:
        """Add a region to the places of the group."""
        for person in self.people[self.group :] or self.people[-1:]:
            if person.place and not person.place.endswith(text):
                person.place = f"{person.place}, {_capital(text)}"

    def give_place(self, text: str) -> None:
        """Give a place to everybody in the group who has none."""
        self.last_given = "place"
        text = _capital(text.strip(" ,"))
        members = self.people[self.group :]
        if not members or (self.mark == "and" and self.people and self.people[-1].place):
            members = self.people[-1:]
        if not members:
            self.place = text
        for person in members:
            person.place = person.place or text

    def set_employer(self, text: str) -> None:
        """Give an employer to everybody in the group who has none."""
        self.last_given = "employer"
        for person in self.people[self.group :] or self.people[-1:]:
            person.employer = person.employer or text

    def give_employer(self, piece: Piece, rest: list[Piece]) -> None:
        """Give an employer to those before, or to whom comes next."""
        ahead = bool(rest) and rest[0].kind is PieceKind.NAME and self.mark != "flat"
        if self.people[self.group :] and not ahead:
            self.set_employer(piece.text)
        else:
            self.employer = piece.text
            self.titles_all = self.titles_all or ahead  # "ESPN's Jane Doe and John Roe"

    def give_title(self, piece: Piece, rest: list[Piece]) -> None:
        """Give a title to those before, or to whom comes next."""
        text = title_of(piece)
        members = self.people[self.group :]
        behind = self.mark in {",", "-", "|", "/", "(", "flat", "br"}
        ahead = bool(rest) and any(p.kind is PieceKind.NAME for p in rest[:2]) and not (behind and members)
        introduced = self.mark in {"lead", "label", "start", "and"} and not (self.mark == "and" and self.titles)
        if not members or ahead or introduced:
            if not members and not rest and not self.comes_name(piece):
                self.desk(piece)  # a title and nobody: "By Executive Content Editor"
                return
            self.title = text
            self.titles_all = text != piece.text and piece.tokens[-1].text.endswith("s")
            return
        plural = piece.tokens[-1].text.endswith("s") and text != piece.text
        self.titles.extend(_titles_of(piece) if len(members) > 1 else [text])
        if len(self.titles) == len(members) > 1:
            for person, title in zip(members, self.titles, strict=True):
                person.title = title
            return
        for person in members if plural else members[-1:]:
            person.title = person.title or text
        self.last_given = "title"

    def comes_name(self, piece: Piece) -> bool:
        """Whether a name follows the run that a piece ends: "notre correspondante à Moscou, Claire Dupont"."""
        following = [item for item in self.items if item.start >= piece.tokens[-1].end]
        return any(item.kind is Kind.RUN for item in following[:2]) and not any(item.kind is Kind.DATE for item in following[:1])

    # --- agencies and desks

    def agency(self, piece: Piece, rest: list[Piece]) -> None:
        """Read an agency: a maker of its own, or whose people are named."""
        text = piece.text
        members = self.people[self.group :]
        titled = bool(rest) and rest[0].kind is PieceKind.TITLE
        if (titled and len(rest) > 1) or (titled and self.comes_name(rest[0]) and not members):
            if members and self.mark == "flat":
                self.group = len(self.people)
            self.employer = text
            return
        persons = [p for p in members if p.kind is _PERSON or p.kind is ContributorKind.DESK]
        if persons and self.mark == "/" and self.last_given == "employer":
            for person in persons:
                person.employer = f"{person.employer}/{text}"
            return
        if (
            persons
            and not self.helped
            and self.mark in {",", "/", "|", "-", "(", "flat", "date", ")"}
            and not (self.mark == "flat" and len(members) == 0)
        ):
            self.set_employer(text)
            return
        if persons and self.mark == "and" and persons[-1].employer:
            persons[-1].employer = f"{persons[-1].employer}/{text}"
            return
        self.organization(piece.tokens)
        if self.helped and self.role is Role.AUTHOR and len(self.people) > 1:
            self.people[-1].role = Role.CONTRIBUTOR

    def organization(self, tokens: list[Token]) -> None:
        """Add a house."""
        mark = words().mark
        title = None
        if (
            len(tokens) > 1
            and mark(tokens[-1].key) & Word.SECTION
            and not mark(tokens[-1].key) & Word.ORGANIZATION
            and agency_end(words(), tokens, 0) < len(tokens)
        ):
            title = tokens[-1].text  # "dpa Sport": the desk of an agency
            tokens = tokens[:-1]
        if self.mark in {"flat", "date", "br"}:
            self.group = len(self.people)
        name = " ".join(token.text for token in tokens).rstrip(".")
        self.people.append(Party(name, tokens[0].start, tokens[-1].end, ContributorKind.ORGANIZATION, self.role, title, place=self.place))
        self.place = None

    def desk(self, piece: Piece) -> None:
        """Add a part of a newsroom."""
        tokens = piece.tokens
        lookup = words()
        if self.mark in {"flat", "date", "br", "|"} and self.people:
            if self.mark == "|" or (self.people[-1].kind is _PERSON and self.mark == "flat"):
                self.set_employer(piece.text)
                return
            self.group = len(self.people)
        only_agencies = all(lookup.mark(token.key) & Word.AGENCIES for token in tokens)
        kind = ContributorKind.ORGANIZATION if only_agencies else ContributorKind.DESK
        house = tokens[0].text
        agency = any(not rest and form == house for rest, form in lookup.agencies.get(tokens[0].key, ()))
        employer = house if len(tokens) > 1 and agency else None
        self.people.append(
            Party(piece.text.rstrip("."), tokens[0].start, tokens[-1].end, kind, self.role, None, employer or self.employer, self.place)
        )
        self.employer = self.place = self.title = None
        if "editorial" in {token.key for token in tokens} and any(token.key == "board" for token in tokens):
            self.line.genre = self.line.genre or "editorial"


def _is_brand(word: str) -> bool:
    """Whether a word opens the name of a house by its form: "g1", "ARD-Studio", "tagesschau.de"."""
    if begins_low(word):
        return any(map(str.isdigit, word)) or is_domain(word)
    head, hyphen, _ = word.partition("-")
    return bool(hyphen) and len(head) > 1 and head.isupper() and head.isalpha()


def _titles_of(piece: Piece) -> list[str]:
    """Return the titles of a list: "reporter and photographer" are two."""
    lists: list[list[Token]] = [[]]
    for token in piece.tokens:
        if words().mark(token.key) & Word.AND:
            lists.append([])
        else:
            lists[-1].append(token)
    return [title_of(Piece(piece.kind, tokens)) for tokens in lists if tokens]


def title_of(piece: Piece) -> str:
    """Return a title as one person's: "Staff Writers" is "Staff Writer", "Journalist Journalist" is "Journalist"."""
    parts = [token.text for token in piece.tokens]
    half = len(parts) // 2
    if half and parts[:half] == parts[half:]:
        parts = parts[:half]
    lookup = words()
    key = piece.tokens[-1].key
    if key.endswith("s") and not lookup.mark(key) & Word.HEAD and lookup.mark(key[:-1]) & Word.HEAD:
        parts[-1] = parts[-1][:-1]
    parts[-1] = parts[-1].rstrip(",")
    return " ".join(parts)


def _capital(text: str) -> str:
    """Return a place with capitals, as places have: "oman" is "Oman"."""
    return " ".join(part[:1].upper() + part[1:] if part.islower() and part not in PARTICLES else part for part in text.split())
