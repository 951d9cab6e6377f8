"""A reader of a page with comments, in a real browser."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from playwright.sync_api import Locator, Page, expect

from tests.comments.keepers import ISSO, Widget

# Where nobody knows whether there are comments, and where there are none yet.
OPENING = re.compile("Read and write comments|Write a comment")


@dataclass(frozen=True, kw_only=True)
class Reader:
    """A reader at a page: what she does, and what her browser asked for and was denied."""

    page: Page
    widget: Widget = ISSO
    requests: list[str] = field(default_factory=list)
    violations: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        # She does not wait for pages that glide.
        self.page.emulate_media(reduced_motion="reduce")
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on(
            "console",
            lambda message: (
                self.violations.append(message.text)
                if "Content Security Policy" in message.text
                else None
            ),
        )

    @property
    def section(self) -> Locator:
        return self.page.locator("section.comments")

    @property
    def status(self) -> Locator:
        return self.section.get_by_role("status")

    @property
    def thread(self) -> Locator:
        return self.section.locator(self.widget.thread)

    @property
    def text(self) -> Locator:
        return self.thread.locator(self.widget.field).first

    @property
    def comments(self) -> Locator:
        return self.thread.locator(self.widget.comment)

    def open(self, url: str) -> None:
        """Open the page at *url*, and press its button."""
        self.page.goto(url)
        self.section.get_by_role("button", name=OPENING).click()
        expect(self.section).to_have_attribute("data-state", "ready")

    def act(self, name: str) -> None:
        """Do what the first comment offers."""
        self.thread.get_by_role(self.widget.act, name=name, exact=True).first.click()

    def write(self, text: str) -> None:
        """Write a comment, and wait until the page says that it was sent."""
        self.text.fill(text)
        self.section.get_by_role("button", name="Send").click()
        expect(self.status).to_have_text("Your comment has been sent.")

    def shown(self) -> list[str]:
        """Return all that the service says, in the order of its kinds."""
        found: list[str] = self.thread.evaluate(
            """thread => [
              ...thread.innerText.split("\\n"),
              ...[...thread.querySelectorAll("*")].filter(one => one.checkVisibility()).flatMap(
                one => [one.placeholder, one.title, one.ariaLabel,
                  ["submit", "button"].includes(one.type) ? one.value : ""]),
            ].map(text => text?.trim()).filter(Boolean)"""
        )
        return found

    def paper_and_field(self) -> list[str]:
        """Return the colours of the page and of the field to write in."""
        elements = [self.page.locator("html"), self.text]
        colour = "element => getComputedStyle(element).backgroundColor"
        return [str(element.evaluate(colour)) for element in elements]
