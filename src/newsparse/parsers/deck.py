"""The summary under the headline."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from newsparse.claim import Claim, Draft, Parser
from newsparse.document import Block, Document, Element, Scope
from newsparse.lexicon.class_names import is_called
from newsparse.model import Deck, Paragraph, Span
from newsparse.parsers.readings.descriptions import META, Description, agreement, read_descriptions
from newsparse.parsers.readings.heading import Heading, is_in_masthead, read_heading
from newsparse.parsers.readings.summing import HEADINGS, SHORT, is_line, is_odd, is_sentence, names_author, states_facts, sums_up
from newsparse.text import clean, squash
from newsparse.vocabulary import SourceKind

__all__ = ["PARSERS"]

# Decks of fundus have 36 to 870 characters; 80 % have 76 to 256.
_SIZES = range(20, 1000)
_DENSE = 9
_MAX_BLOCKS = 5
# How far before and behind the headline, and into the story, a deck stands.
_BEFORE = 12
_FAR = 260
_INTO_STORY = 2
# What the signs add up to; tuned on fundus (decks) and newssites2023 (first paragraphs that are none).
_ENOUGH = 2.3
# For a block that the story does not want.
_LEAST = 1.8
_PLAIN = 2.6
# What is needed where the judge of the story is sure that it is a paragraph.
_AGAINST_STORY = 3.2
_STORY = 0.88
_STORY_BEHIND = 2
_CONFIDENCE = 0.985
_UNSURE = 0.8
_STATED = 0.3
# Below this the judge of the story doubts that a paragraph is one.
_DOUBTED = 0.8
# So much of the head's description says that a block is what it describes.
_DESCRIBED = 0.6
# A sentence that the byline follows sums the story up: the story does not begin before its author is named.
_BEFORE_BYLINE = 0.9
# The same of the only block between the two.
_ALONE_BEFORE_BYLINE = 3.3
# What stands above the headline is rather what the site says of itself, in its own header surely.
_ABOVE = 1.1
_OPENING = "\"'“„‘«»¿¡("
_BARS = frozenset("|/·•–—-")

_WORDS = re.compile(r"\w+")
_LATER = frozenset(("li", "blockquote", "table", "nav", "footer", "aside", "form", "button", "time", "figcaption"))
# A page's alternative headline is its deck as often as not.
_TITLES = frozenset(("linked", "og", "twitter", "title"))
_CUT = ("...", "…", "[…]", "[...]")


def find_shown(document: Document, draft: Draft) -> Iterator[Claim]:
    """Yield the text between headline and story that sums it up, the best one first."""
    reading = draft.once(read_heading)
    heading = reading.heading
    story = _paragraphs(draft)
    if heading is None and not story:
        return
    if heading is not None and (inside := _inside(document, heading)) is not None:
        yield inside
    title = heading.blocks if heading is not None else range(story[0].index, story[0].index)
    names = {head.key for head in reading.titles if head.source in _TITLES}
    if heading is not None:
        names.add(heading.key)
    sure = {claim.owns.start: claim.confidence for claim in draft.claims("body")[:24] if claim.owns}
    search = _Search(document, title, story, sure, read_descriptions(document), frozenset(names))
    rated = [found for block in _candidates(document, draft, title, story) if (found := search.rate(block)) is not None]
    if not rated:
        return
    best = max(rated, key=lambda found: (found.score, -abs(found.block.index - title.stop)))
    run = _run(document, best.block, best.bearer, title)
    if story and all(block.index in run for block in story):
        return  # nothing is left that it could sum up
    span = Span(document.blocks[run.start].start, document.blocks[run.stop - 1].end)
    confidence = _CONFIDENCE if best.score >= _PLAIN else _UNSURE
    yield Claim(Deck(clean(document.text[span.slice]), span=span), confidence, _element(best), run)


def _inside(document: Document, heading: Heading) -> Claim | None:
    """Return the claim of a summary that stands in the heading's own element, behind the title, or `None`."""
    start, end = heading.title.end, document.blocks[heading.blocks.stop - 1].end
    while start < end and not document.text[start].isalnum() and document.text[start] not in _OPENING:
        start += 1
    text = clean(document.text[start:end])
    if len(text) < SHORT or _BARS.intersection(document.text[heading.title.end : start]):
        return None
    return Claim(Deck(text, span=Span(start, end)), _CONFIDENCE, heading.scope.element, None)


