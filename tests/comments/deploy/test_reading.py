"""A reader at a page that the shipped nginx serves, with the policy that it states."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.comments.deploy.server import Server
from tests.comments.reader import Reader
from tests.support.browsing import keep_local

pytestmark = pytest.mark.slow


@pytest.fixture
def guest(browser: Browser) -> Iterator[Reader]:
    """Return a reader whom it does not trouble that nobody vouches for the certificate."""
    context = browser.new_context(ignore_https_errors=True)
    refused = keep_local(context)
    yield Reader(page=context.new_page())
    context.close()
    assert refused == []


def test_a_comment_is_written_read_and_refused_once_the_server_closed_its_thread(
    server: Server, guest: Reader
) -> None:
    article, said = f"{server.url}/first/", "The kettle is the whole point."
    guest.open(article)
    guest.write(said)
    expect(guest.section).to_contain_text("It will appear when it has been read.")
    moderated = f"{server.url}{server.moderation_link('activate')}"
    guest.page.once("dialog", lambda dialog: dialog.accept())
    guest.page.goto(moderated)
    guest.page.wait_for_url("**/#isso-*", wait_until="commit")
    guest.open(article)
    expect(guest.comments.first).to_contain_text(said)

    listed = server.site / "open-threads.map"
    text = listed.read_text()
    listed.write_text(text.replace("open %2F%E1", "closed %2F%E1"))
    server.reload()
    guest.text.fill("One more.")
    guest.section.get_by_role("button", name="Send").click()
    expect(guest.status).to_contain_text("Your comment was not accepted.")

    listed.write_text("")
    server.reload()
    guest.page.goto(article)
    guest.section.get_by_role("button", name="Read and write comments").click()
    expect(guest.section).to_have_attribute("data-state", "refused")
    expect(guest.status).to_contain_text("may be closed")
    listed.write_text(text)
    server.reload()
    assert guest.violations == []
    assert all(url.startswith(server.url) for url in guest.requests)
