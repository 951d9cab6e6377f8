"""Readers: one has only a keyboard, one no scripts, one a finger and a small screen."""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect

FARTHEST = 250  # presses of the Tab key, from anywhere to anywhere on a page
# What is focused can be told by a line around it, and is on the screen (WCAG 2.2, 2.4.7, 2.4.11).
FOCUS = """thing => {
  const focused = document.activeElement;
  const {outlineStyle, outlineWidth} = getComputedStyle(focused);
  const {top, bottom, left, right} = focused.getBoundingClientRect();
  const seen = outlineStyle !== "none" && parseFloat(outlineWidth) >= 1
    && bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
  return [focused === thing, focused === document.body || seen, focused.outerHTML.slice(0, 200)];
}"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """Somebody who reads *page*, and uses things on it in the one way they have."""

    page: Page

    def use(self, thing: Locator) -> None:
        """Follow a link, open a disclosure, press a button."""
        thing.click()


class KeyboardReader(Reader):
    """Has no pointer, and has to see at each step what is focused."""

    def use(self, thing: Locator) -> None:
        self.reach(thing)
        self.page.keyboard.press("Enter")

    def reach(self, thing: Locator) -> None:
        """Press Tab until *thing* is focused."""
        for _ in range(FARTHEST):
            self.page.keyboard.press("Tab")
            reached, seen, focused = thing.evaluate(FOCUS)
            assert seen, f"the focus is not to be seen on {focused}"
            if reached:
                return
        raise AssertionError(f"no press of Tab leads to {thing}")


class TouchReader(Reader):
    """Taps."""

    def use(self, thing: Locator) -> None:
        thing.tap()


def heading(page: Page) -> Locator:
    """Return the heading of the first level, which says what page this is."""
    return page.get_by_role("heading", level=1)


def expect_heading(page: Page, text: str) -> None:
    expect(heading(page)).to_contain_text(text)
