"""The traps that well-known libraries fall into, whole sources through the whole parse; the number of the trap is in the test's id.

Traps of bylines are in `grammar/byline_traps.txt`, those of datelines in `grammar/datelines.jsonl`,
more of plain text in `parsers/plain/test_traps.py`.
"""

from __future__ import annotations

import json
from datetime import date, datetime, timezone
from typing import Any

import pytest

import newsparse
from newsparse import Article, parse_timestamp
from newsparse.model import LiveUpdate, Quote, Table
from newsparse.vocabulary import BoilerplateKind, ContributorKind, NoteKind, Precision, ProblemKind, Role, Zone

HEADLINE = "Harbour bridge closes for the summer"
FIRST = (
    "The council agreed on Tuesday to close the old harbour bridge for most of the summer, saying that the steel under "
    "the roadway had rusted faster than engineers expected."
)
SECOND = "The ferry company said that it would run two more boats each day until September, and that fares would stay where they are."
THIRD = "Traders on the eastern quay, who had asked for a later start, said that they would look for help from the county this year."
STORY = (FIRST, SECOND, THIRD)


def text(*lines: str) -> Article:
    """Return the article of lines with blank lines between."""
    return newsparse.parse("\n\n".join(lines) + "\n", source="text")


def page(*inner: str, head: str = "", title: str = HEADLINE, url: str | None = None, lang: str = "en") -> Article:
    """Return the article of a page whose article element holds a headline and what is given."""
    body = f"<article><h1>{title}</h1>{''.join(inner)}</article>"
    return raw(body, head=head, url=url, lang=lang)


def raw(body: str, *, head: str = "", url: str | None = None, lang: str = "en") -> Article:
    """Return the article of a page with that body."""
    source = f"<!DOCTYPE html><html lang='{lang}'><head><meta charset='utf-8'>{head}</head><body>{body}</body></html>"
    return newsparse.parse(source, url=url, source="html")


def paragraphs(*texts: str) -> str:
    """Return paragraphs of a page."""
    return "".join(f"<p>{one}</p>" for one in texts)


def linked(**values: object) -> str:
    """Return a JSON-LD script of the story."""
    node = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": HEADLINE, **values}
    return script(json.dumps(node))


def script(content: str, kind: str = '"application/ld+json"') -> str:
    """Return a JSON-LD script of that content."""
    return f"<script type={kind}>{content}</script>"


def headline(article: Article) -> str | None:
    """Return the headline's text."""
    return article.headline.text if article.headline is not None else None


def body(article: Article) -> list[str]:
    """Return the texts of the body."""
    return [node.text for node in article.body]


def day(article: Article) -> date | None:
    """Return the day of publication."""
    value = article.published.value if article.published is not None else None
    return value.date() if isinstance(value, datetime) else value


def names(article: Article) -> list[str]:
    """Return the names of the authors."""
    return [person.name for person in article.authors]


def kinds(article: Article) -> dict[str, BoilerplateKind]:
    """Return the kind of each line of boilerplate."""
    return {item.text: item.kind for item in article.boilerplate}


# --- 1. the structure of plain text ------------------------------------------------------------------


