"""What the README shows, happens; every problem that can be told is explained there."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TypeGuard

import yaml

from citations import FIELDS
from tests.bibliography.support import content_in, import_text, run
from tests.support.building import PROJECT

PACKAGE = PROJECT / "plugins" / "bibliography"
README = (PACKAGE / "README.md").read_text(encoding="utf-8")
COMMAND = PACKAGE.parent / "commands" / "library.py"
SAYING = {"_say", "at", "telling"}


def fenced(language: str) -> str:
    found = re.search(rf"^```{language}\n(?P<text>.*?)^```", README, re.MULTILINE | re.DOTALL)
    assert found
    return found["text"]


def test_the_library_that_is_shown_becomes_the_citation_that_is_shown(tmp_path: Path) -> None:
    outcome = import_text(fenced("json"), tmp_path, name="library.json")

    [key] = outcome.keys
    written = (outcome.content / "citations" / f"{key}.yaml").read_text(encoding="utf-8")
    assert written == fenced("yaml")
    assert f"[@{key}] Water without borders" in fenced("text")


def codes() -> Iterator[str]:
    """Yield the codes of Problem(code=…), Problem.at(path, message, …) and an import’s _say(…)."""
    for path in (*PACKAGE.glob("*.py"), COMMAND):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call):
                name = getattr(call.func, "id", getattr(call.func, "attr", ""))
                said = call.args[2:3] if name in SAYING else []
                named = [each.value for each in call.keywords if each.arg == "code"]
                yield from (str(each.value) for each in (*said, *named) if is_text(each))


def is_text(node: ast.expr) -> TypeGuard[ast.Constant]:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def rows(head: str) -> list[list[str]]:
    """Return the cells of the table that begins with *head*."""
    table = README[README.index(head) :].partition("\n\n")[0]
    return [row.strip("| ").split(" | ") for row in table.splitlines()[2:]]


def test_every_problem_is_explained_and_no_other() -> None:
    explained = [row[0].strip("`") for row in rows("| code |")]

    assert sorted(explained) == sorted(set(codes()))


def test_every_field_is_called_what_the_table_says(tmp_path: Path) -> None:
    called = {
        field: set(re.findall(r"`([\w-]+)`", bibtex))
        for fields, _, bibtex in rows("| citation |")
        for field in re.findall(r"`([\w-]+)`", fields)
    }
    fields = {name: "x" for name in FIELDS if name not in {"type", "container"}}
    stated = {"type": "report", "language": "en", "issued": "2026-03-14", "accessed": "2026-03"}
    addresses = {"URL": "https://a.example/", "archive": "https://b.example/"}
    files = {"citations/a.yaml": yaml.dump(fields | stated | addresses)}

    outcome = run("export", tmp_path / "library.bib", content=content_in(tmp_path, files))

    assert outcome.problems == ()
    written = re.findall(r"^  (\w+) =", (tmp_path / "library.bib").read_text("utf-8"), re.MULTILINE)
    for field in fields:
        assert called.get(field, {field.lower()}) & set(written)
