"""What is wrong with the fields of a text is told of the text, in one build."""

from __future__ import annotations

import pytest

from tests.support.building import Build, BuildSite

HEAD = "Title: A river\nDate: 2026-03-14 09:00\nCategory: Rivers\n"


def told(done: Build) -> list[tuple[str, int | None, str]]:
    """Return file, line and code of each problem."""
    places = [problem.location for problem in done.problems]
    assert all(places)
    return [
        (place.path.name, place.line, problem.code)
        for place, problem in zip(places, done.problems, strict=True)
        if place
    ]


@pytest.mark.parametrize(
    ("field", "said"),
    [
        pytest.param("Template: nope", "there is no template “nope”; take", id="unknown"),
        pytest.param("Template: articel", "did you mean article?", id="misspelt"),
        pytest.param("Template: ../../x", "there is no template “../../x”", id="outside"),
        pytest.param("Template:", "there is no template “”", id="empty"),
    ],
)
def test_a_template_that_is_not_there_is_told_of_the_text(
    build: BuildSite, field: str, said: str
) -> None:
    done = build({"articles/a.md": f"{HEAD}{field}\n\nIt flows.\n"})

    assert told(done) == [("a.md", 4, "unknown-template")]
    assert said in done.problems[0].message


def test_an_empty_language_is_told_as_one(build: BuildSite) -> None:
    done = build({"articles/a.md": f"{HEAD}Lang:\n\nIt flows.\n"})

    assert told(done) == [("a.md", 4, "unknown-language")]
    assert "“Lang:” is empty" in done.problems[0].message


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param("Slug: a", "Slug: a/index.html", id="page"),
        pytest.param("Slug: z\nSave_as: z", "Slug: z/x", id="file"),
    ],
)
def test_a_text_cannot_lie_inside_of_another(build: BuildSite, first: str, second: str) -> None:
    done = build(
        {
            "articles/a.md": f"{HEAD}{first}\n\nIt flows.\n",
            "articles/b.md": f"{HEAD}{second}\n\nIt flows.\n",
        }
    )

    assert told(done) == [("b.md", 4, "duplicate-slug")]


@pytest.mark.parametrize(
    ("other", "said"),
    [
        ("index.html", "the address “index.html” is taken by the site’s own index.html; choose"),
        ("a/index.html", "the address “a/index.html” is taken by articles/a.md; choose"),
        ("a/index.html/x", "the address “a/index.html/x” lies inside of articles/a.md; choose"),
    ],
)
def test_an_address_that_was_stated_is_told_of_its_own_field(
    build: BuildSite, other: str, said: str
) -> None:
    done = build(
        {
            "articles/a.md": f"{HEAD}\nIt flows.\n",
            "articles/b.md": f"{HEAD}Save_as: {other}\n\nIt flows.\n",
        }
    )

    assert told(done) == [("b.md", 4, "duplicate-slug")]
    assert said in done.problems[0].message


def test_a_text_cannot_take_the_place_of_a_folder(build: BuildSite) -> None:
    done = build({"articles/a.md": f"{HEAD}Save_as: sections\n\nIt flows.\n"})

    assert told(done) == [("a.md", 4, "duplicate-slug")]
