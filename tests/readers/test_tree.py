"""Sources that libxml2 alone would lose, tear or choke on."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from bs4 import BeautifulSoup
from lxml import etree, html

from newsparse.errors import SourceError
from newsparse.readers import Limits, read
from newsparse.vocabulary import ProblemKind, SourceKind

STORY = "<p>Rain fell on the town.</p>"


def kinds(document: Any) -> list[ProblemKind]:
    """Return the kinds of a document's problems."""
    return [problem.kind for problem in document.problems]


@pytest.mark.parametrize("depth", [240, 300, 3_000, 20_000])
@pytest.mark.parametrize("tag", ["div", "b", "x-y", "ul"])
def test_deep_nesting_loses_nothing(depth: int, tag: str) -> None:
    """The story behind any number of unclosed or closed elements is read; a met bound is reported."""
    for closing in ("", f"</{tag}>" * depth):
        document = read(f"<html><body>{f'<{tag}>' * depth}inner{closing}{STORY}", source="html")
        assert ["inner", "Rain fell on the town."] == re.sub("inner(?!\n)", "inner\n", document.text).split("\n")[:2]
        assert (ProblemKind.LIMIT in kinds(document)) is (depth > 250)


def test_deep_nesting_keeps_edges_links_and_silence() -> None:
    """Below the bound paragraphs are still parted, and scripts are still no text."""
    inner = "<p>One.</p><script>x()</script><p>Two.<br>Three.</p><style>y</style>"
    document = read(f"<body>{'<div>' * 1000}{inner}{'</div>' * 1000}{STORY}", source="html")
    assert ["One.", "Two.", "Three.", "Rain fell on the town."] == [block.text for block in document.blocks]


@pytest.mark.parametrize("token", ["<!--{}-->", "<script>{}</script>", '<p title="{}">', "<p>{}</p>", "<style>{}</style>"])
def test_long_token_loses_nothing_behind_it(token: str) -> None:
    """A comment, script, attribute or text over 10 MB does not end the page."""
    document = read(f"<p>Before.</p>{token.format('word ' * 2_100_000)}{STORY}", source="html")
    assert "Before." == document.blocks[0].text
    assert document.text.endswith("Rain fell on the town.")


def test_attribute_flood_is_bounded_and_reported() -> None:
    """A hundred thousand attributes on one element neither stop the clock nor hide the story."""
    document = read("<p " + " ".join(f"a{i}=1" for i in range(100_000)) + f">One.</p>{STORY}", source="html")
    assert ["One.", "Rain fell on the town."] == [block.text for block in document.blocks]
    assert [ProblemKind.LIMIT] == kinds(document)


@pytest.mark.parametrize(
    "filler",
    [
        "<style>" + "a{b:c;} " * 10_000 + "</style>",
        '<p title="' + "many words = here " * 5_000 + '">',
        "<script>var a = '<div class=1 ';" + "x = 1; " * 9_000 + "</script>",
    ],
)
def test_long_style_or_value_is_no_flood(filler: str) -> None:
    """Style sheets, scripts and long values are left as they are."""
    document = read(f"{filler}{STORY}", source="html")
    assert document.text.endswith("Rain fell on the town.")
    assert [] == kinds(document)


def test_limits_bound_the_depth() -> None:
    """A smaller bound than lxml's holds too."""
    document = read("<div>" * 30 + "One." + "</div>" * 30 + STORY, source="html", limits=Limits(depth=10))
    assert ["One.", "Rain fell on the town."] == [block.text for block in document.blocks]
    assert all(block.scope.depth <= 10 for block in document.blocks if block.scope)
    assert [ProblemKind.LIMIT] == kinds(document)


def test_limits_bound_the_size() -> None:
    """A source over the size limit is refused with both figures."""
    with pytest.raises(SourceError, match="at most 10, got 25"):
        read(STORY[:25], limits=Limits(size=10))


