"""Names on a line: who is somebody new, what is cut from a name, and what can be none."""

from __future__ import annotations

from newsparse.grammar.credit_lookup import is_city, is_place
from newsparse.grammar.credit_people import Credits, Party
from newsparse.grammar.credit_runs import Piece
from newsparse.grammar.credit_tokens import Kind, Token
from newsparse.grammar.credit_words import Word, key_of, words
from newsparse.grammar.names import PARTICLES, begins_low, begins_name, is_domain, kind_of
from newsparse.vocabulary import ContributorKind, Role

__all__ = ["BARS", "DASHES", "Names"]

DASHES = frozenset("-–—")
"""Marks that part a place from a date, a name from a title."""
BARS = frozenset("|•·⋅∙●◦▪→›»~")
"""Marks that part the pieces of a line."""

_PERSON = ContributorKind.PERSON
# A printed name has at most six words in any language seen; more are a headline in title case.
_MAX_WORDS = 6


class Names(Credits):
    """Reads the names of a line."""

    def name(self, piece: Piece, last: bool, i: int, *, placed: bool = False, titled: bool = False) -> None:
        """Read a name: somebody new, or a place or an employer of those before."""
        tokens = piece.tokens
        if self.skip:
            self.skip = False
            return
        if self.mark in {",", "/", "|", "-", "date", ")", "br", "("} and self.people and not placed and self.attached(tokens, last):
            return
        if titled and self.people and self.people[-1].title and is_place(tokens):
            self.give_place(piece.text)  # "correspondent Zuid-Afrika"
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
        if (
            len(tokens) < 3
            or (tokens[0].text.isupper() and len(tokens[0].text) > 2)
            or (tokens[1].text.isupper() and len(tokens[1].text) > 2)
        ):
            return tokens, None
        k = _known_house(tokens) or len(tokens)
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
        while following and following[0].kind is Kind.MARK and following[0].text in DASHES:
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
        if first is not None and first.kind is Kind.RUN and is_city(piece.text):
            return bool(words().mark(first.tokens[0].key) & Word.DESK_HEAD)  # "नई दिल्ली, संवाददाता"
        if first is None or not (first.kind is Kind.DATE or (first.kind is Kind.MARK and (first.text in DASHES or first.text in BARS))):
            return False
        # scripts without case have no other sign of a name; one word before a dash is a place there
        caseless = piece.text[0].isalpha() and piece.text[0].lower() == piece.text[0].upper()
        behind = next((item.tokens for item in following if item.kind is Kind.RUN), [])
        return is_city(piece.text) or (caseless and len(piece.tokens) <= 2 and not is_place(behind))

    def acceptable(self, tokens: list[Token]) -> bool:
        """Whether words can be the name of somebody who made a story."""
        lookup = words()
        if len(tokens) > _MAX_WORDS and not any(lookup.mark(t.key) & (Word.ORGANIZATION | Word.DESK_HEAD) for t in tokens):
            return len([t for t in tokens if t.key not in PARTICLES]) <= _MAX_WORDS and self.line.lead
        marks = [lookup.mark(token.key) for token in tokens]
        low = [token for token in tokens if begins_low(token.text) and token.key not in PARTICLES]
        if len(tokens) == 1:
            return self.acceptable_one(tokens[0], marks[0])
        if sum(1 for token, mark in zip(tokens[1:], marks[1:], strict=True) if mark & Word.STOP and token.key not in PARTICLES) > 1:
            return False
        if (
            marks[0] & Word.STOP
            and tokens[0].key not in PARTICLES
            and kind_of([t.text for t in tokens]) is not ContributorKind.ORGANIZATION
            and not marks[0] & Word.RANK
            and len(tokens) != 2
        ):
            return False
        if len(low) == len(tokens) or not any(begins_name(token.text) for token in tokens[1:] + low):
            # "bell hooks" is a name behind "By"; "any measure" is not
            return (self.line.lead or self.named) and not any(mark & (Word.STOP | Word.ORGANIZATION) for mark in marks) and len(tokens) <= 3
        if all(mark & Word.NOT_NAME for mark in marks):
            return False
        return not any(token.kind is Kind.NUMBER for token in tokens) or self.numbered(tokens)

    def numbered(self, tokens: list[Token]) -> bool:
        """Whether a number is part of a name: "SRF 4 News", "50 Cent"."""
        mark = words().mark
        return (len(tokens[0].text) < 4 and any(mark(t.key) & Word.ORGANIZATION for t in tokens)) or (
            tokens[0].kind is Kind.NUMBER and len(tokens) == 2 and self.line.lead
        )

    def acceptable_one(self, token: Token, mark: int) -> bool:
        """Whether a single word can be somebody."""
        text = token.text.strip(".")
        if text.isupper() and len(text) <= 3:
            mark &= ~(Word.STOP | Word.POSTNOMINAL)  # "MA" is no function word in capitals
        if text.isupper() and "." in text:
            mark &= ~Word.NOT_NAME  # "C.A." is no month
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


def _known_house(tokens: list[Token]) -> int:
    """Return where a house begins that a name stands before: capitals and the noun of a house ("BBC News"); 0 without one."""
    mark = words().mark
    k = len(tokens)
    while k > 3 and mark(tokens[k - 1].key) & Word.ORGANIZATION and not tokens[k - 1].text.isupper():
        k -= 1
    head = tokens[k - 1].text
    return k - 1 if 2 < k < len(tokens) and head.isupper() and head.isalpha() and 1 < len(head) < 6 else 0
