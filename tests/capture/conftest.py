"""Fixtures: an outlet on this machine, and a folder to keep its pages in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.capture.support import Courier, courier


@pytest.fixture
def outlet() -> Iterator[Courier]:
    """Return an outlet that has no page yet."""
    with courier() as outlet:
        yield outlet


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Return a folder of content with nothing in it."""
    folder = tmp_path / "content"
    (folder / "citations").mkdir(parents=True)
    return folder
