"""Articles as plain values and back."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given

import newsparse
from export.articles import ARTICLES
from newsparse import Article, SourceError
from newsparse.model import Headline, Span

STORY = "Bridge opens\n\nBy Jane Doe\n\nLISBON, Dec. 5 (Reuters) - The mayor opened the bridge on Monday.\n\nShare\n"


@given(ARTICLES)
def test_to_dict_reads_back_whatever_the_article(article: Article) -> None:
    """What is written, through JSON, gives an equal article."""
    assert article == Article.from_dict(json.loads(json.dumps(article.to_dict())))


def test_to_dict_reads_back_what_was_parsed() -> None:
    """Spans, rivals, roles of blocks and problems come back too."""
    article = newsparse.parse(STORY)
    again = Article.from_dict(article.to_dict())
    assert article == again
    assert article.blocks == again.blocks
    assert article.rivals == again.rivals


def changed(**values: Any) -> dict[str, Any]:
    """Return a written article with some of its values replaced."""
    return Article(headline=Headline("Bridge opens", span=Span(0, 12))).to_dict() | values


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ("text", "expected a mapping, got str"),
        (changed(schema_version="9.0"), "schema_version: expected 1.0, got '9.0'"),
        (changed(colour="red"), "colour"),
        (changed(headline={"text": "Bridge opens", "size": 3}), "headline"),
        (changed(headline={"text": "Bridge opens", "span": [0]}), "headline"),
        (changed(published={"text": "5 May", "value": 5}), "published.value"),
        (changed(published={"text": "5 May", "value": "soon"}), "published.value"),
        (changed(blocks=[{"span": [0, 12]}]), "blocks"),
        (changed(headline="Bridge opens"), "article.headline"),
        (changed(headline={"text": 5}), "article.headline.text"),
        (changed(headline={"text": "Bridge opens", "span": ["0", 12]}), "article.headline.span"),
        (changed(source_text=None), "article.source_text"),
        (changed(body=["One."]), "article.body[0]"),
        (changed(body=[{"text": "One.", "type": "Headline"}]), "article.body[0]"),
    ],
)
def test_from_dict_names_what_is_wrong(data: Any, told: str) -> None:
    """Data that is no article is refused with an error of ours that names the place."""
    with pytest.raises(SourceError) as caught:
        Article.from_dict(data)
    assert told in str(caught.value)
    assert "unknown error" not in str(caught.value)
    assert "missing @ article.body" not in str(caught.value)


def _kinds(value: Any) -> set[type]:
    """Return the classes of all values in what was written, its keys included."""
    if isinstance(value, dict):
        return {type(key) for key in value}.union(*map(_kinds, value.values()))
    return set().union(*map(_kinds, value)) if isinstance(value, list) else {type(value)}


@given(ARTICLES)
def test_to_dict_holds_plain_values_alone(article: Article) -> None:
    """No class of ours is in what is written, so that any writer of plain values takes it."""
    assert _kinds(article.to_dict()) <= {str, int, float, bool, type(None)}
