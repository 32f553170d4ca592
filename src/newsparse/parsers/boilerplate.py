"""Everything that would be there with another story too, by kind.

What is left when all fields have made their claims is judged by its words first, by the element
that it stands in second, by the heading above it and its links last. A block that nothing tells
anything about is kept as `other`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsparse.claim import Claim, Draft, Leftovers, Parser
from newsparse.document import HEADINGS, Document, Scope
from newsparse.lexicon.class_names import kind_of_names
from newsparse.lexicon.phrases import hint_of, kind_of, phrase_of
from newsparse.model import Boilerplate, LiveUpdate
from newsparse.vocabulary import BoilerplateKind as Kind

__all__ = ["PARSERS"]

# Above what the body is sure of: a paragraph that is the phrase and nothing else.
_MARKER = 0.97
_PHRASE, _OPENING, _REGION, _LIST, _LINKS, _UNKNOWN = (
    # one pair for all blocks of a kind: a page has two hundred, and the collector looks at each that is made
    {kind: (kind, sure) for kind in Kind}
    for sure in (0.9, 0.7, 0.6, 0.5, 0.4, 0.1)
)
# Phrases that nobody writes as a paragraph of a story. "No", "Next" and "Analysis" may be answers and crossheads.
_MARKERS = frozenset((
    Kind.ADVERTISEMENT, Kind.PAYWALL, Kind.NEWSLETTER, Kind.SKIP_LINK, Kind.RELATED, Kind.COMMENTS, Kind.CONSENT, Kind.COPYRIGHT, Kind.READING_TIME, Kind.FOLLOW, Kind.OTHER
))  # fmt: skip
_MAX_MARKER = 200
# What closes a story's box and is no part of it: a short line without a full stop, among its last blocks.
_PLEAS = frozenset((Kind.FOLLOW, Kind.NEWSLETTER))
_PLEA, _LAST = 100, 2
_STOPS = frozenset(".!?…。")
_MAX_CLIMB = 5
# The story is looked at where it begins, where it ends and between its parts: what holds two of these places holds much of it.
_PARTS = 4
_MAX_REACH = 7
_MANY_LINKS = 0.6
# A linked line behind the headline that is longer than a menu's words leads to another story.
_TEASER = 25
# Links that equal a phrase have at most so many characters; longer ones are headlines.
_MENU = 45
# The shortest label that may stand before a link, with the mark behind it.
_LABEL = 4
# Headings that give their kind to the links below them, for so many blocks.
_LISTS = frozenset((Kind.RELATED, Kind.MOST_READ, Kind.TAGS, Kind.COMMENTS))
_MAX_LIST = 40
_TAGS = {"nav": Kind.NAVIGATION, "menu": Kind.NAVIGATION, "dialog": Kind.DIALOG}
_MENUS = frozenset(("nav", "menu", "header", "footer"))
# A line of links that stands right in one of these is in that box; an item of a list is in the list around it.
_BOXES = frozenset(("div", "section", "aside"))
# Only where nothing inside has told more.
_OUTER_TAGS = {"footer": Kind.NAVIGATION, "header": Kind.NAVIGATION, "aside": Kind.RELATED, "form": Kind.DIALOG, "button": Kind.DIALOG}

_CODE = re.compile(r"function\s?\(|\bvar \w|\{[^{}]{0,200}[:;]|=>|\)\s?;|</?[a-z]{1,10}[ >]|__\w+__")


def find_markers(document: Document, draft: Draft) -> Iterator[Claim]:
    """Yield the blocks inside the story that are a label of the page, or of an entry's author, and nothing else."""
    claims = draft.claims("body")
    end = draft.story().stop - _LAST
    signed = {claim.value.author for claim in claims if isinstance(claim.value, LiveUpdate)}
    for claim in claims:
        owns = claim.owns
        if owns is None or len(owns) != 1 or len(claim.value.text) > _MAX_MARKER:
            continue
        block = document.blocks[owns.start]
        kind = kind_of(block.plain)
        if kind is None and block.index >= end and len(block.plain) <= _PLEA and block.plain[-1] not in _STOPS:
            kind = hint_of(block.plain)  # "Follow us on …" behind the last paragraph
            kind = kind if kind in _PLEAS else None
        if kind in _MARKERS or block.plain in signed:
            yield Claim(Boilerplate(block.plain, span=block.whole, kind=kind or Kind.OTHER), _MARKER, None, owns)


