"""JSON-LD as parsers meet it: typed nodes, safe access to their values, and which of them is the story."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from newsparse.text import clean, fold

if TYPE_CHECKING:
    from newsparse.document import Element

__all__ = ["ENTITY", "STORIES", "LinkedNode", "decode_entities", "listed", "same_page", "stories", "text_of", "types_of"]


class LinkedNode(NamedTuple):
    """An object of a JSON-LD script that has a type."""

    data: Mapping[str, Any]
    """The object, entities decoded, otherwise as it stands: any value may be of any type."""
    pointer: str
    """JSON pointer to it inside the script; empty for the outermost object."""
    element: Element
    """The script."""


# schema.org/Article and everything below it, lower case. A Review, a Recipe, a VideoObject or a
# WebSite has a headline too, and is not the story.
STORIES = frozenset(
    "article newsarticle analysisnewsarticle askpublicnewsarticle backgroundnewsarticle opinionnewsarticle reportagenewsarticle"
    " reviewnewsarticle advertisercontentarticle satiricalarticle scholarlyarticle medicalscholarlyarticle techarticle apireference"
    " report socialmediaposting blogposting liveblogposting discussionforumposting".split()
)
"""The types of nodes that may be a story."""
_NOTHING = frozenset(("null", "undefined", "nan", "[object object]"))
ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
"""A character reference: "&amp;" and "&#8216;", not "?a=1&copy=2", for an address has no semicolon there."""
_ADDRESS = re.compile(r"^(?:[a-z][a-z0-9+.-]{0,15}:)?//(?:www\.|m\.|amp\.)?", re.I)
# What speaks for a node being the page's own story and against it: that it stands by itself or inside another, that
# it gives the page's address or another one, that it says the page's title. From `_SURE` on only its equals stay.
_ALONE, _NESTED = 1.0, -2.0
_SAME, _ELSEWHERE = 3.0, -1.5
_SURE = 3.0
# A story says most of these of itself, a teaser few; each counts a little, and so does a type that says more than "Article".
_TOLD, _LITTLE = ("headline", "author", "datePublished"), 0.1
# Shorter titles stand inside others by chance.
_TITLE = 8
# Steps of a pointer that do not lead away from the page's own subject.
_OWN_STEPS = frozenset(("@graph", "mainEntity", "mainEntityOfPage"))


def decode_entities(text: str) -> str:
    """Return `text` with its character references decoded, twice where the first pass leaves some.

    >>> decode_entities("Fish &amp;amp; chips &amp; ?a=1&copy=2")
    'Fish & chips & ?a=1&copy=2'
    """
    for _ in range(2):
        if "&" not in text:
            return text
        text = ENTITY.sub(lambda match: html.unescape(match[0]), text)
    return text


def listed(value: Any) -> list[Any]:
    """Return a JSON value as a list: a page may state one author, section or image bare.

    >>> listed("Sport"), listed(["Sport", "Rowing"])
    (['Sport'], ['Sport', 'Rowing'])
    """
    return value if isinstance(value, list) else [value]


def text_of(value: object) -> str | None:
    """Return what a JSON value says as one clean text, whatever its type; `None` when it says nothing.

    A list gives its first text, an object its `@value` or `name`.

    >>> text_of([None, {"name": " Jane  Doe "}]), text_of({"a": 1}), text_of("null"), text_of(True)
    ('Jane Doe', None, None, None)
    """
    for _ in range(8):  # no page nests a plain value deeper; a hostile one may
        if isinstance(value, str):  # nearly all: asking whether it is a mapping costs as much as the rest
            break
        if isinstance(value, list):
            value = next((part for part in value if part), None)
        elif isinstance(value, Mapping):
            value = value.get("@value") or value.get("name")
        else:
            break
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str):
        return None
    text = clean(value)
    return text if text and text.lower() not in _NOTHING else None


def types_of(data: Mapping[str, Any]) -> tuple[str, ...]:
    """Return a node's types, lower case and without their vocabulary.

    >>> types_of({"@type": ["schema:NewsArticle", "https://schema.org/WebPage", None]})
    ('newsarticle', 'webpage')
    """
    stated = data.get("@type")
    if isinstance(stated, str) and stated.isalpha():  # nearly all
        return (stated.lower(),)
    return tuple([_without_vocabulary(name) for name in listed(stated) if isinstance(name, str)])


def _without_vocabulary(name: str) -> str:
    """Return a type's own name: "newsarticle" of "https://schema.org/NewsArticle" and of "schema:NewsArticle"."""
    return name.strip().replace("#", "/").replace(":", "/").rpartition("/")[2].lower()


