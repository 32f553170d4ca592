"""Write lexicon/tables/territories.json: names of countries and cities in many languages, from CLDR.

Run with Babel installed: `python scripts/make_places.py`. Countries are CLDR's territory
names; cities are the exemplar cities of its time zones. Names are folded as
`newsparse.grammar.places.key` folds them, so that loading the table is reading it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import babel
from babel import Locale

from newsparse.grammar.places import key

LANGUAGES = (
    "en de fr es pt it nl sv da nb fi is pl cs sk hu ro hr sr bs sl mk bg sq el tr az uk ru be lt lv et he ar fa ur hi bn ta te mr"
    " ne th vi id ms fil sw zh zh_Hant ja ko ka hy kk mn my km ca gl eu"
).split()
TABLE = Path(__file__).parents[1] / "src" / "newsparse" / "lexicon" / "tables" / "territories.json"
# CLDR's territories also hold "World", "Europe", and pseudo-regions; only two-letter codes are countries.
NOT_COUNTRIES = frozenset({"EU", "EZ", "UN", "XA", "XB", "ZZ", "QO"})


def countries(locale: Locale) -> Iterator[str]:
    """Yield a language's names of countries."""
    for code, name in locale.territories.items():
        if len(code) == 2 and code not in NOT_COUNTRIES:
            yield str(name)


def cities(locale: Locale) -> Iterator[str]:
    """Yield a language's names of the cities that stand for time zones."""
    for zone, names in locale.time_zones.items():
        if (
            zone.partition("/")[0] in {"Africa", "America", "Asia", "Australia", "Europe", "Pacific", "Atlantic", "Indian"}
            and "city" in names
        ):
            yield str(names["city"])


def main() -> None:
    """Write the table."""
    locales = [Locale.parse(code) for code in LANGUAGES]
    found = {
        "countries": sorted({key(name) for locale in locales for name in countries(locale)}),
        "cities": sorted({key(name) for locale in locales for name in cities(locale)}),
    }
    source = f"Unicode CLDR through Babel {babel.__version__} (territory names, exemplar cities of time zones); Unicode License V3."
    rows = [f'  "source": {json.dumps(source)}']
    rows += [f'  "{name}": "{"|".join(names)}"' for name, names in found.items()]
    TABLE.write_text("{\n" + ",\n".join(rows) + "\n}\n", "utf-8")


if __name__ == "__main__":
    main()
