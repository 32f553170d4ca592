"""The words of bylines and credits, of all languages at once, made ready for look-up.

A line seldom says which language it is in, so the languages are merged; what means two things
in two languages ("i": "and" in Polish, "in" in Danish) is told apart by its neighbours, in the grammar.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from attrs import define, field

from newsparse import lexicon
from newsparse.text import fold
from newsparse.vocabulary import Role

__all__ = ["ANY", "Entry", "Phrase", "Word", "Words", "key_of", "words"]

ANY = "*"
"""Stands for one word in a phrase: "translated from the * by"."""
_EDGE = "\"'.,*_"


class Phrase:
    """What a phrase does on the line; plain numbers, as a member of an enum takes six times as long to name."""

    LEAD = 1
    """It introduces authors: "By"."""
    LABEL = 2
    """It introduces somebody in another role: "Edited by"."""
    GENRE = 3
    """It names the genre: "Opinion"."""
    CONTRIBUTED = 4
    """It follows the people it is about: "contributed to this report"."""
    REPORTED = 5
    """It follows somebody and precedes a place: "reported from"."""
    REACHED = 6
    """It follows somebody and precedes a contact: "can be reached at"."""
    CARD = 7
    """It opens a link to more by the same people: "View all posts by"."""
    INTERVIEWEE = 8
    """It precedes somebody in the story: "Interview with"."""
    OTHERS = 9
    """It says that more people are not named: "and others"."""
    NOISE = 10
    """A button, a counter, a label of a date: "Follow"."""
    SPONSORED = 11
    """It says that the piece is paid for."""
    NEVER = 12
    """It is never a name: "Getty Images"."""
    CAPTION = 13
    """It says where somebody stands in a picture: "left"."""


class Entry(NamedTuple):
    """A phrase as looked up by its first word."""

    rest: tuple[str, ...]
    """The keys of its other words."""
    colon: bool
    """Whether a colon must follow."""
    act: int
    """What it does."""
    value: object
    """The role or genre; `None` for others."""


class Word:
    """Marks of single words, to be combined."""

    AND = 1
    IN = 2
    FOR = 4
    AT = 8
    WHO = 16
    HEAD = 32
    """The noun of a job title."""
    RANK = 64
    """A word that stands before it."""
    OUR = 128
    TEAM = 256
    ORGANIZATION = 512
    HONORIFIC = 1024
    POSTNOMINAL = 2048
    SECTION = 4096
    STOP = 8192
    """A function word: no part of a name."""
    AGENCIES = 16384
    """Agencies in general, unnamed."""
    NAME_LEAD = 32768
    """A lead word that is also a part of names: "Von", "De"."""
    DESK_HEAD = 65536
    """The noun of a newsroom's part, alone or at the end of its name: "bureau"."""
    NOT_NAME = 131072
    """A day or a month."""
    WITH = 262144
    """An "and" whose agency only helped: "with AFP"."""
    ARTICLE = 524288
    PLURAL = 2097152
    """The plural of the noun of a title, as English forms it: "writers"."""
    TITLE = HEAD | PLURAL
    HEADING = 4194304
    """A word of headings and buttons, in nobody's name: "frequently"."""
    HOUSE_FIRST = 8388608
    """A noun that opens the name of a house: "agencia"."""
    PARTICLE = 16777216
    """It may stand in lower case inside a surname: "van"."""
    PARTICLE_NAME = 33554432
    """Such a word that is a name as well: "Ben"."""
    OF = 67108864
    """It stands between the words of a house's name or a title: "of"."""
    INSIDE = 536870912
    """Another small word inside the names of houses: "for"."""
    SERVES = 1073741824
    """It stands between a title and whom its holder serves: "to"."""
    NAME_ARTICLE = 134217728
    """An article that opens names of people as well: "El"."""
    PARTNER = 268435456
    """It stands behind the "and" of a house's name: "Sons"."""
    OUTSIDE = 1048576
    """The noun of a title that newsrooms seldom give: "founder"."""


