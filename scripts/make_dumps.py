"""Dump pages with known answers as plain text, each by several tools, to learn and to judge plain text by.

    python scripts/make_dumps.py OUT FOLDER[:EVERY] ... [--tools w3m lynx ...] [--each N]

A folder holds `truth.jsonl` and `pages/<id>.html.gz`; OUT will hold the same with `pages/<id>.txt.gz`.
Of a page's answers those are kept that its dump shows. The tool `clipping` reads no page: it prints
the answers, as an archive or a mail has them, now and then cut short. `--each` takes so many of the tools for each
page, others for the next. A tool that is not installed is left out, and said.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import html
import json
import random
import re
import shutil
import subprocess
import textwrap
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from corpus import known_pages

from newsparse import lexicon
from newsparse.document import HEADINGS, Block
from newsparse.readers import read

# A dump that lacks more of the story than this says nothing of where the story is.
LEAST = 0.85
_BROKEN = re.compile("[\ud800-\udfff]")
_PARTED = frozenset((*HEADINGS, "p", "blockquote", "pre", "figure", "article", "section"))


def w3m(page: str, columns: int = 80) -> str:
    """Return what w3m prints."""
    return _piped(["w3m", "-dump", "-T", "text/html", "-I", "utf-8", "-O", "utf-8", "-cols", str(columns)], page)


def lynx(page: str, columns: int = 80) -> str:
    """Return what lynx prints."""
    charset = ["-assume_charset=utf-8", "-display_charset=utf-8"]
    return _piped(["lynx", "-dump", "-nolist", "-stdin", "-force_html", *charset, f"-width={columns}"], page)


def lynx_links(page: str) -> str:
    """Return what lynx prints with the numbers and the list of links."""
    charset = ["-assume_charset=utf-8", "-display_charset=utf-8"]
    return _piped(["lynx", "-dump", "-stdin", "-force_html", *charset, "-width=100"], page)


def html2text(page: str) -> str:
    """Return what html2text makes without links: wrapped Markdown."""
    from html2text import HTML2Text

    maker = HTML2Text()
    maker.ignore_images = maker.ignore_links = True
    return str(maker.handle(page))


def html2text_links(page: str) -> str:
    """Return what html2text makes as it comes: Markdown with links and pictures, not wrapped."""
    from html2text import HTML2Text

    maker = HTML2Text()
    maker.body_width = 0
    return str(maker.handle(page))


def trafilatura(page: str) -> str:
    """Return trafilatura's text: the story alone, more or less."""
    from trafilatura import extract

    return extract(page, include_comments=False) or ""


def justext(page: str) -> str:
    """Return all of jusText's paragraphs, a line each."""
    from justext import get_stoplist
    from justext import justext as made

    return "\n".join(part.text for part in made(page.encode("utf-8", "replace"), get_stoplist("English")))


def justext_main(page: str) -> str:
    """Return those of jusText's paragraphs that it thinks good, parted by blank lines."""
    from justext import get_stoplist
    from justext import justext as made

    parts = made(page.encode("utf-8", "replace"), get_stoplist("English"))
    return "\n\n".join(part.text for part in parts if not part.is_boilerplate or part.heading)


def readability(page: str) -> str:
    """Return title and text of readability's summary."""
    import lxml.html
    from readability import Document

    made = Document(page)
    return f"{made.short_title()}\n\n{''.join(map(str, lxml.html.fromstring(made.summary()).itertext()))}"


def newspaper(page: str) -> str:
    """Return title and text that newspaper4k finds."""
    from newspaper import Article

    made = Article("http://example.org/", fetch_images=False)
    made.download(input_html=page)
    made.parse()
    return f"{made.title}\n\n{made.text}"


def soup_lines(page: str) -> str:
    """Return BeautifulSoup's strings, a line each: inline tags tear sentences."""
    return str(_soup(page).get_text("\n", strip=True))


def soup_text(page: str) -> str:
    """Return BeautifulSoup's text as it comes: the white space of the source."""
    return str(_soup(page).get_text())


def inscriptis(page: str) -> str:
    """Return what inscriptis prints."""
    from inscriptis import get_text

    return str(get_text(page))


def resiliparse(page: str) -> str:
    """Return all of resiliparse's text."""
    from resiliparse.extract.html2text import extract_plain_text

    return str(extract_plain_text(page, main_content=False, alt_texts=False))


