"""Times that a page states for machines: JSON-LD, meta elements, microdata, its address."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime

from attrs import evolve, frozen

from newsparse.document import Document, Element, Value
from newsparse.grammar.timestamp import parse_timestamp
from newsparse.linked import LinkedNode, stories, text_of
from newsparse.model import PartialDate, Timestamp
from newsparse.vocabulary import Precision

__all__ = ["Evidence", "address_time", "stated_times"]


@frozen
class Evidence:
    """A time with where it came from and how far it is to be trusted."""

    stamp: Timestamp
    """The time."""
    confidence: float
    """How sure it is, from 0 to 1."""
    source: str
    """What states it: "linked", "meta", "item", "page", "vendor", "printed", "time", "address"."""
    element: Element | None = None
    """The element it came from; `None` for plain text."""
    owns: range | None = None
    """The blocks that hold nothing else."""


# How often each was the day of publication on 782 pages of 644 publishers (markup.md, section 5), in that order.
_LINKED, _META, _ITEM, _PAGE, _VENDOR, _PLAIN_DATE, _CREATED = 0.95, 0.92, 0.86, 0.84, 0.72, 0.66, 0.6

# Some pages repeat their story in every script; a live report lists each of its entries.
_MOST = 3

_PUBLISHED = ("article:published_time", "article:published", "og:article:published_time", "og:published_time")
_MODIFIED = ("article:modified_time", "article:modified", "og:article:modified_time", "og:updated_time", "og:modified_time")
# The names of other metas, without what parts their words: "parsely-pub-date", "dc.date.issued", "cXenseParse:recs:publishtime",
# "sailthru.date", "originalPublicationDate", "DC.created"; not "date-format", "expires", "eventdate".
_VENDOR_PUBLISHED = re.compile(
    r"(?:[a-z]{2,16}[.:_ -]){0,3}(?:original|article|first|story|content|page|post|news|c)?[._: -]?"
    r"(?:(?:publish(?:ed)?|pub|publication|issued?|release|posted|created?|creation|online)[._: -]?(?:date|time|datetime|timestamp|on|at)"
    r"(?:[._: -](?:gmt|iso|utc|time|original))?"
    r"|date[._: -]?(?:publish(?:ed)?|pub|issued|created|posted|time)|date|pubdate|ptime|publish(?:ed)?|dcterms\.(?:issued|created|date)|issued|created)"
)
# The others say only "date": of the print edition, of the last export.
_SAYS_PUBLISHED = re.compile(r"pub|issue|release|post|creat|online")
_VENDOR_MODIFIED = re.compile(
    r"(?:[a-z]{2,16}[.:_ -]){0,3}(?:article|story|content|page|post|last)?[._: -]?(?:modified|modification|updated?|lastmod|revised|changed)[._: -]?(?:date|time|on|at)?"
    r"|(?:[a-z]{2,16}[.:_ -]){0,3}date[._: -]?(?:modified|updated)"
)


def stated_times(document: Document) -> tuple[list[Evidence], list[Evidence]]:
    """Return the stated times of publication and of the last change, the most trusted first."""
    metadata = document.metadata
    published: list[Evidence] = []
    modified: list[Evidence] = []
    nodes = story_nodes(document)[:_MOST]
    for node in nodes:
        _enter(published, node, "datePublished", _LINKED, "linked", document)
        _enter(modified, node, "dateModified", _LINKED, "linked", document)
    for node in nodes:
        _enter(published, node, "dateCreated", _CREATED, "linked", document)
    for name in _PUBLISHED:
        _enter_values(published, metadata.meta.get(name, ()), _META, "meta", document)
    for name in _MODIFIED:
        _enter_values(modified, metadata.meta.get(name, ()), _META, "meta", document)
    _enter_values(published, _own(metadata.items.get("datepublished", ())), _ITEM, "item", document)
    _enter_values(modified, _own(metadata.items.get("datemodified", ())), _ITEM, "item", document)
    for node in metadata.typed("webpage", "itempage", "creativework", "collectionpage"):
        _enter(published, node, "datePublished", _PAGE, "page", document)
        _enter(modified, node, "dateModified", _PAGE, "page", document)
    for name, values in metadata.meta.items():
        if (
            "dat" not in name
            and "time" not in name
            and "pub" not in name
            and "creat" not in name
            and "modif" not in name
            and "issue" not in name
        ):
            continue
        if name in _PUBLISHED or name in _MODIFIED:
            continue
        if _VENDOR_PUBLISHED.fullmatch(name):
            _enter_values(published, values, _VENDOR if _SAYS_PUBLISHED.search(name) else _PLAIN_DATE, "vendor", document)
        elif _VENDOR_MODIFIED.fullmatch(name):
            _enter_values(modified, values, _VENDOR, "vendor", document)
    return published, modified


def story_nodes(document: Document) -> list[LinkedNode]:
    """Return the JSON-LD nodes of the page's own story."""
    metadata = document.metadata
    if not metadata.nodes:
        return []
    addresses = [document.url or "", *(value.text for value in metadata.links.get("canonical", ())[:1])]
    if (own := metadata.first("og:url")) is not None:
        addresses.append(own.text)
    titles = [metadata.title.text if metadata.title is not None else ""]
    if (social := metadata.first("og:title")) is not None:
        titles.append(social.text)
    return stories(metadata.nodes, addresses, titles)


