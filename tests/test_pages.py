"""The pages of one story as one article."""

from __future__ import annotations

import pytest

import newsparse
from newsparse import Article, SourceError
from newsparse.text import clean
from newsparse.vocabulary import BlockRole

FIRST = "The council agreed on Tuesday to close the old harbour bridge for most of the summer, saying that the steel had rusted."
SECOND = "The ferry company said that it would run two more boats each day until September, and that fares would stay where they are."
THIRD = "Traders on the eastern quay, who had asked for a later start, said that they would look for help from the county this year."
FOURTH = "The bridge was built in 1911 and carries about nine thousand cars and bicycles on a working day, the council's engineers say."
NOTE = "Correction: An earlier version of this story misstated the name of the bridge."


def page(*texts: str) -> Article:
    """Return the article of one page of the story."""
    inner = "".join(f"<p>{text}</p>" for text in (*texts, NOTE))
    source = f"<html lang='en'><body><article><h1>Harbour bridge closes</h1><p>By Jane Doe</p>{inner}</article></body></html>"
    return newsparse.parse(source)


def body(article: Article) -> list[str]:
    """Return the texts of the body."""
    return [node.text for node in article.body]


def test_join_appends_the_bodies() -> None:
    """Body and blocks follow each other; headline and authors are there once."""
    one, two = page(FIRST, SECOND), page(THIRD, FOURTH)
    story = newsparse.join([one, two])
    assert [FIRST, SECOND, THIRD, FOURTH] == body(story)
    assert one.headline == story.headline
    assert ["Jane Doe"] == [author.name for author in story.authors]
    assert len(one.blocks) + len(two.blocks) == len(story.blocks)
    assert () == story.problems


@pytest.mark.parametrize(("one", "two"), [((FIRST, SECOND), (SECOND, THIRD)), ((FIRST, SECOND, THIRD), (SECOND, THIRD, FOURTH))])
def test_join_keeps_a_repeat_once_and_reports_it(one: tuple[str, ...], two: tuple[str, ...]) -> None:
    """What the second page repeats of the end of the first is boilerplate there."""
    story = newsparse.join([page(*one), page(*two)])
    repeats = [text for text in two if text in one]
    assert [*one, *(text for text in two if text not in one)] == body(story)
    assert [f"page 2 repeats {text!r}" for text in repeats] == [problem.message for problem in story.problems]
    assert repeats == [item.text for item in story.boilerplate if item.parser == "join"]
    roles = [role for span, role in story.blocks if story.source_text[span.slice] in repeats]
    assert [BlockRole.PARAGRAPH] * len(repeats) + [BlockRole.BOILERPLATE] * len(repeats) == roles


def test_join_leaves_a_sentence_that_comes_back_later() -> None:
    """Only the seam is looked at: a refrain inside the second page stays."""
    assert [FIRST, SECOND, THIRD, SECOND] == body(newsparse.join([page(FIRST, SECOND), page(THIRD, SECOND)]))


def test_join_moves_every_span() -> None:
    """Every span of every page covers its value in the joined text, and blocks stand in order."""
    story = newsparse.join([page(FIRST), page(SECOND), page(THIRD)])
    for node in (*story.body, *story.boilerplate, *story.notes):
        assert node.span is not None
        assert node.text == clean(story.source_text[node.span.slice])
    starts = [block.span.start for block in story.blocks]
    assert sorted(starts) == starts
    assert [NOTE] == [note.text for note in story.notes]


def test_join_of_one_page_is_the_page() -> None:
    """A story on one page is as it was parsed."""
    only = page(FIRST)
    assert only is newsparse.join([only])


def test_join_round_trips() -> None:
    """A joined article goes through its plain form unchanged."""
    story = newsparse.join([page(FIRST, SECOND), page(SECOND, THIRD)])
    assert story == Article.from_dict(story.to_dict())


@pytest.mark.parametrize(("pages", "message"), [([], "at least one article, got none"), (["text"], "expected articles, got str")])
def test_join_names_what_it_cannot_join(pages: list[object], message: str) -> None:
    """No page, and what is no article, are refused with an error of ours."""
    with pytest.raises(SourceError, match=message):
        newsparse.join(pages)  # type: ignore[arg-type]


def test_join_keeps_the_datelines_of_later_pages() -> None:
    """A later page's dateline opens a part of the story, and what its prose begins with moves along; the story's own again does not."""
    first, again, other = (page(f"{place} (Reuters) - {text}") for place, text in (("LISBON", FIRST), ("LISBON", SECOND), ("OSLO", THIRD)))
    story = newsparse.join([first, again, other])
    assert first.dateline == story.dateline
    assert [("OSLO (Reuters)", True)] == [(dateline.text, dateline.section) for dateline in story.section_datelines]
    assert story.source_text[story.section_datelines[0].end :].startswith(THIRD)
