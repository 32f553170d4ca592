"""The walk over a page: which runs of text are blocks, and what is known of each."""

from __future__ import annotations

import pytest

from newsparse.document import Block, Document
from newsparse.readers import Limits, read
from newsparse.text import clean
from newsparse.vocabulary import ProblemKind


def page(body: str) -> Document:
    """Return the document of a page with this body."""
    return read(f"<!doctype html><html><head><title>T</title></head><body>{body}</body></html>", source="html")


def texts(body: str) -> list[str]:
    """Return the texts of the blocks of a page with this body."""
    return [block.text for block in page(body).blocks]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>One.</p><p>Two.</p>", ["One.", "Two."]),
        ("<p>One.<p>Two.", ["One.", "Two."]),
        ("<p>One\n\n two.</p><pre>One\ntwo.\n\nThree.</pre>", ["One two.", "One two.", "Three."]),
        ("<div>One.<div>Two.</div>Three.</div>", ["One.", "Two.", "Three."]),
        ("<p>One.<br><br>Two.<br/>Three.</p>", ["One.", "Two.", "Three."]),
        ("<p>weather conditions<br>deteriorate, he said.</p>", ["weather conditions deteriorate, he said."]),
        ("<h1>Rain in town,<br>Sun in the country</h1>", ["Rain in town, Sun in the country"]),
        ("One.<hr>Two.", ["One.", "Two."]),
        ("<span><div>One.</div><div>Two.</div></span>", ["One.", "Two."]),
        ("<a href=x><h3>One</h3><p>Two</p></a>", ["One", "Two"]),
        ("<ul><li>One<li>Two</ul>", ["One", "Two"]),
        ("<table><tr><td>1<td>2<tr><td>3<td>4</table>", ["1", "2", "3", "4"]),
        ("<details><summary>More</summary>Text</details>", ["More", "Text"]),
        ("<dl><dt>Q</dt><dd>A</dd></dl>", ["Q", "A"]),
        ("<center>One</center>Two", ["One", "Two"]),
    ],
)
def test_walk_cuts_at_block_level_edges(body: str, expected: list[str]) -> None:
    """A block ends at every edge that a reader sees, and nowhere else."""
    assert expected == texts(body)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p><span class=drop>T</span>he rain</p>", "The rain"),
        ("<p>H<sub>2</sub>O and E=mc<sup>2</sup></p>", "H2O and E=mc2"),
        ("<p>the <abbr>UN</abbr>'s <mark>rain</mark>, <ins>new</ins> <nobr>one</nobr></p>", "the UN's rain, new one"),
        ("<p>a <font>b</font><b>c</b> d<i>e</i>f</p>", "a bc def"),
        ("<p>inter<wbr>national</p>", "international"),
        ("<p>soft\u00adhyphen and zero\u200bwidth</p>", "softhyphen and zerowidth"),
        ("<p>no\u00a0break &nbsp; spaces\n  and\tlines</p>", "no break spaces and lines"),
        ("<p><ruby>東<rp>(</rp><rt>とう</rt><rp>)</rp></ruby>京</p>", "東京"),
        ("<p>one<!-- note --> two</p>", "one two"),
        ("<p>like <span><a href=x>bitcoin</a><button><svg></svg></button></span>, new</p>", "like bitcoin, new"),
        ("<p>before <x-ad></x-ad>after</p>", "before after"),
        ("<p><span>By</span><span>Jane Doe</span></p>", "By Jane Doe"),
        ("<p><span>par</span><span>Élodie Roux</span></p>", "par Élodie Roux"),
        ("<p><span>текст</span><span>Олег Шихов</span></p>", "текст Олег Шихов"),
        ("<p><b>M</b>Älmhult</p>", "MÄlmhult"),
        ("<p><span>14 May 2024, 10:25</span><span>1,243 views</span></p>", "14 May 2024, 10:25 1,243 views"),
        ("<p><span>Founded in 1924</span><span>16 boats</span></p>", "Founded in 1924 16 boats"),
        ("<p>Call <span>0612</span><span>3456</span></p>", "Call 06123456"),
        ("<p><span>wo</span><span>rd</span></p>", "word"),
        ("<p><a href=a>Home</a><a href=b>News</a></p>", "Home News"),
        ("<p>a<script>x()</script>b</p>", "ab"),
    ],
)
def test_walk_keeps_words_whole(body: str, expected: str) -> None:
    """Inline elements neither tear words nor glue them."""
    assert [expected] == texts(body)


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>x</script>",
        "<style>x</style>",
        "<template><p>x</p></template>",
        "<svg><title>x</title><text>x</text></svg>",
        "<noscript><p>x</p></noscript>",
        "<select><option>x</option></select>",
        "<textarea>x</textarea>",
        "<iframe src=a>x</iframe>",
        "<video>x</video>",
        "<object>x</object>",
        "<canvas>x</canvas>",
        "<datalist><option>x</datalist>",
        "<!-- x -->",
        "<?x?>",
    ],
)
def test_walk_leaves_out_what_is_never_shown(hidden: str) -> None:
    """Scripts, templates, choices and fallbacks are no text of the page."""
    assert ["One.", "Two."] == texts(f"<p>One.</p>{hidden}<p>Two.</p>")


