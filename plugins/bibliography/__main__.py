"""``python -m bibliography import FILE`` and ``export FILE``."""

from __future__ import annotations

import argparse
import logging
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

from bibliography.exporting import WRITERS, export_citations
from bibliography.importing import READERS, Import
from bibliography.model import LibraryError
from files import replace_text
from problems import FORMATS, Location, Problem, Severity, report

ENDINGS = {".json": "csl", ".bib": "bibtex", ".bibtex": "bibtex"}
STANDARD = "-"


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what *arguments* say; return 1 where a work or the file cannot be used, else 0."""
    options = _parser().parse_args(arguments)
    for library in ("bibtexparser", "pylatexenc"):
        # What they log of a broken entry is told with file and line.
        logging.getLogger(library).setLevel(logging.CRITICAL)
    problems: list[Problem] = []
    path = Path(options.file)
    try:
        kind = options.type or _kind(path)
        _require_folder(options.content)
        said = options.action(path, kind, options.content, problems)
    except LibraryError as error:
        problems.append(_file_problem(path, str(error), error.line))
        said = []
    except OSError as error:
        problems.append(_file_problem(Path(error.filename or path), error.strerror or str(error)))
        said = []
    exported = options.action is _export and options.file == STANDARD
    _say(problems, said, form=options.format, stream=sys.stderr if exported else sys.stdout)
    return int(any(problem.severity is Severity.ERROR for problem in problems))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bibliography", description=__doc__)
    actions = parser.add_subparsers(required=True)
    for name, action, told in (
        ("import", _import, "take works over from a library"),
        ("export", _export, "write all citations to a library’s file"),
    ):
        sub = actions.add_parser(name, help=told)
        sub.set_defaults(action=action)
        sub.add_argument("file", metavar="FILE", help="a .json or .bib file; - is the terminal")
        sub.add_argument("--type", choices=sorted(READERS), help="where the name does not say it")
        sub.add_argument("--content", type=Path, default=Path("content"), metavar="DIR")
        sub.add_argument("--format", choices=sorted(FORMATS), default="text")
    return parser


def _kind(path: Path) -> str:
    kind = ENDINGS.get(path.suffix.lower())
    if kind is None:
        raise LibraryError(
            "the name does not say what the file is; let it end with .json (CSL-JSON)"
            " or .bib (BibTeX), or add --type csl or --type bibtex"
        )
    return kind


def _require_folder(content: Path) -> None:
    if not content.is_dir():
        raise LibraryError(f"there is no folder “{content}”; name one: --content DIR")


def _import(path: Path, kind: str, content: Path, problems: list[Problem]) -> list[str]:
    contents = READERS[kind](_text(path), path)
    problems += contents.problems
    taken = Import(content=content, problems=problems)
    for item in contents.items:
        try:
            taken.take(item)
        except OSError as error:
            problems.append(_file_problem(content / "citations", error.strerror or str(error)))
            break
    counts = f"{len(taken.new)} imported, {taken.unchanged} unchanged, {taken.different} different"
    return [*(f"[@{key}] {title}".rstrip() for key, title in taken.new), counts]


def _export(path: Path, kind: str, content: Path, problems: list[Problem]) -> list[str]:
    works = export_citations(content, problems)
    text = WRITERS[kind](works)
    if str(path) == STANDARD:
        sys.stdout.buffer.write(text.encode())
    else:
        _require_replaceable(path, kind, problems)
        replace_text(path, text)
    return [f"{len(works)} exported"]


def _text(path: Path) -> str:
    """Return what the file says, with the line ends of this system's text files."""
    raw = sys.stdin.buffer.read() if str(path) == STANDARD else path.read_bytes()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise LibraryError("the file is not UTF-8; export it as UTF-8", line=line) from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _require_replaceable(path: Path, kind: str, problems: list[Problem]) -> None:
    """Refuse to write over what is no library, or over one that would lose a work."""
    if not path.parent.is_dir():
        raise LibraryError(f"there is no folder “{path.parent}”; make it first")
    if not path.exists():
        return
    if any(problem.severity is Severity.ERROR for problem in problems):
        raise LibraryError("it stays as it was, as not all works can be exported; mend them first")
    try:
        READERS[kind](_text(path), path)
    except LibraryError as error:
        message = "this file is no library, and stays as it was; choose another name"
        raise LibraryError(message) from error


def _file_problem(path: Path, message: str, line: int | None = None) -> Problem:
    return Problem(message=message, code="library", location=Location(path=path, line=line))


def _say(problems: list[Problem], said: list[str], *, form: str, stream: TextIO) -> None:
    """Print the problems, and below them, for people, what was done."""
    lines = [report(problems, form=form)] if problems else []
    lines += said if form == "text" else []
    stream.write("".join(f"{line}\n" for line in lines))


if __name__ == "__main__":
    sys.exit(main())