_MARKS = {
    "and": Word.AND, "in": Word.IN, "for": Word.FOR, "at": Word.AT, "who": Word.WHO, "title": Word.HEAD, "rank": Word.RANK,
    "our": Word.OUR, "team": Word.TEAM, "organization": Word.ORGANIZATION, "organization_first": Word.ORGANIZATION | Word.HOUSE_FIRST, "honorific": Word.HONORIFIC,
    "postnominal": Word.POSTNOMINAL, "section": Word.SECTION, "stop": Word.STOP, "agencies": Word.AGENCIES, "name_lead": Word.NAME_LEAD,
    "with": Word.WITH, "article": Word.ARTICLE, "outside": Word.OUTSIDE, "heading": Word.HEADING,
    "plural": Word.PLURAL, "particle": Word.PARTICLE, "particle_name": Word.PARTICLE_NAME, "of": Word.OF, "inside": Word.INSIDE, "serves": Word.SERVES, "name_article": Word.NAME_ARTICLE, "partner": Word.PARTNER,
}  # fmt: skip
_ACTS = {
    "contributed": Phrase.CONTRIBUTED, "reported_from": Phrase.REPORTED, "reached": Phrase.REACHED, "card": Phrase.CARD,
    "interviewee": Phrase.INTERVIEWEE, "others": Phrase.OTHERS, "noise": Phrase.NOISE, "sponsored": Phrase.SPONSORED, "never": Phrase.NEVER,
    "lead": Phrase.LEAD, "suffix_lead": Phrase.NOISE, "caption": Phrase.CAPTION,
}  # fmt: skip


@lru_cache(maxsize=4096)  # a line's words are asked for by one reader of signs after the other, and most come again in the next text
def key_of(word: str) -> str:
    """Return a word as it is looked up: no case, straight quotes, no punctuation at its edges, Turkish without the dots that tell "ı" from "i".

    >>> key_of("Ph.D."), key_of("“By")
    ('ph.d', 'by')
    """
    if word.isascii():
        return word.lower().strip(_EDGE)
    return fold(word).replace("\u0307", "").replace("ı", "i").strip(_EDGE)


class Opening(NamedTuple):
    """The phrases that one word opens, in their order."""

    others: list[Entry]
    """Those of one word, or whose second may be any."""
    by_second: dict[str, list[Entry]]
    """Those and the ones with this second word, by it."""


@define
class Words:
    """Everything the grammar looks up."""

    phrases: dict[str, list[Entry]] = field(factory=dict)
    """Phrases by the key of their first word, longest first."""
    openings: dict[str, Opening] = field(factory=dict)
    """The same, told apart by the second word too."""
    marks: dict[str, int] = field(factory=dict)
    """Marks of single words."""
    places: dict[str, list[tuple[str, ...]]] = field(factory=dict)
    """Place words of more than one word ("skrifar frá"): the other words by the first."""
    houses: dict[str, list[tuple[str, ...]]] = field(factory=dict)
    """Words before an employer, likewise ("special to")."""
    ranks: dict[str, list[tuple[str, ...]]] = field(factory=dict)
    """Words before the noun of a title, likewise ("real estate")."""
    titles: dict[str, list[tuple[str, ...]]] = field(factory=dict)
    """Titles of more than one word ("envoyé spécial"), likewise."""
    desks: dict[str, list[tuple[str, ...]]] = field(factory=dict)
    """Names of a newsroom's parts, likewise, single words too."""
    labels: dict[str, Entry] = field(factory=dict)
    """Labels of one word that need a colon: "text:"."""
    editorials: dict[str, list[tuple[str, ...]]] = field(factory=dict)
    """Desks whose pieces are editorials, likewise."""
    articles: dict[str, frozenset[str]] = field(factory=dict)
    """Articles, by the lead words of their languages: "el" by "por"."""
    elided: frozenset[str] = frozenset()
    """Words that an apostrophe shortens: "de" in "d'Anna"."""
    agencies: dict[str, list[tuple[tuple[str, ...], str]]] = field(factory=dict)
    """Agencies: the other words by the first, and the form as printed."""
    title_ends: tuple[str, ...] = ()
    """Ends of compound titles: "redakteur"."""
    desk_ends: tuple[str, ...] = ()
    """Ends of compound desks: "redaktion"."""
    organization_ends: tuple[str, ...] = ()
    """Ends of compound houses: "zeitung"."""
    regions: frozenset[str] = frozenset()
    """Abbreviated regions that follow a city after a comma, as printed."""
    activities: dict[str, str] = field(factory=dict)
    """What a contributor did, by label: "writing by" is "writing"."""
    unnamed: frozenset[str] = frozenset()
    """Last words of phrases for those who are not named: "others", "more"."""
    singulars: dict[str, str] = field(factory=dict)
    """Singulars of titles that are not formed as in English: "envoyé spécial" by "envoyés spéciaux"."""
    whole: frozenset[str] = frozenset()
    """Names that begin with the letter of a prefixed "and" (Arabic, Hebrew)."""
    prefixes: tuple[str, ...] = ()
    """Letters that mean "and" at the head of a word."""

    def mark(self, key: str) -> int:
        """Return the marks of a word, compounds by their ends."""
        marks = self.marks.get(key)
        if marks is not None:
            return marks
        if len(key) < _COMPOUND:
            return 0
        return (
            (Word.HEAD if key.endswith(self.title_ends) else 0)
            | (Word.PLURAL if key[-1] == "s" and len(key) > _COMPOUND and key[:-1].endswith(self.title_ends) else 0)
            | (Word.DESK_HEAD if key.endswith(self.desk_ends) else 0)
            | (_HOUSE_NOUN if key.endswith(self.organization_ends) else 0)
        )


