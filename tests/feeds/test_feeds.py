"""What feeds say: every text once, under one name, with where it comes from."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree as ET

import pytest
from bs4 import BeautifulSoup

from tests.support.building import Build

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(scope="module")
def feed(published_site: Build) -> ET.Element:
    """Return the feed of all articles."""
    return ET.fromstring(published_site.text("feeds/all.atom.xml"))  # noqa: S314 - our own file


def entries(feed: ET.Element) -> Iterator[tuple[str, BeautifulSoup]]:
    """Yield the title and the content of each entry."""
    for entry in feed.iter(f"{ATOM}entry"):
        title = entry.findtext(f"{ATOM}title") or ""
        content = entry.findtext(f"{ATOM}content") or ""
        yield title, BeautifulSoup(content, "html.parser")


def test_every_article_and_every_translation_is_there(
    published_site: Build, feed: ET.Element
) -> None:
    pages = [page for page in published_site.pages() if published_site.path("404.html") != page]
    articles = [
        page
        for page in pages
        if BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser").select(
            "main .h-entry.e-content, main article .e-content"
        )
    ]

    assert len(list(feed.iter(f"{ATOM}entry"))) == len(
        [page for page in articles if "drafts" not in page.parts]
    )


def test_no_pull_quote_is_repeated(feed: ET.Element) -> None:
    assert [title for title, content in entries(feed) if content.select("aside, .pull-quote")] == []


def test_sentences_that_were_drawn_out_still_stand_in_their_text(feed: ET.Element) -> None:
    assert [title for title, content in entries(feed) if content.select("mark.pull")] != []


def test_quotations_are_there_with_their_attribution(feed: ET.Element) -> None:
    figures = [figure for _, content in entries(feed) for figure in content.select("figure")]

    assert figures
    assert all(figure.select("figcaption") for figure in figures)


def test_identifiers_are_distinct_and_name_the_site(feed: ET.Element) -> None:
    ids = [entry.findtext(f"{ATOM}id") or "" for entry in feed.iter(f"{ATOM}entry")]

    assert len(set(ids)) == len(ids)
    assert all(each.startswith("tag:kura.example,") for each in ids)


def test_links_are_absolute(published_site: Build, feed: ET.Element) -> None:
    links = [
        str(tag[name])
        for _, content in entries(feed)
        for name in ("href", "src")
        for tag in content.select(f"[{name}]")
    ]

    assert [link for link in links if link.startswith("/")] == []
