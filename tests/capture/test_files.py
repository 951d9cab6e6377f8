"""What is written is read back as it was, whole or not at all, and over nothing."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from capture.files import citation_fields, write_all_new
from capture.model import CaptureError, Work
from capture.names import one_line
from capture.outlets import Outlet
from citations import Citation, Name, PartialDate, citation_text, read_citation, read_fields
from problems import Problem


def written(folder: Path, work: Work, outlet: str = "") -> tuple[Citation | None, list[Problem]]:
    fields = citation_fields(
        work, outlet=Outlet(name=outlet), url="https://courier.example/a", accessed="2026-03-14"
    )
    path = folder / "water.yaml"
    path.write_text(citation_text(fields), encoding="utf-8")
    problems: list[Problem] = []
    return read_citation(path, {}, problems, today=date(2026, 3, 14)), problems


def test_a_citation_reads_as_people_write_it(tmp_path: Path) -> None:
    work = Work(
        text="",
        title="Water: a story",
        authors=(Name(given="Ann", family="Example"), Name(literal="River News")),
        language="en",
        issued=PartialDate(year=2026, month=3),
    )

    written(tmp_path, work, outlet="Kura Courier")

    assert (tmp_path / "water.yaml").read_text(encoding="utf-8") == (
        "type: webpage\n"
        "title: 'Water: a story'\n"
        "author:\n"
        "  - given: Ann\n"
        "    family: Example\n"
        "  - literal: River News\n"
        "container-title: Kura Courier\n"
        "URL: https://courier.example/a\n"
        "language: en\n"
        "issued: 2026-03\n"
        "accessed: 2026-03-14\n"
    )


@pytest.mark.parametrize(
    "title",
    [
        *("no", "null", "~", "1984", "1.10", "2026-03-14", "0x10", "12:30", "yes", "=", "<<"),
        *(
            "- a",
            "a: b",
            "a #b",
            "#a",
            "*a",
            "&a b",
            "!!int 1",
            "%a",
            "@a",
            "`a",
            "[a",
            "{a: b",
            "?",
        ),
        *(
            "'a'",
            '"a"',
            "a\\nb",
            "«a»",
            "„ა“",
            "|",
            ">",
            "---",
            "...",
            "🌊",
            "صاحب‌خانه",
            "\u00a0a\u00a0b",
        ),
    ],
)
def test_a_title_is_read_back_whatever_it_looks_like(tmp_path: Path, title: str) -> None:
    citation, problems = written(tmp_path, Work(text="", title=title))

    assert problems == []
    assert citation is not None
    assert citation.title == title.strip()


@given(title=st.text(min_size=1), name=st.text(min_size=1), outlet=st.text())
def test_whatever_a_page_says_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, title: str, name: str, outlet: str
) -> None:
    folder = tmp_path_factory.mktemp("any")
    title, name, outlet = one_line(title), one_line(name), one_line(outlet)
    authors = (Name(literal=name),) if name else ()

    citation, problems = written(folder, Work(text="", title=title, authors=authors), outlet)

    assert problems == []
    assert citation is not None
    assert (citation.title, citation.outlet, citation.authors) == (title, outlet, authors)
    assert "\n" not in title + name + outlet


def test_a_line_break_in_a_value_is_no_end_of_it(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(citation_text({"type": "book", "note": "a\nURL: https://a.example"}), "utf-8")

    assert read_fields(path).values == {"type": "book", "note": "a\nURL: https://a.example"}


def test_a_file_that_is_there_is_not_written_over(tmp_path: Path) -> None:
    old, new = tmp_path / "b.txt", tmp_path / "a.txt"
    old.write_text("what was read", encoding="utf-8")

    with pytest.raises(CaptureError) as caught:
        write_all_new({new: b"a", old: b"b"})

    assert caught.value.code == "key-taken"
    assert old.read_text(encoding="utf-8") == "what was read"
    assert [path.name for path in tmp_path.iterdir()] == ["b.txt"]


def test_a_file_is_read_by_all_who_share_the_folder(tmp_path: Path) -> None:
    write_all_new({tmp_path / "new" / "a.txt": b"a"})

    assert (tmp_path / "new" / "a.txt").stat().st_mode & 0o777 == 0o644
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["a.txt"]
