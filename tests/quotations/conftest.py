"""Fixtures: a small record of works and outlets."""

from __future__ import annotations

import pytest

from quotations.library import Library
from tests.quotations.support import library


@pytest.fixture(scope="session")
def record(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """Return two works, one of them with its snapshot, and an outlet."""
    return library(tmp_path_factory.mktemp("record"))
