"""What a text that holds several articles is parted into."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from attrs import frozen

from newsparse.model import Article, Problem, Span
from newsparse.pipeline import OnError, Pipeline, parse_document
from newsparse.readers import Limits, read

__all__ = ["Part", "Split"]


@frozen
class Part:
    """One article of a larger text."""

    text: str
    """Its characters, export header included: `source[span.slice]`; `article()` parses them."""
    span: Span
    """Where it stands in the text that was split."""
    header: Mapping[str, str]
    """What its keyword lines say, by keyword ("HD", "BYLINE"), as clean text; empty where there are none."""
    number: int | None = None
    """The number that the export gives it; `None` where it gives none."""

    def article(
        self,
        *,
        reference: datetime | None = None,
        pipeline: Pipeline | None = None,
        on_error: OnError = "raise",
        limits: Limits | None = None,
    ) -> Article:
        """Return the article of this part; the lines of the export's header give it headline, byline, day, section and more.

        All spans index `text`; add `span.start` for places in the text that was split.

        Args:
            reference: the moment against which "2 hours ago" is read.
            pipeline: other parsers than the default ones.
            on_error: `"raise"` the error of a parser that fails, or `"collect"` it in `Article.problems`.
            limits: bounds on size and number of blocks.

        Raises:
            SourceError: an option is of another type, or the part too large.
            PipelineError: `pipeline` is no `Pipeline`, or `on_error` is another word.
            ParserError: a parser failed, and `on_error` is `"raise"`.

        >>> from newsparse import split
        >>> part = split("HD  Ferry adds boats\\nWC  90 words\\nSN  The Courier\\nLP\\nThe ferry adds a boat.").parts[0]
        >>> article = part.article()
        >>> article.headline.text, article.publisher.text
        ('Ferry adds boats', 'The Courier')
        """
        document = read(self.text, source="text", limits=limits)
        return parse_document(document, reference=reference, pipeline=pipeline, on_error=on_error)


@frozen
class Split:
    """The parts of a text, and what belongs to none of them."""

    source_text: str
    """The text that was split, which all its spans index: the caller's own string, or the characters of the bytes."""
    parts: tuple[Part, ...]
    """The articles, in order; the whole text as the only part where nothing parts it."""
    residue: tuple[Span, ...]
    """Stretches with text that belong to no part: a cover sheet, a list of contents, an end mark."""
    shape: str
    """`single`, `numbered` (Document 3 of 12), `tagged` (HD, BY, WC), `ended` (End of Document), `fronted` (front matter) or
    `drawn` (form feeds, rules)."""
    announced: int | None = None
    """How many articles the text says that it holds; `None` when it does not say."""
    problems: tuple[Problem, ...] = ()
    """What had to be guessed or replaced in the bytes."""

    @property
    def found(self) -> int:
        """How many parts there are."""
        return len(self.parts)

    @property
    def complete(self) -> bool:
        """Whether as many parts were found as were announced, or none were announced."""
        return self.announced is None or self.announced == len(self.parts)
