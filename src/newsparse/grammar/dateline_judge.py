"""Whether what has the pieces of a dateline is one: the barer it is, the more must speak for it."""

from __future__ import annotations

import re

from attrs import define, field

from newsparse.grammar.agency_name import is_signing_site
from newsparse.grammar.dateline_names import Scan
from newsparse.grammar.place_name import reads_as_name
from newsparse.grammar.places import (
    endings,
    is_agency,
    is_body,
    is_city,
    is_common,
    is_direction,
    is_generic,
    is_label,
    is_opener,
    is_ordinary,
    is_particle,
    is_region,
    is_topic,
    is_upper,
    key,
    words,
)
from newsparse.lexicon.phrases import genre_of, is_section
from newsparse.model import Contributor

__all__ = ["Mark", "is_caption", "is_line", "is_name", "mark_of", "opens_prose", "signed"]

# How much of the text is scanned for the dateline itself.
_HEAD = 260
# How much of the prose is read to judge a bare one.
_PROSE = 1200
_MIN_PROSE = 4
# A report's first sentence has more words than the gloss on a term of a list.
_MIN_REPORT = 7
# How much of the prose must hold a word that is no name.
_OPENING = 60
# A name of more words than this needs a region, a date or an agency beside it.
_MAX_WORDS = 4
_MAX_WORDS_BACKED = 7
# A name of so many words before an agency in brackets is no label: "ON BOARD THE OCEAN VIKING (AP)"; not "THE LATEST (AP)".
_PHRASE = 3
# All-caps words of this length that are in no table are acronyms more often than towns.
_MAX_ACRONYM = 4
# Shorter names end as towns do by chance.
_MAX_SHORT = 5
# "—", " - ", "--", ".-", ":", ".", "(APP):The"; a single hyphen must have a space on one side; old wires write " _ "
_SEPARATOR = re.compile(
    r" {0,4}(?:[—–―‒]|_(?= )|--+|\.?[-‐](?=\s|$)|(?<= )-|(?<=\))-(?=[^\W\d_])|\. ?[-–—]+|[.:](?=\s|$|[\"“«„])|(?<=[)\]])[:،]|[;।](?= )|[=/|](?=\s|$)|։)\s*"
)
_DASHES = frozenset("—–―‒-‐_")
_HYPHENS = frozenset("-‐")
_PERSON = re.compile(r"[^\W\d_][\w.'’\-]{1,30}(?: [^\W\d_][\w.'’\-]{0,30}){1,3}$")
_WORDS = re.compile(r"[^\W\d_]+")
# "L'ÉDITORIAL"
_ELIDED = re.compile(r"^[^\W\d_]['’]")
_STOPS = (". ", "…", "! ", "? ", "।", "۔", "؟", "։", ".”", ".“", ".»", '."')
_LAST_STOPS = ".!?"
# "ACT II", "WORLD WAR II"
_ROMAN = re.compile(r"[IVX]+$")
_OPENING_QUOTES = " \"'“”„«»‘’‚‹›「『(["


@define(eq=False)
class Mark:
    """The mark that parts a dateline from the prose."""

    text: str = ""
    end: int = 0
    kind: str = ""
    spaced: bool = False
    prose: str = field(default="")


def mark_of(text: str, scan: Scan) -> Mark:
    """Return the mark at which the scan stopped, and the prose behind it."""
    found = _SEPARATOR.match(text, scan.at)
    end = found.end() if found else scan.at
    mark = found[0].strip() if found else ""
    if not mark and scan.date is not None and text[scan.at - 1] == "." and text[scan.at : scan.at + 1] == " ":
        mark = "."  # the date's own, as Interfax closes it: "Киев. 14 октября. Президент"
    if mark and (mark[-1] in _DASHES):
        kind = "dash"
    else:
        kind = {"": "none", ":": "colon", ".": "dot", "।": "dot", "|": "bar"}.get(mark, "other")
    while text[end : end + 1].isspace():
        end += 1
    spaced = text[scan.at : scan.at + 1] == " " == text[end - 1 : end]
    return Mark(mark, end, kind, spaced, text[end : end + _PROSE])


def is_caption(scan: Scan, mark: Mark) -> bool:
    """Whether this is how picture agencies open a caption: "LONDON, ENGLAND - JUNE 03: An actor"."""
    return scan.dashed_date and mark.kind == "colon"


