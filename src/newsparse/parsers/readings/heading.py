"""Where the story's title stands on the page: a reading that headline, kicker and deck share."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet

from attrs import frozen

from newsparse.document import Block, Document, Scope
from newsparse.lexicon.phrases import kind_of, menu_of
from newsparse.model import Span
from newsparse.parsers.readings.parting import part_heading
from newsparse.parsers.readings.site import site_names
from newsparse.parsers.readings.titles import HeadTitle, head_titles, leads_home, segments
from newsparse.text import clean, squash

__all__ = ["Heading", "Reading", "is_in_masthead", "likeness", "read_heading", "words_of"]

# Half of the words in common with a title of the head; tuned on fundus and newssites2023.
_LIKE_TITLE = 0.5
# Less than this says little of the title: of seven development pages on which a lower heading says more of it, the three
# below are headed by a section's label, the four above by a title that differs from the head's.
_LITTLE = 0.7
# A lone heading that shares nothing with the head is believed from four words on ("Welcome!" is not).
_LONE_WORDS = 4
# Where more of them share nothing with the head, they are the labels of boxes.
_FEW = 2
# A title has a handful of parts; runs of them are taken up to here.
_MOST_PARTS = 12
_MAX_HEADING = 400
_LEAST_SAID = 8
# So near below a trail that ends in a heading the headline stands.
_BELOW = 4
# Characters that join a label and a title.
_JOINT = 3
_HEADINGS = frozenset(("h1", "h2", "h3", "h4"))
# Elements that no heading holds; most blocks stand in one.
_NO_HEADING = frozenset(("p", "li", "td", "th", "figcaption", "h2", "h3", "h4", "h5", "h6", "dd", "dt", "label", "option", "button"))
_WORDS = re.compile(r"\w+")


@frozen
class _Head:
    """What headings are held against."""

    titles: tuple[HeadTitle, ...]
    """What the head says, likeliest first."""
    words: Mapping[str, frozenset[str]]
    """The words of each wording, by its key."""
    sources: Mapping[str, str]
    """Where each wording stands first, by its key."""
    names: frozenset[str]
    """What the page's site is called, letters and digits alone."""


@frozen
class Heading:
    """A heading of the page that may be the story's title."""

    scope: Scope
    """The heading's element, or the block's own."""
    blocks: range
    """The blocks that it is made of."""
    title: Span
    """The title in the document's text, kicker left out."""
    kicker: Span | None
    """A label that stands inside the heading, before the title."""
    score: float
    """How well it fits the titles of the head, 0 to 1.2; below 0 for the site's name."""
    fit: float
    """The same, less where one has many words more than the other: for the choice among headings."""
    key: str
    """Letters and digits of the title alone."""


@frozen
class Reading:
    """All that is known of the page's title."""

    heading: Heading | None
    """The heading that is the title; `None` when none is believed."""
    others: tuple[Heading, ...]
    """First-level headings that are not."""
    titles: tuple[HeadTitle, ...]
    """What the head says, likeliest first."""
    names: frozenset[str]
    """What the page's site is called, letters and digits alone."""


def is_in_masthead(scope: Scope | None, heading: Scope | None) -> bool:
    """Return whether an element stands in a `header` that the heading is not in: the site's, with what it says of itself."""
    if scope is None or heading is None or "header" not in scope.within:
        return False
    return not heading.stands_in(next(outer for outer in scope.around() if outer.tag == "header"))


def read_heading(document: Document) -> Reading:
    """Return where the title stands and what the head calls it."""
    names = site_names(document)
    titles = tuple(head_titles(document, names))
    sources = {title.key: title.source for title in reversed(titles)}
    words = {text: words_of(text) for text in {title.text for title in titles}}  # most pages say one title in four places
    head = _Head(titles, {title.key: words[title.text] for title in titles}, sources, names)
    found = [_rated(document, scope, blocks, head) for scope, blocks in _first_level(document)]
    shown = [heading for heading in found if heading is not None]
    best = max(shown, key=lambda heading: heading.fit, default=None)
    rejected = {index for heading in shown if heading.score < 0 for index in heading.blocks}
    if best is not None and best.score >= _LIKE_TITLE:
        best = _below_name(document, best, titles) or _below_label(document, best, titles, names) or best
    else:
        best = _said_again(document, sources.keys() - names, rejected)
        if best is None:
            plausible = [heading for heading in shown if heading.score >= 0]
            lone = [heading for heading in plausible if _may_stand_alone(document.text[heading.title.slice])]
            best = (
                lone[0]
                if len(lone) == 1 and len(plausible) <= _FEW
                else _said_again(document, _segment_keys(titles) - names, rejected, anywhere=True)
            )
    if best is not None:
        best = _linked_below(document, best, titles) or best
    if best is not None and best.kicker is None:
        best = _parted_again(document, best, sources) or best
    return Reading(best, tuple(heading for heading in shown if heading is not best), titles, names)


