"""What a first visit costs a reader, and whom it tells: next to nothing, and nobody."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.support.building import Build, write_files
from tests.support.kinds import NAMES, pages_of_each_kind
from tests.support.serving import InPieces, serving
from tests.support.visiting import visit

REQUESTS = 4
KILOBYTES = 25  # of 1000 bytes, compressed, before pictures
PLANTED = """<!DOCTYPE html><html lang="en"><title>x</title><style>p { color: red }</style>
<p>Water.</p><p id="late" hidden>Late.</p><p>More.</p><script src="/late.js"></script>
<script>alert(1)</script><img src="http://localhost:9/track.gif">
"""
# What moves before anything was painted does not count.
LATE = """new PerformanceObserver(() => requestAnimationFrame(() => late.hidden = false))
  .observe({type: "paint", buffered: true});"""


@pytest.mark.parametrize("kind", NAMES)
def test_a_first_visit_is_light_and_steady_and_stays_on_the_site(
    kind: str, browser: Browser, local_site: Build, serve: Callable[[Path], str]
) -> None:
    for address in pages_of_each_kind(local_site)[kind]:
        seen = visit(browser, f"{serve(local_site.output)}/{address}")

        assert seen.elsewhere == []
        assert seen.violations == ()
        assert seen.errors == ()
        assert seen.shift == 0, address
        if kind in {"article", "republished", "front"}:
            assert len(seen.before_pictures) <= REQUESTS, seen.fetched
            assert seen.size <= KILOBYTES * 1000, seen.fetched


@pytest.mark.parametrize("width", [320, 820])
def test_nothing_moves_on_other_screens(
    width: int, browser: Browser, local_site: Build, serve: Callable[[Path], str]
) -> None:
    home, kinds = serve(local_site.output), pages_of_each_kind(local_site)
    addresses = [*kinds["front"], *kinds["article"]]

    shifts = {each: visit(browser, f"{home}/{each}", width=width).shift for each in addresses}

    assert set(shifts.values()) == {0}, shifts


@pytest.mark.parametrize("width", [820, 1280])
def test_nothing_moves_while_a_page_comes(width: int, browser: Browser, local_site: Build) -> None:
    # Short enough to show its masthead and its colophon at once.
    addresses = pages_of_each_kind(local_site)["archive"]
    with serving(local_site.output, InPieces) as home:
        shifts = {each: visit(browser, f"{home}/{each}", width=width).shift for each in addresses}

    assert set(shifts.values()) == {0}, shifts


def test_what_is_wrong_with_a_visit_would_be_seen(
    browser: Browser, serve: Callable[[Path], str], tmp_path: Path
) -> None:
    write_files(tmp_path, {"index.html": PLANTED, "late.js": LATE})

    seen = visit(browser, serve(tmp_path))

    assert {each.split(":")[0] for each in seen.violations} == {
        "style-src-elem",
        "script-src-elem",
        "img-src",
    }
    assert seen.shift > 0
