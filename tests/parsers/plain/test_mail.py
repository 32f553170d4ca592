"""The header of a mail: its subject and its date feed the fields, and it is no part of the story."""

from __future__ import annotations

import pytest

import newsparse
from newsparse.model import Article
from newsparse.text import clean

STORY = (
    "The ferry had been out of service since March, when a storm broke its ramp, the council said on Monday.",
    "It will run every hour from Tuesday, a spokesman said, and twice an hour at weekends until the end of October.",
    "The repairs cost 1.2 million euros, half of which was paid by the region.",
)
BODY = "\n\n".join(STORY) + "\n"
HEAD = "From: News Desk <desk@courier.example>\nSent: Monday, 6 May 2024 10:00\nTo: Jo Marsh\nSubject: Harbour ferry returns\n\n"


def _check(article: Article, headline: str | None, day: str | None, story: tuple[str, ...] = STORY) -> None:
    """Check what was read of a mail, and that each value stands where its span says."""
    assert headline == (article.headline.text if article.headline else None)
    assert day == (str(article.published.value)[:10] if article.published else None)
    assert story == tuple(node.text for node in article.body)
    for node in (article.headline, article.published, *article.boilerplate):
        if node is not None and node.span is not None:
            assert clean(article.source_text[node.span.slice]) == node.text


@pytest.mark.parametrize(
    "head",
    [
        HEAD,
        HEAD.replace("\n", "\n\n"),
        "Begin forwarded message:\n\n" + HEAD,
        "Thanks, will do.\n\nJo\n\n-----Original Message-----\n" + HEAD,
        "".join(f"**{key}:** {value}  \n" for key, _, value in (line.partition(": ") for line in HEAD.splitlines()) if key) + "\n",
        "Subject: Re: FW: Harbour ferry returns\nFrom: desk@courier.example\nDate: Mon, 6 May 2024 10:00:00 +0000\n\n",
    ],
    ids=["as printed", "double-spaced", "passed on", "below a word of the sender's", "Markdown", "answered"],
)
def test_mail_states_headline_and_day_in_every_form(head: str) -> None:
    """Where nothing else is printed, the subject is the headline and the day that of the mail."""
    _check(newsparse.parse(head + BODY), "Harbour ferry returns", "2024-05-06")


@pytest.mark.parametrize(
    ("head", "headline"),
    [
        (
            "Von: Blatt <a@b.example>\nGesendet: Montag, 6. Mai 2024 10:00\nAn: x@y.example\nBetreff: AW: Fähre fährt wieder\n\n",
            "Fähre fährt wieder",
        ),
        ("De : Le Courrier <a@b.example>\nEnvoyé : lundi 6 mai 2024 10:00\nObjet : Le bac reprend la mer\n\n", "Le bac reprend la mer"),
        ("Od: Kurier <a@b.example>\nWysłano: poniedziałek, 6 maja 2024 10:00\nTemat: ODP: Prom znów pływa\n\n", "Prom znów pływa"),
        ("差出人: 港新聞 <a@b.example>\n件名：港のフェリー、運航再開\n日時: 2024年5月6日 10:00\n\n", "港のフェリー、運航再開"),
        (
            "보낸 사람: 항구신문 <a@b.example>\n보낸 날짜: 2024년 5월 6일 월요일 10:00\n제목: 항구 여객선 운항 재개\n\n",
            "항구 여객선 운항 재개",
        ),
    ],
    ids=["German", "French", "Polish", "Japanese", "Korean"],
)
def test_mail_is_read_in_other_languages(head: str, headline: str) -> None:
    """The words that programs show are known in many languages, and so are the marks of an answer."""
    _check(newsparse.parse(head + BODY), headline, "2024-05-06")


def test_printed_headline_and_day_go_before_a_mail_s() -> None:
    """What the story prints above itself is surer than what the sender wrote and when."""
    article = newsparse.parse(f"{HEAD}Ferry is back after storm repairs\n\nBy Ann Lee\n\n3 May 2024, 11:30\n\n{BODY}")
    _check(article, "Ferry is back after storm repairs", "2024-05-03")
    assert ["Ann Lee"] == [author.name for author in article.authors]


