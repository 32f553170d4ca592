"""Write lexicon/tables/words.json: the ordinary words of languages that print them in small letters, from folders of pages.

    PYTHONPATH=src:scripts python scripts/make_words.py CORPUS [CORPUS ...]

A word counts once a paragraph, and only inside a sentence; one that is as often printed with a capital
is a name. The words are folded as `newsparse.grammar.places.key` folds them, so that loading the table is reading it.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path

from corpus import known_pages

import newsparse
from newsparse.grammar.places import is_city, is_region, key

TABLE = Path(__file__).parents[1] / "src" / "newsparse" / "lexicon" / "tables" / "words.json"
SOURCE = (
    "Ordinary words: what the press prints in small letters inside sentences, counted in the development corpora (scripts/make_words.py)."
)
# German prints its nouns with capitals; other languages have too few pages, or no capitals.
LANGUAGES = frozenset(("en", "es", "fr", "it"))
# In so many paragraphs, and in one of so many of its language, a word must stand.
LEAST, ONE_IN = 6, 6000
# A word behind a word, which begins no sentence.
_WORD = re.compile(r"(?<=[^\W\d_] )[^\W\d_]{3,14}(?![\w'’-])")


def counted(folders: list[str]) -> dict[str, tuple[int, Counter[str], Counter[str]]]:
    """Return for each language its paragraphs, and how many of them print each word in small letters and with a capital."""
    paragraphs: Counter[str] = Counter()
    small: dict[str, Counter[str]] = defaultdict(Counter)
    large: dict[str, Counter[str]] = defaultdict(Counter)
    for folder in folders:
        for row, path in known_pages(Path(folder), "html"):
            article = newsparse.parse(gzip.decompress(path.read_bytes()), url=row.get("url"))
            code = (article.language.text if article.language else "").partition("-")[0]
            if code not in LANGUAGES:
                continue
            for node in article.body:
                text = getattr(node, "text", "")
                paragraphs[code] += 1
                found = set(_WORD.findall(text))
                small[code].update(word for word in found if word.islower())
                large[code].update(word.lower() for word in found if word.istitle())
    return {code: (count, small[code], large[code]) for code, count in paragraphs.items()}


def ordinary(count: int, small: Counter[str], large: Counter[str]) -> set[str]:
    """Return the folded ordinary words of a language."""
    least = max(LEAST, count // ONE_IN)
    return {
        key(word) for word, times in small.items() if times >= least and 3 * large[word] < times and not (is_city(word) or is_region(word))
    }


def main() -> None:
    """Write the table."""
    words: set[str] = set()
    for code, found in sorted(counted(sys.argv[1:]).items()):
        own = ordinary(*found)
        print(code, found[0], len(own))
        words |= own
    table = {"source": SOURCE, "words": "|".join(sorted(words))}
    TABLE.write_text(json.dumps(table, ensure_ascii=False, indent=1) + "\n", "utf-8")
    print(len(words), TABLE.stat().st_size)


if __name__ == "__main__":
    main()
