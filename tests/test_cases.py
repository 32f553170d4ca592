"""The seeds and the hand-written pages give what their reviewed files say, field by field."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
from _pytest.mark import ParameterSet

from newsparse import parse
from newsparse.model import Article
from newsparse.text import clean
from scripts.expect import SETTINGS, Case, cases, view

CASES = {case.name: case for case in cases()}


@cache
def article(name: str) -> Article:
    """Return the article of a case, parsed once."""
    return CASES[name].parse()


def _fields() -> list[ParameterSet]:
    """Return each field of each case; a known miss is a strict expected failure with its reason."""
    found = []
    for case in CASES.values():
        expected = case.read()
        misses = expected.get("known_misses", {})
        for field, value in expected.items():
            if field not in SETTINGS:
                marks = [pytest.mark.xfail(reason=misses[field])] if field in misses else []
                found.append(pytest.param(case.name, field, value, id=f"{case.name}-{field}", marks=marks))
    return found


@pytest.mark.parametrize(("name", "field", "value"), _fields())
def test_case_gives_what_is_right(name: str, field: str, value: Any) -> None:
    """The field has the reviewed value."""
    assert view(article(name))[field] == value


@pytest.mark.parametrize("case", CASES.values(), ids=lambda case: case.name)
def test_case_accounts_for_every_character(case: Case) -> None:
    """Every block has one role, and only white space stands between blocks."""
    found = article(case.name)
    at = 0
    for block in found.blocks:
        assert clean(found.source_text[at : block.span.start]) == ""
        at = block.span.end
    assert clean(found.source_text[at:]) == ""


@pytest.mark.parametrize("case", CASES.values(), ids=lambda case: case.name)
def test_case_is_the_same_by_every_door(case: Case) -> None:
    """Bytes and characters of one source give one article."""
    data = case.source.read_bytes()
    url = case.read().get("url")
    assert parse(data.decode("utf-8"), url=url) == article(case.name)


def test_pages_have_a_lesson_each() -> None:
    """At least twenty whole pages stand there, each for one lesson that no other has."""
    lessons = [case.read().get("lesson") for case in CASES.values() if case.source.suffix == ".html"]
    assert None not in lessons
    assert len(lessons) == len(set(lessons))


def test_first_seed_is_byte_for_byte_the_given_one() -> None:
    """The given seed has not been touched."""
    data = CASES["000_cd2e207c56479d69"].source.read_bytes()
    assert len(data) == 4095
    assert data.count(b"\xc2\xa0") == 10
