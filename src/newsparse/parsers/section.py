"""The section of the publication, with the way down to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from newsparse.addresses import host_of
from newsparse.claim import Claim, Draft, Parser
from newsparse.document import Block, Document, Element
from newsparse.lexicon.phrases import is_section, key_of, kind_of
from newsparse.linked import decode_entities, listed, text_of
from newsparse.model import Section
from newsparse.parsers.readings.heading import Reading, is_in_masthead, read_heading
from newsparse.parsers.readings.sections import folder_link, folders_of, section_link
from newsparse.parsers.readings.titles import leads_home
from newsparse.text import clean, holds_any, squash
from newsparse.vocabulary import BoilerplateKind, SourceKind

__all__ = ["PARSERS"]

_TRAIL = 0.85
_PRINTED = 0.82
_LINKED = 0.8
_META = 0.75
_SHOWN = 0.6
_SAID = 0.62
# How far into the story's end and behind it the line stands that says where a blog's story is filed.
_TAIL, _BEHIND = 3, 12
_KNOWN = 0.9
# "front-page", "us-news": a name for machines, worth less than a printed one.
_SLUG = 0.55
_YEAR = re.compile(r"(?:19|20)\d\d")
_IS_SLUG = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)+$")
_METAS = (
    "article:section",
    "og:section",
    "section",
    "parsely-section",
    "sailthru.section",
    "dc.subject",
    "cxenseparse:section",
    "category",
)
_MAX_NAME = 60
_MAX_STEPS = 6
_MAX_TRAIL = 200
_DEEPEST = 5
_ABOVE = 4
# More labels of one kind in a row are a menu; a trail has two or three steps.
_ROW = 3
_MAX_LABEL = 30
# How far above the headline the printed trail ends, and the classes that elements around it have.
_TRAIL_ABOVE = 20
_TRAIL_DEPTH = 5
# Microdata mark the list itself, in which the steps are lines or items.
_LISTED = 2
_CRUMB = re.compile(r"crumb|brotkrume|fil-?ariane|ariadne|rootline|you-?are-?here|kruimel|briciol|migas|okruszk|(?<![a-z-])path(?![a-z-])")
# One of these stands in all of them; to look for them alone takes half the time.
_CRUMB_HINTS = ("crumb", "brotkrume", "ariane", "ariadne", "rootline", "here", "kruimel", "briciol", "migas", "okruszk", "path")
# What stands beside a trail; other kinds are called what sections are called ("International", "Film", "Weather").
_BESIDE = frozenset((BoilerplateKind.NAVIGATION, BoilerplateKind.SKIP_LINK, BoilerplateKind.PAGINATION))
_EDGES = " >/|»›•·:-–—\\"


def find_stated(document: Document, draft: Draft) -> Iterator[Claim]:
    """Yield the section by the page's trail, by its linked data and by its meta tags."""
    yield from _trails(document, draft)
    sites = draft.once(read_heading).names
    for node in document.story_nodes()[:1]:
        names = _sections([text_of(part) for part in listed(node.data.get("articleSection"))], sites)
        if names:
            yield _claim(names, _LINKED, node.element, f"{node.pointer}/articleSection")
    for key in _METAS:
        for value in document.metadata.meta.get(key, ())[:1]:
            if names := _sections([value.text], sites):
                yield _claim(names, _META, value.element, None)


def _claim(names: list[str], confidence: float, element: Element, pointer: str | None) -> Claim:
    if _IS_SLUG.fullmatch(names[-1]):
        confidence = min(confidence, _SLUG)
    return Claim(Section(names[-1], names=tuple(names), pointer=pointer), confidence, element, None)


def _names(stated: list[str | None]) -> list[str]:
    """Return the names that may be sections, once each."""
    found = (clean(decode_entities(name)).strip(_EDGES) for name in stated if name)
    return list(dict.fromkeys(name for name in found if 0 < len(name) <= _MAX_NAME and "/" not in name[:1]))[:_MAX_STEPS]


def _sections(stated: list[str | None], sites: frozenset[str]) -> list[str]:
    """Return the names that may be sections, without the site's own; a host may be called as a section is: "sport.example.org"."""
    return [name for name in _names(stated) if squash(name) not in sites or is_section(name)]


