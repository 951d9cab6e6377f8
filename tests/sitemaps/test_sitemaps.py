"""Sitemaps, in sites that are built and by themselves."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from sitemaps.pages import Listed, Version, news_sitemap, sitemaps
from tests.support.building import Build, build_site, write_files

SITE = "https://kelp.example"
SCHEMA = etree.RelaxNG(etree.parse(Path(__file__).with_name("sitemap.rng")))
NAMES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "x": "http://www.w3.org/1999/xhtml",
    "n": "http://www.google.com/schemas/sitemap-news/0.9",
}
# The clock of these builds says noon of 14 March 2026, in UTC.
CONTENT = {
    "articles/fresh.md": (
        "Title: A <b>fresh</b> & “new” one\nDate: 2026-03-14 09:00\nCategory: Rivers\n\nText."
    ),
    "articles/fresh.ka.md": "Title: ახალი\nDate: 2026-03-13 09:00\nCategory: Rivers\n\nწყალი.",
    "articles/mended.md": (
        "Title: Mended\nDate: 2026-03-01 09:00\nModified: 2026-03-12 10:00\nCategory: Rivers\n\n"
        "Text."
    ),
    "articles/edge.md": "Title: Edge\nDate: 2026-03-12 15:59\nCategory: Rivers\n\nText.",
    "articles/draft.md": (
        "Title: Draft\nDate: 2026-03-14 09:00\nCategory: Rivers\nStatus: draft\n\nText."
    ),
    "articles/quiet.md": (
        "Title: Quiet\nDate: 2026-03-14 09:00\nCategory: Rivers\nRobots: noindex\n\nText."
    ),
    "articles/taken.md": (
        "Title: Taken\nDate: 2026-03-14 09:00\nCategory: Rivers\nSource: @water\n"
        "Republication: verbatim\nRobots: index\n\nIt rises."
    ),
    "articles/part.md": (
        "Title: Part\nDate: 2026-03-14 09:00\nCategory: Rivers\nSource: @water\n"
        "Republication: excerpt\n\nIt rises."
    ),
    "pages/about.md": "Title: About\n\nUs.",
    "citations/water.yaml": (
        "type: article-newspaper\ntitle: Water\nlanguage: en\nissued: 2026-03-14\n"
        "URL: https://courier.example/water\n"
    ),
    "citations/water.txt": "It rises.\n",
    "pages/again.md": "Title: Again\nSave_as: reindex.html\nUrl: reindex.html\n\nUs.",
    "extra/humans.txt": "We are.",
    # Files of the site's own, which nobody has to read.
    "extra/empty.html": "",
    "extra/comment.html": "<!-- nothing -->",
    "extra/odd.html": '<link rel="canonical" href="x"><meta property="article:published_time">',
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """Return a published site, its lists on more than one page."""
    folder = tmp_path_factory.mktemp("sitemaps")
    return build_site(
        write_files(folder / "content", CONTENT),
        folder / "output",
        conf="publishconf.py",
        settings={"PAGINATED_TEMPLATES": {"index": 2, "category": 2, "author": 2}},
        environment={"SITE_URL": SITE},
    ).require_success()


def read(build: Build, name: str) -> etree._Element:
    return etree.fromstring((build.output / name).read_bytes())


def found(root: etree._Element, path: str) -> list[str]:
    """Return what *path* finds, which ends in text() or an attribute."""
    result: Any = root.xpath(path, namespaces=NAMES)
    return [str(each) for each in result]


def versions(root: etree._Element) -> dict[str, set[tuple[str, str]]]:
    """Return the versions of each address that has any."""
    named = {
        "".join(found(url, "s:loc/text()")): {
            (link.get("hreflang", ""), link.get("href", ""))
            for link in url.iterfind("x:link", NAMES)
        }
        for url in root.iterfind("s:url", NAMES)
    }
    return {address: links for address, links in named.items() if links}


@pytest.mark.parametrize("name", ["sitemap.xml", "news-sitemap.xml"])
def test_a_sitemap_is_what_its_schema_describes(
    site: Build, published_site: Build, name: str
) -> None:
    for build in (site, published_site):
        SCHEMA.assertValid(read(build, name))


def test_the_sitemap_lists_what_may_be_found_and_nothing_else(site: Build) -> None:
    listed = {url.removeprefix(SITE) for url in found(read(site, "sitemap.xml"), "//s:loc/text()")}

    assert {
        "/",
        "/ka/",
        "/fresh/",
        "/ka/fresh/",
        "/mended/",
        "/part/",
        "/about/",
        "/reindex.html",
    } <= listed
    assert {"/sections/rivers/", "/archive/", "/reindex.html"} <= listed
    assert (site.output / "sections/rivers/page/2/index.html").exists()
    assert not [url for url in listed if "draft" in url or "page/" in url or "404" in url]
    assert listed.isdisjoint({"/quiet/", "/taken/"})


def test_a_piece_says_when_it_was_changed_last(site: Build) -> None:
    root = read(site, "sitemap.xml")

    changed = {
        name: found(root, f"//s:url[s:loc='{SITE}/{name}/']/s:lastmod/text()")
        for name in ("mended", "edge")
    }

    assert changed == {
        "mended": ["2026-03-12T10:00:00+04:00"],
        "edge": ["2026-03-12T15:59:00+04:00"],
    }


def test_versions_name_each_other_and_themselves(site: Build, published_site: Build) -> None:
    for build in (site, published_site):
        by_address = versions(read(build, "sitemap.xml"))

        for address, named in by_address.items():
            assert address in {url for _, url in named}
            assert all(by_address.get(url) == named for _, url in named), address
    assert f"{SITE}/ka/fresh/" in versions(read(site, "sitemap.xml"))


def test_news_is_of_the_last_two_days(site: Build) -> None:
    root = read(site, "news-sitemap.xml")

    assert found(root, "//s:loc/text()") == [
        f"{SITE}/{each}/" for each in ("fresh", "part", "ka/fresh")
    ]
    assert found(root, "//n:title/text()") == ["A fresh & “new” one", "Part", "ახალი"]
    assert found(root, "//n:language/text()") == ["en", "en", "ka"]
    assert found(root, "//n:name/text()") == ["The Kelp Review"] * 2 + ["წყალმცენარის მიმოხილვა"]
    assert found(root, "//n:publication_date/text()")[0] == "2026-03-14T09:00:00+04:00"


def test_many_pages_are_listed_in_parts_that_an_index_names() -> None:
    both = (Version(lang="en", url=f"{SITE}/1/"), Version(lang="ka", url=f"{SITE}/ka/1/"))
    pages = [
        Listed(url=f"{SITE}/{n}/", lang="en", versions=both if n == 1 else ()) for n in range(7)
    ]

    files = sitemaps(pages, SITE, most=4)

    parts = {name: etree.fromstring(text) for name, text in files.items()}
    for part in parts.values():
        SCHEMA.assertValid(part)
    named = found(parts.pop("sitemap.xml"), "//s:loc/text()")
    assert named == [f"{SITE}/{name}" for name in parts]
    listed = [found(part, "//s:loc/text() | //x:link/@href") for part in parts.values()]
    assert [len(each) for each in listed] == [4, 4, 1]
    assert {page.url for page in pages} <= {url for part in listed for url in part}


def test_news_is_at_most_a_thousand_pieces_the_newest_of_them() -> None:
    now = datetime.datetime(2026, 3, 14, 12, tzinfo=datetime.UTC)
    pages = [
        Listed(
            url=f"{SITE}/{n}/", lang="en", title="T", published=now - datetime.timedelta(minutes=n)
        )
        for n in range(1001)
    ]

    root = etree.fromstring(news_sitemap(pages, {"en": "The Kelp Review"}, now=now))

    SCHEMA.assertValid(root)
    assert found(root, "//s:loc/text()") == [f"{SITE}/{n}/" for n in range(1000)]
