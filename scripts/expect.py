"""Write what comes out of the seeds and pages into their expected files, for review as a diff.

    python scripts/expect.py             # rewrite all
    python scripts/expect.py byline      # only what stands under these names of cases

What comes out may be wrong: keep a line of the diff only where `docs/reference/fields.md` says so.
A page's file holds only the fields that its lesson is about; new ones are not added.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from attrs import frozen

import newsparse
from newsparse.model import Article, Contributor, Dateline, Node, Timestamp

ROOT = Path(__file__).resolve().parents[1]


@frozen
class Case:
    """A source and what is right for it."""

    name: str
    """Short name for reports."""
    source: Path
    """The text or the page."""
    expected: Path
    """The reviewed JSON file beside it."""

    def parse(self) -> Article:
        """Return the article that comes out."""
        settings = self.read()
        return newsparse.parse(self.source.read_bytes(), url=settings.get("url"))

    def read(self) -> dict[str, Any]:
        """Return the expected file; empty where there is none yet."""
        data: dict[str, Any] = json.loads(self.expected.read_text("utf-8")) if self.expected.exists() else {}
        return data


# Keys of an expected file that are no fields.
SETTINGS = ("lesson", "url", "known_misses")


def cases() -> Iterator[Case]:
    """Yield every case of the project: the seeds, then the pages."""
    for path in sorted((ROOT / "seeds").glob("*.txt")):
        yield Case(path.stem, path, path.with_suffix(".expected.json"))
    for path in sorted((ROOT / "tests/pages").glob("*/page.html")):
        yield Case(path.parent.name, path, path.parent / "expected.json")


def view(article: Article) -> dict[str, Any]:
    """Return an article as a reader sees it: values, no places and no parsers."""
    return {
        "headline": _text(article.headline),
        "kicker": _text(article.kicker),
        "deck": _text(article.deck),
        "section": list(article.section.names or (article.section.text,)) if article.section else None,
        "byline": _text(article.byline),
        "contributors": [_person(person) for person in article.contributors],
        "authors": [person.name for person in article.authors],
        "dateline": _dateline(article.dateline),
        "published": _moment(article.published),
        "modified": _moment(article.modified),
        "body": [[_snake(type(node).__name__), node.text] for node in article.body],
        "figures": [{"caption": _text(figure.caption), "credit": _text(figure.credit)} for figure in article.figures],
        "notes": [[note.kind.value, note.text] for note in article.notes],
        "boilerplate": [[item.kind.value, item.text] for item in article.boilerplate],
        "language": _text(article.language),
        "publisher": _text(article.publisher),
        "canonical_url": _text(article.canonical_url),
        "tags": [tag.text for tag in article.tags],
        "access": _text(article.access),
        "attribution": _text(article.attribution),
    }


def _text(node: Node | None) -> str | None:
    return None if node is None else node.text


def _snake(name: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()


def _person(person: Contributor) -> dict[str, Any]:
    facts = {"title": person.title, "affiliation": person.affiliation, "place": person.place, "contact": list(person.contact)}
    known = {name: fact for name, fact in facts.items() if fact}
    return {"name": person.name, "kind": person.kind.value, "roles": [role.value for role in person.roles], **known}


def _dateline(dateline: Dateline | None) -> dict[str, Any] | None:
    if dateline is None:
        return None
    places = [
        {key: fact for key, fact in (("name", place.name), ("region", place.region), ("country", place.country)) if fact}
        for place in dateline.places
    ]
    filed = str(dateline.date) if dateline.date is not None else None
    return {"text": dateline.text, "places": places, "agency": dateline.agency, "date": filed}


def _moment(moment: Timestamp | None) -> dict[str, Any] | None:
    if moment is None:
        return None
    value = moment.value.isoformat() if moment.value is not None else None
    return {"value": value, "precision": moment.precision.value, "zone": moment.zone.value, "raw": moment.raw}


def main(names: list[str]) -> None:
    """Rewrite the expected files of the named cases, or of all."""
    for case in cases():
        if names and not any(name in case.name for name in names):
            continue
        old, found = case.read(), view(case.parse())
        kept = {name: found.get(name, value) for name, value in old.items()} if old else found
        text = json.dumps(kept, ensure_ascii=False, indent=1) + "\n"
        if not case.expected.exists() or case.expected.read_text("utf-8") != text:
            case.expected.write_text(text, "utf-8")
            print("rewrote", case.expected.relative_to(ROOT))


if __name__ == "__main__":
    main(sys.argv[1:])