# "Redakteur" has nine letters; shorter words are no compounds
_COMPOUND = 8
# a compound that names houses is nobody's first name: "Bundesverband"
_HOUSE_NOUN = Word.ORGANIZATION | Word.HOUSE_FIRST
_SPLIT = re.compile(r"[\s/]+")


def _keys(phrase: str) -> tuple[str, ...]:
    """Return the keys of a phrase's words.

    A slash parts words on the line ("Autorin/Autor"), so it does here.
    """
    return tuple(key for part in _SPLIT.split(phrase) if (key := part if part == ANY else key_of(part)))


@cache
def words() -> Words:
    """Return the words of all languages."""
    found = Words()
    ends: dict[str, set[str]] = {"title_end": set(), "desk_end": set(), "organization_end": set()}
    for section in lexicon.section("byline").values():
        for name, value in section.items():
            if name in ends:
                ends[name].update(value)
            else:
                _enter(found, name, value)
        articles = frozenset(section.get("article", ()))
        for lead in section.get("lead", ()) if articles else ():
            key = " ".join(_keys(lead))
            found.articles[key] = found.articles.get(key, frozenset()) | articles
    _enter_agencies(found)
    _enter_calendar(found)
    _enter_bare(found)
    # languages share many a word ("foto:"), which is kept once
    for key, entries in found.phrases.items():
        entries[:] = sorted(dict.fromkeys(entries), key=lambda entry: (-len(entry.rest), not entry.colon))
        found.openings[key] = _opening(entries)
    for table in (found.places, found.houses, found.ranks, found.titles, found.desks):
        for rests in table.values():
            rests[:] = sorted(dict.fromkeys(rests), key=len, reverse=True)
    found.labels = {
        key: entry
        for key, entries in found.phrases.items()
        for entry in entries
        if entry.colon and not entry.rest and entry.act in (Phrase.LEAD, Phrase.LABEL)
    }
    others = [(key, *entry.rest)[-1] for key, entries in found.phrases.items() for entry in entries if entry.act == Phrase.OTHERS]
    found.unnamed = frozenset(key for key in others if len(key) > 2)
    for key in [key for key, mark in found.marks.items() if mark & Word.HEAD]:
        if not found.marks.get(f"{key}s", 0) & Word.HEAD:
            found.marks[f"{key}s"] = found.marks.get(f"{key}s", 0) | Word.PLURAL
    found.title_ends = tuple(sorted(ends["title_end"]))
    found.desk_ends = tuple(sorted(ends["desk_end"]))
    found.organization_ends = tuple(sorted(ends["organization_end"]))
    return found


def _opening(entries: list[Entry]) -> Opening:
    """Return the phrases of one first word by their second."""
    seconds = dict.fromkeys(entry.rest[0] for entry in entries if entry.rest and entry.rest[0] != ANY)
    others = [entry for entry in entries if not entry.rest or entry.rest[0] == ANY]
    return Opening(others, {key: [entry for entry in entries if not entry.rest or entry.rest[0] in (ANY, key)] for key in seconds})


# What is printed in capitals, which Greek writes without accents and others often do; small words would come to mean something else.
_OFTEN_BARE = ("lead", "labels", "genres", "contributed", "noise", "title", "rank", "desk", "editorial_desk", "others", "sponsored")
_SHORTEST_BARE = 5
_LAST_ACCENTED = "\u03ff"  # Latin and Greek; the accents of other alphabets make other letters
_STROKES = str.maketrans("łøđ", "lod")


