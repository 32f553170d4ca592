"""The ordered table of named parsers, and the run of it over a document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING, Literal

import attrs
from attrs import field, frozen

from newsparse.addresses import host_of
from newsparse.claim import Claim, Draft, Leftovers, Parser
from newsparse.document import Document
from newsparse.errors import NewsparseError, ParserError, PipelineError, expect
from newsparse.model import Article, Node, Problem, Span
from newsparse.resolve import FIELDS, MANY, resolve
from newsparse.vocabulary import ProblemKind, SourceKind

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

__all__ = ["ENTRY_POINTS", "OnError", "Pipeline", "parse_document"]

ENTRY_POINTS = "newsparse.parsers"
"""The entry point group in which an installed package offers a `Parser` or a sequence of them."""

OnError = Literal["raise", "collect"]
"""What to do about a parser that fails: raise its error, or note it in `Article.problems`."""


def _checked(_: Pipeline, __: object, parsers: tuple[Parser, ...]) -> None:
    """Check the wiring once, when the pipeline is built."""
    names: set[str] = set()
    fields: set[str] = set()
    for parser in parsers:
        if not isinstance(parser, Parser):
            raise PipelineError(f"expected a Parser, got {type(parser).__name__}")
        if not isinstance(parser.name, str) or not isinstance(parser.field, str):
            raise PipelineError(f"name and field must be strings, got {parser.name!r} and {parser.field!r}")
        if parser.name in names:
            raise PipelineError("the name is taken; replace() or rename", parser=parser.name)
        names.add(parser.name)
        if not parser.field.isidentifier():
            raise PipelineError(f"the field must be an identifier, got {parser.field!r}", parser=parser.name)
        if not callable(parser.find):
            raise PipelineError(f"find must be callable, got {type(parser.find).__name__}", parser=parser.name)
        _check_lists(parser)
        missing = [need for need in parser.requires if need not in fields]
        if missing:
            raise PipelineError(f"requires {', '.join(missing)}, which no parser before it claims", parser=parser.name)
        fields.add(parser.field)


def _check_lists(parser: Parser) -> None:
    """Raise for needs and hosts that are no lists of names: a string would be read as a list of letters."""
    for what, names in (("requires", parser.requires), ("hosts", parser.hosts)):
        if isinstance(names, str) or not isinstance(names, Iterable) or not all(isinstance(name, str) for name in names):
            raise PipelineError(f"{what} must be a tuple of strings, got {names!r}", parser=parser.name)
    for host in parser.hosts:
        if not host or "*" in host or host_of(f"//{host}") != host:
            raise PipelineError(
                f"a host is a name in small letters (example.org), its subdomains included; got {host!r}", parser=parser.name
            )


def _in_order(parsers: Iterable[Parser]) -> tuple[Parser, ...]:
    """Return the parsers as a tuple.

    Raises:
        PipelineError: they cannot be listed.
    """
    if not isinstance(parsers, Iterable):
        raise PipelineError(f"expected Parsers, got {type(parsers).__name__}")
    return tuple(parsers)


_Turns = tuple[tuple[Parser, ...], bool]


def _by_kind(parsers: tuple[Parser, ...]) -> Mapping[SourceKind, _Turns]:
    """Return the parsers that read each kind of source, and whether hosts matter to any of them."""
    turns = {kind: tuple(parser for parser in parsers if parser.source in {None, kind}) for kind in SourceKind}
    return {kind: (own, any(parser.hosts for parser in own)) for kind, own in turns.items()}


@frozen
class Pipeline:
    """An immutable, ordered, named table of parsers. Changing it gives a new one.

    >>> len(Pipeline.default().without("deck.stated").names) == len(Pipeline.default().names) - 1
    True
    """

    parsers: tuple[Parser, ...] = field(converter=_in_order, validator=_checked)
    """The parsers, in the order in which they run."""
    _turns: Mapping[SourceKind, _Turns] = field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        """Tell who reads what once for the table, not for each document."""
        object.__setattr__(self, "_turns", _by_kind(self.parsers))

    @classmethod
    @cache  # a table never changes, and checking it costs as much as a small text
    def default(cls) -> Pipeline:
        """Return the pipeline that `newsparse.parse` uses."""
        from newsparse.parsers import DEFAULT

        return cls(DEFAULT)

    @property
    def names(self) -> tuple[str, ...]:
        """The parsers' names, in order."""
        return tuple(parser.name for parser in self.parsers)

    def add(self, *parsers: Parser, before: str | None = None, after: str | None = None) -> Pipeline:
        """Return a pipeline with parsers added: before or after a named one, else at the end.

        Raises:
            PipelineError: the named parser is not there, both places were given, or the result is wired wrongly.
        """
        if before is not None and after is not None:
            raise PipelineError(f"give one of before={before!r} and after={after!r}, not both")
        at = len(self.parsers)
        if before is not None:
            at = self._position(before)
        elif after is not None:
            at = self._position(after) + 1
        return attrs.evolve(self, parsers=(*self.parsers[:at], *parsers, *self.parsers[at:]))

    def replace(self, name: str, parser: Parser) -> Pipeline:
        """Return a pipeline with another parser in the place of the named one."""
        at = self._position(name)
        return attrs.evolve(self, parsers=(*self.parsers[:at], parser, *self.parsers[at + 1 :]))

    def without(self, *names: str) -> Pipeline:
        """Return a pipeline without the named parsers."""
        for name in names:
            self._position(name)
        return attrs.evolve(self, parsers=tuple(p for p in self.parsers if p.name not in names))

    def with_installed(self, *names: str) -> Pipeline:
        """Return a pipeline with the parsers that installed packages offer, before the built-in ones.

        They are read from the entry point group `newsparse.parsers`, in the order of their
        names; with `names`, only these entry points.

        Raises:
            PipelineError: an entry point does not load, is no parser, or a name is not installed.
        """
        from importlib.metadata import entry_points  # late: few ask, and all would pay for the import

        points = sorted(entry_points(group=ENTRY_POINTS), key=lambda point: point.name)
        missing = set(names) - {point.name for point in points}
        if missing:
            raise PipelineError(f"no installed package offers {', '.join(sorted(map(str, missing)))}")
        chosen = [point for point in points if not names or point.name in names]
        offered = [parser for point in chosen for parser in _load(point)]
        return attrs.evolve(self, parsers=(*(p for p in offered if not p.requires), *self.parsers, *(p for p in offered if p.requires)))

    def run(self, document: Document, *, on_error: OnError = "raise") -> Article:
        """Return the article that the parsers find in a document.

        Raises:
            SourceError: this is no `Document`.
            ParserError: a parser raised or claimed something outside the document, and `on_error` is `"raise"`.
            PipelineError: `on_error` is another word.
        """
        expect(document, Document, "run", "a Document")
        if on_error not in ("raise", "collect"):
            raise PipelineError(f"on_error: expected 'raise' or 'collect', got {on_error!r}")
        draft = Draft(document)
        problems = list(document.problems)
        turns, bound = self._turns[document.kind]
        host = host_of(document.url) if bound else ""
        for parser in turns:
            if parser.hosts and not _on(host, parser.hosts):
                continue
            try:
                claims = _claims(parser, document, draft)
            except ParserError as error:
                if on_error == "raise":
                    raise
                problems.append(Problem(ProblemKind.PARSER_FAILED, str(error), parser.field))
                continue
            if claims:
                draft.add(parser.field, *claims)
        return resolve(draft, problems)

    def _position(self, name: str) -> int:
        names = self.names
        if name not in names:
            raise PipelineError(f"no parser is named {name!r}; there are {', '.join(names)}")
        return names.index(name)

    def __str__(self) -> str:
        """Return the table, a parser a line."""
        name, field = (max((len(value) for value in column), default=0) for column in (self.names, [p.field for p in self.parsers]))
        rows = [f"{p.name:{name}}  {p.field:{field}}  {p.source or 'any':5} {' '.join(p.hosts)}".rstrip() for p in self.parsers]
        return "\n".join(rows)


