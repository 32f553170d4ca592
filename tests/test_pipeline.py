"""The table of parsers: wiring, running, containment."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

import newsparse
from newsparse import Claim, Document, Draft, Leftovers, Parser, ParserError, Pipeline, PipelineError, Span
from newsparse.model import Byline, Contributor, Extra, Headline, Paragraph
from newsparse.vocabulary import BlockRole, BoilerplateKind, ProblemKind, SourceKind


def lines(text: str) -> Document:
    """Return the document of a plain text."""
    return newsparse.read(text, source="text")


def finds(*claims: Claim | Leftovers) -> Callable[[Document, Draft], Iterable[Claim | Leftovers]]:
    """Return a find function that yields these claims."""

    def find(document: Document, draft: Draft) -> Iterable[Claim | Leftovers]:
        return claims

    return find


def parser(name: str, field: str, *claims: Claim | Leftovers, requires: tuple[str, ...] = (), hosts: tuple[str, ...] = ()) -> Parser:
    """Return a parser that always claims the same."""
    return Parser(name, field, finds(*claims), requires=requires, hosts=hosts)


def headline(text: str, confidence: float, block: int | None = None) -> Claim:
    """Return a headline claim, on a block if one is given."""
    return Claim(Headline(text), confidence, None, None if block is None else range(block, block + 1))


def test_pipeline_refuses_a_name_twice() -> None:
    """Two parsers under one name are an error that says which."""
    with pytest.raises(PipelineError, match=r"headline\.a"):
        Pipeline((parser("headline.a", "headline"), parser("headline.a", "headline")))


def test_pipeline_refuses_an_unmet_need() -> None:
    """A parser must stand behind those whose field it requires."""
    with pytest.raises(PipelineError, match="requires body"):
        Pipeline((parser("deck.a", "deck", requires=("body",)), parser("body.a", "body")))


def test_pipeline_refuses_what_is_no_parser() -> None:
    """Anything but a Parser in the table is an error that says what came."""
    with pytest.raises(PipelineError, match="got str"):
        Pipeline(("headline",))  # type: ignore[arg-type]
    with pytest.raises(PipelineError, match="got int"):
        Pipeline(7)  # type: ignore[arg-type]
    with pytest.raises(PipelineError, match="name and field must be strings"):
        Pipeline((Parser(7, "headline", print),))  # type: ignore[arg-type]


def test_pipeline_refuses_needs_that_are_no_list() -> None:
    """A string in the place of a tuple is told as such, not letter by letter."""
    with pytest.raises(PipelineError, match="requires must be a tuple of strings, got 'body'"):
        Pipeline((parser("deck.a", "deck", requires="body"),))  # type: ignore[arg-type]


@pytest.mark.parametrize("host", ["https://example.org/", "example.org:80", "Example.org", "example.org/news", "*.example.org", ""])
def test_pipeline_refuses_what_is_no_host(host: str) -> None:
    """A host that no address can have would silence its parser."""
    with pytest.raises(PipelineError, match="a host is a name in small letters"):
        Pipeline((parser("deck.a", "deck", hosts=(host,)),))


@pytest.mark.parametrize("confidence", [90, -0.1, float("nan")])
def test_run_refuses_a_confidence_that_is_none(confidence: float) -> None:
    """A confidence lies between 0 and 1; nine in ten is 0.9."""
    with pytest.raises(ParserError, match="a confidence is a number from 0 to 1"):
        Pipeline((parser("headline.a", "headline", headline("One", confidence)),)).run(lines("One"))


def test_run_tells_of_a_parser_that_returns_none() -> None:
    """A `find` that forgot to yield is named with what it should do."""
    with pytest.raises(ParserError, match="find returned None; yield claims"):
        Pipeline((Parser("headline.a", "headline", lambda *_: None),)).run(lines("One"))  # type: ignore[arg-type]


def test_run_refuses_an_unknown_way_with_errors() -> None:
    """A word that is neither way with errors is told before anything runs."""
    with pytest.raises(PipelineError, match="on_error: expected 'raise' or 'collect', got 'ignore'"):
        newsparse.parse("One", on_error="ignore")  # type: ignore[arg-type]


def test_pipeline_add_places_by_name_and_leaves_the_old_one() -> None:
    """Adding gives a new table; the old one stays."""
    old = Pipeline((parser("headline.a", "headline"), parser("body.a", "body")))
    new = old.add(parser("headline.b", "headline"), before="body.a").add(parser("kicker.a", "kicker"), after="headline.a")
    assert ("headline.a", "kicker.a", "headline.b", "body.a") == new.names
    assert ("headline.a", "body.a") == old.names


def test_pipeline_names_an_unknown_parser() -> None:
    """A name that is not in the table is an error that lists those that are."""
    with pytest.raises(PipelineError, match=r"'nobody'.*headline\.a"):
        Pipeline((parser("headline.a", "headline"),)).without("nobody")


def test_pipeline_replace_and_without() -> None:
    """A parser can be swapped or left out alone."""
    table = Pipeline((parser("headline.a", "headline"), parser("body.a", "body")))
    assert ("headline.b", "body.a") == table.replace("headline.a", parser("headline.b", "headline")).names
    assert ("headline.a",) == table.without("body.a").names


def test_pipeline_prints_its_table() -> None:
    """A newcomer sees all parsers with field and hosts on one screen."""
    long = "a_field_with_a_long_name"
    table = Pipeline((parser("headline.a", "headline", hosts=("example.org",)), parser("b", long)))
    assert [["headline.a", "headline", "any", "example.org"], ["b", long, "any"]] == [row.split() for row in str(table).splitlines()]


@pytest.mark.parametrize(
    ("url", "expected"),
    [("https://www.example.org/a", "Ours"), ("https://notexample.org/a", None), (None, None)],
)
def test_pipeline_keeps_a_publishers_parser_to_its_hosts(url: str | None, expected: str | None) -> None:
    """A host-bound parser runs on its host and subdomains alone."""
    table = Pipeline((parser("headline.a", "headline", headline("Ours", 0.9), hosts=("example.org",)),))
    article = newsparse.parse("A line.", url=url, pipeline=table)
    assert expected == (article.headline.text if article.headline else None)


def test_run_surest_claim_wins_and_rivals_stay() -> None:
    """The most confident headline is chosen; the other can be read with parser and confidence."""
    table = Pipeline((parser("headline.a", "headline", headline("Weak", 0.4)), parser("headline.b", "headline", headline("Strong", 0.8))))
    article = newsparse.parse("A line.", pipeline=table)
    chosen, rival = article.claims("headline")
    assert ("Strong", "headline.b", 0.8) == (chosen.text, chosen.parser, chosen.confidence)
    assert ("Weak", "headline.a", 0.4) == (rival.text, rival.parser, rival.confidence)


def named(line: str, *names: str, confidence: float) -> Claim:
    """Return a claim of authors: a line and whom it names."""
    return Claim(Byline(line, contributors=tuple(Contributor(name) for name in names)), confidence)


@pytest.mark.parametrize(
    ("rival", "conflict"),
    [
        (named("Jane Doe, Herald", "JANE DOE", confidence=0.8), False),
        (named("By Jane Doe", "John Roe", confidence=0.8), True),
        (named("By Jane Doe", confidence=0.8), True),
        (named("John Roe", "John Roe", confidence=0.4), False),
    ],
)
def test_run_tells_of_a_sure_rival_that_names_others(rival: Claim, conflict: bool) -> None:
    """Bylines agree that name the same people, however printed; a sure one of others is a conflict, an unsure one a rival."""
    table = Pipeline((parser("authors.a", "authors", named("By Jane Doe", "Jane Doe", confidence=0.9), rival),))
    article = newsparse.parse("One", source="text", pipeline=table)
    assert [ProblemKind.CONFLICT] * conflict == [problem.kind for problem in article.problems]
    assert ["By Jane Doe", rival.value.text] == [claim.text for claim in article.claims("authors")]


def test_run_bylines_without_people_agree_by_their_words() -> None:
    """Two lines in which nobody is named say the same thing if they read the same."""
    for line, kinds in (("BY OUR STAFF", []), ("By the desk", [ProblemKind.CONFLICT])):
        table = Pipeline((parser("authors.a", "authors", named("By our staff", confidence=0.9), named(line, confidence=0.8)),))
        assert kinds == [problem.kind for problem in newsparse.parse("One", source="text", pipeline=table).problems]


def test_run_agreeing_claims_hold_their_blocks_too() -> None:
    """A headline that is printed twice accounts for both lines."""
    table = Pipeline((parser("headline.a", "headline", headline("One", 0.8, 0), headline("One", 0.6, 1)),))
    article = newsparse.parse("One\nOne\nTwo", source="text", pipeline=table)
    assert [BlockRole.HEADLINE, BlockRole.HEADLINE, BlockRole.BOILERPLATE] == [block.role for block in article.blocks]


def test_run_a_block_goes_to_the_surer_claim() -> None:
    """Two fields over the same characters are settled once."""
    body = Claim(Paragraph("One", span=Span(0, 3)), 0.9, None, range(1))
    table = Pipeline((parser("headline.a", "headline", headline("One", 0.5, 0)), parser("body.a", "body", body)))
    article = newsparse.parse("One", source="text", pipeline=table)
    assert article.headline is None
    assert [BlockRole.PARAGRAPH] == [block.role for block in article.blocks]
    assert ("One",) == tuple(claim.text for claim in article.claims("headline"))


def test_run_third_party_field_goes_to_extra() -> None:
    """A field of another name is kept under that name."""
    table = Pipeline((parser("mood.a", "mood", Claim(Extra("glad", value={"score": 3}), 0.7)),))
    article = newsparse.parse("One", source="text", pipeline=table)
    assert {"score": 3} == article.extra["mood"].value
    assert article == newsparse.Article.from_dict(article.to_dict())


BAD = [
    (headline("x", 0.5, 7), "outside the document"),
    (Claim(Headline("x", span=Span(0, 999)), 0.5), "outside the document"),
    (Claim(Paragraph("x"), 0.5), "expected Headline"),
    ("x", "expected a Claim"),
]


@pytest.mark.parametrize(("claim", "message"), BAD)
def test_run_refuses_a_claim_that_is_not_in_the_document(claim: Claim, message: str) -> None:
    """A claim of the wrong type or place raises with the parser's name."""
    with pytest.raises(ParserError, match=message) as raised:
        newsparse.parse("One", source="text", pipeline=Pipeline((parser("headline.a", "headline", claim),)))
    assert "headline.a" == raised.value.parser


