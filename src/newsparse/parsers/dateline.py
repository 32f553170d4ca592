"""Where, when and for whom the story was filed, as printed where its text begins.

The article's dateline is the one that opens its first paragraph, or a line of its own that
names an agency or a date. What stands apart from the text (in the deck, or a bare place in a
block of its own) and what opens later parts is kept beside it: on the labelled development
pages none of the seven that stand apart counts as the story's own.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import define, evolve, field, frozen

from newsparse.claim import Claim, Draft, Parser
from newsparse.document import Block, Document
from newsparse.grammar.dateline import parse_dateline
from newsparse.model import Contributor, Crosshead, Dateline, Span

__all__ = ["PARSERS"]

# Opens the first paragraph; opens one of the next two, where what stands before was a summary.
_SURE = 0.95
_LIKELY = 0.8
# A block that holds nothing but a dateline is no paragraph, however the body is judged.
_ALONE = 0.99
# Blocks between byline and story that are looked at; the furthest on the development pages stands 3 above.
_REACH = 5
_NEXT = 2
# Captions and summaries that were taken for paragraphs: a dateline with agency or date is looked for this far in.
_FAR = 8
_MAX_LINE = 120
# Where the mark of a dateline stands that is not in capitals: "Gundremmingen - ", "Frankfurt a.M. (epd). "
_MARK_NEAR = 40
# Where the characters so far are capitals a word is: "UN o" and "A ma" begin sentences.
_WORD_OF = 4
# A summary before the first paragraph: one or two sentences.
_MAX_SUMMARY = 400
# How many paragraphs may name a place again.
_CONTEXT = 4
# What a line above the story must say behind a dateline to be its beginning: a clause, in Chinese twenty characters.
_MIN_PROSE = 20
_STOPS = frozenset(".:")
# Who may hold a block above the story that opens with a dateline; a title never does, but in a dump a lede may pass for one.
_FREE = frozenset({None, "body", "headline"})
# How a line ends that holds a dateline and nothing else: at its mark, or a bracket.
_MARKS = frozenset("—–-‒―:=)】）］〕电電/")


@frozen
class _Opening:
    """A dateline at the head of a block near the story's beginning."""

    block: Block
    found: Dateline
    rank: int
    """Number of the paragraph: 0 for the first, -1 for a block above the story or the deck."""
    summary: bool = False
    """Whether the block is set unlike the paragraphs behind it, as a deck is."""

    @property
    def alone(self) -> bool:
        """Whether the block holds nothing else."""
        return self.found.end >= len(self.block.plain)

    @property
    def full(self) -> bool:
        """Whether it names a place, and an agency or a date."""
        found = self.found
        return bool(found.places) and (found.agency is not None or found.date is not None) and bool(found.separator)


@define(eq=False)
class _Reading:
    """What both parsers read of a draft: made once, for it needs the claims for body and deck."""

    story: list[Block]
    """The story's paragraphs, without captions and crossheads, and without the deck where one of them was taken for it."""
    deck: range
    """The blocks of the deck; none where it is the story's first paragraph."""
    context: str
    """Where the place may be named again: the headline and the next paragraphs."""
    _opened: dict[int, Dateline | None] = field(factory=dict)

    def opening(self, block: Block) -> Dateline | None:
        """Return the dateline that opens a block, read once for both parsers."""
        if block.index not in self._opened:
            self._opened[block.index] = parse_dateline(block.plain, context=self.context)
        return self._opened[block.index]


def find_dateline(document: Document, draft: Draft) -> Iterator[Claim]:
    """Yield the dateline that opens the story."""
    for opening in _openings(document, draft):
        if _is_own(opening):
            yield _claim(opening.block, opening.found, _SURE if opening.rank == 0 else _LIKELY, draft)
            return


