"""What the opening of a paragraph says of where, when and for whom the story was filed.

A dateline is told by its form: a place, perhaps a date and an agency, and a mark that parts
it from the prose. The form alone decides where it is full ("HOMS, Syria, Dec 5 (Reuters) -");
the barer it is, the more the name itself and the prose behind it must speak for it.
"""

from __future__ import annotations

import re

from attrs import define, field

from newsparse.grammar.dateline_cjk import read_cjk
from newsparse.grammar.dateline_names import Scan, is_upper, reads_as_name
from newsparse.grammar.filing_date import read_clock, read_date
from newsparse.grammar.places import (
    endings,
    from_phrases,
    is_agency,
    is_city,
    is_common,
    is_generic,
    is_label,
    is_particle,
    is_region,
    key,
    words,
)
from newsparse.lexicon.phrases import genre_of, is_section
from newsparse.model import Contributor, Dateline, Place

__all__ = ["parse_dateline"]

# Longest datelines of the trade: 80 characters, 120 with several places.
_MAX_CHARS = 80
_MAX_CHARS_LIST = 120
# How much of the text is scanned for the dateline itself.
_HEAD = 260
# How much of the prose is read to judge a bare one.
_PROSE = 1200
# A name of more words than this needs a region, a date or an agency beside it.
_MAX_WORDS = 4
_MAX_WORDS_BACKED = 7
# All-caps words of this length that are in no table are acronyms more often than towns.
_MAX_ACRONYM = 4

# "—", " - ", "--", ".-", ":", "."; a single hyphen must have a space on one side
_SEPARATOR = re.compile(r" ?(?:[—–―‒]|--+|\.?[-‐](?=\s|$)|(?<= )-|\. ?[-–—]+|[.:](?=\s|$|[\"“«„])|[=/|](?=\s|$)|։)\s*")
_DASHES = frozenset("—–―‒-‐")
_NO_MARK = re.compile(r"[—–―‒:=/|•·)\]】）］〕＝.\-‐电電讯訊]")
_SPACES = str.maketrans("\xa0\u2007\u2009\u202f\u3000", "     ")
_ODD_SPACE = re.compile("[\xa0\u2007\u2009\u202f\u3000]")
_OPENERS = "([【（［〔"
_CJK = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_STAMP_JOINT = re.compile(r" ?(?:[|•·,]|[—–-]+) ?| ")
_PERSON = re.compile(r"[^\W\d_][\w.'’\-]{1,30}(?: [^\W\d_][\w.'’\-]{0,30}){1,3}$")
_WORDS = re.compile(r"[^\W\d_]+")
_OPENING_QUOTES = " \"'“”„«»‘’‚‹›「『(["


def parse_dateline(text: str, *, context: str = "") -> Dateline | None:
    """Return the dateline that a text begins with, or `None`.

    `end` is the offset in `text` at which the prose begins.

    Args:
        text: the opening of a paragraph, or a line of its own.
        context: more of the story, in which a place that is in no table may be named again ("in Grafenau").

    >>> found = parse_dateline("HOMS, Syria, Dec 5 (Reuters) - Rebels advanced.")
    >>> found.places, found.agency, str(found.date)
    ((Place(name='HOMS', region='Syria', country=None),), 'Reuters', '--12-05')
    >>> parse_dateline("LAST week the minister resigned - again.") is None
    True
    """
    if not text.isascii() and _ODD_SPACE.search(text, 0, _HEAD):
        text = text.translate(_SPACES)
    start = len(text) - len(text.lstrip())
    first = text[start : start + 1]
    if not first or not (first.isalnum() or first in _OPENERS):
        return None
    head = text[:_HEAD]
    if not head.isascii() and _CJK.search(head, start, start + 60):
        return read_cjk(head, start)
    if first.islower():
        return None
    if first.isdigit():
        return _after_stamp(text, start)
    if _NO_MARK.search(head, start, start + 130) is None:
        return _reported_from(text, start) or _alone(text, start)
    scan = Scan(head, start)
    if scan.read() and (found := _judged(text, scan, context)) is not None:
        return found
    return _reported_from(text, start)