class TestPlainText:
    """Traps 1 to 19."""

    def test_03_desk_with_date_in_the_byline(self) -> None:
        """A desk keeps its name, and the date behind it is a day without a zone."""
        article = text(HEADLINE, "By bnm Gulf bureau December 6, 2024", *STORY)
        person = article.contributors[0]
        assert ("bnm Gulf bureau", ContributorKind.DESK) == (person.name, person.kind)
        assert article.published is not None
        assert (date(2024, 12, 6), Precision.DAY, Zone.UNKNOWN) == (
            article.published.value, article.published.precision, article.published.zone,
        )  # fmt: skip

    @pytest.mark.parametrize("label", ["News", "Dismiss", "Share", "Subscribe", "Advertisement"])
    def test_04_trailing_label_is_boilerplate(self, label: str) -> None:
        """A label behind the story is boilerplate with a kind."""
        assert kinds(text(HEADLINE, "By Jane Doe", *STORY, label))[label] is not BoilerplateKind.OTHER

    @pytest.mark.parametrize(
        "lines",
        [
            ["By Jane Doe | 6 December 2024"],
            ["By Jane Doe · 6 December 2024"],
            ["By Jane Doe — 6 December 2024"],
            ["By Jane Doe\t6 December 2024"],
            ["By Jane Doe", "6 December 2024"],
            ["6 December 2024", "By Jane Doe"],
            ["6 December 2024 | By Jane Doe"],
            ["By Jane Doe", "Published: 6 December 2024"],
            ["By Jane Doe", "Published: 6 December 2024 Updated: 7 December 2024"],
        ],
        ids=["bar", "dot", "dash", "tab", "two-lines", "date-first", "date-first-bar", "published", "updated"],
    )
    def test_05_byline_and_date_in_every_order(self, lines: list[str]) -> None:
        """Byline and date are told apart however they stand."""
        article = text(HEADLINE, *lines, *STORY)
        assert (["Jane Doe"], date(2024, 12, 6)) == (names(article), day(article))
        assert list(STORY) == body(article)

    @pytest.mark.parametrize("source", ["", "   \n ", HEADLINE, FIRST], ids=["empty", "blank", "title", "paragraph"])
    def test_06_fragments_give_an_article(self, source: str) -> None:
        """Nothing, a title or a paragraph alone raise nothing; what is empty says so."""
        article = newsparse.parse(source, source="text")
        assert (not source.strip()) == (ProblemKind.EMPTY in {problem.kind for problem in article.problems})

    def test_06_no_byline_invents_nobody(self) -> None:
        """A story without a byline has no author."""
        assert ([], None) == (names(text(HEADLINE, *STORY)), text(HEADLINE, *STORY).byline)

    @pytest.mark.parametrize("between", ["\n", "\n\n", "\n\n\n", "\r\n", "\r\n\r\n", "\r", "\u0085", "\u2028"])
    def test_08_line_ends_of_every_kind(self, between: str) -> None:
        """Every line end parts paragraphs."""
        article = newsparse.parse(between.join((HEADLINE, "By Jane Doe", *STORY)), source="text")
        assert (HEADLINE, list(STORY)) == (headline(article), body(article))

    def test_10_hyphen_at_a_wrapped_line_end_is_undone(self) -> None:
        """A word that a line end cut is whole again, and its span covers both halves."""
        lines = (
            "The council agreed on Tuesday to close the old harbour bridge for most\n"
            "of the summer, saying that the steel under the roadway had rusted fas-\n"
            "ter than engineers expected when they came to look at it in the spring\n"
            "of the year before, and that it would not wait for another winter now."
        )
        article = text(HEADLINE, "By Jane Doe", lines, lines.replace("council", "mayor"))
        assert "rusted faster than" in body(article)[0]
        assert article.body[0].span is not None
        assert "fas-\nter" in article.source_text[article.body[0].span.slice]

    def test_12_repeated_sentence_stays_in_the_body(self) -> None:
        """A pull quote that repeats a sentence does not delete it."""
        quote = "Nobody on the quay was surprised."
        article = text(HEADLINE, "By Jane Doe", FIRST, f"{quote} {SECOND}", f"“{quote}”", THIRD)
        assert f"{quote} {SECOND}" in body(article)

    @pytest.mark.parametrize("line", ["Related: Ferry adds boats", "ALSO READ | Ferry adds boats", "Read more: Ferry adds boats"])
    def test_14_15_label_in_the_middle_does_not_cut_the_story(self, line: str) -> None:
        """What follows a labelled line is still the story."""
        article = text(HEADLINE, "By Jane Doe", FIRST, line, SECOND, THIRD)
        assert list(STORY) == body(article)
        assert BoilerplateKind.RELATED is kinds(article)[line]

    def test_14_last_paragraph_behind_a_label_is_the_story(self) -> None:
        """A line that links to another story and names it does not take the paragraph below it."""
        last = "The city puts the costs at 1.4 million. The county will pay half of them."
        article = text(HEADLINE, "By Jane Doe", *STORY, "Read more: Ferry adds boats", last)
        assert [*STORY, last] == body(article)

    def test_15_sentence_that_opens_like_a_label_stays(self) -> None:
        """A sentence may open with "Related"."""
        sentence = "Related industries on the quay fear for their trade, and some have asked for a meeting with the county."
        assert sentence in body(text(HEADLINE, "By Jane Doe", FIRST, sentence, THIRD))

    def test_16_agency_tail_is_a_note_with_contributors(self) -> None:
        """Credits and copyright behind the story are notes, and those credited are contributors."""
        tail = "Reporting by Jane Doe in Lennfurt; Editing by Max Moe"
        article = text(
            HEADLINE, "LENNFURT, Dec 6 (Reuters) - " + FIRST, SECOND, THIRD, tail, "(c) 2024 Example Media. All rights reserved."
        )
        assert (NoteKind.WIRE_CREDIT, tail) == (article.notes[0].kind, article.notes[0].text)
        assert Role.EDITOR in next(person.roles for person in article.contributors if person.name == "Max Moe")
        assert not any("2024 Example" in line for line in body(article))


# --- 4. dates ----------------------------------------------------------------------------------------


def published_in(line: str, **options: str) -> Article:
    """Return the article of a page with a line under its headline."""
    return page(f"<p class='date'>{line}</p>", paragraphs(*STORY), **options)


