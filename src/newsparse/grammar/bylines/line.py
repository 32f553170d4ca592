"""One line read from left to right: marks, dates and phrases here, the runs of words between them in their own room."""

from __future__ import annotations

import re

from newsparse.grammar.bylines.edges import read_run
from newsparse.grammar.bylines.items import items_of
from newsparse.grammar.bylines.people import Line, Mark, Party
from newsparse.grammar.bylines.reading import CLOSES, DASHES, Reading, State
from newsparse.grammar.bylines.tokens import BARS, COLONS, Item, Kind, Token
from newsparse.grammar.bylines.verdict import drop_copies, is_label, is_plausible, measure, settle_houses
from newsparse.grammar.bylines.words import Phrase, words
from newsparse.vocabulary import ContributorKind, Role

__all__ = ["read_line"]
_RUN, _MARK, _PHRASE, _CLAUSE = Kind.RUN, Kind.MARK, Kind.PHRASE, State.CLAUSE
_NOBODYS = (Phrase.REACHED, Phrase.CAPTION)
_BEHIND = (Phrase.CONTRIBUTED, Phrase.REPORTED)
_AUTHOR = Role.AUTHOR
_CONTRIBUTOR = Role.CONTRIBUTOR
_ORGANIZATION = ContributorKind.ORGANIZATION
_PHOTOGRAPHER = Role.PHOTOGRAPHER

# A numbered line or a heading in Markdown: "5. Sports App", "9) Parking", "# Key"; not "50 Cent", "#84"
_LISTED = re.compile(r"#{1,6} ?[^\W\d]|\d{1,2}[.)]{1,2}\s+\S")

_TRAIL = frozenset(">›»→")

_MARKS: dict[str, Mark] = {
    **dict.fromkeys(",،、，", ","), **dict.fromkeys(BARS, "|"), **dict.fromkeys("/／", "/"), **dict.fromkeys(DASHES, "-"),
    **dict.fromkeys(";；", ";"), **dict.fromkeys("([{<（【", "("), **dict.fromkeys(CLOSES, ")"),
}  # fmt: skip
"""What each mark of punctuation does; others do nothing."""


def read_line(plain: str, tokens: list[Token], *, named: bool = False) -> Line | None:
    """Return what a line says, or `None` when it is a sentence, a button or a caption.

    Args:
        plain: the line, clean.
        tokens: its tokens.
        named: whether it comes from a field for names, so that no lead is needed.
    """
    if not tokens or (plain[-1] in "?!" and not any(token.kind == Kind.DATE for token in tokens)):
        return None
    if (plain[0] == "#" or plain[0].isdigit()) and tokens[0].kind != Kind.DATE and _LISTED.match(plain) is not None:
        return None
    line = _read(Reading(items_of(tokens), named=named, stops=plain[-1] in ".…"))
    return None if line is not None and not named and is_label(line, plain) else line


def _read(reading: Reading) -> Line | None:
    """Return the line, or `None`."""
    for at, item in enumerate(reading.items):
        kind = item.kind
        if reading.state:
            if reading.state > _CLAUSE:
                break
            if reading.state == _CLAUSE:
                if kind == _RUN or item.text == ",":
                    continue
                reading.state = State.READING
        reading.at = at
        if kind == _RUN:
            read_run(reading, item)
        elif kind == _MARK:
            _punctuation(reading, item.text)
        elif kind == _PHRASE:
            _phrase(reading, item)
        elif kind == Kind.CONTACT:
            _contact(reading, item)
        else:
            _residue(reading, item)
    return None if reading.state == State.BROKEN else _finish(reading)


def _finish(reading: Reading) -> Line | None:
    """Return the line when it credits somebody."""
    line = reading.line
    if not reading.people or (not line.lead and sum(item.text in _TRAIL for item in reading.items) > 1):
        return None  # "Home > News > Local"
    if len(line.people) > 1 or line.people[0].role is Role.SOURCE:
        settle_houses(line, slashed=not line.lead and "/" in [item.text for item in reading.items])
    drop_copies(reading.people)
    if not (line.lead or reading.named or is_plausible(line)) or (reading.labelled and all(person.is_word for person in reading.people)):
        return None  # "Shop By Brand"
    measure(line, reading.core)
    return line


def _punctuation(reading: Reading, text: str) -> None:
    """Note a mark of punctuation."""
    mark = _MARKS.get(text)
    if mark is None:
        if text in COLONS:  # a label that introduces nobody: "Diameter: Large"
            if reading.people and not (reading.line.lead or reading.named or reading.mark == "date"):
                reading.state = State.BROKEN
            elif len(reading.people) > 1 and reading.mark == "flat" and reading.people[-1].is_word:
                reading.people.pop()  # "By Jane Doe | Category: Ports"
                reading.state = _CLAUSE
        elif text.startswith("__"):
            reading.mark = "date"
            reading.group.start = len(reading.people)
    elif mark in {"|", "-"} and (reading.mark == "start" or (reading.mark == "date" and not (reading.people or reading.ahead.place))):
        pass  # "| Jane Doe", "• Jane Doe", "4 March 2025 | Jane Doe"
    elif mark != "," or reading.mark != "and":
        reading.mark = mark
        if mark == ";":
            reading.group.start = len(reading.people)


