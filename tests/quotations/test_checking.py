"""Comparing a quotation with its source, and what is said of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from citations import Library
from problems import Location, Severity
from quotations.checking import Checker
from tests.quotations.support import RECORD, convert, library
from verification import Result, Verification

HERE = Location(path=Path("article.md"), line=3)


def check(
    record: Library, *paragraphs: str, key: str = "water", strict: bool = False, quiet: bool = False
) -> tuple[Verification, Checker]:
    checker = Checker(library=record, strict=strict)
    found = checker.check(
        paragraphs, record.citations.get(key), language="en", location=HERE, quiet=quiet
    )
    return found, checker


def test_words_that_are_there_raise_no_problem(record: Library) -> None:
    found, checker = check(record, "The river keeps its own time")

    assert found.result is Result.VERBATIM
    assert checker.problems == []


def test_words_that_differ_are_an_error_that_shows_them(record: Library) -> None:
    found, checker = check(record, "The river keeps its only time as it always has")

    assert found.result is Result.DRIFTED
    (problem,) = checker.problems
    assert (problem.code, problem.severity, problem.location) == ("drifted", Severity.ERROR, HERE)
    assert problem.message.startswith("differs from citations/water.txt:1: ")
    assert "“only” is “own” there" in problem.message


def test_words_that_are_nowhere_are_an_error(record: Library) -> None:
    found, checker = check(record, "Nobody has ever said anything remotely resembling this")

    assert found.result is Result.ABSENT
    assert [str(problem) for problem in checker.problems] == [
        "article.md:3: nothing like it is in citations/water.txt [absent]"
    ]


@pytest.mark.parametrize(
    ("strict", "severity"), [(False, Severity.WARNING), (True, Severity.ERROR)]
)
def test_a_work_without_a_snapshot_is_a_warning_or_an_error(
    record: Library, strict: bool, severity: Severity
) -> None:
    found, checker = check(record, "a", key="bell", strict=strict)

    assert found.result is Result.UNCHECKED
    (problem,) = checker.problems
    assert (problem.code, problem.severity) == ("unchecked", severity)
    assert problem.message.endswith("keep its text in citations/bell.txt")


def test_a_quotation_without_a_recorded_work_is_asked_for_one(record: Library) -> None:
    _, checker = check(record, "a", key="none")

    assert [problem.message for problem in checker.problems] == [
        (
            "not checked: there is no snapshot; record the work and cite it as [@key],"
            " with its text beside it"
        )
    ]


def test_what_was_said_already_is_not_said_again(record: Library) -> None:
    _, checker = check(record, "a", key="none", quiet=True)

    assert checker.problems == []


def test_a_quotation_that_cannot_be_compared_is_an_error(record: Library) -> None:
    found, checker = check(record, "[…]")

    assert found.result is Result.UNCHECKED
    assert [problem.code for problem in checker.problems] == ["no-quoted-words"]


def test_an_unknown_key_is_an_error(record: Library) -> None:
    checker = Checker(library=record)

    assert checker.citation("bell", HERE) is record.citations["bell"]
    assert checker.citation("", HERE) is None
    assert checker.citation("bel", HERE) is None
    assert [problem.code for problem in checker.problems] == ["unknown-citation"]


def test_a_caution_is_a_warning(tmp_path: Path) -> None:
    files = {**RECORD, "citations/water.txt": "It does not keep its own time at all.\n"}

    found, checker = check(library(tmp_path, files), "It does […] keep its own time at all")

    assert found.result is Result.EDITED
    assert checker.problems
    assert {problem.severity for problem in checker.problems} == {Severity.WARNING}
    assert {problem.location for problem in checker.problems} == {HERE}


def test_of_many_differences_the_first_are_shown(record: Library) -> None:
    _, checker = check(
        record,
        "The gouge below the bridje is reed at eigth, by hand, in all weathers",
    )

    (problem,) = checker.problems
    assert problem.code == "drifted"
    assert "more" in problem.message


def test_a_snapshot_that_cannot_be_read_is_said_once(tmp_path: Path) -> None:
    record = library(tmp_path)
    record.citations["water"].snapshot.write_bytes(b"a\n\xe9\n")

    page = convert("“a” [@water], “b” [@water]", record=record)

    assert [problem.code for problem in page.document.problems] == ["snapshot"]
    (problem,) = page.document.problems
    assert problem.location == Location(path=record.citations["water"].snapshot, line=2)


def test_the_strict_setting_reaches_the_check() -> None:
    page = convert("“a” [@k]", strict=True)
    strict = convert("> a\n>\n> — Nino, 2026", strict=True)

    assert page.errors == ["unknown-citation"]
    assert [problem.severity for problem in strict.document.problems] == [Severity.ERROR]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        pytest.param(
            "The river keeps its very own time as it always has", "is not there", id="more"
        ),
        pytest.param("The river keeps its time as it always has", "is missing", id="fewer"),
    ],
)
def test_words_too_many_and_too_few_are_told_apart(record: Library, words: str, told: str) -> None:
    _, checker = check(record, words)

    (problem,) = checker.problems
    assert problem.code == "drifted"
    assert told in problem.message


def test_a_language_whose_negations_are_not_known_is_a_warning(record: Library) -> None:
    checker = Checker(library=record)

    checker.check(
        ["The river keeps its own time"],
        record.citations["water"],
        language="la",
        location=HERE,
    )

    (problem,) = checker.problems
    assert (problem.code, problem.severity) == ("no-negation-list", Severity.WARNING)
    assert problem.location is None
