"""Pictures with caption and credit on pages."""

from __future__ import annotations

import pytest

from newsparse.model import Figure
from parsers.pages import PROSE, page

HEAD = "<title>Bridge over the Lenn opens after nine years</title>"
TITLE = "<h1>Bridge over the Lenn opens after nine years</h1>"


def _figures(inner: str, head: str = HEAD) -> tuple[Figure, ...]:
    return page(f"<article>{TITLE}{inner}{PROSE}</article>", head).figures


@pytest.mark.parametrize(
    ("inner", "caption", "credit"),
    [
        (
            "<figure><img src='/b.jpg'><figcaption>The bridge at noon. Photo: Jane Doe/Reuters</figcaption></figure>",
            "The bridge at noon.",
            "Jane Doe/Reuters",
        ),
        (
            "<figure><img src='/b.jpg'><figcaption>The bridge at noon <span class='credit'>Jane Doe</span></figcaption></figure>",
            "The bridge at noon",
            "Jane Doe",
        ),
        (
            "<figure><img src='/b.jpg'><figcaption><p>The bridge at noon.</p><p class='copyright'>Jane Doe</p></figcaption></figure>",
            "The bridge at noon.",
            "Jane Doe",
        ),
        ("<figure><img src='/b.jpg'><div>The bridge at noon</div><cite>© AFP</cite></figure>", "The bridge at noon", "AFP"),
        ("<div><img src='/b.jpg'><p class='wp-caption-text'>The bridge at noon.</p></div>", "The bridge at noon.", None),
        ("<p><img src='/b.jpg'></p><p>The bridge at noon. (AP Photo/Jane Doe)</p>", "The bridge at noon.", "AP Photo/Jane Doe"),
        ("<figure><img src='/b.jpg'><figcaption>Getty Images</figcaption></figure>", None, "Getty Images"),
        (
            "<figure><img src='/b.jpg'><figcaption>The <a href='/l'>bridge</a> at noon.</figcaption></figure><p class='credit'>Photo: Jane Doe</p>",
            "The bridge at noon.",
            "Jane Doe",
        ),
        (
            "<div class='image'><img src='/b.jpg'><div class='caption'>The bridge at noon.</div><div class='credit'>Jane Doe</div></div>",
            "The bridge at noon.",
            "Jane Doe",
        ),
        ("<figure><img src='/b.jpg'></figure><p class='photo-credit'>Jane Doe/The Courier</p>", None, "Jane Doe/The Courier"),
        ("<figure><img src='/b.jpg'><figcaption>The bridge.<button>hide caption</button></figcaption></figure>", "The bridge.", None),
        (
            "<figure><span>1/3</span><img src='/b.jpg'><figcaption>The bridge. Photo: Ann Poe</figcaption></figure>",
            "The bridge.",
            "Ann Poe",
        ),
        (
            "<div><div><img src='/b.jpg'></div><div class='field-bildunterschrift'>The bridge.</div><div class='field-quelle'>Foto: Ann Poe</div></div>",
            "The bridge.",
            "Ann Poe",
        ),
        (
            "<div class='caption'><img src='/b.jpg'><div class='caption-text'><p>The bridge.</p></div><div class='credit'>Ann Poe / The Courier</div></div>",
            "The bridge.",
            "Ann Poe / The Courier",
        ),
        (
            "<div><div><a href='/b'><img src='/b.jpg'></a></div><div class='info'><span class='caption'>The bridge.</span> <span class='credit'>Jane Doe</span></div></div>",
            "The bridge.",
            "Jane Doe",
        ),
        ("<p><img src='/b.jpg'></p><p><b>▲新橋通車。（圖／記者林志明攝）</b></p>", "▲新橋通車。", "記者林志明攝"),
        ("<div><img src='/b.jpg'><span class='legende'>The bridge. (DR)</span></div>", "The bridge.", "DR"),
        (
            "<div property='image' typeof='ImageObject'><img src='/b.jpg'><p property='caption'>The bridge</p><p>Beeld <b property='creditText'>ANP</b></p></div>",
            "The bridge",
            "ANP",
        ),
        ("<figure><img src='/b.jpg'><figcaption>The bridge. <span>A. Poe</span></figcaption></figure>", "The bridge.", "A. Poe"),
        (
            "<table><tr><td><img src='/b.jpg'></td></tr><tr><td><i>The bridge at noon.</i><br>Staff photo by Ann Poe</td></tr></table>",
            "The bridge at noon.",
            "Ann Poe",
        ),
        (
            "<figure><img src='/b.jpg'><figcaption>The bridge.</figcaption><div class='credit'>Ann Poe / The Courier</div></figure>",
            "The bridge.",
            "Ann Poe / The Courier",
        ),
        (
            "<figure><img src='/b.jpg'><figcaption>The bridge. <span class='credit'>(Ann Poe/The Courier)</span></figcaption></figure>",
            "The bridge.",
            "Ann Poe/The Courier",
        ),
        (
            "<figure><img src='/b.jpg'><figcaption>El puente.<span class='autor-foto'>ANA PAZ (EFE)</span></figcaption></figure>",
            "El puente.",
            "ANA PAZ (EFE)",
        ),
        ("<figure><img src='/b.jpg'><figcaption>The bridge. Photo courtesy of the city.</figcaption></figure>", "The bridge.", "the city"),
    ],
)
def test_figure_is_found_with_its_parts(inner: str, caption: str | None, credit: str | None) -> None:
    """Caption and credit are told apart in every place where they stand, and the picture's address is joined."""
    found = [figure for figure in _figures(inner) if figure.text]
    assert len(found) == 1
    assert (caption, credit) == (found[0].caption and found[0].caption.text, found[0].credit and found[0].credit.text)
    assert found[0].url == "https://news.example.org/b.jpg"


