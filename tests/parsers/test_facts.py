"""What a page says about its story: kicker, section, tags, language, publisher, address, access."""

from __future__ import annotations

import pytest

from newsparse import parse
from newsparse.parsers.language import guess
from parsers.pages import PROSE, page

TITLE = "<h1>Bridge over the Lenn opens after nine years</h1>"
HOUSE = "https://news.example.org"
HEAD = "<title>Bridge over the Lenn opens after nine years - The Lenn Courier</title>"


def _linked(fields: str) -> str:
    return f'<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Bridge over the Lenn opens after nine years", {fields}}}</script>'


@pytest.mark.parametrize(
    ("inner", "kicker"),
    [
        (f"<header><p class='kicker'>Nine years late</p>{TITLE}</header>", "Nine years late"),
        ("<h1><span class='overline'>Nine years late</span> Bridge over the Lenn opens after nine years</h1>", "Nine years late"),
        ("<h1>Opinion | Bridge over the Lenn opens after nine years</h1>", "Opinion"),
        (f"<header><p class='kicker'>Nine years late —</p>{TITLE}</header>", "Nine years late"),
        (f"<header><p class='kicker'>Politics</p>{TITLE}</header>", None),
        (f"<nav><a href='/a'>Home</a><a href='/b'>World</a></nav>{TITLE}", None),
        (f"<header><p class='kicker'>Lennbridge, 9.12.2024</p>{TITLE}</header>", None),
        (f"<header><span class='badge'>Live</span>{TITLE.replace('opens', 'opens live')}</header>", "Live"),
        (f"<header><span class='label'>AP</span>{TITLE}</header>", None),
        (f"<header><p class='kicker'><b>Plus</b> <a href='/valley'>Valley</a></p>{TITLE}</header>", None),
        (f"<header><p class='kicker'>Nine years late</p><h1><a href='/2024/bridge'>{TITLE[4:-5]}</a></h1></header>", "Nine years late"),
        ("<h1><span class='topline'>27.01.2022</span> Bridge over the Lenn opens after nine years</h1>", None),
    ],
)
def test_kicker_is_the_label_above(inner: str, kicker: str | None) -> None:
    """A label inside or above the heading is the kicker; a section or a menu is not."""
    found = page(f"<article>{inner}{PROSE}</article>", HEAD, url=f"{HOUSE}/valley/bridge").kicker
    assert kicker == (found.text if found else None)


def test_kicker_inside_the_headline_is_not_the_section() -> None:
    """The name of the story's section is the section, wherever a template prints it again; a genre may be both."""
    title = "<h1><span class='overline'>{}</span> Bridge over the Lenn opens after nine years</h1>"
    head = HEAD + _linked('"articleSection": ["Valley", "Analysis"]')
    assert page(f"<article>{title.format('Valley')}{PROSE}</article>", head).kicker is None
    label = page(f"<article>{title.format('Analysis')}{PROSE}</article>", head).kicker
    assert label is not None
    assert label.text == "Analysis"


def test_section_is_the_way_down() -> None:
    """A trail gives the section with its way, without the front page and the story."""
    trail = (
        '<script type="application/ld+json">{"@type": "BreadcrumbList", "itemListElement": ['
        '{"@type": "ListItem", "position": 1, "name": "Home"},'
        '{"@type": "ListItem", "position": 2, "item": {"name": "News"}},'
        '{"@type": "ListItem", "position": 3, "name": "Traffic"},'
        '{"@type": "ListItem", "position": 4, "name": "Bridge over the Lenn opens after nine years"}]}</script>'
    )
    section = page(f"<article>{TITLE}{PROSE}</article>", HEAD + trail).section
    assert section is not None
    assert ("Traffic", ("News", "Traffic")) == (section.text, section.names)


