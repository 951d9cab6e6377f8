"""Isso: its SQLite database, read and written."""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from html import escape, unescape
from pathlib import Path
from secrets import token_hex
from urllib.parse import quote

from isso import config
from isso.db import SQLite3
from isso.utils import Bloomfilter, anonymize

from comments.moving.json_file import Object, comment, out_thread
from comments.moving.markup import clean, one_line, website
from comments.moving.model import Contents, MovingError, OldComment, OldThread, Progress, State
from comments.moving.plan import GONE, Existing, Key, Move, Plan, Row

# The column “mode”: accepted, waiting for moderation, deleted but answered (isso.db.comments).
_STATES = {1: State.SHOWN, 2: State.HELD, 4: State.GONE}
_MODES = {state: mode for mode, state in _STATES.items()}
_READ = (
    "SELECT threads.uri, threads.title, comments.id, parent, created, mode, text, author,"
    " website, email, remote_addr FROM comments JOIN threads ON threads.id = tid"
    " ORDER BY threads.uri, created, comments.id"
)
_INSERT = (
    "INSERT INTO comments (tid, id, parent, created, mode, remote_addr, text, author, email,"
    " website, voters, notification)"
    " SELECT id, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0 FROM threads WHERE uri = ?"
)
_ID = re.compile(r"[1-9][0-9]{0,11}")
_MEANWHILE = "somebody else wrote to this database meanwhile, and nothing was written; try again"
NOWHERE = "0.0.0.0"  # noqa: S104 - no address to listen at: what Isso writes where it knows none


@contextmanager
def _open(path: Path) -> Iterator[sqlite3.Connection]:
    """Open the database; nothing is made where there is none. Raises MovingError."""
    if not path.exists():
        raise MovingError("there is no such database; name one: --database FILE", path=path)
    # Not to read alone: it may have to undo what somebody began who was cut off.
    uri = f"file:{quote(str(path.resolve()))}?mode=rw"
    try:
        with closing(sqlite3.connect(uri, uri=True, isolation_level=None)) as database:
            _require(database, path)
            yield database
    except sqlite3.OperationalError as error:
        hint = "stop the comment server, and try again" if "locked" in str(error) else "mend it"
        message = f"the database cannot be used ({error}); {hint}"
        raise MovingError(message, path=path) from error
    except sqlite3.DatabaseError as error:
        message = f"this is no sound database ({error}); name another one"
        raise MovingError(message, path=path) from error


def _require(database: sqlite3.Connection, path: Path) -> None:
    """Refuse the database of another program, or of another version of this one."""
    tables = {name for (name,) in database.execute("SELECT name FROM sqlite_master")}
    if not {"threads", "comments", "preferences"} <= tables:
        message = "this database is not one of Isso’s: it lacks its tables; name another"
        raise MovingError(message, path=path)
    (version,) = database.execute("PRAGMA user_version").fetchone()
    if version < SQLite3.MAX_VERSION:
        message = "an older Isso wrote this database; start Isso with it once, to renew it"
        raise MovingError(message, path=path)
    if version > SQLite3.MAX_VERSION:
        message = "a newer Isso wrote this database; install that version here"
        raise MovingError(message, path=path)


def read(path: Path, progress: Progress) -> Contents:
    """Return the comments of a database. Raises MovingError."""
    contents = Contents(keeps_ids=True)
    for (uri, title), entries in _threads(path).items():
        contents.left_out["deleted"] += sum(entry.state is State.GONE for entry in entries)
        contents.threads.append(OldThread(addresses=(uri,), title=title, entries=tuple(entries)))
    progress(1)
    return contents


def export(path: Path) -> list[Object]:
    """Return all threads of the database that have comments. Raises MovingError."""
    return [
        out_thread(uri, title, _nested(entries)) for (uri, title), entries in _threads(path).items()
    ]


def _nested(entries: list[OldComment]) -> list[Object]:
    parents = {entry.id: entry.parent for entry in entries}
    answers: dict[str, list[OldComment]] = {}
    for entry in entries:
        answers.setdefault(_top(entry.id, parents), []).append(entry)
    return [
        comment(entry, [comment(each) for each in answers[entry.id] if each is not entry])
        for entry in entries
        if entry.id in answers
    ]


def _top(name: str, parents: Mapping[str, str]) -> str:
    """Return the comment below which *name* stands: itself where what it answers is not there."""
    top, seen = name, {name}
    while parents[top] in parents:
        top = parents[top]
        if top in seen:
            return name
        seen.add(top)
    return top


