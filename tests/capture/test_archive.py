"""Copies in a web archive, which a server on this machine stands in for."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from capture.addresses import anywhere
from capture.archive import Archive, Wish, is_copy, raw_copy
from capture.model import CaptureError, Limits
from citations import Library
from tests.capture.support import Courier, cite, courier, page
from tests.support.waiting import LONGEST

URL = "https://courier.example/water?id=1&page=2"
COPY = "/web/20260314120000/https://courier.example/water"


def archive(outlet: Courier) -> Archive:
    return Archive(
        look_up_at=outlet.url,
        request_at=outlet.url,
        limits=Limits(seconds=LONGEST),
        may_reach=anywhere,
    )


def put_answer(outlet: Courier, answer: object) -> None:
    outlet.put("/wayback/available", json.dumps(answer), kind="application/json")


def put_copy(outlet: Courier, url: str, status: str = "200") -> None:
    closest = {"available": True, "url": url, "timestamp": "20260314120000", "status": status}
    put_answer(outlet, {"url": URL, "archived_snapshots": {"closest": closest}})


def test_the_copy_nearest_to_a_day_is_looked_up(outlet: Courier) -> None:
    put_copy(outlet, f"http://web.archive.org{COPY}")

    found = archive(outlet).copy(URL, Wish.LOOK_UP, day="2026-03-14")

    assert found == f"https://web.archive.org{COPY}"
    [(path, _)] = outlet.asked
    assert parse_qs(urlsplit(path).query) == {"url": [URL], "timestamp": ["20260314"]}


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param({"url": URL, "archived_snapshots": {}}, id="no-copy"),
        pytest.param([], id="no-object"),
        pytest.param({"archived_snapshots": []}, id="no-snapshots"),
        pytest.param("…", id="text"),
    ],
)
def test_where_there_is_no_copy_it_is_said(outlet: Courier, answer: object) -> None:
    put_answer(outlet, answer)

    with pytest.raises(CaptureError) as caught:
        archive(outlet).copy(URL, Wish.LOOK_UP)

    assert caught.value.code == "archive"


def test_a_copy_of_an_error_is_none(outlet: Courier) -> None:
    put_copy(outlet, f"http://web.archive.org{COPY}", status="404")

    with pytest.raises(CaptureError) as caught:
        archive(outlet).copy(URL, Wish.LOOK_UP)

    assert "--archive request" in str(caught.value)


@pytest.mark.parametrize("how", ["content-location", "link", "redirect"])
def test_a_copy_is_requested_and_its_address_is_what_the_archive_says(
    outlet: Courier, how: str
) -> None:
    place = f"{outlet.url}{COPY}"
    path = "/save/https://courier.example/water"
    outlet.put(COPY, page())
    if how == "redirect":
        outlet.lead(path, COPY)
    elif how == "link":
        outlet.put(
            path, page(), headers={"Link": f'<{URL}>; rel="original", <{place}>; rel="memento"'}
        )
    else:
        outlet.put(path, page(), headers={"Content-Location": COPY})

    assert archive(outlet).copy(URL, Wish.REQUEST) == place
    assert outlet.asked[0][0] == f"/save/{URL}"


def test_where_the_archive_tells_no_address_it_is_looked_up(outlet: Courier) -> None:
    outlet.put("/save/https://courier.example/water", page())
    put_copy(outlet, f"http://web.archive.org{COPY}")

    assert archive(outlet).copy(URL, Wish.REQUEST) == f"https://web.archive.org{COPY}"


def test_a_copy_is_written_down_with_the_work(outlet: Courier, content: Path) -> None:
    with courier() as machine:
        put_copy(machine, f"http://web.archive.org{COPY}")

        kept = cite(
            outlet.put("/water", page()), content, wish=Wish.LOOK_UP, archive=archive(machine)
        )

    assert Library.load(content).citations[kept.key].archive == f"https://web.archive.org{COPY}"


def test_a_work_is_kept_where_the_archive_fails(outlet: Courier, content: Path) -> None:
    kept = cite(outlet.put("/water", page()), content, wish=Wish.REQUEST, archive=archive(outlet))

    assert Library.load(content).citations[kept.key].archive == ""
    assert "archive" in [notice.code for notice in kept.notices]


def test_a_copy_of_a_work_that_is_kept_already_is_told_and_not_written(
    outlet: Courier, content: Path
) -> None:
    url = outlet.put("/water", page())
    kept = cite(url, content)
    before = (content / "citations" / f"{kept.key}.yaml").read_text(encoding="utf-8")
    put_copy(outlet, f"http://web.archive.org{COPY}")

    again = cite(url, content, wish=Wish.LOOK_UP, archive=archive(outlet))

    assert f"archive: https://web.archive.org{COPY}" in again.notices[0].message
    assert (content / "citations" / f"{kept.key}.yaml").read_text(encoding="utf-8") == before


def test_no_archive_is_asked_unless_it_is_wished_for(outlet: Courier, content: Path) -> None:
    cite(outlet.put("/water", page()), content, archive=archive(outlet))

    assert [path for path, _ in outlet.asked] == ["/water"]


def test_a_copy_is_had_without_the_bar_of_the_archive() -> None:
    assert is_copy(f"https://web.archive.org{COPY}")
    assert not is_copy("https://courier.example/web/water")
    assert raw_copy(f"https://web.archive.org{COPY}") == (
        "https://web.archive.org/web/20260314120000id_/https://courier.example/water"
    )


def test_what_is_no_web_page_is_no_copy(outlet: Courier) -> None:
    put_copy(outlet, "javascript:alert(1)")

    with pytest.raises(CaptureError, match="tells no address of a copy"):
        archive(outlet).copy(URL, Wish.LOOK_UP)