@pytest.mark.parametrize(
    "source", [b"", "", b" \n ", "<!-- only -->", b"<!DOCTYPE html>", "<html></html>", b"\x00", "<?xml version='1.0'?>", "<", "&"]
)
@pytest.mark.parametrize("name", ["html", None])
def test_empty_page_is_an_empty_document(source: bytes | str, name: Any) -> None:
    """Nothing to read gives a document without text, or with the characters there are."""
    document = read(source, source=name)
    assert len(document.text) <= len(source)
    if name == "html" and not document.text:
        assert ProblemKind.EMPTY in kinds(document)


@pytest.mark.parametrize(
    ("source", "word"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3 1 0 obj", "PDF"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "PNG"),
        (b"PK\x03\x04\x14\0", "ZIP"),
        (b"\x1f\x8b\x08\0\0", "gzip"),
        (bytes(range(256)) * 8, "binary"),
        (b"\0\0\0\x18ftypmp42", "MP4"),
    ],
)
def test_binary_input_is_named_and_not_read(source: bytes, word: str) -> None:
    """A file that is no text gives no text, and says what it is."""
    document = read(source)
    assert ("", [ProblemKind.FORMAT]) == (document.text, kinds(document))
    assert word in document.problems[0].message


def test_stray_nuls_and_surrogates_are_taken_out() -> None:
    """NULs and halves of characters do not end the page."""
    document = read("<p>One\0.</p><p>T\ud800wo.</p>" + STORY, source="html")
    assert "One.\nT\ufffdwo.\nRain fell on the town." == document.text
    assert [ProblemKind.DAMAGED, ProblemKind.ENCODING] == kinds(document)


def test_xml_declaration_does_not_matter() -> None:
    """A declared encoding in a str is no error and no reading rule."""
    document = read("<?xml version='1.0' encoding='iso-8859-1'?><html><body><p>Käse</p></body></html>")
    assert "Käse" == document.text


def test_bytes_like_objects_are_read() -> None:
    """A bytearray and a memoryview are bytes."""
    for source in (bytearray(STORY.encode()), memoryview(STORY.encode())):
        assert "Rain fell on the town." == read(source).text


@pytest.mark.parametrize("source", [None, 3, ["<p>"], {"a": 1}, object(), Path("x.html"), 1.5, True])
def test_wrong_type_is_a_source_error(source: object) -> None:
    """Another type is refused; the error names what was expected and what came."""
    with pytest.raises(SourceError) as caught:
        read(source)
    assert type(source).__name__ == caught.value.got
    assert "lxml" in caught.value.expected


def test_lxml_trees_and_elements_are_read_and_not_changed() -> None:
    """A caller's tree is read in place, comments and all, from the element that was given."""
    tree = html.document_fromstring(f"<body><!-- c --><div id=a>One<!-- c --> more<?pi x?>.</div>tail{STORY}</body>")
    before = etree.tostring(tree)
    assert "One more.\ntail\nRain fell on the town." == read(tree).text
    assert "One more.\ntail\nRain fell on the town." == read(tree.getroottree()).text
    assert "One more." == read(tree.find(".//div")).text
    assert before == etree.tostring(tree)


def test_lxml_tree_paths_are_the_callers() -> None:
    """Paths lead to the elements of the tree that was given."""
    tree = html.document_fromstring(f"<body><div>{STORY}</div></body>")
    document = read(tree)
    assert document.path_of is not None
    scope = document.blocks[0].scope
    assert scope is not None
    assert tree.xpath(document.path_of(scope.element)) == [tree.find(".//p")]


def test_trees_with_name_spaces_are_read() -> None:
    """XHTML read as XML has blocks, title, meta and links like any page."""
    source = (
        b'<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="de"><head><title>T</title><meta name="author" content="Jane"/></head>'
        b'<body><p>One <b>bold</b>.<br/>Two.</p><script>x</script><svg xmlns="http://www.w3.org/2000/svg"><text>x</text></svg></body></html>'
    )
    document = read(etree.fromstring(source))
    assert "One bold.\nTwo." == document.text
    assert {"html", "body", "p"} == document.blocks[0].scope.within  # type: ignore[union-attr]
    head = document.metadata
    assert ("de", "T", "Jane") == (head.language, head.title.text if head.title else None, head.meta["author"][0].text)


