"""Datelines of the Chinese, Japanese and Korean press, which run on without spaces and close with a bracket or 电."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any, NamedTuple

from newsparse.grammar.bylines.cjk_words import cjk_words
from newsparse.grammar.places import is_agency, is_city, is_label, is_region
from newsparse.lexicon import section
from newsparse.model import Contributor, Dateline, PartialDate, Place

__all__ = ["read_cjk"]

# not "（图：新华社）"
_BRACKET = re.compile(r"[【（(\[［〔]([^】）)\]］〕:：]{1,60})[】）)\]］〕]")
# "2024年12月5日", "5日", "5日付"
_DATE = re.compile(r"(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日付?")
_EQUALS = re.compile(r" ?[＝=] ?")
_LIST = re.compile(r"[・·ㆍ、,，/／]\s?")
_NAMES = re.compile(r"[、，,· ]+")
_JOINT = re.compile(r"\s*(?:[=＝—–:：]|--?|─+)?\s*")
_HAN = "\u3400-\u9fff"


class _Patterns(NamedTuple):
    """The forms of datelines, made of the words of the three languages."""

    wire: re.Pattern[str]
    """"新华社北京4月24日电", "中新网上海12月5日讯"; not "他12月5日电告家人" without agency or city, nor "据新华社12月5日电，"."""
    house: re.Pattern[str]
    """The house that a run of characters opens with: "央视网" of "央视网北京"."""
    message: re.Pattern[str]
    """"央视网消息："; not "记者从网上得到消息："."""
    by: re.Pattern[str]
    """Who signs in brackets behind it: "（记者张三）"."""
    by_inside: re.Pattern[str]
    """Who signs before the place: "中央社記者王小明台北", "記者王小明／台北報導"."""
    korean_by: re.Pattern[str]
    """Names before a reporter's title, which close the Korean dateline with "="."""


def _any_of(forms: Iterable[str]) -> str:
    """Return a pattern of all forms, the longest first."""
    return "|".join(map(re.escape, sorted(forms, key=len, reverse=True)))


@cache
def _patterns() -> _Patterns:
    """Return the patterns of all forms."""
    titles, reports = _any_of(cjk_words().titles), _any_of(cjk_words().reports)
    houses, messages, marks = (
        _any_of(form for part in section("dateline").values() for form in part.get(kind, ()))
        for kind in ("house_end", "message", "wire_end")
    )
    return _Patterns(
        re.compile(
            rf"[据據]?(?P<head>[{_HAN}·・、/]{{2,24}}?)(?P<date>(?:(?:\d{{4}}年)?\d{{1,2}}月)?\d{{1,2}}日)(?P<mark>{marks})(?![，,])"
        ),
        re.compile(rf"[{_HAN}]{{1,6}}?(?:{houses})(?=[{_HAN}]{{2}})"),
        re.compile(rf"(?P<house>[{_HAN}]{{1,5}}(?:{houses}))(?:{messages})(?P<mark>[：:])"),
        re.compile(rf" ?[（(](?:[{_HAN}]{{0,4}}?(?P<title>{titles})) ?(?P<names>[{_HAN}·、，, ]{{2,30}})[）)]"),
        re.compile(rf"(?P<house>[{_HAN}]{{0,6}}?)(?P<title>{titles}) ?(?P<rest>[{_HAN}·、／/]{{2,20}}?)(?P<mark>{reports})?"),
        re.compile(
            rf" ?(?P<names>[가-힣]{{2,5}}(?:[ ·,]{{1,2}}[가-힣]{{2,5}}){{0,4}}?) ?(?P<title>[가-힣]{{0,4}}(?:{titles}))(?: ?[=＝])?"
        ),
    )


def read_cjk(text: str, at: int) -> Dateline | None:
    """Return the dateline at an offset of a Chinese, Japanese or Korean text, or `None`.

    >>> found = read_cjk("新华社北京12月5日电（记者张三）国家", 0)
    >>> found.agency, found.places[0].name, str(found.date), found.contributors[0].name
    ('新华社', '北京', '--12-05', '张三')
    """
    if text[at : at + 1] in "【（([［〔":
        found = _BRACKET.match(text, at)
        return _bracketed(text, found) if found else None
    found = _patterns().wire.match(text, at)
    if found is not None:
        return _wire(text, found)
    found = _patterns().message.match(text, at)
    return _dateline(text, found.span(), found.end(), found["mark"], places=(), agency=found["house"]) if found else None


def _places(names: str) -> tuple[Place, ...]:
    """Return the places of a list."""
    return tuple(Place(name.strip()) for name in _LIST.split(names) if name.strip())


def _people(names: str, title: str | None) -> tuple[Contributor, ...]:
    """Return the people of a list of names."""
    return tuple(Contributor(name, title=title) for name in _NAMES.split(names.strip()) if name)


def _is_place(name: str) -> bool:
    """Whether a name is a city's or a region's, and no code of a state: 【PR】 announces an advertisement."""
    return is_city(name) or (is_region(name) and not name.isascii())


def _wire(text: str, found: re.Match[str]) -> Dateline | None:
    """Return the dateline of a wire that closes with 电."""
    agency, names = _house(found["head"])
    if agency is None and not all(_is_place(place.name) for place in _places(names)):
        return None
    people: tuple[Contributor, ...] = ()
    end = found.end()
    if by := _patterns().by.match(text, end):
        people, end = _people(by["names"], by["title"]), by.end()
    facts = {"places": _places(names), "agency": agency, "date": _date(found["date"]), "contributors": people}
    return _dateline(text, (found.start("head"), found.end()), end, found["mark"], **facts)


