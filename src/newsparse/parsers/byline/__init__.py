"""The printed line that names who made the story, near the headline or at the story's end."""

from __future__ import annotations

from newsparse.claim import Parser
from newsparse.parsers.byline.lines import find_in_text
from newsparse.parsers.byline.search import find_on_page
from newsparse.vocabulary import SourceKind

__all__ = ["PARSERS"]

PARSERS = (
    Parser("byline.page", "byline", find_on_page, requires=("headline", "body"), source=SourceKind.HTML),
    Parser("byline.text", "byline", find_in_text, requires=("headline", "body"), source=SourceKind.TEXT),
)
