"""Every page of the tests’ publication, as it is built here and as it is published."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

import pytest
from bs4 import BeautifulSoup, Tag

from site_check.check import check_site
from tests.support.building import PUBLISHED_AT, Build, BuildSite

# What a browser fetches by itself, and where the address stands.
FETCHED = {
    "script": "src",
    "img": "src",
    "iframe": "src",
    "source": "src",
    "video": "src",
    "audio": "src",
    "object": "data",
    "embed": "src",
}
FETCHED_LINKS = {"stylesheet", "icon", "preload", "modulepreload", "preconnect", "dns-prefetch"}
ADDRESSES = ("href", "src", "cite", "action", "poster", "data")


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A built site, its pages by their paths, and the address of its front page."""

    build: Build
    home: str
    pages: dict[str, BeautifulSoup]

    def find(self, wrong: Callable[[str, BeautifulSoup], Iterator[object]]) -> list[object]:
        """Return all that is *wrong* with any page, with the page."""
        return [(path, each) for path, page in self.pages.items() for each in wrong(path, page)]

    def absolute(self, path: str, address: str) -> str:
        """Return where *address* leads on the page at *path*."""
        base = (self.home or "http://localhost") + "/" + path.removesuffix("index.html")
        return urljoin(base, address)

    def is_own(self, url: str) -> bool:
        return f"{url}/".startswith(f"{self.home or 'http://localhost'}/")


@pytest.fixture(scope="module", params=["here", "published"])
def site(request: pytest.FixtureRequest, local_site: Build, published_site: Build) -> Site:
    """Return the tests’ publication: built here, without an address, and as published."""
    published = request.param == "published"
    build = published_site if published else local_site
    return Site(
        build=build,
        home=PUBLISHED_AT if published else "",
        pages={
            str(path.relative_to(build.output)): BeautifulSoup(
                path.read_text(encoding="utf-8"), "html.parser"
            )
            for path in build.pages()
        },
    )


def test_every_page_has_one_heading_of_the_first_level(site: Site) -> None:
    assert site.find(lambda _, page: iter([] if len(page.select("h1")) == 1 else ["h1"])) == []


def test_no_heading_skips_a_level(site: Site) -> None:
    def skipped(_path: str, page: BeautifulSoup) -> Iterator[str]:
        level = 0
        for heading in page.select("h1, h2, h3, h4, h5, h6"):
            if int(heading.name[1]) > level + 1 and level:
                yield heading.get_text(strip=True)
            level = int(heading.name[1])

    assert site.find(skipped) == []


def test_every_page_says_its_language_and_its_direction(site: Site) -> None:
    def wrong(path: str, page: BeautifulSoup) -> Iterator[object]:
        assert isinstance(page.html, Tag)
        language = page.html.get("lang")
        first = path.split("/")[0]
        expected = first if first in {"az", "fa", "hy", "ka", "ru", "tr"} else "en"
        if (language, page.html.get("dir")) != (expected, "rtl" if expected == "fa" else None):
            yield language

    assert site.find(wrong) == []


def test_every_page_has_a_title_of_its_own(site: Site) -> None:
    titles = Counter(
        page.title.get_text(strip=True) if page.title else "" for page in site.pages.values()
    )

    assert titles[""] == 0
    # What a text in two languages is called in both, and an author who is a tag as well, aside.
    assert [title for title, count in titles.items() if count > 1] == []


def test_every_page_is_described_and_says_where_it_stands(site: Site) -> None:
    def missing(path: str, page: BeautifulSoup) -> Iterator[str]:
        if path == "404.html":
            return
        for selector, name in (
            ("meta[name=description]", "content"),
            ("link[rel=canonical]", "href"),
        ):
            found = page.select(selector)
            if len(found) != 1 or not found[0].get(name):
                yield selector

    assert site.find(missing) == []


def test_no_two_pieces_are_described_alike(site: Site) -> None:
    described = Counter(
        str(description["content"])
        for page in site.pages.values()
        if page.select_one("main > article.h-entry:not(.teaser)")
        for description in page.select("meta[name=description]")
    )

    assert described
    assert [text for text, count in described.items() if count > 1] == []


def test_a_page_stands_where_it_says_unless_it_was_published_elsewhere_first(site: Site) -> None:
    def wrong(path: str, page: BeautifulSoup) -> Iterator[str]:
        canonical = page.select_one("link[rel=canonical]")
        if canonical is None or page.select_one("meta[name=robots][content=noindex]"):
            return
        expected = f"{site.home}/{path.removesuffix('index.html')}"
        if canonical["href"] != expected:
            yield str(canonical["href"])

    assert site.find(wrong) == []


def test_no_identifier_is_used_twice(site: Site) -> None:
    def twice(_path: str, page: BeautifulSoup) -> Iterator[str]:
        counted = Counter(str(tag["id"]) for tag in page.select("[id]"))
        yield from (name for name, count in counted.items() if count > 1)

    assert site.find(twice) == []


def test_what_is_named_by_identifier_is_there(site: Site) -> None:
    def missing(_path: str, page: BeautifulSoup) -> Iterator[str]:
        known = {tag["id"] for tag in page.select("[id]")}
        for name in ("aria-labelledby", "aria-describedby", "aria-controls", "for"):
            for tag in page.select(f"[{name}]"):
                yield from (each for each in str(tag[name]).split() if each not in known)

    assert site.find(missing) == []


