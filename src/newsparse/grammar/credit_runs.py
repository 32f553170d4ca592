"""A run of words cut into pieces: names, titles, places, agencies, employers, parts of a newsroom."""

from __future__ import annotations

from enum import IntEnum

from attrs import define

from newsparse.grammar.credit_lookup import (
    agency_end,
    is_city,
    is_country,
    is_house_of,
    is_place,
    longest,
    title_end,
)
from newsparse.grammar.credit_tokens import Token, word_at
from newsparse.grammar.credit_words import Word, words
from newsparse.grammar.names import INSIDE_HOUSE, PARTICLES, begins_name, is_domain, kind_of
from newsparse.vocabulary import ContributorKind

__all__ = ["Piece", "PieceKind", "pieces_of"]


class PieceKind(IntEnum):
    """What a piece of a run is."""

    NAME = 0
    TITLE = 1
    PLACE = 2
    AGENCY = 3
    EMPLOYER = 4
    """Introduced by a word such as "for"."""
    DESK = 5
    AND = 6
    CLAUSE = 7
    """The rest of a clause that says more about somebody: "who joined in 2017"."""
    LOW = 8
    """Words in lower case that nothing explains: the line may be a sentence."""


@define(eq=False)
class Piece:
    """A piece of a run with its words."""

    kind: PieceKind
    tokens: list[Token]
    plain: bool = False
    """Whether it is a name of plain words."""

    @property
    def text(self) -> str:
        """The words as printed."""
        return " ".join(token.text for token in self.tokens)


def pieces_of(tokens: list[Token], *, tail: bool = False, after_title: bool = False) -> list[Piece]:
    """Return the pieces of a run. `tail` says that it follows somebody and a comma: it may be a title or an employer."""
    return _Cutter(tokens, tail, after_title).pieces()


