"""The examples of the plugin's README."""

from __future__ import annotations

import ast
import re

import pytest

from comments.settings import read_service
from tests.support.building import PROJECT

README = PROJECT / "plugins" / "comments" / "README.md"
EXAMPLES = re.findall(r"```python\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)


@pytest.mark.parametrize("example", EXAMPLES)
def test_a_setting_from_the_readme_is_accepted(example: str) -> None:
    name, _, value = example.partition("=")
    assert name.strip() == "COMMENTS"

    service, problems = read_service(ast.literal_eval(value.strip()))

    assert problems == []
    assert service is not None or "none" in example
