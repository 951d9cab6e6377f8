"""What follows for readers and machines where an article was published elsewhere first."""

from __future__ import annotations

from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag

from tests.structured_data.checking import faults
from tests.structured_data.reading import data_of, items_of
from tests.support.building import Build, BuildSite, build_site, write_files

HOME = "https://kura.example"
FIRST = "https://courier.example/water"
RECORD = {
    "citations/water.yaml": (
        "type: article-newspaper\ntitle: წყალი\nauthor:\n  - given: Nino\n    family: Example\n"
        f"container: courier\nURL: {FIRST}\nlanguage: ka\nissued: 2026-02-02\n"
    ),
    "citations/nameless.yaml": (
        "type: webpage\ntitle: Mud\ncontainer: courier\nURL: https://courier.example/mud\n"
    ),
    "citations/offline.yaml": "type: book\ntitle: Silt\nauthor: Hayk Example\n",
    "sources/courier.md": (
        "Title: Kura Courier\nURL: https://courier.example/\nKind: weekly\n\nIt flows.\n"
    ),
    "authors/ann.md": "Title: Ann\n\nShe edits.\n",
}


def taken(source: str, kind: str, *more: str) -> str:
    head = ["Title: Water", "Date: 2026-03-14 09:00", "Author: Ann", f"Source: {source}"]
    return "\n".join([*head, f"Republication: {kind}", *more, "", "It flows.", ""])


ARTICLES = {
    "own": "Title: Ours\nDate: 2026-03-14\nAuthor: Ann\nTranslator: Eka Example\n\nIt flows.\n",
    "verbatim": taken("@water", "verbatim"),
    "translation": taken("@water", "translation", "Translator: Eka Example"),
    "excerpt": taken("@water", "excerpt"),
    "outlet": taken("Kura Courier", "verbatim"),
    "stranger": taken("The Bell", "translation"),
    "nameless": taken("@nameless", "verbatim"),
    "offline": taken("@offline", "verbatim"),
    "found": taken("@water", "verbatim", "Robots: index"),
    "unfollowed": taken("@water", "verbatim", "Robots: nofollow"),
    "hidden": taken("@water", "excerpt", "Robots: noindex"),
    "draft": taken("@water", "excerpt", "Status: draft", "Robots: index"),
}
TAKEN = [name for name in ARTICLES if name not in ("own", "draft")]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """Return a site with republications of all kinds."""
    folder = tmp_path_factory.mktemp("republished")
    texts = {f"articles/{name}.md": text for name, text in ARTICLES.items()}
    content = write_files(folder / "content", RECORD | texts)
    return build_site(content, folder / "output", settings={"SITEURL": HOME}).require_success()


def meta(page: BeautifulSoup, selector: str, name: str) -> list[str]:
    return [str(tag[name]) for tag in page.select(f"head {selector}")]


def text(page: BeautifulSoup, selector: str) -> str:
    found = page.select(selector)
    assert len(found) == 1, f"{selector}: {len(found)}"
    return " ".join(found[0].get_text().split())


def data(site: Build, name: str) -> dict[str, Any]:
    [root] = data_of(site, f"{name}/")
    return root


@pytest.mark.parametrize(
    ("address", "robots"),
    [
        ("own/", []),
        ("verbatim/", ["noindex"]),
        ("outlet/", ["noindex"]),
        ("offline/", ["noindex"]),
        ("translation/", []),
        ("excerpt/", []),
        ("found/", ["index"]),
        ("unfollowed/", ["noindex, nofollow"]),
        ("hidden/", ["noindex"]),
        ("drafts/draft/", ["noindex"]),
    ],
)
def test_a_copy_is_not_to_be_found_unless_the_editors_say_so(
    site: Build, address: str, robots: list[str]
) -> None:
    assert meta(site.page(address), "meta[name=robots]", "content") == robots


@pytest.mark.parametrize(
    ("name", "canonical"),
    [
        ("own", f"{HOME}/own/"),
        ("verbatim", FIRST),
        ("found", FIRST),
        ("outlet", f"{HOME}/outlet/"),
        ("offline", f"{HOME}/offline/"),
        ("translation", f"{HOME}/translation/"),
        ("excerpt", f"{HOME}/excerpt/"),
    ],
)
def test_a_copy_stands_for_its_original_where_that_is_known(
    site: Build, name: str, canonical: str
) -> None:
    assert meta(site.page(f"{name}/"), "link[rel=canonical]", "href") == [canonical]


@pytest.mark.parametrize(
    ("name", "byline"),
    [
        ("own", "By Ann, translated by Eka Example"),
        ("verbatim", "By Nino Example, prepared by Ann"),
        ("translation", "By Nino Example, translated by Eka Example, prepared by Ann"),
        ("outlet", "By Kura Courier, prepared by Ann"),
        ("stranger", "By The Bell, prepared by Ann"),
        ("nameless", "By Kura Courier, prepared by Ann"),
        ("offline", "By Hayk Example, prepared by Ann"),
    ],
)
def test_the_byline_names_who_wrote_it(site: Build, name: str, byline: str) -> None:
    assert text(site.page(f"{name}/"), ".article-head .byline p") == byline


@pytest.mark.parametrize(("name", "writer"), [("own", "Ann"), ("verbatim", "Nino Example")])
def test_lists_name_who_wrote_it_too(site: Build, name: str, writer: str) -> None:
    entries = site.page("archive/").select("li.h-entry")
    [entry] = [each for each in entries if each.select(f'a[href="{HOME}/{name}/"]')]

    assert [each.get_text() for each in entry.select(".p-author")] == [writer]