def parse_document(document: Document, *, reference: datetime | None, pipeline: Pipeline | None, on_error: OnError) -> Article:
    """Return the article of a document that was just read, by the default pipeline where none is given.

    Raises:
        SourceError: the reference is no moment.
        ParserError: a parser failed, and `on_error` is `"raise"`.
        PipelineError: `pipeline` is no `Pipeline`, or `on_error` is another word.
    """
    if reference is not None:
        expect(reference, datetime, "reference", "datetime or None")
    if pipeline is None:
        pipeline = Pipeline.default()
    elif not isinstance(pipeline, Pipeline):
        raise PipelineError(f"pipeline: expected a Pipeline, got {type(pipeline).__name__}")
    document.reference = reference
    return pipeline.run(document, on_error=on_error)


def _on(host: str, hosts: tuple[str, ...]) -> bool:
    return any(host == name or host.endswith("." + name) for name in hosts)


def _claims(parser: Parser, document: Document, draft: Draft) -> list[Claim | Leftovers]:
    """Return what a parser claims, checked and signed with its name."""
    try:
        found = parser.find(document, draft)
        claims = None if found is None else list(found)
    except NewsparseError as error:
        raise ParserError(parser.name, str(error)) from error
    except Exception as error:
        raise ParserError(parser.name, f"{type(error).__name__}: {error}") from error
    if claims is None:
        raise ParserError(parser.name, "find returned None; yield claims, or return a list of them")
    if claims:
        _check(parser, claims, len(document.text), len(document.blocks))
    return claims


