"""Publishing and testing at GitHub: two workflows, with no right that they do not need."""

from __future__ import annotations

import inspect
import re
import subprocess
from pathlib import Path
from typing import Any

import click
import pytest
import yaml

import tasks
from commands.command_line import inv
from tests.support.building import PROJECT
from tests.support.tools import tool
from tests.test_repository import git

WORKFLOWS = sorted((PROJECT / ".github" / "workflows").glob("*.yml"))
PINNED = re.compile(r"[\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_uses_actions_by_their_commit(path: Path) -> None:
    used = re.findall(r"uses: (.+)", path.read_text(encoding="utf-8"))

    assert used
    assert [action for action in used if not PINNED.fullmatch(action)] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_has_no_rights_but_those_its_jobs_state(path: Path) -> None:
    workflow = yaml.safe_load(path.read_text(encoding="utf-8"))

    assert workflow["permissions"] == {}
    assert all("permissions" in job for job in workflow["jobs"].values())


def workflow(name: str) -> dict[str, Any]:
    text = (PROJECT / ".github" / "workflows" / f"{name}.yml").read_text("utf-8")
    read: dict[Any, Any] = yaml.safe_load(text)
    return read | {"on": read.pop(True)}  # to YAML, on is a truth


def commands(jobs: dict[str, Any]) -> list[str]:
    """Return the lines that the steps of *jobs* run."""
    steps = [step for job in jobs.values() for step in job["steps"]]
    return [line.strip() for step in steps for line in step.get("run", "").splitlines()]


def covers(patterns: list[str], name: str) -> bool:
    """Tell whether a filter of paths names the file *name*: whole, or by a folder above it."""
    return any(
        name.startswith(pattern.removesuffix("**")) if pattern.endswith("/**") else name == pattern
        for pattern in patterns
    )


def test_only_the_job_that_deploys_may_deploy() -> None:
    jobs = workflow("publish")["jobs"] | workflow("test")["jobs"]

    writers = {name for name, job in jobs.items() if "write" in job["permissions"].values()}

    assert writers == {"deploy"}
    assert [step["uses"].partition("@")[0] for step in jobs["deploy"]["steps"]] == [
        "actions/deploy-pages"
    ]


def test_publishing_needs_no_test() -> None:
    said = workflow("publish")

    assert said["jobs"]["deploy"]["needs"] == "check"
    assert [line for line in commands(said["jobs"]) if re.search(r"\btests?\b", line)] == []


def test_what_is_deployed_is_what_was_checked() -> None:
    jobs = workflow("publish")["jobs"]
    check = jobs["check"]["steps"]
    (folder,) = (
        match[1]
        for line in commands({"check": jobs["check"]})
        if (match := re.search(r"inv check .*--output (\S+)", line))
    )

    last = check[-1]
    assert last["uses"].startswith("actions/upload-pages-artifact@")
    assert last["with"]["path"] == folder
    # Whatever is checked is built anew: no step after it touches the folder.
    assert "inv check" in check[-2]["run"]


def test_every_command_of_a_workflow_exists() -> None:
    lines = [line for name in ("publish", "test") for line in commands(workflow(name)["jobs"])]
    targets = {match[1] for line in lines if (match := re.fullmatch(r"make (\w+)", line))}
    words = [line.partition("inv ")[2].split() for line in lines if "inv " in line]
    makefile = (PROJECT / "Makefile").read_text(encoding="utf-8")

    assert targets == {"install", "test"}
    assert all(re.search(rf"^{target}:", makefile, re.MULTILINE) for target in targets)
    assert [name for name, *_ in words] == ["check", "fuzz"]
    for name, *options in words:
        command = inv.get_command(click.Context(inv), name)
        if command:
            command.make_context("inv", options)  # raises where there is no such option
        else:
            known = set(inspect.signature(getattr(tasks, name).body).parameters)
            assert {option.lstrip("-") for option in options} <= known


def test_each_file_has_the_workflow_that_it_needs() -> None:
    publish, test = workflow("publish")["on"], workflow("test")["on"]
    ours = test["push"]["paths-ignore"]
    names = git("ls-files", "-z").rstrip("\0").split("\0")

    assert set(ours) == {"content/**", "pelicanconf.py", "publishconf.py"}
    assert ours == test["pull_request"]["paths-ignore"] == publish["pull_request"]["paths"]
    # A publication's files are published, and tested by nobody; what it is built with is both.
    assert {name.partition("/")[0] for name in names if covers(ours, name)} <= {
        "content",
        "pelicanconf.py",
        "publishconf.py",
    }
    built = publish["push"]["paths"]
    assert set(ours) < set(built)
    assert all(any(covers([pattern], name) for name in names) for pattern in built)


def test_zizmor_finds_nothing_in_the_workflows() -> None:
    done = subprocess.run(
        [tool("zizmor"), "--offline", "--no-progress", ".github"],
        cwd=PROJECT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert done.returncode == 0, done.stdout + done.stderr
