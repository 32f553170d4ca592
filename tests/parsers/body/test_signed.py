"""Lines that say who wrote the story, at its ends."""

from __future__ import annotations

import pytest

from newsparse import read
from newsparse.parsers.body.signed import without_signature
from parsers.pages import PROSE, page

LONG = "The mayor opened the new bridge over the Lenn on Monday, nine years after the first stone was laid."


@pytest.mark.parametrize("line", ["By Jane Doe", "Von Anna Kowal", "Words: Jane Doe Photos: Ann Poe", "Written by Jane Doe and Max Moe"])
def test_line_of_makers_at_an_end_is_not_story(line: str) -> None:
    """A lead and full names make no paragraph, above the first one or below the last."""
    document = read(f"<article><p>{line}</p><p>{LONG}</p><p>{LONG}</p><p>{line}</p></article>", source="html")
    assert [(1, 0.9), (2, 0.8)] == without_signature(document, [(0, 0.7), (1, 0.9), (2, 0.8), (3, 0.7)])


@pytest.mark.parametrize("line", ["By Monday, Jane Doe had left for the coast.", "Jane Doe", "By Popular Demand", "Author: unknown"])
def test_other_short_lines_at_an_end_are_story(line: str) -> None:
    """A sentence, a bare name and a heading stay, and so do lines of makers between paragraphs."""
    document = read(f"<article><p>{line}</p><p>{LONG}</p><p>By Jane Doe</p><p>{LONG}</p></article>", source="html")
    story = [(0, 0.7), (1, 0.9), (2, 0.7), (3, 0.8)]
    assert story == without_signature(document, story)


def test_signature_below_the_story_is_the_byline() -> None:
    """What the story does not hold is free to be the byline."""
    article = page(f"<article><h1>Bridge over the Lenn opens</h1>{PROSE}<p>{LONG}</p><p>By Jane Doe</p></article>")
    assert article.byline is not None
    assert (article.byline.text, article.body[-1].text) == ("By Jane Doe", LONG)
