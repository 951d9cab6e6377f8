"""Fetching a page from a real server: within limits, and from nowhere that may not be reached."""

from __future__ import annotations

import gzip
import select
from ipaddress import ip_address

import pytest

from capture.addresses import IPAddress, anywhere
from capture.fetch import fetch
from capture.model import CaptureError, Limits, Page
from tests.capture.support import Courier, Handler, courier, page
from tests.support.waiting import LONGEST

SMALL = Limits(seconds=LONGEST, size=100_000, redirects=3)
SHORT = Limits(seconds=0.3)


def get(url: str, limits: Limits = SMALL) -> Page:
    return fetch(url, limits=limits, may_reach=anywhere)


def refused(url: str, limits: Limits = SMALL) -> CaptureError:
    with pytest.raises(CaptureError) as caught:
        get(url, limits)
    return caught.value


def only_the_outlet(address: IPAddress) -> bool:
    return address == ip_address("127.0.0.1")


def test_a_page_comes_with_what_its_server_says(outlet: Courier) -> None:
    url = outlet.put("/water", "Çay".encode("cp1254"), kind="text/html; charset=Windows-1254")

    found = get(f"{url}#:~:text=river")

    assert found.content.decode("cp1254") == "Çay"
    assert (found.url, found.media_type, found.charset) == (url, "text/html", "windows-1254")


def test_the_server_is_told_who_asks_and_by_which_name(outlet: Courier) -> None:
    outlet.put("/water", page())

    get(f"{outlet.url.replace('127.0.0.1', 'localhost')}/water")

    [(_, headers)] = outlet.asked
    assert headers["User-Agent"].startswith("Verbatim/")
    assert "to check the quotation" in headers["User-Agent"]
    assert headers["Host"] == outlet.url.replace("http://127.0.0.1", "localhost")


def test_redirects_are_followed_to_where_the_page_is(outlet: Courier) -> None:
    outlet.put("/2026/water", page())
    outlet.lead("/b", "2026/water", status=301)
    url = outlet.lead("/a", f"{outlet.url}/b", status=308)

    found = get(url)

    assert (found.url, found.asked) == (f"{outlet.url}/2026/water", url)


def test_a_page_that_leads_on_for_ever_is_an_error(outlet: Courier) -> None:
    error = refused(outlet.lead("/a", "/a"))

    assert error.code == "redirects"
    assert len(outlet.asked) == SMALL.redirects + 1


@pytest.mark.parametrize(
    ("place", "code"),
    [
        pytest.param("file:///etc/passwd", "address", id="file"),
        pytest.param("ftp://files.example/a", "address", id="ftp"),
        pytest.param("http://[::bad", "network", id="no-address"),
        pytest.param("", "redirects", id="nowhere"),
    ],
)
def test_a_page_may_lead_to_web_pages_only(outlet: Courier, place: str, code: str) -> None:
    assert refused(outlet.lead("/a", place)).code == code


@pytest.mark.parametrize(
    "url",
    [
        pytest.param("http://127.0.0.1:1/", id="loopback"),
        pytest.param("http://localhost:1/", id="name"),
        pytest.param("http://2130706433:1/", id="number"),
        pytest.param("http://0x7f.1:1/", id="hexadecimal"),
        pytest.param("http://[::1]:1/", id="ipv6"),
        pytest.param("http://[::ffff:127.0.0.1]:1/", id="ipv4-in-ipv6"),
        pytest.param("http://10.1.2.3/", id="private"),
        pytest.param("http://169.254.169.254/latest/meta-data", id="link-local"),
    ],
)
def test_a_private_address_is_refused(url: str) -> None:
    with pytest.raises(CaptureError) as caught:
        fetch(url, limits=SHORT)

    assert caught.value.code == "private-address"
    assert "--allow-local" in str(caught.value)


def test_a_page_that_leads_to_a_private_address_is_refused(outlet: Courier) -> None:
    with courier("127.0.0.2") as inside:
        secret = inside.put("/secret", page())
        url = outlet.lead("/a", secret)

        with pytest.raises(CaptureError) as caught:
            fetch(url, limits=SMALL, may_reach=only_the_outlet)

        assert get(url).url == secret  # it is the address alone that was refused
    assert caught.value.code == "private-address"
    assert len(inside.asked) == 1


def test_of_a_hosts_addresses_only_those_that_may_be_reached_are_asked(outlet: Courier) -> None:
    outlet.put("/water", page())
    url = f"{outlet.url.replace('127.0.0.1', 'localhost')}/water"

    found = fetch(url, limits=SMALL, may_reach=only_the_outlet)

    assert found.exchange is not None
    assert found.exchange.address == "127.0.0.1"