@pytest.mark.parametrize(
    ("name", "source"),
    [
        (
            "verbatim",
            (
                "Kura Courier, წყალი, 2 February 2026. Republished in full."
                " Not compared with the source."
            ),
        ),
        ("translation", "Kura Courier, წყალი, 2 February 2026. Translated from Georgian."),
        (
            "excerpt",
            "Kura Courier, წყალი, 2 February 2026. An excerpt. Not compared with the source.",
        ),
        ("outlet", "Kura Courier. Republished in full. Not compared with the source."),
        ("stranger", "The Bell. Translated."),
        ("offline", "Silt. Republished in full. Not compared with the source."),
    ],
)
def test_the_source_line_stands_before_the_first_word(site: Build, name: str, source: str) -> None:
    page = site.page(f"{name}/")
    first = page.select_one(".prose > *")
    licence = "The text is theirs; the licence of this site does not cover it."

    assert isinstance(first, Tag)
    assert first["class"][0] == "republication"
    assert text(page, ".republication") == f"Source: {source} {licence}"


def test_the_box_of_the_author_is_that_of_the_outlet(site: Build) -> None:
    assert text(site.page("own/"), ".notice.h-card") == "Ann She edits."
    assert text(site.page("verbatim/"), ".notice.h-card") == "Kura Courier It flows."
    assert site.page("stranger/").select(".notice.h-card") == []


def test_our_own_article_is_ours_to_license(site: Build) -> None:
    own = data(site, "own")

    assert own["license"] == "https://creativecommons.org/licenses/by-sa/4.0/"
    assert [author["@id"] for author in own["author"]] == [f"{HOME}/#author-ann"]
    assert own["translator"] == {"@type": "Person", "name": "Eka Example"}
    assert "isBasedOn" not in own
    assert "editor" not in own


@pytest.mark.parametrize("name", TAKEN)
def test_what_was_taken_from_others_is_not(site: Build, name: str) -> None:
    told = data(site, name)

    assert faults([told]) == []
    assert "license" not in told
    assert [editor["@id"] for editor in told["editor"]] == [f"{HOME}/#author-ann"]
    assert "isBasedOn" in told


@pytest.mark.parametrize("name", ["verbatim", "translation", "excerpt"])
def test_machines_are_told_of_the_original_and_its_author(site: Build, name: str) -> None:
    told = data(site, name)

    assert told["author"] == [{"@type": "Person", "name": "Nino Example"}]
    assert told["isBasedOn"] == {
        "@type": "NewsArticle",
        "@id": FIRST,
        "name": "წყალი",
        "url": FIRST,
        "author": [{"@type": "Person", "name": "Nino Example"}],
        "publisher": {
            "@type": "NewsMediaOrganization",
            "@id": f"{HOME}/sources/courier/",
            "name": "Kura Courier",
            "url": "https://courier.example/",
        },
        "datePublished": "2026-02-02",
        "inLanguage": "ka",
    }
    assert told.get("translationOfWork") == ({"@id": FIRST} if name == "translation" else None)


def test_where_no_author_is_known_the_outlet_is(site: Build) -> None:
    [courier] = data(site, "outlet")["author"]
    assert courier["@id"] == f"{HOME}/sources/courier/"
    assert data(site, "stranger")["author"] == [{"@type": "Organization", "name": "The Bell"}]
    assert data(site, "stranger")["translationOfWork"] == {
        "@type": "CreativeWork",
        "publisher": {"@type": "Organization", "name": "The Bell"},
    }


def test_microformats_tell_a_copy_from_a_translation(site: Build) -> None:
    def entry(name: str) -> dict[str, Any]:
        [found] = [
            item for item in items_of(site, f"{name}/", home=HOME) if item["type"] == ["h-entry"]
        ]
        return found

    [repost] = entry("verbatim")["properties"]["repost-of"]
    translation = entry("translation")

    assert repost["value"] == FIRST
    assert repost["properties"]["name"] == ["წყალი"]
    assert repost["properties"]["publication"] == ["Kura Courier"]
    assert repost["properties"]["published"] == ["2026-02-02"]
    assert "repost-of" not in translation["properties"]
    assert [
        child["properties"]["url"] for child in translation["children"] if "h-cite" in child["type"]
    ] == [[FIRST]]
    assert [author["value"] for author in translation["properties"]["author"]] == ["Nino Example"]


@pytest.mark.parametrize(
    ("robots", "advice"),
    [
        ("no-index", "did you mean noindex?"),
        ("noindex, folow", "did you mean follow?"),
        ("noindex: true", "no search engine knows “noindex: true”"),
        ("please", "write noindex, or index"),
        ("max-snippet", "“max-snippet” needs a value"),
    ],
)
def test_a_slip_in_what_search_engines_are_told_is_an_error(
    build: BuildSite, robots: str, advice: str
) -> None:
    article = f"Title: A\nDate: 2026-03-14\nRobots: {robots}\n\nIt flows.\n"

    done = build({"a.md": article}, VERIFY_ONLY=True)

    [problem] = done.problems
    assert (problem.code, str(problem.location)) == ("robots", "content/a.md:3")
    assert advice in problem.message


@pytest.mark.parametrize(
    "robots",
    [
        "noindex",
        "NOINDEX,nofollow",
        "max-snippet:-1, noarchive",
        "unavailable_after: 25 Jun 2030, x",
    ],
)
def test_what_search_engines_know_may_be_said(build: BuildSite, robots: str) -> None:
    article = f"Title: A\nDate: 2026-03-14\nRobots: {robots}\n\nIt flows.\n"

    page = build({"a.md": article}).require_success().page("a/")

    assert meta(page, "meta[name=robots]", "content") == [robots]
