"""The examples in README, docs and docstrings run and print what they say."""

from __future__ import annotations

import doctest
import importlib
import pkgutil
import re
from pathlib import Path

import pytest
from sybil.document import Document
from sybil.parsers.markdown import PythonCodeBlockParser

import newsparse

ROOT = Path(__file__).resolve().parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
MODULES = sorted(module.name for module in pkgutil.walk_packages(newsparse.__path__, "newsparse.") if module.name != "newsparse.cli")
FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


def _relative(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("page", PAGES, ids=_relative)
def test_page_examples_run(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each Python block of a page runs, in order, and prints what the page says."""
    monkeypatch.chdir(ROOT)
    document = Document.parse(str(page), PythonCodeBlockParser(doctest_optionflags=FLAGS))
    for example in document.examples():
        example.evaluate()


@pytest.mark.parametrize("name", MODULES)
def test_docstring_examples_run(name: str) -> None:
    """Each example of a module's docstrings prints what it says."""
    failed, _ = doctest.testmod(importlib.import_module(name), optionflags=FLAGS)
    assert failed == 0


def test_readme_leads_to_every_how_to(root: Path) -> None:
    """What the library can do is not found by chance."""
    text = (root / "README.md").read_text("utf-8")
    assert [] == [page.name for page in (root / "docs/how-to").glob("*.md") if f"docs/how-to/{page.name}" not in text]


def test_index_and_navigation_lead_to_every_page(root: Path) -> None:
    """No page of the docs can only be found by its name."""
    docs = root / "docs"
    pages = [str(page.relative_to(docs)) for page in docs.rglob("*.md") if page != docs / "index.md"]
    for listing in (docs / "index.md", root / "mkdocs.yml"):
        text = listing.read_text("utf-8")
        assert [] == [page for page in pages if page not in text], listing.name


@pytest.mark.parametrize("page", PAGES, ids=_relative)
def test_page_links_lead_somewhere(page: Path) -> None:
    """A relative link of a page leads to a file, and to a heading of it where it names one."""
    for target in re.findall(r"\]\((?!https?:|mailto:)([^)\s]+)\)", page.read_text("utf-8")):
        name, _, anchor = target.partition("#")
        path = (page.parent / name).resolve() if name else page
        assert path.exists(), f"{page.name}: {target}"
        if anchor and path.suffix == ".md":
            headings = re.findall(r"^#+ +(.+)$", path.read_text("utf-8"), re.M)
            assert anchor in {re.sub(r"[^\w\- ]", "", heading).strip().lower().replace(" ", "-") for heading in headings}, target