def test_section_is_no_end_of_a_menu() -> None:
    """The last label of a row over the story is a menu's; a label alone is the section."""
    labels = [f"<div><a href='/{name.lower()}'>{name}</a></div>" for name in ("Business", "Culture", "Travel", "Weather")]
    assert page(f"{''.join(labels)}<article>{TITLE}{PROSE}</article>", HEAD).section is None
    section = page(f"{labels[0]}<article>{TITLE}{PROSE}</article>", HEAD).section
    assert section is not None
    assert "Business" == section.text


def test_section_drops_the_front_page_by_its_address() -> None:
    """A step of a trail that leads to the front page is none, whatever it is called."""
    trail = (
        '<script type="application/ld+json">{"@type": "BreadcrumbList", "itemListElement": ['
        '{"@type": "ListItem", "name": "All of the Lenn valley", "item": "https://news.example.org/"},'
        '{"@type": "ListItem", "name": "Traffic", "item": {"@id": "https://news.example.org/traffic/"}}]}</script>'
    )
    section = page(f"<article>{TITLE}{PROSE}</article>", HEAD + trail).section
    assert section is not None
    assert section.names == ("Traffic",)


@pytest.mark.parametrize(
    ("trail", "names"),
    [
        (
            "<ol class='breadcrumb'><li><a href='/'>Courier</a></li><li><a href='/n'>News</a></li><li><a href='/t'>Traffic</a></li></ol>",
            ("News", "Traffic"),
        ),
        (
            "<div class='path'><a href='http://www.example.org'>Lenn</a> <a href='http://society.example.org'>Society</a> <a href='/t'>Traffic</a></div>",
            ("Society", "Traffic"),
        ),
        (
            "<div itemscope itemtype='https://schema.org/BreadcrumbList'><a href='/'>Home</a> <a href='/n'>News</a></div>",
            ("News",),
        ),
        ("<div class='crumbs'><a href='/'>Home</a> &gt; <a href='/n'>News</a> &gt; <a href='/t'>Traffic</a></div>", ("News", "Traffic")),
        ("<div class='crumbs'><a href='/'>Home</a> / <a href='/n'>Traffic</a> / <a href='/2024'>12/2024</a></div>", ("Traffic",)),
        ("<div class='crumbs'><a href='/'>Home</a> / Bridge over the Lenn opens after nine years</div>", None),
        ("<div class='crumbs'><a href='/'>Home</a> / <a href='/n'>Traffic</a> / <a href='/b'>Bridge over the…</a></div>", ("Traffic",)),
        ("<div class='crumbs'><a href='#main'>Skip to content</a></div>", None),
        ("<div class='top'><a href='/n'>Ferries</a></div>", None),
        ("<div class='crumbs'>" + "".join(f"<p><a href='/{i}'>Part {i}</a></p>" for i in "abcdef") + "</div>", None),
    ],
)
def test_section_is_read_from_a_printed_trail(trail: str, names: tuple[str, ...] | None) -> None:
    """The way down that is printed above the headline names the section; front page, title, dates and skip links are no step."""
    article = page(f"{trail}<article>{TITLE}{PROSE}</article>", HEAD)
    assert names == (article.section.names if article.section else None)
    if article.section is not None:
        assert article.section.span is not None
        assert article.section.text == article.source_text[article.section.span.slice]


def test_section_is_the_label_that_leads_to_the_folder() -> None:
    """A label above the headline that links to a folder in which the story stands names its section; it is no kicker."""
    label = "<p class='kicker'><a href='/bridges-and-ferries/'>On the water</a></p>"
    article = page(f"{label}{TITLE}{PROSE}", HEAD + "<link rel='canonical' href='https://news.example.org/bridges-and-ferries/lenn-opens'>")
    assert (None, "On the water") == (article.kicker, article.section and article.section.text)


def test_section_printed_goes_before_a_slug() -> None:
    """A name for machines loses to the label that readers see."""
    section = page(
        f"<div><a href='/t'>Technology</a></div><article>{TITLE}{PROSE}</article>", HEAD + "<meta name='section' content='front-page'>"
    ).section
    assert section is not None
    assert section.text == "Technology"


