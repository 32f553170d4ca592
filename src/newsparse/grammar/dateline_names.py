"""The pieces of a dateline from left to right: places with their regions, a date, an agency."""

from __future__ import annotations

import re

from newsparse.grammar.agency_name import has_agency_form, is_call_sign, is_desk, parted_service, with_reporter
from newsparse.grammar.filing_date import Stamps, read_day
from newsparse.grammar.place_name import ends_at, read_name, reads_as_name
from newsparse.grammar.places import (
    agency_at,
    is_agency,
    is_city,
    is_country,
    is_district,
    is_generic,
    is_glued,
    is_printed_so,
    is_region,
    is_upper,
    key,
    words,
)
from newsparse.model import Contributor, PartialDate, Place

__all__ = ["Scan"]

_BRACKET = re.compile(r" ?[(\[]([^()\[\]]{1,60})[)\]]")
_SLASHED = re.compile(r",? ?/ ?([^/\n]{2,30}?) ?/")
# a date with an agency and no place, as in "Dec 5 (Reuters)"
_DATED_AGENCY = re.compile(r"(?=[^(]{0,24}\d)[^(]{3,30} \(([^()]{2,20})\)")
_JOINT = re.compile(r"--(?=[(\d])|(?:,|\.|:)? ?(?:[—–-]{1,2} )?")
_AFTER_AGENCY = re.compile(r",? ?(?:[—–-]{1,2} ?)?")
_NEXT = re.compile(r",? ?(/|&|[^\W\d_]{1,3}(?= )|,)? ?")
_COMMA = re.compile(r", ?")
_QUALIFIER = re.compile(r"/([^\W\d_]\w{0,12}\.?)")
# A sentence that begins right behind an agency: "Bakı, 5 mart, AZƏRTAC Prezident"
_SENTENCE = re.compile(r" (?=[^\W\d_])")
# " | AFP |"
_BARRED = re.compile(r" ?\| ?([^|\n]{2,30}?) ?\|")
# "/ INA The": an agency in capitals, then prose; "Dresden/epd. "; not "/TASS/"
_SLASH = re.compile(r" ?/ ?([A-Z]{2,5}(?= [^\W\d_])|[a-z]{3,4}(?=\. | ?[–—-]))")
# Between an agency and a date in one bracket: "(Newsfile Corp. - March 5, 2024)", "(AFP, 5 mars)", "(pts/05.03.2024/10:00)"
_INNER_JOINT = re.compile(r" - |, | / |/(?=\d)")
# "AVN.-", "ATA -", "УНН. " and "ИНТЕРФАКС-АЗИЯ -" behind a date or a region; not "AVN said"
_CAPITALS = re.compile(r"[^\W\d_]{2,10}(?:-[^\W\d_]{2,14})?(?=\.? ?[-–—]|\. [^\W\d_])")
# ", Иван Петров." before the prose
_SIGNED = re.compile(r", ([^\W\d_][\w'’-]{1,20} [^\W\d_][\w'’-]{1,24})\.(?= )")
_MAX_PLACES = 6
# States and provinces are printed as two capitals in many countries: "TX", "DF", "ON".
_CODE = 2
# Capitals of no more letters behind a region are an agency's.
_MAX_LETTERS = 5


