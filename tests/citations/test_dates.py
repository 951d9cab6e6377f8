"""Dates of which a part may be unknown."""

from __future__ import annotations

import pytest

from citations import PartialDate, looks_like_date, parse_date


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026", PartialDate(year=2026)),
        ("2026-03", PartialDate(year=2026, month=3)),
        (" 2026-03-14 ", PartialDate(year=2026, month=3, day=14)),
        ("2024-02-29", PartialDate(year=2024, month=2, day=29)),
    ],
)
def test_a_date_is_read(text: str, expected: PartialDate) -> None:
    assert parse_date(text) == expected
    assert str(expected) == text.strip()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "26",
        "2026-3",
        "2026-00",
        "2026-13",
        "2026-02-29",
        "2026-03-00",
        "0000",
        "14.03.2026",
        "2026-03-14T09:00",
    ],
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert parse_date(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [("2026-13-45", True), ("2026.3.4", True), ("2026/03", True), ("2026", False), ("Nino", False)],
)
def test_a_slip_in_a_date_is_told_from_words(text: str, expected: bool) -> None:
    assert looks_like_date(text) is expected