def is_name(scan: Scan) -> bool:
    """Whether the first name can be a place at all: no label, no day of the week."""
    tokens = scan.names[0].split(" ")
    if is_city(scan.names[0]) or (len(tokens) >= _PHRASE and scan.agency_known and scan.bracketed and is_upper(scan.names[0])):
        return True
    backed = scan.region_known or scan.agency_known or scan.date is not None
    if len(tokens) > (_MAX_WORDS_BACKED if backed else _MAX_WORDS):
        return False
    if not reads_as_name(tokens) or (len(tokens) > 1 and _ROMAN.match(tokens[-1])):
        return False
    if scan.region_known:
        return True
    if genre_of(scan.names[0]) is not None or is_section(scan.names[0]):
        return False
    if not backed and is_upper(scan.names[0]) and _is_rubric(scan.names[0], tokens):
        return False
    return not any(
        (is_label(_ELIDED.sub("", token)) and not is_particle(token)) or ("-" in token and is_label(token.rpartition("-")[2]))
        for token in {tokens[0], tokens[-1]}
    )


def _is_rubric(name: str, tokens: list[str]) -> bool:
    """Whether a name in capitals is by its last word or as a whole no place: "VOTER GUIDE", "UNICEF", "GAME ON"; not "WEST BANK"."""
    last = tokens[-1]
    if is_body(name):
        return True
    if is_region(name) or is_generic(last):
        return False
    if is_topic(last) or (is_label(last) and is_particle(last)):
        return True
    return all(is_ordinary(token) or is_topic(token) or is_label(token) for token in tokens)


def is_line(scan: Scan, mark: Mark) -> bool:
    """Whether something with no prose behind it is a dateline: a line of its own, or one cut off from its prose."""
    city = bool(scan.names) and all(is_city(name) for name in scan.names)
    if scan.enclosed:
        return False
    if scan.agency_known:
        return _closes(scan, mark, city=city)
    if scan.agency:
        return mark.kind in ("dash", "dot", "bar", "other") and _agency_fits(scan, mark)
    if not scan.names:
        return False
    if scan.date is not None:
        return city or scan.region_known or (mark.kind == "dash" and is_upper(scan.names[0]))
    if mark.kind == "dash":
        return scan.region_known or (is_upper(scan.names[0]) and (city or _looks_built(scan.names[0]))) or (city and len(scan.names) > 1)
    if mark.kind == "colon":
        return False
    return city and is_upper(scan.names[0]) and not is_common(scan.names[0])


def _closes(scan: Scan, mark: Mark, *, city: bool) -> bool:
    """Whether a line that ends with a known agency is a dateline, and not a byline: "Jane Doe (AP)", "Von Jana Muster, dpa"."""
    if mark.kind != "none":
        return bool(scan.names) or mark.kind == "dash"
    backed = city or scan.date is not None or scan.region_known or (bool(scan.names) and is_upper(scan.names[0]))
    return bool(scan.names) and scan.bracketed and backed


def signed(mark: Mark, scan: Scan) -> tuple[tuple[Contributor, ...], bool]:
    """Return who signed a line of place, date and name, and whether it is such a line."""
    if scan.names and is_city(scan.names[0]) and _PERSON.match(mark.prose) and reads_as_name(mark.prose.split(" ")):
        return (Contributor(mark.prose),), True
    return (), False


def opens_prose(scan: Scan, mark: Mark, text: str, context: str) -> bool:
    """Whether a scan with prose behind it is a dateline."""
    if scan.enclosed:
        told = scan.region_known or scan.date is not None or not is_common(scan.names[0])
        return told and mark.kind in ("none", "dash") and _is_sentence(mark.prose)
    if scan.agency_known:
        return _known_agency(scan, mark)
    if scan.agency is not None:
        if mark.kind == "none":  # "Bamako, 14 oct (AMAP) Le ministre": date and place vouch for the agency
            return (
                scan.bracketed
                and scan.date is not None
                and is_upper(scan.agency)
                and bool(scan.names)
                and is_city(scan.names[0])
                and _begins_sentence(mark.prose)
            )
        return _agency_fits(scan, mark)
    if not scan.names or mark.kind in ("none", "other"):
        return False
    if mark.kind == "bar":  # a bar also parts rubrics: only cities in capitals are none
        return all(is_upper(name) and is_city(name) for name in scan.names) and _is_sentence(mark.prose)
    if scan.date is not None:
        return _dated(scan, mark)
    if scan.region_known and mark.kind == "dash":
        return True
    if not _begins_sentence(mark.prose):
        return False
    if mark.kind == "dash":
        return _bare_with_dash(scan, mark, text, context)
    return _bare_with_stop(scan, mark)


