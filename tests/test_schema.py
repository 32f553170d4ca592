"""The published JSON Schema is that of the model, and what is written is valid under it."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

import jsonschema
import pytest
from hypothesis import given

from newsparse import parse
from newsparse.serial import SCHEMA_VERSION
from property.strategies import sources
from scripts.expect import Case, cases
from scripts.schema import written

SCHEMA: dict[str, Any] = json.loads((files("newsparse.schema") / f"article-{SCHEMA_VERSION}.json").read_text("utf-8"))
CHECKER = jsonschema.Draft202012Validator(SCHEMA)


def test_schema_is_that_of_the_model() -> None:
    """The file is what `python scripts/schema.py` writes; run it after a change of the model."""
    assert (files("newsparse.schema") / f"article-{SCHEMA_VERSION}.json").read_text("utf-8") == written()


def test_schema_is_a_schema() -> None:
    """The file is a valid JSON Schema of the draft that it names."""
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("case", list(cases()), ids=lambda case: case.name)
def test_case_is_valid(case: Case) -> None:
    """What a case writes is valid."""
    CHECKER.validate(json.loads(json.dumps(case.parse().to_dict())))


@given(sources)
def test_any_article_is_valid(source: str | bytes) -> None:
    """What any source writes is valid."""
    CHECKER.validate(json.loads(json.dumps(parse(source).to_dict())))


def test_unknown_key_is_invalid() -> None:
    """A key that the model does not know is refused."""
    data = parse("Bridge opens").to_dict()
    assert not CHECKER.is_valid({**data, "colour": "blue"})
