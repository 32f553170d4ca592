"""What a name looks like, what it stands for, and how capitals are read back."""

from __future__ import annotations

import re
from functools import lru_cache

from newsparse.addresses import is_site
from newsparse.grammar.bylines.words import Word, key_of, words
from newsparse.vocabulary import ContributorKind

__all__ = [
    "QUOTING",
    "begins_low",
    "begins_name",
    "display_name",
    "honorific",
    "is_acronym",
    "is_particle",
    "kind_of",
]

QUOTING = 5
"""So many words, a name in quotes among them, are a headline and no house: "Газета «Вестник»" has two."""
_ROMAN = re.compile(r"(?:[IVX]+)\.?$")  # "III"; not "Iva"
# Capitals inside a word are a handle's ("MrAJCosplay") unless a prefix of surnames explains them ("McDonald", "LeBron", "DeSantis").
_HUMP = re.compile(r"[a-z][A-Z]")
_SURNAME_HUMP = re.compile(
    r"(?:Mc|Mac|Mag|De|Di|Da|Du|La|Le|Van|Von|Fitz|St|O|D|Ja|Sha|Ke|Ta|Dar|Tre|Jo|An|Mari|Ro)[A-Z][a-z]+(?:[A-Z]\w+)?$"
)
_MC = re.compile(r"MC[A-Z]{3,}$")
_ACRONYM = re.compile(r"[BCDF-HJ-NP-TV-XZ]{3,5}$")  # "CNN", without a vowel to speak it by; not "KIM", "JD"
_INITIAL = re.compile(r"(?:[A-Z]\.){1,4}[A-Z]?\.?$")


def begins_low(word: str) -> bool:
    """Whether a word's first letter is lower case; scripts without case have none, nor has Georgian inside its words."""
    for char in word[:4]:
        if char.isalpha():
            return char.islower() and char.title() != char
    return False


def begins_name(word: str) -> bool:
    """Whether a word can open a part of a name: a capital, or a letter of a script without case."""
    for char in word[:4]:
        if char.isalpha():
            return not char.islower() or char.title() == char
    return False


def is_acronym(word: str) -> bool:
    """Whether capitals can only be the short form of a house's name: "CNN", "BBC"; not "KIM", "JD"."""
    return _ACRONYM.match(word) is not None


def is_particle(word: str) -> bool:
    """Whether a word may stand in lower case inside a surname: "van", "bin"."""
    return bool(words().marks.get(key_of(word), 0) & Word.PARTICLE)


def honorific(parts: list[str]) -> str | None:
    """Return the form of address that a name opens with, as printed; `None` when it has none.

    >>> honorific(["Dr.", "Max", "Kolter"])
    'Dr.'
    """
    mark = words().mark
    count = 0
    while count < len(parts) - 1 and mark(key_of(parts[count])) & Word.HONORIFIC:
        count += 1
    return " ".join(parts[:count]) or None


def kind_of(parts: list[str], marks: list[int] | None = None) -> ContributorKind:
    """Return what a name stands for, from its words alone and what they mean, where the caller knows it.

    >>> kind_of(["Institute", "for", "Basic", "Science"]).value, kind_of(["MrAJCosplay"]).value
    ('organization', 'pseudonym')
    """
    if marks is None:
        mark = words().mark
        marks = [mark(key_of(part)) for part in parts]
    if marks[-1] & Word.DESK_HEAD and not (len(parts) > 1 and marks[-1] & Word.ORGANIZATION):
        return ContributorKind.DESK
    if len(parts) == 1:
        return _kind_of_one(parts[0], marks[0])
    if marks[-1] & Word.TEAM and not marks[-1] & Word.DESK_HEAD:
        return ContributorKind.COLLECTIVE
    if _is_house(parts, marks):
        return ContributorKind.ORGANIZATION
    return ContributorKind.PERSON


def _is_house(parts: list[str], marks: list[int]) -> bool:
    """Whether several words name a house: one of its nouns among them, or an article and a name."""
    union = 0
    for mark in marks[1:]:
        union |= mark
    if union & (Word.ORGANIZATION | Word.AGENCIES):
        # "Sun Wei", "Globe Staff": the noun of a house comes last or before "of"; a surname may be one too,
        # so two words need the second to be it
        return True
    if is_acronym(parts[0]) or _ELIDED.match(parts[0]) is not None:
        return True  # "L'Écho du Nord"
    if marks[0] & Word.ORGANIZATION and (len(parts) > 2 or (marks[0] & Word.HOUSE_FIRST and parts[0][0].isupper())):
        return True
    if "&" in parts or "of" in parts[1:] or any(is_site(part) or _is_coined(part) for part in parts):
        return True
    if len(parts) < QUOTING and any(part[0] == "«" for part in parts):
        return True  # "Газета «Вестник»"
    if key_of(parts[0]) == "the" and len(parts) <= 5:
        return True
    if not marks[0] & Word.ARTICLE or not parts[0][0].isupper():
        return False
    # "Le Courrier de l'Ouest", "Le Figaro"; not "El Greco"
    return any(mark & (Word.OF | Word.FOR) == Word.OF for mark in marks[2:-1]) or (len(parts) == 2 and not marks[0] & Word.NAME_ARTICLE)


def _is_coined(word: str) -> bool:
    """Whether a word can only be a house's: "NewsWire", "3i"; not "McDonald", "2nd"."""
    if word[0].isdigit():
        return len(word) < 7 and word[-1].isalpha() and not word.endswith(("st", "nd", "rd", "th"))
    return not word.islower() and _HUMP.search(word) is not None and _HOUSE_END.search(word) is not None


