"""``python -m comments.moving import FILE`` and ``export [FILE]``."""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from comments.moving.model import MovingError
from comments.serve import INSTALL
from files import replace_text
from problems import FORMATS, Location, Problem, Severity, report

try:
    from comments.moving.exporting import from_database, from_server
    from comments.moving.importing import READERS, Import, Order, count
    from comments.moving.reader import read_site
except ModuleNotFoundError as error:
    sys.exit(f"{error.name} is not installed: {INSTALL}")

STANDARD = Path("-")
# What shells tell of a program that was ended with Ctrl-C.
INTERRUPTED = 130
DATABASE = Path(".comments/comments.db")


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what *arguments* say; return 1 where something cannot be read or written, else 0."""
    options = _parser().parse_args(arguments)
    problems: list[Problem] = []
    said: list[str] = []
    try:
        options.action(options, problems, said)
    except MovingError as error:
        problems.append(_problem(error.path or options.blamed, str(error), line=error.line))
    except OSError as error:
        path = Path(error.filename or options.blamed)
        problems.append(_problem(path, f"{error.strerror or error}; name another file"))
    except KeyboardInterrupt:
        sys.stderr.write("Stopped; nothing was written.\n")
        return INTERRUPTED
    exported = options.action is _export and options.file == STANDARD
    lines = [report(problems, form=options.format)] if problems else []
    lines += said if options.format == "text" else []
    stream = sys.stderr if exported else sys.stdout
    stream.write("".join(f"{line}\n" for line in lines))
    return int(_failed(problems))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m comments.moving", description=__doc__)
    actions = parser.add_subparsers(required=True)
    taking = actions.add_parser("import", help="take comments over; without --write, only tell how")
    taking.set_defaults(action=_import)
    taking.add_argument("file", type=Path, metavar="FILE", help="an export, or a database")
    taking.add_argument("--from", dest="kind", choices=READERS, default="")
    taking.add_argument("--map", type=Path, metavar="FILE", help="YAML or CSV: old address, id")
    taking.add_argument("--keep-unknown", action="store_true", help="also what has no article")
    taking.add_argument("--with-addresses", action="store_true", help="e-mail, and network")
    taking.add_argument("--write", action="store_true", help="write to the database")
    giving = actions.add_parser("export", help="write all comments as JSON")
    giving.set_defaults(action=_export)
    giving.add_argument("file", type=Path, metavar="FILE", nargs="?", default=STANDARD)
    giving.add_argument("--from-server", action="store_true", help="ask the site’s own service")
    for sub in (taking, giving):
        sub.add_argument("--database", type=Path, default=DATABASE, metavar="FILE")
        sub.add_argument("--content", type=Path, default=Path("content"), metavar="DIR")
        sub.add_argument("--settings", type=Path, default=Path("pelicanconf.py"), metavar="FILE")
        sub.add_argument("--format", choices=sorted(FORMATS), default="text")
    return parser


def _import(options: argparse.Namespace, problems: list[Problem], said: list[str]) -> None:
    order = Order(
        file=options.file,
        database=options.database,
        kind=options.kind,
        map=options.map,
        keep_unknown=options.keep_unknown,
        addresses=options.with_addresses,
    )
    moving = Import(order=order, problems=problems)
    options.blamed = options.file
    if options.write and options.with_addresses:
        _require_unpublished(options.database)
    with _Progress("Reading") as progress:
        moving.read(progress)
    moving.place(read_site(options.content, conf=options.settings))
    said += moving.summary()
    if not options.write:
        said.append(f"Nothing was written; with --write, it goes to {options.database}.")
        return
    if _failed(problems):
        said.append("Nothing was written; mend the errors first.")
        return
    if not moving.plan.moves:
        said.append("There was nothing to write.")
        return
    options.blamed = options.database
    with _Progress("Writing") as progress:
        copy = moving.write(progress)
    said.append(f"Written to {options.database}." + (f" Before: {copy}" if copy else ""))


def _export(options: argparse.Namespace, _: list[Problem], said: list[str]) -> None:
    options.blamed = options.settings if options.from_server else options.database
    if options.from_server:
        text, number = from_server(options.content, conf=options.settings)
    else:
        text, number = from_database(options.database)
    if options.file == STANDARD:
        sys.stdout.buffer.write(text.encode())
    else:
        replace_text(options.file, text)
    said.append(f"{count(number, 'thread')} exported")


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


def _failed(problems: list[Problem]) -> bool:
    return any(problem.severity is Severity.ERROR for problem in problems)


def _problem(path: Path, message: str, *, line: int | None = None) -> Problem:
    location = Location(path=path, line=line)
    return Problem(message=message, code="comments-moving", location=location)


if __name__ == "__main__":
    sys.exit(main())