@define(eq=False)
class _Mark:
    """The mark that parts a dateline from the prose."""

    text: str = ""
    end: int = 0
    kind: str = ""
    prose: str = field(default="")


def _mark(text: str, scan: Scan) -> _Mark:
    """Return the mark at which the scan stopped, and the prose behind it."""
    found = _SEPARATOR.match(text, scan.at)
    end = found.end() if found else scan.at
    mark = found[0].strip() if found else ""
    if mark and (mark[-1] in _DASHES):
        kind = "dash"
    else:
        kind = {"": "none", ":": "colon", ".": "dot"}.get(mark, "other")
    while text[end : end + 1].isspace():
        end += 1
    return _Mark(mark, end, kind, text[end : end + _PROSE])


def _judged(text: str, scan: Scan, context: str) -> Dateline | None:
    """Return what was scanned if it is a dateline."""
    mark = _mark(text, scan)
    if mark.kind == "none" and scan.agency is None and scan.date is None and mark.prose:
        return None  # most paragraphs: a name, and the sentence goes on
    limit = _MAX_CHARS_LIST if len(scan.places) > 1 else _MAX_CHARS
    if scan.at - scan.start > limit or _is_caption(scan, mark):
        return None
    if scan.names and not _is_name(scan):
        return None
    people: tuple[Contributor, ...] = ()
    if not mark.prose:
        accepted = _is_line(scan, mark)
    elif mark.kind == "none" and scan.date is not None and not scan.agency:
        people, accepted = _signed(mark, scan)
        mark.end = len(text) if accepted else mark.end
    else:
        accepted = _opens_prose(scan, mark, text, context)
    return _made(text, scan, mark, people) if accepted else None


def _made(text: str, scan: Scan, mark: _Mark, people: tuple[Contributor, ...] = ()) -> Dateline:
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


def _is_caption(scan: Scan, mark: _Mark) -> bool:
    """Whether this is how picture agencies open a caption: "LONDON, ENGLAND - JUNE 03: An actor"."""
    return scan.dashed_date and mark.kind == "colon"


def _is_name(scan: Scan) -> bool:
    """Whether the first name can be a place at all: no label, no day of the week."""
    tokens = scan.names[0].split(" ")
    if is_city(scan.names[0]):
        return True
    backed = scan.region_known or scan.agency_known or scan.date is not None
    if len(tokens) > (_MAX_WORDS_BACKED if backed else _MAX_WORDS):
        return False
    if not reads_as_name(tokens):
        return False
    if scan.region_known:
        return True
    if genre_of(scan.names[0]) is not None or is_section(scan.names[0]):
        return False
    return not any(is_label(token) and not is_particle(token) for token in {tokens[0], tokens[-1]})


def _is_line(scan: Scan, mark: _Mark) -> bool:
    """Whether something with no prose behind it is a dateline: a line of its own, or one cut off from its prose."""
    city = bool(scan.names) and all(is_city(name) for name in scan.names)
    if scan.agency_known:
        return bool(scan.names) or mark.kind == "dash"
    if scan.agency:
        return mark.kind in ("dash", "dot", "other") and _agency_fits(scan, mark)
    if not scan.names:
        return False
    if scan.date is not None:
        return city or scan.region_known or (mark.kind == "dash" and is_upper(scan.names[0]))
    if mark.kind == "dash":
        return scan.region_known or (is_upper(scan.names[0]) and (city or _looks_built(scan.names[0]))) or (city and len(scan.names) > 1)
    if mark.kind == "colon":
        return False
    return city and is_upper(scan.names[0]) and not is_common(scan.names[0])


def _signed(mark: _Mark, scan: Scan) -> tuple[tuple[Contributor, ...], bool]:
    """Return who signed a line of place, date and name, and whether it is such a line."""
    if scan.names and is_city(scan.names[0]) and _PERSON.match(mark.prose) and reads_as_name(mark.prose.split(" ")):
        return (Contributor(mark.prose),), True
    return (), False


