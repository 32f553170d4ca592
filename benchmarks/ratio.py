"""Print what a parse costs, as a ratio to `lxml.html.document_fromstring(bytes)` on the same pages.

    python benchmarks/ratio.py FOLDER... [--limit N] [--rounds N] [--rival trafilatura ...] [--worst N]

Everything runs in one process, interleaved: on each page the bare parse, ours and the rivals take
turns, and the best of the rounds over all pages counts. CPU time, so that other processes disturb it little.
"""

from __future__ import annotations

import argparse
import gc
import importlib
import logging
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import attrs
import lxml.html

import newsparse
from newsparse import Claim, Document, Draft, Leftovers, Parser, Pipeline
from pages import load

System = Callable[[bytes], object]
BARE, OURS, READ = "bare parse", "newsparse.parse", "newsparse.read"


def rival(name: str) -> System:
    """Return another library's extraction of text and fields, or leave with a line when it is not installed."""
    try:
        module = importlib.import_module({"newspaper4k": "newspaper"}.get(name, name))
    except ImportError:
        raise SystemExit(f"{name} is not installed here") from None
    if name == "trafilatura":
        return lambda data: module.bare_extraction(data, with_metadata=True)
    if name == "newspaper4k":

        def newspaper(data: bytes) -> object:
            article = module.Article("https://example.org/")
            article.download(input_html=data.decode("utf-8", "replace"))
            article.parse()
            return article.text

        return newspaper
    if name == "resiliparse":
        extract = importlib.import_module("resiliparse.extract.html2text").extract_plain_text
        tree = importlib.import_module("resiliparse.parse.html").HTMLTree
        detect = importlib.import_module("resiliparse.parse.encoding").detect_encoding
        return lambda data: extract(tree.parse_from_bytes(data, detect(data)), main_content=True)
    raise SystemExit(f"{name}: known are trafilatura, newspaper4k, resiliparse")


def _tolerant(system: System) -> System:
    """Return a system whose failures are passed over: what it did until then is its time."""

    def run(data: bytes) -> object:
        try:
            return system(data)
        except Exception:  # noqa: BLE001 (another library's failure is not ours to judge here)
            return None

    return run


class Stages:
    """The default pipeline with a clock around each parser."""

    def __init__(self) -> None:
        default = Pipeline.default()
        self.times: dict[str, float] = dict.fromkeys(default.names, 0.0)
        self.pipeline = Pipeline(tuple(attrs.evolve(parser, find=self._timed(parser)) for parser in default.parsers))

    def _timed(self, parser: Parser) -> Callable[[Document, Draft], Iterable[Claim | Leftovers]]:
        def find(document: Document, draft: Draft) -> list[Claim | Leftovers]:
            start = time.process_time()
            try:
                return list(parser.find(document, draft))
            finally:
                self.times[parser.name] += time.process_time() - start

        return find

    def run(self, pages: Sequence[tuple[str, bytes]]) -> dict[str, float]:
        """Return the seconds that each parser took over the pages; "resolve" is the rest of the pipeline."""
        start = time.process_time()
        reading = 0.0
        for _, data in pages:
            begun = time.process_time()
            document = newsparse.read(data, source="html")
            reading += time.process_time() - begun
            self.pipeline.run(document, on_error="collect")
        rest = time.process_time() - start - reading - sum(self.times.values())
        return {**self.times, "resolve": rest}


def measure(systems: dict[str, System], pages: Sequence[tuple[str, bytes]], rounds: int) -> dict[str, list[float]]:
    """Return, for each system, the best time of each page.

    A round goes over all pages: what a system keeps of a page for a moment does not help it with the same page again.
    Before its turns a page is parsed once and not counted, or the first system alone would fetch it from memory.
    """
    best = {name: [float("inf")] * len(pages) for name in systems}
    for _ in range(rounds):
        for i, (_, data) in enumerate(pages):
            systems[BARE](data)
            for name, system in systems.items():
                start = time.process_time()
                system(data)
                best[name][i] = min(best[name][i], time.process_time() - start)
            gc.collect()
    return best


def quantile(values: Sequence[float], share: float) -> float:
    """Return the value below which this share of the values lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def report(name: str, times: Sequence[float], base: Sequence[float]) -> str:
    """Return one line: sum ratio, median, 95th percentile, milliseconds a page."""
    ratios = [t / b for t, b in zip(times, base, strict=True)]
    mean = 1000 * sum(times) / len(times)
    return f"{name:20}{sum(times) / sum(base):8.2f}{quantile(ratios, 0.5):8.2f}{quantile(ratios, 0.95):8.2f}{mean:10.2f}"


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("folders", nargs="+", type=Path)
    options.add_argument("--limit", type=int, help="pages from each folder")
    options.add_argument("--rounds", type=int, default=5, help="the best of them counts")
    options.add_argument("--rival", nargs="*", default=[], help="trafilatura, newspaper4k, resiliparse")
    options.add_argument("--worst", type=int, default=0, help="name the dearest pages")
    chosen = options.parse_args()
    pages = load(chosen.folders, chosen.limit)
    logging.disable(logging.CRITICAL)

    systems: dict[str, System] = {
        BARE: lxml.html.document_fromstring,
        READ: lambda data: newsparse.read(data, source="html"),
        OURS: lambda data: newsparse.parse(data, source="html", on_error="collect"),
        **{name: _tolerant(rival(name)) for name in chosen.rival},
    }
    best = measure(systems, pages, chosen.rounds)
    base = best[BARE]
    print(f"{len(pages)} pages, {sum(len(data) for _, data in pages) / len(pages) / 1000:.0f} kB a page, best of {chosen.rounds}")
    print(f"{'':20}{'sum':>8}{'median':>8}{'p95':>8}{'ms/page':>10}")
    for name, times in best.items():
        print(report(name, times, base))

    stages = Stages()
    stages.run(pages)  # warm
    stages.times = dict.fromkeys(stages.times, 0.0)
    unit = sum(base)
    print("\nstages of ours")
    for name, seconds in sorted(stages.run(pages).items(), key=lambda item: -item[1]):
        print(f"  {name:34}{seconds / unit:8.3f}")
    if chosen.worst:
        print("\ndearest pages")
        ranked = sorted(zip(best[OURS], base, best[READ], pages, strict=True), key=lambda row: -row[0] / row[1])
        for ours, bare, read, (name, data) in ranked[: chosen.worst]:
            print(f"  {ours / bare:8.2f}{read / bare:8.2f}{len(data) / 1000:8.0f} kB  {name}")


if __name__ == "__main__":
    main()
