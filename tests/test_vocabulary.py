"""The closed vocabularies: every word of them may come out of a parse."""

from __future__ import annotations

import re
from enum import Enum
from pathlib import Path

import pytest

from newsparse import vocabulary

WORDS = [
    word
    for kind in vars(vocabulary).values()
    if isinstance(kind, type) and issubclass(kind, Enum) and kind.__module__ == vocabulary.__name__
    for word in kind
]


@pytest.mark.parametrize("word", WORDS, ids=lambda word: f"{type(word).__name__}.{word.name}")
def test_word_of_a_vocabulary_is_used(word: Enum, root: Path) -> None:
    """Code names it, or a table of the lexicon does: a word that nothing says is a promise that nobody keeps."""
    source = root / "src/newsparse"
    code = (path.read_text("utf-8") for path in source.rglob("*.py") if path.name != "vocabulary.py")
    named = re.compile(rf"\b{word.name}\b")
    assert any(named.search(text) for text in code) or any(
        f'"{word.value}"' in path.read_text("utf-8") for path in (source / "lexicon").rglob("*.json")
    )
