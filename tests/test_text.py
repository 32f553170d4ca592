"""Clean text and the way back to the source's characters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsparse.text import align, clean, fold, holds_any

PIECES = st.text(alphabet=st.sampled_from("ab-AZ19 \t\n\r\xa0\u00ad\u200b\u2028\ufeff\u202e\U0001f600é"), max_size=60)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("a\xa0b", "a b"),
        ("\ufeffa\u200bb", "ab"),
        ("the govern-\nment", "the government"),
        ("the govern-\r\n  ment", "the government"),
        ("GOVERN-\nMENT", "GOVERNMENT"),
        ("a well-\nknown man", "a well-known man"),
        ("the 12-\nyear-old", "the 12-year-old"),
        ("her mother-\nin-law", "her mother-in-law"),
        ("Al-\nQusayr", "Al-Qusayr"),
        ("pre-\nand post-war", "pre- and post-war"),
        ("one -\nand two", "one - and two"),
        ("soft\u00ad\nhyphen and so\u00adft", "softhyphen and soft"),
        ("نمی\u200cشود", "نمی\u200cشود"),
        ("", ""),
        (" \n ", ""),
    ],
)
def test_clean_reads_as_a_reader_does(raw: str, expected: str) -> None:
    """White space is collapsed, invisible marks go, cut words are whole, joiners that shape words stay."""
    assert expected == clean(raw)


@given(st.text() | PIECES)
def test_clean_is_stable(raw: str) -> None:
    """Clean text stays as it is when cleaned again."""
    assert clean(raw) == clean(clean(raw))


@given(st.text() | PIECES)
def test_align_finds_every_character_of_the_clean_text(raw: str) -> None:
    """Each clean character that is not a space stands at its offset, in order."""
    plain, offsets = clean(raw), align(raw)
    assert len(plain) == len(offsets)
    assert sorted(offsets) == offsets
    assert all(raw[offset] == char or (char == " " and raw[offset].isspace()) for char, offset in zip(plain, offsets, strict=True))


def test_fold_ignores_case_quotes_and_dashes() -> None:
    """Wordings that differ only in case, quotes and dashes are the same."""
    assert fold("“Homs” – City") == fold('"homs" - city')


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("the [12]mayor said", "the mayor said"),
        ("[1]Home [2]World", "Home World"),
        ("([3]see below)", "(see below)"),
        ("it rained.[3] Then", "it rained.[3] Then"),
        ("[sic] men, [4] and x[5]y", "[sic] men, [4] and x[5]y"),
    ],
)
def test_clean_takes_out_numbers_before_links(raw: str, text: str) -> None:
    """The number that a terminal browser prints before the words of a link is no text; a note's mark behind a word is."""
    assert text == clean(raw)
    assert text == clean(clean(raw))


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("![Ann Lee's portrait](https://example.org/ann.png) Ann Lee", "Ann Lee"),
        ("[![](data:image/gif;base64,R0lGOD) Ann Lee](/by/ann)", "Ann Lee"),
        ("[ ](mailto:?subject=Rain) [](/home) Rain", "Rain"),
        ("Rain! [sic](see there)", "Rain! [sic](see there)"),
    ],
)
def test_clean_takes_out_pictures_and_links_without_words(raw: str, text: str) -> None:
    """What stands for a picture is no text, nor is a link of no words: readers of the page see neither."""
    assert text == clean(raw)
    assert text == clean(clean(raw))


def test_holds_any_tells_whether_a_part_stands_in_the_text() -> None:
    """One part is enough, wherever it stands; of no parts none does."""
    assert holds_any("breadcrumb", ("trail", "crumb"))
    assert not holds_any("breadcrumb", ("trail", "Crumb"))
    assert not holds_any("breadcrumb", ())
