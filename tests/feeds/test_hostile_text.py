"""Whatever a text, a name or a setting holds, every feed can be read, and nothing in it runs."""

from __future__ import annotations

import json

import pytest
from lxml import etree

from tests.feeds.support import EVERYWHERE, attributes, entries, faults, texts
from tests.support.building import Build, build_site, write_files

EVIL = "<script>alert(1)</script> ]]> & \x01\x0b '\""
# What a reader sees of it: all but characters that no XML can hold.
SEEN = "<script>alert(1)</script> ]]> &  '\""
HOSTILE = {
    "evil.md": f"""\
Title: A {EVIL}
Date: 2026-03-14 09:00
Category: Rivers {EVIL}
Tags: tag {EVIL}
Author: Ann {EVIL}
Translator: Eka {EVIL}
Source: @evil
Republication: translation
Correction: 2026-03-15 It said {EVIL}
Summary: Of {EVIL} water.
Allows: script — it has to be told as text

It flows {EVIL} &#2; &#xFFFE; &lt;i&gt; and <b>on.

<p onclick="alert(1)">x <a href="javascript:alert(1)">y</a> <img src="x" onerror="alert(1)">

</div></body></html>

After.

> Water.
>
> — Nino {EVIL}, [Title {EVIL}](https://courier.example/a), Outlet {EVIL}, 2026
""",
    "own.md": f"Title: Own\nDate: 2026-03-13\nAuthor: Ann {EVIL}\n\nIt flows.\n",
    "citations/evil.yaml": """\
type: article-newspaper
title: 'Title <script>alert(1)</script> ]]> & &amp;'
author:
  - literal: 'Author <script>alert(1)</script>'
container: evil
URL: 'https://courier.example/?a="><script>alert(1)</script>&b=ü x'
language: ka
issued: 2026
""",
    "sources/evil.md": f'Title: Outlet {EVIL}\nURL: https://courier.example/"><b>\n\nAn outlet.\n',
    "authors/evil.md": f"Title: Ann {EVIL}\nNames: ka: ანა {EVIL}\n\nShe writes.\n",
}


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """Return a published site with every feed, in which every name holds markup."""
    folder = tmp_path_factory.mktemp("hostile")
    content = write_files(folder / "content", HOSTILE)
    settings = {**EVERYWHERE, "RSS_FEED_SUMMARY_ONLY": False, "SITENAME": f"Review {EVIL}"}
    settings |= {"ACTIVE_CONTENT": ["script"]}
    return build_site(
        content, folder / "output", conf="publishconf.py", settings=settings
    ).require_success()


def test_every_feed_is_valid(hostile: Build) -> None:
    feeds = [path for path in (hostile.output / "feeds").rglob("*") if path.is_file()]

    assert len(feeds) > 15
    assert {path: faults(path.read_bytes()) for path in feeds} == {path: [] for path in feeds}


def test_names_are_read_as_they_are_written(hostile: Build) -> None:
    root = etree.fromstring(hostile.path("feeds/feed_all.atom.xml").read_bytes())
    [evil] = root.findall("{*}entry")[:1]
    [own] = root.findall("{*}entry")[1:]

    assert texts(own, "a:author/a:name") == [f"Ann {SEEN}"]
    assert texts(evil, "a:author/a:name") == ["Author <script>alert(1)</script>"]
    assert texts(evil, "a:contributor/a:name") == [f"Eka {SEEN}", f"Ann {SEEN}"]
    assert texts(evil, "a:source/a:title") == [f"Outlet {SEEN}"]
    assert f"Rivers {SEEN}" in attributes(evil, "a:category/@label")


def test_all_forms_say_the_same(hostile: Build) -> None:
    [atom, _] = entries(hostile, "feeds/feed_all.atom.xml").values()
    rss = etree.fromstring(hostile.path("feeds/feed_all.rss.xml").read_bytes())
    [item, _] = json.loads(hostile.text("feeds/feed_all.json"))["items"]

    for path, name in (
        ("a:title", "title"),
        ("a:content", "content_html"),
        ("a:summary", "summary"),
    ):
        assert atom.text(path) == item[name]
    assert texts(rss, "//item/title")[0] == item["title"]
    assert texts(rss, "//item/content:encoded")[0] == item["content_html"]


def test_nothing_in_a_text_runs(hostile: Build) -> None:
    [evil, _] = entries(hostile, "feeds/feed_all.atom.xml").values()
    live = evil.content.select("script, [onclick], [onerror], a[href^=javascript]")

    assert live == []


def test_a_text_is_whole(hostile: Build) -> None:
    [evil, _] = entries(hostile, "feeds/feed_all.atom.xml").values()
    told = evil.content.get_text()

    for words in ("It flows", "]]> &", "<i>", "on.", "After.", "Water.", "It said <script>"):
        assert words in told
