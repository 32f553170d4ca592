"""Datelines of the Chinese, Japanese and Korean press, which run on without spaces and close with a bracket or 电."""

from __future__ import annotations

import re
from typing import Any

from newsparse.grammar.places import is_agency, is_city, is_label, is_region
from newsparse.model import Contributor, Dateline, PartialDate, Place

__all__ = ["read_cjk"]

_BRACKET = re.compile(r"[【（(\[［〔]([^】）)\]］〕]{1,60})[】）)\]］〕]")
# "2024年12月5日", "5日"
_DATE = re.compile(r"(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日")
_EQUALS = re.compile(r" ?[＝=] ?")
_LIST = re.compile(r"[・·ㆍ、,，/／]\s?")
# "新华社北京4月24日电", "中新网上海12月5日讯"; not "他12月5日电告家人" without agency or city
_WIRE = re.compile(
    r"据?(?P<head>[\u3400-\u9fff·・、/]{2,24}?)(?P<date>(?:(?:\d{4}年)?\d{1,2}月)?\d{1,2}日)(?P<mark>[专專]?[电電讯訊]|綜合(?:外電)?報導|综合(?:外电)?报道)"
)
_HOUSE = re.compile(r"[\u3400-\u9fff]{1,6}?(?:通讯社|通訊社|社|网|網|日报|日報|晚报|晚報|报|報|台)(?=[\u3400-\u9fff]{2})")
# "央视网消息："; not "记者从网上得到消息："
_MESSAGE = re.compile(r"(?P<house>[\u3400-\u9fff]{1,5}(?:社|网|報|报|台))(?:消息|讯|訊)(?P<mark>[：:])")
_BY = re.compile(
    r" ?[（(](?:[\u3400-\u9fff]{0,4}?(?P<title>记者|記者|通讯员|通訊員|特派员|特派員)) ?(?P<names>[\u3400-\u9fff·、，, ]{2,30})[）)]"
)
_BY_INSIDE = re.compile(r"(?P<house>[\u3400-\u9fff]{2,6})(?P<title>記者|记者)(?P<rest>[\u3400-\u9fff·、]{2,16})$")
_NAMES = re.compile(r"[、，,· ]+")
# names before a reporter's title, which close the Korean dateline with "="
_KOREAN_BY = re.compile(
    r" ?(?P<names>[가-힣]{2,5}(?:[ ·,]{1,2}[가-힣]{2,5}){0,4}?) ?(?P<title>[가-힣]{0,4}(?:기자|특파원|통신원|위원|에디터))(?: ?[=＝])?"
)
_REPORTER = ("기자", "특파원", "통신원")
_JOINT = re.compile(r"\s*(?:[=＝—–:：]|--?|─+)?\s*")


def read_cjk(text: str, at: int) -> Dateline | None:
    """Return the dateline at an offset of a Chinese, Japanese or Korean text, or `None`.

    >>> found = read_cjk("新华社北京12月5日电（记者张三）国家", 0)
    >>> found.agency, found.places[0].name, str(found.date), found.contributors[0].name
    ('新华社', '北京', '--12-05', '张三')
    """
    if text[at : at + 1] in "【（([［〔":
        found = _BRACKET.match(text, at)
        return _bracketed(text, found) if found else None
    found = _WIRE.match(text, at)
    if found is not None:
        return _wire(text, found)
    found = _MESSAGE.match(text, at)
    return _dateline(text, found.span(), found.end(), found["mark"], places=(), agency=found["house"]) if found else None


def _places(names: str) -> tuple[Place, ...]:
    """Return the places of a list."""
    return tuple(Place(name.strip()) for name in _LIST.split(names) if name.strip())


def _people(names: str, title: str | None) -> tuple[Contributor, ...]:
    """Return the people of a list of names."""
    return tuple(Contributor(name, title=title) for name in _NAMES.split(names.strip()) if name)


def _is_place(name: str) -> bool:
    return is_city(name) or is_region(name)


