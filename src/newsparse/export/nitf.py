"""IPTC NITF 3.6 (https://iptc.org/standards/nitf/).

NITF is the richest of the standards for text. What it has no place for (a kind of contributor,
a date without a clock) stands in attributes of our own namespace, which the standard has
allowed since 3.6; a reader that does not know them loses only that.
"""

from __future__ import annotations

from datetime import datetime
from itertools import groupby
from xml.etree import ElementTree as ET

import attrs

from newsparse.export.bare import bare, check_article, held_block, held_moment, held_section, moment_text, picture, said
from newsparse.export.markup import held_as_xml, is_harmless, list_tag, xml_text
from newsparse.model import (
    Access,
    Article,
    Attribution,
    BodyBlock,
    Byline,
    Contributor,
    Crosshead,
    Dateline,
    Embed,
    Figure,
    ListItem,
    LiveUpdate,
    Note,
    Quote,
    Table,
    Timestamp,
)  # fmt: skip

__all__ = ["NITF", "OURS", "XML_LANGUAGE", "held_by_nitf", "to_nitf"]

NITF = "http://iptc.org/std/NITF/2006-10-18/"
OURS = "urn:newsparse:nitf:1"
XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def _add(parent: ET.Element, tag: str, text: str | None = None, ours: dict[str, str | None] | None = None, **own: str | None) -> ET.Element:
    """Append an element with attributes of NITF and of our namespace; those that are `None` are left out."""
    element = ET.SubElement(parent, f"{{{NITF}}}{tag}")
    for name, value in own.items():
        if value is not None:
            element.set(name.rstrip("_").replace("_", "-"), xml_text(value))
    for name, value in (ours or {}).items():
        if value is not None:
            element.set(f"{{{OURS}}}{name}", xml_text(value))
    if text is not None:
        element.text = xml_text(text)
    return element


def to_nitf(article: Article) -> str:
    """Return the article as an NITF 3.6 document.

    Raises:
        SourceError: the argument is not an `Article`.

    >>> from newsparse.model import Headline
    >>> '<hl1>Bridge opens</hl1>' in to_nitf(Article(headline=Headline("Bridge opens")))
    True
    """
    check_article(article, "NITF")
    ET.register_namespace("", NITF)
    ET.register_namespace("np", OURS)
    root = ET.Element(f"{{{NITF}}}nitf")
    _head(article, _add(root, "head"))
    body = _add(root, "body")
    if article.language is not None:
        body.set(XML_LANGUAGE, xml_text(article.language.text))
    _body_head(article, _add(body, "body.head"))
    content = _add(body, "body.content")
    _content(article.body, content)
    for figure in article.figures:
        _media(figure, content)
    return "<?xml version='1.0' encoding='utf-8'?>\n" + ET.tostring(root, encoding="unicode") + "\n"


def _head(article: Article, head: ET.Element) -> None:
    _add(head, "title", said(article.headline) or "")
    data = _add(head, "docdata")
    if article.url:
        _add(data, "doc-id", id_string=article.url)
    if article.attribution is not None:
        _add(_add(data, "del-list"), "from-src", src_name=article.attribution.text)
    if (moment := moment_text(article.published)) is not None:
        _add(data, "date.release", norm=_norm(article.published), ours={"stated": moment})
    if article.access is not None:
        declared = article.access.declared
        ours = {"declared": None if declared is None else str(declared).lower(), "tier": article.access.tier}
        _add(data, "doc.rights", limitations=article.access.text, ours=ours)
    if article.tags:
        keys = _add(data, "key-list")
        for tag in article.tags:
            _add(keys, "keyword", key=tag.text)
    if article.section is not None:
        listed = _add(data, "identified-content")
        for name in article.section.names or (article.section.text,):
            _add(listed, "classifier", type="section", value=name)
    if article.publisher is not None or article.canonical_url is not None:
        _add(head, "pubdata", type="web", name=said(article.publisher), ex_ref=said(article.canonical_url))
    if (moment := moment_text(article.modified)) is not None:
        _add(head, "revision-history", norm=_norm(article.modified), ours={"stated": moment})


def _norm(stamp: Timestamp | None) -> str | None:
    """Return a moment as NITF writes it. A missing clock or zone is zeros: the stated form stands beside it."""
    value = stamp.value if stamp is not None else None
    if value is None:
        return None
    if not isinstance(value, datetime):
        return f"{value:%Y%m%d}T000000+0000"
    return f"{value:%Y%m%dT%H%M%S}{value:%z}"[:20] if value.tzinfo is not None else f"{value:%Y%m%dT%H%M%S}+0000"


