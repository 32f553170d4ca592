"""Pages that are no article say so, and articles do not."""

from __future__ import annotations

import pytest

import newsparse
from newsparse.vocabulary import ProblemKind
from parsers.pages import PROSE, page

NOTICES = [
    (
        "<title>404 - Page not found</title>",
        "<h1>Page not found</h1><p>The page may have been moved. Please check the address.</p>",
        "missing",
    ),
    ("<title>Seite nicht gefunden | Blatt</title>", "<h1>Hoppla</h1><p>Bitte nutzen Sie die Suche auf der Startseite.</p>", "missing"),
    ("", "<h1>ページが見つかりません</h1><p>URLをご確認のうえ、トップページからお探しください。</p>", "missing"),
    ("", "<h1>Access Denied</h1><p>You don't have permission to see this on this server.</p><p>Reference 18.5c3a</p>", "refused"),
    ("<title>Just a moment...</title>", "<h1>news.example.com</h1><p>The connection is reviewed before you proceed.</p>", "human"),
    ("", "<h2>Hello</h2><p>We and our partners store cookies on your device.</p><p>You may object to tracking at any time.</p>", "consent"),
    ("", "<h2>Blatt</h2><p>Wir verwenden Cookies, um unser Angebot zu verbessern, und bitten um Ihre Einwilligung.</p>", "consent"),
    ("<title>The Courier</title>", "<noscript>You need to enable JavaScript to run this app.</noscript><div id=root></div>", "scripts"),
]
TITLES = (
    "Ferry returns to the harbour",
    "Council approves the budget",
    "School roof to be repaired",
    "Bridge closed for a weekend",
    "Team wins final",
)
TEASERS = "".join(
    f"<article><h2><a href='/{i}'>{title}</a></h2><p>What happened on Monday is told in this paragraph, number {i} of them.</p></article>"
    for i, title in enumerate(TITLES)
)


def _told(article: newsparse.Article) -> list[str]:
    """Return what says that an article is none."""
    return [problem.message for problem in article.problems if problem.kind is ProblemKind.FORMAT]


@pytest.mark.parametrize(("head", "body", "word"), NOTICES)
def test_notice_in_the_place_of_a_story_is_told(head: str, body: str, word: str) -> None:
    """Error pages, checks, walls and empty shells are reported by what they are, and their text is kept."""
    article = page(body, head)
    assert [True] == [word in message and message.endswith("no article") for message in _told(article)]
    assert article.source_text


def test_index_of_stories_is_told() -> None:
    """Paragraphs that each stand below a heading with a link to elsewhere are teasers."""
    assert [True] == [message.startswith("the source is an index of") for message in _told(page(f"<main>{TEASERS}</main>"))]


@pytest.mark.parametrize(
    ("body", "head"),
    [
        (f"<article><h1>Page not found: the web forgets</h1>{PROSE * 4}</article>", ""),
        (
            f"<article><h1>How cookies came to be</h1>{PROSE}<p>A cookie is a small file that a site keeps with its readers.</p></article>",
            "",
        ),
        (f"<article><h1>Five walks</h1>{PROSE}{TEASERS}</article>", "<title>Five walks</title>"),
        (f"<article><h1>Bridge opens</h1>{PROSE}</article>{TEASERS}", ""),
    ],
    ids=["a story of that name", "a story about cookies", "a list with words of its own", "a story above teasers"],
)
def test_article_is_told_from_notice_and_index(body: str, head: str) -> None:
    """What only speaks of such pages, or has teasers behind it, is an article."""
    assert [] == _told(page(body, head))


def test_notice_as_plain_text_is_told() -> None:
    """A dump of a wall is one too."""
    text = "We value your privacy\n\nWe and our partners store cookies on your device and process personal data for ads.\n\nAccept all\n"
    assert ["the source is a wall that asks for consent, and no article"] == _told(newsparse.parse(text))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("{\\rtf1\\ansi\\deff0 Ferry returns\\par The ferry had been out of service since March.\\par}", "RTF"),
        ("From: a@b.example\nSubject: Ferry\nContent-Transfer-Encoding: base64\n\nVGhlIGZlcnJ5IGhhZCBiZWVuIG91dCBvZiBzZXJ2aWNl\n", "email"),
    ],
)
def test_text_with_the_marks_of_programs_is_told(text: str, word: str) -> None:
    """RTF and an encoded mail that came as a string are no text yet."""
    assert [True] == [word in message for message in _told(newsparse.parse(text))]
