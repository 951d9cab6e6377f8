"""How an article is read by keyboard, on paper, and by those who set their own text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.support.browsing import keep_local
from tests.support.building import Build, BuildSite

ARTICLE = "the-tide-is-read-already/"
# WCAG 2.2, 1.4.12: what readers may set, and lose nothing.
SPACING = """
* { line-height: 1.5 !important; letter-spacing: 0.12em !important; }
* { word-spacing: 0.16em !important; }
p { margin-block-end: 2em !important; }
"""


@pytest.fixture
def article(local_site: Build, serve: Callable[[Path], str]) -> str:
    return f"{serve(local_site.output)}/{ARTICLE}"


@pytest.mark.parametrize("width", [1280, 320])
def test_the_focus_meets_the_words_their_check_and_their_source_and_skips_none(
    page: Page, article: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(article)
    expected = page.evaluate(
        """() => {
          const first = document.querySelector('.prose > .quotation');
          first.previousElementSibling.tabIndex = -1;
          first.previousElementSibling.focus();
          return [...first.querySelectorAll(':scope > details > summary, figcaption a')]
            .map(each => each.textContent.trim());
        }"""
    )
    met = []
    for _ in expected:
        page.keyboard.press("Tab")
        met.append(page.evaluate("document.activeElement.textContent.trim()"))

    assert met == expected
    assert met[0].startswith("Checked, word for word")
    assert len(met) == 4


def test_paper_shows_what_a_screen_opens_and_where_the_sources_are(
    page: Page, article: str
) -> None:
    page.goto(article)
    page.emulate_media(media="print", color_scheme="dark")

    shown = page.evaluate(
        """() => ({
          original: document.querySelector('.original blockquote').getClientRects().length,
          whole: document.querySelector('[data-result=verbatim] dl').getClientRects().length,
          left_out: document.querySelector('[data-result=edited] dl').getClientRects().length,
          menu: document.querySelector('.menu').getClientRects().length,
          comments: document.querySelector('.comments').getClientRects().length,
          paper: getComputedStyle(document.documentElement).backgroundColor,
          address: getComputedStyle(document.querySelector('.sources cite a'), '::after').content,
        })"""
    )

    assert shown["original"] > 0
    assert shown["left_out"] > 0
    assert shown["whole"] == 0
    assert (shown["menu"], shown["comments"]) == (0, 0)
    assert shown["paper"] == "rgb(252, 252, 250)"
    assert "https://lantern.example/eight-oclock-at-the-slip" in shown["address"]
    assert page.pdf(format="A4").startswith(b"%PDF")


@pytest.mark.parametrize("path", ["", ARTICLE, "people/", "fa/shabpare/"])
def test_nothing_is_lost_where_readers_set_their_own_spacing_at_320_pixels(
    browser: Browser, local_site: Build, serve: Callable[[Path], str], path: str
) -> None:
    # A style that is put in by hand is what the policy of the pages forbids to others.
    context = browser.new_context(viewport={"width": 320, "height": 640}, bypass_csp=True)
    keep_local(context)
    page = context.new_page()
    page.goto(f"{serve(local_site.output)}/{path}")
    page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
    page.add_style_tag(content=SPACING)

    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    cut = page.evaluate(
        """() => [...document.querySelectorAll('main *, .masthead *, .colophon *')]
             .filter(each => each.scrollWidth > each.clientWidth + 1 && each.clientWidth > 1
               && getComputedStyle(each).overflowX !== 'visible')
             .map(each => each.outerHTML.slice(0, 120))"""
    )
    assert cut == []
    context.close()


def test_the_focus_is_seen_and_is_never_green(page: Page, article: str) -> None:
    page.goto(article)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")

    ring = page.evaluate(
        """() => {
          const { outlineStyle, outlineWidth, outlineColor }
            = getComputedStyle(document.activeElement);
          return [outlineStyle, outlineWidth, outlineColor];
        }"""
    )
    assert ring == ["solid", "3px", "rgb(22, 26, 24)"]


def test_what_a_text_does_not_say_leaves_no_gap(build: BuildSite) -> None:
    texts = {
        f"articles/{name}.md": f"Title: {name}\nDate: 2026-03-0{day}\n\nIt flows.\n"
        for day, name in enumerate("abc", start=1)
    }
    done = build(texts).require_success()

    assert done.page("c/").select(".standfirst") == []
    bylines = [p.get_text(strip=True) for p in done.page().select(".teaser .byline")]
    assert bylines == ["1 min"] * 3


def test_the_day_stands_behind_an_outlet_that_is_written_the_other_way(
    page: Page, local_site: Build, serve: Callable[[Path], str]
) -> None:
    page.goto(f"{serve(local_site.output)}/fa/shabpare/")
    edges = page.evaluate(
        """() => {
          const edge = (node, last) => {
            const range = document.createRange();
            while (node.firstChild) node = last ? node.lastChild : node.firstChild;
            range.setStart(node, last ? node.length - 1 : 0);
            range.setEnd(node, last ? node.length : 1);
            return range.getBoundingClientRect();
          };
          for (const each of document.querySelectorAll("figcaption, .sources p"))
            each.style.whiteSpace = "nowrap";
          return [...document.querySelectorAll(".p-publication + time")].map(day =>
            [edge(day.previousElementSibling, false).left, edge(day, false).right]);
        }"""
    )

    assert len(edges) == 5
    assert [day for outlet, day in edges if day > outlet] == []
