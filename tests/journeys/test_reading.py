"""From the front page to a piece, its checks, a source, another piece, and another language."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from tests.journeys.readers import KeyboardReader, Reader, expect_heading, heading

PIECE = "The tide is read already"


def test_a_reader_goes_from_the_front_page_by_a_source_to_another_piece(
    reader: Reader, home: str
) -> None:
    page, main = reader.page, reader.page.get_by_role("main")
    page.goto(home)
    reader.use(main.get_by_role("link", name=PIECE).first)
    expect_heading(page, PIECE)

    quotation = main.locator("figure.quotation").first
    check = quotation.get_by_role("group").filter(has_text="Compared with").last
    reader.use(check.locator("summary"))
    expect(check.get_by_text("as it was read on").first).to_be_visible()

    outlet = main.get_by_role("figure").get_by_role("link", name="Nimushis Moambe").first
    reader.use(outlet)
    expect_heading(page, "Nimushis Moambe")

    others = main.get_by_role("heading", level=3).get_by_role("link")
    other = others.filter(has_not_text=PIECE).first
    title = " ".join(other.inner_text().split())
    reader.use(other)
    expect(heading(page)).to_contain_text(title)
    expect(heading(page)).not_to_contain_text(PIECE)


def test_an_original_is_opened_in_its_own_language(reader: Reader, home: str) -> None:
    page = reader.page
    page.goto(f"{home}/the-tide-is-read-already/")
    original = page.get_by_role("main").get_by_role("group").filter(has_text="Original (Georgian)")

    reader.use(original.first.locator("summary").first)

    words = original.first.locator("blockquote")
    expect(words).to_be_visible()
    expect(words).to_have_attribute("lang", "ka")


def test_the_switch_of_languages_stays_on_the_piece(reader: Reader, home: str) -> None:
    page = reader.page
    page.goto(f"{home}/the-tide-is-read-already/")

    reader.use(page.get_by_role("banner").get_by_role("link", name="ქართული"))

    expect(page).to_have_url(f"{home}/ka/the-tide-is-read-already/")
    expect(page.locator("html")).to_have_attribute("lang", "ka")

    reader.use(page.get_by_role("banner").get_by_role("link", name="English"))

    expect(page).to_have_url(f"{home}/the-tide-is-read-already/")


def test_the_first_press_of_a_key_offers_to_skip_to_the_text(browser: Browser, home: str) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{home}/the-tide-is-read-already/")

        page.keyboard.press("Tab")
        skip = page.get_by_role("link", name="Skip to the text")
        expect(skip).to_be_focused()
        expect(skip).to_be_in_viewport(ratio=1)
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")

        assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_back_and_forward_keep_the_place_in_the_text(browser: Browser, home: str) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{home}/the-tide-is-read-already/")
        page.get_by_role("main").get_by_role("link", name="Nimushis Moambe").last.click()
        expect_heading(page, "Nimushis Moambe")
        page.go_back()
        expect_heading(page, PIECE)
        place = page.evaluate("scrollY")
        page.get_by_role("main").get_by_role("link", name="Nimushis Moambe").last.click()
        expect_heading(page, "Nimushis Moambe")
        page.go_back()

        expect(page).to_have_url(f"{home}/the-tide-is-read-already/")
        assert place > 500
        assert page.evaluate("scrollY") == pytest.approx(place, abs=50)


def test_colours_are_chosen_by_keyboard_and_kept(browser: Browser, home: str) -> None:
    paper = "getComputedStyle(document.documentElement).backgroundColor"
    with browser.new_context(color_scheme="light", reduced_motion="reduce") as context:
        page = context.new_page()
        page.goto(home)
        light = page.evaluate(paper)
        chosen = page.get_by_role("radio", name="As the system")

        KeyboardReader(page=page).reach(chosen)
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowDown")

        expect(page.get_by_role("radio", name="Dark")).to_be_checked()
        dark = page.evaluate(paper)
        page.get_by_role("main").get_by_role("link", name=PIECE).first.click()
        expect_heading(page, PIECE)
        assert page.evaluate(paper) == dark != light


def test_colours_are_not_offered_where_nothing_would_follow(browser: Browser, home: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(home)

        expect(page.get_by_role("radio")).to_have_count(0)
