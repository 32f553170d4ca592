"""The title of the story as displayed."""

from __future__ import annotations

from collections.abc import Iterator

from newsparse.addresses import parted
from newsparse.claim import Claim, Draft, Parser
from newsparse.document import Block, Document
from newsparse.grammar.byline import opens_byline
from newsparse.lexicon.phrases import kind_of
from newsparse.linked import types_of
from newsparse.model import Headline
from newsparse.parsers.readings.heading import Heading, Reading, likeness, read_heading, words_of
from newsparse.parsers.readings.titles import HeadTitle
from newsparse.text import clean, squash
from newsparse.vocabulary import SourceKind

__all__ = ["LATE", "PARSERS"]

# By the precision of each source on the development corpora.
_SHOWN = 0.95
_SHOWN_ALONE = 0.8
_SHOWN_REPEAT = 0.3
_SHOWN_OTHER = 0.2
_STATED = {"linked": 0.75, "og": 0.7, "twitter": 0.6, "title": 0.5, "meta": 0.4, "alternative": 0.35, "name": 0.3}
# Above the heading's own: its wording with a topic before it, or one that the whole head agrees on.
_AGREED = 0.96
# Of 20 pages on which the whole head agrees against the heading, the head was right on 5 of 6 where nearly all words
# are common and the node is no blog's; a blog system fills all four from the one field for search engines (0 of 14).
_VARIANT = 0.8
# A title that only names the site or the file.
_NAMELESS = 0.1
_OPENING = 0.45
# How far above the story its title stands where no `h1` says so, and how long it is.
_ABOVE = 12
_LENGTHS = range(8, 160)
_HEADINGS = frozenset(("h1", "h2", "h3"))
_LARGE = frozenset("4567")
# JSON-LD headlines are cut near 110 characters, with or without a sign of it.
_CUT_MARKS = "….… "


def find_shown(document: Document, draft: Draft) -> Iterator[Claim]:
    """Yield the page's heading, then what else is printed as one."""
    reading = draft.once(read_heading)
    heading = reading.heading
    if heading is not None:
        text = clean(document.text[heading.title.slice])
        confidence = _SHOWN if heading.score >= 0.5 else _SHOWN_ALONE
        yield Claim(Headline(text, span=heading.title), confidence, heading.scope.element, heading.blocks)
        yield from _repeats(document, heading, text)
    for other in reading.others:
        yield Claim(Headline(clean(document.text[other.title.slice]), span=other.title), _SHOWN_OTHER, other.scope.element, None)


def _repeats(document: Document, heading: Heading, text: str) -> Iterator[Claim]:
    """Yield the blocks that say the title again: in a bar, a trail, a print version."""
    key, size = heading.key, len(text)
    for block in [block for block in document.blocks if len(block.plain) == size]:
        if block.index not in heading.blocks and squash(block.plain) == key:
            yield Claim(Headline(block.plain, span=block.whole), _SHOWN_REPEAT, block.element, block.own)


def find_stated(document: Document, draft: Draft) -> Iterator[Claim]:
    """Yield the titles that the head states: the search title, the social title."""
    reading = draft.once(read_heading)
    seen: set[str] = set()
    agreed = _agreed(document, reading)
    for title in reading.titles:
        key = title.key
        if key in seen:
            continue
        seen.add(key)
        whole = _uncut(title, reading.titles)
        node = Headline(whole.text, pointer=whole.pointer)
        if title is agreed and reading.heading is not None:
            yield Claim(node, _AGREED, title.element, reading.heading.blocks)
        else:
            nameless = key in reading.names or (" " not in title.text and key == _file_name(document))
            yield Claim(node, _NAMELESS if nameless else _STATED[title.source], whole.element, None)


def _file_name(document: Document) -> str:
    """Return the letters and digits of the page's file, without its ending: a title that says no more is the editor program's."""
    return squash(parted(document.url or "").path.rpartition("/")[2].partition(".")[0])


def find_opening(document: Document, draft: Draft) -> Iterator[Claim]:
    """Yield the heading, else the short line in large or bold type, nearest above the story, where neither `h1` nor head gives a title."""
    story = draft.story()
    best = draft.best("headline")
    if not story or (best is not None and best.confidence > _NAMELESS):
        return
    above = document.blocks[max(0, story.start - _ABOVE) : story.start + 1]
    lines = [block for block in above if _may_open(block)]
    found = next((block for block in lines if block.tag in _HEADINGS), None) or next((block for block in lines if _is_large(block)), None)
    if found is not None and found.scope is not None:
        title = Headline(found.plain, span=found.whole)
        yield Claim(title, _OPENING, found.scope.element, found.own, _SHOWN)


def _may_open(block: Block) -> bool:
    """Return whether a block is a line that may be a title: no prose, no label, no button and no menu."""
    scope, plain = block.scope, block.plain
    if scope is None or len(plain) not in _LENGTHS or block.link_density > 0.5 or "nav" in scope.within or scope.hidden:
        return False
    return plain[-1] not in ".;," and kind_of(plain) is None and not opens_byline(plain) and any(map(str.isalpha, plain))


def _is_large(block: Block) -> bool:
    """Return whether a line is set in large or bold type."""
    if block.scope is None:
        return False
    if block.strong_chars >= 0.9 * len(block.plain):
        return True
    sizes = [(font.get("size") or "") for font, _ in zip(block.scope.element.iter("font"), range(3), strict=False)]
    return any(size.startswith("+") or size in _LARGE for size in sizes)


def _agreed(document: Document, reading: Reading) -> HeadTitle | None:
    """Return the head's title that goes before the heading's wording, or `None`.

    "Nairobi from below" is printed under the topic "Kenya" and called "Kenya: Nairobi from below"
    by linked data and social title both. And where linked data, social title and the card for
    short messages all have one wording, from which the heading hardly differs, it is the publisher's.
    """
    stated = {title.source: title for title in reversed(reading.titles)}
    linked, social, card = stated.get("linked"), stated.get("og"), stated.get("twitter")
    if reading.heading is None or linked is None or social is None:
        return None
    printed = document.text[reading.heading.title.slice]
    key, shown = linked.key, squash(printed)
    if key != social.key or key == shown:
        return None
    if key.endswith(shown) and len(shown) * 3 > len(key):
        return linked
    if card is None or card.key != key or likeness(words_of(printed), words_of(linked.text)) < _VARIANT:
        return None
    return None if "blogposting" in types_of(document.story_nodes()[0].data) else linked


def _uncut(title: HeadTitle, titles: tuple[HeadTitle, ...]) -> HeadTitle:
    """Return the longer wording of a title that was cut off, else the title itself."""
    stem = title.text.rstrip(_CUT_MARKS)
    if len(stem) == len(title.text) or len(stem) < 40:
        return title
    return next((other for other in titles if len(other.text) > len(stem) + 3 and other.text.startswith(stem)), title)


PARSERS = (
    Parser("headline.shown", "headline", find_shown, source=SourceKind.HTML),
    Parser("headline.stated", "headline", find_stated, source=SourceKind.HTML),
)
LATE = (Parser("headline.opening", "headline", find_opening, requires=("body",), source=SourceKind.HTML),)
