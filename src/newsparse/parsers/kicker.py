"""The short label above the headline."""

from __future__ import annotations

from collections.abc import Iterator

from newsparse.claim import Claim, Draft, Parser
from newsparse.document import Block, Document
from newsparse.grammar.byline import is_agency
from newsparse.grammar.timestamp import parse_timestamp
from newsparse.lexicon.class_names import is_called
from newsparse.lexicon.phrases import genre_of, is_section, kind_of
from newsparse.model import Kicker, Section
from newsparse.parsers.readings.heading import read_heading
from newsparse.parsers.readings.sections import folder_link, folders_of, section_link
from newsparse.text import clean, squash
from newsparse.vocabulary import BoilerplateKind, SourceKind

__all__ = ["PARSERS"]

# Kickers of the development pages have at most six words.
_MAX_WORDS = 6
_MAX_CHARS = 60
# More are a number: "No. 2024/117"; not "Euro 2024".
_MAX_DIGITS = 4
_ABOVE = 3
_INSIDE = 0.95
_BY_CLASS = 0.85
_BESIDE = 0.55
# What a label's words may be elsewhere; a widget is named by its topic ("Verkehr"), as the story below a kicker is.
_LABELS = frozenset((None, BoilerplateKind.SECTION_LABEL, BoilerplateKind.WIDGET))
_EDGES = " -–—|/·•:>»"
_NOT = frozenset(("nav", "li", "button", "time", "form", "aside", "footer", "figcaption"))


def find_inside(document: Document, draft: Draft) -> Iterator[Claim]:
    """Yield the label that stands inside the heading, before the title, and is no section."""
    heading = draft.once(read_heading).heading
    if heading is not None and heading.kicker is not None:
        text = clean(document.text[heading.kicker.slice])
        if not _is_date(text) and (genre_of(text) or squash(text) not in _sections(draft)):
            yield Claim(Kicker(text, span=heading.kicker), _INSIDE, heading.scope.element, None)


def find_above(document: Document, draft: Draft) -> Iterator[Claim]:
    """Yield the short line right above the heading, when it is a label of this story and not a section."""
    reading = draft.once(read_heading)
    heading = reading.heading
    if heading is None:
        return
    sections = _sections(draft)
    for block in reversed(document.blocks[max(0, heading.blocks.start - _ABOVE) : heading.blocks.start]):
        confidence = _rate(block, heading.scope.parent)
        if not confidence or (not genre_of(block.plain) and _names_section(document, block)):
            continue
        if confidence == _BESIDE and block.index and _is_link(block) and _is_link(document.blocks[block.index - 1]):
            continue  # an item of a menu
        key = squash(block.plain)
        if key not in reading.names and key not in sections and not heading.key.startswith(key):
            start = len(block.plain) - len(block.plain.lstrip(_EDGES))
            end = len(block.plain.rstrip(_EDGES))
            label = Kicker(block.plain[start:end], span=block.span(start, end))
            yield Claim(label, confidence, block.element, block.own)
            return


def _is_link(block: Block) -> bool:
    return block.links == 1 and block.link_density > 0.9


def _names_section(document: Document, block: Block) -> bool:
    """Return whether a label is the name of a section: by its word, or as a link to one."""
    if is_section(block.plain) or section_link(document, block) is not None:
        return True
    link = folder_link(block, folders_of(document)) if block.links == 1 else None
    return link is not None and not link.alone


def _rate(block: Block, beside: object) -> float:
    """Return how sure it is that a block is a label: by its class, or because it stands with the heading."""
    scope, plain = block.scope, block.plain
    if (
        scope is None
        or block.links > 1
        or scope.hidden
        or len(plain) > _MAX_CHARS
        or len(plain.split()) > _MAX_WORDS
        or not scope.within.isdisjoint(_NOT)
    ):
        return 0.0
    if (kind_of(plain) not in _LABELS and not genre_of(plain)) or is_agency(plain):
        return 0.0
    if (
        not any(map(str.isalpha, plain))
        or any(map(str.isdigit, plain[:4]))
        or sum(map(str.isdigit, plain)) > _MAX_DIGITS
        or _is_date(plain)
    ):
        return 0.0
    if is_called(scope.names, "kicker", "label") or (
        scope.parent is not None and scope.parent is not beside and is_called(scope.parent.names, "kicker", "label")
    ):
        return _BY_CLASS
    return _BESIDE if scope.parent is beside or scope is beside else 0.0


def _is_date(text: str) -> bool:
    return any(char.isdigit() for char in text) and parse_timestamp(text) is not None


def _sections(draft: Draft) -> frozenset[str]:
    """Return the names of the sections that the page states, leads down by or shows, squashed."""
    return frozenset(squash(name) for claim in draft.claims("section") if isinstance(claim.value, Section) for name in claim.value.names)


PARSERS = (
    Parser("kicker.inside", "kicker", find_inside, requires=("headline",), source=SourceKind.HTML),
    Parser("kicker.above", "kicker", find_above, requires=("headline",), source=SourceKind.HTML),
)
