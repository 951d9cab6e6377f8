"""The site that is searched, built once for a worker."""

from __future__ import annotations

import pytest

from tests.search.support import build_texts
from tests.support.building import Build


@pytest.fixture(scope="session")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Build:
    return build_texts(tmp_path_factory.mktemp("search")).require_success()
