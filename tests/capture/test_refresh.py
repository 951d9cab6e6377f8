"""Which of the cited pages are gone or changed since they were read."""

from __future__ import annotations

import json
import threading
import time
from collections import Counter
from functools import partial
from pathlib import Path

import pytest

from capture.addresses import anywhere
from capture.archive import Archive, Wish
from capture.fetch import fetch
from capture.model import Limits
from capture.refresh import Refreshing
from citations import Library
from problems import Problem, Severity
from tests.capture.support import PARAGRAPHS, TODAY, Courier, Handler, cite, courier, page
from tests.support.building import write_files
from tests.support.waiting import LONGEST

# It starts servers, and waits for some of them.
pytestmark = pytest.mark.slow

PATIENT = Limits(seconds=LONGEST)


def refresh(
    content: Path,
    *,
    pause: float = 0,
    wish: Wish | None = None,
    archive: str = "",
    **options: object,
) -> tuple[list[Problem], Counter[str]]:
    refreshing = Refreshing(
        fetch=partial(fetch, limits=PATIENT, may_reach=anywhere),
        today=TODAY,
        archive=Archive(look_up_at=archive, limits=PATIENT, may_reach=anywhere),
        wish=wish,
        pause=pause,
        **options,  # type: ignore[arg-type]
    )
    return refreshing.run(Library.load(content).citations.values())


def test_a_page_that_stayed_is_no_problem(outlet: Courier, content: Path) -> None:
    cite(outlet.put("/water", page()), content)

    assert refresh(content) == ([], Counter({"unchanged": 1}))


def test_a_page_that_changed_is_told_with_how_much(outlet: Courier, content: Path) -> None:
    kept = cite(outlet.put("/water", page()), content)
    outlet.put("/water", page(*PARAGRAPHS[:2]))

    [problem], counted = refresh(content)

    assert counted == Counter({"changed": 1})
    assert problem.code == "page-changed"
    assert problem.severity is Severity.WARNING
    assert f"{len(PARAGRAPHS[2].split())} words differ" in problem.message
    assert problem.location is not None
    assert problem.location.path == content / "citations" / f"{kept.key}.yaml"
    lines = problem.location.path.read_text(encoding="utf-8").splitlines()
    assert lines[(problem.location.line or 0) - 1].startswith("URL: ")


def test_what_was_kept_of_the_change_is_what_counts(outlet: Courier, content: Path) -> None:
    url = outlet.put("/water", page())
    cite(url, content)
    outlet.put("/water", page(*PARAGRAPHS[:2]))
    cite(url, content)

    assert refresh(content) == ([], Counter({"unchanged": 1}))


def test_a_page_that_is_gone_is_told(outlet: Courier, content: Path) -> None:
    for path in ("/a", "/b", "/c"):
        cite(outlet.put(path, page(title=f"Water {path}")), content)
    outlet.put("/a", b"gone", status=410)
    outlet.put("/b", page("Try the search.", title="Page not found"))
    outlet.lead("/c", "/")
    outlet.put("/", page())

    problems, counted = refresh(content)

    assert counted == Counter({"gone": 3})
    assert [problem.code for problem in problems] == ["page-gone"] * 3
    assert "its text stays here" in problems[0].message


def test_a_copy_of_what_is_gone_is_looked_up(outlet: Courier, content: Path) -> None:
    url = outlet.put("/water", page())
    cite(url, content)
    outlet.put("/water", b"gone", status=404)
    with courier() as machine:
        copy = f"https://web.archive.org/web/20260314/{url}"
        answer = {"archived_snapshots": {"closest": {"url": copy, "status": "200"}}}
        machine.put("/wayback/available", json.dumps(answer), kind="application/json")

        [problem], _ = refresh(content, wish=Wish.LOOK_UP, archive=machine.url)

    assert f"write “archive: {copy}” here" in problem.message


def test_a_page_that_cannot_be_reached_is_not_called_gone(outlet: Courier, content: Path) -> None:
    cite(outlet.put("/water", page()), content)
    outlet.put("/water", b"busy", status=503)

    [problem], counted = refresh(content)

    assert counted == Counter({"not reached": 1})
    assert problem.code == "page-unreachable"


def test_a_page_that_moved_is_told(outlet: Courier, content: Path) -> None:
    cite(outlet.put("/water", page()), content)
    outlet.lead("/water", "/2026/water")
    outlet.put("/2026/water", page())

    [problem], counted = refresh(content)

    assert counted == Counter({"unchanged": 1})
    assert problem.code == "page-moved"


def test_a_work_that_has_no_text_is_only_looked_for(outlet: Courier, content: Path) -> None:
    url = outlet.put("/water", page())
    write_files(
        content,
        {
            "citations/a.yaml": f"type: webpage\nURL: {url}\n",
            "citations/b.yaml": "type: book\ntitle: Nowhere\n",
            "citations/c.yaml": f"type: webpage\nURL: {outlet.url}/nothing\n",
        },
    )

    problems, counted = refresh(content)

    assert counted == Counter({"unchanged": 1, "gone": 1})
    assert [problem.code for problem in problems] == ["page-gone"]


def test_a_host_is_asked_for_one_page_at_a_time_and_others_meanwhile(content: Path) -> None:
    told: list[tuple[int, int]] = []
    # Each host answers only when the other one was asked, too.
    both = threading.Barrier(2, timeout=LONGEST)

    def together(handler: Handler) -> None:
        both.wait()
        handler.wfile.write(page(title=f"Page 0 of {handler.courier.url}").encode())

    with courier() as first, courier("127.0.0.2") as second:
        for outlet in (first, second):
            for number in range(3):
                title = f"Page {number} of {outlet.url}"
                cite(outlet.put(f"/{number}", page(title=title)), content)
            outlet.put("/0", together)
        began = time.monotonic()

        _, counted = refresh(content, pause=0.2, told=lambda *now: told.append(now))

    assert counted == Counter({"unchanged": 6})
    assert time.monotonic() - began >= 2 * 0.2
    assert sorted(told) == [(number, 6) for number in range(1, 7)]
