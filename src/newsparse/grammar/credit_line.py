"""The order of work on one line: its items from left to right, who is credited, in which role, with what belongs to each."""

from __future__ import annotations

from enum import IntEnum

from newsparse.grammar.credit_group import Group, title_of
from newsparse.grammar.credit_items import items_of
from newsparse.grammar.credit_lookup import agency_end, is_city, is_place
from newsparse.grammar.credit_names import acceptable, kind_on, printed, without_copy, without_employer
from newsparse.grammar.credit_people import Ahead, Line, Mark, Party
from newsparse.grammar.credit_runs import Piece, PieceKind, pieces_of
from newsparse.grammar.credit_tokens import Item, Kind, Token
from newsparse.grammar.credit_verdict import drop_copies, is_plausible, measure, settle_houses
from newsparse.grammar.credit_words import Phrase, Word, words
from newsparse.grammar.names import begins_name, kind_of
from newsparse.vocabulary import ContributorKind, Role

__all__ = ["read_line"]

_PERSON = ContributorKind.PERSON
_DASHES = frozenset("-–—")
"""Marks that part a place from a date, a name from a title."""
_BARS = frozenset("|•·⋅∙●◦▪→›»~")
"""Marks that part the pieces of a line."""
_CLOSES = frozenset(")]}>）】")
_MARKS: dict[str, Mark] = {
    **dict.fromkeys(",،、，", ","), **dict.fromkeys(_BARS, "|"), **dict.fromkeys("/／", "/"), **dict.fromkeys(_DASHES, "-"),
    **dict.fromkeys(";；", ";"), **dict.fromkeys("([{<（【", "("), **dict.fromkeys(_CLOSES, ")"),
}  # fmt: skip
"""What each mark of punctuation does; others do nothing."""
_BEHIND: frozenset[Mark] = frozenset((",", "/", "|", "-", "date", ")", "br", "("))
"""Marks behind which a name may be a place or an employer of those before."""


def read_line(plain: str, tokens: list[Token], *, named: bool = False) -> Line | None:
    """Return what a line says, or `None` when it is a sentence, a button or a caption.

    Args:
        plain: the line, clean.
        tokens: its tokens.
        named: whether it comes from a field for names, so that no lead is needed.
    """
    if not tokens or (plain[-1] in "?!" and not any(token.kind is Kind.DATE for token in tokens)):
        return None
    return _Reader(items_of(tokens), named=named, stops=plain[-1] in ".…").read()


class _State(IntEnum):
    """What the reader does with what comes next."""

    READING = 0
    PLACE = 1
    """The next name is a place: "reported from" stood before."""
    STORY = 2
    """The next name is somebody in the story: "Interview with" stood before."""
    CLAUSE = 3
    """A clause about somebody goes on: "who covers ports, rivers and dams"."""
    OVER = 4
    """The rest of the line is of no account."""
    BROKEN = 5
    """The line is no byline."""


