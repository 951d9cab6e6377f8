"""Imports that meet, or were killed, and files and databases with what no sound one has."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from comments.moving import isso
from comments.moving.importing import Import
from comments.moving.model import MovingError, Order
from tests.comments.moving.support import JAR, SITE, Taken, silent, take, wp_comment, written, wxr


def changed(database: Path, sql: str) -> None:
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute(sql)


def planned(file: Path, database: Path) -> Import:
    moving = Import(order=Order(file=file, database=database))
    moving.read(silent)
    moving.place(SITE)
    return moving


@pytest.mark.parametrize("before", [True, False], ids=["there-before", "new"])
def test_two_imports_at_once_do_not_take_all_twice(tmp_path: Path, *, before: bool) -> None:
    database = tmp_path / "comments.db"
    if before:
        take(tmp_path, wxr(wp_comment(30)))
    file = written(tmp_path / "old.xml", wxr(wp_comment(1), wp_comment(2)))
    first, second = planned(file, database), planned(file, database)

    first.write(silent)
    with pytest.raises(MovingError, match="somebody else wrote"):
        second.write(silent)

    assert len(Taken(database=database, moving=first).rows()) == 2 + before


def test_a_database_that_somebody_made_meanwhile_is_not_lost(tmp_path: Path) -> None:
    database = tmp_path / "comments.db"
    file = written(tmp_path / "old.xml", wxr(wp_comment(1), wp_comment(2)))
    first, second = planned(file, database), planned(file, database)

    def meanwhile(_: float) -> None:
        if not database.exists():
            first.write(silent)

    with pytest.raises(MovingError, match="somebody else wrote"):
        second.write(meanwhile)

    assert len(Taken(database=database, moving=first).rows()) == 2
    assert sorted(path.name for path in tmp_path.iterdir()) == ["comments.db", "old.xml"]


def test_an_import_that_was_killed_is_undone_and_can_be_tried_again(tmp_path: Path) -> None:
    taken = take(tmp_path, wxr(wp_comment(1)))
    # More than SQLite holds in memory: it has begun to write when it is killed.
    killed = """
import os, sqlite3, sys
database = sqlite3.connect(sys.argv[1], isolation_level=None)
database.execute("PRAGMA cache_size = 1")
database.execute("BEGIN IMMEDIATE")
database.execute("UPDATE comments SET text = 'Half.'")
database.execute("UPDATE threads SET title = hex(zeroblob(1000000))")
os.kill(os.getpid(), 9)
"""
    subprocess.run([sys.executable, "-c", killed, taken.database], check=False)
    assert (tmp_path / "comments.db-journal").stat().st_size

    again = take(tmp_path, wxr(wp_comment(1), wp_comment(2)))

    assert again.rows() == [("Good.",), ("Good.",)]


def test_comments_of_one_id_in_a_file_are_two(tmp_path: Path) -> None:
    taken = take(tmp_path, wxr(wp_comment(1), wp_comment(2, "Second.", id="1")))

    assert taken.rows() == [("Good.",), ("Second.",)]


def test_an_answer_to_what_is_not_there_is_exported(tmp_path: Path) -> None:
    taken = take(tmp_path, wxr(*(wp_comment(number) for number in (1, 2, 3, 4))))
    # As older programs may have left it.
    changed(taken.database, "UPDATE comments SET parent = 99 WHERE id = 2")
    changed(taken.database, "UPDATE comments SET parent = 2 WHERE id = 3")
    changed(taken.database, "UPDATE comments SET parent = 3 WHERE id = 4")

    (thread,) = isso.export(taken.database)

    comments: Any = thread["comments"]
    found = [(top["id"], [one["id"] for one in top["replies"]]) for top in comments]
    assert found == [("1", []), ("2", ["3", "4"])]


@pytest.mark.parametrize("number", ["²", "9" * 30, str(2**63 - 1), "0", "-1", "x"])
def test_an_id_that_isso_cannot_have_is_replaced(tmp_path: Path, number: str) -> None:
    one = {"id": number, "author": "A", "written": "2019-03-14T16:01:00Z", "text": "Good."}
    threads = [{"id": JAR, "title": "The jar", "comments": [one]}]
    whole = {"format": "comments", "version": 1, "markup": "markdown", "threads": threads}

    taken = take(tmp_path, json.dumps(whole))

    assert taken.rows("comments.id") == [(1,)]


def test_a_comment_that_no_parser_reads_keeps_its_words(tmp_path: Path) -> None:
    taken = take(tmp_path, wxr(wp_comment(1, "<i>a</i> <![x b")))

    ((text,),) = taken.rows()
    assert "*a*" in str(text)
    assert "x b" in str(text)
