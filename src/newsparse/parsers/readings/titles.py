"""The titles that a page's head gives: a reading that several fields share."""

from __future__ import annotations

import re
from typing import NamedTuple

from newsparse.addresses import parted
from newsparse.document import Document, Element
from newsparse.lexicon.phrases import is_section
from newsparse.linked import text_of
from newsparse.text import clean, squash

__all__ = ["HeadTitle", "head_titles", "leads_home", "segments", "without_site"]


class HeadTitle(NamedTuple):
    """A title that the head states."""

    text: str
    """The title, site name removed where it is known."""
    source: str
    """`linked`, `og`, `twitter`, `title` or `meta`."""
    element: Element
    """Where it stands."""
    pointer: str | None
    """JSON pointer in a JSON-LD script; `None` elsewhere."""
    raw: str
    """The title as stated."""
    key: str
    """Letters and digits of `text` alone."""


_MARK = re.compile(r"[|｜‖·•»«>:–—―\-~_]+")
# Marks that part wherever they stand, those that part with a space before them, and the longest run that does between spaces.
_ANYWHERE = frozenset("|｜_")
_AFTER_SPACE = frozenset("–—")
_LONGEST_MARK = 3
# A longer title is none: an element left open, which holds the page's scripts and styles.
_LONGEST_TITLE = 1_000
# A name of a site that may have an article before it, and the longest article.
_LEAST_NAME, _ARTICLE = 6, 3
_METAS = (
    ("og", ("og:title",)),
    ("twitter", ("twitter:title",)),
    ("meta", ("sailthru.title", "parsely-title", "title", "dc.title", "dcterms.title", "headline")),
)


def _joints(title: str) -> list[tuple[int, int]]:
    """Return where the parts of a title end and the next begin: at " | ", " - ", " :: ", "_", "--"; not in "co-founder"."""
    found: list[tuple[int, int]] = []
    if len(title) > _LONGEST_TITLE:
        return found
    for match in _MARK.finditer(title):
        start, end = match.span()
        mark = match[0]
        spaced = title[start - 1 : start].isspace()
        if (
            not _ANYWHERE.isdisjoint(mark)
            or mark[:2] == "--"
            or (spaced and (mark in _AFTER_SPACE or (len(mark) <= _LONGEST_MARK and title[end : end + 1].isspace())))
        ):
            found.append((len(title[:start].rstrip()), len(title) - len(title[end:].lstrip())))
    return found


def segments(title: str) -> list[str]:
    """Return the parts of a title that separators make.

    >>> segments("Rebels enter city - World | The Post")
    ['Rebels enter city', 'World', 'The Post']
    """
    joints = _joints(title)
    if not joints:
        return [title] if title.strip() else []
    starts = [0, *(end for _, end in joints)]
    ends = [*(start for start, _ in joints), len(title)]
    return [part for start, end in zip(starts, ends, strict=True) if (part := title[start:end].strip())]


def leads_home(address: str) -> bool:
    """Return whether an address is that of a front page, also of one that an archive keeps."""
    if address[:1] in {"", "#", "?"}:  # this page itself
        return False
    front = parted(address)
    return front.path in {"", "/"} and (address.startswith("/") or front.hostname is not None)


def _is_site_name(segment: str, names: frozenset[str]) -> bool:
    """Return whether a title's segment is the name of the site."""
    key = squash(segment)
    if not key:
        return True
    if key in names:
        return True
    if len(key) < 3:
        return False
    for name in names:
        if len(name) >= 4 and len(key) >= 4 and (name in key or key in name) and min(len(name), len(key)) * 2.5 >= max(len(name), len(key)):
            return True
    initials = "".join(word[0] for word in segment.split() if word[0].isalnum()).casefold()
    return len(initials) > 2 and initials in names


def _names_site(key: str, names: frozenset[str]) -> bool:
    """Return whether letters and digits are a site's name, perhaps with an article before it ("thedailyperch")."""
    return key in names or any(len(name) >= _LEAST_NAME and key.endswith(name) and len(key) - len(name) <= _ARTICLE for name in names)


def without_site(title: str, names: frozenset[str]) -> str:
    """Return a title without the site's name and the section beside it; only a known name goes.

    >>> without_site("Off-White - the story - The Lenn Courier", frozenset({"thelenncourier"}))
    'Off-White - the story'
    """
    title = clean(title)
    site, colon, rest = title.partition(": ")
    if colon and rest and _names_site(squash(site), names):
        title = rest.lstrip()  # "The Post: Rebels enter city"
    for _ in range(3):
        joints = _joints(title)
        if not joints:
            break
        start, end = joints[-1]
        if start > 0 and _is_site_name(title[end:], names):
            title = title[:start]
            # "… - Sport - SZ.de": what stood beside the name is the section
            if len(joints) > 1 and joints[-2][0] > 0 and is_section(title[joints[-2][1] :]):
                title = title[: joints[-2][0]]
            continue
        if len(joints) > 1 and joints[-2][0] > 0 and squash(title[joints[-2][1] : start]) in names:
            title = title[: joints[-2][0]]  # "… | The Post | World"
            continue
        start, end = joints[0]
        if start > 0 and end < len(title) and squash(title[:start]) in names:
            title = title[end:]
            continue
        break
    return title.rstrip(" |-–—·»:") or title


def head_titles(document: Document, names: frozenset[str]) -> list[HeadTitle]:
    """Return the titles that the head states, the site's names removed, likeliest first."""
    metadata = document.metadata
    found: list[HeadTitle] = []
    known: dict[str, tuple[str, str, str]] = {}  # most pages say one title in four places

    def add(text: str | None, source: str, element: Element, pointer: str | None = None) -> None:
        if not text or len(text) > _LONGEST_TITLE:
            return
        if text not in known:
            plain = clean(text)
            bare = without_site(plain, names)
            known[text] = plain, bare, squash(bare)
        plain, bare, key = known[text]
        if plain:
            found.append(HeadTitle(bare, source, element, pointer, plain, key))

    for node in document.story_nodes()[:2]:
        add(text_of(node.data.get("headline")), "linked", node.element, f"{node.pointer}/headline")
        add(text_of(node.data.get("alternativeHeadline")), "alternative", node.element, f"{node.pointer}/alternativeHeadline")
        add(text_of(node.data.get("name")), "name", node.element, f"{node.pointer}/name")
    for source, keys in _METAS:
        for key in keys:
            for value in metadata.meta.get(key, ()):
                add(value.text, source, value.element, value.pointer)
    if metadata.title is not None:
        add(metadata.title.text, "title", metadata.title.element)
    return found
