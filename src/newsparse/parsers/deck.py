"""The summary under the headline."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsparse.claim import Claim, Draft, Parser
from newsparse.document import Block, Document, Element, Scope
from newsparse.grammar.credit import parse_caption
from newsparse.lexicon.phrases import hint_of, kind_of
from newsparse.linked import text_of
from newsparse.model import Deck, Paragraph, Span
from newsparse.parsers.readings.heading import read_heading
from newsparse.parsers.readings.titles import squash
from newsparse.text import clean, fold
from newsparse.vocabulary import SourceKind

__all__ = ["PARSERS"]

# Decks of fundus have 36 to 870 characters; 80 % have 76 to 256.
_SIZES = range(20, 1000)
_MAX_BLOCKS = 4
_SHORT = 40
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
_STORY = 0.85
_CONFIDENCE = 0.985
_UNSURE = 0.8
_STATED = 0.3

_CLASS = re.compile(
    r"(?<![a-z])(?:lead(?!er|s|ing|-?(?:image|photo|media|pic|art))|lede|teaser|intro(?!duc)|summary(?!-box)|spot(?![a-z])|tagline|abstract|blurb|speakable|einleitung)"
    r"|(?:header|article|post|entry|story|info|top)[-_]*(?:description|lead|intro|summary|teaser)"
)
# These name nothing else.
_SURE_CLASS = re.compile(
    r"(?<![a-z])(?:excerpt|sub[-_]?title|sub[-_]?head(?:line|er)?|subtit|stand[-_]?first|dec?k(?![a-z])|preamble|chapo|strapline|entradilla|sottotitolo|catenaccio|occhiello"
    r"|ingress|vorspann|unterzeile|sapo|preface|bajada|anriss|mid[-_]?title|first-paragraph|manchete|sommario|perex|zajawka)"
    r"|(?:header|article|post|entry|story|info|top)[-_]*(?:subtitle|excerpt|dek)"
)
_HEADINGS = frozenset(("h2", "h3", "h4"))
_LATER = frozenset(("li", "blockquote", "table", "nav", "footer", "aside", "form", "button", "time", "figcaption"))
_DESCRIPTIONS = ("og:description", "description", "twitter:description", "dc.description", "sailthru.description")
# A page's alternative headline is its deck as often as not.
_TITLES = frozenset(("linked", "og", "twitter", "title"))
_CUT = ("...", "…", "[…]", "[...]")


def find_shown(document: Document, draft: Draft) -> Iterator[Claim]:
    """Yield the text between headline and story that sums it up, the best one first."""
    heading = draft.once(read_heading).heading
    story = _paragraphs(draft)
    if heading is None and not story:
        return
    title = heading.blocks if heading is not None else range(story[0].index, story[0].index)
    known = _descriptions(document)
    names = {head.key for head in draft.once(read_heading).titles if head.source in _TITLES}
    if heading is not None:
        names.add(squash(document.text[heading.title.slice]))
    sure = {claim.owns.start: claim.confidence for claim in draft.claims("body")[:24] if claim.owns}
    pictures = {media.block for media in document.metadata.media}
    rated = []
    for block in _candidates(document, draft, title, story):
        score, scope = _rate(block, title, story, known)
        if block.index in pictures and scope is None:
            score -= 1.5  # what stands right behind a picture is its caption
        claimed = sure.get(block.index, 0.0)
        if score < _AGAINST_STORY and claimed > _STORY and not _is_set_apart(block, known):
            continue  # the story is surer of it
        if score >= (_ENOUGH if claimed else _LEAST) and not (_says_title(block, names) and _described(block.plain, known) < 1.0):
            rated.append((score, -abs(block.index - title.stop), block, scope))
    if not rated:
        return
    score, _, block, scope = max(rated, key=lambda entry: entry[:2])
    run = _run(document, block, scope, title)
    span = Span(document.blocks[run.start].start, document.blocks[run.stop - 1].end)
    confidence = _CONFIDENCE if score >= _PLAIN else _UNSURE
    yield Claim(Deck(clean(document.text[span.slice]), span=span), confidence, _element(scope, block), run)


def _is_set_apart(block: Block, known: list[str]) -> bool:
    """Return whether a block is a heading, or printed bold as a whole and what the head's description says."""
    return block.tag in _HEADINGS or (block.strong_chars >= 0.9 * len(block.plain) and _described(block.plain, known) == 1.0)


def _element(scope: Scope | None, block: Block) -> Element | None:
    found = scope or block.scope
    return found.element if found is not None else None


def _paragraphs(draft: Draft) -> list[Block]:
    """Return the first blocks that are claimed as paragraphs of the story; short ones may be bylines or dates."""
    blocks = draft.document.blocks
    claims = [claim for claim in draft.claims("body")[:16] if claim.owns and isinstance(claim.value, Paragraph)]
    return [blocks[claim.owns.start] for claim in claims if claim.owns and len(claim.value.text) > _SHORT][:6]


def _says_title(block: Block, names: set[str]) -> bool:
    """Return whether a block is the title again, perhaps with its topic before it."""
    if len(block.plain) > 250:
        return False
    key = squash(block.plain)
    return any(key == name or (len(name) > 15 and name in key and len(key) < len(name) * 2) for name in names)


