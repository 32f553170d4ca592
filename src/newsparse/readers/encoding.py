"""Bytes to characters: byte order mark, declaration, UTF-8, and only then a guess."""

from __future__ import annotations

import codecs
import re

from newsparse.errors import SourceError
from newsparse.model import Problem
from newsparse.vocabulary import ProblemKind

__all__ = ["decode", "is_seven_bit"]

_DECLARED = re.compile(rb"""charset\s*=\s*["']?\s*([A-Za-z0-9_:.+-]+)""", re.I)
_XML = re.compile(rb"""^\s*<\?xml[^>]*encoding\s*=\s*["']([A-Za-z0-9_:.+-]+)""", re.I)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What browsers read under these labels (WHATWG Encoding Standard): the wider Windows sets.
_WIDER = {
    "iso-8859-1": "cp1252",
    "latin-1": "cp1252",
    "latin1": "cp1252",
    "ascii": "cp1252",
    "us-ascii": "cp1252",
    "iso-8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "ks_c_5601-1987": "cp949",
    "euc-kr": "cp949",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "sjis": "cp932",
    "x-sjis": "cp932",
    "big5": "big5hkscs",
    "tis-620": "cp874",
    "iso-8859-11": "cp874",
}

_SEVEN_BIT = frozenset(("iso-2022-jp", "iso-2022-kr", "csiso2022jp", "csiso2022kr"))


def decode(data: bytes, encoding: str | None = None) -> tuple[str, list[Problem]]:
    """Return the characters of `data`, and what had to be guessed or replaced.

    Raises:
        SourceError: the caller named an encoding that does not exist.
    """
    for mark, name in _BOMS:
        if data.startswith(mark):
            text = data[len(mark) :].decode("utf-8", "replace") if name == "utf-8" else data.decode(name, "replace")
            return text, _damage(text)
    if encoding is not None:
        try:
            codecs.lookup(encoding)
        except LookupError as error:
            raise SourceError("encoding", expected="a name that Python knows", got=repr(encoding)) from error
        text = data.decode(encoding, "replace")
        return text, _damage(text)
    declared = _declared(data)
    try:
        return data.decode(declared if declared in _SEVEN_BIT and b"\x1b" in data else "utf-8"), []
    except UnicodeDecodeError:
        pass
    if declared and declared not in {"utf-8", "utf8"}:
        try:
            return data.decode(declared), []
        except (UnicodeDecodeError, LookupError):
            pass
    return _guess(data, declared)


def is_seven_bit(data: bytes) -> bool:
    """Return whether bytes are in an encoding that shifts with escape sequences, and so look like ASCII."""
    return b"\x1b" in data and _declared(data) in _SEVEN_BIT


def _declared(data: bytes) -> str | None:
    head = data[:4096]
    match = _XML.search(head) or _DECLARED.search(head)
    if match is None:
        return None
    name = match[1].decode("ascii", "ignore").lower()
    return _WIDER.get(name, name)


def _guess(data: bytes, declared: str | None) -> tuple[str, list[Problem]]:
    """Return damaged or undeclared bytes as text: mostly-UTF-8 as UTF-8, else what bs4 detects."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    strange = sum(byte > 127 for byte in data[:200_000])
    if broken * 10 <= max(strange, 1):
        return text, [Problem(ProblemKind.ENCODING, f"{broken} damaged characters in UTF-8 were replaced")]
    from bs4.dammit import UnicodeDammit

    found = UnicodeDammit(data, known_definite_encodings=[], user_encodings=[declared] if declared else [], is_html=True)
    if found.unicode_markup is not None:
        return found.unicode_markup, [Problem(ProblemKind.ENCODING, f"the encoding was guessed: {found.original_encoding}")]
    return text, [Problem(ProblemKind.ENCODING, f"{broken} damaged characters were replaced")]


def _damage(text: str) -> list[Problem]:
    broken = text.count("\ufffd")
    return [Problem(ProblemKind.ENCODING, f"{broken} damaged characters were replaced")] if broken else []
