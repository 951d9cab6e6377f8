"""Pictures as a browser shows them: nothing moves when one comes late, and print has them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.support.building import Build
from tests.support.visiting import open_without

SHIFTS = """() => new Promise(resolve => new PerformanceObserver((list, observer) => {
  observer.disconnect();
  resolve(list.getEntries().reduce((sum, entry) => sum + entry.value, 0));
}).observe({type: "layout-shift", buffered: true}) || setTimeout(() => resolve(0), 300))"""
HEAD = "figure.picture img.u-photo"
ARTICLE = "the-tide-is-read-already/"


@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_moves_when_a_picture_comes_late(
    width: int, local_site: Build, serve: Callable[[Path], str], page: Page
) -> None:
    page.set_viewport_size({"width": width, "height": 900})

    open_without(page, "**/images/*", f"{serve(local_site.output)}/{ARTICLE}")

    assert page.evaluate(f"document.querySelector('{HEAD}').naturalWidth") > 0
    assert page.evaluate(SHIFTS) == 0


@pytest.mark.parametrize(("width", "density", "chosen"), [(320, 1, "400"), (1280, 2, "1600")])
def test_a_browser_takes_the_newest_format_in_the_width_that_it_needs(
    width: int,
    density: int,
    chosen: str,
    local_site: Build,
    serve: Callable[[Path], str],
    browser: Browser,
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 900}, device_scale_factor=density
    )
    page = context.new_page()

    page.goto(f"{serve(local_site.output)}/{ARTICLE}")
    taken = page.evaluate(f"document.querySelector('{HEAD}').currentSrc")
    context.close()

    assert f"-{chosen}." in taken
    assert taken.endswith(".avif")


def test_print_shows_pictures(local_site: Build, serve: Callable[[Path], str], page: Page) -> None:
    page.goto(f"{serve(local_site.output)}/{ARTICLE}")
    page.emulate_media(media="print")

    box = page.locator(HEAD).bounding_box()
    assert box
    assert box["width"] > box["height"] > 100
