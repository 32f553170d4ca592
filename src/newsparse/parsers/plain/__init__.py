"""Plain text: one reading of the whole, which tells what each line is, and the fields that follow from it."""

from __future__ import annotations

from newsparse.claim import Parser
from newsparse.parsers.plain.body import find_story
from newsparse.parsers.plain.headline import find_headline
from newsparse.vocabulary import SourceKind

__all__ = ["PARSERS"]

PARSERS = (
    Parser("headline.plain", "headline", find_headline, source=SourceKind.TEXT),
    Parser("body.plain", "body", find_story, source=SourceKind.TEXT),
)
