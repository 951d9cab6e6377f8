"""A reader of an article whose comments a stubbed service keeps."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser, expect

from comments.model import Thread
from tests.comments.adapters.stub import SITE, Stub, thread
from tests.comments.reader import Reader

# Another address than the thread's id, and with what campaigns add.
ADDRESS = f"{SITE}/moved/?utm_source=x"

Visit = Callable[..., tuple[Reader, Stub]]


def press(reader: Reader) -> None:
    reader.section.get_by_role("button").click()


def become(reader: Reader, state: str) -> None:
    expect(reader.section).to_have_attribute("data-state", state)


def eventually(reader: Reader, expression: str) -> bool:
    """Return whether *expression* becomes true; Playwright's own wait needs a looser policy."""
    wait = f"for (let n = 0; n < 300 && !({expression}); n += 1)"
    frame = "await new Promise(requestAnimationFrame)"
    return bool(reader.page.evaluate(f"async () => {{ {wait} {frame}; return {expression}; }}"))


def _go(browser: Browser, stack: ExitStack, of: Thread, at: str) -> tuple[Reader, Stub]:
    context = browser.new_context(color_scheme="light", locale="de-DE")
    stack.callback(context.close)
    stub = Stub(thread=of)
    context.route("**/*", stub.answer)
    reader = Reader(page=context.new_page())
    reader.page.goto(at)
    return reader, stub


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    """Return a function that opens the article, and gives its reader and what answers her."""
    with ExitStack() as stack:

        def visit(
            name: str, *, language: str = "en", at: str = ADDRESS, load: str = "click"
        ) -> tuple[Reader, Stub]:
            return _go(browser, stack, thread(name, language=language, load=load), at)

        yield visit


@pytest.fixture(scope="module")
def opened(browser: Browser) -> Iterator[Visit]:
    """Return a function that opens the Russian article and its comments, once for all tests."""
    found: dict[str, tuple[Reader, Stub]] = {}
    with ExitStack() as stack:

        def opened(name: str) -> tuple[Reader, Stub]:
            if name not in found:
                found[name] = _go(browser, stack, thread(name, language="ru"), ADDRESS)
                reader, stub = found[name]
                reader.page.wait_for_load_state("networkidle")
                stub.before = list(stub.asked)
                stub.sources = reader.page.eval_on_selector_all(
                    "script[src], link[href], iframe, img[src], form[action]",
                    "all => all.map(one => new URL(one.src || one.href, location).origin)",
                )
                press(reader)
                become(reader, "ready")
            return found[name]

        yield opened
