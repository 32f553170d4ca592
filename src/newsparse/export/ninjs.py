"""IPTC ninjs 3, out and in (https://iptc.org/standards/ninjs/).

Roles are free text in ninjs; ours are published here: headlines `main`, `kicker`, `deck`;
people and organisations `rel` is a `Role`; descriptions `role` is a `NoteKind`, or `caption`;
info sources `publisher`, `source`, `dateline-agency`; subjects `section`, `tag`. Days without a
clock and times without a zone have no place among its timestamps: they stand in `altIds` under
`published` and `modified`, where they stay as they were stated.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any
from xml.etree import ElementTree as ET

import attrs

from newsparse.errors import SourceError
from newsparse.export.bare import bare, check_article, held_block, held_section, moment_text, picture, read_moment, said
from newsparse.export.markup import body_elements, read_body
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

__all__ = ["from_ninjs", "held_by_ninjs", "to_ninjs"]

_XHTML = "application/xhtml+xml"


def to_ninjs(article: Article, *, uri: str | None = None) -> dict[str, Any]:
    """Return the article as a ninjs 3 object, ready for `json.dumps`.

    Args:
        article: what to write.
        uri: its identifier, the one property that ninjs requires; else the canonical or the given address.

    Raises:
        SourceError: the argument is not an `Article`.
        SourceError: there is no identifier.

    >>> to_ninjs(Article(headline=Headline("Bridge opens")), uri="https://example.org/a")["headlines"]
    [{'role': 'main', 'value': 'Bridge opens'}]
    """
    check_article(article, "ninjs")
    uri = uri or said(article.canonical_url) or article.url
    if not uri:
        raise SourceError("ninjs uri", expected="an address in the article, or the argument uri", got="neither")
    display = (("main", article.headline), ("kicker", article.kicker), ("deck", article.deck))
    section, dateline = article.section, article.dateline
    data: dict[str, Any] = {
        "uri": uri,
        "type": "text",
        "language": said(article.language),
        "headlines": [{"role": role, "value": node.text} for role, node in display if node is not None],
        "by": said(article.byline),
        "located": dateline.places[0].name if dateline and dateline.places else None,
        "firstCreated": _instant(article.published),
        "versionCreated": _instant(article.modified),
        "altIds": list(_alternatives(article)),
        "renditions": [{"name": "web", "href": article.url}] if article.url else [],
        "bodies": _bodies(article),
        "descriptions": [{"role": note.kind.value, "value": note.text} for note in article.notes],
        "people": [_named(c, role) for c in article.contributors if c.kind.is_human for role in c.roles],
        "organisations": [_named(c, role) for c in article.contributors if not c.kind.is_human for role in c.roles],
        "infoSources": list(_sources(article)),
        "subjects": [
            *({"name": name, "rel": "section"} for name in (section.names or (section.text,) if section else ())),
            *({"name": tag.text, "rel": "tag"} for tag in article.tags),
        ],
        "usageTerms": said(article.access),
        "associations": [_picture(figure, uri, i) for i, figure in enumerate(article.figures, 1)],
    }
    return {key: value for key, value in data.items() if value not in (None, [], "")}


def _instant(stamp: Timestamp | None) -> str | None:
    """Return a timestamp that ninjs can hold: with clock and zone."""
    if stamp is None or not isinstance(stamp.value, datetime) or stamp.value.tzinfo is None:
        return None
    return stamp.value.isoformat()


def _alternatives(article: Article) -> Iterator[dict[str, str]]:
    for role, stamp in (("published", article.published), ("modified", article.modified)):
        text = moment_text(stamp)
        if text is not None and _instant(stamp) is None:
            yield {"role": role, "value": text}
    if article.canonical_url is not None:
        yield {"role": "canonical", "value": article.canonical_url.text}
    if article.dateline is not None:
        yield {"role": "dateline", "value": article.dateline.text}


def _bodies(article: Article) -> list[dict[str, Any]]:
    if not article.body:
        return []
    markup = "".join(ET.tostring(element, encoding="unicode") for element in body_elements(article.body))
    text = article.text
    return [{"role": "main", "contentType": _XHTML, "value": markup, "wordCount": len(text.split()), "charCount": len(text)}]


def _named(person: Contributor, role: Role) -> dict[str, Any]:
    contacts = [{"type": "email" if "@" in contact[1:] else "handle", "value": contact} for contact in person.contact]
    data = {"name": person.name, "rel": role.value, "uri": person.url, "contactInfo": contacts or None}
    return {key: value for key, value in data.items() if value is not None}


def _sources(article: Article) -> Iterator[dict[str, str]]:
    agency = article.dateline.agency if article.dateline else None
    for role, name in (("publisher", said(article.publisher)), ("source", said(article.attribution)), ("dateline-agency", agency)):
        if name:
            yield {"name": name, "role": role}


def _picture(figure: Figure, uri: str, number: int) -> dict[str, Any]:
    said_of = (("caption", said(figure.caption)), ("alt", figure.alt))
    data = {
        "uri": figure.url or f"{uri}#figure-{number}",
        "name": f"figure-{number}",
        "rel": "lead" if figure.lead else "inline",
        "type": "picture",
        "descriptions": [{"role": role, "value": value} for role, value in said_of if value is not None],
        "by": said(figure.credit),
        "renditions": [{"name": "web", "href": figure.url}] if figure.url else [],
    }
    return {key: value for key, value in data.items() if value not in (None, [])}


def held_by_ninjs(article: Article) -> Article:
    """Return the article as `from_ninjs(to_ninjs(article))` gives it back: reduced to what the form can hold."""
    article = bare(article)
    dateline, access, byline = article.dateline, article.access, article.byline
    people = [c for c in article.contributors if c.roles]
    ordered = [*(c for c in people if c.kind.is_human), *(c for c in people if not c.kind.is_human)]
    return attrs.evolve(
        article,
        byline=Byline(byline.text) if byline and byline.text else None,
        section=held_section(article.section),
        section_datelines=(),
        dateline=Dateline(dateline.text, agency=dateline.agency or None) if dateline else None,
        published=_held_moment(article.published),
        modified=_held_moment(article.modified),
        body=tuple(held_block(node) for node in article.body),
        notes=tuple(Note(note.text, kind=note.kind) for note in article.notes),
        figures=tuple(picture(said(f.caption), said(f.credit), f.url, f.alt, lead=f.lead) for f in article.figures),
        contributors=tuple(_held_person(person) for person in ordered),
        access=Access(access.text) if access and access.text else None,
        attribution=Attribution(article.attribution.text) if article.attribution and article.attribution.text else None,
    )


def _held_moment(stamp: Timestamp | None) -> Timestamp | None:
    text = _instant(stamp) or moment_text(stamp)
    return read_moment(text, "") if text is not None else None


def _held_person(person: Contributor) -> Contributor:
    kind = ContributorKind.PERSON if person.kind.is_human else ContributorKind.ORGANIZATION
    return Contributor(person.name, kind, person.roles, contact=person.contact, url=person.url)


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
            if part.text("contentType") in {_XHTML, "text/html"}:
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
