"""The order of work on one line: who is credited, in which role, with what belongs to each."""

from __future__ import annotations

from attrs import define, field

from newsparse.grammar.credit_runs import Piece, PieceKind, is_city, pieces_of
from newsparse.grammar.credit_tokens import Item, Kind, Token, items_of
from newsparse.grammar.credit_words import Phrase, Word, key_of, words
from newsparse.grammar.names import PARTICLES, begins_low, begins_name, display_name, honorific, is_domain, kind_of
from newsparse.model import Contributor, Span
from newsparse.vocabulary import ContributorKind, Role

__all__ = ["Line", "Party", "read_line"]

_PERSON = ContributorKind.PERSON
_DASHES = frozenset("-–—")
_BARS = frozenset("|•·●◦▪→›»~")
_OPENS = frozenset("([{<（【")
_CLOSES = frozenset(")]}>）】")
# A printed name has at most six words in any language seen; more are a headline in title case.
_MAX_WORDS = 6


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


def read_line(plain: str, tokens: list[Token], *, named: bool = False) -> Line | None:
    """Return what a line says, or `None` when it is a sentence, a button or a caption."""
    if not tokens or plain[-1] in "?!" and not any(token.kind is Kind.DATE for token in tokens):
        return None
    reader = _Reader(items_of(tokens), named)
    return reader.read()


