"""Every feed is valid, and one that is not would be found."""

from __future__ import annotations

from pathlib import Path

import pytest

from feeds.json_feed import json_feed
from feeds.xml import atom, rss
from tests.feeds.support import faults, make_entry, make_feed
from tests.support.building import Build


def feeds_of(build: Build) -> list[Path]:
    return [path for path in sorted((build.output / "feeds").rglob("*")) if path.is_file()]


def test_every_feed_of_the_published_site_is_valid(published_site: Build) -> None:
    found = {path: faults(path.read_bytes()) for path in feeds_of(published_site)}

    assert len(found) > 15
    assert {path: wrong for path, wrong in found.items() if wrong} == {}


def test_every_feed_that_a_site_can_have_is_valid(every_feed: Build) -> None:
    found = {path: faults(path.read_bytes()) for path in feeds_of(every_feed)}

    assert len(found) > 60
    assert {path: wrong for path, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        pytest.param(b"<id>https://kura.example/</id>", b"", id="no-name"),
        pytest.param(b"<updated>2026-03-14T12:00:00+00:00</updated>", b"", id="no-date"),
        pytest.param(b"12:00:00+00:00", b"12:00:00", id="a-date-without-a-zone"),
        pytest.param(b"2026-03-14T", b"14 March 2026 ", id="a-date-as-people-write-it"),
        pytest.param(b'"https://kura.example/water/"', b'"/water/"', id="a-relative-link"),
        pytest.param(
            b'"https://kura.example/water/"', b'"https://kura.example/ water/"', id="no-uri"
        ),
        pytest.param(b'rel="self"', b'rel="related"', id="no-link-to-itself"),
        pytest.param(b'hreflang="en"', b'language="en"', id="an-unknown-attribute"),
        pytest.param(b"<title>Water</title>", b"<title/>", id="an-empty-title"),
        pytest.param(
            b"<title>Water</title>", b"<headline>Water</headline>", id="an-unknown-element"
        ),
        pytest.param(b"<title>Water</title>", b"<title>W<b>a</b>ter</title>", id="markup-in-text"),
        pytest.param(b"<title>Water</title>", b"<title>Water</title>" * 2, id="two-titles"),
        pytest.param(b"<name>The Review</name>", b"", id="nobody-publishes-it"),
        pytest.param(b'type="html"', b'type="xhtml"', id="escaped-html-as-xhtml"),
        pytest.param(b"<title>Water</title>", b"<title>Water & air</title>", id="no-xml"),
    ],
)
def test_a_broken_atom_feed_is_found(right: bytes, wrong: bytes) -> None:
    good = atom(make_feed())

    assert right in good
    assert faults(good) == []
    assert faults(good.replace(right, wrong)) != []


def test_two_entries_of_one_name_are_found() -> None:
    assert (
        faults(atom(make_feed(make_entry(), make_entry(title="Again"))))
        == ["the id tag:kura.example,2026-03-14:/water/ stands for several"] * 2
    )


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        pytest.param(b'isPermaLink="false"', b"", id="a-name-that-pretends-to-be-an-address"),
        pytest.param(b"<link>https://kura.example/</link>", b"", id="no-address"),
        pytest.param(b'rel="self"', b'rel="related"', id="no-link-to-itself"),
        pytest.param(b'version="2.0"', b'version="0.9"', id="another-version"),
        pytest.param(b"<title>Water</title>", b"", id="an-item-that-says-nothing"),
        pytest.param(b"<title>Water</title>", b"<title>Water & air</title>", id="no-xml"),
    ],
)
def test_a_broken_rss_feed_is_found(right: bytes, wrong: bytes) -> None:
    good = rss(make_feed())

    assert right in good
    assert faults(good) == []
    assert faults(good.replace(right, wrong)) != []


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        pytest.param(b'"id": "tag:', b'"name": "tag:', id="no-name"),
        pytest.param(b"version/1.1", b"version/9", id="another-version"),
        pytest.param(b'"content_html"', b'"content"', id="no-content"),
        pytest.param(b'"https://kura.example/water/"', b'"/water/"', id="a-relative-link"),
        pytest.param(b"12:00:00+00:00", b"12:00", id="half-a-date"),
        pytest.param(b'"language": "en"', b'"language": "the English"', id="no-language"),
    ],
)
def test_a_broken_json_feed_is_found(right: bytes, wrong: bytes) -> None:
    good = json_feed(make_feed())

    assert right in good
    assert faults(good) == []
    assert faults(good.replace(right, wrong)) != []
