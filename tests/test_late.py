"""Values that are made when first asked for: nobody can tell."""

from __future__ import annotations

import copy
import pickle

import attrs
import pytest

import newsparse
from newsparse.model import Article, Headline
from newsparse.vocabulary import BoilerplateKind

PAGE = "<nav><p>Home</p><p>Sport</p></nav><h1>Rebels enter the city</h1><p>Troops came at dawn.</p>"


def article() -> Article:
    """Return an article with boilerplate that nobody has looked at."""
    return newsparse.parse(PAGE, source="html")


def test_late_values_are_made_once() -> None:
    """Asking twice gives the same object."""
    one = article()
    assert one.boilerplate is one.boilerplate
    assert ["Home", "Sport"] == [node.text for node in one.boilerplate]
    assert BoilerplateKind.NAVIGATION is one.boilerplate[0].kind


def test_late_values_compare_copy_and_pickle() -> None:
    """An article whose late values are asked for by nobody equals one whose values are."""
    one, other = article(), article()
    assert one.blocks
    assert one.boilerplate
    assert one == other
    assert one == pickle.loads(pickle.dumps(article()))  # noqa: S301 (our own)
    assert one == copy.deepcopy(article()) == copy.copy(article())
    assert one == Article.from_dict(article().to_dict())


def test_late_values_survive_a_change() -> None:
    """A changed copy has the values of the article it was made from."""
    changed = attrs.evolve(article(), headline=Headline("Another"))
    assert changed.boilerplate == article().boilerplate
    assert changed.blocks == article().blocks


def test_late_class_has_no_other_attributes() -> None:
    """A name that is no field is an error, as on every class."""
    with pytest.raises(AttributeError, match="'Article' object has no attribute 'bolerplate'"):
        _ = article().bolerplate  # type: ignore[attr-defined]
