"""A site with comments, the server that keeps them, and a reader."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from tests.comments.commented import CommentedSite, commented_site
from tests.comments.keepers import IssoKeeper, Keeper
from tests.comments.reader import Reader
from tests.comments.waline import CLIENT, Database, WalineKeeper, database


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Database]:
    """Return a PostgreSQL with Waline's tables; one runs for all tests of a worker."""
    with database() as found:
        yield found


@pytest.fixture(scope="module", params=["isso", "waline"])
def site(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[CommentedSite]:
    """Return a site and a running comment server; every page has a thread of its own."""
    folder = tmp_path_factory.mktemp(request.param)
    root = folder / "site"
    keeper: Keeper = IssoKeeper(folder=folder / "data")
    if request.param == "waline":
        running = request.getfixturevalue("postgresql")
        keeper = WalineKeeper(folder=folder / "data", database=running)
        (root / "waline").mkdir(parents=True)
        shutil.copy(CLIENT, root / "waline")
    with commented_site(root, keeper) as site:
        yield site


@pytest.fixture
def server_down(site: CommentedSite) -> Iterator[None]:
    """Stop the comment server; whatever the test does, it runs again afterwards."""
    site.keeper.stop()
    yield
    site.keeper.stop()
    site.keeper.start()


@pytest.fixture
def article_page_url(site: CommentedSite) -> str:
    """Return the address of an article that takes comments and has none."""
    return site.write_page()


@pytest.fixture
def reader(request: pytest.FixtureRequest, page: Page) -> Reader:
    """Return a reader who knows her way about what the site's service draws."""
    if "site" in request.fixturenames:
        return Reader(page=page, widget=request.getfixturevalue("site").keeper.widget)
    return Reader(page=page)
