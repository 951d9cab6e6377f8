"""A reader comments on an article of the tests’ publication, as it is built and served."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.comments.reader import Reader
from tests.comments.support import CommentServer, free_port, serving_strictly
from tests.support.building import CONTENT, build_site

pytestmark = pytest.mark.slow

ARTICLE = "the-tide-is-read-already/"


@pytest.fixture(scope="module")
def article(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of an article whose comments a real Isso keeps."""
    folder = tmp_path_factory.mktemp("built")
    port = free_port()
    comments = {"provider": "isso", "url": f"http://localhost:{port}", "privacy": "Ours."}
    build_site(CONTENT, folder / "site", settings={"COMMENTS": comments}).require_success()
    with serving_strictly(folder / "site", comment_server=comments["url"]) as url:
        server = CommentServer(site=url, folder=Path(folder, "data"), port=port)
        server.start()
        yield f"{url}/{ARTICLE}"
        server.stop()


def test_a_comment_on_an_article_is_there_after_a_reload(reader: Reader, article: str) -> None:
    reader.page.goto(article)
    expect(reader.section).to_contain_text("Ours.")
    assert not [url for url in reader.requests if not url.startswith(article.split("/the-")[0])]

    reader.open(article)
    reader.write("The kettle is the whole point.")
    reader.open(article)

    expect(reader.section).to_contain_text("The kettle is the whole point.")
    assert reader.violations == []
