"""The end of the story where the page goes on with another one, as pages do that never end when scrolled."""

from __future__ import annotations

from newsparse.document import Block, Document

__all__ = ["before_next_story"]

# So many blocks of the story, and so many of the next one, tell a second headline from a crosshead.
_FEWEST = 3
_HEADINGS = frozenset(("h1", "h2"))

_Run = list[tuple[int, float]]


def before_next_story(document: Document, accepted: _Run, headline: int) -> _Run:
    """Return the accepted blocks (index and confidence) that stand before the headline of a next story, if there is one.

    It is set as the page's own headline is, in an element of the same look, and has a story of its own
    behind it; crossheads stand in one element with the paragraphs that they part.
    """
    blocks = document.blocks
    if headline < 0 or blocks[headline].tag not in _HEADINGS:
        return accepted
    own = blocks[headline]
    behind = [i for i, _ in accepted if i > headline]
    if len(behind) < 2 * _FEWEST:
        return accepted
    for block in blocks[behind[_FEWEST - 1] + 1 : behind[-_FEWEST]]:
        if block.tag == own.tag and block.plain != own.plain and _set_alike(block, own):
            story = [i for i in behind if i < block.index]
            rest = [i for i in behind if i > block.index]
            if len(rest) >= _FEWEST <= len(story) and not _beside(document, block, story):
                return [(i, sure) for i, sure in accepted if i < block.index]
    return accepted


def _set_alike(block: Block, other: Block) -> bool:
    """Whether two headings are set alike: the names of both and of the elements around them, or each is the `h1` of an `article`.

    Names that say nothing prove nothing, and those with figures ("t128") measure one headline.
    """
    one, two = block.scope, other.scope
    if one is None or two is None or one.parent is None or two.parent is None or one is two:
        return False
    looks = [(_look(scope.names), _look(scope.parent.names if scope.parent is not None else "")) for scope in (one, two)]
    if any(looks[0]) and looks[0] == looks[1]:
        return True
    theirs, ours = ([scope for scope in heading.around() if scope.tag == "article"] for heading in (one, two))
    return block.tag == "h1" and bool(theirs and ours) and not any(scope is ours[0] for scope in theirs)


def _look(names: str) -> tuple[str, ...]:
    """Return the names without figures."""
    return tuple(name for name in names.split() if not any(map(str.isdigit, name)))


def _beside(document: Document, heading: Block, story: list[int]) -> bool:
    """Whether a heading stands in the element that holds some of the story's blocks: it is a crosshead."""
    around = heading.scope.parent if heading.scope is not None else None
    return any((scope := document.blocks[i].scope) is not None and scope.parent is around for i in story)