class _Reader:
    """One pass over the items of a line."""

    def __init__(self, items: list[Item], named: bool) -> None:
        self.items = items
        self.named = named
        self.line = Line()
        self.people = self.line.people
        self.role = Role.AUTHOR
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

    def read(self) -> Line | None:
        """Return the line, or `None`."""
        for i, item in enumerate(self.items):
            if item.kind is Kind.RUN:
                self.run(i, item)
            elif item.kind is Kind.PHRASE:
                if not self.phrase(item):
                    return None
            elif item.kind is Kind.MARK:
                self.separator(item.text)
            elif item.kind is Kind.CONTACT:
                self.contact(item)
            else:
                self.residue(item)
            if self.broken:
                return None
        return self.finish()

    # --- marks and residue

    def separator(self, text: str) -> None:
        """Note a mark."""
        if text in ",،、，":
            if self.mark != "and":
                self.mark = ","
        elif text in _BARS:
            self.mark = "|"
        elif text in "/／":
            self.mark = "/"
        elif text in _DASHES:
            self.mark = "-"
        elif text in ";；":
            self.mark = ";"
            self.group = len(self.people)
        elif text in _OPENS:
            self.mark = "("
        elif text in _CLOSES:
            self.mark = ")"
        elif text.startswith("__"):
            self.mark = "date"
            self.group = len(self.people)

    def residue(self, item: Item) -> None:
        """Note a date, a link, a number or a line's end."""
        if item.kind is Kind.BREAK:
            if self.mark not in {"lead", "label", "and", ","}:
                self.mark = "br"
            return
        self.mark = "date"
        self.core.append((item.start, item.end, False))

    def contact(self, item: Item) -> None:
        """Give an address or a handle to whom it follows."""
        if self.people:
            self.people[-1].contact.append(item.text.rstrip(".,"))
            self.core.append((item.start, item.end, True))
        else:
            self.core.append((item.start, item.end, False))

    # --- phrases

    def phrase(self, item: Item) -> bool:
        """Let a phrase have its effect. Return whether the line can still be a byline."""
        entry = item.entry
        if entry is None:
            return True
        act = entry.act
        if act in {Phrase.CARD, Phrase.REACHED}:
            return False
        if act in {Phrase.LEAD, Phrase.LABEL}:
            self.introduce(item, Role.AUTHOR if act is Phrase.LEAD else Role(str(entry.value)))
        elif act is Phrase.GENRE:
            self.line.genre = str(entry.value)
            if entry.rest or entry.colon:
                self.introduce(item, Role.AUTHOR)
        elif act is Phrase.CONTRIBUTED or act is Phrase.REPORTED:
            for person in self.people[self.group :]:
                person.role = Role.CONTRIBUTOR
            self.line.lead = True
            self.core.append((item.start, item.end, True))
            self.to_place = act is Phrase.REPORTED
            self.mark = "in"
        elif act is Phrase.INTERVIEWEE:
            self.skip = True
        elif act is Phrase.OTHERS:
            self.line.truncated = True
            self.mark = "date"
        elif act is Phrase.SPONSORED:
            self.line.sponsored = True
            self.mark = "date"
        elif act is Phrase.NEVER and entry.rest and not self.people and not self.line.lead:
            return False  # "Photo provided by …"
        else:
            self.never_or_noise(item, act)
        return True

    def introduce(self, item: Item, role: Role) -> None:
        """Begin a list of people in a role."""
        self.role = role
        self.activity = words().activities.get(item.text)
        self.line.lead = True
        self.mark = "lead" if role is Role.AUTHOR else "label"
        self.group = len(self.people)
        self.titles.clear()
        self.title, self.titles_all = None, False
        self.skip = False
        self.core.append((item.start, item.end, True))

    def never_or_noise(self, item: Item, act: Phrase) -> None:
        """Drop a button or a counter; a picture agency behind "Foto:" is credited."""
        if act is Phrase.NEVER and self.mark == "label" and self.role is Role.PHOTOGRAPHER:
            text = " ".join(word.capitalize() for word in item.text.split())
            self.people.append(Party(text, item.start, item.end, ContributorKind.ORGANIZATION, self.role))
            self.core.append((item.start, item.end, True))
            return
        if act is Phrase.NEVER and self.mark in {"lead", "start"} and not self.people:
            self.broken = self.mark == "lead"
        self.mark = "date"
        self.core.append((item.start, item.end, False))

    # --- runs

    def run(self, i: int, item: Item) -> None:
        """Read a run of words."""
        tokens = item.tokens
        people = bool(self.people[self.group :])
        tail = people and self.mark in {",", "/", "|", "-", ")", "br", "date"}
        if (
            self.is_section(tokens)
            or (tokens[0].kind is Kind.NUMBER
            and (":" in tokens[0].text or all(t.kind is Kind.NUMBER for t in tokens)))
        ):
            self.core.append((item.start, item.end, False))
            return
        if not self.people and not self.line.lead and len(tokens) > 2:
            tokens = self.without_section(tokens)
        if tail and (rest := self.postnominals(tokens)) is not tokens:
            tokens = rest
            self.mark = ","
            if not tokens:
                return
        phone = next((k for k, token in enumerate(tokens) if token.kind is Kind.NUMBER and token.text[0] == "+"), len(tokens))
        tokens = self.without_and(tokens[:phone]) if phone else []
        if not tokens:
            return
        last = i + 1 == len(self.items) or self.items[i + 1].kind in {Kind.DATE, Kind.BREAK}
        if len(tokens) > 1 and self.mark in {"/", ";"} and self.people and self.is_initials(tokens[0]):
            self.enter(tokens[:1])  # "Reuters/kra Frankfurt"
            self.core.append((tokens[0].start, tokens[0].end, True))
            self.group = len(self.people) - 1
            tokens, self.mark, tail = tokens[1:], "date", True
        pieces = pieces_of(tokens, tail=tail, after_title=bool(self.titles) and self.mark == "and")
        for k, piece in enumerate(pieces):
            self.piece(piece, pieces, k, last and k + 1 == len(pieces), i)
            if self.broken:
                return
            if piece.kind is not PieceKind.AND:
                self.mark = "flat"
        if item.start < item.end:
            self.core.append((item.start, item.end, True))

    def without_and(self, tokens: list[Token]) -> list[Token]:
        """Return a run without an "and" that opens or closes it, and note that it joined: ", and Matt Stieb"."""
        mark = words().mark
        if (self.people and len(tokens) > 1 and mark(tokens[0].key) & Word.AND and begins_low(tokens[0].text)) or tokens[0].text == "&":
            self.mark = "and" if self.mark != "(" else self.mark
            tokens = tokens[1:]
        if len(tokens) > 1 and mark(tokens[-1].key) & Word.AND and begins_low(tokens[-1].text) and tokens[-1].key not in {"a", "o"}:
            tokens = tokens[:-1]
        return tokens

    def is_initials(self, token: Token) -> bool:
        """Whether a word in lower case is somebody's sign-off."""
        return token.text.isalpha() and token.text.islower() and len(token.text) <= 5 and not words().mark(token.key)

    def is_section(self, tokens: list[Token]) -> bool:
        """Whether a run is only the name of a section: " | Opinion"."""
        if self.mark in {"lead", "label", "and"}:
            return False
        mark = words().mark
        return len(tokens) <= 3 and all(mark(token.key) & Word.SECTION for token in tokens) and begins_name(tokens[0].text)

    def without_section(self, tokens: list[Token]) -> list[Token]:
        """Return a run without the section that it opens with: "News Steffan Rhys"."""
        mark = words().mark
        house = Word.ORGANIZATION | Word.DESK_HEAD | Word.HEAD | Word.RANK | Word.TEAM
        first = mark(tokens[0].key)
        if (
            first & Word.SECTION
            and not any(mark(token.key) & house for token in tokens[1:3])
            and all(begins_name(token.text) for token in tokens[:3])
        ):
            return tokens[1:]
        return tokens

    def postnominals(self, tokens: list[Token]) -> list[Token]:
        """Add ", Ph.D." or ", Jr." to the name before and return what follows."""
        mark = words().mark
        count = 0
        while count < len(tokens) and mark(tokens[count].key) & Word.POSTNOMINAL and (tokens[count].text[0].isupper()):
            count += 1
        if (
            not count
            or self.mark not in {",", ")"}
            or (count == len(tokens) == 1 and len(tokens[0].key) == 2 and tokens[0].text in words().regions and tokens[0].key not in {"md"})
        ):
            return tokens
        person = self.people[-1]
        if person.kind is not _PERSON:
            return tokens
        person.name = f"{person.name}, {' '.join(token.text for token in tokens[:count])}"
        person.end = tokens[count - 1].end
        self.core.append((tokens[0].start, tokens[count - 1].end, True))
        return tokens[count:]

    def piece(self, piece: Piece, pieces: list[Piece], k: int, last: bool, i: int) -> None:
        """Read a piece of a run."""
        kind = piece.kind
        if self.to_place and kind in {PieceKind.NAME, PieceKind.PLACE}:
            self.give_place(piece.text.rstrip("."))
            self.to_place = False
        elif kind is PieceKind.AND:
            self.mark = "and"
        elif kind is PieceKind.NAME:
            self.name(piece, last, i)
        elif kind is PieceKind.TITLE:
            self.give_title(piece, pieces[k + 1 :])
        elif kind is PieceKind.PLACE:
            self.give_place(piece.text)
        elif kind is PieceKind.EMPLOYER:
            self.give_employer(piece, pieces[k + 1 :])
        elif kind is PieceKind.AGENCY:
            self.agency(piece, pieces[k + 1 :])
        elif kind is PieceKind.DESK:
            self.desk(piece)
        elif kind is PieceKind.LOW:
            self.low(pieces[:k])

    def low(self, before: list[Piece]) -> None:
        """Judge unexplained words in lower case: beside a name they make a sentence of the line."""
        if (self.mark in {"|", "date", ")"} and self.people) or any(p.kind is PieceKind.TITLE for p in before):
            return
        self.broken = True

    # --- names

    def name(self, piece: Piece, last: bool, i: int) -> None:
        """Read a name: somebody new, or a place or an employer of those before."""
        tokens = piece.tokens
        if self.skip:
            self.skip = False
            return
        if self.mark in {",", "/", "|", "-", "date", ")", "br", "("} and self.people and self.attached(tokens, last):
            return
        tokens = self.without_copy(tokens)
        if not self.acceptable(tokens):
            if self.people and self.mark in {"|", "date", "br", "-", ")", "("}:
                return
            self.broken = True
            return
        if not self.people and self.mark == "start" and self.is_dateline(piece, i):
            self.place = piece.text
            return
        if self.list_without_marks and len(tokens) == 4 and kind_of([t.text for t in tokens]) is _PERSON:
            self.enter(tokens[:2])
            tokens = tokens[2:]
            self.mark = "flat"
        self.enter(tokens)

    def enter(self, tokens: list[Token]) -> None:
        """Add somebody to the line."""
        tokens, employer = self.without_employer(tokens)
        parts = [token.text for token in tokens]
        bare = parts[-1].rstrip(".")
        if len(bare) > 2 and not words().mark(key_of(bare)) & Word.POSTNOMINAL and "." not in bare:
            parts[-1] = bare  # a full stop behind a name, not that of "Jr." or "J.K."
        if parts[-1].endswith("'s"):
            self.broken = True
            return
        kind = self.kind(parts)
        if self.mark in {"flat", "date", "br", ";", "|"} and self.people:
            self.list_without_marks = self.mark == "flat" and self.people[-1].title is not None
            self.group = len(self.people)
            self.titles.clear()
        role = self.role
        if kind is ContributorKind.INITIALS and role is Role.SOURCE:
            role = Role.AUTHOR  # "Quelle: ntv.de, ino/dpa": initials are the writer's
        party = Party(" ".join(parts), tokens[0].start, tokens[-1].end, kind, role, self.title or self.activity, self.employer, self.place)
        if employer:
            party.employer = employer
        self.place = None
        if not self.titles_all:  # "Xinhua writers Zhang San, Li Si"
            self.title = self.employer = None
        self.split_city(party, tokens)
        self.people.append(party)

    def kind(self, parts: list[str]) -> ContributorKind:
        """Return what a name stands for on this line."""
        if len(parts) == 1:
            word = parts[0].strip(".")
            if word.isalpha() and len(word) <= 5 and word.islower():
                return ContributorKind.INITIALS
            if word.isalpha() and len(word) <= 3 and word.isupper() and not self.line.lead:
                return ContributorKind.INITIALS
        return kind_of(parts)

    def without_copy(self, tokens: list[Token]) -> list[Token]:
        """Return a name without its copy for screen readers: "Martin Gramnæs Martin Gramnæs"."""
        half = len(tokens) // 2
        if len(tokens) > 2 and len(tokens) % 2 == 0 and all(tokens[k].key == tokens[half + k].key for k in range(half)):
            return tokens[:half]
        return tokens

    def without_employer(self, tokens: list[Token]) -> tuple[list[Token], str | None]:
        """Return a name and the house in capitals that stands behind it: "Craig Meyer USA TODAY NETWORK"."""
        if len(tokens) < 3 or (tokens[0].text.isupper() and len(tokens[0].text) > 2) or (tokens[1].text.isupper() and len(tokens[1].text) > 2):
            return tokens, None
        k = len(tokens)
        while k > 2 and tokens[k - 1].text[:3].isupper() and len(tokens[k - 1].text) > 2 and tokens[k - 1].text[:3].isalpha():
            k -= 1
        article = next((j for j in range(2, len(tokens) - 1) if tokens[j].text == "The"), 0)
        rest = tokens[k:]
        if article:  # "Jane Doe The Washington Post"
            return tokens[:article], " ".join(token.text for token in tokens[article:])
        mark = words().mark
        if not rest or all(mark(token.key) & Word.POSTNOMINAL for token in rest):
            return tokens, None
        # one word in capitals may be the family name: "Jean Pierre DUPONT"
        if len(rest) == 1 and len(rest[0].text) > 4 and rest[0].text.isupper() and not mark(rest[0].key) & Word.ORGANIZATION:
            return tokens, None
        return tokens[:k], " ".join(token.text for token in rest)

    def split_city(self, party: Party, tokens: list[Token]) -> None:
        """Take the city from the end of a name that a date follows: "Luna González Madrid - 29/05/2025".

        Only without a lead word, as sites do that print name, city and date in a row; "Juan Carlos
        Madrid" behind "Por" stays whole.
        """
        if self.line.lead or len(tokens) < 3 or party.kind is not _PERSON:
            return
        following = [item for item in self.items if item.start >= tokens[-1].end][:2]
        while following and following[0].kind is Kind.MARK and following[0].text in _DASHES:
            following.pop(0)
        if following and following[0].kind is Kind.DATE and is_city(tokens[-1].text):
            party.name = " ".join(token.text for token in tokens[:-1])
            party.end = tokens[-2].end
            party.place = tokens[-1].text

    def is_dateline(self, piece: Piece, i: int) -> bool:
        """Whether a name that opens the line is a place with a date or a dash behind it, and somebody after."""
        following = self.items[i + 1 :]
        if len(piece.tokens) > 3 or not any(item.kind is Kind.RUN for item in following):
            return False
        first = next((item for item in following if item.text != ","), None)
        if first is None or not (first.kind is Kind.DATE or (first.kind is Kind.MARK and (first.text in _DASHES or first.text in _BARS))):
            return False
        # scripts without case have no other sign of a name; one word before a dash is a place there
        caseless = piece.text[0].isalpha() and piece.text[0].lower() == piece.text[0].upper()
        return is_city(piece.text) or (caseless and len(piece.tokens) <= 2)

    def acceptable(self, tokens: list[Token]) -> bool:
        """Whether words can be the name of somebody who made a story."""
        lookup = words()
        if len(tokens) > _MAX_WORDS and not any(lookup.mark(t.key) & (Word.ORGANIZATION | Word.DESK_HEAD) for t in tokens):
            return len([t for t in tokens if t.key not in PARTICLES]) <= _MAX_WORDS and self.line.lead
        marks = [lookup.mark(token.key) for token in tokens]
        low = [token for token in tokens if begins_low(token.text) and token.key not in PARTICLES]
        if len(tokens) == 1:
            return self.acceptable_one(tokens[0], marks[0])
        if sum(1 for mark in marks[1:] if mark & Word.STOP) > 1:
            return False
        if (
            marks[0] & Word.STOP
            and tokens[0].key not in PARTICLES
            and kind_of([t.text for t in tokens]) is not ContributorKind.ORGANIZATION
            and not marks[0] & Word.RANK
            and len(tokens) != 2
        ):
            return False
        if len(low) == len(tokens):
            # "bell hooks" is a name behind "By"; "any measure" is not
            return (self.line.lead or self.named) and not any(mark & Word.STOP for mark in marks) and len(tokens) <= 3
        if all(mark & Word.NOT_NAME for mark in marks):
            return False
        return not any(token.kind is Kind.NUMBER for token in tokens) or self.numbered(tokens)

    def numbered(self, tokens: list[Token]) -> bool:
        """Whether a number is part of a name: "SRF 4 News", "50 Cent"."""
        mark = words().mark
        return (
            (len(tokens[0].text) < 4
            and any(mark(t.key) & Word.ORGANIZATION for t in tokens))
            or (tokens[0].kind is Kind.NUMBER and len(tokens) == 2 and self.line.lead)
        )

    def acceptable_one(self, token: Token, mark: int) -> bool:
        """Whether a single word can be somebody."""
        text = token.text.strip(".")
        if text.isupper() and len(text) <= 3:
            mark &= ~(Word.STOP | Word.POSTNOMINAL)  # "MA" is no function word in capitals
        if token.kind is Kind.NUMBER or mark & (Word.NOT_NAME | Word.STOP) or not any(char.isalpha() for char in text):
            return False
        if text[-1] in "!?" or len(text) > 40 or text.count("-") > 3 or sum(map(str.isdigit, text)) > 4:
            return False
        if self.named:
            return True
        if self.line.lead or self.people:
            return not begins_low(text) or len(text) <= 5 or is_domain(text) or "." in text
        if mark & (Word.DESK_HEAD | Word.AGENCIES) or is_domain(text):
            return True
        # a lone word without a lead: initials, or one of a list of houses
        if text.isalpha() and ((text.islower() and len(text) <= 4) or (text.isupper() and len(text) <= 3)) and not mark:
            return True
        return len(self.items) > 2 and (begins_name(text) or text[-1].isdigit())

    # --- tails

    def attached(self, tokens: list[Token], last: bool) -> bool:
        """Give a name behind a separator to those before it, where it is a place or an employer. Return whether it was."""
        text = " ".join(token.text for token in tokens)
        group = self.people[self.group :] or self.people[-1:]
        if self.region(tokens, text):
            return True
        persons = [person for person in group if person.kind in {_PERSON, ContributorKind.DESK, ContributorKind.INITIALS}]
        if self.mark == "(" and persons:
            if len(tokens) == 1 and tokens[0].text.isalpha() and len(text) <= 4:
                return True  # initials in brackets belong to the name before
            if is_city(text):
                self.give_place(text)
                return True
        if not persons:
            return False
        kind = kind_of([token.text for token in tokens])
        titled = persons[-1].title is not None
        if len(tokens) == 1:
            return self.attached_one(tokens[0], text, last, kind, titled)
        if is_city(text) and self.mark in {",", "date", "-", "|", "br"}:
            self.give_place(text)
            return True
        named = persons[0].kind is _PERSON and (len(persons[0].name.split()) > 1 or self.line.lead)
        if (kind in {ContributorKind.ORGANIZATION, ContributorKind.COLLECTIVE} and named) or (titled and self.mark == "," and len(tokens) > 2):
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
        if (
            (begins_low(text)
            and text[-1:].isdigit())
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

    def give_title(self, piece: Piece, rest: list[Piece]) -> None:
        """Give a title to those before, or to whom comes next."""
        text = _title(piece)
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
        self.titles.append(text)
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
        if persons and self.mark in {",", "/", "|", "-", "(", "flat", "date", ")"} and not (self.mark == "flat" and len(members) == 0):
            self.set_employer(text)
            return
        if persons and self.mark == "and" and persons[-1].employer:
            persons[-1].employer = f"{persons[-1].employer}/{text}"
            return
        self.organization(piece.tokens)

    def organization(self, tokens: list[Token]) -> None:
        """Add a house."""
        mark = words().mark
        title = None
        if len(tokens) > 1 and mark(tokens[-1].key) & Word.SECTION and not mark(tokens[-1].key) & Word.ORGANIZATION:
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
        employer = tokens[0].text if len(tokens) > 1 and tokens[0].key in lookup.agencies and tokens[0].text.isupper() else None
        self.people.append(
            Party(piece.text.rstrip("."), tokens[0].start, tokens[-1].end, kind, self.role, None, employer or self.employer, self.place)
        )
        self.employer = self.place = self.title = None
        if "editorial" in {token.key for token in tokens} and any(token.key == "board" for token in tokens):
            self.line.genre = self.line.genre or "editorial"

    # --- the end

    def finish(self) -> Line | None:
        """Return the line when it credits somebody."""
        line = self.line
        if self.title and not self.people:
            return None
        self.settle_houses()
        self.drop_copies()
        if not self.people or not (line.lead or self.named or self.plausible()):
            return None
        self.measure()
        return line

    def plausible(self) -> bool:
        """Whether a line without any lead word names somebody, and is no label of the page."""
        lookup = words()
        first = self.people[0]
        parts = first.name.split()
        marks = [lookup.mark(part.lower()) for part in parts]
        if first.kind is _PERSON:
            if len(self.people) == 1 and is_city(first.name):
                return False
            if len(parts) < 2 and not (first.contact or len(self.people) > 1):
                return False
            return (
                not any(mark & (Word.SECTION | Word.STOP | Word.TEAM) for mark in marks)
                or first.title is not None
                or first.employer is not None
            )
        return True

    def settle_houses(self) -> None:
        """Judge houses that share a line with initials or with other houses alone."""
        people = self.people
        if self.line.lead or not people:
            return
        houses = [p for p in people if p.kind is ContributorKind.ORGANIZATION]
        initials = [p for p in people if p.kind is ContributorKind.INITIALS]
        lookup = words()
        known = {p.name for p in houses if lookup.agencies.get(p.name.split()[0].lower())}
        if initials and houses and houses[0] is people[0] and houses[0].name not in known and len(houses[0].name.split()) > 1:
            # "SRF 4 News, 15.4.2024; srf/hosb": the programme that aired it, and who wrote it down
            houses[0].role, houses[0].kind = Role.SOURCE, ContributorKind.COLLECTIVE
            brand = houses[0].name.split()[0].lower()
            for first, second in zip(initials, initials[1:], strict=False):
                if first.name == brand and first in people:
                    second.employer = first.name
                    people.remove(first)
        slashed = any(item.text == "/" for item in self.items)
        if slashed and len(people) > 1 and not initials and houses and not any(p.contact or p.title for p in people):
            for person in people:  # "Wochenblatt / Última Hora": houses, all of them
                person.kind = ContributorKind.ORGANIZATION
                person.role = Role.SOURCE if person.role is Role.AUTHOR else person.role

    def drop_copies(self) -> None:
        """Keep everybody once; a second print adds what the first lacks."""
        kept: dict[tuple[str, Role], Party] = {}
        for person in self.people:
            first = kept.setdefault((person.name.casefold(), person.role), person)
            if first is not person:
                first.title = first.title or person.title
                first.place = first.place or person.place
                first.employer = first.employer or person.employer
        self.people[:] = kept.values()

    def measure(self) -> None:
        """Set the range of the line that is the byline proper: up to the first residue behind the people."""
        line = self.line
        first = min(person.start for person in self.people)
        ranges = sorted(self.core)
        start = end = None
        for a, b, core in ranges:
            if not core:
                if end is not None and end > first:
                    break
                start = None
                continue
            if start is None:
                start = a
            end = b
        line.start = start if start is not None else first
        line.end = end if end is not None and end > line.start else max(person.end for person in self.people)


def _title(piece: Piece) -> str:
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
