"""Text in the columns of a printed paper becomes paragraphs."""

from __future__ import annotations

from newsparse.readers import read

CLIPPING = """\
TWO BOYS FIND
A CHEST OF SILVER

Dug Up Behind the Mill

HARLOW, June 3.—Two brothers who
were digging for worms behind the
mill on Sunday came upon an oaken
chest that held forty pounds of sil-
ver and a letter of the year 1794.
    The letter asks the finder to be
good enough to pay the baker, whose
great-grandson has put in a claim.

Nobody else has come forward. The
chest may be seen at the town hall
until Friday, when it goes to the cap-
ital for study.
"""


def _plain(text: str) -> list[str]:
    return [block.plain for block in read(text, source="text").blocks]


def test_columns_become_paragraphs() -> None:
    """Broken words are whole again, and a paragraph ends at a blank line or where the next one stands in."""
    title, deck, first, second, third = _plain(CLIPPING)
    assert ("TWO BOYS FIND A CHEST OF SILVER", "Dug Up Behind the Mill") == (title, deck)
    assert first.endswith("held forty pounds of silver and a letter of the year 1794.")
    assert second.startswith("The letter asks")
    assert third.endswith("goes to the capital for study.")


def test_columns_end_a_paragraph_at_a_short_last_line() -> None:
    """Without blank lines and indents a short line that ends a sentence ends the paragraph."""
    tight = CLIPPING.replace("    The", "The").replace("claim.\n\n", "claim.\n").replace("has put in a claim", "sues")
    assert _plain(tight)[-1].startswith("Nobody else has come forward.")


def test_narrow_lines_without_broken_words_stay_lines() -> None:
    """Short lines of a menu or a poem are no column."""
    lines = ["The boats are in,", "and every man", "who counted them", "has counted one", "too many for the", "lamp to know,", "they say"]
    assert lines == _plain("\n".join(lines))