def _opens_prose(scan: Scan, mark: _Mark, text: str, context: str) -> bool:
    """Whether a scan with prose behind it is a dateline."""
    if scan.agency_known:
        return _known_agency(scan, mark)
    if scan.agency is not None:
        return mark.kind in ("dash", "dot", "colon", "other") and _agency_fits(scan, mark)
    if not scan.names or mark.kind in ("none", "other"):
        return False
    if scan.date is not None:
        return _dated(scan, mark)
    if scan.region_known and mark.kind == "dash":
        return True
    if not _begins_sentence(mark.prose):
        return False
    if mark.kind == "dash":
        return _bare_with_dash(scan, mark, text, context)
    return _bare_with_stop(scan, mark)


def _known_agency(scan: Scan, mark: _Mark) -> bool:
    """Whether a known agency stands where a dateline has it."""
    if not scan.names:
        if not is_agency(scan.agency or ""):  # a news site's address alone: its own name, as any sentence may have it
            return False
        return (mark.kind == "dash" or (mark.kind == "colon" and scan.date is not None)) and (
            scan.bracketed or _begins_sentence(mark.prose)
        )
    name = scan.names[0]
    backed = is_upper(name) or is_city(name) or scan.date is not None or scan.region_known
    if mark.kind == "none":
        return scan.bracketed and (
            backed or (" " not in name and _begins_sentence(mark.prose) and not _abbreviates(scan.agency or "", name))
        )
    if not scan.bracketed and not backed:
        return False
    return backed or not _abbreviates(scan.agency or "", name)


def _abbreviates(short: str, name: str) -> bool:
    """Whether the letters in brackets are the initials of the words before them: "Mobile Park Project (MPP)"."""
    return key(short) == key("".join(token[0] for token in name.split(" ") if token))


def _agency_fits(scan: Scan, mark: _Mark) -> bool:
    """Whether an agency that is in no table may sign: a code in lower case, or a known or capitalised place before it."""
    if not scan.names:
        return False
    name, agency = scan.names[0], scan.agency or ""
    if _abbreviates(agency, name):
        return False
    if scan.region_known or scan.date is not None or is_city(name):
        return True
    if mark.kind not in ("dash", "dot"):
        return False
    if is_upper(name):
        return (is_upper(agency) and len(name) > _MAX_ACRONYM and mark.kind == "dash") or is_region(name)
    return agency.islower() and len(agency) <= 5 and agency.isalpha()


def _dated(scan: Scan, mark: _Mark) -> bool:
    """Whether place and date without an agency open a story."""
    name = scan.names[0]
    if is_city(name) or scan.region_known:
        return True
    if is_upper(name):
        return len(name) > 2
    return mark.kind == "dash" and " " not in name and _begins_sentence(mark.prose)


def _bare_with_dash(scan: Scan, mark: _Mark, text: str, context: str) -> bool:
    """Whether places alone, closed by a dash, open a story."""
    return all(_bare_name(name, mark, text, context) for name in scan.names)


def _bare_name(name: str, mark: _Mark, text: str, context: str) -> bool:
    """Whether a name alone before a dash is a place."""
    if is_upper(name):
        if is_city(name) or is_region(name):
            return True
        if " " not in name and len(name) <= _MAX_ACRONYM:
            return False
        return _looks_built(name) and not _said_in_capitals(name, mark.prose)
    if is_city(name):
        return not is_common(name) and not (is_region(name) and " " not in name and len(_WORDS.findall(mark.prose[:80])) < 3)
    return _is_town(name, mark.prose) or _is_named_again(name, text[_HEAD:_PROSE] + mark.prose, context)


def _looks_built(name: str) -> bool:
    """Whether a name in capitals is no longer name that begins with a city ("LONDON BRIDGE"), unless it makes a place."""
    tokens = name.split(" ")
    return is_generic(tokens[-1]) or not any(is_city(" ".join(tokens[:count])) for count in range(1, len(tokens)))


