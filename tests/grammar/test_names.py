"""Names: kinds by form, and capitals read back."""

from __future__ import annotations

import pytest

from newsparse.grammar.names import display_name, honorific, kind_of
from newsparse.vocabulary import ContributorKind


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("JOHN MCDONALD", "John McDonald"),
        ("SEAN O'NEILL", "Sean O'Neill"),
        ("ANNA VAN DER BERG", "Anna van der Berg"),
        ("JEAN-PIERRE DUPONT", "Jean-Pierre Dupont"),
        ("J.K. ROWLING", "J.K. Rowling"),
        ("GEORGE T. CONWAY III", "George T. Conway III"),
        ("Bill MCCARTHY", "Bill McCarthy"),
        ("Jane McDonald", None),
        ("EJ Smith", None),
    ],
)
def test_display_name_reads_capitals_back(name: str, shown: str | None) -> None:
    """A name in capitals gets its usual form; others have none."""
    assert shown == display_name(name)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Jane Doe", ContributorKind.PERSON),
        ("Institute for Basic Science", ContributorKind.ORGANIZATION),
        ("ntv.de", ContributorKind.ORGANIZATION),
        ("Gulf bureau", ContributorKind.DESK),
        ("Gear Team", ContributorKind.COLLECTIVE),
        ("EJ", ContributorKind.INITIALS),
        ("user_123", ContributorKind.PSEUDONYM),
        ("McDonald", ContributorKind.PERSON),
    ],
)
def test_kind_of_tells_by_form(name: str, kind: ContributorKind) -> None:
    """The words of a name tell what it stands for."""
    assert kind is kind_of(name.split())


def test_honorific_stands_before_a_name() -> None:
    """Forms of address are found at the head only, and never alone."""
    assert [honorific(name.split()) for name in ("Prof. Dr. Max Huber", "Max Huber", "Sir")] == ["Prof. Dr.", None, None]
