"""Names on a line: what is cut from a name, what it stands for, and what can be none."""

from __future__ import annotations

import re

from newsparse.addresses import is_site
from newsparse.grammar.bylines.lookup import is_city
from newsparse.grammar.bylines.people import Line
from newsparse.grammar.bylines.pieces import case_change
from newsparse.grammar.bylines.tokens import Kind, Token
from newsparse.grammar.bylines.words import Phrase, Word, key_of, words
from newsparse.grammar.names import QUOTING, begins_low, begins_name, is_acronym, kind_of
from newsparse.vocabulary import ContributorKind

__all__ = ["acceptable", "kind_on", "printed", "without_copy", "without_employer"]

_VOWEL = re.compile("[aeiouyäöüáéíóúàèìòùâêîôûαεηιουωάέήίόύώаеёиоуыэюяіїє]")
# A printed name has at most six words in any language seen; more are a headline in title case.
_MAX_WORDS = 6


def without_copy(tokens: list[Token]) -> list[Token]:
    """Return a name without its copy for screen readers: "Martin Gramnæs Martin Gramnæs"."""
    half = len(tokens) // 2
    if len(tokens) % 2 == 0 and all(tokens[k].key == tokens[half + k].key for k in range(half)):
        return tokens[:half]
    return tokens


def without_employer(tokens: list[Token], *, led: bool) -> tuple[list[Token], str | None]:
    """Return a name and the house in capitals that stands behind it: "Craig Meyer USA TODAY NETWORK", "Jane Doe BBC News".

    `led` says that a lead introduces the name, so that one all in capitals is no heading.
    """
    if len(tokens) > 2 and (change := case_change(tokens)):
        return tokens[:change], " ".join(token.text for token in tokens[change:])  # "JANE DOE Herald Tribune"
    if len(tokens) < 3:
        return tokens, None
    if is_site(tokens[-1].text) and all(token.plain for token in tokens[:-1]):
        return tokens[:-1], tokens[-1].text  # "Jane Doe lennpost.example"
    capitals = any(token.text.isupper() and len(token.text) > 2 for token in tokens[:2])
    if len(tokens) > 3 and (led or not capitals):
        article = next((j for j in range(2, len(tokens) - 1) if tokens[j].text == ("THE" if capitals else "The")), 0)
        if article:  # "Jane Doe The Washington Post", "By JANE DOE THE GULL"
            return tokens[:article], " ".join(token.text for token in tokens[article:])
    if capitals:
        return tokens, None
    if tokens[0].mark & Word.HONORIFIC and len(tokens) > 4 and tokens[3].mark & Word.ORGANIZATION:
        return tokens[:3], " ".join(token.text for token in tokens[3:])  # "Prof Jane Doe University of Bath"
    k = (len(tokens) - 2 if led and _ends_branch(tokens) else _known_house(tokens)) or len(tokens)
    while k > 2 and tokens[k - 1].text[:3].isupper() and len(tokens[k - 1].text) > 2 and tokens[k - 1].text[:3].isalpha():
        k -= 1
    house = tokens[k:]
    if not house or all(token.mark & Word.POSTNOMINAL for token in house):
        return tokens, None
    # one word in capitals may be the family name: "Jean Pierre DUPONT"
    if len(house) == 1 and len(house[0].text) > 4 and house[0].text.isupper() and not house[0].mark & Word.ORGANIZATION:
        return tokens, None
    return tokens[:k], " ".join(token.text for token in house)


_OF_HOUSE = Word.ORGANIZATION | Word.SECTION


def _ends_branch(tokens: list[Token]) -> bool:
    """Whether a name ends with a house's short form and the name of its branch: "Jane Doe BBC Verify"; not "Tunnel Bear VPN Now" without a lead."""
    return len(tokens) > 3 and is_acronym(tokens[-2].text) and not tokens[-1].low and not tokens[-1].mark & Word.POSTNOMINAL


def _known_house(tokens: list[Token]) -> int:
    """Return where a house begins that a name stands before: capitals and the noun of a house ("BBC News"); 0 without one."""
    k = len(tokens)
    while k > 3 and tokens[k - 1].mark & _OF_HOUSE and not tokens[k - 1].text.isupper():
        k -= 1
    head = tokens[k - 1].text
    if not any(token.mark & Word.ORGANIZATION for token in tokens[k:]):
        return 0  # "The Best PC Games"
    return k - 1 if 2 < k < len(tokens) and head.isupper() and head.isalpha() and 1 < len(head) < 6 else 0