def _is_joined(word: str) -> bool:
    """Whether a word with a hyphen is a house's: "Radio-Canada", "Post-Tribune"; not "Online-Seminar"."""
    head, _, tail = word.partition("-")
    mark = words().mark
    return bool(mark(key_of(head)) & Word.HOUSE_FIRST or mark(key_of(tail)) & Word.ORGANIZATION)


_BRAND = re.compile(r"(?!IJ)[A-Z]{2,3}[a-z]{3,}$")  # "ETtech"; not "IJsbrand", "McDonald"
_DOTTED = re.compile(r"(?:[A-Z]\.){3}$")  # "S.L.B."; not "A.B.C", "CNN"
_ELIDED = re.compile(r"L['’][A-ZÀ-Ý][\w-]{2,}$")  # "L'Express"; not "L'hiver", "O'Neill"
_TEAM_END = re.compile(r"(?:Labs?|Team|Studios?|Desk)$")  # "AJLabs"; not "Collabs"
_HOUSE_END = re.compile(r"(?:Business|News|Media|Press|TV|FM|Online|Wire|Sport|Sports|Today)$")  # "FOXBusiness"


def _kind_of_one(word: str, mark: int) -> ContributorKind:
    """Return what a single word stands for."""
    if (
        mark & (Word.ORGANIZATION | Word.AGENCIES)
        or word[0] == "«"
        or is_site(word)
        or _ELIDED.match(word)
        or (word[0].isdigit() and _is_coined(word))
        or ("-" in word and _is_joined(word))
    ):
        return ContributorKind.ORGANIZATION
    if mark & Word.TEAM or (_TEAM_END.search(word) and sum(map(str.isupper, word)) > 1):
        return ContributorKind.COLLECTIVE
    if any(char.isdigit() or char == "_" for char in word):
        return ContributorKind.PSEUDONYM
    letters = word.replace(".", "").replace("-", "")
    if letters.isupper() and letters.isalpha() and letters.isascii():
        initials = len(letters) < 3 or (len(letters) == 3 and _DOTTED.match(word) is not None)
        return ContributorKind.INITIALS if initials else ContributorKind.ORGANIZATION
    if _BRAND.match(word):
        return ContributorKind.PSEUDONYM  # "ETtech"
    if _HUMP.search(word) and not _SURNAME_HUMP.match(word):
        return ContributorKind.ORGANIZATION if _HOUSE_END.search(word) else ContributorKind.PSEUDONYM
    return ContributorKind.PERSON


def _recased(part: str, whole: bool) -> str:
    """Return one word of a name in capitals as it is usually written."""
    if part[:2] == "Mc" and part[2:].isupper():
        return "Mc" + part[2:].capitalize()
    if len(part) > 5 and part.isalpha() and part.isupper() and not part.startswith("MC"):
        return part.capitalize()  # no particle, numeral or initials has six letters
    if "-" in part:
        return "-".join(_recased(piece, whole) for piece in part.split("-"))
    letters = [char for char in part if char.isalpha()]
    if len(letters) < 2 or not part.isupper() or _INITIAL.match(part) or _ROMAN.match(part):
        return part
    # "EJ", "JK": two capitals without a vowel between are initials; "JO" in a name all in capitals is "Jo"
    if len(letters) == 2 and (not whole or not any(char in "AEIOUY" for char in letters[1:])):
        return part
    if whole and words().marks.get(key_of(part), 0) & (Word.PARTICLE | Word.PARTICLE_NAME) == Word.PARTICLE:
        return part.lower()
    for apostrophe in "'’":
        head, mark, tail = part.partition(apostrophe)
        if mark and tail:
            return head.capitalize() + mark + tail.capitalize()
    if _MC.match(part):
        return "Mc" + part[2:].capitalize()
    return part.capitalize()


def _turkish(part: str, recased: str) -> str:
    """Return a word of a Turkish name with the dots of its capitals: "YILDIRIM" is "Yıldırım", "SELİN" is "Selin"."""
    recased = recased.replace("i\u0307", "i")
    return "".join(["ı" if capital == "I" and small == "i" else small for capital, small in zip(part, recased, strict=False)])


# A page prints its authors several times.
@lru_cache(maxsize=1024)
def display_name(name: str) -> str | None:
    """Return a name printed in capitals as it is usually written, or `None` when it is not in capitals.

    What cannot be known stays a guess, so the printed name is never replaced by it.

    >>> display_name("BOB FERRANTE"), display_name("Bill MCCARTHY"), display_name("Jane Doe")
    ('Bob Ferrante', 'Bill McCarthy', None)
    """
    name, comma, degrees = name.partition(",")
    if name.istitle():
        return None
    parts = name.split()
    whole = name.isupper()
    if not whole and not any(len(part) > 2 and part.strip(",").isupper() for part in parts):
        return None
    mark = words().mark
    recased = [part if k and mark(key_of(part)) & Word.POSTNOMINAL else _recased(part, whole) for k, part in enumerate(parts)]
    if whole and recased and recased[0].islower():
        recased[0] = recased[0].capitalize()
    if "İ" in name:
        recased = [_turkish(part, small) for part, small in zip(parts, recased, strict=True)]
    shown = " ".join(recased)
    return shown + comma + degrees if shown != name else None
