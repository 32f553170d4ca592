"""A run of words: what stands at its edges is cut off, and the pieces of the rest are read."""

from __future__ import annotations

import re

from newsparse.grammar.bylines.entries import enter, read_piece
from newsparse.grammar.bylines.lookup import agency_end, opening
from newsparse.grammar.bylines.people import Mark, Party
from newsparse.grammar.bylines.pieces import Piece, PieceKind
from newsparse.grammar.bylines.reading import CLOSES, Reading, State
from newsparse.grammar.bylines.runs import pieces_of
from newsparse.grammar.bylines.tokens import Item, Kind, Token, is_known
from newsparse.grammar.bylines.words import Phrase, Word, words
from newsparse.grammar.names import begins_name
from newsparse.vocabulary import ContributorKind, Role

__all__ = ["read_run"]
_AUTHOR = Role.AUTHOR
_AND, _CLAUSE = PieceKind.AND, State.CLAUSE
_CONTRIBUTOR = Role.CONTRIBUTOR
_PERSON = ContributorKind.PERSON

_TAIL: frozenset[Mark] = frozenset((",", "/", "|", "-", ")", "br", "date", "in", "("))
"""Marks behind which a run tells more of those before."""
_AHEAD: frozenset[Mark] = frozenset(("start", "date", "|"))
"""Marks behind which a place or a house may stand ahead of the lead."""
_BEFORE_DATE = Word.ARTICLE | Word.STOP | Word.IN | Word.AT | Word.FOR
_PHONE = 6  # "555-0143"; not "10-11"
_LIFE = re.compile(r"[12]\d{3}[-–][12]\d{3}$")  # "Jane Doe, 1940-2024" has died; not "555-0143"
_OF_HOUSE = Word.ORGANIZATION | Word.DESK_HEAD | Word.HEAD
_HOUSE_AHEAD = Word.ORGANIZATION | Word.DESK_HEAD | Word.HEAD | Word.RANK | Word.TEAM


def read_run(reading: Reading, item: Item) -> None:
    """Read a run of words."""
    if item.plain:
        read_piece(reading, Piece(PieceKind.NAME, item.tokens, plain=True), None, [])
        reading.mark = "flat"
    elif not ((reading.mark == "(" and _role_in_brackets(reading, item)) or (reading.mark in _AHEAD and _opening(reading, item))):
        first = item.tokens[0]
        if (first.text[0].isdigit() or first.mark & Word.SECTION) and _is_residue(reading, item.tokens):
            reading.core.append((item.start, item.end, False))
            if not reading.line.lead and _LIFE.match(first.text) is not None:
                reading.state = State.BROKEN
            return
        tail = reading.mark in _TAIL and len(reading.people) > reading.group.start
        tokens = _without_role(reading, item.tokens) if tail and reading.mark == "," else item.tokens
        tokens = _trimmed(reading, tokens, tail=tail) if tokens else tokens
        if not tokens or (tail and tokens[0].low and reading.mark == "," and _aside(reading, tokens)):
            return
        if reading.mark in {"/", ";"} and reading.people and len(tokens) > 1 and _is_initials(tokens[0]):
            _sign(reading, tokens[0])
            tokens, tail = tokens[1:], True
        _pieces(reading, pieces_of(tokens, tail=tail, after_title=bool(reading.group.titles) and reading.mark == "and"))
    else:
        return
    if reading.state < _CLAUSE:
        reading.core.append((item.start, item.end, True))


_OF_PROFESSION = Word.AND | Word.OF | Word.TITLE | Word.RANK
_BEAT = Word.RANK | Word.SECTION
_MOST_IN_PROFESSION = 4  # "lawyer and former mayor"
_AT_EDGE = Word.STOP | Word.IN | Word.AND | Word.FOR | Word.ARTICLE | Word.WHO | Word.OUR | Word.PARTICLE | Word.AT


def _without_role(reading: Reading, tokens: list[Token]) -> list[Token]:
    """Give somebody the role that opens a run behind the name, and return the rest: "Anna Berg, *Text* und Tom Huber, *Foto*"."""
    label, last = words().labels.get(tokens[0].key), len(tokens) == 1
    if label is None or tokens[0].mark & Word.TITLE or not (last or tokens[1].mark & Word.AND):
        return tokens
    if label.value is not Role.PHOTOGRAPHER and (last or label.act != Phrase.LEAD):
        return tokens
    person = reading.people[-1]
    if person.kind is not _PERSON or " " not in person.name or (last and reading.next_item() is not None):
        return tokens
    person.role = Role.PHOTOGRAPHER if label.value is Role.PHOTOGRAPHER else person.role
    reading.core.append((tokens[0].start, tokens[0].end, True))
    reading.mark = "flat"
    return tokens[1:]


