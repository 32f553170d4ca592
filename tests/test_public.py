"""What is public: the names in `__all__`, documented one by one in the reference."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import attrs
import pytest

import newsparse
from newsparse import export, model
from newsparse.vocabulary import BoilerplateKind, ContributorKind, NoteKind, ProblemKind, Role, Zone

MODULES = sorted(module.name for module in pkgutil.walk_packages(newsparse.__path__, "newsparse.") if module.name != "newsparse.cli")


def test_reference_documents_exactly_the_public_names(root: Path) -> None:
    """The reference has an entry for each public name, and no other."""
    page = (root / "docs/reference/api.md").read_text("utf-8")
    documented = set(re.findall(r"^::: newsparse\.(\w+)$", page, re.M))
    assert documented == set(newsparse.__all__)


def test_fields_define_every_attribute_and_kind(root: Path) -> None:
    """The page of fields speaks of each attribute that a value may have, and of each word of the closed vocabularies that it explains."""
    page = (root / "docs/reference/fields.md").read_text("utf-8")
    told = {word for code in re.findall(r"`([^`\n]+)`", page) for word in re.findall(r"\w+", code)}
    nodes = [thing for thing in vars(model).values() if inspect.isclass(thing) and issubclass(thing, (model.Node, model.Article))]
    names = {field.name for kind in (*nodes, model.Contributor, model.Place, model.Problem) for field in attrs.fields(kind)}
    words = {str(word) for kind in (ProblemKind, NoteKind, BoilerplateKind, Role, ContributorKind, Zone) for word in kind}
    assert set() == (names | words) - told - {"boilerplate"}  # a section of its own


@pytest.mark.parametrize("name", MODULES)
def test_all_names_exist(name: str) -> None:
    """A module's `__all__` names things that it has, once each."""
    module = importlib.import_module(name)
    names = getattr(module, "__all__", [])
    assert len(names) == len(set(names))
    assert [missing for missing in names if not hasattr(module, missing)] == []


@pytest.mark.parametrize("name", sorted(newsparse.__all__))
def test_public_name_is_documented(name: str) -> None:
    """Every public class and function has a docstring."""
    thing = getattr(newsparse, name)
    if inspect.isclass(thing) or inspect.isfunction(thing):
        assert inspect.getdoc(thing)


def test_console_completes_every_public_name() -> None:
    """`dir` knows the names that are loaded when first asked for, too."""
    code = "import newsparse; print(sorted({*newsparse.__all__, '__version__', 'export'} - {*dir(newsparse)}))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_exporters_need_no_import_of_their_own() -> None:
    """`newsparse.export` is there where `newsparse` is."""
    code = "import newsparse; print(newsparse.export.to_text(newsparse.parse('Bridge opens')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "Bridge opens"


def test_import_is_light() -> None:
    """Importing the library loads neither bs4 nor lxml.html nor a tool of the command line."""
    code = "import newsparse, sys; print(sorted({'bs4', 'lxml.html', 'click', 'rich', 'cattrs'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("name", ["parse_byline", "parse_dateline", "parse_timestamp"])
@pytest.mark.parametrize("value", [None, b"By Jane Doe", 3])
def test_helpers_name_what_is_no_string(name: str, value: object) -> None:
    """A value of another type is refused with an error of ours that says what was expected and what came."""
    with pytest.raises(newsparse.SourceError, match=f"{name}: expected str, got {type(value).__name__}"):
        getattr(newsparse, name)(value)


@pytest.mark.parametrize("source", ["https://example.org/story", "story.html", b"clippings/story.txt\n", "/srv/pages/story"])
def test_parse_tells_that_an_address_is_no_page(source: str | bytes) -> None:
    """Who hands over an address learns that nothing is fetched; a sentence of one word is no address."""
    assert ["format"] == [problem.kind.value for problem in newsparse.parse(source).problems]
    assert () == newsparse.parse("Nothing.").problems


@pytest.mark.parametrize(
    ("source", "word"),
    [
        ('<?xml version="1.0"?>\n<rss version="2.0"><channel><title>News</title></channel></rss>', "feed"),
        ('<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title></feed>', "feed"),
        ('\ufeff<?xml version="1.0"?><!-- made --><urlset><url><loc>https://example.org/a</loc></url></urlset>', "sitemap"),
        ('<?xml version="1.0"?><nitf><body/></nitf>', "from_nitf"),
        ('[\n  {"headline": "Bridge opens"}]', "JSON"),
    ],
)
def test_parse_tells_of_data_that_are_no_article(source: str, word: str) -> None:
    """A feed, a sitemap or JSON among the pages is told as such, as characters and as bytes."""
    for page in (source, source.encode("utf-8")):
        assert [word in problem.message for problem in newsparse.parse(page).problems if problem.kind.value == "format"] == [True]
    assert () == newsparse.parse('{"One"} and {two}: rain fell.').problems


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("url", 5),
        ("url", b"https://example.org"),
        ("encoding", 5),
        ("source", ["html"]),
        ("limits", 100),
        ("reference", "2024-12-06"),
        ("pipeline", ()),
        ("pipeline", "default"),
        ("on_error", None),
    ],
)
@pytest.mark.parametrize("page", ["<p>One.</p>", b"One."])
def test_parse_names_an_option_of_a_wrong_type(page: str | bytes, option: str, value: Any) -> None:
    """An option that cannot be meant is an error of ours that names it, whatever the source is."""
    with pytest.raises(newsparse.NewsparseError, match=f"^{option}: expected "):
        newsparse.parse(page, **{option: value})


def test_small_functions_name_what_they_cannot_take() -> None:
    """What is no article, no field's name and no moment is refused with an error of ours."""
    article = newsparse.parse("One")
    wrong: Any = 7
    calls = (newsparse.join, article.claims, export.losses, export.held_by_jsonld, export.held_by_ninjs, export.held_by_nitf)
    for call in (*calls, lambda value: newsparse.parse_timestamp("2 hours ago", reference=value)):
        with pytest.raises(newsparse.SourceError, match="expected"):
            call(wrong)
    with pytest.raises(newsparse.SourceError, match="run: expected a Document, got int"):
        newsparse.Pipeline.default().run(wrong)
    with pytest.raises(newsparse.SourceError, match="ninjs uri: expected str or None, got int"):
        export.to_ninjs(article, uri=wrong)
    with pytest.raises(newsparse.PipelineError, match="no installed package offers 7"):
        newsparse.Pipeline.default().with_installed(wrong)


@pytest.mark.parametrize("name", ["size", "depth", "blocks"])
@pytest.mark.parametrize("bound", ["10", 0, -1, 1.5, None])
def test_limits_refuse_what_is_no_bound(name: str, bound: Any) -> None:
    """A limit is a whole number from 1 up."""
    with pytest.raises(newsparse.SourceError, match=f"limits: {name}: expected a whole number"):
        newsparse.Limits(**{name: bound})


def test_version_is_told_by_library_and_command() -> None:
    """The version can be asked of the library itself, to note it beside what it made, and of the command."""
    done = subprocess.run([sys.executable, "-m", "newsparse", "--version"], capture_output=True, text=True, check=True)
    assert re.fullmatch(r"\d+\.\d+\.\d+", newsparse.__version__)
    assert done.stdout.split()[-1] == newsparse.__version__