def _linked_below(document: Document, heading: Heading, titles: tuple[HeadTitle, ...]) -> Heading | None:
    """Return the heading right below one that linked data calls the headline, and the upper one not.

    A trail of links may end in a first-level heading with the search title, above the headline as printed.
    """
    stated = {title.key for title in titles if title.source == "linked"}
    if any(key.endswith(heading.key) for key in stated):  # the same, perhaps with a topic before it
        return None
    for block in document.blocks[heading.blocks.stop : heading.blocks.stop + _BELOW]:
        if block.tag in _HEADINGS and block.scope is not None and (key := squash(block.plain)) in stated and not block.scope.hidden:
            return Heading(block.scope, block.own, block.whole, None, heading.score, heading.fit, key)
    return None


def _parted_again(document: Document, heading: Heading, sources: Mapping[str, str]) -> Heading | None:
    """Return the heading that says a heading's words again with a label before the title, told by its elements.

    For machines, some pages write label and title in one piece, and print them further down one above the other.
    """
    sizes = range(heading.title.end - heading.title.start - _JOINT, heading.title.end - heading.title.start + _JOINT + 1)
    for block in document.blocks[heading.blocks.stop :]:
        if block.tag not in _HEADINGS or len(block.plain) not in sizes or block.scope is None or squash(block.plain) != heading.key:
            continue
        title, kicker = part_heading(document, block.scope, block.whole, heading.key, sources)
        if kicker is not None and not block.scope.hidden:
            key = squash(document.text[title.slice])
            return Heading(block.scope, block.own, title, kicker, heading.score, heading.fit, key)
    return None


def _may_stand_alone(text: str) -> bool:
    """Return whether a heading may be the title that the head says nothing of: not the newest entry of a live report."""
    if "+++" in text or kind_of(text) is not None or menu_of(text) is not None:
        return False
    return len(text.split()) >= _LONE_WORDS or (not text.isascii() and " " not in text and len(text) >= 10)


def _first_level(document: Document) -> Iterator[tuple[Scope, range]]:
    """Yield the `h1` elements with their blocks."""
    scope: Scope | None = None
    first = 0
    for block in document.blocks:
        around = block.scope
        own = _heading_scope(block) if around is not None and "h1" in around.within else None
        if own is not scope:
            if scope is not None:
                yield scope, range(first, block.index)
            scope, first = own, block.index
    if scope is not None:
        yield scope, range(first, len(document.blocks))


def _heading_scope(block: Block) -> Scope | None:
    """Return the `h1` that a block stands in, at most three levels up; `None` elsewhere."""
    scope = block.scope
    if scope is None or scope.tag in _NO_HEADING:
        return None
    for _ in range(4):
        if scope is None or scope.tag == "h1":
            return scope
        scope = scope.parent
    return None


def words_of(text: str) -> frozenset[str]:
    """Return the words of a title, without case."""
    return frozenset(_WORDS.findall(text.casefold()))


def _overlap(words: frozenset[str], others: frozenset[str]) -> float:
    """Return the share of common words: of the shorter text, or of the longer when one has a single word."""
    if not words or not others:
        return 0.0
    common = len(words & others)
    short, long = sorted((len(words), len(others)))
    return common / (short if short > 1 else long)


def likeness(words: frozenset[str], others: frozenset[str]) -> float:
    """Return the share of common words in both texts together."""
    return 2 * len(words & others) / (len(words) + len(others) or 1)


def _rated(document: Document, scope: Scope, blocks: range, head: _Head) -> Heading | None:
    """Return a heading with its score; `None` for a hidden or an endless one."""
    first, last = document.blocks[blocks.start], document.blocks[blocks.stop - 1]
    if scope.hidden or last.end - first.start > _MAX_HEADING:
        return None
    whole = Span(first.start, last.end)
    text = first.plain if first is last else clean(document.text[whole.slice])
    key = squash(text)
    if not key:
        return None
    words = words_of(text)
    score = max((_overlap(words, others) for others in head.words.values()), default=0.0)
    if score < 1 and any(_holds(key, other) for other in head.words):
        score = 1.0
    fit = (score + max((likeness(words, others) for others in head.words.values()), default=0.0)) / 2
    if _is_logo(first, key, head):
        score = fit = -1.0
    elif not scope.within.isdisjoint(("article", "main")):
        score += 0.2
        fit += 0.2
    title, kicker = part_heading(document, scope, whole, key, head.sources)
    return Heading(scope, blocks, title, kicker, score, fit, key if title == whole else squash(document.text[title.slice]))


