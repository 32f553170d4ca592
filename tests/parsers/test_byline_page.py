"""The byline of a page: what its markup sets apart, where it may stand, and whose it is not."""

from __future__ import annotations

import pytest

import newsparse
from newsparse.model import Article
from newsparse.vocabulary import ContributorKind
from parsers.pages import PROSE as STORY
from parsers.pages import page as whole_page
from parsers.stories import PROSE, names


def page(line: str, *, author: str | None = None, tail: str = "") -> Article:
    """Return the article of a page with a piece of markup under its headline, a stated author, and another piece behind the story."""
    head = f'<meta name="article:author" content="{author}">' if author else ""
    prose = "".join(f"<p>{paragraph}</p>" for paragraph in PROSE)
    body = f"<article><h1>Rebels enter the city</h1>{line}{prose}{tail}</article>"
    return newsparse.parse(f"<html><head><title>Rebels enter the city</title>{head}</head><body>{body}</body></html>")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("<a href='/2024/05/'>3 May 2024</a> ~ <a href='/author/jane'>Jane Doe</a>", ["Jane Doe"]),
        ("3/5/2024 by <a rel='author' href='/?a=1'>harbour-watch Webteam</a>", ["harbour-watch Webteam"]),
        ("<a href='/author/jane'>Jane Doe</a> 3 May 2024 <a href='/travel'>Travel Tips</a>", ["Jane Doe"]),
        ("By <a href='/author/jane'>Jane Doe</a> In <a href='/travel'>Travel</a>, <a href='/tips'>Tips</a>", ["Jane Doe"]),
        ("By <a href='/author/jane'>Jane Doe</a> and <a href='/author/john'>John Roe</a>", ["Jane Doe", "John Roe"]),
        ("<a href='/author/jane'>Jane Doe</a> and John Roe", ["Jane Doe", "John Roe"]),
        ("<a href='/author/jane'>Jane (Ellen) Doe</a> Published: 3 May 2024", ["Jane (Ellen) Doe"]),
    ],
)
def test_byline_is_the_words_that_a_link_sets_apart(line: str, expected: list[str]) -> None:
    """A link to an author's page says which words of a line are the name; those joined to it are names too."""
    assert expected == names(page(f"<p class='entry-meta'>{line}</p>"))


@pytest.mark.parametrize("line", ["Jane Doe | May 3, 2024 | Travel Tips", "By Jane Doe | Wohnen", "May 3, 2024 • Harbour Talk • Jane Doe"])
def test_byline_with_a_stated_name_has_no_sections(line: str) -> None:
    """Who stands apart from a name that the page states is a section, not a second author."""
    assert names(page(f"<p class='meta byline'>{line}</p>", author="Jane Doe")) == ["Jane Doe"]


def test_byline_with_a_stated_name_keeps_those_joined_to_it() -> None:
    """Markup often holds the first author only; the line adds those joined by a comma or a word."""
    assert names(page("<p>By Jane Doe, John Roe and Ann Poe</p>", author="Jane Doe")) == ["Jane Doe", "John Roe", "Ann Poe"]


@pytest.mark.parametrize("box", ["<div class='header-sidebar'>{}</div>", "<button>{}</button>", "<div class='accreditation'>{}</div>"])
def test_byline_in_a_box_of_the_header_is_found(box: str) -> None:
    """Between headline and story a box of any name may hold the byline."""
    assert names(page(box.format("<p>By Jane Doe</p>"))) == ["Jane Doe"]


def test_byline_of_a_teaser_under_the_headline_is_not_the_storys() -> None:
    """Teasers have bylines of their own."""
    assert names(page("<div class='related-stories'><p>Fire at the port</p><p>By Carl Winter</p></div>")) == []


def test_byline_stands_between_two_copies_of_the_headline() -> None:
    """A headline printed again above the page's menu does not hide the line under the second."""
    prose = "".join(f"<p>{paragraph}</p>" for paragraph in PROSE)
    body = f"<h1>Rebels enter the city</h1><p>By Jane Doe</p><h1>Rebels enter the city</h1>{prose}<h1>Rebels enter the city</h1>"
    assert names(newsparse.parse(f"<html><head><title>Rebels enter the city</title></head><body><main>{body}</main></body></html>")) == [
        "Jane Doe"
    ]


def test_byline_is_no_label_of_its_field() -> None:
    """The label of a field is marked like the name in it."""
    line = "<div class='author-line'><span class='author-label'>Written By:</span> <span class='author-name'>Jane Doe</span></div>"
    assert names(page(line)) == ["Jane Doe"]