@pytest.mark.parametrize("stated", ['"Traffic"', '["Traffic"]'])
def test_section_is_a_string_or_a_list(stated: str) -> None:
    """`articleSection` is read in both shapes."""
    section = page(f"<article>{TITLE}{PROSE}</article>", HEAD + _linked(f'"articleSection": {stated}')).section
    assert section is not None
    assert section.names == ("Traffic",)


def test_tags_come_from_all_places_once() -> None:
    """Comma lists are split, tags for machines dropped, printed ones point at their place."""
    head = HEAD + _linked('"keywords": "bridges, Lenn, site:section/x"') + "<meta property='article:tag' content='Bridges'>"
    tags = "<ul class='article-tags'><li><a href='/t/1'>Lenn</a></li><li><a href='/t/2'>Bridge building</a></li></ul>"
    article = page(f"<article>{TITLE}{PROSE}</article>{tags}", head)
    assert {"bridges", "Lenn", "Bridge building"} == {tag.text for tag in article.tags}
    assert {"Lenn", "Bridge building"} == {tag.text for tag in article.tags if tag.span is not None}


def _tags(below: str, head: str = "") -> list[str]:
    story = f"<article>{TITLE}{PROSE}</article>"
    return [tag.text for tag in page(f"{story}{below}", HEAD + head).tags]


@pytest.mark.parametrize(
    ("below", "tags"),
    [
        ("<div><p>Topics</p><ul><li><a href='/a'>Lenn</a></li><li><a href='/b'>Bridges</a></li></ul></div>", ["Lenn", "Bridges"]),
        ("<ul><li><a href='/news/topics/c1'>Lenn</a></li><li><a href='/news/topics/c2'>Bridges</a></li></ul>", ["Lenn", "Bridges"]),
        ("<ul><li><a href='/a'>Lenn</a></li><li><a href='/b'>Bridges</a></li></ul>", []),
        ("<ul class='tags'><li><a href='/a'>Lenn</a></li></ul><ul><li><a href='/b'>Subscribe to us</a></li></ul>", ["Lenn"]),
        ("<div class='tags'><a href='/a'>Lenn</a></div><div class='tags'><a href='/c'>See all comments (32)</a></div>", ["Lenn"]),
        ("<footer><ul class='topics'><li><a href='/a'>Sport</a></li><li><a href='/b'>Culture</a></li></ul></footer>", []),
    ],
)
def test_tags_printed(below: str, tags: list[str]) -> None:
    """A list of links below the story is its topics by its class, the label before it, or where the links lead."""
    assert tags == _tags(below)


def test_tags_are_clean_and_once() -> None:
    """Marks around a printed topic are no part of it, a topic that is printed twice counts once, and a maker is none."""
    head = _linked('"keywords": "bridges, Jane Doe", "author": {"@type": "Person", "name": "Jane Doe"}')
    below = "<ul class='tags'><li><a href='/a'>#Lenn,</a></li><li><a href='/b'>Bridges</a></li><li><a href='/a'>Lenn</a></li></ul>"
    assert ["Lenn", "Bridges"] == _tags(below, head)


def test_tags_printed_list_that_the_head_confirms() -> None:
    """A list of links that says what the head states is the topics, whatever its markup; a menu of others is not."""
    head = "<meta property='article:tag' content='Lenn'><meta property='article:tag' content='Bridges'>"
    below = "<ul><li><a href='/a'>Lenn</a></li><li><a href='/b'>Bridges</a></li></ul>"
    menu = "".join(f"<a href='/{i}'>Topic number {i}</a> " for i in "abcdefgh")
    assert ["Lenn", "Bridges"] == _tags(below, head)
    assert ["Lenn", "Bridges"] == _tags("<div class='topics'>" + menu.replace("<a", "<p><a").replace("</a>", "</a></p>") + "</div>", head)