def _residue(reading: Reading, item: Item) -> None:
    """Note a date, a link, a number or a line's end."""
    if item.kind == Kind.BREAK:
        if reading.mark not in {"lead", "label", "and", ","}:
            reading.mark = "br"
        return
    reading.mark = "date"
    reading.core.append((item.start, item.end, False))


def _contact(reading: Reading, item: Item) -> None:
    """Give an address or a handle to whom it follows."""
    if reading.people:
        reading.people[-1].contact += (item.text.rstrip(".,"),)
    reading.core.append((item.start, item.end, bool(reading.people)))


def _phrase(reading: Reading, item: Item) -> None:
    """Let a phrase have its effect."""
    entry = item.entry
    if entry is None:
        return
    act = entry.act
    if act == Phrase.LEAD:
        _introduce(reading, item, _AUTHOR)
    elif act == Phrase.LABEL:
        _introduce(reading, item, entry.value if isinstance(entry.value, Role) else _CONTRIBUTOR)
    elif act == Phrase.GENRE:
        reading.line.genre = str(entry.value)
        if reading.people:
            reading.mark = "date"
            reading.core.append((item.start, item.end, False))
        elif entry.rest or entry.colon:
            _introduce(reading, item, _AUTHOR)
    elif act in _BEHIND:
        _contributed(reading, item, to_place=act == Phrase.REPORTED)
    elif act == Phrase.CARD:  # "Jane Doe | View all posts by Jane Doe"
        reading.state = State.OVER if reading.people else State.BROKEN
    elif act in _NOBODYS:
        reading.state = State.BROKEN
    elif act == Phrase.INTERVIEWEE:
        reading.state = State.STORY
    elif act == Phrase.OTHERS:
        reading.line.truncated = True
        reading.mark = "date"
    elif act == Phrase.SPONSORED:
        reading.line.sponsored = True
        reading.mark = "date"
        if reading.people and len(entry.rest) > 0:
            reading.state = State.OVER  # "Jane Doe | Sponsored by Petalworks"
    elif act == Phrase.NEVER:
        _never(reading, item, whole=bool(entry.rest))
    elif reading.people and (item.text[0].isdigit() or (entry.rest and reading.line.lead)) and _opens_low(reading.next_item()):
        reading.state = State.OVER  # "Jane Doe - 5 Comments on Do you need a bridge?", "By Jane Doe Comments Off on Do you"
    else:
        reading.mark = "date"
        reading.core.append((item.start, item.end, False))


def _opens_low(item: Item | None) -> bool:
    """Return whether words follow that begin in lower case."""
    return item is not None and item.kind == _RUN and item.tokens[0].low


def _introduce(reading: Reading, item: Item, role: Role) -> None:
    """Begin a list of people in a role."""
    if reading.mark == "flat" and not reading.line.lead and all(person.is_word for person in reading.people):
        reading.labelled = bool(reading.people)
        reading.people.clear()  # "Cover story by", "Publisert av": no name
    reading.role = role
    reading.activity = words().activities.get(item.text) if role is not _AUTHOR else None
    reading.line.lead, reading.line.word, reading.line.colon = True, item.text, item.text.endswith(":")
    reading.mark = "lead" if role is _AUTHOR else "label"
    reading.group.begin()
    reading.ahead.title, reading.ahead.shared = None, False
    if reading.state == State.STORY:
        reading.state = State.READING
    reading.core.append((item.start, item.end, True))


def _contributed(reading: Reading, item: Item, *, to_place: bool) -> None:
    """Make contributors of those before: "contributed to this report", "reported from"."""
    if not to_place or reading.stops or not reading.line.lead or _helps(item.text):
        for person in reading.group.members:
            person.role = _CONTRIBUTOR
        reading.role = _CONTRIBUTOR
    reading.line.lead = True
    reading.core.append((item.start, item.end, True))
    reading.state = State.PLACE if to_place else State.READING
    reading.mark = "in"


def _helps(text: str) -> bool:
    """Whether a phrase opens with a word for help: "contributed from"; "By Jane Doe reporting from Accra" wrote the story."""
    return any(entry.act == Phrase.CONTRIBUTED for entry in words().phrases.get(text.partition(" ")[0], ()))


def _never(reading: Reading, item: Item, *, whole: bool) -> None:
    """Drop what is nobody's name; a picture agency behind "Foto:" is credited. `whole` says that it has several words."""
    if whole and not reading.people and not reading.line.lead:
        reading.state = State.BROKEN  # "Photo provided by …"
        return
    text = " ".join(word.capitalize() for word in item.text.split())
    if reading.mark == "/" and reading.role is _PHOTOGRAPHER and reading.people:
        reading.group.give_employer(text)  # "Photo by Jane Doe/Getty Images"
        return
    if reading.mark == "label" and reading.role is _PHOTOGRAPHER:
        reading.people.append(Party(text, item.start, item.end, _ORGANIZATION, reading.role))
        reading.core.append((item.start, item.end, True))
        return
    if reading.mark == "lead" and not reading.people:
        reading.state = State.BROKEN
    reading.mark = "date"
    reading.core.append((item.start, item.end, False))
