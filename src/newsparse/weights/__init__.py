"""Learned weights, as data. The scripts that learned them stand in the project's `scripts`."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

__all__ = ["load"]


@cache
def load(name: str) -> Any:
    """Return the weights of that name ("page"); what is returned must not be changed."""
    from importlib.resources import files  # late: see newsparse.lexicon

    return json.loads((files(__name__) / f"{name}.json").read_text("utf-8"))
