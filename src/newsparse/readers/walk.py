"""The one walk over a page's tree, which cuts its text into blocks."""

# One function of one pass: what is split off costs a call for each of a page's thousand elements. `visit` is
# deleted at the end of `walk`, which looks to a linter as if it had never been.

from __future__ import annotations

import html
import re
from typing import Any

from newsparse.document import HEADINGS, Block, Document, Media, Scope, Value
from newsparse.model import Problem
from newsparse.readers.kinds import (
    BLOCK,
    BREAK,
    ENTITY,
    INLINE,
    LINK,
    MEDIA,
    NOSCRIPT,
    ODD,
    PRE,
    RULE,
    SKIP,
    STRONG,
    TIME,
    TOLD,
    Kinds,
)
from newsparse.text import clean, has_invisible
from newsparse.vocabulary import ProblemKind

__all__ = ["walk"]

# Two inline elements that touch: "By" and "Jane Doe" are two words, "T" and "he" are one. Where the
# next one begins with a capital or a digit after a small letter, a digit or a closing mark, they part, and where
# a figure touches the end of a clock or a year: "10:25", "1,204 views"; not "061", "2".
_SEAM = "\0"  # no tree holds this character
# (The seam stands first in the pattern, for which it is found four times as fast.)
_APART = re.compile(
    "\0(?:(?<=[^\\W\\d_A-Z]\0)\0*(?=[A-Z0-9])|(?<=[a-zß-öø-ÿα-ωа-яё]\0)\0*(?=[À-ÖØ-ÞΑ-ΩА-ЯЁ])"
    "|(?<=[\\d.:;,|!?)”’»·•]\0)\0*(?=[^\\W\\d_])|(?:(?<=:\\d\\d\0)|(?<=\\D(?:19|20)\\d\\d\0))\0*(?=\\d))"
)
_BLANK_LINE = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")
# Inside these a custom element or a button is a word or two of the line, elsewhere it is a box of its own.
_LINES = frozenset((*HEADINGS, "p", "figcaption", "dt", "caption", "summary", "button", "label", "legend"))
# … and a button or a label is one only here ("the <button>GDP</button> rose"): under a picture it is a control.
_CONTROLS = frozenset(("button", "label"))


