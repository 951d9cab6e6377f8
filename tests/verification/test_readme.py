"""What the README shows, the package does."""

from __future__ import annotations

import doctest
import re

import verification
from tests.support.building import PROJECT

README = (PROJECT / "plugins" / "verification" / "README.md").read_text(encoding="utf-8")
EXAMPLE = re.compile(r"^```pycon\n(?P<code>.*?)^```$", re.MULTILINE | re.DOTALL)
MODULES = {path.stem for path in (PROJECT / "plugins" / "verification").glob("*.py")}


def test_examples_give_what_is_shown() -> None:
    # One after the other: the later ones go on with what the first has made.
    code = "\n".join(example["code"] for example in EXAMPLE.finditer(README))
    examples = doctest.DocTestParser().get_doctest(code, {}, "README", None, None)

    assert doctest.DocTestRunner().run(examples) == doctest.TestResults(failed=0, attempted=13)


def test_what_is_told_exists() -> None:
    table = README.partition("## What else there is")[2].partition("## How it goes")
    handed_on = set(re.findall(r"`(\w+)\(", table[0]))
    steps = set(re.findall(r"`(\w+)`", table[2]))

    assert handed_on <= set(vars(verification))
    assert steps <= MODULES