def _known_agency(scan: Scan, mark: Mark) -> bool:
    """Whether a known agency stands where a dateline has it."""
    if not scan.names:
        if not (is_agency(scan.agency or "") or scan.bracketed):  # a news site's address alone: its own name, as any sentence may have it
            return mark.kind == "dash" and is_signing_site(scan.agency or "") and _is_sentence(mark.prose)
        if mark.kind == "none":  # "(CNN)The senator"; not "(CNN) The senator"
            return scan.bracketed and mark.end == scan.at and mark.prose[0].isupper()
        return (mark.kind == "dash" or (mark.kind == "colon" and scan.date is not None)) and (
            scan.bracketed or _begins_sentence(mark.prose)
        )
    name = scan.names[0]
    backed = is_upper(name) or is_city(name) or scan.date is not None or scan.region_known
    if mark.kind == "none":
        first = name.partition(" ")[0]
        if not scan.bracketed:  # "Bakı, 5 mart, AZƏRTAC Prezident"
            return scan.date is not None and is_city(name) and mark.prose[0].isupper()
        return backed or ((first == name or is_city(first)) and _begins_sentence(mark.prose) and not _abbreviates(scan.agency or "", name))
    if not scan.bracketed and not backed:
        return False
    return backed or not _abbreviates(scan.agency or "", name)


def _abbreviates(short: str, name: str) -> bool:
    """Whether the letters in brackets are the initials of the words before them: "Mobile Park Project (MPP)"."""
    return key(short) == key("".join(token[0] for token in name.split(" ") if token))


def _agency_fits(scan: Scan, mark: Mark) -> bool:
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
    return " " not in name and agency.islower() and len(agency) <= 5 and agency.isalpha()


def _dated(scan: Scan, mark: Mark) -> bool:
    """Whether place and date without an agency open a story."""
    name = scan.names[0]
    if is_city(name) or scan.region_known:
        return True
    if is_upper(name):
        return len(name) > 2
    return mark.kind == "dash" and " " not in name and _begins_sentence(mark.prose)


# The other side of a match and its result behind the dash: "Milan - *Inter 1:1, gol di Neri*"; not "Police 24 hours a day"
_FIXTURE = re.compile(r"(?:[^\W\d_a-zß-öø-ÿ][^\s\d]{1,20} ){1,3}\d{1,3} ?[-–:] ?\d{1,3}(?![\d:.])")


def _bare_with_dash(scan: Scan, mark: Mark, text: str, context: str) -> bool:
    """Whether places alone, closed by a dash, open a story."""
    if len(scan.names) > 1 and not any(is_city(name) or is_region(name) for name in scan.names):
        return False  # two names joined are a title, or people: "ROMEO AND JULIET"
    if _FIXTURE.match(mark.prose) is not None:
        return False
    return all(_bare_name(name, mark, text, context) for name in scan.names)


def _bare_name(name: str, mark: Mark, text: str, context: str) -> bool:
    """Whether a name alone before a dash is a place."""
    if is_upper(name):
        if is_city(name) or (is_region(name) and "." not in name):  # not a fixture: "MILAN - INTER 1-1"
            return mark.text not in _HYPHENS or not mark.prose.isupper() or _is_sentence(mark.prose)
        if " " not in name and sum(map(str.isalpha, name)) <= _MAX_ACRONYM:
            return False
        if not _looks_built(name) or _said_in_capitals(name, mark.prose) or _is_person_again(name, mark.prose, context):
            return False
        if mark.text not in _HYPHENS or is_generic(name.rpartition(" ")[2]):
            return True
        return _opens_report(name, mark) or _is_named_again(name.title(), mark.prose, context)
    if is_city(name):
        # a fixture, or in a script without capitals a place and a name: "Milan - Inter 2-1", "بيروت - سارة حسن"
        opening = _WORDS.findall(mark.prose[:_OPENING])
        goes_on = any(word[0].islower() for word in opening) and _is_sentence(mark.prose)  # not "Venice - A guide"
        told = len(opening) >= _MIN_PROSE or goes_on or "…" in mark.prose[:_OPENING]
        return told and not is_common(name)
    return _is_town(name, mark.prose) or _is_named_again(name, text[_HEAD:_PROSE] + mark.prose, context)


def _looks_built(name: str) -> bool:
    """Whether a name in capitals is no longer name that begins with a city or a state ("LONDON BRIDGE"), unless it makes a place."""
    tokens = name.split(" ")
    if len(tokens) > 1 and not _leads_name(tokens[0]) and is_city(" ".join(tokens[1:])):
        return False  # a club, a firm: "REAL MADRID"
    heads = [" ".join(tokens[:count]) for count in range(1, len(tokens))]
    return is_generic(tokens[-1]) or not any(is_city(head) or (len(head) > _MAX_ACRONYM and is_region(head)) for head in heads)


