"""What changed between two versions of a story: fields, paragraphs, and the words inside a paragraph."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from enum import Enum
from itertools import takewhile

from attrs import frozen

from newsparse.errors import SourceError
from newsparse.model import SINGLE, Article, Node
from newsparse.text import fold

__all__ = ["ArticleDiff", "Change", "FieldChange", "ParagraphChange", "WordChange", "diff"]

_LISTS = ("figures", "notes", "tags")

# Two paragraphs that share this part of their words are one that was edited. Tuned on pairs of
# made-up edits: a sentence added to a two-sentence paragraph must still pair, two paragraphs of
# one story that only share names and articles must not.
_ALIKE = 0.5
# Pairs of changed paragraphs beyond this many are not compared word by word with each other, and
# paragraphs beyond this many words are shown as replaced whole: both would cost the square.
_MOST_PAIRS = 10_000
_MOST_WORDS = 3_000


class Change(str, Enum):
    """What happened to a part of the story."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"
    KEPT = "kept"

    def __str__(self) -> str:
        """Return the value, on every Python."""
        return str(self.value)


@frozen
class FieldChange:
    """A field that says something else than before."""

    field: str
    """The field's name in `Article`."""
    old: str | None
    """What it said; `None` when it was absent."""
    new: str | None
    """What it says; `None` when it is absent."""


@frozen
class WordChange:
    """A run of words inside a paragraph."""

    change: Change
    """`KEPT`, `ADDED` or `REMOVED`."""
    text: str
    """The words, with the spaces between them."""


@frozen
class ParagraphChange:
    """A block of the body and what happened to it."""

    change: Change
    """What happened."""
    old: int | None
    """Its index in the old body; `None` when it was added."""
    new: int | None
    """Its index in the new body; `None` when it was removed."""
    words: tuple[WordChange, ...] = ()
    """The words of a changed block, old and new, in reading order; empty otherwise."""


@frozen
class ArticleDiff:
    """What changed from one version of a story to another."""

    old: Article
    """The earlier version."""
    new: Article
    """The later version."""
    fields: tuple[FieldChange, ...]
    """The fields that changed, in the order of the model."""
    body: tuple[ParagraphChange, ...]
    """All blocks of both bodies in reading order, the kept ones too."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing that the article says has changed."""
        return not self.fields and not self.changes

    @property
    def changes(self) -> tuple[ParagraphChange, ...]:
        """The blocks of the body that were not kept as they were."""
        return tuple(change for change in self.body if change.change is not Change.KEPT)


def diff(old: Article, new: Article) -> ArticleDiff:
    """Return what changed from `old` to `new`: by their values, not by where these stand in the page.

    Raises:
        SourceError: one of them is not an `Article`.

    >>> from newsparse import parse
    >>> old, new = (parse(f"Bridge {done}\\n\\nThe mayor opened the new bridge on Monday.") for done in ("closed", "open"))
    >>> [(field.field, field.old, field.new) for field in diff(old, new).fields], diff(old, old).is_empty
    ([('headline', 'Bridge closed', 'Bridge open')], True)
    """
    for name, article in (("old", old), ("new", new)):
        if not isinstance(article, Article):
            raise SourceError(f"diff: {name}", expected="an Article", got=type(article).__name__)
    return ArticleDiff(old, new, tuple(_fields(old, new)), tuple(_body([n.text for n in old.body], [n.text for n in new.body])))


def _fields(old: Article, new: Article) -> Iterator[FieldChange]:
    for name in SINGLE:
        before, after = _said(getattr(old, name)), _said(getattr(new, name))
        if before != after:
            yield FieldChange(name, before, after)
        if name == "byline":
            names = [", ".join(author.name for author in article.authors) or None for article in (old, new)]
            if names[0] != names[1]:
                yield FieldChange("authors", *names)
    for name in _LISTS:
        yield from _listed(name, getattr(old, name), getattr(new, name))


