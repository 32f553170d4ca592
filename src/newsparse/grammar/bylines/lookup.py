"""What is looked up in a run of words: cities, job titles, agencies."""

from __future__ import annotations

from functools import cache

from newsparse import lexicon
from newsparse.grammar.bylines.tokens import Kind, Token
from newsparse.grammar.bylines.words import Word, words
from newsparse.grammar.names import begins_name
from newsparse.text import fold

__all__ = [
    "agency_end",
    "city_end",
    "is_agency_in_low",
    "is_city",
    "is_country",
    "is_house_of",
    "is_place",
    "longest",
    "opening",
    "title_end",
]


@cache
def _cities() -> frozenset[str]:
    """Return the cities of the gazetteer, folded."""
    cities = lexicon.table("places")["cities"]
    return frozenset(_place_key(name) for names in cities.values() for name in names)


def _place_key(name: str) -> str:
    """Return a clean place's name as it is compared: the dot of a Turkish capital is none of the small letter."""
    return name.lower() if name.isascii() else fold(name).replace("\u0307", "")


@cache
def _countries() -> frozenset[str]:
    """Return the names of countries in all languages, folded."""
    return frozenset(str(lexicon.table("territories")["countries"]).split("|"))


def is_country(text: str) -> bool:
    """Whether a text is a country's name."""
    return (text.lower() if text.isascii() else fold(text)) in _countries()


def is_city(text: str) -> bool:
    """Whether the gazetteer has a city of that name."""
    return _place_key(text) in _cities()


def city_end(tokens: list[Token], i: int) -> int:
    """Return the index behind a city whose name goes on in lower case behind `i`: "Frankfurt am Main"; 0 where none begins there."""
    sizes = _cities_of_words().get((tokens[i].key, tokens[i + 1].key))
    if sizes is None:
        return 0
    stops = [i + size for size in sizes if i + size <= len(tokens)]
    return next((stop for stop in stops if is_city(" ".join([token.text for token in tokens[i:stop]]))), 0)


@cache
def _cities_of_words() -> dict[tuple[str, str], list[int]]:
    """Return by the first two words of cities of three words or more how many they have, the longest first."""
    found: dict[tuple[str, str], set[int]] = {}
    for words_of_city in (city.split(" ") for city in _cities() if city.count(" ") > 1):
        found.setdefault((words_of_city[0], words_of_city[1]), set()).add(len(words_of_city))
    return {key: sorted(sizes, reverse=True) for key, sizes in found.items()}


def is_place(tokens: list[Token]) -> bool:
    """Whether words are the name of a city or a country."""
    text = " ".join(token.text for token in tokens)
    if len(tokens) > 1 and tokens[-1].text in words().regions:
        return is_city(" ".join(token.text for token in tokens[:-1]))  # "Washington D.C."
    return is_city(text) or is_country(text)


# The longest title seen without a comma has seven words ("Deputy Content Hub Director for Wales").
_LONGEST_TITLE = 8
# Words of no known meaning between two known words of a title: "Deputy *Content Hub* Director".
_UNKNOWN_IN_TITLE = 2
_NOT_IN_TITLE = Word.AND | Word.IN | Word.AT | Word.STOP | Word.WHO


