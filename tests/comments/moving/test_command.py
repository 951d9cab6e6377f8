"""The command: a dry run first, then the comments as a real Isso shows them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from commands.command_line import run as run_command
from tests.comments.moving.support import JAR, OLD_JAR, take, wp_comment, written, wxr
from tests.comments.support import CommentServer
from tests.support.building import PROJECT, PUBLICATION, STEADY, write_files
from tests.support.tools import tool
from tests.support.waiting import LONGEST

ARTICLE = "Title: The jar\nDate: 2026-03-14\nCategory: Wine\nSummary: A jar.\n\nA text.\n"
SETTINGS = """\
import sys

sys.path.insert(0, {publication!r})

from pelicanconf import *

COMMENTS = {{"provider": "isso", "url": {url!r}, "privacy": "Here."}}
"""
EXPORT = wxr(
    wp_comment(1, "One\n<script>alert(1)</script>", author="<img src=x>"),
    wp_comment(2, "Two", parent="1"),
    wp_comment(3, "Held", approved="0"),
    wp_comment(4, "Buy", approved="spam"),
)


def run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run the command in *folder*, as people do."""
    return subprocess.run(
        [sys.executable, "-m", "commands", "comments", *words],
        cwd=folder,
        env={**os.environ, **STEADY, "PYTHONPATH": str(PROJECT / "plugins")},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def server_in(folder: Path) -> CommentServer:
    """Return Isso, not yet started, on the database that a site in *folder* imports to."""
    server = CommentServer(site="http://localhost:8000", folder=folder / ".comments")
    content = {f"content/articles/{JAR.strip('/')}.md": ARTICLE}
    settings = {"conf.py": SETTINGS.format(publication=str(PUBLICATION), url=server.url)}
    write_files(folder, {**content, **settings, "old.xml": EXPORT})
    return server


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CommentServer]:
    """Return Isso with the comments that were imported."""
    server = server_in(tmp_path_factory.mktemp("moving"))
    done = import_old(server, "--write")
    assert done.returncode == 0, done.stderr
    assert "Written to .comments/comments.db." in done.stdout
    server.start()
    yield server
    server.stop()


def import_old(server: CommentServer, *words: str) -> subprocess.CompletedProcess[str]:
    return run(server.folder.parent, "import", "old.xml", "--settings", "conf.py", *words)


SUMMARY = f"""\
{JAR} from /2019/03{JAR}: 3 comments, 1 of them held back
left behind: 1 spam
3 new comments in 1 thread, 1 answer among them; 0 there already
"""


@pytest.mark.slow
def test_a_dry_run_tells_what_would_be_done_and_writes_nothing(tmp_path: Path) -> None:
    server = server_in(tmp_path)

    done = import_old(server)

    assert done.returncode == 0, done.stderr
    warning, _, summary = done.stdout.partition("\n")
    assert warning.endswith("[comments-held]")
    assert summary.startswith(SUMMARY)
    assert "Nothing was written; with --write, it goes to .comments/comments.db." in summary
    assert done.stderr == ""
    assert not server.folder.exists()


def replies(url: str) -> Any:
    with urllib.request.urlopen(url, timeout=LONGEST) as answer:  # noqa: S310 - our own
        return json.load(answer)["replies"]


@pytest.mark.slow
def test_what_is_written_is_what_a_real_isso_shows(server: CommentServer) -> None:
    (top,) = replies(f"{server.url}/?uri={quote(JAR)}")

    assert top["author"] == "&lt;img src=x&gt;"
    assert top["text"] == "<p>One<br>\n&lt;script&gt;alert(1)&lt;/script&gt;</p>"
    assert top["created"] == 1552579260.0
    (reply,) = top["replies"]
    assert (reply["text"], reply["author"]) == ("<p>Two</p>", "Nino Example")


@pytest.mark.slow
def test_the_site_s_own_server_can_be_exported(server: CommentServer) -> None:
    words = ("export", "--from-server", "--settings", "conf.py")
    done = run(server.folder.parent, *words)

    assert done.returncode == 0, done.stderr
    whole = json.loads(done.stdout)
    assert whole["markup"] == "html"
    (thread,) = whole["threads"]
    assert (thread["id"], thread["title"]) == (JAR, "The jar")
    (top,) = thread["comments"]
    assert top["author"] == "<img src=x>"
    assert [reply["text"] for reply in top["replies"]] == ["<p>Two</p>"]
    assert done.stderr == "1 thread exported\n"


@pytest.mark.parametrize(
    ("form", "start"),
    [
        ("text", "old.xml:22: error: the XML cannot be read from here on"),
        ("json", '{"path": "old.xml", "line": 22, "code": "comments-moving", "severity": "error"'),
        ("github", "::error file=old.xml,line=22,title=comments-moving::the XML cannot"),
    ],
)
def test_a_file_that_is_cut_off_is_told_in_each_form(
    form: str,
    start: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    written(tmp_path / "old.xml", wxr(wp_comment(1))[:-40])

    code = run_command(["comments", "import", "old.xml", "--write", "--format", form])

    assert code == 1
    assert capsys.readouterr().out.startswith(start)
    assert [path.name for path in tmp_path.iterdir()] == ["old.xml"]


def test_addresses_do_not_go_where_git_takes_them_up(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    subprocess.run(["git", "init", "--quiet", tmp_path], check=True)
    old = written(tmp_path / "old.xml", EXPORT)
    words = ["import", str(old), "--with-addresses", "--write", "--content", "no-such-folder"]
    database = tmp_path / "data" / "comments.db"

    refused = run_command(["comments", *words, "--database", str(database)])
    said = capsys.readouterr().out
    written(tmp_path / ".gitignore", "*.db\n")
    run_command(["comments", *words, "--database", str(database)])

    assert refused == 1
    assert "git does not ignore this" in said
    assert "git does not ignore this" not in capsys.readouterr().out


def test_an_export_replaces_the_last_one_whole(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    taken = take(tmp_path, wxr(wp_comment(1), link=OLD_JAR))
    out = tmp_path / "out.json"

    good = run_command(["comments", "export", str(out), "--database", str(taken.database)])
    before = out.read_bytes()
    bad = run_command(["comments", "export", str(out), "--database", str(tmp_path / "none.db")])

    assert (good, bad) == (0, 1)
    assert json.loads(before)["threads"][0]["id"] == JAR
    assert out.read_bytes() == before
    assert "there is no such database" in capsys.readouterr().out
    assert not list(tmp_path.glob(".*part"))


@pytest.mark.slow
def test_the_task_hands_everything_on(tmp_path: Path) -> None:
    old = written(tmp_path / "old.xml", wxr(wp_comment(1))[:-40])

    done = subprocess.run(
        [tool("inv"), "comments", "import", old, "--from", "wordpress", "--format", "json"],
        cwd=PROJECT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert done.returncode == 1
    assert json.loads(done.stdout)["code"] == "comments-moving"


def test_an_export_is_not_written_over_a_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    taken = take(tmp_path, wxr(wp_comment(1), link=OLD_JAR))
    folder = tmp_path / "out"
    folder.mkdir()

    code = run_command(["comments", "export", str(folder), "--database", str(taken.database)])

    assert code == 1
    assert f"{folder}: error: cannot be written (Is a directory);" in capsys.readouterr().out
    assert list(folder.iterdir()) == []
    assert not list(tmp_path.glob(".*part"))
