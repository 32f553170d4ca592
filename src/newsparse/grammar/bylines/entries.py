"""What each piece of a run adds to a line: somebody new, or a fact about those before or those to come."""

from __future__ import annotations

from newsparse.grammar.bylines.group import is_degree, is_plural, title_of
from newsparse.grammar.bylines.judge import acceptable, kind_on, printed, without_copy, without_employer
from newsparse.grammar.bylines.lookup import agency_end, is_agency_in_low, is_city, is_place, longest
from newsparse.grammar.bylines.people import Ahead, Mark, Party
from newsparse.grammar.bylines.pieces import Piece, PieceKind
from newsparse.grammar.bylines.reading import DASHES, Reading, State
from newsparse.grammar.bylines.tokens import BARS, Item, Kind, Token
from newsparse.grammar.bylines.words import Phrase, Word, words
from newsparse.grammar.credit import is_house
from newsparse.grammar.names import kind_of
from newsparse.vocabulary import ContributorKind, Role

__all__ = ["enter", "read_piece"]

_PERSON = ContributorKind.PERSON
_POSSESSIVE = frozenset(("'s", "’s"))
_ENDS = (Kind.DATE, Kind.BREAK)
_MARKED = (Kind.MARK, *_ENDS)
_AUTHOR = Role.AUTHOR
_NAME, _PLACE, _STORY = PieceKind.NAME, State.PLACE, State.STORY
_CONTRIBUTOR = Role.CONTRIBUTOR
_DESK = ContributorKind.DESK
_INITIALS = ContributorKind.INITIALS
_ORGANIZATION = ContributorKind.ORGANIZATION
_HOUSED = (Role.SOURCE, Role.PHOTOGRAPHER)
_PHOTOGRAPHER = Role.PHOTOGRAPHER
_PSEUDONYM = ContributorKind.PSEUDONYM
_SOURCE = Role.SOURCE
_BEHIND: frozenset[Mark] = frozenset((",", "/", "|", "-", "date", ")", "br", "("))
"""Marks behind which a name may be a place or an employer of those before."""
_APART: frozenset[Mark] = frozenset(("flat", "date", "br", ";", "|"))
"""Marks behind which somebody new shares nothing with those before."""


def read_piece(reading: Reading, piece: Piece, before: Piece | None, rest: list[Piece]) -> None:
    """Read a piece of a run, with the piece before it and those behind it."""
    kind = piece.kind
    if reading.state == _PLACE and kind in {_NAME, PieceKind.PLACE}:
        _place(reading, piece.text.rstrip("."))
        reading.state = State.READING
    elif kind == _NAME:
        _name(reading, piece, before, rest)
    elif kind == PieceKind.AND:
        reading.join(piece.tokens[0])
    elif kind == PieceKind.TITLE:
        _title(reading, piece, rest)
    elif kind == PieceKind.PLACE:
        _place(reading, piece.text)
    elif kind == PieceKind.EMPLOYER:
        _employer(reading, piece, rest)
    elif kind == PieceKind.AGENCY:
        _agency(reading, piece, rest)
    elif kind == PieceKind.DESK:
        _desk(reading, piece)
    elif kind == PieceKind.LOW:
        _low(reading, before)
    else:
        headline = before is not None and before.kind == _NAME and not reading.line.lead  # "Chef Jane Doe who cooked …"
        reading.state = State.BROKEN if headline else State.CLAUSE