def test_no_proxy_is_asked(outlet: Courier, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:1")

    assert get(outlet.put("/water", page())).url == f"{outlet.url}/water"


@pytest.mark.parametrize(
    "url",
    [
        pytest.param("ftp://courier.example/a", id="ftp"),
        pytest.param("file:///etc/passwd", id="file"),
        pytest.param("javascript:alert(1)", id="javascript"),
        pytest.param("https://", id="no-host"),
        pytest.param("http://courier.example:99999/", id="no-port"),
        pytest.param("http://[::bad/", id="no-address"),
        pytest.param("https://ann:secret@courier.example/", id="password"),
    ],
)
def test_what_is_no_address_of_a_page_is_refused(url: str) -> None:
    error = refused(url)

    assert error.code == "address"
    assert "secret" not in str(error)


def test_a_host_that_is_not_there_is_said() -> None:
    assert refused("http://no-such-host.invalid/").code == "no-host"


def test_a_server_that_is_not_there_is_said() -> None:
    error = refused("http://127.0.0.1:1/")

    assert error.code == "network"
    assert "save the page" in str(error)


@pytest.mark.parametrize(
    ("status", "code"),
    [
        (401, "login-wall"),
        (402, "login-wall"),
        (403, "login-wall"),
        (404, "gone"),
        (410, "gone"),
        (429, "network"),
        (500, "network"),
        (503, "network"),
    ],
)
def test_a_status_that_is_no_page_is_an_error(outlet: Courier, status: int, code: str) -> None:
    error = refused(outlet.put("/a", page(), status=status))

    assert error.code == code
    assert str(status) in str(error)


def test_what_comes_packed_is_unpacked(outlet: Courier) -> None:
    packed = gzip.compress(page().encode()) + gzip.compress(b"<!-- and more -->")
    url = outlet.put("/water", packed, headers={"Content-Encoding": "gzip"})

    found = get(url)

    assert found.content == f"{page()}<!-- and more -->".encode()
    assert found.exchange is not None
    assert found.exchange.body == packed


@pytest.mark.parametrize(
    ("body", "packing", "code"),
    [
        pytest.param(gzip.compress(bytes(10_000_000)), "gzip", "too-large", id="bomb"),
        pytest.param(gzip.compress(bytes(100))[:-12], "gzip", "network", id="cut-off"),
        pytest.param(b"no gzip at all", "gzip", "network", id="no-gzip"),
        pytest.param(b"\x1b\x00\x00", "br", "network", id="not-asked-for"),
        pytest.param(gzip.compress(b""), "gzip, gzip", "network", id="twice"),
    ],
)
def test_what_is_packed_badly_is_an_error(
    outlet: Courier, body: bytes, packing: str, code: str
) -> None:
    url = outlet.put("/water", body, headers={"Content-Encoding": packing})

    assert refused(url).code == code


def test_a_page_of_200_megabytes_is_refused_before_it_comes(outlet: Courier) -> None:
    url = outlet.put("/water", _nothing, headers={"Content-Length": "200000000"})

    error = refused(url, Limits())

    assert error.code == "too-large"
    assert "20 MB" in str(error)


def test_a_page_that_never_ends_is_cut_at_the_limit(outlet: Courier) -> None:
    error = refused(outlet.put("/water", _endless))

    assert error.code == "too-large"


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(lambda handler: _say_nothing(handler), id="no-answer"),
        pytest.param(lambda handler: _trickle(handler, b"X-Header: a\r\n"), id="endless-headers"),
    ],
)
def test_a_server_that_takes_too_long_is_not_waited_for(outlet: Courier, body: object) -> None:
    assert callable(body)
    url = outlet.put("/water", body, kind="")

    assert refused(url, SHORT).code == "too-slow"


def test_a_page_that_comes_word_by_word_is_not_waited_for(outlet: Courier) -> None:
    url = outlet.put("/water", lambda handler: _trickle(handler, b"word "))

    assert refused(url, SHORT).code == "too-slow"


def test_a_page_that_breaks_off_is_an_error(outlet: Courier) -> None:
    url = outlet.put("/water", b"<p>half", headers={"Content-Length": "5000"})

    assert refused(url).code == "network"


def _nothing(handler: Handler) -> None:
    """Send no body."""


def _endless(handler: Handler) -> None:
    while True:
        handler.wfile.write(b"word " * 1000)


def _say_nothing(handler: Handler) -> None:
    """Send nothing until whoever asked has gone."""
    handler.connection.recv(1)


def _trickle(handler: Handler, what: bytes) -> None:
    """Send a little, and a little, until whoever asked has gone."""
    if not handler.courier.pages["/water"].headers:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
    while not select.select([handler.connection], [], [], 0.01)[0]:
        handler.wfile.write(what)
        handler.wfile.flush()
