"""Front matter and mail headers above a text: they feed the fields and are no part of the story."""

from __future__ import annotations

from datetime import date

import pytest

import newsparse
from newsparse.export import to_markdown
from newsparse.text import clean

STORY = (
    "The city council voted on Sunday to close the ferry dock that has served this town since 1935, ending months of argument over its cost.",
    "The dock will close on Jan. 1. Its 41 workers will be offered places at the new dock in Saltmarsh, the council said in a statement.",
)
BODY = "\n\n".join(STORY) + "\n"
INLINE = """---
title: "Ferry dock to close: what we know"
author: Ann Lee; Bo Ek
date: 2025-03-04
last_mod: 2025-03-05
url: https://ledger.example/ferry
description: The dock has served the town since 1935.
sitename: The Ledger
categories: ["Local"]
tags: ["ferry", "transport"]
lang: en
---

# Ferry dock to close: what we know

"""
LISTED = """---
title: 'Ferry dock to close: what we know'
source: https://ledger.example/ferry
author:
  - "[[Ann Lee]]"
  - "[[Bo Ek]]"
published: 2025-03-04
tags:
  - ferry
  - transport
---
"""


@pytest.mark.parametrize("front", [INLINE, LISTED], ids=["inline", "listed"])
def test_front_matter_feeds_the_fields(front: str) -> None:
    """Title, authors, day, address and topics are taken from their keys, on one line or in items below."""
    article = newsparse.parse(front + BODY)
    assert article.headline is not None
    assert "Ferry dock to close: what we know" == article.headline.text
    assert ["Ann Lee", "Bo Ek"] == [author.name for author in article.authors]
    assert article.published is not None
    assert date(2025, 3, 4) == article.published.value
    assert article.canonical_url is not None
    assert "https://ledger.example/ferry" == article.canonical_url.text
    assert ["ferry", "transport"] == [tag.text for tag in article.tags]
    assert list(STORY) == [node.text for node in article.body]


def test_front_matter_feeds_what_else_it_states() -> None:
    """Summary, section, publisher, language and the last change have keys too."""
    article = newsparse.parse(INLINE + BODY)
    found = [node and node.text for node in (article.deck, article.section, article.publisher, article.language)]
    assert ["The dock has served the town since 1935.", "Local", "The Ledger", "en"] == found
    assert article.modified is not None
    assert date(2025, 3, 5) == article.modified.value


@pytest.mark.parametrize("front", [INLINE, LISTED], ids=["inline", "listed"])
def test_front_matter_spans_point_at_the_values(front: str) -> None:
    """What a span covers is the value, without its quotes and brackets."""
    source = front + BODY
    article = newsparse.parse(source)
    for node in (article.headline, article.byline, article.published, article.canonical_url, *article.tags):
        assert node is not None
        assert node.span is not None
        assert node.text == clean(source[node.span.slice])


def test_front_matter_of_our_own_markdown_is_read_back() -> None:
    """What `to_markdown` wrote gives the same fields again."""
    article = newsparse.parse(INLINE.replace("author: Ann Lee; Bo Ek", "author: By Ann Lee and Bo Ek") + BODY)
    again = newsparse.parse(to_markdown(article))
    for name in ("headline", "deck", "section", "publisher"):
        assert getattr(article, name).text == getattr(again, name).text
    assert article.authors
    assert [one.name for one in article.authors] == [one.name for one in again.authors]
    assert article.published is not None
    assert again.published is not None
    assert article.published.value == again.published.value
    assert list(STORY) == [node.text for node in again.body]


@pytest.mark.parametrize(
    "front",
    [
        "---\n\n",
        "---\nThe dock is old.\n---\n",
        "---\ntitle: Ferry dock to close\n\n",
        "Police: two hurt\nTo: be continued is the rule\n\n",
    ],
    ids=["a rule", "prose", "never closed", "two colons"],
)
def test_other_openings_are_no_header(front: str) -> None:
    """A rule, prose between rules, and lines with colons state nothing."""
    article = newsparse.parse(front + BODY)
    assert () == article.claims("canonical_url")
    assert not any(claim.parser.endswith(".header") for name in ("headline", "published", "boilerplate") for claim in article.claims(name))


def test_header_of_a_mail_is_no_part_of_the_story() -> None:
    """The lines that a mail program puts above a forwarded clipping are kept apart, and the clipping is read."""
    source = f"From: desk@clippings.example\nSubject: Fwd: clipping\n\n> Ferry dock to close\n>\n> By Ann Lee\n>\n> {STORY[0]}\n>\n> {STORY[1]}\n"
    article = newsparse.parse(source)
    assert article.headline is not None
    assert "Ferry dock to close" == article.headline.text
    assert ["Ann Lee"] == [author.name for author in article.authors]
    assert list(STORY) == [node.text for node in article.body]
    assert {"From: desk@clippings.example", "Subject: Fwd: clipping"} <= {item.text for item in article.boilerplate}