@pytest.mark.parametrize(
    ("claim", "message"),
    [
        (Claim(Headline(14), 0.5), "the text of a value is a str, got 14"),  # type: ignore[arg-type]
        (Claim(Headline("One", span=(0, 3)), 0.5), r"a span is a newsparse\.Span, got \(0, 3\)"),  # type: ignore[arg-type]
        (Claim(Headline("One"), "high"), "a confidence is a number from 0 to 1, got 'high'"),  # type: ignore[arg-type]
        (Claim(Headline("One"), 0.5, owns=[0]), r"owns is a range of blocks .*, got \[0\]"),  # type: ignore[arg-type]
        (Claim(Headline("One"), 0.5, owns=0), "owns is a range of blocks .*, got 0"),  # type: ignore[arg-type]
    ],
)
def test_run_refuses_a_claim_of_wrong_kinds(claim: Claim, message: str) -> None:
    """A claim that holds values of other types than it promises is an error of ours that says which came."""
    with pytest.raises(ParserError, match=message):
        Pipeline((parser("headline.a", "headline", claim),)).run(lines("One"))


def test_run_refuses_blocks_claimed_twice() -> None:
    """One parser cannot give a block to two paragraphs."""
    twice = [Claim(Paragraph("One", span=Span(0, 3)), 0.9, None, range(1)) for _ in range(2)]
    with pytest.raises(ParserError, match="claimed twice"):
        newsparse.parse("One", source="text", pipeline=Pipeline((parser("body.a", "body", *twice),)))


