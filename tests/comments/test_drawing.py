"""What real comment services draw: its words, its colours, its width, and who can use it."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import Literal

import pytest
from playwright.sync_api import Browser, expect

from comments.model import Load
from languages import Translator
from tests.comments.commented import CommentedSite
from tests.comments.reader import Reader
from tests.support.tools import npm_file
from tests.support.visiting import SCROLL, WATCH, open_without

pytestmark = pytest.mark.slow


AXE = """async within => {
  const {violations, passes} = await axe.run(within);
  if (!passes.length) return ["nothing was checked"];
  return violations.map(({id, nodes}) => [id, ...nodes.map(one => one.html)]);
}"""


class Foreign(Translator):
    """A language in which every text begins with a mark."""

    def __call__(self, message: str, **values: object) -> str:
        return "\n".join(f"¤{line}" for line in super().__call__(message, **values).split("\n"))


class Hostile(Translator):
    """A catalogue that an attacker could write to."""

    def __call__(self, message: str, **values: object) -> str:
        return f"{super().__call__(message, **values)}' autofocus='' title='<b>x</b>"


@pytest.mark.parametrize("language", ["en", "az", "hy", "ka", "ru", "tr", "fa"])
def test_no_text_is_in_a_language_that_is_not_the_page_s(
    browser: Browser, site: CommentedSite, language: str
) -> None:
    context = browser.new_context(locale="de-DE")
    reader = Reader(page=context.new_page(), widget=site.keeper.widget)
    reader.page.goto(site.write_page(language=language, t=Foreign(language), load=Load.NOW))
    expect(reader.section).to_have_attribute("data-state", "ready")
    shown = reader.shown()
    reader.text.fill("¤ words")
    reader.thread.locator("[type=submit]").click()
    reader.comments.locator(site.keeper.widget.again).click()

    shown += reader.shown()
    context.close()
    assert len(shown) > 10
    assert [text for text in shown if not text.startswith("¤")] == []


def test_the_date_of_an_old_comment_is_not_in_the_browser_s_language(
    browser: Browser, site: CommentedSite
) -> None:
    context = browser.new_context(locale="de-DE")
    reader = Reader(page=context.new_page(), widget=site.keeper.widget)
    url = site.write_page(language="ka", t=Foreign("ka"), load=Load.NOW)
    reader.page.goto(url)
    reader.text.fill("¤ words")
    reader.thread.locator("[type=submit]").click()
    expect(reader.comments).to_have_count(1)
    reader.page.clock.set_fixed_time(datetime.now(UTC) + timedelta(days=800))
    reader.page.goto(url)
    expect(reader.comments).to_have_count(1)

    said = reader.comments.locator(site.keeper.widget.permalink).inner_text()
    context.close()
    assert re.fullmatch(r"¤.*|\d{4}-\d\d-\d\d", said)


def test_nothing_moves_when_the_button_is_shown(browser: Browser, site: CommentedSite) -> None:
    context = browser.new_context(viewport={"width": 800, "height": 6000})
    page = context.new_page()
    page.add_init_script(WATCH)

    open_without(page, "**/main*.js", site.write_page())
    expect(page.locator("section.comments button")).to_be_visible()
    page.evaluate(SCROLL)

    shift = page.evaluate("seen.shift")
    context.close()
    assert shift == 0


def test_a_catalogue_cannot_inject_markup(reader: Reader, site: CommentedSite) -> None:
    reader.page.goto(site.write_page(t=Hostile("en"), load=Load.NOW))
    expect(reader.section).to_have_attribute("data-state", "ready")

    assert reader.thread.locator("b, [autofocus], [title='<b>x</b>']").count() == 0


@pytest.mark.parametrize(("language", "scheme"), [("en", "light"), ("fa", "dark")])
def test_a_narrow_page_does_not_scroll_sideways(
    browser: Browser, site: CommentedSite, language: str, scheme: Literal["light", "dark"]
) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 640}, color_scheme=scheme)
    reader = Reader(page=context.new_page(), widget=site.keeper.widget)
    # In English words, so that they are found: the direction is what matters.
    reader.open(site.write_page(language=language))
    reader.section.get_by_label("Name").fill("Nino-with-a-very-long-name" * 3)
    reader.write("`" + "unbreakable" * 20 + "`\n\n    " + "code " * 40)
    reader.act("Reply")

    assert reader.page.evaluate("document.documentElement.scrollWidth") <= 320
    assert reader.paper_and_field()[0] == reader.paper_and_field()[1]
    context.close()


def test_the_colours_follow_while_the_comments_are_open(
    reader: Reader, article_page_url: str
) -> None:
    reader.page.emulate_media(color_scheme="light")
    reader.open(article_page_url)
    light = reader.paper_and_field()

    reader.page.evaluate("document.documentElement.dataset.theme = 'dark'")

    dark = reader.paper_and_field()
    assert light[0] == light[1] != dark[1] == dark[0]


def test_axe_finds_nothing_in_what_the_service_draws(reader: Reader, site: CommentedSite) -> None:
    reader.open(site.write_page())
    reader.write("First.")
    reader.act("Reply")

    reader.page.evaluate(npm_file("axe-core/axe.min.js").read_text(encoding="utf-8"))
    assert reader.page.evaluate(AXE, "section.comments") == []