def test_the_site_passes_its_own_check(site: Site) -> None:
    problems = check_site(site.build.output, home=site.home, sources={})

    assert list(map(str, problems)) == []


def test_links_lead_to_the_web_or_to_the_site(site: Site) -> None:
    def other(path: str, page: BeautifulSoup) -> Iterator[str]:
        for name in ADDRESSES:
            for tag in page.select(f"[{name}]"):
                if urlsplit(site.absolute(path, str(tag[name]))).scheme not in {"https", "http"}:
                    yield str(tag)

    assert site.find(other) == []


def test_nothing_is_fetched_from_elsewhere(site: Site) -> None:
    def elsewhere(path: str, page: BeautifulSoup) -> Iterator[str]:
        fetched = [
            str(tag[name])
            for kind, name in FETCHED.items()
            for tag in page.select(f"{kind}[{name}]")
        ]
        fetched += [
            str(link["href"])
            for link in page.select("link[href]")
            if FETCHED_LINKS & set(link.get("rel") or ())
        ]
        yield from (each for each in fetched if not site.is_own(site.absolute(path, each)))

    assert site.find(elsewhere) == []


def test_no_page_holds_a_script_or_a_style(site: Site) -> None:
    def inline(_path: str, page: BeautifulSoup) -> Iterator[str]:
        yield from map(str, page.select("style, [style], script:not([src]):not([type$=json])"))
        for tag in page.find_all(True):
            yield from (name for name in tag.attrs if name.startswith("on"))

    assert site.find(inline) == []


def test_every_attribution_stands_outside_its_quotation(site: Site) -> None:
    def inside(_path: str, page: BeautifulSoup) -> Iterator[str]:
        for figure in page.select("figure.quotation"):
            captions = figure.select("figcaption")
            if len(captions) != 1 or captions[0].parent is not figure:
                yield str(figure)
            yield from map(str, figure.select("blockquote figcaption, blockquote cite"))

    assert site.find(inside) == []


def test_versions_of_a_text_name_each_other(site: Site) -> None:
    named = {
        path: {
            site.build.path(urlsplit(site.absolute(path, str(link["href"]))).path)
            for link in page.select("head link[hreflang]")
        }
        for path, page in site.pages.items()
    }

    assert any(named.values())
    assert [
        (path, str(other))
        for path, others in named.items()
        for other in others
        if site.build.output / path not in named[str(other.relative_to(site.build.output))]
    ] == []


def test_neither_snapshots_nor_citations_are_published(site: Site) -> None:
    kept = {".txt", ".yaml", ".yml", ".md", ".po", ".folded"}
    told = {"robots.txt", "security.txt"}
    files = [path for path in site.build.output.rglob("*") if path.is_file()]

    assert [path for path in files if path.suffix in kept and path.name not in told] == []
    assert [path for path in files if "citations" in path.parts[-3:]] == []


def test_no_setting_of_this_machine_is_published(site: Site) -> None:
    texts = [path for path in site.build.output.rglob("*") if path.suffix in {".html", ".xml"}]
    places = (str(site.build.output), "localhost:8000", "/content/")

    assert [
        (path.name, place)
        for path in texts
        for place in places
        if place in path.read_text(encoding="utf-8")
    ] == []


def test_drafts_are_shown_to_who_asks_for_them(build: BuildSite) -> None:
    files = {
        "a.md": "Title: A\nDate: 2026-03-14\n\nIt flows.\n",
        "b.md": "Title: Unfinished\nDate: 2026-03-14\nStatus: draft\n\nIt flows.\n",
    }

    hidden = build(files).require_success().page("")
    shown = build(files, SHOW_DRAFTS=True).require_success().page("")

    assert "Unfinished" not in hidden.get_text()
    assert [link["href"] for link in shown.select("section[aria-labelledby=drafts] a")] == [
        "/drafts/b/"
    ]


def test_a_draft_stays_out_of_search_and_has_no_comments(build: BuildSite) -> None:
    draft = "Title: Unfinished\nDate: 2026-03-14\nStatus: draft\n\nIt flows.\n"

    page = build({"b.md": draft}).require_success().page("drafts/b/")

    assert page.select_one("meta[name=robots][content=noindex]")
    assert page.select("section.comments button") == []


def test_a_tag_that_only_a_draft_has_leads_nowhere(build: BuildSite) -> None:
    text = "Title: {0}\nDate: 2026-03-14\nStatus: {1}\nTags: water{2}\n\nIt flows.\n"
    files = {
        "a.md": text.format("A", "published", ""),
        "b.md": text.format("B", "draft", ", salt"),
    }

    draft = build(files).require_success().page("drafts/b/")

    assert [tag.get_text() for tag in draft.select("a[rel=tag]")] == ["water"]
    assert "salt" in draft.select_one("section[aria-labelledby=tags]").get_text()  # type: ignore[union-attr]


def test_words_about_an_author_are_in_the_language_they_were_written_in(local_site: Build) -> None:
    note = local_site.page("fa/authors/tom-specimen/").select_one("header .p-note")

    assert note
    assert (note.get("lang"), note.get("dir")) == ("en", "ltr")
    own = local_site.page("authors/tom-specimen/").select_one("header .p-note")
    assert own
    assert not own.has_attr("lang")
