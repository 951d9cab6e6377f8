"""Build a site with a real Pelican, in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Protocol

from bs4 import BeautifulSoup

from problems import Location, Problem, Severity
from tests.support.forked import fork_pelican

PROJECT = Path(__file__).parents[2]
# The publication that tests are run on: its facts, and its texts.
PUBLICATION = PROJECT / "tests" / "publication"
CONTENT = PUBLICATION / "content"
PUBLISHED_AT = "https://kelp.example"
# So that lists of few texts have a second page.
SHORT_PAGES = {
    "PAGINATED_TEMPLATES": {
        "index": 5,
        "archives": 200,
        "category": 20,
        "tag": 2,
        "author": 20,
        "source": 3,
        "sources": 3,
    }
}
# What a publisher may have in the environment; a test states it, or does without.
STATED = {"SITE_URL", "COMMENTS_URL", "PREVIEW"}
# One seed and one clock, so that a page is the same in every build (2026-03-14, noon, UTC).
STEADY = {"PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": "1773489600"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Build:
    """What a build left: its folder, what it reported, how it ended, and what else it said."""

    output: Path
    problems: tuple[Problem, ...]
    exit_code: int
    log: str

    def path(self, address: str) -> Path:
        """Return the file that a server answers with for *address*."""
        path = self.output / address.lstrip("/")
        return path / "index.html" if path.is_dir() or address in {"", "/"} else path

    def page(self, address: str = "") -> BeautifulSoup:
        """Return the page at *address*: ``page("sources/kura-courier/")``."""
        return BeautifulSoup(self.path(address).read_text(encoding="utf-8"), "html.parser")

    def text(self, address: str) -> str:
        return self.path(address).read_text(encoding="utf-8")

    def pages(self) -> list[Path]:
        return sorted(self.output.rglob("*.html"))

    def codes(self) -> list[str]:
        """Return the problems' codes, in the order they were reported."""
        return [problem.code for problem in self.problems]

    def require_success(self) -> Build:
        """Return the build itself, or fail with what it said."""
        said = "\n".join([*map(str, self.problems), self.log])
        assert self.exit_code == 0, f"the build failed:\n{said}"
        return self


class BuildSite(Protocol):
    """Build a site from *content*: a folder, or files by their paths inside it.

    The facts are those of tests/publication; settings are named as in its pelicanconf.py,
    and may be anything that JSON can say.
    """

    def __call__(
        self, content: Path | dict[str, str], *, conf: str = ..., **settings: object
    ) -> Build: ...


def write_files(folder: Path, files: dict[str, str]) -> Path:
    """Write *files*, named by their paths inside *folder*, and return the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def project_in(folder: Path) -> Path:
    """Make *folder* a project without content: the software, and the tests' facts."""
    for path in (
        *(PROJECT / name for name in ("plugins", "theme", "tasks.py")),
        *(PUBLICATION / name for name in ("pelicanconf.py", "publishconf.py")),
    ):
        (folder / path.name).symlink_to(path)
    return folder


def read_problems(said: str) -> tuple[Problem, ...]:
    """Return the problems that a build printed as JSON, one on a line."""
    return tuple(_problem(json.loads(line)) for line in said.splitlines() if line.startswith("{"))


def _problem(fields: dict[str, object]) -> Problem:
    path, line = fields["path"], fields["line"]
    assert isinstance(line, int | None)
    where = Location(path=Path(path), line=line) if isinstance(path, str) else None
    return Problem(
        message=str(fields["message"]),
        code=str(fields["code"]),
        severity=Severity(str(fields["severity"])),
        location=where,
    )


def _start_pelican(
    words: Sequence[str], *, cwd: Path, environment: Mapping[str, str]
) -> subprocess.CompletedProcess[str]:
    """Start Pelican as people do: Python itself reads some of *environment* as it starts."""
    return subprocess.run(
        [sys.executable, "-P", "-m", "pelican", *words],
        cwd=cwd,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def build_site(
    content: Path,
    output: Path,
    *,
    conf: str = "pelicanconf.py",
    settings: Mapping[str, object] = MappingProxyType({}),
    environment: Mapping[str, str] = MappingProxyType({}),
) -> Build:
    """Build *content* into *output*; problems name files as seen from *content*'s parent."""
    stated = {"PROBLEM_FORMAT": "json", **settings}.items()
    words = [str(content), "-s", str(PUBLICATION / conf), "-o", str(output)]
    words += ["-e", *(f"{name}={json.dumps(value)}" for name, value in stated)]
    run = _start_pelican if environment else fork_pelican
    inherited = {name: value for name, value in os.environ.items() if name not in STATED}
    done = run(words, cwd=content.parent, environment={**inherited, **STEADY, **environment})
    return Build(
        output=output,
        problems=read_problems(done.stdout),
        exit_code=done.returncode,
        log=done.stdout + done.stderr,
    )
