"""Whose copy a story is, with what it rests on."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from newsparse import Claim, Document, Draft, Parser, Pipeline, parse, read
from newsparse.model import Attribution, Byline, Contributor, Paragraph
from newsparse.parsers import attribution, dateline, notes, publisher
from newsparse.vocabulary import ContributorKind

PROSE = "Rebels advanced on the city at dawn on Friday, and the army withdrew to the north, officials said."


def _find_body(document: Document, draft: Draft) -> Iterator[Claim]:
    """Yield every paragraph of the page."""
    for block in document.blocks:
        yield Claim(Paragraph(block.plain, span=block.whole), 0.7, None, block.own)


def _attribution(
    body: str, *, head: str = "", url: str | None = "https://www.courier.example/a", author: Contributor | None = None
) -> Attribution | None:
    """Return the attribution of a page with the given paragraphs."""

    def find_byline(document: Document, draft: Draft) -> Iterator[Claim]:
        """Yield the given author's byline."""
        if author is not None:
            yield Claim(Byline(f"By {author.name}", contributors=(author,)), 0.9)

    parsers = (Parser("byline.given", "byline", find_byline), Parser("body.all", "body", _find_body))
    pipeline = Pipeline((*parsers, *dateline.PARSERS, *notes.PARSERS, *publisher.PARSERS, *attribution.PARSERS))
    page = f"<html><head><meta property='og:site_name' content='The Lenn Courier'>{head}</head><body>{body}</body></html>"
    return pipeline.run(read(page, url=url)).attribution


def test_attribution_by_dateline() -> None:
    """The agency in the dateline is whose copy it is, called by its full name."""
    found = _attribution(f"<p>BEIRUT (AP) — {PROSE}</p><p>{PROSE}</p>")
    assert found is not None
    assert found.text == "Associated Press"
    assert [text.text for text in found.evidence] == ["BEIRUT (AP)"]
    assert found.evidence[0].span is not None


@pytest.mark.parametrize(
    "author",
    [Contributor("Associated Press", ContributorKind.ORGANIZATION), Contributor("Jane Doe", affiliation="AP")],
)
def test_attribution_by_byline(author: Contributor) -> None:
    """An agency as author, or as an author's employer, is whose copy it is."""
    found = _attribution(f"<p>{PROSE}</p>", author=author)
    assert found is not None
    assert found.text == "Associated Press"


def test_attribution_adds_up_witnesses() -> None:
    """Witnesses for one house make it surer."""
    one = _attribution(f"<p>BEIRUT (AP) — {PROSE}</p>")
    two = _attribution(f"<p>BEIRUT (AP) — {PROSE}</p><p>{PROSE}</p><p>© 2024 The Associated Press. All rights reserved.</p>")
    assert one is not None
    assert two is not None
    assert two.confidence > one.confidence
    assert len(two.evidence) == 2


def test_attribution_by_origin_note() -> None:
    """A note that names where the story appeared first names whose it is."""
    found = _attribution(
        f"<p>{PROSE}</p><p>This story originally appeared in Reasons of Hope and is republished here as part of a project.</p>"
    )
    assert found is not None
    assert found.text == "Reasons of Hope"


def test_attribution_by_canonical_address() -> None:
    """A canonical address on another house's host is a weak witness."""
    found = _attribution(f"<p>{PROSE}</p>", head="<link rel='canonical' href='https://www.harbour.example/b'>")
    assert found is not None
    assert found.text == "harbour.example"
    assert found.confidence == 0.5


@pytest.mark.parametrize(
    "canonical",
    [
        "https://courier.example/a",
        "https://m.courier.example/a",
        "https://couriernews.example/a",
        "/a",
        "http://[bad",
        "https://127.0.0.1/a",
    ],
)
def test_attribution_own_address_says_nothing(canonical: str) -> None:
    """The same house's address, or none that can be read, is no witness."""
    assert _attribution(f"<p>{PROSE}</p>", head=f"<link rel='canonical' href='{canonical}'>") is None


def test_agency_on_its_own_site_is_no_attribution() -> None:
    """An agency's story on the agency's own site is its own."""
    assert _attribution(f"<p>BEIRUT (AP) — {PROSE}</p>", url="https://apnews.com/a") is None


@pytest.mark.parametrize(
    "line", ["First published on December 20, 2023 / 12:33 PM EST", "The rebels met the press.", "© 2024 The Lenn Courier"]
)
def test_attribution_needs_another_house(line: str) -> None:
    """Dates, prose and the publisher's own rights say nothing of another house."""
    assert _attribution(f"<p>{PROSE}</p><p>{line}</p>") is None


def test_attribution_by_a_source_below_the_headline() -> None:
    """A line between headline and story that names its source says whose it is; a byline of two says it of a part only."""
    story = "<p>The mayor opened the new bridge over the Lenn on Monday, nine years after the first stone was laid.</p>" * 3
    head = "<title>Bridge over the Lenn opens</title><h1>Bridge over the Lenn opens</h1>"
    taken = parse(f"{head}<div>2024年11月05日08:21 | 来源：滨海日报</div>{story}", url="https://www.courier.example/a", source="html")
    assert taken.attribution is not None
    assert "滨海日报" == taken.attribution.text
    shared = parse(f"{head}<p>By Jane Whitcomb and AFP</p>{story}", url="https://www.courier.example/a", source="html")
    assert shared.attribution is None
