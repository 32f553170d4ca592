"""Plain text: one reading of the whole, which tells what each line is, and the fields that follow from it."""

from __future__ import annotations

from newsparse.claim import Parser
from newsparse.parsers.plain import header
from newsparse.parsers.plain.body import find_story
from newsparse.parsers.plain.figures import find_figures
from newsparse.parsers.plain.headline import find_deck, find_headline, find_kicker, find_section
from newsparse.parsers.plain.leftovers import find_leftovers
from newsparse.vocabulary import SourceKind

__all__ = ["LEFTOVERS", "PARSERS"]

PARSERS = (
    *header.PARSERS,
    Parser("headline.plain", "headline", find_headline, source=SourceKind.TEXT),
    Parser("deck.plain", "deck", find_deck, source=SourceKind.TEXT),
    Parser("kicker.plain", "kicker", find_kicker, source=SourceKind.TEXT),
    Parser("section.plain", "section", find_section, source=SourceKind.TEXT),
    Parser("figures.plain", "figures", find_figures, source=SourceKind.TEXT),
    Parser("body.plain", "body", find_story, source=SourceKind.TEXT),
)
LEFTOVERS = (Parser("boilerplate.plain", "boilerplate", find_leftovers, source=SourceKind.TEXT, requires=("body",)),)
"""Runs last: what no field claims."""
