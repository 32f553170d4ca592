"""An article without provenance: what it says, and not where that was found."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import attrs

from newsparse.errors import SourceError
from newsparse.model import Article, Contributor, Node, Timestamp
from newsparse.vocabulary import Precision, SourceKind, Zone

__all__ = ["bare", "moment_text", "read_moment", "said", "stated"]

_UNPLACED: dict[str, Any] = {"span": None, "path": None, "pointer": None, "parser": "", "confidence": 1.0}


def bare(article: Article) -> Article:
    """Return the article without source text, spans, paths, parsers, rivals, problems, boilerplate and extra fields."""
    values = {f.name: _unplaced(getattr(article, f.name)) for f in attrs.fields(Article) if f.init}
    for name in ("blocks", "rivals", "problems", "boilerplate", "extra", "source_text"):
        del values[name]
    values["source_kind"] = SourceKind.TEXT
    return Article(**values)


def _unplaced(value: Any) -> Any:
    """Return a value of the model without provenance, at every depth."""
    if isinstance(value, tuple):
        return tuple(map(_unplaced, value)) if type(value) is tuple else value
    if isinstance(value, Contributor):
        return attrs.evolve(value, span=None)
    if isinstance(value, Node):
        inner = {f.name: _unplaced(getattr(value, f.name)) for f in attrs.fields(type(value)) if f.name not in _UNPLACED}
        return type(value)(**inner)
    return value


def said(node: Node | None) -> str | None:
    """Return what a node says; `None` for none."""
    return node.text if node is not None else None


def moment_text(stamp: Timestamp | None) -> str | None:
    """Return a timestamp in ISO 8601, no finer than it was stated; `None` where no value is known."""
    value = stamp.value if stamp is not None else None
    if stamp is None or value is None:
        return None
    if isinstance(value, datetime) and stamp.precision is not Precision.SECOND:
        return value.isoformat(timespec="minutes")
    return value.isoformat()


def stated(text: str, value: date | datetime) -> Timestamp:
    """Return the timestamp that an ISO 8601 text states."""
    if not isinstance(value, datetime):
        return Timestamp(text, value=value)
    precision = Precision.SECOND if text.count(":") - (text[-3:-2] == ":" and value.tzinfo is not None) > 1 else Precision.MINUTE
    return Timestamp(text, value=value, precision=precision, zone=Zone.UNKNOWN if value.tzinfo is None else Zone.STATED)


def read_moment(text: object, path: str) -> Timestamp:
    """Return the timestamp in an ISO 8601 text.

    Raises:
        SourceError: it is none; the message names the path.
    """
    plain = str(text)
    plain = plain[:-1] + "+00:00" if plain.endswith("Z") else plain
    try:
        return stated(str(text), datetime.fromisoformat(plain) if "T" in plain else date.fromisoformat(plain))
    except ValueError as error:
        raise SourceError(path, expected="a date or time in ISO 8601", got=repr(text)[:80]) from error
