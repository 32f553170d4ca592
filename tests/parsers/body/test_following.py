"""Pages that go on with another story."""

from __future__ import annotations

import pytest

import newsparse
from newsparse.parsers.body.following import before_next_story

FIRST = (
    "The mayor opened the new bridge over the Lenn on Monday, nine years after the first stone was laid.",
    "Several hundred people walked across in light rain before the first bus was let through.",
    "The old bridge had been closed after a flood tore away two of its piers.",
)
NEXT = (
    "The ferry company has ordered two boats that run on batteries, its director said on Tuesday.",
    "They are to be built in the yard at Altmar and will carry two hundred passengers each.",
    "The first is expected in the spring, the second a year later, if the yard finds the welders.",
)


def _texts(page: str) -> list[str]:
    document = newsparse.read(page, source="html")
    accepted = [(block.index, 0.9) for block in document.blocks if block.tag != "h1"]
    return [document.blocks[i].plain for i, _ in before_next_story(document, accepted, 0)]


def _story(title: str, texts: tuple[str, ...]) -> str:
    return f"<div class='story'><header><h1 class='hed'>{title}</h1></header><div>{''.join(f'<p>{text}</p>' for text in texts)}</div></div>"


def test_story_ends_where_the_next_headline_is_set_like_its_own() -> None:
    """What a page appends for those who scroll on is not the story."""
    assert list(FIRST) == _texts(_story("Bridge opens", FIRST) + _story("Ferries to run on batteries", NEXT))


def test_headline_printed_again_ends_nothing() -> None:
    """A headline that is repeated above the rest of its story is no second one."""
    assert [*FIRST, *NEXT] == _texts(_story("Bridge opens", FIRST) + _story("Bridge opens", NEXT))


def test_crossheads_of_the_same_look_end_nothing() -> None:
    """A heading among the paragraphs parts them, whatever its level."""
    inner = (
        "".join(f"<p>{text}</p>" for text in FIRST) + "<h1 class='hed'>What comes next</h1>" + "".join(f"<p>{text}</p>" for text in NEXT)
    )
    assert [*FIRST, *NEXT] == _texts(f"<div class='story'><h1 class='hed'>Bridge opens</h1>{inner}</div>")


@pytest.mark.parametrize(("own", "next_one"), [("", ""), ("hed t128", "hed t152"), ("big", "small")])
def test_story_ends_at_the_headline_of_another_article(own: str, next_one: str) -> None:
    """An `article` of its own with an `h1` is another story, however that is set; names that measure a headline say nothing."""
    first, second = ("".join(f"<p>{text}</p>" for text in texts) for texts in (FIRST, NEXT))
    page = f"<article><h1 class='{own}'>Bridge opens</h1>{first}</article><article><h1 class='{next_one}'>Ferries</h1>{second}</article>"
    assert list(FIRST) == _texts(page)


def test_article_inside_the_story_ends_nothing() -> None:
    """A box of its own inside the element of the story, and all that stands behind it, belong to that element."""
    box = "<article><h1 class='box'>Rovers win at last</h1></article>"
    inner = "".join(f"<p>{text}</p>" for text in FIRST) + box + "".join(f"<p>{text}</p>" for text in NEXT)
    assert [*FIRST, *NEXT] == _texts(f"<article><h1 class='hed'>Bridge opens</h1>{inner}</article>")
