"""The numbers that learned judges see are those that they were trained on."""

from __future__ import annotations

import json

import pytest

from scripts.row_sums import TARGET, sums

KEPT: dict[str, list[float]] = json.loads(TARGET.read_text("utf-8"))


@pytest.fixture(scope="module")
def seen() -> dict[str, list[float]]:
    """Return the sums of the rows as the code makes them."""
    return sums()


@pytest.mark.parametrize("name", KEPT)
def test_judge_sees_what_it_was_trained_on(name: str, seen: dict[str, list[float]]) -> None:
    """A number that changes asks for new weights (`scripts/train_plain.py`, `train_page.py`) and then new sums (`scripts/row_sums.py`)."""
    assert len(KEPT[name]) == len(seen[name])
    changed = [
        k for k, (kept, now) in enumerate(zip(KEPT[name], seen[name], strict=True)) if now != pytest.approx(kept, rel=1e-6, abs=0.01)
    ]
    assert [] == changed, "these numbers of its rows"


def test_every_judge_is_held(seen: dict[str, list[float]]) -> None:
    """No judge is without kept sums."""
    assert KEPT.keys() == seen.keys()
