"""schema.org `NewsArticle` as JSON-LD (https://schema.org/NewsArticle)."""

from __future__ import annotations

from typing import Any

import attrs

from newsparse.export.bare import bare, check_article, held_moment, held_section, moment_text, picture, said
from newsparse.model import (
    Access,
    Article,
    Attribution,
    Contributor,
    Dateline,
    Figure,
    Note,
    Paragraph,
    Place,
)  # fmt: skip
from newsparse.vocabulary import ContributorKind, NoteKind, Role

__all__ = ["PROPERTIES", "ROLE_ORDER", "access_of", "held_by_jsonld", "to_jsonld"]

_CONTEXT = "https://schema.org"
# Roles that schema.org has a property for, in the order in which they are written; the others are
# written as contributors whose role is named.
PROPERTIES = {Role.AUTHOR: "author", Role.EDITOR: "editor", Role.TRANSLATOR: "translator", Role.CONTRIBUTOR: "contributor"}
ROLE_ORDER = (*PROPERTIES, *(role for role in Role if role not in PROPERTIES))


def to_jsonld(article: Article) -> dict[str, Any]:
    """Return the article as a schema.org `NewsArticle`, ready for `json.dumps`.

    What it cannot hold is listed by `losses("jsonld")`.

    Raises:
        SourceError: the argument is not an `Article`.

    >>> from newsparse.model import Headline
    >>> to_jsonld(Article(headline=Headline("Bridge opens")))
    {'@context': 'https://schema.org', '@type': 'NewsArticle', 'headline': 'Bridge opens'}
    """
    check_article(article, "JSON-LD")
    section = article.section
    data: dict[str, Any] = {
        "@context": _CONTEXT,
        "@type": "NewsArticle",
        "url": article.url,
        "mainEntityOfPage": {"@type": "WebPage", "@id": article.canonical_url.text} if article.canonical_url else None,
        "headline": said(article.headline),
        "description": said(article.deck),
        "articleSection": list(section.names or (section.text,)) if section else None,
        "datePublished": moment_text(article.published),
        "dateModified": moment_text(article.modified),
        "articleBody": "\n\n".join(node.text for node in article.body if node.text),
        "image": [_image(figure) for figure in article.figures],
        "correction": [_correction(note) for note in article.notes if note.kind is NoteKind.CORRECTION],
        "keywords": [tag.text for tag in article.tags],
        "inLanguage": said(article.language),
        "publisher": _named("NewsMediaOrganization", said(article.publisher)),
        "provider": _named("Organization", said(article.attribution)),
        "isAccessibleForFree": _is_free(article.access),
        **_people(article.contributors),
        **_dateline(article.dateline),
    }
    return {key: value for key, value in data.items() if value not in (None, [], "")}


def _named(kind: str, name: str | None) -> dict[str, str] | None:
    return {"@type": kind, "name": name} if name else None


def _is_free(access: Access | None) -> bool | None:
    if access is None:
        return None
    return access.declared if access.declared is not None else access.seen


def _image(figure: Figure) -> dict[str, Any]:
    image = {
        "@type": "ImageObject",
        "contentUrl": figure.url,
        "caption": said(figure.caption),
        "creditText": said(figure.credit),
        "abstract": figure.alt,
        "representativeOfPage": figure.lead or None,
    }
    return {key: value for key, value in image.items() if value is not None}


def _correction(note: Note) -> dict[str, Any]:
    data = {"@type": "CorrectionComment", "text": note.text, "datePublished": moment_text(note.date)}
    return {key: value for key, value in data.items() if value is not None}


def _people(contributors: tuple[Contributor, ...]) -> dict[str, Any]:
    """Return the contributors under the property of each of their roles."""
    found: dict[str, list[Any]] = {}
    for role in ROLE_ORDER:
        for person in contributors:
            if role not in person.roles:
                continue
            if role in PROPERTIES:
                found.setdefault(PROPERTIES[role], []).append(_person(person))
            else:
                named = {"@type": "Role", "roleName": role.value, "contributor": _person(person)}
                found.setdefault("contributor", []).append(named)
    return found


def _person(person: Contributor) -> dict[str, Any]:
    plain = person.kind in {ContributorKind.PERSON, ContributorKind.ORGANIZATION}
    emails = [contact for contact in person.contact if _is_email(contact)]
    data = {
        "@type": "Person" if person.kind.is_human else "Organization",
        "additionalType": None if plain else person.kind.value,
        "name": person.name,
        "alternateName": person.display_name,
        "honorificPrefix": person.honorific,
        "jobTitle": person.title,
        "affiliation": _named("Organization", person.affiliation),
        "email": emails or None,
        "url": person.url,
    }
    return {key: value for key, value in data.items() if value is not None}


def _is_email(contact: str) -> bool:
    return "@" in contact[1:]


def _dateline(dateline: Dateline | None) -> dict[str, Any]:
    if dateline is None:
        return {}
    day = dateline.date
    complete = day is not None and None not in (day.year, day.month, day.day)
    return {
        "dateline": dateline.text,
        "locationCreated": [_place(place) for place in dateline.places],
        "sourceOrganization": _named("NewsMediaOrganization", dateline.agency),
        "dateCreated": str(day) if complete else None,
    }


def _place(place: Place) -> dict[str, Any]:
    address = {"addressRegion": place.region, "addressCountry": place.country}
    address = {key: value for key, value in address.items() if value is not None}
    return {"@type": "Place", "name": place.name, **({"address": {"@type": "PostalAddress", **address}} if address else {})}


def held_by_jsonld(article: Article) -> Article:
    """Return the article as `from_jsonld(to_jsonld(article))` gives it back: reduced to what the form can hold."""
    check_article(article, "JSON-LD")
    article = bare(article)
    dateline, access = article.dateline, _is_free(article.access)
    held = [_held_person(person) for role in ROLE_ORDER for person in article.contributors if person.roles and _first(person) is role]
    return attrs.evolve(
        article,
        kicker=None,
        byline=None,
        section_datelines=(),
        section=held_section(article.section),
        contributors=tuple(held),
        dateline=_held_dateline(dateline) if dateline else None,
        published=held_moment(article.published),
        modified=held_moment(article.modified),
        body=tuple(Paragraph(node.text) for node in article.body if node.text),
        figures=tuple(
            picture(said(figure.caption), said(figure.credit), figure.url, figure.alt, lead=figure.lead) for figure in article.figures
        ),
        notes=tuple(Note(n.text, kind=n.kind, date=held_moment(n.date)) for n in article.notes if n.kind is NoteKind.CORRECTION),
        access=access_of(free=access) if access is not None else None,
        attribution=Attribution(article.attribution.text) if article.attribution else None,
    )


def _first(person: Contributor) -> Role:
    return min(person.roles, key=ROLE_ORDER.index)


def _held_person(person: Contributor) -> Contributor:
    roles = tuple(sorted(person.roles, key=ROLE_ORDER.index))
    return attrs.evolve(person, roles=roles, place=None, contact=tuple(filter(_is_email, person.contact)))


def _held_dateline(dateline: Dateline) -> Dateline:
    day = dateline.date
    complete = day is not None and None not in (day.year, day.month, day.day)
    return Dateline(dateline.text, places=dateline.places, agency=dateline.agency, date=day if complete else None)


def access_of(*, free: bool) -> Access:
    """Return the access that the form can tell."""
    return Access("free" if free else "locked", declared=free)
