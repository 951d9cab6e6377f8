"""What builds keep for the next one: one SQLite file, which may be deleted at any time."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

_TABLES = """
CREATE TABLE texts (path TEXT PRIMARY KEY, file BLOB, digest BLOB, asked BLOB, state BLOB);
CREATE TABLE contents (path TEXT PRIMARY KEY, content TEXT);
CREATE TABLE owners (id INTEGER PRIMARY KEY, name TEXT, digest BLOB, settled BLOB, found BLOB);
CREATE TABLE builds (number INTEGER);
INSERT INTO builds VALUES (0);
CREATE TABLE names (id INTEGER PRIMARY KEY, name BLOB);
CREATE TABLE pages (path TEXT PRIMARY KEY, own BLOB, reads BLOB, size INTEGER, time INTEGER);
"""
# So many are kept beside the one in use: another branch, another set of settings.
OTHERS = 3


class Store:
    """An open file of what is kept. What is damaged is thrown away, and begun anew."""

    def __init__(self, path: Path) -> None:
        self.path = path
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            self._open()
        except sqlite3.DatabaseError:
            self.forget()
            self._open()

    def _open(self) -> None:
        self._process = os.getpid()
        # Autocommit: `transaction` says what belongs together.
        self._database = sqlite3.connect(self.path, isolation_level=None)
        self._database.execute("PRAGMA cache_size=-20000")
        self._database.execute("PRAGMA synchronous=NORMAL")
        if not self._database.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            self._database.executescript(f"BEGIN; {_TABLES} COMMIT;")
        [(self._number,)] = self.rows("SELECT number FROM builds")

    def begin_anew(self) -> bool:
        """Say, in a transaction, that pages are written; False if another build did meanwhile."""
        [(number,)] = self.rows("SELECT number FROM builds")
        self.write("UPDATE builds SET number = number + 1", [()])
        return bool(number == self._number)

    def forget(self) -> None:
        """Throw away all that is kept."""
        with contextlib.suppress(AttributeError):
            self._database.close()
        for ending in ("", "-journal"):
            Path(f"{self.path}{ending}").unlink(missing_ok=True)

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    @contextlib.contextmanager
    def transaction(self) -> Iterator[None]:
        """Write all of what is written meanwhile, or nothing."""
        self._database.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._database.execute("ROLLBACK")
            raise
        self._database.execute("COMMIT")

    def rows(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        """Return what *query* finds. Raises sqlite3.DatabaseError where the file is damaged."""
        if os.getpid() != self._process:
            # SQLite's connections are not for forks: this one has its own, and lets that be.
            self._inherited, self._process = self._database, os.getpid()
            self._database = sqlite3.connect(f"file:{self.path}?mode=ro", uri=True)
        return self._database.execute(query, values).fetchall()

    def write(self, statement: str, rows: Iterable[Iterable[object]]) -> None:
        """Execute *statement* for each of *rows*."""
        self._database.executemany(statement, map(tuple, rows))


def tidy(folder: Path, *, used: Path) -> None:
    """Remove what was used longest ago from *folder*, all but a few; *used* is in use."""
    with contextlib.suppress(OSError):
        others = [path for path in folder.glob("*.db") if path != used]
        others.sort(key=lambda path: path.stat().st_mtime, reverse=True)
        for path in others[OTHERS:]:
            path.unlink()
