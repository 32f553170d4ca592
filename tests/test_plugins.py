"""A package of a third party, really installed, adds a field, a byline technique and a publisher."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

TEXT = "Bridge opens after nine years\n\n~ Jane Doe ~\n\nThe mayor opened the bridge on Monday, nine years after work began on it."
PAGE = (
    "<html><body><h1>Toy Times</h1><div class=t>Bridge opens</div><div class=d>Nine years late.</div><div class=stars data-count=4></div>"
    "<div class=b><p>The mayor opened it.</p><h2>Cost</h2><p>Nobody knows.</p></div><div class=f>Contact us</div></body></html>"
)
CODE = """
import json, sys, newsparse
text, page = json.loads(sys.stdin.read())
default = newsparse.Pipeline.default()
plain = newsparse.parse(text)
asked = default.with_installed()
one = newsparse.parse(text, pipeline=asked)
two = newsparse.parse(page, url="https://www.toy.example.org/a", pipeline=asked)
away = newsparse.parse(page, url="https://example.com/a", pipeline=asked)
some = default.with_installed("toy_fields")
print(json.dumps({
    "uninvited": [name for name in default.names if "toy" in name],
    "plain": sorted(plain.extra),
    "authors": [[person.name, one.source_text[person.span.slice]] for person in one.authors],
    "byline": one.byline.parser,
    "words": one.extra["word_count"].value,
    "round": newsparse.Article.from_dict(json.loads(json.dumps(one.to_dict()))) == one,
    "headline": [two.headline.text, two.headline.parser, two.source_text[two.headline.span.slice]],
    "deck": two.deck.text,
    "body": [[type(node).__name__, node.text] for node in two.body],
    "stars": two.extra["stars"].text,
    "left": [node.text for node in two.boilerplate],
    "away": away.headline.parser,
    "some": [name for name in some.names if "toy" in name],
}))
"""


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Any:
    """Return what a process reports in which the toy package is installed."""
    root = Path(request.config.rootpath)
    target = tmp_path_factory.mktemp("installed")
    install = [sys.executable, "-m", "pip", "install", "--quiet", "--no-build-isolation", "--no-deps", "--no-index"]
    subprocess.run([*install, "--target", str(target), str(root / "tests/toy_plugin")], check=True, capture_output=True)
    path = os.pathsep.join([str(target), *(part for part in sys.path if part)])
    done = subprocess.run(
        [sys.executable, "-c", CODE], input=json.dumps([TEXT, PAGE]), capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": path},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_installed_parsers_wait_to_be_asked(found: Any) -> None:
    """An installed package changes nothing until its parsers are asked for."""
    assert found["uninvited"] == []
    assert found["plain"] == []


def test_plugin_adds_a_field(found: Any) -> None:
    """A new field stands in `extra` and round-trips."""
    assert found["words"] == 14
    assert found["round"] is True


def test_plugin_adds_a_byline_technique(found: Any) -> None:
    """A new technique for a known field wins where it is surest."""
    assert found["authors"] == [["Jane Doe", "Jane Doe"]]
    assert found["byline"] == "byline.toy_signature"


def test_plugin_adds_a_publisher(found: Any) -> None:
    """Selectors by host fill the fields they name, with spans; the general parsers fill the rest."""
    assert found["headline"] == ["Bridge opens", "headline.select:toy.example.org", "Bridge opens"]
    assert found["deck"] == "Nine years late."
    assert found["body"] == [["Paragraph", "The mayor opened it."], ["Crosshead", "Cost"], ["Paragraph", "Nobody knows."]]
    assert found["stars"] == "4"
    assert found["left"] == ["Toy Times", "Contact us"]


def test_publisher_stays_on_its_host(found: Any) -> None:
    """On another host the general parsers do the work."""
    assert found["away"] != "headline.select:toy.example.org"


def test_one_entry_point_can_be_asked_for(found: Any) -> None:
    """Only the named entry point's parsers come in."""
    assert found["some"] == ["byline.toy_signature", "word_count.toy"]
