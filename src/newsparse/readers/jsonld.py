"""JSON-LD scripts to typed nodes, also from scripts that are not quite JSON."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from newsparse.linked import ENTITY, LinkedNode

__all__ = ["load", "nodes"]

_DECODER = json.JSONDecoder(strict=False)  # raw line ends and control characters inside strings are common
_OPENING = re.compile(r"\s*(?:(?://|/\*)?\s*<!\[CDATA\[(?:\s*\*/)?|<!--[^\n{\[]{0,80})")
_CLOSING = re.compile(r"(?://|/\*)?\s*(?:\]\]>(?:\s*\*/)?|-->)$")


def nodes(script: str, element: Any) -> Iterator[LinkedNode]:
    """Yield the objects of a JSON-LD script that have a type, outermost first, in order.

    Where several documents follow each other, pointers begin with the number of theirs.
    """
    values = load(script)
    level: list[tuple[Any, str]] = [(values[0], "")] if len(values) == 1 else [(value, f"/{i}") for i, value in enumerate(values)]
    while level:
        below: list[tuple[Any, str]] = []
        for item, pointer in level:
            if isinstance(item, list):
                below.extend((part, f"{pointer}/{i}") for i, part in enumerate(item) if isinstance(part, (dict, list)))
            elif isinstance(item, dict):
                if "@type" in item:
                    yield LinkedNode(item, pointer, element)
                for key, part in item.items():
                    if isinstance(part, (dict, list)):
                        below.append((part, f"{pointer}/{_step(key)}"))
        level = below


def _step(key: str) -> str:
    """Return a key as a step of a JSON pointer."""
    return key.replace("~", "~0").replace("/", "~1") if "~" in key or "/" in key else key


def load(script: str) -> list[Any]:
    """Return the values of a JSON-LD script: one as a rule, several where documents follow each other.

    Strict JSON first; then without wrappers, then one value after another, then repaired, then nothing.

    >>> load('{"a": "Fish &amp; chips"};'), load("{a: 'b', c: undefined,}"), load('{"a": 1} {"b": 2}'), load("what")
    ([{'a': 'Fish & chips'}], [{'a': 'b', 'c': None}], [{'a': 1}, {'b': 2}], [])
    """
    text = script.strip()
    if not text:
        return []
    text = _decoded(text)
    try:
        return [_DECODER.decode(text)]
    except (ValueError, RecursionError):
        pass
    text = _unwrapped(text)
    for attempt in (_sequence, _repaired):
        try:
            if found := attempt(text):
                return found
        except (ValueError, RecursionError):
            continue
    if text.startswith(("{&quot;", "[&quot;", "{&#34;", "[{&quot;")) and (plain := html.unescape(script.strip())) != text:
        return load(plain)
    return []


def _decoded(text: str) -> str:
    """Return JSON text with the character references inside its strings decoded.

    Done on the text, not on each value: no page's JSON is walked for it, and a quotation mark
    that comes out is escaped again. Twice, for CMSs that escape what is escaped.
    """
    if "&" not in text and "\\u0026" not in text:
        return text
    if text[1:7] == "&quot;" or text[1:6] == "&#34;":
        return text  # the whole script is escaped
    text = text.replace("\\u0026", "&")
    for _ in range(2):
        text = ENTITY.sub(_in_string, text)
    return text


def _in_string(reference: re.Match[str]) -> str:
    """Return what a character reference stands for as it is written inside a string of JSON."""
    return _written(reference[0])


@lru_cache(maxsize=256)  # a story in a script has hundreds of references to the same few marks
def _written(reference: str) -> str:
    return json.dumps(html.unescape(reference), ensure_ascii=False)[1:-1]


def _unwrapped(text: str) -> str:
    """Return a script without the comment or CDATA section around it.

    Matches "//<![CDATA[\\n{…}\\n//]]>" and "<!-- {…} -->", not a "]]>" inside a string.
    """
    found = _OPENING.match(text)
    if found is not None:
        text = text[found.end() :].strip()
    while text.startswith("/*") and (end := text.find("*/")) > 0:
        text = text[end + 2 :].lstrip()
    tail = text[-12:]
    return (text[:-12] + _CLOSING.sub("", tail)).strip() if tail.endswith(">") else text


def _sequence(text: str) -> list[Any]:
    """Return the values that stand one after the other, parted by white space, commas or semicolons."""
    values = []
    at, end = 0, len(text)
    while at < end:
        if text[at].isspace() or text[at] in ",;":
            at += 1
            continue
        value, at = _DECODER.raw_decode(text, at)
        values.append(value)
    return values


# A token of something that wants to be JSON. Linear: every start matches, strings run to their end or the script's.
_TOKEN = re.compile(
    r"""
      "[^"\\]*(?:\\.[^"\\]*)*(?:"|\Z)    # "a \"b\" c"; not a lone mark inside a word
    | '[^'\\]*(?:\\.[^'\\]*)*(?:'|\Z)    # 'a'
    | //[^\n]*                           # // comment
    | /\*                                # comment: its end is searched apart
    | [{}\[\]:,;]
    | [^\s"'{}\[\]:,;/]+                 # true, 12.5, undefined, key
    | /
    """,
    re.VERBOSE | re.DOTALL,
)
_BAD_ESCAPE = re.compile(r"\\(?:(u[0-9a-fA-F]{4})|(.)|\Z)", re.DOTALL)
_PLAIN = re.compile(r"-?(?:0|[1-9][0-9]{0,300})(?:\.[0-9]{1,300})?(?:[eE][+-]?[0-9]{1,3})?\Z")
_OPEN = {"{": "}", "[": "]"}
_MARKS = frozenset("}],:;")
_MAX_DEPTH = 100  # the deepest script of the development corpora has 17 levels


def _repaired(text: str) -> list[Any]:
    """Return the values of a script after mending it token by token, in one pass.

    Mended are comments, closing commas, missing commas, single quotes, bare words, wrong
    escapes, stray quotation marks inside strings and a missing end.
    """
    if text[:1] not in _OPEN:
        return []
    out: list[str] = []
    closers: list[str] = []
    at, end = 0, len(text)
    while at < end:
        found = _TOKEN.search(text, at)
        if found is None:
            break
        token, at = found[0], found.end()
        if token == "/*":
            stop = text.find("*/", at)
            at = stop + 2 if stop >= 0 else end
        elif token in _OPEN:
            _part(out)
            out.append(token)
            closers.append(_OPEN[token])
            if len(closers) > _MAX_DEPTH:
                return []
        elif token in _MARKS:
            _mark(token, out, closers)
        elif not token.startswith("/"):
            if token[0] in "\"'":
                token, at = _whole_string(text, found.start(), at)
            _part(out)
            out.append(_word(token))
    while closers:
        _drop_comma(out)
        out.append(closers.pop())
    return _sequence("".join(out))


def _mark(token: str, out: list[str], closers: list[str]) -> None:
    """Enter a mark that parts or closes, where one may stand."""
    before = out[-1] if out else ""
    if token in closers:
        closer = ""
        while closer != token:
            _drop_comma(out)
            closer = closers.pop()
            out.append(closer)
    elif token == "," and before:
        if before == ":":
            out.append("null")
        if before not in ",{[":
            out.append(",")
    elif token == ":" and before not in {"", ":"}:
        out.append(":")


def _part(out: list[str]) -> None:
    """Put in the comma that is missing before a value."""
    if out and out[-1] not in ",:{[":
        out.append(",")


def _drop_comma(out: list[str]) -> None:
    """Take out a comma or a colon that nothing follows."""
    if out and out[-1] == ":":
        out.append("null")
    elif out and out[-1] == ",":
        out.pop()


# What may stand behind a string: the end of its part, or another part though its comma is missing.
# Matches `, "url"`, `}`, ` "url":`; not ` today",` or `, he said`.
_AFTER_STRING = re.compile(
    r"""\s*(?: [:}\]] | \Z | ; | // | /\*
        | ,\s*(?: ["'{}\[\],\-0-9] | true | false | null | // | /\* | [@\w]{1,40}\s*: )
        | ["'][@\w]{1,40}["']\s*: )""",
    re.VERBOSE,
)


def _whole_string(text: str, start: int, end: int) -> tuple[str, int]:
    """Return a string token that may hold unescaped quotation marks, and where it ends.

    `"He said "no" today",` is one string: after each inner mark no JSON could go on.
    """
    mark = text[start]
    for _ in range(20):  # more inner marks than that is another fault
        if end >= len(text) or _AFTER_STRING.match(text, end):
            break
        following = text.find(mark, end)
        if following < 0 or following - start > 20_000:
            break
        end = following + 1
    return text[start:end], end


def _word(token: str) -> str:
    """Return a token as JSON: a string with its escapes mended, a number, a constant, or a quoted bare word."""
    if token[0] in "\"'":
        mark = token[0]
        inner = token[1:-1] if len(token) > 1 and token[-1] == mark else token[1:]
        inner = _BAD_ESCAPE.sub(_escape, inner)
        return '"' + re.sub(r'(\\.)|"', lambda match: match[1] or '\\"', inner, flags=re.DOTALL) + '"'
    if token in {"true", "false", "null"} or _PLAIN.match(token):
        return token
    if token in {"undefined", "NaN", "Infinity", "-Infinity", "None"}:
        return "null"
    return json.dumps(token)


def _escape(match: re.Match[str]) -> str:
    """Return an escape that JSON knows, or the bare character."""
    if match[1]:
        return match[0]
    char = match[2] or ""
    return match[0] if char and char in '"\\/bfnrt' else "" if char in {"u", ""} else char
