"""The body as XHTML, out and in: the part that clean HTML and ninjs share."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any
from xml.etree import ElementTree as ET

import attrs

from newsparse.errors import SourceError
from newsparse.model import BodyBlock, Crosshead, Embed, ListItem, LiveUpdate, Paragraph, Quote, Table

__all__ = ["body_elements", "held_as_xml", "is_harmless", "list_tag", "read_body", "xml_text"]

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml_text(text: str) -> str:
    """Return `text` without the characters that XML cannot hold, U+FFFD in their place."""
    return _FORBIDDEN.sub("\ufffd", text)


def held_as_xml(value: Any) -> Any:
    """Return a value of the model with each of its texts as `xml_text` gives it."""
    if type(value) is str:
        return xml_text(value)
    if type(value) is tuple:
        return tuple(map(held_as_xml, value))
    if attrs.has(type(value)):
        return attrs.evolve(value, **{f.alias: held_as_xml(getattr(value, f.name)) for f in attrs.fields(type(value)) if f.init})
    return value


def _element(tag: str, text: str = "", **attributes: str) -> ET.Element:
    element = ET.Element(tag, {name.rstrip("_"): xml_text(value) for name, value in attributes.items()})
    element.text = xml_text(text)
    return element


def list_tag(node: BodyBlock) -> str | None:
    """Return the tag of the list that a block is an item of; `None` for any other block."""
    return ("ol" if node.ordered else "ul") if isinstance(node, ListItem) else None


def body_elements(body: Iterable[BodyBlock]) -> Iterator[ET.Element]:
    """Yield the body's blocks as elements; items that follow each other share their list."""
    for tag, nodes in groupby(body, list_tag):
        if tag is None:
            yield from map(_block, nodes)
        else:
            listing = ET.Element(tag)
            listing.extend(map(_block, nodes))
            yield listing


def _block(node: BodyBlock) -> ET.Element:
    """Return one block."""
    if isinstance(node, ListItem):
        return _element("li", node.text, **({"class_": f"level-{node.level}"} if node.level > 1 else {}))
    if isinstance(node, Crosshead):
        return _element(f"h{max(1, min(6, node.level))}", node.text)
    if isinstance(node, Quote):
        return _element("blockquote", node.text, **({"class_": "pull"} if node.pull else {}))
    if isinstance(node, Table):
        return _table(node)
    if isinstance(node, Embed):
        embed = _element("figure", class_="embed")
        embed.append(_element("a", node.text, href=node.url if node.url and is_harmless(node.url) else ""))
        return embed
    if isinstance(node, LiveUpdate):
        return _element("h3", node.text, class_="live-update")
    return _element("p", node.text)


def is_harmless(url: str) -> bool:
    """Return whether following an address can do no more than open a page.

    >>> is_harmless("https://example.org/a"), is_harmless("/a"), is_harmless(" JavaScript:alert(1)")
    (True, True, False)
    """
    scheme, colon, _ = url.partition(":")
    return not colon or scheme.lower() in {"http", "https"} or any(mark in scheme for mark in "/?#")


def _table(node: Table) -> ET.Element:
    table = ET.Element("table")
    for cells in node.rows or ((node.text,),):
        row = ET.SubElement(table, "tr")
        for cell in cells:
            row.append(_element("td", cell))
    return table


def read_body(markup: str, path: str) -> tuple[BodyBlock, ...]:
    """Return the blocks of an XHTML fragment.

    Elements that are not known to hold text of their own are looked into; a text that
    stands bare is a paragraph.

    Raises:
        SourceError: the fragment is not well-formed; the message names the path.
    """
    try:
        root = ET.fromstring(f"<body>{markup}</body>")  # noqa: S314 - expat refuses entity bombs, and no entity can be declared here
    except (ET.ParseError, ValueError) as error:
        raise SourceError(path, expected="well-formed XHTML", got=str(error)) from error
    return tuple(_read(root))


def _text(element: ET.Element) -> str:
    return " ".join("".join(element.itertext()).split())


def _name(element: ET.Element) -> str:
    return str(element.tag).rpartition("}")[2].lower()


def _read(parent: ET.Element) -> Iterator[BodyBlock]:
    if parent.text and parent.text.strip():
        yield Paragraph(" ".join(parent.text.split()))
    for element in parent:
        yield from _read_element(element)
        if element.tail and element.tail.strip():
            yield Paragraph(" ".join(element.tail.split()))


def _read_element(element: ET.Element) -> Iterator[BodyBlock]:
    name, kind, text = _name(element), element.get("class", ""), _text(element)
    if kind == "live-update":
        yield LiveUpdate(text)
    elif name == "p":
        yield Paragraph(text)
    elif re.fullmatch("h[1-6]", name):
        yield Crosshead(text, level=int(name[1]))
    elif name in {"ul", "ol"}:
        yield from (_item(item, ordered=name == "ol") for item in element)
    elif name == "blockquote":
        yield Quote(text, pull=kind == "pull")
    elif name == "table":
        rows = tuple(tuple(_text(cell) for cell in row if _name(cell) in {"td", "th"}) for row in element.iter() if _name(row) == "tr")
        yield Table(" ".join(cell for row in rows for cell in row if cell), rows=rows)
    elif name == "figure" and kind == "embed":
        address = next((part.get("href") for part in element if part.get("href")), None)
        yield Embed(text, url=address)
    else:
        yield from _read(element)


def _item(item: ET.Element, *, ordered: bool) -> ListItem:
    level = re.fullmatch(r"level-(\d{1,2})", item.get("class", ""))
    return ListItem(_text(item), ordered=ordered, level=int(level[1]) if level else 1)
