"""Each problem that an author may meet is explained to authors, and no other."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.support.building import PROJECT

PLUGINS = PROJECT / "plugins"
# What an author is told of quotations comes from these.
PACKAGES = [PLUGINS / name for name in ("quotations", "citations", "verification")]
CODE = re.compile(r"[a-z]+(?:-[a-z]+)*")
# Where a code stands among the arguments of what makes a problem; elsewhere it is named.
PLACES = {"QuotationError": 1, "tell": 1, "say": 1, "refuse": 1, "at": 2, "_cut_off": 3}
# The default of a file's own problems, that of options, and the last of what an outlet's may be.
UNNAMED = {"citation", "source", "setting", "unknown-field"}


def codes_of(path: Path) -> Iterator[str]:
    for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(call, ast.Call):
            name = getattr(call.func, "id", getattr(call.func, "attr", ""))
            place = PLACES.get(name, len(call.args))
            given = [each.value for each in call.keywords if each.arg == "code"]
            for value in (*call.args[place : place + 1], *given):
                if isinstance(value, ast.Constant) and isinstance(value.value, str):
                    yield value.value


def test_every_code_is_explained_and_no_other() -> None:
    known = {
        code for package in PACKAGES for path in package.rglob("*.py") for code in codes_of(path)
    } | UNNAMED
    readme = (PACKAGES[0] / "README.md").read_text(encoding="utf-8")
    tables = re.findall(r"^\| code .*\n\|.*\n((?:\|.*\n)+)", readme, re.MULTILINE)

    first_cells = [row.split("|")[1] for table in tables for row in table.splitlines()]
    explained = {code for cell in first_cells for code in re.findall(r"`([^`]+)`", cell)}

    assert all(CODE.fullmatch(code) for code in known)
    assert explained == known
