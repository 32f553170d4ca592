"""Credits at a story's end, from their lines alone."""

from __future__ import annotations

import pytest

from newsparse.grammar.credits import closing_credit, read_credit
from newsparse.model import Span
from newsparse.vocabulary import Role


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("(Reporting by Jane Doe; Writing by Ann Poe; Editing by Max Moe)", ["Jane Doe", "Ann Poe", "Max Moe"]),
        ("With files from The Associated Press and Mohamed El Saife", ["The Associated Press", "Mohamed El Saife"]),
        ("Doe reported from New York. Roe contributed to this report from London.", ["Doe", "Roe"]),
        ("Associated Press writers Jane Doe in Paris and John Roe in London contributed to this report.", ["Jane Doe", "John Roe"]),
        ("Quelle: ntv.de, ino/dpa", ["ntv.de", "ino", "dpa"]),
        ("dpa", ["dpa"]),
        ("MA", ["MA"]),
        ("(责编：牛镛、岳弘彬)", ["牛镛", "岳弘彬"]),
    ],
)
def test_read_credit_names_everybody(line: str, expected: list[str]) -> None:
    """Everybody named at the end is found."""
    credit = read_credit(line)
    assert credit is not None
    assert expected == [person.name for person in credit.contributors]


@pytest.mark.parametrize(
    "line",
    [
        "News",
        "Dismiss",
        "Save",
        "GDP",
        "Photo by Jane Doe",
        "The army contributed to this victory, he said.",
        "He contributed to this report, and the war went on.",
    ],
)
def test_read_credit_refuses_other_lines(line: str) -> None:
    """Labels, pictures and prose credit nobody."""
    assert read_credit(line) is None


def test_read_credit_keeps_contacts_apart() -> None:
    """How to reach somebody is a contact, and no credit for the story."""
    credit = read_credit("—Staff writer Jane Doe can be reached at jdoe@example.com. Follow her on X @jdoe.")
    assert credit is not None
    assert credit.contact
    assert [(person.name, person.roles, person.contact) for person in credit.contributors] == [
        ("Jane Doe", (), ("jdoe@example.com", "@jdoe"))
    ]


@pytest.mark.parametrize(
    "line",
    [
        "(Rédigé par Ann Nowak; version française Paul Martin, édité par Eva Duval)",
        "(Información de Ann Nowak; traducido por Paul Martin; edición de Eva Duval)",
        "(Von Ann Nowak; übersetzt von Paul Martin; redigiert von Eva Duval)",
    ],
)
def test_read_credit_reads_brackets_behind_a_lead(line: str) -> None:
    """An agency's credits in brackets may open as a byline does: who wrote the copy contributed to the story."""
    credit = read_credit(line)
    assert credit is not None
    assert [(person.name, person.roles[0]) for person in credit.contributors] == [
        ("Ann Nowak", Role.CONTRIBUTOR),
        ("Paul Martin", Role.TRANSLATOR),
        ("Eva Duval", Role.EDITOR),
    ]
    assert read_credit("(Rédigé par Ann Nowak)") is None


def test_closing_credit_stands_in_brackets() -> None:
    """Chinese paragraphs close with their reporters; the spans lead to the names."""
    paragraph = "这是一个故事。（记者宋晨、田中全）"
    people = closing_credit(paragraph)
    assert [(person.name, person.roles) for person in people] == [("宋晨", (Role.AUTHOR,)), ("田中全", (Role.AUTHOR,))]
    assert all(person.span is not None and paragraph[person.span.slice] == person.name for person in people)


def test_closing_credit_names_people_of_japan_behind_the_last_stop() -> None:
    """Names alone sign in Japan; a prefecture, a day and a form of address that open like a family's name do not."""
    assert [["佐々木健"], ["佐々木健", "中村葵"]] == [
        [person.name for person in closing_credit(f"列車は午前に再開した。（{names}）")] for names in ("佐々木健", "佐々木健、中村葵")
    ]
    assert [Span(6, 10)] == [person.span for person in closing_credit("再開した。（佐々木健）")]
    for words in ("石川県", "金曜日", "高橋さん", "敬称略", "来月"):
        assert () == closing_credit(f"列車は午前に再開した。（{words}）")


def test_closing_credit_names_agencies_behind_the_last_sentence() -> None:
    """Agencies and initials sign in brackets behind a full stop; a party, or an agency that a sentence names, signs nothing."""
    paragraph = "Auch der Strom reicht noch nicht. (dpa/hzi)"
    people = closing_credit(paragraph)
    assert ["dpa", "hzi"] == [paragraph[person.span.slice] for person in people if person.span is not None]
    assert closing_credit("Gewählt wurde der Mann aus Gera. (SPD)") == ()
    assert closing_credit("Officials told the state's news agency (IRNA)") == ()
