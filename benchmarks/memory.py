"""Print the peak memory of a parse beside that of a bare lxml parse, and the growth over many parses.

    python benchmarks/memory.py FOLDER... [--limit N] [--parses 5000] [--most 2.0]

Peaks are taken in a fresh process for each page and system: the highest resident memory less what
the process held before the parse. Growth is what one process holds more after thousands of parses
than after the first round.
"""

from __future__ import annotations

import argparse
import ctypes
import gc
import multiprocessing
import multiprocessing.connection
import statistics
from pathlib import Path

from pages import load

STATUS = Path("/proc/self/status")
PEAK_RESET = Path("/proc/self/clear_refs")


def resident(field: str) -> int:
    """Return a figure of this process's memory in kilobytes: `VmRSS` now, `VmHWM` at its highest."""
    for line in STATUS.read_text("ascii").splitlines():
        if line.startswith(field):
            return int(line.split()[1])
    raise SystemExit(f"{STATUS} names no {field}")


def _peak(pipe: multiprocessing.connection.Connection, data: bytes, warm: bytes, *, ours: bool) -> None:
    """Send how many kilobytes a parse needs at its peak."""
    import lxml.html

    import newsparse

    def parse(source: bytes) -> object:
        return newsparse.parse(source, source="html", on_error="collect") if ours else lxml.html.document_fromstring(source)

    parse(warm)  # what is loaded once, words and weights, belongs to no page
    gc.collect()
    ctypes.CDLL(None).malloc_trim(0)  # what is free but not given back would hide what the parse needs
    PEAK_RESET.write_text("5", "ascii")
    before = resident("VmRSS")
    kept = parse(data)
    pipe.send(max(resident("VmHWM") - before, 1))
    del kept


def peak(data: bytes, warm: bytes, *, ours: bool) -> int:
    """Return the kilobytes that a parse needs at its peak, measured in a process of its own."""
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_peak, args=(sender, data, warm), kwargs={"ours": ours})
    process.start()
    sender.close()
    kilobytes: int = receiver.recv()
    process.join()
    return kilobytes


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
    big = sorted(pages, key=lambda page: -len(page[1]))[: max(5, len(pages) // 4)]
    ratios = []
    for name, data in big:
        ours, bare = peak(data, pages[0][1], ours=True), peak(data, pages[0][1], ours=False)
        ratios.append(ours / bare)
        print(f"{name:60.60}{len(data) / 1000:8.0f} kB{bare:8} kB bare{ours:8} kB ours{ours / bare:8.2f}", flush=True)
    print(f"peak against the bare parse: median {statistics.median(ratios):.2f}, highest {max(ratios):.2f}")
    if chosen.parses:
        first, last = growth(pages, chosen.parses)
        print(f"after {len(pages)} parses {first} kB, after {chosen.parses} more {last} kB")
        if last > 1.1 * first:
            raise SystemExit("memory grows")
    if statistics.median(ratios) > chosen.most:
        raise SystemExit(f"more than {chosen.most} times the bare parse")


if __name__ == "__main__":
    main()