def find_other_datelines(document: Document, draft: Draft) -> Iterator[Claim]:
    """Yield datelines that stand apart from the story's text, and those that open its later parts."""
    chosen = draft.best("dateline")
    taken = chosen.value.span.start if chosen is not None and chosen.value.span is not None else -1
    for opening in _openings(document, draft, apart=True):
        if not opening.block.start <= taken < opening.block.end and not _is_own(opening):
            yield _claim(opening.block, opening.found, _LIKELY, draft)
    reading = draft.so_far(_read)
    for block in reading.story[_NEXT + 1 :] if reading is not None else ():
        if not _in_capitals(block.plain) or block.start <= taken < block.end:
            continue
        found = parse_dateline(block.plain)
        if found is not None and found.end < len(block.plain) and _opens_section(found, opened=chosen is not None):
            yield _claim(block, evolve(found, section=True), _LIKELY, draft)


def _is_own(opening: _Opening) -> bool:
    """Whether a dateline is the story's own."""
    found = opening.found
    if opening.summary and found.separator in _STOPS:  # "Berlin. …" opens a deck that was taken for story
        return opening.full
    if opening.full or (opening.rank >= 0 and not opening.alone):
        return True
    # in a text, where nothing shows how it was set, the first paragraph may pass for a deck: "JEDDAH, Saudi Arabia -- If"
    return opening.block.scope is None and not opening.alone and found.separator not in _STOPS and _is_set_in_place(found)


def _is_set_in_place(found: Dateline) -> bool:
    """Whether a dateline names a place in capitals with its state or country."""
    return bool(found.places) and found.places[0].name.isupper() and bool(found.places[0].region or found.places[0].country)


def _openings(document: Document, draft: Draft, *, apart: bool = False) -> Iterator[_Opening]:
    """Yield the datelines near the story's beginning, those in its paragraphs first; or only those that may stand apart."""
    reading = draft.so_far(_read)
    if reading is None:
        return
    story = reading.story
    if not apart or len(story[0].plain) <= _MAX_SUMMARY:
        yield from _in_story(reading)
    first = story[0].index
    for block in document.blocks[max(0, first - _REACH) : first]:
        if block.index not in reading.deck and draft.owner(block) in _FREE and (found := _above(block)) is not None:
            yield _Opening(block, found, -1)
    for index in reading.deck:
        found = reading.opening(document.blocks[index])
        if found is not None and found.separator:
            yield _Opening(document.blocks[index], found, -1)


def _read(document: Document, draft: Draft) -> _Reading | None:
    """Return the story and what stands around it, or `None` where there is no story."""
    story, deck = _story(document, draft), _deck(draft)
    story = [block for block in story if block.index not in deck] or story
    if story and (lede := _lede(document, deck, story[0])) is not None:
        deck, story = range(0), [lede, *story]
    return _Reading(story, deck, _context(draft, story)) if story else None


def _in_story(reading: _Reading) -> Iterator[_Opening]:
    """Yield the dateline of the first paragraph, or of one behind summaries and captions."""
    story, summary = reading.story, True
    for rank, block in enumerate(story[: _FAR + 1]):
        found = reading.opening(block) if rank == 0 or _may_open(block.plain) else None
        if found is not None and (rank == 0 or found.end < len(block.plain)):
            opening = _Opening(block, found, rank, rank == 0 and _is_set_apart(story))
            if opening.full or (rank <= _NEXT and summary):
                yield opening
                return
        if rank <= _NEXT and len(block.plain) > _MAX_SUMMARY:
            summary = False


def _in_capitals(text: str) -> bool:
    """Whether a text opens with a word in capitals or an initial: "LONDON", "F. E. WARREN", "LA —"; not "A man"."""
    return text[:_WORD_OF].isupper()


def _may_open(text: str) -> bool:
    """Whether a paragraph that is not the first is worth reading: it opens in capitals or in a script without, or has a mark near."""
    first = text[0]
    if first.lower() == first.upper() or _in_capitals(text):
        return True
    head = text[:_MARK_NEAR]
    return ")" in head or " - " in head or "–" in head or "—" in head


