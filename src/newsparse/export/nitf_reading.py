"""Reading IPTC NITF, ours and anybody's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from newsparse.errors import SourceError
from newsparse.export.bare import picture, read_moment
from newsparse.export.nitf import NITF, OURS, XML_LANGUAGE
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

__all__ = ["from_nitf"]

# "20241206T153000+0200", as the standard writes a moment; zeros for a clock that nobody stated.
_NORM = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?)?([+-]\d\d:?\d\d|Z)?$")


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
    deck, language = _text(root.find("body/body.head/abstract")), body.get(XML_LANGUAGE) if body is not None else None
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
    return picture(_text(media.find("media-caption")), _text(media.find("media-producer")), url, alt, lead=media.get("class") == "lead")