class _Found(NamedTuple):
    """A block that may be the deck."""

    block: Block
    score: float
    bearer: Scope | None
    """The element whose class says so."""


def _element(found: _Found) -> Element | None:
    scope = found.bearer or found.block.scope
    return scope.element if scope is not None else None


def _paragraphs(draft: Draft) -> list[Block]:
    """Return the first blocks that are claimed as paragraphs of the story; short ones may be bylines or dates."""
    blocks = draft.document.blocks
    claims = [claim for claim in draft.claims("body")[:16] if isinstance(claim.value, Paragraph) and len(claim.value.text) > SHORT]
    return [blocks[claim.owns.start] for claim in claims if claim.owns][:6]


def _candidates(document: Document, draft: Draft, title: range, story: list[Block]) -> Iterator[Block]:
    """Yield the blocks that may be the deck by place and shape."""
    last = story[min(_INTO_STORY, len(story)) - 1].index if story else title.stop + _FAR
    first = max(0, title.start - _BEFORE)
    if last < title.start:  # the headline is printed behind the story's start: a template's trick
        first, last = max(0, story[0].index - _BEFORE), story[min(_INTO_STORY, len(story)) - 1].index
    for block in document.blocks[first : min(last + 1, title.stop + _FAR)]:
        if not _has_size(block.plain) or block.link_chars * 2 > len(block.plain) or block.tag in _LATER or block.index in title:
            continue
        if block.scope is None or block.scope.hidden or draft.owner(block) in {"figures", "byline", "headline"}:
            continue
        if block.index < title.start and is_in_masthead(block.scope, document.blocks[title.start].scope):
            continue
        yield block


def _has_size(plain: str) -> bool:
    """Return whether a text is as long as decks are; scripts that write syllables or words with one character need fewer."""
    return len(plain) in _SIZES or (_DENSE <= len(plain) < _SIZES.start and plain[0] >= "\u2e80")