def _said(node: Node | None) -> str | None:
    return node.text if node is not None else None


def _listed(name: str, old: Sequence[Node], new: Sequence[Node]) -> Iterator[FieldChange]:
    """Yield the values of a field of many that went or came."""
    before, after = Counter(node.text for node in old), Counter(node.text for node in new)
    yield from (FieldChange(name, text, None) for text in (before - after).elements())
    yield from (FieldChange(name, None, text) for text in (after - before).elements())


def _body(old: list[str], new: list[str]) -> Iterator[ParagraphChange]:
    """Yield what happened to each block, in the order of the new body with removed ones where they stood."""
    moved = _moved(old, new)
    for step, i, i_end, j, j_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if step == "equal":
            yield from (ParagraphChange(Change.KEPT, i + n, j + n) for n in range(i_end - i))
        else:
            yield from _changed(old, new, range(i, i_end), range(j, j_end), moved)


def _moved(old: list[str], new: list[str]) -> dict[str, int]:
    """Return the old index of each text that stands once in either body."""
    before, after = Counter(old), Counter(new)
    return {text: i for i, text in enumerate(old) if before[text] == after[text] == 1}


def _changed(old: list[str], new: list[str], gone: range, came: range, moved: dict[str, int]) -> Iterator[ParagraphChange]:
    """Yield the changes where one stretch of the body stands in the place of another."""
    pairs = _pairs(old, new, [i for i in gone if old[i] not in moved], [j for j in came if new[j] not in moved])
    left = iter(gone)
    for j in came:
        if j in pairs:
            yield from _removed(takewhile(pairs[j].__ne__, left), old, moved)
            yield ParagraphChange(Change.CHANGED, pairs[j], j, tuple(_words(old[pairs[j]], new[j])))
        elif new[j] in moved:
            yield ParagraphChange(Change.MOVED, moved[new[j]], j)
        else:
            yield ParagraphChange(Change.ADDED, None, j)
    yield from _removed(left, old, moved)


def _removed(gone: Iterable[int], old: list[str], moved: dict[str, int]) -> Iterator[ParagraphChange]:
    """Yield the blocks that are gone; a moved one is told where it stands now."""
    return (ParagraphChange(Change.REMOVED, i, None) for i in gone if old[i] not in moved)


def _pairs(old: list[str], new: list[str], gone: list[int], came: list[int]) -> dict[int, int]:
    """Return new index to old index for blocks that are one block edited, in the same order on both sides."""
    if len(gone) * len(came) > _MOST_PAIRS:
        return {}
    bags = {
        (side, i): Counter(fold(text).split())
        for side, texts, some in ((0, old, gone), (1, new, came))
        for i, text in ((i, texts[i]) for i in some)
    }
    pairs: dict[int, int] = {}
    first = 0
    for j in came:
        scored = [(_alike(bags[0, i], bags[1, j]), -k) for k, i in enumerate(gone) if k >= first]
        best, k = max(scored, default=(0.0, 0))
        if best >= _ALIKE:
            pairs[j] = gone[-k]
            first = -k + 1
    return pairs


def _alike(one: Counter[str], other: Counter[str]) -> float:
    """Return the share of all words that stand in both."""
    common = sum((one & other).values())
    return 2 * common / ((sum(one.values()) + sum(other.values())) or 1)


def _words(old: str, new: str) -> Iterator[WordChange]:
    """Yield the words of both versions in reading order."""
    before, after = old.split(" "), new.split(" ")
    if len(before) + len(after) > _MOST_WORDS:
        yield WordChange(Change.REMOVED, old)
        yield WordChange(Change.ADDED, new)
        return
    for step, i, i_end, j, j_end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if step == "equal":
            yield WordChange(Change.KEPT, " ".join(before[i:i_end]))
            continue
        if i_end > i:
            yield WordChange(Change.REMOVED, " ".join(before[i:i_end]))
        if j_end > j:
            yield WordChange(Change.ADDED, " ".join(after[j:j_end]))