def _name(reading: Reading, piece: Piece, before: Piece | None, rest: list[Piece]) -> None:
    """Read a name: somebody new, or a place or an employer of those before."""
    tokens, mark = piece.tokens, reading.mark
    if reading.state == _STORY:
        reading.state = State.READING
        return
    if reading.people:
        placed = bool(rest) and rest[0].kind == PieceKind.PLACE  # "…, John Roe in London" is somebody new
        if mark in _BEHIND and not placed and _take(reading, tokens, rest):
            return
        if before is not None and _goes_with(reading, piece, before, last=not rest):
            return
        if mark == "flat" and before is None and reading.people[-1].contact and is_place(tokens):
            _place(reading, piece.text)  # "Jane Doe @jdoe Madrid"
            return
        if mark == ";" and is_place(tokens) and reading.next_item() is None:
            for person in reading.people:
                person.place = person.place or piece.text  # "Иван Петров, Анна Орлова; Казань"
            return
        if mark == "(" and len(tokens) == 1 and reading.people[-1].kind is _PERSON and _is_aside(tokens[0]):
            return  # "Jane Doe (Moderation)", "Jane Doe (LennSoft)"
    elif mark == "lead" and words().marks.get(reading.line.word, 0) & Word.IN and is_place(tokens):
        if rest or _comes_name(reading):
            reading.ahead.place = piece.text  # "From Washington, Jane Doe"
        else:
            reading.state = State.BROKEN  # "From Washington"
        return
    if len(tokens) > 2:
        tokens = without_copy(tokens)
    plain = piece.plain and 1 < len(tokens) < 5 and not (tokens[0].mark and tokens[-1].mark)
    if not plain:
        alone = len(reading.items) < 3 and not (len(tokens) == 1 and _is_helped(rest))
        if not acceptable(tokens, reading.line, named=reading.named, alone=alone):
            counted = mark == "," and reading.line.lead and tokens[-1].kind == Kind.NUMBER and not tokens[0].low  # "Jane Doe, Grade 11"
            if not reading.people or not (counted or mark in {"|", "date", "br", "-", ")", "("}):
                reading.state = State.BROKEN
            return
    if mark in {"start", "date"} and not (reading.people or reading.line.lead) and _is_dateline(reading, piece):
        reading.ahead.place = piece.text
        return
    if reading.unmarked and len(tokens) == 4 and kind_of([token.text for token in tokens]) is _PERSON:
        enter(reading, tokens[:2])  # "Phoebe Tonks Joseph Gamp"
        tokens, reading.mark = tokens[2:], "flat"
    enter(reading, tokens, plain=plain)


def _goes_with(reading: Reading, piece: Piece, before: Piece, *, last: bool) -> bool:
    """Give a name to those before it where the piece between tells that it is their house or place. Return whether it was."""
    tokens = piece.tokens
    if before.kind == PieceKind.TITLE and reading.people[-1].title and _is_housed(tokens, before):
        return reading.group.give_employer(piece.text)
    if _is_placed(before, reading.people[-1]) and is_place(tokens):
        _place(reading, piece.text)
        return True
    if last and reading.mark == "and" and reading.group.given == "place" and is_place(tokens):
        reading.group.share_place(piece.text)  # "Jane Doe and John Roe, The Hague and London"
        return True
    return False


def _is_aside(token: Token) -> bool:
    """Whether a word in brackets behind somebody is nobody: "(Moderation)", "(LennSoft)"; not "(jbe)", "(CNN)"."""
    return token.plain or token.text[-1] == "." or not (token.low or token.text.isupper())


def _is_helped(rest: list[Piece]) -> bool:
    """Whether an agency that only helped comes next: "Berthe *avec AFP*"."""
    return len(rest) > 1 and rest[0].kind == PieceKind.AND and bool(rest[0].tokens[0].mark & Word.WITH) and rest[1].kind == PieceKind.AGENCY


def _is_housed(tokens: list[Token], title: Piece) -> bool:
    """Whether words behind a title are a house: "корреспондент *РБК*", ", korespondentka *Polskiego Radia*"."""
    word = tokens[0].text
    if len(tokens) == 2 and title.tokens[0].low and not tokens[0].low and not title.tokens[-1].mark & Word.PLURAL:
        return True
    return (len(tokens) == 1 and word.isupper() and len(word) > 1) or kind_of([token.text for token in tokens]) is _ORGANIZATION


def _is_placed(before: Piece, person: Party) -> bool:
    """Whether a place may follow without a mark: "correspondent *Zuid-Afrika*", "PTI *New Delhi*", "Our Correspondent *Lahore*"."""
    return before.kind in {PieceKind.AGENCY, PieceKind.DESK} or (before.kind == PieceKind.TITLE and person.title is not None)


def _take(reading: Reading, tokens: list[Token], rest: list[Piece]) -> bool:
    """Give a name behind a mark to those before it, where it is theirs. Return whether it was."""
    following, behind = reading.next_item(), reading.next_item(2)
    last = not rest and (following is None or following.kind in _ENDS or _is_signed(following, behind) or _ends(reading))
    heads_place = following is not None and following.text == "," and behind is not None and reading.at + 3 == len(reading.items)
    heads_place = heads_place and behind is not None and behind.kind == Kind.RUN and len(behind.tokens) < 3
    if (
        reading.mark == ","
        and not rest
        and following is not None
        and following.text == ","
        and behind is not None
        and _are_degrees(tokens, behind.tokens)
    ):
        return reading.group.give_degree(tokens[0], reading.people[-1])
    return reading.group.take(tokens, reading.mark, last=last, heads_place=heads_place)


