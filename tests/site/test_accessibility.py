"""What axe finds on pages of each kind, as readers with each kind of screen meet them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.support.browsing import keep_local
from tests.support.building import Build
from tests.support.tools import npm_file

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
ARTICLE = "the-water-is-measured-already/"
MODES: dict[str, dict[str, Any]] = {
    "light": {"color_scheme": "light", "viewport": {"width": 1280, "height": 900}},
    "dark": {"color_scheme": "dark", "viewport": {"width": 1280, "height": 900}},
    "narrow": {"color_scheme": "light", "viewport": {"width": 320, "height": 640}},
    "narrow-dark": {"color_scheme": "dark", "viewport": {"width": 320, "height": 640}},
}
PAGES = {
    "front": "",
    "article": ARTICLE,
    "georgian": f"ka/{ARTICLE}",
    "persian": "fa/mehmanan-e-talab/",
    "republished": "the-jar-and-patience/",
    "archive": "archive/",
    "section": "sections/rivers/",
    "tag": "tags/bridges/",
    "author": "authors/gayane-orinakyan/",
    "source": "sources/kura-courier/",
    "sources": "sources/",
    "georgian-source": "ka/sources/kura-courier/",
    "people": "people/",
    "persian-people": "fa/people/",
    "page": "about/",
    "missing": "404.html",
}


@pytest.fixture(scope="module", params=MODES)
def screen(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """Return a page as one kind of reader sees it."""
    context = browser.new_context(reduced_motion="reduce", **MODES[request.param])
    refused = keep_local(context)
    yield context.new_page()
    context.close()
    assert not refused


@pytest.mark.parametrize("kind", PAGES)
def test_axe_finds_nothing(
    kind: str, screen: Page, sample_site: Build, serve: Callable[[Path], str]
) -> None:
    screen.goto(f"{serve(sample_site.output)}/{PAGES[kind]}")
    screen.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
    screen.evaluate(npm_file("axe-core/axe.min.js").read_text(encoding="utf-8"))

    found = screen.evaluate("tags => axe.run(document, {runOnly: tags})", TAGS)

    assert [_told(violation) for violation in found["violations"]] == []
    assert found["passes"]


@pytest.mark.parametrize("kind", PAGES)
def test_no_page_scrolls_sideways(
    kind: str, screen: Page, sample_site: Build, serve: Callable[[Path], str]
) -> None:
    screen.goto(f"{serve(sample_site.output)}/{PAGES[kind]}")

    wide = screen.evaluate("document.documentElement.scrollWidth - innerWidth")

    assert wide <= 0


def test_axe_would_find_a_fault(
    screen: Page, sample_site: Build, serve: Callable[[Path], str]
) -> None:
    screen.goto(f"{serve(sample_site.output)}/{ARTICLE}")
    screen.evaluate("document.body.append(Object.assign(new Image(), {src: 'x.png'}))")
    screen.evaluate(npm_file("axe-core/axe.min.js").read_text(encoding="utf-8"))

    found = screen.evaluate("tags => axe.run(document, {runOnly: tags})", TAGS)

    assert "image-alt" in [violation["id"] for violation in found["violations"]]


def _told(violation: dict[str, Any]) -> str:
    nodes = [node["html"][:200] for node in violation["nodes"]]
    return f"{violation['id']}: {json.dumps(nodes, ensure_ascii=False)}"
