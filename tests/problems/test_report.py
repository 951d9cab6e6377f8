"""Problems as text, as JSON and as annotations."""

from __future__ import annotations

import json
import logging
from pathlib import Path

import pytest

from problems import ContentError, Location, Problem, Severity, did_you_mean, report, tell

WARNING = Problem(
    message="100% sure, isn’t it: no",
    code="near-miss",
    location=Location(path=Path("content/a,b:c.md"), line=3),
    severity=Severity.WARNING,
)
ERROR = Problem(message="the file is empty", code="empty", location=Location(path=Path("b.md")))
NOWHERE = Problem(message="a setting is wrong", code="setting")


@pytest.mark.parametrize(
    ("problem", "form", "said"),
    [
        (WARNING, "text", "content/a,b:c.md:3: warning: 100% sure, isn’t it: no [near-miss]"),
        (ERROR, "text", "b.md: error: the file is empty [empty]"),
        (NOWHERE, "text", "error: a setting is wrong [setting]"),
        (
            WARNING,
            "github",
            "::warning file=content/a%2Cb%3Ac.md,line=3,title=near-miss::100%25 sure, isn’t it: no",
        ),
        (ERROR, "github", "::error file=b.md,title=empty::the file is empty"),
        (NOWHERE, "github", "::error title=setting::a setting is wrong"),
    ],
)
def test_a_problem_is_told_in_one_line(problem: Problem, form: str, said: str) -> None:
    assert report([problem], form=form) == said


@pytest.mark.parametrize("problem", [WARNING, ERROR, NOWHERE], ids=lambda problem: problem.code)
def test_json_says_all_of_it(problem: Problem) -> None:
    said = json.loads(report([problem], form="json"))

    assert said == {
        "path": str(problem.location.path) if problem.location else None,
        "line": problem.location.line if problem.location else None,
        "code": problem.code,
        "severity": str(problem.severity),
        "message": problem.message,
    }


def test_a_line_break_in_a_message_breaks_no_annotation() -> None:
    said = report([Problem(message="one\ntwo\r", code="x")], form="github")

    assert said == "::error title=x::one%0Atwo%0D"


def test_files_and_lines_are_in_order_and_what_has_no_place_comes_first() -> None:
    places = [("b.md", 2), ("a.md", 10), ("a.md", 9), ("a.md", None)]
    located = [
        Problem(message="m", code="c", location=Location(path=Path(path), line=line))
        for path, line in places
    ]

    lines = report([*located, NOWHERE]).splitlines()

    assert [line.partition(" ")[0] for line in lines] == [
        "error:",
        "a.md:",
        "a.md:9:",
        "a.md:10:",
        "b.md:2:",
    ]


def test_paths_are_shown_from_where_one_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, elsewhere = tmp_path / "here", tmp_path / "elsewhere"
    here.mkdir()
    monkeypatch.chdir(here)

    said = report(
        Problem(message="m", code="c", location=Location(path=folder / "a.md"))
        for folder in (here, elsewhere)
    )

    assert said == f"{elsewhere}/a.md: error: m [c]\na.md: error: m [c]"


def test_a_problem_travels_through_the_log(caplog: pytest.LogCaptureFixture) -> None:
    tell(WARNING)
    tell(ERROR)

    assert [(record.levelno, record.args) for record in caplog.records] == [
        (logging.WARNING, (WARNING,)),
        (logging.ERROR, (ERROR,)),
    ]
    assert caplog.messages[1] == "b.md: the file is empty [empty]"


def test_an_exception_of_ours_says_what_its_problem_says() -> None:
    with pytest.raises(ContentError, match=r"b\.md: the file is empty \[empty\]"):
        raise ContentError(ERROR)


@pytest.mark.parametrize(
    ("word", "known", "hint"),
    [
        pytest.param("sumary", ["summary", "slug"], "; did you mean summary?", id="letter-lost"),
        pytest.param("TITEL", ["Title"], "; did you mean Title?", id="case"),
        pytest.param("qqq", ["summary", "slug"], "", id="nothing-near"),
        pytest.param("slug", [], "", id="nothing-known"),
    ],
)
def test_what_may_have_been_meant_is_proposed(word: str, known: list[str], hint: str) -> None:
    assert did_you_mean(word, known) == hint


def test_json_is_on_one_line_for_every_reader_of_lines() -> None:
    problem = Problem(message="a\nb\x85c\u2028d\u2029e", code="x")

    [line] = report([problem], form="json").splitlines()

    assert json.loads(line)["message"] == problem.message
