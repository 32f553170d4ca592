"""The command `newsparse`, run in this process and as a real one."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from newsparse import Article, parse
from newsparse.shell.commands import newsparse

STORY = (
    "Bridge opens after nine years\n\nBy Jane Doe\n\nThe mayor opened the bridge on Monday, nine years after work began on it.\n\nShare\n"
)


def run(*args: str, stdin: str | bytes | None = None) -> Result:
    """Return what a run of the command gives."""
    return CliRunner().invoke(newsparse, list(args), input=stdin)


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """Return a file that holds a story."""
    path = tmp_path / "story.txt"
    path.write_text(STORY, "utf-8")
    return path


def test_one_file_is_shown_for_reading(story: Path) -> None:
    """One file shows its fields and its story."""
    done = run(str(story))
    assert done.exit_code == 0
    assert "headline" in done.output
    assert "The mayor opened the bridge" in done.output


def test_every_word_of_the_source_is_shown(story: Path) -> None:
    """Nothing of the source is missing from what is shown."""
    shown = set(run(str(story)).output.split())
    assert set(STORY.split()) - shown == set()


@pytest.mark.parametrize(
    ("page", "marks"),
    [
        ("kinds-of-blocks", ["headline", "•", "| "]),
        ("figures-with-credits", ["[figure]"]),
        ("correction-at-the-end", ["[correction]"]),
        ("wire-copy", ["dateline", "attribution"]),
        ("meta-tags", ["tags", "publisher", "published"]),
    ],
)
def test_page_is_shown_with_the_kinds_of_its_blocks(root: Path, page: str, marks: list[str]) -> None:
    """Fields have their names, notes and boilerplate their kinds, items, quotes and pictures their marks."""
    shown = run(str(root / "tests/pages" / page / "page.html")).output
    assert [mark for mark in marks if mark not in shown] == []


def test_control_characters_do_not_reach_the_terminal(tmp_path: Path) -> None:
    """An escape sequence in an article's text is not sent to the terminal."""
    path = tmp_path / "hostile.txt"
    path.write_text("A title\x1b[2J\n\nA paragraph \x1b]0;owned\x07 of the story.\n", "utf-8")
    assert "\x1b" not in run(str(path)).output


@pytest.mark.parametrize("args", [(), ("-",)])
def test_standard_input_is_read(args: tuple[str, ...]) -> None:
    """Without a file, or for `-`, standard input is read."""
    done = run(*args, "--format", "json", stdin=STORY)
    assert Article.from_dict(json.loads(done.stdout)) == parse(STORY)


def test_json_reads_back(story: Path) -> None:
    """`--format json` of one file is what `Article.from_dict` reads."""
    assert Article.from_dict(json.loads(run(str(story), "--format", "json").stdout)) == parse(STORY)


def test_json_of_many_is_one_list(story: Path) -> None:
    """`--format json` of many files is one JSON document."""
    found = json.loads(run(str(story), str(story), "--format", "json").stdout)
    assert [item["file"] for item in found] == [str(story), str(story)]


def test_text_is_the_story(story: Path) -> None:
    """`--format text` writes the story without boilerplate."""
    lines = run(str(story), "--format", "text").stdout.splitlines()
    assert lines[0] == "Bridge opens after nine years"


def test_markdown_has_front_matter(story: Path) -> None:
    """`--format markdown` opens with front matter."""
    assert run(str(story), "--format", "markdown").stdout.startswith("---\n")


def test_standard_forms_are_written(story: Path) -> None:
    """`--format` writes the forms of the trade."""
    url = ("--url", "https://example.org/a")
    assert json.loads(run(str(story), "--format", "jsonld").stdout)["@type"] == "NewsArticle"
    assert json.loads(run(str(story), "--format", "ninjs", *url).stdout)["uri"] == "https://example.org/a"
    assert "<nitf" in run(str(story), "--format", "nitf").stdout
    assert "<h1" in run(str(story), "--format", "html").stdout


def test_form_that_cannot_hold_an_article_is_told(story: Path) -> None:
    """An article without the address that ninjs needs is told in one line, with exit code 1."""
    done = run(str(story), str(story), "--format", "ninjs")
    assert (done.exit_code, done.stdout, len(done.stderr.splitlines())) == (1, "", 2)