def _trails(document: Document, draft: Draft) -> Iterator[Claim]:
    """Yield the way that a BreadcrumbList states, without the front page and the story's own title."""
    reading = draft.once(read_heading)
    titles, sites = _titles(reading), reading.names
    for node in document.metadata.typed("breadcrumblist")[:3]:
        steps = [_step(item) for item in listed(node.data.get("itemListElement")) if isinstance(item, dict) and not _leads_home(item)]
        if any(step and _YEAR.fullmatch(step) for step in steps):  # an archive by dates
            continue
        names = [name for name in _names(steps) if not _is_end(name, titles, sites)]
        if names:
            yield _claim(names, _TRAIL, node.element, f"{node.pointer}/itemListElement")


def _titles(reading: Reading) -> list[str]:
    """Return what the story is called, squashed."""
    printed = [reading.heading.key] if reading.heading is not None else []
    return [title.key for title in reading.titles] + printed


def _step(item: dict[str, Any]) -> str | None:
    """Return the name of a step of a trail."""
    inner = item.get("item")
    return text_of(item.get("name")) or (text_of(inner.get("name")) if isinstance(inner, dict) else None)


def _leads_home(item: dict[str, Any]) -> bool:
    """Return whether a step of a trail is the front page by its address."""
    inner = item.get("item")
    if isinstance(inner, dict):
        inner = inner.get("@id") or inner.get("url")
    return isinstance(inner, str) and leads_home(inner)


def find_trail(document: Document, draft: Draft) -> Iterator[Claim]:
    """Yield the way down to the story as it is printed above the headline, without the front page and the title."""
    reading = draft.once(read_heading)
    heading = reading.heading
    if heading is None:
        return
    titles = _titles(reading)
    steps: list[tuple[str, Block]] = []
    known: dict[str, bool] = {}
    home = ""
    for block in document.blocks[max(0, heading.blocks.start - _TRAIL_ABOVE) : heading.blocks.stop + 1]:
        if not block.links or len(block.plain) > _MAX_TRAIL or not _in_trail(block, known):
            continue
        for anchor in block.anchors():
            name = clean("".join(anchor.itertext())).strip(_EDGES)
            address = anchor.get("href") or ""
            if not 0 < len(name) <= _MAX_NAME or address.startswith("#"):
                continue
            if leads_home(address):
                home = home or host_of(address)
                if host_of(address) in {"", home}:  # behind the front page, the host of a section: "society.example.org"
                    continue
            if not _is_end(name, titles, reading.names):
                steps.append((name, block))
    names = tuple(dict.fromkeys(name for name, _ in steps))
    if not 0 < len(names) <= _DEEPEST:  # more are a menu beside it
        return
    last, block = steps[-1]
    at = block.plain.find(last)
    alone = block.plain.strip(_EDGES) == last
    span = block.span(at, at + len(last)) if at >= 0 else None
    yield Claim(Section(last, span=span, names=names), _PRINTED, block.element, block.own if alone else None)


def _in_trail(block: Block, known: dict[str, bool]) -> bool:
    """Return whether an element around a block is named as a trail; `known` keeps what names say, for neighbours share them."""
    scope = block.scope
    for level in range(_TRAIL_DEPTH):
        if scope is None:
            return False
        names = scope.names
        if names:
            if names not in known:
                known[names] = holds_any(names, _CRUMB_HINTS) and _CRUMB.search(names) is not None
            if known[names]:
                return not scope.hidden
        if level < _LISTED and "Breadcrumb" in (scope.element.get("itemtype") or ""):
            return not scope.hidden
        if scope.tag == "nav" and _CRUMB.search(_said(scope.element)):
            return not scope.hidden
        scope = scope.parent
    return False


def _said(element: Element) -> str:
    """Return what an element says to screen readers that it is."""
    return f"{element.get('aria-label')} {element.get('aria-labelledby')}".lower()


