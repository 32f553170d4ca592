"""Paths lead back to their elements, whatever these are called."""

from __future__ import annotations

from lxml import etree, html

from growth import assert_linear
from newsparse.readers.paths import Paths


def test_every_path_finds_its_element_alone() -> None:
    """Repeated, odd and prefixed names are no obstacle."""
    root = html.document_fromstring("<div><p>1</p><!-- c --><p>2<o:p>3</o:p></p><x-y>4</x-y><o:p>5</o:p></div><div>6</div>")
    path_of = Paths()
    for element in root.iter("*"):
        assert [element] == root.xpath(path_of(element))


def test_paths_are_like_lxmls() -> None:
    """Where lxml's path is good, ours is the same."""
    root = html.document_fromstring("<div><p>1</p><p>2</p></div><div><b>3</b></div><ul><li>4</ul>")
    path_of = Paths()
    assert [root.getroottree().getpath(e) for e in root.iter("*")] == [path_of(e) for e in root.iter("*")]


def test_paths_work_with_name_spaces() -> None:
    """An element with a name space is found by its place."""
    root = etree.fromstring("<a xmlns='urn:x'><b/><b><c/></b></a>")
    path_of = Paths()
    for element in root.iter():
        assert [element] == root.xpath(path_of(element))


def test_paths_of_many_siblings_cost_linear_time() -> None:
    """The paths of six times the siblings cost about six times as much."""

    def ask(count: int) -> None:
        root = etree.Element("body")
        children = [etree.SubElement(root, "p") for _ in range(count)]
        path_of = Paths()
        assert f"/body/p[{count}]" == [path_of(child) for child in children][-1]

    assert_linear(ask, 5_000, 30_000)
