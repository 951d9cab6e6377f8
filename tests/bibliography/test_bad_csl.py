"""A bad item is told with its line, and the good ones are imported all the same."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.bibliography.support import WORK, content_in, import_csl, import_text, run


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        pytest.param({"type": "boook"}, "CSL has no type “boook”; did you mean book?", id="type"),
        pytest.param({"type": None}, "it has no type", id="no-type"),
        pytest.param({"type": 5}, "it has no type", id="type-is-a-number"),
        pytest.param({"title": ["Water"]}, "“title” is no text", id="title-of-crossref"),
        pytest.param({"title": True}, "“title” is no text", id="truth"),
        pytest.param({"author": "Nino"}, "“author” is no list of names", id="names"),
        pytest.param({"author": ["Nino"]}, "“author” holds “Nino”; a name is", id="name"),
        pytest.param({"editor": [{"family": 3}]}, "“family” of “editor” is no text", id="part"),
        pytest.param({"issued": 2026}, "“issued” is no date", id="date"),
        pytest.param({"issued": {"date-parts": [2026]}}, "is no list of lists", id="date-parts"),
        pytest.param({"issued": {"date-parts": [[{}]]}}, "is no list of lists", id="parts"),
        pytest.param(
            {"accessed": {"date-parts": [[9999, 1, 1]]}}, "has not come yet", id="not-read-yet"
        ),
    ],
)
def test_a_bad_item_is_told_and_a_good_one_imported(
    fields: dict[str, Any], told: str, tmp_path: Path
) -> None:
    good = {"id": "bell", "type": "book", "title": "Bell"}
    outcome = import_csl([WORK | fields, good], tmp_path)

    assert outcome.exit_code == 1
    assert outcome.keys == ["bell"]
    assert told in outcome.message
    assert "“water”" in outcome.message
    assert outcome.lines == [2]


def test_all_that_is_wrong_with_an_item_is_told(tmp_path: Path) -> None:
    outcome = import_csl([{"id": "a", "type": "x", "title": [], "author": 1, "URL": {}}], tmp_path)

    assert outcome.codes == ["bad-item"] * 2


def test_an_item_that_is_no_object_is_told_by_its_number(tmp_path: Path) -> None:
    outcome = import_csl([WORK, 5], tmp_path)

    assert outcome.keys == ["water"]
    assert outcome.message.startswith("work 2: “5” is no work")
    assert outcome.lines == [7]


def test_a_name_that_stands_twice_in_an_item_is_told(tmp_path: Path) -> None:
    text = '[{"id": "a", "type": "book",\n "title": "One", "title": "Two"}]'
    outcome = import_text(text, tmp_path, name="library.json")

    assert outcome.keys == []
    assert "“title” stands there twice" in outcome.message


def test_a_key_that_stands_twice_in_a_file_is_told(tmp_path: Path) -> None:
    outcome = import_csl([WORK, WORK | {"title": "Other water"}], tmp_path)

    assert outcome.codes == ["bad-item"]
    assert "[@water] is the key of an earlier work" in outcome.message
    assert outcome.fields("water")["title"] == "Water"
    assert outcome.exit_code == 1


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        pytest.param("", None, "the file is empty", id="empty"),
        pytest.param("\n\n", None, "the file is empty", id="blank"),
        pytest.param('[\n{"type": "book",}\n]', 2, "this is no JSON", id="comma"),
        pytest.param('[\n{"type": "book"}\n', 2, "the closing ] is missing", id="cut-off"),
        pytest.param('[\n{"type": "book"}\n{}]', 2, "a comma or the closing ]", id="no-comma"),
        pytest.param('[{"type": "book"},\n]', 2, "a comma before the closing ]", id="last-comma"),
        pytest.param("[]\n[]", 2, "something stands behind the closing ]", id="two-lists"),
        pytest.param('[{"volume": NaN}]', None, "NaN is no value", id="not-a-number"),
        pytest.param("[" * 100_000, None, "this is no JSON that can be read", id="deep"),
        pytest.param('{"a"', 1, "this is no JSON", id="half-an-object"),
        pytest.param("[", 1, "this is no JSON", id="opened"),
        pytest.param("plain words", 1, "this is no JSON", id="words"),
    ],
)
def test_a_file_that_is_no_json_is_told_with_its_line(
    text: str, line: int | None, told: str, tmp_path: Path
) -> None:
    outcome = import_text(text, tmp_path, name="library.json")

    assert outcome.exit_code == 1
    assert outcome.codes == ["library"]
    assert told in outcome.message
    assert outcome.lines == [line]


def test_a_file_that_is_not_utf_8_is_told_with_its_line(tmp_path: Path) -> None:
    library = tmp_path / "library.json"
    library.write_bytes('[\n{"title": "Größe"}]'.encode("latin-1"))

    outcome = run("import", library, content=content_in(tmp_path))

    assert outcome.lines == [2]
    assert "not UTF-8" in outcome.message


def test_a_byte_order_mark_is_no_matter(tmp_path: Path) -> None:
    outcome = import_text('\ufeff[{"id": "a", "type": "book"}]', tmp_path, name="library.json")

    assert outcome.keys == ["a"]


def test_an_empty_library_is_no_error(tmp_path: Path) -> None:
    assert import_csl([], tmp_path).exit_code == 0
