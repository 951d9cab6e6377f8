"""An import adds what is new; what is there stays as it is, and is said."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.bibliography.support import WORK, Outcome, content_in, import_csl, run

MINE = "type: book\ntitle: Water\nnote: My own remark.\n"
ADDRESS = "https://courier.example/water"
# Zotero's own names for its works are no keys.
NAMELESS: dict[str, Any] = {
    "id": "http://zotero.org/users/4711/items/AB12CD34",
    "type": "webpage",
    "title": "The Water of the River",
    "author": [{"family": "Example", "given": "Nino"}],
    "issued": {"date-parts": [[2026, 3, 14]]},
    "URL": ADDRESS,
}


def import_over(item: dict[str, Any], mine: str, folder: Path) -> Outcome:
    content = content_in(folder, {"citations/water.yaml": mine})
    outcome = import_csl([item], folder, content=content)
    assert (content / "citations" / "water.yaml").read_text(encoding="utf-8") == mine
    return outcome


def test_a_work_that_is_there_already_stays_unchanged(tmp_path: Path) -> None:
    outcome = import_over(WORK, MINE, tmp_path)

    assert (outcome.exit_code, outcome.problems, outcome.keys) == (0, (), ["water"])


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        pytest.param({"title": "Other"}, "with another title;", id="differs"),
        pytest.param(
            {"title": "Other", "URL": ADDRESS}, "with another title, URL;", id="new-field"
        ),
        pytest.param({"author": [{"family": "X"}]}, "with another author;", id="names"),
    ],
)
def test_a_work_that_says_otherwise_is_told_and_not_written(
    fields: dict[str, Any], told: str, tmp_path: Path
) -> None:
    outcome = import_over(WORK | fields, MINE, tmp_path)

    assert (outcome.exit_code, outcome.codes, outcome.keys) == (0, ["different"], ["water"])
    assert told in outcome.message


@pytest.mark.parametrize(
    "mine",
    [
        pytest.param("type: book\ntitle: [a\n", id="no-yaml"),
        pytest.param(
            "type: book\ntitle: [Water]\nauthor: {a: b}\nURL: [x]\ncontainer: []\n", id="odd"
        ),
        pytest.param("", id="empty"),
    ],
)
def test_a_file_that_cannot_be_used_is_not_overwritten_either(mine: str, tmp_path: Path) -> None:
    content = content_in(tmp_path, {"citations/water.yaml": mine})
    library = tmp_path / "library.json"
    library.write_text(json.dumps([WORK]), encoding="utf-8")

    outcome = run("import", library, content=content)

    assert (outcome.exit_code, outcome.codes) == (0, ["different"])
    assert (content / "citations" / "water.yaml").read_text(encoding="utf-8") == mine


def test_capitals_do_not_make_another_key(tmp_path: Path) -> None:
    outcome = import_over(WORK | {"id": "WATER", "title": "Other"}, MINE, tmp_path)

    assert (outcome.codes, outcome.keys) == (["different"], ["water"])


def test_a_second_import_finds_all_unchanged(tmp_path: Path) -> None:
    works = [
        NAMELESS,
        NAMELESS | {"URL": f"{ADDRESS}/2"},
        WORK,
        WORK | {"id": "größe", "title": "Size"},
    ]
    content = content_in(tmp_path)

    first = import_csl(works, tmp_path, content=content)
    second = import_csl(works, tmp_path, content=content)

    assert first.keys == second.keys
    assert len(first.keys) == 4
    assert second.problems == ()


def test_a_work_without_a_key_is_called_by_author_title_and_year(tmp_path: Path) -> None:
    assert import_csl([NAMELESS], tmp_path).keys == ["example-water-river-2026"]


@pytest.mark.parametrize(
    ("fields", "key"),
    [
        pytest.param({"title": "მდინარე და ხიდი"}, "example-mdinare-khidi-2026", id="georgian"),
        pytest.param({"author": [{"literal": "The Desk"}]}, "the-desk-water-river-2026", id="desk"),
        pytest.param({"author": []}, "water-river-2026", id="nobody"),
        pytest.param({"issued": None}, "example-water-river", id="undated"),
        pytest.param({"title": "…", "author": [], "issued": None}, "work", id="nothing"),
        pytest.param({"id": 4711}, "example-water-river-2026", id="a-number"),
        pytest.param({"citation-key": "4711"}, "4711", id="a-number-meant-as-key"),
    ],
)
def test_a_made_key_is_made_of_what_is_known(
    fields: dict[str, Any], key: str, tmp_path: Path
) -> None:
    assert import_csl([NAMELESS | fields], tmp_path).keys == [key]


@pytest.mark.parametrize(
    ("wish", "key"),
    [
        pytest.param("Müller2026", "muller2026", id="accent"),
        pytest.param("smith+2020", "smith-2020", id="sign"),
        pytest.param("../water", "water", id="path"),
        pytest.param("a b", "a-b", id="space"),
        pytest.param("მდინარე", "mdinare", id="script"),
        pytest.param("x" * 300, "x" * 60, id="long"),
    ],
)
def test_a_key_that_is_none_is_made_one_and_told(wish: str, key: str, tmp_path: Path) -> None:
    outcome = import_csl([WORK | {"id": wish}], tmp_path)

    assert (outcome.codes, outcome.keys) == (["new-key"], [key])
    assert f"“{wish}” is no key to cite by; cite it as [@{key}]" in outcome.message


def test_two_works_with_one_made_key_have_two(tmp_path: Path) -> None:
    other = NAMELESS | {"URL": f"{ADDRESS}/2"}
    outcome = import_csl([NAMELESS, other], tmp_path)

    assert outcome.problems == ()
    assert outcome.keys == ["example-water-river-2026", "example-water-river-2026-2"]


def test_two_works_at_one_address_are_both_kept_and_told(tmp_path: Path) -> None:
    content = content_in(tmp_path)
    works = [NAMELESS, NAMELESS | {"type": "article", "title": "The Water of the Sea"}]

    first = import_csl(works, tmp_path, content=content)
    second = import_csl(works, tmp_path, content=content)

    assert first.codes == ["same-work"]
    assert second.keys == ["example-water-river-2026", "example-water-sea-2026"]
    assert second.problems == ()


def test_a_work_without_a_key_is_known_by_its_address(tmp_path: Path) -> None:
    mine = f"type: webpage\ntitle: The Water of the River\nURL: {ADDRESS}\n"
    outcome = import_over(NAMELESS, mine, tmp_path)

    assert outcome.keys == ["water"]
    assert "[@water] is there already, with another author, issued" in outcome.message


def test_a_second_key_for_one_work_is_told(tmp_path: Path) -> None:
    mine = f"type: webpage\ntitle: The Water\nURL: {ADDRESS}\n"
    outcome = import_over(NAMELESS | {"id": "example2026"}, mine, tmp_path)

    assert (outcome.codes, outcome.keys) == (["same-work"], ["example2026", "water"])
    assert "[@example2026] is the same work as [@water]" in outcome.message


@pytest.mark.parametrize(
    ("title", "fields"),
    [
        pytest.param("Kura Courier", {"container": "kura-courier"}, id="known"),
        pytest.param("kura courier", {"container": "kura-courier"}, id="capitals"),
        pytest.param("Other Paper", {"container-title": "Other Paper"}, id="unknown"),
    ],
)
def test_an_outlet_is_found_by_its_title(
    title: str, fields: dict[str, str], tmp_path: Path
) -> None:
    outcome = import_csl([WORK | {"container-title": title}], tmp_path)

    assert outcome.fields("water") == {"type": "book", "title": "Water", **fields}


def test_an_outlet_whose_title_two_have_is_not_guessed(tmp_path: Path) -> None:
    content = content_in(tmp_path, {"sources/other.md": "Title: Kura Courier\n\nAnother.\n"})
    outcome = import_csl([WORK | {"container-title": "Kura Courier"}], tmp_path, content=content)

    assert outcome.fields("water")["container-title"] == "Kura Courier"
