"""An article without provenance: what it says, and not where that was found."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone
from typing import Any

import attrs

from newsparse.errors import SourceError
from newsparse.export.markup import is_harmless
from newsparse.model import Article, BodyBlock, Contributor, Embed, Figure, LiveUpdate, Node, Section, Table, Text, Timestamp
from newsparse.vocabulary import Precision, SourceKind, Zone

__all__ = ["bare", "check_article", "moment_text", "read_moment", "said"]

_UNPLACED: dict[str, Any] = {"span": None, "path": None, "pointer": None, "parser": "", "confidence": 1.0}


def check_article(value: object, form: str) -> None:
    """Raise `SourceError` for what is no article, naming the form that was asked for."""
    if not isinstance(value, Article):
        raise SourceError(form, expected="an Article", got=type(value).__name__)


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
    """Return a timestamp in ISO 8601, no finer than it was stated; `None` where no value is known.

    >>> moment_text(Timestamp("December 2024", value=date(2024, 12, 1), precision=Precision.MONTH))
    '2024-12'
    """
    value = stamp.value if stamp is not None else None
    if stamp is None or value is None:
        return None
    day = value.isoformat()[:10]
    if stamp.precision in {Precision.YEAR, Precision.MONTH}:
        return day[:4] if stamp.precision is Precision.YEAR else day[:7]
    if not isinstance(value, datetime):
        return day
    return value.isoformat(timespec={Precision.HOUR: "hours", Precision.SECOND: "auto"}.get(stamp.precision, "minutes"))


# "2024", "2024-12", "2024-12-06", "2024-12-06T09", "…:05", "…:05:30.5", with or without an offset; not "06.12.2024".
_MOMENT = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d)(?::(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?)?(Z|[+-]\d\d(?::?\d\d)?)?)?)?)?")
_UNITS = (Precision.YEAR, Precision.MONTH, Precision.DAY, Precision.HOUR, Precision.MINUTE, Precision.SECOND)


def read_moment(text: object, path: str) -> Timestamp:
    """Return the timestamp in an ISO 8601 text, as precise as its form.

    Raises:
        SourceError: it is none; the message names the path.

    >>> read_moment("2024-12-06T09:05", "$").precision.value
    'minute'
    """
    match = _MOMENT.fullmatch(str(text).strip())
    if match is None:
        raise SourceError(path, expected="a date or time in ISO 8601", got=repr(text)[:80])
    try:
        return _stated(str(text), match)
    except ValueError as error:
        raise SourceError(path, expected="a date or time that exists", got=repr(text)[:80]) from error


def _stated(text: str, match: re.Match[str]) -> Timestamp:
    """Return the timestamp of a matched text; a day or a clock that does not exist is a `ValueError`."""
    parts = [int(part) for part in match.groups()[:6] if part is not None]
    precision = _UNITS[len(parts) - 1]
    if len(parts) <= 3:
        year, month, day = [*parts, 1, 1][:3]
        return Timestamp(text, value=date(year, month, day), precision=precision)
    year, month, day, hour, minute, second = [*parts, 0, 0][:6]
    value = datetime(year, month, day, hour, minute, second, int((match[7] or "0").ljust(6, "0")[:6]))
    if match[8] is not None:
        value = value.replace(tzinfo=_zone(match[8]))
    return Timestamp(text, value=value, precision=precision, zone=Zone.UNKNOWN if match[8] is None else Zone.STATED)


def _zone(offset: str) -> timezone:
    """Return the zone of an offset: "Z", "+01", "+0100", "+01:00"."""
    if offset == "Z":
        return timezone.utc
    minutes = int(offset[1:3]) * 60 + int(offset[3:].strip(":") or 0)
    return timezone(timedelta(minutes=-minutes if offset[0] == "-" else minutes))


def held_moment(stamp: Timestamp | None) -> Timestamp | None:
    """Return a timestamp as ISO 8601 holds it; `None` where no value is known."""
    text = moment_text(stamp)
    return read_moment(text, "") if text is not None else None


def held_section(section: Section | None) -> Section | None:
    """Return a section as a list of names holds it: the last one is its text."""
    if section is None:
        return None
    names = section.names or (section.text,)
    return Section(names[-1], names=names)


def held_block(node: BodyBlock) -> BodyBlock:
    """Return a block of the body as marked-up text holds it."""
    if isinstance(node, Table):
        rows = node.rows or ((node.text,),)
        return Table(" ".join(cell for row in rows for cell in row if cell), rows=rows)
    if isinstance(node, Embed):
        return Embed(node.text, url=node.url if node.url and is_harmless(node.url) else None)
    return LiveUpdate(node.text) if isinstance(node, LiveUpdate) else node


def picture(caption: str | None, credit: str | None, url: str | None, alt: str | None, *, lead: bool) -> Figure:
    """Return a figure whose text is what its parts say."""
    return Figure(
        " ".join(part for part in (caption, credit) if part),
        url=url,
        alt=alt,
        caption=Text(caption) if caption is not None else None,
        credit=Text(credit) if credit is not None else None,
        lead=lead,
    )
