"""Bytes to characters: byte order mark, UTF-8 where it fits, the page's declaration, and only then a guess."""

from __future__ import annotations

import codecs
import re

from newsparse.errors import SourceError
from newsparse.model import Problem
from newsparse.vocabulary import ProblemKind

__all__ = ["decode", "is_seven_bit", "is_wide"]

# `<meta charset="x">`, `<meta http-equiv=… content="text/html; charset=x">`; not `<script charset="x">`.
_DECLARED = re.compile(rb"""<meta\s[^<>]{0,300}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.+-]{1,40})""", re.I)
_XML = re.compile(rb"""^\s*<\?xml[^<>]{0,100}?encoding\s*=\s*["']([A-Za-z0-9_:.+-]{1,40})""", re.I)
_WINDOW = 65_536  # archives put their scripts before the page's own declaration
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: it begins alike
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What browsers read under these labels (WHATWG Encoding Standard): the wider sets.
_WIDER = {
    **dict.fromkeys(("iso-8859-1", "iso8859-1", "iso_8859-1", "latin-1", "latin1", "l1", "ascii", "us-ascii", "x-cp1252"), "cp1252"),
    **dict.fromkeys(("iso-8859-9", "latin5"), "cp1254"),
    **dict.fromkeys(("gb2312", "gbk", "gb_2312-80", "x-gbk", "chinese"), "gb18030"),
    **dict.fromkeys(("ks_c_5601-1987", "euc-kr", "korean", "ksc5601", "windows-949"), "cp949"),
    **dict.fromkeys(("shift_jis", "shift-jis", "sjis", "x-sjis", "windows-31j", "ms_kanji"), "cp932"),
    **dict.fromkeys(("big5", "big5-hkscs", "x-x-big5", "cn-big5"), "big5hkscs"),
    **dict.fromkeys(("tis-620", "iso-8859-11", "windows-874"), "cp874"),
    "x-mac-roman": "mac-roman",
    "x-user-defined": "cp1252",
}
# Text is UTF-8 where one of so many bytes beyond ASCII is none at the most, in the first part of a source, and it is in
# the declared encoding where one of so many characters is none.
_STRAY, _SAMPLE, _FEW = 10, 200_000, 50
_SEVEN_BIT = frozenset(("iso-2022-jp", "iso-2022-kr", "csiso2022jp", "csiso2022kr"))


def decode(data: bytes, encoding: str | None = None) -> tuple[str, list[Problem]]:
    """Return the characters of `data`, and what had to be guessed or replaced.

    Bytes that are UTF-8 are read as such whatever the page declares: no other text of any
    length looks like it.

    Raises:
        SourceError: the caller named an encoding that does not exist.
    """
    for mark, name in _BOMS:
        if data.startswith(mark):
            return _replacing(data[len(mark) :], name)
    if encoding is not None:
        return _as_told(data, encoding)
    if (wide := _wide_without_mark(data)) is not None:
        return _guessed(data, wide)
    declared = _declared(data)
    try:
        return data.decode(declared if declared in _SEVEN_BIT and b"\x1b" in data else "utf-8"), []
    except (UnicodeDecodeError, LookupError):
        pass
    found = _damaged(data) or _as_declared(data, declared)
    if found is not None:
        return found
    from newsparse.readers.guess import guess

    return _guessed(data, guess(data))


def _as_told(data: bytes, encoding: str) -> tuple[str, list[Problem]]:
    """Return text in the encoding that the caller names.

    Raises:
        SourceError: there is no such encoding.
    """
    try:
        codecs.lookup(encoding)
        return _replacing(data, encoding)
    except (LookupError, ValueError) as error:  # "hex" exists and is no text encoding
        raise SourceError("encoding", expected="the name of a text encoding", got=repr(encoding)) from error


def _guessed(data: bytes, name: str) -> tuple[str, list[Problem]]:
    """Return text in an encoding that nothing states, and say so."""
    text, problems = _replacing(data, name)
    return text, [*problems, Problem(ProblemKind.ENCODING, f"the encoding was guessed: {name}")]


def _damaged(data: bytes) -> tuple[str, list[Problem]] | None:
    """Return text that is UTF-8 but for a stray byte here and there, which make it no other encoding; else `None`."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    if broken * _STRAY > sum(1 for byte in data[:_SAMPLE] if byte > 0x7F):
        return None
    return text, [Problem(ProblemKind.ENCODING, f"{broken} damaged characters in UTF-8 were replaced")]


def _as_declared(data: bytes, declared: str | None) -> tuple[str, list[Problem]] | None:
    """Return text in the encoding that the page declares; `None` where it is not, or none but UTF-8 is declared."""
    if declared is None or declared in {"utf-8", "utf8"}:
        return None
    try:
        text, problems = _replacing(data, declared)
    except LookupError:
        return None
    return (text, problems) if text.count("\ufffd") * _FEW <= len(text) else None


def _replacing(data: bytes, name: str) -> tuple[str, list[Problem]]:
    """Return text in a known encoding, with a word on what was replaced."""
    try:
        return data.decode(name), []
    except UnicodeDecodeError:
        text = data.decode(name, "replace")
        return text, [Problem(ProblemKind.ENCODING, f"{text.count(chr(0xFFFD))} damaged characters were replaced")]


def _wide_without_mark(data: bytes) -> str | None:
    """Return UTF-16 or UTF-32 for bytes of it without a mark: every second byte, or three of four, is a NUL."""
    head = data[:512]
    if b"\0" not in head:
        return None
    for name, step, at in (("utf-32-le", 4, 0), ("utf-32-be", 4, 3), ("utf-16-le", 2, 0), ("utf-16-be", 2, 1)):
        own = head[at::step]
        if len(own) > 2 and own.count(0) == 0 and head.count(0) >= 0.7 * (len(head) - len(own)):
            return name
    return None


def is_wide(encoding: str | None) -> bool:
    """Return whether a stated encoding is one of UTF-16 and UTF-32, whose bytes look like no text.

    >>> is_wide("UTF-16LE"), is_wide("utf_32"), is_wide("utf-8"), is_wide(None)
    (True, True, False, False)
    """
    return encoding is not None and encoding.lower().replace("_", "-").startswith(("utf-16", "utf-32"))


def is_seven_bit(data: bytes) -> bool:
    """Return whether bytes are in an encoding that shifts with escape sequences, and so look like ASCII."""
    return b"\x1b" in data and _declared(data) in _SEVEN_BIT


def _declared(data: bytes) -> str | None:
    """Return the encoding that a page declares, by Python's name; `None` when it declares none."""
    head = data[:_WINDOW]
    match = _XML.search(head) or _DECLARED.search(head)
    if match is None:
        return None
    name = match[1].decode("ascii").lower()
    return _WIDER.get(name, name)
