"""Times that a page states for machines: JSON-LD, meta elements, microdata, its address."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime

from attrs import evolve, frozen

from newsparse.addresses import host_of
from newsparse.document import Document, Element, Value
from newsparse.grammar.machine import read_machine
from newsparse.grammar.timestamp import parse_timestamp
from newsparse.linked import LinkedNode, text_of
from newsparse.model import PartialDate, Timestamp
from newsparse.vocabulary import Precision

__all__ = ["Evidence", "address_time", "country_of", "day_of", "read_value", "second_witness", "stated_times"]


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
# A meta that says only "date" stands below the date line of the story: of 3 pages on which they differ the line was right on all.
_LINKED, _META, _ITEM, _PAGE, _VENDOR, _PLAIN_DATE, _CREATED = 0.95, 0.92, 0.86, 0.84, 0.72, 0.63, 0.6

# Some pages repeat their story in every script; a live report lists each of its entries.
_MOST = 3

_PUBLISHED = ("article:published_time", "article:published", "og:article:published_time", "og:published_time")
_MODIFIED = ("article:modified_time", "article:modified", "og:article:modified_time", "og:updated_time", "og:modified_time")
# The names of other metas, without what parts their words: "parsely-pub-date", "dc.date.issued", "cXenseParse:recs:publishtime",
# "sailthru.date", "originalPublicationDate", "DC.created", "w-published-date"; not "date-format", "expires", "eventdate".
_VENDOR_PUBLISHED = re.compile(
    r"(?:[a-z]{1,16}[.:_ -]){0,3}(?:original|article|first|story|content|page|post|news|c)?[._: -]?"
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
    """Return the stated times of publication and of the last change, the most trusted first.

    JSON-LD and the `article:` metas of nine pages in ten tell all; the other witnesses cost more to
    ask and are asked only where these are silent, leave the zone open or contradict each other.
    Microdata costs a pass over the page: it is asked only where nothing surer tells the day.
    """
    nodes = _stories(document)
    published, modified = _first_witnesses(document, nodes)
    if not _is_enough(published):
        _ask_others(document, nodes, published, modified)
        if not any(item.confidence > _ITEM for item in published):
            _ask_items(document, published, modified)
        _sort(published, modified)
    return published, modified


def second_witness(document: Document, day: date) -> Evidence | None:
    """Return what else states that the story was published on a day, or `None`."""
    nodes = _stories(document)
    published, modified = _first_witnesses(document, nodes)
    for ask in (None, lambda: _ask_others(document, nodes, published, modified), lambda: _ask_items(document, published, modified)):
        if ask is not None:
            ask()
        found = next((item for item in published if day_of(item.stamp) == day), None)
        if found is not None:
            return found
    return None


def _stories(document: Document) -> list[LinkedNode]:
    return document.story_nodes()[:_MOST] if document.metadata.nodes else []


def _first_witnesses(document: Document, nodes: list[LinkedNode]) -> tuple[list[Evidence], list[Evidence]]:
    """Return what JSON-LD and the `article:` metas state."""
    meta = document.metadata.meta
    published: list[Evidence] = []
    modified: list[Evidence] = []
    for node in nodes:
        _enter(published, node, "datePublished", _LINKED, "linked", document)
        _enter(modified, node, "dateModified", _LINKED, "linked", document)
    for name in _PUBLISHED:
        if name in meta:
            _enter_values(published, meta[name], _META, "meta", document)
    for name in _MODIFIED:
        if name in meta:
            _enter_values(modified, meta[name], _META, "meta", document)
    return published, modified


def _is_enough(published: list[Evidence]) -> bool:
    """Whether the first witnesses tell a moment with its zone, or a day, and do not contradict each other's clock."""
    if not published:
        return False
    first = published[0].stamp.value
    if not isinstance(first, datetime):
        return True
    if first.tzinfo is None:
        return False
    return all(not isinstance(other := item.stamp.value, datetime) or other.tzinfo is None or other == first for item in published[1:])


