"""The lines above a text's story, in whichever form they state its fields."""

from __future__ import annotations

from newsparse.document import Document
from newsparse.parsers.plain.front import read_front
from newsparse.parsers.plain.keywords import read_keywords
from newsparse.parsers.plain.mail import read_mail
from newsparse.parsers.plain.stated import Header

__all__ = ["read_header"]


def read_header(document: Document) -> Header:
    """Return what the lines above a text's story state; nothing where there are none."""
    return read_front(document) or read_mail(document) or read_keywords(document) or Header({})
