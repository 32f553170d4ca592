"""How the tests write timestamps: short, complete, one a clause."""

from __future__ import annotations

from datetime import date, datetime

from newsparse.grammar.timestamp import Found
from newsparse.model import Timestamp
from newsparse.vocabulary import Precision, Zone

_LABELS = {"published": "pub ", "modified": "upd ", "other": "oth ", None: ""}


def notation(found: Found) -> str:
    """Return a timestamp in short: label, value or stated parts, zone where it is ambiguous, other readings."""
    return _LABELS[found.label] + stated(found.timestamp)


def stated(stamp: Timestamp) -> str:
    """Return a timestamp without its label: `2024-12-05T14:30+07:00`, `--12-05`, `3 hour ago`, `A or B`, `?IST`."""
    if stamp.value is not None:
        text = " or ".join(_moment(value, stamp.precision) for value in (stamp.value, *stamp.alternatives))
    elif stamp.relative is not None:
        text = f"{stamp.relative.amount} {stamp.relative.unit} ago" + (str(stamp.partial) if stamp.partial else "")
    else:
        text = str(stamp.partial or "raw") or "raw"
    return f"{text} ?{stamp.zone_name}" if stamp.zone is Zone.AMBIGUOUS else text


def _moment(value: date | datetime, precision: Precision) -> str:
    if not isinstance(value, datetime):
        return value.isoformat()
    form = value.isoformat(timespec="seconds" if precision is Precision.SECOND else "minutes")
    return form.replace("+00:00", "Z")
