"""Moving comments: from a file into the database, and out of it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from commands.command_line import STOPPED
from commands.output import (
    STANDARD,
    Doing,
    file_problem,
    has_errors,
    system_problem,
    tell,
    write_out,
)
from comments.moving.model import MovingError
from comments.serve import INSTALL
from problems import Problem
from problems.wording import counted

try:
    from comments.moving.exporting import from_database, from_server
    from comments.moving.importing import Import, Order
    from comments.moving.reader import read_site
except ModuleNotFoundError as error:
    sys.exit(f"error: {error.name} is not installed: {INSTALL}")

if TYPE_CHECKING:
    from commands.comments import Chosen, Taking

CODE = "comments-moving"


def take(chosen: Taking) -> int:
    """Import comments, or tell what an import would do."""
    problems: list[Problem] = []
    order = Order(
        file=chosen.file,
        database=chosen.database,
        kind=chosen.kind or "",
        map=chosen.map,
        keep_unknown=chosen.keep_unknown,
        addresses=chosen.with_addresses,
    )
    moving = Import(order=order, problems=problems)
    said: list[str] = []
    try:
        with _telling(problems, chosen.file, doing="read"):
            said += _read(moving, chosen)
        if not has_errors(problems):
            with _telling(problems, chosen.database, doing="write"):
                said.append(_write(moving, chosen))
        elif said:
            said.append("Nothing was written; mend the errors first.")
    except KeyboardInterrupt:
        sys.stderr.write("Stopped; nothing was written.\n")
        return STOPPED
    return tell(problems, said, form=chosen.form)


def give(chosen: Chosen, *, from_service: bool) -> int:
    """Export all comments, those of the database or those that the site's service shows."""
    problems: list[Problem] = []
    said: list[str] = []
    text: str | None = None
    with _telling(problems, chosen.settings if from_service else chosen.database, doing="read"):
        if from_service:
            text, number = from_server(chosen.content, conf=chosen.settings)
        else:
            text, number = from_database(chosen.database)
    if text is not None:
        with _telling(problems, chosen.file, doing="write"):
            write_out(chosen.file, text)
            said = [f"{counted(number, 'thread')} exported"]
    return tell(problems, said, form=chosen.form, aside=str(chosen.file) == STANDARD)


def _read(moving: Import, chosen: Taking) -> list[str]:
    if chosen.write and chosen.with_addresses:
        _require_unpublished(chosen.database)
    with _Progress("Reading") as progress:
        moving.read(progress)
    moving.place(read_site(chosen.content, conf=chosen.settings))
    return list(moving.summary())


def _write(moving: Import, chosen: Taking) -> str:
    if not chosen.write:
        return f"Nothing was written; with --write, it goes to {chosen.database}."
    if not moving.plan.moves:
        return "There was nothing to write."
    with _Progress("Writing") as progress:
        copy = moving.write(progress)
    return f"Written to {chosen.database}." + (f" Before: {copy}" if copy else "")


@contextmanager
def _telling(problems: list[Problem], path: Path, *, doing: Doing) -> Iterator[None]:
    """Add to *problems* what keeps *path* from being read or written."""
    try:
        yield
    except MovingError as error:
        problems.append(file_problem(error.path or path, str(error), CODE, line=error.line))
    except OSError as error:
        problems.append(system_problem(error, path, CODE, doing=doing))


def _require_unpublished(database: Path) -> None:
    """Refuse to put addresses where git would take them up."""
    folder = next(parent for parent in database.resolve().parents if parent.is_dir())
    asked = ["git", "-C", str(folder), "check-ignore", "--quiet", str(database.resolve())]
    try:
        answer = subprocess.run(asked, check=False, capture_output=True).returncode
    except FileNotFoundError:
        return
    # 1: it lies in a repository, and is not ignored; 128: in none (git-check-ignore).
    if answer == 1:
        raise MovingError(
            "git does not ignore this, and addresses must not get into a repository; choose"
            " another --database, or name it in .gitignore",
            path=database,
        )


class _Progress:
    """Tells somebody at a terminal how far a long work is."""

    def __init__(self, what: str) -> None:
        self.what, self.last = what, -1
        self.shown = sys.stderr.isatty()

    def __call__(self, part: float) -> None:
        percent = min(int(part * 100), 100)
        if self.shown and percent != self.last:
            self.last = percent
            sys.stderr.write(f"\r{self.what} … {percent} %")
            sys.stderr.flush()

    def __enter__(self) -> _Progress:
        return self

    def __exit__(self, *_: object) -> None:
        if self.last >= 0:
            sys.stderr.write("\r\x1b[K")
