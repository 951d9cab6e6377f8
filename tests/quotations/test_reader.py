"""Reading articles as editors of every kind save them, and finding their lines."""

from __future__ import annotations

import pytest
from bs4 import Tag

from tests.support.building import Build, BuildSite, build_site, write_files

BOM = "\ufeff"
LINES = """\
Title: {title}
Date: 2026-03-14 09:00
Category: Rivers

It rises.

> The river does not read treaties.
>
> — Nino Example, [@water]

> Storks arrive.
>
> — Nino Example, [@unread]

==It rises again.=={{.pull}}
"""
FENCED = "---\n{text}"
TEXTS = {
    "unix.md": LINES.format(title="Unix"),
    "windows.md": LINES.format(title="Windows").replace("\n", "\r\n"),
    "old-mac.md": LINES.format(title="Old Mac").replace("\n", "\r"),
    "marked.md": BOM + LINES.format(title="Marked"),
    "marked-windows.md": BOM + LINES.format(title="Both").replace("\n", "\r\n"),
    "no-end.md": LINES.format(title="No end").rstrip("\n"),
    "spaces.md": LINES.format(title="Spaces").replace("\n\n", "\n   \n"),
    "fenced.md": "---\n" + LINES.format(title="Fenced").replace("Rivers\n\n", "Rivers\n---\n"),
}
RECORD = {
    "citations/water.yaml": BOM + "type: webpage\r\ntitle: Water\r\nlanguage: en\r\n",
    "citations/water.txt": BOM + "The river does not\r\nread treaties.\r\n",
    "citations/unread.yaml": "type: webpage\ntitle: Storks\n",
    "sources/outlet.md": BOM + "Title: Outlet\r\nURL: https://outlet.example/\r\n\r\nA daily.\r\n",
    "authors/ana.md": BOM + "Title: Ana\r\n\r\nShe writes.\r\n",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """Return one text, saved in many ways and built."""
    folder = tmp_path_factory.mktemp("saved")
    content = write_files(folder / "content", TEXTS | RECORD)
    return build_site(content, folder / "output").require_success()


def prose(build: Build, name: str) -> str:
    found = build.page(f"{name.removesuffix('.md')}/").select_one(".prose")
    assert found
    return " ".join(str(found).split())


@pytest.mark.parametrize("name", TEXTS)
def test_however_it_is_saved_the_page_is_the_same(site: Build, name: str) -> None:
    assert prose(site, name) == prose(site, "unix.md")


@pytest.mark.parametrize("name", TEXTS)
def test_however_it_is_saved_the_line_is_right(site: Build, name: str) -> None:
    said = [
        problem.location.line
        for problem in site.problems
        if problem.location and problem.location.path.name == name
    ]

    assert said == [12 if name == "fenced.md" else 11]


def test_records_may_be_saved_in_windows_too(site: Build) -> None:
    figure = site.page("windows/").select_one("#q1")

    assert isinstance(figure, Tag)
    assert figure["data-result"] == "verbatim"
    assert site.page("sources/outlet/").select("h1")[0].get_text() == "Outlet"


def test_a_summary_that_nobody_wrote_repeats_no_pull_quote(site: Build) -> None:
    description = site.page("unix/").select_one("meta[name=description]")

    assert description
    assert description["content"] == (
        "It rises. The river does not read treaties. — Nino Example, Water Storks arrive."
        " — Nino Example, Storks It rises again."
    )


def test_a_name_may_tell_the_language(build: BuildSite) -> None:
    text = LINES.format(title="წყალი")

    done = build({"water.ka.md": text, "water.md": text} | RECORD).require_success()
    page = done.page("ka/water/")
    summary = page.select_one("#q2 details.check summary")

    assert page.html
    assert page.html["lang"] == "ka"
    assert summary
    assert summary.get_text(strip=True) != "Not checked"


def test_what_is_wrong_in_the_summary_is_told_at_its_line(build: BuildSite) -> None:
    text = "Title: A\nDate: 2026-03-14\nSummary: A “river” [@watr].\n\nIt rises.\n"

    done = build({"a.md": text} | RECORD, VERIFY_ONLY=True)

    assert [(problem.code, str(problem.location)) for problem in done.problems] == [
        ("unknown-citation", "content/a.md:3")
    ]


def test_everything_wrong_in_one_file_is_told_at_once(build: BuildSite) -> None:
    text = "Title: A\nDate: 2026-13-45\nSumary: x\n\n> It rises.\n>\n> — Nino, [@watr]\n"

    done = build({"a.md": text} | RECORD, VERIFY_ONLY=True)

    assert [(problem.code, str(problem.location)) for problem in done.problems] == [
        ("bad-date", "content/a.md:2"),
        ("unknown-field", "content/a.md:3"),
        ("unknown-citation", "content/a.md:5"),
    ]


def test_a_language_that_only_a_name_tells_is_checked_too(build: BuildSite) -> None:
    done = build({"a.uk.md": LINES.format(title="Вода")} | RECORD, VERIFY_ONLY=True)

    assert "unknown-language" in done.codes()


def test_a_date_that_is_loosely_written_is_a_warning(build: BuildSite) -> None:
    done = build({"a.md": "Title: A\nDate: 3/4/2026\n\nIt rises.\n"}, VERIFY_ONLY=True)

    assert [(problem.code, str(problem.location)) for problem in done.problems] == [
        ("date-form", "content/a.md:2")
    ]


def test_a_date_in_the_future_makes_a_draft_and_is_told(build: BuildSite) -> None:
    done = build({"a.md": "Title: A\nDate: 2999-01-01\n\nIt rises.\n"}).require_success()

    assert done.codes() == ["future-date"]
    assert (done.output / "drafts" / "a" / "index.html").exists()