def find_leftovers(document: Document, draft: Draft) -> Iterator[Leftovers]:
    """Yield what every block is that nobody claimed: the likeliest kind of each."""
    kinds: dict[int, tuple[Kind, float]] = {}
    regions = _Regions(_around_story(document, draft))
    headline = draft.best("headline")
    end = draft.story().stop
    story = headline.owns.start if headline is not None and headline.owns else draft.story().start
    listed: Kind | None = None
    until = -1
    for block in draft.unclaimed_blocks():
        index, plain, scope = block.index, block.plain, block.scope
        size = len(plain)
        linked = block.link_chars > _MANY_LINKS * size
        if not linked or (index > story and block.link_chars + _LABEL < size):
            kind = kind_of(plain)  # a label may stand before the link: "Read more: …"
        else:
            kind = (kind_of(plain) if plain[-1] == ")" else phrase_of(plain)) if size <= _MENU else None
        if kind is not None:
            if kind in _LISTS and (block.tag in HEADINGS or not block.link_chars):
                listed, until = kind, index + _MAX_LIST
            if kind is Kind.SECTION_LABEL and linked and regions.of_line(scope) is Kind.NAVIGATION:
                kind = Kind.NAVIGATION  # the section's name in a menu, not over a story
            kinds[index] = _PHRASE[kind]
            continue
        if block.tag in HEADINGS or index > until:
            listed = None
        if linked and scope is not None:
            if (kind := regions.of_line(scope)) is not None:
                kinds[index] = _REGION[kind]
            elif listed is not None:
                kinds[index] = _LIST[listed]
            else:
                kinds[index] = _LINKS[Kind.RELATED if index > story and size > _TEASER else Kind.NAVIGATION]
        elif (kind := hint_of(plain)) is not None:
            kinds[index] = _OPENING[kind]
        elif _is_code(plain):
            kinds[index] = _OPENING[Kind.CODE]
        elif (kind := regions.of(scope)) is not None:
            if kind is Kind.NAVIGATION and index >= end and size > _TEASER and not block.link_chars and block.tag not in HEADINGS:
                kind = Kind.LEGAL  # a line of words in a footer says whose the page is
            kinds[index] = _REGION[kind]
        elif listed is not None and block.link_chars:
            kinds[index] = _LIST[listed]
        else:
            kinds[index] = _UNKNOWN[Kind.OTHER]
    if kinds:
        yield Leftovers(kinds)


def _is_code(plain: str) -> bool:
    """Return whether a block is leaked code or an unfilled template: "googletag.cmd.push(function() {"; not "f(x) rose"."""
    return ("{" in plain or ";" in plain or "</" in plain or "__" in plain) and _CODE.search(plain[:400]) is not None


def _around_story(document: Document, draft: Draft) -> set[Scope]:
    """Return the elements that hold much of the story: "dialog-off-canvas" around a whole page says nothing of what is in it."""
    story = sorted(claim.owns.start for claim in draft.claims("body") if claim.owns)
    last = len(story) - 1
    once: set[Scope] = set()
    twice: set[Scope] = set()
    for i in {last * part // _PARTS for part in range(_PARTS + 1)} if story else ():
        scope = document.blocks[story[i]].scope
        scope = scope.parent if scope is not None else None
        while scope is not None and scope not in twice:
            (twice if scope in once else once).add(scope)
            scope = scope.parent
    return twice


class _Regions:
    """What the elements of one page say that the blocks in them are, each asked once."""

    def __init__(self, silent: set[Scope]) -> None:
        self._silent = silent
        self._scopes: dict[Scope, Kind | None] = {}
        self._names: dict[str, Kind | None] = {"": None}
        self._last: Scope | None = None
        self._last_kind: Kind | None = None
        self._around: Scope | None = None
        self._line: Kind | None = None

    def of_line(self, scope: Scope | None) -> Kind | None:
        """Return what the elements around a line of links say it is: the next line of a menu stands in the same one."""
        boxed = scope is not None and scope.tag in _BOXES and scope.within.isdisjoint(_MENUS)
        around = scope if boxed or scope is None else scope.parent
        if around is not self._around:
            self._around, self._line = around, self.of(around, linked=True)
        return self._line

    def of(self, scope: Scope | None, *, linked: bool = False) -> Kind | None:
        """Return what the elements around a block say it is, the nearest first; plain ones like `aside` only when no class does.

        A link in a menu, a header or a footer is navigation: their class names are not asked for.
        """
        inner, last = scope, self._last
        menus = linked and scope is not None and not _MENUS.isdisjoint(scope.within)
        for _ in range(_MAX_REACH if menus or last is not None else 0):  # most blocks stand in the same menu or list as the one before
            if inner is None:
                break
            if inner is last:
                return self._last_kind
            if menus and inner.tag in _MENUS:
                return Kind.NAVIGATION
            inner = inner.parent
        known = self._scopes
        climbed: list[Scope] = []
        kind: Kind | None = None
        for _ in range(_MAX_CLIMB):
            if scope is None or scope in self._silent:
                break
            if scope in known:
                kind = known[scope]
                break
            climbed.append(scope)
            kind = _TAGS.get(scope.tag)
            if kind is None:
                names = scope.names
                kind = self._names[names] if names in self._names else self._named(names)
            if kind is not None:
                self._last, self._last_kind = scope, kind
                break
            scope = scope.parent
        for inside in reversed(climbed):  # what is said further out holds here too, but not the other way round
            kind = known[inside] = kind or _OUTER_TAGS.get(inside.tag)
        return kind

    def _named(self, names: str) -> Kind | None:
        kind = self._names[names] = kind_of_names(names)
        return kind


PARSERS = (
    Parser("boilerplate.markers", "boilerplate", find_markers),
    Parser("boilerplate.leftovers", "boilerplate", find_leftovers),
)
