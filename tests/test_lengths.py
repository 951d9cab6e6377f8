"""How long a file and a function may grow: rules that nobody has to remember."""

from __future__ import annotations

import ast

from tests.support.building import PROJECT
from tests.test_architecture import MODULES, nodes

LONGEST = {".py": 300, ".html": 60, ".css": 150}
LONGEST_FUNCTION = 40  # lines, its docstring among them
FILES = [
    *(module.path for module in MODULES),
    PROJECT / "tasks.py",
    *sorted((PROJECT / "tests").rglob("*.py")),
    *sorted((PROJECT / "theme").rglob("*.html")),
    *sorted((PROJECT / "theme").rglob("*.css")),
]


def test_a_file_can_be_read_in_one_sitting() -> None:
    lines = {path: path.read_text(encoding="utf-8").count("\n") for path in FILES}

    too_long = {
        f"{path.relative_to(PROJECT)}: {count} lines"
        for path, count in lines.items()
        if count > LONGEST[path.suffix]
    }

    assert too_long == set()


def test_a_function_can_be_seen_at_once() -> None:
    too_long = {
        f"{module.name}.{node.name}: {lines} lines"
        for module in MODULES
        for node in nodes(module.path)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (lines := (node.end_lineno or 0) - node.lineno + 1) > LONGEST_FUNCTION
    }

    assert too_long == set()