def test_many_files_are_json_lines(story: Path) -> None:
    """Many files give a line each."""
    lines = run(str(story), str(story)).stdout.splitlines()
    assert [Article.from_dict(json.loads(line)["article"]) for line in lines] == [parse(STORY)] * 2


def test_wrong_file_is_one_line_and_the_others_run(story: Path, tmp_path: Path) -> None:
    """A file that is not there is told in one line with exit code 1; the others still run."""
    missing = tmp_path / "missing.txt"
    done = run(str(missing), str(story), str(tmp_path))
    assert done.exit_code == 1
    assert len(done.stdout.splitlines()) == 1
    told = done.stderr.splitlines()
    assert len(told) == 2
    assert str(missing) in told[0]


@pytest.mark.parametrize("args", [("--format", "pdf", "a"), ("--url", "u", "a", "b"), ("--sources", "x")])
def test_wrong_usage_is_exit_code_2(args: tuple[str, ...]) -> None:
    """A wrong option is told, with exit code 2."""
    done = run(*args)
    assert done.exit_code == 2
    assert done.stdout == ""


def test_source_option_overrides_detection() -> None:
    """`--source text` reads markup as text."""
    done = run("--source", "text", "--format", "json", stdin="<p>One.</p>")
    assert json.loads(done.stdout)["source_kind"] == "text"


def test_url_option_is_kept() -> None:
    """`--url` becomes the article's address."""
    done = run("--url", "https://example.org/a", "--format", "json", stdin=STORY)
    assert json.loads(done.stdout)["url"] == "https://example.org/a"


@pytest.mark.parametrize("stdin", [b"", b"  \n", b"\xff\xfe\x00", b"\x00\x01\x02" * 50])
def test_strange_input_is_no_crash(stdin: bytes) -> None:
    """Empty and binary input is read like any other."""
    for form in ("json", "jsonl", "text", "markdown"):
        assert run("--format", form, stdin=stdin).exit_code == 0
    assert run(stdin=stdin).exit_code == 0


