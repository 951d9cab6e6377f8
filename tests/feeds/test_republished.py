"""A republished piece says in every feed where it was taken from, and on what terms."""

from __future__ import annotations

import json

import pytest
from lxml import etree

from tests.feeds.support import attributes, entries, faults, texts
from tests.support.building import Build, BuildSite, build_site, write_files

SITE = "https://kelp.example"
ARTICLE = "Title: Water\nDate: 2026-03-14 09:00\nSlug: water\n\nIt flows.\n"
CITATION = """\
type: article-newspaper
title: Water without borders
author:
  - literal: Nino Example
container: kura-courier
URL: https://courier.example/water
language: ka
issued: 2026-02-01
"""
OUTLET = "Title: Kura Courier\nURL: https://courier.example/\n\nA weekly.\n"
KINDS = {
    "verbatim": "Republished in full.",
    "translation": "Translated from Georgian.",
    "excerpt": "An excerpt.",
}


@pytest.fixture(scope="module", params=KINDS)
def kind(request: pytest.FixtureRequest) -> str:
    """Return how an article was taken over."""
    return str(request.param)


@pytest.fixture(scope="module")
def taken(kind: str, tmp_path_factory: pytest.TempPathFactory) -> Build:
    """Return a site with one article, taken over in one way."""
    folder = tmp_path_factory.mktemp(kind)
    files = {
        "articles/water.md": f"Source: @courier-water\nRepublication: {kind}\n{ARTICLE}",
        "citations/courier-water.yaml": CITATION,
        "sources/kura-courier.md": OUTLET,
    }
    content = write_files(folder / "content", files)
    settings = {"FEED_ALL_RSS": "feeds/all.rss.xml"}
    return build_site(
        content, folder / "output", conf="publishconf.py", settings=settings
    ).require_success()


def test_a_republished_piece_names_its_source_in_atom(taken: Build) -> None:
    [entry] = entries(taken).values()
    element = entry.element

    assert entry.text("a:source/a:title") == "Kura Courier"
    assert entry.text("a:source/a:id") == "https://courier.example/"
    assert entry.text("a:source/a:updated") == "2026-02-01T00:00:00+04:00"
    assert attributes(element, "a:source/a:link/@href") == ["https://courier.example/"]
    assert texts(element, "a:source/a:author/a:name") == ["Nino Example"]
    assert attributes(element, "a:link[@rel='via']/@href") == ["https://courier.example/water"]
    assert attributes(element, "a:link[@rel='via']/@hreflang") == ["ka"]
    assert texts(element, "a:author/a:name") == ["Nino Example"]


def test_a_republished_piece_is_not_under_the_licence_of_the_site(taken: Build) -> None:
    [entry] = entries(taken).values()

    assert (
        entry.text("a:rights") == "The text is theirs; the licence of this site does not cover it."
    )


def test_a_republished_piece_begins_with_where_it_comes_from(taken: Build, kind: str) -> None:
    [entry] = entries(taken).values()
    [notice] = entry.content.select("div > p.republication:first-child")

    assert notice.get_text() == (
        f"Source: Kura Courier, Water without borders, 1 February 2026. {KINDS[kind]}"
        " The text is theirs; the licence of this site does not cover it."
    )
    assert [link["href"] for link in notice.select("a")] == [
        f"{SITE}/sources/kura-courier/",
        "https://courier.example/water",
    ]


def test_a_republished_piece_names_its_source_in_rss(taken: Build) -> None:
    root = etree.fromstring(taken.text("feeds/all.rss.xml").encode())

    assert texts(root, "//item/source") == ["Kura Courier"]
    assert attributes(root, "//item/source/@url") == ["https://courier.example/"]
    assert texts(root, "//item/dc:creator") == ["Nino Example"]


def test_a_republished_piece_names_its_source_in_json(taken: Build, kind: str) -> None:
    [item] = json.loads(taken.text("feeds/all.json"))["items"]

    assert item["external_url"] == "https://courier.example/water"
    assert item["_verbatim"]["source"] == {
        "republication": kind,
        "title": "Kura Courier",
        "url": "https://courier.example/",
        "work_title": "Water without borders",
        "work_url": "https://courier.example/water",
        "language": "ka",
        "authors": ["Nino Example"],
    }


def test_feeds_of_a_republished_piece_are_valid(taken: Build) -> None:
    feeds = [path for path in (taken.output / "feeds").rglob("*") if path.is_file()]

    assert taken.path("feeds/sources/kura-courier.atom.xml") in feeds
    assert {path: faults(path.read_bytes()) for path in feeds} == {path: [] for path in feeds}


def test_an_outlet_of_which_only_the_name_is_known_is_named(build: BuildSite) -> None:
    article = f"Source: The Daily\nRepublication: excerpt\n{ARTICLE}"
    done = build(
        {"a.md": article}, conf="publishconf.py", FEED_ALL_RSS="feeds/all.rss.xml"
    ).require_success()
    [entry] = entries(done).values()
    root = etree.fromstring(done.text("feeds/all.rss.xml").encode())

    assert entry.text("a:source/a:title") == "The Daily"
    assert entry.text("a:source/a:id") == f"{SITE}/#The%20Daily"
    assert entry.text("a:source/a:updated") == entry.text("a:published")
    assert attributes(entry.element, "a:link/@rel") == ["alternate"]
    assert texts(root, "//item/source") == []
    for feed in ("all.atom.xml", "all.rss.xml", "all.json"):
        assert faults(done.path(f"feeds/{feed}").read_bytes()) == []