def test_walk_reads_noscript_where_there_is_nothing_else() -> None:
    """A page whose only text is for browsers without scripts has that text."""
    assert ["Rain in town."] == texts("<div id=app></div><noscript><p>Rain in town.</p></noscript>")


def test_walk_reads_a_story_that_a_script_puts_up() -> None:
    """Paragraphs of prose for browsers without scripts are read where the page does not show them, too; a notice is not."""
    prose = [f"{word} of the council said on Tuesday that the old bridge over the Lenn would be closed for most of the summer, and that the"
             " ferry would run two more boats on each day of it." for word in ("Two", "Three", "Four")]  # fmt: skip
    told = "".join(f"<p>{text}</p>" for text in prose)
    assert ["Menu", *prose] == texts(f"<p>Menu</p><script type='text/template'>{told}</script><noscript>{told}</noscript>")
    assert prose == texts(f"{told}<noscript>{told}</noscript>")
    assert ["Menu"] == texts("<p>Menu</p><noscript><p>Please switch JavaScript on.</p><p>See how.</p><p>Or read on.</p></noscript>")


def test_walk_parts_boxes_made_of_custom_elements() -> None:
    """A custom element is a box of its own, but not inside a line."""
    assert ["One", "Two", "a b c"] == texts("<x-card>One</x-card><x-card>Two</x-card><p>a <x-b>b</x-b> c</p>")


def test_walk_parts_preformatted_text_at_blank_lines() -> None:
    """Paragraphs of preformatted text are blocks; its lines are joined."""
    assert ["One goes on.", "Two."] == texts("<pre>One\ngoes on.\n\n Two.\n</pre>")


def test_block_knows_its_links_and_bold_text() -> None:
    """Characters in links and in bold are counted, anchors without an address are no links."""
    block = page('<p><a name=top>Top</a> <a href="/a">four</a> <b>bold</b> rest <a href="/b"> <i>and five</i> </a></p>').blocks[0]
    assert (2, 12, 4) == (block.links, block.link_chars, block.strong_chars)
    assert ["/a", "/b"] == [anchor.get("href") for anchor in block.anchors()]


def test_block_inside_a_link_is_all_link() -> None:
    """A link around paragraphs covers each of them."""
    first, second = page("<a href=x><p>One</p><p>Two</p></a>").blocks
    assert (1.0, 1.0) == (first.link_density, second.link_density)
    assert ["x"] == [anchor.get("href") for anchor in second.anchors()]


def test_block_knows_the_breaks_it_ends_at() -> None:
    """A block says how many line breaks end it; an element's edge is none."""
    assert [1, 2, 0] == [block.breaks for block in page("<p>One.<br>Two.<br> <br>Three.</p>").blocks]