def _is_signed(following: Item, behind: Item | None) -> bool:
    """Whether a comma and an agency alone follow, whose people stand before: "…, Sweidah, *dpa*"."""
    return following.text == "," and behind is not None and bool(behind.tokens) and agency_end(behind.tokens, 0) == len(behind.tokens)


def _ends(reading: Reading) -> bool:
    """Whether nothing but marks, dates, buttons and counters goes on behind the run at hand: "…, Sweidah | *Share*"."""
    return all(item.kind in _MARKED if item.entry is None else item.entry.act == Phrase.NOISE for item in reading.items[reading.at + 1 :])


def _are_degrees(tokens: list[Token], behind: list[Token]) -> bool:
    """Whether two words in capitals in a row are degrees: ", CPP, PSP"; an agency and its place are none."""
    return len(tokens) == len(behind) == 1 and is_degree(tokens[0]) and is_degree(behind[0]) and not is_city(behind[0].text)


def enter(reading: Reading, tokens: list[Token], *, plain: bool = False) -> None:
    """Add somebody to the line; words that are `plain` are a person's name and nothing else."""
    people, mark, role, house, kind = reading.people, reading.mark, reading.role, None, _PERSON
    if plain:
        parts = [token.text for token in tokens]
    else:
        tokens, house = without_employer(tokens, led=reading.line.lead)
        parts = printed(tokens)
        kind = _kind(reading, tokens, parts)
        if parts[-1][-2:] in _POSSESSIVE or (kind is _PERSON and not _POSSESSIVE.isdisjoint([part[-2:] for part in parts])):
            reading.state = State.BROKEN  # "Jane Doe's Diary"
            return
    if people:
        if mark == "and" and reading.group.given == "employer" and people[-1].employer and house is None:
            reading.group.begin()  # "Jane Doe, AFP, and John Roe in Paris"
        if mark in _APART:
            reading.unmarked = mark == "flat" and people[-1].title is not None
            reading.group.begin()
    name = " ".join(parts)
    if (kind is _PSEUDONYM and role in _HOUSED) or (role is _PHOTOGRAPHER and kind is _PERSON and is_house(name)):
        kind = _ORGANIZATION  # "Theo VnExpress", "Foto: FoNet"
    if kind is _INITIALS and role is _SOURCE:
        role = _AUTHOR  # "Quelle: lenn.example, ino/dpa": initials are the writer's
    title, employer, place = reading.ahead.take()
    if house is not None and is_city(house):
        house, place = None, house  # "ANA GIL Madrid"
    party = Party(name, tokens[0].start, tokens[-1].end, kind, role, title or reading.activity, house or employer, place, plain=plain)
    if len(tokens) > 2 and not reading.line.lead:
        _split_city(reading, party, tokens)
    if house is not None and mark == "and":
        for person in reading.group.members:
            person.employer = person.employer or house  # "Jane Doe & John Roe BBC News"
    people.append(party)


def _kind(reading: Reading, tokens: list[Token], parts: list[str]) -> ContributorKind:
    """Return what a name, its words and how they are printed, stands for where it stands on the line."""
    kind = kind_on(reading.line, tokens, parts)
    if kind is _INITIALS:
        agency = len(parts[0]) > 2 and reading.mark != "/" and reading.items[0].text == "(" and is_agency_in_low(tokens[0].key)
        return _ORGANIZATION if agency else kind  # "(čtk)"
    if kind is not _PERSON:
        return kind
    # "Paid content by Petalworks"; "Par Le Nouvel Écho", "Por El Faro"
    housed = reading.line.sponsored if len(tokens) == 1 else reading.group.opens_with_article(tokens)
    return _ORGANIZATION if housed else kind


def _split_city(reading: Reading, party: Party, tokens: list[Token]) -> None:
    """Take the city from the end of a name that a date follows: "Luna González Madrid - 29/05/2025".

    Only without a lead word, as sites do that print name, city and date in a row; "Juan Carlos
    Madrid" behind "Por" stays whole.
    """
    if party.kind is not _PERSON:
        return
    if len(tokens) == 4 and is_place(tokens[2:]) and not tokens[2].mark & Word.PARTICLE:
        party.name, party.place = f"{tokens[0].text} {tokens[1].text}", f"{tokens[2].text} {tokens[3].text}"  # "Ana Gil São Paulo"
        party.end = tokens[1].end
        return
    following = reading.next_item()
    if following is not None and following.text in DASHES:
        following = reading.next_item(2)
    if following is not None and following.kind == Kind.DATE and is_city(tokens[-1].text):
        party.name = " ".join(token.text for token in tokens[:-1])
        party.end = tokens[-2].end
        party.place = tokens[-1].text


