"""What is looked up in a run of words: cities, job titles, agencies."""

from __future__ import annotations

from functools import cache

from newsparse import lexicon
from newsparse.grammar.credit_tokens import Kind, Token
from newsparse.grammar.credit_words import Word, Words
from newsparse.grammar.names import begins_name
from newsparse.text import fold

__all__ = ["agency_end", "is_city", "is_country", "is_head", "is_house_of", "is_place", "longest", "title_end"]


@cache
def _cities() -> frozenset[str]:
    """Return the cities of the gazetteer, folded."""
    cities = lexicon.table("places")["cities"]
    return frozenset(fold(name) for names in cities.values() for name in names)


@cache
def _countries() -> frozenset[str]:
    """Return the names of countries in all languages, folded."""
    return frozenset(str(lexicon.table("territories")["countries"]).split("|"))


def is_country(text: str) -> bool:
    """Whether a text is a country's name."""
    return fold(text) in _countries()


def is_city(text: str) -> bool:
    """Whether the gazetteer has a city of that name."""
    return fold(text) in _cities()


def is_place(tokens: list[Token]) -> bool:
    """Whether words are the name of a city or a country."""
    text = " ".join(token.text for token in tokens)
    return is_city(text) or is_country(text)


# The longest title seen without a comma has seven words ("Deputy Content Hub Director for Wales").
_LONGEST_TITLE = 8
# Words of no known meaning between two known words of a title: "Deputy *Content Hub* Director".
_UNKNOWN_IN_TITLE = 2


_NOT_IN_TITLE = Word.AND | Word.IN | Word.AT | Word.STOP | Word.WHO


def title_end(tokens: list[Token], i: int, lookup: Words) -> int:
    """Return the index behind the job title that begins at `i`; 0 when none does."""
    last = 0
    unknown = 0
    j = i
    while j < len(tokens) and j - i < _LONGEST_TITLE:
        key = tokens[j].key
        many = longest(lookup.titles, tokens, j)
        if many:
            j = last = many
            unknown = 0
            continue
        if key in lookup.ranks and (many := longest(lookup.ranks, tokens, j)):
            j = many
            unknown = 0
            continue
        mark = lookup.mark(key)
        if is_head(lookup, key):
            # a doubled title ("Journalist Journalist") is the copy for screen readers
            last = j + 1
            unknown = 0
        elif mark & Word.RANK:
            unknown = 0
        elif mark & Word.DESK_HEAD and j > i and lookup.mark(tokens[j - 1].key) & Word.RANK:
            pass
        elif (
            last == 0
            and j > i
            and unknown < _UNKNOWN_IN_TITLE
            and tokens[j].kind is Kind.WORD
            and not tokens[j].text.isupper()
            and not mark & _NOT_IN_TITLE
        ):
            unknown += 1
        elif (
            mark & Word.AND
            and j == last > i
            and j + 1 < len(tokens)
            and lookup.mark(tokens[j + 1].key) & (Word.RANK | Word.HEAD)
            and (tokens[j + 1].text[:1].islower() == tokens[j - 1].text[:1].islower() or tokens[j + 1].text.isupper())
        ):
            pass
        else:
            break
        j += 1
    return last


def is_head(lookup: Words, key: str) -> bool:
    """Whether a word is the noun of a job title, or its plural in English."""
    return bool(lookup.mark(key) & Word.HEAD) or (key.endswith("s") and bool(lookup.mark(key[:-1]) & Word.HEAD))


def longest(table: dict[str, list[tuple[str, ...]]], tokens: list[Token], i: int) -> int:
    """Return the index behind the longest phrase of a table that stands at `i`; 0 when none does."""
    for rest in table.get(tokens[i].key, ()):
        stop = i + 1 + len(rest)
        if stop <= len(tokens) and all(tokens[i + 1 + k].key == key for k, key in enumerate(rest)):
            return stop
    return 0


def is_house_of(lookup: Words, tokens: list[Token], i: int, stop: int) -> bool:
    """Whether the noun of a newsroom's part, from `i` to `stop`, opens the name of an institution: "Bureau of Labor Statistics"."""
    if i or stop + 1 >= len(tokens) or tokens[stop].key not in {"of", "for"}:
        return False
    return begins_name(tokens[stop + 1].text) and not lookup.marks.get(tokens[stop + 1].key, 0) & Word.ARTICLE


def agency_end(lookup: Words, tokens: list[Token], i: int) -> int:
    """Return the index behind the agency named at `i`; 0 when none is.

    Short forms are names too ("Petra", "ANI"), so they need their printed case, and beside other
    words of a name they need capitals.
    """
    if tokens[i].key not in lookup.agencies:
        return _branch_end(lookup, tokens, i)
    for rest, form in lookup.agencies[tokens[i].key]:
        stop = i + 1 + len(rest)
        if stop > len(tokens) or any(tokens[i + 1 + k].key != key for k, key in enumerate(rest)):
            continue
        if rest or len(form) > 8:
            return stop
        printed = tokens[i].text.strip(".,")
        if printed == form and (form.isupper() or not form[:1].isupper() or (i == 0 and _alone(lookup, tokens, stop))):
            # "dpa" and "AP" stand anywhere; "Petra", "Reuters" as a single word need to stand alone or before a title
            if form.isupper() and i > 0 and tokens[i - 1].text.isupper() and len(tokens) <= 3 and not _alone(lookup, tokens, stop):
                continue
            return stop
        if printed == form and form == "Reuters":
            return stop
        if printed.casefold() == form.casefold() and len(form) > 3 and i == 0 and _alone(lookup, tokens, stop):
            return stop
    return 0


def _branch_end(lookup: Words, tokens: list[Token], i: int) -> int:
    """Return the index behind an agency's branch that is written with a hyphen: "dpa-infocom"; not "AFP-Korrespondent", "Petra-Ann"."""
    head, hyphen, branch = tokens[i].key.partition("-")
    if not hyphen or not branch or head not in lookup.agencies or lookup.mark(tokens[i].key):
        return 0
    printed = tokens[i].text.partition("-")[0]
    return i + 1 if any(not rest and form == printed and not form.istitle() for rest, form in lookup.agencies[head]) else 0


def _alone(lookup: Words, tokens: list[Token], stop: int) -> bool:
    """Whether nothing of a name follows."""
    if stop >= len(tokens):
        return True
    if is_head(lookup, tokens[stop].key):
        return True
    return bool(lookup.mark(tokens[stop].key) & (Word.RANK | Word.DESK_HEAD | Word.SECTION | Word.IN | Word.AND | Word.ORGANIZATION))
