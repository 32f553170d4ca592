"""JSON-LD scripts, also those that are not quite JSON."""

from __future__ import annotations

from typing import Any

import pytest

from newsparse import read
from newsparse.readers.jsonld import load, nodes

GOOD = {"@type": "NewsArticle", "headline": "Rain"}


@pytest.mark.parametrize(
    "script",
    [
        '{"@type": "NewsArticle", "headline": "Rain"}',
        ' \n{"@type": "NewsArticle", "headline": "Rain"};\n',
        '{"@type": "NewsArticle", "headline": "Rain",}',
        '//<![CDATA[\n{"@type": "NewsArticle", "headline": "Rain"}\n//]]>',
        '/*<![CDATA[*/{"@type": "NewsArticle", "headline": "Rain"}/*]]>*/',
        '<!-- {"@type": "NewsArticle", "headline": "Rain"} -->',
        '{"@type": "NewsArticle", // the type\n /* and */ "headline": "Rain"}',
        '{"@type": "NewsArticle" "headline": "Rain"}',
        '{"@type": "NewsArticle",, "headline": "Rain"}',
        "{'@type': 'NewsArticle', 'headline': 'Rain'}",
        '{"@type": "NewsArticle", headline: "Rain"}',
        '{"@type": "NewsArticle", "headline": "Rain"',
        '{"@type": "NewsArticle", "headline": "Rain"}}',
        '{"@type": "NewsArticle", "headline": "R\\u0061in",}',
        "{&quot;@type&quot;: &quot;NewsArticle&quot;, &quot;headline&quot;: &quot;Rain&quot;}",
    ],
)
def test_load_mends_what_is_not_quite_json(script: str) -> None:
    """Every usual fault around or inside a script leaves its value readable."""
    assert [GOOD] == load(script)


@pytest.mark.parametrize(
    ("script", "headline"),
    [
        ('{"headline": "two\nlines\tand\x01one"}', "two\nlines\tand\x01one"),
        ('{"headline": "Fish &amp; chips"}', "Fish & chips"),
        ('{"headline": "Fish \\u0026amp; chips"}', "Fish & chips"),
        ('{"headline": "Fish &amp;#8216;n&amp;#8217; chips"}', "Fish ‘n’ chips"),
        ('{"headline": "She said &quot;no&quot;"}', 'She said "no"'),
        ('{"headline": "She said "no" today", "x": 1}', 'She said "no" today'),
        ('{"headline": "It\\\'s", }', "It's"),
        ('{"headline": undefined}', None),
        ('{"headline": , "x": 1}', None),
        ('{"headline": "?a=1&copy=2"}', "?a=1&copy=2"),
    ],
)
def test_load_reads_strings_as_meant(script: str, headline: str | None) -> None:
    """Entities are decoded, control characters and stray marks survive, holes are null."""
    assert headline == load(script)[0]["headline"]


@pytest.mark.parametrize("script", ["", " ", "var x = 1;", "<p>no</p>", "[" * 100_000, '{"a":' * 5_000, '"' * 10_000])
def test_load_drops_what_is_no_json(script: str) -> None:
    """What cannot be read gives nothing and raises nothing."""
    assert not [value for value in load(script) if isinstance(value, dict) and "@type" in value]


def test_load_keeps_documents_that_follow_each_other() -> None:
    """Two objects in one script are two values."""
    assert [{"a": 1}, {"b": 2}] == load('{"a": 1}\n{"b": 2}')


def test_nodes_point_at_every_typed_object() -> None:
    """Nodes come outermost first; their pointers lead to them."""
    script = '{"@graph": [{"@type": "WebPage", "a/b": {"@type": ["Thing"]}}, null, 3, {"@type": "NewsArticle"}]}'
    found = list(nodes(script, object()))
    assert [("/@graph/0", "WebPage"), ("/@graph/3", "NewsArticle"), ("/@graph/0/a~1b", ["Thing"])] == [
        (node.pointer, node.data["@type"]) for node in found
    ]


@pytest.mark.parametrize("value", [None, 1, [], {}, [None], True, "x", [[["x"]]]])
def test_nodes_survive_any_type(value: Any) -> None:
    """Values of the wrong type are no nodes and no error."""
    import json

    assert [] == list(nodes(json.dumps(value), object()))


def test_read_takes_a_script_that_a_framework_made_a_meta() -> None:
    """JSON-LD that was handed to a framework among the metas is read from the element it made of it."""
    page = """<html><head><meta name="script:ld+json" content="{&quot;@type&quot;:&quot;Article&quot;,&quot;headline&quot;:&quot;Bridge opens&quot;}"></head><body><p>Text</p></body></html>"""
    assert ["Bridge opens"] == [node.data["headline"] for node in read(page).metadata.nodes]
