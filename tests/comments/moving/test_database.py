"""What is written into Isso's database, once and whole or not at all."""

from __future__ import annotations

import hashlib
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from comments.moving import isso
from comments.moving.importing import Import, kind_of
from comments.moving.model import MovingError, Order
from tests.comments.moving.support import (
    JAR,
    SITE,
    dsq,
    dsq_post,
    silent,
    take,
    wp_comment,
    written,
    wxr,
)


def changed(database: Path, sql: str) -> None:
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute(sql)


def copies(database: Path) -> list[Path]:
    return [path for path in database.parent.glob("*.db") if path != database]


def test_names_cannot_become_mark_up(tmp_path: Path) -> None:
    # Isso's client puts names and websites into a page as they are kept.
    comment = wp_comment(1, author="<img src=x>", author_url="https://a.example/?a&b")

    taken = take(tmp_path, wxr(comment))

    assert taken.rows("author, website") == [("&lt;img src=x&gt;", "https://a.example/?a&amp;b")]


def test_addresses_stay_behind_unless_they_are_asked_for(tmp_path: Path) -> None:
    (without, with_them) = tmp_path / "a", tmp_path / "b"
    without.mkdir()
    with_them.mkdir()

    taken = take(without, wxr(wp_comment(1)))
    asked = take(with_them, wxr(wp_comment(1)), addresses=True)

    assert taken.rows("email, remote_addr") == [(None, isso.NOWHERE)]
    assert b"mail.example" not in taken.database.read_bytes()
    assert asked.rows("email, remote_addr") == [("nino@mail.example", "203.0.113.0")]


def test_a_file_that_is_imported_twice_adds_nothing_the_second_time(tmp_path: Path) -> None:
    twins = [wp_comment(1), wp_comment(1, id="2"), wp_comment(3, parent="1")]
    export = wxr(*twins, wp_comment(4, approved="spam"), wp_comment(5, parent="4"))
    first = take(tmp_path, export)
    rows = first.rows("comments.id, parent, text")
    # An editor has been here meanwhile.
    changed(first.database, "UPDATE comments SET text = 'Mended.' WHERE id = 1")

    second = take(tmp_path, export)

    assert len(rows) == 5
    assert second.moving.plan.moves == []
    assert len(second.rows()) == 5


def test_what_is_only_planned_leaves_the_database_as_it_is(tmp_path: Path) -> None:
    taken = take(tmp_path, wxr(wp_comment(1)))
    before = hashlib.sha256(taken.database.read_bytes()).digest()
    more = written(tmp_path / "more", wxr(wp_comment(1), wp_comment(2)))

    moving = Import(order=Order(file=more, database=taken.database))
    moving.read(silent)
    moving.place(SITE)

    assert "1 new comment in 1 thread, 0 answers among them; 1 there already" in moving.summary()
    assert hashlib.sha256(taken.database.read_bytes()).digest() == before
    assert copies(taken.database) == []


def test_a_later_export_adds_what_is_new_where_it_belongs(tmp_path: Path) -> None:
    first = wp_comment(1), wp_comment(2, "Later.", parent="1")
    take(tmp_path, wxr(*first))

    taken = take(tmp_path, wxr(*first, wp_comment(3, "New.", parent="2")))

    assert taken.rows("comments.id, parent, text") == [
        (1, None, "Good."),
        (2, 1, "Later."),
        (3, 1, "@Nino Example:\n\nNew."),
    ]
    (copy,) = copies(taken.database)
    with closing(sqlite3.connect(copy)) as before:
        assert before.execute("SELECT count(*) FROM comments").fetchone() == (2,)


def test_two_old_pages_of_one_article_become_one_thread(tmp_path: Path) -> None:
    take(tmp_path, dsq(dsq_post(1), link=f"https://old.example{JAR}?amp=1"))

    taken = take(
        tmp_path, dsq(dsq_post(2), link="https://www.old.example/2019/03/the-jar-and-patience/")
    )

    assert taken.rows("uri") == [(JAR,), (JAR,)]


def test_an_import_that_is_interrupted_leaves_everything_as_it_was(tmp_path: Path) -> None:
    taken = take(tmp_path, wxr(wp_comment(1)))
    new = tmp_path / "new.db"
    more = written(tmp_path / "more", wxr(*(wp_comment(number) for number in range(1, 9))))

    def stop(_: float) -> None:
        raise KeyboardInterrupt

    for database in (taken.database, new):
        moving = Import(order=Order(file=more, database=database))
        moving.read(silent)
        moving.place(SITE)
        with pytest.raises(KeyboardInterrupt):
            moving.write(stop)

    assert len(taken.rows()) == 1
    assert not new.exists()


def test_a_database_goes_into_another_with_its_ids(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    old.mkdir()
    new.mkdir()
    source = take(old, wxr(wp_comment(1), wp_comment(2, parent="1"), wp_comment(3, approved="0")))
    changed(source.database, "UPDATE comments SET id = id + 40, parent = parent + 40")
    changed(source.database, "UPDATE threads SET uri = '/2019/train.html'")
    take(new, wxr(wp_comment(7)))

    moving = Import(order=Order(file=source.database, database=new / "comments.db"))
    moving.read(silent)
    moving.place(SITE)
    moving.write(silent)

    with closing(sqlite3.connect(new / "comments.db")) as database:
        rows = (
            "SELECT uri, comments.id, parent, mode FROM comments JOIN threads ON threads.id = tid"
        )
        assert database.execute(rows).fetchall() == [
            (JAR, 1, None, 1),
            ("/train/", 41, None, 1),
            ("/train/", 42, None, 2),
            ("/train/", 43, 41, 1),
        ]


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        ("DROP TABLE preferences", "not one of Isso’s"),
        ("PRAGMA user_version = 4", "an older Isso"),
        ("PRAGMA user_version = 6", "a newer Isso"),
        ("UPDATE comments SET created = 'soon'", "cannot be read"),
    ],
)
def test_another_database_is_refused(sql: str, said: str, tmp_path: Path) -> None:
    taken = take(tmp_path, wxr(wp_comment(1)))
    changed(taken.database, sql)

    for use in (isso.export, isso.existing):
        with pytest.raises(MovingError, match=said):
            use(taken.database)


def test_a_database_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(MovingError, match="no such database"):
        isso.export(tmp_path / "comments.db")
    with pytest.raises(MovingError, match="no sound database"):
        isso.export(written(tmp_path / "comments.db", "a text, and no database" * 100))


def test_files_are_told_apart_by_what_is_in_them(tmp_path: Path) -> None:
    taken = take(tmp_path, wxr(wp_comment(1)))
    whole = written(tmp_path / "b", '{\n "format": "comments"')

    assert kind_of(written(tmp_path / "a", wxr())) == "wordpress"
    assert kind_of(written(tmp_path / "a", dsq())) == "disqus"
    assert kind_of(taken.database) == "isso"
    assert kind_of(whole) == "json"
    for text, said in (("", "is empty"), (" \n", "is empty"), ("<rss/>", "no export")):
        with pytest.raises(MovingError, match=said):
            kind_of(written(tmp_path / "a", text))


def test_comments_that_isso_would_delete_are_told(tmp_path: Path) -> None:
    taken = take(tmp_path, wxr(wp_comment(1, approved="0")))

    (problem,) = taken.problems
    assert "purge-after" in problem.message
