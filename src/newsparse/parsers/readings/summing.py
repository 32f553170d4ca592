"""Whether the words of a line may sum a story up: a reading of single blocks for the search of the deck."""

from __future__ import annotations

from newsparse.document import Block
from newsparse.grammar.byline import parse_byline
from newsparse.grammar.credit import parse_caption
from newsparse.grammar.dateline import parse_dateline
from newsparse.grammar.notes import phrased_note, read_note
from newsparse.grammar.timestamp import find_timestamps
from newsparse.lexicon.phrases import hint_of, kind_of
from newsparse.vocabulary import Role

__all__ = ["HEADINGS", "SHORT", "is_line", "is_odd", "is_sentence", "names_author", "states_facts", "sums_up"]

SHORT = 40
"""A line with fewer characters is a label rather than a sentence."""
HEADINGS = frozenset(("h2", "h3", "h4"))
"""Headings in which decks stand, and bylines do not."""
_MAX_BYLINE = 80
# The digits of a year; a date has more.
_YEAR = 4
_STOPS = frozenset(".!?…。！？।")
# A line of facts about the story has fewer characters.
_MAX_FACTS = 80
_ENDS = " .)"
_TIMES = frozenset(("published", "modified"))
_CLOSING = "\"'”“’»«)"


def names_author(block: Block) -> bool:
    """Return whether a short block outside menus and headings names somebody as the author."""
    if len(block.plain) > _MAX_BYLINE or block.tag in HEADINGS or block.scope is None or "nav" in block.scope.within:
        return False
    byline = parse_byline(block.plain)
    return byline is not None and any(Role.AUTHOR in contributor.roles for contributor in byline.contributors)


def is_sentence(plain: str) -> bool:
    """Return whether a line is long enough for a sentence and ends like one."""
    return len(plain) >= SHORT and plain.rstrip(_CLOSING)[-1:] in _STOPS


def is_line(block: Block) -> bool:
    """Return whether a block is a line of words that holds no date and does not name its author."""
    return len(block.plain) >= SHORT and sum(map(str.isdigit, block.plain)) <= _YEAR and not names_author(block)


def sums_up(plain: str) -> bool:
    """Return whether a sentence may sum a story up: it is no note about it, no caption, and opens with no dateline."""
    return not is_odd(plain) and read_note(plain) is None and phrased_note(plain) is None and parse_dateline(plain) is None


def is_odd(plain: str) -> bool:
    """Return whether a line's words are those of a label, a prompt or a caption."""
    return plain.endswith(":") or hint_of(plain) is not None or kind_of(plain) is not None or parse_caption(plain).confidence >= 0.9


def states_facts(plain: str) -> bool:
    """Return whether a short line says when the story was published, or counts something behind a bar: "by jane | in News | 0"."""
    if len(plain) > _MAX_FACTS or not any(map(str.isdigit, plain)):
        return False
    if any(part.strip().isdigit() for part in plain.split("|")[1:]):
        return True
    dates = find_timestamps(plain)
    return bool(dates) and dates[-1].label in _TIMES and plain.rstrip(_ENDS).endswith(dates[-1].timestamp.text.rstrip(_ENDS))
