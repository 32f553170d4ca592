"""The article's own shape."""

from __future__ import annotations

import pickle
from copy import deepcopy
from types import NoneType
from typing import Any, get_args, get_type_hints

import pytest

from newsparse import resolve
from newsparse.model import SINGLE, Article, Dateline, Extra, Headline, Paragraph, Span


def test_single_are_the_fields_that_hold_one_value_or_none() -> None:
    """`SINGLE` is read off the model, in its order, but for the address that the caller gives."""
    hints = get_type_hints(Article)
    assert [name for name, hint in hints.items() if NoneType in get_args(hint) and name != "url"] == list(SINGLE)


def test_every_single_field_can_be_claimed() -> None:
    """Parsers may claim each single field; authors are claimed too, and become contributors."""
    assert {*SINGLE, "authors"} == resolve.FIELDS.keys() - resolve.MANY.keys()


def test_claims_of_a_field_lead_with_the_chosen_value() -> None:
    """The chosen values come first, the rivals behind them; a field that nobody knows has none."""
    headline, rival, paragraph = Headline("Bridge opens"), Headline("Bridge"), Paragraph("The mayor opened it.")
    article = Article(headline=headline, body=(paragraph,), rivals={"headline": (rival,)})
    assert (headline, rival) == article.claims("headline")
    assert (paragraph,) == article.claims("body")
    assert () == article.claims("colour")


def test_mappings_of_an_article_cannot_be_changed() -> None:
    """Neither by whoever holds the article nor by whoever made it; they compare with other mappings, and travel."""
    given = {"score": Extra("3")}
    article = Article(extra=given)
    given["other"] = Extra("4")
    assert {"score": Extra("3")} == article.extra
    assert {} == article.rivals == Article().rivals
    assert article == pickle.loads(pickle.dumps(article)) == deepcopy(article)  # noqa: S301 (our own bytes)
    changing: Any = article.rivals
    with pytest.raises(TypeError):
        changing["headline"] = ()


def test_body_text_without_datelines_keeps_the_rest() -> None:
    """A dateline inside a paragraph is cut where its prose begins; one without a place in the text cuts nothing."""
    source = "LISBON (Reuters) - Cork is dear."
    body = (Paragraph(source, span=Span(0, len(source))), Paragraph("A second one."))
    found = Article(source_text=source, body=body, dateline=Dateline("LISBON (Reuters)", span=Span(0, 16), end=19))
    assert "Cork is dear.\n\nA second one." == found.body_text(dateline=False)
    stated = Article(source_text=source, body=body, dateline=Dateline("LISBON (Reuters)", end=19))
    assert stated.text == stated.body_text(dateline=False)
