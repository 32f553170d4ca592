"""The display lines of a plain text: headline and its repeats, deck, kicker, section."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsparse.claim import Claim, Draft
from newsparse.document import Block, Document
from newsparse.grammar.credit import parse_caption
from newsparse.lexicon.phrases import genre_of, is_section, kind_of, label_of
from newsparse.model import Deck, Headline, Kicker, Section
from newsparse.parsers.plain.shape import Shape, shape
from newsparse.vocabulary import BoilerplateKind

__all__ = ["find_deck", "find_headline", "find_kicker", "find_section"]

# A kicker is a label, not a line: so many words and characters at most.
_KICKER_WORDS, _KICKER_CHARS = 6, 48
# A text that starts with its display lines has its headline among the first lines; below that,
# what stands above the headline is as often a menu.
_TOP = 3
# What a label's words may be elsewhere; a widget is named by its topic ("Verkehr"), as the story below a kicker is.
_LABELS = frozenset((None, BoilerplateKind.SECTION_LABEL, BoilerplateKind.WIDGET))
# The way to a page, and what menus put between their items: "Home » News » Local", "News | Sport".
_WAY, _CREDITED = 100, 0.75
_CRUMBS = re.compile(r"\s[>»›/|\\→—]\s|^[>»›/|]\s?")
_QUOTES = "\"'“”‘’„«»"
# Between a title and what stands behind it: "Ferry sinks | The Courier", "Ferry sinks - World - The Courier"; not "Rome-Paris".
_PARTING = re.compile(r"\s[|–—·•-]\s")
# What is left of a headline is longer; a site's name is no longer.
_TELLING, _SITE, _SITE_WORDS = 20, 40, 4
_SENTENCE = tuple(".!?。…")
_EDGES = " -–—|•·"


def find_headline(document: Document, draft: Draft) -> Iterator[Claim]:
    """Yield the headline, and each line that says it again."""
    found = draft.once(shape)
    if found.headline is None:
        return
    title = document.blocks[found.headline]
    lines = sorted([(found.headline, _end(title, document.blocks)), *found.repeats])
    bare = any(document.blocks[i].plain[len(document.blocks[i].mark) :][:1] not in _QUOTES for i, _ in lines)
    for i, end in lines:
        block = document.blocks[i]
        begin = _opening(block)[1]
        if bare and block.plain[begin] in _QUOTES and block.plain[end - 1] in _QUOTES:
            begin, end = begin + 1, end - 1  # quotes that another line does without are not the headline's
        text, span = block.part(begin, end)
        yield Claim(Headline(text, span=span), 0.92 if found.is_plain else 0.7, None, range(i, i + 1))


def find_deck(document: Document, draft: Draft) -> Iterator[Claim]:
    """Yield the line that sums the story up under the headline."""
    found = draft.once(shape)
    if found.deck is not None:
        block = document.blocks[found.deck]
        text, span = block.part(len(block.mark), len(block.plain))
        yield Claim(Deck(text, span=span), 0.7, None, block.own)


def find_kicker(document: Document, draft: Draft) -> Iterator[Claim]:
    """Yield the label right above the headline, and the genre that opens the headline's own line."""
    found = draft.once(shape)
    block = _above(document, found)
    if found.headline is not None:
        title = document.blocks[found.headline]
        end = _opening(title)[0]
        if end:
            text, span = title.part(len(title.mark), end)
            yield Claim(Kicker(text, span=span), 0.8)
    if block is not None and not found.header.lines:  # above a header's headline stands the edition
        start = len(block.plain) - len(block.plain.lstrip(_EDGES))
        text, span = block.part(start, len(block.plain.rstrip(_EDGES)))
        yield Claim(Kicker(text, span=span), 0.6, None, block.own)


def find_section(document: Document, draft: Draft) -> Iterator[Claim]:
    """Yield the name of a section that stands as a label above the headline or right behind the story."""
    found = draft.once(shape)
    label = _above(document, found)
    after = max(found.story, default=-2) + 1
    tail = document.blocks[after] if 0 < after < len(document.blocks) else None
    for block, sure in ((label, 0.6), (tail, 0.4)):
        if block is not None and is_section(block.plain):
            yield Claim(Section(block.plain, span=block.whole, names=(block.plain,)), sure)
    if found.headline is not None:
        first = min([found.headline, *(i for i, _ in found.repeats)])
        for block in document.blocks[max(0, first - _TOP) : first]:
            yield from _crumbs(block)


def _crumbs(block: Block) -> Iterator[Claim]:
    """Yield the last section on the way to a page: "Home » News » Local"."""
    if len(block.plain) > _WAY or _CRUMBS.search(block.plain) is None:
        return
    ends = [0, *(end for match in _CRUMBS.finditer(block.plain) for end in match.span()), len(block.plain)]
    parts = [(start, end) for start, end in zip(ends[::2], ends[1::2], strict=True) if is_section(block.plain[start:end])]
    if parts:
        names = tuple(block.plain[start:end] for start, end in parts)
        yield Claim(Section(names[-1], span=block.span(*parts[-1]), names=names), 0.5)


def _opening(block: Block) -> tuple[int, int]:
    """Return where the label that opens a headline's line ends (0 without one), and where the headline begins."""
    mark = len(block.mark)
    label = label_of(block.plain[mark:])
    return (mark + label[0], mark + label[1]) if label is not None else (0, mark)


def _end(title: Block, blocks: list[Block]) -> int:
    """Return where a headline ends: before the names of section and site that a page's title has behind it."""
    plain = title.plain
    end = len(plain)
    for match in reversed(list(_PARTING.finditer(plain))):
        name = plain[match.end() : end]
        if match.start() < _TELLING or len(name) > _SITE or name.count(" ") > _SITE_WORDS:
            break
        if "|" not in match[0] and not is_section(name) and not _is_named(name, title, blocks):
            break
        end = match.start()
    return end


def _is_named(name: str, title: Block, blocks: list[Block]) -> bool:
    """Whether a name is the site's: a line of its own, or that of a notice of rights."""
    key = name.casefold()
    return any(
        block is not title and (block.plain.casefold() == key or ("©" in block.plain and key in block.plain.casefold())) for block in blocks
    )


def _above(document: Document, found: Shape) -> Block | None:
    """Return the line above the headline if it is a label."""
    first = min((i for i in (found.headline, *(i for i, _ in found.repeats)) if i is not None), default=0)
    if not first:
        return None
    block = document.blocks[first - 1]
    plain = block.plain
    if len(plain) > _KICKER_CHARS or plain.count(" ") >= _KICKER_WORDS or plain.endswith(_SENTENCE) or block.mark:
        return None
    if _CRUMBS.search(plain) is not None or parse_caption(plain).confidence >= _CREDITED:
        return None
    if genre_of(plain) is not None:
        return block
    if plain[0] in "[(" or plain[-1] == ":" or plain[0].islower() or document.blocks[first].plain in plain:
        return None  # "[Home] [About]", "Skip to:", "open search bar"
    kind = kind_of(plain)
    if first <= _TOP and kind in _LABELS and any(map(str.isalpha, plain)) and not any(map(str.isdigit, plain)):
        return block
    return None
