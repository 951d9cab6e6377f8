"""The record as a table."""

from __future__ import annotations

import csv
import io
import json

import pytest

from record.files import COLUMNS, safe, start_table
from tests.support.building import Build, BuildSite


def rows(build: Build) -> list[dict[str, str]]:
    text = (build.output / "quotations.csv").read_bytes().decode()
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_every_quotation_has_a_row(published_site: Build) -> None:
    record = json.loads(published_site.text("quotations.json"))

    found = rows(published_site)

    assert [row["url"] for row in found] == [each["url"] for each in record["quotations"]]
    assert [row["text"] for row in found] == [
        " ".join(each["paragraphs"]) for each in record["quotations"]
    ]
    assert {tuple(row) for row in found} == {COLUMNS}


def test_a_row_says_what_the_record_says(published_site: Build) -> None:
    [row] = [each for each in rows(published_site) if each["work"] == "lantern-ropes"][:1]

    assert row["person"] == "Piotr Wzorek"
    assert (row["result"], row["words"]) == ("edited", "18")
    assert row["article_authors"] == "Ada Instance"
    assert row["article"].startswith("https://")


def test_lines_end_as_rfc_4180_says() -> None:
    file = io.StringIO(newline="")
    write = start_table(file)
    write(dict.fromkeys(COLUMNS) | {"text": 'He said “a”, "b"\nand left', "words": 7})

    first, second, *rest = file.getvalue().split("\r\n")

    assert first == ",".join(COLUMNS)
    assert '"He said “a”, ""b""\nand left"' in second
    assert rest == [""]


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠x"]
)
def test_a_cell_is_no_formula(text: str) -> None:
    assert safe(text) == f"'{text}"


@pytest.mark.parametrize("value", ["— a", "a=1", "", "'a", -1, 0.5, None])
def test_what_is_no_formula_stays_as_it_is(value: object) -> None:
    assert safe(value) == value


def test_an_author_cannot_put_a_formula_into_it(build: BuildSite) -> None:
    text = (
        "Title: =1+1\nDate: 2026-03-14\n\n> \\=HYPERLINK(1)\n>\n> — @SUM, +1, river\n\nIt does.\n"
    )

    done = build({"a.md": text}).require_success()

    (row,) = rows(done)
    assert row["article_title"] == "'=1+1"
    assert not [value for value in row.values() if value[:1] in {"=", "+", "-", "@"}]