def printed(tokens: list[Token]) -> list[str]:
    """Return the words of a name as printed, without the full stop of a sentence; that of "Jr." or "J.K." stays."""
    parts = [token.text for token in tokens]
    bare = parts[-1].rstrip(".")
    mark = words().mark(key_of(bare))
    if len(bare) > 2 and "." not in bare and not (mark & Word.POSTNOMINAL or (mark & Word.ORGANIZATION and len(bare) < 5)):
        parts[-1] = bare  # not "Brightwater Inc."
    return parts


def kind_on(line: Line, tokens: list[Token], parts: list[str]) -> ContributorKind:
    """Return what a name, its words and how they are printed, stands for on a line: one short word may be somebody's initials."""
    if len(parts) > 1 and all(len(part) == 2 and part[1] == "." and part[0].isupper() for part in parts):
        return ContributorKind.INITIALS  # "S. K."
    if len(parts) == 1:
        word = parts[0].strip(".")
        if word.isalpha() and ((len(word) <= 5 and word.islower()) or (len(word) <= 3 and word.isupper() and not line.lead)):
            return ContributorKind.INITIALS
    if len(tokens) == 2 and tokens[0].mark & Word.ORGANIZATION and is_city(parts[1]):
        return ContributorKind.ORGANIZATION  # "Universität Leipzig"
    return kind_of(parts, [token.mark for token in tokens])


def acceptable(tokens: list[Token], line: Line, *, named: bool, alone: bool) -> bool:
    """Return whether words can be the name of somebody who made a story.

    `named` says that they come from a field for names, `alone` that the line has little else.
    """
    if len(tokens) == 1:
        return _acceptable_one(tokens[0], line, named, alone)
    if len(tokens) > _MAX_WORDS and not any(token.mark & (Word.ORGANIZATION | Word.DESK_HEAD) for token in tokens):
        return line.lead and not _is_low(tokens) and sum(1 for token in tokens if not token.mark & Word.PARTICLE) <= _MAX_WORDS
    if tokens[0].mark & Word.IN and not tokens[0].low and is_city(" ".join(token.text for token in tokens[1:])):
        return False  # "Da Roma (a Milano)"
    if _is_figure_of_speech(tokens) or (len(tokens) >= QUOTING and any(token.text[0] == "«" for token in tokens)):
        return False
    marks, shared, lows, numbers = 0, -1, 0, False
    for token in tokens:
        marks |= token.mark
        shared &= token.mark
        lows += token.low
        numbers = numbers or token.kind == Kind.NUMBER
    if marks & Word.HEADING and line.lead and not (line.colon or line.people or named) and all(t.mark & _OF_HEADING for t in tokens):
        return False  # "By Popular Demand", "From The Archives"
    if shared & Word.HEADING and not line.people:
        return False  # "Alle Meldungen", in a field for names too
    if marks & Word.STOP and not line.colon and _is_clause(tokens):
        return False  # "When Jane Doe"; behind "Tác giả:" stands "Mai Thùy Dương"
    if (lows or not begins_name(tokens[-1].text)) and _is_low(tokens):
        # "bell hooks" is a name behind "By"; "any measure" is not
        if numbers or not (line.lead or named) or len(tokens) > 3 or marks & (Word.STOP | Word.ORGANIZATION):
            return False
        if any(token.mark & Word.PARTICLE for token in tokens[1:-1]) and not tokens[0].mark & Word.PARTICLE:
            return False  # "Par amour du vin"
        return not any(token.mark & _SMALL for k, token in enumerate(tokens) if not k or not token.mark & Word.PARTICLE)
    return (bool(line.people) or not shared & Word.NOT_NAME) and (not numbers or _is_numbered(tokens, line))


def _is_figure_of_speech(tokens: list[Token]) -> bool:
    """Whether words repeat around a small one, or are single letters: "Mensch zu Mensch", "la A"; not "J. K."."""
    if any(a.key == c.key and b.mark & Word.PARTICLE for a, b, c in zip(tokens, tokens[1:], tokens[2:], strict=False)):
        return True
    return not all(token.low for token in tokens) and all(token.low or (len(token.text) == 1 and token.text.isalpha()) for token in tokens)