def _threads(path: Path) -> dict[tuple[str, str], list[OldComment]]:
    found: dict[tuple[str, str], list[OldComment]] = {}
    with _open(path) as database:
        try:
            for uri, title, *rest in database.execute(_READ):
                found.setdefault((uri, one_line(title)), []).append(_entry(*rest))
        except (TypeError, ValueError, OverflowError) as error:
            raise MovingError(f"a comment in it cannot be read ({error})", path=path) from error
    return found


def _entry(
    number: int,
    parent: int | None,
    created: float,
    mode: int,
    text: str,
    author: str | None,
    site: str | None,
    email: str | None,
    address: str | None,
) -> OldComment:
    return OldComment(
        id=str(number),
        parent="" if parent is None else str(parent),
        # Isso keeps these as HTML, and its client shows them as such.
        author=one_line(unescape(author or "")),
        website=website(unescape(site or "")),
        email=one_line(unescape(email or "")),
        address=one_line(address),
        written=datetime.fromtimestamp(created, UTC),
        text=clean(text),
        state=_STATES.get(mode, State.HELD),
    )


def existing(path: Path) -> Existing:
    """Return the comments of the database, none where it does not exist. Raises MovingError."""
    if not path.exists():
        return Existing(())
    return Existing(
        (_key(uri, entry), Row(id=int(entry.id), parent=int(entry.parent or 0) or None))
        for (uri, _), entries in _threads(path).items()
        for entry in entries
    )


def _key(uri: str, entry: OldComment) -> Key:
    author = GONE if entry.state is State.GONE else entry.author
    return uri, int(entry.written.timestamp()), author


def write(
    path: Path, plan: Plan, *, keep_ids: bool, addresses: bool, progress: Progress
) -> Path | None:
    """Write the comments of *plan*, all or none; return the copy of what was there before.

    Of mail and network *addresses*, nothing is written unless they are asked for, and those of
    the network without their end. Raises MovingError.
    """
    if path.exists():
        copy = _copy(path)
        _fill(path, plan, keep_ids=keep_ids, addresses=addresses, progress=progress)
        return copy
    # Made beside it: it is there whole, or not at all, and nobody else's is overwritten.
    part = path.with_name(f".{path.name}.{token_hex(4)}.part")
    try:
        _make(part)
        _fill(part, plan, keep_ids=keep_ids, addresses=addresses, progress=progress)
        os.link(part, path)
    except FileExistsError as error:
        raise MovingError(_MEANWHILE, path=path) from error
    finally:
        part.unlink(missing_ok=True)
    return None


def _fill(path: Path, plan: Plan, *, keep_ids: bool, addresses: bool, progress: Progress) -> None:
    with _open(path) as database:
        database.execute("BEGIN IMMEDIATE")
        taken = {number for (number,) in database.execute("SELECT id FROM comments")}
        if max(taken, default=0) != plan.newest:
            raise MovingError(_MEANWHILE, path=path)
        for number, move in enumerate(plan.moves, 1):
            wanted = _number(move.entry.id) if keep_ids else None
            free = wanted if wanted not in taken else None
            move.row = _insert(database, move, number=free, addresses=addresses)
            taken.add(move.row)
            progress(number / len(plan.moves))
        database.execute("COMMIT")


def _number(name: str) -> int | None:
    """Return the id *name* as Isso can have it: it counts on from the largest."""
    return int(name) if _ID.fullmatch(name) else None


def _make(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        SQLite3(str(path), config.load(config.default_file()))
    except sqlite3.Error as error:
        raise MovingError(f"it cannot be made ({error}); name another", path=path) from error


def _copy(path: Path) -> Path:
    """Copy the database, whole even while a server writes to it."""
    now = datetime.now(UTC).strftime("%Y%m%dT%H%M%S.%fZ")
    copy = path.with_name(f"{path.stem}-{now}{path.suffix or '.db'}")
    with _open(path) as database, closing(sqlite3.connect(copy)) as target:
        database.backup(target)
    return copy


def _insert(
    database: sqlite3.Connection, move: Move, *, number: int | None, addresses: bool
) -> int:
    entry, thread = move.entry, move.thread
    database.execute(
        "INSERT OR IGNORE INTO threads (uri, title) VALUES (?, ?)", (thread.id, thread.title)
    )
    gone = entry.state is State.GONE
    network = anonymize(entry.address) if addresses else NOWHERE
    cursor = database.execute(
        _INSERT,
        (
            number,
            move.parent.row if move.parent else None,
            entry.written.timestamp(),
            _MODES[entry.state],
            network,
            "" if gone else entry.text,
            None if gone else escape(entry.author, quote=False) or None,
            escape(entry.email, quote=False) or None if addresses and not gone else None,
            None if gone else escape(entry.website) or None,
            bytes(Bloomfilter(iterable=[network]).array),
            thread.id,
        ),
    )
    return int(cursor.lastrowid or 0)
