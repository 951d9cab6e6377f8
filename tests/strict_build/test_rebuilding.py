"""Several builds in one process, as Pelican does when it follows changes."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
from contextlib import suppress
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from tests.strict_build.support import article, command, run
from tests.support.building import PROJECT, STEADY, write_files
from tests.support.waiting import wait_for_end, wait_until

# Builds, lets a line of its own input change the site, and builds again.
SCRIPT = """\
import json
import sys
from pathlib import Path

from pelican import get_instance, parse_arguments

pelican, _ = get_instance(parse_arguments(sys.argv[2:]))
for change in json.loads(sys.argv[1]):
    for name, text in change.items():
        path = Path(name)
        path.unlink() if text is None else path.write_text(text, encoding="utf-8")
    try:
        pelican.run()
    except Exception as error:
        print(type(error).__name__)
    print("end of build", flush=True)
"""
QUOTING = article("Quoting", "> The river does not read treaties.\n>\n> — Nino, [@water]")
CITATION = "type: webpage\ntitle: Water\n"
SNAPSHOT = "The river does not read treaties."


def build_in_turn(folder: Path, *changes: dict[str, str | None], theme: Path) -> list[str]:
    """Build once after each of *changes*, in one process; return what each build said."""
    write_files(folder, {"script.py": SCRIPT})
    words = command(folder / "content", folder / "output", THEME=str(theme))
    words[2:4] = [str(folder / "script.py"), json.dumps(changes)]
    done = run(words, cwd=folder)
    assert done.returncode == 0, done.stderr
    return done.stdout.split("end of build\n")[:-1]


@pytest.fixture
def theme(tmp_path: Path) -> Path:
    """Return a copy of the theme."""
    shutil.copytree(PROJECT / "theme", tmp_path / "theme")
    return tmp_path / "theme"


def stylesheet(page: Path) -> str:
    link = BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser").select_one(
        "link[rel=stylesheet]"
    )
    assert link
    return str(link["href"]).lstrip("/")


def test_each_build_tells_what_is_wrong_then(tmp_path: Path, theme: Path) -> None:
    write_files(tmp_path / "content" / "citations", {"water.yaml": CITATION, "water.txt": SNAPSHOT})
    write_files(tmp_path / "content" / "authors", {"ana.md": "Title: Ana\n\nShe writes.\n"})
    quoting, water = "content/quoting.md", "content/citations/water.yaml"
    signed = QUOTING.replace("Category:", "Author: Eka\nCategory:")

    said = build_in_turn(
        tmp_path,
        {quoting: QUOTING.replace("read", "write")},
        {quoting: QUOTING},
        {water: "type: webpage\ntitel: Water\n"},
        {water: CITATION, "content/citations/water.txt": "Something else."},
        {"content/citations/water.txt": SNAPSHOT, quoting: signed},
        {"content/authors/eka.md": "Title: Eka\n\nShe writes.\n"},
        theme=theme,
    )

    told = [[line.rpartition(" ")[2] for line in each.splitlines()] for each in said]
    assert told == [
        ["[drifted]", "BuildError"],
        [],
        ["[unknown-field]", "[unknown-citation]", "BuildError"],
        ["[absent]", "BuildError"],
        ["[unknown-author]", "BuildError"],
        [],
    ]


def test_each_build_has_the_stylesheet_that_its_pages_name(tmp_path: Path, theme: Path) -> None:
    tokens = theme / "styles" / "tokens.css"
    write_files(tmp_path / "content", {"a.md": article()})

    said = build_in_turn(
        tmp_path,
        {},
        {str(tokens): tokens.read_text(encoding="utf-8") + "\n.new { color: red }\n"},
        theme=theme,
    )
    output = tmp_path / "output"
    sheets = list(output.glob("theme/css/main.*.css"))

    assert said == ["", ""]
    assert sheets == [output / stylesheet(output / "a" / "index.html")]
    assert ".new" in sheets[0].read_text(encoding="utf-8")


@pytest.mark.slow
def test_following_changes_tells_an_error_once_and_goes_on(tmp_path: Path) -> None:
    content = write_files(tmp_path / "content", {"a.md": article()})
    log = tmp_path / "log.txt"
    with log.open("w") as out:
        following = subprocess.Popen(
            command(content, tmp_path / "output", "--autoreload"),
            cwd=tmp_path,
            env={**os.environ, **STEADY},
            stdout=out,
            stderr=subprocess.DEVNULL,
        )
    try:
        wait_until((tmp_path / "output" / "a" / "index.html").exists, "the site is not built")
        wait_until(lambda: watches(following, content), "changes are not waited for")
        write_files(content, {"a.md": article(text="See [it]({filename}/no.md).")})
        wait_until(lambda: "[broken-link]" in log.read_text("utf-8"), "the error is not told")
        wait_until(lambda: watches(following, content), "changes are not waited for any more")
        write_files(content, {"b.md": article("B"), "a.md": article()})
        wait_until((tmp_path / "output" / "b" / "index.html").exists, "the site is not built again")
    finally:
        following.send_signal(signal.SIGINT)
        wait_for_end(following)

    assert log.read_text(encoding="utf-8").count("[broken-link]") == 1


def watches(process: subprocess.Popen[bytes], folder: Path) -> bool:
    """Tell whether the system tells *process* of changes in *folder* from now on."""
    wanted = f" ino:{folder.stat().st_ino:x} "
    with suppress(FileNotFoundError):
        told = Path(f"/proc/{process.pid}/fdinfo").iterdir()
        return any(wanted in path.read_text() for path in told)
    return False
