"""Labels that say which date a date is: "Published", "Zuletzt aktualisiert:", "更新"."""

from __future__ import annotations

import re
from functools import cache

from newsparse import lexicon
from newsparse.grammar.calendar import fold_line, grouped, month_first

__all__ = ["OTHER", "kind_of_label", "label_after", "label_before", "listed", "says_first", "settles_order"]

# The label of a date that is not the story's: "Valid until", "Retrieved".
OTHER = "other"
# The longest label, and what stands around it.
_LONGEST = 48
# A label further away than this belongs to something else.
_REACH = 48


@cache
def listed(name: str) -> frozenset[str]:
    """Return the words that any language lists under a name."""
    return frozenset(fold_line(word) for entry in lexicon.section("dates").values() for word in entry.get(name, ()))


@cache
def _kinds() -> dict[str, str]:
    """Return what each label says of its date."""
    own = dict.fromkeys(listed("published"), "published") | dict.fromkeys(listed("updated"), "modified")
    return dict.fromkeys(listed("other"), OTHER) | own


@cache
def _month_first_labels() -> frozenset[str]:
    """Return the labels of the languages that may print the month first."""
    dates = lexicon.section("dates")
    return frozenset(
        fold_line(word)
        for code, entry in dates.items()
        if month_first(code) is not False
        for key in ("published", "updated", "other")
        for word in entry.get(key, ())
    )


def settles_order(label: str) -> bool:
    """Return whether a label belongs to languages only that print the day first."""
    return label not in _month_first_labels()


def says_first(label: str) -> bool:
    """Return whether a label, with what stands between it and its date, says that it is the very first publication.

    >>> says_first("Originally published on "), says_first("Published ")
    (True, False)
    """
    low = fold_line(label)
    found = max((word for word in listed("first_published") if low.startswith(word)), key=len, default="")
    return bool(found) and len(low[len(found) :].strip(" :")) <= _MAX_JOINER


_LETTER = r"[^\W\d_]"


@cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"(?<!{_LETTER})({grouped(_kinds())})(?!{_LETTER}{{2}})")


@cache
def _after() -> re.Pattern[str]:
    labels = dict.fromkeys(listed("published_after"), "published") | dict.fromkeys(listed("updated_after"), "modified")
    return re.compile(
        rf"\s*[)\]]?\s*(?:(?P<modified>{'|'.join(sorted(k for k, v in labels.items() if v == 'modified'))})|(?P<published>{'|'.join(sorted(k for k, v in labels.items() if v == 'published'))}))(?:日時|時間|时间)?(?=$|[\s)\]】|,.(（])"
    )


# What may stand between a label and its date: punctuation and a few short words ("on", "le", "at:").
_BETWEEN = re.compile(r"[\s:;,.•·|@()\[\]—–-]*(?:(?:[^\W\d_]|['])+[\s:;,.•·|@()\[\]—–-]*){0,2}")
_MAX_WORDS = 14
# What may stand there is less where the date is of something else: "Expires on the 4th"; not "Premiere Magazine, 4 May"
_MAX_JOINER = 6


def kind_of_label(line: str) -> str | None:
    """Return which date a line announces that is nothing but a label, or `None`.

    >>> kind_of_label("Published on:"), kind_of_label("Deadline"), kind_of_label("Published in London")
    ('published', 'other', None)
    """
    if len(line) > _LONGEST:
        return None
    low = fold_line(line).strip()
    kinds = _kinds()
    return kinds.get(low) or kinds.get(low.rstrip(" :")) or kinds.get(low.rstrip(" :") + ":")


def label_before(low: str, start: int, end: int) -> tuple[str, int, int] | None:
    """Return the label in `low[start:end]` that belongs to the date at `end`, where it begins and where it ends."""
    begin = max(start, end - _REACH)
    found = None
    for match in _before().finditer(low, begin, end):
        found = match
    if found is None:
        return None
    between = low[found.end() : end]
    kind = _kinds()[found[1]]
    if len(between.strip(" :;,.•·|@()[]—–-")) > (_MAX_WORDS if kind != OTHER else _MAX_JOINER) or not _BETWEEN.fullmatch(between):
        return None
    return kind, found.start(), found.end()


def label_after(low: str, end: int) -> tuple[str, int] | None:
    """Return the label behind a date that ends at `end`, and where the label ends."""
    match = _after().match(low, end)
    return None if match is None else (str(match.lastgroup), match.end())