def _bare(address: str) -> str:
    """Return an address as it is compared: no scheme, no query, no fragment, no closing slash."""
    bare = _ADDRESS.sub("", address.strip()).partition("#")[0].partition("?")[0]
    return bare.rstrip("/").lower()


def same_page(one: str, other: str) -> bool:
    """Return whether two addresses are of the same page; a relative one is compared by its path.

    >>> same_page("https://www.example.org/a/b/?x=1#top", "http://example.org/a/b"), same_page("/a/b", "https://example.org/a/b")
    (True, True)
    """
    first, second = _bare(one), _bare(other)
    if not first or not second:
        return False
    if first.startswith("/") and second.startswith("/"):
        return first == second
    if first.startswith("/"):
        return second.endswith(first) and second.count("/") == first.count("/")
    return first == second or (second.startswith("/") and first.endswith(second) and first.count("/") == second.count("/"))


def _addresses(data: Mapping[str, Any]) -> list[str]:
    """Return the page addresses that a node gives itself."""
    found: list[str] = []
    for key in ("url", "mainEntityOfPage", "@id"):
        for part in listed(data.get(key)):
            if isinstance(part, Mapping):
                part = part.get("@id") or part.get("url")
            if isinstance(part, str) and "/" in part:
                found.append(part)
    return found


def _is_nested(pointer: str) -> bool:
    """Whether a node hangs below another one as its part, its relation or its list."""
    return any(step and not step.isdigit() and step not in _OWN_STEPS for step in pointer.split("/"))


def stories(nodes: Iterable[LinkedNode], addresses: Iterable[str], titles: Iterable[str]) -> list[LinkedNode]:
    """Return the nodes that describe the page's own story, the likeliest first.

    An article node that gives one of the page's `addresses` or `titles` goes before one that
    gives none. Nodes of other stories (a carousel, related links) are left out.
    """
    found = [node for node in nodes if not STORIES.isdisjoint(types_of(node.data))]
    if not found or (len(found) == 1 and not _is_nested(found[0].pointer)):
        return found
    pages = [address for address in addresses if address]
    heads = [fold(title) for title in titles if title]
    rated = [(_rate(node, pages, heads), node) for node in found]
    rated.sort(key=lambda pair: -pair[0])
    least = 1.0 if rated[0][0] >= _SURE else -1.0
    return [node for rate, node in rated if rate >= least]


def _rate(node: LinkedNode, pages: list[str], heads: list[str]) -> float:
    """Return how well a node fits the page; below -1 it is another story's, from `_SURE` on this one's."""
    data = node.data
    rate = _NESTED if _is_nested(node.pointer) else _ALONE
    own = [address for address in _addresses(data) if _bare(address)]
    if own and pages:
        rate += _SAME if any(same_page(a, b) for a in own for b in pages) else _ELSEWHERE
    head = fold(text_of(data.get("headline")) or text_of(data.get("name")) or "")
    if len(head) > _TITLE and any(head in other or (len(other) > _TITLE and other in head) for other in heads):
        rate += _SAME
    return rate + _LITTLE * sum(bool(data.get(key)) for key in _TOLD) + _LITTLE * ("article" not in types_of(data))
