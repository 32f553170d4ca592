"""Words of many languages, as data: a file a language, and small tables of agencies, places and months.

Read when first asked for and kept; what is returned must not be changed.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

__all__ = ["codes", "language", "section", "table"]


@cache
def codes() -> tuple[str, ...]:
    """Return the codes of the languages that have a file, in order."""
    names = (entry.name for entry in (files(__name__) / "languages").iterdir())
    return tuple(sorted({name.partition(".")[0] for name in names if name.endswith(".json")}))


@cache
def language(code: str) -> Mapping[str, Any]:
    """Return what is known of a language, by section; empty for an unknown code."""
    words: dict[str, Any] = {}
    for entry in (files(__name__) / "languages").iterdir():
        if entry.name == f"{code}.json" or (entry.name.startswith(f"{code}.") and entry.name.endswith(".json")):
            words.update(json.loads(entry.read_text("utf-8")))
    return words


@cache
def section(name: str) -> Mapping[str, Any]:
    """Return one section of every language that has it, by language code."""
    return {code: language(code)[name] for code in codes() if name in language(code)}


@cache
def table(name: str) -> Any:
    """Return the table of that name: "agencies", "cities", "calendar"."""
    return json.loads((files(__name__) / "tables" / f"{name}.json").read_text("utf-8"))
