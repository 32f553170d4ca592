"""Write `lexicon/tables/calendar.json` from the Unicode CLDR, as Babel packs it.

    python scripts/make_calendar.py

Names of months and weekdays in every form that CLDR has (inside a date and standing alone,
wide and abbreviated; narrow ones are single letters and tell nothing), markers of the halves
of the day, and printed ages ("3 hours ago"). What CLDR lacks stands in `lexicon/languages`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import babel
from babel import Locale, localedata
from babel.core import get_global

TARGET = Path(__file__).parent.parent / "src" / "newsparse" / "lexicon" / "tables" / "calendar.json"

# A language with the regions or scripts whose forms differ from its own.
LOCALES: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(
        "af am bg bn ca cs cy da el et eu fa fi fil fo ga gl gu ha he hi hr hu hy id ig is it ja ka kk km kn ko ky lb lo lt lv"
        " mk ml mn mr ms mt my ne nl nn pa pl ps ro ru si sk sl so sq sv sw ta te tg th tk tr uk ur vi yo zu".split(),
        (),
    ),
    "ar": ("ar_SY", "ar_DZ", "ar_MA", "ar_MR", "ar_SA"),
    "az": ("az_Cyrl",),
    "be": (),
    "bs": ("bs_Cyrl",),
    "de": ("de_AT",),
    "en": (
        "en_GB",
        "en_AU",
        "en_CA",
        "en_IN",
        "en_ZA",
        "en_NZ",
        "en_IE",
        "en_SG",
        "en_KE",
        "en_NG",
        "en_HK",
        "en_MY",
        "en_PK",
        "en_PH",
        "en_US",
    ),
    "es": ("es_MX", "es_AR", "es_US"),
    "fr": ("fr_CA",),
    "nb": ("no",),
    "pt": ("pt_PT",),
    "sr": ("sr_Latn", "sr_Cyrl_BA"),
    "uz": ("uz_Cyrl",),
    "zh": ("zh_Hant", "zh_Hant_HK"),
}
WIDTHS = ("wide", "abbreviated")
HALVES = ("am", "pm", "noon", "midnight")
UNITS = ("second", "minute", "hour", "day", "week", "month", "year")


def order(data: Any) -> str:
    """Return the order of day, month and year in short dates: "dmy", "mdy" or "ymd"."""
    return "".join(dict.fromkeys(letter for letter in str(data["date_formats"]["short"].pattern).lower() if letter in "dmy"))


def load(name: str) -> Any:
    """Return the data of a locale, read afresh: Babel's merging leaks one locale's names into the cached root."""
    localedata._cache.clear()  # noqa: SLF001  (no public way)
    return Locale.parse(name)._data  # noqa: SLF001  (no public way to the forms standing alone)


def forms(data: Any, field: str, keys: Iterable[int]) -> list[set[str]]:
    """Return, for each key, every form of a month or weekday."""
    found = [set[str]() for _ in keys]
    for context in ("format", "stand-alone"):
        for width in WIDTHS:
            names = data[field].get(context, {}).get(width, {})
            for place, key in zip(found, keys, strict=True):
                if key in names:
                    place.add(names[key].removeprefix("de ").removeprefix("d’"))  # Catalan: "de gener"
    return found


def halves(data: Any) -> dict[str, set[str]]:
    """Return the markers of noon, midnight and the halves of the day."""
    found: dict[str, set[str]] = {half: set() for half in HALVES}
    for contexts in data["day_periods"].values():
        for width, words in contexts.items():
            for half in HALVES:
                # a single Latin letter ("a", "p") is too little
                if half in words and (width != "narrow" or not words[half].isascii()):
                    found[half].add(words[half])
    return found


def ages(data: Any) -> dict[str, set[tuple[str, str]]]:
    """Return, for each unit, what stands before and behind the number in a printed age."""
    found: dict[str, set[tuple[str, str]]] = {}
    for unit in UNITS:
        pairs = set()
        for width in ("", "-short", "-narrow"):
            for pattern in data["date_fields"].get(unit + width, {}).get("past", {}).values():
                before, mark, behind = pattern.partition("{0}")
                if mark and (before.strip() or len(behind.strip()) > 1):
                    pairs.add((before.strip(), behind.strip()))
        found[unit] = pairs
    return found


def read(code: str, variants: tuple[str, ...]) -> dict[str, Any]:
    """Return everything the table says of one language."""
    months = [set[str]() for _ in range(12)]
    weekdays = [set[str]() for _ in range(7)]
    half: dict[str, set[str]] = {name: set() for name in HALVES}
    age: dict[str, set[tuple[str, str]]] = {unit: set() for unit in UNITS}
    for name in (code, *variants):
        data = load(name)
        for place, more in zip(months, forms(data, "months", range(1, 13)), strict=True):
            place |= more
        for place, more in zip(weekdays, forms(data, "days", range(7)), strict=True):
            place |= more
        for key, words in halves(data).items():
            half[key] |= words
        for unit, pairs in ages(data).items():
            age[unit] |= pairs
    entry: dict[str, Any] = {"months": [sorted(names) for names in months], "weekdays": [sorted(names) for names in weekdays]}
    entry |= {key: sorted(words) for key, words in half.items() if words}
    orders = {name.replace("_", "-"): order(load(name)) for name in (code, *variants) if "_" not in name or name.count("_") == 1}
    entry["orders"] = orders if len(set(orders.values())) > 1 else {code: orders[code]}
    entry["ages"] = {unit: sorted(pairs) for unit, pairs in age.items() if pairs}
    return entry


def main() -> None:
    """Write the table."""
    source = f"Unicode CLDR {get_global('cldr')['version']}, through Babel {babel.__version__}; Unicode License V3"
    languages = {code: read(code, LOCALES[code]) for code in sorted(LOCALES)}
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    lines = [f"{json.dumps(code)}: {json.dumps(entry, ensure_ascii=False, separators=(',', ':'))}" for code, entry in languages.items()]
    TARGET.write_text('{\n"source": ' + json.dumps(source) + ',\n"languages": {\n' + ",\n".join(lines) + "\n}\n}\n", "utf-8")


if __name__ == "__main__":
    main()
