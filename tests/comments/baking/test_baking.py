"""What a build reads of a comment server, and what it keeps for the next one."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest

from comments.adapters.isso import Isso
from comments.baking import bake as baking
from comments.baking import reading
from comments.baking.bake import bake
from comments.model import Comment, Service
from problems import Problem
from tests.comments.baking.stub import Stub, comment, send, stub_server

# It starts servers, and waits for some of them.
pytestmark = pytest.mark.slow

down = partial(send, body=b"", status=502)


@pytest.fixture
def stub() -> Iterator[Stub]:
    with stub_server(jar="<p>Mine.</p>", vine="<p>Ours.</p>") as stub:
        yield stub


class Site:
    """A site that is built again and again; its articles are named by their threads."""

    def __init__(self, stub: Stub, cache: Path) -> None:
        self.service = Service(provider=Isso(url=stub.url), privacy={}, bake=True)
        self.stub, self.cache = stub, cache
        self.problems: list[Problem] = []

    def bake(self, *threads: str, claimed: tuple[str, ...] = ()) -> dict[str, list[str]]:
        """Return the texts of the comments by thread."""
        self.stub.asked.clear()
        paths = {thread: Path(f"content{thread.rstrip('/')}.md") for thread in threads}
        found, self.problems = bake(self.service, paths, claimed=claimed, cache=self.cache)
        return {thread: texts(comments) for thread, comments in found.items()}

    def said(self) -> list[str]:
        return [str(problem) for problem in self.problems]

    @property
    def snapshot(self) -> Path:
        (path,) = self.cache.glob("isso-*.json")
        return path

    def age(self, by: timedelta) -> None:
        """Let the snapshot be older *by* so much."""
        path = self.snapshot
        kept = json.loads(path.read_text(encoding="utf-8"))
        for thread in kept["threads"].values():
            thread["read"] -= by.total_seconds()
        path.write_text(json.dumps(kept), encoding="utf-8")


def texts(comments: tuple[Comment, ...]) -> list[str]:
    return [str(one.text) for top in comments for one in top.walk()]


@pytest.fixture
def site(stub: Stub, tmp_path: Path) -> Site:
    return Site(stub, tmp_path)


def test_threads_with_comments_are_read_and_the_others_known_to_have_none(site: Site) -> None:
    assert site.bake("/jar/", "/other/") == {"/jar/": ["<p>Mine.</p>"], "/other/": []}
    assert site.stub.read == ["/jar/"]
    assert site.said() == []


def test_a_second_build_reads_what_has_changed(site: Site, stub: Stub) -> None:
    site.bake("/jar/", "/vine/")
    stub.threads["/vine/"].append(comment("<p>Whose?</p>", id=2))

    again = site.bake("/jar/", "/vine/")

    assert stub.read == ["/vine/"]
    assert again == {"/jar/": ["<p>Mine.</p>"], "/vine/": ["<p>Ours.</p>", "<p>Whose?</p>"]}


def test_a_fresh_comment_is_read_again_because_it_may_be_edited(site: Site, stub: Stub) -> None:
    stub.threads["/jar/"] = [comment("<p>Mien.</p>", created=time.time())]
    site.bake("/jar/", "/vine/")
    stub.threads["/jar/"] = [comment("<p>Mine.</p>", created=time.time())]

    assert site.bake("/jar/", "/vine/")["/jar/"] == ["<p>Mine.</p>"]
    assert stub.read == ["/jar/"]


def test_settled_threads_are_read_again_by_the_day_and_not_all_at_once(
    site: Site, stub: Stub, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "MOST_AGAIN", 1)
    site.bake("/jar/", "/vine/")
    site.age(timedelta(days=2))

    site.bake("/jar/", "/vine/")
    first = stub.read
    site.bake("/jar/", "/vine/")

    assert sorted(first + stub.read) == ["/jar/", "/vine/"]


def test_a_server_that_is_down_leaves_the_last_snapshot_and_one_warning(
    site: Site, stub: Stub
) -> None:
    site.bake("/jar/")
    stub.misbehave = down

    assert site.bake("/jar/", "/other/") == {"/jar/": ["<p>Mine.</p>"]}

    (warning,) = site.problems
    assert (warning.code, warning.severity) == ("comments-unreachable", "warning")
    assert f"{stub.url}/count answered 502 Bad Gateway" in warning.message
    assert "2 threads not read; shown are 1 thread with comments as they were" in warning.message


def test_what_another_server_had_is_not_shown(site: Site) -> None:
    site.bake("/jar/")

    with stub_server() as other:
        other.misbehave = down

        assert Site(other, site.cache).bake("/jar/") == {}


def test_a_server_that_lost_its_database_leaves_the_last_snapshot(site: Site, stub: Stub) -> None:
    stub.threads["/mill/"] = [comment("<p>Theirs.</p>")]
    before = site.bake("/jar/", "/vine/", "/mill/")
    stub.threads.clear()

    assert site.bake("/jar/", "/vine/", "/mill/") == before
    assert "it has no comments at all, and had some in 3 threads" in site.said()[0]


def test_one_thread_that_cannot_be_read_costs_no_other(site: Site, stub: Stub) -> None:
    stub.threads["/jar/"] = [{"id": "no number"}]

    assert site.bake("/jar/", "/vine/", "/other/") == {"/vine/": ["<p>Ours.</p>"], "/other/": []}
    assert "Isso answered what cannot be read, for /jar/" in site.said()[0]


def test_a_server_that_fails_again_and_again_is_given_up(site: Site, stub: Stub) -> None:
    stub.threads = {f"/{n}/": [{"id": "no number"}] for n in range(200)}

    assert site.bake(*stub.threads) == {}
    assert len(stub.read) < 50
    assert "200 threads not read; nothing was read before" in site.said()[0]


each_damage = pytest.mark.parametrize(
    "damage",
    ["", "{", "[" * 99_999, '{"version": 0}', '{"version": 1, "threads": [1]}'],
    ids=["empty", "cut", "deep", "other-version", "no-threads"],
)


@each_damage
def test_a_damaged_snapshot_and_no_server_are_an_error_until_one_is_mended(
    site: Site, stub: Stub, damage: str
) -> None:
    before = site.bake("/jar/", "/vine/")
    site.snapshot.write_text(damage, encoding="utf-8")
    stub.misbehave = down

    for _ in range(2):  # the first must not leave one that is whole, and empty
        site.bake("/jar/", "/vine/")

        (error,) = site.problems
        assert (error.code, error.severity) == ("comments-lost", "error")
        assert error.location
        assert error.location.path == site.snapshot

    stub.misbehave = None
    assert site.bake("/jar/", "/vine/") == before
    assert site.problems == []


def test_a_damaged_snapshot_and_half_a_server_are_an_error(site: Site, stub: Stub) -> None:
    site.bake("/jar/", "/vine/")
    site.snapshot.write_text("{", encoding="utf-8")
    stub.threads["/jar/"] = [{"id": "no number"}]

    site.bake("/jar/", "/vine/")

    assert [problem.code for problem in site.problems] == ["comments-lost"]


@each_damage
def test_a_damaged_snapshot_is_none(site: Site, damage: str) -> None:
    site.bake("/jar/")
    site.snapshot.write_text(damage, encoding="utf-8")

    assert site.bake("/jar/") == {"/jar/": ["<p>Mine.</p>"]}


def test_a_snapshot_holds_no_address_of_a_reader(site: Site) -> None:
    site.bake("/jar/")

    kept = site.snapshot.read_text(encoding="utf-8")
    assert "Mine." in kept
    assert not [word for word in ("private.example", "192.0.2", "4505c1") if word in kept]


def test_comments_that_no_article_has_any_more_are_told_where_one_may_have_moved(
    site: Site,
) -> None:
    site.bake("/the-jar-and-patience/", "/vine/")
    site.stub.threads["/the-jar-and-patience/"] = [comment("<p>Mine.</p>")]
    site.bake("/the-jar-and-patience/", "/vine/")

    site.bake("/jar-and-patience/")

    moved, gone = site.said()
    assert moved == (
        "content/jar-and-patience.md: no article has the 1 comment of /the-jar-and-patience/ any"
        " more; if it is this one, state “Comments_id: /the-jar-and-patience/” in it, or delete"
        " them on the server [comments-orphan]"
    )
    assert gone == (
        "no article has the 1 comment of /vine/ any more; state “Comments_id: /vine/” in the"
        " article that moved, or delete them on the server [comments-orphan]"
    )


def test_comments_are_not_missed_that_somebody_claims_or_that_were_deleted(
    site: Site, stub: Stub
) -> None:
    site.bake("/jar/", "/vine/")
    del stub.threads["/vine/"]

    site.bake("/other/", claimed=("/jar/",))

    assert site.said() == []


def test_where_all_addresses_have_changed_it_is_said_once(
    site: Site, stub: Stub, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(baking, "MOST_TOLD", 1)
    stub.threads["/mill/"] = stub.threads["/jar/"]
    site.bake(*stub.threads)

    site.bake("/2026/jar/")

    assert len(site.said()) == 2
    assert site.said()[1].startswith("no article has 2 more threads with comments")


def test_what_cannot_be_kept_is_shown_and_told(site: Site) -> None:
    site.cache /= "cache"
    site.cache.write_text("no folder")

    assert site.bake("/jar/") == {"/jar/": ["<p>Mine.</p>"]}

    [problem] = site.problems
    assert (problem.code, problem.severity) == ("cache", "warning")
    assert "cannot be kept" in problem.message
