"""A site whose comments a real Isso keeps, built with them, and read in a real Chromium."""

from __future__ import annotations

import json
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from playwright.sync_api import Browser, expect

from tests.comments.reader import Reader
from tests.comments.support import CommentServer, free_port, serving_strictly
from tests.support.building import Build, build_site, write_files
from tests.support.waiting import LONGEST

pytestmark = pytest.mark.slow

HEAD = (
    "Title: {title}\nDate: 2026-03-14\nCategory: Wine\nAuthor: Nino Example\n\nThe jar is here.\n"
)
CONTENT = {
    "articles/2026/jar.md": HEAD.format(title="The jar"),
    "articles/2026/jar.ru.md": HEAD.format(title="Кувшин") + "\n",
    "articles/2026/mill.md": HEAD.format(title="The mill"),
}


@dataclass(kw_only=True)
class BakedSite:
    """A site and its comment server; *at_first* is its build with the server, *url* its address."""

    folder: Path
    url: str
    server: CommentServer
    at_first: Build | None = None

    def build(self, output: str = "output") -> Build:
        comments = {"provider": "isso", "url": self.server.url, "privacy": "Ours."}
        return build_site(
            self.folder / "content",
            self.folder / output,
            # Its own: what was read before is told apart from other sites by the service alone.
            settings={
                "SITEURL": self.url,
                "COMMENTS": comments,
                "CACHE_PATH": str(self.folder / "cache"),
            },
        ).require_success()

    def write(self, thread: str, text: str, author: str = "", parent: int | None = None) -> int:
        """Write a comment as Isso's own script does, and return its number."""
        said = {"text": text, "author": author, "parent": parent, "title": "A title"}
        request = urllib.request.Request(  # noqa: S310 - our own server
            f"{self.server.url}/new?uri={thread}",
            data=json.dumps(said).encode(),
            headers={"Content-Type": "application/json"},
        )
        with urllib.request.urlopen(request, timeout=LONGEST) as answer:  # noqa: S310 - our own server
            return int(json.load(answer)["id"])


@pytest.fixture(scope="module")
def baked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BakedSite]:
    """Return a site with comments, built with its server."""
    folder = tmp_path_factory.mktemp("baked")
    write_files(folder / "content", CONTENT)
    (folder / "output").mkdir()
    port = free_port()
    with serving_strictly(folder / "output", comment_server=f"http://localhost:{port}") as url:
        server = CommentServer(site=url, folder=folder / "data", port=port)
        server.start()
        site = BakedSite(folder=folder, url=url, server=server)
        first = site.write("/jar/", "The jar was **mine**.", "Nino")
        site.write("/jar/", "And whose is it now? " + "word " * 3_000, "", first)
        site.write("/jar/", "<script>alert(1)</script> می‌خواهم", "\u202eنینو")
        site.write("/ru/jar/", "Мой кувшин.", "Анна")
        site.at_first = site.build()
        yield site
        server.stop()


@pytest.fixture
def page_of_jar(baked: BakedSite) -> BeautifulSoup:
    assert baked.at_first
    return baked.at_first.page("jar/")


def shown(page: BeautifulSoup) -> list[Tag]:
    return list(page.select("#comments article.comment"))


def test_comments_stand_in_the_page_with_answers_below_them(page_of_jar: BeautifulSoup) -> None:
    first, answer, third = shown(page_of_jar)

    assert first.select_one("strong")
    assert first.select_one(f'a[href="#{first["id"]}"] time[datetime]')
    assert answer.find_parent("ol") in first.parent.select("ol")  # type: ignore[union-attr]
    assert "Anonymous" in answer.get_text()
    assert "beginning of a long comment" in answer.get_text()
    assert len(answer.get_text()) < 10_200
    assert third.select_one("bdi").get_text() == "نینو"  # type: ignore[union-attr]
    assert not page_of_jar.select("#comments article script")


def test_a_page_says_how_many_comments_there_are_in_its_language(baked: BakedSite) -> None:
    assert baked.at_first
    titles = [baked.at_first.page(path).select_one("#comments h3") for path in ("jar/", "ru/jar/")]

    assert [title.get_text() for title in titles if title] == ["3 comments", "1 комментарий"]
    assert "Be the first" in baked.at_first.page("mill/").select_one("#comments").get_text()  # type: ignore[union-attr]


