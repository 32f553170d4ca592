"""The name of an agency in a dateline: whether words can be one, known or not, and who signs beside it."""

from __future__ import annotations

import re

from newsparse.grammar.place_name import MARKS, reads_as_name
from newsparse.grammar.places import agency_at, is_agency, is_label, is_printed_so, is_region
from newsparse.lexicon.phrases import is_section
from newsparse.model import Contributor

__all__ = ["has_agency_form", "is_call_sign", "is_desk", "is_signing_site", "parted_service", "with_reporter"]

# an agency that is in no table, by its form: "dpo", "WABC", "7News", "Kurier/red", "हि.स.", "د ب أ"; not "born 1981", "3pm", "a film by Nolan"
_FORM = re.compile(
    rf"(?:[^\W\d_]|\d{{1,2}}[A-Z])[\w.&+\-{MARKS}]{{1,14}}(?:[/ ][\w.&+\-{MARKS}]{{1,15}}){{0,3}}$|[\u0621-\u064a](?: [\u0621-\u064a]){{1,3}}$"
)
_SERVICE = re.compile(r"([\w\-]+)/([a-zäöü]{2,5})$")
# What an agency calls its desk behind its name: "awp international", "dpa infocom"; not "AP Photo/Jane Doe"
_DESK = re.compile(r"(?: [^\W\d_]{3,14}){1,2}$")
# Stations of the United States sign with their call sign: "(KTLA) —"; not "(WHO)"
_CALL_SIGN = re.compile(r"[KW][A-Z]{3}$")
# "/Корр. БЕЛТА/"
_CORRESPONDENT = re.compile(r"^[^\W\d_]{3,5}\. (?=\w)")


def has_agency_form(inside: str) -> bool:
    """Return whether what stands in brackets behind a place can be an agency that is in no table."""
    return _FORM.match(inside) is not None and not (" " in inside and inside[0].islower()) and not is_region(inside)


def parted_service(inside: str) -> tuple[str, str] | None:
    """Return a known agency and the short name of its service, "dpa" and "lhe" of "dpa/lhe"; else `None`."""
    found = _SERVICE.match(inside)
    return (found[1], found[2]) if found is not None and is_agency(found[1]) else None


def is_desk(inside: str) -> bool:
    """Return whether the words are a known agency and its desk: "awp international"; not "AP photo"."""
    named = agency_at(inside, 0)
    if named is None or not is_printed_so(named[0]) or _DESK.match(inside, named[1]) is None:
        return False
    return not any(is_label(word) and not is_section(word) for word in inside[named[1] + 1 :].split(" "))


def is_call_sign(inside: str) -> bool:
    """Return whether the letters are the call sign of a station in the United States."""
    return _CALL_SIGN.match(inside) is not None


def is_signing_site(name: str) -> bool:
    """Return whether a site's address is printed as a signature, its name in capitals: "KOMPAS.com"; not "Booking.com"."""
    return name.partition(".")[0].isupper()


def with_reporter(name: str) -> tuple[str, tuple[Contributor, ...]]:
    """Return an agency's name and who reported for it, where the person stands right behind it: "ТАСС Иван Петров"."""
    name = _CORRESPONDENT.sub("", name)
    found = agency_at(name, 0)
    person = name[found[1] :].strip() if found is not None else ""
    if found is None or " " not in person or not reads_as_name(person.split(" ")):
        return name, ()
    return found[0], (Contributor(person),)
