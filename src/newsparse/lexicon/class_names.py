"""What the class names of elements say that they hold: words in a table, the kind of the earlier row wins."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from newsparse.lexicon import table
from newsparse.vocabulary import BoilerplateKind

__all__ = ["kind_of_names"]

# A longer word is known by its first letters: "recommendations", "sponsoring".
_STEM = 6
# Pages dressed by utility classes give an element fifty words; what it is stands first.
_MAX_WORDS = 12
_JOINTS = "-_:/."


class _Words(NamedTuple):
    """The words of the table, each with the number of its row."""

    kinds: tuple[BoilerplateKind, ...]
    rows: dict[str, int]
    stems: dict[str, int]


@cache
def _words() -> _Words:
    """Return the table, laid out to be asked word by word: one pattern of all costs as much as the whole parse of a page."""
    named: dict[str, list[str]] = table("class_names")
    rows: dict[str, int] = {}
    stems: dict[str, int] = {}
    for row, words in enumerate(named.values()):
        for word in words:
            rows.setdefault(word, row)
    for word, row in rows.items():
        if len(word) > _STEM:
            stems.setdefault(word[:_STEM], row)
    return _Words(tuple(BoilerplateKind(kind) for kind in named), rows, stems)


def kind_of_names(names: str) -> BoilerplateKind | None:
    """Return what class and id, in small letters, say; `None` when they say nothing.

    Evidence for what no field wants, never against a story.

    >>> kind_of_names("post-footer share-buttons").value, kind_of_names("story")
    ('share', None)
    """
    kinds, rows, stems = _words()
    best = len(kinds)
    for joint in _JOINTS:
        names = names.replace(joint, " ")
    for word in names.split(None, _MAX_WORDS)[:_MAX_WORDS]:
        row = rows.get(word)
        if row is None and len(word) > _STEM:
            row = stems.get(word[:_STEM])
        if row is not None and row < best:
            best = row
    return kinds[best] if best < len(kinds) else None
