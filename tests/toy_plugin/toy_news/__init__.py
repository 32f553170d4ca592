"""A field, a way to read bylines, and a publisher, with public names of newsparse alone."""

from __future__ import annotations

from collections.abc import Iterator

from newsparse import Claim, Document, Draft, Parser, select
from newsparse.model import Byline, Contributor, Extra


def find_word_count(document: Document, draft: Draft) -> Iterator[Claim]:
    """Yield the number of words of the story."""
    story = draft.story()
    count = sum(len(document.blocks[index].plain.split()) for index in story)
    yield Claim(Extra(str(count), value=count), 1.0)


def find_signature(document: Document, draft: Draft) -> Iterator[Claim]:
    """Yield the byline that a line like `~ Jane Doe ~` is."""
    for block in document.blocks:
        text = block.plain
        if len(text) < 60 and text.startswith("~ ") and text.endswith(" ~"):
            name = Contributor(text[2:-2], span=block.span(2, len(text) - 2))
            byline = Byline(text, span=block.whole, raw=text, contributors=(name,))
            yield Claim(byline, 0.9, None, block.own)


FIELDS = (
    Parser("byline.toy_signature", "byline", find_signature),
    Parser("word_count.toy", "word_count", find_word_count, requires=("body",)),
)

HOSTS = ("toy.example.org",)
PUBLISHER = (
    select("headline", "//div[@class='t']", hosts=HOSTS),
    select("deck", "//div[@class='d']", hosts=HOSTS),
    select("body", "//div[@class='b']/*", hosts=HOSTS),
    select("stars", "//div[@class='stars']/@data-count", hosts=HOSTS),
)
