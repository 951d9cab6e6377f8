"""The chain that leaves out least."""

from __future__ import annotations

import pytest

from verification.marks import Kind, Mark
from verification.occurrences import Hit
from verification.order import chain, may_lie_between

ELISION = (Mark(kind=Kind.ELISION, written="…"),)


def row(*starts: int) -> list[Hit]:
    return [Hit(start=start, end=start + 1) for start in starts]


@pytest.mark.parametrize(
    ("rows", "starts"),
    [
        ([row(0, 8), row(10)], [8, 10]),
        ([row(0, 8), row(10, 2)[::-1]], [0, 2]),
        ([row(0, 6), row(4, 8, 20), row(30, 9)[::-1]], [6, 8, 9]),
        ([row(5), row(3)], []),
        ([row(5), row(5)], []),
    ],
)
def test_least_is_left_out(rows: list[list[Hit]], starts: list[int]) -> None:
    chosen = chain(rows, [ELISION] * (len(rows) - 1), "x" * 40)

    assert [hit.start for hit in chosen or ()] == starts


@pytest.mark.parametrize(
    ("kind", "gap", "may"),
    [
        (Kind.ELISION, "so " * 250, True),
        (Kind.ELISION, "so " * 251, False),
        (Kind.INSERTION, "— " * 400, True),
        (Kind.SIC, ", ", True),
        (Kind.SIC, " so ", False),
    ],
)
def test_mark_stands_for_so_many_words(kind: Kind, gap: str, may: bool) -> None:
    marks = (Mark(kind=kind, written="[]"),)

    assert may_lie_between(marks, f"a {gap} b", 2, 2 + len(gap)) is may
