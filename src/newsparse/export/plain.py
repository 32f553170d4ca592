"""Plain text: an article as one would paste it."""

from __future__ import annotations

from newsparse.export.bare import check_article
from newsparse.model import Article, ListItem, Node

__all__ = ["to_text"]


def to_text(article: Article, *, notes: bool = True) -> str:
    """Return the article as plain text: display lines, body, notes, parted by blank lines.

    Args:
        article: what to write.
        notes: whether corrections, credits and biographies follow the body.

    Raises:
        SourceError: the argument is not an `Article`.

    >>> from newsparse.model import Headline, Paragraph
    >>> print(to_text(Article(headline=Headline("Bridge opens"), body=(Paragraph("The mayor opened it."),))))
    Bridge opens
    <BLANKLINE>
    The mayor opened it.
    <BLANKLINE>
    """
    check_article(article, "text")
    display = [node.text for node in (article.kicker, article.headline, article.deck, article.byline) if node is not None]
    if article.published is not None and (article.byline is None or article.published.text not in article.byline.raw):
        display.append(article.published.text)
    story = [_line(node) for node in article.body if node.text]
    tail = [note.text for note in article.notes] if notes else []
    parts = [part for part in ("\n".join(display), *story, *tail) if part]
    return "\n\n".join(parts) + "\n" if parts else ""


def _line(node: Node) -> str:
    """Return one block of the body as plain text."""
    if isinstance(node, ListItem):
        return f"{'  ' * (node.level - 1)}- {node.text}"
    return node.text