@pytest.mark.parametrize(
    ("head", "tags"),
    [
        (_linked('"keywords": [{"@type": "DefinedTerm", "name": "Lenn"}, "Bridges"]'), ["Lenn", "Bridges"]),
        ("<meta name='classification-tags' content='Lenn,Bridges'>", ["Lenn", "Bridges"]),
        ("<meta name='x:tags' content='sub-section:World'><meta name='x:tags' content='none'>", []),
        ("<meta name='keywords' content='航天 桥梁 河流'>", ["航天", "桥梁", "河流"]),
        ("<meta property='article:tag' content='Lenn'><meta name='keywords' content='best bridge,bridge news,open bridge'>", ["Lenn"]),
        ("<meta property='article:tag' content='Lenn'><meta name='keywords' content='Lenn,Bridges'>", ["Lenn", "Bridges"]),
    ],
)
def test_tags_stated(head: str, tags: list[str]) -> None:
    """Topics are read in the shapes in which heads state them; lists for search engines count where they agree or stand alone."""
    assert tags == _tags("", head)


def test_language_declared_and_read() -> None:
    """A declared language that the text is in is sure; one that it is not in loses."""
    right = page(f"<article>{TITLE}{PROSE}</article>", HEAD, lang="en-GB").language
    wrong = page(f"<article>{TITLE}{PROSE}</article>", HEAD, lang="de").language
    assert right is not None
    assert wrong is not None
    assert ("en-GB", "en") == (right.text, wrong.text)


def test_guess_takes_the_declared_of_languages_that_are_alike() -> None:
    """Portuguese and Galician share most of their small words: a short text is in the one that its page declares."""
    text = (
        "O trem que liga Mariana a Ouro Preto volta a circular na próxima semana. O percurso passa por dois túneis e leva uma hora. "
        "As obras de recuperação da linha custaram menos que o previsto, segundo a empresa. A comerciante disse que a cidade respira."
    )
    assert "gl" == guess(text)[0]
    assert "pt" == guess(text, ["en", "pt"])[0]
    assert "gl" == guess(text, ["de"])[0]


@pytest.mark.parametrize("declared", ["nb", "no", "nn-NO"])
def test_language_close_codes_agree(declared: str) -> None:
    """Norwegian has three codes: whichever a page declares is the one that its text is in."""
    prose = "<p>Ordføreren åpnet den nye broen over elven på mandag, og det var en fest for alle som har ventet på den i ni år.</p>" * 3
    language = page(f"<article>{TITLE}{prose}</article>", HEAD, lang=declared).language
    assert language is not None
    assert (declared, 0.95) == (language.text, language.confidence)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Мэр города в понедельник открыл новый мост, который строили девять лет, и это был праздник для всех.", "ru"),
        ("Мер міста у понеділок відкрив новий міст, який будували дев'ять років, і це було свято для всіх її мешканців.", "uk"),
        ("市长星期一为新桥剪彩，这座桥建了九年。", "zh"),
        ("市長は月曜日に新しい橋を開通させた。", "ja"),
        ("시장은 월요일에 새 다리를 개통했다.", "ko"),
        ("افتتح رئيس البلدية الجسر الجديد يوم الاثنين بعد تسع سنوات في المدينة.", "ar"),
        (
            "El alcalde inauguró el lunes el nuevo puente de la ciudad, que se había prometido para hace cuatro años y que costó más de lo previsto.",
            "es",
        ),
        ("Bürgermeister", None),
        ("", None),
    ],
)
def test_language_guess(text: str, code: str | None) -> None:
    """Letters and small words name the language; too little text names none."""
    assert guess(text)[0] == code


def test_language_of_plain_text() -> None:
    """A plain text has a language too."""
    text = "Brücke über die Lenn eröffnet\n\nDie Stadt hat am Montag die neue Brücke eröffnet, die der Rat und das Land mit dem Geld des Bundes gebaut haben."
    language = parse(text, source="text").language
    assert language is not None
    assert language.text == "de"


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ('"publisher": {"@type": "Organization", "name": "The Lenn Courier"}', "The Lenn Courier"),
        ('"publisher": {"@type": "Organization", "name": "Regional Media Holding"}', "Courier"),
    ],
)
def test_publisher_is_confirmed(head: str, name: str) -> None:
    """A publisher that the title confirms goes before the site's name, a company behind it after."""
    found = page(f"<article>{TITLE}{PROSE}</article>", HEAD + _linked(head) + "<meta property='og:site_name' content='Courier'>").publisher
    assert found is not None
    assert found.text == name