def test_run_contains_a_parser_that_raises() -> None:
    """With on_error="collect" the failure is reported and the others still run."""

    def fail(document: Document, draft: Draft) -> Iterable[Claim]:
        raise ValueError("no such thing")

    table = Pipeline((Parser("headline.bad", "headline", fail), parser("headline.a", "headline", headline("Good", 0.5))))
    article = newsparse.parse("One", source="text", pipeline=table, on_error="collect")
    assert article.headline is not None
    assert "Good" == article.headline.text
    assert [(ProblemKind.PARSER_FAILED, "headline")] == [(problem.kind, problem.field) for problem in article.problems]
    with pytest.raises(ParserError) as raised:
        newsparse.parse("One", source="text", pipeline=table)
    assert isinstance(raised.value.__cause__, ValueError)


def test_run_leftover_blocks_are_boilerplate() -> None:
    """Without any parser every block is kept as boilerplate."""
    article = newsparse.parse("One\nTwo", source="text", pipeline=Pipeline(()))
    assert ["One", "Two"] == [node.text for node in article.boilerplate]


SHARED = Leftovers({0: (BoilerplateKind.SHARE, 0.9), 1: (BoilerplateKind.RELATED, 0.4)})


def test_run_leftovers_are_boilerplate_of_their_kinds() -> None:
    """One claim gives many blocks their kinds; each node names its parser and how sure it is."""
    article = Pipeline((parser("boilerplate.a", "boilerplate", SHARED),)).run(lines("One\n\nTwo"))
    found = [(node.text, node.kind, node.parser, node.confidence, node.span) for node in article.boilerplate]
    assert [
        ("One", BoilerplateKind.SHARE, "boilerplate.a", 0.9, Span(0, 3)),
        ("Two", BoilerplateKind.RELATED, "boilerplate.a", 0.4, Span(5, 8)),
    ] == found


