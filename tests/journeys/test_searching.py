"""Finding a piece: by the dialog, by the page, and without scripts by the other ways in."""

from __future__ import annotations

from playwright.sync_api import Browser, expect

from tests.journeys.readers import KeyboardReader, expect_heading
from tests.support.visiting import WATCH

PIECE = "The tide is read already"


def test_a_piece_is_found_by_keyboard_from_wherever_one_reads(browser: Browser, home: str) -> None:
    with browser.new_context(reduced_motion="reduce") as context:
        context.add_init_script(WATCH)
        page = context.new_page()
        reader = KeyboardReader(page=page)
        page.goto(f"{home}/about/")

        page.keyboard.press("/")
        dialog = page.get_by_role("dialog")
        expect(dialog.get_by_role("searchbox")).to_be_focused()
        page.keyboard.type("cormorant")
        expect(dialog.get_by_role("status")).to_contain_text("1")
        found = dialog.get_by_role("list").get_by_role("link", name=PIECE)
        expect(found).to_be_visible()
        assert page.evaluate("seen.violations") == []
        reader.use(found)

        expect_heading(page, PIECE)


def test_the_page_of_the_search_answers_an_address_with_a_question(
    browser: Browser, home: str
) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{home}/search/?q=cormorant")

        expect(page.get_by_role("main").get_by_role("link", name=PIECE)).to_be_visible()


def test_without_scripts_the_search_leads_to_the_other_ways_in(browser: Browser, home: str) -> None:
    with browser.new_context(java_script_enabled=False, reduced_motion="reduce") as context:
        page = context.new_page()
        reader = KeyboardReader(page=page)
        page.goto(home)
        reader.use(page.get_by_role("banner").get_by_role("link", name="Search"))
        expect_heading(page, "Search")
        expect(page.get_by_role("searchbox")).to_have_count(0)

        reader.use(page.get_by_role("main").get_by_role("link", name="Archive"))
        expect_heading(page, "Archive")
        reader.use(page.get_by_role("main").get_by_role("link", name=PIECE).first)

        expect_heading(page, PIECE)
