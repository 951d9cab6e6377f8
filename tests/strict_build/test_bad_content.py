"""Everything that is wrong with a site is told, each with its file and line."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from problems import Problem, Severity
from tests.strict_build.bad_content import BAD, GOOD
from tests.strict_build.support import article, state
from tests.support.building import Build, build_site, write_files


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A failed build over a good one: what it said, and the output before and after."""

    build: Build
    before: dict[str, tuple[bytes, int]]

    def problems(self, name: str) -> list[Problem]:
        """Return what was said of the file *name*."""
        path = Path("content", name)
        return [p for p in self.build.problems if p.location and p.location.path == path]


@pytest.fixture(scope="module")
def failure(tmp_path_factory: pytest.TempPathFactory) -> Failure:
    """Return what became of a site when all of BAD was added to it."""
    folder = tmp_path_factory.mktemp("bad")
    content = write_files(folder / "content", {"articles/first.md": article()})
    settings = {"CACHE_PATH": str(folder / "cache")}
    build_site(content, folder / "output", settings=settings).require_success()
    before = state(folder / "output")
    write_files(content, GOOD | {name: bad.text for name, bad in BAD.items()})
    (content / "citations" / "latin.txt").write_bytes("First line\nÇa va, été\n".encode("latin-1"))
    (content / "articles" / "latin.md").write_bytes(article(text="Été").encode("latin-1"))
    return Failure(build=build_site(content, folder / "output", settings=settings), before=before)


@pytest.mark.parametrize("name", BAD)
def test_what_is_wrong_is_told_with_its_place(failure: Failure, name: str) -> None:
    bad = BAD[name]

    said = [problem for problem in failure.problems(name) if problem.code == bad.code]

    assert len(said) == 1, failure.problems(name)
    assert said[0].location
    assert said[0].location.line == bad.line
    assert bad.words in said[0].message
    assert said[0].severity is bad.severity


@pytest.mark.parametrize(
    ("name", "code", "line"),
    [
        pytest.param("citations/latin.txt", "snapshot", 2, id="snapshot"),
        pytest.param("articles/latin.md", "encoding", 5, id="article"),
    ],
)
def test_a_file_that_is_not_utf8_is_told_once(
    failure: Failure, name: str, code: str, line: int
) -> None:
    said = failure.problems(name)

    assert [problem.code for problem in said] == [code]
    assert said[0].location
    assert said[0].location.line == line
    assert "UTF-8" in said[0].message


def test_nothing_is_said_of_files_that_are_right(failure: Failure) -> None:
    known = {*BAD, "citations/latin.txt", "articles/latin.md", "articles/unfinished.md"}
    told = {
        str(p.location.path.relative_to("content")) for p in failure.build.problems if p.location
    }

    assert told - known == set()
    assert all(problem.location for problem in failure.build.problems)


def test_of_each_file_only_what_is_wrong_is_told(failure: Failure) -> None:
    more = {
        name: [problem.code for problem in failure.problems(name) if problem.code != bad.code]
        for name, bad in BAD.items()
    }

    assert {name: codes for name, codes in more.items() if codes} == {}


def test_the_errors_of_a_draft_are_warnings(failure: Failure) -> None:
    said = failure.problems("articles/unfinished.md")

    assert [(problem.code, problem.severity) for problem in said] == [("drifted", "warning")]


def test_the_last_good_output_stays_as_it_was(failure: Failure) -> None:
    assert failure.build.exit_code == 1
    assert failure.before
    assert state(failure.build.output) == failure.before


def test_nothing_is_left_beside_the_output(failure: Failure) -> None:
    left = {path.name for path in failure.build.output.parent.iterdir()}

    assert left == {"content", "output", "cache"}


def test_the_failure_is_counted_for_people(failure: Failure) -> None:
    problems = failure.build.problems
    errors = sum(problem.severity is Severity.ERROR for problem in problems)

    assert f"Failed: {errors} errors, {len(problems) - errors} warnings" in failure.build.log
    assert "the output is as it was" in failure.build.log
    assert "Traceback" not in failure.build.log
