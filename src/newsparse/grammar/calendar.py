"""Words of dates in every language at once, and the calendars that newspapers print."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from typing import Any, NamedTuple

from newsparse import lexicon

__all__ = ["GREGORIAN", "LUNAR", "SOLAR", "Month", "Words", "day_in", "fold_line", "grouped", "is_year_first", "month_first", "words"]

GREGORIAN, SOLAR, LUNAR = "gregorian", "solar", "lunar"


class Month(NamedTuple):
    """What the name of a month may mean."""

    number: int
    calendar: str
    languages: frozenset[str]


class Words(NamedTuple):
    """The words of dates, ready for use on one language's text."""

    own: Mapping[str, tuple[str, Any]]
    """By word or phrase of the text's language, lower case: the letter that stands for it in a shape, and its value."""
    kinds: Mapping[str, tuple[str, Any]]
    """The same for the words of all languages, asked where the language's own do not tell: one table for all texts."""
    zones: Mapping[str, Any]
    """Short zone names, lower case: they count only when printed in capitals."""
    token: re.Pattern[str]
    """Cuts a folded line into tokens."""
    ascii_token: re.Pattern[str]
    """The same for a line of ASCII alone, as most are: its words are letters from a to z, and few phrases begin in it."""
    ages: Mapping[str, tuple[tuple[str, Mapping[str, str]], ...]]
    """By its first two characters, what stands behind the number of an age, the longest first: what must stand before it, and the unit."""


# --- folding ------------------------------------------------------------------------------------

_PUNCTUATION = {
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212\uff0d", "-"),
    **dict.fromkeys("\u00a0\u2007\u2009\u202f\u3000\u200e\u200f\u200b\u2002\u2003\u202a\u202b\u202c\u00ad\ufeff", " "),
    **dict.fromkeys("\u2018\u2019\u02bc\u2032", "'"),
    "：": ":",
    "／": "/",
    "．": ".",
    "，": ",",
    "、": ",",
    "（": "(",
    "）": ")",
    "［": "[",
    "］": "]",
    "،": ",",
    "၊": ",",
    "｜": "|",
    "。": ".",
    "＠": "@",
    "İ": "i",
}


@cache
def _table() -> dict[int, str]:
    """Return the translation that folds digits of all scripts and the punctuation of dates, one to one."""
    digits = {code: str(unicodedata.digit(chr(code))) for code in range(0x0660, 0xFF1A) if unicodedata.category(chr(code)) == "Nd"}
    return {**digits, **{ord(char): plain for char, plain in _PUNCTUATION.items()}}


def fold_line(line: str) -> str:
    """Return a line in lower case with plain digits and punctuation, character for character.

    >>> fold_line("２０２４年１月")
    '2024年1月'
    """
    if line.isascii():
        return line.lower()
    line = line.translate(_table())
    low = line.lower()
    return low if len(low) == len(line) else "".join(c if len(c.lower()) != 1 else c.lower() for c in line)


# Stands in the names of Indic scripts where two letters are not to be joined.
_JOINER = "\u200c"
# Malayalam's letters for a closing consonant, as they were written before they had characters of their own.
_MALAYALAM = frozenset(map(chr, range(0x0D00, 0x0D80)))
_CHILLUS = str.maketrans({chillu: f"{letter}\u0d4d\u200d" for chillu, letter in zip("ൺൻർൽൾ", "ണനരലള", strict=True)})


def _variants(name: str) -> Iterator[str]:
    """Yield the forms in which a word is looked up: with its accents and without."""
    plain = fold_line(name).strip().rstrip(".\u2024")
    if not plain:
        return
    yield plain
    joined = plain.replace(_JOINER, "")
    if joined != plain:  # the press leaves it out
        yield joined
    if plain[0] in _MALAYALAM:
        yield joined.translate(_CHILLUS)
    bare = "".join(char for char in unicodedata.normalize("NFD", plain) if not unicodedata.combining(char))
    bare = bare.replace("ı", "i")  # what "ARALIK" is in small letters, where nobody knows that it is Turkish
    # Only scripts whose marks are often left out; in Indic ones a mark is a vowel.
    if bare != plain and plain[0] < "\u0530":
        yield unicodedata.normalize("NFC", bare)


# --- the tables ---------------------------------------------------------------------------------