def _wire(text: str, found: re.Match[str]) -> Dateline | None:
    """Return the dateline of a wire that closes with 电."""
    agency, names = _house(found["head"])
    if agency is None and not all(_is_place(place.name) for place in _places(names)):
        return None
    people: tuple[Contributor, ...] = ()
    end = found.end()
    if by := _BY.match(text, end):
        people, end = _people(by["names"], by["title"]), by.end()
    facts = {"places": _places(names), "agency": agency, "date": _date(found["date"]), "contributors": people}
    return _dateline(text, (found.start("head"), found.end()), end, found["mark"], **facts)


def _house(head: str) -> tuple[str | None, str]:
    """Return the agency that a run of characters begins with, and the rest, which is the place."""
    for length in range(min(6, len(head) - 1), 1, -1):
        if is_agency(head[:length]):
            return head[:length], head[length:]
    if found := _HOUSE.match(head):
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
    if wire := _WIRE.fullmatch(inside):
        return _inner_wire(text, found, wire)
    places, date, agency = _run(inside)
    if not places or not (agency or all(_is_place(place.name) for place in places)):
        return None
    return _dateline(text, found.span(), found.end(), text[found.end() - 1], places=places, agency=agency, date=date)


def _equated(text: str, found: re.Match[str], left: str, right: str) -> Dateline | None:
    """Return the dateline of a bracket with an equals sign: place, and agency or reporter."""
    places = _places(left)
    known = bool(places) and all(_is_place(place.name) for place in places)
    if right.endswith(_REPORTER) or not (known or is_agency(right)):
        return None
    if is_agency(right) or "가" <= right[0] <= "힣":  # the second: an agency that is in no table
        return _signed(text, found, places, right)
    date = _date(right)
    people = () if date else _people(right.removesuffix("記者").removesuffix("记者"), None)
    return _dateline(text, found.span(), found.end(), text[found.end() - 1], places=places, date=date, contributors=people)


def _signed(text: str, found: re.Match[str], places: tuple[Place, ...], agency: str) -> Dateline:
    """Return the dateline of a bracket with place and agency, and of who signs behind it, as the Korean press does."""
    end, mark = found.end(), text[found.end() - 1]
    people: tuple[Contributor, ...] = ()
    if by := _KOREAN_BY.match(text, end):
        people, end, mark = _people(by["names"], by["title"]), by.end(), "="
    return _dateline(text, found.span(), end, mark, places=places, agency=agency, contributors=people)


def _inner_wire(text: str, found: re.Match[str], wire: re.Match[str]) -> Dateline | None:
    """Return the dateline of a wire inside brackets: （中央社記者王小明台北5日電）."""
    agency, names = _house(wire["head"])
    people: tuple[Contributor, ...] = ()
    if by := _BY_INSIDE.match(wire["head"]):
        city = next((by["rest"][-n:] for n in range(min(6, len(by["rest"]) - 1), 1, -1) if is_city(by["rest"][-n:])), by["rest"][-2:])
        agency, names = by["house"], city
        people = _people(by["rest"].removesuffix(city), by["title"])
    places = _places(names)
    if agency is None and not all(_is_place(place.name) for place in places):
        return None
    facts = {"places": places, "agency": agency, "date": _date(wire["date"]), "contributors": people}
    return _dateline(text, found.span(), found.end(), wire["mark"], **facts)


def _run(inside: str) -> tuple[tuple[Place, ...], PartialDate | None, str | None]:
    """Return place, date and agency of what runs on inside a bracket: 北京12月5日, ワシントン時事, 東京 5日 ロイター."""
    agency: str | None = None
    for length in range(min(8, len(inside) - 1), 1, -1):
        if is_agency(inside[-length:].strip()):
            agency, inside = inside[-length:].strip(), inside[:-length].strip()
            break
    date: PartialDate | None = None
    at = next((i for i, char in enumerate(inside) if char.isdigit()), -1)
    if at > 0 and (date := _date(inside[at:].rstrip("付"))) is not None:
        inside = inside[:at].strip()
    return _places(inside), date, agency


def _dateline(text: str, within: tuple[int, int], end: int, separator: str, **facts: Any) -> Dateline:
    """Return a dateline that stands at `within` and whose prose begins at `end` or behind a mark there."""
    joint = _JOINT.match(text, end)
    return Dateline(text[slice(*within)], separator=separator, end=joint.end() if joint else end, **facts)
