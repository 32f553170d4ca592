"""IPTC NITF 3.6, out and in (https://iptc.org/standards/nitf/).

NITF is the richest of the standards for text. What it has no place for (a kind of contributor,
a date without a clock) stands in attributes of our own namespace, which the standard has
allowed since 3.6; a reader that does not know them loses only that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from xml.etree import ElementTree as ET

import attrs

from newsparse.errors import SourceError
from newsparse.export.bare import bare, moment_text, read_moment, said
from newsparse.export.markup import xml_text
from newsparse.model import (
    Access,
    Article,
    Attribution,
    BodyBlock,
    Byline,
    Contributor,
    Crosshead,
    Dateline,
    Deck,
    Embed,
    Figure,
    Headline,
    Kicker,
    ListItem,
    LiveUpdate,
    Note,
    Paragraph,
    PartialDate,
    Place,
    Quote,
    Section,
    Table,
    Text,
    Timestamp,
)  # fmt: skip
from newsparse.vocabulary import ContributorKind, NoteKind, Role

__all__ = ["from_nitf", "held_by_nitf", "to_nitf"]

NITF = "http://iptc.org/std/NITF/2006-10-18/"
OURS = "urn:newsparse:nitf:1"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
# "20241206T153000+0200", as the standard writes a moment; zeros for a clock that nobody stated.
_NORM = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?)?([+-]\d\d:?\d\d|Z)?$")


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

    >>> '<hl1>Bridge opens</hl1>' in to_nitf(Article(headline=Headline("Bridge opens")))
    True
    """
    ET.register_namespace("", NITF)
    ET.register_namespace("np", OURS)
    root = ET.Element(f"{{{NITF}}}nitf")
    _head(article, _add(root, "head"))
    body = _add(root, "body")
    if article.language is not None:
        body.set(_LANG, xml_text(article.language.text))
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
    listing: ET.Element | None = None
    for node in body:
        if isinstance(node, ListItem):
            tag = "ol" if node.ordered else "ul"
            if listing is None or listing.tag != f"{{{NITF}}}{tag}":
                listing = _add(content, tag)
            _add(listing, "li", node.text, ours={"level": str(node.level) if node.level > 1 else None})
            continue
        listing = None
        if isinstance(node, Crosshead):
            _add(content, "hl2", node.text, ours={"level": str(node.level)})
        elif isinstance(node, Quote):
            _add(_add(_add(content, "bq", ours={"pull": "true" if node.pull else None}), "block"), "p", node.text)
        elif isinstance(node, Table):
            _table(node, content)
        elif isinstance(node, (Embed, LiveUpdate)):
            url = node.url if isinstance(node, Embed) else None
            kind = "embed" if isinstance(node, Embed) else "live-update"
            _add(_add(content, "block", class_=kind, ours={"url": url}), "p", node.text)
        else:
            _add(content, "p", node.text)


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
    article = bare(article)
    dateline, section, access, byline = article.dateline, article.section, article.access, article.byline
    return attrs.evolve(
        article,
        byline=Byline(byline.text) if byline else None,
        section=Section((section.names or (section.text,))[-1], names=section.names or (section.text,)) if section else None,
        section_datelines=(),
        dateline=Dateline(dateline.text, places=dateline.places, agency=dateline.agency or None, date=dateline.date) if dateline else None,
        published=_held_moment(article.published),
        modified=_held_moment(article.modified),
        body=tuple(_held_block(node) for node in article.body),
        notes=tuple(Note(n.text, kind=n.kind, date=_held_moment(n.date)) for n in article.notes),
        figures=tuple(_figure(said(f.caption), said(f.credit), f.url, f.alt, lead=f.lead) for f in article.figures),
        access=Access(access.text, declared=access.declared, tier=access.tier) if access else None,
        attribution=Attribution(article.attribution.text) if article.attribution else None,
    )


def _held_moment(stamp: Timestamp | None) -> Timestamp | None:
    text = moment_text(stamp)
    return read_moment(text, "") if text is not None else None


def _held_block(node: BodyBlock) -> BodyBlock:
    if isinstance(node, Table):
        rows = node.rows or ((node.text,),)
        return Table(" ".join(cell for row in rows for cell in row if cell), rows=rows)
    if isinstance(node, Embed):
        return Embed(node.text, url=node.url)
    return LiveUpdate(node.text) if isinstance(node, LiveUpdate) else node