def test_authors_linked_lower_down_are_not_the_storys() -> None:
    """Of the links to authors those in the header count."""
    header = "<p><a rel='author' href='/author/jane'>Jane Doe</a></p>"
    teasers = "".join(f"<div class='card'><a rel='author' href='/author/{i}'>Teaser Writer{i}</a></div>" for i in "ab")
    assert names(page(header, tail=teasers)) == ["Jane Doe"]


@pytest.mark.parametrize("line", ["<p>Jane Doe</p><p>3 May 2024</p>", "<p>Jane Doe</p><p>Political correspondent</p>"])
def test_byline_alone_stands_by_a_date_or_title(line: str) -> None:
    """A name without lead or mark is the author's where a date or a job title stands by it."""
    assert names(page(line)) == ["Jane Doe"]


@pytest.mark.parametrize(
    "line",
    [
        "<p>Popular Resources</p><p>Free shipping</p>",
        "<h2>Harbour Lights</h2><p>3 May 2024</p>",
        "<p>Article Tags:</p><p>3 May 2024</p>",
        "<ul><li><a href='/photos'>Fotos</a></li><li><a href='/live'>Vivo</a></li></ul>",
        "<p><a href='https://www.video.example/user/harbour'>Youtube</a></p>",
    ],
)
def test_byline_alone_is_no_label(line: str) -> None:
    """Headings, labels, menu items and channels on other sites name nobody."""
    prose = "".join(f"<p>{paragraph}</p>" for paragraph in PROSE)
    source = f"<html><head><title>Rebels enter the city</title></head><body><h1>Rebels enter the city</h1>{line}{prose}</body></html>"
    assert names(newsparse.parse(source, url="https://www.daily-example.org/rebels")) == []


@pytest.mark.parametrize(
    ("tail", "expected"),
    [
        ("<p>Written by Jane Doe</p>", ["Jane Doe"]),
        ("<div class='docbyline'>by Jane Doe, 3 May 2024</div>", ["Jane Doe"]),
        ("<p>The mayor</p>", []),
    ],
)
def test_byline_behind_the_story_is_introduced(tail: str, expected: list[str]) -> None:
    """Where nobody is named at the top a line with a lead behind the story says who wrote, also beside a stated desk."""
    assert expected == names(page("", tail=tail))


def test_byline_behind_the_story_wins_over_a_stated_desk() -> None:
    """A person introduced behind the story is surer than a desk in the markup."""
    assert names(page("", author="Online Redaktion", tail="<p>Von Jane Doe</p>")) == ["Jane Doe"]


def test_byline_parted_from_the_headline_by_a_menu_is_found() -> None:
    """However many blocks part headline and story, the lines right before the story are read."""
    menu = "".join(f"<li><a href='/{i}'>Section number {i}</a></li>" for i in range(90))
    assert names(page(f"<ul>{menu}</ul><p class='byline'>Jane Doe</p>")) == ["Jane Doe"]


def test_byline_over_several_lines_is_joined_by_a_word() -> None:
    """A word for "and" on a line of its own joins the names around it and is nobody."""
    assert names(page("<div>By</div><div>Jane Doe</div><div>and</div><div>John Roe</div>")) == ["Jane Doe", "John Roe"]


def test_byline_of_a_content_system_may_open_with_its_section() -> None:
    """A lead in the middle of a dated line introduces a handle."""
    assert names(page("<p>Posted in Travel by harbourjane on August 3, 2019</p>")) == ["harbourjane"]


def test_byline_counts_nothing_as_somebody() -> None:
    """Counters beside a name are nobody."""
    assert names(page("<p class='byline'>by Jane Doe on 3 May 2024 (1599 x read)</p>")) == ["Jane Doe"]


@pytest.mark.parametrize(
    ("tail", "expected"), [("<p>sak/Reuters</p>", ["sak", "Reuters"]), ("<p>Read also</p>", []), ("<p>dpa</p>", ["dpa"])]
)
def test_authors_sign_off_without_a_byline(tail: str, expected: list[str]) -> None:
    """Initials and agencies under the story sign it; a label there does not."""
    assert expected == names(page("", tail=tail))


def test_authors_card_for_social_networks_needs_a_lead() -> None:
    """A pair of label and value names an author where the label is a lead."""
    cards = '<meta name="twitter:label1" content="{}"><meta name="twitter:data1" content="Jane Doe">'
    found = []
    for label in ("Written by", "Filed under"):
        source = f"<html><head><title>Rebels enter the city</title>{cards.format(label)}</head><body><h1>Rebels enter the city</h1><p>{PROSE[0]}</p></body></html>"
        found.append(names(newsparse.parse(source)))
    assert found == [["Jane Doe"], []]