class TestDates:
    """Traps 41 to 55."""

    def test_41_two_readings_are_both_told(self) -> None:
        """A date that can be read in two orders tells both."""
        stamp = parse_timestamp("02/03/2024")
        assert stamp is not None
        assert {date(2024, 2, 3), date(2024, 3, 2)} == {stamp.value, *stamp.alternatives} - {None}

    @pytest.mark.parametrize("lang", ["en", "en-US", "de", "ar"])
    def test_42_year_first_is_never_year_day_month(self, lang: str) -> None:
        """The month follows the year in every language."""
        assert date(2024, 11, 8) == day(published_in("2024-11-08", lang=lang))

    @pytest.mark.parametrize("lang", ["en", "de", "fi"])
    def test_43_dots_are_day_first(self, lang: str) -> None:
        """Figures with dots begin with the day."""
        assert date(2024, 3, 7) == day(published_in("7.3.2024", lang=lang))

    @pytest.mark.parametrize(
        ("line", "clock"),
        [
            ("Dec 6, 2024 9:05 a.m. EST", (9, 5)),
            ("6 Dec 2024 9.05am GMT", (9, 5)),
            ("6 December 2024, 0905 hrs", (9, 5)),
            ("6.12.2024, 13:05 Uhr", (13, 5)),
            ("Dec 6, 2024 12 noon", (12, 0)),
        ],
    )
    def test_44_clocks_are_read(self, line: str, clock: tuple[int, int]) -> None:
        """Clocks of every press are read."""
        stamp = parse_timestamp(line)
        assert stamp is not None
        assert isinstance(stamp.value, datetime)
        assert clock == (stamp.value.hour, stamp.value.minute)

    def test_44_hour_24_is_the_next_day(self) -> None:
        """24:00 is the end of its day."""
        stamp = parse_timestamp("6.12.2024, 24:00 Uhr")
        assert stamp is not None
        assert datetime(2024, 12, 7) == stamp.value

    @pytest.mark.parametrize("zone", ["AST", "IST", "CST", "BST"])
    def test_45_ambiguous_zone_is_not_guessed(self, zone: str) -> None:
        """A name of several zones is reported and gives no offset."""
        stamp = parse_timestamp(f"Dec 6, 2024 9:05 {zone}")
        assert stamp is not None
        assert isinstance(stamp.value, datetime)
        assert (Zone.AMBIGUOUS, None) == (stamp.zone, stamp.value.tzinfo)

    def test_46_ages_need_a_reference(self) -> None:
        """An age is read against a given moment only."""
        source = f"{HEADLINE}\n\nBy Jane Doe\n\n2 hours ago\n\n{FIRST}\n\n{SECOND}\n\n{THIRD}\n"
        assert day(newsparse.parse(source)) is None
        reference = datetime(2024, 12, 6, 12, 0, tzinfo=timezone.utc)
        assert date(2024, 12, 6) == day(newsparse.parse(source, reference=reference))

    def test_47_two_times_of_one_line(self) -> None:
        """An update does not become the publication."""
        article = published_in("Updated 7 December 2024, published 6 December 2024")
        assert article.modified is not None
        assert (date(2024, 12, 6), date(2024, 12, 7)) == (day(article), article.modified.value)

    @pytest.mark.parametrize(
        "line",
        [
            "Lenn beat Furt 10-12",
            "Call 555-1234",
            "Call 06.12.24.88.10",
            "Open 24/7",
            "A 7-Eleven shop",
            "After 9/11",
            "€3.50",
            "Section 3.4.2024 of the law",
            "Version 3.11.2024",
            "Room 12/24",
            "ISBN 978-3-16-148410-0",
            "Drawn: 3, 12, 20, 24",
        ],
    )
    def test_48_numbers_are_no_dates(self, line: str) -> None:
        """Scores, prices, telephone numbers and names tell no day."""
        assert day(published_in(line)) is None

    def test_49_day_in_the_story_does_not_beat_the_line(self) -> None:
        """A day that the story tells is not the story's."""
        article = page("<p>6 December 2024</p>", paragraphs("On March 3, 1994 the first stone was laid. " + FIRST, SECOND, THIRD))
        assert date(2024, 12, 6) == day(article)

    def test_50_address_tells_month_or_nothing(self) -> None:
        """Year and month in the address are a month; a number is nothing."""
        article = page(paragraphs(*STORY), url="https://example.org/2024/12/bridge")
        assert article.published is not None
        assert (Precision.MONTH, None) == (article.published.precision, article.published.value)
        assert page(paragraphs(*STORY), url="https://example.org/bridge-12182022").published is None

    @pytest.mark.parametrize(
        "tail",
        [
            "<footer><p>© 2019 The Courier</p></footer>",
            "<div class='comments'><p>Max Moe, 9 December 2024</p></div>",
            "<p><img src='/2019/05/04/bridge.jpg' alt=''></p>",
        ],
        ids=["copyright", "comment", "image-path"],
    )
    def test_51_days_of_other_things_are_not_taken(self, tail: str) -> None:
        """The year of the rights, the day of a comment and the path of a picture are not the story's."""
        article = page("<p>6 December 2024</p>", paragraphs(*STORY), tail)
        assert date(2024, 12, 6) == day(article)

    @pytest.mark.parametrize("year", [1890, 1962, 1991])
    def test_52_old_days_are_taken(self, year: int) -> None:
        """Archives are read."""
        assert date(year, 5, 4) == day(page(paragraphs(*STORY), head=linked(datePublished=f"{year}-05-04")))

    @pytest.mark.parametrize(
        ("line", "language"),
        [
            ("6 ديسمبر 2024", "ar"),
            ("6 كانون الأول 2024", "ar"),
            ("6 декабря 2024", "ru"),
            ("6 grudnia 2024", "pl"),
            ("6 Desember 2024", "id"),
            ("6 Aralık 2024", "tr"),
            ("2024年12月6日", "zh"),
            ("令和6年12月6日", "ja"),
            ("二〇二四年十二月六日", "zh"),
            ("۱۶ آذر ۱۴۰۳", "fa"),
            ("६ दिसंबर २०२४", "hi"),
            ("6 груд. 2024", "uk"),
            ("6. desember 2024", "nb"),
            ("6 ธันวาคม 2567", "th"),
        ],
    )
    def test_53_months_of_many_languages(self, line: str, language: str) -> None:
        """Names of months, eras and calendars are read."""
        stamp = parse_timestamp(line, language=language)
        assert stamp is not None
        assert date(2024, 12, 6) == stamp.value

    @pytest.mark.parametrize(("line", "language"), [("5 جمادى الآخرة 1446", "ar"), ("1446/06/05", "ar")])
    def test_53_hijri_years_are_left_as_printed(self, line: str, language: str) -> None:
        """A day that only the sighting of the moon settles is never turned into another calendar's."""
        stamp = parse_timestamp(line, language=language)
        assert stamp is not None
        assert (line, None) == (stamp.text, stamp.value)

    def test_54_naive_and_aware_times_meet(self) -> None:
        """A time with a zone and one without are compared without an error."""
        head = linked(datePublished="2024-12-06T09:30:00", dateModified="2024-12-06T10:30:00+01:00")
        article = page(paragraphs(*STORY), head=head)
        assert date(2024, 12, 6) == day(article)

    @pytest.mark.parametrize("value", ["1733482800", "1733482800000"], ids=["seconds", "milliseconds"])
    def test_55_epochs_of_both_units(self, value: str) -> None:
        """Seconds and milliseconds are told apart."""
        article = page(paragraphs(*STORY), head=f"<meta property='article:published_time' content='{value}'>")
        assert date(2024, 12, 6) == day(article)


