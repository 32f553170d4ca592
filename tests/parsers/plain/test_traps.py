"""The traps of plain text: one test each."""

from __future__ import annotations

import textwrap

import pytest

import newsparse
from growth import assert_linear
from newsparse import Article
from newsparse.model import Crosshead, ListItem, Paragraph
from newsparse.text import clean
from newsparse.vocabulary import BlockRole, BoilerplateKind

HEADLINE = "Council closes harbour bridge for the summer"
FIRST = (
    "The council agreed on Tuesday to close the old harbour bridge for most of the summer, saying that the steel "
    "under the roadway had rusted faster than engineers expected."
)
SECOND = (
    "The ferry company said that it would run two more boats each day until the repairs are finished in September, "
    "and that fares would stay where they are."
)
THIRD = (
    '"We would rather close it now than be told to close it in December," the city\'s engineer said after the meeting, '
    "which lasted until midnight and ended in a narrow vote."
)
FOURTH = (
    "Traders on the eastern quay, who had asked for a later start, said that they would look for help from the county "
    "if their takings fell by more than a tenth."
)
BODY = (FIRST, SECOND, THIRD, FOURTH)


def _text(*head: str, body: tuple[str, ...] = BODY, tail: tuple[str, ...] = (), between: str = "\n\n") -> str:
    return between.join((*head, *body, *tail)) + "\n"


def _body(article: Article) -> list[str]:
    return [node.text for node in article.body]


def _check(article: Article) -> None:
    """Check what holds for every article: spans that point at their text."""
    for node in (*article.body, *article.boilerplate, *article.figures, *article.notes):
        assert node.span is not None
        assert clean(article.source_text[node.span.slice]) == node.text


@pytest.mark.parametrize(
    "first",
    [HEADLINE, HEADLINE.upper(), f"“{HEADLINE}”", f"{HEADLINE} | The Example Courier", f"{HEADLINE} - The Example Courier"],
)
def test_headline_printed_twice_is_one(first: str) -> None:
    """Both lines are accounted for, whether they differ in case, quotes or a site's name."""
    article = newsparse.parse(_text(first, HEADLINE, "By Jane Doe"))
    assert article.headline is not None
    assert HEADLINE.casefold() == article.headline.text.strip("“”").casefold()
    assert 2 == sum(block.role is BlockRole.HEADLINE for block in article.blocks)
    assert list(BODY) == _body(article)
    _check(article)


def test_caption_between_headline_and_byline_is_a_figure() -> None:
    """A caption with a credit in brackets is neither deck nor body."""
    line = "The bridge at low tide on Monday. (Photo: Petra Lang)"
    article = newsparse.parse(_text(HEADLINE, line, "By Jane Doe December 6, 2024"))
    assert article.deck is None
    assert list(BODY) == _body(article)
    figure = article.figures[0]
    assert ("The bridge at low tide on Monday.", "Petra Lang") == (
        figure.caption.text if figure.caption else None,
        figure.credit.text if figure.credit else None,
    )
    _check(article)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("News", BoilerplateKind.SECTION_LABEL),
        ("Dismiss", BoilerplateKind.DIALOG),
        ("Share", BoilerplateKind.SHARE),
        ("Subscribe", BoilerplateKind.PAYWALL),
        ("Advertisement", BoilerplateKind.ADVERTISEMENT),
    ],
)
def test_trailing_label_is_boilerplate_of_a_kind(line: str, kind: BoilerplateKind) -> None:
    """A label behind the story is named, and the story stays whole."""
    article = newsparse.parse(_text(HEADLINE, "By Jane Doe", tail=(line,)))
    assert list(BODY) == _body(article)
    assert [(kind, line)] == [(node.kind, node.text) for node in article.boilerplate]


def test_sentence_that_opens_with_a_label_is_body() -> None:
    """The word "News" may open a sentence."""
    sentence = "News of the vote reached the quay before midnight, and the traders who had waited there went home without a word."
    assert [*BODY, sentence] == _body(newsparse.parse(_text(HEADLINE, "By Jane Doe", body=(*BODY, sentence))))


@pytest.mark.parametrize("text", ["", " \n\t ", HEADLINE, FIRST, f"{HEADLINE}\n\n{FIRST}"])
def test_fragment_gives_no_error(text: str) -> None:
    """Nothing, a title only, one paragraph only: no exception, and every line has a role."""
    article = newsparse.parse(text, source="text")
    assert len([line for line in text.splitlines() if line.strip()]) == len(article.blocks)
    _check(article)


