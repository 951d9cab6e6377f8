"""Sharing, in sites that are built."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree
from PIL import Image
from playwright.sync_api import Page

from tests.support.building import Build, BuildSite, build_site, write_files

SITE = "https://kelp.example"
LONG = "A headline that does not know when to stop, and then goes on " * 5
HOSTILE = "“A” <b>bold</b> & 'b' \u202ereversed\u2066"
HEAD = "Date: 2026-03-14 09:00\nCategory: Rivers\n"
CONTENT = {
    "articles/gauge.md": (
        f"Title: “It rises”: why\n{HEAD}Modified: 2026-03-15 10:00\nTags: counting, <i>boats</i>\n"
        "Author: Ann Example\nSummary: Of <em>water</em> & men.\n\n"
        "> It rises.\n>\n> — Nino Example, [@water]\n"
    ),
    "articles/gauge.ka.md": f"Title: წყალი\n{HEAD}Author: Ann Example\n\nწყალი.",
    "articles/hostile.md": f"Title: {HOSTILE}\n{HEAD}\nText.",
    "articles/long.md": f"Title: {LONG[:300]}\n{HEAD}\nText.",
    "articles/heron.md": f"Title: 🦩\n{HEAD}\nText.",
    "articles/unknown.md": f"Title: \U00012000\U00012001 in clay\n{HEAD}\nText.",
    "articles/unsaid.md": f"Title: Unsaid\n{HEAD}Status: draft\n\nText.",
    "pages/about.md": "Title: About\n\nUs.",
    "citations/water.yaml": "type: article\ntitle: Water\nlanguage: en\nURL: https://courier.example/w\n",
    "citations/water.txt": "It rises.\n",
}


def build_in(folder: Path) -> Build:
    return build_site(
        write_files(folder / "content", CONTENT),
        folder / "output",
        conf="publishconf.py",
        settings={"CACHE_PATH": str(folder / "cache")},
        environment={"SITE_URL": SITE},
    ).require_success()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return where the site is built."""
    return tmp_path_factory.mktemp("sharing")


@pytest.fixture(scope="module")
def site(folder: Path) -> Build:
    """Return a published site."""
    return build_in(folder)


def told(site: Build, address: str) -> dict[str, list[str]]:
    """Return the properties of a page, each with all of its values."""
    found: dict[str, list[str]] = {}
    for meta in site.page(address).select("head meta[property]"):
        found.setdefault(str(meta["property"]), []).append(str(meta["content"]))
    return found


def image(site: Build, address: str) -> Path:
    """Return the file of the image that stands for a page."""
    [url] = told(site, address)["og:image"]
    return site.output / url.removeprefix(f"{SITE}/")


def test_an_article_tells_what_it_is(site: Build) -> None:
    properties = told(site, "gauge/")

    [url] = properties.pop("og:image")
    assert url.startswith(f"{SITE}/cards/")
    assert properties == {
        "og:type": ["article"],
        "og:site_name": ["The Kelp Review"],
        "og:title": ["“It rises”: why"],
        "og:description": ["Of water & men."],
        "og:url": [f"{SITE}/gauge/"],
        "og:locale": ["en_GB"],
        "og:locale:alternate": ["ka_GE"],
        "og:image:width": ["1200"],
        "og:image:height": ["630"],
        "og:image:alt": ["“It rises”: why · Ann Example · 1 quotation from 1 source, all checked"],
        "article:published_time": ["2026-03-14T09:00:00+04:00"],
        "article:modified_time": ["2026-03-15T10:00:00+04:00"],
        "article:author": [f"{SITE}/authors/ann-example/"],
        "article:section": ["Rivers"],
        "article:tag": ["counting", "<i>boats</i>"],
    }
    [card] = site.page("gauge/").select('meta[name="twitter:card"]')
    assert card["content"] == "summary_large_image"