def _is_end(name: str, titles: list[str], sites: frozenset[str]) -> bool:
    """Return whether a step of a trail is the front page, the story, or a button beside the trail."""
    key = squash(name)
    if not key or key.isdigit() or key in sites or kind_of(name) in _BESIDE:
        return True
    if name.count(" ") > 1 and any(title.startswith(key) for title in titles):
        return True  # a title that is cut off: "Puno: roadblock ends"
    return any(key == title or (len(key) > 20 and (key in title or title in key)) for title in titles if title)


def find_shown(document: Document, draft: Draft) -> Iterator[Claim]:
    """Yield the label above the heading that names a section."""
    heading = draft.once(read_heading).heading
    if heading is None:
        return
    above = document.blocks[max(0, heading.blocks.start - _ABOVE) : heading.blocks.start]
    sites = draft.once(read_heading).names
    labels = [block for block in above if _may_be(block) and (squash(block.plain) not in sites or is_section(block.plain))]
    if not labels:
        return
    found = [claim.value for claim in draft.claims("section") if isinstance(claim.value, Section)]
    stated = {key_of(name) for section in found for name in section.names}
    folders = draft.once(folders_of)
    for block in reversed(labels):
        link = folder_link(block, folders) if block.tag != "li" or not is_in_masthead(block.scope, heading.scope) else None
        if link is not None and not link.alone:  # "Plus News": what stands beside the name is a badge
            span = block.span(link.start, link.start + len(link.text))
            yield Claim(Section(link.text, span=span, names=(link.text,)), _KNOWN, block.element, None)
            return
        name = block.plain.strip(_EDGES)
        known = link is not None or key_of(name) in stated
        if known or (is_section(name) and not is_in_masthead(block.scope, heading.scope) and not _in_menu(document, block)):
            at = block.plain.find(name)
            names = next((section.names for section in found if section.text == name), (name,))
            section = Section(name, span=block.span(at, at + len(name)), names=names)
            yield Claim(section, _KNOWN if known else _SHOWN, block.element, block.own)
            return


def find_linked(document: Document, draft: Draft) -> Iterator[Claim]:
    """Yield the section that a line beside the headline links to by its class, or one at either end by the link's own word."""
    heading = draft.once(read_heading).heading
    story = draft.story()
    if heading is None or not story:
        return
    header = range(max(0, heading.blocks.start - _ABOVE), max(heading.blocks.stop, story.start))
    last = range(max(header.stop, story.stop - _TAIL), min(len(document.blocks), story.stop + _BEHIND))
    for place in (header, last) if document.metadata.filed != [] else (header,):  # the last lines count where the link itself says so
        for block in document.blocks[place.start : place.stop]:
            link = section_link(document, block) if block.links and block.tag != "nav" and block.index not in heading.blocks else None
            if link is None and block.links == 1 and heading.blocks.stop <= block.index < header.stop:
                link = folder_link(block, draft.once(folders_of))
            if link is None or (not link.said and place is last):
                continue
            span = block.span(link.start, link.start + len(link.text))
            owns = block.own if link.alone and draft.owner(block) is None else None
            yield Claim(Section(link.text, span=span, names=(link.text,)), _SAID if link.said else _SHOWN, block.element, owns)
            return


def _may_be(block: Block) -> bool:
    scope = block.scope
    return scope is not None and len(block.plain) <= _MAX_NAME and not scope.hidden and scope.within.isdisjoint(("nav", "form", "footer"))


def _in_menu(document: Document, block: Block) -> bool:
    """Whether a label stands in a row of its like: "Business Culture Travel Weather" over every story."""
    around = document.blocks[max(0, block.index - _ROW) : block.index + _ROW + 1]
    run = best = 0
    for other in around:
        run = run + 1 if other.tag == block.tag and len(other.plain) <= _MAX_LABEL else 0
        best = max(best, run)
    return best > _ROW


PARSERS = (
    Parser("section.stated", "section", find_stated, source=SourceKind.HTML),
    Parser("section.trail", "section", find_trail, requires=("headline",), source=SourceKind.HTML),
    Parser("section.shown", "section", find_shown, requires=("headline",), source=SourceKind.HTML),
    Parser("section.linked", "section", find_linked, requires=("headline", "body"), source=SourceKind.HTML),
)
