"""The parsers of the default pipeline, in the order in which they run: a file a field."""

from __future__ import annotations

from newsparse.claim import Parser
from newsparse.parsers import (
    access,
    attribution,
    authors,
    body,
    boilerplate,
    byline,
    canonical,
    dateline,
    deck,
    figures,
    headline,
    kicker,
    language,
    notes,
    plain,
    publisher,
    section,
    tags,
    tail_credits,
    timestamps,
)

__all__ = ["DEFAULT"]

DEFAULT: tuple[Parser, ...] = (
    *headline.PARSERS,
    *plain.PARSERS,
    *body.PARSERS,
    *headline.LATE,
    *figures.PARSERS,
    *deck.PARSERS,
    *section.PARSERS,
    *kicker.PARSERS,
    *timestamps.PARSERS,
    *dateline.PARSERS,
    *authors.PARSERS,
    *byline.PARSERS,
    *authors.CONFIRMING,
    *figures.LATE,
    *tail_credits.PARSERS,
    *notes.PARSERS,
    *publisher.PARSERS,
    *attribution.PARSERS,
    *plain.LEFTOVERS,
    *tags.PARSERS,
    *language.PARSERS,
    *canonical.PARSERS,
    *access.PARSERS,
    *boilerplate.PARSERS,
)
"""The table: headline first, for the body is judged by its distance from it; leftovers last."""
