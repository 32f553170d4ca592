"""Values of an article: frozen, and changed by making a new one."""

from __future__ import annotations

import attrs
import pytest

from newsparse.model import Contributor, Role, Span, Timestamp
from newsparse.nodes import evolve


@pytest.mark.parametrize(
    ("value", "changes"),
    [
        (Contributor("Jane Doe", span=Span(3, 11)), {"span": None}),
        (Contributor("Jane Doe"), {"roles": (Role.EDITOR,), "title": "editor"}),
        (Timestamp("5 May", pointer="/datePublished"), {"text": "6 May"}),
    ],
)
def test_evolve_gives_what_attrs_gives(value: Contributor | Timestamp, changes: dict[str, object]) -> None:
    """A changed value equals the one that `attrs.evolve` makes, and the first one stays as it was."""
    before = attrs.asdict(value, recurse=False)
    changed = evolve(value, **changes)
    assert changed == attrs.evolve(value, **changes)
    assert type(changed) is type(value)
    assert attrs.asdict(value, recurse=False) == before
