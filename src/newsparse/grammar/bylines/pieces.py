"""A run of words while it is cut: the pieces found so far and the name under way."""

from __future__ import annotations

from attrs import define

from newsparse.grammar.bylines.tokens import Token
from newsparse.grammar.bylines.words import Word

__all__ = ["Piece", "PieceKind", "Run", "case_change"]


class PieceKind:
    """What a piece of a run is; plain numbers, like those of `Phrase`."""

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

    kind: int
    tokens: list[Token]
    plain: bool = False
    """Whether it is a name of plain words."""

    @property
    def text(self) -> str:
        """The words as printed."""
        return " ".join([token.text for token in self.tokens])


class Run:
    """The words of a run, what was cut of them, and the name under way."""

    __slots__ = ("after_title", "found", "name", "tail", "tokens")

    def __init__(self, tokens: list[Token], *, tail: bool, after_title: bool) -> None:
        self.tokens = tokens
        self.tail = tail  # whether it follows somebody and a mark, so that it may be a title or an employer
        self.after_title = after_title  # whether it follows a title and an "and"
        self.found: list[Piece] = []
        self.name: list[Token] = []

    @property
    def is_fresh(self) -> bool:
        """Whether nothing but the name under way was read, of this run or before it."""
        return not self.tail and not self.found

    @property
    def is_fresh_title(self) -> bool:
        """Whether nothing but a title was read."""
        return not self.name and len(self.found) == 1 and self.found[0].kind == PieceKind.TITLE

    def end_name(self, kind: int = PieceKind.NAME) -> None:
        """Make a piece of the name under way."""
        if self.name:
            self.found.append(Piece(kind, self.name, kind == PieceKind.NAME and False not in [token.plain for token in self.name]))
            self.name = []

    def take_name(self) -> list[Token]:
        """Return the name under way for another piece, and begin a new one."""
        name, self.name = self.name, []
        return name

    def add(self, kind: int, start: int, stop: int) -> int:
        """End the name under way, add a piece, and return where it ends."""
        if self.name:
            self.end_name()
        self.found.append(Piece(kind, self.tokens[start:stop]))
        return stop

    def house_before(self) -> int:
        """Return how many words at the end of the name under way are a house's: "Adam Sennott *Globe*"."""
        if change := case_change(self.name):
            return len(self.name) - change  # "JANE DOE Tribune"
        count = 0
        # of a line in capitals only the nouns of houses tell: "JANE DOE STAFF WRITER", "USA TODAY STAFF"
        capitals = len(self.name) > 1 and not any(token.mark & Word.ORGANIZATION or not token.text.isupper() for token in self.name)
        for token in reversed(self.name):
            if capitals or not (token.mark & Word.ORGANIZATION or (token.text.isupper() and len(token.text) > 2)):
                break
            count += 1
        return count


def case_change(tokens: list[Token]) -> int:
    """Return where capitals end behind the two words of a name or more; 0 where they do not: "JANE DOE Jr.", "JANE DOE"."""
    k = 0
    while k < len(tokens) and tokens[k].text.isupper():
        k += 1
    if k < 2 or k == len(tokens) or any(len(token.text.strip(".")) < 2 for token in tokens[1:k][-1:]):
        return 0
    return 0 if any(token.low or token.mark & Word.POSTNOMINAL or len(token.text) < 3 for token in tokens[k:]) else k
