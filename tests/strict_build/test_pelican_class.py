"""A build tells all problems in one form, on standard output, and its end by its status."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.strict_build.support import article, command, run
from tests.support.building import BuildSite, write_files

WRONG = {
    "articles/a.md": "Title: A\nDate: 2026-03-14 09:00\nSumary: x\n\nIt flows.\n",
    "articles/b.md": article("B", "See [there]({filename}/50%,a:b.md)."),
    "articles/c.md": article("C", "> Water.\n>\n> — Nino Example"),
}
UNCHECKED = "not checked: there is no snapshot; record the work and cite it as [@key]"


def test_text_is_for_people(tmp_path: Path) -> None:
    content = write_files(tmp_path / "content", WRONG)

    done = run(command(content, tmp_path / "output"), cwd=tmp_path)

    assert done.returncode == 1
    assert done.stdout.splitlines() == [
        (
            "content/articles/a.md:3: error: unknown field “sumary”; did you mean summary?"
            " [unknown-field]"
        ),
        (
            "content/articles/b.md:5: error: the link “/50%,a:b.md” leads to no file of the"
            " content; mend its path [broken-link]"
        ),
        f"content/articles/c.md:5: warning: {UNCHECKED}, with its text beside it [unchecked]",
    ]
    assert done.stderr == "Failed: 2 errors, 1 warning; the output is as it was.\n"


@pytest.mark.parametrize("loudness", ["--verbose", "-D"])
def test_json_is_one_object_a_line_and_nothing_else(tmp_path: Path, loudness: str) -> None:
    content = write_files(tmp_path / "content", WRONG)

    done = run(command(content, tmp_path / "output", loudness, PROBLEM_FORMAT="json"), cwd=tmp_path)
    lines = done.stdout.splitlines()
    if loudness == "-D":  # before it reads any settings, Pelican says which version it is
        lines = [line for line in lines if line.startswith("{")]
    said = [json.loads(line) for line in lines]

    assert done.returncode == 1
    assert [set(each) for each in said] == [{"path", "line", "code", "severity", "message"}] * 3
    assert [(each["path"], each["line"], each["code"]) for each in said] == [
        ("content/articles/a.md", 3, "unknown-field"),
        ("content/articles/b.md", 5, "broken-link"),
        ("content/articles/c.md", 5, "unchecked"),
    ]


def test_github_shows_problems_beside_the_lines(tmp_path: Path) -> None:
    content = write_files(tmp_path / "content", WRONG)

    done = run(command(content, tmp_path / "output", PROBLEM_FORMAT="github"), cwd=tmp_path)
    lines = done.stdout.splitlines()

    assert [line.partition("::")[2].partition("::")[0] for line in lines] == [
        "error file=content/articles/a.md,line=3,title=unknown-field",
        "error file=content/articles/b.md,line=5,title=broken-link",
        "warning file=content/articles/c.md,line=5,title=unchecked",
    ]
    assert "“/50%25,a:b.md”" in lines[1]


def test_a_format_that_is_none_is_refused(build: BuildSite) -> None:
    done = build({"articles/a.md": article()}, PROBLEM_FORMAT="xml")

    assert done.exit_code == 1
    assert "PROBLEM_FORMAT is one of text, json, github, not “xml”" in done.log
    assert not done.output.exists()


def test_a_good_build_says_nothing_on_standard_output(tmp_path: Path) -> None:
    content = write_files(tmp_path / "content", {"articles/a.md": article()})

    done = run(command(content, tmp_path / "output"), cwd=tmp_path)

    assert done.returncode == 0
    assert done.stdout == ""
    assert done.stderr.startswith("1 text with 0 quotations, in ")


def test_warnings_are_told_and_stop_nothing(build: BuildSite) -> None:
    done = build({"articles/c.md": WRONG["articles/c.md"]})

    assert done.exit_code == 0
    assert done.codes() == ["unchecked"]
    assert (done.output / "c" / "index.html").exists()


def test_with_fatal_warnings_a_warning_fails_and_is_told(tmp_path: Path) -> None:
    content = write_files(tmp_path / "content", {"articles/c.md": WRONG["articles/c.md"]})

    done = run(command(content, tmp_path / "output", "--fatal", "warnings"), cwd=tmp_path)

    assert done.returncode == 1
    assert UNCHECKED in done.stdout
    assert not (tmp_path / "output").exists()


def test_with_fatal_errors_all_problems_are_told(tmp_path: Path) -> None:
    content = write_files(tmp_path / "content", WRONG)

    done = run(command(content, tmp_path / "output", "--fatal", "errors"), cwd=tmp_path)

    assert done.returncode == 1
    assert len(done.stdout.splitlines()) == 3


def test_quiet_builds_fail_as_well(tmp_path: Path) -> None:
    content = write_files(tmp_path / "content", WRONG)

    done = run(command(content, tmp_path / "output", "--quiet"), cwd=tmp_path)

    assert done.returncode == 1
    assert "[broken-link]" in done.stdout


def test_verifying_checks_everything_and_writes_nothing(build: BuildSite) -> None:
    twice = article("Twice").replace("Category:", "Slug: a\nComments_id: /twice/\nCategory:")

    done = build(WRONG | {"articles/d.md": twice}, VERIFY_ONLY=True)

    assert done.exit_code == 1
    assert done.codes() == ["unknown-field", "broken-link", "unchecked", "duplicate-slug"]
    assert not done.output.exists()


def test_verifying_what_is_right_succeeds(build: BuildSite) -> None:
    done = build({"articles/a.md": article()}, VERIFY_ONLY=True).require_success()

    assert not done.output.exists()
    assert "1 text with 0 quotations." in done.log


def test_what_would_be_written_outside_is_refused(build: BuildSite) -> None:
    climbing = "Title: Out\nDate: 2026-03-14 09:00\nSlug: ../../out\n\nIt flows.\n"

    done = build({"articles/climbing.md": climbing, "articles/a.md": article()})

    assert done.exit_code == 1
    assert [str(problem.location) for problem in done.problems] == [
        "content/articles/climbing.md:3"
    ]
    assert "outside" in done.problems[0].message


def test_a_content_folder_that_does_not_exist_is_an_error(tmp_path: Path) -> None:
    done = run(command(tmp_path / "no-content", tmp_path / "output"), cwd=tmp_path)

    assert done.returncode != 0
    assert not (tmp_path / "output").exists()


def test_a_page_and_an_article_at_one_address_are_told_with_their_files(build: BuildSite) -> None:
    done = build({"articles/a.md": article(), "pages/a.md": "Title: A\n\nIt flows.\n"})

    assert [(p.code, str(p.location)) for p in done.problems] == [
        ("duplicate-slug", "content/pages/a.md:1")
    ]


def test_problems_are_told_in_the_order_of_files_and_lines(build: BuildSite) -> None:
    lines = "\n\n".join(f"See [{n}]({{filename}}/{n}.md)." for n in range(12))

    done = build({"articles/a.md": article(text=lines)})

    assert [p.location.line for p in done.problems if p.location] == list(range(5, 29, 2))