def test_run_leftovers_that_lose_are_rivals() -> None:
    """A surer claim takes a block from the leftovers, which stay readable."""
    body = Claim(Paragraph("Two", span=Span(5, 8)), 0.5, None, range(1, 2))
    article = Pipeline((parser("boilerplate.a", "boilerplate", SHARED), parser("body.a", "body", body))).run(lines("One\n\nTwo"))
    assert ["One"] == [node.text for node in article.boilerplate]
    assert ["One", "Two"] == [node.text for node in article.claims("boilerplate")]
    assert [BlockRole.BOILERPLATE, BlockRole.PARAGRAPH] == [block.role for block in article.blocks]


@pytest.mark.parametrize(
    ("field", "leftovers", "message"),
    [
        ("notes", SHARED, "cannot be claimed as 'notes'"),
        ("boilerplate", Leftovers({2: (BoilerplateKind.OTHER, 0.1)}), "blocks 2:3 lie outside"),
    ],
)
def test_run_refuses_leftovers_that_are_none(field: str, leftovers: Leftovers, message: str) -> None:
    """Leftovers are boilerplate, and blocks of the document."""
    with pytest.raises(ParserError, match=message):
        Pipeline((parser("left.a", field, leftovers),)).run(lines("One\n\nTwo"))


def test_draft_claims_show_each_leftover() -> None:
    """A parser that comes after the leftovers sees a claim for each block, and none of them is free."""
    draft = Draft(lines("One\n\nTwo"))
    draft.add("boilerplate", SHARED)
    assert [("One", 0.9, range(1)), ("Two", 0.4, range(1, 2))] == [
        (c.value.text, c.confidence, c.owns) for c in draft.claims("boilerplate")
    ]
    assert [] == list(draft.unclaimed_blocks())
    best = draft.best("boilerplate")
    assert best is not None
    assert "One" == best.value.text


