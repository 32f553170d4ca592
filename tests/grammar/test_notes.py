"""Lines about the story, told by their words."""

from __future__ import annotations

import pytest

from newsparse.grammar.notes import CLEAR, DOUBTFUL, person_note, phrased_note, read_note
from newsparse.vocabulary import NoteKind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("[UPDATED: Oct. 3, 2022] The following article and its title has been updated for clarity.", NoteKind.UPDATE),
        ("Correction: December 20, 2023: The council has nine members, not eight.", NoteKind.CORRECTION),
        ("CORRECTION (Dec. 20, 2023): An earlier version misnamed the mayor.", NoteKind.CORRECTION),
        ("A previous version of this story said that the bridge had closed.", NoteKind.CORRECTION),
        ("This story was updated on August 25.", NoteKind.UPDATE),
        ("This is a breaking news story - more to follow", NoteKind.UPDATE),
        ("Editor’s note: This piece discusses violence.", NoteKind.EDITORS_NOTE),
        ("Clarification: The mayor spoke on Monday.", NoteKind.CLARIFICATION),
        ("Anmerkung der Redaktion: Der Bürgermeister heißt Meier.", NoteKind.EDITORS_NOTE),
        ("In einer früheren Version dieses Artikels hieß es anders.", NoteKind.CORRECTION),
        ("Korrekturhinweis: Der Rat hat neun Mitglieder.", NoteKind.CORRECTION),
        ("Rectificatif : le conseil compte neuf membres.", NoteKind.CORRECTION),
        ("Fe de errores: el consejo tiene nueve miembros.", NoteKind.CORRECTION),
        ("Rettifica: il consiglio ha nove membri.", NoteKind.CORRECTION),
        ("Correctie: de raad telt negen leden.", NoteKind.CORRECTION),
        ("Sprostowanie: rada liczy dziewięć osób.", NoteKind.CORRECTION),
        ("訂正：議員は9人です。", NoteKind.CORRECTION),
        ("정정보도: 의원은 9명입니다.", NoteKind.CORRECTION),
        ("更正：委员为九人。", NoteKind.CORRECTION),
        ("This piece originally appeared in The Harbour Review", NoteKind.ORIGIN),
        ("First published in The Harbour Review.", NoteKind.ORIGIN),
        ("Cross-posted from the Harbour Review.", NoteKind.ORIGIN),
        ("Materials provided by Institute for River Science.", NoteKind.ORIGIN),
        ("Quelle: dpa", NoteKind.ORIGIN),
        ("If you buy something using links in our stories, we may earn a commission.", NoteKind.DISCLOSURE),
        ("In Partnership With", NoteKind.DISCLOSURE),
        ("The views expressed herein are the author’s and do not reflect those of her employer.", NoteKind.DISCLAIMER),
        ("Contact reporter Jane Doe at jane@example.org", NoteKind.CONTACT),
        ("Do you have a story to tell? Email: desk@example.org", NoteKind.CONTACT),
        ("More Stories by Jane Doe", NoteKind.AUTHOR_BIO),
        ("This material may not be published, broadcast, rewritten, or redistributed.", NoteKind.RIGHTS),
        ("(Adds prime minister's reaction in paragraph 3)", NoteKind.ADVISORY),
    ],
)
def test_read_note_names_kind(text: str, kind: NoteKind) -> None:
    """A line's first words say which kind of note it is."""
    line = read_note(text)
    assert line is not None
    assert line.kind is kind


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Suggest a correction",
        "Corrections officers said the inmate had escaped.",
        "Updates on the war in the east",
        "Sources: the minister will resign",
        "Disclosure was required, the judge said.",
        "Updated: 5 Dec 2024, 10:30 GMT",
        "Warning signs were everywhere.",
        "Autor: Jan Kowalski",
        "(Adds up to nothing, he said.",
        "Source close to the minister said so.",
        "Got a tip?",
    ],
)
def test_read_note_refuses(text: str) -> None:
    """Sentences, buttons, date lines and bylines are no notes."""
    assert read_note(text) is None


def test_read_note_doubts_update_that_tells_news() -> None:
    """A long paragraph that opens with "Update:" may be the story itself."""
    line = read_note("Update: " + "The police have arrested a man who is said to have set the bridge on fire. " * 4)
    assert line is not None
    assert line.confidence == DOUBTFUL


def test_read_note_tells_heading_from_note() -> None:
    """A label alone heads the note that follows."""
    line = read_note("Editor's note")
    assert line is not None
    assert line.heading


def test_phrased_note_finds_phrase() -> None:
    """A phrase inside a short line tells its kind."""
    line = phrased_note("—Staff writer Jane Doe can be reached at jane@example.org.")
    assert line is not None
    assert line.kind is NoteKind.CONTACT
    assert phrased_note("The rebels reached the city.") is None
    assert phrased_note("© AFP") is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Jane Doe is a politics reporter for the Courier.", "Jane Doe"),
        ("Jana Muster ist bei der Zeitung für Landespolitik zuständig.", "Jana Muster"),
        ("Jeanne Martin est journaliste au service politique.", "Jeanne Martin"),
    ],
)
def test_person_note_links_author(text: str, name: str) -> None:
    """A biography that begins with an author's name is that author's."""
    found = person_note(text, ["John Roe", name])
    assert found is not None
    assert (NoteKind.AUTHOR_BIO, CLEAR, name) == (found[0].kind, found[0].confidence, found[1])


def test_person_note_doubts_stranger() -> None:
    """A biography of somebody who is not in the byline is doubtful and linked to nobody."""
    found = person_note("Jane Doe is a senior researcher with the institute.", [])
    assert found is not None
    assert (DOUBTFUL, None) == (found[0].confidence, found[1])
    assert person_note("The city is a reporter's dream.", []) is None


@pytest.mark.parametrize("unit", ["Correction ", "(Adds ", "A ", "Update 1 ", "©", "is a "])
def test_notes_refuse_endless_lines(unit: str) -> None:
    """A line of 100 kB is no note, and that is seen from its length."""
    text = unit * (100_000 // len(unit))
    assert read_note(text) is None
    assert phrased_note(text) is None
    assert person_note(text, ["A"]) is None
