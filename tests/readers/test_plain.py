"""Plain text becomes blocks whose offsets index the caller's own string."""

from __future__ import annotations

import textwrap

import pytest

from newsparse.readers import Limits, read

PROSE = (
    "The council agreed on Tuesday to close the old harbour bridge for most of the summer, and the ferry "
    "company said that it would run two more boats each day until the repairs are finished in September."
)


def _plain(text: str) -> list[str]:
    return [block.plain for block in read(text, source="text").blocks]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x85", "\u2028", "\f"])
def test_read_text_knows_every_line_end(end: str) -> None:
    """Every character that ends a line parts two blocks."""
    assert ["One line.", "Another."] == _plain(f"One line.{end}Another.{end}")


def test_read_text_keeps_offsets_beside_invisible_characters() -> None:
    """A block's text is the slice of the caller's string, whatever stands in it."""
    text = "\ufeffHarbour\u00a0bridge\r\n\r\n\u200eThe coun\u00adcil \U0001f6a2 agreed.\n"
    document = read(text, source="text")
    assert text == document.text
    assert ["Harbour bridge", "The council \U0001f6a2 agreed."] == [block.plain for block in document.blocks]
    assert all(text[block.start : block.end] == block.text for block in document.blocks)


@pytest.mark.parametrize("width", [60, 72, 80])
def test_read_text_joins_wrapped_lines(width: int) -> None:
    """Lines that a margin ended become one paragraph."""
    wrapped = textwrap.fill(PROSE, width)
    assert [PROSE, PROSE] == _plain(f"{wrapped}\n\n{wrapped}\n")


def test_read_text_joins_wrapped_lines_without_blank_lines() -> None:
    """A short last line ends a wrapped paragraph also where no blank line follows."""
    wrapped = textwrap.fill(PROSE, 72)
    assert [PROSE, PROSE] == _plain(f"{wrapped}\n{wrapped}\n")


def test_read_text_leaves_a_short_paragraph_between_wrapped_ones_alone() -> None:
    """A real paragraph of one line is not glued to the next."""
    wrapped = textwrap.fill(PROSE, 72)
    assert [PROSE, "Nobody objected.", PROSE] == _plain(f"{wrapped}\nNobody objected.\n{wrapped}\n")


def test_read_text_joins_a_short_clipping_of_which_few_lines_are_wrapped() -> None:
    """Two pairs are enough where no stop ends the upper line and the lower one goes on in lower case."""
    text = """Council votes to close the old harbour

The council voted on Friday to close the old harbour, ending a
dispute that has divided the town.

"We have no money for the wall," said the mayor, Ann Tarrow, after
the vote.
"""
    assert [
        "Council votes to close the old harbour",
        "The council voted on Friday to close the old harbour, ending a dispute that has divided the town.",
        '"We have no money for the wall," said the mayor, Ann Tarrow, after the vote.',
    ] == _plain(text)


def test_read_text_joins_wrapped_lines_that_go_on_with_nouns() -> None:
    """Where all lines meet one margin, few that go on in lower case are enough: German begins each noun with a capital."""
    text = """\
   Lindau. Der Hafen bekommt im Frühjahr eine neue Mole aus Granit. Die
   Stadträte haben am Montag den Bau beschlossen, nach langen Debatten
   von neun Stunden.

   Bezahlt wird die Mole vom Land und vom Bund, sagt Bürgermeisterin Ute
   Hohenwart. Den Auftrag hat ein Betrieb aus Bregenz, der schon für den
   Leuchtturm Steine lieferte.

   Der Bau beginnt im März und dauert nach Angaben der Verwaltung rund 14
   Monate.
"""
    assert 3 == len(_plain(text))


def test_read_text_leaves_a_few_lines_with_keys_apart() -> None:
    """Lower case alone does not join: the lines of a header stand below each other and end where they like."""
    lines = ["title: the bridge over the old harbour is to close", "author: Ann Tarrow", "date: 2025-02-03"]
    assert [*lines, "The bridge will close."] == _plain("\n".join(lines) + "\n\nThe bridge will close.\n")


def test_read_text_undoes_hyphens_of_wrapped_lines() -> None:
    """A word that a line end cut is whole, and the span covers both halves."""
    text = (
        "The council agreed on Tuesday to close the old harbour bridge for mo-\n"
        "nths, and the ferry company said that it would run two more boats on\n"
        "each day until the repairs are finished in the second half of Septem-\n"
        "ber.\n"
    )
    document = read(text, source="text")
    assert 1 == len(document.blocks)
    assert "bridge for months, and" in document.blocks[0].plain
    assert 4 == document.blocks[0].lines
    assert text.rstrip() == document.blocks[0].text


