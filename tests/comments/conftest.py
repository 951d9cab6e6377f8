"""A site with comments, its comment server, and a reader."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from tests.comments.reader import Reader
from tests.comments.support import CommentedSite, commented_site


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CommentedSite]:
    """Return a site and a running comment server; every page has a thread of its own."""
    with commented_site(tmp_path_factory.mktemp("comments")) as site:
        yield site


@pytest.fixture
def server_down(site: CommentedSite) -> Iterator[None]:
    """Stop the comment server; whatever the test does, it runs again afterwards."""
    site.server.stop()
    yield
    site.server.stop()
    site.server.start()


@pytest.fixture
def article_page_url(site: CommentedSite) -> str:
    """Return the address of an article that takes comments and has none."""
    return site.write_page()


@pytest.fixture
def reader(page: Page) -> Reader:
    return Reader(page=page)