@pytest.mark.parametrize("path", ["", "archive/", "jar/"])
def test_lists_and_the_head_of_an_article_lead_to_its_comments(baked: BakedSite, path: str) -> None:
    assert baked.at_first
    links = baked.at_first.page(path).select(f'a[href="{baked.url}/jar/#comments"]')

    assert {link.get_text() for link in links} == {"3 comments"}
    assert not baked.at_first.page(path).select(f'a[href="{baked.url}/mill/#comments"]')


def test_machines_are_told_of_comments(page_of_jar: BeautifulSoup, baked: BakedSite) -> None:
    script = page_of_jar.select_one('script[type="application/ld+json"]')
    assert script
    data = json.loads(script.get_text())

    assert data["commentCount"] == 3
    first = data["comment"][0]
    assert first["@id"] == f"{baked.url}/jar/#{shown(page_of_jar)[0]['id']}"
    assert (first["@type"], first["text"]) == ("Comment", "The jar was mine.")
    assert first["author"] == {"@type": "Person", "name": "Nino"}
    stated = page_of_jar.select_one("#comments article time")
    assert stated
    assert first["dateCreated"] == stated["datetime"]


def test_a_link_to_a_comment_on_the_page_asks_nothing_of_the_server(
    reader: Reader, baked: BakedSite, page_of_jar: BeautifulSoup
) -> None:
    reader.page.goto(f"{baked.url}/jar/#{shown(page_of_jar)[0]['id']}", wait_until="networkidle")

    expect(reader.section.locator("article.comment").first).to_be_in_viewport()
    expect(reader.section).to_have_attribute("data-state", "idle")
    assert not [url for url in reader.requests if url.startswith(baked.server.url)]


def test_a_link_to_a_comment_on_the_page_does_not_keep_comments_that_open_at_once_closed(
    reader: Reader, baked: BakedSite, page_of_jar: BeautifulSoup
) -> None:
    assert baked.at_first
    page = baked.at_first.text("jar/index.html").replace('data-load="click"', 'data-load="now"')
    write_files(baked.at_first.output, {"at-once/index.html": page})

    reader.page.goto(f"{baked.url}/at-once/#{shown(page_of_jar)[0]['id']}")

    expect(reader.section).to_have_attribute("data-state", "ready")


def test_live_comments_take_the_place_of_those_on_the_page(
    reader: Reader, baked: BakedSite
) -> None:
    reader.page.goto(f"{baked.url}/jar/")
    reader.section.get_by_role("button", name="Write a comment").click()
    expect(reader.section).to_have_attribute("data-state", "ready")

    expect(reader.section.locator(".baked")).to_have_count(0)
    expect(reader.section.locator(".isso-comment[id]")).to_have_count(3)
    found = reader.page.locator("[id]").evaluate_all("all => all.map(one => one.id)")
    assert len(found) == len(set(found))
    assert reader.violations == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_comments_on_a_narrow_page_need_no_script_and_no_scrolling_sideways(
    browser: Browser, baked: BakedSite, scheme: str
) -> None:
    context = browser.new_context(
        viewport={"width": 320, "height": 640},
        color_scheme="dark" if scheme == "dark" else "light",
        java_script_enabled=False,
    )
    page = context.new_page()
    page.goto(f"{baked.url}/jar/")

    assert page.get_by_text("The jar was mine.").is_visible()
    assert page.locator("html").evaluate("root => root.scrollWidth") <= 320
    context.close()


def test_comments_are_there_where_their_server_is_down(baked: BakedSite) -> None:
    assert baked.at_first
    before = baked.at_first.page("jar/").select_one(".baked")
    baked.server.stop()

    again = baked.build("without")
    baked.server.start()

    assert again.page("jar/").select_one(".baked") == before
    assert again.codes().count("comments-unreachable") == 1
    assert "Be the first" not in again.page("mill/").select_one("#comments").get_text()  # type: ignore[union-attr]