def _check(parser: Parser, claims: list[Claim | Leftovers], length: int, count: int) -> None:
    """Sign claims; raise for one that no document of such a length with so many blocks can bear out."""
    name = parser.name
    expected = FIELDS.get(parser.field, (Node,))
    owned: list[int] = []
    for claim in claims:
        if isinstance(claim, Claim):
            _check_claim(parser, claim, expected, length)
            if claim.owns is not None:
                owned += claim.owns
        elif not isinstance(claim, Leftovers):
            raise ParserError(name, f"expected a Claim, got {type(claim).__name__}")
        elif parser.field != "boilerplate":
            raise ParserError(name, f"leftovers are boilerplate, and cannot be claimed as {parser.field!r}")
        else:
            owned += claim.kinds
        claim.parser = name
    if owned:
        _check_blocks(parser, owned, count)


def _check_claim(parser: Parser, claim: Claim, expected: tuple[type[Node], ...], length: int) -> None:
    """Raise for a claim whose value, place or confidence is of another kind than its field takes, or lies outside the document."""
    value, confidence, owns = claim.value, claim.confidence, claim.owns
    if type(value) not in expected and not isinstance(value, expected):
        wanted = " or ".join(kind.__name__ for kind in expected)
        raise ParserError(parser.name, f"expected {wanted} for {parser.field!r}, got {type(value).__name__}")
    if not isinstance(value.text, str):
        raise ParserError(parser.name, f"the text of a value is a str, got {value.text!r}")
    if value.span is not None:
        if not isinstance(value.span, Span):
            raise ParserError(parser.name, f"a span is a newsparse.Span, got {value.span!r}")
        start, end = value.span
        if not 0 <= start <= end <= length:
            raise ParserError(parser.name, f"span {start}:{end} lies outside the document (0:{length})")
    if not isinstance(confidence, (float, int)) or not 0 <= confidence <= 1:
        raise ParserError(parser.name, f"a confidence is a number from 0 to 1, got {confidence!r}")
    if owns is not None and type(owns) is not range:
        raise ParserError(parser.name, f"owns is a range of blocks (block.own is that of one), got {owns!r}")


def _check_blocks(parser: Parser, owned: list[int], count: int) -> None:
    """Raise when some of the blocks that a parser claims are none of the document's, or are claimed twice where each has one role."""
    first, last = min(owned), max(owned)
    if first < 0 or last >= count:
        raise ParserError(parser.name, f"blocks {first}:{last + 1} lie outside the document (0:{count})")
    if parser.field in MANY and len(set(owned)) < len(owned):
        twice, _ = Counter(owned).most_common(1)[0]
        raise ParserError(parser.name, f"block {twice} is claimed twice")


def _load(point: EntryPoint) -> Iterable[Parser]:
    """Return the parsers that an entry point offers."""
    try:
        offered = point.load()
    except Exception as error:
        raise PipelineError(f"entry point {point.name!r} ({point.value}) does not load: {error}") from error
    parsers = (offered,) if isinstance(offered, Parser) else tuple(offered) if isinstance(offered, (list, tuple)) else ()
    if not parsers or not all(isinstance(parser, Parser) for parser in parsers):
        raise PipelineError(f"entry point {point.name!r} ({point.value}) offers {type(offered).__name__}, expected Parser")
    return parsers
