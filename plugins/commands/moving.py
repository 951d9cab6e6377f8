"""Moving comments: from a file into the database, and out of it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from commands import output
from commands.command_line import STOPPED
from comments.moving.model import MovingError, Order
from comments.serve import INSTALL
from problems import Problem, counted

try:
    from comments.moving import exporting
    from comments.moving.importing import Import
    from comments.moving.reader import read_site
except ModuleNotFoundError as error:
    sys.exit(f"error: {error.name} is not installed: {INSTALL}")

CODE = "comments-moving"


def take(order: Order, *, content: Path, settings: Path, form: str, write: bool) -> int:
    """Import comments, or tell what an import would do."""
    moving = Import(order=order)
    problems = moving.problems
    said: list[str] = []
    try:
        with output.telling(problems, order.file, CODE, doing="read"):
            if write and order.addresses:
                _require_unpublished(order.database)
            with _Progress("Reading") as progress:
                moving.read(progress)
            moving.place(read_site(content, conf=settings))
            said += moving.summary()
        if not output.has_errors(problems):
            with output.telling(problems, order.database, CODE, doing="write"):
                said.append(_write(moving, write=write))
        elif said:
            said.append("Nothing was written; mend the errors first.")
    except KeyboardInterrupt:
        sys.stderr.write("Stopped; nothing was written.\n")
        return STOPPED
    return output.tell(problems, said, form=form)


def give(
    *, file: Path, database: Path, content: Path, settings: Path, form: str, from_server: bool
) -> int:
    """Export all comments, those of the database or those that the site's service shows."""
    problems: list[Problem] = []
    said: list[str] = []
    text: str | None = None
    with output.telling(problems, settings if from_server else database, CODE, doing="read"):
        if from_server:
            text, number = exporting.from_server(content, conf=settings)
        else:
            text, number = exporting.from_database(database)
    if text is not None:
        with output.telling(problems, file, CODE, doing="write"):
            output.write_out(file, text)
            said = [f"{counted(number, 'thread')} exported"]
    return output.tell(problems, said, form=form, aside=str(file) == output.STANDARD)


def _write(moving: Import, *, write: bool) -> str:
    database = moving.order.database
    if not write:
        return f"Nothing was written; with --write, it goes to {database}."
    if not moving.plan.moves:
        return "There was nothing to write."
    with _Progress("Writing") as progress:
        copy = moving.write(progress)
    return f"Written to {database}." + (f" Before: {copy}" if copy else "")


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