def test_deep_caller_tree_is_read_from_a_flattened_copy() -> None:
    """A caller's tree that is too deep is read all the same, left alone, and reported."""
    root = etree.Element("html")
    inner = root
    for _ in range(2_000):
        inner = etree.SubElement(inner, "div")
    inner.text, inner.tail = "One.", "Two."
    document = read(root)
    assert ("One.\nTwo.", [ProblemKind.LIMIT]) == (document.text, kinds(document))


def test_comment_as_tree_is_empty() -> None:
    """A comment or a processing instruction is an element without text to lxml, and so to us."""
    assert "" == read(etree.Comment("x")).text
    assert "" == read(etree.ProcessingInstruction("x", "y")).text
    assert "" == read(etree.ElementTree()).text


@pytest.mark.parametrize("parser", ["lxml", "html.parser"])
def test_soups_are_read(parser: str) -> None:
    """A BeautifulSoup object, a tag of it and a string of it are sources."""
    soup = BeautifulSoup(f"<html><head><title>T</title></head><body><div>A &lt; b &amp; c</div>{STORY}</body></html>", parser)
    assert "A < b & c\nRain fell on the town." == read(soup).text
    assert soup.p is not None
    assert "Rain fell on the town." == read(soup.p).text
    assert "Rain fell on the town." == read(soup.p.string).text


def test_element_trees_are_read() -> None:
    """Trees of the standard library are sources too."""
    tree = ET.ElementTree(ET.fromstring(f"<body><div>One &lt; two.</div>{STORY}</body>"))  # noqa: S314 (our own)
    assert "One < two.\nRain fell on the town." == read(tree).text
    assert "One < two.\nRain fell on the town." == read(tree.getroot()).text


def test_page_and_text_are_told_apart() -> None:
    """Markup is a page, prose about markup is text; the caller may overrule both."""
    assert SourceKind.HTML is read(STORY).kind
    assert SourceKind.TEXT is read("The <p> tag opens a paragraph.").kind
    assert SourceKind.TEXT is read(STORY, source="text").kind
    assert SourceKind.HTML is read("no markup", source="html").kind
    assert SourceKind.HTML is read(STORY.encode("utf-16")).kind
    with pytest.raises(SourceError, match="source"):
        read(STORY, source="xml")  # type: ignore[arg-type]


@pytest.mark.parametrize("end", ["</body></html>", "</html>", "</body></html></body></html>"])
def test_text_behind_an_early_end_is_read(end: str) -> None:
    """A template that closes the page after its menu loses nothing: what follows is the page's body, as browsers show it."""
    document = read(f"<html><body><header>Menu</header>{end}<div><h1>Rain</h1>{STORY}</div></body></html>", source="html")
    assert ["Menu", "Rain", "Rain fell on the town."] == [block.plain for block in document.blocks]
    story = document.blocks[-1].scope
    assert story is not None
    assert document.path_of is not None
    assert document.find_elements is not None
    assert [story.element] == document.find_elements(document.path_of(story.element))


@pytest.mark.parametrize("noise", ["\x01", "<p\u00a0class='a'>", '<p"a>', "<meta/charset='utf-8'>", "<b a='\x02'>", '<i "=1>'])
def test_odd_markup_in_a_deep_page_loses_nothing(noise: str) -> None:
    """Names and characters that XML does not have are no hindrance where the tree is built with a bound."""
    document = read(f"<body>{'<div>' * 3}{noise}{STORY}{noise}</p></b>{'<div>' * 1_000}inner{noise}<img {noise[1:]}", source="html")
    assert "Rain fell on the town." in document.text
    assert "inner" in document.text.split("\n")[-1]


def test_odd_markup_in_a_deep_page_keeps_its_element() -> None:
    """An element whose attributes cannot be kept stays what it is."""
    document = read(f'<body><h2 "=1>Crosshead</h2>{STORY}{"<div>" * 1_000}inner', source="html")
    assert document.blocks[0].scope is not None
    assert document.blocks[0].scope.tag == "h2"