# --- 5. headline, deck, section ----------------------------------------------------------------------


class TestHeadline:
    """Traps 56 to 63."""

    @pytest.mark.parametrize("title", [f"{HEADLINE} - The Courier", f"{HEADLINE} | The Courier | City", f"The Courier: {HEADLINE}"])
    def test_56_site_is_taken_off_the_title(self, title: str) -> None:
        """The title without the site's name is the headline where no heading tells it."""
        head = f"<title>{title}</title><meta property='og:site_name' content='The Courier'>"
        assert HEADLINE == headline(raw(f"<main>{paragraphs(*STORY)}</main>", head=head))

    @pytest.mark.parametrize(
        "title",
        [
            "Co-founder of the ferry steps down",
            "6-Year-Old finds a bomb",
            "Off-White shoes at sea",
            "F-16 falls into the bay",
            "Spider-Man - the film",
        ],
    )
    def test_56_dashes_of_the_headline_stay(self, title: str) -> None:
        """A dash inside a title parts no site from it."""
        assert title == headline(page(paragraphs(*STORY), title=title, head=f"<title>{title}</title>"))

    def test_57_site_name_inside_the_headline_stays(self) -> None:
        """A headline that begins with the site's name is whole."""
        head = "<title>Pradhvan Bisht wins</title><meta property='og:site_name' content='Pradhvan'>"
        assert "Pradhvan Bisht wins" == headline(page(paragraphs(*STORY), title="Pradhvan Bisht wins", head=head))

    def test_58_colon_keeps_both_halves(self) -> None:
        """A headline with a colon is whole."""
        title = "Harbour bridge: What the council knew"
        assert title == headline(page(paragraphs(*STORY), title=title, head=f"<title>{title} - The Courier</title>"))

    @pytest.mark.parametrize("label", ["Opinion", "Live", "Watch", "Breaking", "Exclusive"])
    def test_59_label_stays_in_the_source(self, label: str) -> None:
        """A label before the headline stays readable: in the kicker or in the headline."""
        article = page(paragraphs(*STORY), title=f"<span class='label'>{label}</span> {HEADLINE}")
        kicker = article.kicker.text if article.kicker is not None else ""
        assert label in f"{kicker} {headline(article)}"
        assert HEADLINE in (headline(article) or "")

    def test_60_visible_headline_wins_and_others_are_rivals(self) -> None:
        """The heading that readers see is the headline; other wordings are kept."""
        head = "<title>Bridge shut</title><meta property='og:title' content='This bridge will be shut'>" + linked(
            headline="Bridge shut for summer"
        )
        article = page(paragraphs(*STORY), head=head)
        assert HEADLINE == headline(article)
        assert {"This bridge will be shut"} <= {node.text for node in article.claims("headline")}

    @pytest.mark.parametrize(
        "inner",
        [
            f"<header><h1><a href='/'>The Courier</a></h1></header><article><h1>{HEADLINE}</h1>",
            f"<h1 class='logo'>The Courier</h1><article><h2>{HEADLINE}</h2>",
            f"<article><header><h1>{HEADLINE}</h1><p class='deck'>Ferries will run all summer</p></header>",
        ],
        ids=["logo", "logo-and-h2", "header"],
    )
    def test_61_headings_of_every_layout(self, inner: str) -> None:
        """The logo is no headline, wherever the title stands."""
        head = f"<title>{HEADLINE} | The Courier</title>"
        assert HEADLINE == headline(raw(f"{inner}{paragraphs(*STORY)}</article>", head=head))

    def test_62_summary_equal_to_the_first_paragraph_is_one(self) -> None:
        """A description that repeats the first paragraph gives no second block."""
        article = page(paragraphs(*STORY), head=f"<meta name='description' content='{FIRST}'>")
        assert (None, list(STORY)) == (article.deck, body(article))

    def test_62_cut_description_is_no_deck(self) -> None:
        """A description that ends in an ellipsis is a cut paragraph."""
        assert page(paragraphs(*STORY), head=f"<meta name='description' content='{FIRST[:80]}…'>").deck is None

    def test_63_entities_encoded_twice(self) -> None:
        """Entities that JSON-LD encodes again are decoded."""
        head = linked(headline="Doe &amp;amp; Roe close the bridge")
        article = raw(f"<main>{paragraphs(*STORY)}</main>", head=head)
        assert "Doe & Roe close the bridge" == headline(article)

    def test_63_ruby_and_small_marks_keep_words(self) -> None:
        """Sub- and superscripts stand in the words that they belong to."""
        assert "CO2 falls at the quay" == headline(page(paragraphs(*STORY), title="CO<sub>2</sub> falls at the quay"))


