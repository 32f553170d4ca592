"""What a page says about itself: title, meta, links, JSON-LD, microdata."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from newsparse.document import Metadata, Value

__all__ = ["read_head"]

_WRAP = re.compile(r"^\s*(?://)?\s*(?:<!\[CDATA\[|<!--)|(?://)?\s*(?:\]\]>|-->)\s*$")


def read_head(metadata: Metadata, root: Any) -> None:
    """Fill `metadata` from the whole page: a third of the JSON-LD scripts stand in the body."""
    metadata.language = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang")
    for element in root.iter("title", "meta", "link", "script"):
        tag = element.tag
        if tag == "meta":
            content = element.get("content")
            name = element.get("property") or element.get("name") or element.get("itemprop")
            if content and name:
                metadata.meta.setdefault(name.lower(), []).append(Value(html.unescape(content).strip(), element))
        elif tag == "script":
            if "ld+json" in (element.get("type") or "") and element.text:
                for node, pointer in _nodes(element.text):
                    metadata.nodes.append((node, pointer, element))
        elif tag == "link":
            rel, href = element.get("rel"), element.get("href")
            if rel and href:
                metadata.links.setdefault(rel.lower(), []).append(Value(href.strip(), element))
        elif metadata.title is None and element.text:
            metadata.title = Value(" ".join(element.text.split()), element)


def _nodes(script: str) -> Iterator[tuple[Mapping[str, Any], str]]:
    """Yield the typed objects of a JSON-LD script with their pointers, outermost first."""
    data = _load(script)
    stack: list[tuple[Any, str]] = [(data, "")]
    while stack:
        item, pointer = stack.pop(0)
        if isinstance(item, list):
            stack.extend((part, f"{pointer}/{i}") for i, part in enumerate(item))
        elif isinstance(item, dict):
            if "@type" in item:
                yield item, pointer
            stack.extend((part, f"{pointer}/{key.replace('~', '~0').replace('/', '~1')}") for key, part in item.items() if isinstance(part, (dict, list)))


def _load(script: str) -> Any:
    for text in (script, _WRAP.sub("", script).strip().rstrip(";")):
        try:
            return json.loads(text, strict=False)
        except (ValueError, RecursionError):
            continue
    return None
