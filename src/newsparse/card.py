"""An article as one compact card, as notebooks show it."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsparse.model import Article

__all__ = ["card", "summary"]

_OPENING = 3  # blocks of the body that the card shows
_LONG = 60  # characters of the headline that a summary shows


def _safe(text: object) -> str:
    return escape(str(text).encode("utf-8", "replace").decode("utf-8"))


def _facts(article: Article) -> list[tuple[str, str]]:
    """Return what a card lists under the headline: name and value."""
    published, modified, section = article.published, article.modified, article.section
    facts = [
        ("by", ", ".join(author.name for author in article.authors)),
        ("published", published.text if published else ""),
        ("modified", modified.text if modified else ""),
        ("dateline", article.dateline.text if article.dateline else ""),
        ("section", section.text if section else ""),
        ("publisher", article.publisher.text if article.publisher else ""),
        ("language", article.language.text if article.language else ""),
        ("tags", ", ".join(tag.text for tag in article.tags)),
    ]
    counts = [("figures", article.figures), ("notes", article.notes), ("boilerplate", article.boilerplate), ("problems", article.problems)]
    return [fact for fact in facts if fact[1]] + [(name, str(len(found))) for name, found in counts if found]


def card(article: Article) -> str:
    """Return an HTML fragment: headline, deck, facts and the opening of the body. Nothing of the source becomes markup."""
    headline = _safe(article.headline.text) if article.headline else "<i>no headline</i>"
    kicker = f"<div><small>{_safe(article.kicker.text)}</small></div>" if article.kicker else ""
    deck = f"<p><b>{_safe(article.deck.text)}</b></p>" if article.deck else ""
    facts = "".join(
        f"<tr><th style='text-align:left'>{name}</th><td style='text-align:left'>{_safe(value)}</td></tr>"
        for name, value in _facts(article)
    )
    opening = "".join(f"<p>{_safe(node.text)}</p>" for node in article.body[:_OPENING])
    more = len(article.body) - _OPENING
    rest = f"<p><small>… and {more} more blocks</small></p>" if more > 0 else ""
    return f"<article>{kicker}<h3>{headline}</h3>{deck}<table>{facts}</table>{opening}{rest}</article>"


def summary(article: Article) -> str:
    """Return the article in one short line for a console."""
    headline = article.headline.text if article.headline else None
    if headline is not None and len(headline) > _LONG:
        headline = headline[: _LONG - 1] + "…"
    words = len(article.text.split())
    parts = [repr(headline) if headline is not None else "no headline"]
    if article.authors:
        parts.append("by " + ", ".join(author.name for author in article.authors[:3]) + (" …" if len(article.authors) > 3 else ""))
    if article.published is not None:
        parts.append(str(article.published.value or article.published.text))
    count = len(article.body)
    parts.append(f"{count} block{'' if count == 1 else 's'} of body, {words} word{'' if words == 1 else 's'}")
    return f"<Article {'; '.join(parts)}>"
