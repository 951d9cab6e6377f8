"""Searching, as readers do it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.search.support import Reader
from tests.support.building import Build

Serve = Callable[[Path], str]
ABSENT = "Absent: nothing close is there"


@pytest.fixture
def home(texts: Build, serve: Serve) -> str:
    return serve(texts.output)


def test_a_word_is_found_however_it_is_spelt(page: Page, home: str) -> None:
    spellings = {
        "az": ("büdcə", "budce", "BÜDCƏ", "büdce", "olke", "aciq"),
        "hy": ("ինչու", "ինչո՞ւ", "եւ", "գետ"),
        "ru": ("все", "ещё", "еще", "река"),
        "fa": ("می‌رود", "ميرود", "كتاب", "12", "١٢"),
        "ka": ("მდინარე", "ᲛᲓᲘᲜᲐᲠᲔ"),
    }
    missed = []

    for language, words in spellings.items():
        page.goto(f"{home}/{language}/search/")
        for word in words:
            Reader(page).search(word)
            if len(Reader(page).found()) != 1:
                missed.append((language, word))

    assert missed == []


def test_nothing_is_fetched_before_somebody_searches(page: Page, home: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))

    page.goto(f"{home}/search/")
    page.goto(f"{home}/heron/")
    page.wait_for_load_state("networkidle")
    before = [url for url in asked if "pagefind" in url]
    page.goto(f"{home}/search/?q=heron")
    Reader(page).said("Results: 1")

    assert before == []
    assert any("pagefind" in url for url in asked)


def test_words_in_a_quotation_bring_it_with_who_said_them(page: Page, home: str) -> None:
    page.goto(f"{home}/search/")
    reader = Reader(page)

    reader.search("heron counts")

    figure = page.locator(".search figure.quotation[data-result=verbatim]")
    expect(figure.locator("mark")).to_have_text(["heron", "counts"])
    expect(figure.locator("figcaption")).to_have_text("— Nino Example")
    page.locator(".search ol a").click()
    expect(page.locator("blockquote:target")).to_contain_text("The heron counts nothing")


def test_who_is_quoted_finds_their_words(page: Page, home: str) -> None:
    page.goto(f"{home}/search/")

    Reader(page).search("nino example")

    expect(page.locator(".search blockquote")).to_have_text(
        "The heron counts nothing, and misses nothing."
    )


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("andromeda", id="begins-like-another-word"),
        pytest.param("unspoken", id="in-a-draft"),
        pytest.param("<img src=x onerror=alert(1)>", id="markup"),
        pytest.param("x" * 100_000, id="endless"),
        pytest.param("می‌رود", id="from-another-script"),
    ],
)
def test_what_is_not_there_is_said_to_be_absent(words: str, page: Page, home: str) -> None:
    page.goto(f"{home}/search/")

    Reader(page).search(words)

    Reader(page).said(ABSENT)
    expect(page.locator(".search ol > li")).to_have_count(0)


def test_the_dialog_is_worked_by_keys_alone(page: Page, home: str) -> None:
    page.goto(f"{home}/andes/")
    page.locator("[data-search]").focus()
    page.keyboard.press("/")
    dialog = page.locator("dialog")
    expect(dialog).to_be_visible()
    expect(page.locator("#search-field")).to_be_focused()
    page.keyboard.type("committee")
    Reader(page).said("Results: 2")

    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".search ol h2 a").nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.locator("#search-field")).to_be_focused()
    page.keyboard.press("Escape")
    # In a field of search, the first empties it.
    page.keyboard.press("Escape")

    expect(dialog).to_be_hidden()
    expect(page.locator("[data-search]")).to_be_focused()


def test_the_key_can_be_turned_off(page: Page, home: str) -> None:
    page.goto(f"{home}/search/")
    page.locator(".search-keys input").uncheck()
    page.goto(f"{home}/andes/")

    page.keyboard.press("/")

    expect(page.locator("dialog")).to_have_count(0)


def test_an_index_that_cannot_be_loaded_is_asked_for_again(page: Page, home: str) -> None:
    def refuse(route: Route) -> None:
        route.abort()

    page.goto(f"{home}/search/")
    page.route("**/pagefind/**", refuse)
    Reader(page).search("heron")
    Reader(page).said("The index could not be loaded. Your connection may be interrupted.")
    page.unroute("**/pagefind/**", refuse)

    page.get_by_role("button", name="Try again").click()

    Reader(page).said("Results: 1")


def test_without_scripts_the_page_leads_on(browser: Browser, home: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{home}/andes/")

    page.get_by_role("link", name="Search", exact=True).click()

    expect(page.locator(".search noscript p")).to_be_visible()
    expect(page.locator(".search form")).to_be_hidden()
    ways = page.locator(".search nav").first.get_by_role("link").all_inner_texts()
    assert {"Rivers", "People", "Archive"} <= set(ways)
    context.close()


def test_a_search_is_narrowed_to_who_is_quoted(page: Page, local_site: Build, serve: Serve) -> None:
    page.goto(f"{serve(local_site.output)}/search/")
    page.locator(".search summary").click()

    page.get_by_label("Who is quoted").select_option(label="Vera Vzorova")

    Reader(page).said("Results: 1")
    expect(page.locator(".search figcaption")).to_have_text("— Vera Vzorova")


def test_a_phone_can_leave_the_dialog_without_scrolling_or_by_touching_beside_it(
    page: Page, home: str
) -> None:
    page.set_viewport_size({"width": 360, "height": 400})
    page.goto(f"{home}/andes/")
    link, dialog = page.locator("[data-search]"), page.locator("dialog")

    link.click()
    expect(page.locator("[data-close]")).to_be_in_viewport(ratio=1)
    page.locator("[data-close]").click()
    expect(dialog).to_be_hidden()
    link.click()
    expect(dialog).to_be_visible()
    page.mouse.click(2, 2)

    expect(dialog).to_be_hidden()
