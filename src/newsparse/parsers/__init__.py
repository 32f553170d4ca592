"""The parsers of the default pipeline, in the order in which they run: a file a field."""

from __future__ import annotations

from newsparse.claim import Parser
from newsparse.parsers import attribution, authors, body, boilerplate, byline, dateline, deck, figures, headline, notes, plain, timestamps

__all__ = ["DEFAULT"]

DEFAULT: tuple[Parser, ...] = (
    *headline.PARSERS,
    *plain.PARSERS,
    *body.PARSERS,
    *figures.PARSERS,
    *deck.PARSERS,
    *timestamps.PARSERS,
    *dateline.PARSERS,
    *authors.PARSERS,
    *byline.PARSERS,
    *authors.CONFIRMING,
    *notes.PARSERS,
    *attribution.PARSERS,
    *plain.LEFTOVERS,
    *boilerplate.PARSERS,
)
"""The table: headline first, for the body is judged by its distance from it; leftovers last."""