def test_draft_readings_are_computed_once() -> None:
    """A reading of the document alone, or of what is claimed so far too, is computed for the first who asks and then kept."""
    draft = Draft(lines("One\n\nTwo"))
    asked: list[str] = []

    def texts(document: Document) -> list[str]:
        asked.append("document")
        return [block.text for block in document.blocks]

    def fields(document: Document, draft: Draft) -> tuple[str, ...]:
        asked.append("draft")
        return draft.fields()

    assert ["One", "Two"] == draft.once(texts)
    assert () == draft.so_far(fields)
    draft.add("headline", headline("One", 0.5))
    assert ("headline",) == draft.fields()
    assert () == draft.so_far(fields)
    assert draft.once(texts) is draft.once(texts)
    assert ["document", "draft"] == asked


def test_run_a_node_held_elsewhere_is_not_written() -> None:
    """A parser that hands out one node again and again gets it back unchanged each time."""
    node = Headline("Same")

    def find(document: Document, draft: Draft) -> Iterable[Claim]:
        yield Claim(node, 0.5)

    first = newsparse.parse("One", pipeline=Pipeline((Parser("headline.a", "headline", find),)))
    second = newsparse.parse("One", pipeline=Pipeline((Parser("headline.b", "headline", find),)))
    assert first.headline is not None
    assert second.headline is not None
    assert ("headline.a", "headline.b") == (first.headline.parser, second.headline.parser)


def test_default_names_every_field_once() -> None:
    """The default table has parsers for headline, body and boilerplate, each swappable alone."""
    table = Pipeline.default()
    assert {"headline", "body", "boilerplate"} <= {row.field for row in table.parsers}
    assert all(row.name.startswith(row.field + ".") for row in table.parsers)
    assert {None, SourceKind.HTML, SourceKind.TEXT} >= {row.source for row in table.parsers}


@pytest.mark.parametrize("url", ["http://[bad", "::::", "http://a b/", "https://example.org/[2024/12/06/x"])
@pytest.mark.parametrize(
    "source",
    [
        "<h1>Bridge opens</h1><p>The mayor opened it.</p><a href='http://[bad'>x</a><img src='http://[b'><link rel=canonical href='http://[c'>",
        "Bridge opens\n\nThe mayor opened it.",
    ],
    ids=["page", "text"],
)
def test_address_that_is_none_stops_nothing(url: str, source: str) -> None:
    """A malformed address, the caller's or the page's, is no reason for an error."""
    assert url == newsparse.parse(source, url=url).url


def test_pipeline_refuses_a_parser_that_cannot_run() -> None:
    """A field that is no name, and a `find` that cannot be called, are told when the table is built."""
    with pytest.raises(PipelineError, match=r"mood\.a.*must be an identifier, got 'my mood'"):
        Pipeline((Parser("mood.a", "my mood", finds()),))
    with pytest.raises(PipelineError, match=r"mood\.a.*must be callable, got str"):
        Pipeline((Parser("mood.a", "mood", "find"),))  # type: ignore[arg-type]


def test_pipeline_add_takes_one_place() -> None:
    """Before one parser and after another at once is refused."""
    with pytest.raises(PipelineError, match="not both"):
        Pipeline((parser("body.a", "body"),)).add(parser("body.b", "body"), before="body.a", after="body.a")


def test_pipeline_names_what_is_not_installed() -> None:
    """An entry point that no package offers is named."""
    with pytest.raises(PipelineError, match="no installed package offers nobody"):
        Pipeline.default().with_installed("nobody")


def test_run_a_plain_node_goes_to_extra_with_its_place() -> None:
    """A field of a third party may hold any node: its text is the value, and it keeps where it stands."""
    claim = Claim(Headline("Rain", span=Span(0, 4)), 0.9)
    article = Pipeline((parser("mood.a", "mood", claim),)).run(lines("Rain"))
    assert ("Rain", Span(0, 4), "mood.a") == (article.extra["mood"].value, article.extra["mood"].span, article.extra["mood"].parser)
