"""The dateline in its article: where it may stand, what it owns, and the body without it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from newsparse import Claim, Document, Draft, Parser, Pipeline, read
from newsparse.model import Article, Deck, Headline, Paragraph
from newsparse.parsers import dateline
from newsparse.text import clean
from newsparse.vocabulary import BlockRole

PROSE = (
    "Rebels advanced on the city at dawn on Friday, and the army withdrew to the north, officials and residents said.",
    "The governor called on people to stay in their homes until the fighting in the western suburbs had come to an end.",
    "Aid groups said that thousands had left the city on foot since Thursday and that the hospitals were running out of fuel.",
)


def _find_headline(document: Document, draft: Draft) -> Iterator[Claim]:
    """Yield the first block."""
    yield Claim(Headline(document.blocks[0].plain, span=document.blocks[0].whole), 0.9, None, range(1))


def _find_body(document: Document, draft: Draft) -> Iterator[Claim]:
    """Yield every long block."""
    for block in document.blocks[1:]:
        if len(block.plain) > 60:
            yield Claim(Paragraph(block.plain, span=block.whole), 0.9, None, block.own)


def _find_deck(document: Document, draft: Draft) -> Iterator[Claim]:
    """Yield the second paragraph-like block as the deck."""
    block = document.blocks[2]
    yield Claim(Deck(block.plain, span=block.whole), 0.98, None, range(2, 3))


PIPELINE = Pipeline((Parser("headline.first", "headline", _find_headline), Parser("body.long", "body", _find_body), *dateline.PARSERS))


def _parse(source: str) -> Article:
    """Return the article with its datelines, headline and body found by length alone."""
    return PIPELINE.run(read(source))


def _page(first: str, *, above: str = "", later: str = "") -> Article:
    """Return the article of a small page with the given first paragraph."""
    paragraphs = "".join(f"<p>{p}</p>" for p in (first, *PROSE[1:]))
    body = f"<h1>Rebels advance on city</h1><p>By Jane Doe</p>{above}{paragraphs}{later}"
    return _parse(f"<html><body><article>{body}</article></body></html>")


def _role(article: Article, text: str) -> BlockRole:
    """Return the role of the block that begins with a text."""
    return next(block.role for block in article.blocks if article.source_text[block.span.slice].startswith(text))


def test_dateline_opens_first_paragraph() -> None:
    """A dateline inside the first paragraph is the article's, and the paragraph stays whole."""
    article = _page(f"HOMS, Syria, Dec 5 (Reuters) - {PROSE[0]}")
    assert article.dateline is not None
    assert article.dateline.text == "HOMS, Syria, Dec 5 (Reuters)"
    assert article.dateline.span is not None
    assert clean(article.source_text[article.dateline.span.slice]) == article.dateline.text
    assert article.source_text[article.dateline.end :].startswith("Rebels advanced")
    assert article.body[0].text.startswith("HOMS, Syria")


def test_body_text_without_dateline_begins_with_prose() -> None:
    """The body is offered with the dateline and without it."""
    article = _page(f"BEIRUT (AP) — {PROSE[0]}")
    assert article.body_text().startswith("BEIRUT (AP) — Rebels")
    assert article.body_text(dateline=False).startswith("Rebels advanced")


def test_dateline_with_no_break_spaces_in_inline_tag() -> None:
    """No-break spaces and tags around the dash do not matter."""
    article = _page(f"<b>ST. LOUIS</b>&nbsp;<span>—</span>&nbsp;{PROSE[0]}")
    assert article.dateline is not None
    assert article.dateline.text == "ST. LOUIS"
    assert article.body_text(dateline=False).startswith("Rebels advanced")


def test_full_dateline_in_own_block_is_the_articles() -> None:
    """A block that holds place, agency and mark alone is the dateline, and no paragraph."""
    article = _page(PROSE[0], above="<div>BEIRUT (AP) —</div>")
    assert article.dateline is not None
    assert article.dateline.text == "BEIRUT (AP)"
    assert _role(article, "BEIRUT") is BlockRole.DATELINE
    assert all(not node.text.startswith("BEIRUT") for node in article.body)


def test_bare_dateline_in_own_block_of_a_page_is_kept_apart() -> None:
    """A bare place in a block of its own is no paragraph and not lost."""
    article = _page(PROSE[0], above="<div>AUBURN, Wash. —</div>")
    assert article.dateline is None
    assert [found.text for found in article.section_datelines] == ["AUBURN, Wash."]
    assert not article.section_datelines[0].section
    assert _role(article, "AUBURN") is BlockRole.DATELINE


def test_dateline_alone_on_its_line_of_text() -> None:
    """In plain text a full dateline alone on its line is the article's."""
    article = _parse("Rebels advance on city\n\nBy Jane Doe\n\nAUBURN, Wash. (AP) —\n\n" + "\n\n".join(PROSE))
    assert article.dateline is not None
    assert article.dateline.text == "AUBURN, Wash. (AP)"
    assert article.source_text[article.dateline.end :].lstrip().startswith("Rebels advanced")