def test_scopes_tell_what_is_around_a_block() -> None:
    """Tags, depth, names and hiding are known of a block's scope."""
    (block,) = page('<article><div style="display: none" CLASS="Story" id=a><p>One.</p></div></article>').blocks
    assert block.scope is not None
    assert {"html", "body", "article", "div", "p"} == block.scope.within
    assert 4 == block.scope.depth
    assert block.scope.parent is not None
    assert "story a" == block.scope.parent.names
    assert block.scope.hidden
    assert not block.scope.parent.parent.hidden  # type: ignore[union-attr]


def test_cells_of_a_row_share_their_parent() -> None:
    """Row and column of a cell can be told from the scopes."""
    blocks = page("<table><tr><td>1<td>2<tr><td>3</table>").blocks
    rows = [id(block.scope.parent) for block in blocks if block.scope]
    assert rows[0] == rows[1] != rows[2]


def test_walk_lists_media_times_and_authors_with_their_place() -> None:
    """Pictures, players, times and author links carry the index of the block behind them."""
    head = page(
        "<p>One.</p><img src=a><amp-img src=b></amp-img><video></video><iframe></iframe>"
        "<figure><noscript><img src=c></noscript><figcaption>Two</figcaption></figure>"
        "<time datetime='2024-12-06'>Friday</time><p><a rel='author nofollow' href=x>Jane Doe</a> <time>9 am</time></p>"
    ).metadata
    assert [("img", 1), ("amp-img", 1), ("video", 1), ("iframe", 1), ("img", 1)] == [(media.tag, media.block) for media in head.media]
    assert [("2024-12-06", 2), ("9 am", 3)] == [(value.text, value.block) for value in head.times]
    assert [("Jane Doe", 3)] == [(value.text, value.block) for value in head.authors]


def test_document_text_is_its_blocks_joined() -> None:
    """The text of a page is the clean text of its blocks, a line each, and offsets fit."""
    document = page("<p> One\u00a0 \u00ad. </p>\u200b<div>T&lt;w&gt;o<br>Three</div>")
    assert "One .\nT<w>o\nThree" == document.text
    for block in document.blocks:
        assert document.text[block.start : block.end] == block.text == clean(block.text) == block.plain


def test_walk_keeps_the_rest_behind_the_most_blocks() -> None:
    """Reaching the limit of blocks loses no text and is reported."""
    document = read("".join(f"<p>Number {i}.</p>" for i in range(10)), source="html", limits=Limits(blocks=4))
    assert ["Number 0.", "Number 1.", "Number 2."] == [block.text for block in document.blocks[:3]]
    assert "Number 3. Number 4." == document.blocks[3].text[:19]
    assert document.blocks[3].text.endswith("Number 9.")
    assert [ProblemKind.LIMIT] == [problem.kind for problem in document.problems]


def test_paths_find_every_scope() -> None:
    """The path of an element leads back to it."""
    document = page("<div><p>One.</p><p>Two <b>bold</b>.</p></div><x-y><section>Three</section></x-y>")
    assert document.path_of is not None
    assert document.find_elements is not None
    for block in document.blocks:
        assert block.element is not None
        assert [block.element] == document.find_elements(document.path_of(block.element))


def test_blocks_without_a_page_have_no_elements() -> None:
    """A line of plain text has no links and stands in no element; it owns itself."""
    block = Block(4, 0, 1, "a", "a")
    assert [] == block.anchors()
    assert block.element is None
    assert range(4, 5) == block.own


def test_scope_stands_in_itself_and_what_is_around_it() -> None:
    """An element stands in itself and in those around it, and in none beside or below it."""
    first, second = read("<main><section><p>One.</p></section><p>Two.</p></main>", source="html").blocks
    assert first.scope is not None
    assert second.scope is not None
    section, main = first.scope.parent, second.scope.parent
    assert section is not None
    assert main is not None
    assert [first.scope.stands_in(outer) for outer in (first.scope, section, main, second.scope)] == [True, True, True, False]
    assert not section.stands_in(first.scope)
