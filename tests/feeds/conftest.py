"""Sites with feeds of every form."""

from __future__ import annotations

import pytest

from tests.feeds.support import EVERYWHERE
from tests.support.building import CONTENT, Build, build_site


@pytest.fixture(scope="session")
def every_feed(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """Return the tests’ publication with every feed there can be, in RSS and JSON too."""
    output = tmp_path_factory.mktemp("every-feed") / "output"
    settings = {**EVERYWHERE, "RSS_FEED_SUMMARY_ONLY": False}
    return build_site(CONTENT, output, conf="publishconf.py", settings=settings).require_success()
