"""Notes in their article: what they own, their dates, and whose biography they are."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

import newsparse
from newsparse import Claim, Document, Draft, Parser, Pipeline, read
from newsparse.model import Article, Byline, Contributor, Note, Paragraph
from newsparse.parsers import notes
from newsparse.text import clean
from newsparse.vocabulary import BlockRole, NoteKind
from parsers.pages import PROSE as STORY
from parsers.pages import page

PROSE = "Rebels advanced on the city at dawn on Friday, and the army withdrew to the north, officials said."


def _find_byline(document: Document, draft: Draft) -> Iterator[Claim]:
    """Yield a byline that stands in no block."""
    yield Claim(Byline("By Jane Doe", contributors=(Contributor("Jane Doe"),)), 0.9)


def _find_body(document: Document, draft: Draft) -> Iterator[Claim]:
    """Yield every block that is long enough for a sentence, notes too."""
    for block in document.blocks:
        if len(block.plain) > 40:
            yield Claim(Paragraph(block.plain, span=block.whole), 0.9, None, block.own)


PIPELINE = Pipeline((Parser("byline.given", "byline", _find_byline), Parser("body.long", "body", _find_body), *notes.PARSERS))


def _article(*lines: str) -> Article:
    """Return the article of a text with the given lines around its prose."""
    return PIPELINE.run(read("\n\n".join(PROSE if line == "…" else line for line in lines)))


def test_correction_is_no_body_and_keeps_its_date() -> None:
    """A correction leaves the body and states its date."""
    article = _article("…", "…", "…", "Correction, December 20, 2023: An earlier version misstated the number of members.")
    assert [NoteKind.CORRECTION] == [note.kind for note in article.notes]
    note = article.notes[0]
    assert note.date is not None
    assert str(note.date.value) == "2023-12-20"
    assert note.date.span is not None
    assert article.source_text[note.date.span.slice] == "December 20, 2023"
    assert len(article.body) == 3


def test_correction_in_the_middle_does_not_cut_the_story() -> None:
    """A clear note between paragraphs is kept apart, and the story goes on behind it."""
    article = _article(*["…"] * 7, "Editor's note: The mayor's name was misspelled in this paragraph.", *["…"] * 7)
    assert [NoteKind.EDITORS_NOTE] == [note.kind for note in article.notes]
    assert len(article.body) == 14


def test_doubtful_note_stays_body() -> None:
    """A long paragraph that opens with "Update:" stays in the story, and the other reading is told."""
    article = _article("…", "…", "Update: " + PROSE * 3)
    assert article.notes == ()
    assert len(article.body) == 3
    assert [NoteKind.UPDATE] == [note.kind for note in article.claims("notes") if isinstance(note, Note)]


def test_biography_is_linked_and_adds_no_author() -> None:
    """The biography of a byline's author is linked by name and makes no second author."""
    article = _article("…", "…", "Jane Doe is a politics reporter for the Courier.")
    assert [NoteKind.AUTHOR_BIO] == [note.kind for note in article.notes]
    assert [person.name for person in article.notes[0].contributors] == ["Jane Doe"]
    assert [person.name for person in article.authors] == ["Jane Doe"]


def test_biography_of_a_stranger_adds_no_author() -> None:
    """The biography of somebody else links to nobody."""
    article = _article("…", "…", "John Roe is a reporter at large.")
    assert [person.name for person in article.authors] == ["Jane Doe"]


def test_note_under_its_label_is_one_note() -> None:
    """A label on a line of its own and the line below it are one note."""
    article = _article("…", "…", "Corrections", "A previous version of this story misstated the date of the vote.")
    assert len(article.notes) == 1
    note = article.notes[0]
    assert note.text == "Corrections A previous version of this story misstated the date of the vote."
    assert note.span is not None
    assert clean(article.source_text[note.span.slice]) == note.text


def test_button_is_no_note() -> None:
    """A button to report an error is no correction."""
    article = _article("…", "…", "Suggest a correction", "Send us a tip")
    assert article.notes == ()


def test_notes_hold_their_blocks() -> None:
    """Each note's block has the role of a note."""
    article = _article("…", "…", "This piece originally appeared in The Harbour Review.")
    assert BlockRole.NOTE in [block.role for block in article.blocks]


def test_no_story_no_notes() -> None:
    """Where there is no story there are no notes on it."""
    assert _article("Correction: none").notes == ()


