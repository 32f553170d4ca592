"""The values of an article: frozen classes that hold no tree.

Offsets are half-open and count characters of `Article.source_text`. A node that stands in
the text has a `span`; one that came from the page's head only has a `path` and no span.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, NamedTuple, Union

from attrs import evolve, field, frozen

from newsparse.vocabulary import BoilerplateKind, ContributorKind, NoteKind, Precision, ProblemKind, Role, Zone

__all__ = [
    "Access",
    "Attribution",
    "BodyBlock",
    "Boilerplate",
    "Byline",
    "Contributor",
    "Crosshead",
    "Dateline",
    "Deck",
    "Embed",
    "Extra",
    "Figure",
    "Headline",
    "Kicker",
    "ListItem",
    "LiveUpdate",
    "Node",
    "Note",
    "Paragraph",
    "PartialDate",
    "Place",
    "Problem",
    "Quote",
    "Relative",
    "Section",
    "Span",
    "Table",
    "Text",
    "Timestamp",
]


class Span(NamedTuple):
    """A half-open range of characters in the source text.

    >>> "Homs city"[Span(0, 4).slice]
    'Homs'
    """

    start: int
    end: int

    @property
    def slice(self) -> slice:
        """The range as a slice: `source_text[span.slice]`."""
        return slice(self.start, self.end)

    def moved(self, by: int) -> Span:
        """Return the range so many characters further on: a range of a piece of text, as one of the whole.

        >>> Span(0, 4).moved(10)
        Span(start=10, end=14)
        """
        return Span(self.start + by, self.end + by)


@frozen
class Node:
    """A value of the article with its place and its origin."""

    text: str
    """The value as clean text; equal to `clean(source_text[span.slice])` where there is a span."""
    span: Span | None = field(default=None, kw_only=True)
    """Where it stands in the source text; `None` when it came from the page's head only."""
    path: str | None = field(default=None, kw_only=True)
    """XPath of the element it came from; `None` for plain text."""
    pointer: str | None = field(default=None, kw_only=True)
    """JSON pointer inside the JSON-LD script at `path`; `None` elsewhere."""
    parser: str = field(default="", kw_only=True)
    """Name of the parser that found it; empty when it was made outside a pipeline."""
    confidence: float = field(default=1.0, kw_only=True)
    """How sure the parser is, from 0 to 1."""


@frozen
class Text(Node):
    """A plain value: a tag, a language, a caption."""


@frozen
class Headline(Node):
    """The title of the story as displayed."""


@frozen
class Kicker(Node):
    """The short label above the headline."""


@frozen
class Deck(Node):
    """The summary under the headline."""


@frozen
class Section(Node):
    """The section of the publication that the story stands in."""

    names: tuple[str, ...] = field(default=(), kw_only=True)
    """The way down to it, broadest first; a single name when no hierarchy is known."""


@frozen
class Place:
    """A place as printed."""

    name: str
    """The city or the place's own name."""
    region: str | None = None
    """State, province or region as printed; `None` when absent."""
    country: str | None = None
    """Country as printed; `None` when absent."""


@frozen
class Contributor:
    """Somebody or something named as having made the story."""

    name: str
    """The name as printed, white space collapsed."""
    kind: ContributorKind = ContributorKind.PERSON
    """What the name stands for."""
    roles: tuple[Role, ...] = (Role.AUTHOR,)
    """What it did for this story."""
    title: str | None = None
    """Job title as printed ("Staff Writer"); `None` when absent."""
    affiliation: str | None = None
    """Employer or agency as printed; `None` when absent."""
    place: str | None = None
    """Place printed with the name ("in Beirut"); `None` when absent."""
    contact: tuple[str, ...] = ()
    """E-mail addresses and handles printed with the name."""
    honorific: str | None = None
    """A leading "Dr.", "Prof.", "Sir", which is also part of `name`; `None` when absent."""
    url: str | None = None
    """Profile page; `None` when unknown."""
    display_name: str | None = None
    """`name` recased for display when it is printed in capitals; `None` when not needed."""
    span: Span | None = None
    """Where the name stands in the source text; `None` when only marked up."""

    def moved(self, by: int) -> Contributor:
        """Return the same person, the place of the name so many characters further on."""
        return evolve(self, span=self.span.moved(by)) if self.span is not None else self


