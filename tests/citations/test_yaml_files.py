"""A citation that is written is read back as it was, and overwrites nothing."""

from __future__ import annotations

import tempfile
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citations import (
    FIELDS,
    NAME_FIELDS,
    citation_text,
    parse_date,
    read_citation,
    read_fields,
    write_citation,
)
from problems import Problem
from tests.support.building import CONTENT
from verification import QuotationError

SAMPLE = sorted((CONTENT / "citations").glob("*.yaml"))
WATER = {"type": "webpage", "title": "Water"}
# What a file of UTF-8 can hold.
ANY = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)
TEXT = ANY | st.text("\n\n  \t\r\x85\u2028\ufeffa1:#-'\"\\|>%&*!?{[~", min_size=1)
NAMES = st.lists(
    TEXT | st.dictionaries(st.sampled_from(sorted(NAME_FIELDS)), TEXT, min_size=1), min_size=1
)
LISTS = ("author", "editor", "translator")


def test_fields_stand_in_the_order_in_which_they_are_read() -> None:
    text = citation_text(
        {
            "note": "Read on paper.",
            "issued": "2026-03",
            "language": "no",
            "title": "1984",
            "author": [{"family": "Example", "given": "Nino"}, "Null", {"literal": "A: B"}],
            "type": "book",
        }
    )

    assert text == dedent(
        """\
        type: book
        title: 1984
        author:
          - family: Example
            given: Nino
          - 'Null'
          - literal: 'A: B'
        language: no
        issued: 2026-03
        note: Read on paper.
        """
    )


def test_an_abstract_of_paragraphs_stays_legible() -> None:
    text = citation_text(WATER | {"abstract": "One.\n\nTwo — მეორე."})

    assert text.endswith("abstract: |-\n  One.\n\n  Two — მეორე.\n")


def test_dates_and_numbers_are_written_as_text() -> None:
    text = citation_text(WATER | {"issued": parse_date("2026-03-14"), "volume": 12})

    assert text.endswith("volume: 12\nissued: 2026-03-14\n")


def test_what_is_empty_is_left_out() -> None:
    author = [{"family": "Example", "given": ""}]

    text = citation_text(
        WATER | {"author": author, "editor": [], "URL": "", "note": None, "issued": None}
    )

    assert text == "type: webpage\ntitle: Water\nauthor:\n  - family: Example\n"


def test_a_field_that_a_citation_does_not_have_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no field “titel”"):
        write_citation(tmp_path, "water", {"type": "webpage", "titel": "Water"})

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("path", SAMPLE, ids=lambda path: path.stem)
def test_the_sample_citations_are_written_as_they_are(path: Path, tmp_path: Path) -> None:
    fields = read_fields(path).values

    written = write_citation(tmp_path, path.stem, fields)

    assert read_fields(written).values == fields
    # Of the two kinds of quotation marks that YAML has, ours are the single ones.
    assert written.read_text("utf-8").replace("'", '"') == path.read_text("utf-8")


@settings(deadline=None)
@given(
    st.dictionaries(st.sampled_from(sorted({*FIELDS} - set(LISTS))), TEXT),
    st.dictionaries(st.sampled_from(LISTS), NAMES),
)
def test_whatever_is_written_is_read_back(texts: dict[str, Any], names: dict[str, Any]) -> None:
    fields = {"title": "Water", **texts, **names}

    with tempfile.TemporaryDirectory() as folder:
        path = write_citation(Path(folder), "water", fields)

        assert read_fields(path).values == fields


def test_a_citation_that_is_written_can_be_cited(tmp_path: Path) -> None:
    problems: list[Problem] = []

    path = write_citation(tmp_path / "citations", "water", WATER | {"issued": "2026"})
    citation = read_citation(path, {}, problems)

    assert problems == []
    assert citation is not None
    assert (citation.key, citation.title, citation.issued) == ("water", "Water", parse_date("2026"))


def test_a_file_that_is_there_is_never_overwritten(tmp_path: Path) -> None:
    (tmp_path / "water.yaml").write_text("mine", encoding="utf-8")

    with pytest.raises(FileExistsError):
        write_citation(tmp_path, "water", WATER)

    assert [path.name for path in tmp_path.iterdir()] == ["water.yaml"]
    assert (tmp_path / "water.yaml").read_text(encoding="utf-8") == "mine"


def test_a_key_that_leads_elsewhere_is_refused(tmp_path: Path) -> None:
    with pytest.raises(QuotationError, match="is no citation key"):
        write_citation(tmp_path / "citations", "../water", WATER)

    assert not (tmp_path / "water.yaml").exists()
