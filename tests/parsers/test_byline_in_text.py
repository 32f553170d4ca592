"""The byline of a plain text: names under the headline, in pieces, glued, signing the story, and what is none."""

from __future__ import annotations

import pytest

import newsparse
from parsers.stories import PROSE, names, text


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("By The Harbour Team",), ["The Harbour Team"]),
        (("By", "The Harbour Team", "3 May 2024"), ["The Harbour Team"]),
        (("Posted by TideBoat from the slow-ferries dept.",), ["TideBoat"]),
        (("3 May 2024 · 4 min · 980 words · Jane Doe",), ["Jane Doe"]),
        (("Dec. 19, 2025 · Jane Doe on behalf of the sailors",), ["Jane Doe"]),
        (("28 April 2024, 14:26, Jane Doe",), ["Jane Doe"]),
        (("by tidewriter | Apr 21, 2025",), ["tidewriter"]),
        (("Joris van der Veen", "25 September 2025"), ["Joris van der Veen"]),
        (("By", "Jane Doe", "Max Moe", "Ann Poe-Lund", "3 May 2024"), ["Jane Doe", "Max Moe", "Ann Poe-Lund"]),
    ],
)
def test_byline_in_text_is_read_from_pieces(lines: tuple[str, ...], expected: list[str]) -> None:
    """Houses and handles stand behind leads, names between marks."""
    assert expected == names(text(*lines))


@pytest.mark.parametrize(
    "lines",
    [
        ("By", "June 19, 2023"),
        ("By", "0", "3 May 2024"),
        ("(BUTTON) Share (BUTTON) Save", "3 May 2024"),
        ("Analysis - The Smart Ferry is slow",),
        ("1. Guides",),
    ],
)
def test_byline_in_text_takes_no_date_or_label_behind_a_lead(lines: tuple[str, ...]) -> None:
    """What stands behind a lead is no name when it is a date; genres and lists lead nobody."""
    assert names(text(*lines)) == []


@pytest.mark.parametrize("line", ["By Jane DoePublished: 3 May 2024", "By Jane Doe Battle Creek 3 May 2024"])
def test_byline_in_text_ends_a_name_where_the_text_does(line: str) -> None:
    """What a dump glued to a name is cut where another line has the name alone."""
    assert names(text(line, tail=("Jane Doe is a writer who lives by the sea and keeps bees.",))) == ["Jane Doe"]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("Jane Doe", "Jane Doe", "3 May 2024"), ["Jane Doe"]),
        (("Max Moe Editor", "The council will decide on the ferry's new harbour before the end of the coming year."), ["Max Moe"]),
        (("Ann Poe, MD, RD, FACP",), ["Ann Poe, MD, RD, FACP"]),
        (("City Desk",), ["City Desk"]),
        (
            ("Karim Aziz Nasser", "3 May 2024", "The imam Karim Aziz Nasser at prayer in the city's northern mosque in April"),
            ["Karim Aziz Nasser"],
        ),
    ],
)
def test_byline_in_text_alone_under_the_headline(lines: tuple[str, ...], expected: list[str]) -> None:
    """Names stand alone under a headline with copies, titles, degrees, and captions that name them too."""
    assert expected == names(text(*lines))


@pytest.mark.parametrize("line", ["Already Started?", "Future Plans#", "Press Room", "In Partnership With"])
def test_byline_in_text_is_no_sign(line: str) -> None:
    """Questions, anchors and labels of which half the words are the text's own are nobody."""
    assert (
        names(text(line, "Our partnership with the press of the city goes on, and its plans have started to bear fruit this very year."))
        == []
    )


@pytest.mark.parametrize(
    "tail",
    [
        ("— Jane Doe",),
        ("Jane Doe", "Jane Doe"),
        ("Jane Doe", "Senior writer"),
        ("3 May 2024 Jane Doe",),
        ("Jane Doe Lead Writer",),
    ],
)
def test_byline_in_text_signs_the_story(tail: tuple[str, ...]) -> None:
    """Names sign a story behind dashes, twice, with a date or a title."""
    assert names(text(tail=tail)) == ["Jane Doe"]


@pytest.mark.parametrize("tail", [("• Harborton, SC",), ("— Someone said so",), ("Jane Doe", "Foto: REUTERS")])
def test_byline_in_text_is_signed_by_names_only(tail: tuple[str, ...]) -> None:
    """Places in lists, words behind a dash and captions sign nothing."""
    assert names(text(tail=tail)) == []


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("By Jane Doe3 minute read",), ["Jane Doe"]),
        (("Max Moe Founder & Lead Reviewer",), ["Max Moe"]),
        (("Will Moe Editor",), ["Will Moe"]),
        (("By Jane Doe Gardener & Astrologer", "Jane Doe has grown roses"), ["Jane Doe"]),
    ],
)
def test_byline_in_text_leaves_out_what_follows_a_name(lines: tuple[str, ...], expected: list[str]) -> None:
    """Numbers glued to a name, professions and parts of titles behind it are no names."""
    assert expected == names(text(*lines))


