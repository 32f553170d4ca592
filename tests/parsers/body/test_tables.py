"""Tables of data between the paragraphs of a story are its body; others are not."""

from __future__ import annotations

import pytest

from newsparse import parse
from newsparse.model import Table

PROSE = (
    "<p>The mayor opened the new bridge over the Lenn on Monday, nine years after the first stone was laid and four later than promised.</p>"
    "<p>Several hundred people walked across in light rain before the first bus was let through, and the brass band played on.</p>"
)
TABLE = (
    "<table><tr><th>Year</th><th>Cost</th></tr><tr><td>2015</td><td>31 million</td></tr><tr><td>2024</td><td>41 million</td></tr></table>"
)
LINKS = "<table><tr><td><a href='/a'>Sport</a></td><td><a href='/b'>Culture</a></td></tr><tr><td><a href='/c'>City</a></td></tr></table>"


def tables(inner: str) -> list[Table]:
    """Return the tables in the body of a page."""
    article = parse(f"<html lang='en'><body><article><h1>Bridge over the Lenn opens</h1>{inner}</article></body></html>", source="html")
    return [node for node in article.body if isinstance(node, Table)]


def test_with_tables_takes_a_table_between_paragraphs() -> None:
    """The cells of a small table are one node, by rows."""
    assert [(("Year", "Cost"), ("2015", "31 million"), ("2024", "41 million"))] == [table.rows for table in tables(PROSE + TABLE + PROSE)]


@pytest.mark.parametrize("inner", [PROSE + LINKS + PROSE, PROSE + f"<div>{TABLE}</div>", TABLE + PROSE], ids=["links", "behind", "above"])
def test_with_tables_leaves_other_tables(inner: str) -> None:
    """Links in cells, and tables that stand beside the story, are not its body."""
    assert [] == tables(inner)
