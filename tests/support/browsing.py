"""Chromium, as tests start it."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Route, sync_playwright

from tests.support.building import PROJECT

# Nothing of the browser's own leaves this machine.
ARGUMENTS = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
LOCAL = {"127.0.0.1", "localhost"}


def browser_path() -> str:
    """Return the path of the Chromium that `make test` found or installed."""
    tool = PROJECT / "tests" / "tools" / "browser"
    done = subprocess.run([tool, "--find"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start a Chromium, and end it."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=browser_path(), args=ARGUMENTS, chromium_sandbox=False
        )
        yield browser
        browser.close()


def keep_local(context: BrowserContext) -> list[str]:
    """Let *context* reach only this machine; return the list of what else it asks for."""
    refused: list[str] = []

    def refuse(route: Route) -> None:
        if urlsplit(route.request.url).hostname in LOCAL:
            route.continue_()
            return
        refused.append(route.request.url)
        route.abort()

    context.route("**/*", refuse)
    return refused
