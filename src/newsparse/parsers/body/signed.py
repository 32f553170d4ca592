"""Lines that say who wrote the story, where its first or last paragraph would stand."""

from __future__ import annotations

from newsparse.document import Document
from newsparse.grammar.byline import opens_byline, parse_byline
from newsparse.vocabulary import ContributorKind

__all__ = ["without_signature"]

# The longest such lines name two people and what each did: "Words: Jane Doe Photos: Ann Poe".
_MAX_LINE = 90
_MOSTLY = 0.4
# A story of fewer blocks may consist of such lines.
_LEAST = 3


def without_signature(document: Document, story: list[tuple[int, float]]) -> list[tuple[int, float]]:
    """Return the blocks of a story, by index and confidence, without a line at either end that only names its makers."""
    if len(story) < _LEAST:
        return story
    start = int(_names_makers(document.blocks[story[0][0]].plain))
    stop = len(story) - _names_makers(document.blocks[story[-1][0]].plain)
    return story[start:stop]


def _names_makers(plain: str) -> bool:
    """Whether a line opens with a lead and is hardly more than full names: "By Jane Doe"; not "By Monday, Jane Doe had left"."""
    if len(plain) > _MAX_LINE or not opens_byline(plain):
        return False
    byline = parse_byline(plain)
    people = byline.contributors if byline is not None and byline.authors else ()
    if not people or any(person.kind is not ContributorKind.PERSON or " " not in person.name for person in people):
        return False
    return sum(len(person.name) for person in people) >= _MOSTLY * len(plain)
