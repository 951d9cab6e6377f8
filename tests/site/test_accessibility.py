"""What axe finds on pages of each kind, as readers with each kind of screen meet them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.support.browsing import keep_local
from tests.support.building import Build
from tests.support.kinds import NAMES, pages_of_each_kind
from tests.support.tools import npm_file

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDE, ZOOMED, NARROW = (1280, 900), (640, 450), (320, 640)  # 640 is 1280 at 200 %
MODES: dict[str, tuple[tuple[int, int], dict[str, Any]]] = {
    "light": (WIDE, {"color_scheme": "light"}),
    "dark": (WIDE, {"color_scheme": "dark"}),
    "forced colours": (WIDE, {"color_scheme": "dark", "forced_colors": "active"}),
    "zoomed": (ZOOMED, {"color_scheme": "light"}),
    "narrow": (NARROW, {"color_scheme": "light"}),
}
IN_BOTH_DIRECTIONS = ("light", "dark")
AXE = """async tags => {
  const {violations, passes} = await axe.run(document, {runOnly: tags});
  if (!passes.length) return ["nothing was checked"];
  return violations.map(({id, nodes}) =>
    `${id}: ${nodes.map(node => node.html.slice(0, 200)).join(" | ")}`);
}"""
OVERFLOW = "document.documentElement.scrollWidth - innerWidth"
# WCAG 2.2, 1.4.12. A constructed sheet is one that a strict policy lets pass.
SPACING = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important;
    word-spacing: .16em !important } p { margin-block-end: 2em !important }`);
  document.adoptedStyleSheets.push(sheet);
}"""
# What is one pixel wide is hidden from eyes on purpose.
CUT_OFF = """() => [...document.querySelectorAll("body *")].filter(each => {
  const {overflowX, overflowY} = getComputedStyle(each);
  const cuts = overflow => ["hidden", "clip"].includes(overflow);
  return each.textContent.trim() && each.clientWidth > 1 && each.clientHeight > 1
    && (cuts(overflowX) && each.scrollWidth > each.clientWidth + 1
      || cuts(overflowY) && each.scrollHeight > each.clientHeight + 1);
}).map(each => each.outerHTML.slice(0, 200))"""


@pytest.fixture(scope="module")
def screen(browser: Browser) -> Iterator[Page]:
    """Return a page whose size and colours are changed while it is open."""
    context = browser.new_context(reduced_motion="reduce")
    refused = keep_local(context)
    yield context.new_page()
    context.close()
    assert not refused


@pytest.fixture(scope="module")
def kinds(local_site: Build) -> dict[str, list[str]]:
    return pages_of_each_kind(local_site)


@pytest.fixture(scope="module")
def home(local_site: Build, serve: Callable[[Path], str]) -> str:
    return serve(local_site.output)


def show(page: Page, mode: str) -> None:
    (width, height), media = MODES[mode]
    page.set_viewport_size({"width": width, "height": height})
    page.emulate_media(**{"forced_colors": "none", **media})


def open_with_axe(page: Page, url: str) -> None:
    page.goto(url)
    page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
    page.evaluate(npm_file("axe-core/axe.min.js").read_text(encoding="utf-8"))


@pytest.mark.parametrize("kind", NAMES)
def test_axe_finds_nothing_however_a_page_is_shown(
    kind: str, screen: Page, kinds: dict[str, list[str]], home: str
) -> None:
    assert kinds[kind], "the tests’ publication has no such page"
    found = {}
    # One in every mode, and the one from right to left, where there is one.
    for address, modes in zip(kinds[kind], (MODES, IN_BOTH_DIRECTIONS), strict=False):
        open_with_axe(screen, f"{home}/{address}")
        for mode in modes:
            show(screen, mode)
            found[address, mode] = screen.evaluate(AXE, TAGS)

    assert {key: faults for key, faults in found.items() if faults} == {}


def test_axe_would_find_a_fault_in_each_mode(screen: Page, home: str) -> None:
    open_with_axe(screen, f"{home}/")
    screen.evaluate("document.body.append(Object.assign(new Image(), {src: 'x.png'}))")
    found = {}
    for mode in MODES:
        show(screen, mode)
        found[mode] = [each.partition(":")[0] for each in screen.evaluate(AXE, TAGS)]

    assert [mode for mode, faults in found.items() if "image-alt" not in faults] == []


def test_no_page_scrolls_sideways_or_loses_words_however_it_is_spaced(
    screen: Page, kinds: dict[str, list[str]], home: str
) -> None:
    show(screen, "narrow")
    found = {}
    for address in chain.from_iterable(kinds.values()):
        screen.goto(f"{home}/{address}")
        wide = screen.evaluate(OVERFLOW)
        screen.evaluate(SPACING)
        found[address] = (wide, screen.evaluate(OVERFLOW), screen.evaluate(CUT_OFF))

    assert {key: value for key, value in found.items() if max(value[:2]) > 0 or value[2]} == {}


def test_words_that_are_lost_would_be_found(screen: Page, home: str) -> None:
    show(screen, "narrow")
    screen.goto(f"{home}/")
    screen.evaluate("""() => {
      const box = document.querySelector("h1, h2");
      box.style.cssText = "overflow: hidden; height: 2em";
      box.insertAdjacentHTML("beforeend", "<span>".concat("water ".repeat(50)));
      document.body.append(Object.assign(document.createElement("pre"),
        {textContent: "water".repeat(200)}));
    }""")

    assert screen.evaluate(CUT_OFF)
    assert screen.evaluate(OVERFLOW) > 0