def test_single_paragraph_under_a_headline_is_body() -> None:
    """The only prose of a text is the story, not its deck."""
    assert [FIRST] == _body(newsparse.parse(f"{HEADLINE}\n\nBy Jane Doe\n\n{FIRST}\n"))


@pytest.mark.parametrize("width", [64, 72, 80])
def test_wrapped_text_becomes_paragraphs(width: int) -> None:
    """Wrapped lines are joined, and a paragraph of one line is not glued to the next."""
    body = (FIRST, "Nobody spoke against it.", SECOND, THIRD, FOURTH)
    text = "\n\n".join((HEADLINE, "By Jane Doe", *(textwrap.fill(paragraph, width) for paragraph in body))) + "\n"
    article = newsparse.parse(text)
    assert list(body) == _body(article)
    _check(article)


@pytest.mark.parametrize("between", ["\n", "\n\n", "\n\n\n", "\r\n", "\r\n\r\n", "\r\r", "\x85\x85", "\u2028"])
def test_every_layout_gives_the_same_story(between: str) -> None:
    """One newline, blank lines, any line end: the paragraphs are the same."""
    article = newsparse.parse(_text(HEADLINE, "By Jane Doe", between=between))
    assert list(BODY) == _body(article)
    assert HEADLINE == (article.headline.text if article.headline else None)
    _check(article)


def test_invisible_characters_keep_offsets() -> None:
    """Spans index the caller's own string."""
    text = "\ufeff" + _text(HEADLINE, "By Jane Doe").replace("bridge", "bri\u00addge").replace("two more", "two\u00a0more").replace(
        "city", "\u200ecity"
    )
    article = newsparse.parse(text)
    assert text == article.source_text
    assert list(BODY) == _body(article)
    _check(article)


@pytest.mark.parametrize("mark", ["1.", "(a)", "•", "–", "-", "*"])
def test_lists_stay_lists(mark: str) -> None:
    """Numbered and bulleted lines are list items, without their mark."""
    items = ("two boats an hour from the eastern quay", "one boat an hour from the western quay", "no boats after midnight")
    listed = "\n".join(f"{mark} {item}" for item in items)
    text = f"{HEADLINE}\n\nBy Jane Doe\n\n{FIRST}\n\nFrom Monday there will be:\n\n{listed}\n\n{SECOND}\n\n{THIRD}\n"
    article = newsparse.parse(text)
    assert list(items) == [node.text for node in article.body if isinstance(node, ListItem)]
    _check(article)


def test_repeated_paragraph_stays_twice() -> None:
    """A refrain is printed twice because it was said twice."""
    body = (FIRST, SECOND, THIRD, SECOND, FOURTH)
    assert list(body) == _body(newsparse.parse(_text(HEADLINE, "By Jane Doe", body=body)))


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Read more: Ferry adds boats for the festival", BoilerplateKind.RELATED),
        ("ALSO READ | Ferry adds boats for the festival", BoilerplateKind.RELATED),
        ("Sign up for our newsletter", BoilerplateKind.NEWSLETTER),
        ("We use cookies to give you the best experience on our site.", BoilerplateKind.CONSENT),
        ("Advertisement", BoilerplateKind.ADVERTISEMENT),
    ],
)
def test_line_in_the_middle_is_labelled(line: str, kind: BoilerplateKind) -> None:
    """What stands between two paragraphs is taken out, and what follows is not cut."""
    article = newsparse.parse(_text(HEADLINE, "By Jane Doe", body=(FIRST, SECOND, line, THIRD, FOURTH)))
    assert list(BODY) == _body(article)
    assert [(kind, line)] == [(node.kind, node.text) for node in article.boilerplate]


def test_sentence_that_opens_like_a_label_stays() -> None:
    """A sentence about "Related industries" is no link."""
    sentence = "Related industries such as boat building and fish packing fear that they will lose the summer too, said their unions."
    assert sentence in _body(newsparse.parse(_text(HEADLINE, "By Jane Doe", body=(FIRST, sentence, THIRD, FOURTH))))


def test_crosshead_between_paragraphs_is_kept() -> None:
    """A short line without an end among paragraphs is a crosshead."""
    article = newsparse.parse(_text(HEADLINE, "By Jane Doe", body=(FIRST, SECOND, "Fears on the quay", THIRD, FOURTH)))
    assert ["Fears on the quay"] == [node.text for node in article.body if isinstance(node, Crosshead)]
    assert list(BODY) == [node.text for node in article.body if isinstance(node, Paragraph)]


