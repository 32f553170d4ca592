"""What the opening of a paragraph says of where, when and for whom the story was filed.

A dateline is told by its form: a place, perhaps a date and an agency, and a mark that parts
it from the prose. The form alone decides where it is full ("HOMS, Syria, Dec 5 (Reuters) -");
the barer it is, the more the name itself and the prose behind it must speak for it.
"""

from __future__ import annotations

import re

from newsparse.errors import expect_text
from newsparse.grammar.dateline_cjk import read_cjk
from newsparse.grammar.dateline_judge import Mark, is_caption, is_line, is_name, mark_of, opens_prose, signed
from newsparse.grammar.dateline_names import Scan
from newsparse.grammar.filing_date import Stamps, is_month, is_weekday
from newsparse.grammar.places import from_phrases, is_agency, is_city, is_common, is_particle, is_upper, key, words
from newsparse.model import Contributor, Dateline, PartialDate, Place

__all__ = ["parse_dateline"]

# Longest datelines of the trade: 80 characters, 120 with several places.
_MAX_CHARS = 80
_MAX_CHARS_LIST = 120
# How much of the text is scanned for the dateline itself.
_HEAD = 260
_MARKED = re.compile(r"[—–―‒:=/|•·)\]】）］〕＝.\-‐।։电電讯訊]")
_WORD = re.compile(r"[^\W\d_]{3,14}")
_PARTED = re.compile(r"[\d,،]")
_SPACES = str.maketrans("\xa0\u2007\u2009\u202f\u3000", "     ")
_ODD_SPACE = re.compile("[\xa0\u2007\u2009\u202f\u3000]")
# What may stand before a dateline unseen: spaces, marks of no width and of the direction of writing, the mark of an order of bytes.
_BEFORE = re.compile(r"[\s\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]*")
# "Rebels advanced on"; not "LONDON, England", "Praha 5. prosince" or "Frankfurt am Main"
_PROSE = re.compile(r"([^\W\d_][\w'’-]{0,30}) ([^\W\d_]{2,30})(?=[ ,])")
_OPENERS = "([【（［〔"
# "'s-Hertogenbosch", "'t Harde"; not "'Paris"
_DUTCH = re.compile(r"['’‘][SsTt][ -][A-Z]")
_CJK = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_STAMP_JOINT = re.compile(r" ?(?:[|•·,]|[—–-]+) ?| ")


def parse_dateline(text: str, *, context: str = "") -> Dateline | None:
    """Return the dateline that a text begins with, or `None`.

    `end` is the offset in `text` at which the prose begins.

    Args:
        text: the opening of a paragraph, or a line of its own.
        context: more of the story, in which a place that is in no table may be named again ("in Grafenau").

    Raises:
        SourceError: the text is no string.

    >>> found = parse_dateline("HOMS, Syria, Dec 5 (Reuters) - Rebels advanced.")
    >>> found.places, found.agency, str(found.date)
    ((Place(name='HOMS', region=None, country='Syria'),), 'Reuters', '--12-05')
    >>> parse_dateline("LAST week the minister resigned - again.") is None
    True
    """
    expect_text(text, "parse_dateline")
    if not text.isascii() and _ODD_SPACE.search(text, 0, _HEAD):
        text = text.translate(_SPACES)
    before = _BEFORE.match(text)
    start = before.end() if before is not None else 0
    first = text[start : start + 1]
    if not first or not (first.isalnum() or first in _OPENERS or _DUTCH.match(text, start)):
        return None
    head = text[:_HEAD]
    if not head.isascii() and _CJK.search(head, start, start + 60):
        return read_cjk(head, start)
    if first.islower() or _is_prose(text, start):
        return None
    if first.isdigit():
        return _after_stamp(text, start)
    marked = _MARKED.search(head, start, start + 130)
    unmarked = _ends_sentence(text, marked) if marked is not None else not (len(text) <= _MAX_CHARS and text[-1].isdigit())
    if unmarked:
        return _reported_from(text, start) or _alone(text, start)
    scan = Scan(head, start)
    if scan.read() and (found := _judged(text, scan, context)) is not None:
        return found
    day = _WORD.match(text, start)
    if day is not None and (is_month(day[0]) or is_weekday(day[0])) and (found := _after_stamp(text, start)) is not None:
        return found
    return _reported_from(text, start)


def _ends_sentence(text: str, marked: re.Match[str]) -> bool:
    """Whether the first mark of a text is the period at its end, and no figure or comma parts a dateline's pieces before it."""
    return marked.end() == len(text) and marked[0] == "." and _PARTED.search(text) is None