class _Search:
    """The search for the deck of one page: what its candidates are held against."""

    def __init__(
        self,
        document: Document,
        title: range,
        story: list[Block],
        sure: Mapping[int, float],
        descriptions: tuple[Description, ...],
        names: frozenset[str],
    ) -> None:
        self.document = document
        self.title = title
        self.story = story
        self.sure = sure  # how sure the judge of the story is of each of its blocks
        self.descriptions = descriptions
        self.names = names  # the wordings of the title
        self.opening = min((block.index for block in story if sure.get(block.index, 1.0) > _DOUBTED), default=None)
        self.pictures = {media.block for media in document.metadata.media}
        self._holders: dict[int, set[int]] = {}
        self._weights: dict[str, float] = {}

    def rate(self, block: Block) -> _Found | None:
        """Return a block with how much speaks for it, or `None` when that is not enough."""
        described = agreement(block.plain, self.descriptions)
        score, bearer = self._score(block, described)
        if bearer is None and described < _DESCRIBED and block.tag in HEADINGS and self._heads_story(block):
            return None
        if (
            len(block.plain) < _SIZES.start
            and bearer is None
            and (block.tag not in HEADINGS or block.index > self.title.stop + _MAX_BLOCKS)
        ):
            return None
        claimed = self.sure.get(block.index, 0.0)
        alone = block.index == self.title.stop and block.index not in self.pictures
        weight = _ALONE_BEFORE_BYLINE if alone else _BEFORE_BYLINE
        leads = score < _PLAIN and score + weight >= _LEAST and self._leads_to_byline(block)
        if leads:
            score += weight
        if bearer is None and block.index in self.pictures:
            score -= 1.5  # what stands right behind a picture is its caption
        enough = _ENOUGH if claimed else _LEAST
        if claimed > _STORY and not leads and not _is_set_apart(block, described):
            enough = _AGAINST_STORY  # the story is surer of it
        if score < enough or (described < 1.0 and self._says_title(block)):
            return None
        score -= self._doubts(block)  # last, for they are dear
        if score < enough or states_facts(block.plain):
            return None
        return _Found(block, score, bearer)

    def _doubts(self, block: Block) -> float:
        """Return how much speaks against a block by its words and by the list or box that it stands in."""
        shared = self.story[-1].scope if self.story else None  # the tables of a layout hold the whole story
        boxes = _LATER - shared.within if shared is not None else _LATER
        in_box = block.scope is not None and not block.scope.within.isdisjoint(boxes)
        return 1.5 * is_odd(block.plain) + 1.0 * in_box

    def _score(self, block: Block, described: float) -> tuple[float, Scope | None]:
        """Return how much speaks for a block by its class, its words, its place and its dress."""
        scope, plain = block.scope, block.plain
        assert scope is not None
        story = self.story
        following = next((other for other in story if other.index > block.index), None)
        bearer, score = self._bearer(scope, story[-1] if len(story) > 3 else following, short=len(plain) < 50)
        # an agreement in part is how a description made from the first paragraph looks
        score += 2.0 if described == 1.0 else (1.4 if bearer is not None else 1.0) * described if described >= _DESCRIBED else 0.0
        distance = block.index - self.title.stop
        near = distance >= 0 and self._opens(block, bearer)
        if near:
            score += 1.0 if distance == 0 else 0.6 if distance < 30 else 0.0
        elif described < 1.0:
            score -= 0.5 if distance >= 0 or self._shares_article(scope) else _ABOVE
        if block.tag in HEADINGS:
            score += (1.2 if bearer is None else 0.6) if near and distance < 30 else -0.3
        if block.strong_chars >= 0.9 * len(plain) and following is not None and following.strong_chars * 2 < len(following.plain):
            score += 1.6
        if following is not None:
            score += _unlike(block, following, story)
        if len(plain) < SHORT and bearer is None and plain.isascii():
            score -= 1.0
        return score, bearer

    def _shares_article(self, scope: Scope) -> bool:
        """Return whether an element stands in an `article` that the headline is in too."""
        heading = self.document.blocks[self.title.start].scope if self.title else None
        if heading is None or "article" not in scope.within:
            return False
        return heading.stands_in(next(outer for outer in scope.around() if outer.tag == "article"))

    def _opens(self, block: Block, bearer: Scope | None) -> bool:
        """Return whether no paragraph stands between headline and block; for a class that names a deck, none that is sure."""
        first = self.story[0].index if self.story else block.index
        if block.index <= first or first < self.title.stop:
            return True
        return bearer is not None and (self.opening is None or block.index < self.opening)

    def _bearer(self, scope: Scope, later: Block | None, *, short: bool) -> tuple[Scope | None, float]:
        """Return the near element whose class names a deck and that does not hold the story too, and its weight.

        For a short line it is the outermost such element: decks of several lines are printed line by line.
        """
        holders = self._around(later)
        found: Scope | None = None
        weight = 0.0
        outer: Scope | None = scope
        for step in range(3):
            if outer is None or id(outer) in holders:
                break
            if own := self._weight(outer.names):
                found = outer if found is None or short else found
                weight = max(weight, own - 0.3 * step)
            outer = outer.parent
        return found, weight

    def _around(self, block: Block | None) -> set[int]:
        """Return the scopes around a block, by identity."""
        if block is None or block.scope is None:
            return set()
        if block.index not in self._holders:
            self._holders[block.index] = {id(outer) for outer in block.scope.around()}
        return self._holders[block.index]

    def _weight(self, names: str) -> float:
        """Return how much an element's class says that it holds a deck; 0 for nothing."""
        if names not in self._weights:
            self._weights[names] = 2.6 if is_called(names, "deck_surely") else 2.0 if is_called(names, "deck") else 0.0
        return self._weights[names]

    def _heads_story(self, block: Block) -> bool:
        """Return whether a heading stands right above a paragraph of the story, in its element and without the title: a crosshead."""
        following = next((other for other in self.story if other.index == block.index + 1), None)
        if following is None or not self.title or block.scope is None or following.scope is None:
            return False
        title, around = self.document.blocks[self.title.start].scope, block.scope.parent
        return following.scope.parent is around and (title is None or title.parent is not around)

    def _leads_to_byline(self, block: Block) -> bool:
        """Return whether a block is a sentence between headline and byline, where the story cannot have begun."""
        blocks, following = self.document.blocks, block.index + 1
        if not self.title.stop <= block.index < self.title.stop + _BEFORE or following >= len(blocks):
            return False
        # right between headline and byline a summary may do without a full stop
        if not (is_sentence(block.plain) or (block.index == self.title.stop and is_line(block))):
            return False
        if block.index == self.title.stop and sum(other.index > following for other in self.story) < _STORY_BEHIND:
            return False  # a post of one paragraph, signed below
        signed = {value.block for value in self.document.metadata.authors}
        if not (following in signed or names_author(blocks[following])) or not sums_up(block.plain):
            return False
        return not any(other.index in signed or names_author(other) for other in blocks[self.title.stop : block.index])

    def _says_title(self, block: Block) -> bool:
        """Return whether a block is the title again, perhaps with its topic before it."""
        if len(block.plain) > 250:
            return False
        key = squash(block.plain)
        return any(key == name or (len(name) > 15 and name in key and len(key) < len(name) * 2) for name in self.names)


