"""Whether work grows with its input alone: CPU time of two sizes, asked again where the machine may have disturbed it."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

__all__ = ["assert_linear"]

_ATTEMPTS = 4
# Below this much of a second the clock tells little.
_LEAST = 2e-3


def assert_linear(work: Callable[[int], object], small: int, large: int) -> None:
    """Assert that the large input costs at most two and a half times what its size lets expect."""
    work(small // 4)  # what is loaded once is charged to neither
    gc.collect()
    gc.freeze()  # the collector's work grows with all that the process holds, which is other tests' here
    try:
        ratios = []
        for _ in range(_ATTEMPTS):
            ratios.append(_seconds(work, large) / max(min(_seconds(work, small) for _ in range(3)), _LEAST))
            if ratios[-1] < 2.5 * large / small:
                return
    finally:
        gc.unfreeze()
    raise AssertionError(f"{large} costs {min(ratios):.0f} times what {small} costs")


def _seconds(work: Callable[[int], object], size: int) -> float:
    """Return the CPU time that the work takes."""
    begin = time.process_time()
    work(size)
    return time.process_time() - begin
