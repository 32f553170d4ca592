"""The words of bylines in Chinese, Japanese and Korean, and what names look like in them."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from newsparse import lexicon
from newsparse.vocabulary import Role

__all__ = ["HANGUL_NAME", "cjk_words", "family_name", "is_foreign", "is_name", "is_own_name", "reads_cjk", "titles_at_edges"]

_CJK = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_LETTER = re.compile(r"[^\W\d_]")
_HAN_NAME = re.compile("[\u3400-\u9fff々]{2,4}$")  # "王小明"; not "王"
HANGUL_NAME = re.compile("[\uac00-\ud7af]{2,4}$")
"""What a Korean name looks like: "홍길동"."""
# "山田たろう"; not "周雅琴北京报道"
_KANA_NAME = re.compile("(?=[\u3400-\u9fff々]{1,6}[\u3040-\u30ff])[\u3400-\u9fff々]{1,3}[\u3400-\u9fff々\u3040-\u30ff]{1,4}$")
_FOREIGN_NAME = re.compile(
    "(?:[\u30a0-\u30ffー]{2,12}|[\u3400-\u9fff]{1,8}|[A-Z])(?:[·・＝.．][\u30a0-\u30ffー\u3400-\u9fffA-Z]{1,12}){1,3}$"
)  # "マイケル・スミス"


class _Words(NamedTuple):
    """The words of the three languages."""

    labels: dict[str, Role]
    titles: tuple[str, ...]
    desks: tuple[str, ...]
    houses: tuple[str, ...]
    reports: tuple[str, ...]
    noise: frozenset[str]
    joins: frozenset[str]
    agencies: frozenset[str]
    heads: frozenset[str]
    """First characters of labels."""
    title_marks: frozenset[str]
    """Last characters of titles."""
    surnames: tuple[str, ...]
    """Common family names."""
    ours: tuple[str, ...]
    """A paper's words for itself: "本报"."""
    shots: tuple[str, ...]
    """Labels of photographers that may stand behind a name: "摄"."""
    no_names: tuple[str, ...]
    """Ends of words that open with a family name and name nobody: "県" of "石川県"."""
    posted: tuple[str, ...]
    """What stands between a house and where its reporter is posted: "驻"."""


@cache
def cjk_words() -> _Words:
    """Return the words of the three languages, longest first."""
    labels: dict[str, Role] = {}
    lists: dict[str, set[str]] = {
        name: set()
        for name in (
            "title",
            "desk",
            "organization_end",
            "report_end",
            "noise",
            "and",
            "surname",
            "our",
            "photographer_end",
            "no_name_end",
            "in",
        )
    }
    for section in lexicon.section("credits_cjk").values():
        labels.update(dict.fromkeys(section["lead"], Role.AUTHOR))
        for role, forms in section["labels"].items():
            labels.update(dict.fromkeys(forms, Role(role)))
        for name, found in lists.items():
            found.update(section.get(name, ()))
    forms = (form for row in lexicon.table("agencies")["agencies"] for form in (row["name"], *row["aliases"]))

    def ordered(name: str) -> tuple[str, ...]:
        return tuple(sorted(lists[name], key=len, reverse=True))

    return _Words(
        dict(sorted(labels.items(), key=lambda item: -len(item[0]))), ordered("title"), ordered("desk"), ordered("organization_end"),
        ordered("report_end"), frozenset(lists["noise"]), frozenset(lists["and"]), frozenset(form for form in forms if _CJK.search(form)),
        frozenset(label[0] for label in labels),
        frozenset(title[-1] for title in lists["title"]), ordered("surname"),
        ordered("our"), ordered("photographer_end"), ordered("no_name_end"), ordered("in"),
    )  # fmt: skip


@cache
def _titles() -> tuple[frozenset[str], tuple[int, ...]]:
    """Return the titles, and their lengths, longest first."""
    titles = frozenset(cjk_words().titles)
    return titles, tuple(sorted({len(title) for title in titles}, reverse=True))


def titles_at_edges(text: str) -> list[str]:
    """Return the titles that a word opens or ends with, longest first: "记者" of "记者宋晨"."""
    titles, lengths = _titles()
    return [edge for length in lengths if length <= len(text) for edge in dict.fromkeys((text[:length], text[-length:])) if edge in titles]


def reads_cjk(plain: str) -> bool:
    """Whether a line is for this grammar: its first letter is Chinese, Japanese or Korean.

    >>> reads_cjk("【記者王小明／台北報導】"), reads_cjk("By Jane Doe")
    (True, False)
    """
    if plain.isascii():
        return False
    first = _LETTER.search(plain)
    return first is not None and _CJK.match(first[0]) is not None


def is_own_name(text: str) -> bool:
    """Return whether a word can be the name of somebody from China or Japan: "王小明", "山田たろう"."""
    return bool(_HAN_NAME.match(text) or _KANA_NAME.match(text)) or (4 < len(text) < 7 and family_name(text) is not None)


def family_name(text: str) -> str | None:
    """Return the common family name that a word opens with, given that one to three signs follow: "佐々木" of "佐々木健"."""
    return next((name for name in cjk_words().surnames if text.startswith(name) and 0 < len(text) - len(name) < 4), None)


def is_foreign(text: str) -> bool:
    """Return whether a word is a foreign name, its parts joined by dots: "マイケル・スミス"."""
    return _FOREIGN_NAME.match(text) is not None


def is_name(text: str) -> bool:
    """Return whether a word can be somebody's name."""
    return is_own_name(text) or is_foreign(text) or HANGUL_NAME.match(text) is not None
