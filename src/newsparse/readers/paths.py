"""XPaths of a page's elements."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from typing import Any

__all__ = ["Paths"]

_NAME = re.compile(r"[A-Za-z_][\w.-]*\Z")
# lxml's own path is quick but counts the siblings before an element each time: fine for a few of
# one parent, quadratic for a story of 20,000 paragraphs.
_FEW = 16


class Paths:
    """The XPath of any element of one tree: `/html/body/div[2]/p[5]`.

    Asks lxml for the first few children of a parent, and counts all its children once when more are asked for.
    """

    def __init__(self) -> None:
        self._path_of: Callable[[Any], str] | None = None
        self._asked: dict[Any, int] = {}
        self._steps: dict[Any, dict[Any, str]] = {}
        self._paths: dict[Any, str] = {}

    def __call__(self, element: Any) -> str:
        """Return the path of an element; evaluated on its tree, it finds that element alone."""
        parent = element.getparent()
        if parent not in self._steps:
            asked = self._asked[parent] = self._asked.get(parent, 0) + 1
            if asked <= _FEW:
                if self._path_of is None:
                    self._path_of = element.getroottree().getpath
                path = self._path_of(element)
                # names with a colon or a name space: lxml gives paths for `<o:p>` that no XPath engine reads
                if ":" not in path and "*" not in path:
                    return path
        return self._counted(element)

    def _counted(self, element: Any) -> str:
        """Return the path of an element by the counted children of all around it."""
        chain = []
        parent = element.getparent()
        while parent is not None and parent not in self._paths:
            chain.append(element)
            element, parent = parent, parent.getparent()
        if parent is None:
            path = self._paths.setdefault(element, f"/{element.tag if _NAME.match(element.tag) else '*'}")
        else:
            path = self._paths[parent] + self._step(parent, element)
        while chain:
            self._paths[element] = path
            child = chain.pop()
            path += self._step(element, child)
            element = child
        return path

    def _step(self, parent: Any, child: Any) -> str:
        steps = self._steps.get(parent)
        if steps is None:
            steps = self._steps[parent] = _steps(parent)
        return steps[child]


def _steps(parent: Any) -> dict[Any, str]:
    """Return the last step of the path of each child."""
    children = [child for child in parent if isinstance(child.tag, str)]
    totals = Counter([child.tag for child in children])
    seen: dict[str, int] = dict.fromkeys(totals, 0)
    steps = {}
    for place, child in enumerate(children, 1):
        tag = child.tag
        seen[tag] += 1
        if not _NAME.match(tag):
            steps[child] = f"/*[{place}]"
        else:
            steps[child] = f"/{tag}[{seen[tag]}]" if totals[tag] > 1 else f"/{tag}"
    return steps
