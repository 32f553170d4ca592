"""Where on a page a line stands: near headline and story, or with other things."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from newsparse.claim import Draft
from newsparse.document import HEADINGS, Block, Document, Scope
from newsparse.grammar.labels import kind_of_label
from newsparse.lexicon.class_names import is_called
from newsparse.lexicon.phrases import kind_of
from newsparse.model import Embed, LiveUpdate
from newsparse.vocabulary import BoilerplateKind

__all__ = ["BESIDE", "Landmarks", "candidates", "comments_of", "is_foreign", "is_in_page_head", "landmarks", "place_of"]

# How many blocks above and under the headline, before and into the story, and behind its last block a date line stands:
# where nothing else tells the time, and where only its line is wanted.
_AROUND = (6, 14, 15, 10, 16)
_BESIDES = (2, 10, 5, 4, 0)
_TOP = 60
_AFTER = 0.45
_NOT_HERE = frozenset(("nav", "form", "select", "figcaption", "blockquote"))
# How elements are called whose times are of something else. Between headline and story stands what belongs to the
# story, whatever its class is called: "teaser-small__metadata".
_ELSEWHERE = ("post", "reply", "teaser", "other_time")
_COMMENTS = ("post", "reply")
_INSERTS = frozenset((Embed, LiveUpdate))
# Lines of so many characters may head comments without being set as a heading, so far behind the story.
_TITLE, _REACH = 40, 100
# In the story's own surroundings this near.
BESIDE = 0.75


@frozen
class Landmarks:
    """Where headline and story stand."""

    headline: int | None
    """Index of the headline's last block; `None` when it stands in no block."""
    story: range
    """From the story's first to behind its last block; empty when none was found."""
    around: frozenset[int]
    """Identities of the scopes that hold headline or story: what they are called says nothing about a line in them."""
    within: frozenset[str]
    """Tags of these scopes: some systems set the whole page in a form."""
    behind: int
    """Index of the first heading behind the story, where other things begin; past the end where there is none."""
    inserted: frozenset[int]
    """Indices of the blocks of embedded posts and of entries of a live report: their times are their own."""


def landmarks(draft: Draft) -> Landmarks:
    """Return where headline and story stand."""
    best = draft.best("headline")
    headline = None
    if best is not None:
        if best.owns:
            headline = best.owns.stop - 1
        elif best.value.span is not None and (block := draft.document.block_at(best.value.span.start)) is not None:
            headline = block.index
    story = _story(draft)
    blocks = draft.document.blocks
    at = [blocks[i].scope for i in (headline, story.start if story else None) if i is not None and i < len(blocks)]
    scopes = [scope for scope in at if scope is not None]
    around = frozenset(id(outer) for scope in scopes for outer in scope.around())
    within = frozenset().union(*(scope.within for scope in scopes))
    return Landmarks(headline, story, around, within, _behind(blocks, headline, story), _inserted(draft))


def _story(draft: Draft) -> range:
    """Return the indices from the story's first block to behind its last; a deck that was taken for its first is left out.

    The line with the date stands between deck and story as often as above both.
    """
    story, deck = draft.story(), draft.best("deck")
    if deck is None or deck.owns is None or story.start not in deck.owns:
        return story
    following = [claim.owns.start for claim in draft.claims("body") if claim.owns and claim.owns.start >= deck.owns.stop]
    return range(min(following), story.stop) if following else story


def _behind(blocks: Sequence[Block], headline: int | None, story: range) -> int:
    """Return the index of the first heading behind story and headline."""
    start = max(story.stop, headline + 1 if headline is not None else 0)
    if not story:
        return len(blocks)
    for index in range(start, len(blocks)):
        if blocks[index].tag in HEADINGS and kind_of_label(blocks[index].plain) is None:
            return index
    return len(blocks)


def _inserted(draft: Draft) -> frozenset[int]:
    """Return the indices of the blocks of embedded posts and of entries of a live report."""
    inserts = [claim.owns for claim in draft.single_claims("body") if type(claim.value) in _INSERTS and claim.owns]
    return frozenset([index for owned in inserts for index in owned]) if inserts else frozenset()


def candidates(count: int, marks: Landmarks, *, known: bool) -> dict[int, float]:
    """Return the indices of blocks that may print the time, with how near each stands to where times stand, from 0 to 1."""
    headline, story = marks.headline, marks.story
    above, under, before, into, behind = _BESIDES if known else _AROUND
    nearness: dict[int, float] = {}
    if headline is not None:
        end = headline + under
        if known and story and story.start > headline:
            end = min(end, story.start + into)
        for i in range(max(0, headline - above), min(count, end)):
            near = 1.0 - 0.05 * min(abs(headline - i) + (3 if i < headline else 0), 10)
            nearness[i] = near if not story or i < story.stop else min(near, _AFTER)
    if story:
        for i in range(max(0, story.start - before), min(count, story.start + into)):
            distance = story.start - i if i < story.start else i - story.start + 2
            nearness[i] = max(
                nearness.get(i, 0.0), 1.0 - 0.05 * min(distance, 10) - (0.15 if headline is not None and i < headline else 0.0)
            )
        if not known:
            for i in range(max(story.start, story.stop - 2), min(count, story.stop + behind)):
                nearness.setdefault(i, 0.35)
    if headline is None and not story:
        nearness = dict.fromkeys(range(min(count, _TOP)), 0.4)
    return nearness


def place_of(block: Block, near: float, marks: Landmarks) -> int:
    """Return 1 when a block's element says that it is about time, -1 when it belongs to something else, else 0."""
    scope: Scope | None = block.scope
    if block.index in marks.inserted:
        return -1
    if scope is None:
        return 0
    within = scope.within
    if not (_NOT_HERE - marks.within).isdisjoint(within) or (near < BESIDE and "aside" in within):
        return -1
    if "footer" in within and "article" not in within:
        return -1
    found = 0
    elsewhere = _COMMENTS if near >= BESIDE else _ELSEWHERE
    for depth, outer in enumerate(scope.around()):
        if depth > 4 or id(outer) in marks.around:
            break
        names = outer.names
        if names and is_called(names, *elsewhere):
            return -1
        if depth < 2 and names and is_called(names, "time"):
            found = 1
    return found


def is_foreign(block: Block, marks: Landmarks, document: Document) -> bool:
    """Whether a line stands under a heading behind the story, or above the menus that stand above the headline.

    There are comments and cards of other stories, and here the day on which the page was asked for.
    """
    if block.index > marks.behind:
        return True
    first = min(marks.headline if marks.headline is not None else 0, marks.story.start if marks.story else len(document.blocks))
    if block.index >= first or block.scope is None:
        return False
    if not block.scope.within.isdisjoint(("main", "article")):
        return False
    return any(other.scope is not None and "nav" in other.scope.within for other in document.blocks[block.index + 1 : first])


def comments_of(marks: Landmarks, document: Document) -> int:
    """Return the index of the line behind the story that announces its comments ("2 Comments"); past the end where none does."""
    blocks = document.blocks
    for block in blocks[marks.story.stop : marks.story.stop + _REACH] if marks.story else ():
        if len(block.plain) <= _TITLE and kind_of(block.plain) is BoilerplateKind.COMMENTS:
            return block.index
    return len(blocks)


def is_in_page_head(block: Block, marks: Landmarks) -> bool:
    """Whether a block stands in the page's own head, with its menus: that of a story holds the headline."""
    within = block.scope.within if block.scope is not None else frozenset()
    return "header" in within and "header" not in marks.within and within.isdisjoint(("main", "article"))