def copied(page: str) -> str:
    """Return what a browser copies, more or less: paragraphs parted by blank lines, all else by line breaks."""
    parts = []
    for block in _blocks(page):
        parts += ["\n\n" if block.tag in _PARTED else "\n", block.text, "\n" if block.tag in _PARTED else ""]
    return re.sub(r"\n{3,}", "\n\n", "".join(parts)).strip("\n")


def lines(page: str) -> str:
    """Return a page's blocks, a line each, paragraphs indented."""
    return "\n".join(("    " if block.tag == "p" and len(block.text) > 100 else "") + block.text for block in _blocks(page))


def parted(page: str) -> str:
    """Return a page's blocks, all parted by blank lines, list items with bullets."""
    return "\n\n".join(("• " if block.tag == "li" else "") + block.text for block in _blocks(page))


def wrapped(page: str) -> str:
    """Return a page's blocks as a mail program wraps them."""
    return "\n\n".join("\n".join(textwrap.wrap(block.text, 72)) for block in _blocks(page))


TOOLS: dict[str, Callable[[str], str]] = {
    tool.__name__.replace("_", "-"): tool
    for tool in (
        *(w3m, lynx, lynx_links, html2text, html2text_links, trafilatura, justext, justext_main, readability, newspaper),
        *(soup_lines, soup_text, inscriptis, resiliparse, copied, lines, parted, wrapped),
    )
}


CLIPPING = "clipping"


def clipping(truth: dict[str, Any], name: str) -> tuple[str, dict[str, Any]] | None:
    """Return headline, byline and the first paragraphs of a story, and the answers that they show; `None` for a page without a story."""
    chance = random.Random(name)  # noqa: S311 (no secret: the same page must give the same clipping)
    paragraphs = truth.get("paragraphs") or [line for line in (truth.get("body") or "").split("\n") if line.strip()]
    if not paragraphs:
        return None
    kept = paragraphs[: chance.choice((2, 4, 8, 15, 1000, 1000))]
    told: dict[str, Any] = {"body": "\n\n".join(kept)}
    head = []
    if truth.get("headline") and chance.random() < 0.9:
        told["headline"] = truth["headline"]
        head += [truth["headline"]] * chance.choice((1, 1, 2))
    if truth.get("deck") and "headline" in told and chance.random() < 0.5 and folded(truth["deck"]) not in folded(told["body"]):
        told["deck"] = truth["deck"]
        head.append(truth["deck"])
    if "paragraphs" in truth:
        told["paragraphs"] = kept
    if truth.get("authors") and chance.random() < 0.8:
        head.append("By " * (chance.random() < 0.5) + ", ".join(truth["authors"]))
    if truth.get("published") and chance.random() < 0.6:
        head.append(str(truth["published"])[:10])
    tail = chance.sample(_labels(), chance.choice((1, 2, 3))) if chance.random() < 0.3 else []
    parts = [*head, *kept, *tail]
    if len(kept) > 2 and truth.get("headline") and chance.random() < 0.3:
        label = chance.choice(lexicon.section("boilerplate")["en"]["labels"]["related"])
        parts.insert(len(head) + chance.randint(1, len(kept) - 1), f"{label.capitalize()}: {truth['headline']}")
    if chance.random() < 0.2:
        parts = ["\n".join(textwrap.wrap(part, chance.choice((64, 72, 80)))) for part in parts]
        return "\n\n".join(parts), told
    return chance.choice(("\n\n", "\n\n", "\n", "\r\n")).join(parts), told


def _labels() -> list[str]:
    """Return what stands on buttons, as the lexicon has it."""
    phrases = lexicon.section("boilerplate")["en"]["phrases"]
    return sorted(phrase.capitalize() for listed in phrases.values() for phrase in listed if "#" not in phrase)


def _piped(command: list[str], page: str) -> str:
    """Return what a program prints that is given a page."""
    if shutil.which(command[0]) is None:
        raise ImportError(command[0])
    data = page.encode("utf-8", "replace")
    return subprocess.run(command, input=data, capture_output=True, timeout=60, check=False).stdout.decode("utf-8", "replace")


def _soup(page: str) -> Any:
    from bs4 import BeautifulSoup

    soup = BeautifulSoup(page, "lxml")
    for tag in soup(["script", "style", "noscript", "template"]):
        tag.decompose()
    return soup