def test_markdown_is_reported_and_read() -> None:
    """Headings lose their marks, links their addresses, and the form is reported."""
    text = f"# {HEADLINE}\n\n*By Jane Doe*\n\n{FIRST}\n\n## Fears on the quay\n\n{SECOND} [It said so](https://example.org/a).\n\n{THIRD}\n"
    article = newsparse.parse(text)
    assert HEADLINE == (article.headline.text if article.headline else None)
    assert ["Fears on the quay"] == [node.text for node in article.body if isinstance(node, Crosshead)]
    assert f"{SECOND} It said so." in _body(article)
    assert "format" in [str(problem.kind) for problem in article.problems]
    _check(article)


def test_quoted_mail_is_reported_and_read() -> None:
    """The marks before the lines are taken off."""
    lines = [HEADLINE, "", "By Jane Doe", ""]
    for paragraph in BODY:
        lines += [*textwrap.wrap(paragraph, 70), ""]
    article = newsparse.parse("\n".join(f"> {line}".rstrip() for line in lines) + "\n")
    assert list(BODY) == _body(article)
    assert "format" in [str(problem.kind) for problem in article.problems]
    _check(article)


def test_line_of_a_date_is_no_headline() -> None:
    """A date that stands where headlines stand is the story's date."""
    head = "By ANN HOLLOW\nSTAFF WRITER\n\nPublished: Tuesday, 4 June 2024\n\nFlood\n\n"
    article = newsparse.parse(head + "\n\n".join(BODY) + "\n")
    assert "Published: Tuesday, 4 June 2024" != (article.headline.text if article.headline else None)
    assert "2024-06-04" == str(article.published.value if article.published else None)


def test_rights_in_letters_are_no_initials() -> None:
    """The sign of rights printed as a letter in brackets names nobody."""
    article = newsparse.parse(_text(HEADLINE, "By Jane Doe") + "\n\n(c) 2024 The River Courier. All rights reserved.\n")
    assert ["Jane Doe"] == [person.name for person in article.contributors]
    assert ["rights"] == [str(note.kind) for note in article.notes]


def test_picture_s_house_above_a_caption_is_no_author() -> None:
    """A house that credits a picture under the headline goes before nobody whom a line of names credits."""
    head = (HEADLINE, "Published 2 hours ago", "Share", "PA Media", "The ferry at the quay on Monday", "Jo Marsh & Dev Patel")
    article = newsparse.parse(_text(*head))
    assert ["Jo Marsh", "Dev Patel"] == [person.name for person in article.authors]


def test_biography_before_what_readers_say_is_a_note() -> None:
    """A paragraph in the second half that opens with the author and tells of them is a note, whatever follows."""
    bio = "Jane Doe writes about rivers and the people who live on them. She lives in Mill End."
    tail = (bio, "What readers are saying", *(f"{paragraph} So do the letters of others." for paragraph in (SECOND, THIRD, FOURTH, FIRST)))
    body = (*BODY, *(f"{paragraph} The mayor said it twice." for paragraph in BODY))
    article = newsparse.parse(_text(HEADLINE, "By Jane Doe", body=body, tail=tail))
    assert bio in [note.text for note in article.notes]


def test_escaped_page_is_reported_and_read() -> None:
    """A page whose marks were escaped is read as the page that it was."""
    page = f"<html><body><h1>{HEADLINE}</h1>" + "".join(f"<p>{paragraph}</p>" for paragraph in BODY) + "</body></html>"
    article = newsparse.parse(page.replace("<", "&lt;").replace(">", "&gt;"))
    assert HEADLINE == (article.headline.text if article.headline else None)
    assert "format" in [str(problem.kind) for problem in article.problems]


def test_source_overrides_the_detection() -> None:
    """Markup passed as text stays text."""
    assert "text" == str(newsparse.parse(f"<p>{FIRST}</p>", source="text").source_kind)


def test_scrap_of_markup_leads_a_text() -> None:
    """A dump that begins with what a page's `noscript` held is text; a fragment of a page with tags to its end is none."""
    scrap = '<div style="display:none;"><img src="//pixel.example.org/a.gif"></div>'
    lines = "\n".join([FIRST] * 15)
    assert "text" == str(newsparse.parse(f"{scrap}\n{lines}").source_kind)
    assert "html" == str(newsparse.parse(f"{scrap}\n{lines}</div>").source_kind)
    assert "html" == str(newsparse.parse(scrap).source_kind)