def test_byline_in_german_credits_who_drew() -> None:
    """An illustrator on the author's line is no author."""
    assert names(page("<p>Text von Jane Doe Illustration von Max Moe</p>")) == ["Jane Doe"]


def test_byline_is_no_item_of_a_path_or_menu() -> None:
    """The path to the page and the menu above the headline name nobody, whatever their links are called."""
    prose = "".join(f"<p>{paragraph}</p>" for paragraph in PROSE)
    above = (
        "<ul><li><a href='/redaktion/'>Redaktion</a></li></ul><div class='path'><a href='/'>Home</a>›<a href='/people/'>Real Life</a></div>"
    )
    source = f"<html><head><title>Rebels enter the city</title></head><body>{above}<h1>Rebels enter the city</h1>{prose}</body></html>"
    assert names(newsparse.parse(source)) == []


def test_byline_of_an_agency_wins_over_the_house_in_the_markup() -> None:
    """An agency printed under the headline is surer than the publication's own short name."""
    head = "<meta property='og:site_name' content='LNN'><meta name='author' content='LNN'>"
    prose = "".join(f"<p>{paragraph}</p>" for paragraph in PROSE)
    body = f"<h1>Rebels enter the city</h1><p>30.04.2024 - 16:48</p><p>Anadolu Ajansı</p>{prose}"
    source = f"<html><head><title>Rebels enter the city</title>{head}</head><body>{body}</body></html>"
    assert names(newsparse.parse(source)) == ["Anadolu Ajansı"]


def test_byline_led_into_the_story_wins_over_the_house_above_it() -> None:
    """A person whom the first lines of the story introduce is surer than the publication's own line."""
    head = "<meta property='og:site_name' content='Daily Example'>"
    prose = "".join(f"<p>{paragraph}</p>" for paragraph in PROSE)
    body = f"<h1>Rebels enter the city</h1><p>By Daily Example</p><p>{PROSE[0]}</p><p>Written by: Jane Doe</p>{prose}"
    source = f"<html><head><title>Rebels enter the city</title>{head}</head><body>{body}</body></html>"
    assert names(newsparse.parse(source)) == ["Jane Doe"]


def test_byline_of_two_lines_is_not_cut_to_the_stated_one() -> None:
    """Two names on lines of their own stay together though the markup states the second alone first."""
    head = "<meta name='article:author' content='John Roe'><meta name='dc.creator' content='Jane Doe'>"
    lines = "<address><a href='/author/jane'>Jane Doe</a></address><address><a href='/author/john'>John Roe</a></address>"
    prose = "".join(f"<p>{paragraph}</p>" for paragraph in PROSE)
    source = (
        f"<html><head><title>Rebels enter the city</title>{head}</head><body><h1>Rebels enter the city</h1>{lines}{prose}</body></html>"
    )
    assert names(newsparse.parse(source)) == ["Jane Doe", "John Roe"]


def test_byline_stands_under_a_deck_that_reads_as_prose() -> None:
    """The lines near the headline are read however early the story seems to begin."""
    assert names(page(f"<p>{PROSE[0]}</p><p>{PROSE[1]}</p><p>Carl Winter/The Harbour Photo</p><p>By Jane Doe</p>")) == ["Jane Doe"]


def test_byline_drops_the_rest_of_a_title() -> None:
    """What "and" joins to a job title is more of it, not another author."""
    line = "<p class='byline'>By Ann Poe, Founder and Editor-in-Chief</p>"
    article = whole_page(f"<h1>Bridge opens after nine years</h1>{line}{STORY}", "<title>Bridge opens after nine years</title>")
    assert [author.name for author in article.authors] == ["Ann Poe"]


def test_byline_of_a_print_version_is_found_below_its_date() -> None:
    """A date above the headline, which looks like the story's start, does not hide the byline below it."""
    body = (
        "<p><b>Ostsee-Bote</b></p><p>06.03.2024, 18:12 Uhr</p><h3>Verkehr</h3><h1>Brücke bleibt elf Monate gesperrt</h1>"
        "<p><b>Der Kreistag hat am Dienstagabend beschlossen, die Drehbrücke am Hafen zu sperren.</b></p><p>Von Hauke Petersen</p>"
        "<p>Mit sieben zu zwei Stimmen hat der Kreistag am Dienstagabend die Sperrung der alten Drehbrücke am Hafen beschlossen.</p>"
        "<p>Gutachter hatten in zwei der vier Lager Risse gefunden, heißt es in dem sechzig Seiten langen Bericht der Behörde.</p>"
    )
    article = whole_page(body, "<title>Brücke bleibt elf Monate gesperrt</title>", lang="de")
    assert [author.name for author in article.authors] == ["Hauke Petersen"]


