"""What the folders of an address say that it leads to: the page of a topic, a person, a series."""

from __future__ import annotations

import re
from functools import cache

from newsparse.lexicon import table

__all__ = ["leads_to"]


def leads_to(address: str, *kinds: str) -> bool:
    """Return whether an address leads to something of some kinds: `topic`, `person`, `series` or `search`.

    >>> leads_to("/news/topics/bridges", "topic"), leads_to("/topical-news/bridges", "topic")
    (True, False)
    >>> leads_to("https://news.example.org/autor/jane-doe", "person"), leads_to("/people", "person")
    (True, False)
    """
    return _pattern(kinds).search(address) is not None


@cache
def _pattern(kinds: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of addresses of some kinds: the folder, and behind it the name; a topic's may be glued to it."""
    folders = table("folders")
    return re.compile("|".join([f"/(?:{'|'.join(folders[kind])}){'[/=-]' if kind == 'topic' else '/'}" for kind in kinds]), re.I)
