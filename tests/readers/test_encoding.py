"""Bytes of every usual encoding, rightly, wrongly and not declared."""

from __future__ import annotations

import pytest

from newsparse.errors import SourceError
from newsparse.readers import read
from newsparse.readers.encoding import decode
from newsparse.readers.twice import mended
from newsparse.vocabulary import ProblemKind

TEXTS = {
    "cp1252": "Über die Straße hinweg hörte man Müller sagen, dass es kälter würde. “So ist es”, erklärte er später.",
    "cp1251": "Президент России заявил, что в Москве ожидается сильный дождь в ближайшие дни",
    "koi8-r": "Президент России заявил, что в Москве ожидается сильный дождь в ближайшие дни",
    "cp1250": "Příliš žluťoučký kůň úpěl ďábelské ódy a ministr řekl, že bude pršet",
    "cp1254": "Cumhurbaşkanı, İstanbul’da şiddetli yağış beklendiğini söyledi ve çağrı yaptı",
    "cp1253": "Ο πρωθυπουργός δήλωσε ότι θα βρέξει στην Αθήνα σήμερα",
    "cp1255": "ראש הממשלה אמר כי ירד גשם בתל אביב היום",
    "cp1256": "قال رئيس الوزراء إن المطر سيهطل اليوم في العاصمة",
    "gb18030": "总统表示今天北京将会下雨，请市民注意安全。",
    "big5": "總統表示今天臺北將會下雨，請市民注意安全。",
    "cp932": "首相は今日、東京で雨が降ると述べた。カメラの前で語った。",
    "euc-jp": "首相は今日、東京で雨が降ると述べた。カメラの前で語った。",
    "cp949": "대통령은 오늘 서울에 비가 올 것이라고 말했다.",
    "cp874": "นายกรัฐมนตรีกล่าวว่าวันนี้ฝนจะตกในกรุงเทพ",
}
# The label under which pages declare it where that differs.
LABELS = {"cp1252": "iso-8859-1", "cp1254": "iso-8859-9", "gb18030": "gb2312", "cp932": "Shift_JIS", "cp949": "EUC-KR", "cp874": "TIS-620"}


def page(text: str, encoding: str, declared: str = "") -> bytes:
    """Return a page in an encoding, declared or not."""
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={declared}">' if declared else ""
    return f'<html><head><script charset="utf-8" src="a"></script>{meta}</head><body><p>{text}</p></body></html>'.encode(encoding)


@pytest.mark.parametrize("encoding", TEXTS)
def test_declared_encoding_is_read(encoding: str) -> None:
    """The usual label gives the text, without a problem."""
    document = read(page(TEXTS[encoding], encoding, LABELS.get(encoding, encoding)))
    assert (TEXTS[encoding], []) == (document.text, document.problems)


@pytest.mark.parametrize("encoding", TEXTS)
def test_undeclared_encoding_is_guessed(encoding: str) -> None:
    """Without a label the bytes tell; that it was a guess is said."""
    document = read(page(TEXTS[encoding], encoding))
    assert TEXTS[encoding] == document.text
    assert [ProblemKind.ENCODING] == [problem.kind for problem in document.problems]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig", "utf-32", "utf-32-le", "iso-2022-jp"])
def test_marked_and_wide_encodings_are_read(encoding: str) -> None:
    """A byte order mark, regular NULs or escape sequences tell."""
    text = TEXTS["cp932"] if encoding == "iso-2022-jp" else TEXTS["cp1252"]
    assert text == read(page(text, encoding, encoding if encoding == "iso-2022-jp" else "")).text


@pytest.mark.parametrize("declared", ["iso-8859-1", "gb2312", "shift_jis", "windows-1251", "nonsense", ""])
def test_utf8_is_read_whatever_is_declared(declared: str) -> None:
    """Bytes that are UTF-8 are UTF-8."""
    assert TEXTS["cp1252"] == read(page(TEXTS["cp1252"], "utf-8", declared)).text


@pytest.mark.parametrize("stray", [b"\xff", b"\xe9", b"\xed\xa0\x80", b"\xc3"])
@pytest.mark.parametrize("place", [b"<p>", b"</p>", b"<body>", b"</body>", b"<script"])
def test_one_stray_byte_costs_one_character(stray: bytes, place: bytes) -> None:
    """A damaged byte in a UTF-8 page does not change how the rest is read."""
    data = page(TEXTS["cp1251"], "utf-8").replace(place, place + stray if place.endswith(b">") else stray + place, 1)
    document = read(data, source="html")
    assert TEXTS["cp1251"] == document.text.replace("\ufffd", "").strip()
    assert [ProblemKind.ENCODING] == [problem.kind for problem in document.problems]


def test_named_encoding_is_used_and_checked() -> None:
    """The caller's encoding wins; an unknown one is an error that names it."""
    assert TEXTS["koi8-r"] == read(page(TEXTS["koi8-r"], "koi8-r"), encoding="koi8-r").text
    for wrong in ("no-such", "hex", "base64"):
        with pytest.raises(SourceError, match=wrong):
            read(b"<p>x</p>", encoding=wrong)


@pytest.mark.parametrize("encoding", ["utf-16-le", "UTF_16BE", "utf-32-le"])
@pytest.mark.parametrize("text", ["Новости дня", "桥梁开通了"])
def test_named_wide_encoding_is_no_binary_data(encoding: str, text: str) -> None:
    """Bytes of which the caller says that they are UTF-16 are text, whatever they look like."""
    assert text == read((text * 20).encode(encoding), encoding=encoding).text[: len(text)]


@pytest.mark.parametrize(
    ("twice", "text"),
    [
        ("I don\u00e2\u0080\u0099t caf\u00c3\u00a9", "I don’t café"),
        ("I donâ€™t cafÃ©", "I don’t café"),
        ("I don\u00e2\u0080\u0099t “quote”", "I don’t “quote”"),
        ("A plain “text” é", "A plain “text” é"),
    ],
)
def test_text_encoded_twice_is_mended(twice: str, text: str) -> None:
    """UTF-8 read as Latin-1 or Windows-1252 and written again is undone, and only that."""
    assert text == mended(twice)[0]
    document = read(f"<p>{twice}</p>".encode())
    assert text == document.text
    assert bool(document.problems) is (twice != text)


def test_decode_reads_any_bytes() -> None:
    """Any bytes give some text."""
    for data in (bytes(range(256)), b"\x1b$B", b"\xff\xfe\x00", b"\x00\x00\xfe\xff\x01", b"\x80" * 10):
        assert isinstance(decode(data)[0], str)


def test_declared_encoding_with_a_stray_byte_is_kept() -> None:
    """A byte that the declared encoding does not have is replaced, and told; the page is not taken for another encoding."""
    text = TEXTS["cp1253"] * 4
    document = read(page(text, "cp1253", "windows-1253").replace("βρέξει".encode("cp1253"), b"\xd2", 1))
    assert text.replace("βρέξει", "\ufffd", 1) == document.text
    assert [ProblemKind.ENCODING] == [problem.kind for problem in document.problems]
