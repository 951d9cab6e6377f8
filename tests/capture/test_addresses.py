"""Which addresses may be fetched, and which lead to the same page."""

from __future__ import annotations

from ipaddress import ip_address

import pytest

from capture.addresses import host_of, is_address, is_public, recorded, same_page, web_address


@pytest.mark.parametrize(
    "address",
    ["8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8", "2002:808:808::", "64:ff9b::808:808"],
)
def test_an_address_of_the_internet_is_public(address: str) -> None:
    assert is_public(ip_address(address))


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "127.8.8.8", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254"),
        *("0.0.0.0", "100.64.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255"),  # noqa: S104
        *("192.0.2.1", "198.18.0.1", "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "ff02::1"),
        *("::ffff:127.0.0.1", "::ffff:10.0.0.1", "2002:7f00:1::", "2002:a00:1::"),
        *("64:ff9b::7f00:1", "64:ff9b:1::1", "2001:db8::1", "fec0::1", "::127.0.0.1"),
        "2001:0:4136:e378:8000:63bf:3fff:fdd2",
    ],
)
def test_every_other_address_is_not(address: str) -> None:
    assert not is_public(ip_address(address))


@pytest.mark.parametrize(
    "other",
    [
        "http://courier.example/water",
        "https://www.courier.example/water",
        "https://Courier.Example:443/water/",
        "https://courier.example/water#gauge",
        "https://courier.example/water#:~:text=river",
        "https://courier.example/water?utm_source=feed&fbclid=1",
        "http://courier.example:80/water?",
    ],
)
def test_addresses_of_one_page_are_known_as_such(other: str) -> None:
    assert same_page(other) == same_page("https://courier.example/water")


@pytest.mark.parametrize(
    "other",
    [
        "https://courier.example/",
        "https://courier.example/Water",
        "https://courier.example/water?page=2",
        "https://courier.example:8443/water",
        "https://other.example/water",
    ],
)
def test_other_pages_are_others(other: str) -> None:
    assert same_page(other) != same_page("https://courier.example/water")


def test_a_name_in_other_letters_is_the_same_however_it_is_written() -> None:
    assert same_page("https://xn--lodqa7ah.xn--node/") == same_page("https://საიტი.გე")


def test_what_tracks_readers_is_not_written_down() -> None:
    asked = "https://courier.example/water?utm_source=mail&id=3&fbclid=x&_gl=1#comments"

    assert recorded(asked) == "https://courier.example/water?id=3"


@pytest.mark.parametrize(
    "query",
    ["1234", "cid=7&uid=", "source=a&ref=b", "b=2&a=1", "q=a+b%26c", "u=https://a.example/"],
)
def test_what_may_name_the_page_stays_as_it_is(query: str) -> None:
    url = f"https://courier.example/a%2Fb;v=1/?{query}"

    assert recorded(url) == url


def test_the_name_of_a_file_is_no_address() -> None:
    names = ["water.html", "saved/water.html", "C:\\water.html", "c:/water.html", "courier.example"]

    assert [name for name in names if is_address(name)] == []
    assert is_address("https://courier.example")


def test_an_address_is_read_as_browsers_read_it() -> None:
    assert str(web_address(" HTTPS://Courier.Example/a b#c ")) == "https://courier.example/a%20b"
    assert host_of("https://www.courier.example:8443/a") == "courier.example"
