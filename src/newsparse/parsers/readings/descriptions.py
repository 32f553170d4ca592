"""What a page's head says the story is about, and how well a printed block agrees with that."""

from __future__ import annotations

from typing import NamedTuple

from newsparse.document import Document
from newsparse.linked import text_of
from newsparse.text import fold

__all__ = ["META", "Description", "agreement", "read_descriptions"]

META = ("og:description", "description", "twitter:description", "dc.description", "sailthru.description")
"""The names of meta tags that describe a story, the likeliest to be what is printed first."""
_SHORTEST = 20
# A description that is cut off says enough from here on.
_STEM = 40
_OPENS = 0.9
_EDGES = ".…[] "


class Description(NamedTuple):
    """A description that the head states."""

    text: str
    """The description as it is compared."""
    stem: str
    """The same without the marks of a cut at its end."""
    words: frozenset[str]
    """Its words."""


def read_descriptions(document: Document) -> tuple[Description, ...]:
    """Return the head's descriptions, once each."""
    found = [value.text for key in META for value in document.metadata.meta.get(key, ())]
    found += [text for node in document.story_nodes()[:1] if (text := text_of(node.data.get("description")))]
    folded = dict.fromkeys(fold(text) for text in dict.fromkeys(found))
    return tuple([Description(text, text.rstrip(_EDGES), frozenset(text.split())) for text in folded if len(text) > _SHORTEST])


def agreement(plain: str, descriptions: tuple[Description, ...]) -> float:
    """Return how well a block agrees with a description: 1 for the same text, less for a cut or an edited one."""
    best, own = 0.0, ""
    words: frozenset[str] = frozenset()
    for text, stem, others in descriptions:
        if len(plain) * 2 < len(text):
            continue
        if not own:
            own = fold(plain)
        if own == text or own.rstrip(".") == stem:
            return 1.0
        if len(stem) > _STEM and own.startswith(stem):
            best = max(best, _OPENS)
        elif 0.5 < len(own) / len(text) < 2:
            words = words or frozenset(own.split())
            best = max(best, len(words & others) / max(len(words), len(others)))
    return best
