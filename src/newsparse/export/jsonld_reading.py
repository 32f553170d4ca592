"""Reading schema.org articles in JSON-LD, ours and anybody's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from newsparse.errors import SourceError
from newsparse.export.bare import picture, read_moment
from newsparse.export.jsonld import PROPERTIES, ROLE_ORDER, access_of
from newsparse.linked import types_of
from newsparse.model import (
    Access,
    Article,
    Attribution,
    Contributor,
    Dateline,
    Deck,
    Figure,
    Headline,
    Note,
    Paragraph,
    PartialDate,
    Place,
    Section,
    Text,
    Timestamp,
)  # fmt: skip
from newsparse.vocabulary import ContributorKind, NoteKind, Role

__all__ = ["from_jsonld"]


def from_jsonld(data: object) -> Article:
    """Return the article in a JSON-LD value: an article node, a list or a `@graph` that holds one.

    Values that schema.org allows in several forms are read in each; what has no place in an
    article is left out.

    Raises:
        SourceError: there is no article node, or a value is of a wrong type; the message names its path.
    """
    node, path = _article_node(data)
    return _Reader(node, path).article()


def _article_node(data: object) -> tuple[Mapping[str, Any], str]:
    """Return the first article node, outermost first, and its path."""
    waiting: list[tuple[object, str]] = [(data, "$")]
    while waiting:
        item, path = waiting.pop(0)
        if isinstance(item, list):
            waiting.extend((part, f"{path}[{i}]") for i, part in enumerate(item))
        elif isinstance(item, Mapping):
            if any(name.endswith(("article", "posting")) or name == "report" for name in types_of(item)):
                return item, path
            waiting.extend((item[key], f"{path}.{key}") for key in ("@graph", "mainEntity") if key in item)
    got = "none in the object" if isinstance(data, Mapping) else "none in the list" if isinstance(data, list) else type(data).__name__
    raise SourceError("JSON-LD", expected="an object whose @type is NewsArticle or another article type", got=got)


class _Reader:
    """One article node being read; knows the path of every value for its errors."""

    def __init__(self, node: Mapping[str, Any], path: str) -> None:
        self.node = node
        self.path = path

    def article(self) -> Article:
        """Return the article."""
        text = self.text
        sections = tuple(self.texts("articleSection"))
        canonical = self.reference("mainEntityOfPage")
        return Article(
            url=self.reference("url"),
            canonical_url=Text(canonical) if canonical else None,
            headline=Headline(found) if (found := text("headline")) else None,
            deck=Deck(found) if (found := text("description")) else None,
            section=Section(sections[-1], names=sections) if sections else None,
            published=self.moment("datePublished"),
            modified=self.moment("dateModified"),
            body=tuple(Paragraph(part) for part in (text("articleBody") or "").split("\n\n") if part),
            figures=tuple(self.figures()),
            notes=tuple(self.corrections()),
            tags=tuple(Text(word) for word in self.keywords()),
            language=Text(found) if (found := text("inLanguage")) else None,
            publisher=Text(found) if (found := self.name("publisher")) else None,
            attribution=Attribution(found) if (found := self.name("provider")) else None,
            access=self.access(),
            contributors=tuple(self.contributors()),
            dateline=self.dateline(),
        )

    def fail(self, key: str, expected: str, value: object) -> SourceError:
        """Return the error of a value that has the wrong type."""
        return SourceError(f"JSON-LD {self.path}.{key}", expected=expected, got=repr(value)[:80])

    def text(self, key: str) -> str | None:
        """Return a text, or the first of several."""
        value = self.node.get(key)
        if isinstance(value, list):
            value = value[0] if value else None
        if isinstance(value, Mapping):
            value = value.get("@value", value.get("name"))
        if value is not None and not isinstance(value, str):
            raise self.fail(key, "a text", value)
        return value or None

    def listed(self, key: str) -> list[Any]:
        """Return a property as a list; a single value is a list of one."""
        value = self.node.get(key)
        return [] if value is None else value if isinstance(value, list) else [value]

    def texts(self, key: str) -> Iterator[str]:
        """Yield the texts of a property; of an object its name."""
        for i, value in enumerate(self.listed(key)):
            text = value.get("name") if isinstance(value, Mapping) else value
            if not isinstance(text, str):
                raise self.fail(f"{key}[{i}]", "a text", value)
            yield text

    def keywords(self) -> Iterator[str]:
        """Yield the keywords: a list is taken as it is, one text is split at its commas."""
        value = self.node.get("keywords")
        if isinstance(value, str):
            yield from (word.strip() for word in value.split(",") if word.strip())
        else:
            yield from self.texts("keywords")

    def reference(self, key: str) -> str | None:
        """Return an address; of an object its `@id` or its `url`."""
        value = self.node.get(key)
        if isinstance(value, Mapping):
            value = value.get("@id") or value.get("url")
        if value is not None and not isinstance(value, str):
            raise self.fail(key, "an address", value)
        return value or None

    def name(self, key: str) -> str | None:
        """Return the name of the first thing that a property holds."""
        for i, value in enumerate(self.listed(key)):
            name = value.get("name") if isinstance(value, Mapping) else value
            if name is not None and not isinstance(name, str):
                raise self.fail(f"{key}[{i}].name", "a text", name)
            return name or None
        return None

    def moment(self, key: str) -> Timestamp | None:
        """Return the moment that a property states."""
        value = self.node.get(key)
        return read_moment(value, f"JSON-LD {self.path}.{key}") if value is not None else None

    def figures(self) -> Iterator[Figure]:
        """Yield the pictures; a bare text is an address."""
        for i, value in enumerate(self.listed("image")):
            if isinstance(value, str):
                yield Figure("", url=value)
                continue
            part = self.part(value, f"image[{i}]")
            caption, credit = part.text("caption"), part.text("creditText")
            address = part.reference("contentUrl") or part.reference("url")
            lead = part.node.get("representativeOfPage") is True
            yield picture(caption, credit, address, part.text("abstract"), lead=lead)

    def part(self, value: object, key: str) -> _Reader:
        """Return a reader for an object inside this one."""
        if not isinstance(value, Mapping):
            raise self.fail(key, "an object", value)
        return _Reader(value, f"{self.path}.{key}")

    def corrections(self) -> Iterator[Note]:
        """Yield the corrections as notes."""
        for i, value in enumerate(self.listed("correction")):
            if isinstance(value, str):
                yield Note(value, kind=NoteKind.CORRECTION)
                continue
            part = self.part(value, f"correction[{i}]")
            if text := part.text("text"):
                yield Note(text, kind=NoteKind.CORRECTION, date=part.moment("datePublished"))

    def access(self) -> Access | None:
        """Return what is declared about access; any spelling of true and false will do."""
        value = self.node.get("isAccessibleForFree")
        if value is None:
            return None
        word = str(value).rpartition("/")[2].lower()
        if word not in {"true", "false"}:
            raise self.fail("isAccessibleForFree", "true or false", value)
        return access_of(free=word == "true")

    def contributors(self) -> Iterator[Contributor]:
        """Yield everybody once, with all their roles."""
        found: dict[Contributor, list[Role]] = {}
        for role, key in PROPERTIES.items():
            for i, value in enumerate(self.listed(key)):
                person, named = self.contributor(value, f"{key}[{i}]", role)
                found.setdefault(person, []).append(named)
        yield from (attrs.evolve(person, roles=tuple(sorted(roles, key=ROLE_ORDER.index))) for person, roles in found.items())

    def contributor(self, value: object, key: str, role: Role) -> tuple[Contributor, Role]:
        """Return one contributor without roles, and the role under which it stands."""
        if isinstance(value, str):
            return Contributor(value, roles=()), role
        part = self.part(value, key)
        if "role" in types_of(part.node):
            name = part.text("roleName")
            named = next((known for known in Role if known.value == name), role)
            return part.contributor(part.node.get("contributor"), "contributor", named)
        name = part.text("name")
        if name is None:
            raise part.fail("name", "a text", None)
        kind = part.text("additionalType")
        default = ContributorKind.ORGANIZATION if any(t.endswith("organization") for t in types_of(part.node)) else ContributorKind.PERSON
        return Contributor(
            name,
            kind=next((known for known in ContributorKind if known.value == kind), default),
            roles=(),
            title=part.text("jobTitle"),
            affiliation=part.name("affiliation"),
            contact=tuple(part.texts("email")),
            honorific=part.text("honorificPrefix"),
            url=part.reference("url"),
            display_name=part.text("alternateName"),
        ), role

    def dateline(self) -> Dateline | None:
        """Return the dateline with its places."""
        text = self.text("dateline")
        if text is None:
            return None
        created = self.moment("dateCreated")
        day = created.value if created is not None else None
        places = tuple(self.part(value, f"locationCreated[{i}]").place() for i, value in enumerate(self.listed("locationCreated")))
        return Dateline(
            text, places=places, agency=self.name("sourceOrganization"), date=PartialDate(day.year, day.month, day.day) if day else None
        )

    def place(self) -> Place:
        """Return a place with region and country."""
        address = self.node.get("address")
        part = self.part(address, "address") if isinstance(address, Mapping) else _Reader({}, self.path)
        return Place(self.text("name") or "", part.text("addressRegion"), part.text("addressCountry"))