def _aside(reading: Reading, tokens: list[Token]) -> bool:
    """Read small words that close a line behind somebody: a profession that no list knows ("…, beekeeper")."""
    person, following = reading.people[-1], reading.next_item()
    if person.kind is not _PERSON or " " not in person.name or person.title or (following is not None and following.kind == Kind.RUN):
        return False
    if reading.line.lead and not reading.stops and _is_profession(tokens):
        person.title, reading.group.given = " ".join(token.text for token in tokens), "title"
        reading.core.append((tokens[0].start, tokens[-1].end, True))
        reading.mark = "flat"
        return True
    return False


def _is_profession(tokens: list[Token]) -> bool:
    """Whether words in lower case may be a profession: no sign-off in initials, no clause, nothing that has a meaning of its own."""
    if (
        len(tokens) > _MOST_IN_PROFESSION
        or (tokens[0].mark | tokens[-1].mark) & _AT_EDGE
        or tokens[0].mark & ~_BEAT
        or len(tokens[0].text) < 4
    ):
        return False
    if tokens[0].mark and any(token.mark & Word.TITLE for token in tokens):
        return False  # "former editor" is a known title
    return all(
        token.low and token.text.replace("-", "").isalpha() and (token.mark & _OF_PROFESSION or not is_known(token.key)) for token in tokens
    )


def _pieces(reading: Reading, pieces: list[Piece]) -> None:
    """Read the pieces of a run."""
    if len(pieces) == 1:
        read_piece(reading, pieces[0], None, [])
        if pieces[0].kind != _AND and reading.state < _CLAUSE:
            reading.mark = "flat"
        return
    for k, piece in enumerate(pieces):
        read_piece(reading, piece, pieces[k - 1] if k else None, pieces[k + 1 :])
        if reading.state >= _CLAUSE:
            return
        if piece.kind != _AND:
            reading.mark = "flat"


def _trimmed(reading: Reading, tokens: list[Token], *, tail: bool) -> list[Token]:
    """Return a run without what stands at its edges: a section, degrees, an "and", a telephone number."""
    if not reading.people and not reading.line.lead and len(tokens) > 2:
        tokens = _without_section(tokens, dated=reading.mark == "date")
    if tail and tokens[0].mark & Word.POSTNOMINAL and (rest := _postnominals(reading, tokens)) is not tokens:
        tokens, reading.mark = rest, ","
    following = reading.next_item()
    if tokens and not tokens[-1].plain:
        tokens = _without_figures(tokens)
        if following is not None and following.kind == Kind.DATE and len(tokens) > 1 and tokens[-1].low and tokens[-1].mark & _BEFORE_DATE:
            tokens = tokens[:-1]  # "Orlando Pezzi il 4 marzo 2024"
    if not tokens or not (tokens[0].mark | tokens[-1].mark) & Word.AND:
        return tokens
    return _without_and(reading, tokens, following)


def _without_figures(tokens: list[Token]) -> list[Token]:
    """Return a run without the telephone number that it ends with: "Ann Lee 555-1234"."""
    if len(tokens) > 1 and tokens[-1].text[-1].isdigit() and _is_phone(tokens[-1]):
        tokens = tokens[:-1]
    if tokens[-1].kind == Kind.NUMBER:
        tokens = tokens[: next((k for k, token in enumerate(tokens) if token.text[0] == "+"), len(tokens))]
    return tokens


def _is_phone(token: Token) -> bool:
    """Whether a word is a telephone number: "555-0143"; not "2-0"."""
    return len(token.text) > _PHONE and token.text.replace("-", "").isdigit()


def _is_residue(reading: Reading, tokens: list[Token]) -> bool:
    """Whether a run is only numbers or the name of a section: " | Opinion"."""
    if tokens[0].kind == Kind.NUMBER and ":" in tokens[0].text:
        return True
    if all(token.kind == Kind.NUMBER or (reading.people and _is_phone(token)) for token in tokens):
        return True
    if not tokens[0].mark & Word.SECTION or reading.mark in {"lead", "label", "and"} or len(tokens) > 3:
        return False
    return all(token.mark & Word.SECTION for token in tokens) and begins_name(tokens[0].text)


def _sign(reading: Reading, token: Token) -> None:
    """Enter initials behind a slash, with whose place the run goes on: "Reuters/kra Frankfurt"."""
    enter(reading, [token])
    reading.core.append((token.start, token.end, True))
    reading.group.start = len(reading.people) - 1
    reading.mark = "date"


def _role_in_brackets(reading: Reading, item: Item) -> bool:
    """Give somebody the role in brackets behind the name: "(Fotos)". Return whether there was one."""
    closing = reading.next_item()
    if not reading.people or len(item.tokens) > 3 or closing is None or closing.text not in CLOSES:
        return False
    roles = []
    for token in item.tokens:
        entries = [e for e in words().phrases.get(token.key, ()) if not e.rest and e.act in {Phrase.LEAD, Phrase.LABEL}]
        if entries:
            roles.append(_AUTHOR if entries[0].act == Phrase.LEAD else Role(str(entries[0].value)))
        elif not token.mark & Word.AND:
            return False
    if roles:
        _part_pair(reading)
        reading.people[-1].role = _AUTHOR if _AUTHOR in roles else roles[0]
    return bool(roles)