def test_greeting_below_a_subject_is_no_headline() -> None:
    """A first line that is no headline by its looks goes behind the subject."""
    article = newsparse.parse(f"From: desk@courier.example\nSubject: Harbour ferry returns\n\nHi all,\n\n{BODY}")
    _check(article, "Harbour ferry returns", None)


def test_lines_of_servers_and_folded_lines_are_part_of_the_header() -> None:
    """A mail as it is sent has lines that no list knows, and lines that go on below."""
    head = (
        "Return-Path: <desk@courier.example>\nReceived: from mx.courier.example (mx [192.0.2.1])\n\tby in.b.example with ESMTPS id abc;\n"
        "\tFri, 3 May 2024 10:00:03 +0000\nDKIM-Signature: v=1; a=rsa-sha256; d=courier.example;\n s=x\nFrom: desk@courier.example\n"
        "Subject: Harbour ferry returns after two\n months of repairs\nDate: Mon, 6 May 2024 10:00:00 +0000\nX-Mailer: Post 3\n\n"
    )
    article = newsparse.parse(head + BODY)
    _check(article, "Harbour ferry returns after two months of repairs", "2024-05-06")
    assert () == article.authors


def test_long_lines_of_a_header_are_not_joined() -> None:
    """A header's lines are as wide as wrapped text, and yet each is one."""
    head = (
        "From: The News Desk of the Alder Courier <news-desk-and-others@courier.example>\n"
        "Subject: Harbour ferry returns to service after months of repairs at the dock\nDate: Mon, 6 May 2024 10:00:00 +0000 (UTC)\n\n"
    )
    body = (
        "The ferry had been out of service since March, when a storm broke its\n"
        "ramp, the council said on Monday. It is the third such storm in two\n"
        "years, and the last one took the roof off the terminal.\n"
    )
    article = newsparse.parse(head + body)
    _check(article, "Harbour ferry returns to service after months of repairs at the dock", "2024-05-06", (" ".join(body.split()),))


def test_inner_header_goes_before_the_outer_one() -> None:
    """The outer header of a mail that was passed on tells who passed it on, and when."""
    outer = (
        "From: Jo Marsh <jo@b.example>\nTo: list@b.example\nSubject: Fwd: Ferry!\nDate: Wed, 8 May 2024 09:00:00 +0200\n\nInteresting.\n\n"
    )
    quoted = "".join(f"> {line}".rstrip() + "\n" for line in (HEAD + BODY).splitlines())
    for inner in ("---------- Forwarded message ---------\n" + HEAD + BODY, quoted):
        article = newsparse.parse(outer + inner)
        _check(article, "Harbour ferry returns", "2024-05-06")
        assert "Interesting." in [item.text for item in article.boilerplate]


def test_mail_that_is_answered_is_no_part_of_the_story() -> None:
    """What stands below the text with a header of its own is another mail."""
    head = "From: Jo Marsh <jo@b.example>\nSubject: Harbour ferry returns\nDate: Tue, 7 May 2024 09:00:00 +0200\n\n"
    article = newsparse.parse(f"{head}{BODY}\n-----Original Message-----\n{HEAD}Can you send the ferry story?\n")
    _check(article, "Harbour ferry returns", "2024-05-07")
    assert "Can you send the ferry story?" in [item.text for item in article.boilerplate]


def test_encoded_subject_is_no_headline() -> None:
    """A subject in letters of ASCII that stand for others says nothing to a reader."""
    head = "From: red@blatt.example\nSubject: =?utf-8?B?RsOkaHJl?=\nDate: Mon, 6 May 2024 10:00:00 +0000\n\n"
    _check(newsparse.parse(head + BODY), None, "2024-05-06")


@pytest.mark.parametrize("above", ["Re: Your article about the ferry\n\n", "Date: 6 May 2024\n\nFerry: all you need to know\n\n"])
def test_single_label_is_no_mail(above: str) -> None:
    """One line with a word of a mail's header makes no header."""
    article = newsparse.parse(above + BODY)
    assert STORY == tuple(node.text for node in article.body)
    assert "headline.header" not in [claim.parser for claim in article.claims("headline")]
