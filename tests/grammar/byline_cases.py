"""Reads the byline cases kept as text beside the tests, and writes bylines in their notation."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from newsparse.model import Byline, Contributor, Timestamp
from newsparse.vocabulary import ContributorKind, Role

LETTERS = {
    ContributorKind.PERSON: "P",
    ContributorKind.ORGANIZATION: "O",
    ContributorKind.DESK: "D",
    ContributorKind.COLLECTIVE: "C",
    ContributorKind.INITIALS: "I",
    ContributorKind.PSEUDONYM: "X",
}
ROLES = {Role.CONTRIBUTOR: "contrib", Role.PHOTOGRAPHER: "photo"}


def read_cases(name: str) -> list[tuple[str, str, str]]:
    """Return the cases of a file beside this one: number or title, printed line, expected notation."""
    text = (Path(__file__).parent / name).read_text("utf-8")
    cases = []
    for block in text.split("\n\n"):
        if block.startswith("# "):
            title, printed, expected = block.strip().split("\n")
            cases.append((title[2:], printed.replace("\\n", "\n"), expected[2:]))
    return cases


def read_kinds(name: str) -> list[tuple[str, str, str, str]]:
    """Return the cases of a file of lines under headings: heading and number, printed line, expected notation, reason of a miss."""
    _, _, text = (Path(__file__).parent / name).read_text("utf-8").partition("\n\n")
    cases = []
    heading, number = "", 0
    for block in text.strip().split("\n\n"):
        if block.startswith("# "):
            heading, number = block[2:], 0
            continue
        number += 1
        printed, _, rest = block.partition("\n= ")
        expected, _, reason = rest.partition("\n! ")
        cases.append((f"{heading} {number}", printed, expected, reason))
    return cases


def read_rows(name: str) -> list[tuple[str, str]]:
    """Return the rows of a file under headings: printed line, expected notation."""
    text = (Path(__file__).parent / name).read_text("utf-8")
    rows = (line.split(" => ") for line in text.split("\n") if " => " in line)
    return [(printed.replace("\\n", "\n"), expected) for printed, expected in rows]


def notation(byline: Byline | None) -> str:
    """Return a byline in the notation of the cases."""
    if byline is None:
        return "∅"
    parts = [" + ".join(_credit(person) for person in byline.contributors)]
    parts += [f"genre={byline.genre}"] if byline.genre else []
    parts += ["truncated"] if byline.truncated else []
    parts += ["sponsored"] if byline.sponsored else []
    parts += [f"pub={_stamp(byline.published)}"] if byline.published else []
    parts += [f"upd={_stamp(byline.modified)}"] if byline.modified else []
    return "; ".join(parts)


def normal(expected: str) -> frozenset[str]:
    """Return an expectation for comparison: the order of its parts does not matter, that of the credits does."""
    return frozenset(expected.split("; "))


def _credit(person: Contributor) -> str:
    role = person.roles[0]
    before = "" if role is Role.AUTHOR else f"{ROLES.get(role, role.value)}: "
    facts = {
        "role": person.title,
        "org": person.affiliation,
        "loc": person.place,
        "contact": " ".join(person.contact),
        "honorific": person.honorific,
        "display": person.display_name,
    }
    inside = ", ".join(f"{key}={value}" for key, value in facts.items() if value)
    return f"{before}{LETTERS[person.kind]} {person.name}" + (f" ({inside})" if inside else "")


def _stamp(stamp: Timestamp) -> str:
    if stamp.value is None:
        return stamp.text
    if isinstance(stamp.value, datetime):
        return stamp.value.isoformat(timespec="seconds" if stamp.value.second else "minutes")
    return stamp.value.isoformat()
