"""The time that a page's own programs hand on, where neither its head nor its text tells any."""

from __future__ import annotations

import re

from newsparse.document import Document, Element
from newsparse.parsers.timestamps.stated import Evidence, day_of, read_value

__all__ = ["state_time"]

# A page that is drawn by its scripts carries its story as their data. All of it must tell one day: lists of other stories do not.
_STATE = 0.28
_QUOTE = r"\\?[\"']"
_VALUE = rf"{_QUOTE}\s?:\s?{_QUOTE}(\d{{4}}-\d\d-\d\d[^\"'\\]{{0,30}})"
# "publishedAt":"2022-01-31T15:58:43+01:00", \"published_at\": \"2019-03-02\"; not "publisher":"…". They begin with letters of one
# case, by which they are found fast.
_SUFFIX = r"(?:_?(?:[aA]t|[oO]n|[dD]ate|[tT]ime))?"
_PUBLISHED = re.compile(rf"ubli(?:shed|cation|sh){_SUFFIX}{_VALUE}")
_CREATED = re.compile(rf"reat(?:ed|ion){_SUFFIX}{_VALUE}")
_MOST = 20


def state_time(document: Document) -> Evidence | None:
    """Return the one day on which the page's data says that something was published, or made, or `None`."""
    if document.find_elements is None:
        return None
    scripts = [(element, "".join(element.itertext())) for element in document.find_elements("//script[not(@src)]")]
    for pattern in (_PUBLISHED, _CREATED):
        found = _found(document, scripts, pattern)
        if found:
            return found[0] if len({day_of(item.stamp) for item in found}) == 1 else None
    return None


def _found(document: Document, scripts: list[tuple[Element, str]], pattern: re.Pattern[str]) -> list[Evidence]:
    """Return the first times that a pattern finds in scripts."""
    found: list[Evidence] = []
    for element, text in scripts:
        for match in pattern.finditer(text):
            stamp = read_value(match[1], document)
            if stamp is not None:
                found.append(Evidence(stamp, _STATE, "state", element))
            if len(found) == _MOST:
                return found
    return found
