"""The frame that all reports share: markup that is safe by construction, one style, one script."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from functools import cache
from html import escape
from importlib.resources import files

__all__ = ["attributes", "element", "page", "text"]


def text(value: object) -> str:
    """Return any value as text that markup cannot be made from.

    Characters that UTF-8 cannot hold and control characters that HTML forbids become U+FFFD.
    """
    plain = str(value).encode("utf-8", "replace").decode("utf-8")
    plain = "".join(char if char >= " " or char in "\t\n\r" else "\ufffd" for char in plain) if not plain.isprintable() else plain
    return escape(plain, quote=True)


def attributes(values: dict[str, object]) -> str:
    """Return attributes; those that are `None` or `False` are left out, `True` stands alone."""
    parts = []
    for name, value in values.items():
        if value is True:
            parts.append(f" {name}")
        elif value is not None and value is not False:
            parts.append(f' {name}="{text(value)}"')
    return "".join(parts)


def element(tag: str, *children: str, **values: object) -> str:
    """Return an element; children are markup, values are text.

    Names are written as Python allows: `class_` for `class`, `data_kind` for `data-kind`.
    """
    named = {name.rstrip("_").replace("_", "-"): value for name, value in values.items()}
    return f"<{tag}{attributes(named)}>{''.join(children)}</{tag}>"


@cache
def _asset(name: str) -> str:
    return (files(__package__) / "assets" / name).read_text("utf-8")


def _hash(content: str) -> str:
    return "'sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode() + "'"


def page(title: str, body: Iterable[str]) -> str:
    """Return a whole HTML file around markup.

    Its policy allows exactly our own style and script, by hash, and no request to anywhere:
    should a source's text ever get through as markup, it could still do nothing.
    """
    style, script = _asset("inspector.css"), _asset("inspector.js")
    policy = f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; base-uri 'none'; form-action 'none'"
    head = (
        '<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        f"<title>{text(title)}</title><style>{style}</style>"
    )
    return f'<!doctype html>\n<html lang="en"><head>{head}</head><body>{"".join(body)}<script>{script}</script></body></html>\n'
