"""Glued text: the parts of a line in which a tool printed many of a page's strings with nothing between.

"SubscribeLog inMinister quits over diplomaBy Jane DoeThe minister resigned on Tuesday.In a short" was
seven strings. What joins two of them tells: a sentence that ends without a space behind it, a small
letter before a capital. Names have such joints too (YouTube, McDonald), but few stand in one line.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from newsparse.readers.lines import Line

__all__ = ["parted"]

# A line shorter than this makes no text a glued one; of lines shorter than the second, the first characters of the first few.
_LONG, _VERY_LONG, _WINDOW, _TOLD = 250, 1200, 300, 4
# So many joints, and one for each so many characters, are no names. Tuned on texts of BeautifulSoup and
# readability against those of sixteen tools that part lines, which have a few names in one at the most.
_JOINTS, _APART = 5, 700
# In a text that has such a line, fewer are enough in the others, if they stand near each other.
_FEW, _NEAR = 2, 150
# Heads of names that go on with a capital: "McDonald", "MacLeod", "YouTube", "iPhone"; what is longer is a word.
_HEAD = 3
# Addresses and programs have joints of their own.
_CODE = ("://", "](", "{", "%20")
# The kinds of Latin characters: small letter or digit, capital, sentence end, bracket or quote (typographic ones become
# question marks), other. A text with one of the third kind in so many is written in another script.
_KINDS = bytes(
    97 if char.islower() or char.isdigit() else 65 if char.isupper() else 46 if char in '.!?)"»' else 32 for char in map(chr, range(256))
)
_OTHER = 6
# A word is looked at so far.
_REACH = 30


def parted(lines: list[Line]) -> list[Line] | None:
    """Return the lines of a text with the glued ones parted at their joints; `None` for a text that is not glued."""
    long = [index for index, line in enumerate(lines) if len(line.text) > _LONG]
    glued = {index for order, index in enumerate(long) if _is_glued(lines[index].text, tells=order < _TOLD)}
    if not glued:
        return None
    found: list[Line] = []
    for index, line in enumerate(lines):
        joints = _joints(line.text)
        if index in glued or (len(joints) >= _FEW and len(line.text) <= _NEAR * len(joints)):
            found.extend(_parts(line, joints))
        else:
            found.append(line)
    return found


def _is_glued(text: str, *, tells: bool) -> bool:
    """Whether a line has the joints of many strings; `tells` says whether one of a middling length is looked at."""
    if len(text) < _VERY_LONG:
        window = text[:_WINDOW]
        if not tells or _most(window) < _FEW or len(_joints(window)) < _FEW:
            return False
    if _most(text) < _JOINTS or any(sign in text for sign in _CODE):
        return False
    joints = _joints(text)
    return len(joints) >= _JOINTS and len(text) <= _APART * len(joints)


def _most(text: str) -> int:
    """Return how many joints a text has at the most, by a count that costs little; text in other scripts is looked at closer."""
    kinds = text.encode("latin-1", "replace").translate(_KINDS)
    if _OTHER * kinds.count(b".") > len(kinds):
        return _JOINTS
    return kinds.count(b"aA") + kinds.count(b".A") + kinds.count(b"AAA")


def _parts(line: Line, joints: list[int]) -> list[Line]:
    """Return the parts of a line between its joints."""
    offset = line.end - len(line.text)
    found: list[Line] = []
    for start, end in zip([0, *joints], [*joints, len(line.text)], strict=True):
        text = line.text[start:end]
        lead = len(text) - len(text.lstrip())
        bare = text.strip()
        if bare:
            begin = offset + start + lead
            first = not found
            found.append(
                Line(line.start if first else begin, begin + len(bare), bare, line.gap * first, line.indent, line.mark if first else "")
            )
    return found


def _joints(text: str) -> list[int]:
    """Return the offsets at which a string of a glued line ends and the next begins."""
    matches = list(_joint().finditer(text))
    words = [_word(text, match.end()) if match[0][-1].isalpha() else (0, "") for match in matches]
    inside = Counter(words)
    counts = Counter(word for _, word in inside)
    found: list[int] = []
    last = 0
    for match, word in zip(matches, words, strict=True):
        at = match.end()
        # a name that comes again, with one joint each time: "OpenAI"
        if word[1] and ((counts[word[1]] > 1 and inside[word] == 1) or (match[0][-1].islower() and _opens_name(text, at))):
            continue
        if match[0][-1] == '"' and text.count('"', last, at - 1) % 2 == 0:
            at -= 1  # the mark opens the next string
        found.append(at)
        last = at
    return found


def _word(text: str, at: int) -> tuple[int, str]:
    """Return where the letters around an offset begin, and these, so many of them at most on either side."""
    start = stop = at
    while start and at - start < _REACH and text[start - 1].isalpha():
        start -= 1
    while stop < len(text) and stop - at < _REACH and text[stop].isalpha():
        stop += 1
    return start, text[start:stop]


def _opens_name(text: str, at: int) -> bool:
    """Whether the letters before a capital are the head of a name: "Mc", "You", "i"; not "to", which ends a string."""
    start = at
    while start and at - start <= _HEAD and text[start - 1].isalpha():
        start -= 1
    return at - start <= _HEAD and (text[start].isupper() or at - start == 1)


@cache
def _joint() -> re.Pattern[str]:
    """Return the pattern of what stands before a joint."""
    upper = "".join(char for char in map(chr, range(0x530)) if char.isupper())
    lower = "".join(char for char in map(chr, range(0x530)) if char.islower())
    return re.compile(
        rf"[{lower}\d)%”»’\"][.!?…][”\"»’)]?(?=[“„«\"(]?[{upper}][{lower}{upper} ’'])"  # "on Tuesday.In", "go.” “No"; not "3.5", "a.Org"
        rf"|[{lower}](?=[{upper}])"  # "diplomaBy"
        rf"|\d(?=[{upper}][{lower}]{{2}})"  # "14 June 2025Share"; not "3D", "F1"
        rf"|[{upper}]{{3}}(?=[{upper}][{lower}]{{2}})"  # "14:22 BSTShare"
        rf"|[”)](?=[“„«{upper}])"  # "(AP)A storm"
    )