def test_byline_of_an_interview_names_its_author() -> None:
    """Who asked the questions is the author of an interview that credits nobody else."""
    article = whole_page(f"<h1>Bridge opens</h1><p class='author'>Interview: Jette Wallner</p>{STORY}", "<title>Bridge opens</title>")
    assert [author.name for author in article.authors] == ["Jette Wallner"]


@pytest.mark.parametrize("line", ["<p class='byline'>Written By</p>", "<p>6 May 2024</p><p>FOR IMMEDIATE RELEASE</p>"])
def test_byline_is_no_label_alone(line: str) -> None:
    """A lead without a name and a release's heading name nobody."""
    assert whole_page(f"<h1>Bridge opens</h1>{line}{STORY}", "<title>Bridge opens</title>").authors == ()


def test_authors_are_no_holes_of_a_template() -> None:
    """A variable's name in the author's place is nobody."""
    assert page("<p class='byline'>By Ann Poe</p>", author="page.head.extra.author").authors[0].name == "Ann Poe"


@pytest.mark.parametrize(
    ("below", "raw"),
    [
        ("<p>Daily Perch Staff</p>", "By Walt Henning\nDaily Perch Staff"),
        ("<p>Photography by Mina Okafor</p>", "By Walt Henning\nPhotography by Mina Okafor"),
        ("<p>He farms by the river, which rose by a metre in the night.</p>", "By Walt Henning"),
    ],
)
def test_byline_goes_on_in_a_second_line(below: str, raw: str) -> None:
    """The line below a byline that names the writer's desk or who else made the story is part of it, and no paragraph."""
    article = whole_page(f"<h1>Bridge opens</h1><p>By Walt Henning</p>{below}{STORY}", "<title>Bridge opens</title>")
    assert article.byline is not None
    assert article.byline.span is not None
    assert (["Walt Henning"], raw) == ([author.name for author in article.authors], article.source_text[article.byline.span.slice])


def test_authors_told_of_below_the_story_outweigh_the_markup() -> None:
    """Who is named above a story and told of below it wrote it, whoever the content system says put it online."""
    tail = "<p>(Ann Poe is an associate attorney at Lenn Partners, admitted in two states, and has written on bridges since 2011.)</p>"
    assert [author.name for author in page("<p>By: Ann Poe</p>", author="Luke Daigle", tail=tail).authors] == ["Ann Poe"]


def test_byline_is_nobody_who_is_quoted() -> None:
    """The name below a quotation is its speaker's, not the author's."""
    quote = "<blockquote><p>The bridge was never safe, and all of us knew that it was not.</p><p class='author'>Max Moe, Lennton</p></blockquote>"
    article = whole_page(f"<h1>Bridge opens</h1><p class='by'>By Ann Poe</p>{quote}{STORY}", "<title>Bridge opens</title>")
    assert [author.name for author in article.authors] == ["Ann Poe"]


@pytest.mark.parametrize(
    ("house", "line", "author", "expected"),
    [
        ("Church and Life", "", "Church and Life", ("Church and Life", ContributorKind.ORGANIZATION)),
        ("Lennblick", "<p class='byline'>By Lennblick</p>", "", ("Lennblick", ContributorKind.ORGANIZATION)),
        ("Jane Doe", "<p class='byline'>By Jane Doe</p>", "", ("Jane Doe", ContributorKind.PERSON)),
        ("Lennblick", "<p class='byline'>By Jane Doe</p>", "Lennblick", ("Jane Doe", ContributorKind.PERSON)),
    ],
)
def test_byline_with_the_name_of_the_house(house: str, line: str, author: str, expected: tuple[str, ContributorKind]) -> None:
    """The house is no person, whatever its name looks like; a blog may be called as who writes it."""
    head = f"<title>Rebels enter the city | {house}</title><meta property='og:site_name' content='{house}'><meta name='author' content='{author}'>"
    article = whole_page(f"<article><h1>Rebels enter the city</h1>{line}{STORY}</article>", head)
    assert [(person.name, person.kind) for person in article.authors] == [expected]