@frozen
class PartialDate:
    """A calendar date with parts that may be missing."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    hour: int | None = None
    """The hour of a clock that is printed without its date, or with a part of it."""
    minute: int | None = None
    """The minute of that clock."""

    def __str__(self) -> str:
        """Return the ISO 8601 truncated form: `2024-12-05`, `--12-05`, `----05`, `T14:30`."""
        clock = "" if self.hour is None else f"T{self.hour:02d}:{self.minute or 0:02d}"
        return self._date() + clock

    def _date(self) -> str:
        """Return the form of the date alone; empty when no part of it is stated."""
        if self.year is None and self.month is None and self.day is None:
            return ""
        year = f"{self.year:04d}" if self.year is not None else "-" if self.month is not None else "--"
        month = f"{self.month:02d}" if self.month is not None else ""
        day = f"{self.day:02d}" if self.day is not None else ""
        if self.year is None and self.month is None:
            return f"----{day}"
        return "-".join(part for part in (year, month, day) if part)


@frozen
class Relative:
    """An age, printed instead of a date: "3 hours ago"."""

    amount: int
    """How many units; 0 for "today" and "just now"."""
    unit: str
    """`second`, `minute`, `hour`, `day`, `week`, `month` or `year`."""


@frozen
class Timestamp(Node):
    """A moment as stated. `text` is the stated form."""

    value: date | datetime | None = field(default=None, kw_only=True)
    """A `date` when no clock is stated, else a `datetime`, aware only where the offset is known.

    `None` when what is printed cannot be resolved (see `relative`, `partial`).
    """
    precision: Precision = field(default=Precision.DAY, kw_only=True)
    """The smallest stated unit."""
    zone: Zone = field(default=Zone.UNKNOWN, kw_only=True)
    """Whether the zone is stated, unknown or ambiguous."""
    zone_name: str | None = field(default=None, kw_only=True)
    """The zone as printed ("EST", "Uhr" is none); `None` when none is."""
    alternatives: tuple[date | datetime, ...] = field(default=(), kw_only=True)
    """Other readings of the same characters (day-month order, half of the day)."""
    relative: Relative | None = field(default=None, kw_only=True)
    """The age, when one is printed; kept also after it was resolved."""
    partial: PartialDate | None = field(default=None, kw_only=True)
    """The stated parts, when the date is incomplete; `None` for a complete one."""

    @property
    def raw(self) -> str:
        """The stated form: the same as `text`."""
        return self.text


@frozen
class Byline(Node):
    """The line that names who made the story, as printed, without dates and buttons."""

    contributors: tuple[Contributor, ...] = field(default=(), kw_only=True)
    """Everybody the line credits, in printed order, in any role."""
    raw: str = field(default="", kw_only=True)
    """The whole line as it stands in the source, residue included."""
    published: Timestamp | None = field(default=None, kw_only=True)
    """A publication time printed on the same line; `None` when absent."""
    modified: Timestamp | None = field(default=None, kw_only=True)
    """An update time printed on the same line; `None` when absent."""
    truncated: bool = field(default=False, kw_only=True)
    """Whether the line says that more people are not named ("and others")."""
    sponsored: bool = field(default=False, kw_only=True)
    """Whether the line says that the piece is paid for."""
    genre: str | None = field(default=None, kw_only=True)
    """A genre that the line states (`opinion`, `analysis`, `editorial`, `review`); else `None`."""

    @property
    def authors(self) -> tuple[Contributor, ...]:
        """The contributors whose role is author."""
        return tuple(c for c in self.contributors if Role.AUTHOR in c.roles)


@frozen
class Dateline(Node):
    """Place, date and agency that open the story. `text` has no closing dash."""

    places: tuple[Place, ...] = field(default=(), kw_only=True)
    """Where the story was filed, in printed order."""
    agency: str | None = field(default=None, kw_only=True)
    """The agency as printed; `None` when absent."""
    service: str | None = field(default=None, kw_only=True)
    """A regional service of the agency ("lhe" in "dpa/lhe"); `None` when absent."""
    date: PartialDate | None = field(default=None, kw_only=True)
    """The filing date, missing parts left open; `None` when absent."""
    separator: str = field(default="", kw_only=True)
    """What stands between the dateline and the prose."""
    end: int = field(default=0, kw_only=True)
    """Offset at which the prose begins: in the source text, or in the string that a helper was given."""
    contributors: tuple[Contributor, ...] = field(default=(), kw_only=True)
    """People credited inside the dateline."""
    section: bool = field(default=False, kw_only=True)
    """Whether it opens a later part of the story and not the story itself."""


@frozen
class Paragraph(Node):
    """A paragraph of the story."""


@frozen
class Crosshead(Node):
    """A heading inside the body."""

    level: int = field(default=2, kw_only=True)
    """1 to 6, as marked up; 2 for plain text."""


@frozen
class ListItem(Node):
    """An item of a list in the body."""

    ordered: bool = field(default=False, kw_only=True)
    """Whether the list is numbered."""
    level: int = field(default=1, kw_only=True)
    """Depth of nesting, from 1."""


@frozen
class Quote(Node):
    """A block quotation, or a pull quote that repeats the body."""

    pull: bool = field(default=False, kw_only=True)
    """Whether it repeats a sentence that stands elsewhere in the body."""


@frozen
class Table(Node):
    """A table in the body. `text` is its caption and cells in reading order."""

    rows: tuple[tuple[str, ...], ...] = field(default=(), kw_only=True)
    """The cells, row by row."""


@frozen
class Embed(Node):
    """Something of another maker shown inside the body: a post, a video, a map."""

    url: str | None = field(default=None, kw_only=True)
    """Its address; `None` when unknown."""
    provider: str | None = field(default=None, kw_only=True)
    """Whose it is, as a host name; `None` when unknown."""


@frozen
class LiveUpdate(Node):
    """The head of an entry in a live report; the blocks up to the next one are its text."""

    time: Timestamp | None = field(default=None, kw_only=True)
    """When the entry was made; `None` when not stated."""
    author: str | None = field(default=None, kw_only=True)
    """Who made it, as printed; `None` when not stated."""


BodyBlock = Union[Paragraph, Crosshead, ListItem, Quote, Table, Embed, LiveUpdate]
"""What the body is made of."""


@frozen
class Figure(Node):
    """A picture with what is printed about it. `text` is caption and credit together."""

    url: str | None = field(default=None, kw_only=True)
    """Address of the image; `None` in plain text."""
    alt: str | None = field(default=None, kw_only=True)
    """The image's text alternative; `None` when absent or empty."""
    caption: Text | None = field(default=None, kw_only=True)
    """What the picture shows; `None` when absent."""
    credit: Text | None = field(default=None, kw_only=True)
    """Who made the picture; `None` when absent."""
    lead: bool = field(default=False, kw_only=True)
    """Whether it is the story's main picture."""


