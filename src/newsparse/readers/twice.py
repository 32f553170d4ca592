"""Text that was encoded twice: UTF-8 that somebody took for another encoding and wrote as UTF-8 once more."""

from __future__ import annotations

import re
from collections import Counter

from newsparse.model import Problem
from newsparse.vocabulary import ProblemKind

__all__ = ["mended", "twice_encoded"]

# "donâ€™t": UTF-8 that somebody took for Latin-1 or Windows-1252 and wrote as UTF-8 once more. Of 793 pages
# of one corpus 13 were stored like that. The marks below are â€, Ã and Â with what follows them.
_TWICE = re.compile("\u00e2[\u0080\u20ac]|[\u00c2\u00c3][\u0080-\u00bf\u0152-\u2122]")
_WINDOWS = {ord(bytes((i,)).decode("cp1252")): i for i in range(0x80, 0xA0) if i not in {0x81, 0x8D, 0x8F, 0x90, 0x9D}}
_RUN = re.compile("[\x80-\U0010ffff]+")
# Share of the runs of such characters that must come out right for all of them to be taken as encoded twice:
# a page that was stored so has no others, but for a name or two put in later.
_MOST = 0.8


def twice_encoded(text: str) -> bool:
    """Return whether a text looks as if it had been encoded twice."""
    if text.isascii() or not ("\u00e2" in text or "\u00c2" in text or "\u00c3" in text):
        return False  # a pattern over the whole text costs a tenth of a parse
    return _TWICE.search(text) is not None


def mended(text: str) -> tuple[str, list[Problem]]:
    """Return text that was encoded twice as it was meant, else as it is.

    >>> mended("I don\u00e2\u0080\u0099t")[0]
    'I don\u2019t'
    """
    runs = Counter(_RUN.findall(text))
    meant = {run: once for run in runs if (once := _once(run)) is not None}
    if sum(runs[run] for run in meant) < _MOST * sum(runs.values()):
        # "Â«" alone may be meant; control characters never are
        meant = {run: once for run, once in meant.items() if any("\x80" <= char < "\xa0" for char in run)}
    if not meant:
        return text, []
    count = sum(runs[run] for run in meant)
    text = _RUN.sub(lambda match: meant.get(match[0], match[0]), text)
    return text, [Problem(ProblemKind.ENCODING, f"{count:,} passages had been encoded twice; they were decoded twice")]


def _once(run: str) -> str | None:
    """Return characters that were encoded twice as they were meant; `None` for others."""
    for plain in (run, run.translate(_WINDOWS)):
        try:
            return plain.encode("latin-1").decode("utf-8")
        except (UnicodeEncodeError, UnicodeDecodeError):
            continue
    return None
