"""The whole policy of who wins: from the claims of a draft to the article."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import pairwise
from typing import Any, TypeVar, cast

import attrs

from newsparse.claim import Claim, Draft, Leftovers
from newsparse.late import delayed
from newsparse.model import (
    Access,
    Article,
    Attribution,
    Block,
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
    Problem,
    Quote,
    Section,
    Span,
    Table,
    Text,
    Timestamp,
)
from newsparse.notices import told_otherwise
from newsparse.text import fold
from newsparse.vocabulary import BlockRole, BoilerplateKind, ProblemKind, Role

__all__ = ["FIELDS", "MANY", "merge_people", "resolve"]

# Every field of the article that parsers claim, with the node it takes and the role of its blocks.
_ONE: dict[str, tuple[type[Node], BlockRole]] = {
    "headline": (Headline, BlockRole.HEADLINE),
    "kicker": (Kicker, BlockRole.KICKER),
    "deck": (Deck, BlockRole.DECK),
    "section": (Section, BlockRole.SECTION),
    "byline": (Byline, BlockRole.BYLINE),
    "authors": (Byline, BlockRole.BYLINE),
    "dateline": (Dateline, BlockRole.DATELINE),
    "published": (Timestamp, BlockRole.TIMESTAMP),
    "modified": (Timestamp, BlockRole.TIMESTAMP),
    "language": (Text, BlockRole.BOILERPLATE),
    "publisher": (Text, BlockRole.BOILERPLATE),
    "canonical_url": (Text, BlockRole.BOILERPLATE),
    "access": (Access, BlockRole.BOILERPLATE),
    "attribution": (Attribution, BlockRole.NOTE),
}
MANY: dict[str, tuple[type[Node], ...]] = {
    "body": (Paragraph, Crosshead, ListItem, Quote, Table, Embed, LiveUpdate),
    "figures": (Figure,),
    "notes": (Note,),
    "tags": (Text,),
    "section_datelines": (Dateline,),
    "boilerplate": (Boilerplate,),
}
_ROLES: dict[type[Node], BlockRole] = {
    Paragraph: BlockRole.PARAGRAPH,
    Crosshead: BlockRole.CROSSHEAD,
    ListItem: BlockRole.LIST_ITEM,
    Quote: BlockRole.QUOTE,
    Table: BlockRole.TABLE,
    Embed: BlockRole.EMBED,
    LiveUpdate: BlockRole.LIVE_UPDATE,
    Figure: BlockRole.FIGURE,
    Note: BlockRole.NOTE,
    Text: BlockRole.TAG,
    Dateline: BlockRole.DATELINE,
    Boilerplate: BlockRole.BOILERPLATE,
}
FIELDS: Mapping[str, tuple[type[Node], ...]] = {
    **{name: (kind,) for name, (kind, _) in _ONE.items()},
    **MANY,
}
"""The article's own fields and the nodes that may be claimed for each; other names go to `extra`."""

# Fields that are lines of the page: without the line they are nothing.
_DISPLAY = frozenset(("headline", "kicker", "deck", "section", "byline", "dateline"))
# A rival below this is noise, not a conflict worth telling.
_CONFLICT = 0.5
# Fields whose rivals are facts that cannot both be true; differing headlines are normal.
_FACTS = ("authors", "published", "dateline")


def resolve(draft: Draft, problems: Iterable[Problem] = ()) -> Article:
    """Return the article that the claims of a draft support best."""
    return _Resolution(draft, list(problems)).article()


def agreement(node: Node) -> object:
    """Return what two claims must share to say the same thing."""
    if isinstance(node, Timestamp):
        value = node.value
        return value.isoformat()[:10] if value is not None else node.text
    if isinstance(node, Byline):
        names = frozenset(fold(c.name) for c in node.contributors if Role.AUTHOR in c.roles)
        return names or fold(node.text)
    return fold(node.text)


_Hold = tuple[Claim | Leftovers | None, float, BlockRole]
"""Who holds a block, how surely, and as what."""
_NOBODY: _Hold = (None, -1.0, BlockRole.BOILERPLATE)


