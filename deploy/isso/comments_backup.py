"""Copies of a comment database: made while it is written to, checked, and put back.

It needs nothing but Python:

    comments_backup.py make DATABASE FOLDER --keep 30
    comments_backup.py restore COPY DATABASE
"""

from __future__ import annotations

import argparse
import os
import sqlite3
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path


def make(database: Path, folder: Path, *, keep: int) -> str:
    """Copy *database* into *folder*, and leave the newest *keep* copies there.

    SQLite's own copying (sqlite.org/backup.html) sees the database between two writes.
    """
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"comments-{datetime.now(UTC):%Y%m%dT%H%M%S.%fZ}.db"
    _copy(database, target)
    for old in sorted(folder.glob("comments-*.db"))[:-keep]:
        old.unlink()
    return f"{target}: {_count(target)} comments"


def restore(copy: Path, database: Path) -> str:
    """Put *copy* in the place of *database*, which stays beside it as NAME.before."""
    _copy(copy, restored := database.with_name(f"{database.name}.restored"))
    if database.exists():
        database.replace(database.with_name(f"{database.name}.before"))
    # What Isso had not finished belongs to the other database.
    database.with_name(f"{database.name}-journal").unlink(missing_ok=True)
    restored.replace(database)
    return f"{database}: {_count(database)} comments"


def _copy(source: Path, target: Path) -> None:
    """Copy a database whole or not at all. Raises sqlite3.Error where it is damaged."""
    beside = target.with_name(f".{target.name}.new")
    beside.unlink(missing_ok=True)
    try:
        with closing(_open(source)) as old, closing(sqlite3.connect(beside)) as new:
            old.backup(new)
            found = new.execute("PRAGMA integrity_check").fetchone()[0]
            if found != "ok":
                raise sqlite3.DatabaseError(found)
            new.execute("SELECT count(*) FROM comments")
        with beside.open("rb") as written:
            os.fsync(written.fileno())
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)


def _open(path: Path) -> sqlite3.Connection:
    """Open a database that is there; it may have to finish what was cut off."""
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode=rw", uri=True, timeout=60)


def _count(path: Path) -> int:
    with closing(_open(path)) as database:
        return int(database.execute("SELECT count(*) FROM comments").fetchone()[0])


def main() -> None:
    """Do what is asked for, or say why nothing was done."""
    parser = argparse.ArgumentParser(description=__doc__)
    actions = parser.add_subparsers(dest="action", required=True)
    making = actions.add_parser("make")
    making.add_argument("database", type=Path)
    making.add_argument("folder", type=Path)
    making.add_argument("--keep", type=int, default=30, choices=range(1, 10_000), metavar="N")
    restoring = actions.add_parser("restore")
    restoring.add_argument("copy", type=Path)
    restoring.add_argument("database", type=Path)
    said = parser.parse_args()
    os.umask(0o077)
    try:
        if said.action == "make":
            done = make(said.database, said.folder, keep=said.keep)
        else:
            done = restore(said.copy, said.database)
    except (OSError, sqlite3.Error) as error:
        sys.exit(f"nothing was changed: {error}")
    sys.stdout.write(f"{done}\n")


if __name__ == "__main__":
    main()
