"""Every file of a language keeps to one schema."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

import jsonschema
import pytest

from newsparse import lexicon

SCHEMA: dict[str, Any] = json.loads((files("newsparse.schema") / "language-1.0.json").read_text("utf-8"))


def test_schema_is_a_schema() -> None:
    """The schema is valid in the draft that it names, and describes every part."""
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    parts = [part for section in SCHEMA["properties"].values() for part in section["properties"].values()]
    assert all(part["description"] for part in parts)


@pytest.mark.parametrize("code", lexicon.codes())
def test_language_keeps_to_the_schema(code: str) -> None:
    """Sections and parts have the names and types that the grammars read."""
    errors = [
        f"{list(error.absolute_path)}: {error.message[:200]}"
        for error in jsonschema.Draft202012Validator(SCHEMA).iter_errors(lexicon.language(code))
    ]
    assert [] == errors
