"""What a page says about itself: title, meta, links, JSON-LD, microdata."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from lxml import etree

from newsparse.document import Metadata, Value
from newsparse.linked import decode_entities
from newsparse.readers.jsonld import nodes
from newsparse.text import clean

__all__ = ["read_head", "read_items"]

_HEAD = ("title", "meta", "link", "script")
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
# By way of the attributes: asking each element whether it has one takes three times as long, and asking the texts too five times.
_ITEMS: Any = etree.XPath("//*/@itemprop/..")
_ITEMS_AND_RDFA: Any = etree.XPath("//*/@itemprop/.. | //*/@property/parent::*[not(self::meta)]")
_TYPES: Any = etree.XPath("//*/@typeof", smart_strings=False)
# Properties whose value is an address, wherever they stand; of others a link's text is what they say.
_ADDRESSES = frozenset(("url", "sameas", "image", "thumbnailurl", "contenturl", "embedurl", "mainentityofpage", "logo", "item"))
# What a framework makes of a JSON-LD script that was handed to it among the metas.
_META_SCRIPT = "script:ld+json"
# Properties that hold the story itself: their element is what matters.
_LONG = frozenset(("articlebody", "text", "reviewbody", "blogpost"))
_new = tuple.__new__  # of a head's sixty values: the class's own constructor costs twice as much


def read_head(metadata: Metadata, root: Any, told: Iterable[Any]) -> None:
    """Fill `metadata` from the elements that the walk met: a quarter of the JSON-LD scripts stand in the body."""
    metadata.language = root.get("lang") or root.get(_XML_LANG)
    spaces = root.tag[0] == "{"
    for element in _with_heads(told):
        tag = element.tag.rpartition("}")[2] if spaces else element.tag
        if tag == "meta":
            _read_meta(metadata.meta, element)
        elif tag == "script":
            kind = element.get("type")
            if kind and "ld+json" in kind.lower() and (text := element.text):
                metadata.nodes.extend(nodes(text, element))
        elif tag == "link":
            rel, href = element.get("rel"), element.get("href")
            if rel and href:
                value = _new(Value, (href.strip(), element, None, -1))
                for word in rel.lower().split():
                    metadata.links.setdefault(word, []).append(value)
        elif metadata.title is None and element.text and not any(outer.tag == "svg" for outer in element.iterancestors()):
            title = clean(decode_entities(element.text))
            metadata.title = Value(title, element) if title else None
    for value in metadata.meta.get(_META_SCRIPT, ()):
        metadata.nodes.extend(nodes(value.text, value.element))


def _with_heads(told: Iterable[Any]) -> Iterator[Any]:
    """Yield the elements, in the place of a `head` those inside it."""
    for element in told:
        tag = element.tag
        if tag == "head":
            yield from element.iter(*_HEAD)
        elif tag[0] == "{" and tag.endswith("}head"):
            yield from element.iter(*(f"{{*}}{name}" for name in _HEAD))
        else:
            yield element


def _read_meta(meta: dict[str, list[Value]], element: Any) -> None:
    """Enter a `meta` element under each of its names."""
    get = element.get
    content = get("content")
    if not content:
        return
    content = (decode_entities(content) if "&" in content else content).strip()
    if not content:
        return
    value = _new(Value, (content, element, None, -1))
    name, stated = get("name"), get("property")
    if stated:
        for word in stated.lower().split():
            meta.setdefault(word, []).append(value)
    if not name:
        name = None if stated else get("itemprop") or get("http-equiv")
    if name and (name := name.strip().lower()) and name != stated:
        meta.setdefault(name, []).append(value)


def read_items(root: Any) -> dict[str, list[Value]]:
    """Return the page's microdata, and RDFa that stands on visible elements where any says what it is, by property."""
    items: dict[str, list[Value]] = {}
    for element in (_ITEMS_AND_RDFA if _TYPES(root) else _ITEMS)(root):
        for name in (element.get("itemprop") or element.get("property") or "").lower().split():
            plain = name.rpartition(":")[2].rpartition("/")[2]  # "schema:author", "https://schema.org/author"
            items.setdefault(plain, []).append(Value(_stated(element, plain), element))
    return items


def _stated(element: Any, name: str) -> str:
    """Return the value of a property: as HTML defines it, but a link or an object says its name where it has one."""
    get = element.get
    stated = get("content") or get("datetime")
    if stated is not None:
        return decode_entities(stated).strip()
    if name in _LONG:
        return ""
    address = get("href") or get("src")
    if name in _ADDRESSES and address:
        return str(address).strip()
    if get("itemscope") is not None:
        for inner in element.iterdescendants():
            if inner.get("itemprop") == "name":
                return _stated(inner, "name")
    return clean("".join(element.itertext())) or (address or "").strip()
