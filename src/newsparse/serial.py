"""Articles as plain values and back, exactly."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin

from cattrs import Converter, transform_error
from cattrs.errors import BaseValidationError
from cattrs.gen import make_dict_structure_fn
from cattrs.strategies import configure_tagged_union

from newsparse import model, vocabulary
from newsparse.errors import SourceError
from newsparse.model import Article, BodyBlock, Node
from newsparse.vocabulary import BlockRole

__all__ = ["SCHEMA_VERSION", "from_dict", "to_dict"]

SCHEMA_VERSION = "1.0"
"""Version of the form that `to_dict` writes; the published JSON Schema bears the same."""

_NODES = tuple(value for value in vars(model).values() if isinstance(value, type) and issubclass(value, Node) and value is not Node)


_WORDS = tuple(value for value in vars(vocabulary).values() if isinstance(value, type) and issubclass(value, Enum))


def _is_moment(kind: Any) -> bool:
    """Whether a type is `date | datetime`, possibly with `None`."""
    return get_origin(kind) in {Union, UnionType} and set(get_args(kind)) - {NoneType} == {date, datetime}


def _read_moment(value: str | None, kind: Any) -> date | datetime | None:
    """Return a stated moment; the form tells a day from an instant."""
    if value is None and NoneType in get_args(kind):
        return None
    if not isinstance(value, str):
        raise TypeError(f"expected an ISO 8601 string, got {type(value).__name__}")
    return datetime.fromisoformat(value) if "T" in value else date.fromisoformat(value)


def _write_moment(value: date | datetime | None) -> str | None:
    """Return a moment in ISO 8601."""
    return None if value is None else value.isoformat()


def _read_exact(value: Any, kind: Any) -> Any:
    """Return a plain value as it is; cattrs would turn any into a string, `None` too."""
    if issubclass(kind, Enum):
        return kind(value)
    if type(value) is not kind and not (kind is float and type(value) is int):
        raise TypeError(f"expected {kind.__name__}, got {type(value).__name__}")
    return value


def _read_span(value: Any, _: object) -> model.Span:
    start, end = value
    return model.Span(_read_exact(start, int), _read_exact(end, int))


def _object(value: Any, kinds: Iterable[type[Node]]) -> Mapping[str, Any]:
    """Return a value that is an object whose `type` names one of some kinds of nodes; raise for any other."""
    names = [kind.__name__ for kind in kinds]
    if not isinstance(value, Mapping) or value.get("type") not in names:
        raise TypeError(f"expected an object whose type is one of {', '.join(names)}")
    return value


@cache
def _converter() -> Converter:
    converter = Converter(forbid_extra_keys=True)
    converter.register_structure_hook_func(_is_moment, _read_moment)
    converter.register_unstructure_hook_func(_is_moment, _write_moment)
    for scalar in (str, int, float, bool):
        converter.register_structure_hook(scalar, _read_exact)
    converter.register_structure_hook(model.Span, _read_span)
    converter.register_unstructure_hook(model.Span, list)
    converter.register_structure_hook(model.Block, lambda value, _: model.Block(_read_span(value["span"], None), BlockRole(value["role"])))
    converter.register_unstructure_hook(model.Block, lambda block: {"span": list(block.span), "role": block.role.value})
    # a word of a vocabulary is a string already, but one whose class other writers do not know
    for words in _WORDS:
        converter.register_unstructure_hook(words, lambda word: word.value)
    name = lambda cls: cls.__name__  # noqa: E731
    configure_tagged_union(BodyBlock, converter, tag_name="type", tag_generator=name)
    read_block = converter.get_structure_hook(BodyBlock)
    converter.register_structure_hook(BodyBlock, lambda value, kind: read_block(_object(value, get_args(BodyBlock)), kind))
    any_node: Any = Union[_NODES]
    configure_tagged_union(any_node, converter, tag_name="type", tag_generator=name)
    bare = {kind: make_dict_structure_fn(kind, converter, _cattrs_forbid_extra_keys=True) for kind in _NODES}

    def read_node(value: Any, kind: Any) -> Any:
        # inside another node (the time in a byline) a node bears no type: its place says what it is
        if kind in bare and isinstance(value, Mapping) and "type" not in value:
            return bare[kind](value, kind)
        return converter.structure(_object(value, _NODES), any_node)

    converter.register_structure_hook(Node, read_node)
    converter.register_unstructure_hook(Node, lambda value: converter.unstructure(value, unstructure_as=any_node))
    return converter


def to_dict(article: Article) -> dict[str, Any]:
    """Return the article as plain values that JSON can hold."""
    data: dict[str, Any] = _converter().unstructure(article)
    return {"schema_version": SCHEMA_VERSION, **data}


def from_dict(data: Mapping[str, Any]) -> Article:
    """Return the article that `to_dict` wrote.

    Raises:
        SourceError: the data is not such an article; the message names the path.
    """
    if not isinstance(data, Mapping):
        raise SourceError("an article is read from a mapping", expected="a mapping", got=type(data).__name__)
    version = data.get("schema_version", SCHEMA_VERSION)
    if version != SCHEMA_VERSION:
        raise SourceError("schema_version", expected=SCHEMA_VERSION, got=repr(version))
    plain = {key: value for key, value in data.items() if key != "schema_version"}
    try:
        return _converter().structure(plain, Article)
    except (BaseValidationError, ValueError, TypeError, KeyError) as error:
        found = "; ".join(transform_error(error, path="article"))
        raise SourceError("this is not an article", expected="what Article.to_dict() wrote", got=found) from error
