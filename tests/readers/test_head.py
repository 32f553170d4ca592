"""What a page says about itself."""

from __future__ import annotations

import pytest

from newsparse.readers import read


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p itemProp='author'>Jane Doe</p>", {"author": ["Jane Doe"]}),  # as some frameworks write attributes
        ("<p TypeOf = 'Person'><b property='name'>Jane Doe</b></p>", {"name": ["Jane Doe"]}),
        ("<p><b property='name'>Jane Doe</b></p>", {}),
        ("<script>if (typeof=='itemprop') {}</script><p property='name'>Jane Doe</p>", {}),
    ],
    ids=["capitals", "apart", "no-type", "script"],
)
def test_items_are_those_of_the_tree(markup: str, expected: dict[str, list[str]]) -> None:
    """Attributes count however they are written; words of scripts do not, nor properties where nothing says what it is."""
    items = read(f"<html><body>{markup}</body></html>", source="html").metadata.items
    assert expected == {name: [value.text for value in values] for name, values in items.items()}
