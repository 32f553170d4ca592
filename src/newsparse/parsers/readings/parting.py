"""Which part of a heading is the title: labels before it and names behind it stand in the same element."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import NamedTuple

from newsparse.document import Document, Element, Scope
from newsparse.lexicon.class_names import is_called
from newsparse.lexicon.phrases import genre_of
from newsparse.model import Span
from newsparse.text import clean, squash

__all__ = ["part_heading"]

_LABEL = re.compile(r"^\s*(\S[^|:]{1,30}?)\s*([|:])\s+(?=\S)")
_LABELS_WITH_COLON = frozenset(("live", "watch", "breaking", "exclusive"))
# "Guide: The best lamps", "“Solve it” / Doe is president", "Lamps | The Courier"; not "co-founder".
_JOINT = re.compile(r"\s?[|:｜：]\s?|\s[/–—·»-]\s")
_NAMING = "|｜–—-·»"
_EDGE = " \n-–—:|·/•,.｜：\xa0"
_SOCIAL = frozenset(("og", "twitter"))
_LEAST_TITLE = 6
_LEAST_FRONT = 8
_MAX_PARTS = 12


def part_heading(document: Document, scope: Scope, whole: Span, key: str, stated: Mapping[str, str]) -> tuple[Span, Span | None]:
    """Return title and kicker of a heading.

    A label goes by its words ("Opinion | …", "… | Opinion"), by its class, or because a title of the head is
    what stands behind it. What stands behind the title goes when the head has the title without it.
    "Live: …" in one piece of text, as the head has it too, is label and part of the title both.
    `key` is the heading's letters and digits; `stated` says where each of the head's titles stands, by its own.
    """
    raw = document.text[whole.slice]
    element = scope.element
    boxed = len(list(islice(element.iter(), 2))) > 1
    label = _LABEL.match(raw)
    if label and (genre := genre_of(label[1])) and (label[2] == "|" or genre in _LABELS_WITH_COLON):
        kicker = Span(whole.start + label.start(1), whole.start + label.end(1))
        joined = label[2] == ":" and not boxed and key in stated
        return (whole if joined else Span(whole.start + label.end(), whole.end)), kicker
    if (tail := raw.rfind("|")) > 0 and genre_of(raw[tail + 1 :].strip()):
        start = tail + 1 + len(raw[tail + 1 :]) - len(raw[tail + 1 :].lstrip())
        return Span(whole.start, whole.start + len(raw[:tail].rstrip())), Span(whole.start + start, whole.end)
    if not boxed and not _JOINT.search(raw):
        return whole, None
    seams = list(_seams(element, raw)) if boxed else []
    for seam in seams:
        if stated.get(squash(raw[seam.behind :])) in _SOCIAL or genre_of(raw[: seam.before]):
            return _behind(whole, raw, seam)
    if key in stated:
        return _by_class(element, whole, raw, glued=True) if boxed else (whole, None)
    joints = [_Seam(match.start(), match.end(), match[0].strip() in _NAMING) for match in islice(_JOINT.finditer(raw), _MAX_PARTS)]
    for seam in (*seams, *joints):
        if len(part := squash(raw[seam.behind :])) >= _LEAST_TITLE and part in stated:
            return _behind(whole, raw, seam)
    for seam in (*seams, *joints):
        if seam.before_name and len(part := squash(raw[: seam.before])) >= _LEAST_FRONT and part in stated:
            return Span(whole.start, whole.start + seam.before), None
    return _by_class(element, whole, raw) if boxed else (whole, None)


class _Seam(NamedTuple):
    """A place at which a heading may fall into two."""

    before: int
    """Where the first part ends."""
    behind: int
    """Where the second part begins."""
    before_name: bool = True
    """Whether a mere name may stand behind it."""


def _seams(element: Element, raw: str) -> Iterator[_Seam]:
    """Yield the places at which one of a heading's inline elements ends and the next begins."""
    at = before = 0
    for text in islice(element.itertext(), _MAX_PARTS):
        part = clean(text)
        found = raw.find(part, at) if squash(part) else -1
        if found < 0:  # a mark between them, or what is not shown
            continue
        if before:
            yield _Seam(before, found)
        at = before = found + len(part)


def _behind(whole: Span, raw: str, seam: _Seam) -> tuple[Span, Span | None]:
    """Return the title behind a seam, and the label before it."""
    start = seam.behind
    while start < len(raw) and raw[start] in _EDGE:
        start += 1
    return Span(whole.start + start, whole.end), Span(whole.start, whole.start + len(raw[: seam.before].rstrip(_EDGE)))


def _by_class(element: Element, whole: Span, raw: str, *, glued: bool = False) -> tuple[Span, Span | None]:
    """Return title and kicker where the first part of a heading has a class that names a kicker.

    `glued` asks for one that nothing parts from the title, as no title reads: "The future of work“We rearrange chairs”".
    """
    inner = _first_inner(element)
    if inner is None:
        return whole, None
    name, part = inner
    if not raw.startswith(name) or not is_called((part.get("class") or "").lower(), "kicker", "kicker_in_heading"):
        return whole, None
    if glued and (raw[len(name) : len(name) + 1] in _EDGE or name[-1] in _EDGE):
        return whole, None
    if len(squash(raw[len(name) :])) < _LEAST_TITLE or len(name) * 2 >= len(raw) + 20:
        return whole, None
    return _behind(whole, raw, _Seam(len(name), len(name)))


def _first_inner(element: Element) -> tuple[str, Element] | None:
    """Return text and element of the first part of a heading that has its own element; `None` without one."""
    if (getattr(element, "text", None) or "").strip():
        return None
    parent_text = clean("".join(element.itertext()))
    for child in islice(element.iter(), 1, _MAX_PARTS):
        name = clean("".join(child.itertext())) if isinstance(child.tag, str) else ""
        if name and name != parent_text:  # not a wrapper around all of it
            return name, child
    return None
