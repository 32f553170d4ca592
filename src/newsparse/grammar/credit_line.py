"""The order of work on one line: who is credited, in which role, with what belongs to each."""

from __future__ import annotations

from itertools import pairwise

from newsparse.grammar.credit_lookup import is_city
from newsparse.grammar.credit_people import Line, Party
from newsparse.grammar.credit_persons import BARS, DASHES, Names
from newsparse.grammar.credit_runs import Piece, PieceKind, pieces_of
from newsparse.grammar.credit_tokens import Item, Kind, Token, items_of
from newsparse.grammar.credit_words import Phrase, Word, words
from newsparse.grammar.names import begins_low, begins_name
from newsparse.vocabulary import ContributorKind, Role

__all__ = ["read_line"]

_PERSON = ContributorKind.PERSON
_OPENS = frozenset("([{<（【")
_CLOSES = frozenset(")]}>）】")


def read_line(plain: str, tokens: list[Token], *, named: bool = False) -> Line | None:
    """Return what a line says, or `None` when it is a sentence, a button or a caption."""
    if not tokens or (plain[-1] in "?!" and not any(token.kind is Kind.DATE for token in tokens)):
        return None
    reader = _Reader(items_of(tokens), named)
    reader.ends_sentence = plain[-1] in ".…"
    return reader.read()


class _Reader(Names):
    """One pass over the items of a line."""

    def read(self) -> Line | None:
        """Return the line, or `None`."""
        for i, item in enumerate(self.items):
            if item.kind is Kind.RUN:
                if not self.clause:
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
            if self.clause and item.kind is not Kind.RUN and item.text != ",":
                self.clause = False
            if self.over:
                break
        return self.finish()

    # --- marks and residue

    def separator(self, text: str) -> None:
        """Note a mark."""
        if text in ",،、，":
            if self.mark != "and":
                self.mark = ","
        elif text in BARS:
            self.mark = "|"
        elif text in "/／":
            self.mark = "/"
        elif text in DASHES:
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
            self.over = act is Phrase.CARD and bool(self.people)  # "Jane Doe | View all posts by Jane Doe"
            return self.over
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
        if self.bracketed_role(i, tokens) or self.opening_place(i, tokens):
            return
        people = bool(self.people[self.group :])
        tail = people and self.mark in {",", "/", "|", "-", ")", "br", "date", "in", "("}
        if self.is_section(tokens) or (
            tokens[0].kind is Kind.NUMBER and (":" in tokens[0].text or all(t.kind is Kind.NUMBER for t in tokens))
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
            if self.broken or self.clause:
                return
            if piece.kind is not PieceKind.AND:
                self.mark = "flat"
        if item.start < item.end:
            self.core.append((item.start, item.end, True))

    def bracketed_role(self, i: int, tokens: list[Token]) -> bool:
        """Give somebody the role in brackets behind the name: "(Fotos)". Return whether there was one."""
        if self.mark != "(" or not self.people or len(tokens) > 3 or i + 1 >= len(self.items) or self.items[i + 1].text not in _CLOSES:
            return False
        roles = []
        for token in tokens:
            entries = [e for e in words().phrases.get(token.key, ()) if not e.rest and e.act in {Phrase.LEAD, Phrase.LABEL}]
            if entries:
                roles.append(Role.AUTHOR if entries[0].act is Phrase.LEAD else Role(str(entries[0].value)))
            elif not words().mark(token.key) & Word.AND:
                return False
        if roles:
            self.people[-1].role = Role.AUTHOR if Role.AUTHOR in roles else roles[0]
        return bool(roles)

    def opening_place(self, i: int, tokens: list[Token]) -> bool:
        """Keep the place with which a line opens before its lead: "Aus Istanbul von Anna Berg". Return whether there is one."""
        following = self.items[i + 1] if i + 1 < len(self.items) else None
        if i or following is None or following.entry is None or following.entry.act is not Phrase.LEAD or len(tokens) < 2:
            return False
        if not words().mark(tokens[0].key) & Word.IN or not all(begins_name(token.text) for token in tokens[1:]):
            return False
        self.place = " ".join(token.text for token in tokens[1:])
        return True

    def without_and(self, tokens: list[Token]) -> list[Token]:
        """Return a run without an "and" that opens or closes it, and note that it joined: ", and Matt Stieb"."""
        mark = words().mark
        if (self.people and len(tokens) > 1 and mark(tokens[0].key) & Word.AND and begins_low(tokens[0].text)) or tokens[0].text == "&":
            bracketed = self.mark == "("
            self.join(tokens[0])
            self.mark = "(" if bracketed else self.mark
            tokens = tokens[1:]
        if len(tokens) > 1 and mark(tokens[-1].key) & Word.AND and begins_low(tokens[-1].text) and tokens[-1].key not in {"a", "o"}:
            tokens = tokens[:-1]
        return tokens

    def join(self, token: Token) -> None:
        """Note a word that joins names, and whether an agency behind it only helped: "avec AFP"."""
        self.mark = "and"
        self.helped = self.helped or bool(words().mark(token.key) & Word.WITH)

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
            or (
                count == len(tokens) == 1
                and tokens[0].text in words().regions
                and (self.people[-1].place or len(self.people[-1].name.split()) > 2)
            )
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
            self.join(piece.tokens[0])
        elif kind is PieceKind.NAME:
            self.name(
                piece,
                last,
                i,
                placed=k + 1 < len(pieces) and pieces[k + 1].kind is PieceKind.PLACE,
                titled=k > 0 and pieces[k - 1].kind is PieceKind.TITLE,
            )
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
        elif kind is PieceKind.CLAUSE:
            self.clause = True

    def low(self, before: list[Piece]) -> None:
        """Judge unexplained words in lower case: beside a name they make a sentence of the line."""
        if (self.mark in {"|", "date", ")"} and self.people) or any(p.kind is PieceKind.TITLE for p in before):
            return
        if not before and self.mark == "," and self.line.lead and not self.ends_sentence and self.people and " " in self.people[-1].name:
            self.clause = True  # ", one of the paper's critics"
            return
        self.broken = True

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
            for first, second in pairwise(initials):
                if first.name == brand and first in people:
                    second.employer = first.name
                    people.remove(first)
        slashed = any(item.text == "/" for item in self.items)
        for person in initials if slashed else ():  # "(apa/red)"
            if any(not rest and form == person.name.upper() for rest, form in lookup.agencies.get(person.name, ())):
                person.kind = ContributorKind.ORGANIZATION
                return
        if known and any(p.kind is _PERSON and " " in p.name for p in people):
            return  # "dpa/Henrike Voss"
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
