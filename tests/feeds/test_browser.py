"""A feed that somebody opens in a browser can be read, and says what it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.feeds.support import attributes, entries
from tests.support.browsing import keep_local
from tests.support.building import Build

Serve = Callable[[Path], str]

SCREENS: dict[str, dict[str, Any]] = {
    "desk": {"viewport": {"width": 1280, "height": 900}},
    "telephone": {"viewport": {"width": 360, "height": 740}, "is_mobile": True},
}
PAPER = {"light": "rgb(252, 252, 250)", "dark": "rgb(18, 22, 20)"}
ABOUT = (
    "Bu, yeniliklər lentidir: yeniliklərdən xəbər tutmaq üçün ünvanını lent oxuyucusuna əlavə edin."
)
FEEDS = ["feeds/all.atom.xml", "feeds/fa.atom.xml", "feeds/sections/bread.atom.xml"]


@pytest.fixture(params=SCREENS)
def screen(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """Return an empty page on a screen of one size; it reaches nothing but this machine."""
    context = browser.new_context(color_scheme="dark", **SCREENS[request.param])
    refused = keep_local(context)
    yield context.new_page()
    context.close()
    assert refused == []


# What a browser shows, each piece of text with where it leads.
SHOWN = """
[...document.querySelectorAll("*")]
  .filter(each => !each.children.length && each.textContent && each.checkVisibility())
  .map(each => [each.textContent, each.href || ""])
"""


@pytest.mark.parametrize("feed", FEEDS)
def test_a_browser_shows_what_is_new_and_leads_there(
    page: Page, published_site: Build, serve: Serve, feed: str
) -> None:
    page.goto(f"{serve(published_site.output)}/{feed}")
    shown = dict(page.evaluate(SHOWN))

    for title, entry in entries(published_site, feed).items():
        [address] = attributes(entry.element, "a:link[@rel='alternate']/@href")
        assert shown.pop(title) == address
        assert shown.pop(entry.text("a:summary")) == ""


def test_a_browser_shows_nothing_that_is_for_machines(
    page: Page, published_site: Build, serve: Serve
) -> None:
    page.goto(f"{serve(published_site.output)}/feeds/az.atom.xml")
    [(title, entry)] = entries(published_site, "feeds/az.atom.xml").items()

    assert [text for text, _ in page.evaluate(SHOWN)] == [
        "Yosun İcmalı – Azərbaycanca",
        ABOUT,
        title,
        "15 fevral 2026",
        entry.text("a:author/a:name"),
        entry.text("a:summary"),
    ]


def test_a_browser_shows_an_rss_feed_as_it_does_one_in_atom(
    page: Page, every_feed: Build, serve: Serve
) -> None:
    address = f"{serve(every_feed.output)}/feeds/category_feed/bread"
    page.goto(f"{address}.atom.xml")
    atom = page.evaluate(SHOWN)
    page.goto(f"{address}.rss.xml")

    assert page.evaluate(SHOWN) == atom


@pytest.mark.parametrize("feed", FEEDS)
def test_a_feed_fits_the_screen(
    screen: Page, published_site: Build, serve: Serve, feed: str
) -> None:
    screen.goto(f"{serve(published_site.output)}/{feed}")
    wide, inner = screen.evaluate("[document.documentElement.scrollWidth, innerWidth]")

    assert screen.viewport_size
    assert wide <= inner == screen.viewport_size["width"]


@pytest.mark.parametrize("scheme", PAPER)
def test_a_feed_is_light_or_dark_as_its_reader_wants(
    browser: Browser, published_site: Build, serve: Serve, scheme: Any
) -> None:
    context = browser.new_context(color_scheme=scheme)
    page = context.new_page()
    page.goto(f"{serve(published_site.output)}/{FEEDS[0]}")
    paper = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    context.close()

    assert paper == PAPER[scheme]


def test_a_text_from_right_to_left_is_shown_so(
    page: Page, published_site: Build, serve: Serve
) -> None:
    page.goto(f"{serve(published_site.output)}/feeds/fa.atom.xml")
    headings = page.locator("xpath=//*[local-name()='h2']")

    assert headings.evaluate_all("all => all.map(each => getComputedStyle(each).direction)") == [
        "rtl"
    ]
