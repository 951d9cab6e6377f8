"""Languages in a site: front pages, versions of a text, and lists that lead to all of them."""

from __future__ import annotations

import pytest
from bs4 import Tag

from tests.support.building import Build, build_site, write_files

TEXT = (
    "Title: {title}\nDate: {date}\nCategory: {section}\nTags: {tags}\nAuthor: {author}\n\n"
    "It flows.\n"
)


def text(title: str, section: str, tags: str, author: str, date: str = "2026-03-14 09:00") -> str:
    return TEXT.format(title=title, section=section, tags=tags, author=author, date=date)


SITE = {
    "water.md": text("Water", "Rivers", "floods, counting", "Ana Example"),
    "water.ka.md": text("წყალი", "მდინარეები", "თვლა, floods", "Eka Example"),
    "water.fa.md": text("آب", "Rivers", "floods", "Ana Example"),
    "only.ru.md": text("Вода", "Rivers", "вода", "Ana Example", "2026-03-15"),
    "pages/about.md": "Title: About\n\nWe write.\n",
    "pages/about.ka.md": "Title: ჩვენ\n\nვწერთ.\n",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """Return a site in four languages."""
    folder = tmp_path_factory.mktemp("languages")
    content = write_files(folder / "content", SITE)
    return build_site(content, folder / "output").require_success()


def alternates(build: Build, address: str) -> dict[str, str]:
    links = build.page(address).select("head link[rel=alternate][hreflang]")
    return {str(link["hreflang"]): str(link["href"]) for link in links}


def listed(build: Build, address: str) -> list[str]:
    return [str(link["href"]) for link in build.page(address).select("main .entry-title a")]


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("", {"en": "/", "ka": "/ka/", "ru": "/ru/", "fa": "/fa/"}),
        ("ru/", {"en": "/", "ka": "/ka/", "ru": "/ru/", "fa": "/fa/"}),
        ("water/", {"en": "/water/", "ka": "/ka/water/", "fa": "/fa/water/"}),
        ("fa/water/", {"en": "/water/", "ka": "/ka/water/", "fa": "/fa/water/"}),
        ("ru/only/", {}),
        ("ka/about/", {"en": "/about/", "ka": "/ka/about/"}),
    ],
)
def test_each_version_names_all_versions(
    site: Build, address: str, expected: dict[str, str]
) -> None:
    assert alternates(site, address) == expected


@pytest.mark.parametrize(
    ("address", "titles"),
    [("", ["Water"]), ("ka/", ["წყალი"]), ("ru/", ["Вода"]), ("fa/", ["آب"])],
)
def test_a_front_page_lists_the_texts_of_its_language(
    site: Build, address: str, titles: list[str]
) -> None:
    latest = site.page(address).select("section[aria-labelledby=latest] .entry-title")

    assert [each.get_text(strip=True) for each in latest] == titles


@pytest.mark.parametrize(
    ("address", "direction"), [("fa/", "rtl"), ("fa/water/", "rtl"), ("ka/", None), ("", None)]
)
def test_a_page_runs_in_the_direction_of_its_language(
    site: Build, address: str, direction: str | None
) -> None:
    html = site.page(address).html

    assert isinstance(html, Tag)
    assert html.get("dir") == direction
    assert html["lang"] == (address.split("/")[0] or "en")


@pytest.mark.parametrize(
    ("address", "links"),
    [
        pytest.param("tags/counting/", ["/water/"], id="tag-of-the-original"),
        pytest.param("tags/tvla/", ["/ka/water/"], id="tag-of-a-translation"),
        pytest.param("tags/floods/", ["/water/"], id="tag-of-both-once"),
        pytest.param("sections/mdinareebi/", ["/ka/water/"], id="section-of-a-translation"),
        pytest.param("sections/rivers/", ["/ru/only/", "/water/"], id="section-of-both-once"),
        pytest.param("authors/eka-example/", ["/ka/water/"], id="author-of-a-translation"),
    ],
)
def test_what_only_a_translation_has_leads_to_it(
    site: Build, address: str, links: list[str]
) -> None:
    assert listed(site, address) == links


def test_the_indexes_name_what_only_translations_have(site: Build) -> None:
    assert "/tags/tvla/" in [str(a["href"]) for a in site.page("tags/").select("main a")]
    assert "/authors/eka-example/" in listed(site, "authors/")