def _is_handle(text: str) -> bool:
    """Whether a word is a user's name by its form: "tide_writer"; not "q_admin"."""
    return "_" in text and not any(entry.act == Phrase.NEVER for part in text.split("_") for entry in words().phrases.get(part, ()))


_SMALL = Word.AND | Word.IN | Word.FOR | Word.AT | Word.OUR
_OF_HEADING = Word.HEADING | Word.STOP | Word.RANK


def _is_low(tokens: list[Token]) -> bool:
    """Whether a name has no capital where one must be: "bell hooks", "de regen"; not "van der Berg"."""
    low = [token for token in tokens if token.low and not token.mark & Word.PARTICLE]
    return len(low) == len(tokens) or not any(begins_name(token.text) for token in tokens[1:] + low)


def _is_clause(tokens: list[Token]) -> bool:
    """Whether there are too many function words for a name."""
    return sum(1 for token in tokens[1:] if token.mark & (Word.STOP | Word.PARTICLE) == Word.STOP) > 1 or _opens_sentence(tokens)


def _opens_sentence(tokens: list[Token]) -> bool:
    """Whether a function word opens more than two words that are no house: "When Jane Doe"."""
    first = tokens[0]
    if not first.mark & Word.STOP or first.mark & Word.RANK or len(tokens) == 2 or first.mark & Word.PARTICLE:
        return False
    return kind_of([token.text for token in tokens]) is ContributorKind.PERSON


def _is_numbered(tokens: list[Token], line: Line) -> bool:
    """Whether a number is part of a name: "SRF 4 News", "50 Cent"."""
    small = all(len(token.text) < 3 for token in tokens if token.kind == Kind.NUMBER)  # a channel's; "2024 The Herald" has a year
    if any(token.mark & Word.ORGANIZATION for token in tokens if len(tokens[0].text) < 4 or (small and token is tokens[-1])):
        return True
    return tokens[0].kind == Kind.NUMBER and len(tokens) == 2 and line.lead


def _acceptable_one(token: Token, line: Line, named: bool, alone: bool) -> bool:
    """Whether a single word can be somebody."""
    text, mark = token.text.strip("."), token.mark
    if text.isupper() and len(text) <= 3:
        mark &= ~(Word.STOP | Word.POSTNOMINAL)  # "MA" is no function word in capitals
    if (text.isupper() and "." in text) or (len(text) == 3 and text.islower() and not alone):
        mark &= ~Word.NOT_NAME  # "C.A." is no month, nor "mar" in "mar/dpa"
    if token.kind == Kind.NUMBER or mark & (Word.NOT_NAME | Word.STOP) or not any(char.isalpha() for char in text):
        return False
    if text[-1] in "!?" or len(text) > 40 or text.count("-") > 3 or sum(map(str.isdigit, text)) > 4:
        return False
    if named:
        return True
    if mark & (Word.HEADING | Word.RANK | Word.TEAM) and line.lead and not (line.colon or line.people):
        return False  # "By Region", "By State", "By Team"
    if line.lead or line.people:
        if not begins_low(text) or is_site(text) or "." in text or _is_handle(text):
            return True
        # "by far" is no byline; initials stand behind a colon, beside others, or have no vowel
        if line.colon and line.people and len(text) <= 8 and text.isalpha():
            return True  # "Editor: huaxia"
        return len(text) <= 5 and (line.colon or bool(line.people) or not _VOWEL.search(text))
    if mark & (Word.DESK_HEAD | Word.AGENCIES) or is_site(text):
        return True
    if text[1:2] in {"'", "’"} and kind_of([text]) is ContributorKind.ORGANIZATION:
        return True  # "L'Écho"
    # a lone word without a lead: initials, or one of a list of houses
    letters = text.replace(".", "")
    if len(letters) == 2 and letters.isupper() and text.count(".") == len(letters) - 1 and not mark and token.text not in words().regions:
        return True  # "M.C."; not "U.S.", "N.H."
    if text.isalpha() and ((text.islower() and len(text) <= 4) or (text.isupper() and len(text) <= 3)) and not mark:
        return True
    return not alone and (begins_name(text) or text[-1].isdigit())