@pytest.mark.parametrize(("stdin", "told"), [(b"", "holds no line"), (b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n", "PDF")])
def test_empty_article_is_told_where_its_form_has_no_place_for_it(stdin: bytes, told: str) -> None:
    """A form without problems says on standard error why there is nothing; JSON says it itself."""
    done = run("--format", "markdown", stdin=stdin)
    assert (0, 1, True) == (done.exit_code, len(done.stderr.splitlines()), told in done.stderr)
    assert "" == run("--format", "html", stdin="# Bridge opens\n\n- The mayor\n- The bus\n\n## Cost\n\nNobody knows.").stderr
    done = run("--format", "jsonl", stdin=stdin)
    assert ("", True) == (done.stderr, told in done.stdout)


def test_name_that_is_empty_is_no_folder() -> None:
    """An empty name, as of a shell variable that is not set, is no file."""
    done = run("")
    assert (1, True) == (done.exit_code, "No such file" in done.stderr)


def test_paragraph_of_any_length_is_shown_whole() -> None:
    """A line of a megabyte is shown, and every word of it once."""
    done = run(stdin="word " * 200_000)
    assert (0, 200_000) == (done.exit_code, done.output.count("word"))
    assert 10 > done.output.count("\n")  # the terminal wraps it: doing so here takes time that grows with the square


def test_inspect_of_an_empty_folder_is_told(tmp_path: Path) -> None:
    """A folder without files gives no index of nothing."""
    (tmp_path / "pages").mkdir()
    done = run("inspect", str(tmp_path / "pages"), "-o", str(tmp_path / "reports"))
    assert (1, True, False) == (done.exit_code, "no file in" in done.stderr, (tmp_path / "reports").exists())


def _command(*args: str) -> list[str]:
    return [sys.executable, "-c", "from newsparse.cli import main; main()", *args]


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
@pytest.mark.parametrize("form", [(), ("--format", "jsonl"), ("--format", "html"), ("--format", "text")])
def test_real_process_writes_utf8_and_quits_with_1(story: Path, encoding: str, form: tuple[str, ...]) -> None:
    """The command as its own process writes UTF-8 whatever the locale's encoding, and quits with 1 for a wrong file."""
    story.write_text("Überschrift für Söhne 北京\n\nDer Bürgermeister öffnete die Brücke.\n", "utf-8")
    environment = {**os.environ, "PYTHONIOENCODING": encoding, "LC_ALL": "C"}
    files = (str(story), "missing") if form else (str(story),)
    done = subprocess.run(_command(*form, *files), capture_output=True, check=False, env=environment)
    assert done.returncode == len(files) - 1
    assert "Überschrift für Söhne 北京" in done.stdout.decode("utf-8")
    assert done.stderr.decode("utf-8").count("\n") == len(files) - 1


def test_without_the_extra_says_how_to_get_it(story: Path) -> None:
    """Without click and rich, one line says what to install."""
    code = (
        "import importlib.util as u; real = u.find_spec; "
        "u.find_spec = lambda name, *a: None if name in ('click', 'rich') else real(name, *a); "
        "from newsparse.cli import main; main()"
    )
    done = subprocess.run([sys.executable, "-c", code, str(story)], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.splitlines() == ["newsparse: the command needs click and rich; install them with: pip install 'newsparse[cli]'"]


def test_progress_bar_stands_on_the_terminal_only(story: Path) -> None:
    """Many files show a progress bar on a terminal, and standard output holds the articles alone."""
    terminal, side = pty.openpty()
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "80"}
    done = subprocess.run(_command(*[str(story)] * 5), stdout=subprocess.PIPE, stderr=side, check=True, env=environment)
    os.close(side)
    shown = os.read(terminal, 65536).decode("utf-8", "replace")
    os.close(terminal)
    assert "Parsing" in shown
    assert [json.loads(line)["file"] for line in done.stdout.splitlines()] == [str(story)] * 5


def test_inspect_writes_a_report_to_standard_output(story: Path) -> None:
    """`-o -` writes the report of one file where a pipe can take it; many files need a folder."""
    done = run("inspect", str(story), "-o", "-")
    assert done.exit_code == 0
    assert done.stdout.lower().startswith("<!doctype html>")
    assert run("inspect", str(story), str(story), "-o", "-").exit_code == 2


EXPORT = "2 documents\n\n" + "".join(
    f"{number} of 2 DOCUMENTS\n\n{title}\n\nBYLINE: Jane Doe\n\nLENGTH: 30 words\n\nThe council agreed on Tuesday to close it.\n\n"
    for number, title in enumerate(("Harbour bridge to close", "Ferry adds boats"), 1)
)


def test_split_writes_the_articles_of_a_file(tmp_path: Path) -> None:
    """Each article of an export is a line with its number, whether the export is a file or piped in."""
    path = tmp_path / "export.txt"
    path.write_text(EXPORT, "utf-8")
    for done, name in ((run("split", str(path)), str(path)), (run("split", stdin=EXPORT), "-")):
        assert 0 == done.exit_code
        lines = [json.loads(line) for line in done.stdout.splitlines()]
        assert [(name, 1), (name, 2)] == [(line["file"], line["part"]) for line in lines]
        assert ["Harbour bridge to close", "Ferry adds boats"] == [line["article"]["headline"]["text"] for line in lines]
    assert 2 == len(json.loads(run("split", str(path), "--format", "json").stdout))
    assert "\n# Ferry adds boats\n" in run("split", str(path), "--format", "markdown").stdout


def test_split_tells_what_is_missing(tmp_path: Path) -> None:
    """An announced article that is not there, and a file that cannot be read, are told in one line each."""
    path = tmp_path / "export.txt"
    path.write_text(EXPORT[: EXPORT.index("2 of 2")], "utf-8")
    done = run("split", str(path))
    assert (0, 1) == (done.exit_code, len(done.stdout.splitlines()))
    assert f"newsparse: {path}: 2 articles are announced, 1 found" == done.stderr.strip()
    path.write_text(EXPORT.replace("Ferry", "F\u00e4hre"), "latin-1")
    assert "the encoding was guessed" in run("split", str(path)).stderr
    done = run("split", str(tmp_path / "none.txt"), str(path))
    assert (1, 2) == (done.exit_code, len(done.stdout.splitlines()))
    assert "none.txt: No such file" in done.stderr