def _body_head(article: Article, head: ET.Element) -> None:
    """Write the display lines in the order that the standard fixes."""
    if article.headline is not None or article.kicker is not None:
        hedline = _add(head, "hedline")
        if article.headline is not None:
            _add(hedline, "hl1", article.headline.text)
        if article.kicker is not None:
            _add(hedline, "hl2", article.kicker.text, class_="kicker")
    for note in article.notes:
        element = _add(head, "note", noteclass="editorsnote", type="pa", ours={"kind": note.kind.value, "date": moment_text(note.date)})
        _add(_add(element, "body.content"), "p", note.text)
    if article.byline is not None:
        _add(head, "byline", article.byline.text, ours={"printed": "true"})
    for person in article.contributors:
        _byline(person, head)
    dateline = article.dateline
    if dateline is not None and dateline.agency:
        _add(_add(head, "distributor"), "org", dateline.agency)
    if dateline is not None:
        _dateline(dateline, head)
    if article.deck is not None:
        _add(_add(head, "abstract"), "p", article.deck.text)


def _byline(person: Contributor, head: ET.Element) -> None:
    facts = {
        "roles": " ".join(role.value for role in person.roles),
        "kind": person.kind.value,
        "honorific": person.honorific,
        "display": person.display_name,
        "url": person.url,
    }
    byline = _add(head, "byline", ours=facts)
    _add(byline, "person", person.name)
    if person.title is not None or person.affiliation is not None:
        title = _add(byline, "byttl", person.title)
        if person.affiliation is not None:
            _add(title, "org", person.affiliation)
    if person.place is not None:
        _add(byline, "location", person.place)
    for contact in person.contact:
        _add(byline, "virtloc", contact)


def _dateline(dateline: Dateline, head: ET.Element) -> None:
    element = _add(head, "dateline", ours={"text": dateline.text})
    for place in dateline.places:
        location = _add(element, "location")
        _add(location, "city", place.name)
        if place.region is not None:
            _add(location, "region", place.region)
        if place.country is not None:
            _add(location, "country", place.country)
    if dateline.date is not None:
        _add(element, "story.date", ours={"date": str(dateline.date)})


def _content(body: tuple[BodyBlock, ...], content: ET.Element) -> None:
    for tag, nodes in groupby(body, list_tag):
        parent = content if tag is None else _add(content, tag)
        for node in nodes:
            _block(node, parent)


def _block(node: BodyBlock, parent: ET.Element) -> None:
    if isinstance(node, ListItem):
        _add(parent, "li", node.text, ours={"level": str(node.level) if node.level > 1 else None})
    elif isinstance(node, Crosshead):
        _add(parent, "hl2", node.text, ours={"level": str(node.level)})
    elif isinstance(node, Quote):
        _add(_add(_add(parent, "bq", ours={"pull": "true" if node.pull else None}), "block"), "p", node.text)
    elif isinstance(node, Table):
        _table(node, parent)
    elif isinstance(node, (Embed, LiveUpdate)):
        url = node.url if isinstance(node, Embed) and node.url and is_harmless(node.url) else None
        kind = "embed" if isinstance(node, Embed) else "live-update"
        _add(_add(parent, "block", class_=kind, ours={"url": url}), "p", node.text)
    else:
        _add(parent, "p", node.text)


def _table(node: Table, content: ET.Element) -> None:
    table = _add(content, "table")
    for cells in node.rows or ((node.text,),):
        row = _add(table, "tr")
        for cell in cells:
            _add(row, "td", cell)


def _media(figure: Figure, content: ET.Element) -> None:
    media = _add(content, "media", media_type="image", class_="lead" if figure.lead else None)
    _add(media, "media-reference", source=figure.url, alternate_text=figure.alt)
    if figure.caption is not None:
        _add(media, "media-caption", figure.caption.text)
    if figure.credit is not None:
        _add(media, "media-producer", figure.credit.text)


def held_by_nitf(article: Article) -> Article:
    """Return the article as `from_nitf(to_nitf(article))` gives it back: reduced to what the form can hold."""
    check_article(article, "NITF")
    article = held_as_xml(bare(article))
    dateline, access, byline = article.dateline, article.access, article.byline
    return attrs.evolve(
        article,
        byline=Byline(byline.text) if byline else None,
        section=held_section(article.section),
        section_datelines=(),
        dateline=Dateline(dateline.text, places=dateline.places, agency=dateline.agency or None, date=dateline.date) if dateline else None,
        published=held_moment(article.published),
        modified=held_moment(article.modified),
        body=tuple(held_block(node) for node in article.body),
        notes=tuple(Note(n.text, kind=n.kind, date=held_moment(n.date)) for n in article.notes),
        figures=tuple(picture(said(f.caption), said(f.credit), f.url, f.alt, lead=f.lead) for f in article.figures),
        access=Access(access.text, declared=access.declared, tier=access.tier) if access else None,
        attribution=Attribution(article.attribution.text) if article.attribution else None,
    )
