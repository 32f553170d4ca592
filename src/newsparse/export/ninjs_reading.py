"""Reading IPTC ninjs 3, ours and anybody's; the roles that we publish stand in `newsparse.export.ninjs`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from newsparse.errors import SourceError
from newsparse.export.bare import picture, read_moment
from newsparse.export.markup import read_body
from newsparse.export.ninjs import XHTML
from newsparse.model import (
    Access,
    Article,
    Attribution,
    BodyBlock,
    Byline,
    Contributor,
    Dateline,
    Deck,
    Figure,
    Headline,
    Kicker,
    Node,
    Note,
    Paragraph,
    Section,
    Text,
    Timestamp,
)  # fmt: skip
from newsparse.vocabulary import ContributorKind, NoteKind, Role

__all__ = ["from_ninjs"]


def from_ninjs(data: object) -> Article:
    """Return the article in a ninjs 3 object.

    Raises:
        SourceError: it is no object, has no `uri`, or a value is of a wrong type; the message names its path.
    """
    if not isinstance(data, Mapping):
        raise SourceError("ninjs $", expected="an object", got=type(data).__name__)
    return _Reader(data, "$").article()


class _Reader:
    """One ninjs object being read; knows the path of every value for its errors."""

    def __init__(self, data: Mapping[str, Any], path: str) -> None:
        self.data = data
        self.path = path

    def article(self) -> Article:
        """Return the article."""
        uri = self.text("uri")
        if not uri:
            raise SourceError(f"ninjs {self.path}.uri", expected="an identifier", got="none")
        headlines, other = self.roles("headlines"), self.roles("altIds")
        sources = {part.text("role"): part.text("name") or "" for part in self.parts("infoSources")}
        subjects = [(part.text("rel"), part.text("name") or "") for part in self.parts("subjects")]
        sections = tuple(name for rel, name in subjects if rel == "section")
        dateline = other.get("dateline")
        return Article(
            url=next((part.text("href") for part in self.parts("renditions")), None),
            canonical_url=_node(Text, other.get("canonical")),
            headline=_node(Headline, headlines.get("main")),
            kicker=_node(Kicker, headlines.get("kicker")),
            deck=_node(Deck, headlines.get("deck")),
            byline=_node(Byline, self.text("by")),
            section=Section(sections[-1], names=sections) if sections else None,
            dateline=Dateline(dateline, agency=sources.get("dateline-agency")) if dateline is not None else None,
            published=self.moment("firstCreated", other.get("published")),
            modified=self.moment("versionCreated", other.get("modified")),
            body=self.body(),
            notes=tuple(self.notes()),
            figures=tuple(part.picture() for part in self.parts("associations") if part.text("type") == "picture"),
            contributors=tuple(self.contributors()),
            language=_node(Text, self.text("language")),
            publisher=_node(Text, sources.get("publisher")),
            attribution=_node(Attribution, sources.get("source")),
            access=_node(Access, self.text("usageTerms")),
            tags=tuple(Text(name) for rel, name in subjects if rel == "tag"),
        )

    def text(self, key: str) -> str | None:
        """Return a text; `None` when it is absent."""
        value = self.data.get(key)
        if value is not None and not isinstance(value, str):
            raise SourceError(f"ninjs {self.path}.{key}", expected="a text", got=type(value).__name__)
        return value

    def parts(self, key: str) -> Iterator[_Reader]:
        """Yield the objects of a list."""
        value = self.data.get(key)
        if value is not None and not isinstance(value, list):
            raise SourceError(f"ninjs {self.path}.{key}", expected="a list", got=type(value).__name__)
        for i, part in enumerate(value or ()):
            if not isinstance(part, Mapping):
                raise SourceError(f"ninjs {self.path}.{key}[{i}]", expected="an object", got=type(part).__name__)
            yield _Reader(part, f"{self.path}.{key}[{i}]")

    def roles(self, key: str) -> dict[str, str]:
        """Return the values of a list by their roles; a value without a role is the main one."""
        found: dict[str, str] = {}
        for part in self.parts(key):
            found.setdefault(part.text("role") or "main", part.text("value") or "")
        return found

    def moment(self, key: str, partial: str | None) -> Timestamp | None:
        """Return the moment that a property states."""
        text = self.text(key)
        if text is None:
            return read_moment(partial, f"ninjs {self.path}.altIds") if partial is not None else None
        return read_moment(text, f"ninjs {self.path}.{key}")

    def body(self) -> tuple[BodyBlock, ...]:
        """Return the blocks of the first body that there is."""
        for part in self.parts("bodies"):
            value = part.text("value") or ""
            if part.text("contentType") in {XHTML, "text/html"}:
                return read_body(value, f"ninjs {part.path}.value")
            return tuple(node for text in value.split("\n\n") if (node := _paragraph(text)) is not None)
        return ()

    def notes(self) -> Iterator[Note]:
        """Yield the descriptions whose role is a kind of note."""
        kinds = {kind.value: kind for kind in NoteKind}
        for part in self.parts("descriptions"):
            kind = kinds.get(part.text("role") or "")
            if kind is not None:
                yield Note(part.text("value") or "", kind=kind)

    def picture(self) -> Figure:
        """Return an associated picture."""
        parts = self.roles("descriptions")
        url = next((part.text("href") for part in self.parts("renditions")), None)
        return picture(parts.get("caption"), self.text("by"), url, parts.get("alt"), lead=self.text("rel") == "lead")

    def contributors(self) -> Iterator[Contributor]:
        """Yield everybody once, with all their roles."""
        found: dict[Contributor, list[Role]] = {}
        roles = {role.value: role for role in Role}
        for key, kind in (("people", ContributorKind.PERSON), ("organisations", ContributorKind.ORGANIZATION)):
            for part in self.parts(key):
                role = roles.get(part.text("rel") or "")
                if role is None:  # a person in the story, not one who made it
                    continue
                contact = tuple(info.text("value") or "" for info in part.parts("contactInfo"))
                person = Contributor(part.text("name") or "", kind, (), contact=contact, url=part.text("uri"))
                found.setdefault(person, []).append(role)
        yield from (attrs.evolve(person, roles=tuple(given)) for person, given in found.items())


def _paragraph(text: str) -> BodyBlock | None:
    plain = " ".join(text.split())
    return Paragraph(plain) if plain else None


def _node(kind: type[Node], text: str | None) -> Any:
    """Return a node that says `text`; `None` for no text."""
    return kind(text) if text else None
