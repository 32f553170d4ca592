"""Text in which a tool printed a page's strings with nothing between."""

from __future__ import annotations

import newsparse
from newsparse.readers import read

MENU = "Home News Sport Opinion SubscribeLog in"
STORY = (
    "The harbour minister resigned on Tuesday after her university said that it had never awarded her the degree that she had claimed.",
    "In a short statement outside her home she said that she had made a mistake as a young woman, and asked to be forgiven for it.",
    "The prime minister thanked her for her service, and said that a successor would be named within days, perhaps before the weekend.",
    "Her deputy, Colin Frost, will take over until then, the ministry said; he has never spoken of his studies, and is not known to have any.",
)


def glued(*strings: str) -> str:
    """Return the strings as they stand without anything between them."""
    return "".join(strings)


def test_glue_parts_a_line_of_many_strings() -> None:
    """Each string of a glued page is a block, and each block is the source's own characters."""
    text = glued(MENU, "Minister quits over forged diploma", "By Helen Carter", "Published 3 June 2025", "Share", *STORY, "Related")
    document = read(text, source="text")
    assert [block.plain for block in document.blocks][-6:] == ["Share", *STORY, "Related"]
    assert all(text[block.start : block.end] == block.text for block in document.blocks)
    assert "".join(block.text for block in document.blocks) == text


def test_glue_lets_the_fields_be_read() -> None:
    """Headline, byline and day of a glued page are found."""
    title = "Minister quits over forged diploma"
    article = newsparse.parse(glued(MENU, title, "By Helen Carter", "Published 3 June 2025", "Share", *STORY, "Related"), source="text")
    assert article.headline is not None
    assert article.headline.text == title
    assert [author.name for author in article.authors] == ["Helen Carter"]
    assert [block.text for block in article.body] == list(STORY)


def test_glue_leaves_names_whole() -> None:
    """A paragraph with some names that hold capitals is no glued one."""
    text = (
        "When McDonald left YouTube for OpenAI, and then LinkedIn for TikTok, nobody was surprised. " * 4
        + "DeVries, who once led PayPal with MacArthur, said that OpenAI and YouTube were rivals in every way."
    )
    assert len(read(f"Chief leaves\n\n{text}\n\nShe said so.", source="text").blocks) == 3


def test_glue_gives_a_quote_mark_to_the_string_it_opens() -> None:
    """A straight quote mark between two strings goes to the one that it quotes."""
    quoted = '"We have waited long enough," said the council leader of the islands, who had been asked for months.'
    closed = 'Nobody, she told the reporters who had come, should have to be afraid "on the way to school."'
    text = glued(MENU, "Ferry company loses licence", "By Ann Sorby", "Share", STORY[0], quoted, closed, STORY[1])
    plain = [block.plain for block in read(text, source="text").blocks]
    assert quoted in plain
    assert closed in plain


def test_glue_leaves_addresses_and_programs_alone() -> None:
    """What has joints by its nature is not parted."""
    program = "private void SendCoreAsync(HttpRequestMessage message) { client.SendAsync(message); handler.CopyTo(stream); } " * 4
    assert len(read(f"How to send\n\n{program}\n\nThat is all.", source="text").blocks) == 3


def test_glue_parts_words_of_several_strings() -> None:
    """Labels that are glued to one word are parted, and so is what stands behind a word in capitals."""
    menu = ("Home", "News", "Sport", "Opinion", "Published 3 June 2025 at 14:22 BST", "Share")
    plain = [block.plain for block in read(glued(*menu, *STORY), source="text").blocks]
    assert [*menu, *STORY] == plain
