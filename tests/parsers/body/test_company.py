"""What accepted blocks tell of one another."""

from __future__ import annotations

from newsparse import read
from newsparse.parsers.body.company import on_the_page, said_once, with_overlooked

LONG = "The mayor opened the new bridge over the Lenn on Monday, nine years after the first stone was laid."
OTHER = "Several hundred people walked across in light rain before the first bus was let through."


def test_box_printed_again_is_kept_once() -> None:
    """Of two copies in two elements the surer one stays."""
    document = read(f"<div><p>{LONG}</p></div><article><p>{LONG}</p><p>{OTHER}</p></article>", source="html")
    assert [(1, 0.9), (2, 0.8)] == said_once(document, [(0, 0.7), (1, 0.9), (2, 0.8)])


def test_refrain_and_short_lines_are_kept() -> None:
    """What one element says twice is the story's own, and short lines are common."""
    document = read(f"<div><p>{LONG}</p><p>{LONG}</p><p>Refrain</p></div><div><p>Refrain</p></div>", source="html")
    accepted = [(0, 0.7), (1, 0.9), (2, 0.8), (3, 0.9)]
    assert accepted == said_once(document, accepted)


def test_linked_crosshead_between_paragraphs_is_story() -> None:
    """A heading that is a link, between two accepted blocks of its own element, is as sure as the doubtful one."""
    document = read(f"<div><p>{LONG}</p><h3><a href='/x'>Lenn Ferry 3000</a></h3><p>{OTHER}</p></div>", source="html")
    assert [(0, 0.9), (1, 0.7), (2, 0.7)] == with_overlooked(document, [(0, 0.9), (2, 0.7)], {0, 2})


def test_crosshead_before_a_wrapped_paragraph_is_story() -> None:
    """A heading in an element with several blocks of the story needs only one of them beside it."""
    document = read(
        f"<div><p>{LONG}</p><p>{OTHER}</p><h2><a href='/x'>Two: the ferry</a></h2><div><p>{LONG}</p></div></div>", source="html"
    )
    assert [(0, 0.9), (1, 0.9), (2, 0.7), (3, 0.7)] == with_overlooked(document, [(0, 0.9), (1, 0.9), (3, 0.7)], {0, 1, 3})


def test_linked_item_of_the_story_s_list_is_story() -> None:
    """A link in a list of which two items are accepted is an item of it; one in a list of links is none."""
    items = f"<li>{LONG}</li><li><a href='/x'>Ferry timetable</a></li><li>{OTHER}</li>"
    document = read(
        f"<div><ul>{items}</ul><ul><li><a href='/a'>One</a></li><li><a href='/b'>Two</a></li></ul><p>{LONG}</p></div>", source="html"
    )
    assert [(0, 0.9), (1, 0.7), (2, 0.7), (5, 0.9)] == with_overlooked(document, [(0, 0.9), (2, 0.7), (5, 0.9)], {0, 2, 5})


def test_heading_that_was_judged_keeps_its_judgement() -> None:
    """What was looked at and left is no crosshead that the first sight overlooked."""
    document = read(f"<div><p>{LONG}</p><h3>Advertisement for ferries</h3><p>{OTHER}</p></div>", source="html")
    accepted = [(0, 0.9), (2, 0.7)]
    assert accepted == with_overlooked(document, accepted, {0, 1, 2})


def test_linked_heading_of_a_teaser_is_none() -> None:
    """A linked heading in a box of its own, and a linked line that is no heading, are left."""
    document = read(
        f"<div><p>{LONG}</p><aside><h3><a href='/x'>Ferry sinks</a></h3></aside><p>{OTHER}</p><p><a href='/y'>Read on</a></p><p>{LONG}</p></div>",
        source="html",
    )
    accepted = [(0, 0.9), (2, 0.7), (4, 0.9)]
    assert accepted == with_overlooked(document, accepted, {0, 2, 4})


def test_dialogs_and_comments_are_none_of_the_story() -> None:
    """What stands in an element named for a dialog or for comments is left, where the headline is not in it as well."""
    layers = f"<div class='privacy-modal-box'><div><p>{LONG}</p></div></div><ol id='comments'><li><p>{OTHER}</p></li></ol>"
    document = read(f"<article><h1>Bridge opens</h1><p>{LONG}</p><p>{OTHER}</p></article>{layers}", source="html")
    assert [(1, 0.7), (2, 0.7)] == on_the_page(document, [(1, 0.7), (2, 0.7), (3, 0.9), (4, 0.9)], 0)
    whole = read(f"<div class='modal-page'><h1>Bridge opens</h1><div><p>{LONG}</p></div></div>", source="html")
    assert [(1, 0.7)] == on_the_page(whole, [(1, 0.7)], 0)


def test_page_of_nothing_but_a_dialog_keeps_it() -> None:
    """A page of prose is never empty, and a page without a headline tells nothing."""
    document = read(f"<h1>Bridge opens</h1><div class='popup'><div><p>{LONG}</p><p>{OTHER}</p></div></div>", source="html")
    accepted = [(1, 0.7), (2, 0.7)]
    assert accepted == on_the_page(document, accepted, 0)
    assert accepted == on_the_page(document, accepted, -1)
