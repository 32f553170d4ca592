"""The article: typed values, each with its place. The values themselves are in `newsparse.nodes`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from attrs import field, frozen

from newsparse.errors import expect_text
from newsparse.late import Late
from newsparse.nodes import (
    Access,
    Attribution,
    BodyBlock,
    Boilerplate,
    Byline,
    Contributor,
    Crosshead,
    Dateline,
    Deck,
    Embed,
    Extra,
    Figure,
    Headline,
    Kicker,
    ListItem,
    LiveUpdate,
    Node,
    Note,
    Paragraph,
    PartialDate,
    Place,
    Problem,
    Quote,
    Relative,
    Section,
    Span,
    Table,
    Text,
    Timestamp,
)
from newsparse.text import clean
from newsparse.vocabulary import BlockRole, Role, SourceKind

__all__ = [
    "SINGLE",
    "Access",
    "Article",
    "Attribution",
    "Block",
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

SINGLE = (
    "headline", "kicker", "deck", "section", "byline", "dateline", "published", "modified",
    "language", "publisher", "canonical_url", "access", "attribution",
)  # fmt: skip
"""The fields of which an article has one value or none, in its order."""


class Block(NamedTuple):
    """A block of the source and the one role that it has in the article."""

    span: Span
    """All characters of the block."""
    role: BlockRole
    """What it is in the article."""


class _Fixed(Mapping[str, Any]):
    """A mapping that cannot be changed, like the article that holds it; unlike `MappingProxyType` it can be pickled."""

    __slots__ = ("_values",)

    def __init__(self, values: Mapping[str, Any]) -> None:
        self._values = dict(values)

    def __getitem__(self, name: str) -> Any:
        return self._values[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def __repr__(self) -> str:
        return repr(self._values)


@frozen(repr=False)
class Article(Late):
    """A news article: typed values, each with its place in `source_text`."""

    source_kind: SourceKind = SourceKind.TEXT
    """Whether a page or plain text was read."""
    source_text: str = ""
    """The text that all spans index: the caller's own string, or the text of the page's blocks."""
    url: str | None = None
    """The address that the caller gave; `None` when none was given."""
    headline: Headline | None = None
    """The title as displayed."""
    kicker: Kicker | None = None
    """The label above the headline."""
    deck: Deck | None = None
    """The summary under the headline."""
    section: Section | None = None
    """The section of the publication."""
    byline: Byline | None = None
    """The printed line that names who made the story."""
    contributors: tuple[Contributor, ...] = ()
    """Everybody credited, in any role: byline or markup first, tail credits after."""
    dateline: Dateline | None = None
    """Place, date and agency that open the story."""
    section_datelines: tuple[Dateline, ...] = ()
    """Datelines that open later parts of the story."""
    published: Timestamp | None = None
    """When the story was first published."""
    modified: Timestamp | None = None
    """When it was last changed."""
    body: tuple[BodyBlock, ...] = ()
    """The story itself, in order."""
    figures: tuple[Figure, ...] = ()
    """Pictures with captions and credits, in order."""
    notes: tuple[Note, ...] = ()
    """Lines about the story, in order."""
    boilerplate: tuple[Boilerplate, ...] = ()
    """Everything else that stands in the source, in order, by kind."""
    language: Text | None = None
    """BCP 47 code of the story's language."""
    publisher: Text | None = None
    """Name of the publication."""
    canonical_url: Text | None = None
    """The address that the page calls its own."""
    tags: tuple[Text, ...] = ()
    """Topics that the publisher gave the story."""
    access: Access | None = None
    """Free or paid, declared and seen; `None` when nothing tells."""
    attribution: Attribution | None = None
    """Whose copy it is, when it is somebody else's."""
    blocks: tuple[Block, ...] = ()
    """Every block of the source with its role, in order, once each."""
    extra: Mapping[str, Extra] = field(factory=dict, converter=_Fixed, hash=False)
    """Fields of third parties, by name."""
    rivals: Mapping[str, tuple[Node, ...]] = field(factory=dict, converter=_Fixed, hash=False)
    """The claims that agreed with the chosen value or lost to it, by field, best first."""
    problems: tuple[Problem, ...] = ()
    """Conflicts, guesses at an encoding, sources that are no article, limits met and contained failures."""

    @property
    def authors(self) -> tuple[Contributor, ...]:
        """The contributors whose role is author."""
        return tuple(c for c in self.contributors if Role.AUTHOR in c.roles)

    @property
    def text(self) -> str:
        """The body as text, paragraphs parted by a blank line."""
        return self.body_text()

    def body_text(self, *, dateline: bool = True) -> str:
        """Return the body as text, paragraphs parted by a blank line, with or without datelines."""
        if dateline:
            return "\n\n".join(node.text for node in self.body if node.text)
        ends = [found.end for found in (self.dateline, *self.section_datelines) if found is not None and found.span]
        return "\n\n".join(text for node in self.body if (text := self._without(node, ends)))

    def _without(self, node: Node, ends: list[int]) -> str:
        """Return a body node's text without a dateline that stands inside it."""
        if node.span is not None:
            for end in ends:
                if node.span.start < end <= node.span.end:
                    return clean(self.source_text[end : node.span.end])
        return node.text

    def claims(self, name: str) -> tuple[Node, ...]:
        """Return every claim made for a field, the chosen ones first; empty when there was none.

        Each carries its parser, its confidence and its place.

        Raises:
            SourceError: the name is no string.
        """
        expect_text(name, "claims")
        chosen = self.extra[name] if name in self.extra else getattr(self, name, None)
        if isinstance(chosen, Node):
            chosen = (chosen,)
        nodes = tuple(node for node in chosen if isinstance(node, Node)) if isinstance(chosen, tuple) else ()
        return nodes + tuple(self.rivals.get(name, ()))

    def __repr__(self) -> str:
        """Return the article in one short line."""
        from newsparse.card import summary

        return summary(self)

    def _repr_html_(self) -> str:
        """Return the article as a compact card, for notebooks."""
        from newsparse.card import card

        return card(self)

    def to_dict(self) -> dict[str, Any]:
        """Return the article as plain values that JSON can hold."""
        from newsparse.serial import to_dict

        return to_dict(self)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Article:
        """Return the article that `to_dict` wrote.

        Raises:
            SourceError: the data is not such an article; the message names the path.
        """
        from newsparse.serial import from_dict

        return from_dict(data)
