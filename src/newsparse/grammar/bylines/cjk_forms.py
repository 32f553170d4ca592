"""Forms of Chinese, Japanese and Korean lines: how one opens, names that are the whole of it, words that a middle dot parts."""

from __future__ import annotations

import re
from functools import cache

from newsparse.grammar.bylines.cjk_words import HANGUL_NAME, cjk_words, family_name, is_foreign, is_name, is_own_name
from newsparse.grammar.bylines.lookup import is_city, is_country
from newsparse.grammar.bylines.people import Line, Party

__all__ = ["is_paper", "names_alone", "opens_cjk", "posted_by", "split_dots"]


def opens_cjk(plain: str) -> bool:
    """Return whether a line opens with a label or a title, or a name with its title follows: "文/张三", "홍길동 기자"."""
    words = cjk_words()
    head = plain[:30].lstrip("(（【[〔 ")
    for label in words.labels if head[:1] in words.heads else ():
        if head.startswith(label) and head[len(label) : len(label) + 1] in _BEHIND_LABEL:
            return True
    title = _title().search(head)
    return title is not None and title.start() <= _MOST_NAME


# What stands behind a label, if anything, and the most characters of a name before its title.
_BEHIND_LABEL = frozenset(("", *"：:/／・· "))
_MOST_NAME = 9


@cache
def _title() -> re.Pattern[str]:
    """Return the pattern of any title: one search takes a tenth of the time of asking for each."""
    return re.compile("|".join(map(re.escape, cjk_words().titles)))


def names_alone(plain: str, *, named: bool) -> Line | None:
    """Return the line of names that stand alone, in brackets or without; `None` for any other line."""
    if (signed := _SIGNED.match(plain)) is not None and (line := _signed(signed)) is not None:
        return line
    if len(plain) < _LONGEST_NAME and not named and _stands_alone(plain):
        return Line([Party(plain, 0, len(plain))], 0, len(plain), lead=True)
    return None


# Names in brackets and nothing else: "（佐々木健、中村葵）", "【佐々木健】", "【ワシントン＝佐々木健】"; not "(see page 2)"
_SIGNED = re.compile(r"[(（【［\[](?:(?P<place>[^\s（）()【】＝=、]{2,8})[＝=])?(?P<names>[^（）()【】［］＝=]{2,24})[)）】］\]]$")
_NAME_SPLIT = re.compile("[^、，,・·　 ]+")


def _signed(match: re.Match[str]) -> Line | None:
    """Return the line of names in brackets; `None` where the first has no common family name, as words in brackets have none."""
    names = list(_NAME_SPLIT.finditer(match.string, *match.span("names")))
    if not names or not all(is_own_name(name[0]) for name in names):
        return None
    words = cjk_words()
    if match["place"] in words.labels:
        return None  # "（聞き手＝佐々木健）"
    first = names[0][0]
    if family_name(first) is None or len(first) < 3 or is_city(first) or is_city(first[:-1]):
        return None  # "（東京都）"
    if any(name[0] in words.noise or name[0] in words.titles or name[0].endswith((*words.desks, *words.no_names)) for name in names):
        return None
    people = [Party(name[0], name.start(), name.end(), place=match["place"]) for name in names]
    return Line(people, people[0].start, people[-1].end, lead=True)


_LONGEST_NAME = 7


def _stands_alone(plain: str) -> bool:
    """Whether a line is a Japanese name and nothing else: "佐藤健一"; not "福島原発", "小林製薬", and no name of three signs, as words have."""
    family = family_name(plain) if len(plain) > 3 and is_own_name(plain) else None
    if family is None or len(family) < 2 or len(plain) - len(family) != 2 or is_city(family) or is_city(plain):
        return False
    words = cjk_words()
    return not (plain.endswith((*words.houses, *words.desks, *words.titles, *words.reports, *words.no_names)) or plain in words.noise)


def is_paper(word: str, plain: str, end: int) -> bool:
    """Whether a word before a title is a paper's name: a short one that no family's name opens, with a name behind the title's `end`."""
    behind = plain[end : end + 5].rstrip("】）)]").split() if plain[end : end + 1] == " " else []
    if len(word) > 3 or not behind or not is_name(behind[0]) or family_name(behind[0]) is None or HANGUL_NAME.match(word):
        return False
    return family_name(word) is None or word.endswith(cjk_words().houses)


def posted_by(word: str) -> tuple[str | None, str] | None:
    """Return the house, if it is not the paper's own, and the place of a word that says where somebody is posted: "本报驻美国"; else `None`."""
    for posted in cjk_words().posted:
        house, found, place = word.partition(posted)
        if found and (is_city(place) or is_country(place)):
            return (house if house and house not in cjk_words().ours else None), place
    return None


def split_dots(text: str, at: int) -> list[tuple[int, str]]:
    """Return a chunk parted at middle dots, save those inside foreign names ("マイケル・スミス", "约翰·史密斯").

    Behind a label or a title the dot parts ("文・山田太郎", "編集委員・山田太郎"), and between Korean names ("홍길동·김철수").
    """
    if "·" not in text and "・" not in text:
        return [(at, text)]
    whole = text.replace("・", "·")
    first, words = whole.partition("·")[0], cjk_words()
    if first not in words.labels and first not in words.desks and first not in words.titles and is_foreign(text):
        return [(at, text)]
    parts = []
    for part in whole.split("·"):
        if part:
            parts.append((at, part))
        at += len(part) + 1
    return parts
