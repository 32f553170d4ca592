"""Small pages for tests of field parsers: read by the real reader, judged by the parsers under test alone."""

from __future__ import annotations

from newsparse import Pipeline, parse
from newsparse.claim import Parser
from newsparse.model import Article

PROSE = (
    "<p>The mayor opened the new bridge over the Lenn on Monday, nine years after the first stone was laid and four later than promised.</p>"
    "<p>Several hundred people walked across in light rain before the first bus was let through, and the brass band played on.</p>"
)


def page(body: str, head: str = "", *, url: str | None = "https://news.example.org/2024/bridge", lang: str = "en") -> Article:
    """Return the article of a page with the default pipeline."""
    return parse(f"<!DOCTYPE html><html lang='{lang}'><head>{head}</head><body>{body}</body></html>", url=url, source="html")


def only(body: str, parsers: tuple[Parser, ...], head: str = "") -> Article:
    """Return the article that some parsers alone find."""
    source = f"<!DOCTYPE html><html lang='en'><head>{head}</head><body>{body}</body></html>"
    return parse(source, url="https://news.example.org/2024/bridge", source="html", pipeline=Pipeline(parsers))
