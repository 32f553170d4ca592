"""What is seen of one line by a cheap look is what a look at each of its characters would see."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newsparse.parsers.plain.looks import WIDE_RUN, end_of, is_wide, letters_in, may_have_credit
from newsparse.text import clean

LINE = st.text(st.one_of(st.characters(), st.sampled_from(" .,:'\"“”’–—0123456789²٣Ж北京ก")), min_size=1, max_size=80)


@given(LINE)
def test_is_wide_finds_any_wide_character(text: str) -> None:
    """No wide character is missed by the look at bytes, a lone surrogate does not matter."""
    assert (WIDE_RUN.search(text) is not None) == is_wide(text)


@given(LINE.filter(str.strip))
def test_letters_in_counts_digits_of_every_script(text: str) -> None:
    """The share of digits counts what `str.isdigit` calls one."""
    assert sum(map(str.isdigit, text)) / 100 == letters_in(text, 100)[1]


@given(st.text("aZ7 ,-é", min_size=1, max_size=40).map(clean).filter(bool))
def test_letters_in_counts_capitalised_words(text: str) -> None:
    """The share of capitals is that of the words that begin with one, in ASCII and beyond; capitals throughout are told apart."""
    words = text.split()
    capitals = sum(word[0].isupper() for word in words)
    assert letters_in(text, 100)[0] == (2.0 if capitals and text.isupper() else capitals / len(words))


def test_may_have_credit_sees_signs_and_last_words() -> None:
    """A credit is parted by a sign, by a dash or by the last sentence's end; a plain sentence has none."""
    story = "The mayor looks at the old bridge over the river on Monday"
    assert may_have_credit("Jane Doe")
    assert may_have_credit(f"{story} / The Courier")
    assert may_have_credit(f"{story} - The Courier")
    assert may_have_credit(f"{story}. Jane Doe")
    assert not may_have_credit(f"{story}.")
    assert not may_have_credit(f"{story}. / The Courier" + " and so on" * 60)


def test_end_looks_through_quotes() -> None:
    """A full stop before a closing quote ends a sentence, dots do not, a word in quotes is no end."""
    assert [1, 1, 2, 6, 0, 3] == [end_of(text) for text in ("Yes.", "“Yes.”", "Yes...", "a “yes”", "Yes", "He said:")]
