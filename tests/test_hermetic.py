"""A parse opens nothing, asks nobody and reads no clock."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import newsparse

SOURCE = Path(newsparse.__file__).parent
# Modules through which a parse could depend on anything but its source.
FORBIDDEN = {"time", "random", "secrets", "socket", "ssl", "http", "urllib.request", "requests", "tempfile", "locale", "multiprocessing"}
CLOCKS = {"now", "today", "utcnow", "fromtimestamp"}
# Rooms that people run: they may look at the world.
FACE = ("cli.py", "shell")

CODE = """
import sys, newsparse
text = "Bridge opens\\n\\nBy Jane Doe\\n\\nDecember 6, 2024\\n\\nLISBON (AP) - The mayor opened the bridge on Monday, they said."
page = "<html lang=en><title>Bridge opens</title><body><h1>Bridge opens</h1><p>" + text + "</p></body></html>"
for source in (text, page, page.encode("utf-16")):
    newsparse.parse(source, url="https://example.org/2024/12/06/a").to_dict()
seen = []
sys.addaudithook(lambda event, args: seen.append(event) if event.split(".")[0] in {"open", "socket", "subprocess", "os", "urllib"} else None)
for source in (text, page, page.encode("utf-16")):
    newsparse.parse(source, url="https://example.org/2024/12/06/a").to_dict()
print(seen)
"""


def _files() -> list[Path]:
    return [path for path in sorted(SOURCE.rglob("*.py")) if path.relative_to(SOURCE).parts[0] not in FACE]


def test_parse_touches_nothing() -> None:
    """Once its tables are loaded, a parse opens no file, no socket and no process."""
    done = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_no_module_that_knows_the_world_is_imported() -> None:
    """No module of the library imports a clock, chance, or the network."""
    found = set()
    for path in _files():
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                found |= {(path.name, alias.name) for alias in node.names if alias.name in FORBIDDEN}
            elif isinstance(node, ast.ImportFrom) and node.module in FORBIDDEN:
                found.add((path.name, str(node.module)))
    assert found == set()


def test_no_clock_is_read() -> None:
    """No module asks what time it is; an epoch is read with a stated zone."""
    found = set()
    for path in _files():
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in CLOCKS and not node.args:
                found.add((path.name, node.func.attr))
    assert found == set()