def walk(document: Document, root: Any, most: int, *, noscript: bool = False, unread: list[Any] | None = None) -> list[Any]:
    """Fill text, blocks, media, times and author links of `document`; return the elements that say what the page is.

    One pass, recursive: it costs half of what an event loop does. The reader sees to it that no
    tree comes here that is deeper than `Limits.depth`. It is one function with its state in
    closure cells, because attributes of an object cost a third more; measured on 328 pages.

    Args:
        document: to be filled; its text and blocks are empty.
        root: where to begin; what follows it is not read.
        most: how many blocks to make; the rest of the text becomes the last one.
        noscript: whether to read what is there for browsers without scripts.
        unread: takes the elements that hold such text, where it is not read.
    """
    blocks = document.blocks
    media, times, authors = document.metadata.media, document.metadata.times, document.metadata.authors
    document.metadata.tagged, document.metadata.filed = tagged, filed = list[int](), list[int]()
    kinds = Kinds()
    told: list[Any] = []
    texts: list[str] = []
    parts: list[str] = []
    rest: list[str] = []
    offset = links = link_chars = strong_chars = verbatim = 0
    seams = False
    new = tuple.__new__  # the class's own constructor costs twice as much
    unions: dict[tuple[frozenset[str], str], frozenset[str]] = {}

    def close(scope: Scope, link: bool, breaks: int = 0) -> None:
        """End the block under way; `parts` hold some text."""
        nonlocal offset, links, link_chars, strong_chars, seams, verbatim
        if len(parts) == 1:
            raw = parts.pop()
        else:
            raw = "".join(parts)
            parts.clear()
            if seams:
                raw = _APART.sub(" ", raw).replace(_SEAM, "")
                seams = False
        if verbatim and _BLANK_LINE.search(raw):
            lines, verbatim = verbatim, 0
            for piece in _BLANK_LINE.split(raw):
                parts.append(piece)
                close(scope, link, breaks)
            verbatim = lines
            return
        text = raw.strip()
        # nothing printable is invisible, and no white space but the space is printable
        if not text.isprintable():
            text = " ".join(text.split())
            if not text.isascii() and has_invisible(text):
                text = _bare(text)
        elif "  " in text:
            text = " ".join(text.split())
        if "*" in text or "_" in text or "]" in text:  # `has_marks`, without a call for each block
            text = _bare(text)
        if text:
            index, size = len(blocks), len(text)
            if index < most:
                end = offset + size
                linked, bold = link_chars and min(link_chars, size), strong_chars and min(strong_chars, size)
                blocks.append(Block(index, offset, end, text, text, scope.tag, scope, linked, links, bold, breaks))
                texts.append(text)
                offset = end + 1
            else:
                rest.append(text)
        link_chars = strong_chars = 0
        links = 1 if link else 0

    def united(outer: frozenset[str], tag: str) -> frozenset[str]:
        """Return the tags around an element and its own, one object for all elements that have them."""
        tags = unions[outer, tag] = outer | {tag}
        return tags

    def visit(children: list[Any], scope: Scope, link: bool, strong: bool) -> None:
        """Read what stands inside an element that has children."""
        nonlocal links, link_chars, strong_chars, verbatim, seams
        touching = SKIP  # the inline element that ended where the next one begins
        last, within = "", scope.within  # of the scope before: lists and stories have one tag
        for child in children:
            tag = child.tag
            kind = kinds[tag]
            if kind == ODD:
                tag, kind = _settled(tag, kinds, scope)
                touching = INLINE  # a button within a line is a word of its own
            if kind == BLOCK:
                touching = SKIP
                if parts:
                    close(scope, link)
                text = child.text
                if text and not text.isspace():
                    parts.append(text)
                    if link:
                        link_chars += len(text.strip())
                    if strong:
                        strong_chars += len(text.strip())
                inside = child.getchildren()
                if inside or parts:
                    if tag != last:
                        last, outer = tag, scope.within
                        within = outer if tag in outer else unions.get((outer, tag)) or united(outer, tag)
                    inner = Scope(tag, scope, child, within)
                    if inside:
                        visit(inside, inner, link, strong)
                    if parts:
                        close(inner, link)
            elif kind == SKIP:
                pass  # what touched before still touches
            elif kind <= TIME:
                if touching and parts:
                    parts.append(" " if kind == LINK == touching else _SEAM)
                    seams = True
                own_link, bold = link, strong or kind == STRONG
                if kind == LINK:
                    stated = child.keys()  # names alone: no value is made, and most links have no `rel`
                    if "href" in stated:
                        own_link = True
                        links += 1
                    if "rel" in stated:
                        says = child.get("rel").lower().split()
                        if "author" in says and (name := clean("".join(child.itertext()))):
                            authors.append(Value(name, child, None, len(blocks)))
                        if "tag" in says:
                            tagged.append(len(blocks))
                        if "category" in says:
                            filed.append(len(blocks))
                text = child.text
                if text and (parts or not text.isspace()):
                    parts.append(text)
                    if own_link:
                        link_chars += len(text.strip())
                    if bold:
                        strong_chars += len(text.strip())
                if kind == TIME:
                    at = len(blocks)
                    stated = (child.get("datetime") or "").strip() or clean("".join(child.itertext()))
                    if stated:
                        times.append(Value(stated, child, None, at))
                inside = child.getchildren()
                if inside:
                    visit(inside, scope, own_link, bold)
                touching = kind
            elif kind == MEDIA:
                touching = SKIP
                media.append(new(Media, (tag, child, scope, len(blocks))))
            elif kind == BREAK:
                touching = SKIP
                if parts:
                    if scope.tag in HEADINGS or _runs_on(parts[-1], child.tail):
                        parts.append(" ")
                    else:
                        close(scope, link, 1)
                elif blocks and blocks[-1].breaks and blocks[-1].scope is scope:
                    blocks[-1].breaks += 1
            elif kind == RULE:
                if parts:
                    close(scope, link)
            elif kind == PRE:
                if parts:
                    close(scope, link)
                inner = Scope(tag, scope, child, scope.within | {tag})
                verbatim += 1
                if child.text:
                    parts.append(child.text)
                visit(child.getchildren(), inner, link, strong)
                if parts:
                    close(inner, link)
                verbatim -= 1
            elif kind == NOSCRIPT:
                if noscript:
                    if parts:
                        close(scope, link)
                    inner = Scope(tag, scope, child, scope.within | {tag})
                    if child.text:
                        parts.append(child.text)
                    visit(child.getchildren(), inner, link, strong)
                    if parts:
                        close(inner, link)
                elif len(child):
                    if unread is not None:
                        unread.append(child)
                    if not media or media[-1].scope is not scope:
                        media.extend(Media("img", image, scope, len(blocks)) for image in child.iter("img", "{*}img"))
            elif kind == TOLD:
                told.append(child)
            elif kind == ENTITY:
                parts.append(html.unescape(child.text or ""))
            tail = child.tail
            if tail:
                touching = SKIP
                if parts or not tail.isspace():
                    parts.append(tail)
                    if link:
                        link_chars += len(tail.strip())
                    if strong:
                        strong_chars += len(tail.strip())

    tag = root.tag if isinstance(root.tag, str) else ""
    top = Scope(_settled(tag, kinds, None)[0] if tag else "", None, root)
    if tag and root.text:
        parts.append(root.text)
    visit(root.getchildren(), top, False, False)
    if parts:
        close(top, False)
    del visit, close  # functions that call themselves are cycles, which would keep the whole tree until the next collection
    if rest:
        last = " ".join(rest)
        blocks.append(Block(len(blocks), offset, offset + len(last), last, last, top.tag, top))
        texts.append(last)
        document.problems.append(Problem(ProblemKind.LIMIT, f"the text behind the first {most:,} blocks is kept as one block"))
    document.text = "\n".join(texts)
    return told


# Of 1,900 single line breaks inside the stories of the development corpora, 1,700 part two paragraphs, lines or
# items. The others stand where a line runs on: 117 of 133 that follow no closing mark and precede a small letter.
_CLOSED = frozenset('.!?:;…。！？؟۔।"”»)')


def _bare(text: str) -> str:
    """Return a text without what `clean` takes out, which may show more of it: marks that stood between others."""
    while (bare := clean(text)) != text:
        text = bare
    return text


def _runs_on(before: str, after: str | None) -> bool:
    """Whether a line break stands in the middle of a sentence: "weather conditions<br>deteriorate"."""
    if not after:
        return False
    return after.lstrip()[:1].islower() and before.rstrip()[-1:] not in _CLOSED


def _settled(tag: str, kinds: Kinds, scope: Scope | None) -> tuple[str, int]:
    """Return the plain name and the kind of an element whose tag is not one of HTML's, as it stands."""
    plain = tag.rpartition("}")[2].rpartition(":")[2].lower() or tag
    kind = kinds[plain]
    if kind == ODD:
        in_line = scope is not None and scope.tag in _LINES and not (plain in _CONTROLS and scope.tag == "figcaption")
        kind = INLINE if in_line else BLOCK
    return plain, kind
