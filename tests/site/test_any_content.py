"""A site of any other kind that Pelican builds, is built as well."""

from __future__ import annotations

import pytest
from bs4 import Tag

from tests.support.building import Build, BuildSite, build_site, write_files

RST = """\
An old text
###########

:date: 2010-10-03 10:20
:tags: thats, awesome
:category: yeah
:authors: Alexis Métaireau, Conan Doyle
:summary: Short version for index and feeds

It was written *long* ago.
"""
HTML = """\
<html>
  <head>
    <title>An even older text</title>
    <meta name="date" content="2009-10-03 10:20" />
    <meta name="tags" content="thats" />
    <meta name="authors" content="Conan Doyle" />
  </head>
  <body><p>It was written in <b>HTML</b>.</p></body>
</html>
"""
MIXED = {
    "at-the-root.md": "Title: At the root\nDate: 2026-03-14\n\nNo folder, and no author.\n",
    "old.rst": RST,
    "older.html": HTML,
    "cat1/article1.md": "Title: Article 1\nDate: 2011-02-17\nCategory: not cat1\n\nOne.\n",
    "cat1/article2.md": "Title: Article 2\nDate: 2011-02-18\nKeywords: a, b\n\nTwo.\n",
    "2012-11-30_filename-metadata.md": "Title: Dated by its name\n\nThree.\n",
    "secret.md": "Title: Secret\nDate: 2026-03-14\nStatus: hidden\n\nNot listed.\n",
    "unfinished.md": "Title: Unfinished\nDate: 2026-03-14\nStatus: draft\n\nNot listed.\n",
    "skipped.md": "Title: Skipped\nDate: 2026-03-14\nStatus: skip\n\nNot written.\n",
    "elsewhere.md": (
        "Title: Elsewhere\nDate: 2026-03-14\nURL: there/here.html\n"
        "Save_as: there/here.html\n\nHere.\n"
    ),
    "pages/no-date.md": "Title: A page without a date\n\nIt needs none.\n",
    "pages/hidden.md": "Title: A hidden page\nStatus: hidden\n\nNot listed.\n",
    "pages/older-page.rst": "An old page\n###########\n\nIt needs none.\n",
    "extra/robots.txt": "User-agent: *\n",
    "images/dot.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
}


def headings(build: Build, address: str) -> list[str]:
    return [each.get_text(strip=True) for each in build.page(address).select("h1")]


def entries(build: Build, address: str) -> list[str]:
    return [each.get_text(strip=True) for each in build.page(address).select("main .entry-title")]


@pytest.fixture(scope="module")
def mixed(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """Return a site of all the kinds of texts that Pelican reads."""
    folder = tmp_path_factory.mktemp("mixed")
    content = write_files(folder / "content", MIXED)
    return build_site(content, folder / "output").require_success()


@pytest.mark.parametrize(
    ("address", "heading"),
    [
        pytest.param("at-the-root/", "At the root", id="no-folder"),
        pytest.param("old/", "An old text", id="rst"),
        pytest.param("older/", "An even older text", id="html"),
        pytest.param("article1/", "Article 1", id="category-stated"),
        pytest.param("article2/", "Article 2", id="category-by-folder"),
        pytest.param("filename-metadata/", "Dated by its name", id="date-in-name"),
        pytest.param("secret/", "Secret", id="hidden"),
        pytest.param("drafts/unfinished/", "Unfinished", id="draft"),
        pytest.param("there/here.html", "Elsewhere", id="own-address"),
        pytest.param("no-date/", "A page without a date", id="page"),
        pytest.param("hidden/", "A hidden page", id="hidden-page"),
        pytest.param("sections/cat1/", "cat1", id="section"),
        pytest.param("authors/conan-doyle/", "Conan Doyle", id="author"),
        pytest.param("tags/thats/", "thats", id="tag"),
    ],
)
def test_every_kind_of_text_has_its_page(mixed: Build, address: str, heading: str) -> None:
    assert headings(mixed, address) == [heading]


def test_nothing_is_wrong_with_it(mixed: Build) -> None:
    assert mixed.problems == ()


@pytest.mark.parametrize("title", ["Secret", "Unfinished", "Skipped", "A hidden page"])
def test_what_is_not_published_is_listed_nowhere(mixed: Build, title: str) -> None:
    own = {"secret", "drafts", "hidden"}
    listing = [page for page in mixed.pages() if page.relative_to(mixed.output).parts[0] not in own]

    assert [page for page in listing if title in page.read_text(encoding="utf-8")] == []
    assert not (mixed.output / "skipped").exists()


def test_texts_without_an_author_have_no_empty_byline(mixed: Build) -> None:
    byline = mixed.page("at-the-root/").select_one(".byline")

    assert byline
    assert "By" not in byline.get_text()


def test_an_empty_content_folder_gives_a_site_that_says_so(build: BuildSite) -> None:
    done = build({}).require_success()

    for address in ("", "archive/"):
        assert "Nothing has been published yet." in done.text(address)
    assert headings(done, "archive/") == ["Archive"]


def test_articles_without_a_date_take_that_of_their_file_where_the_site_says_so(
    build: BuildSite,
) -> None:
    build({"a.md": "Title: A\n\nNo date.\n"}, DEFAULT_DATE="fs").require_success()


def test_a_language_other_than_english_may_be_the_first(build: BuildSite) -> None:
    done = build(
        {
            "a.md": "Title: მდინარე\nDate: 2026-03-14\n\nმიედინება.\n",
            "a.en.md": "Title: The river\nDate: 2026-03-14\n\nIt flows.\n",
            "pages/about.md": "Title: ჩვენ\n\nვწერთ.\n",
        },
        DEFAULT_LANG="ka",
    ).require_success()
    pages = {address: done.page(address) for address in ("", "a/", "en/a/", "en/", "about/")}

    assert {address: page.html["lang"] for address, page in pages.items() if page.html} == {
        "": "ka",
        "a/": "ka",
        "en/a/": "en",
        "en/": "en",
        "about/": "ka",
    }


@pytest.fixture(scope="module")
def long_site(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """Return a site whose lists go over several pages; two tags that begin alike."""
    folder = tmp_path_factory.mktemp("long")
    texts = {
        f"a{n:02}.md": f"Title: Text {n:02}\nDate: 2026-01-{n + 1:02}\nTags: u1, u12\n\nIt flows.\n"
        for n in range(25)
    }
    content = write_files(folder / "content", texts)
    return build_site(content, folder / "output").require_success()


@pytest.mark.parametrize("address", ["", "tags/u1/", "tags/u12/", "sections/misc/"])
def test_a_long_list_goes_on_on_a_second_page(long_site: Build, address: str) -> None:
    second = entries(long_site, f"{address}page/2/")
    older = long_site.page(address).select_one("a[rel=next]")
    newer = long_site.page(f"{address}page/2/").select_one("a[rel=prev]")

    assert second == [f"Text {n:02}" for n in range(4, -1, -1)]
    assert isinstance(older, Tag)
    assert older["href"] == f"/{address}page/2/"
    assert isinstance(newer, Tag)
    assert newer["href"] == f"/{address}"
