"""Copies of a database that Isso writes to, and the way back from them."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest

from tests.comments.deploy.server import SHIPPED, Server

pytestmark = pytest.mark.slow


def backup(*words: object) -> subprocess.CompletedProcess[str]:
    program = SHIPPED / "comments_backup.py"
    return subprocess.run(
        [sys.executable, program, *map(str, words)], capture_output=True, text=True, check=False
    )


def texts(database: Path) -> list[str]:
    with closing(sqlite3.connect(database)) as opened:
        return [text for (text,) in opened.execute("SELECT text FROM comments ORDER BY id")]


def test_a_copy_made_while_comments_are_posted_gives_them_back(server: Server) -> None:
    database, copies = server.data / "comments.db", server.folder / "copies"
    done = threading.Event()

    def write() -> None:
        number = 0
        while not done.is_set():
            number += 1
            server.ask(
                "POST",
                "/isso/new?uri=%2Fopen%2F",
                {"text": f"Comment {number}", "title": "A jar"},
                reader=f"127.1.{number % 250}.1",
            )

    writer = threading.Thread(target=write)
    writer.start()
    for _ in range(4):
        made = backup("make", database, copies, "--keep", 3)
        assert made.returncode == 0, made.stderr
    done.set()
    writer.join()

    kept = sorted(copies.iterdir())
    counts = [len(texts(copy)) for copy in kept]
    written = texts(database)
    assert len(kept) == 3
    assert counts == sorted(counts)
    assert kept[-1].stat().st_mode & 0o077 == 0
    assert 0 < counts[-1] <= len(written)
    assert texts(kept[-1]) == written[: counts[-1]]

    back = backup("restore", kept[-1], database)

    assert back.returncode == 0, back.stderr
    assert texts(database) == written[: counts[-1]]
    assert texts(database.with_name("comments.db.before")) == written
    shown = server.ask("GET", "/isso/?uri=%2Fopen%2F&limit=0")
    assert shown.status == 200


def test_a_damaged_copy_is_not_put_back(tmp_path: Path) -> None:
    database, copy = tmp_path / "comments.db", tmp_path / "copy.db"
    with closing(sqlite3.connect(database)) as opened, opened:
        opened.execute("CREATE TABLE comments (id INTEGER PRIMARY KEY, text)")
        rows = ((f"{n} " * 500,) for n in range(200))
        opened.executemany("INSERT INTO comments (text) VALUES (?)", rows)
    whole = database.read_bytes()
    copy.write_bytes(whole[: len(whole) // 2])

    back = backup("restore", copy, database)

    assert back.returncode == 1
    assert "nothing was changed" in back.stderr
    assert database.read_bytes() == whole
    assert {path.name for path in tmp_path.iterdir()} == {"comments.db", "copy.db"}


def test_a_database_that_is_not_there_is_said_and_not_made(tmp_path: Path) -> None:
    made = backup("make", tmp_path / "comments.db", tmp_path / "copies")

    assert "nothing was changed" in made.stderr
    assert not (tmp_path / "comments.db").exists()
    assert list((tmp_path / "copies").iterdir()) == []
