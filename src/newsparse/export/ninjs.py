"""IPTC ninjs 3 (https://iptc.org/standards/ninjs/).

Roles are free text in ninjs; ours are published here: headlines `main`, `kicker`, `deck`;
people and organisations `rel` is a `Role`; descriptions `role` is a `NoteKind`, or `caption`;
info sources `publisher`, `source`, `dateline-agency`; subjects `section`, `tag`. Days without a
clock and times without a zone have no place among its timestamps: they stand in `altIds` under
`published` and `modified`, where they stay as they were stated.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any
from xml.etree import ElementTree as ET

import attrs

from newsparse.errors import SourceError, expect
from newsparse.export.bare import bare, check_article, held_block, held_section, moment_text, picture, read_moment, said
from newsparse.export.markup import body_elements, held_as_xml
from newsparse.model import (
    Access,
    Article,
    Attribution,
    Byline,
    Contributor,
    Dateline,
    Figure,
    Note,
    Timestamp,
)  # fmt: skip
from newsparse.vocabulary import ContributorKind, Role

__all__ = ["XHTML", "held_by_ninjs", "to_ninjs"]

XHTML = "application/xhtml+xml"
"""The type of a body that is marked up."""


def to_ninjs(article: Article, *, uri: str | None = None) -> dict[str, Any]:
    """Return the article as a ninjs 3 object, ready for `json.dumps`.

    Args:
        article: what to write.
        uri: its identifier, the one property that ninjs requires; else the canonical or the given address.

    Raises:
        SourceError: the argument is not an `Article`, or the identifier no string; or there is no identifier.

    >>> from newsparse.model import Headline
    >>> to_ninjs(Article(headline=Headline("Bridge opens")), uri="https://example.org/a")["headlines"]
    [{'role': 'main', 'value': 'Bridge opens'}]
    """
    check_article(article, "ninjs")
    if uri is not None:
        expect(uri, str, "ninjs uri", "str or None")
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
    return [{"role": "main", "contentType": XHTML, "value": markup, "wordCount": len(text.split()), "charCount": len(text)}]


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
    check_article(article, "ninjs")
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
        body=tuple(held_as_xml(held_block(node)) for node in article.body),
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