def title_end(tokens: list[Token], i: int) -> int:
    """Return the index behind the job title that begins at `i`; 0 when none does."""
    lookup = words()
    titles, ranks = lookup.titles, lookup.ranks
    last = unknown = 0
    j = i
    while j < len(tokens) and j - i < _LONGEST_TITLE:
        token = tokens[j]
        if token.key in titles and (many := longest(titles, tokens, j)):
            j = last = many
            unknown = 0
            continue
        if token.key in ranks and (many := longest(ranks, tokens, j)):
            j, unknown = many, 0
            continue
        if token.mark & Word.TITLE:
            # a doubled title ("Journalist Journalist") is the copy for screen readers
            last, unknown = j + 1, 0
        elif token.mark & Word.RANK:
            unknown = 0
        elif not last and i < j and _joins_beats(tokens, j):
            pass  # "Arts and Culture Editor"
        elif j == last > i and token.key[0] in lookup.prefixes and lookup.mark(token.key[1:]) & Word.TITLE:
            last = j + 1  # "كاتبة وباحثة": the "and" is the word's first letter
        elif j == last > i and j + 1 == len(tokens) and token.mark & Word.SECTION and not token.low:
            last = j + 1  # "Redakteur Politik"
        elif not last and j > i and unknown < _UNKNOWN_IN_TITLE and _may_be_in_title(token):
            unknown += 1
        elif not (token.mark & Word.DESK_HEAD and j > i and tokens[j - 1].mark & Word.RANK) and not (
            j == last and _joins_titles(tokens, j)
        ):
            break
        j += 1
    return last


def _may_be_in_title(token: Token) -> bool:
    """Whether a word of no known meaning may stand between two words of a title."""
    return token.kind == Kind.WORD and not token.mark & _NOT_IN_TITLE and not token.text.isupper()


def _joins_beats(tokens: list[Token], j: int) -> bool:
    """Whether an "and" or an "of" joins two words before the noun of a title, the first of them known."""
    before = tokens[j - 1].mark
    joint = tokens[j].mark & (Word.AND | Word.OF)  # "Technology of Business reporter"
    if not joint or not before & Word.RANK or before & (Word.DESK_HEAD | Word.TITLE) or j + 2 >= len(tokens):
        return False
    if not tokens[j + 2].mark & Word.TITLE:  # "Home and Digital Security Expert"
        return j + 3 < len(tokens) and bool(tokens[j + 1].mark & tokens[j + 2].mark & Word.RANK and tokens[j + 3].mark & Word.TITLE)
    return begins_name(tokens[j + 1].text) == begins_name(tokens[j - 1].text)


def _joins_titles(tokens: list[Token], j: int) -> bool:
    """Whether an "and" joins two titles of one person: "founder and CEO", "reporter and photographer"; not "Editor and Jane"."""
    if not tokens[j].mark & Word.AND or j + 1 >= len(tokens) or not tokens[j + 1].mark & (Word.RANK | Word.HEAD):
        return False
    before, after = tokens[j - 1].text, tokens[j + 1].text
    return before[:1].islower() == after[:1].islower() or after.isupper()


def longest(table: dict[str, list[tuple[str, ...]]], tokens: list[Token], i: int) -> int:
    """Return the index behind the longest phrase of a table that stands at `i`; 0 when none does."""
    rests = table.get(tokens[i].key)
    if rests is None:
        return 0
    second = tokens[i + 1].key if i + 1 < len(tokens) else None
    for rest in rests:
        if not rest:
            return i + 1
        stop = i + 1 + len(rest)
        if rest[0] == second and stop <= len(tokens) and rest == tuple([token.key for token in tokens[i + 1 : stop]]):
            return stop
    return 0


# "Aus *Buenos Aires*", "Special to *The New Bayou Ledger*"
_LONGEST_PLACE, _LONGEST_HOUSE = 2, 4


def opening(tokens: list[Token]) -> int:
    """Return the index of the place or the house that words open with, ahead of a lead: "Aus *Istanbul*", "Special to *The Gull*"; 0 without."""
    first, most = longest(words().houses, tokens, 0), _LONGEST_HOUSE
    if not first and tokens[0].mark & Word.IN:
        first, most = 1, _LONGEST_PLACE
    if first and first + 1 < len(tokens) and tokens[first].low and tokens[first].mark & Word.ARTICLE:
        first += 1
    placed = 0 < first < len(tokens) <= first + most and all(begins_name(token.text) for token in tokens[first:])
    return first if placed else 0


