"""Every text, author, category and tag has an address, and no two have one."""

from __future__ import annotations

from pathlib import Path

import pytest

from metadata.authors import read_authors
from metadata.checks import ambiguous, cannot_be_an_address, taken_by, unread_files
from tests.support.building import BuildSite, write_files

ARTICLE = "Title: A\nDate: 2026-03-14 09:00\nCategory: {category}\n{more}\nIt rises.\n"


def article(*, category: str = "Rivers", more: str = "") -> str:
    return ARTICLE.format(category=category, more=more)


@pytest.mark.parametrize("slug", ["a b", "a?b", "a#b", "100%", "<b>", 'a"b', "a\\b", "a\nb"])
def test_what_ends_an_address_is_in_no_slug(slug: str) -> None:
    assert cannot_be_an_address(slug)


@pytest.mark.parametrize("slug", ["the-water", "the_water", "2026/water", "წყალი", "a.b"])
def test_letters_of_any_script_may_be_in_a_slug(slug: str) -> None:
    assert not cannot_be_an_address(slug)


@pytest.mark.parametrize(
    ("save_as", "page"),
    [
        pytest.param("tags/index.html", "tags/index.html", id="same"),
        pytest.param("404.html/index.html", "404.html", id="file-as-a-folder"),
        pytest.param("tags/bridges/index.html", None, id="below"),
        pytest.param("bridges/index.html", None, id="free"),
    ],
)
def test_the_pages_of_the_site_keep_their_addresses(save_as: str, page: str | None) -> None:
    assert taken_by(save_as, {"tags/index.html", "404.html"}) == page


def test_two_names_with_one_slug_are_told_and_so_is_one_without() -> None:
    slugs = {"C": "c", "C++": "c", "Rivers": "rivers", "rivers": "rivers", "😀": "", "!": ""}
    told = dict(ambiguous(slugs))

    assert set(told) == {"C++", "😀", "!"}
    assert told["C++"] == "“C++” and “C” have one address, “c”; rename one"


@pytest.mark.parametrize("slug", ["../nino", "a/b", "Nino Example", "."])
def test_an_author_has_a_slug_that_stays_in_its_folder(tmp_path: Path, slug: str) -> None:
    write_files(tmp_path / "authors", {"nino.md": f"Title: Nino\nSlug: {slug}\n\nX.\n"})
    _, (problem,) = read_authors(tmp_path)

    assert str(problem).endswith(
        f"nino.md:2: “{slug}” is no slug; write small letters, digits and hyphens: nino-example"
        " [slug]"
    )


def test_two_authors_with_one_name_or_slug_are_told(tmp_path: Path) -> None:
    records = {
        "a.md": "Title: Nino\nSlug: nino\n\nX.\n",
        "b.md": "Title: Nino\n\nX.\n",
        "c.md": "Title: Ana\nSlug: nino\n\nX.\n",
    }
    write_files(tmp_path / "authors", records)
    authors, problems = read_authors(tmp_path)

    assert [problem.message for problem in problems] == [
        "the name “Nino” is taken by a.md; choose another",
        "the slug “nino” is taken by a.md; choose another",
    ]
    assert authors["Nino"].path.name == "a.md"


def test_texts_that_nobody_reads_are_found(tmp_path: Path) -> None:
    write_files(tmp_path, {"a.md": "", "b/c.MD": "", "d.docx": "", "e.jpg": "", "f.txt": ""})

    assert [path.name for path in unread_files(tmp_path, read={".md"})] == [
        "c.MD",
        "d.docx",
        "f.txt",
    ]


@pytest.mark.slow
def test_a_build_names_the_text_that_has_no_address_of_its_own(build: BuildSite) -> None:
    built = build(
        {
            "articles/sources.md": article(),
            "articles/ka.md": article(more="Tags: მდინარე\n"),
            "articles/tagged.md": article(more="Slug: tags/mdinare\n"),
            "articles/two words.md": article(category="Rivers & Co"),
            "articles/co.md": article(category="Rivers Co", more="Tags: 😀, Gəncə\n"),
            "articles/UPPER.MD": article(),
        }
    )

    assert built.exit_code == 1
    told = [
        (problem.location.path.name, problem.code, problem.message)
        for problem in built.problems
        if problem.location
    ]
    assert [(name, code) for name, code, _ in told] == [
        ("UPPER.MD", "unread-file"),
        ("co.md", "name-address"),
        ("ka.md", "duplicate-slug"),
        ("sources.md", "duplicate-slug"),
        ("tagged.md", "duplicate-slug"),
        ("two words.md", "slug"),
        ("two words.md", "name-address"),
    ]
    assert "“Slug: two-words”" in told[5][2]


@pytest.mark.slow
def test_no_letter_of_a_tag_is_lost_in_its_address(build: BuildSite) -> None:
    built = build({"articles/a.md": article(more="Tags: Gəncə, İlham Əliyev\n")})

    built.require_success()
    assert built.path("tags/gence/").is_file()
    assert built.path("tags/ilham-eliyev/").is_file()
