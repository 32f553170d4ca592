"""The name of a place in a dateline: where its words end, and whether words can be a name."""

from __future__ import annotations

import re

from newsparse.grammar.filing_date import Stamps, is_month, is_weekday
from newsparse.grammar.places import agency_at, is_abbreviation, is_glued, is_joined, is_particle, is_region, key, words

__all__ = ["MARKS", "ends_at", "read_name", "reads_as_name"]

MARKS = "\u0300-\u036f\u0900-\u0903\u093a-\u0963\u0981-\u0983\u09bc-\u09d7\u0a01-\u0dff\u064b-\u0655\u200c\u200d"
# "ST.", "N.M.", "AL-QUSAYR", "a.M."; a hyphen or dash behind it is not part of it ("TEHRAN-")
_WORD = re.compile(rf"(?:['’‘](?=[SsTt][ -][A-Z]))?[^\W\d_](?:[\w{MARKS}]|[.'’\-](?=[^\W\d_])){{0,40}}\.?")
_AND = re.compile(r" ([^\W\d_]{1,4}|&) (?:the )?")
# what may stand behind a piece: a separator, a bracket, the end
_ENDS = re.compile(r" {0,3}[—–―‒:|=/(\[\-]|,|\.(?:[\s-]|$)|\s*$")
# an article in small letters that is part of a name: "el-Balah", "d'Ivoire", "’s-Hertogenbosch"; not "anti-American"
_ARTICLED = re.compile(r"['’]?[^\W\d_]{1,3}[-'’](?=[^\W\d_a-zà-ÿ])")
_MAX_NAME = 8


def reads_as_name(tokens: list[str]) -> bool:
    """Whether the words can be a name: they begin with capitals, save for particles, and are no day or month."""
    if any("_" in token for token in tokens):
        return False
    if is_weekday(tokens[0]) or (is_month(tokens[0]) and len(tokens) == 1):
        return False
    return all(not token[0].islower() or is_particle(token) or "." in token or _ARTICLED.match(token) for token in tokens)


def read_name(text: str, at: int, stamps: Stamps, *, behind: bool) -> tuple[str, int]:
    """Return the name at an offset and its end, "Trinidad and Tobago" whole; empty when there is none.

    Args:
        text: the text.
        at: where the name begins.
        stamps: the dates of the text, at which a name ends.
        behind: whether a place stands before it, so that it may be a region in lower case.
    """
    name, end = _run(text, at, stamps, behind=behind)
    joint = _AND.match(text, end) if name else None
    if joint is not None and key(joint[1]) in words("and"):
        second, end_of_second = _run(text, joint.end(), stamps, behind=behind)
        if second and is_joined(name, joint[1], second):
            return text[at:end_of_second], end_of_second
    return name, end


def _run(text: str, at: int, stamps: Stamps, *, behind: bool) -> tuple[str, int]:
    """Return the run of words at an offset that may be a name, and its end."""
    begin = end = at
    and_words = words("and")
    for count in range(_MAX_NAME):
        found = _WORD.match(text, at)
        if found is None:
            break
        word, stop = found[0], False
        if word[-1] == "." and not is_abbreviation(word, first=count == 0):
            word, stop = word[:-1], True
        if word[0].islower() and not _continues(text, word, found.end(), first=count == 0, behind=behind):
            break
        if not count and "-" in word and is_glued(*word.rsplit("-", 1)):
            return word, at + len(word)
        if count and ((word[-1] != "." and key(word) in and_words) or _breaks(text, word, at, stamps)):
            break
        at += len(word)
        if not (word[0].islower() and "." not in word and is_particle(word)):
            end = at
        if stop or text[at : at + 1] != " ":
            break
        at += 1
    return (text[begin:end], end) if end > begin else ("", begin)


def _continues(text: str, word: str, at: int, *, first: bool, behind: bool) -> bool:
    """Whether a word in lower case goes on with a name: "am Main", "a.M."; or is a region printed so: "oman"."""
    if first:
        return behind and is_region(word)
    if "." in word:
        return word[-2:-1].isupper() or is_particle(word)
    if _ARTICLED.match(word):
        return True
    follows = text[at : at + 2]
    return is_particle(word) and follows[:1] == " " and (follows[1:].isupper() or follows[1:].islower())


def _breaks(text: str, word: str, at: int, stamps: Stamps) -> bool:
    """Whether a date or an agency begins at a word inside a run of names."""
    after = at + len(word)
    if text[after : after + 1] != "," and (dated := stamps.date_at(at)) is not None and dated[1] > after:
        return True  # not "Paz", a Sunday in Turkish, of "La Paz, 5 mar"
    bare = agency_at(text, at)
    return bare is not None and ends_at(text, bare[1])


def ends_at(text: str, at: int) -> bool:
    """Whether a piece of a dateline may end at an offset: a separator, a bracket or nothing stands there."""
    return _ENDS.match(text, at) is not None