# --- 6. the body of a page ---------------------------------------------------------------------------


class TestPageBody:
    """Traps 64 to 76."""

    @pytest.mark.parametrize(
        "inner",
        [
            f"<div>{'<br><br>'.join(STORY)}</div>",
            "".join(f"<div>{one}</div>" for one in STORY),
            f"<div>{FIRST}<p>{SECOND}</p>{THIRD}</div>",
            "".join(f"<p>{one}" for one in STORY),
        ],
        ids=["breaks", "boxes", "text-beside-blocks", "unclosed"],
    )
    def test_64_paragraphs_of_every_markup(self, inner: str) -> None:
        """Breaks, boxes, loose text and unclosed paragraphs part alike."""
        assert list(STORY) == body(page(inner))

    def test_65_lede_elsewhere_and_body_split(self) -> None:
        """A lede in another box and a box of advertising between lose nothing."""
        article = page(
            f"<div class='top'><p>{FIRST}</p></div><div class='text'><p>{SECOND}</p></div>"
            f"<div class='ad'><p>Advertisement</p></div><div class='text'><p>{THIRD}</p></div>"
        )
        assert list(STORY) == body(article)

    @pytest.mark.parametrize("tag", ["time", "small", "sup", "abbr", "mark", "ins", "nobr", "font", "span"])
    def test_66_inline_elements_keep_words_whole(self, tag: str) -> None:
        """A letter in an element of its own is part of its word."""
        inner = f"<p><{tag}>T</{tag}>{FIRST[1:]}</p>{paragraphs(SECOND, THIRD)}"
        assert list(STORY) == body(page(inner))

    @pytest.mark.xfail(reason="a paragraph that is one link reads like a teaser")
    def test_67_linked_paragraph(self) -> None:
        """A paragraph that is a link as a whole is the story's."""
        article = page(paragraphs(FIRST), f"<p><a href='/x'>{SECOND}</a></p>", paragraphs(THIRD))
        assert list(STORY) == body(article)

    def test_67_paragraph_of_a_word(self) -> None:
        """A paragraph of one word is the story's."""
        assert [FIRST, SECOND, "Nothing.", THIRD] == body(page(paragraphs(FIRST, SECOND, "Nothing.", THIRD)))

    def test_67_one_sentence_article(self) -> None:
        """A brief of one sentence has a body."""
        assert [FIRST] == body(page(paragraphs(FIRST)))

    def test_68_interview_keeps_its_questions(self) -> None:
        """Bold questions between answers stay."""
        question = "Why was the bridge closed so early in the year?"
        article = page(paragraphs(FIRST), f"<p><strong>{question}</strong></p>", paragraphs(SECOND), paragraphs(THIRD))
        assert [FIRST, question, SECOND, THIRD] == body(article)

    def test_68_transcript_and_recipe_keep_their_parts(self) -> None:
        """Speakers stay with what they say, and lists of a recipe are items under crossheads."""
        said = ["MODERATOR: Why was the bridge closed?", "MAYOR: It had rusted."]
        spoken = "".join("<p><strong>{}:</strong>{}</p>".format(*line.split(":")) for line in said)
        assert [FIRST, *said, SECOND, THIRD] == body(page(paragraphs(FIRST), spoken, paragraphs(SECOND, THIRD)))
        recipe = "<h3>Ingredients</h3><ul><li>200 g flour</li><li>2 eggs</li></ul><h3>Method</h3><ol><li>Bake it for an hour.</li></ol>"
        found = page(paragraphs(FIRST), recipe, paragraphs(SECOND, THIRD)).body
        assert ["Crosshead", "ListItem", "ListItem", "Crosshead", "ListItem"] == [type(node).__name__ for node in found[1:-2]]

    def test_68_pull_quote_is_told_from_a_quotation(self) -> None:
        """What repeats the story is pulled; what somebody wrote elsewhere is not."""
        quotes = "<blockquote>The steel under the roadway had rusted</blockquote><blockquote>We did what had to be done.</blockquote>"
        found = page(paragraphs(FIRST), quotes, paragraphs(SECOND, THIRD)).body
        assert [True, False] == [node.pull for node in found if isinstance(node, Quote)]

    def test_68_results_stand_in_a_table(self) -> None:
        """Rows of a table are kept as rows."""
        table = "<table><tr><th>Club</th><th>Points</th></tr><tr><td>Lenn</td><td>31</td></tr></table>"
        found = page(paragraphs(FIRST), table, paragraphs(SECOND, THIRD)).body[1]
        assert isinstance(found, Table)
        assert (("Club", "Points"), ("Lenn", "31")) == found.rows

    def test_69_caption_and_credit_are_no_body(self) -> None:
        """Picture, caption and credit stand with the figures."""
        figure = "<figure><img src='/a.jpg' alt='A bridge'><figcaption>The old bridge. <span class='credit'>Mia Holm/The Courier</span></figcaption></figure>"
        article = page(paragraphs(FIRST), figure, paragraphs(SECOND, THIRD))
        assert list(STORY) == body(article)
        found = article.figures[0]
        assert found.caption is not None
        assert found.credit is not None
        assert ("The old bridge.", "Mia Holm/The Courier") == (found.caption.text, found.credit.text)

    @pytest.mark.parametrize(
        ("inner", "caption", "credit"),
        [
            ("<figure><img src='/a.jpg'><img src='/b.jpg'><figcaption>The bridge, and the quay.</figcaption></figure>", "The bridge, and the quay.", None),
            ("<figure><img src='/a.jpg'><figcaption>The <a href='/b'>old bridge</a>.</figcaption></figure><p class='credit'>Mia Holm</p>", "The old bridge.", "Mia Holm"),
            ("<figure><img src='/a.jpg' alt='The old bridge.'><figcaption>The old bridge.</figcaption></figure>", "The old bridge.", None),
        ],
        ids=["several-images", "credit-beside", "caption-in-alt"],
    )  # fmt: skip
    def test_69_figures_of_every_shape(self, inner: str, caption: str, credit: str | None) -> None:
        """Several images, links in the caption, a credit beside it, a caption that is the alternative too: one figure."""
        article = page(paragraphs(FIRST), inner, paragraphs(SECOND, THIRD))
        assert list(STORY) == body(article)
        found = [(one.caption and one.caption.text, one.credit and one.credit.text) for one in article.figures]
        assert [(caption, credit)] == found

    def test_70_boxes_inside_the_article_are_not_the_story(self) -> None:
        """Comments, forms and lists of other stories inside the element are left out."""
        boxes = (
            "<form class='newsletter'><p>Sign up for our newsletter</p><input></form>"
            "<div class='most-read'><h3>Most read</h3><ul><li><a href='/a'>Ferry adds boats</a></li><li><a href='/b'>Library opens</a></li></ul></div>"
            "<div class='comments'><h3>Comments</h3><p>I never liked that bridge.</p></div>"
        )
        assert list(STORY) == body(page(paragraphs(*STORY), boxes))

    def test_71_hidden_parts_are_not_read_twice(self) -> None:
        """Hidden elements, templates and fallbacks add nothing."""
        hidden = f"<template><p>{FIRST}</p></template><noscript><p>{SECOND}</p></noscript><div hidden><p>{THIRD}</p></div>"
        assert list(STORY) == body(page(paragraphs(*STORY), hidden))

    @pytest.mark.parametrize("lang", ["", "xx", "zh"])
    def test_72_wrong_language_does_not_empty_the_story(self, lang: str) -> None:
        """Whatever language is declared, the text stays."""
        assert list(STORY) == body(page(paragraphs(*STORY), lang=lang))

    def test_73_correction_at_the_end_keeps_its_day(self) -> None:
        """A correction is a note with its date."""
        line = "Correction (Dec. 7, 2024): An earlier version of this story misstated the name of the bridge."
        article = page(paragraphs(*STORY, line))
        note = article.notes[0]
        assert note.date is not None
        assert (NoteKind.CORRECTION, line, date(2024, 12, 7)) == (note.kind, note.text, note.date.value)

    def test_74_live_entries_have_times_and_authors(self) -> None:
        """Entries, newest first, begin with their time and name who wrote them."""
        clocks = ("14:20", "13:05", "12:30")
        entries = "".join(
            f"<div><time datetime='2024-12-06T{clock}:00Z'>{clock}</time><p>Jane Doe</p><p>{text}</p></div>"
            for clock, text in zip(clocks, STORY, strict=True)
        )
        updates = [node for node in page(entries).body if isinstance(node, LiveUpdate)]
        assert [(clock, "Jane Doe") for clock in clocks] == [(f"{node.time.value:%H:%M}", node.author) for node in updates if node.time]

    def test_74_live_page_without_entries_is_a_story(self) -> None:
        """A page that calls itself live and has no entries is read as any other."""
        head = script(f'{{"@type":"LiveBlogPosting","headline":"{HEADLINE}"}}')
        assert list(STORY) == body(page(paragraphs(*STORY), head=head))

    def test_75_paywall_keeps_the_teaser(self) -> None:
        """The prompt is boilerplate and evidence; what stands above it is the story."""
        wall = "<div class='paywall'><p>Subscribe to read the full story</p><a href='/sub'>Subscribe now</a></div>"
        article = page(paragraphs(FIRST), wall)
        assert [FIRST] == body(article)
        assert BoilerplateKind.PAYWALL is kinds(article)["Subscribe to read the full story"]
        assert article.access is not None
        assert (None, False) == (article.access.declared, article.access.seen)
        assert ["Subscribe to read the full story"] == [witness.text for witness in article.access.evidence]

    @pytest.mark.parametrize("flag", ["null", "[]", '"perhaps"'])
    def test_75_flag_that_says_nothing_is_none(self, flag: str) -> None:
        """A missing or strange flag declares nothing."""
        head = script(f'{{"@type":"NewsArticle","headline":"{HEADLINE}","isAccessibleForFree":{flag}}}')
        assert page(paragraphs(*STORY), head=head).access is None

    @pytest.mark.parametrize("flag", ['"False"', "false", '"false"', "[false]", '"http://schema.org/False"'])
    def test_75_declared_flag_and_visible_prompt_are_two_things(self, flag: str) -> None:
        """The declared flag is read in every spelling."""
        head = script(f'{{"@type":"NewsArticle","headline":"{HEADLINE}","isAccessibleForFree":{flag}}}')
        article = page(paragraphs(*STORY), head=head)
        assert article.access is not None
        assert article.access.declared is False


