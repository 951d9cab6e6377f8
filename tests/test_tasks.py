"""Tasks are thin: they call tools, say what they do, and hold no logic."""

from __future__ import annotations

import ast
import subprocess
from pathlib import Path
from typing import Any

import pytest
from invoke.collection import Collection
from invoke.tasks import Task

import tasks
from tests.support.building import PROJECT, write_files
from tests.support.tools import tool

TASKS: dict[str, Task[Any]] = dict(Collection.from_module(tasks).tasks)
NAMES = {"build", "serve", "test", "verify", "comments", "bench", "lint", "format"}
MOST_LINES = 12
SOURCE = (PROJECT / "tasks.py").read_text(encoding="utf-8")
FUNCTIONS = [node for node in ast.parse(SOURCE).body if isinstance(node, ast.FunctionDef)]


def test_the_tasks_are_the_ones_people_know() -> None:
    assert set(TASKS) >= NAMES


@pytest.mark.parametrize("name", TASKS)
def test_a_task_says_in_one_line_what_it_does(name: str) -> None:
    said = TASKS[name].__doc__ or ""

    assert said.endswith(".")
    assert "\n" not in said.strip()


@pytest.mark.parametrize("name", TASKS)
def test_every_option_is_explained(name: str) -> None:
    unexplained = {option.name for option in TASKS[name].get_arguments() if not option.help}

    assert unexplained == set()


@pytest.mark.parametrize("function", FUNCTIONS, ids=lambda function: function.name)
def test_a_task_holds_no_logic(function: ast.FunctionDef) -> None:
    last = function.body[-1].end_lineno or 0

    assert last - function.body[0].lineno + 1 <= MOST_LINES


def test_pelican_is_never_made_quiet() -> None:
    # With -q Pelican takes no error for fatal, and a broken build ends with success.
    assert '"-q"' not in SOURCE


def inv(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [tool("inv"), *words], cwd=PROJECT, capture_output=True, encoding="utf-8", check=False
    )


@pytest.mark.slow
def test_a_failing_program_fails_its_task(tmp_path: Path) -> None:
    write_files(tmp_path, {"articles/a.md": "Title: A\nDate: tomorrow\n\nA text.\n"})

    done = inv("verify", "--content", str(tmp_path))

    assert done.returncode == 1
    assert "bad-date" in done.stdout


@pytest.mark.slow
@pytest.mark.parametrize("task", ["build", "verify"])
def test_a_folder_that_is_not_there_is_told_in_a_sentence(task: str) -> None:
    done = inv(task, "--content", "no-such-folder")

    assert done.returncode == 2
    assert done.stderr.startswith("error: there is no folder no-such-folder; name another")


@pytest.mark.slow
def test_every_word_reaches_the_command_line(tmp_path: Path) -> None:
    told = {
        words: inv("verify", *words).stderr
        for words in [
            ("--ky", "x"),
            ("--ky=x", "--format", "json"),
            ("--content=-", "a"),
            ("-kx", "-k=x", "-"),
        ]
    }

    assert all(said.startswith("error: ") for said in told.values())
    assert "Examples:" in inv("verify", "--help").stdout
