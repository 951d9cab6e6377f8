"""Light and dark: the reader's choice, the system's, and browsers that know less."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route

from tests.support.browsing import keep_local
from tests.support.building import PROJECT, Build

ARTICLE = "the-tide-is-read-already/"
LIGHT, DARK = "rgb(252, 252, 250)", "rgb(18, 22, 20)"
QUOTED = {"light": "rgb(8, 92, 67)", "dark": "rgb(134, 217, 182)"}
# In kB, each script compressed by itself with gzip.
MOST_SCRIPT = 10


@pytest.fixture
def article(local_site: Build, serve: Callable[[Path], str]) -> str:
    return f"{serve(local_site.output)}/{ARTICLE}"


def paper(page: Page) -> str:
    return str(page.evaluate("getComputedStyle(document.documentElement).backgroundColor"))


def test_a_reader_chooses_the_colours_and_every_page_keeps_to_them(
    page: Page, article: str
) -> None:
    page.emulate_media(color_scheme="light")
    page.goto(article)
    page.get_by_role("radio", name="Dark").check()
    chosen = paper(page)
    page.goto(article.removesuffix(ARTICLE))

    assert (chosen, paper(page)) == (DARK, DARK)
    assert page.get_by_role("radio", name="Dark").is_checked()
    assert page.locator("meta[name=color-scheme]").get_attribute("content") == "dark"

    page.get_by_role("radio", name="As the system").check()
    page.reload()

    assert paper(page) == LIGHT
    assert page.locator("meta[name=color-scheme]").get_attribute("content") == "light dark"


def test_the_choice_is_known_before_anything_is_painted(page: Page, article: str) -> None:
    page.emulate_media(color_scheme="light")
    page.goto(article)
    page.evaluate("localStorage.setItem('theme', 'dark')")
    page.add_init_script(
        "new MutationObserver((_, self) => { if (document.body) {"
        " window.themeAtBody = document.documentElement.dataset.theme; self.disconnect(); } })"
        ".observe(document, {childList: true, subtree: true})"
    )
    page.reload()

    assert page.evaluate("window.themeAtBody") == "dark"


def test_without_scripts_no_choice_is_offered(browser: Browser, article: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    keep_local(context)
    page = context.new_page()
    page.goto(article)

    assert page.locator(".theme-switch").is_hidden()
    context.close()


def test_where_nothing_may_be_stored_the_choice_holds_for_the_page(
    page: Page, article: str
) -> None:
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new Error('no') }})"
    )
    page.goto(article)
    page.get_by_role("radio", name="Dark").check()

    assert paper(page) == DARK


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_browsers_without_light_dark_and_has_keep_both_inks_and_the_seam(
    browser: Browser, article: str, scheme: str
) -> None:
    def older(route: Route) -> None:
        answer = route.fetch()
        text = answer.text().replace("light-dark(", "unknown(").replace(":has(", ":unknown(")
        route.fulfill(response=answer, body=text)

    context = browser.new_context(color_scheme="dark" if scheme == "dark" else "light")
    keep_local(context)
    page = context.new_page()
    page.route("**/*.css", older)
    page.goto(article)

    assert paper(page) == (DARK if scheme == "dark" else LIGHT)
    found = page.evaluate(
        """() => [...document.querySelectorAll('.prose > .quotation')].map(each => {
             const words = getComputedStyle(each.querySelector('blockquote'));
             const original = each.querySelector('.original');
             const seam = original ? getComputedStyle(original) : words;
             return [words.color, seam.borderInlineStartStyle, !!original];
           })"""
    )
    assert {colour for colour, _, _ in found} == {QUOTED[scheme]}
    assert {(style, original) for _, style, original in found} == {
        ("solid", False),
        ("double", True),
    }
    page.get_by_role("radio", name="Light").check()
    assert paper(page) == LIGHT
    context.close()


def test_the_scripts_are_small() -> None:
    scripts = sorted((PROJECT / "theme" / "scripts").glob("*.js"))
    whole = b"".join(gzip.compress(each.read_bytes()) for each in scripts)

    assert PROJECT / "theme" / "scripts" / "theme.js" in scripts
    assert len(whole) < MOST_SCRIPT * 1000
