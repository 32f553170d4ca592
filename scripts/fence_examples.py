"""A griffe extension for the docs site: examples in docstrings become code blocks.

Without it `>>>` would be three nested quotations and `[...]` a link.
"""

from __future__ import annotations

from typing import Any

import griffe

__all__ = ["FenceExamples", "fenced"]


class FenceExamples(griffe.Extension):
    """Puts a fence around each example."""

    def on_object(self, *, obj: griffe.Object, **_: Any) -> None:
        """Rewrite the docstring of an object that was read."""
        if obj.docstring is not None:
            obj.docstring.value = fenced(obj.docstring.value)


def fenced(text: str) -> str:
    """Return a docstring with a fence around each example.

    An example begins at `>>>` and ends at a blank line.
    """
    lines: list[str] = []
    within = False
    for line in text.split("\n"):
        starts = line.lstrip().startswith(">>>")
        indent = line[: len(line) - len(line.lstrip())]
        if starts and not within:
            lines.append(f"{indent}```python")
            within = True
        elif within and not line.strip():
            lines.append("```")
            within = False
        lines.append(line)
    if within:
        lines.append("```")
    return "\n".join(lines)