class _Resolution:
    """One draft on its way to an article."""

    def __init__(self, draft: Draft, problems: list[Problem]) -> None:
        self.draft = draft
        self.document = draft.document
        self.problems = problems
        self.rivals: dict[str, tuple[Node, ...]] = {}
        # where each block stands, and who holds it: lists, for this is done for every block of every page
        blocks = self.document.blocks
        self.starts = [block.start for block in blocks]
        self.ends = [block.end for block in blocks]
        self.held: list[_Hold] = [_NOBODY] * len(blocks)

    def article(self) -> Article:
        """Return the article."""
        names = [name for name in self.draft.fields() if name not in MANY]
        self._offer_blocks()
        chosen = {name: node for name in self._by_confidence(names) if (node := self._choose(name)) is not None}
        many = self._collect()
        values: dict[str, Any] = {name: chosen[name] for name in _ONE if name in chosen and name != "authors"}
        values["contributors"] = self._contributors(chosen, cast("tuple[Note, ...]", many.get("notes", ())))
        document = self.document
        boilerplate = self._boilerplate(cast("tuple[Boilerplate, ...]", many.pop("boilerplate", ())))
        values |= many
        otherwise = told_otherwise(document, values.get("headline"), many.get("body", ()))
        if otherwise is not None:
            self.problems.append(otherwise)
        article = Article(
            source_kind=document.kind,
            source_text=document.text,
            url=document.url,
            extra={name: _extra(node) for name, node in chosen.items() if name not in _ONE},
            rivals=self.rivals,
            problems=tuple(self.problems),
            **values,
        )
        return delayed(article, blocks=self._blocks(), boilerplate=boilerplate)

    def _blocks(self) -> Callable[[], tuple[Block, ...]]:
        """Return what makes every block with its role. It holds no block of the document, for those hold the tree."""
        starts, ends, roles = self.starts, self.ends, [role for _, _, role in self.held]
        return lambda: tuple([Block(Span(start, end), role) for start, end, role in zip(starts, ends, roles, strict=True)])

    def _boilerplate(self, claimed: tuple[Boilerplate, ...]) -> Callable[[], tuple[Boilerplate, ...]]:
        """Return what makes the boilerplate in order: what is claimed as such, and what no claim owns, so that nothing is lost."""
        left = [(self._kept(leftovers), leftovers.parser) for leftovers in self.draft.leftovers()]
        unknown = {index: (BoilerplateKind.OTHER, 0.0) for index, (holder, _, _) in enumerate(self.held) if holder is None}
        left.append((unknown, "resolve"))
        plains, starts, ends = [block.plain for block in self.document.blocks], self.starts, self.ends

        def make() -> tuple[Boilerplate, ...]:
            nodes = list(claimed)
            for kinds, parser in left:
                for index, (kind, confidence) in kinds.items():
                    span = Span(starts[index], ends[index])
                    nodes.append(Boilerplate(plains[index], span=span, parser=parser, confidence=confidence, kind=kind))
            return tuple(_in_order(nodes))

        return make

    def _kept(self, leftovers: Leftovers) -> Mapping[int, tuple[BoilerplateKind, float]]:
        """Return the kinds of the leftovers that nothing surer holds; those that lost become rivals."""
        held, kinds, blocks = self.held, leftovers.kinds, self.document.blocks
        lost = [index for index in kinds if held[index][0] is not leftovers]
        if not lost:
            return kinds
        nodes = [leftovers.node(blocks[index]) for index in lost]
        self.rivals["boilerplate"] = (*self.rivals.get("boilerplate", ()), *nodes)
        return {index: found for index, found in kinds.items() if held[index][0] is leftovers}

    def _offer_blocks(self) -> None:
        """Give each block to the most confident claim of the fields that take many."""
        held = self.held
        for name in MANY:
            for claim in self.draft.single_claims(name):
                sure = _sureness(claim)
                for index in claim.owns or ():
                    if sure > held[index][1]:
                        held[index] = claim, sure, _ROLES[type(claim.value)]
        for leftovers in self.draft.leftovers():
            holds: dict[float, _Hold] = {}  # a few for two hundred blocks: the collector looks at each that is made
            for index, (_, sure) in leftovers.kinds.items():
                if sure > held[index][1]:
                    held[index] = holds.get(sure) or holds.setdefault(sure, (leftovers, sure, BlockRole.BOILERPLATE))

    def _by_confidence(self, names: list[str]) -> list[str]:
        """Return the single fields, those with the surest claim first: they take blocks first."""
        return sorted(names, key=lambda name: -max(claim.confidence for claim in self.draft.claims(name)))

    def _choose(self, name: str) -> Node | None:
        """Return the value of a single field and keep the others as its rivals."""
        claims = sorted(self.draft.claims(name), key=lambda claim: -claim.confidence)
        # a line of the display is what its block is; a fact stands, whatever holds the line it was read from
        if len(claims) == 1 and not claims[0].owns and name != "authors":  # a fact of the head: nothing to settle
            return self._stamp(claims[0])
        winner = next((claim for claim in claims if name not in _DISPLAY or self._may_take(claim, _sureness(claim))), None)
        if winner is not None:
            role = _ONE[name][1] if name in _ONE else BlockRole.EXTRA
            for claim in self._owning(winner, claims):
                # what says the same as a sure claim is as sure: a printed date that the head confirms
                sure = max(_sureness(claim), winner.confidence)
                if self._may_take(claim, sure):
                    self._take(claim, role, sure)
            if len(claims) > 1 and name in _FACTS:
                self._report(name, winner, claims)
        node = self._stamp(winner) if winner is not None else None
        rivals = [self._stamp(claim) for claim in claims if claim is not winner]
        if node is not None and name == "authors":
            rivals.insert(0, node)  # the article keeps only their people: here the winner leads its rivals
        if rivals:
            self.rivals[name] = tuple(rivals)
        return node

    def _owning(self, winner: Claim, claims: list[Claim]) -> list[Claim]:
        """Return the claims that own blocks and say what the winner says, itself among them."""
        owning = [claim for claim in claims if claim.owns]
        if owning == [winner] or not owning:
            return owning
        key = agreement(winner.value)
        return [claim for claim in owning if claim is winner or agreement(claim.value) == key]

    def _may_take(self, claim: Claim, sure: float) -> bool:
        """Whether nothing surer holds a block that a claim owns."""
        return all(self.held[index][1] <= sure for index in claim.owns or ())

    def _take(self, claim: Claim, role: BlockRole, sure: float) -> None:
        """Give a claim the blocks that it owns."""
        for index in claim.owns or ():
            self.held[index] = claim, sure, role

    def _report(self, name: str, winner: Claim, claims: list[Claim]) -> None:
        """Report a confident rival that says something else about a fact."""
        key = agreement(winner.value)
        for claim in claims:
            if claim.confidence >= _CONFLICT and claim is not winner and agreement(claim.value) != key:
                message = f"{name}: {winner.value.text!r} ({winner.parser}) against {claim.value.text!r} ({claim.parser})"
                self.problems.append(Problem(ProblemKind.CONFLICT, message, name, winner.value.span))
                return

    def _collect(self) -> dict[str, tuple[Node, ...]]:
        """Return the nodes of the fields that take many, in the source's order; losers become rivals."""
        held = {id(holder) for holder, _, _ in self.held}
        found: dict[str, tuple[Node, ...]] = {}
        for name in MANY:
            claims = self.draft.single_claims(name)
            nodes = [self._stamp(claim) for claim in claims if claim.owns is None or id(claim) in held]
            if len(nodes) < len(claims):
                self.rivals[name] = tuple([self._stamp(claim) for claim in claims if claim.owns is not None and id(claim) not in held])
            if nodes:
                found[name] = tuple(_in_order(nodes))
        return found

    def _contributors(self, chosen: Mapping[str, Node], notes: tuple[Note, ...]) -> tuple[Contributor, ...]:
        """Return everybody credited: line or markup first, then dateline, then tail credits."""
        found: list[Contributor] = []
        lead = chosen.get("authors") or chosen.get("byline")
        if isinstance(lead, Byline):
            found.extend(lead.contributors)
        dateline = chosen.get("dateline")
        if isinstance(dateline, Dateline):
            found.extend(dateline.contributors)
        for note in notes:
            found.extend(note.contributors)
        return merge_people(found)

    def _stamp(self, claim: Claim) -> Node:
        """Return the claim's value with its parser, confidence and path written in."""
        node, path_of = claim.value, self.document.path_of
        path = path_of(claim.element) if claim.element is not None and path_of is not None else node.path
        if node.parser:  # not fresh: somebody may hold it elsewhere
            return attrs.evolve(node, parser=claim.parser, confidence=claim.confidence, path=path)
        # fresh from the parser and seen by nobody yet; copying costs five times as much
        _write(node, "parser", claim.parser)
        _write(node, "confidence", claim.confidence)
        if path is not None:
            _write(node, "path", path)
        return node


