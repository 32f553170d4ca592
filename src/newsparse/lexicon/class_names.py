"""What the class names of elements say that they hold: one table, by kinds of boilerplate and by parts of an article.

The words of a kind are whole words, and the kind of the earlier row wins. Those of a part are
patterns: of a `word`, of its `start`, or of what may stand anywhere `within` the names.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from newsparse.lexicon import table
from newsparse.vocabulary import BoilerplateKind

__all__ = ["is_called", "kind_of_names"]

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
    named: dict[str, list[str]] = table("class_names")["boilerplate"]
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


def is_called(names: str, *parts: str) -> bool:
    """Return whether class and id, in small letters, say that an element holds one of some parts of the table.

    >>> is_called("post-tags", "tags"), is_called("stage", "tags"), is_called("photo-credit", "byline", "picture_maker")
    (True, False, True)
    """
    return _pattern(parts).search(names) is not None


@cache
def _pattern(parts: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of how elements are called that hold one of some parts."""
    rows = table("class_names")["parts"]
    return re.compile("|".join([_source(rows[part]) for part in parts]))


def _source(row: Mapping[str, list[str]]) -> str:
    """Return the pattern of one row of the table."""
    unless = f"(?!{'|'.join(row['unless_before'])})" if "unless_before" in row else ""
    words = [f"(?<![a-z])(?:{'|'.join(row['word'])})(?![a-z]){unless}"] if "word" in row else []
    starts = [f"(?<![a-z])(?:{'|'.join(row['start'])})"] if "start" in row else []
    return "|".join([*words, *starts, *row.get("within", ())])
