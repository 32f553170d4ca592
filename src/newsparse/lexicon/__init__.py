"""Words of many languages, as data: a file a language, and small tables of agencies, places and months.

Read when first asked for and kept; what is returned must not be changed.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from importlib.abc import Traversable

__all__ = ["codes", "language", "section", "table"]


def _folder(name: str) -> Traversable:
    # imported late: it costs a third of the time of `import newsparse`, and only the first parse needs it
    from importlib.resources import files

    return files(__name__) / name


@cache
def codes() -> tuple[str, ...]:
    """Return the codes of the languages that have a file, in order."""
    return tuple(sorted(entry.name.removesuffix(".json") for entry in _folder("languages").iterdir() if entry.name.endswith(".json")))


@cache
def language(code: str) -> Mapping[str, Any]:
    """Return what is known of a language, by section; empty for an unknown code."""
    if code not in codes():
        return {}
    words: Mapping[str, Any] = json.loads((_folder("languages") / f"{code}.json").read_text("utf-8"))
    return words


@cache
def section(name: str) -> Mapping[str, Any]:
    """Return one section of every language that has it, by language code."""
    return {code: language(code)[name] for code in codes() if name in language(code)}


@cache
def table(name: str) -> Any:
    """Return the table of that name: "agencies", "places", "calendar"."""
    return json.loads((_folder("tables") / f"{name}.json").read_text("utf-8"))
