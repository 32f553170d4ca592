"""Plain text: one reading of the whole, which tells what each line is, and the fields that follow from it."""

from __future__ import annotations

from newsparse.claim import Parser
from newsparse.parsers.plain import export
from newsparse.parsers.plain.body import find_story
from newsparse.parsers.plain.figures import find_figures
from newsparse.parsers.plain.headline import find_deck, find_headline, find_kicker, find_section
from newsparse.parsers.plain.leftovers import find_leftovers
from newsparse.vocabulary import SourceKind

__all__ = ["LEFTOVERS", "PARSERS"]

PARSERS = (
    Parser("headline.export", "headline", export.find_headline, source=SourceKind.TEXT),
    Parser("byline.export", "byline", export.find_byline, source=SourceKind.TEXT),
    Parser("dateline.export", "dateline", export.find_dateline, source=SourceKind.TEXT),
    Parser("section.export", "section", export.find_section, source=SourceKind.TEXT),
    Parser("published.export", "published", export.find_published, source=SourceKind.TEXT),
    Parser("publisher.export", "publisher", export.find_publisher, source=SourceKind.TEXT),
    Parser("language.export", "language", export.find_language, source=SourceKind.TEXT),
    Parser("boilerplate.export", "boilerplate", export.find_keywords, source=SourceKind.TEXT),
    Parser("headline.plain", "headline", find_headline, source=SourceKind.TEXT),
    Parser("deck.plain", "deck", find_deck, source=SourceKind.TEXT),
    Parser("kicker.plain", "kicker", find_kicker, source=SourceKind.TEXT),
    Parser("section.plain", "section", find_section, source=SourceKind.TEXT),
    Parser("figures.plain", "figures", find_figures, source=SourceKind.TEXT),
    Parser("body.plain", "body", find_story, source=SourceKind.TEXT),
)
LEFTOVERS = (Parser("boilerplate.plain", "boilerplate", find_leftovers, source=SourceKind.TEXT, requires=("body",)),)
"""Runs last: what no field claims."""
