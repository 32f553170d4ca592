"""What a picture's line says: caption and credit."""

from __future__ import annotations

import pytest

from newsparse.grammar.credit import find_credit, is_house, parse_caption

SPLIT = [
    ("One of the valves. © City Museum / M. Daum", "One of the valves.", "City Museum / M. Daum"),
    ("Stacja na wzgórzu. Fot. Jan Nowak / PAP", "Stacja na wzgórzu.", "Jan Nowak / PAP"),
    ("The bridge on Monday. Foto dpa", "The bridge on Monday.", "dpa"),
    ("Beeld ANP", None, "ANP"),
    ("图为上沼泵站。本报记者 林海生摄", "图为上沼泵站。", "本报记者 林海生摄"),
    ("上沼ポンプ場（みなと新報）", "上沼ポンプ場", "みなと新報"),
    ("Fighters entered the old town on Friday. / bne IntelliNews", "Fighters entered the old town on Friday.", "bne IntelliNews"),
    ("Fields burned for a week. Mia Holm / Reuters", "Fields burned for a week.", "Mia Holm / Reuters"),
    ("Niall Carson/PA", None, "Niall Carson/PA"),
    ("Image source, Getty Images", None, "Getty Images"),
    ("Image caption, The bridge at noon", "The bridge at noon", None),
    ("Fuente de la imagen, Reuters", None, "Reuters"),
    ("Crédito, as they say, is due", "Crédito, as they say, is due", None),
    ("The mayor on Monday. Photo:", "The mayor on Monday.", None),
    ("As the mayor said:", "As the mayor said:", None),
    ("Photograph: Eva Manez/Reuters", None, "Eva Manez/Reuters"),
    ("A man walks home (Image: Getty Images/iStockphoto)", "A man walks home", "Getty Images/iStockphoto"),
    ("FILE - People of the tribe walk in line. (AP Photo/Ng Han Guan)", "FILE - People of the tribe walk in line.", "AP Photo/Ng Han Guan"),
    ("Enlarge / A nice view of it.", "A nice view of it.", None),
    ("Open this photo in gallery: The mill. Jane Doe/The Daily Post", "The mill.", "Jane Doe/The Daily Post"),
    ("Der Minister in Berlin. Foto: Peter Kneffel/dpa", "Der Minister in Berlin.", "Peter Kneffel/dpa"),
    ("Ein Mann läuft. © imago/Sven Simon", "Ein Mann läuft.", "imago/Sven Simon"),
    ("Soldiers in the north last year. Noel Celis/Getty Images", "Soldiers in the north last year.", "Noel Celis/Getty Images"),
    ("El rey en Madrid. EFE/ J.J. Guillén", "El rey en Madrid.", "EFE/ J.J. Guillén"),
    ("Un uomo in piazza / Lorenzo Marina", "Un uomo in piazza", "Lorenzo Marina"),
    ("Het parlement — © BELGA", "Het parlement", "BELGA"),
    ("Foto: Michal Turek, Seznam Zprávy", None, "Michal Turek, Seznam Zprávy"),
    ("선수가 골을 넣고 있다. [사진 = 한수진 기자]", "선수가 골을 넣고 있다.", "한수진 기자"),
    ("会見する首相（代表撮影）", "会見する首相", "代表撮影"),
    ("The crew on Dec. 5. Photo by Joe Raedle/Getty Images", "The crew on Dec. 5.", "Joe Raedle/Getty Images"),
    ("Photo Credit: Jane Doe / Getty Images", None, "Jane Doe / Getty Images"),
    ("Speakers in the hall on Tuesday - REUTERS", "Speakers in the hall on Tuesday", "REUTERS"),
]

WHOLE = [
    "Han går til fot gjennom byen",
    "市民が読んだ新聞",
    "会見する社長（4日、東京）",
    "A plain caption of a man at a table.",
    "He said on/off that it works",
    "The president (right) with the king (left)",
    "A view of Paris (France)",
    "The minister said: we have to wait for the results of the long inquiry that the parliament asked for last year.",
]


@pytest.mark.parametrize(("line", "caption", "credit"), SPLIT)
def test_parse_caption_splits(line: str, caption: str | None, credit: str | None) -> None:
    """Caption and credit are told apart and point at their characters."""
    parts = parse_caption(line)
    assert (caption, credit) == (
        line[parts.caption.slice] if parts.caption else None,
        line[parts.credit.slice] if parts.credit else None,
    )


@pytest.mark.parametrize("line", WHOLE)
def test_parse_caption_keeps_whole(line: str) -> None:
    """A line without a credit is all caption, with no confidence in a credit."""
    parts = parse_caption(line)
    assert parts.credit is None
    assert parts.confidence == 0.0
    assert parts.caption is not None
    assert line[parts.caption.slice] == line


@pytest.mark.parametrize("line", ["", "/", "()", "Photo:", " / ", "©", "Foto: ©", ")" * 300, "Photo by " * 400, ": " * 900])
def test_parse_caption_survives(line: str) -> None:
    """Empty and hostile lines give ranges inside the line."""
    parts = parse_caption(line)
    for span in (parts.caption, parts.credit):
        assert span is None or 0 <= span.start < span.end <= len(line)


def test_is_house_needs_the_printed_capitals_of_short_names() -> None:
    """A short agency name counts only as it is printed."""
    assert is_house("Niall Carson/PA")
    assert not is_house("his pa and an ap")


@pytest.mark.parametrize("line", [line for line, _, _ in SPLIT])
def test_find_credit_returns_what_parse_caption_does_where_there_is_one(line: str) -> None:
    """A line without a maker has a caption, and no credit."""
    parts = parse_caption(line)
    assert find_credit(line) == (parts if parts.credit is not None else None)