# Scripts that put no space between words: their words are looked for inside a run of letters.
_UNSPACED = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
_WORD = rf"[^\s\d!-/:-@\[-`{{-~«»“”„‹›·•|–—…{_UNSPACED}]"
# Characters that stand for themselves in a shape.
_PLAIN = " -/.:,()[]@'+|"
_NUMERALS = "〇零一二三四五六七八九十廿卅"
_MARKS = {"year": "Y", "month": "O", "day": "D", "hour": "H", "minute": "I", "second": "S"}
# CLDR's narrowest ages are "-3 h"; no newspaper prints them so, and clocks stand behind dashes.
_MINUS = frozenset("-−")
# The unit of an age, cut short before another word: "min ago", "ч назад"; not "hours ago", "min. ago"
_ABBREVIATED = re.compile(r"^([^\W\d_]{1,4}) ")
_IS_WORD = re.compile(rf"{_WORD}+")


class _Builder:
    """Gathers the words of all languages; the page's own language is entered last and wins."""

    def __init__(self, language: str | None) -> None:
        self.language = language
        self.kinds: dict[str, tuple[str, Any]] = {}
        self.months: dict[str, dict[tuple[int, str], set[str]]] = {}
        self.listed: set[tuple[str, int]] = set()
        self.weekdays: dict[str, int] = {}
        self.ages: dict[str, dict[str, str]] = {}

    def enter(self, code: str, calendar: Mapping[str, Any], dates: Mapping[str, Any]) -> None:
        """Enter one language."""
        own = code == self.language
        for word in dates.get("joiners", ()):
            self.put(word, "c", None)
        for word in dates.get("ordinals", ()):
            self.put(word, "o", None)
        for word in dates.get("clock_before", ()):
            self.put(word, "K", None)
        for word in dates.get("clock_after", ()):
            self.put(word, "U", None)
        for half in ("am", "pm"):
            self.halves(half, calendar.get(half, ()), own)
        for word, half in dates.get("half", {}).items():
            self.put(word, "A", half)
        for name in ("noon", "midnight"):
            for word in (*calendar.get(name, ()), *dates.get(name, ())):
                if len(word) > 3 or word > "\u3040":  # "noon", "正午"; not "sen"
                    self.put(word, "N", 12 if name == "noon" else 0)
        for word, days in dates.get("days", {}).items():
            self.put(word, "r", days)
        for word, unit in dates.get("marks", {}).items():
            self.put(word, _MARKS[unit], None)
        for word, base in dates.get("eras", {}).items():
            self.put(word, "G", base)
        for number, names in enumerate(calendar.get("weekdays", ())):
            for name in names:
                if not name[-1].isdigit():  # Vietnamese counts its days
                    for key in _variants(name):
                        self.weekdays[key] = number
        self.enter_months(code, calendar, dates)
        self.enter_ages(calendar.get("ages", {}))
        self.enter_ages(dates.get("ages", {}))

    def put(self, word: str, kind: str, value: Any) -> None:
        """Enter a word in all its variants."""
        for key in _variants(word):
            self.kinds[key] = (kind, value)

    def halves(self, half: str, names: Iterable[str], own: bool) -> None:
        """Enter the markers of a half of the day; short ones mean other things in other languages."""
        for word in names:
            latin = re.sub(r"[\s.]", "", word)
            if own or not word.isascii() or len(latin) > 3 or latin.lower() in {"am", "pm"}:
                self.put(word, "A", half)

    def enter_months(self, code: str, calendar: Mapping[str, Any], dates: Mapping[str, Any]) -> None:
        """Enter the names of months of all calendars."""
        pairs = [(name, number, GREGORIAN) for number, names in enumerate(calendar.get("months", ()), 1) for name in names]
        pairs += [(name, number, GREGORIAN) for name, number in dates.get("months", {}).items()]
        pairs += [(name, number, SOLAR) for name, number in dates.get("solar", {}).items()]
        pairs += [(name, number, LUNAR) for name, number in dates.get("lunar", {}).items()]
        for name, number, kind in pairs:
            if name[-1] in "月월" or name[0].isdigit() or name[-1].isdigit():
                continue  # a number and a mark, read as such
            for key in _variants(name):
                self.months.setdefault(key, {}).setdefault((number, kind), set()).add(code)
        for name, number in dates.get("months", {}).items():
            self.listed.update((key, number) for key in _variants(name))

    def enter_ages(self, ages: Mapping[str, Iterable[tuple[str, str]]]) -> None:
        """Enter the forms of printed ages."""
        for unit, pairs in ages.items():
            for before, behind in pairs:
                key = fold_line(behind).strip()
                if key and before not in _MINUS:
                    for form in (key, _ABBREVIATED.sub(r"\1. ", key)):  # "2 ч назад" is printed "2 ч. назад" too
                        self.ages.setdefault(form, {}).setdefault(fold_line(before).strip(), unit)

    def build(self, zones: Mapping[str, Any]) -> dict[str, tuple[str, Any]]:
        """Return every word with the letter that stands for it in a shape, and its value."""
        kinds = self.kinds
        for key, number in self.weekdays.items():
            if kinds.get(key, ("", None))[0] not in {"Y", "O", "D", "H", "U", "K", "c", "o", "r"}:
                kinds[key] = ("W", number)
        for key, readings in self.months.items():
            if kinds.get(key, ("", None))[0] in {"A", "U"} and len(key) < 3:
                continue
            kinds[key] = ("B" if key in self.weekdays else "M", self._settled(key, readings))
        kinds.update((name, ("Z", value)) for name, value in zones.items() if not name.isupper())
        kinds.update((char, (char, None)) for char in _PLAIN)
        kinds.update((figures, ("n", int(figures))) for number in range(100) for figures in {str(number), f"{number:02d}"})
        kinds.update({"t": ("T", None), "元": ("n", 1)})
        return kinds

    def _settled(self, key: str, readings: Mapping[tuple[int, str], set[str]]) -> tuple[Month, ...]:
        """Return what a month's name means: in the page's language, else in most languages, one that lists it by hand first.

        "listopad" is November in Polish and October in Croatian.
        """
        months = [Month(number, calendar, frozenset(codes)) for (number, calendar), codes in readings.items()]
        own = [month for month in months if self.language in month.languages]
        if own:
            return tuple(own[:1])
        return tuple(
            sorted(months, key=lambda month: (month.calendar != GREGORIAN, (key, month.number) not in self.listed, -len(month.languages)))
        )