BOX = "<div class='author-box'><strong>{0}</strong><p>{1}</p></div>"


@pytest.mark.parametrize(
    ("tail", "kind", "text"),
    [
        (
            "<p>Contact Ann Poe at ann@courier.example or 555-0144.</p>",
            NoteKind.CONTACT,
            "Contact Ann Poe at ann@courier.example or 555-0144.",
        ),
        (
            BOX.format("Ann Poe", "Ann writes about walking, weather and bread for the Courier."),
            NoteKind.AUTHOR_BIO,
            "Ann writes about walking, weather and bread for the Courier.",
        ),
        ("<p>Media contact: Jim Farrow, 202-555-0172</p>", NoteKind.CONTACT, "Media contact: Jim Farrow, 202-555-0172"),
    ],
)
def test_notes_on_the_author_go_by_name_and_place(tail: str, kind: NoteKind, text: str) -> None:
    """A line at the end that reaches an author, or tells of one in a box for that, is a note."""
    article = page(
        f"<article><h1>Bridge opens after nine years</h1><p>By Ann Poe</p>{STORY}{tail}</article>", "<title>Bridge opens</title>"
    )
    assert (kind, text) in [(note.kind, note.text) for note in article.notes]


def test_notes_hold_no_biography_of_an_interviewed_person() -> None:
    """A box about somebody who is none of the authors is no biography of them."""
    box = "<div><h3>Zur Person</h3><p>Ines Calloway, 54, leitet das Schlaflabor der Universität und forscht seit 1998.</p></div>"
    article = page(
        f"<article><h1>Bridge opens after nine years</h1><p>Von Ann Poe</p>{STORY}{box}</article>", "<title>Bridge opens</title>"
    )
    assert NoteKind.AUTHOR_BIO not in [note.kind for note in article.notes]


def test_disclosure_about_the_author_is_no_paragraph() -> None:
    """A line that opens with an author and holds a note's phrase is a note, and so is the line of rights behind a story."""
    article = _article(
        "…",
        "…",
        "Jane Doe receives funding from the fund for old pipes.",
        "Copyright 2024 The Example. All rights reserved. This material may not be published, broadcast, rewritten or redistributed.",
    )
    assert [NoteKind.DISCLOSURE, NoteKind.RIGHTS] == [note.kind for note in article.notes]
    assert len(article.body) == 2


def test_rights_of_an_agency_and_who_paid_are_notes() -> None:
    """An agency's short line of rights and the line that says who paid are notes, and a name in capitals is the author's."""
    article = _article(
        "…", "…", "This content was paid for by Valvex.", "JANE DOE is an engineer and writer.", "© dpa-infocom, dpa:241105-99-1/2"
    )
    assert [NoteKind.DISCLOSURE, NoteKind.RIGHTS] == [note.kind for note in article.notes if note.kind is not NoteKind.AUTHOR_BIO]
    assert len(article.body) == 2


def test_telephone_of_the_author_is_a_note() -> None:
    """A line with an author's name and number tells how to reach them."""
    article = _article("…", "…", "Call Jane Doe at 555-0177 with tips.")
    assert [NoteKind.CONTACT] == [note.kind for note in article.notes]


def test_heading_of_a_list_credits_nobody() -> None:
    """A known phrase of the page is no credit, whatever its letters may name."""
    article = page(
        "<article><h1>橋が開通した</h1><p>市は月曜日、川にかかる新しい橋を開通させた。着工から九年がたっていた。</p><h2>【関連記事】</h2></article>",
        lang="ja",
    )
    assert () == article.notes


def test_last_line_that_opens_with_the_author_is_a_biography() -> None:
    """The story's last line that opens with an author's full name and goes on in small letters tells of the author."""
    bio = "Jane Doe keeps bees in Mill End and is at work on a second book of walks."
    article = newsparse.parse("\n\n".join(("Rivers rise for a third day", "By Jane Doe", *STORY, *STORY, bio)), source="text")
    assert [(NoteKind.AUTHOR_BIO, bio)] == [(note.kind, note.text) for note in article.notes]
    quoted = "Jane Doe, who keeps bees in Mill End, said that the second book of walks was at an end."
    article = newsparse.parse("\n\n".join(("Rivers rise for a third day", "By Jane Doe", *STORY, *STORY, quoted)), source="text")
    assert () == article.notes
