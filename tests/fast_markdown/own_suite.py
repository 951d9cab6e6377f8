"""Run the test suite of Python-Markdown in the current folder, stock or with the extension.

The folder is a source distribution, whose package has to come first on PYTHONPATH.
"""

from __future__ import annotations

import functools
import json
import sys
import unittest
from typing import Any

import markdown

from fast_markdown import FastExtension, blocks


def with_extension(initialise: Any) -> Any:
    """Let every `Markdown` have the extension as well, after all others."""

    @functools.wraps(initialise)
    def begin(self: markdown.Markdown, **options: Any) -> None:
        options["extensions"] = [*(options.get("extensions") or []), FastExtension()]
        initialise(self, **options)

    return begin


def main() -> None:
    """Print what came of it, as JSON."""
    if sys.argv[1] == "fast":
        blocks.FEW = 0  # most of its texts are short
        markdown.Markdown.__init__ = with_extension(markdown.Markdown.__init__)  # type: ignore[method-assign]
    result = unittest.TestResult()
    unittest.defaultTestLoader.discover("tests", top_level_dir=".").run(result)
    failed = sorted(str(test) for test, _ in [*result.failures, *result.errors])
    counts = {"run": result.testsRun, "skipped": len(result.skipped), "failed": failed}
    print(json.dumps({"version": markdown.__version__, **counts}))


if __name__ == "__main__":
    main()