class _Reader:
    """One pass over the items of a line."""

    def __init__(self, items: list[Item], *, named: bool, stops: bool) -> None:
        self.items = items
        self.named = named
        self.stops = stops  # whether the line ends with a full stop
        self.line = Line()
        self.people = self.line.people
        self.group = Group(self.line)
        self.ahead = Ahead()
        self.at = 0  # index of the item at hand
        self.mark: Mark = "start"
        self.state = _State.READING
        self.role = Role.AUTHOR
        self.activity: str | None = None  # what a contributor did: "writing"
        self.helped = False  # whether the agencies that come next only helped: "avec AFP"
        self.unmarked = False  # whether names stand in a row without marks
        self.core: list[tuple[int, int, bool]] = []  # ranges of the line; False: residue

    def read(self) -> Line | None:
        """Return the line, or `None`."""
        for at, item in enumerate(self.items):
            self.at = at
            if self.state is _State.CLAUSE:
                if item.kind is Kind.RUN or item.text == ",":
                    continue
                self.state = _State.READING
            if item.kind is Kind.RUN:
                self.run(item)
            elif item.kind is Kind.MARK:
                self.punctuation(item.text)
            elif item.kind is Kind.PHRASE:
                self.phrase(item)
            elif item.kind is Kind.CONTACT:
                self.contact(item)
            else:
                self.residue(item)
            if self.state >= _State.OVER:
                break
        return None if self.state is _State.BROKEN else self.finish()

    def finish(self) -> Line | None:
        """Return the line when it credits somebody."""
        line = self.line
        if not self.people:
            return None
        if not line.lead:
            settle_houses(self.people, slashed=any(item.text == "/" for item in self.items))
        drop_copies(self.people)
        if not (line.lead or self.named or is_plausible(line)):
            return None
        measure(line, self.core)
        return line

    def next_item(self, offset: int = 1) -> Item | None:
        """Return an item behind the one at hand, or `None` at the line's end."""
        return self.items[self.at + offset] if self.at + offset < len(self.items) else None

    # --- marks and residue

    def punctuation(self, text: str) -> None:
        """Note a mark of punctuation."""
        mark = _MARKS.get(text)
        if mark is None:
            if text.startswith("__"):
                self.mark = "date"
                self.group.start = len(self.people)
        elif mark != "," or self.mark != "and":
            self.mark = mark
            if mark == ";":
                self.group.start = len(self.people)

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
        self.core.append((item.start, item.end, bool(self.people)))

    # --- phrases

    def phrase(self, item: Item) -> None:
        """Let a phrase have its effect."""
        entry = item.entry
        if entry is None:
            return
        act = entry.act
        if act is Phrase.LEAD:
            self.introduce(item, Role.AUTHOR)
        elif act is Phrase.LABEL:
            self.introduce(item, Role(str(entry.value)))
        elif act is Phrase.GENRE:
            self.line.genre = str(entry.value)
            if entry.rest or entry.colon:
                self.introduce(item, Role.AUTHOR)
        elif act is Phrase.CONTRIBUTED or act is Phrase.REPORTED:
            self.contributed(item, to_place=act is Phrase.REPORTED)
        elif act is Phrase.CARD:  # "Jane Doe | View all posts by Jane Doe"
            self.state = _State.OVER if self.people else _State.BROKEN
        elif act is Phrase.REACHED:
            self.state = _State.BROKEN
        elif act is Phrase.INTERVIEWEE:
            self.state = _State.STORY
        elif act is Phrase.OTHERS:
            self.line.truncated = True
            self.mark = "date"
        elif act is Phrase.SPONSORED:
            self.line.sponsored = True
            self.mark = "date"
        elif act is Phrase.NEVER:
            self.never(item, whole=bool(entry.rest))
        else:
            self.mark = "date"
            self.core.append((item.start, item.end, False))

    def introduce(self, item: Item, role: Role) -> None:
        """Begin a list of people in a role."""
        self.role = role
        self.activity = words().activities.get(item.text) if role is not Role.AUTHOR else None
        self.line.lead = True
        self.mark = "lead" if role is Role.AUTHOR else "label"
        self.group.begin()
        self.ahead.title, self.ahead.shared = None, False
        if self.state is _State.STORY:
            self.state = _State.READING
        self.core.append((item.start, item.end, True))

    def contributed(self, item: Item, *, to_place: bool) -> None:
        """Make contributors of those before: "contributed to this report", "reported from"."""
        for person in self.group.members:
            person.role = Role.CONTRIBUTOR
        self.line.lead = True
        self.core.append((item.start, item.end, True))
        self.state = _State.PLACE if to_place else _State.READING
        self.mark = "in"

    def never(self, item: Item, *, whole: bool) -> None:
        """Drop what is nobody's name; a picture agency behind "Foto:" is credited. `whole` says that it has several words."""
        if whole and not self.people and not self.line.lead:
            self.state = _State.BROKEN  # "Photo provided by …"
            return
        if self.mark == "label" and self.role is Role.PHOTOGRAPHER:
            text = " ".join(word.capitalize() for word in item.text.split())
            self.people.append(Party(text, item.start, item.end, ContributorKind.ORGANIZATION, self.role))
            self.core.append((item.start, item.end, True))
            return
        if self.mark == "lead" and not self.people:
            self.state = _State.BROKEN
        self.mark = "date"
        self.core.append((item.start, item.end, False))

    # --- runs

    def run(self, item: Item) -> None:
        """Read a run of words."""
        if item.plain:
            self.piece(Piece(PieceKind.NAME, item.tokens, plain=True), None, [])
            self.mark = "flat"
        elif not ((self.mark == "(" and self.role_in_brackets(item)) or (self.at == 0 and self.opening_place(item))):
            if self.is_residue(item.tokens):
                self.core.append((item.start, item.end, False))
                return
            tail = self.mark in _TAIL and len(self.people) > self.group.start
            tokens = self.trimmed(item.tokens, tail=tail)
            if not tokens:
                return
            if self.mark in {"/", ";"} and self.people and len(tokens) > 1 and _is_initials(tokens[0]):
                self.sign(tokens[0])
                tokens, tail = tokens[1:], True
            self.pieces(pieces_of(tokens, tail=tail, after_title=bool(self.group.titles) and self.mark == "and"))
        else:
            return
        if self.state < _State.CLAUSE:
            self.core.append((item.start, item.end, True))

    def pieces(self, pieces: list[Piece]) -> None:
        """Read the pieces of a run."""
        for k, piece in enumerate(pieces):
            self.piece(piece, pieces[k - 1] if k else None, pieces[k + 1 :])
            if self.state >= _State.CLAUSE:
                return
            if piece.kind is not PieceKind.AND:
                self.mark = "flat"

    def trimmed(self, tokens: list[Token], *, tail: bool) -> list[Token]:
        """Return a run without what stands at its edges: a section, degrees, an "and", a telephone number."""
        if not self.people and not self.line.lead and len(tokens) > 2:
            tokens = _without_section(tokens)
        if tail and (rest := self.postnominals(tokens)) is not tokens:
            tokens, self.mark = rest, ","
        for k, token in enumerate(tokens):
            if token.text[0] == "+" and token.kind is Kind.NUMBER:
                tokens = tokens[:k]
                break
        return self.without_and(tokens) if tokens else tokens

    def is_residue(self, tokens: list[Token]) -> bool:
        """Whether a run is only numbers or the name of a section: " | Opinion"."""
        if tokens[0].kind is Kind.NUMBER and (":" in tokens[0].text or all(token.kind is Kind.NUMBER for token in tokens)):
            return True
        if not tokens[0].mark & Word.SECTION or self.mark in {"lead", "label", "and"} or len(tokens) > 3:
            return False
        return all(token.mark & Word.SECTION for token in tokens) and begins_name(tokens[0].text)

    def sign(self, token: Token) -> None:
        """Enter initials behind a slash, with whose place the run goes on: "Reuters/kra Frankfurt"."""
        self.enter([token])
        self.core.append((token.start, token.end, True))
        self.group.start = len(self.people) - 1
        self.mark = "date"

    def role_in_brackets(self, item: Item) -> bool:
        """Give somebody the role in brackets behind the name: "(Fotos)". Return whether there was one."""
        closing = self.next_item()
        if not self.people or len(item.tokens) > 3 or closing is None or closing.text not in _CLOSES:
            return False
        roles = []
        for token in item.tokens:
            entries = [e for e in words().phrases.get(token.key, ()) if not e.rest and e.act in {Phrase.LEAD, Phrase.LABEL}]
            if entries:
                roles.append(Role.AUTHOR if entries[0].act is Phrase.LEAD else Role(str(entries[0].value)))
            elif not token.mark & Word.AND:
                return False
        if roles:
            self.people[-1].role = Role.AUTHOR if Role.AUTHOR in roles else roles[0]
        return bool(roles)

    def opening_place(self, item: Item) -> bool:
        """Keep the place with which a line opens before its lead: "Aus Istanbul von Anna Berg". Return whether there is one."""
        tokens = item.tokens
        if not tokens[0].mark & Word.IN or len(tokens) < 2:
            return False
        following = self.next_item()
        if following is None or following.entry is None or following.entry.act is not Phrase.LEAD:
            return False
        if not all(begins_name(token.text) for token in tokens[1:]):
            return False
        self.ahead.place = " ".join(token.text for token in tokens[1:])
        return True

    def without_and(self, tokens: list[Token]) -> list[Token]:
        """Return a run without an "and" that opens or closes it, and note that it joined: ", and Matt Stieb"."""
        first, last = tokens[0], tokens[-1]
        if (self.people and len(tokens) > 1 and first.mark & Word.AND and first.low) or first.text == "&":
            before = self.mark
            self.join(first)
            self.mark = "(" if before == "(" else self.mark
            tokens = tokens[1:]
        if len(tokens) > 1 and last.mark & Word.AND and last.low and last.key not in {"a", "o"}:
            tokens = tokens[:-1]
        return tokens

    def join(self, token: Token) -> None:
        """Note a word that joins names, and whether an agency behind it only helped: "avec AFP"."""
        self.mark = "and"
        self.helped = self.helped or bool(token.mark & Word.WITH)

    def postnominals(self, tokens: list[Token]) -> list[Token]:
        """Add ", Ph.D." or ", Jr." to the name before and return what follows."""
        count = 0
        while count < len(tokens) and tokens[count].mark & Word.POSTNOMINAL and tokens[count].text[0].isupper():
            count += 1
        person = self.people[-1]
        if not count or self.mark not in {",", ")"} or person.kind is not _PERSON:
            return tokens
        if count == len(tokens) == 1 and tokens[0].text in words().regions and (person.place or person.name.count(" ") > 1):
            return tokens  # "MA" is a state behind a place
        person.name = f"{person.name}, {' '.join(token.text for token in tokens[:count])}"
        person.plain = False
        person.end = tokens[count - 1].end
        self.core.append((tokens[0].start, tokens[count - 1].end, True))
        return tokens[count:]

    # --- pieces

    def piece(self, piece: Piece, before: Piece | None, rest: list[Piece]) -> None:
        """Read a piece of a run, with the piece before it and those behind it."""
        kind = piece.kind
        if self.state is _State.PLACE and kind in {PieceKind.NAME, PieceKind.PLACE}:
            self.place(piece.text.rstrip("."))
            self.state = _State.READING
        elif kind is PieceKind.NAME:
            self.name(piece, before, rest)
        elif kind is PieceKind.AND:
            self.join(piece.tokens[0])
        elif kind is PieceKind.TITLE:
            self.title(piece, rest)
        elif kind is PieceKind.PLACE:
            self.place(piece.text)
        elif kind is PieceKind.EMPLOYER:
            self.employer(piece, rest)
        elif kind is PieceKind.AGENCY:
            self.agency(piece, rest)
        elif kind is PieceKind.DESK:
            self.desk(piece)
        elif kind is PieceKind.LOW:
            self.low(before)
        else:
            self.state = _State.CLAUSE

    def name(self, piece: Piece, before: Piece | None, rest: list[Piece]) -> None:
        """Read a name: somebody new, or a place or an employer of those before."""
        tokens = piece.tokens
        if self.state is _State.STORY:
            self.state = _State.READING
            return
        if self.people:
            placed = bool(rest) and rest[0].kind is PieceKind.PLACE  # "…, John Roe in London" is somebody new
            if self.mark in _BEHIND and not placed and self.take(tokens, rest):
                return
            if before is not None and before.kind is PieceKind.TITLE and self.people[-1].title and is_place(tokens):
                self.place(piece.text)  # "correspondent Zuid-Afrika"
                return
        tokens = without_copy(tokens)
        plain = piece.plain and 1 < len(tokens) < 5 and not (tokens[0].mark and tokens[-1].mark)
        if not plain and not acceptable(tokens, self.line, named=self.named, alone=len(self.items) < 3):
            if not self.people or self.mark not in {"|", "date", "br", "-", ")", "("}:
                self.state = _State.BROKEN
            return
        if not self.people and self.mark == "start" and self.is_dateline(piece):
            self.ahead.place = piece.text
            return
        if self.unmarked and len(tokens) == 4 and kind_of([token.text for token in tokens]) is _PERSON:
            self.enter(tokens[:2])  # "Phoebe Tonks Joseph Gamp"
            tokens, self.mark = tokens[2:], "flat"
        self.enter(tokens, plain=plain)

    def take(self, tokens: list[Token], rest: list[Piece]) -> bool:
        """Give a name behind a mark to those before it, where it is theirs. Return whether it was."""
        following, behind = self.next_item(), self.next_item(2)
        last = not rest and (following is None or following.kind is Kind.DATE or following.kind is Kind.BREAK)
        heads_place = following is not None and following.text == "," and behind is not None and self.at + 3 == len(self.items)
        heads_place = heads_place and behind is not None and behind.kind is Kind.RUN and len(behind.tokens) < 3
        return self.group.take(tokens, self.mark, last=last, heads_place=heads_place)

    def enter(self, tokens: list[Token], *, plain: bool = False) -> None:
        """Add somebody to the line; words that are `plain` are a person's name and nothing else."""
        house, kind = None, _PERSON
        if plain:
            parts = [token.text for token in tokens]
        else:
            tokens, house = without_employer(tokens)
            parts = printed(tokens)
            if parts[-1].endswith("'s"):
                self.state = _State.BROKEN
                return
            kind = kind_on(self.line, tokens, parts)
        if self.people and self.mark in {"flat", "date", "br", ";", "|"}:
            self.unmarked = self.mark == "flat" and self.people[-1].title is not None
            self.group.begin()
        # "Quelle: ntv.de, ino/dpa": initials are the writer's
        role = Role.AUTHOR if kind is ContributorKind.INITIALS and self.role is Role.SOURCE else self.role
        title, employer, place = self.ahead.take()
        party = Party(" ".join(parts), tokens[0].start, tokens[-1].end, kind, role, title or self.activity, house or employer, place)
        party.plain = plain
        self.split_city(party, tokens)
        self.people.append(party)

    def split_city(self, party: Party, tokens: list[Token]) -> None:
        """Take the city from the end of a name that a date follows: "Luna González Madrid - 29/05/2025".

        Only without a lead word, as sites do that print name, city and date in a row; "Juan Carlos
        Madrid" behind "Por" stays whole.
        """
        if self.line.lead or len(tokens) < 3 or party.kind is not _PERSON:
            return
        following = self.next_item()
        if following is not None and following.text in _DASHES:
            following = self.next_item(2)
        if following is not None and following.kind is Kind.DATE and is_city(tokens[-1].text):
            party.name = " ".join(token.text for token in tokens[:-1])
            party.end = tokens[-2].end
            party.place = tokens[-1].text

    def is_dateline(self, piece: Piece) -> bool:
        """Whether a name that opens the line is a place with a date or a dash behind it, and somebody after."""
        following = self.items[self.at + 1 :]
        runs = [item.tokens for item in following if item.kind is Kind.RUN]
        if len(piece.tokens) > 3 or not runs:
            return False
        first = next(item for item in following if item.text != ",")
        if first.kind is Kind.RUN:  # "नई दिल्ली, संवाददाता"
            return bool(first.tokens[0].mark & Word.DESK_HEAD) and is_city(piece.text)
        if first.kind is not Kind.DATE and first.text not in _DASHES and first.text not in _BARS:
            return False
        # scripts without case have no other sign of a name; one word before a dash is a place there
        caseless = piece.text[0].isalpha() and piece.text[0].lower() == piece.text[0].upper()
        return is_city(piece.text) or (caseless and len(piece.tokens) <= 2 and not is_place(runs[0]))

    def place(self, text: str) -> None:
        """Give a place to those before, or keep it for whom comes next."""
        if not self.people or not self.group.give_place(text, self.mark):
            self.ahead.place = text

    def employer(self, piece: Piece, rest: list[Piece]) -> None:
        """Give an employer to those before, or keep it for whom comes next."""
        ahead = bool(rest) and rest[0].kind is PieceKind.NAME and self.mark != "flat"
        if self.group.members and not ahead:
            self.group.give_employer(piece.text)
            return
        self.ahead.employer = piece.text
        self.ahead.shared = self.ahead.shared or ahead  # "ESPN's Jane Doe and John Roe"

    def title(self, piece: Piece, rest: list[Piece]) -> None:
        """Give a title to those before, or keep it for whom comes next."""
        members, mark = self.group.members, self.mark
        behind = mark in {",", "-", "|", "/", "(", "flat", "br"}
        ahead = any(p.kind is PieceKind.NAME for p in rest[:2]) and not (behind and members)
        introduced = mark in {"lead", "label", "start"} or (mark == "and" and not self.group.titles)
        if members and not ahead and not introduced:
            self.group.give_title(piece)
        elif not members and not rest and not self.comes_name():
            self.desk(piece)  # a title and nobody: "By Executive Content Editor"
        else:
            self.ahead.title = title_of(piece)
            self.ahead.shared = bool(piece.tokens[-1].mark & Word.PLURAL)

    def comes_name(self) -> bool:
        """Whether words follow the run at hand: "notre correspondante à Moscou, Claire Dupont"."""
        following = self.items[self.at + 1 : self.at + 3]
        return any(item.kind is Kind.RUN for item in following) and following[0].kind is not Kind.DATE

    def low(self, before: Piece | None) -> None:
        """Judge unexplained words in lower case: beside a name they make a sentence of the line."""
        if (self.mark in {"|", "date", ")"} and self.people) or (before is not None and before.kind is PieceKind.TITLE):
            return
        clause = before is None and self.mark == "," and self.line.lead and not self.stops
        # ", one of the paper's critics"
        self.state = _State.CLAUSE if clause and self.people and " " in self.people[-1].name else _State.BROKEN

    # --- agencies and desks

    def agency(self, piece: Piece, rest: list[Piece]) -> None:
        """Read an agency: a maker of its own, or whose people are named."""
        members = self.group.members
        if rest and rest[0].kind is PieceKind.TITLE and (len(rest) > 1 or (not members and self.comes_name())):
            if members and self.mark == "flat":
                self.group.start = len(self.people)
            self.ahead.employer = piece.text  # "Associated Press writer Jim Salter"
            return
        persons = [person for person in members if person.kind is _PERSON or person.kind is ContributorKind.DESK]
        if persons and self.mark == "/" and self.group.given == "employer":
            self.group.join_employer(piece.text)
        elif persons and not self.helped and self.mark in {",", "/", "|", "-", "(", "flat", "date", ")"}:
            self.group.give_employer(piece.text)
        elif persons and self.mark == "and" and persons[-1].employer:
            persons[-1].employer = f"{persons[-1].employer}/{piece.text}"
        else:
            self.organization(piece.tokens)
            if self.helped and self.role is Role.AUTHOR and len(self.people) > 1:
                self.people[-1].role = Role.CONTRIBUTOR

    def organization(self, tokens: list[Token]) -> None:
        """Add a house."""
        title, last = None, tokens[-1]
        if len(tokens) > 1 and last.mark & Word.SECTION and not last.mark & Word.ORGANIZATION and agency_end(tokens, 0) < len(tokens):
            title = last.text  # "dpa Sport": the desk of an agency
            tokens = tokens[:-1]
        if self.mark in {"flat", "date", "br"}:
            self.group.start = len(self.people)
        name = " ".join(token.text for token in tokens).rstrip(".")
        place, self.ahead.place = self.ahead.place, None
        self.people.append(Party(name, tokens[0].start, tokens[-1].end, ContributorKind.ORGANIZATION, self.role, title, place=place))

    def desk(self, piece: Piece) -> None:
        """Add a part of a newsroom."""
        tokens = piece.tokens
        if self.mark in {"flat", "date", "br", "|"} and self.people:
            if self.mark == "|" or (self.people[-1].kind is _PERSON and self.mark == "flat"):
                self.group.give_employer(piece.text)
                return
            self.group.start = len(self.people)
        kind = ContributorKind.ORGANIZATION if all(token.mark & Word.AGENCIES for token in tokens) else ContributorKind.DESK
        house = tokens[0].text
        agency = any(not rest and form == house for rest, form in words().agencies.get(tokens[0].key, ()))
        employer = house if len(tokens) > 1 and agency else self.ahead.employer
        name = piece.text.rstrip(".")
        self.people.append(Party(name, tokens[0].start, tokens[-1].end, kind, self.role, None, employer, self.ahead.place))
        self.ahead = Ahead(shared=self.ahead.shared)
        if any(token.key == "editorial" for token in tokens) and any(token.key == "board" for token in tokens):
            self.line.genre = self.line.genre or "editorial"


_TAIL: frozenset[Mark] = frozenset((",", "/", "|", "-", ")", "br", "date", "in", "("))
"""Marks behind which a run tells more of those before."""
_HOUSE_AHEAD = Word.ORGANIZATION | Word.DESK_HEAD | Word.HEAD | Word.RANK | Word.TEAM


def _is_initials(token: Token) -> bool:
    """Whether a word in lower case is somebody's sign-off."""
    return token.text.isalpha() and token.text.islower() and len(token.text) <= 5 and not token.mark


def _without_section(tokens: list[Token]) -> list[Token]:
    """Return a run without the section that it opens with: "News Steffan Rhys"; not "News Editor Steffan Rhys"."""
    if not tokens[0].mark & Word.SECTION or any(token.mark & _HOUSE_AHEAD for token in tokens[1:3]):
        return tokens
    return tokens[1:] if all(begins_name(token.text) for token in tokens[:3]) else tokens
