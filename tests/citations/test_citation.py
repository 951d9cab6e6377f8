"""One cited work: what its file may say, and what is wrong with it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from citations import Citation, Name, PartialDate, Source, read_citation
from problems import Problem, Severity

COURIER = Source(slug="courier", title="Kura Courier", path=Path("courier.md"))


def read(
    folder: Path, text: str | bytes, name: str = "water"
) -> tuple[Citation | None, list[Problem]]:
    path = folder / f"{name}.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    problems: list[Problem] = []
    return read_citation(path, {"courier": COURIER}, problems), problems


def test_a_work_is_read(tmp_path: Path) -> None:
    citation, problems = read(
        tmp_path,
        """\
type: article-newspaper
title: Water without borders
author:
  - given: Nino
    family: Example
  - literal: The editors
  - Ana Example
container: courier
URL: https://courier.example/water
language: ka
issued: 2026-03
accessed: 2026-03-16
archive: https://archive.example/water
note: Behind a paywall.
publisher: Kura Press
""",
    )

    assert problems == []
    assert citation == Citation(
        key="water",
        path=tmp_path / "water.yaml",
        type="article-newspaper",
        title="Water without borders",
        authors=(
            Name(given="Nino", family="Example"),
            Name(literal="The editors"),
            Name(literal="Ana Example"),
        ),
        source=COURIER,
        url="https://courier.example/water",
        language="ka",
        issued=PartialDate(year=2026, month=3),
        accessed=PartialDate(year=2026, month=3, day=16),
        archive="https://archive.example/water",
        note="Behind a paywall.",
    )
    assert citation.outlet == "Kura Courier"
    assert citation.snapshot == tmp_path / "water.txt"
    assert [str(name) for name in citation.authors] == [
        "Nino Example",
        "The editors",
        "Ana Example",
    ]


def test_an_outlet_without_a_record_is_named(tmp_path: Path) -> None:
    citation, _ = read(tmp_path, "type: webpage\ncontainer-title: The Bell\nauthor: Nino\n")

    assert citation is not None
    assert (citation.outlet, citation.source) == ("The Bell", None)
    assert citation.authors == (Name(literal="Nino"),)


def test_an_outlet_may_be_named_by_its_title(tmp_path: Path) -> None:
    citation, _ = read(tmp_path, "type: webpage\ncontainer-title: kura courier\n")

    assert citation is not None
    assert citation.source == COURIER


@pytest.mark.parametrize(
    ("field", "value", "read_as"),
    [
        pytest.param("language", "no", "no", id="norwegian"),
        pytest.param("title", "yes", "yes", id="yes"),
        pytest.param("title", "1.10", "1.10", id="number"),
        pytest.param("title", "2026-03-14", "2026-03-14", id="date"),
        pytest.param("title", "0x10", "0x10", id="hexadecimal"),
        pytest.param("title", "12:30", "12:30", id="time"),
        pytest.param("title", "'a: b'", "a: b", id="quoted"),
        pytest.param("title", ">\n  a\n  b", "a b", id="folded"),
    ],
)
def test_a_value_is_the_text_that_it_is(
    tmp_path: Path, field: str, value: str, read_as: str
) -> None:
    citation, problems = read(tmp_path, f"type: webpage\n{field}: {value}\n")

    assert problems == []
    assert getattr(citation, field) == read_as


def test_a_byte_order_mark_and_carriage_returns_are_nothing(tmp_path: Path) -> None:
    citation, problems = read(tmp_path, b"\xef\xbb\xbftype: webpage\r\ntitle: A\r\n")

    assert problems == []
    assert citation is not None
    assert citation.title == "A"


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        pytest.param("", 1, "describe the work in fields", id="empty"),
        pytest.param("# nothing\n", 1, "describe the work in fields", id="comment"),
        pytest.param("- type: webpage\n", 1, "describe the work in fields", id="list"),
        pytest.param("webpage\n", 1, "describe the work in fields", id="text"),
        pytest.param("type: webpage\ntitle: A: b\n", 2, "this is no YAML", id="colon"),
        pytest.param("type: webpage\n\ttitle: A\n", 2, "this is no YAML", id="tab"),
        pytest.param("type: webpage\ntitle: 'A\n", 3, "this is no YAML", id="open-quotation-mark"),
        pytest.param("type: webpage\n---\ntype: book\n", 2, "this is no YAML", id="two-documents"),
        pytest.param("type: a\0b\n", 1, "this is no YAML: unacceptable character", id="null-byte"),
        pytest.param(b"title: \xe9\n", 1, "is not UTF-8 (byte 7)", id="latin-1"),
        pytest.param("title: A\n", 1, "name the type of the work", id="no-type"),
        pytest.param("title: A\ntype:\n", 2, "“type” is no text", id="empty-type"),
        pytest.param("type: [book]\n", 1, "“type” is no text", id="list-of-types"),
        pytest.param("type: bok\n", 1, "unknown type “bok”; did you mean book?", id="type"),
        pytest.param(
            "type: book\ntitel: A\n", 2, "unknown field “titel”; did you mean title?", id="field"
        ),
        pytest.param(
            "type: book\nurl: https://a.example\n", 2, "did you mean URL?", id="small-letters"
        ),
        pytest.param("type: book\ntitle:\n", 2, "“title” is no text", id="empty-title"),
        pytest.param(
            "type: book\nissued: 14.3.2026\n", 2, "“issued: 14.3.2026” is no date", id="date"
        ),
        pytest.param(
            "type: book\nissued: 2026-13-45\n", 2, "2026-13-45” is no date", id="no-such-day"
        ),
        pytest.param("type: book\naccessed: [2026]\n", 2, "is no date", id="list-of-dates"),
        pytest.param(
            "type: book\nlanguage: English\n", 2, "“English” is no language code", id="language"
        ),
        pytest.param("type: book\ncontainer: curier\n", 2, "did you mean courier?", id="container"),
        pytest.param("type: book\nURL: javascript:x\n", 2, "leads to no web page", id="javascript"),
        pytest.param("type: book\narchive: data:,x\n", 2, "leads to no web page", id="data"),
        pytest.param(
            "type: book\nauthor: {given: A}\n", 2, "“author” is a list of names", id="one-name"
        ),
        pytest.param("type: book\nauthor:\n", 2, "“author” is a list of names", id="no-names"),
        pytest.param("type: book\neditor: {given: A}\n", 2, "“editor” is a list", id="one-editor"),
        pytest.param(
            "type: book\ntranslator: [[A]]\n", 2, "“translator” holds “['A']”", id="translator"
        ),
        pytest.param("type: book\nvolume: [3]\n", 2, "“volume” is no text", id="list-of-volumes"),
        pytest.param("type: book\npage: {from: 3}\n", 2, "“page” is no text", id="page-mapping"),
        pytest.param(
            "type: book\nauthor: [{name: A}]\n", 2, "a name has given and family", id="part-of-name"
        ),
        pytest.param(
            "type: book\nauthor:\n- given:\n", 2, "a name has given and family", id="empty-name"
        ),
        pytest.param(
            "type: book\nauthor: [[A]]\n", 2, "a name has given and family", id="list-in-names"
        ),
        pytest.param(
            "type: book\ntitle: A\ntitle: B\n", 3, "“title” stands here twice (line 2)", id="twice"
        ),
        pytest.param(
            "type: book\nauthor:\n- given: A\n  given: B\n",
            4,
            "“given” stands here twice (line 3)",
            id="twice-inside",
        ),
        pytest.param("type: book\n? [a]\n: b\n", 2, "a field’s name is a word", id="list-as-name"),
        pytest.param("type: book\n~: b\n", 2, "a field’s name is a word", id="null-as-name"),
        pytest.param("type: !!int book\n", 1, "take away the “tag:yaml.org,2002:int”", id="tag"),
        pytest.param("type: !!python/object:os.system x\n", 1, "take away the", id="python"),
        pytest.param("title: &a A\ntype: *a\n", 2, "“*a” repeats another value", id="alias"),
        pytest.param(
            "author: &a [*a]\ntype: book\n", 1, "“*a” repeats another value", id="recursive-alias"
        ),
        pytest.param("author: " + "[" * 100_000, 1, "lists within lists", id="deep"),
        pytest.param("- " * 100_000, 1, "lists within lists", id="deep-list"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(
    tmp_path: Path, text: str | bytes, line: int, message: str
) -> None:
    citation, problems = read(tmp_path, text)

    assert citation is None
    (problem,) = problems
    assert message in problem.message
    assert problem.location is not None
    assert (problem.location.path, problem.location.line) == (tmp_path / "water.yaml", line)


def test_all_that_is_wrong_is_said(tmp_path: Path) -> None:
    citation, problems = read(tmp_path, "type: bok\ntitel: A\nissued: x\nURL: y\n")

    assert citation is None
    assert [problem.code for problem in problems] == [
        "unknown-field",
        "citation",
        "unsafe-link",
        "citation",
    ]


@pytest.mark.parametrize(
    ("stated", "codes"),
    [
        pytest.param("2026-03-14", [], id="today"),
        pytest.param("2026-03-15", [], id="today-further-east"),
        pytest.param("2026-03-16", ["future-date"], id="the-day-after-tomorrow"),
        pytest.param("2026-03", [], id="this-month"),
        pytest.param("2026-04", ["future-date"], id="next-month"),
        pytest.param("2026", [], id="this-year"),
        pytest.param("2027", ["future-date"], id="next-year"),
    ],
)
def test_nobody_has_read_a_work_that_is_still_to_come(
    tmp_path: Path, stated: str, codes: list[str]
) -> None:
    path = tmp_path / "water.yaml"
    path.write_text(f"type: book\naccessed: {stated}\n", encoding="utf-8")
    problems: list[Problem] = []

    citation = read_citation(path, {}, problems, today=date(2026, 3, 14))

    assert [problem.code for problem in problems] == codes
    assert [problem.severity for problem in problems] == [Severity.ERROR] * len(codes)
    assert (citation is None) == bool(codes)


def test_a_magazine_may_be_dated_ahead_of_its_day(tmp_path: Path) -> None:
    path = tmp_path / "water.yaml"
    path.write_text("type: book\nissued: 2026-05\n", encoding="utf-8")
    problems: list[Problem] = []

    citation = read_citation(path, {}, problems, today=date(2026, 3, 14))

    assert citation is not None
    (problem,) = problems
    assert problem.severity is Severity.WARNING
    assert "“issued: 2026-05” has not come yet" in str(problem)
    assert problem.location is not None
    assert problem.location.line == 2


def test_the_clock_is_the_one_on_the_wall(tmp_path: Path) -> None:
    citation, problems = read(tmp_path, "type: book\naccessed: 9998-01-01\n")

    assert citation is None
    assert [problem.code for problem in problems] == ["future-date"]


def test_aliases_that_would_fill_the_memory_are_refused(tmp_path: Path) -> None:
    laughs = "".join(
        f"a{number}: &a{number} [{', '.join([f'*a{number - 1}'] * 9)}]\n" for number in range(1, 10)
    )

    citation, problems = read(tmp_path, f"type: book\na0: &a0 [ha]\n{laughs}author: *a9\n")

    assert citation is None
    assert ["repeats another value" in problem.message for problem in problems] == [True]


@pytest.mark.parametrize("name", ["a b", "a..b", "-a", "ключ"])
def test_the_name_of_the_file_is_a_key(tmp_path: Path, name: str) -> None:
    citation, problems = read(tmp_path, "type: book\n", name=name)

    assert citation is None
    assert [f"“{name}” is no citation key" in problem.message for problem in problems] == [True]