class _Cutter:
    """One pass over a run."""

    def __init__(self, tokens: list[Token], tail: bool, after_title: bool) -> None:
        self.tokens = tokens
        self.tail = tail
        self.after_title = after_title
        self.found: list[Piece] = []
        self.name: list[Token] = []
        self.lookup = words()

    def pieces(self) -> list[Piece]:
        """Return the pieces in order."""
        i = 0
        while i < len(self.tokens):
            i = self.step(i)
        self.flush()
        return self.found

    def flush(self, kind: PieceKind = PieceKind.NAME) -> None:
        """End the name under way."""
        if self.name:
            self.found.append(Piece(kind, self.name, all(token.plain for token in self.name)))
            self.name = []

    def add(self, kind: PieceKind, start: int, stop: int) -> int:
        """Add a piece and return where it ends."""
        self.flush()
        self.found.append(Piece(kind, self.tokens[start:stop]))
        return stop

    def step(self, i: int) -> int:
        """Read what stands at `i` and return the index behind it."""
        tokens, lookup = self.tokens, self.lookup
        token = tokens[i]
        if token.plain:
            self.name.append(token)
            return i + 1
        mark = token.mark
        if self.name and token.key in INSIDE_HOUSE and self.goes_on(i):
            self.name.append(token)
            return i + 1
        if (token.key in lookup.agencies or "-" in token.key) and (stop := agency_end(tokens, i)):
            return self.agency(i, stop)
        if (token.key in lookup.desks or mark & Word.DESK_HEAD) and (stop := self.desk(i)):
            return stop
        if mark & Word.AGENCIES and not self.name:
            stop = title_end(tokens, i + 1) if not self.found and not self.tail and i + 1 < len(tokens) else 0
            return self.add(PieceKind.DESK, i, stop if stop == len(tokens) else i + 1)  # "Agency Reporter"
        if mark & Word.AND and self.joins(i):
            return self.add(PieceKind.AND, i, i + 1)
        if ((mark & Word.OUR) and token.low) or (mark & Word.OUR and i == 0):
            stop = title_end(tokens, i + 1) if i + 1 < len(tokens) else 0
            if stop:
                self.flush()
                if stop == len(tokens) and not self.tail and not self.found:
                    return self.add(PieceKind.DESK, i, stop)  # "Our Staff Reporter"
                self.found.append(Piece(PieceKind.TITLE, tokens[i + 1 : stop]))
                return self.behind_title(stop)
        if mark & Word.RANK or token.key in lookup.titles or token.key in lookup.ranks or mark & Word.TITLE:
            stop = self.title(i)
            if stop:
                return stop
        if (mark & (Word.IN | Word.FOR) or token.key in lookup.places or token.key in lookup.houses) and (stop := self.place(i, mark)):
            return stop
        if mark & Word.WHO and token.low and (self.found or (self.tail and not self.name)):
            return self.add(PieceKind.CLAUSE, i, len(tokens))
        if token.low and token.key not in PARTICLES and not self.is_name_low(i):
            return self.add(PieceKind.LOW, i, i + 1)
        if "'" in token.text or "’" in token.text:
            stem = token.text.replace("’", "'")
            if stem.endswith("'s") and self.possessive(i, stem):
                return i + 1
        if len(self.name) > 1 and token.text.startswith(lookup.prefixes) and len(token.text) > 3 and token.key not in lookup.whole:
            # Arabic and Hebrew write "and" as a part of the next word
            self.flush()
            self.found.append(Piece(PieceKind.AND, [token]))
            token = word_at(token.text[1:], token.start + 1, token.end)
        self.name.append(token)
        return i + 1

    def goes_on(self, i: int) -> bool:
        """Whether the name of a house goes on behind a small word: "Center for Health and Welfare Policy"."""
        tokens = self.tokens
        if i + 1 >= len(tokens) or not tokens[i].low:
            return False
        if not (begins_name(tokens[i + 1].text) or tokens[i + 1].key in INSIDE_HOUSE):
            return False
        if not any(token.mark & (Word.ORGANIZATION | Word.DESK_HEAD) for token in self.name):
            return False
        return not tokens[i].mark & Word.AND or any(token.key in INSIDE_HOUSE for token in self.name)

    def possessive(self, i: int, stem: str) -> bool:
        """Read "ESPN's Ramona Shelburne": a house and somebody of it. Return whether it was one."""
        if len(self.name) > 2 or i + 2 >= len(self.tokens) or not begins_name(self.tokens[i + 1].text):
            return False
        token = self.tokens[i]
        own = word_at(token.text[: len(stem) - 2], token.start, token.start + len(stem) - 2)
        self.name.append(own)
        self.flush(PieceKind.EMPLOYER)
        return True

    def is_name_low(self, i: int) -> bool:
        """Whether a word in lower case stands as a name: a site, or a run without any capital ("viktor hedlund")."""
        token = self.tokens[i]
        return (
            is_domain(token.text)
            or "." in token.text.strip(".")
            or token.text[-1:].isdigit()
            or not any(begins_name(t.text) for t in self.tokens)
            or (
                # "bnm Gulf bureau": a brand in lower case at the head of a desk
                i == 0 and any(t.mark & Word.DESK_HEAD for t in self.tokens[1:])
            )
            or ("-" in token.text and any(char.isupper() for char in token.text))
        )

    def joins(self, i: int) -> bool:
        """Whether the "and" at `i` parts two people, and is not inside one name."""
        tokens = self.tokens
        if i + 1 >= len(tokens) or not (self.name or self.found):
            return False
        before, after = tokens[i - 1], tokens[i + 1]
        if not begins_name(after.text) and after.mark == 0 and not agency_end(tokens, i + 1) and not is_domain(after.text):
            return before.low  # "srf and kesm": both in lower case
        if len(tokens[i].key) == 1 and tokens[i].key != "&":
            if not tokens[i].low and tokens[i].text != "و":
                return False
            if tokens[i].mark & Word.IN and self.is_place_word(i):
                return False
            if tokens[i].key in PARTICLES and tokens[i].key in {"y", "i"} and len(self.name) == 2 and i + 2 == len(tokens):
                return False  # "José Ortega y Gasset", "Antoni Gaudí i Cornet"
        elif tokens[i].mark & Word.IN and self.is_place_word(i):
            return False
        if self.inside_house(i):
            return False
        # "Johnson & Johnson", "Marshall and Sons": one word on each side
        return not (tokens[i].key == "&" and len(self.name) == 1 and i == 1 and i + 2 == len(tokens))

    def inside_house(self, i: int) -> bool:
        """Whether the "and" at `i` stands inside a house's name: "Marshall and Sons"."""
        rest = self.tokens[i + 1 : i + 2]
        return bool(rest) and rest[0].key in {"sons", "co", "company", "partners", "associates"}

    def is_place_word(self, i: int) -> bool:
        """Whether a word that means "in" in one language and "and" in another means "in" here."""
        if self.found and not self.name and self.found[-1].kind is PieceKind.TITLE:
            return True
        following = 0
        for token in self.tokens[i + 1 :]:
            if not begins_name(token.text) and not (following and token.key in PARTICLES):
                break
            following += 1
        return following == 1 and len(self.name) > 1

    def agency(self, i: int, stop: int) -> int:
        """Read an agency, with a newsroom's part or a section of it."""
        tokens, lookup = self.tokens, self.lookup
        if stop < len(tokens):
            mark = tokens[stop].mark
            end = longest(lookup.desks, tokens, stop)
            if end and (end == len(tokens)) and not self.name:
                return self.add(PieceKind.DESK, i, end)
            if mark & Word.SECTION and stop + 1 == len(tokens):
                return self.add(PieceKind.AGENCY, i, stop + 1)
            titled = title_end(tokens, stop)
            if (
                not titled
                and not mark & (Word.IN | Word.AND | Word.FOR)
                and begins_name(tokens[stop].text)
                and stop + 1 == len(tokens)
                and not is_city(tokens[stop].text)
            ):
                stop += 1  # "AFP Deutschland", "Reuters Health": the agency's branch
        elif self.name and len(self.name) == 1 and self.name[0].key == "the":
            self.name.clear()
            i -= 1
        return self.add(PieceKind.AGENCY, i, stop)

    def desk(self, i: int) -> int:
        """Return the index behind the part of a newsroom whose noun stands at `i`; 0 when the words before it are people."""
        tokens, lookup = self.tokens, self.lookup
        stop = longest(lookup.desks, tokens, i)
        if not stop:
            if not tokens[i].mark & Word.DESK_HEAD:
                return 0
            stop = i + 1
        if stop == i + 1 and tokens[i].mark & Word.ORGANIZATION and self.name and not self.tail:
            return 0  # "Express News Service": a house
        if is_house_of(tokens, i, stop):
            return 0
        if not self.tail and not self.found and i == 0 and stop == 1 and tokens[0].mark & Word.RANK and title_end(tokens, 0):
            return 0
        follows = tokens[stop:]
        if (self.name or self.tail) and title_end(tokens, i) > stop:
            return 0
        house = self.house_before()
        if house and len(self.name) - house >= 2 and not self.tail:  # "Adam Sennott Globe Staff"
            owner = self.name[-house:]
            del self.name[-house:]
            self.flush()
            self.found.append(Piece(PieceKind.TITLE, owner + tokens[i:stop]))
            return stop
        if self.tail and not self.after_title:
            before, self.name = self.name, []
            if before and is_place(before) and title_end(tokens, i) == stop:
                self.found.append(Piece(PieceKind.TITLE, before + tokens[i:stop]))  # ", Tokyo correspondent"
                return stop
            if before:
                self.found.append(Piece(PieceKind.EMPLOYER, before))
            titled = bool(before) or bool(tokens[stop - 1].mark & Word.TITLE) or bool(tokens[stop - 1].mark & Word.RANK)
            self.found.append(Piece(PieceKind.TITLE if titled else PieceKind.DESK, tokens[i:stop]))
            return stop
        if len(self.found) > 1 and self.found[-1].kind is PieceKind.AND and self.found[-2].kind is PieceKind.TITLE:
            before, self.name = self.name, []  # "Globe Staff and Globe Correspondent": a title for each
            self.found.append(Piece(PieceKind.TITLE, before + tokens[i:stop]))
            return stop
        title = tokens[stop - 1].mark & Word.HEAD
        if title and len(self.name) >= 2 and not house:
            return 0  # "Cam Kettles Staff Writer": somebody's title
        if title and not self.name and follows and begins_name(follows[0].text):
            return 0  # "Staff writer Cam Kettles"
        # "Redaktion hessenschau.de", "Rédaction du Monde": the house stands behind
        while (
            stop < len(tokens)
            and not self.name
            and not self.found
            and (begins_name(tokens[stop].text) or is_domain(tokens[stop].text))
            and not tokens[stop].mark & (Word.HEAD | Word.AND)
            and not title
        ):
            stop += 1
        before, self.name = self.name, []
        self.found.append(Piece(PieceKind.DESK, before + tokens[i:stop]))
        return stop

    def house_before(self) -> int:
        """Return how many words at the end of the name under way are a house's."""
        count = 0
        for token in reversed(self.name):
            if not (token.mark & Word.ORGANIZATION or (token.text.isupper() and len(token.text) > 2)):
                break
            count += 1
        return count

    def title(self, i: int) -> int:
        """Read a job title at `i`; return 0 when the word is part of a name."""
        tokens = self.tokens
        stop = title_end(tokens, i)
        if not stop:
            return 0
        alone = stop == i + 1
        if (
            alone
            and len(self.name) == 1
            and not self.tail
            and begins_name(tokens[i].text)
            and not self.found
            and self.name[0].text[0].isupper()
            and tokens[i].text.isascii()
            and stop == len(tokens)
            and not self.name[0].mark & Word.ORGANIZATION
        ):
            return 0  # "Anthony Head": a surname
        if (
            self.name
            and all(token.low for token in tokens[i:stop]) is False
            and len(self.name) == 1
            and not self.tail
            and not self.found
            and stop < len(tokens)
            and begins_name(tokens[stop].text)
            and alone
        ):
            return 0
        if self.name and not self.tail and not self.found and stop == len(tokens) and self.house_before() == len(self.name):
            before, self.name = self.name, []  # "Daily Mail Reporter": nobody is named
            self.found.append(Piece(PieceKind.DESK, before + tokens[i:stop]))
            return stop
        beat: list[Token] = []
        if self.name and self.tail:
            if len(self.name) > 1 and all(token.low for token in self.name):
                self.flush(PieceKind.LOW)  # ", one of the paper's longest-serving critics"
            elif is_place(self.name):
                beat, self.name = self.name, []  # ", Jakarta correspondent"
            else:
                self.flush(PieceKind.EMPLOYER)  # ", Crimson Staff Writer"
        self.flush()
        self.found.append(Piece(PieceKind.TITLE, beat + tokens[i:stop]))
        return self.behind_title(stop)

    def behind_title(self, stop: int) -> int:
        """Read what belongs to a title: "of Economics", "at Intelligencer"; return the index behind it."""
        tokens = self.tokens
        while stop < len(tokens):
            token = tokens[stop]
            mark = token.mark
            if not mark & Word.AT or not token.low or (mark & Word.IN and token.key != "at"):
                return stop
            end = stop + 1
            while end < len(tokens) and self.is_article(end):
                end += 1
            first = end
            while end < len(tokens) and (
                begins_name(tokens[end].text)
                or is_domain(tokens[end].text)
                or (tokens[end].key in {"of", "for", "and", "&"} and end + 1 < len(tokens) and begins_name(tokens[end + 1].text))
            ):
                end += 1
            if end == first and token.key == "of":  # "professor of economics at Harvard University"
                while end < len(tokens) and end - first < 3 and tokens[end].low and not tokens[end].mark & Word.AT:
                    end += 1
            if end == first:
                return stop
            if first < end and tokens[first].mark & Word.ARTICLE and begins_name(tokens[first].text):
                self.found.append(Piece(PieceKind.EMPLOYER, tokens[first:end]))  # "periodista de El Faro"
            elif token.key in {"of", "de", "del", "du", "des", "der", "für", "för", "di"}:
                self.found[-1].tokens.extend(tokens[stop:end])
            else:
                self.found.append(Piece(PieceKind.EMPLOYER, tokens[first:end]))
            stop = end
        return stop

    def is_article(self, i: int) -> bool:
        """Whether a word is an article in lower case: "for *the* Denver Gazette"; that of "The Lantern" belongs to the name."""
        token = self.tokens[i]
        return token.low and (bool(token.mark & Word.ARTICLE) or token.key in {"du", "des"})

    def place(self, i: int, mark: int) -> int:
        """Read "in Beirut" or "For Daily Mail Australia" at `i`; return 0 when the word is part of a name."""
        tokens, lookup = self.tokens, self.lookup
        if not (self.name or self.found or self.tail):
            return 0
        if tokens[i].key in PARTICLES and self.name and not (tokens[i].key in {"i", "e", "y"} and self.is_place_word(i)):
            return 0  # "Jan de Vries", "Leonardo da Vinci"
        house = longest(lookup.houses, tokens, i)
        placed = longest(lookup.places, tokens, i)
        first = placed or house or i + 1
        if first == i + 1 and not mark & (Word.IN | Word.FOR):
            return 0
        if mark & Word.IN and first == i + 1 and not tokens[i].low:
            return 0  # "Lee In Ho"
        employs = not placed and (bool(house) or not mark & Word.IN)
        opens = self.tail and not self.name  # "For the Clarion" behind a line's end
        if not house and employs and not tokens[i].low and len(self.name) < 2 and not self.found and not opens:
            return 0
        while employs and first < len(tokens) and self.is_article(first):
            first += 1
        end = first
        while end < len(tokens) and (
            begins_name(tokens[end].text) or (tokens[end].key in PARTICLES and end > first and end + 1 < len(tokens))
        ):
            after = tokens[end].mark
            if end > first and ((after & (Word.AND | Word.FOR) and tokens[end].low) or after & Word.HEAD):
                break
            if end > first and not employs and tokens[end].key in lookup.agencies and agency_end(tokens, end):
                break
            end += 1
        if end == first:
            return 0
        if not employs:
            employs = self.employs(i, first, end) or agency_end(tokens, first) == end
        return self.add(PieceKind.EMPLOYER if employs else PieceKind.PLACE, first, end)

    def employs(self, i: int, first: int, end: int) -> bool:
        """Whether a house follows the word at `i` that places follow too: "editor at Intelligencer", "journaliste au Monde"."""
        words = [token.text for token in self.tokens[first:end]]
        text, key = " ".join(words), self.tokens[i].key
        if key not in {"at", "au"} or is_city(text) or is_country(text):
            return False
        if key == "au":
            return not is_city(f"Le {text}")
        titled = bool(self.found) and not self.name  # "Jane Doe at Wembley": a place
        return titled or kind_of(words) is ContributorKind.ORGANIZATION