def test_later_datelines_open_sections() -> None:
    """Datelines of later parts are kept in order and flagged."""
    article = _page(f"BEIRUT (AP) — {PROSE[0]}", later=f"<p>{PROSE[2]}</p><p>{PROSE[1]}</p><p>AMMAN, Jordan — {PROSE[0]}</p>")
    assert [found.text for found in article.section_datelines] == ["AMMAN, Jordan"]
    assert article.section_datelines[0].section
    assert "AMMAN" not in article.body_text(dateline=False)


@pytest.mark.parametrize("first", ["WATCH — ", "OPINION: ", "That was in Chicago -- where ", "LAST week the ", "Moscow - once an ally - "])
def test_sentences_and_labels_are_no_dateline(first: str) -> None:
    """Labels and plain sentences at the head of a story give no dateline."""
    article = _page(first + PROSE[0])
    assert article.dateline is None
    assert article.section_datelines == ()


def test_unknown_place_is_confirmed_by_the_headline() -> None:
    """A place in no table counts when the story names it again after a word for "in"."""
    first = "Unterpfaff – Die Polizei hat am Freitag einen Mann festgenommen, der mehrere Autos angezündet haben soll."
    page = f"<h1>Festnahme nach Bränden in Unterpfaff</h1><p>{first}</p><p>{PROSE[1]}</p><p>{PROSE[2]}</p>"
    article = _parse(f"<html><body><article>{page}</article></body></html>")
    assert article.dateline is not None
    assert article.dateline.text == "Unterpfaff"


def test_dateline_in_a_deck_is_kept_apart() -> None:
    """A bare place that opens a deck is not the story's dateline, and not lost."""
    page = f"<h1>Rebels advance</h1><p>By Jane Doe</p><p class='deck'>Riad. {PROSE[0]}</p><p>{PROSE[1]}</p><p>{PROSE[2]}</p>"
    article = PIPELINE.add(Parser("deck.third", "deck", _find_deck), before="dateline.opening").run(
        read(f"<html><body>{page}</body></html>")
    )
    assert article.dateline is None
    assert [found.text for found in article.section_datelines] == ["Riad"]


def test_dateline_of_a_deck_set_as_the_story_is_the_storys() -> None:
    """What stands as the deck but is set just as the paragraphs are is their first."""
    page = f"<h1>Rebels advance</h1><p>By Jane Doe</p><p>ST. LOUIS — {PROSE[0]}</p><p>{PROSE[1]}</p><p>{PROSE[2]}</p>"
    article = PIPELINE.add(Parser("deck.third", "deck", _find_deck), before="dateline.opening").run(
        read(f"<html><body>{page}</body></html>")
    )
    assert article.dateline is not None
    assert article.dateline.text == "ST. LOUIS"


def test_dateline_behind_captions() -> None:
    """A full dateline is found behind captions that were taken for paragraphs."""
    captions = "".join(f"<p>FILE - The bridge over the river is seen at dawn on day {i} of the storm in the capital.</p>" for i in range(4))
    article = _page(PROSE[2], later=f"{captions}<p>KANSAS CITY, Mo. (AP) — {PROSE[0]}</p>")
    assert article.dateline is not None
    assert article.dateline.text == "KANSAS CITY, Mo. (AP)"


def test_dateline_of_a_lede_that_passed_for_a_title() -> None:
    """A full dateline above the story is found where the paragraph it opens was not taken for story."""
    article = _parse(f"PUTRAJAYA, Nov 22 — {PROSE[0]} {PROSE[2]}\n\n{PROSE[1]}\n\n{PROSE[2]}")
    assert article.dateline is not None
    assert article.dateline.text == "PUTRAJAYA, Nov 22"


def test_people_in_a_dateline_have_their_place() -> None:
    """A reporter credited inside the dateline joins the contributors, with the place of the name."""
    article = _page(
        "新华社北京12月5日电（记者张三）" + "国家统计局今天公布的数据显示，前十一个月全国规模以上工业企业利润同比有所增长。" * 2
    )
    assert article.dateline is not None
    assert [(person.name, person.title) for person in article.contributors] == [("张三", "记者")]
    span = article.contributors[0].span
    assert span is not None
    assert article.source_text[span.slice] == "张三"


def test_bare_place_of_a_paragraph_set_apart_is_a_decks() -> None:
    """A place before a period opens a deck where its paragraph is set unlike those behind it."""
    page = f"<h1>Kampf um die Krone</h1><p>Von Jana Muster</p><p class='intro'>Riad. {PROSE[0]}</p><p>{PROSE[1]}</p><p>{PROSE[2]}</p>"
    article = _parse(f"<html><body>{page}</body></html>")
    assert article.dateline is None
    assert [found.text for found in article.section_datelines] == ["Riad"]


def test_dateline_of_a_text_opens_a_deck_that_is_its_first_paragraph() -> None:
    """In a text nothing shows how a paragraph was set: a place in capitals with its country opens the story also in a deck."""
    pipeline = PIPELINE.add(Parser("deck.second", "deck", _find_deck), before="dateline.opening")
    source = f"Rebels advance on city\n\nBy Jane Doe\n\nHOMS, Syria -- {PROSE[0]}\n\n{PROSE[1]}\n\n{PROSE[2]}"
    found = pipeline.run(read(source)).dateline
    assert found is not None
    assert "HOMS, Syria" == found.text
    summary = pipeline.run(read(source.replace("HOMS, Syria --", "Homs."))).dateline
    assert summary is None
