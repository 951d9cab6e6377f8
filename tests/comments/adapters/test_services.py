"""What only one of the services does."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.comments.adapters.conftest import ADDRESS, Visit, become, eventually, press
from tests.comments.adapters.stub import ID, SITE, translator

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("name", ["artalk", "disqus", "hyvor"])
def test_a_comment_that_was_sent_is_said(opened: Visit, name: str) -> None:
    reader, _ = opened(name)

    reader.page.evaluate("post()")

    expect(reader.status).to_have_text(translator("ru")("Your comment has been sent."))


@pytest.mark.parametrize("name", ["artalk", "hyvor"])
def test_the_service_speaks_in_the_words_of_the_site(opened: Visit, name: str) -> None:
    reader, _ = opened(name)

    said = reader.section.locator("textarea").get_attribute("placeholder")
    assert said == translator("ru")("Your comment") != "Your comment"


@pytest.mark.parametrize("name", ["comentario", "disqus", "giscus", "hyvor", "remark42"])
def test_the_service_is_told_the_language_of_the_page(opened: Visit, name: str) -> None:
    reader, _ = opened(name)

    assert reader.page.evaluate("given.language") == "ru"


def test_giscus_searches_for_exactly_one_discussion(opened: Visit) -> None:
    reader, _ = opened("giscus")

    given = reader.page.evaluate("given")
    assert given["strict"] == "1"
    assert given["repo"] == "kura/comments"
    assert given["repoId"] == "R_kgDOExample"
    assert given["category"] == "Comments"
    assert given["categoryId"] == "DIC_kwDOExample"


def test_disqus_does_not_begin_again_while_something_is_being_written(opened: Visit) -> None:
    reader, _ = opened("disqus")
    reader.section.locator("iframe").focus()

    reader.page.evaluate("document.documentElement.dataset.theme = 'dark'")
    reader.page.evaluate("new Promise(requestAnimationFrame)")
    assert reader.page.evaluate("given.resets") == 0
    reader.page.evaluate("document.activeElement.blur()")
    reader.page.evaluate("document.documentElement.dataset.theme = 'light'")

    assert eventually(reader, "given.resets === 1")


def test_disqus_is_told_the_page_s_address_without_what_campaigns_add(opened: Visit) -> None:
    reader, _ = opened("disqus")

    assert reader.page.evaluate("given.url") == ADDRESS.partition("?")[0]


def test_hyvor_gets_its_site_and_watches_nobody(opened: Visit) -> None:
    reader, _ = opened("hyvor")

    assert reader.page.evaluate("given.website") == "1234"
    assert reader.page.evaluate("JSON.parse(given.settings).realtime.on") is False


def test_artalk_fetches_no_faces(opened: Visit) -> None:
    _, stub = opened("artalk")

    assert {url.split("/")[2] for url in stub.asked} == {"talk.kura.example"}


@pytest.mark.parametrize(("language", "date"), [("fa", "مارس"), ("ka", "2026-03-14")])
def test_artalk_s_dates_are_never_in_the_browser_s_language(
    visit: Visit, language: str, date: str
) -> None:
    reader, _ = visit("artalk", language=language)
    press(reader)
    become(reader, "ready")

    assert date in reader.page.evaluate("given.date")


def test_a_message_of_comentario_s_in_the_place_of_comments_is_an_error(visit: Visit) -> None:
    reader, stub = visit("comentario")
    stub.failing = True
    press(reader)
    become(reader, "error")

    stub.failing = False
    press(reader)

    become(reader, "ready")


def test_a_link_to_a_comment_of_remark42_s_opens_the_thread(visit: Visit) -> None:
    reader, _ = visit("remark42", at=f"{SITE}/moved/#remark42__comment-1")

    become(reader, "ready")
    assert reader.page.evaluate("given.id") == f"{SITE}{ID}"
