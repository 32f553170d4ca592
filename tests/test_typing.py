"""What type checkers are promised: mypy checks this file, and it runs as well."""

from __future__ import annotations

from datetime import date, datetime

from typing_extensions import assert_type

import newsparse
from newsparse.model import Byline, Contributor, Dateline, Headline, Node, Span, Timestamp
from newsparse.vocabulary import BoilerplateKind, ContributorKind, Role


def test_values_have_their_types() -> None:
    """Fields, values and vocabularies are typed all the way down."""
    article = newsparse.parse("Bridge opens\n\nBy Jane Doe\n\nThe mayor opened the new bridge over the Lenn on Monday, they said.")
    assert_type(article, newsparse.Article)
    assert_type(article.headline, Headline | None)
    assert_type(article.byline, Byline | None)
    assert_type(article.authors, tuple[Contributor, ...])
    assert_type(article.dateline, Dateline | None)
    assert_type(article.published, Timestamp | None)
    assert_type(article.text, str)
    assert_type(article.claims("headline"), tuple[Node, ...])
    if article.headline is not None:
        assert_type(article.headline.span, Span | None)
    if article.published is not None:
        assert_type(article.published.value, date | datetime | None)
    for person in article.contributors:
        assert_type(person.kind, ContributorKind)
        assert_type(person.roles, tuple[Role, ...])
    for item in article.boilerplate:
        assert_type(item.kind, BoilerplateKind)


def test_exporters_have_their_types() -> None:
    """`newsparse.export` is known without an import of its own."""
    assert_type(newsparse.export.to_text(newsparse.parse("Bridge opens")), str)


def test_helpers_have_their_types() -> None:
    """The helpers for one line say that there may be nothing."""
    assert_type(newsparse.parse_byline("By Jane Doe"), Byline | None)
    assert_type(newsparse.parse_dateline("LISBON (AP) - The mayor"), Dateline | None)
    assert_type(newsparse.parse_timestamp("6 December 2024"), Timestamp | None)


def test_pipeline_keeps_its_type() -> None:
    """Changing a pipeline gives a pipeline."""
    pipeline = newsparse.Pipeline.default()
    assert_type(pipeline, newsparse.Pipeline)
    assert_type(pipeline.without(pipeline.names[-1]), newsparse.Pipeline)
    assert_type(newsparse.select("headline", "//h1"), newsparse.Parser)
