"""The display lines of a plain text: where a headline ends, what is no kicker, and the section."""

from __future__ import annotations

import pytest

import newsparse

STORY = (
    "The rebels entered the city at dawn on Friday, and the army withdrew to the north, officials and residents said to the press.",
    "The governor called on people to stay in their homes until the fighting in the western suburbs had come to an end for good.",
    "Aid groups said that thousands had left the city on foot since Thursday, and that the hospitals were running out of fuel.",
)


def article(*lines: str, tail: tuple[str, ...] = ()) -> newsparse.Article:
    """Return the article of a text with lines above its story and behind it."""
    return newsparse.parse("\n\n".join((*lines, *STORY, *tail)))


@pytest.mark.parametrize(
    "title",
    [
        "Rebels enter the city in the north | The Courier",
        "Rebels enter the city in the north | World | The Courier",
        "Rebels enter the city in the north - World - The Courier",
        "Rebels enter the city in the north – The Courier",
    ],
)
def test_headline_ends_before_the_names_of_section_and_site(title: str) -> None:
    """What a page's title has behind the headline is left out, where the text has it elsewhere or a bar stands before it."""
    found = article(title, tail=("© 2025 The Courier",)).headline
    assert found is not None
    assert found.text == "Rebels enter the city in the north"


def test_headline_keeps_a_dash_of_its_own() -> None:
    """What stands behind a dash and nowhere else is the headline's."""
    found = article("Rebels enter the city in the north - again").headline
    assert found is not None
    assert found.text == "Rebels enter the city in the north - again"


def test_headline_is_no_byline() -> None:
    """A line that a byline's word opens and that names somebody is not the headline of a text that has another."""
    found = article("By: Jane Doe", "Rebels enter the city in the north").headline
    assert found is not None
    assert found.text == "Rebels enter the city in the north"


@pytest.mark.parametrize(
    ("way", "section"),
    [("Home » News » Local", "Local"), ("Home > Wirtschaft", "Wirtschaft"), ("/ News / Tools", "News"), ("Home / Things", None)],
)
def test_kicker_is_not_the_way_to_the_page(way: str, section: str | None) -> None:
    """The way to a page is no kicker; the last section on it is the story's."""
    found = article(way, "Rebels enter the city in the north")
    assert found.kicker is None
    assert (found.section.text if found.section else None) == section


def test_kicker_is_no_credit() -> None:
    """Who made the picture above the headline is no kicker."""
    assert article("Photo: Max Moe", "Rebels enter the city in the north").kicker is None


@pytest.mark.parametrize("line", ["[Home] [About] [Contact]", "Skip directly to:", "open search bar"])
def test_kicker_is_no_line_of_the_page(line: str) -> None:
    """Buttons in brackets, a label before a menu and a button in small letters are no kickers."""
    assert article(line, "Rebels enter the city in the north").kicker is None


def test_kicker_has_no_dash_at_its_end() -> None:
    """What parts a kicker from its headline belongs to neither."""
    found = article("Harbour -", "Rebels enter the city in the north").kicker
    assert found is not None
    assert found.text == "Harbour"


def test_deck_of_sentences_is_no_headline() -> None:
    """Of two lines above the story of which the lower one is several sentences, the upper one is the headline."""
    lines = (
        "Inrikes",
        "Renarna får egen bro över E45",
        "Bron blir 60 meter bred och ska täckas av mossa. Bygget startar i vår.",
        "Av Torkel Rydvall och Annika Mossberg",
        "Publicerad 2 dec 2023 kl 07.15",
        "Norr om Storuman ska en bro byggas för renar, älgar och alla andra som inte läser vägskyltar. Trafikverket betalar bygget.",
        "– Vi har väntat på detta i fjorton år, säger Nils-Anders Fjellborg som är ordförande i samebyn.",
        "Under de senaste fem vintrarna har 212 renar körts ihjäl på sträckan.",
    )
    found = newsparse.parse("\n".join(lines))
    assert lines[1:3] == (found.headline and found.headline.text, found.deck and found.deck.text)


def test_note_of_an_agency_to_its_customers_is_no_display_line() -> None:
    """What an agency tells its customers above the story is neither headline nor deck, and no sentence of the story."""
    advisory = "Eds: UPDATES with details on the hospitals and the army's withdrawal to the north."
    found = article("Rebels enter the city", advisory, "By JANE DOE", "Associated Press")
    assert ("Rebels enter the city", None) == (found.headline and found.headline.text, found.deck)
    assert ["advisory"] == [note.kind.value for note in found.notes]
    assert article("Eds: Adds quotes from the governor, details on the hospitals", "By JANE DOE").headline is None


def test_deck_without_an_end_may_stand_above_a_bare_name() -> None:
    """A line without a stop between headline and byline sums the story up, though its byline has no lead."""
    found = article("Rebels enter the city", "Hospitals run out of fuel as the army withdraws", "Jo Marsh", "6 May 2024").deck
    assert found is not None
    assert "Hospitals run out of fuel as the army withdraws" == found.text
