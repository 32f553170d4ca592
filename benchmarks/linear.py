"""Print how the cost of a parse grows when the input doubles, on inputs that break parsers.

    python benchmarks/linear.py [CASE...] [--most 2.5] [--doublings N]

Each case is measured at sizes that double. A parse is linear when a doubling multiplies its time by
2.5 at most, in the mean over the doublings: one of them may meet a collection of garbage or the end
of a cache. The command fails when a case grows faster, and names it.
"""

from __future__ import annotations

import argparse
import gc
import time
from collections.abc import Callable

import newsparse

Case = Callable[[int], "bytes | str"]

_SENTENCE = "The rain fell on the town for the third day, and the river rose above the old bridge, the mayor said. "
_NAMES = "By Jane Doe, John Roe and Mary Major in Berlin, Paris and London; additional reporting by "


def _page(body: str, head: str = "") -> bytes:
    return f"<!doctype html><html><head><title>Rain in town - Example</title>{head}</head><body>{body}</body></html>".encode()


def _article(n: int) -> bytes:
    paragraphs = "".join(f"<p>{i}. {_SENTENCE * 5}</p>" for i in range(n // 500))
    return _page(f"<article><h1>Rain in town</h1><p>By Jane Doe</p><time datetime='2024-12-06'>6 Dec</time>{paragraphs}</article>")


def _json_scripts(n: int) -> bytes:
    script = (
        '<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Rain {0}", "url": "https://example.org/{0}"}}</script>'
    )
    return _page("<p>Rain.</p>", "".join(script.format(i) for i in range(n // 100)))


PAGES: dict[str, tuple[int, Case]] = {
    "article": (100_000, _article),
    "siblings": (50_000, lambda n: _page("<div>" + "<p>a</p>" * (n // 8) + "</div>")),
    "nesting": (50_000, lambda n: _page("<div>" * (n // 5) + _SENTENCE)),
    "nested inline": (50_000, lambda n: _page("<p>" + "<b>" * (n // 3) + _SENTENCE)),
    "nested lists": (50_000, lambda n: _page("<ul><li>a" * (n // 9))),
    "one text node": (300_000, lambda n: _page("<p>" + _SENTENCE * (n // len(_SENTENCE)) + "</p>")),
    "one word": (300_000, lambda n: _page("<p>" + "a" * n + "</p>")),
    "one heading": (100_000, lambda n: _page("<h1>" + _SENTENCE * (n // len(_SENTENCE)) + "</h1><p>Rain.</p>")),
    "one title": (
        1_000,
        lambda n: _page("<h2>Town</h2><h2>Snow</h2><h2>Hail</h2><p>" + _SENTENCE).replace(
            b"Rain in town", "".join(f"Rain {i} | " for i in range(n // 11)).encode()
        ),
    ),
    "many titles": (50_000, lambda n: _page("<h1>Rain</h1>", '<meta property="og:title" content="Rain | Town">' * (n // 44))),
    "one byline": (50_000, lambda n: _page("<h1>Rain</h1><p>" + _NAMES * (n // len(_NAMES)) + "</p><p>Rain.</p>")),
    "attributes": (50_000, lambda n: _page("<p " + " ".join(f"a{i}=1" for i in range(n // 8)) + ">" + _SENTENCE + "</p>")),
    "one attribute": (300_000, lambda n: _page('<p title="' + "a " * (n // 2) + '">' + _SENTENCE + "</p>")),
    "class names": (100_000, lambda n: _page('<p class="' + "story-body " * (n // 11) + '">' + _SENTENCE + "</p>")),
    "json scripts": (100_000, _json_scripts),
    "json nodes": (
        100_000,
        lambda n: _page(
            "<p>a</p>",
            '<script type="application/ld+json">['
            + ",".join(f'{{"@type":"NewsArticle","headline":"Rain {i}"}}' for i in range(n // 50))
            + "]</script>",
        ),
    ),
    "json nesting": (
        10_000,
        lambda n: _page("<p>a</p>", '<script type="application/ld+json">' + '{"@type":"A","b":' * (n // 17) + "</script>"),
    ),
    "json quotes": (30_000, lambda n: _page("<p>a</p>", '<script type="application/ld+json">{"a": ' + '"b" "' * (n // 5) + "</script>")),
    "json escapes": (30_000, lambda n: _page("<p>a</p>", '<script type="application/ld+json">{"a": "' + '\\"' * (n // 2) + "</script>")),
    "json comments": (30_000, lambda n: _page("<p>a</p>", '<script type="application/ld+json">{' + "/* " * (n // 3) + "</script>")),
    "json entities": (
        100_000,
        lambda n: _page("<p>a</p>", '<script type="application/ld+json">{"a": "' + "&amp;amp;" * (n // 9) + '"}</script>'),
    ),
    "line breaks": (50_000, lambda n: _page("<p>" + "Rain<br>" * (n // 8) + "</p>")),
    "table cells": (50_000, lambda n: _page("<table><tr>" + "<td>1" * (n // 5) + "</table>")),
    "links": (50_000, lambda n: _page("<p>" + "<a href=x>Rain</a>" * (n // 18) + "</p>")),
    "author links": (50_000, lambda n: _page("<h1>Rain</h1><p>" + "<a rel=author href=x>Jane Doe</a> " * (n // 34) + "</p>")),
    "meta tags": (50_000, lambda n: _page("<p>a</p>", '<meta property="article:tag" content="rain">' * (n // 44))),
    "times": (50_000, lambda n: _page("<p>a</p>" + "<p><time>5 May 2024</time></p>" * (n // 30))),
    "item scopes": (50_000, lambda n: _page('<div itemscope itemprop="author"><b itemprop="name">Jane</b>' * (n // 65))),
    "comments unclosed": (100_000, lambda n: _page("<!-- <p>" * (n // 8))),
    "angle brackets": (100_000, lambda n: _page("<" * n)),
    "ampersands": (100_000, lambda n: _page("<p>" + "&" * n)),
    "stray bytes": (100_000, lambda n: _page("<p>" + "ü" * (n // 2)).replace(b"\xc3", b"\xff")),
    "no-break spaces": (100_000, lambda n: _page("<p>" + "\u00a0" * (n // 2) + "a</p>")),
    "soft hyphens": (100_000, lambda n: _page("<p>" + "a\u00ad" * (n // 3) + "</p>")),
    "dashes": (50_000, lambda n: _page("<h1>Rain</h1><p>" + "BERLIN - " * (n // 9) + "</p>")),
    "capitals": (50_000, lambda n: _page("<h1>Rain</h1><p>" + "BERLIN, " * (n // 8) + "</p>")),
    "brackets": (50_000, lambda n: _page("<h1>Rain</h1><p>" + "(" * n + "</p>")),
    "digits": (50_000, lambda n: _page("<h1>Rain</h1><p>" + "1" * n + "</p><p>" + "12.12." * (n // 6) + "</p>")),
    "full stops": (50_000, lambda n: _page("<h1>Rain</h1><p>" + "a." * (n // 2) + "</p>")),
    "quotes": (50_000, lambda n: _page("<h1>Rain</h1><p>" + "“" * n + "</p>")),
}
TEXTS: dict[str, tuple[int, Case]] = {
    "text article": (100_000, lambda n: "Rain in town\n\nBy Jane Doe\n\n" + "\n\n".join([_SENTENCE * 4] * (n // 400))),
    "text line": (300_000, lambda n: _SENTENCE * (n // len(_SENTENCE))),
    "text words": (50_000, lambda n: "rain\n" * (n // 5)),
    "text blank lines": (100_000, lambda n: "rain" + "\n" * n + "town"),
    "text spaces": (100_000, lambda n: "rain" + " " * n + "town"),
    "text wrapped": (100_000, lambda n: (_SENTENCE[:70] + "\n") * (n // 71)),
    "text hyphens": (100_000, lambda n: "govern-\n" * (n // 8)),
    "text dashes": (100_000, lambda n: "-" * n),
    "text byline": (50_000, lambda n: "Rain in town\n\n" + _NAMES * (n // len(_NAMES)) + "\n\nRain.\n"),
    "text dates": (50_000, lambda n: "Rain in town\n\n" + "5 May 2024, " * (n // 12) + "\n\nRain.\n"),
    "text bullets": (50_000, lambda n: "* rain\n" * (n // 7)),
    "text mails": (100_000, lambda n: "From: a\nTo: b\nSubject: c\n\nRain.\n\n" * (n // 35)),
    "text angle brackets": (100_000, lambda n: "> " * (n // 2)),
    "text bytes": (100_000, lambda n: ("Grüße " * (n // 7)).encode("cp1252")),
}
# A byline longer than 600 characters is none and is not read, so these double up to there; see `LINES_A_TIME`.
BYLINES: dict[str, tuple[int, Case]] = {
    "byline names": (75, lambda n: ("By " + "Jane Doe, " * n)[:n]),
    "byline tails": (75, lambda n: ("By " + "Jane Doe in Paris, Reuters and " * n)[:n]),
    "byline titles": (75, lambda n: ("Jane Doe, " + "Senior " * n)[:n]),
    "byline capitals": (75, lambda n: ("By " + "JANE " * n)[:n]),
    "byline dates": (75, lambda n: ("By Jane Doe " + "5 May 2024 " * n)[:n]),
    "byline marks": (75, lambda n: ("By Jane Doe" + "/" * n)[:n]),
    "byline small words": (75, lambda n: ("By Jane " + "von der " * n)[:n]),
    "byline labels": (75, lambda n: ("Text: Jane Doe Foto: " * n)[:n]),
    "byline characters": (75, lambda n: "记者" * (n // 2)),
}
LINES_A_TIME = 50


def seconds(source: bytes | str, kind: newsparse.readers.SourceName | None) -> float:
    """Return the CPU time of a parse, the better of two or three; of fifty lines for a byline."""
    best = float("inf")
    for _ in range(3):
        gc.collect()
        start = time.process_time()
        if kind is None:
            for _ in range(LINES_A_TIME):
                newsparse.parse_byline(str(source))
        else:
            newsparse.parse(source, source=kind, on_error="collect")
        best = min(best, time.process_time() - start)
        if best > 1.0:
            break
    return best


def main() -> None:
    """Measure, print, and fail where a doubling costs too much."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("cases", nargs="*", help="names; all when none is given")
    options.add_argument("--most", type=float, default=2.5, help="times that a doubling may cost")
    options.add_argument("--doublings", type=int, default=4)
    chosen = options.parse_args()
    failed = []
    kinds: tuple[tuple[newsparse.readers.SourceName | None, dict[str, tuple[int, Case]]], ...]
    kinds = (("html", PAGES), ("text", TEXTS), (None, BYLINES))
    for kind, cases in kinds:
        doublings = 3 if kind is None else chosen.doublings
        for name, (size, make) in cases.items():
            if chosen.cases and name not in chosen.cases:
                continue
            times = [seconds(make(size << i), kind) for i in range(doublings + 1)]
            # below a millisecond the fixed cost and the clock hide the growth
            growth = (max(times[-1], 0.001) / max(times[0], 0.001)) ** (1 / doublings)
            print(f"{name:22}{'  '.join(f'{t * 1000:9.1f} ms' for t in times)}   per doubling {growth:.2f}", flush=True)
            if growth > chosen.most:
                failed.append(name)
    if failed:
        raise SystemExit(f"more than {chosen.most} times per doubling: {', '.join(failed)}")


if __name__ == "__main__":
    main()
