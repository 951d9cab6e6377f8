"""Comments on a page, with a real Chromium and real comment servers: one file for all of them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Browser, expect

from comments.model import Load
from tests.comments.commented import CommentedSite, moderated
from tests.comments.keepers import ask
from tests.comments.reader import Reader
from tests.comments.support import serving_refusals
from tests.support.visiting import SETTLED

pytestmark = pytest.mark.slow


def asked(reader: Reader, site: CommentedSite) -> list[str]:
    return [url for url in reader.requests if url.startswith(site.keeper.url)]


def test_nothing_is_asked_of_the_server_before_the_click(
    reader: Reader, site: CommentedSite, article_page_url: str
) -> None:
    reader.page.goto(article_page_url, wait_until="networkidle")
    reader.section.scroll_into_view_if_needed()
    reader.page.evaluate(SETTLED)

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

    expect(reader.comments).to_contain_text("Nino Example")
    expect(reader.comments.locator("strong")).to_have_text("mine")
    expect(reader.section.get_by_role("heading", name="1 comment")).to_be_visible()


def test_a_policy_that_allows_the_server_alone_is_not_violated(
    reader: Reader, article_page_url: str
) -> None:
    reader.open(article_page_url)
    reader.write("A comment, a picture ![](https://elsewhere.example/a.png), and a reply.")
    reader.act("Reply")
    reader.text.fill("*Reply* <b style='color: red'>b</b> ![](https://elsewhere.example/b.png)")
    reader.section.get_by_role("button", name="Preview").first.click()
    expect(reader.thread.locator("em", has_text="Reply")).to_be_visible()

    assert reader.violations == []


def test_a_reply_stands_inside_what_it_answers(reader: Reader, article_page_url: str) -> None:
    reader.open(article_page_url)
    reader.write("First.")
    reader.act("Reply")

    form = reader.comments.locator(reader.widget.field)
    expect(form).to_be_focused()
    identifiers = reader.section.locator("[id]").evaluate_all("all => all.map(one => one.id)")
    assert len(identifiers) == len(set(identifiers))
    expect(reader.section.get_by_label("Name").last).to_have_attribute("autocomplete", "name")
    form.fill("Second.")
    reader.comments.get_by_role("button", name="Send").click()
    expect(reader.status).to_have_text("Your comment has been sent.")
    expect(reader.comments).to_have_count(2)

    reader.open(article_page_url)
    expect(reader.comments.first.locator(reader.widget.comment)).to_contain_text("Second.")


def test_a_server_that_is_down_is_said_and_can_be_tried_again(
    reader: Reader, site: CommentedSite, article_page_url: str, server_down: None
) -> None:
    reader.page.goto(article_page_url)
    reader.section.get_by_role("button", name="Read and write comments").click()
    expect(reader.status).to_contain_text("does not answer")
    expect(reader.section).to_have_attribute("data-state", "error")
    expect(reader.section.get_by_role("button", name="Try again")).to_be_focused()

    site.keeper.start()
    reader.section.get_by_role("button", name="Try again").click()

    expect(reader.section).to_have_attribute("data-state", "ready")
    expect(reader.text).to_be_focused()
    expect(reader.status).to_be_empty()


def test_a_refusal_is_said(reader: Reader, site: CommentedSite) -> None:
    port = site.keeper.port
    site.keeper.stop()
    with serving_refusals(port):
        reader.page.goto(site.write_page())
        reader.section.get_by_role("button", name="Read and write comments").click()

        expect(reader.status).to_contain_text("refused")
    site.keeper.start()

    expect(reader.section).to_have_attribute("data-state", "refused")


def test_a_comment_that_is_refused_stays_in_the_form(reader: Reader, article_page_url: str) -> None:
    reader.open(article_page_url)
    reader.write("Once.")
    reader.text.evaluate("field => field.removeAttribute('maxlength')")
    reader.text.fill(reader.widget.refused)
    reader.section.get_by_role("button", name="Send").click()

    expect(reader.status).to_contain_text("was not accepted")
    expect(reader.text).to_have_value(reader.widget.refused)


def test_a_comment_that_cannot_be_sent_stays_in_the_form(
    reader: Reader, site: CommentedSite, article_page_url: str
) -> None:
    reader.open(article_page_url)
    site.keeper.stop()
    reader.text.fill("Is anybody there?")
    reader.section.get_by_role("button", name="Send").click()

    expect(reader.status).to_contain_text("was not accepted")
    site.keeper.start()
    reader.section.get_by_role("button", name="Send").click()

    expect(reader.status).to_have_text("Your comment has been sent.")


def test_a_link_to_a_comment_opens_the_comments_by_itself(
    reader: Reader, article_page_url: str
) -> None:
    reader.open(article_page_url)
    reader.write("Look at this one.")
    link = reader.comments.locator(reader.widget.permalink).get_attribute("href")
    reader.page.goto("about:blank")

    reader.page.goto(f"{article_page_url}{link}")

    expect(reader.comments).to_be_focused()
    expect(reader.comments).to_be_in_viewport()


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


def test_a_comment_that_is_held_shows_when_it_is_approved(
    reader: Reader, site: CommentedSite
) -> None:
    with moderated(site) as (url, approve):
        reader.open(url)
        reader.write("May I?")
        expect(reader.comments).to_contain_text("It will appear when it has been read.")
        reader.open(url)
        expect(reader.comments).to_have_count(0)

        approve()

        reader.open(url)
        expect(reader.comments).to_contain_text("May I?")


def test_a_closed_thread_is_read_and_not_written(reader: Reader, site: CommentedSite) -> None:
    open_page = site.write_page(thread="/closed/")
    reader.open(open_page)
    reader.write("The last word.")
    reader.page.goto(site.write_page(thread="/closed/", is_open=False))

    reader.section.get_by_role("button", name="Read the comments").click()

    expect(reader.comments).to_contain_text("The last word.")
    expect(reader.text).to_be_hidden()
    expect(reader.thread.get_by_role(reader.widget.act, name="Reply")).to_have_count(0)
    expect(reader.thread).to_be_focused()


def test_going_back_leads_to_comments_that_open_again(
    reader: Reader, site: CommentedSite, article_page_url: str
) -> None:
    reader.open(article_page_url)
    reader.write("Here I was.")
    reader.page.goto(site.write_page())
    reader.page.go_back()

    reader.section.get_by_role("button", name="Read and write comments").click()

    expect(reader.comments).to_contain_text("Here I was.")


def test_the_archive_reads_what_readers_wrote(reader: Reader, site: CommentedSite) -> None:
    began = datetime.now(UTC) - timedelta(seconds=1)  # services keep whole seconds
    provider = site.keeper.provider()
    reader.open(site.write_page(thread="/ქილა,1/"))
    reader.section.get_by_label("Name").fill("Nino Example")
    reader.write("One.")
    reader.act("Reply")
    reader.comments.locator(reader.widget.field).fill("Two.")
    reader.comments.get_by_role("button", name="Send").click()
    expect(reader.comments).to_have_count(2)

    assert provider.counts(ask, ["/ქილა,1/"]) == {"/ქილა,1/": 2}
    assert provider.counts(ask, ["/none/", "/ქილა,1/"])["/ქილა,1/"] == 2
    (one,) = provider.comments(ask, "/ქილა,1/")
    (two,) = one.replies
    assert (one.author, one.text.strip(), two.text.strip()) == (
        "Nino Example",
        "<p>One.</p>",
        "<p>Two.</p>",
    )
    assert began <= one.written <= datetime.now(UTC)
