"""Comment servers that answer what they should not, or not at all."""

from __future__ import annotations

import select
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from http.server import BaseHTTPRequestHandler

import pytest

from comments.baking import fetching
from comments.baking.fetching import Fetcher, FetchError
from tests.comments.baking.stub import send, stub_server
from tests.support.waiting import LONGEST

# It starts servers, and waits for some of them.
pytestmark = pytest.mark.slow


def slowly(handler: BaseHTTPRequestHandler) -> None:
    """Send a byte now and then, for as long as anybody listens."""
    handler.send_response(200)
    handler.send_header("Content-Type", "application/json")
    handler.end_headers()
    with suppress(OSError):
        while not select.select([handler.connection], [], [], 0.01)[0]:
            handler.wfile.write(b" ")


def never(handler: BaseHTTPRequestHandler) -> None:
    """Send nothing until whoever asked has gone."""
    handler.connection.recv(1)


def leads(location: str) -> Callable[[BaseHTTPRequestHandler], None]:
    return partial(send, body=b"", status=302, headers={"Location": location})


@pytest.mark.parametrize(
    ("misbehaviour", "said"),
    [
        pytest.param(
            partial(send, body=b"<p>", kind="text/html"), "text/html, not JSON", id="html"
        ),
        pytest.param(partial(send, body=b"{}", status=500), "500 Internal", id="error"),
        pytest.param(partial(send, body=b'{"replies": ['), "that is no JSON", id="cut-off"),
        pytest.param(partial(send, body=b"[" * 100_000), "that is no JSON", id="nested"),
        pytest.param(partial(send, body=b" " * 6_000_000), "more than 5 MB", id="large"),
        pytest.param(slowly, "did not answer in", id="slow"),
        pytest.param(never, "did not answer in", id="never"),
        pytest.param(leads("/"), "leads on and on", id="loop"),
        pytest.param(
            leads("http://elsewhere.example/"), "leads elsewhere, to http", id="elsewhere"
        ),
    ],
)
def test_what_is_no_answer_is_an_error_with_its_reason(
    monkeypatch: pytest.MonkeyPatch,
    misbehaviour: Callable[[BaseHTTPRequestHandler], None],
    said: str,
) -> None:
    waits = misbehaviour in (slowly, never)
    monkeypatch.setattr(fetching, "REQUEST_SECONDS", 0.3 if waits else LONGEST)
    with stub_server() as stub, Fetcher() as fetch:
        stub.misbehave = misbehaviour

        with pytest.raises(FetchError, match=said) as raised:
            fetch(f"{stub.url}/count", body=["/jar/"])

        assert stub.url in str(raised.value)


def test_all_requests_together_have_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "ALL_SECONDS", 0.0)
    with stub_server() as stub, Fetcher() as fetch:
        with pytest.raises(FetchError, match="0 s were not enough"):
            fetch(stub.url)

        assert stub.asked == []


def test_a_path_is_asked_for_where_the_site_is_published() -> None:
    with stub_server() as stub, Fetcher(stub.url) as fetch:
        assert fetch("/count", body=["/jar/"]) == [0]


def test_a_path_cannot_be_asked_for_before_the_site_has_an_address() -> None:
    with Fetcher() as fetch, pytest.raises(FetchError, match="no SITEURL"):
        fetch("/isso/count")


def test_a_server_that_is_asked_too_often_is_asked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "REQUEST_SECONDS", LONGEST)
    monkeypatch.setattr(fetching, "PAUSE_SECONDS", 0.1)
    answers = [*[partial(send, body=b"", status=429)] * 7, partial(send, body=b"{}")]
    with stub_server() as stub, Fetcher() as fetch:
        stub.misbehave = lambda handler: answers.pop(0)(handler)

        assert fetch(f"{stub.url}/") == {}


def test_a_server_that_is_always_asked_too_often_is_given_up(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # After another pause there would be no time for an answer.
    monkeypatch.setattr(fetching, "REQUEST_SECONDS", LONGEST)
    monkeypatch.setattr(fetching, "PAUSE_SECONDS", LONGEST / 2)
    with stub_server() as stub, Fetcher() as fetch:
        stub.misbehave = partial(send, body=b"", status=429)

        with pytest.raises(FetchError, match="429 Too Many Requests"):
            fetch(f"{stub.url}/")
