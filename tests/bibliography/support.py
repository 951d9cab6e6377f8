"""A site's content, a library beside it, and what comes of taking one into the other."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from textwrap import dedent
from typing import Any

from citations import Library, read_citation, read_fields
from commands.command_line import run as run_command
from problems import Problem
from tests.support.building import CONTENT, read_problems, write_files

SOURCES = {
    "sources/kura-courier.md": "Title: Kura Courier\nURL: https://courier.example/\n\nA paper.\n",
    "sources/sevan.md": "Title: Sevan Observer\nURL: https://sevan.example/\n\nA paper.\n",
}
SAMPLE = CONTENT
# A work with nothing but what it has to have.
WORK: dict[str, Any] = {"id": "water", "type": "book", "title": "Water"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What the command left: its exit code, what it said, and the content it worked on."""

    exit_code: int
    said: str
    problems: tuple[Problem, ...]
    content: Path

    def fields(self, key: str) -> Mapping[str, Any]:
        return read_fields(self.content / "citations" / f"{key}.yaml").values

    @property
    def keys(self) -> list[str]:
        return sorted(path.stem for path in (self.content / "citations").glob("*.yaml"))

    @property
    def codes(self) -> list[str]:
        return [problem.code for problem in self.problems]

    @property
    def lines(self) -> list[int | None]:
        return [problem.location.line for problem in self.problems if problem.location]

    @property
    def message(self) -> str:
        """The one problem's message."""
        (problem,) = self.problems
        return problem.message


def content_in(folder: Path, files: Mapping[str, str] | None = None) -> Path:
    """Return a content folder with two outlets, and *files*."""
    return write_files(folder / "content", SOURCES | dict(files or {}))


def library_words(action: str | Path, *words: str | Path) -> list[str]:
    """Return the words that import or export a library."""
    return ["cite", f"--{action}", *map(str, words)]


def run(*words: str | Path, content: Path) -> Outcome:
    """Run the command, as people do, with problems as JSON."""
    with redirect_stdout(StringIO()) as stdout:
        code = run_command(library_words(*words, "--content", content, "--format", "json"))
    said = stdout.getvalue()
    return Outcome(exit_code=code, said=said, problems=read_problems(said), content=content)


def import_text(text: str, folder: Path, *, name: str, content: Path | None = None) -> Outcome:
    """Import a file that holds *text*; what is written can be cited, or this fails."""
    library = folder / name
    library.write_text(text, encoding="utf-8")
    outcome = run("import", library, content=content or content_in(folder))
    assert unreadable(outcome.content) == []
    return outcome


def import_csl(items: Any, folder: Path, *, content: Path | None = None) -> Outcome:
    """Import a list of items in CSL's terms, or whatever else JSON can say."""
    return import_text(json.dumps(items, indent=1), folder, name="library.json", content=content)


def import_bibtex(text: str, folder: Path, *, content: Path | None = None) -> Outcome:
    return import_text(dedent(text), folder, name="library.bib", content=content)


def unreadable(content: Path) -> list[Problem]:
    """Return what a build would say of the citations below *content*, but for mere warnings."""
    sources = Library.load(content).sources
    said: list[Problem] = []
    return [
        problem
        for path in sorted((content / "citations").glob("*.yaml"))
        if read_citation(path, sources, said) is None
        for problem in said
    ]
