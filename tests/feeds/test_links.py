"""Every page names the feeds that concern it."""

from __future__ import annotations

import pytest

from tests.support.building import PUBLISHED_AT, Build

SITE = ["feeds/all.atom.xml", "feeds/all.json"]
ENGLISH = ["feeds/en.atom.xml", *SITE]


def offered(build: Build, address: str) -> list[tuple[str, str, str]]:
    """Return type, title and address of the feeds that a page names."""
    types = {"application/atom+xml", "application/feed+json", "application/rss+xml"}
    return [
        (str(link["type"]), str(link["title"]), str(link["href"]))
        for link in build.page(address).select("head link[rel=alternate][type]")
        if link["type"] in types
    ]


@pytest.mark.parametrize(
    ("page", "feeds"),
    [
        pytest.param("", ENGLISH, id="front"),
        pytest.param("ka/", ["feeds/ka.atom.xml", *SITE], id="front-of-a-language"),
        pytest.param("about/", ENGLISH, id="page"),
        pytest.param("archive/", ENGLISH, id="archive"),
        pytest.param("tags/ropes/", ENGLISH, id="tag-without-a-feed"),
        pytest.param("sections/bread/", ["feeds/sections/bread.atom.xml", *ENGLISH], id="section"),
        pytest.param(
            "fa/sections/moths/",
            ["feeds/fa/sections/moths.atom.xml", "feeds/fa.atom.xml", *SITE],
            id="section-of-a-language",
        ),
        pytest.param(
            "authors/tom-specimen/",
            ["feeds/authors/tom-specimen.atom.xml", *ENGLISH],
            id="author",
        ),
        pytest.param(
            "sources/harbour-lantern/",
            ["feeds/sources/harbour-lantern.atom.xml", *ENGLISH],
            id="source",
        ),
        pytest.param(
            "ka/the-tide-is-read-already/",
            [
                "feeds/ka.atom.xml",
                *SITE,
                "feeds/ka/sections/tides.atom.xml",
                "feeds/ka/authors/ada-instance.atom.xml",
            ],
            id="article",
        ),
        pytest.param(
            "the-dough-and-the-stairs/",
            [
                *ENGLISH,
                "feeds/sections/bread.atom.xml",
                "feeds/authors/tom-specimen.atom.xml",
                "feeds/sources/crumb-and-ladder.atom.xml",
            ],
            id="republished",
        ),
    ],
)
def test_a_page_names_the_feeds_that_concern_it(
    published_site: Build, page: str, feeds: list[str]
) -> None:
    assert [address for _, _, address in offered(published_site, page)] == [
        f"{PUBLISHED_AT}/{feed}" for feed in feeds
    ]


def test_every_feed_that_is_named_is_there(every_feed: Build) -> None:
    named = {
        address
        for path in every_feed.pages()
        for _, _, address in offered(every_feed, str(path.relative_to(every_feed.output)))
    }
    feeds = {address.split("/", maxsplit=3)[3] for address in named}
    there = (path for path in (every_feed.output / "feeds").rglob("*") if path.is_file())

    # Every source and every tag has a page, so every feed is named somewhere.
    assert feeds == {str(path.relative_to(every_feed.output)) for path in there}


def test_feeds_of_one_thing_are_told_apart_by_their_titles(every_feed: Build) -> None:
    titles = [title for _, title, _ in offered(every_feed, "sections/bread/")]

    assert titles[:3] == [
        "The Kelp Review – Bread",
        "The Kelp Review – Bread (JSON Feed)",
        "The Kelp Review – Bread (RSS)",
    ]
    assert len(set(titles)) == len(titles) - 3  # the site's originals are named like the site


def test_a_site_without_feeds_names_none(local_site: Build) -> None:
    assert offered(local_site, "") == []
    assert not local_site.path("feeds").exists()