def test_byline_in_text_is_not_in_a_caption_without_title() -> None:
    """Common nouns in small letters under a picture are no job title."""
    assert names(text("3 May 2024", "New Harborton police officers", "By", "Jane Doe")) == ["Jane Doe"]


def test_byline_in_text_of_a_card_within_the_story() -> None:
    """A name and a line about it stand before the last lines of what is taken for the story."""
    assert names(text(*PROSE, *PROSE, *PROSE, "Jane Doe", "Jane Doe is a writer who lives by the sea and keeps bees.", *PROSE)) == [
        "Jane Doe"
    ]


@pytest.mark.parametrize("name", ["Jeffrey A. Doe", "Shelia R. Poe"])
def test_byline_in_text_knows_middle_initials(name: str) -> None:
    """An initial with its dot is no article, whatever word of a language its letter is."""
    assert names(text(name)) == [name]


def test_byline_in_text_is_found_above_a_story_far_from_its_headline() -> None:
    """Where menus stand between headline and story, the lines right above the story are looked at too."""
    menu = [f"• Section {number} of the harbour's paper" for number in range(40)]
    assert names(text(*menu, "Jane Doe", "3 May 2024")) == ["Jane Doe"]


def test_byline_in_text_is_no_glued_menu() -> None:
    """Labels that a dump glued together are nobody, also beside a date."""
    assert names(text("DashboardGet Started Free", "3 May 2024")) == []


def test_byline_in_text_stands_under_the_copy_of_the_headline_above_the_story() -> None:
    """The first line of a dump is the page's title: what stands between it and the headline is a menu."""
    menu = ["World", "Harbour North", "Harbour South", "Culture", "Sports", "Weather", "Ferry Times", "Games", "Sign in"] * 5
    lines = ("Rebels enter the city in the north", *menu, "Rebels enter the city in the north", "Jane Doe", *PROSE)
    assert names(newsparse.parse("\n".join(lines))) == ["Jane Doe"]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("By", "Jane Doe,", "Max Moe"), ["Jane Doe", "Max Moe"]),
        (("3 May 2024 at 15:46/Jane Doe",), ["Jane Doe"]),
    ],
)
def test_byline_in_text_goes_on_behind_marks(lines: tuple[str, ...], expected: list[str]) -> None:
    """A comma at a line's end joins the name on the next; a slash parts a date and a name."""
    assert expected == names(text(*lines))


def test_byline_in_text_is_no_credit_under_its_label() -> None:
    """A name behind a picture's label on the line above made the picture."""
    assert names(text("Photo:", "Jane Doe/TASS")) == []


def test_byline_in_text_is_no_piece_of_a_sentence() -> None:
    """A tool that tears sentences at their links leaves lines that begin with "by"."""
    torn = (
        "New pictures from the harbour show attacks that were launched",
        "by Harbour Dynamics",
        "; the makers say that they were tested.",
    )
    assert names(text(*torn, "Jane Doe", "3 May 2024")) == ["Jane Doe"]


@pytest.mark.parametrize(
    "lines", [("Harbour Fund", "North Wall, West Coast", "Donate"), ("Last Changes : 3 May 2024 - 16:49",), ("By", "Search")]
)
def test_byline_in_text_is_no_menu(lines: tuple[str, ...]) -> None:
    """Labels before colons, buttons behind a lead and lines of a menu are nobody."""
    assert names(text(*lines)) == []


def test_byline_in_text_wins_over_a_credit_beside_a_date() -> None:
    """A house beside the date is surer than a name and an agency between slashes, which are a picture's."""
    assert names(text("AFP", "3 May 2024", "A frozen sample in a clinic.", "Max Moe/dpa")) == ["AFP"]


@pytest.mark.parametrize(
    ("lines", "expected"), [(("Author", "Tidewater"), ["Tidewater"]), (("Author", "Share"), []), (("Text", "Key Figures of 2024"), [])]
)
def test_byline_in_text_stands_under_its_label(lines: tuple[str, ...], expected: list[str]) -> None:
    """A label that leads bylines before a colon leads the name on the next line too; buttons are none."""
    assert expected == names(text(*lines))


def test_byline_in_text_takes_no_menu_for_an_author() -> None:
    """Labels in a list behind the story sign nothing, and "About" leads to nobody of whom nothing is told."""
    assert names(text(tail=("Get our app", "App Store", "App Gallery", "News", "Sport"))) == []
    assert (
        names(text(tail=("More", "Help", "Shop", "News", "Sport", "About Ferry Accounts", "Connect with us", "Radio", "Podcasts", "Maps")))
        == []
    )


def test_byline_in_text_by_its_date_goes_before_whom_the_story_names() -> None:
    """A name beside the date under the headline is not outdone by a line of the story that opens as bylines do."""
    assert ["Jane Doe"] == names(text("Jane Doe", "3 May 2024", PROSE[0], "by Harbour Best Reviews."))


def test_byline_in_text_is_read_behind_the_mark_of_a_heading() -> None:
    """Markdown prints a name as a heading where the page does."""
    assert ["Matt Willem Doe"] == names(text("# Matt Willem Doe", "3 May 2024"))