def _said_in_capitals(name: str, prose: str) -> bool:
    """Whether the prose writes the name in capitals too: then it is an acronym or a style, not a place."""
    return re.search(rf"\b{re.escape(name)}\b", prose) is not None


def _is_town(name: str, prose: str) -> bool:
    """Whether an unknown name ends as towns do, and a whole sentence follows."""
    return len(name) > 5 and name.isalpha() and name.lower().endswith(endings()) and _is_sentence(prose)


def _is_named_again(name: str, prose: str, context: str) -> bool:
    """Whether the story names the place again after a word for "in"."""
    if not context and name not in prose:
        return False
    where = "|".join(map(re.escape, sorted(words("in"))))
    pattern = rf"\b(?i:{where}) {re.escape(name)}\b"
    return re.search(pattern, prose[:_PROSE]) is not None or re.search(pattern, context[: 4 * _PROSE]) is not None


def _bare_with_stop(scan: Scan, mark: _Mark) -> bool:
    """Whether a place alone, closed by a colon or a period, opens a story: a known city before a whole sentence."""
    if len(scan.names) > 1 or not _is_sentence(mark.prose):
        return False
    name = scan.names[0]
    opening = _WORDS.search(mark.prose)
    if opening is None or key(opening[0]) in words("here"):
        return False
    if not is_city(name):
        return mark.kind == "dot" and _is_town(name, mark.prose)
    if is_upper(name):
        return len(name) > 3
    return not is_common(name) and not (mark.kind == "colon" and is_region(name))


def _begins_sentence(prose: str) -> bool:
    """Whether the prose begins as a sentence does: with a capital, a figure, or in a script that has no case."""
    first = prose.lstrip(_OPENING_QUOTES)[:1]
    return first.isalnum() and not first.islower()


def _is_sentence(prose: str) -> bool:
    """Whether the prose holds a whole sentence and not the rest of a label."""
    if not _begins_sentence(prose) or len(_WORDS.findall(prose[:120])) < 2:
        return False
    return any(stop in prose for stop in (". ", "…", "! ", "? ", "।", ".”", ".“", ".»", '."')) or prose.rstrip()[-1:] in ".!?"


def _after_stamp(text: str, start: int) -> Dateline | None:
    """Return a dateline that follows a time or a date: "3:15 p.m. — LONDON (AP) —", "21 October 2025 • Duqm, Oman"."""
    clock = read_clock(text[:_HEAD], start)
    read = read_date(text[:_HEAD], clock if clock == start else _past_joint(text, clock))
    at = read[1] if read is not None else clock
    if at == start:
        return None
    after = read_clock(text[:_HEAD], at)
    scan = Scan(text[:_HEAD], _past_joint(text, after))
    if scan.start == after or not scan.read() or not scan.names:
        return None
    stamp = read[0] if read is not None else None
    mark = _mark(text, scan)
    if mark.prose:
        strong = scan.agency_known or (mark.kind == "dash" and (scan.region_known or (is_upper(scan.names[0]) and is_city(scan.names[0]))))
        if not strong or not _is_name(scan):
            return None
    elif stamp is None or not (is_city(scan.names[0]) or scan.region_known):
        return None
    scan.date = scan.date or stamp
    if not mark.prose:
        scan.start = start
    return _made(text, scan, mark)


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
            if scan.read() and scan.at == len(line) and scan.places and any(is_city(name) for name in scan.names):
                return Dateline(line, places=tuple(scan.places), agency=scan.agency, date=scan.date, end=len(text))
    return None


def _alone(text: str, start: int) -> Dateline | None:
    """Return a city that stands alone on its line in capitals, as some agencies print it."""
    name = text[start:].rstrip()
    if len(name) <= 30 and is_upper(name) and is_city(name) and not is_common(name):
        return Dateline(name, places=(Place(name),), end=len(text))
    return None
