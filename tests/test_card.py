"""An article in a console and in a notebook."""

from __future__ import annotations

from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from newsparse.model import Article, Contributor, Deck, Headline, Paragraph, Text


def test_repr_is_one_short_line() -> None:
    """A console shows headline, people and size, not the whole text."""
    article = Article(headline=Headline("Bridge opens"), contributors=(Contributor("Jane Doe"),), body=(Paragraph("It is open. " * 500),))
    assert "<Article 'Bridge opens'; by Jane Doe; 1 block of body, 1500 words>" == repr(article)
    assert len(repr(Article(headline=Headline("x" * 5_000)))) < 120


def test_card_shows_the_opening() -> None:
    """A notebook shows headline, deck, facts and the first paragraphs."""
    body = tuple(Paragraph(f"Paragraph {i}.") for i in range(5))
    tree = BeautifulSoup(
        Article(headline=Headline("Bridge opens"), deck=Deck("At last."), tags=(Text("roads"),), body=body)._repr_html_(), "lxml"
    )
    assert ["Bridge opens"] == [tag.text for tag in tree.select("h3")]
    assert "roads" in tree.text
    assert "Paragraph 2." in tree.text
    assert "Paragraph 3." not in tree.text
    assert "2 more blocks" in tree.text


@given(st.text(alphabet=st.sampled_from("<>&\"' /abscript=\ud800\x00"), min_size=1, max_size=60))
def test_card_lets_no_text_become_markup(text: str) -> None:
    """Whatever the source holds, the card has our elements alone."""
    article = Article(headline=Headline(text), deck=Deck(text), body=(Paragraph(text),), publisher=Text(text))
    plain = Article(headline=Headline("x"), deck=Deck("x"), body=(Paragraph("x"),), publisher=Text("x"))
    shape = [[tag.name for tag in BeautifulSoup(one._repr_html_(), "html.parser").find_all()] for one in (plain, article)]
    assert shape[0] == shape[1]