class Scan:
    """One reading of a head, from left to right."""

    def __init__(self, text: str, start: int, stamps: Stamps | None = None) -> None:
        self.text = text
        self.start = self.at = start
        self.stamps = stamps if stamps is not None else Stamps(text)
        self.places: list[Place] = []
        self.names: list[str] = []
        self.region_known = False
        self.date: PartialDate | None = None
        self.dashed_date = False
        self.agency: str | None = None
        self.service: str | None = None
        self.agency_known = self.bracketed = False
        self.enclosed = self.region_bracketed = False
        self.people: tuple[Contributor, ...] = ()

    def read(self) -> bool:
        """Read all pieces; whether there is any."""
        if self._date_first():
            return True
        self._agency_first()
        before = self.at
        glued = self.bracketed and before == self.first_end and self.text[before : before + 1].isalpha()
        if not (glued or self.enclosed):  # "(CNN)The senator": no place stands so
            self._places()
        if self.at == before and self.agency and not self.date:
            self.at = self.first_end
        for _ in range(3):
            if not (self._date() or self._agency()):
                break
        self._signed_first()
        return bool(self.places or self.agency)

    def _signed_first(self) -> None:
        """Tell who signs before a place in capitals, as Turkish agencies print it, from places: "Mehmet Yılmaz/ANKARA, (DHA)"."""
        if not self.agency_known or len(self.names) != 2 or not (is_upper(self.names[1]) and is_city(self.names[1])):
            return
        name = self.names[0]
        if " " in name and not (is_upper(name) or is_city(name) or self.places[0].region) and "/" in self.text[self.start : self.at]:
            self.people = (Contributor(name),)
            del self.names[0], self.places[0]

    def _date_first(self) -> bool:
        """Read a date and an agency without a place: "Dec 5 (Reuters) - Shares rose"; whether they are all there is."""
        found = _DATED_AGENCY.match(self.text, self.at)
        if found is None or not is_agency(found[1]):
            return False
        read = self.stamps.date_at(self.at)
        if read is None or read[0] is None or read[1] != found.start(1) - 2:
            return False
        self.date, self.agency, self.at = read[0], found[1], found.end()
        self.agency_known = self.bracketed = True
        return True

    def _agency_first(self) -> None:
        """Read an agency that stands before the place: "(ANSA) - ROMA", "TEMPO.CO, Jakarta"."""
        self.first_end = self.at
        if self.text[self.at] in "([":
            found = _BRACKET.match(self.text, self.at)
            if found is None:
                return
            if not (is_agency(found[1].strip()) or is_call_sign(found[1])):
                self._enclosed_places(found)
                return
            self.agency, self.agency_known, self.bracketed = found[1].strip(), True, True
            self.first_end = found.end()
        else:
            bare = agency_at(self.text, self.at)
            if bare is None or is_city(bare[0]):
                return
            self.agency, self.agency_known = bare[0], True
            self.first_end = bare[1]
        self.at = self.first_end
        joint = _AFTER_AGENCY.match(self.text, self.at)
        after = joint.end() if joint else self.at
        probe = Scan(self.text, after, self.stamps)
        probe._places()
        closes = probe.names and (ends_at(self.text, probe.at) or probe._date())
        if closes and after > self.at and (is_upper(probe.names[0]) or is_city(probe.names[0])):
            self.at = after

    def _enclosed_places(self, found: re.Match[str]) -> None:
        """Read a bracket of known places, with or without a date, that opens the text: "(Montréal) ", "(Geneva, March 3, 2025) – "."""
        inner = Scan(found[1].rstrip(), 0)
        inner._places()
        for _ in range(2):
            if not (inner._date() or inner._agency()):
                break
        if inner.names and inner.at == len(inner.text) and all(map(is_city, inner.names)):
            self.names, self.places, self.date, self.region_known = inner.names, inner.places, inner.date, inner.region_known
            self.agency, self.agency_known, self.bracketed = inner.agency, inner.agency_known, inner.agency is not None
            self.at, self.enclosed = found.end(), True

    def _places(self) -> None:
        """Read a list of places."""
        while len(self.places) < _MAX_PLACES:
            name, end = self._name(self.at)
            if not name:
                return
            self.at = end
            self._add(name)
            self._abbreviated(name)
            if "-" in name and self._unglued(*name.rsplit("-", 1)):
                return
            self._regions()
            after = self._next_place()
            if after is None:
                return
            self.at = after

    def _abbreviated(self, name: str) -> None:
        """Take a region from the end of a city's name where no comma parts both: "Bogotá D.C."."""
        city, _, region = name.rpartition(" ")
        if "." in region[1:-1] and not is_city(name) and is_city(city) and is_region(region):
            self.names[-1], self.places[-1] = city, Place(city)
            self._set_region(region)

    def _unglued(self, city: str, agency: str) -> bool:
        """Take a place and an agency apart that a hyphen joins, as SANA prints them; whether they are such."""
        if self.agency is not None or not is_glued(city, agency):
            return False
        self.names[-1], self.places[-1] = city, Place(city)
        self.agency, self.agency_known, self.bracketed = agency, True, True
        return True

    def _add(self, name: str) -> None:
        self.names.append(name)
        self.places.append(Place(name))

    def _next_place(self) -> int | None:
        """Return where the next place of the list begins, or `None` at its end."""
        text, at = self.text, self.at
        joint = _NEXT.match(text, at)
        if joint is None or joint.end() == at:
            return None
        word = joint[1] or ""
        if word == "/":
            if self._slashed(at) is not None or self._barred(at) is not None:
                return None
            return joint.end() if self._name(joint.end())[0] else None
        if word in {"&", ","} or key(word) in words("and"):
            return joint.end() if self._name(joint.end())[0] else None
        after = _COMMA.match(text, at)
        if after is None or self._is_piece(after.end()):
            return None
        name, end = self._name(after.end())
        if self.is_placed and len(name) <= _MAX_LETTERS and name.isupper() and ends_at(self.text, end):
            return after.end() if is_city(name) else None  # "PORT OF SPAIN, Trinidad, CMC -"
        return after.end() if name and (is_city(name) or (is_upper(name) and is_upper(self.names[0]))) else None

    def _regions(self) -> None:
        """Read what stands with a place: ", Syria", " [India]", ", Texas, USA", "/Main"."""
        text = self.text
        for _ in range(2):
            found = _BRACKET.match(text, self.at)
            inside = found[1].strip() if found is not None else ""
            if found is None or is_agency(inside) or not self._is_region_in_brackets(inside):
                break
            self._set_region(inside)
            self.at, self.region_bracketed = found.end(), True
        if found := _QUALIFIER.match(text, self.at):
            joined = f"{self.names[-1]}/{found[1]}"
            if is_city(joined) or (is_region(found[1]) and not is_city(found[1]) and not is_upper(found[1])):
                self.names[-1] = joined
                self.places[-1] = Place(joined)
                self.at = found.end()
        for _ in range(2):
            comma = _COMMA.match(text, self.at)
            if comma is None or self._is_piece(comma.end()):
                return
            name, end = self._name(comma.end())
            if not name:
                return
            known = is_region(name) or is_region(name + ".")
            code = len(name) == _CODE and is_upper(name)
            if not known and not code and (is_city(name) or (is_upper(name) and is_upper(self.names[-1]))):
                return
            if is_region(name) and is_city(name) and not ends_at(self.text, end) and is_upper(name) and self.is_placed:
                return
            if not known and self.is_placed:
                return
            self._set_region(name, known=known)
            self.at = end

    def _is_region_in_brackets(self, inside: str) -> bool:
        """Whether what stands in brackets behind a place is a region, by its name or by what it says it is: "Ibadan (Oyo State)"."""
        if is_region(inside) or is_district(inside) or (is_city(inside) and not is_upper(inside)):
            return True
        name, _, kind = inside.rpartition(" ")
        return name.istitle() and is_generic(kind) and is_city(self.names[-1])

    @property
    def is_placed(self) -> bool:
        """Whether the last place has a region or a country."""
        return self.places[-1].region is not None or self.places[-1].country is not None

    def _set_region(self, name: str, *, known: bool = True) -> None:
        """Write a region, or the country after a region, to the last place."""
        place = self.places[-1]
        if name.islower():
            name = name.title()
        self.region_known = self.region_known or known
        if place.region is not None or (place.country is None and is_country(name)):
            self.places[-1] = Place(place.name, place.region, name)
        else:
            self.places[-1] = Place(place.name, name, place.country)

    def _name(self, at: int) -> tuple[str, int]:
        """Return the name at an offset and its end; empty when there is none."""
        return read_name(self.text, at, self.stamps, behind=bool(self.places))

    def _is_piece(self, at: int) -> bool:
        """Whether a date or an agency stands at an offset."""
        return self.stamps.date_at(at) is not None or agency_at(self.text, at) is not None

    def _date(self) -> bool:
        """Read a date and a time of day behind it; whether there is one."""
        if self.date is not None or not (self.places or self.agency):
            return False
        if (found := _BRACKET.match(self.text, self.at)) and self._dated(found[1].strip()):  # "KUCHING (March 3):"
            self.at = found.end()
            return True
        joint = _JOINT.match(self.text, self.at)
        if joint is not None and ":" in joint[0]:  # a label and its date: "Aktionszeitraum: 21.10.2019"
            return False
        at = joint.end() if joint else self.at
        read = self.stamps.date_at(at) or self._day_alone()
        if read is None:
            return False
        self.date, self.at = read[0], self.stamps.clock_at(read[1])
        self.dashed_date = joint is not None and any(dash in joint[0] for dash in "-–—")
        return read[0] is not None

    def _day_alone(self) -> tuple[PartialDate, int] | None:
        """Return the day of a month that is not named, as Spanish agencies print it before their name, and its end."""
        read = read_day(self.text, self.at)
        agency = _BRACKET.match(self.text, read[1]) if read is not None else None
        return read if agency is not None and is_agency(agency[1].strip()) else None

    def _dated(self, inside: str) -> bool:
        """Read what stands in brackets as a date; whether it is one and nothing else."""
        read = Stamps(inside).date_at(0) if inside[:1].isalnum() and any(map(str.isdigit, inside)) else None
        if read is None or read[0] is None or read[1] < len(inside):
            return False
        self.date = read[0]
        return True

    def _agency(self) -> bool:
        """Read an agency; whether there is one."""
        if self.agency is not None:
            return False
        if found := self._slashed(self.at) or self._barred(self.at):
            name, self.people = with_reporter(found[1].strip())
            self.agency, self.agency_known, self.bracketed = name, True, True
            self.at = found.end()
            return True
        joint = _JOINT.match(self.text, self.at)
        for at in {joint.end() if joint else self.at, self.at}:
            if (found := _BRACKET.match(self.text, at)) and self._enclosed(found[1].strip()):
                self.at, self.bracketed = found.end(), True
                return True
        at = joint.end() if joint else self.at
        bare = self._bare_agency(at) if at > self.at else None
        if bare is None or not (ends_at(self.text, bare[1]) or (self.date is not None and _SENTENCE.match(self.text, bare[1]))):
            return False
        self.agency, self.agency_known, self.at = bare[0], agency_at(self.text, at) is not None, bare[1]
        self._signed()
        return True

    def _signed(self) -> None:
        """Read who wrote it where the name stands right behind the agency: "РИА Новости, Иван Петров."."""
        found = _SIGNED.match(self.text, self.at)
        if found is not None and reads_as_name(found[1].split(" ")):
            self.people, self.at = (Contributor(found[1]),), found.end(1)

    def _enclosed(self, inside: str) -> bool:
        """Read what stands in brackets as an agency; whether it can be one."""
        for joint in _INNER_JOINT.finditer(inside):
            if (read := Stamps(inside[joint.end() :].partition("/")[0]).date_at(0)) is not None:
                self.date, inside = self.date or read[0], inside[: joint.start()]
                break
        if is_agency(inside):
            self.agency = inside
            self.agency_known = is_printed_so(inside) or (inside.islower() and bool(self.names) and is_city(self.names[-1]))
            return True
        if (parted := parted_service(inside)) is not None:
            (self.agency, self.service), self.agency_known = parted, True
            return True
        if is_desk(inside):
            self.agency, self.agency_known = inside, True
            return True
        if has_agency_form(inside):
            self.agency = inside
            return True
        return False

    def _bare_agency(self, at: int) -> tuple[str, int] | None:
        """Return the agency that stands at an offset without brackets, and its end.

        A country behind it is part of its name ("CNN Indonesia"); behind a date or a region, an agency that is in no table stands in capitals.
        """
        found = agency_at(self.text, at)
        if found is None:
            unknown = _CAPITALS.match(self.text, at) if self.date is not None or (self.places and self.is_placed) else None
            return (unknown[0], unknown.end()) if unknown is not None and unknown[0].isupper() else None
        end = found[1]
        if not ends_at(self.text, end) and self.text[end : end + 1] == " ":
            country, behind = self._name(end + 1)
            if country and is_country(country) and ends_at(self.text, behind):
                return self.text[at:behind], behind
        return found

    def _barred(self, at: int) -> re.Match[str] | None:
        """Return the match of an agency between bars or behind a single slash: " | AFP |", "/ INA "."""
        found = _BARRED.match(self.text, at)
        if found is not None:
            name = found[1].strip()
            known = self.region_known or (bool(self.names) and is_city(self.names[-1]))
            return found if is_agency(name) or (known and name.isupper() and has_agency_form(name)) else None
        found = _SLASH.match(self.text, at)
        return found if found is not None and is_agency(found[1]) and not is_city(found[1]) else None

    def _slashed(self, at: int) -> re.Match[str] | None:
        """Return the match of an agency between slashes: "/TASS/", " / ACCESSWIRE /"."""
        found = _SLASHED.match(self.text, at)
        if found is None and self.text[at : at + 2] == ". ":
            found = _SLASHED.match(self.text, at + 1)
        if found is None:
            return None
        name, _ = with_reporter(found[1].strip())
        # behind a date what stands so is an agency, known or not: "/MONTSAME/"
        return found if is_agency(name) or (self.date is not None and name[0].isupper() and name.isalpha()) else None