def _is_dateline(reading: Reading, piece: Piece) -> bool:
    """Whether a name that opens the line is a place with a date or a dash behind it, and somebody after."""
    first = reading.next_item()
    if first is not None and first.text == ",":
        first = reading.next_item(2)
    if first is None or len(piece.tokens) > 3:
        return False
    # scripts without case have no other sign of a name; one word before a dash is a place there
    caseless = piece.text[0].isalpha() and piece.text[0].lower() == piece.text[0].upper()
    if first.kind == Kind.RUN:  # "नई दिल्ली, संवाददाता"
        return (bool(first.tokens[0].mark & Word.DESK_HEAD) or (caseless and not is_place(first.tokens))) and is_city(piece.text)
    closes = first.text == ":" and caseless and is_city(piece.text)  # "طرابلس: منال العريبي"
    if first.kind != Kind.DATE and first.text not in DASHES and first.text not in BARS and not closes:
        return False
    behind = next((item.tokens for item in reading.items[reading.at + 1 :] if item.kind == Kind.RUN), None)
    if behind is None:
        return False
    if behind[0].mark & Word.TITLE:
        return False  # "ליאת גרינפלד | כתבת"
    return is_city(piece.text) or (caseless and len(piece.tokens) <= 2 and not is_place(behind))


def _place(reading: Reading, text: str) -> None:
    """Give a place to those before, or keep it for whom comes next."""
    if not reading.people or not reading.group.give_place(text, reading.mark):
        reading.ahead.place = text


def _employer(reading: Reading, piece: Piece, rest: list[Piece]) -> None:
    """Give an employer to those before, or keep it for whom comes next."""
    ahead = bool(rest) and rest[0].kind == _NAME and reading.mark != "flat"
    members = reading.group.members
    if members and not ahead:
        titled = bool(rest) and rest[0].kind == PieceKind.TITLE and not is_plural(rest[0])
        if titled and len(members) > 1 and any(person.title for person in members):
            reading.group.start = len(reading.people) - 1  # "…, Political Editor, and Jane Doe, Herald Reporter"
        reading.group.give_employer(piece.text)
        return
    reading.ahead.employer = piece.text
    reading.ahead.shared = reading.ahead.shared or ahead  # "ESPN's Jane Doe and John Roe"


def _title(reading: Reading, piece: Piece, rest: list[Piece]) -> None:
    """Give a title to those before, or keep it for whom comes next."""
    members, mark = reading.group.members, reading.mark
    behind = mark in {",", "-", "|", "/", "(", "flat", "br"}
    ahead = bool(rest) and not (behind and members) and any(p.kind == _NAME for p in rest[:2])
    introduced = mark in {"lead", "label", "start"} or (mark == "and" and not reading.group.titles)
    if members and not ahead and not introduced:
        reading.group.give_title(piece)
    elif (
        not members
        and not rest
        and any(token.mark & Word.OUTSIDE for token in piece.tokens)
        and not reading.line.lead
        and len(reading.items) == 1
    ):
        reading.state = State.BROKEN  # "School Psychologist"
    elif (
        not members
        and not _comes_name(reading)
        and (not rest or (len(rest) == 1 and rest[0].kind == PieceKind.PLACE and _is_ours(reading)))
    ):
        named = [token for token in reading.items[reading.at].tokens[:2] if token.mark & Word.OUR and token.end < piece.tokens[0].start]
        # a title and nobody: "By Executive Content Editor", "De notre correspondante à Madrid", "Our Staff Reporter in Lahore"
        _desk(reading, Piece(PieceKind.DESK, named + piece.tokens))
    else:
        reading.ahead.title = title_of(piece)
        reading.ahead.shared = is_plural(piece)


def _is_ours(reading: Reading) -> bool:
    """Whether the run at hand, or the lead before it, says "our"."""
    keys = reading.items[reading.at - 1].text.split()[-1:] if reading.at else []
    keys += [token.key for token in reading.items[reading.at].tokens[:1]]
    return any(words().mark(key) & Word.OUR for key in keys)