def _leads_name(word: str) -> bool:
    """Whether the word before a city's name makes another place of it: "NORTH VANCOUVER", "FORT WORTH"; not "REAL MADRID"."""
    return is_generic(word) or is_opener(word) or is_particle(word) or is_direction(word)


def _opens_report(name: str, mark: Mark) -> bool:
    """Whether a hyphen behind an unknown name in capitals opens a report: it stands apart, and a whole sentence of some length follows.

    A hyphen also parts terms and rubrics from what is said of them: "BASIL - Repels flies", "LETTER TO READERS - The paper".
    """
    if not mark.spaced or any(is_label(token) for token in name.split(" ")) or not _is_sentence(mark.prose):
        return False
    told = _WORDS.findall(mark.prose[: 2 * _OPENING])
    return (len(told) >= _MIN_REPORT or "…" in mark.prose[:_OPENING]) and any(word[0].islower() for word in told)


def _said_in_capitals(name: str, prose: str) -> bool:
    """Whether the prose writes the name in capitals too: then it is an acronym or a style, not a place."""
    return re.search(rf"\b{re.escape(name)}\b", prose) is not None


def _is_person_again(name: str, prose: str, context: str) -> bool:
    """Whether the story goes on with the last of several names alone, as with people: "JANE DOE — … Doe said"."""
    first, _, last = name.title().rpartition(" ")
    if not first or is_generic(last):
        return False
    return re.search(rf"(?<!{re.escape(first)} )\b{re.escape(last)}\b", f"{prose}\n{context[: 4 * _PROSE]}") is not None


def _is_town(name: str, prose: str) -> bool:
    """Whether an unknown name ends as towns do, and a whole sentence follows."""
    head, _, rest = name.partition(" ")
    if is_opener(head):  # "Bad Tölz"
        town = rest.isalpha()
    elif is_city(head) and "." in rest:  # "Frankfurt a. M."
        town = is_particle(rest.partition(" ")[0])
    else:  # "Neuburg an der Donau", "Garmisch-Partenkirchen"; not "Neuburg Daily"
        placed = not rest or is_particle(rest.partition(" ")[0])
        town = placed and len(head) > _MAX_SHORT and head.replace("-", "").isalpha() and head.lower().endswith(endings())
    return town and _is_sentence(prose)


def _is_named_again(name: str, prose: str, context: str) -> bool:
    """Whether the story names the place again after a word for "in"."""
    if not context and name not in prose:
        return False
    where = "|".join(map(re.escape, sorted(words("in"))))
    pattern = rf"\b(?i:{where}) {re.escape(name)}\b"
    return re.search(pattern, prose[:_PROSE]) is not None or re.search(pattern, context[: 4 * _PROSE]) is not None


def _bare_with_stop(scan: Scan, mark: Mark) -> bool:
    """Whether a place alone, closed by a colon or a period, opens a story: a known city before a whole sentence."""
    if not _is_sentence(mark.prose):
        return False
    listed = mark.kind == "dot" or "/" in scan.text[scan.start : scan.at]  # not "London, Paris: Where to eat"
    if len(scan.names) > 1 and not (listed and all(map(is_city, scan.names))):
        return False
    name = scan.names[0]
    opening = _WORDS.findall(mark.prose[:_OPENING])
    if not opening or key(opening[0]) in words("here"):
        return False
    if all(word[0].isupper() for word in opening) and "…" not in mark.prose[:_OPENING]:  # a line-up, a list of names
        return False
    if not is_city(name):
        return mark.kind == "dot" and (scan.region_bracketed or _is_town(name, mark.prose))
    if is_upper(name):  # a person speaks: "AUSTIN: Thank you"
        return len(name) > 3 and not (mark.kind == "colon" and is_common(name))
    return (scan.region_known or not is_common(name)) and not (mark.kind == "colon" and is_region(name))


def _begins_sentence(prose: str) -> bool:
    """Whether the prose begins as a sentence does: with a capital, a figure, or in a script that has no case."""
    first = prose.lstrip(_OPENING_QUOTES)[:1]
    return first.isalnum() and not first.islower()


def _is_sentence(prose: str) -> bool:
    """Whether the prose holds a whole sentence and not the rest of a label."""
    if not _begins_sentence(prose) or (len(_WORDS.findall(prose[:120])) < 2 and "…" not in prose):
        return False
    return any(stop in prose for stop in _STOPS) or prose.rstrip()[-1:] in _LAST_STOPS
