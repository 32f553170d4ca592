"""The story itself: which blocks are it, and what each of them is."""

from __future__ import annotations

from newsparse.claim import Parser
from newsparse.parsers.body.inserts import find_inserts
from newsparse.parsers.body.live import find_entries
from newsparse.parsers.body.page import find_on_page
from newsparse.vocabulary import SourceKind

__all__ = ["PARSERS"]


PARSERS = (
    Parser("body.page", "body", find_on_page, requires=("headline",), source=SourceKind.HTML),
    Parser("body.inserts", "body", find_inserts, requires=("body",), source=SourceKind.HTML),
    Parser("body.live", "body", find_entries, requires=("body",), source=SourceKind.HTML),
)
