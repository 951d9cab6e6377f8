"""The record of works and outlets."""

from __future__ import annotations

from pathlib import Path

import pytest

from citations import Library, SnapshotError
from tests.quotations.support import RECORD, library


def said(record: Library, folder: Path) -> list[str]:
    return [str(problem).replace(f"{folder}/content/", "") for problem in record.problems]


def test_a_folder_is_read_into_a_record(tmp_path: Path) -> None:
    record = library(tmp_path)

    assert said(record, tmp_path) == []
    assert list(record.citations) == ["bell", "water"]
    assert list(record.sources) == ["courier"]
    assert record.citations["water"].source is record.sources["courier"]


def test_a_site_without_a_record_has_an_empty_one(tmp_path: Path) -> None:
    assert library(tmp_path, {}) == Library()


def test_a_file_that_cannot_be_read_leaves_the_others(tmp_path: Path) -> None:
    record = library(tmp_path, {**RECORD, "citations/a.yaml": "title", "sources/b.md": "Slug: b\n"})

    assert said(record, tmp_path) == [
        "sources/b.md:1: name the outlet, as in “Title: The Courier” [source]",
        "citations/a.yaml:1: describe the work in fields, one a line: “title: …” [citation]",
    ]
    assert list(record.citations) == ["bell", "water"]


def test_two_outlets_with_one_slug_are_an_error(tmp_path: Path) -> None:
    record = library(
        tmp_path, {"sources/a.md": "Title: A\nSlug: b\n", "sources/b.md": "Title: B\n"}
    )

    assert said(record, tmp_path) == [
        "sources/b.md: the slug “b” is taken by a.md; choose another [duplicate-source]"
    ]
    assert record.sources["b"].title == "A"


def test_a_snapshot_without_a_citation_is_an_error(tmp_path: Path) -> None:
    record = library(tmp_path, {**RECORD, "citations/watr.txt": "a"})

    assert said(record, tmp_path) == [
        (
            "citations/watr.txt: no citation uses this snapshot; name it like its .yaml file;"
            " did you mean water? [orphan-snapshot]"
        )
    ]


def test_the_snapshot_of_a_citation_that_cannot_be_read_is_no_orphan(tmp_path: Path) -> None:
    record = library(tmp_path, {"citations/a.yaml": "title", "citations/a.txt": "b"})

    assert [problem.code for problem in record.problems] == ["citation"]


def test_a_citation_with_the_other_ending_of_yaml_is_an_error(tmp_path: Path) -> None:
    record = library(tmp_path, {"citations/a.yml": "type: book\n"})

    assert said(record, tmp_path) == [
        "citations/a.yml: nobody reads this file; name it citations/a.yaml [citation]"
    ]


def test_an_unknown_key_proposes_the_nearest_or_a_new_file(record: Library) -> None:
    assert record.unknown("watr") == "no citation “watr” in citations/; did you mean water?"
    assert record.unknown("x") == "no citation “x” in citations/"
    assert Library().unknown("x") == ("no citation “x”; describe the work in citations/x.yaml")


def test_a_snapshot_is_there_or_it_is_not(record: Library) -> None:
    assert record.snapshot(record.citations["water"]) is not None
    assert record.snapshot(record.citations["bell"]) is None


def test_a_snapshot_that_is_not_utf_8_is_an_error(tmp_path: Path) -> None:
    record = library(tmp_path)
    record.citations["water"].snapshot.write_bytes(b"a\n\xe9\n")

    with pytest.raises(SnapshotError) as caught:
        record.snapshot(record.citations["water"])

    assert caught.value.line == 2


@pytest.mark.parametrize("name", ["Kura Courier", "KURA courier", "courier"])
def test_an_outlet_is_known_by_its_title_and_its_slug(record: Library, name: str) -> None:
    assert record.source_named(name) is record.sources["courier"]


def test_another_name_is_no_outlet_of_ours(record: Library) -> None:
    assert record.source_named("Kura") is None


def test_a_work_whose_file_is_broken_is_not_told_as_unknown(tmp_path: Path) -> None:
    record = library(tmp_path, {**RECORD, "citations/wate.yaml": "title"})

    assert record.unknown("wate").startswith("citations/wate.yaml cannot be used")
