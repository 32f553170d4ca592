"""Which encoding bytes are in that are no UTF-8 and declare nothing that fits."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

__all__ = ["guess"]

# In the order in which equals are settled: the commoner one first.
_WIDE = ("gb18030", "cp932", "euc-jp", "big5hkscs", "cp949")
_NARROW = (
    "cp1252",
    "cp1251",
    "cp1250",
    "cp1256",
    "cp1254",
    "cp1253",
    "cp1255",
    "koi8-r",
    "cp1257",
    "cp1258",
    "cp874",
    "iso-8859-2",
    "mac-roman",
)
_SAMPLE = 30_000
_TAGS = re.compile(rb"<[^<>]{0,2000}>")
_WORD = re.compile(rb"[A-Za-z\x80-\xff]+")
# Letters that real text of the encoding's languages is made of; the others are rare in it and common in a wrong reading.
_KANA = re.compile("[\u3040-\u30ff]")
_HANGUL = re.compile("[\uac00-\ud7a3]")
# The level-one characters of GB 2312 stand in the first half of its table, those of Big5 too: a right reading
# uses them nearly alone, a wrong one all of the table.
_COMMON_GB = range(0xB0A1, 0xD7FA)
_COMMON_BIG5 = range(0xA440, 0xC67F)
_MARKS = {"gb18030": frozenset((0xA1, 0xA3)), "big5hkscs": frozenset((0xA1, 0xA2, 0xA3))}  # rows of punctuation


def guess(data: bytes) -> str:
    """Return Python's name of the likeliest encoding.

    Wide encodings must decode without a fault and into the characters that their languages
    use; the narrow ones are told apart by which reading makes words: small letters inside, no
    capital behind a small one, one script.
    """
    sample = _TAGS.sub(b" ", data[: 8 * _SAMPLE])
    strange = b" ".join(word for word in _WORD.findall(sample) if not word.isascii())[:_SAMPLE]
    if not strange:
        return "cp1252"
    wide = max((_wide_score(sample[:_SAMPLE], name), -i, name) for i, name in enumerate(_WIDE))
    if wide[0] > 0.7:
        return wide[2]
    narrow = max((_narrow_score(strange, name), -i, name) for i, name in enumerate(_NARROW))
    return narrow[2]


def _wide_score(data: bytes, name: str) -> float:
    """Return how well bytes read in an encoding of two bytes a character: the share of characters that are common in it."""
    text = ""
    for cut in range(3):  # the sample may end in the middle of a character
        try:
            text = data[: len(data) - cut].decode(name)
            break
        except UnicodeDecodeError:
            continue
    wide = [char for char in text if char > "\x7f"]
    if len(wide) < 4 or len(wide) * 1.5 > sum(byte > 0x7F for byte in data) * 1.3:
        return 0.0
    if name in {"cp932", "euc-jp"}:
        kana = sum(1 for char in wide if _KANA.match(char))
        half = sum(1 for char in wide if "\uff61" <= char <= "\uff9f")
        return 0.6 + 0.4 * min(1.0, 3 * kana / len(wide)) - 2 * half / len(wide) if kana * 8 > len(wide) else 0.0
    if name == "cp949":
        return sum(1 for char in wide if _HANGUL.match(char)) / len(wide)
    common = _COMMON_GB if name == "gb18030" else _COMMON_BIG5
    codes = [int.from_bytes(char.encode(name)[:2], "big") for char in wide]
    letters = [code for code in codes if code >> 8 not in _MARKS[name]]
    return sum(code in common for code in letters) / len(letters) * 0.98 if letters else 0.0


_SCRIPTS = (("latin", "\u00aa", "\u024f"), ("greek", "\u0370", "\u03ff"), ("cyrillic", "\u0400", "\u04ff"), ("hebrew", "\u0590", "\u05ff"), ("arabic", "\u0600", "\u06ff"), ("thai", "\u0e00", "\u0e7f"))  # fmt: skip


def _script(char: str) -> str:
    return next((name for name, first, last in _SCRIPTS if first <= char <= last), "other")


# Letters beyond ASCII that the languages of an encoding use most; "ÿ", "þ" and "ø" inside a Czech word tell
# that Windows-1250 was read as Windows-1252.
_USUAL = {
    "cp1252": "äöüßéèàáíóúñçêâôîûëïåæøãõœùò",
    "cp1250": "ąćęłńóśźżáčďéěíňřšťúůýžőűăâîșțşţöüä",
    "iso-8859-2": "ąćęłńóśźżáčďéěíňřšťúůýžőűăâîöüä",
    "cp1254": "ğışöüçâîûéİ",
    "cp1257": "ąčęėįšųūžāēģīķļņōõäöü",
    "cp1258": "ăâđêôơưáàéèíóúý",
    "mac-roman": "äöüßéèàáíóúñçêâôîû",
    "cp1251": "оеаинтсрвлкмдпуяі",
    "koi8-r": "оеаинтсрвлкмдпуяі",
    "cp1253": "αοιετνσηρπκάόίμυλςέύή",
    "cp1255": "יוהלאתרבשמנםחדק",
    "cp1256": "اليمنورتبةعدسفكح",
    "cp874": "านรกอเงมยลว่ดท้สต",
}


def _narrow_score(data: bytes, name: str) -> float:
    """Return how well bytes read in an encoding of one byte a character."""
    text = data.decode(name, "replace")
    words = text.split()
    strange = [char for char in text if char > "\x7f"]
    letters = [char for char in strange if char.isalpha()]
    if not strange:
        return 0.0
    scripts = Counter(_script(char) for char in letters)
    leading, most = scripts.most_common(1)[0] if scripts else ("other", 0)
    score = most / len(strange)
    usual = _USUAL[name]
    score *= 0.4 + 0.6 * sum(char.lower() in usual for char in strange) / len(strange)
    if leading == "latin":
        # hardly a word of three letters has none of ASCII
        whole = sum(1 for word in words if len(word) > 2 and word.isalpha() and not any(char < "\x7f" for char in word))
        score *= 1.0 - whole / max(1, len(words))
    else:
        # in a text of another script whole words are made of strange letters
        mixed = sum(1 for word in words if any("a" <= char.lower() <= "z" for char in word))
        score *= 1.0 - mixed / max(1, len(words))
    score -= 2 * sum(1 for char in strange if "\x80" <= char < "\xa0" or char == "\ufffd") / len(strange)
    breaks = sum(1 for word in words for a, b in pairwise(word) if a.islower() and b.isupper())
    return score - breaks / max(1, len(words))