def test_canonical_url_is_whole() -> None:
    """A relative canonical link is joined with the page's address."""
    found = page(f"<article>{TITLE}{PROSE}</article>", HEAD + "<link rel='canonical' href='/2024/12/bridge'>").canonical_url
    assert found is not None
    assert found.text == "https://news.example.org/2024/12/bridge"


@pytest.mark.parametrize(
    ("stated", "declared"),
    [
        ("true", True),
        ('"True"', True),
        ("false", False),
        ('"False"', False),
        ('"false"', False),
        ('"http://schema.org/True"', True),
        ("[false]", False),
        ('"?"', None),
    ],
)
def test_access_declared_in_all_spellings(stated: str, declared: bool | None) -> None:
    """The flag is read in every spelling that pages use."""
    access = page(f"<article>{TITLE}{PROSE}</article>", HEAD + _linked(f'"isAccessibleForFree": {stated}')).access
    assert declared == (access.declared if access else None)


def test_access_prompt_behind_the_story_is_seen() -> None:
    """A prompt to pay right behind the last paragraph says that the text stops; one in the menu does not."""
    prompt = "<p>Subscribe to continue reading</p>"
    cut = page(f"<article>{TITLE}{PROSE}{prompt}</article>", HEAD).access
    menu = page(f"<nav>{prompt}</nav><article>{TITLE}{PROSE}</article>", HEAD).access
    assert cut is not None
    assert (False, "locked", "Subscribe to continue reading") == (cut.seen, cut.text, cut.evidence[0].text)
    assert menu is None


ARCHIVED = "https://archive.example.net/web/20240503101112/"


def test_addresses_of_an_archived_page_are_the_pages_own() -> None:
    """An archive puts its host and the moment of the copy before every address; house, section and address are the page's."""
    head = f"{HEAD}<link rel='canonical' href='/web/20240503101112/{HOUSE}/valley/bridge'>"
    line = f"<p class='label'><a href='{ARCHIVED}{HOUSE}/valley'>Valley</a></p>"
    article = page(f"<article>{line}{TITLE}{PROSE}</article>", head, url=f"{ARCHIVED}{HOUSE}/valley/bridge")
    assert article.canonical_url is not None
    assert article.publisher is not None
    assert article.section is not None
    found = (article.canonical_url.text, article.publisher.text, article.section.text)
    assert found == (f"{HOUSE}/valley/bridge", "news.example.org", "Valley")


def test_publisher_is_not_the_headline() -> None:
    """A template may put the headline where the house belongs."""
    head = _linked('"publisher": {"name": "Bridge over the Lenn opens after nine years"}')
    found = page(f"<article>{TITLE}{PROSE}</article>", head).publisher
    assert found is not None
    assert found.text == "news.example.org"


@pytest.mark.parametrize(
    ("title", "body", "name"),
    [
        ("Bridge over the Lenn opens after nine years | The Example", "", "The Example"),
        ("The Example: Bridge over the Lenn opens after nine years", "", "The Example"),
        ("Bridge over the Lenn opens after nine years - Vestnik", "<a href='/'>Vestnik</a>", "Vestnik"),
        ("Bridge over the Lenn opens after nine years - Vestnik", "<a href='/'><img src='/l.png' alt='Vestnik'></a>", "Vestnik"),
        ("Bridge over the Lenn opens after nine years - Recipes of the day", "", "news.example.org"),
        ("Bridge over the Lenn opens after nine years - Sport", "", "news.example.org"),
    ],
)
def test_publisher_is_what_the_title_says_beside_the_story(title: str, body: str, name: str) -> None:
    """A name at an end of the title counts where the host or a link to the front page says it, too."""
    found = page(f"{body}<article>{TITLE}{PROSE}</article>", f"<title>{title}</title>").publisher
    assert found is not None
    assert name == found.text


