"""The list of threads for the web server: what is in it, and how it is written."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

from comments.adapters.isso import Isso
from comments.identity import listing
from comments.model import Service, Thread
from comments.urls import in_query
from tests.comments.test_plugin import SETTING, build

SERVICE = Service(provider=Isso(url="/isso"), privacy={})


def thread(name: str, *, is_open: bool = True) -> Thread:
    return Thread(service=SERVICE, id=name, title="", language="en", open=is_open)


def test_a_thread_is_listed_as_its_id_stands_in_a_query_and_by_name() -> None:
    listed = listing([thread("/vine/"), thread("/jar/", is_open=False)])

    assert listed == '"%2fjar%2f" "closed %2Fjar%2F";\n"%2fvine%2f" "open %2Fvine%2F";\n'


def test_threads_that_differ_in_capitals_only_share_an_entry() -> None:
    listed = listing([thread("/jar/"), thread("/Jar/", is_open=False)])

    assert listed == '"%2fjar%2f" "closed %2FJar%2F open %2Fjar%2F";\n'


def test_a_shared_thread_is_open_where_one_of_its_articles_is() -> None:
    either = [thread("/jar/"), thread("/jar/", is_open=False)]

    assert listing(either) == listing(reversed(either)) == '"%2fjar%2f" "open %2Fjar%2F";\n'


def test_what_nginx_would_read_as_its_own_is_encoded() -> None:
    listed = listing([thread('/a"$x;{}\\#\n b/')])

    assert listed.count('"') == 4
    assert listed.count(";") == listed.count("\n") == 1
    assert not set("$\\{}#") & set(listed)


# An address from elsewhere, an apostrophe, a decomposed letter, and what a query means.
IDS = ("/ჭური/", "/o'neill/", "/a(b)!~*c/", "/a%20b+c&d=e/", "/é/", "/é/", "/😀/")


def test_an_id_is_encoded_as_browsers_send_it(page: Page) -> None:
    sent = page.evaluate(
        "ids => ids.map(id => new URL(`http://localhost/?uri=${encodeURIComponent(id)}`).search)",
        IDS,
    )

    assert sent == [f"?uri={in_query(name)}" for name in IDS]


def test_a_build_lists_what_is_published_where_the_site_names_a_file(tmp_path: Path) -> None:
    articles = {
        "jar.md": "",
        "shut.md": "Comments: closed",
        "quiet.md": "Comments: off",
        "early.md": "Status: draft",
        "hidden.md": "Status: hidden",
    }
    listed = build(tmp_path, articles, SETTING | {"open_threads": "lists/open-threads.map"})

    assert (listed.output / "lists" / "open-threads.map").read_text() == (
        '"%2fhidden.html" "open %2Fhidden.html";\n'
        '"%2fjar.html" "open %2Fjar.html";\n'
        '"%2fshut.html" "closed %2Fshut.html";\n'
    )
