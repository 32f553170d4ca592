"""What a block's words say about it: boilerplate's words, the title's, a stated body's. For the doubtful few: words are dear."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from itertools import islice

from newsparse.document import HEADINGS, Document
from newsparse.linked import listed
from newsparse.parsers.body.features import Page
from newsparse.parsers.body.glance import TAGS
from newsparse.text import words_of

__all__ = ["NAMES", "Reading"]

NAMES = (
    "since_heading", "heading_words", "words", "title_words", "stated", "described",
    "from_headline", "page_mass", "style_count", "relative_to_style", "depth", "tag", "said", "names_author",
)  # fmt: skip
"""What each number says, in order."""

# A longer line is no heading, whatever its tag.
_HEADING = 120
# How far into a block its words are listened to.
_HEARD = 200
# Shorter words of a title stand in any text.
_TELLING = 4
# The story states its summary again, if at all, among the first candidates.
_OPENING = 15
# A page states one body, rarely two; more are other pages' or hostile.
_BODIES = 3
# So many authors are asked for, by names of so many characters.
_AUTHORS = 3
_NAMES = range(5, 40)
# For blocks without a heading above, or pages without a headline.
_FAR = 1000
_DESCRIPTIONS = ("og:description", "description", "twitter:description")


class Reading:
    """What is known of a page's words, to read its doubtful candidates against."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._known = page.learned.words
        blocks, document = page.blocks, page.document
        self._heads = [block.index for block in blocks if block.tag in HEADINGS and len(block.plain) < _HEADING]
        self._sounds: dict[int, float] = {}
        self._said = Counter([block.plain for block in blocks])
        self._authors = _stated_authors(document)
        self._bodies = _stated_bodies(document)
        meta = document.metadata.meta
        stated = [" ".join(meta[name][0].text.split()) for name in _DESCRIPTIONS if name in meta]
        self._descriptions = [text for text in dict.fromkeys(stated) if len(text) > 30]
        title = document.metadata.title
        named = blocks[page.headline].plain if page.headline >= 0 else title.text if title is not None else ""
        self._title = frozenset([word for word in words_of(named) if len(word) >= _TELLING])

    def numbers(self, k: int) -> list[float]:
        """Return the numbers of `NAMES` for the candidate of that place among the candidates."""
        page = self._page
        i = page.candidates[k]
        block, style, headline = page.blocks[i], page.styles[k], page.headline
        plain, tokens = block.plain, words_of(block.plain[:_HEARD])
        size = len(plain)
        heading = self._heading_above(i)
        scope = block.scope
        return [
            i - heading if heading >= 0 else _FAR,
            self._sound(heading) if heading >= 0 else 0.0,
            self._loud(tokens),
            len(self._title.intersection(tokens)) / len(self._title) if self._title else -1,
            self._is_stated(plain) if self._bodies else 0,
            self._describes(plain) if k < _OPENING else 0,
            i - headline if headline >= 0 else -_FAR,
            page.total,
            style.count,
            size * style.count / style.chars,
            scope.depth if scope is not None else 0,
            TAGS.get(block.tag, 0),
            self._said[plain],
            self._names_author(plain),
        ]

    def _heading_above(self, i: int) -> int:
        """Return the index of the last heading above a block, or -1."""
        place = bisect_left(self._heads, i)
        return self._heads[place - 1] if place else -1

    def _loud(self, tokens: list[str]) -> float:
        """Return how much some words sound like boilerplate: what each of its words counts, in sum."""
        known = self._known
        return sum([known[token] for token in tokens if token in known])

    def _sound(self, heading: int) -> float:
        """Return how much the words of a heading sound like boilerplate."""
        sound = self._sounds.get(heading)
        if sound is None:
            sound = self._sounds[heading] = self._loud(words_of(self._page.blocks[heading].plain))
        return sound

    def _is_stated(self, plain: str) -> int:
        """Return 2 where the page's data states a body that holds the block, 1 where it does not, 0 for a few letters."""
        if len(plain) < 20:
            return 0
        # typographic marks differ between page and data: it is enough that the beginning or the end is there
        start, end = plain[:40], plain[-40:]
        for body in self._bodies:
            if start in body or end in body:
                return 2
        return 1

    def _names_author(self, plain: str) -> int:
        """Return whether a block names one of the authors that the page states, as lines about them do; -1 where it states none."""
        if not self._authors:
            return -1
        for name in self._authors:  # a generator costs as much as the search
            if name in plain:
                return 1
        return 0

    def _describes(self, plain: str) -> int:
        """Return 2 where one of the head's descriptions is this text, 1 where one holds the start of the other, else 0."""
        stated = self._descriptions
        if not stated or not 30 < len(plain) < 500:
            return 0
        if plain in stated:
            return 2
        return int(any(plain[:40] in other or other[:40] in plain for other in stated))


def _stated_authors(document: Document) -> frozenset[str]:
    """Return the first names that the page states as its authors': links to them and the story's data."""
    names: list[object] = [value.text for value in document.metadata.authors[:_AUTHORS]]
    for node in document.story_nodes()[:1]:
        for person in listed(node.data.get("author"))[:_AUTHORS]:
            names.append(person.get("name") if isinstance(person, dict) else person)
    return frozenset([name for name in names if isinstance(name, str) and len(name) in _NAMES])


def _stated_bodies(document: Document) -> list[str]:
    """Return the first bodies that the page's data states, white space collapsed."""
    bodies = (node.get("articleBody") for node, _, _ in document.metadata.nodes)
    return [_collapsed(body) for body in islice((body for body in bodies if isinstance(body, str) and len(body) > 200), _BODIES)]


def _collapsed(text: str) -> str:
    """Return a text with its white space collapsed; most have none to collapse, which is told ten times as fast."""
    return " ".join(text.split()) if "\n" in text or "  " in text or "\xa0" in text or "\t" in text else text