def _above(block: Block) -> Dateline | None:
    """Return the dateline of a block above the story: all that it holds, or with agency or date before prose that was not taken for story."""
    text = block.plain
    if block.link_chars or not ((len(text) <= _MAX_LINE and text[-1] in _MARKS) or _may_open(text)):
        return None
    found = parse_dateline(text)
    if found is None or not found.separator:
        return None
    if found.end >= len(text):
        return found
    return found if len(text) - found.end > _MIN_PROSE and found.places and (found.agency or found.date) else None


def _deck(draft: Draft) -> range:
    """Return the blocks of the deck; none where it is not known."""
    deck = draft.best("deck")
    return deck.owns or range(0) if deck is not None else range(0)


def _lede(document: Document, deck: range, first: Block) -> Block | None:
    """Return the deck's block when it is set just as the paragraph behind it: then it is the story's first."""
    if len(deck) != 1 or deck.start >= first.index:
        return None
    block = document.blocks[deck.start]
    return block if block.scope is not None and _setting(block) == _setting(first) else None


def _is_set_apart(story: list[Block]) -> bool:
    """Whether the first paragraph is set unlike the next two, which are set alike."""
    if len(story) < 3 or story[0].scope is None:
        return False
    first, second, third = map(_setting, story[:3])
    return first != second == third


def _setting(block: Block) -> list[tuple[str, str]]:
    """Return the tags and names of a block's element and of the one around it."""
    scopes = [block.scope, block.scope.parent] if block.scope is not None else []
    return [(scope.tag, scope.names) for scope in scopes if scope is not None]


def _story(document: Document, draft: Draft) -> list[Block]:
    """Return the blocks of the story that are no crossheads and no captions, in order."""
    captions = {index for claim in draft.claims("figures") for index in claim.owns or ()}
    indices = {
        index for claim in draft.claims("body") if claim.owns is not None and not isinstance(claim.value, Crosshead) for index in claim.owns
    } - captions
    return [document.blocks[index] for index in sorted(indices)]


def _context(draft: Draft, story: list[Block]) -> str:
    """Return the headline and the next paragraphs, where the place may be named again."""
    headline = draft.best("headline")
    parts = [headline.value.text] if headline is not None else []
    return "\n".join([*parts, *(block.plain for block in story[1 : _CONTEXT + 1])])


def _opens_section(found: Dateline, *, opened: bool) -> bool:
    """Whether a later paragraph's dateline is one: a full one, or a bare one in a story that opens with one."""
    if not found.places or not found.places[0].name.isupper() or found.separator in {":", "."}:
        return False
    return opened or found.agency is not None or any(place.region or place.country for place in found.places)


def _claim(block: Block, found: Dateline, confidence: float, draft: Draft) -> Claim:
    """Return the claim for a dateline in a block, which it owns when nothing else stands in it."""
    start = block.plain.find(found.text)
    alone = found.end >= len(block.plain)
    end = block.end if alone else block.span(found.end, found.end + 1).start
    span = block.span(start, start + len(found.text)) if start >= 0 else Span(block.start, end)
    owns = block.own if alone and found.separator and draft.owner(block) in {None, "body"} else None
    people = tuple(_placed(person, block, found.end) for person in found.contributors)
    return Claim(evolve(found, span=span, end=end, contributors=people), _ALONE if owns else confidence, block.element, owns)


def _placed(person: Contributor, block: Block, end: int) -> Contributor:
    """Return somebody credited inside a dateline with the place of the name."""
    at = block.plain.find(person.name, 0, end)
    return evolve(person, span=block.span(at, at + len(person.name))) if at >= 0 else person


PARSERS = (
    Parser("dateline.opening", "dateline", find_dateline, requires=("body",)),
    Parser("section_datelines.other", "section_datelines", find_other_datelines, requires=("body", "dateline")),
)