# A year that a dump glued to the day or clock behind it: "20236 December", "202119.11.2021", "20258:15 AM"; then numbers.
_NUMBER = r"(?:19|20)\d\d(?=\d{{1,2}}(?:\.? {0}|[./]\d\d?[./](?:19|20)\d\d|:\d\d))|\d+"


def _tokens(kinds: Mapping[str, Any]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns that cut a line: numbers, blanks, phrases, words, Chinese numerals before a mark, single characters.

    The second is for lines of ASCII alone.
    """
    spaced, unspaced = [], []
    for key in kinds:
        if re.match(f"[{_UNSPACED}]", key):
            unspaced.append(key)
        elif key not in _PLAIN and not key.isdigit() and not _IS_WORD.fullmatch(key):
            spaced.append(key)
    marks = "".join(key for key, (kind, _) in kinds.items() if kind in "YODHIS" and re.fullmatch(f"[{_UNSPACED}]", key))
    every = re.compile(
        rf"{_NUMBER.format(_WORD)}|[^\S\n]+|[.,:/-]|(?:{grouped(spaced)})(?!{_WORD})|{_WORD}+"
        rf"|[{_NUMERALS}]{{1,6}}(?=\s?[{marks}])|(?=[{_UNSPACED}])(?:{grouped(unspaced)})|.",
        re.DOTALL,
    )
    plain = grouped(filter(str.isascii, spaced))
    return every, re.compile(rf"{_NUMBER.format('[a-z]')}|[^\S\n]+|[.,:/-]|(?:{plain})(?![a-z])|[a-z]+|.", re.DOTALL | re.ASCII)


def grouped(phrases: Iterable[str]) -> str:
    """Return a pattern of phrases, the longest first, parted by their first character so that a wrong one costs one step."""
    groups: dict[str, list[str]] = {}
    for phrase in sorted(phrases, key=len, reverse=True):
        groups.setdefault(phrase[0], []).append(re.escape(phrase[1:]))
    return "|".join(f"{re.escape(first)}(?:{'|'.join(rests)})" for first, rests in groups.items())


def _by_first(ages: Mapping[str, Mapping[str, str]]) -> dict[str, tuple[tuple[str, Mapping[str, str]], ...]]:
    """Return the forms of ages by the first two characters of what stands behind the number, or the only one."""
    found: dict[str, list[tuple[str, Mapping[str, str]]]] = {}
    for behind in sorted(ages, key=len, reverse=True):
        found.setdefault(behind[:2], []).append((behind, ages[behind]))
    return {first: tuple(forms) for first, forms in found.items()}


def _zones() -> Mapping[str, Any]:
    """Return the readings of each zone's name: (minutes, countries) pairs, or a pair of winter and summer."""
    table = lexicon.table("zones")
    zones: dict[str, Any] = {name: ((minutes[0], ""),) for name, minutes in table["zones"].items()}
    zones |= {name: tuple((minutes, countries) for minutes, countries in readings) for name, readings in table["ambiguous"].items()}
    zones |= {name: ("summer", winter, summer) for name, (winter, summer) in table["summer"].items()}
    return zones


@cache
def _shared() -> Words:
    """Return the words of all languages at once."""
    calendar = lexicon.table("calendar")["languages"]
    dates = lexicon.section("dates")
    builder = _Builder(None)
    for code in (*sorted({*calendar, *dates} - {"en"}), "en"):
        builder.enter(code, calendar.get(code, {}), dates.get(code, {}))
    zones = _zones()
    kinds = builder.build(zones)
    short = {name.lower(): value for name, value in zones.items() if name.isupper()}
    return Words({}, kinds, short, *_tokens(kinds), _by_first(builder.ages))


@cache
def _without_days() -> dict[str, tuple[str, Any]]:
    """Return the words of all languages but those for days by their distance: "hier" is yesterday in French and here in German."""
    return {key: entry for key, entry in _shared().kinds.items() if entry[0] != "r"}


@cache
def words(language: str | None = None) -> Words:
    """Return the words of dates for a text in a language, or in a language not known."""
    shared = _shared()
    calendar = lexicon.table("calendar")["languages"].get(language, {})
    dates = lexicon.section("dates").get(language or "", {})
    if not calendar and not dates:
        return shared
    builder = _Builder(language)
    builder.enter(language or "", calendar, dates)
    return shared._replace(own=builder.build({}), kinds=_without_days())


@cache
def _orders() -> dict[str, str]:
    return {name: order for entry in lexicon.table("calendar")["languages"].values() for name, order in entry["orders"].items()}


def month_first(tag: str | None) -> bool | None:
    """Return whether `02/03/2024` means February in a language, or `None` where that is open.

    Bare English is open: the language is printed in both orders. So are Canadian and South African English.

    >>> month_first("en-US"), month_first("de"), month_first("en")
    (True, False, None)
    """
    if not tag:
        return None
    language, _, region = tag.replace("_", "-").partition("-")
    name = f"{language.lower()}-{region.upper()}" if region else language.lower()
    order = _orders().get(name)
    if language.lower() == "en" and (not region or order in {None, "ymd"}):
        return None
    order = order or _orders().get(language.lower())
    return None if order is None else order == "mdy"


def is_year_first(code: str) -> bool:
    """Return whether a language prints a year of two digits in front: it has marks for the parts of a date, and begins with the year."""
    return _orders().get(code) == "ymd" and bool(lexicon.section("dates").get(code, {}).get("marks"))


# --- calendars ----------------------------------------------------------------------------------

_SOLAR_YEARS = range(1200, 1500)


def day_in(calendar: str, year: int, month: int, day: int) -> date | None:
    """Return the day of a calendar as a date, or `None` when there is no such day or no exact rule.

    The Islamic lunar calendar depends on the sighting of the moon, so it has none.

    >>> day_in(SOLAR, 1403, 9, 15)
    datetime.date(2024, 12, 5)
    """
    if calendar == SOLAR:
        return _solar(year, month, day)
    if calendar != GREGORIAN or not 1700 <= year <= 2199:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _solar(year: int, month: int, day: int) -> date | None:
    """Return a day of the Iranian calendar, by the cycle of 33 years that holds from 1799 to 2256."""
    if year not in _SOLAR_YEARS or not 1 <= month <= 12 or not 1 <= day <= 31:
        return None
    leap = (25 * year + 11) % 33 < 8
    length = 31 if month <= 6 else 30 if month <= 11 or leap else 29
    if day > length:
        return None
    # 1 Farvardin 1403 was 20 March 2024
    days = 365 * (year - 1403) + (8 * year + 21) // 33 - (8 * 1403 + 21) // 33
    offset = (month - 1) * 31 - max(0, month - 7)
    return date(2024, 3, 20) + timedelta(days=days + offset + day - 1)
