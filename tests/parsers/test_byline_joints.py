"""Lines of a byline that a word between them joins, and what a dump glued."""

from __future__ import annotations

import pytest

import newsparse
from newsparse.document import Block, Document
from newsparse.text import clean
from newsparse.vocabulary import SourceKind
from parsers.stories import PROSE, names


@pytest.mark.parametrize("glue", ["", " ", "\n"])
def test_names_beside_a_joint_keep_their_characters(glue: str) -> None:
    """Whatever stands between two lines and the "and" that joins them, a name is what its span holds."""
    parts = ("Rebels enter the city in the north", "By Jane Doe", "and", "John Roe", *PROSE)
    document = Document(SourceKind.TEXT, "\n\n".join((parts[0], glue.join(parts[1:4]), *PROSE)))
    at = 0
    for index, part in enumerate(parts):
        at = document.text.index(part, at)
        document.blocks.append(Block(index, at, at + len(part), part, part, gap=1))
        at += len(part)
    article = newsparse.Pipeline.default().run(document)
    assert names(article)[0] == "Jane Doe"
    assert all(clean(article.source_text[node.span.slice]) == node.text for node in article.claims("byline") if node.span)
