"""Reports in a real browser: they open, a click marks the right characters, nothing complains."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import newsparse
from newsparse.inspector import IndexRow, report, report_index

playwright = pytest.importorskip("playwright.sync_api", reason="needs the extra dev")
CHROMIUM = next((path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None)
Opens = Callable[[str], tuple[Any, list[str]]]
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="needs a Chromium on the machine; .ci/run installs one")

QUIET = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Yield a headless Chromium."""
    with playwright.sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield chromium
        chromium.close()


@pytest.fixture
def opened(browser: Any, tmp_path: Path) -> Iterator[Opens]:
    """Yield a function that opens markup as a file and collects what the console says."""
    pages: list[Any] = []

    def opens(markup: str) -> tuple[Any, list[str]]:
        path = tmp_path / f"{len(pages)}.html"
        path.write_text(markup, "utf-8")
        page = browser.new_page()
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("request", lambda request: None if request.url.startswith("file:") else said.append(request.url))
        page.goto(path.as_uri())
        pages.append(page)
        return page, said

    yield opens
    for page in pages:
        page.close()


def seed(root: Path) -> newsparse.Article:
    """Return the article of the given seed."""
    return newsparse.parse((root / "seeds/000_cd2e207c56479d69.txt").read_bytes())


def test_click_marks_the_fields_characters(opened: Opens, root: Path) -> None:
    """A click on the headline lights exactly its characters; a second one puts them out."""
    article = seed(root)
    assert article.headline is not None
    page, said = opened(report(article))
    button = page.locator(".field[data-field=headline] button.claim").first
    button.click()
    assert [article.headline.text] == page.locator("mark.lit").all_text_contents()
    assert "true" == button.get_attribute("aria-pressed")
    page.keyboard.press("Escape")
    page.mouse.move(0, 0)
    button.blur()
    assert 0 == page.locator("mark.lit").count()
    assert [] == said


def test_click_in_the_source_leads_to_the_field(opened: Opens, root: Path) -> None:
    """A click on marked characters presses the field they belong to."""
    page, said = opened(report(seed(root)))
    page.locator("mark.chosen").first.click()
    assert 1 == page.locator('button.claim[aria-pressed="true"]').count()
    assert [] == said


def test_keyboard_alone_reaches_a_field(opened: Opens, root: Path) -> None:
    """Enter on a focused field marks its characters."""
    page, _ = opened(report(seed(root)))
    page.locator(".field[data-field=headline] button.claim").first.focus()
    page.keyboard.press("Enter")
    assert page.locator("mark.lit").count() >= 1


def test_boilerplate_kinds_can_be_hidden(opened: Opens, root: Path) -> None:
    """A kind's switch hides its blocks, the switch for all shows them again."""
    page, said = opened(report(seed(root)))
    switch = page.locator("input[data-kind]").first
    kind = switch.get_attribute("data-kind")
    switch.uncheck()
    assert not page.locator(f'.block[data-kind="{kind}"]').first.is_visible()
    page.locator("#all-kinds").check()
    assert page.locator(f'.block[data-kind="{kind}"]').first.is_visible()
    assert [] == said


def test_hostile_text_does_nothing(opened: Opens) -> None:
    """Script in a source runs neither from the text nor from a field."""
    hostile = "</script><script>window.hit=1</script><img src=x onerror=window.hit=1><svg onload=window.hit=1>"
    page, said = opened(report(newsparse.parse(f"{hostile}\n\n{hostile}\n\n{hostile * 9}", source="text")))
    page.locator("button.claim:enabled").first.click()
    assert page.evaluate("window.hit === undefined")
    assert [] == said


def test_index_sorts_by_a_column(opened: Opens, root: Path) -> None:
    """A click on a column's head sorts the lines, a second one turns them round."""
    page, said = opened(report_index([IndexRow("b", "1.html", seed(root)), IndexRow("a", None, newsparse.Article())]))
    head = page.locator("th button").first
    head.click()
    assert ["a", "b"] == page.locator("tbody td:first-child").all_text_contents()
    head.click()
    assert ["b", "a"] == page.locator("tbody td:first-child").all_text_contents()
    assert [] == said
