"""What is seen of one line of plain text by itself: its end, its start, its signs and its letters."""

from __future__ import annotations

import re

__all__ = [
    "WIDE_RUN",
    "commas_in",
    "end_of",
    "is_wide",
    "kind_of_mark",
    "letters_in",
    "linked_in",
    "may_have_credit",
    "sentences_in",
    "sign_in",
    "start_of",
]

# Scripts whose characters say about as much as three letters do.
_WIDE = re.compile("[\u3000-\u9fff\uac00-\ud7a3\uf900-\ufaff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
WIDE_RUN = re.compile(_WIDE.pattern + "+")
"""A run of such characters."""
# The bytes that their characters begin with in UTF-8: a text without any needs no search by the pattern, which is five times as dear.
_WIDE_LEADS = tuple(sorted({chr(point).encode()[:1] for point in range(0x0E00, 0xFB00, 64) if _WIDE.match(chr(point))}))
_CLOSERS = "\"'”’»)]›」』 "
_OPENERS = frozenset("\"'“‘«„‚»›「『(")
_ENDS = dict.fromkeys(".!?。！？؟।۔၊።", 1) | {"…": 2, ":": 3, "：": 3} | dict.fromkeys(",;–—-|/", 4) | dict.fromkeys("0123456789", 5)
# The kinds of ASCII: capital, digit, space, other.
_KINDS = bytes(65 if 65 <= code <= 90 else 48 if 48 <= code <= 57 else 32 if code == 32 else 97 for code in range(256))
# The characters that may be digits, ASCII apart: those of no script or block that has none.
_MAY_BE_DIGIT = re.compile("[^\x00-\xb1\xb4-\xb8\xba-\u065f\u2010-\u206f]")
# A caption is at most that long; it parts its credit with a sign or is a name alone: "Foto: dpa", "(AP Photo)", "X / Y".
_CAPTION, _NAME = 500, 32
_CREDIT_SIGN = re.compile("[/|©®(\\[:：=–—·•（【]")
_LAST_WORDS = re.compile("[.!?]['\"”’»)]? [^.!?]{2,60}$")
_LAST = 64


def is_wide(text: str) -> bool:
    """Return whether a text holds a character of a wide script."""
    if text.isascii():
        return False
    data = text.encode("utf-8", "surrogatepass")
    return any(lead in data for lead in _WIDE_LEADS) and _WIDE.search(text) is not None


def end_of(plain: str) -> int:
    """Return how a line ends: 1 sentence, 2 dots, 3 colon, 4 comma or dash, 5 digit, 6 word in quotes, 7 other, 0 word."""
    last = plain[-1]
    end = _ENDS.get(last)
    if end is None and last not in _CLOSERS:
        return 0 if last.isalpha() else 5 if last.isdigit() else 7
    tail = plain[-5:].rstrip(_CLOSERS) or last
    end = _ENDS.get(tail[-1])
    if end is None:
        return 6 if tail[-1].isalpha() else 7
    return 2 if end == 1 and tail.endswith("...") else end


def sentences_in(plain: str) -> int:
    """Return how many sentences end inside a line."""
    count = plain.count(". ") + plain.count("? ") + plain.count("! ") + plain.count('." ')
    return count if plain.isascii() else count + plain.count("。") + plain.count(".” ")


def commas_in(plain: str) -> int:
    """Return how many commas stand inside a line."""
    return plain.count(", ") + (0 if plain.isascii() else plain.count("，") + plain.count("، "))


def start_of(first: str) -> int:
    """Return what a line opens with: 0 small letter, 1 capital, 2 digit, 3 letter without case, 4 quote, 5 other."""
    if first in _OPENERS:
        return 4
    return 1 if first.isupper() else 0 if first.islower() else 2 if first.isdigit() else 3 if first.isalpha() else 5


def kind_of_mark(mark: str) -> int:
    """Return the kind of a line's mark: 0 none, 1 bullet, 2 number, 3 heading, 4 dash."""
    if not mark or mark[0] == ">":
        return 0
    first = mark[0]
    return 3 if first == "#" else 2 if first.isalnum() or first == "(" else 4 if first in "-–—" else 1


def letters_in(plain: str, size: int) -> tuple[float, float]:
    """Return the share of a line's words that are capitalised (2 for capitals throughout), and its share of digits."""
    if plain.isascii():  # three counts in C take a third of a look at each word
        kinds = plain.strip().encode("ascii").translate(_KINDS)
        words, upper, digits = kinds.count(b" ") + 1, kinds.count(b" A") + kinds.startswith(b"A"), kinds.count(b"0")
    else:
        firsts = [word[0] for word in plain.split()]
        words, upper, digits = len(firsts), sum(map(str.isupper, firsts)), _digits(plain)
    capitals = 2.0 if upper and plain.isupper() else upper / words
    return capitals, digits / size if size < 120 else 0.0


def _digits(plain: str) -> int:
    """Return how many digits a line holds that is not in ASCII."""
    if _MAY_BE_DIGIT.search(plain) is None:
        return sum(map(plain.count, "0123456789"))
    return sum(map(str.isdigit, plain))


def sign_in(plain: str) -> int:
    """Return the most telling sign in a line: a right's mark, an address, a separator of menus."""
    if "©" in plain or "(c)" in plain:
        return 1
    if "http" in plain or "www." in plain:
        return 2
    if "@" in plain:
        return 3
    if " | " in plain or "|" in plain[:2]:
        return 4
    if " > " in plain or " / " in plain or " » " in plain or "›" in plain:
        return 5
    if " • " in plain or " · " in plain:
        return 6
    return 7 if "#" in plain or "{" in plain else 0


def linked_in(raw: str, plain: str) -> int:
    """Return how much of a line is addresses of Markdown links, 0 to 13."""
    if len(raw) == len(plain) or "](" not in raw:
        return 0
    return 1 + 12 * max(0, len(raw) - len(plain)) // len(raw)


def may_have_credit(plain: str) -> bool:
    """Return whether a line may be one that is printed with a picture."""
    size = len(plain)
    if not _NAME <= size <= _CAPTION:
        return size < _NAME
    return _CREDIT_SIGN.search(plain) is not None or " - " in plain or _LAST_WORDS.search(plain, max(0, size - _LAST)) is not None
