"""What is known of names that stand in datelines: cities, regions, agencies, and words that are neither."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Any

from newsparse.addresses import is_site
from newsparse.lexicon import section, table

__all__ = [
    "agencies_in",
    "agency_at",
    "agency_of",
    "aliases",
    "endings",
    "from_phrases",
    "is_abbreviation",
    "is_agency",
    "is_body",
    "is_city",
    "is_common",
    "is_country",
    "is_direction",
    "is_district",
    "is_generic",
    "is_glued",
    "is_joined",
    "is_label",
    "is_opener",
    "is_ordinary",
    "is_particle",
    "is_printed_so",
    "is_region",
    "is_topic",
    "is_upper",
    "key",
    "words",
]

_PLAIN = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "ı": "i", "ø": "o", "ł": "l", ".": "", "‑": "-", "‐": "-", "\u200c": "", "\u200d": ""}
)
_COMBINING = re.compile("[\u0300-\u036f]")
_ODD = frozenset(map(chr, _PLAIN))
# Letters up to here (Latin, Greek, Cyrillic) are compared without accents; in Indic scripts and Japanese the marks are the word.
_LAST_ACCENTED = "\u052f"


def key(name: str) -> str:
    """Return a name as it is looked up: no case, no accents, no periods.

    >>> key("São Paulo") == key("SAO PAULO") and key("N.Y.") == key("NY")
    True
    """
    if name.isascii():
        return name.lower().replace(".", "")
    name = name.casefold()
    if max(name) <= _LAST_ACCENTED or "\u2018" in name or "\u2019" in name:
        apart = unicodedata.normalize("NFD", name)
        if apart != name or _COMBINING.search(name) is not None:  # the small "İ" is two characters
            name = "".join([c for c in apart if not unicodedata.combining(c)])
    return name if _ODD.isdisjoint(name) else name.translate(_PLAIN)


@cache
def _places(kind: str) -> frozenset[str]:
    """Return the folded names of one kind in the table of places."""
    names: Any = table("places")[kind]
    if isinstance(names, dict):
        names = [name for group in names.values() for name in group]
    return frozenset(map(key, names))


@cache
def _cities() -> frozenset[str]:
    """Return the folded names of all known cities."""
    return _places("cities") | frozenset(table("territories")["cities"].split("|"))


@cache
def _regions() -> frozenset[str]:
    """Return the folded names of all known states, provinces and countries."""
    return _places("regions") | _countries()


@cache
def _countries() -> frozenset[str]:
    """Return the folded names of all countries, in all languages."""
    return _places("countries") | frozenset(table("territories")["countries"].split("|"))


@cache
def _agencies() -> frozenset[str]:
    """Return the folded names of agencies, and of houses that sign datelines like one."""
    names = list(table("houses")["houses"])
    for agency in table("agencies")["agencies"]:
        names += [agency["name"], *agency["aliases"]]
    return frozenset(map(key, names))


@cache
def _agency_names() -> dict[str, str]:
    """Return the agencies' names by every folded name that they have; houses that are no agency are left out."""
    return {key(alias): agency["name"] for agency in table("agencies")["agencies"] for alias in (*agency["aliases"], agency["name"])}


@cache
def aliases(agency: str) -> tuple[str, ...]:
    """Return the names of an agency that is called so in the table, as printed."""
    return next(((entry["name"], *entry["aliases"]) for entry in table("agencies")["agencies"] if entry["name"] == agency), ())


def agency_of(name: str) -> str | None:
    """Return the agency that a name stands for, as it is called in the table, or `None`.

    >>> agency_of("AFP"), agency_of("The Harbour Courier")
    ('Agence France-Presse', None)
    """
    return _agency_names().get(key(name))