def _figure(caption: str | None, credit: str | None, url: str | None, alt: str | None, *, lead: bool) -> Figure:
    return Figure(
        " ".join(part for part in (caption, credit) if part),
        url=url, alt=alt, caption=Text(caption) if caption is not None else None, credit=Text(credit) if credit is not None else None, lead=lead,
    )  # fmt: skip


def from_nitf(markup: str | bytes) -> Article:
    """Return the article in an NITF document, of ours or of anybody's, with the namespace or without.

    Raises:
        SourceError: it is not well-formed, its root is not `nitf`, or a value cannot be read; the message names the element.
    """
    if not isinstance(markup, (str, bytes)):
        raise SourceError("NITF", expected="str or bytes", got=type(markup).__name__)
    try:
        if isinstance(markup, str):
            markup = markup.encode("utf-8", "replace")
        root = ET.fromstring(markup)  # noqa: S314 - expat 2.4.1 and newer refuses entity bombs, and loads nothing from outside
    except (ET.ParseError, ValueError, LookupError) as error:
        raise SourceError("NITF", expected="well-formed XML", got=str(error)) from error
    for element in root.iter():
        element.tag = str(element.tag).removeprefix(f"{{{NITF}}}")
    if root.tag != "nitf":
        raise SourceError("NITF", expected="a root element nitf", got=str(root.tag))
    return _read(root)


def _ours(element: ET.Element, name: str) -> str | None:
    return element.get(f"{{{OURS}}}{name}")


def _text(element: ET.Element | None) -> str | None:
    """Return an element's text; `None` when there is none."""
    return (" ".join("".join(element.itertext()).split()) or None) if element is not None else None


def _read(root: ET.Element) -> Article:
    hedline, pubdata, body = root.find("body/body.head/hedline"), root.find("head/pubdata"), root.find("body")
    address, source = root.find("head/docdata/doc-id"), root.find("head/docdata/del-list/from-src")
    sections = tuple(part.get("value", "") for part in root.iterfind("head/docdata/identified-content/classifier[@type='section']"))
    headline = _text(hedline.find("hl1")) if hedline is not None else None
    kicker = _text(hedline.find("hl2[@class='kicker']")) if hedline is not None else None
    deck, language = _text(root.find("body/body.head/abstract")), body.get(_LANG) if body is not None else None
    publisher, canonical = (pubdata.get("name"), pubdata.get("ex-ref")) if pubdata is not None else (None, None)
    bylines = root.findall("body/body.head/byline")
    printed = next((found for line in bylines if _ours(line, "printed") and (found := _text(line))), None)
    content = root.find("body/body.content")
    return Article(
        url=address.get("id-string") if address is not None else None,
        headline=Headline(headline) if headline else None,
        kicker=Kicker(kicker) if kicker else None,
        deck=Deck(deck) if deck else None,
        byline=Byline(printed) if printed else None,
        contributors=tuple(_person(line) for line in bylines if not _ours(line, "printed")),
        section=Section(sections[-1], names=sections) if sections else None,
        dateline=_read_dateline(root),
        published=_moment(root.find("head/docdata/date.release")),
        modified=_moment(root.find("head/revision-history")),
        language=Text(language) if language else None,
        publisher=Text(publisher) if publisher else None,
        canonical_url=Text(canonical) if canonical else None,
        attribution=Attribution(source.get("src-name", "")) if source is not None else None,
        access=_access(root.find("head/docdata/doc.rights")),
        tags=tuple(Text(part.get("key", "")) for part in root.iterfind("head/docdata/key-list/keyword")),
        notes=tuple(_notes(root)),
        body=tuple(_blocks(content)) if content is not None else (),
        figures=tuple(_read_figure(media) for media in root.iter("media")),
    )


def _moment(element: ET.Element | None) -> Timestamp | None:
    """Return the moment an element states: in our form where we wrote it, else in the standard's."""
    if element is None:
        return None
    stated = _ours(element, "stated")
    if stated is None:
        norm = element.get("norm", "")
        match = _NORM.match(norm)
        if match is None:
            raise SourceError(f"NITF {element.tag}@norm", expected="YYYYMMDDTHHMMSS±HHMM", got=repr(norm))
        year, month, day, hour, minute, second, zone = match.groups()
        stated = f"{year}-{month}-{day}"
        if hour is not None:
            offset = "+00:00" if zone == "Z" else f"{zone[:3]}:{zone[-2:]}" if zone else ""
            stated += f"T{hour}:{minute}:{second or '00'}{offset}"
    return read_moment(stated, f"NITF {element.tag}")


