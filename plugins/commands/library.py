"""Taking over an author's library, and giving all citations as one."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterable
from pathlib import Path

from bibliography.exporting import WRITERS, export_citations
from bibliography.importing import READERS, Import
from bibliography.model import Item, LibraryError
from commands.cite import Chosen
from commands.output import STANDARD, has_errors, tell, telling, write_out
from problems import Problem

ENDINGS = {".json": "csl", ".bib": "bibtex", ".bibtex": "bibtex"}
DRY = "Nothing was written; without --dry-run, it would be."


def move(chosen: Chosen) -> int:
    """Import a library, then export one; return 1 where a work or the file cannot be used."""
    for library in ("bibtexparser", "pylatexenc"):
        # What they log of a broken entry is told with file and line.
        logging.getLogger(library).setLevel(logging.CRITICAL)
    code = _import(chosen, Path(chosen.imported)) if chosen.imported else 0
    return _export(chosen, Path(chosen.exported)) if chosen.exported and not code else code


def _import(chosen: Chosen, path: Path) -> int:
    problems: list[Problem] = []
    said: list[str] = []
    with telling(problems, path, "library", doing="read"):
        contents = READERS[chosen.kind or _kind(path)](_text(path), path)
        problems += contents.problems
        taken = Import(content=chosen.content, problems=problems, dry=chosen.dry_run)
        _take(contents.items, taken)
        counts = f"{len(taken.new)} imported, {taken.unchanged} unchanged,"
        said = [f"[@{key}] {title}".rstrip() for key, title in taken.new]
        said += [f"{counts} {taken.different} different", *([DRY] if chosen.dry_run else [])]
    return tell(problems, said, form=chosen.form)


def _take(items: Iterable[Item], taken: Import) -> None:
    """Take over *items* until one cannot be written."""
    with telling(taken.problems, taken.content / "citations", "library", doing="write"):
        for item in items:
            taken.take(item)


def _export(chosen: Chosen, path: Path) -> int:
    problems: list[Problem] = []
    said: list[str] = []
    with telling(problems, path, "library", doing="write"):
        kind = chosen.kind or _kind(path)
        works = export_citations(chosen.content, problems)
        _write(path, kind, WRITERS[kind](works), problems, dry=chosen.dry_run)
        said = [f"{len(works)} exported", *([DRY] if chosen.dry_run else [])]
    return tell(problems, said, form=chosen.form, aside=str(path) == STANDARD)


def _write(path: Path, kind: str, text: str, problems: list[Problem], *, dry: bool) -> None:
    if str(path) != STANDARD:
        _require_replaceable(path, kind, problems)
    if not dry:
        write_out(path, text)


def _kind(path: Path) -> str:
    kind = ENDINGS.get(path.suffix.lower())
    if kind is None:
        raise LibraryError(
            "the name does not say what the file is; let it end with .json (CSL-JSON)"
            " or .bib (BibTeX), or add --type csl or --type bibtex"
        )
    return kind


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
    if has_errors(problems):
        raise LibraryError("it stays as it was, as not all works can be exported; mend them first")
    try:
        READERS[kind](_text(path), path)
    except LibraryError as error:
        message = "this file is no library, and stays as it was; choose another name"
        raise LibraryError(message) from error
