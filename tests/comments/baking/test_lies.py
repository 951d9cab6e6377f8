"""Comment servers whose answers are JSON, and yet cannot be true: a build goes on without them."""

from __future__ import annotations

import json
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from comments.adapters.isso import Isso
from comments.baking.bake import bake
from comments.model import Service
from problems import Problem
from tests.comments.baking.stub import comment, send, stub_server

pytestmark = pytest.mark.slow


def answers(counts: str, comments: str) -> Callable[[BaseHTTPRequestHandler], None]:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        send(handler, (counts if handler.path == "/count" else comments).encode())

    return answer


def read(cache: Path, *, counts: str = "[1]", comments: str = "") -> tuple[str, list[Problem]]:
    """Return what a page would show, and what is told; one comment was read before."""
    jar = {"/jar/": Path("content/jar.md")}
    with stub_server(jar="Before.") as stub:
        service = Service(provider=Isso(url=stub.url), privacy={}, bake=True)
        bake(service, jar, cache=cache)
        stub.misbehave = answers(counts, comments)
        for path in cache.iterdir():
            # So that it is asked for again.
            path.write_text(path.read_text().replace('"count": 1', '"count": 9'))
        found, problems = bake(service, jar, cache=cache, zone=ZoneInfo("Asia/Tbilisi"))
    return " ".join(str(one.text) for one in found["/jar/"]), problems


def thread(*comments: dict[str, object]) -> str:
    return json.dumps({"replies": comments})


def nested(depth: int) -> str:
    top: dict[str, object] = {}
    for number in range(depth):
        top = comment("Deep.", id=number) | ({"replies": [top]} if top else {})
    return thread(top)


@pytest.mark.parametrize(
    "counts", ['["x"]', "[null]", "[1e999]", "[NaN]", "[[1]]", "[-1]", "{}", "[1, 2]", "7"]
)
def test_a_count_that_is_none_leaves_what_was_read_before(tmp_path: Path, counts: str) -> None:
    shown, (problem,) = read(tmp_path, counts=counts)

    assert shown == "Before."
    assert problem.code == "comments-unreachable"
    assert "how many comments there are" in problem.message


@pytest.mark.parametrize(
    "comments",
    [
        pytest.param(thread(comment("a", created=1e30)), id="no-time"),
        pytest.param(thread(comment("a", created=253402300799)), id="end-of-9999"),
        pytest.param(thread(comment("a", created=-62135596800)), id="year-1"),
        pytest.param(thread(comment("a", id=float("inf"))), id="no-number"),
        pytest.param(thread(comment("a"), comment("b")), id="two-of-one-id"),
        pytest.param(thread({"id": 1, "replies": []}), id="no-text"),
        pytest.param(thread(comment("a") | {"text": None}), id="text-that-is-none"),
        pytest.param(nested(220), id="nested"),
        pytest.param(nested(300), id="nested-deeper"),
        pytest.param("[]", id="no-object"),
    ],
)
def test_comments_that_cannot_be_leave_what_was_read_before(tmp_path: Path, comments: str) -> None:
    shown, (problem,) = read(tmp_path, comments=comments)

    assert shown == "Before."
    assert problem.code == "comments-unreachable"
