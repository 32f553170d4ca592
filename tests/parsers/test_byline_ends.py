"""The byline of a plain text away from its headline: cards, biographies, leads and desks behind the story."""

from __future__ import annotations

import pytest

from parsers.stories import PROSE, names, text

STORY = (*PROSE, *PROSE, *PROSE)


@pytest.mark.parametrize(
    "tail",
    [
        ("About the author:", "Jane Doe (b. 1986, UK) is fond of the sea, and has been to each of the islands of which this series tells."),
        ("About the author", "Editor of the Harbour Times: Jane Doe has written about boats and those who build them since 2010."),
        ("Jane Doe", "Boat Blogger", "Jane is fond of the sea, and has been to each of the islands of which this series tells.", *STORY),
        ("Jane Doe, MD*", "Jane Doe, MD is fond of the sea, and has been to each of the islands of which this series tells."),
    ],
)
def test_byline_ends_read_cards(tail: tuple[str, ...]) -> None:
    """A card names its author below its heading, behind a colon, above a job title, with the mark of a note."""
    assert [name.partition(",")[0] for name in names(text(*STORY, tail=tail))] == ["Jane Doe"]


@pytest.mark.parametrize(
    "tail",
    [
        ("About the author", "The Harbour Press prints books about the sea and the islands of which this series tells."),
        (
            "Jane Doe",
            "November 27, 2025",
            "Jane is fond of the sea, and has been to each of the islands of which this series tells.",
            *STORY,
        ),
        ("Written by", "Researched by", *STORY),
    ],
)
def test_byline_ends_read_no_cards_of_others(tail: tuple[str, ...]) -> None:
    """A house below the heading, a teaser's headline above its date and a lead that leads nobody name no author."""
    assert names(text(*STORY, tail=tail)) == []


def test_byline_ends_read_one_word_behind_a_lead_of_several() -> None:
    """The lead "Written by" credits a first name far from the story's end, where "from" does not."""
    assert names(text(*STORY, tail=("Written by Jane", *STORY))) == ["Jane"]
    assert names(text(*STORY, tail=("from Jane", *STORY))) == []


def test_byline_ends_read_the_desk_above_words_to_readers() -> None:
    """A desk signs below prose; a table's heading and the name of a team in a list do not."""
    assert names(text(*STORY, tail=("HT-Redaktion", *PROSE))) == ["HT-Redaktion"]
    assert names(text(*STORY, tail=("Service Suggested Tip Amount", *PROSE))) == []
