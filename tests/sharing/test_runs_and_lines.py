"""How a headline is parted: into runs of one direction, and into lines."""

from __future__ import annotations

import pytest

from sharing.lines import fit
from sharing.runs import runs

SIZES = (80, 40, 20)


@pytest.mark.parametrize(
    ("line", "rtl", "parts"),
    [
        pytest.param("The river", False, ["The river"], id="one direction"),
        pytest.param("The رود rises", False, ["The ", "رود", " rises"], id="a name among others"),
        pytest.param("رود در Kura", True, ["Kura", "رود در "], id="the last word stands leftmost"),
        pytest.param(
            "تالاب Ramsar 2026 (IUCN)!", True, ["!", "Ramsar 2026 (IUCN)", "تالاب "], id="brackets"
        ),
        pytest.param("سال 2026 (رود)", True, ["سال 2026 (رود)"], id="digits stay with their words"),
        pytest.param("🦩", False, ["🦩"], id="no letter"),
        pytest.param("", True, [], id="nothing"),
    ],
)
def test_a_line_is_parted_where_its_direction_turns(line: str, rtl: bool, parts: list[str]) -> None:
    assert [line[run.start : run.end] for run in runs(line, rtl=rtl)] == parts


def half_an_em(text: str) -> float:
    return len(text) / 2


def fitted(text: str, *, height: float = 200) -> tuple[tuple[str, ...], int]:
    found = fit(text, half_an_em, width=400, height=height, sizes=SIZES, leading=1)
    return found.lines, found.size


def test_lines_are_of_about_one_length() -> None:
    assert fitted("nine lamps burn on") == (("nine lamps", "burn on"), 80)


def test_a_longer_text_is_set_smaller() -> None:
    lines, size = fitted("one rope and nineteen hands that pull " * 2)

    assert size == 40
    assert max(map(half_an_em, lines)) * size <= 400


@pytest.mark.parametrize("text", ["word " * 200, "w" * 1000, f"{'w' * 300} end"])
def test_what_fits_in_no_size_is_cut_at_its_end(text: str) -> None:
    lines, size = fitted(text.strip(), height=60)

    assert size == 20
    assert len(lines) == 3
    assert max(map(half_an_em, lines)) * size <= 400
    assert lines[-1].endswith("…")
    assert text.startswith(lines[0])
