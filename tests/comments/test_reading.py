"""Comments on a page, with a real Chromium and a real comment server."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, expect

from comments.model import Load
from languages import Translator
from tests.comments.reader import Reader
from tests.comments.support import CommentedSite, serving_refusals

pytestmark = pytest.mark.slow


class Foreign(Translator):
    """A language in which every text begins with a mark."""

    def __call__(self, message: str, **values: object) -> str:
        return "\n".join(f"¤{line}" for line in super().__call__(message, **values).split("\n"))


class Hostile(Translator):
    """A catalogue that an attacker could write to."""

    def __call__(self, message: str, **values: object) -> str:
        return f"{super().__call__(message, **values)}' autofocus='' title='<b>x</b>"


def asked(reader: Reader, site: CommentedSite) -> list[str]:
    return [url for url in reader.requests if url.startswith(site.server.url)]


def test_nothing_is_asked_of_the_server_before_the_click(
    reader: Reader, site: CommentedSite, article_page_url: str
) -> None:
    reader.page.goto(article_page_url, wait_until="networkidle")
    reader.section.scroll_into_view_if_needed()
    reader.page.wait_for_timeout(300)

    assert asked(reader, site) == []


def test_a_click_opens_the_form_and_moves_the_focus_to_it(
    reader: Reader, article_page_url: str
) -> None:
    reader.open(article_page_url)

    expect(reader.text).to_be_focused()
    expect(reader.section.get_by_role("button", name="Read and write comments")).to_be_hidden()
    expect(reader.section).to_contain_text("No comments yet")


def test_a_comment_is_there_after_reloading(reader: Reader, article_page_url: str) -> None:
    reader.open(article_page_url)
    reader.section.get_by_label("Name").fill("Nino Example")
    reader.write("The jar was **mine**.")

    reader.open(article_page_url)

    comment = reader.section.locator(".isso-comment[id]")
    expect(comment).to_contain_text("Nino Example")
    expect(comment.locator("strong")).to_have_text("mine")
    expect(reader.section.locator("[aria-level='3']")).to_have_text("1 comment")


def test_a_policy_that_allows_the_server_alone_is_not_violated(
    reader: Reader, article_page_url: str
) -> None:
    reader.open(article_page_url)
    reader.write("A comment, and a reply.")
    reader.section.get_by_role("link", name="Edit").click()

    assert reader.violations == []


def test_a_reply_has_a_form_with_fields_of_its_own(reader: Reader, article_page_url: str) -> None:
    reader.open(article_page_url)
    reader.write("First.")
    reader.section.get_by_role("link", name="Reply").click()

    identifiers = reader.section.locator("[id]").evaluate_all("all => all.map(one => one.id)")
    assert len(identifiers) == len(set(identifiers))
    expect(reader.section.get_by_label("Name")).to_have_count(2)
    expect(reader.section.get_by_label("Name").last).to_have_attribute("autocomplete", "name")


def test_a_server_that_is_down_is_said_and_can_be_tried_again(
    reader: Reader, site: CommentedSite, article_page_url: str, server_down: None
) -> None:
    reader.page.goto(article_page_url)
    reader.section.get_by_role("button", name="Read and write comments").click()
    expect(reader.status).to_contain_text("does not answer")
    expect(reader.section).to_have_attribute("data-state", "error")
    expect(reader.section.get_by_role("button", name="Try again")).to_be_focused()

    site.server.start()
    reader.section.get_by_role("button", name="Try again").click()

    expect(reader.section).to_have_attribute("data-state", "ready")
    expect(reader.text).to_be_focused()
    expect(reader.status).to_be_empty()


def test_a_refusal_is_said(reader: Reader, site: CommentedSite) -> None:
    port = site.server.port
    site.server.stop()
    with serving_refusals(port):
        reader.page.goto(site.write_page())
        reader.section.get_by_role("button", name="Read and write comments").click()

        expect(reader.status).to_contain_text("refused")
    site.server.start()

    expect(reader.section).to_have_attribute("data-state", "refused")


def test_a_comment_that_is_refused_stays_in_the_form(reader: Reader, article_page_url: str) -> None:
    reader.open(article_page_url)
    too_long = "x" * 70_000
    reader.text.evaluate("field => field.removeAttribute('maxlength')")
    reader.text.fill(too_long)
    reader.section.get_by_role("button", name="Send").click()

    expect(reader.status).to_contain_text("was not accepted")
    expect(reader.text).to_have_value(too_long)


def test_a_comment_that_cannot_be_sent_stays_in_the_form(
    reader: Reader, site: CommentedSite, article_page_url: str
) -> None:
    reader.open(article_page_url)
    site.server.stop()
    reader.text.fill("Is anybody there?")
    reader.section.get_by_role("button", name="Send").click()

    expect(reader.status).to_contain_text("was not accepted")
    site.server.start()
    reader.section.get_by_role("button", name="Send").click()

    expect(reader.status).to_have_text("Your comment has been sent.")


def test_a_link_to_a_comment_opens_the_comments_by_itself(
    reader: Reader, article_page_url: str
) -> None:
    reader.open(article_page_url)
    reader.write("Look at this one.")
    link = reader.section.locator(".isso-permalink").get_attribute("href")
    reader.page.goto("about:blank")

    reader.page.goto(f"{article_page_url}{link}")

    expect(reader.section.locator(".isso-comment[id]")).to_be_focused()
    expect(reader.section.locator(".isso-comment[id]")).to_be_in_viewport()


def test_comments_can_wait_until_they_come_into_view(reader: Reader, site: CommentedSite) -> None:
    reader.page.goto(site.write_page(load=Load.VISIBLE), wait_until="networkidle")
    assert asked(reader, site) == []

    reader.section.scroll_into_view_if_needed()

    expect(reader.section).to_have_attribute("data-state", "ready")
    expect(reader.text).not_to_be_focused()


def test_comments_can_open_at_once(reader: Reader, site: CommentedSite) -> None:
    reader.page.goto(site.write_page(load=Load.NOW))

    expect(reader.section).to_have_attribute("data-state", "ready")


def test_a_published_page_that_is_opened_elsewhere_opens_no_thread(
    reader: Reader, site: CommentedSite
) -> None:
    reader.page.goto(site.write_page(published_at="https://kura.example", load=Load.NOW))

    expect(reader.section).to_have_attribute("data-state", "closed")
    expect(reader.section.get_by_role("button")).to_have_count(0)
    assert asked(reader, site) == []


def test_a_published_page_opens_its_thread_where_it_is_published(
    reader: Reader, site: CommentedSite
) -> None:
    reader.open(site.write_page(published_at=site.url))


def test_without_scripts_the_page_says_so_and_shows_no_dead_control(
    browser: Browser, article_page_url: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(article_page_url)

    section = page.locator("section.comments")
    assert section.get_by_role("button").count() == 0
    assert "JavaScript" in section.inner_text()
    context.close()


@pytest.mark.parametrize("language", ["en", "az", "hy", "ka", "ru", "fa"])
def test_no_text_is_in_a_language_that_is_not_the_page_s(
    browser: Browser, site: CommentedSite, language: str
) -> None:
    context = browser.new_context(locale="de-DE")
    page = context.new_page()
    page.goto(site.write_page(language=language, t=Foreign(language), load=Load.NOW))
    thread = page.locator(".isso-thread")
    thread.locator("textarea").fill("¤ words")
    thread.locator("[type=submit]").click()
    thread.locator(".isso-comment[id] .isso-edit").click()

    shown = thread.evaluate(
        """thread => [
          ...thread.innerText.split("\\n"),
          ...[...thread.querySelectorAll("[placeholder]")].map((field) => field.placeholder),
          ...[...thread.querySelectorAll("[type=submit], [type=button]")].map((one) => one.value),
        ].map((text) => text.trim()).filter(Boolean)"""
    )
    context.close()
    assert len(shown) > 10
    assert [text for text in shown if not text.startswith("¤")] == []


def test_a_catalogue_cannot_inject_markup(reader: Reader, site: CommentedSite) -> None:
    reader.page.goto(site.write_page(t=Hostile("en"), load=Load.NOW))
    expect(reader.section).to_have_attribute("data-state", "ready")

    assert reader.section.locator(".isso-thread").locator("b, [autofocus], [title]").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_narrow_page_does_not_scroll_sideways(
    browser: Browser, site: CommentedSite, scheme: str
) -> None:
    context = browser.new_context(
        viewport={"width": 320, "height": 640},
        color_scheme="dark" if scheme == "dark" else "light",
    )
    reader = Reader(page=context.new_page())
    reader.open(site.write_page())
    reader.section.get_by_label("Name").fill("Nino-with-a-very-long-name" * 3)
    reader.write("`" + "unbreakable" * 20 + "`\n\n    " + "code " * 40)
    reader.section.get_by_role("link", name="Reply").click()

    assert reader.page.evaluate("document.documentElement.scrollWidth") <= 320
    paper, field = reader.page.evaluate(
        """[document.documentElement, document.querySelector(".isso-textarea")]
           .map((element) => getComputedStyle(element).backgroundColor)"""
    )
    assert re.sub(r"\s", "", paper) == re.sub(r"\s", "", field)
    context.close()