def _is_set_apart(block: Block, described: float) -> bool:
    """Return whether a block is a heading, or printed bold as a whole and what the head's description says."""
    return block.tag in HEADINGS or (described == 1.0 and block.strong_chars >= 0.9 * len(block.plain))


def _unlike(block: Block, following: Block, story: list[Block]) -> float:
    """Return how far a block's dress differs from that of the story's next paragraph."""
    own, other = block.scope, following.scope
    if own is None or other is None:
        return 0.0
    if own.parent is other.parent and block.tag == following.tag:
        if own.names == other.names:
            return -1.6
        return 0.6 if own.names and block is not story[0] else 0.4
    return 0.7


def _run(document: Document, block: Block, scope: Scope | None, title: range) -> range:
    """Return the blocks of the deck: all short runs of text in the element whose class says so."""
    start, stop = block.index, block.index + 1
    if scope is None or scope is block.scope:
        return range(start, stop)
    size = len(block.plain)
    blocks = document.blocks
    while (
        stop < len(blocks) and stop - start < _MAX_BLOCKS and _continues(blocks[stop], scope) and size + len(blocks[stop].plain) in _SIZES
    ):
        size += len(blocks[stop].plain)
        stop += 1
    while (
        start > 0
        and start - 1 not in title
        and stop - start < _MAX_BLOCKS
        and _continues(blocks[start - 1], scope)
        and size + len(blocks[start - 1].plain) in _SIZES
    ):
        start -= 1
        size += len(blocks[start].plain)
    return range(start, stop)


def _continues(block: Block, scope: Scope) -> bool:
    """Return whether a block is more of the deck in an element: a line without links, and no label."""
    return len(block.plain) >= (40 if block.plain.isascii() else 12) and not block.link_chars and _stands_in(block, scope)


def _stands_in(block: Block, around: Scope) -> bool:
    scope = block.scope
    for _ in range(4):
        if scope is None or scope is around:
            return scope is not None
        scope = scope.parent
    return False


def find_stated(document: Document, draft: Draft) -> Iterator[Claim]:
    """Yield the head's description where nothing is printed: a summary, but nobody has seen it.

    A description that is cut off, that opens the story or that names the page is none.
    """
    story = _paragraphs(draft)[:3]
    titles = {title.key for title in draft.once(read_heading).titles}
    for key in META[:2]:
        for value in document.metadata.meta.get(key, ())[:1]:
            text = clean(value.text)
            same = squash(text.rstrip(".… "))
            probe = max(_WORDS.findall(text), key=len, default="").lower()
            if (
                len(text) not in _SIZES
                or text.endswith(_CUT)
                or not same
                or same in titles
                or any(_share(text, same, probe, block) for block in story)
            ):
                continue
            yield Claim(Deck(text), _STATED, value.element, None)
            return


def _share(text: str, key: str, probe: str, block: Block) -> bool:
    """Return whether one of a description and a paragraph holds the other; `probe`, its longest word, is looked for first: it costs less."""
    plain = block.plain
    if len(plain) >= len(text):
        return probe in plain.lower() and key in squash(plain)
    part = squash(plain)
    return bool(part) and part in key


PARSERS = (
    Parser("deck.shown", "deck", find_shown, requires=("body",), source=SourceKind.HTML),
    Parser("deck.stated", "deck", find_stated, requires=("body",), source=SourceKind.HTML),
)
