"""The language of the story: what the page declares, confirmed against the text itself."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from newsparse.claim import Claim, Draft, Parser
from newsparse.document import Document, Element
from newsparse.lexicon import table
from newsparse.linked import text_of
from newsparse.model import Text

__all__ = ["PARSERS", "guess"]

_AGREED = 0.95
_DECLARED = 0.7
_GUESSED = 0.8
_DENIED = 0.3
_SAMPLE = 1200
# Words of the sample that must be function words of a language before it is named, and how much more than of any other.
_LEAST_HITS = 6
_LEAST_LEAD = 1.25
# So much of the hits of the best language makes a declared one the text's: Portuguese and Galician share most of their words.
_LIKE = 0.6
# So many characters settle it for nearly all stories, where the lead is twice as clear.
_FIRST = 400
_ENOUGH_LEAD = 2.5
_CODE = re.compile(r"^[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}$")
# What parts words ("l'eau") and what stands at their edges: a pattern of words takes four times as long.
_APOSTROPHES = "'’-"
_MARKS = '.,;:!?()[]"“”„«»…¿¡–—'
_FOREIGN = re.compile(r"[^\x00-ɏ\W\d]")  # "Ж", "中"; not "é", "“"
# First and last character of the scripts that name a language, or a group that shares one.
_SCRIPTS = (
    ("Ͱ", "Ͽ", "el"), ("Ѐ", "ԯ", "cyrl"), ("԰", "֏", "hy"), ("֐", "׿", "he"), ("؀", "ۿ", "arab"), ("ऀ", "ॿ", "deva"), ("ঀ", "৿", "bn"),
    ("਀", "੿", "pa"), ("઀", "૿", "gu"), ("஀", "௿", "ta"), ("ఀ", "౿", "te"), ("ಀ", "೿", "kn"), ("ഀ", "ൿ", "ml"), ("඀", "෿", "si"),
    ("฀", "๿", "th"), ("຀", "໿", "lo"), ("က", "႟", "my"), ("Ⴀ", "ჿ", "ka"), ("ሀ", "፿", "am"), ("ក", "៿", "km"), ("぀", "ヿ", "ja"),
    ("一", "鿿", "han"), ("가", "힣", "ko"),
)  # fmt: skip
# Letters that only some of the languages of a script have.
_TELLING = {
    "cyrl": (("uk", "їєґ"), ("be", "ў"), ("sr", "ђћџљњј"), ("kk", "әғқңөұһ"), ("ru", "ыэё"), ("bg", "ъщ")),
    "arab": (("ur", "ٹڈڑےں"), ("fa", "پچژگ"), ("ar", "ةىيك")),
    "deva": (("mr", "ळ"), ("hi", "")),
}
# Languages that a page may declare when its text is in a script's group.
_GROUPS = {
    "cyrl": frozenset("ru uk be bg sr mk kk ky tg mn tt uz".split()),
    "arab": frozenset("ar fa ur ps ku ckb sd ug".split()),
    "deva": frozenset("hi mr ne sa".split()),
    "han": frozenset(("zh", "ja", "yue")),
    "ja": frozenset(("ja",)),
}


def find_language(document: Document, draft: Draft) -> Iterator[Claim]:
    """Yield the declared languages and the one that the text is in, surest where both agree."""
    stated = list(_declared(document))
    guessed, certain = guess(_sample(document, draft), [code.partition("-")[0].lower() for code, _, _ in stated])
    seen: set[str] = set()
    for code, element, pointer in stated:
        if code in seen:
            continue
        seen.add(code)
        primary = code.partition("-")[0].lower()
        confidence = _DECLARED
        if guessed is not None:
            confidence = _AGREED if _same(primary, guessed) else _DENIED if certain else _DECLARED
        yield Claim(Text(code, pointer=pointer), confidence, element, None)
    if guessed is not None and not any(_same(code.partition("-")[0].lower(), guessed) for code in seen):
        yield Claim(Text(guessed), _GUESSED if certain else _DENIED, None, None)


def _same(one: str, other: str) -> bool:
    """Return whether two codes are of one language: Norwegian has three, Malay and Croatian are close to their neighbours."""
    for close in (("no", "nb", "nn"), ("id", "ms", "in"), ("hr", "bs", "sr", "sh", "cnr"), ("he", "iw"), ("tl", "fil")):
        if one in close and other in close:
            return True
    return one == other


def _declared(document: Document) -> Iterator[tuple[str, Element | None, str | None]]:
    """Yield the codes that the page declares, in the order in which they are believed."""
    metadata = document.metadata
    for node in document.story_nodes()[:1]:
        stated = text_of(node.data.get("inLanguage"))
        if code := _code(stated):
            yield code, node.element, f"{node.pointer}/inLanguage"
    if code := _code(metadata.language):
        yield code, None, None
    for key in ("og:locale", "content-language", "language", "dc.language", "dcterms.language"):
        for value in metadata.meta.get(key, ())[:1]:
            if code := _code(value.text):
                yield code, value.element, None


def _code(stated: str | None) -> str | None:
    """Return a language code as BCP 47 writes it ("de-DE" for "de_de"); `None` for anything else."""
    if not stated or not _CODE.match(stated.strip()):
        return None
    first, *rest = re.split("[-_]", stated.strip())
    return "-".join([first.lower(), *(part.upper() if len(part) == 2 else part.title() if len(part) == 4 else part for part in rest)])


def _sample(document: Document, draft: Draft) -> str:
    """Return some of the story's text, or of the longest blocks where no story is claimed."""
    texts = [claim.value.text for claim in draft.claims("body")[:8]]
    if not texts:
        texts = [block.plain for block in document.blocks[:300] if len(block.plain) > 60][:20] or [
            block.plain for block in document.blocks[:40]
        ]
    return " ".join(texts)[:_SAMPLE]