def _comes_name(reading: Reading) -> bool:
    """Whether words follow the run at hand: "notre correspondante à Moscou, Claire Dupont"."""
    following = reading.items[reading.at + 1 : reading.at + 3]
    return any(item.kind == Kind.RUN for item in following) and following[0].kind != Kind.DATE


def _low(reading: Reading, before: Piece | None) -> None:
    """Judge unexplained words in lower case: beside a name they make a sentence of the line."""
    if (reading.mark in {"|", "date", ")"} and reading.people) or (before is not None and before.kind == PieceKind.TITLE):
        return
    clause = before is None and reading.mark == "," and reading.line.lead and not reading.stops
    # ", one of the paper's critics"
    reading.state = State.CLAUSE if clause and reading.people and " " in reading.people[-1].name else State.BROKEN


def _agency(reading: Reading, piece: Piece, rest: list[Piece]) -> None:
    """Read an agency: a maker of its own, or whose people are named."""
    members = reading.group.members
    if rest and rest[0].kind == PieceKind.TITLE and (len(rest) > 1 or (not members and _comes_name(reading))):
        if members and reading.mark == "flat":
            reading.group.start = len(reading.people)
        reading.ahead.employer = piece.text  # "Associated Press writer Jim Salter"
        return
    if not (rest or reading.people) and reading.ahead.title is not None and _comes_name(reading):
        reading.ahead.employer = piece.text  # "Correspondant AFP, Jane Doe"
        return
    persons = [person for person in members if person.kind is _PERSON or person.kind is _DESK]
    if persons and reading.mark == "/" and reading.group.given == "employer":
        reading.group.join_employer(piece.text)
    elif persons and not reading.helped and reading.mark in {",", "/", "|", "-", "(", "flat", "date", ")"}:
        reading.group.give_employer(piece.text)
    elif persons and reading.mark == "and" and persons[-1].employer and reading.group.given == "employer":
        persons[-1].employer = f"{persons[-1].employer}/{piece.text}"
    else:
        _organization(reading, piece.tokens)
        if reading.helped and reading.role is _AUTHOR and len(reading.people) > 1:
            reading.people[-1].role = _CONTRIBUTOR


def _organization(reading: Reading, tokens: list[Token]) -> None:
    """Add a house."""
    title, last = None, tokens[-1]
    if len(tokens) > 1 and last.mark & Word.SECTION and not last.mark & Word.ORGANIZATION and agency_end(tokens, 0) < len(tokens):
        title = last.text  # "dpa Sport": the desk of an agency
        tokens = tokens[:-1]
    if reading.mark in {"flat", "date", "br"}:
        reading.group.start = len(reading.people)
    name = " ".join(token.text for token in tokens).rstrip(".")
    place, reading.ahead.place = reading.ahead.place, None
    reading.people.append(Party(name, tokens[0].start, tokens[-1].end, _ORGANIZATION, reading.role, title, place=place))


def _desk(reading: Reading, piece: Piece) -> None:
    """Add a part of a newsroom."""
    tokens = piece.tokens
    if reading.mark in {"flat", "date", "br", "|"} and reading.people:
        if reading.mark == "flat" and reading.people[-1].contact and tokens[-1].mark & Word.TITLE:
            reading.group.give_title(piece)  # "Jane Doe jdoe@herald.example Staff writer"
            return
        if reading.mark == "|" or (reading.people[-1].kind is _PERSON and reading.mark == "flat"):
            reading.group.give_employer(piece.text)
            return
        reading.group.start = len(reading.people)
    kind = _ORGANIZATION if all(token.mark & Word.AGENCIES for token in tokens) else _DESK
    end = agency_end(tokens, 0)
    employer = " ".join(token.text for token in tokens[:end]) if 0 < end < len(tokens) else reading.ahead.employer
    name = piece.text.rstrip(".")
    role = _CONTRIBUTOR if reading.helped and reading.people and reading.role is _AUTHOR else reading.role  # ", with agencies"
    reading.people.append(Party(name, tokens[0].start, tokens[-1].end, kind, role, None, employer, reading.ahead.place))
    reading.ahead = Ahead(shared=reading.ahead.shared)
    if any(longest(words().editorials, tokens, k) for k in range(len(tokens))):
        reading.line.genre = reading.line.genre or "editorial"