def _holds(one: str, other: str) -> bool:
    """Return whether one squashed title holds the other, which is not much shorter: for scripts without spaces."""
    short, long = sorted((one, other), key=len)
    return len(short) >= 6 and len(short) * 2 >= len(long) and short in long


def _is_logo(block: Block, key: str, head: _Head) -> bool:
    """Return whether a heading is the site's name: known as such, or a link to the front page at the end of the title."""
    if key in head.names and key not in head.sources:
        return True
    anchors = block.anchors() if block.link_density >= 0.9 else []
    if not anchors:
        return False
    if leads_home(anchors[0].get("href") or ""):
        return True
    if key in head.sources:  # the rest of a page's title is the site's name: "The Post - Rebels enter city"
        return False
    return any(len(parts := segments(title.raw)) > 1 and squash(parts[-1]) == key for title in head.titles)


def _below_name(document: Document, heading: Heading, titles: tuple[HeadTitle, ...]) -> Heading | None:
    """Return the heading below one that is but the end of the page's title, where it says the rest of that: the end is a name."""
    parts = segments(titles[-1].raw) if titles else []
    if len(parts) < 2 or squash(parts[-1]) != heading.key:
        return None
    wanted = {key for part in parts[:-1] if len(key := squash(part)) > len(heading.key)}
    return _said_again(document, wanted, set(range(heading.blocks.stop))) if wanted else None


def _below_label(document: Document, heading: Heading, titles: tuple[HeadTitle, ...], names: frozenset[str]) -> Heading | None:
    """Return the heading below one that shares some words with the page's title, where it says a longer part of it word for word."""
    if heading.fit >= _LITTLE:
        return None
    wanted = {key for key in _segment_keys(titles) - names if len(key) > len(heading.key)}
    found = _said_again(document, wanted, set(range(heading.blocks.stop)))
    return found if found is not None and not _is_one_of_many(document, found) else None


def _is_one_of_many(document: Document, heading: Heading) -> bool:
    """Return whether headings set alike follow, in elements of one look: those are a text's sections."""
    own = _look(heading.scope)
    following = document.blocks[heading.blocks.stop :]
    return any(block.tag == own[0] and block.scope is not None and _look(block.scope) == own for block in following)


def _look(scope: Scope) -> tuple[str, str, str]:
    """Return tag and names of a heading's element, and the names of the element around it."""
    return scope.tag, scope.names, scope.parent.names if scope.parent is not None else ""


def _segment_keys(titles: tuple[HeadTitle, ...]) -> set[str]:
    """Return what the page's title says, whole and in parts."""
    wanted = {title.key for title in titles}
    for title in titles[-1:]:
        parts = segments(title.raw)[:_MOST_PARTS]
        wanted.update(squash("".join(parts[i:j])) for i in range(len(parts)) for j in range(i + 1, len(parts) + 1))
    return wanted


def _said_again(document: Document, wanted: AbstractSet[str], rejected: set[int], *, anywhere: bool = False) -> Heading | None:
    """Return the first heading, else with `anywhere` the first block that is no link, that says one of these and nothing else."""
    wanted = {key for key in wanted if len(key) >= _LEAST_SAID}
    if not wanted:
        return None
    sizes = range(min(map(len, wanted)), max(map(len, wanted)) * 2 + 20)
    best: Block | None = None
    for block in document.blocks:
        if len(block.plain) not in sizes or not (block.tag in _HEADINGS or (anywhere and best is None and block.link_density < 0.5)):
            continue
        scope = block.scope
        if scope is None or (key := squash(block.plain)) not in wanted or scope.hidden or block.index in rejected:
            continue
        if block.tag in _HEADINGS and anywhere and best is not None and best.tag in _HEADINGS and len(key) <= len(squash(best.plain)):
            continue
        best = block
        if block.tag in _HEADINGS and not anywhere:
            break
    if best is None or best.scope is None:
        return None
    return Heading(best.scope, best.own, best.whole, None, 0.9, 0.9, squash(best.plain))
