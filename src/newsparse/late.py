"""Fields of a frozen class that are made when first asked for: hundreds of small values that few callers look at."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

__all__ = ["Late", "delayed"]

L = TypeVar("L", bound="Late")


class Late:
    """Base of a class with slots, some of whose values `delayed` may take back until they are asked for.

    Nobody can tell: comparing, copying, pickling and printing all ask.
    """

    __slots__ = ("_makers",)

    if not TYPE_CHECKING:  # to a type checker the class has the attributes that it declares, and no others

        def __getattr__(self, name: str) -> Any:
            """Return a value that is not there yet, and keep it."""
            try:
                make = object.__getattribute__(self, "_makers")[name]
            except (AttributeError, KeyError):
                raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}") from None
            value = make()
            object.__setattr__(self, name, value)
            return value


def delayed(instance: L, **makers: Callable[[], Any]) -> L:
    """Return the instance, the named values taken from it: each is made by its function when first asked for.

    The functions may be called by two threads at once, and must return equal values.
    """
    for name in makers:
        object.__delattr__(instance, name)
    object.__setattr__(instance, "_makers", makers)
    return instance
