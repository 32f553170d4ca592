"""newsparse: a news article, as a page or as plain text, into one typed `Article`."""

from __future__ import annotations

from datetime import datetime
from importlib import import_module
from typing import TYPE_CHECKING, Any

from newsparse.errors import NewsparseError, ParserError, PipelineError, SourceError
from newsparse.model import Article, Span

if TYPE_CHECKING:
    from newsparse import export as export
    from newsparse.changes import ArticleDiff, diff
    from newsparse.claim import Claim, Draft, Leftovers, Parser
    from newsparse.document import Document
    from newsparse.grammar.byline import parse_byline
    from newsparse.grammar.dateline import parse_dateline
    from newsparse.grammar.timestamp import parse_timestamp
    from newsparse.inspector import report, report_diff
    from newsparse.pages import join
    from newsparse.parts import Part, Split, split
    from newsparse.pipeline import OnError, Pipeline
    from newsparse.publisher import select
    from newsparse.readers import Limits, SourceName, read

__all__ = [
    "Article",
    "ArticleDiff",
    "Claim",
    "Document",
    "Draft",
    "Leftovers",
    "Limits",
    "NewsparseError",
    "Parser",
    "ParserError",
    "Part",
    "Pipeline",
    "PipelineError",
    "SourceError",
    "Span",
    "Split",
    "diff",
    "join",
    "parse",
    "parse_byline",
    "parse_dateline",
    "parse_timestamp",
    "read",
    "report",
    "report_diff",
    "select",
    "split",
]

__version__ = "0.1.0"  # the distribution takes it from here

# Where the other names stand. They are loaded when first asked for, so that `import newsparse`
# costs what the article's own classes cost.
_LATE = {
    "ArticleDiff": "newsparse.changes",
    "Claim": "newsparse.claim",
    "Document": "newsparse.document",
    "Draft": "newsparse.claim",
    "Leftovers": "newsparse.claim",
    "Limits": "newsparse.readers",
    "Parser": "newsparse.claim",
    "Pipeline": "newsparse.pipeline",
    "read": "newsparse.readers",
    "Part": "newsparse.parts",
    "Split": "newsparse.parts",
    "diff": "newsparse.changes",
    "join": "newsparse.pages",
    "parse_byline": "newsparse.grammar.byline",
    "parse_dateline": "newsparse.grammar.dateline",
    "parse_timestamp": "newsparse.grammar.timestamp",
    "report": "newsparse.inspector",
    "report_diff": "newsparse.inspector",
    "select": "newsparse.publisher",
    "split": "newsparse.parts",
}


def __getattr__(name: str) -> Any:
    """Return a public name that is loaded late, or the room of the exporters."""
    if name == "export":
        return import_module("newsparse.export")
    if name not in _LATE:
        raise AttributeError(f"module 'newsparse' has no attribute {name!r}")
    return getattr(import_module(_LATE[name]), name)


def __dir__() -> list[str]:
    """Return the names that a console completes: the late ones, too."""
    return sorted({*globals(), *_LATE, "export"})


def parse(
    page: object,
    *,
    url: str | None = None,
    source: SourceName | None = None,
    encoding: str | None = None,
    reference: datetime | None = None,
    pipeline: Pipeline | None = None,
    on_error: OnError = "raise",
    limits: Limits | None = None,
) -> Article:
    """Return the article in a page or a plain text.

    Args:
        page: bytes, str, an lxml tree or element, or a BeautifulSoup object.
        url: the page's address; it feeds publisher rules and is a weak witness for dates.
        source: `"text"` or `"html"` where the caller knows; else the source is looked at.
        encoding: of bytes, where the caller knows; else declared, UTF-8 or guessed.
        reference: the moment against which "2 hours ago" is read; without it ages stay as printed.
        pipeline: other parsers than the default ones.
        on_error: `"raise"` the error of a parser that fails, or `"collect"` it in `Article.problems`.
        limits: bounds on size, depth and number of blocks.

    Raises:
        SourceError: the source or an option is of another type, or the source too large.
        PipelineError: `pipeline` is no `Pipeline`, or `on_error` is another word.
        ParserError: a parser failed, and `on_error` is `"raise"`.

    >>> parse("Rebels enter city\\n\\nBy Jane Doe\\n\\nThe rebels entered the city at dawn.").headline.text
    'Rebels enter city'
    """
    from newsparse.pipeline import parse_document
    from newsparse.readers import read

    document = read(page, url=url, source=source, encoding=encoding, limits=limits)
    return parse_document(document, reference=reference, pipeline=pipeline, on_error=on_error)