def _candidates(document: Document, draft: Draft, title: range, story: list[Block]) -> Iterator[Block]:
    """Yield the blocks that may be the deck by place and shape."""
    last = story[min(_INTO_STORY, len(story)) - 1].index if story else title.stop + _FAR
    first = max(0, title.start - _BEFORE)
    if last < title.start:  # the headline is printed behind the story's start: a template's trick
        first, last = max(0, story[0].index - _BEFORE), story[min(_INTO_STORY, len(story)) - 1].index
    for block in document.blocks[first : min(last + 1, title.stop + _FAR)]:
        if len(block.plain) not in _SIZES or block.link_chars * 2 > len(block.plain) or block.tag in _LATER or block.index in title:
            continue
        if block.scope is None or block.scope.hidden or draft.owner(block) in {"figures", "byline", "headline"}:
            continue
        yield block


def _rate(block: Block, title: range, story: list[Block], known: list[str]) -> tuple[float, Scope | None]:
    """Return how much speaks for a block being the deck, and the element whose class says so."""
    scope, plain = block.scope, block.plain
    assert scope is not None
    following = next((other for other in story if other.index > block.index), None)
    bearer, score = _bearer(scope, story[-1] if len(story) > 3 else following, short=len(plain) < 50)
    described = _described(plain, known)
    # an agreement in part is how a description made from the first paragraph looks
    score += 2.0 if described == 1.0 else (1.4 if bearer is not None else 1.0) * described if described >= 0.6 else 0.0
    distance = block.index - title.stop
    near = distance >= 0 and not any(title.stop <= other.index < block.index for other in story)
    if near:
        score += 1.0 if distance == 0 else 0.6 if distance < 30 else 0.0
    elif described < 1.0:
        score -= 0.5
    if block.tag in _HEADINGS:
        score += 1.2 if near and distance < 30 else -0.3
    if block.strong_chars >= 0.9 * len(plain) and following is not None and following.strong_chars * 2 < len(following.plain):
        score += 1.6
    if following is not None:
        score += _unlike(block, following, story)
    if len(plain) < 40 and bearer is None and plain.isascii():
        score -= 1.0
    if score >= _LEAST:  # the dear doubts last
        if plain.endswith(":") or hint_of(plain) is not None or kind_of(plain) is not None or parse_caption(plain).confidence >= 0.9:
            score -= 1.5
        if not scope.within.isdisjoint(_LATER):
            score -= 1.0
    return score, bearer


def _bearer(scope: Scope, later: Block | None, *, short: bool) -> tuple[Scope | None, float]:
    """Return the near element whose class names a deck and that does not hold the story too, and its weight.

    For a short line it is the outermost such element: decks of several lines are printed line by line.
    """
    holds: set[int] = set()
    if later is not None and later.scope is not None:
        holds = {id(outer) for outer in later.scope.around()}
    found: Scope | None = None
    weight = 0.0
    outer: Scope | None = scope
    for step in range(3):
        if outer is None or id(outer) in holds:
            break
        sure = _SURE_CLASS.search(outer.names)
        if sure or _CLASS.search(outer.names):
            found = outer if found is None or short else found
            weight = max(weight, (2.6 if sure else 2.0) - 0.3 * step)
        outer = outer.parent
    return found, weight


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


def _descriptions(document: Document) -> list[str]:
    """Return the head's descriptions, folded."""
    found = [value.text for key in _DESCRIPTIONS for value in document.metadata.meta.get(key, ())]
    found += [text for node in document.story_nodes()[:1] if (text := text_of(node.data.get("description")))]
    folded = dict.fromkeys(fold(text) for text in found)
    return [text for text in folded if len(text) > 20]


def _described(plain: str, known: list[str]) -> float:
    """Return how well a block agrees with a description: 1 for the same text, less for a cut or an edited one."""
    if not known:
        return 0.0
    own = fold(plain)
    best = 0.0
    for text in known:
        stem = text.rstrip(".…[] ")
        if own == text or own.rstrip(".") == stem:
            return 1.0
        if own.startswith(stem) and len(stem) > 40:
            best = max(best, 0.9)
        elif 0.5 < len(own) / len(text) < 2:
            mine, other = set(own.split()), set(text.split())
            best = max(best, len(mine & other) / max(len(mine), len(other)))
    return best


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
    story = [squash(block.plain) for block in _paragraphs(draft)[:3]]
    titles = {title.key for title in draft.once(read_heading).titles}
    for key in _DESCRIPTIONS[:2]:
        for value in document.metadata.meta.get(key, ())[:1]:
            text = clean(value.text)
            same = squash(text.rstrip(".… "))
            if (
                len(text) not in _SIZES
                or text.endswith(_CUT)
                or not same
                or same in titles
                or any(same in part or part in same for part in story if part)
            ):
                continue
            yield Claim(Deck(text), _STATED, value.element, None)
            return


PARSERS = (
    Parser("deck.shown", "deck", find_shown, requires=("body",), source=SourceKind.HTML),
    Parser("deck.stated", "deck", find_stated, requires=("body",), source=SourceKind.HTML),
)