def test_headers_of_an_export_feed_the_fields() -> None:
    """Keyword lines give headline, byline and day, and are no part of the story."""
    text = (
        f"HD    {HEADLINE}\nBY    By Jane Doe\nWC    212 words\nPD    6 December 2024\nSN    The Example Courier\nLA    English\n"
        f"CY    (c) 2024 Example Media\nLP\n{FIRST}\n\n{SECOND}\nTD\n{THIRD}\n\n{FOURTH}\n\nDocument EXCO000020241206ekc60012x\n"
    )
    article = newsparse.parse(text)
    assert HEADLINE == (article.headline.text if article.headline else None)
    assert ["Jane Doe"] == [author.name for author in article.authors]
    assert "2024-12-06" == str(article.published.value if article.published else None)
    assert list(BODY) == _body(article)
    _check(article)


@pytest.mark.parametrize("unit", ["word ", "word\n"])
def test_time_is_linear(unit: str) -> None:
    """Four times the text takes about four times as long."""
    assert_linear(lambda count: newsparse.parse(unit * count), 10_000, 40_000)


@pytest.mark.parametrize(
    ("line", "label"),
    [(f"Opinion | {HEADLINE}", "Opinion"), (f"LIVE: {HEADLINE}", "LIVE"), (f"Kommentar: {HEADLINE}", "Kommentar"), (HEADLINE, None)],
)
def test_genre_that_opens_a_headline_is_the_kicker(line: str, label: str | None) -> None:
    """A genre's name in front of a headline is its kicker, parted by a bar or a colon; both spans stand in the one line."""
    article = newsparse.parse(_text(line, "By Jane Doe"))
    _check(article)
    assert article.headline is not None
    assert HEADLINE == article.headline.text
    assert label == (article.kicker.text if article.kicker is not None else None)


@pytest.mark.parametrize("line", ["Opinion: the bridge is no place for cars", "Opinion polls on the bridge: What they missed"])
def test_headline_keeps_a_colon_of_its_own(line: str) -> None:
    """What goes on in lower case behind a colon is one sentence with it, and no other word is a genre."""
    article = newsparse.parse(_text(line, "By Jane Doe"))
    assert article.headline is not None
    assert line == article.headline.text


EXPORT = f"""The Harbour News

December 6, 2024 Friday

{HEADLINE}

BYLINE: By Jane Doe

LENGTH: 212 words

DATELINE: PORTLAND, Maine

{FIRST}

{SECOND}

LOAD-DATE: December 7, 2024
"""


def test_dateline_that_an_export_states_is_the_articles() -> None:
    """The header's dateline feeds the field where the story opens with none."""
    article = newsparse.parse(EXPORT)
    assert article.dateline is not None
    assert "PORTLAND, Maine" == article.dateline.text == article.source_text[article.dateline.span.slice]  # type: ignore[union-attr]
    assert "PORTLAND" == article.dateline.places[0].name


def test_dateline_that_opens_the_story_goes_before_the_exports() -> None:
    """What the story itself prints says where its prose begins."""
    article = newsparse.parse(EXPORT.replace(FIRST, f"PORTLAND, Maine (AP) — {FIRST}"))
    assert article.dateline is not None
    assert "AP" == article.dateline.agency


def test_caption_that_holds_half_of_a_pair_of_marks_is_what_stands_there() -> None:
    """Caption and credit are cut where one mark of a pair is left in each: each is the clean text of its own span."""
    article = newsparse.parse(_text(HEADLINE, "The *old bridge at noon. Photo: Mia* Holm/Reuters", "By Jane Doe"))
    _check(article)
    figure = article.figures[0]
    for part in (figure.caption, figure.credit):
        assert part is not None
        assert part.span is not None
        assert part.text == clean(article.source_text[part.span.slice])


def test_deck_goes_before_a_paragraph_with_a_dateline() -> None:
    """A line that sums the story up under the headline is the deck, and the paragraph that opens with a place is the story's."""
    deck = "Residents say the decision, taken behind closed doors, ignores a decade of promises"
    lede = "PORT ELLISON, Ore. (AP) — The city council voted 7-2 on Sunday to close the terminal that has served this town since 1935."
    said = '"It breaks my heart," said Councilwoman Ida Rowe, who voted against the plan. "But nobody asked me."'
    updated = "Updated Nov. 3, 2025 at 4:15 p.m. ET | Published Nov. 2, 2025 at 9:02 a.m. ET"
    title = "Council votes to close the old ferry terminal after 90 years"
    lines = ("POLITICS", title, deck, "By Marta Quispe and Tom O'Dell, Staff Writers", updated, "3 min read", lede, said, *BODY)
    article = newsparse.parse("\n\n".join(lines) + "\n")
    assert article.deck is not None
    assert deck == article.deck.text
    assert [lede, said, *BODY] == _body(article)
