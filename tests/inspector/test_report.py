"""Reports as markup: nothing of a source can become markup, everything of it is there."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

import newsparse
from newsparse.inspector import IndexRow, report, report_diff, report_index
from newsparse.model import Article, Extra, Headline, Paragraph
from newsparse.shell.commands import newsparse as command

HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(2)> \" ' & \x00 \ud800 \u202e end of the line, she said on Monday."


def soup(markup: str) -> BeautifulSoup:
    """Return the report as a browser reads it."""
    return BeautifulSoup(markup, "lxml")


def story(text: str = "The bridge will close on Monday, the council said.") -> Article:
    """Return the article of a small text."""
    return newsparse.parse(f"Bridge to close\n\nBy Jane Doe\n\n{text}\n\n{text} It is old.", source="text")


@pytest.mark.parametrize("hostile", [HOSTILE, "--> <!-- <style>*{display:none}</style>", "javascript:alert(1)"])
def test_report_lets_no_text_become_markup(hostile: str) -> None:
    """Script, style and handlers in a source stay text."""
    article = newsparse.parse(f"{hostile}\n\n{hostile}\n\n{hostile * 5}", source="text", url=f"https://example.org/?{hostile}")
    tree = soup(report(article))
    assert 1 == len(tree.find_all("script"))
    assert 1 == len(tree.find_all("style"))
    assert [] == tree.find_all("img")
    assert [] == [tag for tag in tree.select("*") if any(name.startswith("on") for name in tag.attrs)]
    assert [] == [tag for tag in tree.select("*") if tag.get("style") or tag.get("src") or tag.get("href")]


def test_report_holds_the_policy_that_forbids_all_else() -> None:
    """Only our own style and script may run, and nothing may be fetched."""
    (policy,) = soup(report(story())).select('meta[http-equiv="Content-Security-Policy"]')
    content = str(policy.attrs["content"])
    assert "default-src 'none'" in content
    assert "unsafe" not in content


@given(st.text(max_size=200))
def test_report_shows_every_block(text: str) -> None:
    """Every block of the source is there with its role, whatever it holds."""
    article = newsparse.parse(text, source="text")
    blocks = soup(report(article)).select("#source .block")
    assert [block.role.value for block in article.blocks] == [block["data-role"] for block in blocks]


def test_report_says_each_fact_of_a_value_once() -> None:
    """Beside place and origin stand the attributes that a value has of its own, if they say anything."""
    article = newsparse.parse("<article><h1>Bridge to close</h1><p>It is old.</p><h3>Cost</h3><p>Nobody knows.</p></article>")
    names = [[term.text for term in facts.select("dt")] for facts in soup(report(article)).select("dl")]
    assert ["parser", "confidence", "characters", "path"] in names
    assert [] == [found for found in names if len(found) > len(set(found)) or {"text", "span", "rows"} & set(found)]


def test_report_shows_the_fields_of_others_with_their_rivals() -> None:
    """A field that a third party added is shown like any other: the chosen value, then those that lost."""

    def find(document: newsparse.Document, draft: newsparse.Draft) -> list[newsparse.Claim]:
        return [newsparse.Claim(Extra("glad"), 0.9), newsparse.Claim(Extra("sad"), 0.4)]

    article = newsparse.parse("Bridge to close", pipeline=newsparse.Pipeline((newsparse.Parser("mood.a", "mood", find),)))
    (field,) = soup(report(article)).select('[data-field="mood"]')
    assert ["glad", "sad"] == [button.text for button in field.select("button")]
    assert ["sad"] == [button.text for button in field.select("details button")]


def test_report_marks_a_fields_characters() -> None:
    """The marked characters of a claim are the characters of its span."""
    article = story()
    assert article.headline is not None
    tree = soup(report(article))
    button = tree.select_one(".field[data-field=headline] button.claim")
    assert button is not None
    marked = "".join(mark.text for mark in tree.find_all("mark") if button["data-claim"] in mark["data-claims"].split())
    assert article.headline.text == marked


def test_report_refuses_what_is_no_article() -> None:
    """A wrong type is an error that names what was expected and what came."""
    with pytest.raises(newsparse.SourceError, match="expected an Article, got str"):
        report("text")  # type: ignore[arg-type]
    with pytest.raises(newsparse.SourceError, match="expected an ArticleDiff, got Article"):
        report_diff(story())  # type: ignore[arg-type]


def test_report_diff_marks_old_and_new_words() -> None:
    """Removed words stand left, added words right."""
    old = Article(headline=Headline("Bridge"), body=(Paragraph("It costs nine <b>million</b> in all."), Paragraph("It is old.")))
    new = Article(headline=Headline("Bridge"), body=(Paragraph("It costs ten <b>million</b> in all."), Paragraph("A new one.")))
    tree = soup(report_diff(newsparse.diff(old, new)))
    assert ["nine", "It is old."] == [tag.text for tag in tree.select("#versions del")]
    assert ["ten", "A new one."] == [tag.text for tag in tree.select("#versions ins")]
    assert [] == tree.find_all("b")


def test_report_index_lists_sources_and_what_is_missing() -> None:
    """Each source has a line, also one that could not be read."""
    tree = soup(report_index([IndexRow("a.txt", "1.html", Article()), IndexRow("<b>.txt", None, None, "no such file")]))
    first, second = tree.select("#index tbody tr")
    assert "headline, deck, byline, published, body" in first.text
    assert "<b>.txt" in second.text
    assert "no such file" in second.text


def test_inspect_writes_one_report(tmp_path: Path) -> None:
    """`newsparse inspect FILE -o OUT` writes the report of one file."""
    source, target = tmp_path / "a.txt", tmp_path / "deep" / "report.html"
    source.write_text("Bridge to close\n\nThe bridge will close on Monday, the council said.", "utf-8")
    done = CliRunner().invoke(command, ["inspect", str(source), "-o", str(target)])
    assert 0 == done.exit_code, done.output
    assert "Bridge to close" in target.read_text("utf-8")


def test_inspect_writes_an_index_for_a_folder(tmp_path: Path) -> None:
    """A folder gets a report a file and an index; a file that fails is told and the others still run."""
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text("Bridge to close\n\nThe bridge will close on Monday, the council said.", "utf-8")
    (folder / "b.html").write_text("<h1>A page</h1><p>The bridge will close on Monday, the council said.</p>", "utf-8")
    (folder / "c").symlink_to(folder / "nowhere")
    done = CliRunner().invoke(command, ["inspect", str(folder), str(folder / "missing"), "-o", str(tmp_path / "out")])
    assert 1 == done.exit_code
    assert 1 == done.output.count("newsparse: ")
    assert ["1.html", "2.html", "index.html"] == sorted(path.name for path in (tmp_path / "out").iterdir())
