"""The search of a page for its byline: the lines near the headline, else a name that stands alone, else who is introduced at the end."""

from __future__ import annotations

from collections.abc import Iterator

from newsparse.claim import Claim, Draft
from newsparse.document import Block, Document
from newsparse.grammar.byline import is_agency, is_bare_name, opens_byline, titles_only
from newsparse.grammar.credits import read_credit
from newsparse.grammar.names import begins_name
from newsparse.lexicon.phrases import phrase_of
from newsparse.model import Byline
from newsparse.parsers.byline.marks import is_marked
from newsparse.parsers.byline.page import ABOVE, DATES, INTO, UNDER, Finder, digits, is_person, moved
from newsparse.text import holds_any
from newsparse.vocabulary import ContributorKind

__all__ = ["find_on_page"]

_NEAR, _LAST = 0.5, 0.4
# Surer than a desk that the markup names, less sure than a person.
_SIGNED = 0.64
# Author boxes and "Posted by" stand at most this far behind the story on blogs of the development pages; marked ones further.
_BEHIND, _FAR_BEHIND = 12, 25
# A line that signs the story is one of its last blocks or stands behind it, and is short.
_SIGNED_IN, _SIGNED_CHARS = 3, 90
# A name that stands alone is shorter, stands this near the headline, and by a date: of 23 others on the development
# pages 16 were labels.
_LONGEST_ALONE, _ALONE_UNDER, _DATE_CHARS = 50, 2, 40
_HEADINGS = frozenset(("h1", "h2"))
# The story's own paragraphs are longer than this.
_PROSE = 100


def find_on_page(document: Document, draft: Draft) -> Iterator[Claim]:
    """Yield the printed bylines of a page, the likeliest with the highest confidence."""
    finder = Finder(document, draft)
    found = False
    for claim in finder.find():
        found = True
        yield claim
    if not found:
        for claim in _find_alone(finder):
            found = True
            yield claim
    if not found and not finder.somebody and finder.story:
        yield from _find_behind(finder)


def _find_alone(finder: Finder) -> Iterator[Claim]:
    """Yield a name that stands alone under the headline, for pages that state and introduce nobody."""
    if finder.names or not finder.headline or not finder.story:
        return
    end = max(min(finder.story.start + INTO, finder.headline.stop + UNDER), finder.headline.stop + ABOVE)
    for i in range(finder.headline.stop, min(len(finder.blocks), end)):
        line = finder.parse(i, i + 1, named=False) if _like_name(finder.blocks[i].plain) else None
        if line is not None and _is_alone(finder, line, i):
            yield finder.claim(i, i + 1, moved(line, finder.blocks[i].start), opens=False, named=False, confidence=_NEAR)
            return


def _find_behind(finder: Finder) -> Iterator[Claim]:
    """Yield the line at the story's end or behind it that introduces or marks somebody."""
    for i in range(max(finder.story.start + 1, finder.story.stop - _SIGNED_IN), min(len(finder.blocks), finder.story.stop + _FAR_BEHIND)):
        block = finder.blocks[i]
        opens = opens_byline(block.plain)
        if i >= finder.story.stop + _BEHIND and not (opens and is_marked(block, finder.host)):
            continue
        if i < finder.story.stop and (not opens or len(block.plain) > _SIGNED_CHARS):
            continue
        claim = None if block.tag == "li" and not opens else finder.read(i)  # a menu's item
        if claim is not None and isinstance(claim.value, Byline):
            full = is_person(claim.value) and " " in claim.value.authors[0].name
            if not opens and not full and digits(block.plain) < 4:
                continue  # a button: "Register"
            claim.confidence = _SIGNED if opens and full and len(block.plain) <= _SIGNED_CHARS else _LAST
            yield claim
            return


def _is_alone(finder: Finder, line: Byline, i: int) -> bool:
    """Whether a line is nothing but the name of somebody whom the story does not speak of."""
    block = finder.blocks[i]
    if not line.authors or (block.link_density > 0.9 and block.links > 1) or finder.is_elsewhere(i, leads=False):
        return False
    name = line.authors[0].name
    if is_agency(name):
        return True
    if phrase_of(block.plain) is not None:
        return False  # "FOR IMMEDIATE RELEASE"
    if line.authors[0].kind is not ContributorKind.PERSON or not 1 < len(name.split()) < 5 or not is_bare_name(name):
        return False
    if i - finder.headline.stop > _ALONE_UNDER or block.tag in _HEADINGS or not _is_beside_a_date(finder, i):
        return False
    return not _is_in_story(line, finder.blocks, finder.story.start, i)


def _is_beside_a_date(finder: Finder, i: int) -> bool:
    """Whether a date or a job title stands by a line."""
    if i + 1 < len(finder.blocks) and titles_only(finder.blocks[i + 1].plain):
        return True
    near = [finder.blocks[j] for j in range(max(finder.headline.stop, i - 2), min(len(finder.blocks), i + 3)) if j != i]
    return any(finder.draft.owner(block) in DATES or (len(block.plain) < _DATE_CHARS and digits(block.plain) > 3) for block in near)


def _like_name(text: str) -> bool:
    """Whether a line has the form of a name alone: "Jane Doe", "AFP"; not "Share this story", "Teilen"."""
    if len(text) > _LONGEST_ALONE or any(map(str.isdigit, text)) or not (text[-1].isalpha() or text[-1] == "."):
        return False
    count = text.count(" ") + 1
    return (1 < count < 6 and begins_name(text)) or (count == 1 and (text.isupper() or is_agency(text)))


def _is_in_story(line: Byline, blocks: list[Block], opening: int, i: int) -> bool:
    """Return whether the first paragraphs, headline or deck speak of the person, or use the name's words as common ones."""
    author = line.authors[0].name
    common = [f" {word.lower()} " for word in author.split() if len(word) > 3]
    for block in blocks[max(0, opening - 12) : opening + 12]:
        text = block.plain
        if block.index == i or len(text) < 60:
            continue
        # at its end a name is a caption's credit
        if author in text and not text.startswith(author) and not text.endswith(author) and read_credit(text) is None:
            return True
        if len(text) > _PROSE and holds_any(text, common):
            return True
    return False
