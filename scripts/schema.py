"""Write the JSON Schema of `Article.to_dict()` from the model, docstrings included.

    python scripts/schema.py

The file is published with the package; a test holds it equal to what this prints.
"""

from __future__ import annotations

import ast
import inspect
import json
import textwrap
from collections.abc import Mapping
from datetime import date, datetime
from enum import Enum
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import attrs

from newsparse import model
from newsparse.serial import SCHEMA_VERSION

TARGET = Path(model.__file__).parent / "schema" / f"article-{SCHEMA_VERSION}.json"
_SCALARS: dict[Any, dict[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    NoneType: {"type": "null"},
    date: {"type": "string", "format": "date"},
    datetime: {"type": "string", "description": "ISO 8601; without an offset where none is known"},
    model.Span: {
        "type": "array",
        "items": {"type": "integer", "minimum": 0},
        "minItems": 2,
        "maxItems": 2,
        "description": "A half-open range of characters in `source_text`.",
    },
    Any: {},
}


def article_schema() -> dict[str, Any]:
    """Return the JSON Schema of an article."""
    definitions: dict[str, Any] = {}
    article = _object(model.Article, definitions)
    article["properties"] = {"schema_version": {"const": SCHEMA_VERSION}, **article["properties"]}
    article["required"] = ["schema_version", *article["required"]]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Article",
        **article,
        "$defs": dict(sorted(definitions.items())),
    }


def _subclasses(kind: type) -> list[type]:
    found = [value for value in vars(model).values() if isinstance(value, type) and issubclass(value, kind) and value is not kind]
    return sorted(found, key=lambda one: one.__name__)


def _schema(hint: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of a type."""
    if hint in _SCALARS:
        return _SCALARS[hint]
    origin, args = get_origin(hint), get_args(hint)
    if origin in {Union, UnionType}:
        return {"anyOf": [_schema(arg, definitions) for arg in args]}
    if origin is tuple:
        return {"type": "array", "items": _schema(args[0], definitions)}
    if origin is not None and isinstance(origin, type) and issubclass(origin, Mapping):
        return {"type": "object", "additionalProperties": _schema(args[1], definitions)}
    if isinstance(hint, type) and issubclass(hint, Enum):
        definitions.setdefault(hint.__name__, {"description": _line(hint), "type": "string", "enum": [str(word.value) for word in hint]})
        return {"$ref": f"#/$defs/{hint.__name__}"}
    if hint is model.Node:
        return {"anyOf": [_schema(kind, definitions) for kind in _subclasses(model.Node)]}
    if isinstance(hint, type) and (attrs.has(hint) or hint is model.Block):
        if hint.__name__ not in definitions:
            definitions[hint.__name__] = {}  # keeps a recursive type from going round
            definitions[hint.__name__] = _object(hint, definitions)
        return {"$ref": f"#/$defs/{hint.__name__}"}
    raise TypeError(f"no schema for {hint!r}")


def _object(kind: type, definitions: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of a class of the model."""
    said = _attribute_docs(kind)
    properties: dict[str, Any] = {}
    if issubclass(kind, model.Node):
        properties["type"] = {"const": kind.__name__}
    for name, hint in get_type_hints(kind).items():
        if name == "from_dict":
            continue
        schema = _schema(hint, definitions)
        properties[name] = {"description": said[name], **schema} if name in said else schema
    required = [name for name in properties if name != "type"]
    return {
        "description": _line(kind),
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }


def _line(kind: type) -> str:
    """Return the first paragraph of a class's docstring as one line."""
    return " ".join((inspect.getdoc(kind) or "").partition("\n\n")[0].split())


def _attribute_docs(kind: type) -> dict[str, str]:
    """Return what stands under each attribute of a class and its bases."""
    said: dict[str, str] = {}
    for base in reversed(kind.__mro__):
        if base.__module__ not in {"newsparse.nodes", "newsparse.model"}:
            continue
        tree = ast.parse(textwrap.dedent(inspect.getsource(base))).body[0]
        assert isinstance(tree, ast.ClassDef)
        for before, after in zip(tree.body, tree.body[1:], strict=False):
            if isinstance(before, ast.AnnAssign) and isinstance(before.target, ast.Name) and isinstance(after, ast.Expr):
                value = ast.literal_eval(after.value) if isinstance(after.value, ast.Constant) else ""
                said[before.target.id] = " ".join(str(value).split())
    return said


def written() -> str:
    """Return the schema as it stands in the file."""
    return json.dumps(article_schema(), indent=1, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text(written(), "utf-8")
    print("wrote", TARGET.name)
