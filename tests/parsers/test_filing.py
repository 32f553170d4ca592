"""Where a story is filed and what it is about, as the lines beside it say."""

from __future__ import annotations

import pytest

from newsparse.model import Article
from parsers.pages import PROSE, page

HEAD = "<title>Bridge over the Lenn opens after nine years</title>"
TITLE = "<h1>Bridge over the Lenn opens after nine years</h1>"


def _tags(article: Article) -> list[str]:
    return [tag.text for tag in article.tags]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("<p><span>Tags: </span><a href='/t/1'>bridges</a>, <a href='/t/2'>Lenn</a></p>", ["bridges", "Lenn"]),
        ("<div class='labels'><a href='/l/1' rel='tag'>bridges</a> <a href='/l/2' rel='tag'>Lenn</a></div>", ["bridges", "Lenn"]),
        ("<div class='tags'><a href='/1'>bridges</a> <a href='/2'>Lenn</a></div>", ["bridges", "Lenn"]),
        ("<div>Archivado En: <a href='/n/1'>Puentes</a> · <a href='/n/2'>Obras</a></div>", ["Puentes", "Obras"]),
        (
            "<footer>Posted on 6 March by Ann Poe in <a rel='category tag' href='/c'>News</a> <a rel='tag' href='/t'>bridges</a></footer>",
            ["bridges"],
        ),
        ("<p>The <a href='/1'>bridge</a> and the <a href='/2'>mayor</a> were photographed at noon.</p>", []),
    ],
)
def test_tags_of_one_line_are_each_found(line: str, expected: list[str]) -> None:
    """Topics that share a line are told by a label, by a class or by their links; other linked words are none."""
    assert expected == _tags(page(f"<article>{TITLE}{PROSE}{line}</article>", HEAD))


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("<a class='article-section' href='/counties'>Counties</a>", ""),
        ("<span class='cat-links'><span>Posted in</span> <a href='/category/counties/'>Counties</a></span>", ""),
        ("<nav aria-label='Breadcrumb'><ol><li><a href='/'>Home</a></li><li><a href='/counties'>Counties</a></li></ol></nav>", ""),
        ("", "<p>Posted on 6 March in <a rel='category tag' href='/category/counties/'>Counties</a></p>"),
    ],
)
def test_section_is_read_from_the_link_to_it(above: str, below: str) -> None:
    """A label that links to a section is the section and no kicker, wherever blogs and papers print it."""
    article = page(f"<article>{above}{TITLE}{PROSE}{below}</article>", HEAD)
    assert article.section is not None
    assert ("Counties", None) == (article.section.text, article.kicker)


def test_section_is_no_link_to_an_author_or_a_topic() -> None:
    """A class that names sections does not make one of a writer's page or of a topic."""
    line = "<div class='section'><a href='/staff/ann-poe'>Ann Poe</a></div><div class='category'><a href='/tag/lenn'>The Lenn</a></div>"
    assert page(f"<article>{line}{TITLE}{PROSE}</article>", HEAD).section is None
