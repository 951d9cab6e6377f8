"""An article that was taken from the site itself was published nowhere first."""

from __future__ import annotations

import pytest

from problems import Severity
from structured_data.circular import House
from tests.support.building import Build, BuildSite

HOME = "https://kelp.example"


def work(url: str) -> str:
    return f"type: webpage\ntitle: Water\nURL: {url}\n"


def article(source: str, *more: str) -> str:
    head = ["Title: Water", "Date: 2026-03-14", f"Source: {source}", "Republication: verbatim"]
    return "\n".join([*head, *more, "", "It flows.", ""])


PLAIN = "Title: Plain\nDate: 2026-03-14\n\nIt flows.\n"


def told(done: Build) -> list[tuple[str, str, str]]:
    return [
        (problem.code, str(problem.location), problem.message.partition(";")[0])
        for problem in done.problems
        if problem.code == "circular-republication"
    ]


@pytest.mark.parametrize(
    "url",
    [
        pytest.param(f"{HOME}/a/", id="as-it-is"),
        pytest.param(f"{HOME}/a", id="without-slash"),
        pytest.param("http://www.Kelp.example/a/index.html?utm=1#q1", id="otherwise-written"),
    ],
)
def test_an_article_is_not_taken_from_itself(build: BuildSite, url: str) -> None:
    files = {"a.md": article("@a"), "citations/a.yaml": work(url)}

    done = build(files, VERIFY_ONLY=True)

    assert done.exit_code == 1
    assert told(done) == [
        (
            "circular-republication",
            "content/a.md:3",
            "“Source” leads back to this very article",
        )
    ]


def test_a_circle_is_told_at_each_article_of_it(build: BuildSite) -> None:
    files = {
        "a.md": article("@b"),
        "b.md": article("@c"),
        "c.md": article("@a"),
        "citations/a.yaml": work(f"{HOME}/a/"),
        "citations/b.yaml": work(f"{HOME}/b/"),
        "citations/c.yaml": work(f"{HOME}/c/"),
    }

    done = build(files, VERIFY_ONLY=True)

    assert told(done) == [
        (
            "circular-republication",
            f"content/{own}.md:3",
            f"“Source” leads back to this very article, through {one}.md and {other}.md",
        )
        for own, one, other in ("abc", "bca", "cab")
    ]


def test_an_article_is_not_taken_from_another_of_the_same_site(build: BuildSite) -> None:
    files = {
        "plain.md": PLAIN,
        "b.md": article("@plain"),
        "citations/plain.yaml": work(f"{HOME}/plain/"),
    }

    done = build(files, VERIFY_ONLY=True)

    [(code, place, message)] = told(done)
    assert (code, place) == ("circular-republication", "content/b.md:3")
    assert message == "“Source” leads to this site itself (plain.md)"


def test_a_page_of_the_site_that_is_no_article_is_the_site_too(build: BuildSite) -> None:
    files = {"b.md": article("@gone"), "citations/gone.yaml": work(f"{HOME}/gone/")}

    [(_, _, message)] = told(build(files, VERIFY_ONLY=True))

    assert "(/gone/)" in message


@pytest.mark.parametrize(
    ("source", "more", "files"),
    [
        pytest.param("The Kelp Review", (), {}, id="its-name"),
        pytest.param("the kelp review", (), {}, id="in-small-letters"),
        pytest.param("წყალმცენარის მიმოხილვა", ("Lang: ka",), {}, id="in-another-language"),
        pytest.param(
            "Own", (), {"sources/own.md": f"Title: Own\nURL: {HOME}/\n\nUs.\n"}, id="its-address"
        ),
    ],
)
def test_the_site_is_no_outlet_of_its_own(
    build: BuildSite, source: str, more: tuple[str, ...], files: dict[str, str]
) -> None:
    done = build({"a.md": article(source, *more), **files}, VERIFY_ONLY=True)

    assert [place for _, place, _ in told(done)] == ["content/a.md:3"]


def test_the_address_that_a_site_is_built_for_is_its_own_as_well(build: BuildSite) -> None:
    files = {"a.md": article("@a"), "citations/a.yaml": work("https://blog.example/kura/a/")}

    assert told(build(files, VERIFY_ONLY=True)) == []
    assert told(build(files, VERIFY_ONLY=True, SITEURL="https://blog.example/kura"))


def test_in_a_draft_it_is_a_warning(build: BuildSite) -> None:
    files = {"a.md": article("The Kelp Review", "Status: draft")}

    done = build(files, VERIFY_ONLY=True)

    severities = {problem.code: problem.severity for problem in done.problems}
    assert severities["circular-republication"] is Severity.WARNING


@pytest.mark.parametrize(
    "url",
    [
        "https://courier.example/a/",
        "https://kelp.example.evil.example/a/",
        "https://notkelp.example/a/",
        "https://[broken/a/",
    ],
)
def test_other_sites_are_elsewhere(url: str) -> None:
    house = House(names=("The Kelp Review",), addresses=(HOME, ""))

    assert house.path_of(url) is None


def test_a_site_below_another_is_not_the_other() -> None:
    house = House(names=(), addresses=("https://pages.example/kura",))

    assert house.path_of("https://pages.example/kura/a%CC%88/") == "a\u0308"
    assert house.path_of("https://pages.example/kura") == ""
    assert house.path_of("https://pages.example/kurator/") is None
    assert house.path_of("https://pages.example/") is None


def test_a_circle_stops_the_build(build: BuildSite) -> None:
    files = {"a.md": article("@a"), "citations/a.yaml": work(f"{HOME}/a/")}

    done = build(files)

    assert done.exit_code == 1
    assert [code for code, _, _ in told(done)] == ["circular-republication"]