@frozen
class Note(Node):
    """A line about the story: a correction, an author's biography, a wire credit."""

    kind: NoteKind = field(kw_only=True)
    """What it is."""
    date: Timestamp | None = field(default=None, kw_only=True)
    """The date it states; `None` when it states none."""
    contributors: tuple[Contributor, ...] = field(default=(), kw_only=True)
    """The people it credits."""


@frozen
class Boilerplate(Node):
    """A block that would be there with another story too."""

    kind: BoilerplateKind = field(kw_only=True)
    """Why it is not part of the story."""


@frozen
class Extra(Node):
    """The value of a field that a third party added."""

    value: Any = field(default=None, kw_only=True)
    """Anything that JSON can hold."""


@frozen
class Access(Node):
    """Whether the story is free to read: what the page declares and what it shows.

    `text` is `free`, `metered` or `locked`, the strictest that anything says.
    """

    declared: bool | None = field(default=None, kw_only=True)
    """`True` when the page calls itself free, `False` when not, `None` when it is silent."""
    tier: str | None = field(default=None, kw_only=True)
    """`free`, `metered` or `locked` as declared; `None` when not declared."""
    seen: bool | None = field(default=None, kw_only=True)
    """`False` when the text stops at a prompt to pay, `True` when it reads whole, `None` when unclear."""
    evidence: tuple[Text, ...] = field(default=(), kw_only=True)
    """What both rest on."""


@frozen
class Attribution(Node):
    """Whose copy the story is when it is not the publisher's own. `text` is the agency or publication."""

    evidence: tuple[Text, ...] = field(default=(), kw_only=True)
    """What it rests on: dateline, byline, tail credit, canonical address."""


@frozen
class Problem:
    """Something that stayed open or went wrong without stopping the parse."""

    kind: ProblemKind
    """What sort of problem."""
    message: str
    """One sentence for people."""
    field: str | None = None
    """The field concerned; `None` for the source as a whole."""
    span: Span | None = None
    """Where it lies in the source text; `None` when nowhere."""