def guess(text: str, declared: Sequence[str] = ()) -> tuple[str | None, bool]:
    """Return the language that a text is in and whether that is certain; `None` when it has too few words.

    Of languages that are much alike it is the declared one.

    >>> guess("Die Stadt hat am Montag die neue Brücke eröffnet, die der Rat und das Land mit dem Geld des Bundes gebaut haben.")
    ('de', True)
    """
    if not text.isascii():
        found = _by_script(text)
        if found is not None:
            return found, True
    if len(text) > _FIRST:
        found, certain = _by_words(text[:_FIRST], _ENOUGH_LEAD, declared)
        if certain:
            return found, True
    return _by_words(text, _LEAST_LEAD, declared)


def _by_script(text: str) -> str | None:
    """Return the language that a text's letters name; `None` for the Latin script."""
    counts: dict[str, int] = {}
    letters = 0
    if _FOREIGN.search(text, 0, 400) is None:
        return None
    for char, times in Counter(text[:400]).items():  # a script's forty letters are looked up, not four hundred characters
        if not char.isalpha():
            continue
        letters += times
        if char > "ɏ":
            for first, last, name in _SCRIPTS:
                if first <= char <= last:
                    counts[name] = counts.get(name, 0) + times
                    break
    if not counts or sum(counts.values()) * 3 < letters:
        return None
    if counts.get("ja", 0) * 12 > counts.get("han", 0) and counts.get("ja", 0) > 3:
        return "ja"
    script = max(counts, key=counts.__getitem__)
    if script == "han":
        return "zh"
    telling = _TELLING.get(script)
    if telling is None:
        return script
    low = text.lower()
    return next((code for code, marks in telling if not marks or any(mark in low for mark in marks)), telling[-1][0])


@cache
def _owners() -> dict[str, tuple[str, ...]]:
    """Return the languages of each function word."""
    owners: dict[str, tuple[str, ...]] = {}
    for code, words in table("function_words").items():
        for word in words:
            owners[word] = (*owners.get(word, ()), code)
    return owners


def _by_words(text: str, least: float, declared: Sequence[str]) -> tuple[str | None, bool]:
    """Return the language with the most function words in a text; certain when it has `least` times as many as any other."""
    owners = _owners()
    hits: dict[str, int] = {}
    text = text.lower()
    for mark in _APOSTROPHES:
        text = text.replace(mark, " ")
    words = [word if word.isalpha() else word.strip(_MARKS) for word in text.split()]
    for codes, times in Counter(filter(None, map(owners.get, words))).items():
        for code in codes:
            hits[code] = hits.get(code, 0) + times
    if not hits:
        return None, False
    ranked = sorted(hits, key=hits.__getitem__, reverse=True)
    best = ranked[0]
    like = max(declared, key=lambda code: hits.get(code, 0), default=best)
    if like != best and hits.get(like, 0) >= _LIKE * hits[best]:
        best = like
    rest = next((hits[code] for code in ranked if not _same(code, best)), 0)
    if hits[best] < _LEAST_HITS or hits[best] < 0.08 * len(words):
        return None, False
    return best, hits[best] >= least * rest


PARSERS = (Parser("language.declared_and_read", "language", find_language),)