def _person(line: ET.Element) -> Contributor:
    """Return the contributor of a byline; a line without marked-up person is a name as a whole."""
    title = line.find("byttl")
    name = _text(line.find("person")) or _text(line) or ""
    roles = {role.value: role for role in Role}
    given = _ours(line, "roles")
    kinds = {kind.value: kind for kind in ContributorKind}
    return Contributor(
        name,
        kinds.get(_ours(line, "kind") or "", ContributorKind.PERSON),
        tuple(roles[word] for word in given.split() if word in roles) if given is not None else (Role.AUTHOR,),
        title=(" ".join((title.text or "").split()) or None) if title is not None else None,
        affiliation=_text(title.find("org")) if title is not None else None,
        place=_text(line.find("location")),
        contact=tuple(text for part in line.iterfind("virtloc") if (text := _text(part))),
        honorific=_ours(line, "honorific"),
        display_name=_ours(line, "display"),
        url=_ours(line, "url"),
    )


def _read_dateline(root: ET.Element) -> Dateline | None:
    element = root.find("body/body.head/dateline")
    if element is None:
        return None
    places = (
        Place(_text(part.find("city")) or _text(part) or "", _text(part.find("region")), _text(part.find("country")))
        for part in element.iterfind("location")
    )
    day = element.find("story.date")
    stated = _ours(day, "date") if day is not None else None
    return Dateline(
        _ours(element, "text") or _text(element) or "",
        places=tuple(places),
        agency=_text(root.find("body/body.head/distributor/org")),
        date=_partial(stated) if stated else None,
    )


def _partial(text: str) -> PartialDate:
    match = re.fullmatch(r"(\d{4}|-)?(?:-(\d\d))?(?:-{1,3}(\d\d))?", text)
    if match is None or not text:
        raise SourceError("NITF story.date", expected="a date, perhaps incomplete", got=repr(text))
    year, month, day = match.groups()
    return PartialDate(int(year) if year and year.isdigit() else None, int(month) if month else None, int(day) if day else None)


def _access(element: ET.Element | None) -> Access | None:
    if element is None or element.get("limitations") is None:
        return None
    declared = _ours(element, "declared")
    return Access(element.get("limitations", ""), declared=None if declared is None else declared == "true", tier=_ours(element, "tier"))


def _notes(root: ET.Element) -> Iterator[Note]:
    kinds = {kind.value: kind for kind in NoteKind}
    for element in root.iterfind("body/body.head/note"):
        text, date = _text(element), _ours(element, "date")
        if text:
            kind = kinds.get(_ours(element, "kind") or "", NoteKind.EDITORS_NOTE)
            yield Note(text, kind=kind, date=read_moment(date, "NITF note") if date else None)


def _blocks(parent: ET.Element) -> Iterator[BodyBlock]:
    """Yield the blocks of the body; elements that are not known to hold text of their own are looked into."""
    for element in parent:
        text = _text(element) or ""
        kind = element.get("class", "")
        if element.tag == "p":
            yield Paragraph(text)
        elif element.tag in {"hl1", "hl2"}:
            yield Crosshead(text, level=int(level) if (level := _ours(element, "level") or "").isdigit() else 2)
        elif element.tag in {"ul", "ol"}:
            yield from (
                ListItem(
                    _text(item) or "",
                    ordered=element.tag == "ol",
                    level=int(level) if (level := _ours(item, "level") or "").isdigit() else 1,
                )
                for item in element
            )
        elif element.tag == "bq":
            yield Quote(text, pull=_ours(element, "pull") == "true")
        elif element.tag == "table":
            rows = tuple(tuple(_text(cell) or "" for cell in row) for row in element.iter("tr"))
            yield Table(" ".join(cell for row in rows for cell in row if cell), rows=rows)
        elif element.tag == "block" and kind == "embed":
            yield Embed(text, url=_ours(element, "url"))
        elif element.tag == "block" and kind == "live-update":
            yield LiveUpdate(text)
        elif element.tag != "media":
            yield from _blocks(element)


def _read_figure(media: ET.Element) -> Figure:
    reference = media.find("media-reference")
    url, alt = (reference.get("source"), reference.get("alternate-text")) if reference is not None else (None, None)
    return _figure(_text(media.find("media-caption")), _text(media.find("media-producer")), url, alt, lead=media.get("class") == "lead")
