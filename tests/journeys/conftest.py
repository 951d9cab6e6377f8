"""Each kind of reader, at the front door of the tests’ publication."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.journeys.readers import KeyboardReader, Reader, TouchReader
from tests.support.browsing import keep_local
from tests.support.building import Build

READERS: dict[str, tuple[type[Reader], dict[str, Any]]] = {
    "keyboard": (KeyboardReader, {}),
    "keyboard without scripts": (KeyboardReader, {"java_script_enabled": False}),
    "finger on 320 pixels": (
        TouchReader,
        {"viewport": {"width": 320, "height": 640}, "has_touch": True, "is_mobile": True},
    ),
}


@pytest.fixture
def home(local_site: Build, serve: Callable[[Path], str]) -> str:
    return serve(local_site.output)


@pytest.fixture(params=READERS)
def reader(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Reader]:
    """Return each kind of reader, who has nothing open yet."""
    kind, options = READERS[request.param]
    context = browser.new_context(reduced_motion="reduce", **options)
    refused = keep_local(context)
    yield kind(page=context.new_page())
    context.close()
    assert not refused, f"asked for from elsewhere: {refused}"