def test_read_text_keeps_lines_of_unwrapped_text() -> None:
    """One line a paragraph stays one block a line."""
    assert [PROSE, "Nobody objected.", PROSE] == _plain(f"{PROSE}\nNobody objected.\n{PROSE}")


def test_read_text_does_not_join_a_menu() -> None:
    """Short lines that stand below each other are not a paragraph."""
    lines = ["News from the harbour and the city", "Weather for today and tomorrow here", "Letters to the editor of this paper", "Sport"]
    assert lines == _plain("\n".join(lines))


def test_read_text_marks_bullets_and_numbers() -> None:
    """What opens an item is known; a negative number and a hashtag are none."""
    text = "* One\n1. Two\n(a) Three\n• Four\n-40 degrees\n1.5 million\n#MeToo\n## Five"
    assert ["* ", "1. ", "(a) ", "• ", "", "", "", "## "] == [block.mark for block in read(text, source="text").blocks]


def test_read_text_keeps_the_rest_in_one_block_at_the_limit() -> None:
    """A limit that is reached loses nothing and is reported."""
    document = read("\n".join(f"Line {i}" for i in range(10)), source="text", limits=Limits(blocks=4))
    assert 4 == len(document.blocks)
    assert document.blocks[-1].text.endswith("Line 9")
    assert ["limit"] == [str(problem.kind) for problem in document.problems]


@pytest.mark.parametrize("text", ["", " \n\t\n", "\ufeff\n\u200b"])
def test_read_text_of_nothing_has_no_blocks(text: str) -> None:
    """Blank text has no blocks."""
    assert [] == read(text, source="text").blocks


@pytest.mark.parametrize("gap", ["", " ", "\xa0", " \xa0", "\t"])
def test_mark_of_a_quoted_line_ends_where_its_words_begin(gap: str) -> None:
    """Whatever parts a ">" from its line, the words behind the mark begin with a letter."""
    line = read(f"Harbour strike goes on\n\n>{gap}The union said no again on Monday.\n\nTalks go on.", source="text").blocks[1]
    assert "The union said no again on Monday." == line.plain[len(line.mark) :]


def test_read_text_does_not_join_paragraphs_of_one_sentence() -> None:
    """Lines of like length that each hold a whole sentence are paragraphs, also where one opens with a quote."""
    lines = [
        "Nurses at a large hospital have told how they kept patients alive by torchlight.",
        "The power failed at 1.20am on Saturday and did not come back for six hours.",
        "'Nobody told us what to do,' said one nurse, who asked not to be named at all.",
        "A spokesman for the trust said that no patient was at risk during the night.",
        "The regulator has opened an inquiry, and its first report is due next month.",
    ]
    assert lines == _plain("\n".join(lines))


def test_read_text_takes_an_empty_quoted_line_as_blank() -> None:
    """The bare mark between two quoted paragraphs is no line of its own."""
    wrapped = textwrap.fill(PROSE, 60).splitlines()
    text = "\n".join(["> " + line for line in wrapped] + [">"] + ["> " + line for line in wrapped])
    assert ["> " + PROSE] * 2 == _plain(text)


def test_read_text_reads_emphasis_as_words() -> None:
    """The marks of Markdown are not text, and a span that needs one of a pair holds both."""
    source = "By **Ann Lee** and _Bo Ek_ | 3 May\n"
    block = read(source, source="text").blocks[0]
    assert "By Ann Lee and Bo Ek | 3 May" == block.plain
    assert "By **Ann Lee**" == source[block.span(0, 10).slice]
    assert "Ann Lee" == source[block.span(3, 10).slice]
    assert "**Ann Lee** and _Bo Ek_" == source[block.span(3, 20).slice]


TORN = """Ferry adds boats
Home
about
contact
The council agreed on Tuesday to close the old bridge for repairs that will last until the spring of next year at the least, as the mayor,
Ann Example
, told the
Harbour News
on Wednesday, and the ferry company will run two more boats on weekdays until the work on the old bridge has been done, she added
.
The boats leave from the pier (
see the map
), and tickets cost two pounds.
Tickets
Children travel free on all of the boats, said the company, which has run the crossing since the year in which the bridge was built by the county.
"""


