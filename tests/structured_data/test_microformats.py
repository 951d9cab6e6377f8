"""What other sites read of a page: microformats."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any
from urllib.parse import urldefrag

import pytest
from bs4 import BeautifulSoup

from tests.structured_data.reading import data_of, items_of
from tests.support.building import PUBLISHED_AT, Build

WATER = "the-tide-is-read-already/"
Item = dict[str, Any]


def items(build: Build, address: str) -> list[Item]:
    return items_of(build, address, home=PUBLISHED_AT)


def articles(build: Build) -> list[str]:
    """Return the addresses of all articles that are published."""
    paths = [str(path.parent.relative_to(build.output)) + "/" for path in build.pages()]
    return [
        address
        for address in paths
        if any(root["@type"] == "OpinionNewsArticle" for root in data_of(build, address))
    ]


def entry(build: Build, address: str) -> Item:
    """Return the entry that a page is: the only one that stands in no list."""
    [found] = [item for item in items(build, address) if item["type"] == ["h-entry"]]
    return found


def values(item: Item, name: str) -> list[Any]:
    found: list[Any] = item["properties"].get(name, [])
    return found


def moments(item: Item, name: str) -> list[datetime]:
    """Return the moments that *item* names; mf2py writes their offset as +0400."""
    return [datetime.fromisoformat(value) for value in values(item, name)]


def every(found: list[Item]) -> Iterator[Item]:
    for item in found:
        yield item
        yield from every(item.get("children", []))


def cites(item: Item) -> list[Item]:
    return [each for each in item.get("children", []) if "h-cite" in each["type"]]


@pytest.fixture(scope="module")
def entries(published_site: Build) -> dict[str, Item]:
    found = {address: entry(published_site, address) for address in articles(published_site)}
    assert len(found) >= 13
    return found


def test_every_article_says_what_its_data_says(
    entries: dict[str, Item], published_site: Build
) -> None:
    for address, item in entries.items():
        [data] = data_of(published_site, address)
        assert values(item, "name") == [data["headline"]]
        assert values(item, "url") == values(item, "uid") == [data["@id"]]
        assert moments(item, "published") == [datetime.fromisoformat(data["datePublished"])]
        assert values(item, "summary") == [data["description"]]
        assert values(item, "category") == data.get("keywords", [])
        assert [each["value"] for each in values(item, "author")] == [
            author["name"] for author in data["author"]
        ]
        assert [each["properties"].get("url") for each in values(item, "author")] == [
            [author["url"]] if "url" in author else None for author in data["author"]
        ]


def test_an_article_says_when_it_was_changed(entries: dict[str, Item]) -> None:
    assert moments(entries[WATER], "updated") == [datetime.fromisoformat("2026-03-12T09:30+04:00")]
    assert [address for address, item in entries.items() if values(item, "updated")] == [WATER]


def test_the_content_is_the_text_and_repeats_nothing_but_what_is_hidden(
    entries: dict[str, Item], published_site: Build
) -> None:
    for address, item in entries.items():
        [content] = values(item, "content")
        shown = published_site.page(address).select_one("main .prose")
        assert shown
        assert words(content["html"]) == words(str(shown))
        # Who reads a page aloud, or in search of words, passes over these: so they are marked.
        asides = BeautifulSoup(content["html"], "html.parser").select(".pull-quote")
        assert all("data-nosnippet" in aside.attrs for aside in asides)
        assert all(aside["aria-hidden"] == "true" for aside in asides)
        for aside in asides:
            repeated = aside.get_text(strip=True).rstrip(".…")
            assert words(content["html"]).count(repeated) == 1


def words(markup: str) -> str:
    """Return the text of *markup* without its pull-quotes."""
    soup = BeautifulSoup(markup, "html.parser")
    for aside in soup.select("aside.pull-quote"):
        aside.decompose()
    return " ".join(soup.get_text().split())


def test_every_quotation_in_a_block_is_cited_with_its_words(
    entries: dict[str, Item], published_site: Build
) -> None:
    for address, item in entries.items():
        figures = published_site.page(address).select("main .prose figure.quotation")
        quoted = [each for each in cites(item) if values(each, "content")]
        assert [each["id"] for each in quoted] == [figure["id"] for figure in figures]

    first = cites(entries[WATER])[0]["properties"]
    assert first["content"][0].startswith("The tide is read already. The mussels")
    assert [author["properties"] for author in first["author"]] == [
        {"name": ["Wilma Muster"], "job-title": ["tide reader"]}
    ]
    assert first["name"] == ["Eight o’clock at the slip"]
    assert first["url"][0].startswith("https://lantern.example/eight-oclock-at-the-slip#:~:")
    assert first["publication"] == ["Harbour Lantern"]
    assert first["published"] == ["2026-02-12"]


def test_every_cited_work_is_told_on_the_sheet_of_sources(
    entries: dict[str, Item], published_site: Build
) -> None:
    for address, item in entries.items():
        [data] = data_of(published_site, address)
        works = [each for each in cites(item) if str(each.get("id", "")).startswith("s")]
        assert [values(each, "name") for each in works] == [
            [work["name"]] for work in data.get("citation", [])
        ]
        assert [[urldefrag(url).url for url in values(each, "url")] for each in works] == [
            [work["url"]] if "url" in work else [] for work in data.get("citation", [])
        ]


@pytest.mark.parametrize(
    "address",
    ["", "ka/", "archive/", "sections/tides/", "tags/ropes/", "authors/tom-specimen/"],
)
def test_a_list_is_a_feed_of_entries(
    published_site: Build, entries: dict[str, Item], address: str
) -> None:
    [feed] = [item for item in items(published_site, address) if item["type"] == ["h-feed"]]
    listed = [each for each in every([feed]) if each["type"] == ["h-entry"]]

    assert listed
    for each in listed:
        [url] = values(each, "url")
        original = entries[url.removeprefix(f"{PUBLISHED_AT}/")]
        assert values(each, "name") == values(original, "name")
        assert values(each, "author")
        for day in values(each, "published"):
            assert [day] == values(original, "published")


def test_an_author_has_a_card(published_site: Build) -> None:
    [feed] = [
        item
        for item in items(published_site, "authors/ada-instance/")
        if item["type"] == ["h-feed"]
    ]
    [card] = values(feed, "author")

    assert values(card, "name") == ["Ada Instance"]
    assert values(card, "uid") == [f"{PUBLISHED_AT}/authors/ada-instance/"]
    assert values(card, "url") == [*values(card, "uid"), "https://instance.example/"]
    assert values(card, "note")[0].startswith("Ada Instance writes about tides")


def test_an_author_s_own_page_says_the_section_and_names_others_only(published_site: Build) -> None:
    [own, taken] = [
        next(
            entry.select_one("p.meta") or entry
            for entry in published_site.page("authors/tom-specimen/").select(".h-entry")
            if entry.select(f"a[href$='/{slug}/']")
        )
        for slug in ("the-oven-keeps-no-clock", "the-dough-and-the-stairs")
    ]

    assert own.get_text().split() == ["Bread", "3", "quotations"]
    assert taken.get_text().split() == ["Tamar", "Nimushi"]


def test_what_to_read_on_is_a_list_and_no_part_of_the_article(published_site: Build) -> None:
    types = [item["type"] for item in items(published_site, WATER)]

    assert types == [["h-entry"], ["h-feed"]]
