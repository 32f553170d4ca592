"""The title of the story as displayed."""

from __future__ import annotations

from collections.abc import Iterator

from newsparse.claim import Claim, Draft, Parser
from newsparse.document import Document
from newsparse.model import Headline
from newsparse.parsers.readings.heading import Heading, Reading, read_heading
from newsparse.parsers.readings.titles import HeadTitle, squash
from newsparse.text import clean
from newsparse.vocabulary import SourceKind

__all__ = ["PARSERS"]

# By the precision of each source on the development corpora.
_SHOWN = 0.95
_SHOWN_ALONE = 0.8
_SHOWN_REPEAT = 0.3
_SHOWN_OTHER = 0.2
_STATED = {"linked": 0.75, "og": 0.7, "twitter": 0.6, "title": 0.5, "meta": 0.4, "alternative": 0.35, "name": 0.3}
# The head's wording when it is the heading's with its topic before it.
_WITH_TOPIC = 0.96
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
    key = squash(text)
    for block in document.blocks:
        if len(block.plain) == len(text) and block.index not in heading.blocks and squash(block.plain) == key:
            element = block.scope.element if block.scope is not None else None
            yield Claim(Headline(block.plain, span=block.whole), _SHOWN_REPEAT, element, range(block.index, block.index + 1))


def find_stated(document: Document, draft: Draft) -> Iterator[Claim]:
    """Yield the titles that the head states: the search title, the social title."""
    reading = draft.once(read_heading)
    seen: set[str] = set()
    topic = _with_topic(document, reading)
    for title in reading.titles:
        key = squash(title.text)
        if key in seen:
            continue
        seen.add(key)
        whole = _uncut(title, reading.titles)
        node = Headline(whole.text, pointer=whole.pointer)
        if title is topic and reading.heading is not None:
            yield Claim(node, _WITH_TOPIC, title.element, reading.heading.blocks)
        else:
            yield Claim(node, _STATED[title.source], whole.element, None)


def _with_topic(document: Document, reading: Reading) -> HeadTitle | None:
    """Return the head's title when JSON-LD and social title agree on the heading with a topic before it.

    "Nairobi from below" is printed under the topic "Kenya" and called "Kenya: Nairobi from below" by both.
    """
    linked = next((title for title in reading.titles if title.source == "linked"), None)
    social = next((title for title in reading.titles if title.source == "og"), None)
    if reading.heading is None or linked is None or social is None:
        return None
    key, shown = squash(linked.text), squash(document.text[reading.heading.title.slice])
    return linked if key == squash(social.text) and key != shown and key.endswith(shown) and len(shown) * 3 > len(key) else None


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