def test_figure_caption_is_no_paragraph() -> None:
    """A long caption is not taken for the story."""
    long = "The mayor, third from left, and the council of the town at the opening of the bridge on Monday morning, in the rain."
    article = page(f"<article>{TITLE}{PROSE}<figure><img src='/b.jpg'><figcaption>{long}</figcaption></figure>{PROSE}</article>", HEAD)
    assert [figure.text for figure in article.figures] == [long]
    assert long not in [node.text for node in article.body]


def test_figure_lead_is_the_stated_one() -> None:
    """The picture that the head names is the lead, in whatever size it is shown."""
    head = HEAD + "<meta property='og:image' content='https://cdn.example.org/1200/bridge-12345.jpg'>"
    inner = "<figure><img src='/w300/bridge-12345.webp' alt='A bridge'><figcaption>The bridge at noon.</figcaption></figure>"
    assert [(True, "A bridge")] == [(figure.lead, figure.alt) for figure in _figures(inner, head)]


def test_figure_stated_alone_is_kept() -> None:
    """A main picture that only the head gives has no span."""
    head = HEAD + "<meta property='og:image' content='https://cdn.example.org/1200/bridge-12345.jpg'>"
    found = _figures("", head)
    assert [(True, None, "https://cdn.example.org/1200/bridge-12345.jpg")] == [(figure.lead, figure.span, figure.url) for figure in found]


def test_figure_loaded_late_has_its_address() -> None:
    """A stand-in is passed over for the address that a script would load."""
    inner = "<figure><img src='/img/placeholder.gif' data-src='/b.jpg'><figcaption>The bridge at noon.</figcaption></figure>"
    assert [figure.url for figure in _figures(inner)] == ["https://news.example.org/b.jpg"]


@pytest.mark.parametrize(
    ("printed", "stated"),
    [
        ("/img/bridge-over-lenn-640x360.jpg", "/img/bridge-over-lenn-1200-80.jpg"),
        ("/img/65897427_600.jpg", "/img/65897427_804.jpg"),
        (
            "/copy?url=https%3A%2F%2Fp.example.org%2Fa%2Fgettyimages-1443583402.jpg&w=600",
            "https://p.example.org/a/gettyimages-1443583402.jpg",
        ),
        ("/img/lenn_bridge_93268333ee.jpg", "/img/lenn_bridge_a395f41217.jpg"),
    ],
)
def test_figure_lead_is_known_by_its_file(printed: str, stated: str) -> None:
    """The picture that the head names is the printed one of the same name, whatever its size; there is one lead."""
    head = HEAD + f"<meta property='og:image' content='{stated}'>"
    other = "<figure><img src='/img/other-picture-2.jpg'><figcaption>A ferry. Jane Doe/Reuters</figcaption></figure>"
    found = _figures(f"{other}<figure><img src='{printed}'><figcaption>The bridge. Jane Doe/Reuters</figcaption></figure>", head)
    assert ["The bridge."] == [figure.caption.text for figure in found if figure.lead and figure.caption]
    assert sum(figure.lead for figure in found) == 1


