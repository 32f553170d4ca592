"""Lines of a plain text that no field claims, by kind: what they say, else what stands around them."""

from __future__ import annotations

from collections.abc import Iterator

from newsparse.claim import Draft, Leftovers
from newsparse.document import Block, Document
from newsparse.lexicon.phrases import hint_of, kind_of, menu_of, phrase_of
from newsparse.vocabulary import BoilerplateKind

__all__ = ["find_leftovers"]

# What a label of these kinds announces follows in the lines below it.
_OPENERS = frozenset({BoilerplateKind.RELATED, BoilerplateKind.MOST_READ, BoilerplateKind.TAGS, BoilerplateKind.COMMENTS})
# So many short lines in a row above the story are a menu.
_MENU = 4
_SHORT = 48
# How sure it is what a line is that says so as a whole, and what any other is.
_SURELY, _PERHAPS = 0.3, 0.1


def find_leftovers(document: Document, draft: Draft) -> Iterator[Leftovers]:
    """Yield the lines that nobody claimed, each with what it is."""
    blocks = list(draft.unclaimed_blocks())
    story = draft.story()
    menus = _menus(blocks, story.start)
    opened, last = BoilerplateKind.OTHER, -2
    known: dict[str, tuple[BoilerplateKind | None, bool]] = {}
    kinds: dict[int, tuple[BoilerplateKind, float]] = {}
    told = (BoilerplateKind.OTHER, _PERHAPS)
    for block in blocks:
        text = block.text
        kind, surely = known[text] if text in known else known.setdefault(text, _read(block))
        if block.index != last + 1:
            opened = BoilerplateKind.OTHER
        last = block.index
        if kind in _OPENERS:
            # what names its story ("Read more: Ferry adds boats") announces nothing below it
            opened = kind if phrase_of(block.plain) is not None or not surely else BoilerplateKind.OTHER
        elif kind is None:
            kind = BoilerplateKind.NAVIGATION if block.index in menus else opened
        sure = _SURELY if surely else _PERHAPS
        if told[0] is not kind or told[1] != sure:  # else the line above has the same: a menu's lines share what is told of them
            told = (kind, sure)
        kinds[last] = told
    if kinds:
        yield Leftovers(kinds)


def _read(block: Block) -> tuple[BoilerplateKind | None, bool]:
    """Return what a line says it is by its words, and whether it says so as a whole."""
    kind = kind_of(block.plain) or menu_of(block.text)
    return (kind, True) if kind is not None else (hint_of(block.plain), False)


def _menus(blocks: list[Block], story: int) -> set[int]:
    """Return the lines above the story that stand among at least so many short ones."""
    found: set[int] = set()
    run: list[int] = []
    for block in blocks:
        if block.index >= story:
            break
        if len(block.plain) > _SHORT or (run and block.index != run[-1] + 1):
            if len(run) >= _MENU:
                found.update(run)
            run = []
        if len(block.plain) <= _SHORT:
            run.append(block.index)
    if len(run) >= _MENU:
        found.update(run)
    return found