def agencies_in(text: str) -> list[tuple[str, int, int]]:
    """Return the agencies that a short line names, each with its place; names of one case only where printed so.

    >>> agencies_in("Copyright 2023 The Associated Press. All rights reserved.")
    [('Associated Press', 15, 35)]
    >>> agencies_in("A map of the beta trend")
    []
    """
    found: list[tuple[str, int, int]] = []
    for word in _WORD_START.finditer(text):
        at = word.start()
        if found and at < found[-1][2]:
            continue
        named = agency_at(text, at)
        agency = agency_of(named[0]) if named is not None and len(named[0]) > _SHORT else None
        if named is not None and agency is not None and named[0] in aliases(agency):
            found.append((agency, at, named[1]))
    return found


@cache
def words(kind: str) -> frozenset[str]:
    """Return the folded words of one kind in every language's section on datelines."""
    return frozenset(key(word) for part in section("dateline").values() for word in part.get(kind, ()))


@cache
def endings() -> tuple[str, ...]:
    """Return the endings by which towns can be told in languages where they are telling."""
    return tuple(sorted(words("endings")))


@cache
def from_phrases() -> dict[str, tuple[str, ...]]:
    """Return the folded phrases that say where a story was reported from, by their first word."""
    phrases: dict[str, tuple[str, ...]] = {}
    for phrase in sorted(words("from")):
        first, _, rest = phrase.partition(" ")
        if rest:
            phrases[first] = (*phrases.get(first, ()), phrase)
    return phrases


def is_city(name: str) -> bool:
    """Whether the name is that of a known city."""
    return key(name) in _cities()


def is_region(name: str) -> bool:
    """Whether the name is that of a known state, province or country, perhaps with a direction before it."""
    folded = key(name)
    if folded in _regions():
        return True
    direction, _, rest = folded.partition(" ")
    return bool(rest) and direction in _places("directions") and rest in _regions()


def is_direction(word: str) -> bool:
    """Whether the word tells a part or a twin of a place from it: "northern", "near", "new", "upper"."""
    return key(word) in _places("directions")


def is_district(name: str) -> bool:
    """Whether the name is that of a district as the press prints it in brackets behind a town: "Vigo (Pontevedra)"."""
    return key(name) in _places("districts")


def is_joined(first: str, word: str, second: str) -> bool:
    """Whether two names and a word for "and" make one: "Trinidad and Tobago", "Dar es Salaam"; not "London and Paris"."""
    return any(is_region(name) or is_city(name) for name in (f"{first} {word} {second}", f"{first} & {second}"))


def is_country(name: str) -> bool:
    """Whether the name is a country's and no state's or province's: "Germany", "Syria"; not "Scotland", "Georgia"."""
    folded = key(name)
    if folded in _places("regions"):
        return False
    return folded in _countries() or (" " in folded and _joined(folded) in _countries())


def _joined(folded: str) -> str:
    """Return a folded name as the table of countries joins it: "trinidad & tobago" of "trinidad and tobago"."""
    names = folded.split(" ")
    return " ".join("&" if name in words("and") else name for name in names if name in words("and") or not is_particle(name))


def is_agency(name: str) -> bool:
    """Whether the name, or each part between slashes, is that of a known agency or house."""
    folded = key(name)
    if folded in _agencies():
        return True
    return "/" in folded and all(part.strip() in _agencies() for part in folded.split("/"))


@cache
def _printed() -> frozenset[str]:
    """Return the names of agencies and houses as their tables print them."""
    names = set(table("houses")["houses"])
    for agency in table("agencies")["agencies"]:
        names |= {agency["name"], *agency["aliases"]}
    return frozenset(names)


def is_printed_so(name: str) -> bool:
    """Whether an agency's name is printed as agencies print it, and not as a word: "APP" and "taz", not "App" or "beta"."""
    return name.isupper() or name in _printed() or len(name) > _MAX_WORDLIKE


def is_glued(city: str, agency: str) -> bool:
    """Whether two words that a hyphen joins are a place and an agency: "Damascus-SANA"."""
    return is_city(city) and is_agency(agency) and is_printed_so(agency)


def is_upper(name: str) -> bool:
    """Whether the name is printed in capitals."""
    return name.isupper() and len(name) > 1