# --- 7. structured data ------------------------------------------------------------------------------

_NODE = f'{{"@type":"NewsArticle","headline":"{HEADLINE}","datePublished":"2024-12-06"'


class TestStructuredData:
    """Traps 77 to 81."""

    @pytest.mark.parametrize(
        ("content", "kind"),
        [
            (_NODE + ",}", '"application/ld+json"'),
            (_NODE + "};", '"application/ld+json"'),
            ("<![CDATA[" + _NODE + "}]]>", '"application/ld+json"'),
            ("/* made */ " + _NODE + "}", '"application/ld+json"'),
            (_NODE + ',"description":"two\nlines\x0b"}', '"application/ld+json"'),
            (_NODE + ',"image":undefined}', '"application/ld+json"'),
            ('{"@type":"WebSite"}' + _NODE + "}", '"application/ld+json"'),
            ("<!--" + _NODE + "}-->", '"application/ld+json"'),
            (_NODE + "}", "'application/ld+json'"),
            (_NODE + "}", '"application/ld+json; charset=utf-8"'),
        ],
        ids=["comma", "semicolon", "cdata", "comment", "control", "undefined", "two", "html-comment", "single-quotes", "charset"],
    )
    def test_77_damaged_scripts_are_read(self, content: str, kind: str) -> None:
        """What is not quite JSON still tells the day."""
        assert date(2024, 12, 6) == day(page(paragraphs(*STORY), head=script(content, kind)))

    @pytest.mark.parametrize(
        "node",
        [
            {"@type": ["Thing", "NewsArticle"], "datePublished": "2024-12-06"},
            {"@graph": [None, {"@type": "NewsArticle", "datePublished": "2024-12-06"}]},
            {"@context": {"@vocab": "http://schema.org/"}, "@type": "NewsArticle", "datePublished": "2024-12-06"},
            {"@context": ["https://schema.org/"], "@type": "http://schema.org/NewsArticle", "datePublished": "2024-12-06"},
        ],
        ids=["type-list", "graph", "context-object", "type-address"],
    )
    def test_78_every_shape_of_a_node(self, node: dict[str, Any]) -> None:
        """Types, graphs and contexts of every shape are read."""
        assert date(2024, 12, 6) == day(page(paragraphs(*STORY), head=script(json.dumps(node))))

    @pytest.mark.parametrize(
        ("scope", "kind", "name"),
        [("itemscope itemtype='https://schema.org/NewsArticle'", "itemscope itemtype='https://schema.org/Person'", "itemprop"), ("vocab='https://schema.org/' typeof='NewsArticle'", "typeof='Person'", "property")],
        ids=["microdata", "rdfa"],
    )  # fmt: skip
    def test_78_twins_in_attributes(self, scope: str, kind: str, name: str) -> None:
        """Microdata and RDFa say what JSON-LD says."""
        author = f"<span {name}='author' {kind}><span {name}='name'>Jane Doe</span></span>"
        stamp = f"<meta {name}='datePublished' content='2024-12-06'>"
        article = raw(
            f"<article {scope}><h1 {name}='headline'>{HEADLINE}</h1>{author}{stamp}<div {name}='articleBody'>{paragraphs(*STORY)}</div></article>"
        )
        assert (HEADLINE, ["Jane Doe"], date(2024, 12, 6), list(STORY)) == (headline(article), names(article), day(article), body(article))

    def test_78_references_are_followed(self) -> None:
        """An author by reference is found in the graph."""
        graph = [
            {"@type": "NewsArticle", "headline": HEADLINE, "author": {"@id": "#jane"}},
            {"@type": "Person", "@id": "#jane", "name": "Jane Doe"},
        ]
        assert ["Jane Doe"] == names(page(paragraphs(*STORY), head=script(json.dumps({"@graph": graph}))))

    @pytest.mark.parametrize(
        ("author", "expected"),
        [
            ("Jane Doe", ["Jane Doe"]),
            ({"@type": "Person", "name": "Jane Doe"}, ["Jane Doe"]),
            ([[{"name": "Jane Doe"}], [{"name": "Max Moe"}]], ["Jane Doe", "Max Moe"]),
            ({"name": ["Jane Doe", "Max Moe"]}, ["Jane Doe", "Max Moe"]),
            ({"name": {"@value": "Jane Doe"}}, ["Jane Doe"]),
            ({"name": "https://example.org/people/jane"}, []),
            ({"@type": "Person", "givenName": "Jane", "familyName": "Doe"}, ["Jane Doe"]),
            ("null", []),
            (None, []),
        ],
        ids=["string", "dict", "lists", "name-list", "name-dict", "address", "parts", "null-word", "null"],
    )
    def test_79_authors_of_every_shape(self, author: object, expected: list[str]) -> None:
        """Strings, objects and lists name the same people; addresses and "null" nobody."""
        assert expected == names(page(paragraphs(*STORY), head=linked(author=author)))

    @pytest.mark.parametrize("value", [None, 0, 1.5, True, [], {}, [[]], {"name": {}}, [None, {"a": [1]}]])
    def test_80_wrong_types_raise_nothing(self, value: object) -> None:
        """A value of any type anywhere leaves the article whole."""
        keys = (
            "headline",
            "author",
            "datePublished",
            "dateModified",
            "publisher",
            "image",
            "articleSection",
            "keywords",
            "inLanguage",
            "url",
        )
        for key in keys:
            article = page(paragraphs(*STORY), head=script(json.dumps({"@type": "NewsArticle", key: value})))
            assert (HEADLINE, list(STORY)) == (headline(article), body(article))

    def test_81_the_story_of_the_page_wins_over_a_carousel(self) -> None:
        """Of several nodes the one with the page's address or headline counts."""
        nodes = [
            {"@type": "NewsArticle", "headline": "Ferry adds boats", "url": "https://example.org/ferry", "datePublished": "2020-01-01"},
            {"@type": "NewsArticle", "headline": HEADLINE, "url": "https://example.org/bridge", "datePublished": "2024-12-06"},
        ]
        article = page(paragraphs(*STORY), head=script(json.dumps(nodes)), url="https://example.org/bridge")
        assert date(2024, 12, 6) == day(article)
