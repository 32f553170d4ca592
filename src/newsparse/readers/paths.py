"""XPaths of a page's elements."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from lxml import etree

__all__ = ["Paths", "xpath_fault"]

_NAME = re.compile(r"[A-Za-z_][\w.-]*\Z")
# lxml's own path costs a third of counting children that nobody else asks about, but it counts the siblings of an
# element and of all around it anew: fine for the claims of a page, quadratic for 20,000 of them.
_MOST_QUICK = 128


class Paths:
    """The XPath of any element of one tree: `/html/body/div[2]/p[5]`.

    Asks lxml for the first ones, and counts the children of each parent once when more are asked for.
    """

    def __init__(self) -> None:
        self._path_of: Callable[[Any], str] | None = None
        self._quick = _MOST_QUICK
        self._paths: dict[Any, str] = {}
        self._places: dict[Any, tuple[dict[Any, int], dict[str, int]]] = {}
        self._all_places: dict[Any, dict[Any, int]] = {}

    def __call__(self, element: Any) -> str:
        """Return the path of an element; evaluated on its tree, it finds that element alone."""
        path = self._paths.get(element)  # rivals for a field often stand in one element
        if path is None:
            path = self._paths[element] = self._asked(element) if self._quick else self._counted(element)
        return path

    def _asked(self, element: Any) -> str:
        """Return the path of an element by lxml, where it is one that leads back."""
        self._quick -= 1
        if self._path_of is None:
            self._path_of = element.getroottree().getpath
        path = self._path_of(element)
        # names with a colon or a name space: lxml gives paths for `<o:p>` that no XPath engine reads
        return self._counted(element) if ":" in path or "*" in path else path

    def _counted(self, element: Any) -> str:
        """Return the path of an element by the counted children of all around it whose path is not known yet."""
        chain = []
        parent = element.getparent()
        while parent is not None and parent not in self._paths:
            chain.append(element)
            element, parent = parent, parent.getparent()
        if parent is None:
            path = element.getroottree().getpath(element) if _NAME.match(element.tag) else "/*"
        else:
            path = self._paths[parent] + self._step(parent, element)
        while chain:
            self._paths[element] = path
            child = chain.pop()
            path += self._step(element, child)
            element = child
        return path

    def _step(self, parent: Any, child: Any) -> str:
        """Return the last step of a child's path: its name, and its number where others bear the same name."""
        counted = self._places.get(parent)
        if counted is None:
            counted = self._places[parent] = _numbered(parent)
        places, totals = counted
        tag = child.tag
        total = totals[tag]
        if _NAME.match(tag):
            return f"/{tag}" if total == 1 else f"/{tag}[{places[child]}]"
        if parent not in self._all_places:
            self._all_places[parent] = {child: place for place, child in enumerate(places, 1)}
        return f"/*[{self._all_places[parent][child]}]"


def _numbered(parent: Any) -> tuple[dict[Any, int], dict[str, int]]:
    """Return the number of each child among those of its name, and how many bear each name."""
    places: dict[Any, int] = {}
    totals: dict[str, int] = {}
    for child in parent.iterchildren("*"):
        tag = child.tag
        places[child] = totals[tag] = totals.get(tag, 0) + 1
    return places, totals


def xpath_fault(xpath: object) -> str | None:
    """Return what keeps an XPath from finding anything on a page; `None` for a sound one.

    >>> xpath_fault("//h1[@class='hed']"), xpath_fault("//h1["), xpath_fault("h1.hed")
    (None, 'Invalid expression', 'it looks below the root only; a CSS selector?')
    """
    if not isinstance(xpath, str):
        return "it is no string"
    try:
        etree.XPath(xpath)
    except (etree.XPathError, ValueError) as error:
        return str(error)
    return None if "/" in xpath or "(" in xpath else "it looks below the root only; a CSS selector?"
