"""Those whom a line credits, and what was printed ahead of them, while the line is read."""

from __future__ import annotations

from typing import Literal

from attrs import define, field

from newsparse.grammar.names import display_name, honorific
from newsparse.model import Contributor, Span
from newsparse.vocabulary import ContributorKind, Role

__all__ = ["Ahead", "Line", "Mark", "Party"]

Mark = Literal["start", "lead", "label", "and", "in", ",", "|", "/", "-", ";", "(", ")", "date", "br", "flat"]
"""What stands before the words at hand: a mark of punctuation, or what else parts them; "flat" is nothing at all."""
_PERSON = ContributorKind.PERSON


@define(eq=False)
class Party:
    """Somebody on the line, while it is read."""

    name: str
    start: int
    end: int
    kind: ContributorKind = ContributorKind.PERSON
    role: Role = Role.AUTHOR
    title: str | None = None
    employer: str | None = None
    place: str | None = None
    contact: tuple[str, ...] = ()
    plain: bool = False
    """Whether the name is of plain words: no form of address, no capitals to read back."""

    @property
    def is_word(self) -> bool:
        """Whether one word is all that is known of somebody."""
        return " " not in self.name and self.kind is _PERSON and not (self.title or self.employer or self.place or self.contact)

    def contributor(self, span: Span | None) -> Contributor:
        """Return it as the article keeps it."""
        address = shown = None
        if not self.plain and self.kind is _PERSON:
            address, shown = honorific(self.name.split()), display_name(self.name)
        return Contributor(
            self.name, self.kind, (self.role,), self.title, self.employer, self.place, self.contact, address, None, shown, span
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
    word: str = ""
    """The last of those, as a key: "por"."""
    colon: bool = False
    """Whether the last of those ends with a colon."""
    truncated: bool = False
    sponsored: bool = False
    genre: str | None = None


@define(eq=False)
class Ahead:
    """What was printed ahead of its owner: "Reuters reporter *Jane Doe*", "Beirut - *Jane Doe*"."""

    title: str | None = None
    employer: str | None = None
    place: str | None = None
    shared: bool = False
    """Whether title and employer are of all that come next: "Xinhua writers Zhang San, Li Si"."""

    def take(self) -> tuple[str | None, str | None, str | None]:
        """Return title, employer and place for somebody new, and keep what is of the next as well."""
        facts = self.title, self.employer, self.place
        self.place = None
        if not self.shared:
            self.title = self.employer = None
        return facts