def read_value(text: str, document: Document) -> Timestamp | None:
    """Return the time that a machine-readable value states, or `None` for a duration, an age or a template's fault."""
    if len(text) > 80 or not any("0" <= char <= "9" for char in text):
        return None
    stamp = parse_timestamp(text, language=document.metadata.language)
    if stamp is None or stamp.value is None:
        return None
    return stamp


def _enter(found: list[Evidence], node: LinkedNode, key: str, confidence: float, source: str, document: Document) -> None:
    """Add the time under a key of a JSON-LD node."""
    text = text_of(node.data.get(key))
    stamp = read_value(text, document) if text else None
    if stamp is not None:
        pointer = f"{node.pointer}/{key}"
        found.append(Evidence(evolve(stamp, pointer=pointer), confidence, source, node.element))


def _enter_values(found: list[Evidence], values: Iterable[Value], confidence: float, source: str, document: Document) -> None:
    """Add the first readable one of a page's values."""
    for value in values:
        stamp = read_value(value.text, document)
        if stamp is not None:
            found.append(Evidence(stamp, confidence, source, value.element))
            return


def _own(values: Iterable[Value]) -> list[Value]:
    """Return the microdata values that stand in no list and beside no other story: teasers bear them too."""
    return [value for value in values if not _is_teaser(value.element)]


def _is_teaser(element: Element) -> bool:
    """Whether an element stands in a side column, a menu or the item of a list."""
    outer = element.getparent()
    for _ in range(12):
        if outer is None or outer.tag in {"body", "main"}:
            return False
        if outer.tag in {"aside", "nav", "li"}:
            return True
        outer = outer.getparent()
    return False


# --- the address ----------------------------------------------------------------------------------

# "/2023/12/22/slug", "/2023-12-22-slug", "/slug-2023-12-22", "/2023_12_22"; not "/2023/1222"
_FULL = re.compile(r"(?<!\d)((?:19|20)\d\d)([/_-])(\d{1,2})\2(\d{1,2})(?!\d)")
# "/20231222/"; not the number of a story such as "12182022" or "202312221"
_COMPACT = re.compile(r"(?<![\d-])((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)")
# "/news/29-10-2021"
_DAY_FIRST = re.compile(r"(?<![\d-])(1[3-9]|2\d|3[01])-(0[1-9]|1[0-2])-((?:19|20)\d\d)(?![\d-])")
# "/2023/dec/22/"
_NAMED = re.compile(r"(?<!\d)((?:19|20)\d\d)/([a-z]{3,9})/(\d{1,2})(?!\d)", re.I)
# "/2023/12/slug", "/2023-12/slug"
_MONTH = re.compile(r"/((?:19|20)\d\d)[/-](\d\d)(?=/)")


def address_time(address: str) -> Timestamp | None:
    """Return the day or the month that stands in the address of a page, or `None`.

    >>> str(address_time("https://example.org/2024/12/slug").partial)
    '2024-12'
    >>> address_time("https://example.org/story-12182022") is None
    True
    """
    path = re.sub(r"^[a-z]+://[^/]*", "", address)[:300].partition("?")[0]
    for pattern in (_FULL, _NAMED, _COMPACT):
        for match in pattern.finditer(path):
            parts = match.group(1, 3, 4) if pattern is _FULL else match.group(1, 2, 3)
            stamp = parse_timestamp("-".join(parts) if parts[1].isdigit() else f"{parts[2]} {parts[1]} {parts[0]}")
            if stamp is not None and stamp.value is not None:
                return evolve(stamp, text=match[0])
    if (day_first := _DAY_FIRST.search(path)) is not None:
        stamp = parse_timestamp("-".join(reversed(day_first.groups())))
        if stamp is not None:
            return evolve(stamp, text=day_first[0])
    match_month = _MONTH.search(path)
    if match_month is not None and 1 <= int(match_month[2]) <= 12:
        partial = PartialDate(int(match_month[1]), int(match_month[2]))
        return Timestamp(match_month[0].strip("/"), precision=Precision.MONTH, partial=partial)
    return None


def day_of(stamp: Timestamp) -> date | None:
    """Return the calendar day of a timestamp as stated."""
    value = stamp.value
    return value.date() if isinstance(value, datetime) else value
