"""Print the peak memory of a parse beside that of a bare lxml parse, and the growth over many parses.

    python benchmarks/memory.py FOLDER... [--limit N] [--parses 5000] [--most 2.0]

Peaks are taken in a fresh process for each page, after other pages were parsed: words and weights
are loaded once and belong to no page. A parse is charged with the larger of two figures: by how
much the resident memory grew, which counts trees but not what Python puts into memory that it
holds already; and the tree's share (the growth in a bare parse) with all that Python allocated.
Growth is what one process holds more after thousands of parses than after the first round.
"""

from __future__ import annotations

import argparse
import ctypes
import gc
import multiprocessing
import multiprocessing.connection
import statistics
import tracemalloc
from collections.abc import Callable, Sequence
from pathlib import Path

from pages import load

STATUS = Path("/proc/self/status")
PEAK_RESET = Path("/proc/self/clear_refs")
_OTHERS = 60


def resident(field: str) -> int:
    """Return a figure of this process's memory in kilobytes: `VmRSS` now, `VmHWM` at its highest."""
    for line in STATUS.read_text("ascii").splitlines():
        if line.startswith(field):
            return int(line.split()[1])
    raise SystemExit(f"{STATUS} names no {field}")


def _grown(parse: Callable[[bytes], object], data: bytes) -> int:
    """Return by how many kilobytes the resident memory grows at its highest in a parse."""
    gc.collect()
    ctypes.CDLL(None).malloc_trim(0)  # what is free but not given back would hide what the parse needs
    PEAK_RESET.write_text("5", "ascii")
    before = resident("VmRSS")
    kept = parse(data)
    grown = resident("VmHWM") - before
    del kept
    return max(grown, 1)


def _peaks(pipe: multiprocessing.connection.Connection, data: bytes, others: Sequence[bytes]) -> None:
    """Send how many kilobytes a bare parse and ours need at their peaks."""
    import lxml.html

    import newsparse

    def ours(source: bytes) -> object:
        return newsparse.parse(source, source="html", on_error="collect")

    for other in others:
        ours(other)
    bare = _grown(lxml.html.document_fromstring, data)
    grown = _grown(ours, data)
    tracemalloc.start()
    kept = ours(data)
    allocated = tracemalloc.get_traced_memory()[1] // 1024
    del kept
    pipe.send((bare, max(grown, bare + allocated)))


def peaks(data: bytes, others: Sequence[bytes]) -> tuple[int, int]:
    """Return the kilobytes that a bare parse and ours need at their peaks, measured in a process of their own."""
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_peaks, args=(sender, data, others))
    process.start()
    sender.close()
    bare, ours = receiver.recv()
    process.join()
    return bare, ours


def growth(pages: list[tuple[str, bytes]], parses: int) -> tuple[int, int]:
    """Return the kilobytes that this process holds after one round of the pages and after many parses."""
    import newsparse

    for _, data in pages:
        newsparse.parse(data, source="html", on_error="collect")
    gc.collect()
    first = resident("VmRSS")
    for i in range(parses):
        newsparse.parse(pages[i % len(pages)][1], source="html", on_error="collect")
    gc.collect()
    return first, resident("VmRSS")


def main() -> None:
    """Measure, print, and fail over the bound."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("folders", nargs="+", type=Path)
    options.add_argument("--limit", type=int, default=20, help="pages from each folder")
    options.add_argument("--parses", type=int, default=5000)
    options.add_argument("--most", type=float, default=2.0, help="times the bare parse's peak")
    chosen = options.parse_args()
    if not PEAK_RESET.exists():
        raise SystemExit("peaks are read from /proc, which this system has not")
    pages = load(chosen.folders, chosen.limit)
    # resident memory comes in pages and arenas: below a megabyte of source it is all noise
    pages.sort(key=lambda page: -len(page[1]))
    count = max(5, len(pages) // 4)
    others = [data for _, data in pages[count:][:_OTHERS]]
    ratios = []
    for name, data in pages[:count]:
        bare, ours = peaks(data, others)
        ratios.append(ours / bare)
        print(f"{name:60.60}{len(data) / 1000:8.0f} kB{bare:8} kB bare{ours:8} kB ours{ours / bare:8.2f}", flush=True)
    print(f"peak against the bare parse: median {statistics.median(ratios):.2f}, highest {max(ratios):.2f}")
    if chosen.parses:
        first, last = growth(pages, chosen.parses)
        print(f"after {len(pages)} parses {first} kB, after {chosen.parses} more {last} kB")
        if last > 1.1 * first:
            raise SystemExit("memory grows")
    if max(ratios) > chosen.most:
        raise SystemExit(f"more than {chosen.most} times the bare parse")


if __name__ == "__main__":
    main()