def _ask_others(document: Document, nodes: list[LinkedNode], published: list[Evidence], modified: list[Evidence]) -> None:
    """Add what other nodes of the page and the metas of many systems state."""
    metadata = document.metadata
    for node in nodes:
        _enter(published, node, "dateCreated", _CREATED, "linked", document)
    recipes = metadata.typed("recipe")  # the one of a page is its story; several are a list
    for node in (*metadata.typed("webpage", "itempage", "creativework", "collectionpage"), *(recipes if len(recipes) == 1 else ())):
        _enter(published, node, "datePublished", _PAGE, "page", document)
        _enter(modified, node, "dateModified", _PAGE, "page", document)
    for name, values in metadata.meta.items():
        if _DATED.search(name) is None or name in _PUBLISHED or name in _MODIFIED:
            continue
        if _VENDOR_PUBLISHED.fullmatch(name):
            _enter_values(published, values, _VENDOR if _SAYS_PUBLISHED.search(name) else _PLAIN_DATE, "vendor", document)
        elif _VENDOR_MODIFIED.fullmatch(name):
            _enter_values(modified, values, _VENDOR, "vendor", document)


def _ask_items(document: Document, published: list[Evidence], modified: list[Evidence]) -> None:
    """Add what microdata states."""
    items = document.metadata.items
    _enter_values(published, _own(items.get("datepublished", ())), _ITEM, "item", document)
    _enter_values(modified, _own(items.get("datemodified", ())), _ITEM, "item", document)


def _sort(published: list[Evidence], modified: list[Evidence]) -> None:
    """Put the surest first."""
    published.sort(key=_earliest_of_surest)
    modified.sort(key=_by_confidence)


def _by_confidence(evidence: Evidence) -> float:
    return -evidence.confidence


def _earliest_of_surest(evidence: Evidence) -> tuple[float, date]:
    """Return a key by which of a system's own metas the earliest goes first: the other tells when the page was put out again."""
    return -evidence.confidence, (evidence.source == "vendor" and day_of(evidence.stamp)) or date.min


_DATED = re.compile(r"dat|time|pub|creat|modif|issue")
_DIGIT = re.compile(r"\d")


def read_value(text: str, document: Document) -> Timestamp | None:
    """Return the time that a machine-readable value states, or `None` for a duration, an age or a template's fault."""
    if len(text) > 80 or _DIGIT.search(text) is None:
        return None
    stamp = read_machine(text)
    if stamp is None:
        stamp = parse_timestamp(text, language=document.metadata.language, country=country_of(document))
    return stamp if stamp is not None and stamp.value is not None else None


# Country domains that are mostly used for their look or sound.
_NO_COUNTRY = frozenset("ai am cc co eu fm gg io ly me so to tv ws".split())
_REGION = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z]{4})?[-_]([A-Za-z]{2})$")


def country_of(document: Document) -> str | None:
    """Return the code of the publisher's country, or `None` when nothing tells it.

    The domain of its host goes first: many systems are set up as `en-US` wherever they stand.
    """
    host = host_of(document.url)
    domain = host.rpartition(".")[2]
    if len(domain) == 2 and domain not in _NO_COUNTRY:
        return "GB" if domain == "uk" else domain.upper()
    tag = _REGION.match(document.metadata.language or "")
    return tag[1].upper() if tag is not None else None


def _enter(found: list[Evidence], node: LinkedNode, key: str, confidence: float, source: str, document: Document) -> None:
    """Add the time under a key of a JSON-LD node."""
    text = text_of(node.data.get(key))
    stamp = read_value(text, document) if text else None
    if stamp is not None:
        found.append(Evidence(evolve(stamp, pointer=f"{node.pointer}/{key}"), confidence, source, node.element))


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
    """Whether an element stands in a side column, a menu, the item of a list, or with more in a link as on a card."""
    outer = element.getparent()
    for depth in range(12):
        if outer is None or outer.tag in {"body", "main"}:
            return False
        if outer.tag in {"aside", "nav", "li"} or (outer.tag == "a" and depth > 1):
            return True
        outer = outer.getparent()
    return False


# --- the address ----------------------------------------------------------------------------------

# "/2023/12/22/slug", "/2023-12-22-slug", "/slug-2023-12-22", "/2023_12_22"; not "/2023/1222", "/2023/12/16-new-buses"
_FULL = re.compile(r"(?<!\d)((?:19|20)\d\d)(?:([_-])(\d{1,2})\2(\d{1,2})(?!\d)|/(\d{1,2})/(\d{1,2})(?![\w-]))")
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
            parts = match.group(1, 2, 3) if pattern is not _FULL else match.group(1, 3, 4) if match[2] else match.group(1, 5, 6)
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
