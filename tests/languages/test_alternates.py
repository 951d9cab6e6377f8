"""The versions of a page name each other, over the whole published site."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from tests.support.building import PUBLISHED_AT, Build, BuildSite


class Heads:
    """What the heads of all pages say of their address and their versions."""

    def __init__(self, build: Build) -> None:
        self.canonical: dict[str, str] = {}
        self.alternates: dict[str, dict[str, str]] = {}
        self.languages: dict[str, str] = {}
        for path in build.pages():
            page = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
            address = f"{PUBLISHED_AT}/{_address(path, build.output)}"
            canonical = page.select_one("link[rel=canonical]")
            self.canonical[address] = str(canonical["href"]) if canonical else ""
            self.languages[address] = str(page.select("html")[0]["lang"])
            self.alternates[address] = {
                str(link["hreflang"]): str(link["href"])
                for link in page.select("head link[rel=alternate][hreflang]")
            }


def _address(path: Path, output: Path) -> str:
    return str(path.relative_to(output)).removesuffix("index.html")


@pytest.fixture(scope="module")
def heads(published_site: Build) -> Heads:
    return Heads(published_site)


def test_every_version_answers_back_with_the_same_versions(heads: Heads) -> None:
    told = {address: versions for address, versions in heads.alternates.items() if versions}

    assert len(told) > 40
    for address, versions in told.items():
        assert address in versions.values(), address
        assert {heads.alternates[each] == versions for each in versions.values()} == {True}


def test_a_version_is_in_the_language_it_is_said_to_be_in(heads: Heads) -> None:
    for versions in heads.alternates.values():
        own = {code: url for code, url in versions.items() if code != "x-default"}
        assert {code: heads.languages[url] for code, url in own.items()} == {c: c for c in own}
        assert versions.get("x-default") == own.get("en")


def test_what_has_versions_stands_for_itself(heads: Heads) -> None:
    for address, versions in heads.alternates.items():
        if versions:
            assert heads.canonical[address] == address


def test_a_piece_that_stands_for_one_elsewhere_is_no_version(build: BuildSite) -> None:
    head = "Date: 2026-03-14\nCategory: Rivers\nSlug: water\n"
    taken = "Source: @water\nRepublication: verbatim\nRobots: index\n"
    work = "type: webpage\ntitle: Water\nURL: https://courier.example/water\n"
    content = {
        "articles/water.md": f"Title: Water\n{head}{taken}\nWater.",
        "articles/water.ka.md": f"Title: წყალი\n{head}Lang: ka\n\nწყალი.",
        "citations/water.yaml": work,
        "citations/water.txt": "Water.\n",
    }

    site = build(content).require_success()
    canonical = site.page("water/").select_one("link[rel=canonical]")

    assert canonical
    assert canonical["href"] == "https://courier.example/water"
    assert site.page("water/").select("link[hreflang]") == []
    assert site.page("ka/water/").select("link[hreflang]") == []