def _enter_bare(found: Words) -> None:
    """Enter what has accents also without them, where that means nothing yet: "redaccion"; "signe" is a name, and "credit" an English word."""
    known = {*found.phrases, *found.marks, *found.desks, *found.titles}
    for section in lexicon.section("byline").values():
        for name in _OFTEN_BARE:
            value = section.get(name, ())
            for kind, phrases in value.items() if isinstance(value, dict) else [("", value)]:
                bare = [
                    _without_accents(phrase)
                    for phrase in phrases
                    if not phrase.isascii() and len(phrase) >= _SHORTEST_BARE and max(phrase) <= _LAST_ACCENTED
                ]
                clear = [
                    phrase for phrase in bare if " " in phrase or (_keys(phrase.rstrip(":"))[0] not in known and _is_noun(name, phrase))
                ]
                _enter(found, name, {kind: clear} if kind else clear)


def _is_noun(name: str, phrase: str) -> bool:
    """Whether a single word of a list can hardly be somebody's name: the noun of a title or a newsroom, or one before a colon."""
    return name in {"title", "rank", "desk", "editorial_desk"} or phrase.endswith(":")


def _without_accents(phrase: str) -> str:
    """Return a phrase in plain letters: "zrodlo" for "źródło"."""
    apart = unicodedata.normalize("NFD", phrase.lower())
    return unicodedata.normalize("NFC", "".join([char for char in apart if not unicodedata.combining(char)])).translate(_STROKES)


def _enter(found: Words, name: str, value: object) -> None:
    """Enter one list of a language."""
    if name in {"labels", "genres"} and isinstance(value, dict):
        for kind, phrases in value.items():
            act, what = (Phrase.LABEL, Role(kind)) if name == "labels" else (Phrase.GENRE, kind)
            _enter_phrases(found, phrases, act, what)
    elif name == "activities" and isinstance(value, dict):
        found.activities.update({" ".join(_keys(phrase)): activity for activity, phrases in value.items() for phrase in phrases})
    elif name == "plurals" and isinstance(value, dict):
        found.singulars.update({" ".join(_keys(plural)): singular for plural, singular in value.items()})
        _enter_list(found, "plural", [plural for plural in value if " " not in plural])
        _enter_list(found, "title", [plural for plural in value if " " in plural])
    elif name == "region" and isinstance(value, list):
        found.regions |= frozenset(value)
    elif name == "whole" and isinstance(value, list):
        found.whole |= frozenset(key_of(word) for word in value)
    elif name == "elided" and isinstance(value, list):
        found.elided |= frozenset(value)
    elif name == "prefix_and" and isinstance(value, list):
        found.prefixes += tuple(value)
    elif isinstance(value, list):
        _enter_list(found, name, value)


def _enter_list(found: Words, name: str, phrases: list[str]) -> None:
    if name in _ACTS:
        _enter_phrases(found, phrases, _ACTS[name], None)
        return
    tables = {
        "in": found.places,
        "for": found.houses,
        "rank": found.ranks,
        "title": found.titles,
        "desk": found.desks,
        "editorial_desk": found.editorials,
    }
    for phrase in phrases:
        keys = _keys(phrase)
        if name == "desk":
            found.desks.setdefault(keys[0], []).append(keys[1:])
            if len(keys) == 1:
                found.marks[keys[0]] = found.marks.get(keys[0], 0) | Word.DESK_HEAD
        elif len(keys) > 1 and name in tables:
            tables[name].setdefault(keys[0], []).append(keys[1:])
        elif len(keys) == 1:
            found.marks[keys[0]] = found.marks.get(keys[0], 0) | _MARKS[name]


def _enter_phrases(found: Words, phrases: Iterable[str], act: int, value: object) -> None:
    for phrase in phrases:
        keys = _keys(phrase.rstrip(":–"))
        if keys:
            found.phrases.setdefault(keys[0], []).append(Entry(keys[1:], phrase.endswith(":"), act, value))


def _enter_agencies(found: Words) -> None:
    for agency in lexicon.table("agencies")["agencies"]:
        for form in (agency["name"], *agency["aliases"]):
            keys = _keys(form)
            found.agencies.setdefault(keys[0], []).append((keys[1:], form))
    for rows in found.agencies.values():
        rows.sort(key=lambda row: len(row[0]), reverse=True)


def _enter_calendar(found: Words) -> None:
    """Mark months and days: alone they are nobody, "By Friday" is a sentence."""
    for calendar in lexicon.table("calendar")["languages"].values():
        for names in (*calendar["months"], *calendar["weekdays"]):
            for name in names:
                key = key_of(name)
                if len(key) > 2:
                    found.marks[key] = found.marks.get(key, 0) | Word.NOT_NAME