def test_figure_lead_is_the_picture_above_the_story() -> None:
    """Where the head names a crop of another name, the captioned picture between headline and story is the lead."""
    head = HEAD + "<meta property='og:image' content='/cards/8f2a77b0c1.jpg'>"
    found = _figures("<figure><img src='/img/bridge-2.jpg'><figcaption>The bridge. Jane Doe/Reuters</figcaption></figure>", head)
    assert [("The bridge.", True)] == [(figure.caption.text if figure.caption else "", figure.lead) for figure in found]


def test_figures_of_a_gallery_behind_a_short_text_are_all_found() -> None:
    """Pictures in a row behind the story's last paragraph belong to it, however many they are."""
    slides = "".join(
        f"<figure><img src='/{i}.jpg'><span>{i}/6</span><figcaption>Slide number {i}.</figcaption></figure>" for i in range(1, 7)
    )
    found = page(f"<article>{TITLE}{PROSE}{slides}</article>", HEAD).figures
    assert [f"Slide number {i}." for i in range(1, 7)] == [figure.caption.text for figure in found if figure.caption is not None]


def test_figure_lead_below_a_summary_is_found() -> None:
    """A line above the picture that may be summary or lede does not keep it from being the main one."""
    summary = "<p class='x'>After nine years of delays and two court cases the first lorries rolled over the river at noon.</p>"
    (figure,) = _figures(f"{summary}<figure><img src='/b.jpg'><figcaption>The bridge at noon.</figcaption></figure>")
    assert figure.lead


def test_figure_printed_again_for_other_screens_stands_once() -> None:
    """Of two copies of a picture with one caption, the one that the head names is kept."""
    copy = "<div class='{0}'><figure><img src='/{0}.jpg'><figcaption>The bridge at noon.</figcaption></figure></div>".format
    head = f"{HEAD}<meta property='og:image' content='/for-wide-screens.jpg'>"
    figures = _figures(copy("for-phones") + copy("for-wide-screens"), head)
    assert [("https://news.example.org/for-wide-screens.jpg", True)] == [(figure.url, figure.lead) for figure in figures]


def test_figure_with_a_table_or_a_quotation_is_none() -> None:
    """The line below a table or a quotation in a `figure` is no picture's caption."""
    table = "<figure><table><tr><th>Year</th><th>Cars</th></tr><tr><td>2024</td><td>900</td></tr></table><figcaption>Cars a day</figcaption></figure>"
    quote = "<figure><blockquote>It was worth the wait.</blockquote><figcaption>The mayor, on Monday</figcaption></figure>"
    assert () == _figures(table + quote)


def test_figure_of_the_author_is_none() -> None:
    """A picture called like who wrote the story is a portrait."""
    author = "<p class='byline'>By <a href='/people/jane'>Jane Whitcomb</a></p><p><img src='/jane.png' alt='Jane Whitcomb'></p>"
    assert () == page(f"<article>{TITLE}{PROSE}{author}{PROSE}</article>", HEAD).figures


def test_figure_lead_is_known_by_its_path_where_the_name_is_short() -> None:
    """A file called "01.jpg" is the main picture by its whole path, whatever size is asked for."""
    head = f"{HEAD}<meta property='og:image' content='https://img.example.org/g/01.jpg?crop=16:9'>"
    figures = _figures(
        "<figure><img src='https://img.example.org/g/01.jpg?w=900'><figcaption>The bridge at noon.</figcaption></figure>", head
    )
    assert [True] == [figure.lead for figure in figures]


@pytest.mark.parametrize("label", ["Advertisement", "Close", "Read more: The ferry's last day"])
def test_figure_label_is_no_caption(label: str) -> None:
    """What pages print on advertisements, viewers and boxes of links describes no picture."""
    figures = _figures(f"<figure><img src='/b.jpg'><figcaption>{label}</figcaption></figure>")
    assert [figure.caption.text for figure in figures if figure.caption] == []


def test_figure_credit_of_two_letters_is_a_maker() -> None:
    """A picture that a company sent in is credited to its press office."""
    figure = _figures("<figure><img src='/b.jpg'><figcaption><p>The bridge at noon.</p><p class='credit'>PR</p></figcaption></figure>")[0]
    assert figure.credit is not None
    assert figure.credit.text == "PR"