def _is_prose(text: str, start: int) -> bool:
    """Whether a text opens as sentences do: a word, and without a mark one in lower case that is part of no name and no agency."""
    opening = _PROSE.match(text, start)
    if opening is None or not opening[2].islower():
        return False
    return not (is_particle(opening[2]) or key(opening[2]) in words("and") or is_agency(opening[2]) or key(opening[1]) in from_phrases())


def _judged(text: str, scan: Scan, context: str) -> Dateline | None:
    """Return what was scanned if it is a dateline."""
    mark = mark_of(text, scan)
    if mark.kind == "none" and scan.agency is None and scan.date is None and mark.prose and not scan.enclosed:
        return None  # most paragraphs: a name, and the sentence goes on
    limit = _MAX_CHARS_LIST if len(scan.places) > 1 else _MAX_CHARS
    if scan.at - scan.start > limit or is_caption(scan, mark):
        return None
    if scan.names and not is_name(scan):
        return None
    people = scan.people
    if not mark.prose:
        accepted = is_line(scan, mark)
    elif mark.kind == "none" and scan.date is not None and not scan.agency:
        people, accepted = signed(mark, scan)
        mark.end = len(text) if accepted else mark.end
    else:
        accepted = opens_prose(scan, mark, text, context)
    return _made(text, scan, mark, people) if accepted else None


def _made(text: str, scan: Scan, mark: Mark, people: tuple[Contributor, ...] = ()) -> Dateline:
    """Return the dateline that a scan found."""
    return Dateline(
        text[scan.start : scan.at],
        span=None,
        places=tuple(scan.places),
        agency=scan.agency,
        service=scan.service,
        date=scan.date,
        separator=mark.text,
        end=mark.end,
        contributors=people,
    )


def _after_stamp(text: str, start: int) -> Dateline | None:
    """Return a dateline that follows a time or a date: "3:15 p.m. — LONDON (AP) —", "21 October 2025 • Duqm, Oman"."""
    stamps = Stamps(text[:_HEAD])
    clock = stamps.clock_at(start)
    read = stamps.date_at(clock if clock == start else _past_joint(text, clock))
    at = read[1] if read is not None else clock
    if at == start:
        return None
    after = stamps.clock_at(at)
    scan = Scan(stamps.text, _past_joint(text, after), stamps)
    if scan.start == after or scan.start >= len(scan.text) or not scan.read() or not scan.names:
        return None
    stamp = read[0] if read is not None else None
    mark = mark_of(text, scan)
    if mark.prose:
        placed = mark.kind == "dash" and not mark.prose[0].islower() and _is_placed(scan, stamp)
        if not (scan.agency_known or placed) or not is_name(scan):
            return None
    elif stamp is None or not (is_city(scan.names[0]) or scan.region_known):
        return None
    scan.date = scan.date or stamp
    if not mark.prose:
        scan.start = start
    return _made(text, scan, mark)


def _is_placed(scan: Scan, stamp: PartialDate | None) -> bool:
    """Whether a place behind a stamp needs no agency: a city with its region, in capitals, or behind a date with its year."""
    return scan.region_known or (is_city(scan.names[0]) and (is_upper(scan.names[0]) or (stamp is not None and stamp.year is not None)))


def _past_joint(text: str, at: int) -> int:
    """Return the offset behind what joins a stamp to a place."""
    found = _STAMP_JOINT.match(text, at)
    return found.end() if found else at


def _reported_from(text: str, start: int) -> Dateline | None:
    """Return the places of a line that says where it was reported from: "Vi rapporterer fra Oslo/Paris"."""
    line = text[start:].rstrip()
    if len(line) > _MAX_CHARS:
        return None
    for phrase in from_phrases().get(key(line.partition(" ")[0]), ()):
        if key(line[: len(phrase) + 1]).rstrip() == phrase:
            scan = Scan(line, len(phrase) + 1)
            whole = (
                scan.read()
                and scan.at == len(line)
                and (scan.region_known or all(place.region is None and place.country is None for place in scan.places))
            )
            if whole and any(is_city(name) for name in scan.names):
                return Dateline(line, places=tuple(scan.places), agency=scan.agency, date=scan.date, end=len(text))
    return None


def _alone(text: str, start: int) -> Dateline | None:
    """Return a city that stands alone on its line in capitals, as some agencies print it."""
    name = text[start:].rstrip()
    if len(name) <= 30 and is_upper(name) and is_city(name) and not is_common(name):
        return Dateline(name, places=(Place(name),), end=len(text))
    return None