def _sureness(claim: Claim) -> float:
    """Return how sure a claim is of the blocks that it owns."""
    return claim.confidence if claim.hold is None else claim.hold


N = TypeVar("N", bound=Node)
_write = object.__setattr__
_NOWHERE = Span(-1, -1)


def _in_order(nodes: list[N]) -> list[N]:
    """Return nodes in the source's order, those without a place first."""
    spans = [node.span or _NOWHERE for node in nodes]
    if all(one <= other for one, other in pairwise(spans)):
        return nodes
    return sorted(nodes, key=lambda node: node.span or _NOWHERE)


def _extra(node: Node) -> Extra:
    """Return a third party's value as the article keeps it."""
    if isinstance(node, Extra):
        return node
    return Extra(
        node.text,
        span=node.span,
        path=node.path,
        pointer=node.pointer,
        parser=node.parser,
        confidence=node.confidence,
        value=node.text,
    )


def merge_people(people: list[Contributor]) -> tuple[Contributor, ...]:
    """Return the contributors once each; who is named twice has the roles and facts of both places."""
    merged: dict[str, Contributor] = {}
    for person in people:
        key = fold(person.name)
        known = merged.get(key)
        if known is None:
            merged[key] = person
            continue
        merged[key] = attrs.evolve(
            known,
            roles=known.roles + tuple(role for role in person.roles if role not in known.roles and Role.AUTHOR not in known.roles),
            title=known.title or person.title,
            affiliation=known.affiliation or person.affiliation,
            place=known.place or person.place,
            contact=known.contact + tuple(c for c in person.contact if c not in known.contact),
            url=known.url or person.url,
        )
    return tuple(merged.values())
