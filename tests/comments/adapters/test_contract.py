"""What every service does, in a real Chromium, as far as its documentation tells."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.comments.adapters.conftest import Visit, become, eventually, press
from tests.comments.adapters.stub import ID, SETTINGS, SITE

pytestmark = pytest.mark.slow

every_service = pytest.mark.parametrize("name", sorted(SETTINGS))


@every_service
def test_nothing_is_asked_of_the_service_before_the_click(opened: Visit, name: str) -> None:
    _, stub = opened(name)

    assert stub.before == []
    assert set(stub.sources) == {SITE}
    assert stub.asked != []


@every_service
def test_the_thread_is_that_of_the_id_wherever_the_page_is(opened: Visit, name: str) -> None:
    reader, _ = opened(name)

    assert reader.page.evaluate("given.id.replace(location.origin, '')") == ID


@every_service
def test_the_focus_moves_to_where_readers_write(visit: Visit, name: str) -> None:
    reader, _ = visit(name)

    press(reader)

    become(reader, "ready")
    assert eventually(
        reader, "document.querySelector('[data-module]').contains(document.activeElement)"
    )


@pytest.mark.parametrize("name", ["giscus", "hyvor"])
def test_the_focus_on_a_button_that_goes_is_not_lost(visit: Visit, name: str) -> None:
    reader, _ = visit(name, load="visible")

    # Whoever goes there by keyboard has it seen, too.
    reader.section.get_by_role("button").focus()

    become(reader, "ready")
    assert eventually(
        reader, "document.querySelector('[data-module]').contains(document.activeElement)"
    )


@every_service
def test_the_service_follows_the_page_into_the_dark(opened: Visit, name: str) -> None:
    reader, _ = opened(name)
    assert reader.page.evaluate("given.theme").endswith("light")
    # Disqus leaves alone what is being written.
    reader.page.evaluate("document.activeElement.blur()")

    reader.page.evaluate("document.documentElement.dataset.theme = 'dark'")

    assert eventually(reader, "given.theme.endsWith('dark')")


@every_service
def test_a_policy_that_allows_the_service_alone_is_not_violated(opened: Visit, name: str) -> None:
    reader, _ = opened(name)

    assert reader.violations == []


@every_service
def test_a_service_that_is_down_is_said_and_can_be_tried_again(visit: Visit, name: str) -> None:
    reader, stub = visit(name)
    stub.down = True
    press(reader)
    become(reader, "error")
    expect(reader.status).to_contain_text("does not answer")

    stub.down = False
    press(reader)

    become(reader, "ready")
    styles = reader.page.locator("link[rel=stylesheet]").evaluate_all("all => all.map(a => a.href)")
    assert len(styles) == len(set(styles))
    expect(reader.status).to_be_empty()


@pytest.mark.parametrize("name", ["artalk", "remark42"])
def test_a_thread_that_the_server_refuses_is_said(visit: Visit, name: str) -> None:
    reader, stub = visit(name)
    stub.refusing = True
    press(reader)

    become(reader, "refused")
    expect(reader.status).to_contain_text("refused")
    assert len(stub.asked) == 1
