"""What authors and sources are called is text: nothing of it ever becomes markup."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import pytest
from bs4 import BeautifulSoup, Tag

from tests.support.building import Build, BuildSite, build_site, write_files

EVIL = "<script>alert(1)</script>"
MORE = "\"><img src=x onerror=alert(1)>'&{{ 7*7 }}"
HOSTILE = {
    "articles/evil.md": f"""\
Title: A {EVIL} {MORE}
Date: 2026-03-14 09:00
Category: Rivers {EVIL}
Tags: tag {EVIL}, tag {MORE}
Author: Ann {EVIL} {MORE}
Source: @evil
Republication: translation
Correction: 2026-03-15 It said {EVIL} {MORE}
Summary: Of water.

> The river does not […] treaties.
>
> > The river does not read treaties.
> > {{: lang=ka }}
>
> — Nino {EVIL} {MORE}, hydrologist {EVIL}, [@evil], tr. Eka {EVIL}

> Water.
>
> — Nino Example, [Title {EVIL}](https://courier.example/"onclick="alert(1)), Outlet {EVIL}, 2026

The gauge is “a stick” [@evil].

==A sentence of ours.=={{.pull}}
""",
    "citations/evil.yaml": f"""\
type: article-newspaper
title: 'Title {EVIL} "><img src=x onerror=alert(1)>'
author:
  - literal: 'Author {EVIL}'
container: evil
URL: 'https://courier.example/?a="><script>alert(1)</script>'
archive: "https://archive.example/'><script>alert(1)</script>"
language: ka
issued: 2026-03-14
note: 'Note {EVIL}'
""",
    "sources/evil.md": f"""\
Title: Outlet {EVIL} {MORE}
URL: https://courier.example/"><script>alert(1)</script>
Place: Place {EVIL}
Country: {EVIL}
Kind: kind {EVIL}
Owner: Owner {EVIL}
Since: {EVIL}

An outlet.
""",
    "authors/evil.md": f"Title: Ann {EVIL} {MORE}\nNames: ka: ანა {EVIL}\n\nShe writes.\n",
    "pages/evil-page.md": f"Title: Page {EVIL} {MORE}\n\nWe write.\n",
}
URLS = ("href", "src", "action", "cite", "poster", "data", "formaction")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """Return a published site in which every name holds markup."""
    folder = tmp_path_factory.mktemp("hostile")
    content = write_files(folder / "content", HOSTILE)
    return build_site(content, folder / "output", conf="publishconf.py").require_success()


def parsed(path: Path) -> BeautifulSoup:
    return BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")


def tags(build: Build) -> list[tuple[str, Tag]]:
    return [
        (str(path.relative_to(build.output)), tag)
        for path in build.pages()
        for tag in parsed(path).find_all(True)
    ]


def test_no_script_is_live_that_is_not_ours(hostile: Build) -> None:
    scripts = [(path, tag) for path, tag in tags(hostile) if tag.name == "script"]

    assert scripts
    assert [
        (path, str(tag))
        for path, tag in scripts
        if tag.get("type") != "application/ld+json"
        and not str(tag.get("src", "")).startswith("https://kelp.example/theme/")
    ] == []


def test_no_element_reacts_by_itself(hostile: Build) -> None:
    assert [
        (path, str(tag))
        for path, tag in tags(hostile)
        if tag.name == "img" or any(name.startswith("on") for name in tag.attrs)
    ] == []


def test_every_link_leads_to_a_page(hostile: Build) -> None:
    schemes = {
        urlsplit(str(tag[name])).scheme
        for _, tag in tags(hostile)
        for name in URLS
        if name in tag.attrs
    }

    assert schemes <= {"", "https", "http"}


def test_names_are_read_as_they_are_written(hostile: Build) -> None:
    figure = hostile.page("evil/").select_one("figure.quotation figcaption .p-author .p-name")

    assert figure
    assert figure.get_text() == f"Nino {EVIL} {MORE}"


def test_templates_are_not_run_in_texts(hostile: Build) -> None:
    assert [path for path in hostile.pages() if "49" in parsed(path).get_text()] == []


def test_the_data_for_machines_ends_where_it_should(hostile: Build) -> None:
    told = {
        path: json.dumps(json.loads(tag.get_text()))
        for path, tag in tags(hostile)
        if tag.name == "script" and tag.get("type") == "application/ld+json"
    }

    assert len(told) == len(hostile.pages()) - 2  # all pages but the missing one, and search
    assert EVIL in told["evil/index.html"]


def test_the_feed_is_xml_and_its_texts_hold_no_script(hostile: Build) -> None:
    feed = ET.fromstring(hostile.text("feeds/all.atom.xml"))  # noqa: S314 - our own file
    entry = feed.find("{http://www.w3.org/2005/Atom}entry")
    assert entry is not None

    for name in ("content", "summary"):
        text = entry.findtext(f"{{http://www.w3.org/2005/Atom}}{name}") or ""
        assert BeautifulSoup(text, "html.parser").select("script, img, [onclick]") == []
    assert EVIL in (entry.findtext("{*}author/{*}name") or "")


@pytest.mark.parametrize(
    ("files", "place"),
    [
        pytest.param(
            {"authors/ann.md": "Title: Ann\nURL: javascript:alert(1)\n\nShe writes.\n"},
            "content/authors/ann.md:2",
            id="author",
        ),
        pytest.param(
            {"sources/a.md": "Title: A\nURL: javascript:alert(1)\n\nAn outlet.\n"},
            "content/sources/a.md:2",
            id="source",
        ),
        pytest.param(
            {"citations/a.yaml": "type: webpage\nURL: javascript:alert(1)\n"},
            "content/citations/a.yaml:2",
            id="citation",
        ),
        pytest.param(
            {"citations/a.yaml": "type: webpage\narchive: data:text/html,x\n"},
            "content/citations/a.yaml:2",
            id="archive",
        ),
    ],
)
def test_a_link_that_leads_to_no_page_is_an_error(
    build: BuildSite, files: dict[str, str], place: str
) -> None:
    done = build(files, VERIFY_ONLY=True)

    assert [(problem.code, str(problem.location)) for problem in done.problems] == [
        ("unsafe-link", place)
    ]
