"""What is known of names that are no places."""

from __future__ import annotations

import pytest

from newsparse.grammar.places import is_body, is_city, is_ordinary, is_region, is_topic


@pytest.mark.parametrize("word", ["wildlife", "WANTED", "official"])
def test_is_ordinary_knows_common_words(word: str) -> None:
    """A word that the press prints in small letters is ordinary, however it is printed here."""
    assert is_ordinary(word)


@pytest.mark.parametrize("word", ["LONDON", "Texas", "Doe", ""])
def test_is_ordinary_knows_no_names(word: str) -> None:
    """Places, people and nothing are no ordinary words."""
    assert not is_ordinary(word)


def test_topics_and_bodies_are_no_places() -> None:
    """No body is a known city or region, so that none is refused as a dateline."""
    assert is_topic("Guide")
    assert is_body("Unicef")
    assert not is_body("West Bank")
    assert is_region("West Bank")
    assert is_city("Red Deer")
