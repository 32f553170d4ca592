"""Scores of one answer against the truth. Every score is from 0 to 1, higher is better.

Body: precision and recall over runs of four words, so that word order counts. Paragraphs: only
whole ones count. Names, headlines and datelines are compared without case and punctuation.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from datetime import date, datetime
from typing import TypeVar

__all__ = ["authors", "body", "dateline", "day", "f1", "headline", "minute", "paragraphs", "snippets", "words"]

T = TypeVar("T", bound=Hashable)

RUN = 4  # words; the length that public article-body benchmarks use
_WORDS = re.compile(r"\w+")
_LEAD = re.compile(r"(?:by|von|par|por|di|da|door|av|af|od)\s+")
_STRAIGHT = {**dict.fromkeys(map(ord, "‘’‚"), "'"), **dict.fromkeys(map(ord, "“”„«»"), '"'), **dict.fromkeys(map(ord, "–—−‐‑"), "-")}


def f1(precision: float, recall: float) -> float:
    """Return the harmonic mean."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _normal(text: str | None) -> str:
    plain = unicodedata.normalize("NFKC", text or "").translate(_STRAIGHT)
    return " ".join(plain.split()).casefold()


def _match(truth: Counter[T], answer: Counter[T]) -> tuple[float, float]:
    """Return precision and recall of a bag; both sides empty is a perfect answer."""
    if not truth and not answer:
        return 1.0, 1.0
    shared = (truth & answer).total() if hasattr(Counter, "total") else sum((truth & answer).values())
    return shared / max(1, sum(answer.values())), shared / max(1, sum(truth.values()))


def _runs(text: str) -> Counter[tuple[str, ...]]:
    found = _WORDS.findall(text)
    if len(found) <= RUN:
        return Counter([tuple(found)] if found else [])
    return Counter(zip(*(found[i:] for i in range(RUN)), strict=False))


def body(truth: str, answer: str) -> tuple[float, float]:
    """Return precision and recall over runs of four words."""
    return _match(_runs(truth), _runs(answer))


def words(truth: str, answer: str) -> float:
    """Return F1 over single words, in any order."""
    return f1(*_match(Counter(_WORDS.findall(truth.lower())), Counter(_WORDS.findall(answer.lower()))))


def paragraphs(truth: Sequence[str], answer: Sequence[str]) -> float:
    """Return F1 over whole paragraphs."""

    def bag(texts: Sequence[str]) -> Counter[str]:
        return Counter(text for text in map(_normal, texts) if text)

    return f1(*_match(bag(truth), bag(answer)))


def headline(truth: str, answer: str | None) -> float:
    """Return whether both have the same letters and digits."""
    return float(re.sub(r"\W+", "", _normal(truth)) == re.sub(r"\W+", "", _normal(answer)))


def authors(truth: Iterable[str], answer: Iterable[str]) -> float:
    """Return F1 over the set of names."""

    def bag(names: Iterable[str]) -> Counter[str]:
        plain = (" ".join(_WORDS.findall(_LEAD.sub("", _normal(name), count=1))) for name in names)
        return Counter({name: 1 for name in plain if name})

    return f1(*_match(bag(truth), bag(answer)))


def day(truth: str, answer: date | datetime | None) -> float:
    """Return whether the calendar day is the same; an instant may differ by a day where zones differ."""
    if answer is None:
        return 0.0
    stated = date.fromisoformat(truth[:10])
    found = answer.date() if isinstance(answer, datetime) else answer
    if stated == found:
        return 1.0
    zoned = isinstance(answer, datetime) and answer.tzinfo is not None and len(truth) > len("2024-12-06")
    return float(zoned and abs((stated - found).days) == 1)


def minute(truth: str, answer: date | datetime | None) -> float | None:
    """Return whether the instant is the same; `None` when the truth has no zone."""
    try:
        stated = datetime.fromisoformat(truth.replace("Z", "+00:00"))
    except ValueError:
        return None
    if stated.tzinfo is None:
        return None
    zoned = isinstance(answer, datetime) and answer.tzinfo is not None
    return float(zoned and abs((stated - answer).total_seconds()) < 60)  # type: ignore[operator]


def snippets(wanted: Sequence[str], unwanted: Sequence[str], answer: str) -> tuple[int, int, int]:
    """Return how many wanted ones are found, how many missed, and how many unwanted ones are in."""
    text = _normal(answer)
    found = sum(_normal(snippet) in text for snippet in wanted)
    return found, len(wanted) - found, sum(_normal(snippet) in text for snippet in unwanted)


def dateline(truth: str, answer: str | None) -> tuple[int, int, int]:
    """Return found, missed and invented, each 0 or 1; an empty truth means that the story has none."""
    same = bool(truth) and bool(answer) and _normal(truth).strip(" -:.") == _normal(answer).strip(" -:.")
    return int(same), int(bool(truth) and not same), int(bool(answer) and not same)