@pytest.mark.parametrize(
    ("address", "title"),
    [
        ("ka/gauge/", "წყალი"),
        ("hostile/", "“A” bold & 'b' reversed"),
        ("long/", LONG[:300].strip()),
        ("heron/", "🦩"),
        ("about/", "About"),
        ("", "The Kelp Review"),
        ("ka/", "წყალმცენარის მიმოხილვა"),
        ("archive/", "Archive"),
        ("sources/", "Sources"),
    ],
)
def test_every_kind_of_page_tells_its_title(site: Build, address: str, title: str) -> None:
    properties = told(site, address)

    assert properties["og:title"] == [title]
    assert properties["og:url"] == [f"{SITE}/{address}"]
    assert len(properties["og:image"]) == 1


@pytest.mark.parametrize("address", ["drafts/unsaid/", "404.html"])
def test_what_may_not_be_found_is_not_shared(site: Build, address: str) -> None:
    assert told(site, address) == {}
    assert site.page(address).select('meta[name="robots"][content*="noindex"]')


@pytest.mark.parametrize("address", ["gauge/", "ka/gauge/", "hostile/", "long/", "about/", ""])
def test_a_card_is_a_small_image_of_the_size_that_is_told(site: Build, address: str) -> None:
    path = image(site, address)

    assert path.stat().st_size < 60_000
    with Image.open(path) as card:
        assert card.size == (1200, 630)


def test_a_piece_has_a_card_of_its_own(site: Build) -> None:
    cards = [image(site, each) for each in ("gauge/", "ka/gauge/", "hostile/", "long/", "", "ka/")]

    assert len(set(cards)) == len(cards)


def test_what_cannot_be_drawn_has_the_card_of_the_site(site: Build) -> None:
    assert image(site, "unknown/") == image(site, "heron/") == image(site, "about/")
    [problem] = [each for each in site.problems if each.code == "card-font"]
    assert "\U00012000\U00012001" in problem.message
    assert "fonts-noto-core" in problem.message


def test_a_second_build_draws_nothing(site: Build, folder: Path) -> None:
    def drawn() -> dict[Path, int]:
        return {path: path.stat().st_mtime_ns for path in (folder / "cache/cards").iterdir()}

    before = drawn()

    again = build_in(folder)

    assert before
    assert drawn() == before
    assert image(again, "gauge/") == image(site, "gauge/")


def test_the_local_site_has_no_cards(local_site: Build) -> None:
    assert not (local_site.output / "cards").exists()
    assert "og:image" not in told(local_site, "")


def test_an_option_that_there_is_not_is_an_error(build: BuildSite) -> None:
    site = build({"pages/about.md": "Title: About\n\nUs."}, SHARING={"locale": {}, "fonts": {}})

    assert site.codes() == ["setting"]
    assert "did you mean locales" in site.problems[0].message


def test_icons_are_there_in_the_sizes_that_are_asked_for(local_site: Build) -> None:
    output = local_site.output
    manifest = json.loads(local_site.text("manifest.webmanifest"))
    sizes = {each["sizes"]: output / each["src"] for each in manifest["icons"]}

    for path, size in {
        output / "favicon.ico": 32,
        output / "apple-touch-icon.png": 180,
        sizes["192x192"]: 192,
        sizes["512x512"]: 512,
    }.items():
        with Image.open(path) as icon:
            assert icon.size == (size, size)
    assert etree.parse(sizes["any"]).getroot().get("viewBox") == "0 0 32 32"
    assert [each["sizes"] for each in manifest["icons"] if each.get("purpose") == "maskable"]
    assert (manifest["name"], manifest["short_name"], manifest["lang"], manifest["dir"]) == (
        *("The Kelp Review", "Kelp Review"),
        *("en", "ltr"),
    )
    assert {each["content"] for each in local_site.page().select('meta[name="theme-color"]')} == {
        manifest["theme_color"],
        "#121614",
    }


def test_an_article_asks_for_no_card_and_no_manifest(
    page: Page, serve: Callable[[Path], str], local_site: Build
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))

    page.goto(f"{serve(local_site.output)}/the-oven-keeps-no-clock/", wait_until="networkidle")

    assert asked
    assert [url for url in asked if "card" in url or "icon-" in url or "manifest" in url] == []
