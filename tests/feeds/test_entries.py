"""What an article becomes in a feed: its name for ever, its dates, and whether it is there."""

from __future__ import annotations

import json
from datetime import date

import pytest
from feedgenerator import get_tag_uri
from lxml import etree

from tests.feeds.support import attributes, entries, faults, texts
from tests.support.building import Build, BuildSite, build_site, write_files

SITE = "https://kelp.example"
# What may happen to an article after it was published; the title says what.
FATES = {
    "nothing": "",
    "modified": "Modified: 2026-03-20 10:00\n",
    "corrected": "Correction: 2026-04-02 It said <two>.\n",
    "corrected-at-once": "Correction: 2026-03-14 It said two.\n",
    "sorted": "Category: Birds\nTags: storks\n",
    "summed-up": "Summary: *Of* water.\n",
    "moved": "Slug: elsewhere\nComments_id: /moved/\n",
}
OTHERS = {
    "old.md": "Title: old\nDate: 1877-04-24 09:00\n\nIt flowed.\n",
    "nothing.ka.md": "Title: წყალი\nDate: 2026-03-14\nComments_id: /nothing/\n\nმიედინება.\n",
    "draft.md": "Title: Secret draft\nDate: 2026-03-15\nStatus: draft\n\nNot yet.\n",
    "hidden.md": "Title: Secret and hidden\nDate: 2026-03-15\nStatus: hidden\n\nNot listed.\n",
    "skipped.md": "Title: Secret for ever\nDate: 2026-03-15\nStatus: skip\n\nNot written.\n",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """Return a published site of articles to which something happened."""
    folder = tmp_path_factory.mktemp("entries")
    head = "Title: {}\nDate: 2026-03-14 09:00\n{}\nIt flows.\n"
    files = {f"{fate}.md": head.format(fate, fields) for fate, fields in FATES.items()}
    content = write_files(folder / "content", {**files, **OTHERS})
    return build_site(content, folder / "output", conf="publishconf.py").require_success()


def names(build: Build) -> list[str]:
    root = etree.fromstring(build.text("feeds/all.atom.xml").encode())
    return texts(root, "a:entry/a:id")


# --- Names ----------------------------------------------------------------------------
@pytest.mark.parametrize("fate", FATES)
def test_a_name_is_what_it_was_and_outlives_what_happens_to_an_article(
    site: Build, fate: str
) -> None:
    first = f"{SITE}/{fate}/"

    # Readers have kept this form of name since before the site wrote its feeds itself.
    assert entries(site)[fate].text("a:id") == get_tag_uri(first, date(2026, 3, 14))


def test_an_article_that_moved_is_linked_to_where_it_is(site: Build) -> None:
    moved = entries(site)["moved"].element

    assert attributes(moved, "a:link/@href") == [f"{SITE}/elsewhere/"]


def test_translations_that_share_their_comments_have_names_of_their_own(site: Build) -> None:
    assert {"tag:kelp.example,2026-03-14:/ka/nothing/"} <= set(names(site))
    assert len(set(names(site))) == len(names(site))


def test_a_name_does_not_change_with_the_words(build: BuildSite) -> None:
    done = build(
        {"nothing.md": "Title: Another title\nDate: 2026-03-14 17:30\n\nIt has always flowed.\n"},
        conf="publishconf.py",
    ).require_success()

    assert names(done) == ["tag:kelp.example,2026-03-14:/nothing/"]


def test_a_site_that_moves_keeps_the_names(build: BuildSite) -> None:
    done = build(
        {"water.md": "Title: Water\nDate: 2026-03-14\n\nIt flows.\n"},
        conf="publishconf.py",
        SITEURL="https://new.example/review",
        FEED_ID_SITEURL="https://old.example",
    ).require_success()
    root = etree.fromstring(done.text("feeds/all.atom.xml").encode())

    assert names(done) == ["tag:old.example,2026-03-14:/water/"]
    assert texts(root, "a:id") == ["https://old.example/"]
    assert attributes(root, "a:entry/a:link/@href") == ["https://new.example/review/water/"]


# --- Dates ----------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("fate", "updated"),
    [
        ("nothing", "2026-03-14T09:00:00+04:00"),
        ("modified", "2026-03-20T10:00:00+04:00"),
        ("corrected", "2026-04-02T00:00:00+04:00"),
        ("corrected-at-once", "2026-03-14T09:00:00+04:00"),
    ],
)
def test_an_entry_says_when_the_text_was_changed(site: Build, fate: str, updated: str) -> None:
    entry = entries(site)[fate]

    assert entry.text("a:published") == "2026-03-14T09:00:00+04:00"
    assert entry.text("a:updated") == updated


def test_a_date_of_the_nineteenth_century_is_one(site: Build) -> None:
    assert entries(site)["old"].text("a:published") == "1877-04-24T05:40:36+00:00"


def test_a_correction_is_told_to_those_who_read_by_feed(site: Build) -> None:
    [notice] = entries(site)["corrected"].content.select("p.correction")

    assert notice.get_text() == "Correction, 2 April 2026: It said <two>."


def test_feeds_of_articles_to_which_something_happened_are_valid(site: Build) -> None:
    feeds = [path for path in (site.output / "feeds").rglob("*") if path.is_file()]

    assert feeds
    assert {path: faults(path.read_bytes()) for path in feeds} == {path: [] for path in feeds}


# --- What is there, and what is not ---------------------------------------------------
def test_what_is_not_listed_is_in_no_feed(site: Build) -> None:
    feeds = [path for path in (site.output / "feeds").rglob("*") if path.is_file()]

    assert len(names(site)) == len(FATES) + 2
    assert [path.name for path in feeds if b"Secret" in path.read_bytes()] == []


def test_a_summary_that_says_all_is_left_out(site: Build) -> None:
    read = entries(site)

    assert texts(read["nothing"].element, "a:summary") == []
    assert read["summed-up"].text("a:summary") == "Of water."


def test_a_feed_ends_where_the_site_says(build: BuildSite) -> None:
    files = {
        f"a{day}.md": f"Title: Text {day}\nDate: 2026-03-{day}\n\nIt flows.\n"
        for day in range(10, 20)
    }
    done = build(files, conf="publishconf.py", FEED_MAX_ITEMS=3).require_success()

    assert list(entries(done)) == ["Text 19", "Text 18", "Text 17"]
    assert len(json.loads(done.text("feeds/all.json"))["items"]) == 3