@pytest.mark.parametrize(
    "lines",
    [
        ("Author Spotlight", "3 May 2024"),
        ("Written by", "Researched by", "3 May 2024"),
        ("Stop searching now. Talk to the Harbour Experts", "3 May 2024"),
    ],
)
def test_byline_in_text_takes_no_heading_for_a_name(lines: tuple[str, ...]) -> None:
    """A noun and one word make a heading, a lead is no name, and names are no sentences."""
    assert names(text(*lines)) == []


@pytest.mark.parametrize(
    "line",
    ["Portrait of Jane Doe By Jane Doe", "By Jane Doe portrait Jane Doe"],
)
def test_byline_in_text_names_nobody_twice(line: str) -> None:
    """The words for a picture of the author stand before the name in some dumps."""
    assert ["Jane Doe"] == names(text(line, "3 May 2024"))


@pytest.mark.parametrize(
    ("tail", "expected"),
    [
        (("August 12, 2025 By The Harbour Team",), ["The Harbour Team"]),
        (("Jane Doe", "Author", "@janedoe"), ["Jane Doe"]),
        (("Written by Harbour Thousands", "594 followers", "Harbour Thousands"), ["Harbour Thousands"]),
    ],
)
def test_byline_in_text_signs_the_story_with_a_lead_or_a_label(tail: tuple[str, ...], expected: list[str]) -> None:
    """Behind the story stand teams with lead and date, names over a label, and houses of common words that stand alone as well."""
    assert expected == names(text(tail=tail))


def test_byline_in_text_ends_where_the_name_stands_alone() -> None:
    """What a dump glued to a name behind a lead is none of it where the text has the name alone."""
    line = "Posted by Damien WilderDecember 30, 2024December 30, 2024 Posted in Harbours"
    tail = (line, "Published by Damien Wilder", "Damien Wilder")
    assert ["Damien Wilder"] == names(text(line, tail=tail))


@pytest.mark.parametrize(
    ("lines", "tail", "expected"),
    [
        (("tide-boat-77", "3 May 2024"), ("© 2024 tide-boat-77 · Privacy",), ["tide-boat-77"]),
        (("• Tide Dental Care", "• 3 May 2024"), ("© 2024 Tide Dental Care",), ["Tide Dental Care"]),
        (("Boats & harbours", "3 May 2024"), ("© 2024 Harbour Press",), []),
    ],
)
def test_byline_in_text_is_the_house_beside_the_date(lines: tuple[str, ...], tail: tuple[str, ...], expected: list[str]) -> None:
    """A house or a handle above its date is the author where the text states its rights; a section is not."""
    assert names(text(*lines, tail=tail)) == expected


def test_byline_in_text_is_not_dated_across_the_headline() -> None:
    """What stands above the headline is not beside the date below it, unless the rights are that person's."""
    below = ("Rebels enter the city in the north", "3 May 2024", *PROSE)
    assert names(newsparse.parse("\n\n".join(("Tide Logo", *below)))) == []
    assert names(newsparse.parse("\n\n".join(("Jane Doe", *below, "Copyright Jane Doe 2024")))) == ["Jane Doe"]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("By[135] Jane Doe and Max Moe", "3 May 2024"), ["Jane Doe", "Max Moe"]),
        (("Jane Doe^1", "3 May 2024"), ["Jane Doe"]),
        (("By", "Jane DoeNews Reporter", "Max MoeNews Reporter", "Ann Poe", "3 May 2024"), ["Jane Doe", "Max Moe", "Ann Poe"]),
        (("By", "Jane Doe", "IMG-2324 IMG-2324", "3 May 2024"), ["Jane Doe"]),
        (("By", "Portrait of Jane Doe at sea", "Jane Doe", "3 May 2024"), ["Jane Doe"]),
        (("By Jane Doe Photo Jane Doe", "3 May 2024"), ["Jane Doe"]),
    ],
)
def test_byline_in_text_is_read_past_what_tools_add(lines: tuple[str, ...], expected: list[str]) -> None:
    """Numbers of links and notes are no part of names, titles are glued to them, and words for pictures stand between."""
    article = text(*lines)
    assert names(article) == expected
    assert article.byline is not None
    assert article.byline.span is not None
    assert " ".join(article.source_text[article.byline.span.slice].split()) == article.byline.text


def test_byline_in_text_stands_below_the_deck_and_the_date() -> None:
    """A deck as long as a paragraph is not the story's opening where the line of the date stands below it."""
    deck = "The rebels entered the city at dawn on Friday while the army withdrew to the north, officials of both sides said."
    assert names(text(deck, "3 May 2024 - 16:48", "Updated: 3 May 2024 - 16:49", "News - Anadolu Agency")) == ["Anadolu Agency"]


def test_byline_in_text_is_no_address_behind_a_lead() -> None:
    """An e-mail address alone names nobody."""
    assert names(text("By", "office@harbour.example.com")) == []


def test_byline_in_text_parts_a_name_from_the_handle_glued_to_it() -> None:
    """A sign without a dot behind it is a handle's and no address's."""
    assert names(text("Jane Doe@JaneDoe", "3 May 2024")) == ["Jane Doe"]
