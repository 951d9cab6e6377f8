"""Fixtures: the project, sites built from it, and a browser to read them with."""

from __future__ import annotations

import gc
import json
import signal
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, Page, expect

from citations import Library
from tests.quotations.support import library
from tests.support.browsing import chromium, keep_local
from tests.support.building import (
    CONTENT,
    PROJECT,
    SHORT_PAGES,
    Build,
    BuildSite,
    build_site,
    write_files,
)
from tests.support.serving import serving
from tests.support.waiting import LONGEST

# Whoever started the tests may have had them ignored (nohup, a job in the background), and what
# is ignored stays so in every program that tests start, and end by these signals.
for each in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
    if signal.getsignal(each) is signal.SIG_IGN:
        handler = signal.default_int_handler if each is signal.SIGINT else signal.SIG_DFL
        signal.signal(each, handler)
signal.pthread_sigmask(signal.SIG_SETMASK, [])
# A net as well: 5 s are little for a browser that shares its processor.
expect.set_options(timeout=LONGEST * 1000)
settings.register_profile(
    "anywhere", settings(), deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
# Between two edits, a few of them: `inv test --fast`.
settings.register_profile("fast", settings.get_profile("anywhere"), max_examples=10)
settings.load_profile("anywhere")

# What is imported and collected stays to the end: to visit it again and again takes a quarter of
# the fast tests' time.
gc.disable()

# A test module that has one of these starts programs.
BUILDING = {"Build", "BuildSite", "build", "build_site", "subprocess"}


@pytest.hookimpl(wrapper=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> Iterator[None]:
    """Mark the tests that open a browser or build a site, so that nobody has to remember it.

    Modules with a browser come last: Playwright keeps an event loop running in its worker, in
    which no other can run. They are marked before others choose by marks, and moved after
    others have put them in an order.
    """
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker("browser")
        module = item.getparent(pytest.Module)
        if module and not vars(module.obj).keys().isdisjoint(BUILDING):
            item.add_marker("builds")
    yield
    browsing = {item.path for item in items if item.get_closest_marker("browser")}
    items.sort(key=lambda item: item.path in browsing)


def pytest_collection_finish() -> None:
    """From here on, visit only what tests leave behind."""
    gc.freeze()
    gc.enable()


@pytest.fixture(scope="session")
def project() -> Path:
    """Return the project's folder."""
    return PROJECT


@pytest.fixture
def build(tmp_path: Path) -> BuildSite:
    """Return a function that builds a site in a folder of this test's own."""

    def build(
        content: Path | dict[str, str], *, conf: str = "pelicanconf.py", **settings: object
    ) -> Build:
        if isinstance(content, dict):
            content = write_files(tmp_path / "content", content)
        return build_site(content, tmp_path / "output", conf=conf, settings=settings)

    return build


def _once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], Build]) -> Build:
    """Build into a folder that all test workers share, in the first that asks."""
    base = factory.getbasetemp()
    shared = base.parent if base.name.startswith("popen-") else base
    done = shared / f"{name}.json"
    with FileLock(shared / f"{name}.lock"):
        if not done.exists():
            log = make(shared / name).require_success().log
            done.write_text(json.dumps(log), encoding="utf-8")
    log = json.loads(done.read_text(encoding="utf-8"))
    return Build(output=shared / name, problems=(), exit_code=0, log=log)


@pytest.fixture(scope="session")
def local_site(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """Return the tests' publication as `make site` builds one; read it, do not change it."""
    return _once(
        tmp_path_factory,
        "local-site",
        lambda output: build_site(CONTENT, output, settings=SHORT_PAGES),
    )


@pytest.fixture(scope="session")
def published_site(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """Return the tests' publication as it is published, at PUBLISHED_AT."""
    return _once(
        tmp_path_factory,
        "published-site",
        lambda output: build_site(CONTENT, output, conf="publishconf.py", settings=SHORT_PAGES),
    )


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[[Path], str]]:
    """Return a function that serves a folder, and gives its address."""
    with ExitStack() as stack:
        addresses: dict[Path, str] = {}

        def serve(folder: Path) -> str:
            if folder not in addresses:
                addresses[folder] = stack.enter_context(serving(folder))
            return addresses[folder]

        yield serve


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return a Chromium, one for all tests of a worker."""
    with chromium() as browser:
        yield browser


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Return an empty page that reaches nothing but this machine."""
    context = browser.new_context()
    context.set_default_timeout(LONGEST * 1000)
    refused = keep_local(context)
    yield context.new_page()
    context.close()
    assert not refused, f"asked for from elsewhere: {refused}"


@pytest.fixture(scope="session")
def record(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """Return two works, one of them with its snapshot, and an outlet."""
    return library(tmp_path_factory.mktemp("record"))
