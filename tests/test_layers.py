"""Who may import whom: the table of `docs/explanation/architecture.md` as data, held against the imports."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import newsparse

SOURCE = Path(newsparse.__file__).parent

# Room: its number, and the modules or packages that stand in it. A room imports from lower
# numbers and from itself; two rooms of one number do not see each other.
ROOMS: dict[str, tuple[int, tuple[str, ...]]] = {
    "base": (
        0,
        (
            "errors",
            "addresses",
            "vocabulary",
            "marks",
            "text",
            "nodes",
            "late",
            "model",
            "linked",
            "card",
            "document",
            "claim",
            "serial",
            "lexicon",
            "weights",
            "schema",
        ),
    ),
    "readers": (1, ("readers",)),
    "grammar": (1, ("grammar",)),
    "parsers": (2, ("parsers",)),
    "run": (3, ("notices", "resolve", "pipeline", "publisher", "parts", "pages")),
    "export": (3, ("export", "changes", "inspector")),
    "face": (4, ("__init__", "__main__", "cli", "shell")),
}
ROOM_OF = {module: room for room, (_, modules) in ROOMS.items() for module in modules}
# Libraries that only one room may know.
ONLY_IN = {"lxml": "readers", "bs4": "readers", "click": "face", "rich": "face", "numpy": "nowhere", "sklearn": "nowhere"}


def _files() -> list[Path]:
    return sorted(SOURCE.rglob("*.py"))


def _module(path: Path) -> str:
    """Return the top-level module or package of ours that a file stands in."""
    part = path.relative_to(SOURCE).parts[0]
    return part.removesuffix(".py")


def _imports(path: Path) -> Iterator[str]:
    """Yield the dotted names that a file imports, late imports included, those for type checkers excluded."""
    tree = ast.parse(path.read_text("utf-8"))
    typing_only = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
        for inner in ast.walk(node)
    }
    for node in ast.walk(tree):
        if id(node) in typing_only:
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            if node.module == "newsparse":
                yield from (f"newsparse.{alias.name}" for alias in node.names)
            else:
                yield node.module or ""


def test_rooms_cover_every_module() -> None:
    """Every module of the library stands in a room."""
    assert {_module(path) for path in _files()} <= set(ROOM_OF)


@pytest.mark.parametrize("path", _files(), ids=lambda path: str(path.relative_to(SOURCE)))
def test_imports_only_go_down(path: Path) -> None:
    """A file imports from its own room and from rooms with lower numbers only."""
    room = ROOM_OF[_module(path)]
    number = ROOMS[room][0]
    for name in _imports(path):
        top, _, rest = name.partition(".")
        if top == "newsparse" and rest:
            target = ROOM_OF.get(rest.partition(".")[0], "face")  # a name of `newsparse` itself
            assert target == room or ROOMS[target][0] < number, f"{room} ({number}) imports {name}"
        elif top in ONLY_IN:
            assert room == ONLY_IN[top], f"{room} imports {name}"


def test_parsers_do_not_import_other_fields() -> None:
    """A field's parser file imports no other field's; a folder's files may share a reading, all may those in `readings`."""
    for path in _files():
        parts = path.relative_to(SOURCE).parts
        if parts[0] != "parsers" or parts[1] == "__init__.py":
            continue
        field = parts[1].removesuffix(".py")
        for name in _imports(path):
            if name.startswith("newsparse.parsers."):
                assert name.split(".")[2] in {field, "readings"}, f"{path.name} imports {name}"


def test_table_in_the_docs_is_this_one(root: Path) -> None:
    """The architecture page shows the same rooms, numbers and modules."""
    page = (root / "docs/explanation/architecture.md").read_text("utf-8")
    rows = re.findall(r"^\| (\w+) \| (\d) \| ([^|]+) \|", page, re.M)
    shown = {room: (int(number), {name.strip("/") for name in re.findall(r"`([^`]+)`", names)}) for room, number, names in rows}
    assert shown == {room: (number, set(modules)) for room, (number, modules) in ROOMS.items()}
