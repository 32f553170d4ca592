"""What is known of a line while it is read: who is credited, what stood last, what still waits for its owner."""

from __future__ import annotations

from newsparse.grammar.bylines.group import Group
from newsparse.grammar.bylines.people import Ahead, Line, Mark
from newsparse.grammar.bylines.tokens import Item, Token
from newsparse.grammar.bylines.words import Word
from newsparse.vocabulary import Role

__all__ = ["CLOSES", "DASHES", "Reading", "State"]

DASHES = frozenset("-–—")
"""Marks that part a place from a date, a name from a title."""
CLOSES = frozenset(")]}>）】")
"""Brackets that close."""
_AUTHOR = Role.AUTHOR


class State:
    """What is done with what comes next; plain numbers, like those of `Phrase`."""

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


class Reading:
    """The items of a line and what was read of them so far."""

    __slots__ = (
        "activity", "ahead", "at", "core", "group", "helped", "items", "labelled", "line", "mark", "named", "people", "role", "state",
        "stops", "unmarked",
    )  # fmt: skip

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
        self.state = State.READING
        self.role = _AUTHOR
        self.activity: str | None = None  # what a contributor did: "writing"
        self.helped = False  # whether the agencies that come next only helped: "avec AFP"
        self.labelled = False  # whether an unknown word stood before the first lead: "Cover story by"
        self.unmarked = False  # whether names stand in a row without marks
        self.core: list[tuple[int, int, bool]] = []  # ranges of the line; False: residue

    def next_item(self, offset: int = 1) -> Item | None:
        """Return an item behind the one at hand, or `None` at the line's end."""
        return self.items[self.at + offset] if self.at + offset < len(self.items) else None

    def join(self, token: Token) -> None:
        """Note a word that joins names, and whether an agency behind it only helped: "avec AFP"."""
        self.mark = "and"
        self.helped = self.helped or bool(token.mark & Word.WITH)
