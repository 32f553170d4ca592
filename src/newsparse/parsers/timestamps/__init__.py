"""When the story was published and when it was last changed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from newsparse.claim import Claim, Draft, Parser
from newsparse.document import Document
from newsparse.parsers.timestamps.printed import printed_times
from newsparse.parsers.timestamps.state import state_time
from newsparse.parsers.timestamps.stated import Evidence, address_time, day_of, stated_times
from newsparse.parsers.timestamps.weigh import agree, backed, has_date_line, on_printed_day, ordered_by_stated, outvoted, raised
from newsparse.parsers.timestamps.zones import checked

__all__ = ["PARSERS"]

# A line that is nothing but a time is no paragraph, whichever time it is.
_ALONE = 0.97
# A day in the page's address was right on 43 of 45 development pages that state no other for machines; on the two a line
# under the headline told the day before or behind.
_ADDRESS_DAY, _ADDRESS_MONTH = 0.64, 0.2
# An update in the place of a publication that nothing states: above an address that tells the month only.
_UPDATE = 0.3
# Lines further down the list are never chosen and only cost.
_MOST = 3
# From JSON-LD, metas and the page's own microdata; below stand plain dates of other systems.
_TRUSTED = 0.84


def find_published(document: Document, draft: Draft) -> Iterator[Claim]:
    """Yield what states when the story was first published, for machines and for readers.

    The address is asked where nothing is stated for machines, or where no line tells on which side of midnight it was.
    """
    (stated, changed), (printed, updates) = draft.so_far(_times)
    lined = has_date_line(printed)
    address = _address(document) if not stated or not lined else None
    days = [*stated, address] if address is not None else stated
    printed = raised(ordered_by_stated(printed, days), stated, changed)
    told = on_printed_day(
        checked(outvoted(stated, printed, document), printed, changed), printed if lined else days[len(stated) :], changed
    )
    if told and told[0].confidence < _TRUSTED:
        printed, told[0] = backed(printed, told[0])
    elif not told and address is not None:
        printed, _ = backed(printed, address)
    for evidence in (*told[:_MOST], *printed[:_MOST]):
        yield _claim(evidence)
    if address is not None:
        yield _claim(address)
    if not stated and (not printed or printed[0].confidence < _UPDATE):
        # the page tells one time only, and calls it an update: the story is not younger
        for evidence in (*changed, *updates)[:1]:
            yield Claim(evidence.stamp, _UPDATE, evidence.element)
    if not (stated or printed or changed or updates) and (address is None or address.confidence < _ADDRESS_DAY):
        state = state_time(document)
        if state is not None:
            yield _claim(state)


def _address(document: Document) -> Evidence | None:
    """Return the day or the month that the page's address tells, or `None`."""
    stamp = address_time(document.url or _own_address(document))
    if stamp is None:
        return None
    return Evidence(stamp, _ADDRESS_DAY if stamp.value is not None else _ADDRESS_MONTH, "address")


def find_modified(document: Document, draft: Draft) -> Iterator[Claim]:
    """Yield what states when the story was last changed, if that is later than its publication."""
    (_, stated), (_, printed) = draft.so_far(_times)
    best = draft.best("published")
    first = getattr(best.value, "value", None) if best is not None else None
    for evidence in (*stated[:_MOST], *printed[:_MOST]):
        if evidence.source == "printed" or _is_later(evidence, first):
            yield _claim(evidence)


_Found = tuple[list[Evidence], list[Evidence]]


def _times(document: Document, draft: Draft) -> tuple[_Found, _Found]:
    """Return the stated and the printed times, of publications and of changes."""
    stated = stated_times(document)
    return stated, printed_times(document, draft, () if _is_doubtful(stated) else stated[0])


def _is_doubtful(stated: _Found) -> bool:
    """Whether the stated time must be held against all printed ones.

    It may be that of the page's last build: a bare day, a moment without any time of change, or one of two that differ.
    """
    published, modified = stated
    if not published or published[0].confidence < _TRUSTED or not agree(published):
        return True
    return not modified or not isinstance(published[0].stamp.value, datetime)


def _claim(evidence: Evidence) -> Claim:
    return Claim(evidence.stamp, evidence.confidence, evidence.element, evidence.owns, hold=_ALONE if evidence.owns else None)


def _is_later(evidence: Evidence, first: date | datetime | None) -> bool:
    """Whether a change is later than the publication; systems copy the one into the other."""
    value = evidence.stamp.value
    if first is None or value is None:
        return True
    if isinstance(first, datetime) and isinstance(value, datetime) and (first.tzinfo is None) == (value.tzinfo is None):
        return value > first
    a, b = day_of(evidence.stamp), first.date() if isinstance(first, datetime) else first
    return a is not None and a >= b


def _own_address(document: Document) -> str:
    """Return the address that the page calls its own, or an empty one."""
    links = document.metadata.links.get("canonical")
    return links[0].text if links else ""


PARSERS = (
    Parser("published.times", "published", find_published, requires=("headline", "body")),
    Parser("modified.times", "modified", find_modified, requires=("published",)),
)