def _house(head: str) -> tuple[str | None, str]:
    """Return the agency that a run of characters begins with, and the rest, which is the place."""
    for length in range(min(6, len(head)), 1, -1):
        if is_agency(head[:length]):
            return head[:length], head[length:]
    if found := _patterns().house.match(head):
        return found[0], head[found.end() :]
    return None, head


def _date(text: str) -> PartialDate | None:
    """Return the date that a text is, or `None` when it is none."""
    found = _DATE.fullmatch(text)
    return PartialDate(*(int(part) if part else None for part in found.groups())) if found else None


def _bracketed(text: str, found: re.Match[str]) -> Dateline | None:
    """Return the dateline that a bracket holds."""
    inside = found[1].strip()
    if is_label(inside):
        return None
    parts = _EQUALS.split(inside, maxsplit=1)
    if len(parts) == 2:
        return _equated(text, found, *parts)
    if wire := _patterns().wire.fullmatch(inside):
        return _inner_wire(text, found, wire)
    if by := _patterns().by_inside.fullmatch(inside):
        return _reported(text, found, by)
    places, date, agency = _run(inside)
    if not (places or date) or not (agency or (places and all(_is_place(place.name) for place in places))):
        return None
    return _dateline(text, found.span(), found.end(), text[found.end() - 1], places=places, agency=agency, date=date)


def _equated(text: str, found: re.Match[str], left: str, right: str) -> Dateline | None:
    """Return the dateline of a bracket with an equals sign: place, and agency or reporter."""
    title = next((title for title in cjk_words().titles if right.endswith(title)), "")
    if is_label(left) or "가" <= title[-1:] <= "힣":
        return None
    left, _, first = left.rpartition(" ") if is_agency(left.rpartition(" ")[2]) else (left, "", "")
    places = _places(left)
    if first and is_agency(right):  # what one agency took from another: "워싱턴 AFP=연합뉴스"
        return _signed(text, found, places, found[1][found[1].index(first) :].strip())
    known = bool(places) and all(_is_place(place.name) for place in places)
    if not (known or is_agency(right)):
        return None
    if is_agency(right) or "가" <= right[0] <= "힣":  # the second: an agency that is in no table
        return _signed(text, found, places, right)
    date = _date(right)
    people = () if date else _people(right.removesuffix(title), None)
    return _dateline(text, found.span(), found.end(), text[found.end() - 1], places=places, date=date, contributors=people)


def _signed(text: str, found: re.Match[str], places: tuple[Place, ...], agency: str) -> Dateline:
    """Return the dateline of a bracket with place and agency, and of who signs behind it, as the Korean press does."""
    end, mark = found.end(), text[found.end() - 1]
    people: tuple[Contributor, ...] = ()
    if by := _patterns().korean_by.match(text, end):
        people, end, mark = _people(by["names"], by["title"]), by.end(), "="
    return _dateline(text, found.span(), end, mark, places=places, agency=agency, contributors=people)


def _inner_wire(text: str, found: re.Match[str], wire: re.Match[str]) -> Dateline | None:
    """Return the dateline of a wire inside brackets: （中央社記者王小明台北5日電）."""
    agency, names = _house(wire["head"])
    people: tuple[Contributor, ...] = ()
    if by := _patterns().by_inside.fullmatch(wire["head"]):
        name, city = _apart(by["rest"])
        agency, names, people = by["house"] or None, city or by["rest"][-2:], _people(name or by["rest"][:-2], by["title"])
    places = _places(names)
    if agency is None and not all(_is_place(place.name) for place in places):
        return None
    facts = {"places": places, "agency": agency, "date": _date(wire["date"]), "contributors": people}
    return _dateline(text, found.span(), found.end(), wire["mark"], **facts)


def _reported(text: str, found: re.Match[str], by: re.Match[str]) -> Dateline | None:
    """Return the dateline of a bracket in which a reporter stands before the place: 〔記者王小明／台北報導〕."""
    name, city = _apart(by["rest"])
    agency = by["house"] or None
    if by["mark"] is None or not city or not (agency is None or is_agency(agency)):
        return None
    facts = {"places": _places(city), "agency": agency, "contributors": _people(name, by["title"])}
    return _dateline(text, found.span(), found.end(), text[found.end() - 1], **facts)


def _apart(names: str) -> tuple[str, str]:
    """Return the person and the city of what runs on: 王小明台北, 王小明／台北; both empty where no city shows."""
    name, slash, city = names.replace("／", "/").rpartition("/")
    if slash:
        return name, city
    lengths = range(min(6, len(names) - 1), 1, -1)
    return next(((names[:-length], names[-length:]) for length in lengths if is_city(names[-length:])), ("", ""))


def _run(inside: str) -> tuple[tuple[Place, ...], PartialDate | None, str | None]:
    """Return place, date and agency of what runs on inside a bracket: 北京12月5日, ワシントン時事, 東京 5日 ロイター."""
    agency: str | None = None
    for length in range(min(8, len(inside) - 1), 1, -1):
        if is_agency(inside[-length:].strip()):
            agency, inside = inside[-length:].strip(), inside[:-length].strip()
            break
    date: PartialDate | None = None
    at = next((i for i, char in enumerate(inside) if char.isdigit()), -1)
    if at >= 0 and (date := _date(inside[at:])) is not None:
        inside = inside[:at].strip()
    return _places(inside), date, agency


def _dateline(text: str, within: tuple[int, int], end: int, separator: str, **facts: Any) -> Dateline:
    """Return a dateline that stands at `within` and whose prose begins at `end` or behind a mark there."""
    joint = _JOINT.match(text, end)
    return Dateline(text[slice(*within)], separator=separator, end=joint.end() if joint else end, **facts)
