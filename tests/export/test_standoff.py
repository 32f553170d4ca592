"""Standoff annotations: plain spans that other tools load."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsparse
from newsparse.export import standoff, to_web_annotations
from newsparse.text import clean


def seed(root: Path) -> newsparse.Article:
    """Return the article of the given seed."""
    return newsparse.parse((root / "seeds/000_cd2e207c56479d69.txt").read_bytes())


@given(st.text(max_size=300))
def test_standoff_are_the_values_own_characters(text: str) -> None:
    """Whatever the text, each annotation's characters, cleaned, are its value."""
    article = newsparse.parse(text, source="text")
    assert all(found.value == clean(article.source_text[found.start : found.end]) for found in standoff(article))


def test_standoff_name_what_they_mark(root: Path) -> None:
    """Body blocks are labelled by kind, fields by name."""
    article = seed(root)
    labels = [found.label for found in standoff(article)]
    assert len(article.body) == labels.count("paragraph")
    assert "headline" == labels[0]


def test_web_annotations_select_by_position(root: Path) -> None:
    """The collection has an item for each annotation with its offsets."""
    article = seed(root)
    collection = to_web_annotations(article, target="urn:x:text")
    selectors = [item["target"]["selector"] for item in collection["first"]["items"]]
    assert [(found.start, found.end) for found in standoff(article)] == [(s["start"], s["end"]) for s in selectors]
    assert collection["total"] == len(selectors)


def test_standoff_load_into_spacy(root: Path) -> None:
    """Every annotation that begins and ends at a token is a span of a spaCy document, with its label and text."""
    spacy = pytest.importorskip("spacy", reason="spaCy has no wheel for this Python")
    article = seed(root)
    document = spacy.blank("en")(article.source_text)
    for found in standoff(article):
        span = document.char_span(found.start, found.end, label=found.label)
        assert span is not None, found
        assert (found.label, found.value) == (span.label_, clean(span.text))


def test_standoff_hold_what_a_header_states() -> None:
    """Publication and language stand in the text where a header prints them."""
    article = newsparse.parse("---\ntitle: Bridge opens\npublisher: The Courier\n---\n\nThe mayor opened the bridge on Monday at noon.\n")
    assert ("publisher", "The Courier") in [(found.label, found.value) for found in standoff(article)]