def test_microdata_tells_access_and_address() -> None:
    """What `meta` elements in the body state is read."""
    said = "<meta itemprop='isAccessibleForFree' content='False'><meta itemprop='mainEntityOfPage' content='https://a.example/b'>"
    article = page(f"<article>{TITLE}{said}{PROSE}</article>", HEAD)
    assert article.access is not None
    assert (False, "https://a.example/b") == (article.access.declared, article.canonical_url and article.canonical_url.text)


def test_tags_leave_out_the_only_category() -> None:
    """A lone link to a category that calls itself a tag is the section."""
    line = "<div class='post-terms'>in <a href='/category/water/' rel='tag'>Water</a></div>"
    tags = "<div>Tags: <a href='/tag/pumps/' rel='tag'>pumps</a></div>"
    assert ["pumps"] == [tag.text for tag in page(f"<article>{TITLE}{line}{PROSE}{tags}</article>", HEAD).tags]


def test_section_is_linked_below_the_headline() -> None:
    """A link in the list of facts below the headline that leads to the story's folder is the section."""
    facts = "<ul><li><a href='/authors/ro'>Ro Tamsin</a></li><li>November 6, 2024</li><li><a href='/valley'>Valley</a></li></ul>"
    article = page(f"<article>{TITLE}{facts}{PROSE}</article>", HEAD, url=f"{HOUSE}/valley/bridge")
    assert article.section is not None
    assert "Valley" == article.section.text


def test_section_beside_a_badge_is_the_link() -> None:
    """The name of the folder that a label links to is the section, whatever stands beside it."""
    article = page(f"<article><p><b>Plus</b> <a href='/valley'>Valley</a></p>{TITLE}{PROSE}</article>", HEAD, url=f"{HOUSE}/valley/bridge")
    assert article.section is not None
    assert "Valley" == article.section.text


def test_section_is_no_day_of_the_archive() -> None:
    """A link to the day's folder in which the page stands dates it."""
    line = "<p class='label'><a href='/2024/05/03'>3 May 2024</a></p>"
    assert page(f"<article>{line}{TITLE}{PROSE}</article>", HEAD, url=f"{HOUSE}/2024/05/03/bridge").section is None


@pytest.mark.parametrize(("stated", "expected"), [("Lenn Courier", None), ("Sport", "Sport")])
def test_section_is_not_the_site(stated: str, expected: str | None) -> None:
    """What the site is called is no section of it, but a host may be called as one."""
    head = f"<meta property='og:site_name' content='Lenn Courier'><meta property='article:section' content='{stated}'>"
    section = page(f"<article>{TITLE}{PROSE}</article>", HEAD + head, url="https://sport.example.org/a/bridge").section
    assert expected == (section.text if section else None)


def test_section_of_a_trail_is_not_the_printed_headline() -> None:
    """The last step of a trail is the story, also where the head calls it otherwise."""
    steps = '{"@type": "ListItem", "name": "Valley"}, {"@type": "ListItem", "name": "Bridge over the Lenn opens after nine years"}'
    trail = f'<script type="application/ld+json">{{"@type": "BreadcrumbList", "itemListElement": [{steps}]}}</script>'
    section = page(f"<article>{TITLE}{PROSE}</article>", f"<title>All about the day at the river</title>{trail}").section
    assert section is not None
    assert section.text == "Valley"


def test_section_has_no_mark_at_its_edges() -> None:
    """An arrow or a stroke beside the name is the design's."""
    article = page(f"<article><p class='label'>&gt; Politics</p>{TITLE}{PROSE}</article>", HEAD)
    assert article.section is not None
    assert article.section.text == "Politics"
    assert article.section.span is not None
    assert article.source_text[article.section.span.slice] == "Politics"
