"""Clean HTML: the story alone, semantic, with schema.org item properties."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from newsparse.export.bare import check_article, moment_text
from newsparse.export.markup import body_elements, is_harmless, xml_text
from newsparse.model import Article, Figure, Timestamp
from newsparse.vocabulary import NoteKind

__all__ = ["to_html"]


def to_html(article: Article) -> str:
    """Return the article as one small HTML document, display lines, figures, body and notes.

    Boilerplate is left out (`losses("html")` says what else). Every text is escaped, and an
    address that would run code is left out, so that what is hostile in a source is harmless here.

    Raises:
        SourceError: the argument is not an `Article`.

    >>> from newsparse.model import Headline
    >>> print(to_html(Article(headline=Headline("Fish & chips"))))  # doctest: +ELLIPSIS
    <!DOCTYPE html>
    <html><head><meta charset="utf-8"><title>Fish &amp; chips</title></head>...<h1 itemprop="headline">Fish &amp; chips</h1>...
    """
    check_article(article, "HTML")
    root = ET.Element("html")
    if article.language is not None:
        root.set("lang", xml_text(article.language.text))
    head = ET.SubElement(root, "head")
    ET.SubElement(head, "meta", charset="utf-8")
    ET.SubElement(head, "title").text = xml_text(article.headline.text) if article.headline else ""
    if article.canonical_url is not None and is_harmless(article.canonical_url.text):
        ET.SubElement(head, "link", rel="canonical", href=xml_text(article.canonical_url.text))
    story = ET.SubElement(ET.SubElement(root, "body"), "article", itemscope="itemscope", itemtype="https://schema.org/NewsArticle")
    _header(article, ET.SubElement(story, "header"))
    for figure in article.figures:
        if figure.lead:
            story.append(_figure(figure))
    body = ET.SubElement(story, "div", itemprop="articleBody")
    body.extend(body_elements(article.body))
    story.extend(_figure(figure) for figure in article.figures if not figure.lead)
    _footer(article, story)
    return "<!DOCTYPE html>\n" + ET.tostring(root, encoding="unicode", method="html") + "\n"


def _header(article: Article, header: ET.Element) -> None:
    """Write the display lines in their order on a page."""
    if article.kicker is not None:
        _add(header, "p", article.kicker.text, class_="kicker")
    if article.headline is not None:
        _add(header, "h1", article.headline.text, itemprop="headline")
    if article.deck is not None:
        _add(header, "p", article.deck.text, itemprop="description")
    if article.byline is not None:
        _add(header, "p", article.byline.text, class_="byline")
    for author in article.authors:
        kind = "Person" if author.kind.is_human else "Organization"
        scope = ET.SubElement(header, "span", itemprop="author", itemscope="itemscope", itemtype=f"https://schema.org/{kind}")
        ET.SubElement(scope, "meta", itemprop="name", content=xml_text(author.name))
    for name, stamp in (("datePublished", article.published), ("dateModified", article.modified)):
        _time(header, name, stamp)


def _time(parent: ET.Element, name: str, stamp: Timestamp | None) -> None:
    moment = moment_text(stamp)
    if stamp is not None and moment is not None:
        _add(parent, "time", stamp.text, itemprop=name, datetime=moment)


def _add(parent: ET.Element, tag: str, text: str, **attributes: str) -> None:
    ET.SubElement(parent, tag, {name.rstrip("_"): value for name, value in attributes.items()}).text = xml_text(text)


def _figure(figure: Figure) -> ET.Element:
    element = ET.Element("figure", itemprop="image", itemscope="itemscope", itemtype="https://schema.org/ImageObject")
    if figure.url and is_harmless(figure.url):
        ET.SubElement(element, "img", itemprop="contentUrl", src=xml_text(figure.url), alt=xml_text(figure.alt or ""))
    caption = ET.SubElement(element, "figcaption")
    if figure.caption is not None:
        _add(caption, "span", figure.caption.text, itemprop="caption")
    if figure.credit is not None:
        _add(caption, "span", figure.credit.text, itemprop="creditText")
    return element


def _footer(article: Article, story: ET.Element) -> None:
    """Write notes and topics."""
    if not article.notes and not article.tags:
        return
    footer = ET.SubElement(story, "footer")
    for note in article.notes:
        kind = note.kind.value.replace("_", "-")
        _add(footer, "p", note.text, class_=kind, **({"itemprop": "correction"} if note.kind is NoteKind.CORRECTION else {}))
    if article.tags:
        tags = ET.SubElement(footer, "ul", {"class": "tags"})
        for tag in article.tags:
            _add(tags, "li", tag.text, itemprop="keywords")