def _blocks(page: str) -> list[Block]:
    return read(page, source="html").blocks


def folded(text: str) -> str:
    """Return a text as answers are looked for in it: letters and figures, no case."""
    return re.sub(r"\W+", "", unicodedata.normalize("NFKC", text).casefold())


def shown(truth: dict[str, Any], dump: str) -> dict[str, Any] | None:
    """Return those answers that a dump shows; `None` when it lacks too much of the story."""
    flat = folded(dump)
    kept: dict[str, Any] = {}
    for name in ("headline", "deck", "dateline"):
        value = truth.get(name)
        if value is not None and folded(value) in flat:
            kept[name] = value
    authors = truth.get("authors")
    if authors and all(folded(author) in flat for author in authors):
        kept["authors"] = authors
    if truth.get("published"):
        kept["published"] = truth["published"]
    body = "\n\n".join(truth["paragraphs"]) if truth.get("paragraphs") else truth.get("body")
    if body:
        words = re.findall(r"\w+", body.casefold())
        mine = re.findall(r"\w+", dump.casefold())
        grams = {tuple(mine[i : i + 4]) for i in range(len(mine))}
        count = max(1, len(words) - 3)
        if sum(tuple(words[i : i + 4]) in grams for i in range(count)) < LEAST * count:
            return None
        kept["body"] = body
        if truth.get("paragraphs"):
            kept["paragraphs"] = truth["paragraphs"]
    return kept if "body" in kept else None


def pages(spec: str) -> Iterator[tuple[dict[str, Any], Path]]:
    """Yield the rows and pages of a folder."""
    name, _, every = spec.partition(":")
    yield from known_pages(Path(name), "html", int(every or 1))


def _decoded(path: Path) -> str:
    """Return a page as text, its declared encoding taken at its word where it is no UTF-8."""
    page = gzip.decompress(path.read_bytes())
    try:
        return page.decode("utf-8")
    except UnicodeDecodeError:
        found = re.search(rb"charset=[\"']?([\w-]+)", page[:4096])
        try:
            return page.decode(found[1].decode() if found else "cp1252", "replace")
        except LookupError:
            return page.decode("cp1252", "replace")


def some(tools: list[str], each: int | None, name: str) -> list[str]:
    """Return so many of the tools, which ones by the page's name."""
    if each is None:
        return tools
    return sorted(tools, key=lambda tool: hashlib.sha256(f"{name} {tool}".encode()).digest())[:each]


def dump(tool: str, row: dict[str, Any], path: Path) -> tuple[str, dict[str, Any]] | None:
    """Return a page's dump and the answers that it shows; `None` where the tool fails or loses the story."""
    try:
        if tool == CLIPPING:
            return clipping(row["truth"], row["id"])
        text = _BROKEN.sub("\ufffd", TOOLS[tool](_decoded(path)))
    except ImportError:
        raise
    except Exception as error:  # noqa: BLE001 (tools fail in ways of their own)
        print(tool, type(error).__name__, html.escape(str(error))[:100], flush=True)
        return None
    kept = shown(row["truth"], text)
    return (text, kept) if text and kept is not None else None


def main() -> None:
    """Dump, and write with the answers."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("out", type=Path)
    options.add_argument("folders", nargs="+")
    options.add_argument("--tools", nargs="+", choices=sorted((*TOOLS, CLIPPING)), default=[*TOOLS, CLIPPING])
    options.add_argument("--each", type=int)
    chosen = options.parse_args()
    tools = list(chosen.tools)
    (chosen.out / "pages").mkdir(parents=True, exist_ok=True)
    with (chosen.out / "truth.jsonl").open("w", encoding="utf-8") as truth:
        for row, path in (pair for spec in chosen.folders for pair in pages(spec)):
            for tool in some(tools, chosen.each, row["id"]):
                try:
                    found = dump(tool, row, path)
                except ImportError as error:
                    print(f"{tool}: {error} is not installed", flush=True)
                    tools.remove(tool)
                    continue
                if found is None:
                    continue
                name = f"{row['id']}.{tool}"
                (chosen.out / "pages" / f"{name}.txt.gz").write_bytes(gzip.compress(found[0].encode()))
                told = {key: row.get(key) for key in ("group", "url", "lang")} | {"tool": tool, "truth": found[1]}
                truth.write(json.dumps({"id": name} | told, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
