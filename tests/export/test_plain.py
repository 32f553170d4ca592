"""Plain text: an article as one would paste it."""

from __future__ import annotations

from newsparse.export import to_text
from newsparse.model import Article, Byline, Headline, ListItem, Note, Paragraph, Timestamp
from newsparse.vocabulary import NoteKind

STORY = Article(
    headline=Headline("Bridge opens"),
    byline=Byline("By Jane Doe", raw="By Jane Doe 5 May 2024"),
    published=Timestamp("5 May 2024"),
    body=(Paragraph("The mayor came."), ListItem("Boats", level=2), Paragraph("")),
    notes=(Note("Corrected on Monday.", kind=NoteKind.CORRECTION),),
)


def test_to_text_parts_display_lines_from_the_story() -> None:
    """Display lines stand together, blocks apart; a time that the byline's line has is not said twice."""
    assert ["Bridge opens\nBy Jane Doe", "The mayor came.", "  - Boats", "Corrected on Monday.\n"] == to_text(STORY).split("\n\n")


def test_to_text_prints_a_time_of_its_own() -> None:
    """A time that no byline holds has its own line."""
    assert "Bridge opens\n5 May 2024\n" == to_text(Article(headline=Headline("Bridge opens"), published=Timestamp("5 May 2024")))


def test_to_text_leaves_out_notes_when_asked() -> None:
    """Without notes the body is the end."""
    assert to_text(STORY, notes=False).endswith("  - Boats\n")


def test_to_text_of_nothing_is_empty() -> None:
    """An article without any text gives none."""
    assert "" == to_text(Article())
