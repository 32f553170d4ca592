"""The sections on datelines and notes of every language, and the tables of places, against what the code reads."""

from __future__ import annotations

import pytest

from newsparse import lexicon
from newsparse.grammar.notes import read_note
from newsparse.grammar.places import is_agency, is_city, is_region, key
from newsparse.vocabulary import NoteKind

DATELINE_LISTS = {"labels", "topics", "from", "and", "in", "here", "endings", "house_end", "message", "wire_end"}
NOTE_GROUPS = {"labels", "openers", "phrases"}
NOTE_LISTS = {"advisory", "is", "roles"}
KINDS = {kind.value for kind in NoteKind}


def _clean(words: list[str]) -> bool:
    """Return whether a list holds words, each once, without space around them."""
    return bool(words) and len(words) == len(set(words)) and all(word == word.strip() and word for word in words)


@pytest.mark.parametrize("code", sorted(lexicon.section("dateline")))
def test_dateline_section_holds_known_lists(code: str) -> None:
    """A language's section on datelines has the known lists only, each of clean words."""
    part = lexicon.language(code)["dateline"]
    assert set(part) <= DATELINE_LISTS
    assert all(_clean(words) for words in part.values())


@pytest.mark.parametrize("code", sorted(lexicon.section("notes")))
def test_notes_section_holds_known_lists(code: str) -> None:
    """A language's section on notes has the known groups only, of the kinds that there are."""
    part = lexicon.language(code)["notes"]
    assert set(part) <= NOTE_GROUPS | NOTE_LISTS
    for name in NOTE_GROUPS & set(part):
        assert set(part[name]) <= KINDS
        assert all(_clean(words) for words in part[name].values())
    assert all(_clean(part[name]) for name in NOTE_LISTS & set(part))


@pytest.mark.parametrize("code", sorted(lexicon.section("notes")))
def test_correction_label_is_read_in_every_language(code: str) -> None:
    """A correction's label before a colon is read as one."""
    for label in lexicon.language(code)["notes"]["labels"]["correction"]:
        line = read_note(f"{label}: 2024.")
        assert line is not None, label
        assert line.kind is NoteKind.CORRECTION, label


@pytest.mark.parametrize(
    "name", ["São Paulo", "SAO PAULO", "Москва", "МОСКВА", "Αθήνα", "القاهرة", "北京", "東京", "서울", "नई दिल्ली", "ירושלים"]
)
def test_cities_are_known_in_their_own_scripts(name: str) -> None:
    """Large cities are known as their own press writes them, with or without accents."""
    assert is_city(name)


def test_regions_and_agencies_are_known() -> None:
    """States by their abbreviations, countries, directions, and agencies in several scripts are known."""
    assert all(map(is_region, ("Fla.", "N.Y.", "NY", "Syria", "Syrie", "southern Lebanon", "Gaza Strip", "Ont.")))
    assert all(map(is_agency, ("AP", "dpa", "ТАСС", "新华社", "연합뉴스", "AFP/Reuters", "PRNewswire")))
    assert not is_city("Correction")
    assert key("N'Djaména") == key("N’DJAMENA")
