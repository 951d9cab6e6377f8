"""Which feeds there are is said in Pelican's settings, and means what it means to Pelican."""

from __future__ import annotations

import pytest
from lxml import etree

from feeds.settings import places_in
from problems import Problem, Severity
from tests.feeds.support import attributes, faults, texts
from tests.support.building import Build, BuildSite

ARTICLE = {"water.md": "Title: Water\nDate: 2026-03-14\nSummary: Of water.\n\nIt flows.\n"}
SITEURL = "https://kura.example"


def feeds_of(build: Build) -> set[str]:
    files = (path for path in (build.output / "feeds").rglob("*") if path.is_file())
    return {str(path.relative_to(build.output)) for path in files}


def parse(build: Build, feed: str) -> etree._Element:
    return etree.fromstring(build.path(feed).read_bytes())


def test_a_published_site_has_these_feeds(build: BuildSite) -> None:
    assert feeds_of(build(ARTICLE, conf="publishconf.py").require_success()) == {
        "feeds/all.atom.xml",
        "feeds/all.json",
        "feeds/en.atom.xml",
        "feeds/sections/misc.atom.xml",
    }


def test_rss_is_one_setting_away(build: BuildSite) -> None:
    done = build(ARTICLE, conf="publishconf.py", FEED_ALL_RSS="feeds/all.rss.xml")
    rss = parse(done.require_success(), "feeds/all.rss.xml")

    # Pelican's RSS_FEED_SUMMARY_ONLY is on unless a site turns it off.
    assert texts(rss, "//item/description") == ["Of water."]
    assert texts(rss, "//item/content:encoded") == []
    assert faults(done.path("feeds/all.rss.xml").read_bytes()) == []


def test_rss_has_the_whole_text_where_a_site_wants_it(build: BuildSite) -> None:
    settings = {"FEED_ALL_RSS": "feeds/all.rss.xml", "RSS_FEED_SUMMARY_ONLY": False}
    rss = parse(build(ARTICLE, conf="publishconf.py", **settings), "feeds/all.rss.xml")

    assert texts(rss, "//item/content:encoded") == ['<div lang="en"><p>It flows.</p></div>']


def test_a_feed_that_is_set_to_nothing_is_not_written(build: BuildSite) -> None:
    off = {"TRANSLATION_FEED_ATOM": None, "CATEGORY_FEED_ATOM": "", "FEED_ALL_JSON": False}

    assert feeds_of(build(ARTICLE, conf="publishconf.py", **off)) == {"feeds/all.atom.xml"}


def test_addresses_of_feeds_and_of_what_they_link_to_can_be_others(build: BuildSite) -> None:
    done = build(
        ARTICLE,
        conf="publishconf.py",
        FEED_DOMAIN="https://feeds.example",
        FEED_ALL_ATOM_URL="review",
        FEED_APPEND_REF=True,
    )
    feed = parse(done.require_success(), "feeds/all.atom.xml")

    assert attributes(feed, "a:link[@rel='self']/@href") == ["https://feeds.example/review"]
    assert attributes(feed, "a:entry/a:link/@href") == ["https://kelp.example/water/?ref=feed"]


def test_a_stock_pelican_writes_the_same_feeds(build: BuildSite) -> None:
    strict = build(ARTICLE, conf="publishconf.py").require_success()
    before = {feed: strict.text(feed) for feed in feeds_of(strict)}
    stock = build(ARTICLE, conf="publishconf.py", PELICAN_CLASS="pelican.Pelican")

    assert {feed: stock.text(feed) for feed in feeds_of(stock)} == before


def test_texts_of_other_formats_are_in_feeds(build: BuildSite) -> None:
    texts_ = {
        "old.rst": "An old text\n###########\n\n:date: 2010-10-03\n\nIt was *long* ago.\n",
        "older.html": (
            '<html><head><title>Older</title><meta name="date" content="2009-10-03"></head>'
            "<body><p>It was <b>HTML</b>.</p></body></html>"
        ),
    }
    done = build(texts_, conf="publishconf.py").require_success()

    assert texts(parse(done, "feeds/all.atom.xml"), "//a:entry/a:title") == ["An old text", "Older"]
    assert faults(done.path("feeds/all.atom.xml").read_bytes()) == []


def test_a_site_without_articles_has_no_feeds_and_names_none(build: BuildSite) -> None:
    done = build({}, conf="publishconf.py").require_success()

    assert feeds_of(done) == set()
    assert done.page("").select("link[type='application/atom+xml']") == []


def test_without_an_address_of_the_site_there_are_no_feeds(build: BuildSite) -> None:
    done = build(ARTICLE, FEED_ALL_ATOM="feeds/all.atom.xml").require_success()

    assert feeds_of(done) == set()
    assert done.page("").select("[href$='all.atom.xml']") == []
    assert [(each.code, each.severity) for each in done.problems] == [
        ("feed-address", Severity.WARNING)
    ]
    assert "set SITEURL" in done.problems[0].message


@pytest.mark.parametrize(
    ("name", "path", "message"),
    [
        pytest.param(
            "CATEGORY_FEED_ATOM",
            "feeds/section.xml",
            "CATEGORY_FEED_ATOM cannot be “feeds/section.xml”; write {slug} for the name of each",
            id="one-file-for-all",
        ),
        pytest.param(
            "TRANSLATION_FEED_RSS",
            "feeds/{slug}.rss",
            "TRANSLATION_FEED_RSS cannot be “feeds/{slug}.rss”; write {lang} for the name of each",
            id="another-field",
        ),
        pytest.param(
            "FEED_ALL_RSS",
            "feeds/{lang}.xml",
            "FEED_ALL_RSS cannot be “feeds/{lang}.xml”; there is one file",
            id="no-field",
        ),
        pytest.param(
            "AUTHOR_FEED_RSS",
            "feeds/{slug",
            "AUTHOR_FEED_RSS cannot be “feeds/{slug”; write {slug} for the name of each",
            id="half-a-field",
        ),
    ],
)
def test_a_place_that_is_none_is_told(name: str, path: str, message: str) -> None:
    [problem] = places_in({name: path})

    assert isinstance(problem, Problem)
    assert (problem.code, problem.message) == ("setting", message)


def test_a_place_that_is_none_stops_the_build(build: BuildSite) -> None:
    done = build(ARTICLE, conf="publishconf.py", CATEGORY_FEED_ATOM="feeds/section.xml")

    assert done.codes() == ["setting"]
    assert done.exit_code != 0


def test_two_feeds_in_one_place_are_an_error(build: BuildSite) -> None:
    settings = {"CATEGORY_FEED_ATOM": "feeds/{slug}.xml", "TAG_FEED_ATOM": "feeds/{slug}.xml"}
    article = ARTICLE["water.md"].replace("Title", "Category: Birds\nTags: birds\nTitle")
    done = build({"water.md": article}, conf="publishconf.py", **settings)

    assert [(each.code, each.message) for each in done.problems] == [
        (
            "feed-address",
            "two feeds go to feeds/birds.xml; change CATEGORY_FEED_ATOM or TAG_FEED_ATOM",
        )
    ]
    assert done.exit_code != 0