def is_house_of(tokens: list[Token], i: int, stop: int) -> bool:
    """Whether the noun of a newsroom's part, from `i` to `stop`, opens the name of an institution: "Bureau of Labor Statistics"."""
    if i or stop + 1 >= len(tokens) or tokens[stop].key not in {"of", "for"}:
        return False
    return begins_name(tokens[stop + 1].text) and not tokens[stop + 1].mark & Word.ARTICLE


def agency_end(tokens: list[Token], i: int) -> int:
    """Return the index behind the agency named at `i`; 0 when none is.

    Short forms are names too ("Petra", "ANI"), so they need their printed case, and beside other
    words of a name they need capitals.
    """
    agencies = words().agencies
    if tokens[i].key not in agencies:
        return _branch_end(tokens, i)
    for rest, form in agencies[tokens[i].key]:
        stop = i + 1 + len(rest)
        if stop > len(tokens) or any(tokens[i + 1 + k].key != key for k, key in enumerate(rest)):
            continue
        if rest or len(form) > 8:
            return stop
        if i == 0 and form.isupper() and stop < len(tokens) and _is_surname_in_capitals(tokens[stop]):
            continue
        printed = tokens[i].text.strip(".,")
        if printed == form and (form.isupper() or not form[:1].isupper() or (_opens(tokens, i) and _alone(tokens, stop))):
            # "dpa" and "AP" stand anywhere; "Petra", "Reuters" as a single word need to stand alone or before a title
            if form.isupper() and i > 0 and tokens[i - 1].text.isupper() and len(tokens) <= 3 and not _alone(tokens, stop):
                continue
            if len(form) == 2 and i > 0 and tokens[i - 1].text.isupper() and (i == 1 or tokens[i - 2].low):
                continue  # "LI NA"
            return stop
        if printed == form and form == "Reuters":
            return stop
        if printed.casefold() == form.casefold() and len(form) > 3 and i == 0 and _alone(tokens, stop):
            return stop
    return 0


def is_agency_in_low(key: str) -> bool:
    """Return whether a single word is an agency's whole name, however it is printed: "čtk"."""
    return any(not rest for rest, _ in words().agencies.get(key, ()))


def _branch_end(tokens: list[Token], i: int) -> int:
    """Return the index behind an agency's branch that is written with a hyphen: "dpa-infocom"; not "AFP-Korrespondent", "Petra-Ann"."""
    text = tokens[i].text
    if text[1:2] in {"'", "’"} and text[2:].isupper():  # "l'AFP"
        return i + 1 if any(form == text[2:] for _, form in words().agencies.get(tokens[i].key[2:], ())) else 0
    head, hyphen, branch = tokens[i].key.partition("-")
    if not hyphen or not branch or tokens[i].mark:
        return 0
    printed = tokens[i].text.partition("-")[0]
    forms = words().agencies.get(head, ())
    return i + 1 if any(not rest and form == printed and not form.istitle() for rest, form in forms) else 0


def _is_surname_in_capitals(token: Token) -> bool:
    """Whether a word can only be a surname, so that what stands before is a first name and no agency: "MIA TORVALD"; not "AP STAFF"."""
    return token.text.isupper() and len(token.text) > 3 and token.text.isalpha() and not token.mark and not is_city(token.text)


def _opens(tokens: list[Token], i: int) -> bool:
    """Whether a word opens the run, or stands behind a word such as "with", which no name goes on from."""
    return i == 0 or (tokens[i - 1].low and bool(tokens[i - 1].mark & (Word.WITH if i < 3 else Word.AND)))  # "Ana Gil e Lusa"


_BEHIND_AGENCY = Word.TITLE | Word.RANK | Word.DESK_HEAD | Word.SECTION | Word.IN | Word.AND | Word.ORGANIZATION


def _alone(tokens: list[Token], stop: int) -> bool:
    """Whether nothing of a name follows."""
    return stop >= len(tokens) or bool(tokens[stop].mark & _BEHIND_AGENCY)
