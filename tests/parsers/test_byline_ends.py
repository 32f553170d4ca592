"""The byline of a plain text away from its headline: cards, biographies, leads and desks behind the story."""

from __future__ import annotations

import pytest

from parsers.stories import PROSE, names, text

STORY = (
    "Trucks with grain had waited at the river since Tuesday, because the only bridge that carries them was closed to all traffic.",
    "Shops on the market square kept their shutters down, and the few who went out did so to fetch water from the old well.",
    "A teacher who lives near the station said that she had counted eleven columns of smoke from the roof of her school at noon.",
    "The railway stopped its trains to the coast, and buses that were sent in their place turned back at the first barrier.",
    "Two envoys of the neighbouring states arrived in the capital in the evening to speak with both sides about a ceasefire.",
)
NEXT = (
    "The harvest of olives will be the smallest in nine years, growers of the southern valleys told the chamber of agriculture.",
    "Hail broke branches in May, and the hot wind of August dried what was left before it could ripen, their report says.",
    "Mills expect to close a month early this winter, and prices have begun to rise in the shops of the islands already.",
)
LONG = (*PROSE, *PROSE, *PROSE)


@pytest.mark.parametrize(
    "tail",
    [
        ("About the author:", "Jane Doe (b. 1986, UK) is fond of the sea, and has been to each of the islands of which this series tells."),
        ("About the author", "Editor of the Harbour Times: Jane Doe has written about boats and those who build them since 2010."),
        ("Jane Doe", "Boat Blogger", "Jane is fond of the sea, and has been to each of the islands of which this series tells.", *NEXT),
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
            *LONG,
        ),
        ("Written by", "Researched by", *LONG),
    ],
)
def test_byline_ends_read_no_cards_of_others(tail: tuple[str, ...]) -> None:
    """A house below the heading, a teaser's headline above its date and a lead that leads nobody name no author."""
    assert names(text(*LONG, tail=tail)) == []


def test_byline_ends_read_one_word_behind_a_lead_of_several() -> None:
    """The lead "Written by" credits a first name far from the story's end, where "from" does not."""
    assert names(text(*STORY, tail=("Written by Jane", *NEXT))) == ["Jane"]
    assert names(text(*STORY, tail=("from Jane", *NEXT))) == []


def test_byline_ends_read_the_desk_above_words_to_readers() -> None:
    """A desk signs below prose; a table's heading and the name of a team in a list do not."""
    assert names(text(*STORY, tail=("HT-Redaktion", *PROSE))) == ["HT-Redaktion"]
    assert names(text(*STORY, tail=("Service Suggested Tip Amount", *PROSE))) == []


def test_byline_ends_read_names_above_addresses() -> None:
    """Each of several names with a title has an e-mail address on the next line."""
    tail = ("Jane Doe, reporter", "jane@harbour.example.com", "Max Moe", "max@harbour.example.com")
    assert names(text(*STORY, tail=tail)) == ["Jane Doe", "Max Moe"]
    assert names(text(*STORY, tail=("Jane Doe jane@harbour.example.com", "Max Moe max@harbour.example.com"))) == ["Jane Doe", "Max Moe"]
    assert names(text(*STORY, tail=("Write to us", "letters@harbour.example.com"))) == []


def test_byline_ends_read_the_name_behind_the_words_for_a_picture() -> None:
    """What an image says stands between the lead and the name."""
    tail = (
        "Article written by:",
        "Headshot of Ann Poe-Lund, MD, with a lake in the background",
        "Ann Poe-Lund, MD",
        "Article reviewed by:",
    )
    assert [name.partition(",")[0] for name in names(text(*STORY, tail=tail))] == ["Ann Poe-Lund"]


@pytest.mark.parametrize("line", ["Simple Summer Harbour Houses", "TIDE BOAT LADDER", "Tide ActionsPlatform", "Reporting losses"])
def test_byline_ends_ask_for_the_shape_of_a_name(line: str) -> None:
    """Four words, capitals alone, two words glued and small letters below a story are nobody who signs it."""
    assert names(text(*STORY, tail=(line,))) == []


def test_byline_ends_read_no_heading_above_its_own_words() -> None:
    """A heading whose words open the next line in small letters is no card."""
    assert names(text(*STORY, "Direct Flicker", "Direct flicker is the swing of the light while the lamp is on.", *STORY)) == []
