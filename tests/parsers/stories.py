"""A story in three paragraphs, for tests of what is printed around one."""

from __future__ import annotations

import newsparse
from newsparse.model import Article

PROSE = (
    "The rebels entered the city at dawn on Friday, and the army withdrew to the north, officials and residents said to the press.",
    "The governor called on people to stay in their homes until the fighting in the western suburbs had come to an end for good.",
    "Aid groups said that thousands had left the city on foot since Thursday, and that the hospitals were running out of fuel.",
)


def text(*lines: str, tail: tuple[str, ...] = ()) -> Article:
    """Return the article of a text with lines under its headline and others behind its story."""
    return newsparse.parse("\n\n".join(("Rebels enter the city in the north", *lines, *PROSE, *tail)))


def names(article: Article) -> list[str]:
    """Return the names of an article's authors."""
    return [person.name for person in article.authors]