def is_common(name: str) -> bool:
    """Whether the name of a city is also a word or a person's name in the languages of the press."""
    return key(name) in _places("words")


def is_generic(word: str) -> bool:
    """Whether the word makes a place's name of the words before it: city, beach, county."""
    return key(word) in _places("generic")


def is_opener(word: str) -> bool:
    """Whether the word makes a place's name of the words behind it: Bad, Sankt."""
    return key(word) in _places("openers")


def is_particle(word: str) -> bool:
    """Whether the word may stand in lower case inside a place's name: de, am, upon."""
    return key(word) in _places("particles")


def is_label(word: str) -> bool:
    """Whether the word heads blocks that are no dateline: update, Kommentar, vidéo."""
    return key(word) in words("labels")


def is_topic(word: str) -> bool:
    """Whether a name in capitals that ends with the word is a rubric, a body or a team: "VOTER GUIDE", "AFRICAN UNION"."""
    return key(word) in words("topics")


@cache
def _ordinary() -> frozenset[str]:
    """Return the folded words that the press prints in small letters."""
    return frozenset(table("words")["words"].split("|"))


def is_ordinary(word: str) -> bool:
    """Whether the word is one of the most common of a language and no name: "wildlife"."""
    return key(word) in _ordinary()


def is_body(name: str) -> bool:
    """Whether the name is that of a body or a firm which is often printed in capitals: "UNICEF"."""
    return key(name) in _places("bodies")


@cache
def _dotted() -> frozenset[str]:
    """Return the abbreviations of states and of parts of names that end in a period, in lower case."""
    tables = table("places")
    regions = (name for group in tables["regions"].values() for name in group)
    return frozenset(name.casefold() for name in (*regions, *tables["countries"], *tables["abbreviations"]) if name.endswith("."))


def is_abbreviation(word: str, *, first: bool) -> bool:
    """Whether the period at the end of a word belongs to it: "St.", "F.", "N.M.", and "Wash." behind a comma."""
    body = word[:-1]
    if len(body) == 1 or "." in body:
        return not first or body.isupper() or len(body) > 1
    return word.casefold() in _dotted()


@cache
def _first_words() -> dict[str, int]:
    """Return the folded first words of the agencies' names, and of how many words the longest of such names is."""
    longest: dict[str, int] = {}
    for name in _agencies():
        first = name.partition(" ")[0]
        longest[first] = max(longest.get(first, 1), 1 + name.count(" "))
    return longest


# Names of agencies longer than this are no other word.
_MAX_WORDLIKE = 6
_WORD_START = re.compile(r"(?<![\w.])[^\W\d_]")
# An abbreviation of two letters says too little in a line of prose: "AA", "PA", "NA".
_SHORT = 2
_TOKEN = re.compile(r"\S{1,30}")
# what a name may end with that is not part of it: "РИА Новости.", "SANA-"
_TRAILING = ".,:|-—–=/ "
# Of how many words two agencies between slashes are at most.
_LONGEST = 4


def agency_at(text: str, at: int) -> tuple[str, int] | None:
    """Return the known agency or news site that stands at an offset, and its end.

    >>> agency_at("МОСКВА, 5 дек — РИА Новости. Он", 16)
    ('РИА Новости', 27)
    """
    found = _TOKEN.match(text, at)
    if found is None or not found[0][0].isalnum():
        return None
    word = found[0].rstrip(_TRAILING)
    longest = _first_words().get(key(word), _LONGEST if "/" in word else 0)
    if not longest:
        return (word, at + len(word)) if is_site(word) else None
    ends = [found.end()]
    while len(ends) < longest and (found := _TOKEN.match(text, ends[-1] + 1)) and text[ends[-1]] == " ":
        ends.append(found.end())
    for end in reversed(ends):
        name = text[at:end].rstrip(_TRAILING)
        if is_agency(name) and is_printed_so(name):
            return name, at + len(name)
    return None