def _part_pair(reading: Reading) -> None:
    """Part two people whom nothing parts, as a role in brackets is one's: "Halvard Tveit Sunniva Lie (foto)"."""
    pair = reading.people[-1]
    parts = pair.name.split()
    if not pair.plain or len(parts) != 4:
        return
    second = " ".join(parts[2:])
    reading.people.append(Party(second, pair.end - len(second), pair.end, role=pair.role, plain=True))
    pair.name = " ".join(parts[:2])
    pair.end = pair.start + len(pair.name)


def _opening(reading: Reading, item: Item) -> bool:
    """Keep the place or the house with which a line opens before its lead. Return whether there is one.

    "Aus Istanbul von Anna Berg", "Special to The Gull by Ann Lee"
    """
    tokens, following = item.tokens, reading.next_item()
    if (
        reading.people
        or reading.line.lead
        or following is None
        or following.entry is None
        or following.entry.act != Phrase.LEAD
        or not (first := opening(tokens))
    ):
        return False
    text = " ".join(token.text for token in tokens[first:])
    if tokens[0].mark & Word.IN:
        reading.ahead.place = text
    else:
        reading.ahead.employer = text
    return True


def _without_and(reading: Reading, tokens: list[Token], following: Item | None) -> list[Token]:
    """Return a run without an "and" that opens or closes it, and note that it joined: ", and Matt Stieb"."""
    first, last = tokens[0], tokens[-1]
    if first is last and reading.people and first.mark & Word.AND and first.low and reading.mark == "br":
        reading.join(first)  # on a line of its own
        return []
    ends = following is None and bool(reading.people) and len(first.text) > 2  # "Jane Doe, and"; initials are shorter
    if first is last and first.mark & Word.AND and first.low and (ends or (following is not None and following.kind == Kind.PHRASE)):
        return []  # ", with photographs by"
    if not reading.people and first.mark & Word.WITH and len(tokens) > 1 and (tokens[1].mark & Word.AGENCIES or agency_end(tokens, 1)):
        reading.line.lead, reading.role = True, _CONTRIBUTOR  # "Avec AFP"
        return tokens[1:]
    titled = (
        first.mark & Word.OUR and reading.mark == "," and len(tokens) > 1 and tokens[1].mark & (Word.RANK | Word.TITLE)
    )  # ", a reporter"
    if (reading.people and len(tokens) > 1 and first.mark & Word.AND and first.low and not titled) or first.text == "&":
        before = reading.mark
        reading.join(first)
        reading.mark = "(" if before == "(" else reading.mark
        tokens = tokens[1:]
    if len(tokens) > 1 and last.mark & Word.AND and (last.low or last.text in "&+") and last.key not in {"a", "o"}:
        tokens = tokens[:-1]
    return tokens


def _postnominals(reading: Reading, tokens: list[Token]) -> list[Token]:
    """Add ", Ph.D." or ", Jr." to the name before and return what follows."""
    count = 0
    while count < len(tokens) and tokens[count].mark & Word.POSTNOMINAL and tokens[count].text[0].isupper():
        count += 1
    person = reading.people[-1]
    if 0 < count < len(tokens) and tokens[count].low and tokens[count].mark & Word.HEAD:
        return tokens  # "PhD candidate"
    if not count or reading.mark not in {",", ")"} or person.kind is not _PERSON:
        return tokens
    if count == len(tokens) == 1 and tokens[0].text in words().regions and (person.place or person.name.count(" ") > 1):
        return tokens  # "MA" is a state behind a place
    reading.group.given = "degree"
    if reading.mark == ",":  # not behind a bracket: the name is what is printed
        person.name = f"{person.name}, {' '.join(token.text for token in tokens[:count])}"
        person.plain = False
        person.end = tokens[count - 1].end
    reading.core.append((tokens[0].start, tokens[count - 1].end, True))
    return tokens[count:]


def _is_initials(token: Token) -> bool:
    """Whether a word in lower case is somebody's sign-off."""
    return token.text.isalpha() and token.text.islower() and len(token.text) <= 5 and not token.mark


def _without_section(tokens: list[Token], *, dated: bool) -> list[Token]:
    """Return a run without the section that it opens with, or ends with behind a date: "News Steffan Rhys"; not "News Editor Steffan Rhys"."""
    if (
        len(tokens) == 3
        and dated
        and tokens[2].mark & Word.SECTION
        and not tokens[2].mark & _OF_HOUSE
        and tokens[0].plain
        and tokens[1].plain
    ):
        return tokens[:2]  # "3 May 2024 Jane Doe Features"
    if not tokens[0].mark & Word.SECTION or any(token.mark & _HOUSE_AHEAD for token in tokens[1:3]):
        return tokens
    return tokens[1:] if all(begins_name(token.text) for token in tokens[:3]) else tokens