def test_torn_sentences_are_whole_again() -> None:
    """A sentence whose links stand on lines of their own is one block, its span the raw lines; labels and crossheads stay apart."""
    document = read(TORN, source="text")
    plain = [block.plain for block in document.blocks]
    assert plain[:4] == ["Ferry adds boats", "Home", "about", "contact"]
    assert plain[4].endswith("as the mayor, Ann Example , told the Harbour News on Wednesday, and the ferry company will run two more boats"
                             " on weekdays until the work on the old bridge has been done, she added .")  # fmt: skip
    assert plain[5] == "The boats leave from the pier ( see the map ), and tickets cost two pounds."
    assert plain[6] == "Tickets"
    assert all(TORN[block.start : block.end] == block.text for block in document.blocks)


def test_lines_that_a_writer_ended_are_not_taken_for_torn_ones() -> None:
    """Code, dots that open a line and a single stray comma make no text torn."""
    text = "\n".join(["const a = () => {", ");", "...and so on it went", ", stray", *["The council agreed to close the bridge. " * 4] * 3])
    assert len(read(text, source="text").blocks) == 7


def test_read_text_takes_a_link_without_words_as_blank() -> None:
    """A line of icons, whose links hold nothing but marks, is no block."""
    source = "One\n[__](https://example.org/a)[__](https://example.org/b)\nTwo\n"
    assert ["One", "Two"] == _plain(source)


def test_part_of_a_block_is_the_text_of_its_span() -> None:
    """Where a range parts a pair of marks, the one that is left shows in the text as it does in the span."""
    source = "The *old bridge. Photo: Mia* Holm\n"
    block = read(source, source="text").blocks[0]
    assert "The old bridge. Photo: Mia Holm" == block.plain
    text, span = block.part(0, 15)
    assert ("The *old bridge.", "The *old bridge.") == (text, source[span.slice])
    assert ("The old bridge. Photo: Mia", "The *old bridge. Photo: Mia*") == (block.part(0, 26)[0], source[block.part(0, 26)[1].slice])


def test_name_below_a_wrapped_paragraph_is_a_line_of_its_own() -> None:
    """A name that would not have fitted on the last line of a deck does not go on with it."""
    deck = "A guide on how much to charge for classes, with the average costs and what\naffects the price, and tips to consider when you have to make a structure."
    prose = "When it comes to classes, the right price can be the difference between a\npacked house and an empty room, and it is not easy to find it in a town.\nWhoever knows the neighbours can ask them what they would pay for an hour."
    document = read(f"What should a class cost?\n\n{deck}\nShauna Mitchell\nAugust 25, 2024\n\n{prose}\n", source="text")
    assert "Shauna Mitchell" in [block.plain for block in document.blocks]


def test_escaped_page_that_is_read_as_text_is_told() -> None:
    """Who asks for text gets text, and learns that it is a page with its marks escaped."""
    document = read("&lt;h1&gt;One&lt;/h1&gt;\n&lt;p&gt;Two.&lt;/p&gt;", source="text")
    assert ["the text is a page with its marks escaped; it was read as text"] == [problem.message for problem in document.problems]


def test_headline_and_byline_broken_over_lines_are_one_each() -> None:
    """In wrapped text a short line goes on below in lower case; lines that open with capitals stay apart."""
    prose = textwrap.fill(PROSE, 64)
    text = f"By ANN HOLLOW\nand PETER BRIGHT\nStaff writers\n\nRiver towns brace\nfor second crest\n\n{prose}\n\n{prose}\n"
    blocks = _plain(text)
    assert ["By ANN HOLLOW and PETER BRIGHT", "Staff writers", "River towns brace for second crest"] == blocks[:3]
    assert "for second crest" in _plain(f"River towns brace\nfor second crest\n\n{PROSE}\n")


def test_quoted_lines_go_on_with_a_capital() -> None:
    """What a mail program wrapped is joined, though the nouns of its language have capitals."""
    quoted = (
        "> Die Stadt baut die Schleuse am alten Hafen um und sperrt deshalb die\n"
        "> Zufahrt zum Kai. Die Arbeiten dauern nach den Angaben der Verwaltung\n"
        "> Monate.\n>\n"
        "> Der Rat stimmte am Montag zu. Dagegen waren vor allem die Mitglieder der\n"
        "> Opposition.\n"
    )
    assert 5 == len(_plain(f"From: Ann\nTo: Ben\nSubject: Hafen\n\n{quoted}"))
