"""JSON-LD nodes: safe access, and which of them is the page's story."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from newsparse.document import Metadata
from newsparse.linked import LinkedNode, same_page, stories, text_of, types_of

PAGE = "https://www.example.org/2024/rain-in-town/"


class _Script:
    tag = "script"

    def get(self, key: str, /) -> str | None:
        return {"type": "application/ld+json"}.get(key)

    def getparent(self) -> None:
        return None

    def iterancestors(self, *tags: Any) -> Iterator[Any]:
        return iter(tags[:0])

    def iter(self, *tags: Any) -> Iterator[Any]:
        return iter(tags[:0])

    def itertext(self) -> Iterator[str]:
        return iter(())


def node(pointer: str = "", kind: object = "NewsArticle", **data: Any) -> LinkedNode:
    """Return a node as a script would give it."""
    return LinkedNode({"@type": kind, **data}, pointer, _Script())


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("  a\n b ", "a b"),
        (["", None, "a"], "a"),
        ({"@value": "a"}, "a"),
        ({"name": ["a"]}, "a"),
        (12, "12"),
        (True, None),
        ("null", None),
        ("", None),
        ({}, None),
        ([[[[[[[[[["a"]]]]]]]]]], None),
    ],
)
def test_text_of_takes_any_type(value: object, text: str | None) -> None:
    """A text comes out of strings, numbers, lists and objects; everything else is nothing."""
    assert text == text_of(value)


def test_types_of_drops_vocabularies_and_wrong_types() -> None:
    """Types are bare, lower case, and only strings."""
    assert ("newsarticle", "article", "report") == types_of({"@type": ["http://schema.org/NewsArticle", 3, "schema:Article", "report"]})


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (PAGE, "http://example.org/2024/rain-in-town?utm=1#article", True),
        ("/2024/rain-in-town", PAGE, True),
        ("/rain-in-town", PAGE, False),
        ("https://example.org/", PAGE, False),
        ("", "", False),
        ("#article", PAGE, False),
    ],
)
def test_same_page_compares_addresses(one: str, other: str, same: bool) -> None:
    """Scheme, query, fragment and closing slash do not matter; the path does."""
    assert same is same_page(one, other)


def test_stories_prefers_the_node_with_the_pages_address() -> None:
    """In a carousel of stories the one whose address is the page's wins, alone."""
    cards = [node(f"/itemListElement/{i}/item", url=f"https://example.org/2024/card-{i}", headline=f"Card number {i}") for i in range(3)]
    own = node("/1", url=PAGE, headline="Rain in town")
    assert [own] == stories([*cards, own], [PAGE], ["Rain in town - Example"])


def test_stories_prefers_the_node_with_the_pages_headline() -> None:
    """Where no node gives an address, the headline tells."""
    other, own = node("/0", headline="Sun in the country"), node("/1", headline="Rain in town")
    assert own is stories([other, own], [PAGE], ["Rain in town - Example"])[0]


def test_stories_are_article_nodes_only() -> None:
    """A WebSite, a VideoObject or a Recipe with a headline is not the story."""
    found = [node(kind=kind, headline="Rain in town") for kind in ("WebSite", "VideoObject", "Recipe", "Review", "WebPage")]
    assert [] == stories(found, [PAGE], ["Rain in town"])


def test_stories_leaves_out_a_list_of_other_stories() -> None:
    """A page whose only article nodes are links to others has no story node."""
    assert [] == stories([node("/itemListElement/0/item", url="https://example.org/x/y"), node("/itemListElement/1/item")], [PAGE], [])


def test_stories_keeps_a_single_node_whatever_it_says() -> None:
    """A single article node is the page's, also under another address."""
    only = node(url="https://other.example/x/y")
    assert [only] == stories([only], [PAGE], ["Else"])


def test_metadata_resolves_references() -> None:
    """An `@id` reference leads to the fullest node of that name; a full object is itself."""
    person = node("/@graph/1", "Person", **{"@id": "#jane", "name": "Jane Doe"})
    metadata = Metadata(nodes=[node("/@graph/0", author={"@id": "#jane"}), node("/x", "Person", **{"@id": "#jane"}), person])
    assert person.data == metadata.resolve({"@id": "#jane"})
    assert {"@id": "#none"} == metadata.resolve({"@id": "#none"})
    assert metadata.resolve("#jane") is None
    assert {"@id": 3, "name": "x"} == metadata.resolve({"@id": 3, "name": "x"})
