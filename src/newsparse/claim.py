"""What a parser is and what it gives: claims on a draft of the article.

A parser reads the document and what is claimed so far, and yields claims. It changes
nothing, so it runs alone in a test and in any thread.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TypeVar

from attrs import define, field, frozen

from newsparse.document import Block, Document, Element
from newsparse.model import Boilerplate, Node
from newsparse.vocabulary import BoilerplateKind, SourceKind

__all__ = ["Claim", "Draft", "Leftovers", "Parser"]

T = TypeVar("T")


@define(eq=False)
class Claim:
    """A value that a parser proposes for its field; see `Parser` for an example."""

    value: Node
    """The proposed value, with its span, if it stands in the text."""
    confidence: float
    """How sure the parser is, from 0 to 1."""
    element: Element | None = None
    """The element it came from; `None` for plain text."""
    owns: range | None = None
    """Indices of the blocks that the value is all there is to say about; `None`: no block."""
    hold: float | None = None
    """How sure it is that these blocks are this and nothing else; `None`: as sure as of the value.

    A line that is nothing but a date is no paragraph, also where it is doubtful which date it is.
    """
    parser: str = field(default="", init=False)
    """Name of the parser; written by the pipeline."""


@define(eq=False)
class Leftovers:
    """What hundreds of blocks are that no field wants, in one claim: their kinds of boilerplate.

    Stands for a `Claim` of a `Boilerplate` for each block, which is made when somebody looks at it.
    """

    kinds: dict[int, tuple[BoilerplateKind, float]]
    """The kind of each block and how sure that is, by the block's index."""
    parser: str = field(default="", init=False)
    """Name of the parser; written by the pipeline."""

    def node(self, block: Block) -> Boilerplate:
        """Return one of the blocks as the value that it stands for."""
        kind, confidence = self.kinds[block.index]
        return Boilerplate(block.plain, span=block.whole, parser=self.parser, confidence=confidence, kind=kind)

    def claims(self, document: Document) -> Iterator[Claim]:
        """Yield the claims that this one stands for."""
        for index, (kind, confidence) in self.kinds.items():
            block = document.blocks[index]
            claim = Claim(Boilerplate(block.plain, span=block.whole, kind=kind), confidence, None, range(index, index + 1))
            claim.parser = self.parser
            yield claim


@define(eq=False)
class Draft:
    """What is claimed so far. Parsers read it; only the pipeline writes it."""

    document: Document
    """The document under the draft."""
    _claims: dict[str, list[Claim]] = field(factory=dict, init=False)
    _leftovers: list[Leftovers] = field(factory=list, init=False)
    _facts: dict[Callable[[Document], Any], Any] = field(factory=dict, init=False)
    _readings: dict[Callable[[Document, Draft], Any], Any] = field(factory=dict, init=False)
    _owners: dict[int, str] = field(factory=dict, init=False)
    _story: tuple[int, range] = field(default=(0, range(0)), init=False)
    _waiting: list[tuple[str, Iterable[Claim | Leftovers]]] = field(factory=list, init=False)

    def claims(self, field: str) -> tuple[Claim, ...]:
        """Return the claims for a field so far, in the order in which they were made, those of leftovers last."""
        claims = tuple(self._claims.get(field, ()))
        if field != "boilerplate" or not self._leftovers:
            return claims
        return (*claims, *(claim for left in self._leftovers for claim in left.claims(self.document)))

    def single_claims(self, field: str) -> Sequence[Claim]:
        """Return the claims for a field so far without those that leftovers stand for."""
        return self._claims.get(field, ())

    def leftovers(self) -> Sequence[Leftovers]:
        """Return the claims for many blocks at once so far."""
        return self._leftovers

    def fields(self) -> tuple[str, ...]:
        """Return the fields that have claims so far."""
        return tuple(self._claims)

    def best(self, field: str) -> Claim | None:
        """Return the most confident claim for a field so far, the earliest among equals."""
        claims = self._claims.get(field) if field != "boilerplate" else self.claims(field)
        return max(claims, key=lambda claim: claim.confidence) if claims else None

    def owner(self, block: Block) -> str | None:
        """Return the field that first claimed a block, or `None`."""
        return (self._entered() if self._waiting else self._owners).get(block.index)

    def unclaimed_blocks(self) -> Iterator[Block]:
        """Yield the blocks that no claim owns yet, in order."""
        owners = self._entered()
        return (block for block in self.document.blocks if block.index not in owners)

    def story(self) -> range:
        """Return the indices from the first to behind the last block claimed as body; empty if none."""
        claims = self._claims.get("body", ())
        known, story = self._story
        if known != len(claims):
            indices = [claim.owns for claim in claims if claim.owns]
            story = range(min([r.start for r in indices]), max([r.stop for r in indices])) if indices else range(0)
            self._story = len(claims), story
        return story

    def once(self, read: Callable[[Document], T]) -> T:
        """Return `read(document)`, computed once however many parsers ask."""
        facts = self._facts
        if read not in facts:
            facts[read] = read(self.document)
        value: T = facts[read]
        return value

    def so_far(self, read: Callable[[Document, Draft], T]) -> T:
        """Return `read(document, draft)` as it was when first asked for, however many parsers ask and whatever is claimed later."""
        readings = self._readings
        if read not in readings:
            readings[read] = read(self.document, self)
        value: T = readings[read]
        return value

    def add(self, field: str, *claims: Claim | Leftovers) -> None:
        """Enter claims. For the pipeline."""
        if not claims:
            return
        own = self._claims.setdefault(field, [])
        for claim in claims:
            if isinstance(claim, Leftovers):
                self._leftovers.append(claim)
            else:
                own.append(claim)
        self._waiting.append((field, claims))

    def _entered(self) -> dict[int, str]:
        """Return the owners of blocks, the last claims entered: nobody asks for those of the leftovers, which are most."""
        owners = self._owners
        for name, claims in self._waiting:
            for claim in claims:
                for index in claim.kinds if isinstance(claim, Leftovers) else claim.owns or ():
                    owners.setdefault(index, name)
        self._waiting.clear()
        return owners


@frozen
class Parser:
    """A named step that proposes values for one field.

    >>> from newsparse import Pipeline, parse
    >>> from newsparse.model import Kicker
    >>> def find_first(document, draft):
    ...     for block in document.blocks[:1]:
    ...         yield Claim(Kicker(block.plain, span=block.whole), 0.99, owns=block.own)
    >>> first = Parser("kicker.first", "kicker", find_first)
    >>> parse("Traffic\\n\\nBridge opens", pipeline=Pipeline.default().add(first)).kicker.text
    'Traffic'
    """

    name: str
    """Its name in the table: field, dot, technique ("byline.by_word")."""
    field: str
    """The field it proposes values for."""
    find: Callable[[Document, Draft], Iterable[Claim | Leftovers]]
    """Reads document and draft, yields claims, changes neither."""
    requires: tuple[str, ...] = ()
    """Fields that must have had their turn before."""
    hosts: tuple[str, ...] = ()
    """Hosts it is for, subdomains included; empty: all."""
    source: SourceKind | None = None
    """The kind of source it reads; `None`: both."""
