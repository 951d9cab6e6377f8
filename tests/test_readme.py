"""What the documents say can be typed, can be typed; what they show, happens."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from invoke.collection import Collection

import tasks
from tests.support.building import PROJECT
from tests.support.rendering import Example, examples_in, render, same_html

DOCUMENTS = [PROJECT / "README.md", PROJECT / "CONTRIBUTING.md"]
PACKAGES = sorted(path.parent for path in (PROJECT / "plugins").glob("*/__init__.py"))
READMES = [PROJECT / "README.md", *sorted((PROJECT / "plugins").glob("*/README.md"))]
EXAMPLES = [example for path in READMES for example in examples_in(path)]

# A command stands in a code span or at the start of a fenced line, after a prompt or a path.
COMMAND = re.compile(
    r"(?:`|^(?:\$ )?)(?:\S*/)?(?P<program>inv|make) (?P<name>[a-z]+)", re.MULTILINE
)


def commands(path: Path) -> set[tuple[str, str]]:
    text = path.read_text(encoding="utf-8")
    return {(match["program"], match["name"]) for match in COMMAND.finditer(text)}


def make_targets() -> set[str]:
    makefile = (PROJECT / "Makefile").read_text(encoding="utf-8")
    phony = re.search(r"^\.PHONY: (?P<names>.+)$", makefile, re.MULTILINE)
    assert phony
    return set(phony["names"].split())


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_every_command_that_is_told_exists(path: Path) -> None:
    known = {
        "inv": set(Collection.from_module(tasks).task_names),
        "make": make_targets(),
    }

    told = commands(path)

    assert told
    assert {(program, name) for program, name in told if name not in known[program]} == set()


def test_the_readme_tells_how_to_build_and_how_to_test() -> None:
    told = commands(PROJECT / "README.md")

    assert {("make", "site"), ("make", "test"), ("inv", "serve")} <= told


def test_every_task_is_told_in_the_readme_or_for_contributors() -> None:
    told = set().union(*map(commands, DOCUMENTS))

    assert {("inv", name) for name in Collection.from_module(tasks).task_names} <= told


@pytest.mark.parametrize("package", PACKAGES, ids=lambda path: path.name)
def test_every_package_says_to_its_user_what_it_is_for(package: Path) -> None:
    text = (package / "README.md").read_text(encoding="utf-8")

    assert text.startswith(f"# {package.name}\n")


@pytest.mark.parametrize(
    "example", EXAMPLES, ids=lambda example: f"{example.path.parent.name}:{example.line}"
)
def test_an_example_becomes_what_its_document_shows(example: Example) -> None:
    html = render(example.source)

    assert same_html(html) == same_html(example.html)


def test_examples_are_found_in_documents() -> None:
    assert EXAMPLES
