"""Languages in a site: its lists, the versions of each page, and the ways between them."""

from __future__ import annotations

import pytest
from bs4 import Tag

from tests.support.building import Build, build_site, write_files

TEXT = (
    "Title: {title}\nDate: {date}\nCategory: {section}\nTags: {tags}\nAuthor: {author}\n{more}\n"
    "It flows.\n"
)


def text(
    title: str, section: str, tags: str, author: str, date: str = "2026-03-14 09:00", more: str = ""
) -> str:
    return TEXT.format(title=title, section=section, tags=tags, author=author, date=date, more=more)


SITE = {
    "water.md": text("Water", "Tides", "floods, counting", "Ana Example"),
    "water.ka.md": text("წყალი", "მოქცევები", "თვლა, floods", "Eka Example"),
    "water.fa.md": text("آب", "Tides", "floods", "Ana Example", "2025-03-14"),
    "only.ru.md": text("Вода", "Tides", "вода", "Ana Example", "2026-03-15"),
    "more.ru.md": text("Ещё", "Tides", "вода", "Ana Example", "2026-03-15"),
    "taken.md": text("Taken", "Tides", "floods", "Ana Example", more="Robots: noindex\n"),
    "taken.ka.md": text("აღებული", "Tides", "floods", "Eka Example"),
    "draft.md": text("Draft", "Tides", "unseen", "Ana Example", more="Status: draft\n"),
    "draft.ka.md": text("ესკიზი", "Moths", "floods", "Ana Example", more="Status: draft\n"),
    "pages/about.md": "Title: About\n\nWe write.\n",
    "pages/about.ka.md": "Title: ჩვენ\n\nვწერთ.\n",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """Return a site in four languages, with two pieces on a page of a list."""
    folder = tmp_path_factory.mktemp("languages")
    content = write_files(folder / "content", SITE)
    pages = {"PAGINATED_TEMPLATES": {"archives": 1, "tag": 1}}
    return build_site(content, folder / "output", settings=pages).require_success()


def alternates(build: Build, address: str) -> dict[str, str]:
    links = build.page(address).select("head link[rel=alternate][hreflang]")
    return {str(link["hreflang"]): str(link["href"]) for link in links}


def menu(build: Build, address: str) -> dict[str, str]:
    links = build.page(address).select(".masthead nav a[hreflang][lang]")
    return {str(link["hreflang"]): str(link["href"]) for link in links}


def listed(build: Build, address: str) -> list[str]:
    return [str(link["href"]) for link in build.page(address).select("main .entry-title a")]


FRONTS = {"en": "/", "ka": "/ka/", "ru": "/ru/", "fa": "/fa/", "x-default": "/"}


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("", FRONTS),
        ("ru/", FRONTS),
        (
            "water/",
            {"en": "/water/", "ka": "/ka/water/", "fa": "/fa/water/", "x-default": "/water/"},
        ),
        ("ru/only/", {}),
        ("ka/about/", {"en": "/about/", "ka": "/ka/about/", "x-default": "/about/"}),
        (
            "ka/authors/",
            {each: f"{front}authors/" for each, front in FRONTS.items()},
        ),
        (
            "fa/archive/",
            {each: f"{front}archive/" for each, front in FRONTS.items()},
        ),
        (
            "ka/sections/tides/",
            {each: f"{front}sections/tides/" for each, front in FRONTS.items()},
        ),
        ("authors/eka-example/", None),
        ("ka/authors/eka-example/", {}),
        ("tags/counting/", {}),
        # One asks not to be found, so the other is alone.
        ("taken/", {}),
        ("ka/taken/", {}),
        ("drafts/draft/", {}),
        # What stands on further pages differs.
        ("tags/floods/page/2/", {}),
    ],
)
def test_each_version_names_all_versions(
    site: Build, address: str, expected: dict[str, str] | None
) -> None:
    if expected is None:
        assert not site.path(address).exists()
    else:
        assert alternates(site, address) == expected


@pytest.mark.parametrize(
    ("address", "georgian"),
    [
        pytest.param("water/", "/ka/water/", id="piece"),
        pytest.param("taken/", "/ka/taken/", id="piece-that-is-not-found"),
        pytest.param("ru/only/", "/ka/", id="piece-in-one-language"),
        pytest.param("tags/floods/", "/ka/tags/floods/", id="tag"),
        pytest.param("tags/floods/page/2/", "/ka/tags/floods/", id="further-page"),
        pytest.param("tags/counting/", "/ka/", id="tag-in-one-language"),
        pytest.param("fa/sections/tides/", "/ka/sections/tides/", id="section"),
        pytest.param("archive/", "/ka/archive/", id="archive"),
        pytest.param("404.html", "/ka/", id="absent"),
    ],
)
def test_the_menu_of_languages_stays_where_the_reader_is(
    site: Build, address: str, georgian: str
) -> None:
    assert menu(site, address)["ka"] == georgian
    here = site.page(address).select(".masthead nav a[hreflang][aria-current]")
    assert [each["lang"] for each in here] == [site.page(address).select("html")[0]["lang"]]


@pytest.mark.parametrize(
    ("address", "titles"),
    [("", ["Water", "Taken"]), ("ka/", ["წყალი", "აღებული"]), ("fa/", ["آب"])],
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
        pytest.param("tags/counting/", ["/water/"], id="tag"),
        pytest.param("ka/tags/tvla/", ["/ka/water/"], id="tag-of-a-translation"),
        pytest.param("ka/tags/floods/", ["/ka/water/"], id="tag-of-both"),
        pytest.param("ka/tags/floods/page/2/", ["/ka/taken/"], id="further-page"),
        pytest.param("ka/sections/tides/", ["/ka/water/", "/ka/taken/"], id="section"),
        # Two of one day are in the order of their slugs, the last first.
        pytest.param("ru/sections/tides/", ["/ru/only/", "/ru/more/"], id="tie"),
        pytest.param("ka/authors/eka-example/", ["/ka/water/", "/ka/taken/"], id="author"),
        pytest.param("sections/", ["/sections/tides/"], id="sections"),
        pytest.param("ka/tags/", ["/ka/tags/tvla/", "/ka/tags/floods/"], id="tags"),
        pytest.param("ka/authors/", ["/ka/authors/eka-example/"], id="authors"),
        pytest.param("fa/archive/", ["/fa/water/"], id="archive"),
        pytest.param("ru/archive/page/2/", ["/ru/more/"], id="further-page-of-an-archive"),
    ],
)
def test_a_list_has_the_texts_of_its_language(site: Build, address: str, links: list[str]) -> None:
    assert listed(site, address) == links


def test_nothing_is_written_that_lists_nothing_and_nothing_leads_there(site: Build) -> None:
    for address in ("tags/tvla/", "tags/unseen/", "ka/sections/moths/", "tr/", "ru/tags/floods/"):
        assert not site.path(address).exists(), address
    links = {
        (str(page.relative_to(site.output)), str(link["href"]))
        for page in site.pages()
        for link in site.page(str(page.relative_to(site.output))).select("a[href^='/']")
    }

    led = {(page, href) for page, href in links if "drafts" not in page and "#" not in href}
    assert len(led) > 200
    assert {each for each in led if not site.path(each[1]).is_file()} == set()


def test_the_years_of_an_archive_are_in_the_digits_of_its_language(site: Build) -> None:
    headings = site.page("fa/archive/").select("main h2")

    assert [each.get_text() for each in headings] == ["۲۰۲۵"]
    assert headings[0]["id"] == "y2025"
