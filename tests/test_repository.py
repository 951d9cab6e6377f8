"""What is kept under version control, and what is not."""

from __future__ import annotations

import re
import subprocess
import tomllib
from pathlib import Path

import pytest

from tests.support.building import PROJECT
from tests.support.tools import tool

MOST_BYTES = 500_000
# These are its owner's, whatever they hold.
PUBLICATION = ("content/", "pelicanconf.py", "publishconf.py")
LOCKED = sorted((PROJECT / "requirements").glob("*.txt"))

# Where packages come from is each machine's own setting. Put together here from parts,
# so that this file does not name one either.
REGISTRIES = [
    ".".join(parts)
    for parts in (
        ("pypi", "org"),
        ("files", "pythonhosted", "org"),
        ("registry", "npmjs", "org"),
        ("registry", "yarnpkg", "com"),
        ("deb", "debian", "org"),
        ("archive", "ubuntu", "com"),
    )
]
REQUIREMENT = re.compile(r"^(?P<name>[\w.\[\]-]+)==(?P<rest>(?:.*\\\n)*.*)", re.MULTILINE)
# How a test would come to depend on the publication that the software is kept with. Put
# together here from parts, so that this file passes.
OWNED = re.compile(
    "|".join(
        " ?".join(parts)
        for parts in (
            ("Kura", "Review"),
            ("kura", "review"),
            ("Gayane", "Orinakyan"),
            ("Mehri", "Nemuneh"),
            ("PROJECT", "/", '"content'),
            ("PROJECT", "/", '"pelicanconf'),
            ("PROJECT", "/", '"publishconf'),
        )
    )
)
# It tests that nothing is left of that publication where another begins.
NAMES_IT = PROJECT / "tests" / "new_publication" / "test_publications.py"


def git(*words: str) -> str:
    done = subprocess.run(
        [tool("git"), *words], cwd=PROJECT, capture_output=True, encoding="utf-8", check=True
    )
    return done.stdout


@pytest.fixture(scope="module")
def tracked() -> list[Path]:
    """Return the software's files that are, or are about to be, under version control."""
    listed = git("ls-files", "-z", "--cached", "--others", "--exclude-standard").split("\0")
    names = (name for name in listed if name and not name.startswith(PUBLICATION))
    paths = [PROJECT / name for name in names]
    return [path for path in paths if path.is_file()]


def test_no_file_names_a_registry(tracked: list[Path]) -> None:
    named = [
        (str(path.relative_to(PROJECT)), host)
        for path in tracked
        for host in REGISTRIES
        if host.encode() in path.read_bytes()
    ]

    assert named == []


def test_no_test_knows_whose_publication_this_is(tracked: list[Path]) -> None:
    tests = [path for path in tracked if PROJECT / "tests" in path.parents and path != NAMES_IT]
    texts = [path for path in tests if path.suffix in {".py", ".md", ".yaml", ".txt"}]

    found = {
        str(path.relative_to(PROJECT)): match[0]
        for path in texts
        if (match := OWNED.search(path.read_text(encoding="utf-8")))
    }

    assert len(texts) > 100
    assert found == {}


def test_no_file_is_large(tracked: list[Path]) -> None:
    large = [path for path in tracked if path.stat().st_size > MOST_BYTES]

    assert large == []


def test_nothing_that_is_made_is_kept(tracked: list[Path]) -> None:
    made = {"output", ".venv", "node_modules", "__pycache__", ".hypothesis"}

    assert [path for path in tracked if made & set(path.relative_to(PROJECT).parts)] == []


@pytest.mark.parametrize("path", LOCKED, ids=lambda path: path.name)
def test_every_requirement_has_a_version_and_hashes(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    requirements = {match["name"]: match["rest"] for match in REQUIREMENT.finditer(text)}
    lines = [line for line in text.splitlines() if line and not line.startswith((" ", "#"))]

    assert len(requirements) == len(lines) > 0
    assert [name for name, rest in requirements.items() if "--hash=sha256:" not in rest] == []


@pytest.mark.parametrize("name", ["site", "dev"])
def test_every_wanted_package_is_locked(name: str) -> None:
    folder = PROJECT / "requirements"
    wanted = (folder / f"{name}.in").read_text(encoding="utf-8").splitlines()
    packages = [match[0] for line in wanted if (match := re.match(r"\w[\w-]*", line))]
    locked = (folder / f"{name}.txt").read_text(encoding="utf-8")

    assert [package for package in packages if f"\n{package}==" not in locked] == []


def test_the_npm_lock_file_has_hashes_and_no_addresses() -> None:
    text = (PROJECT / "package-lock.json").read_text(encoding="utf-8")

    assert '"resolved"' not in text
    assert text.count('"integrity": "sha512-') == text.count('"node_modules/')


def test_ci_runs_the_command_that_the_readme_gives() -> None:
    script = (PROJECT / ".ci" / "run").read_text(encoding="utf-8")

    assert script.splitlines()[-1] == "make test"
    assert "`make test`" in (PROJECT / "README.md").read_text(encoding="utf-8")


def test_the_newest_release_of_the_changelog_is_the_version() -> None:
    changelog = (PROJECT / "CHANGELOG.md").read_text(encoding="utf-8")
    first, *releases = re.findall(r"^## (.+)$", changelog, re.MULTILINE)
    form = re.compile(r"\[(\d+\.\d+\.\d+)\] - \d{4}-\d{2}-\d{2}")
    versions = [match[1] for each in releases if (match := form.fullmatch(each))]
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

    assert first == "[Unreleased]"
    assert len(versions) == len(releases)
    assert versions[0] == project["version"]
