"""What was corrected after an article was published."""

from __future__ import annotations

import pytest

from citations import PartialDate
from quotations.model import Correction
from quotations.reader import corrections_in
from verification import QuotationError


def test_an_article_without_corrections_has_none() -> None:
    assert corrections_in({"title": ["A"], "correction": [" "]}) == ()


@pytest.mark.parametrize(
    "line", ["2026-04-02 A name.", "2026-04-02: A name.", " 2026-04-02,  A name."]
)
def test_a_correction_begins_with_its_day(line: str) -> None:
    day = PartialDate(year=2026, month=4, day=2)

    assert corrections_in({"correction": [line]}) == (Correction(date=day, text="A name."),)


def test_corrections_keep_their_order() -> None:
    lines = ["2026-04 B", "2026 A"]

    assert [each.text for each in corrections_in({"correction": lines})] == ["B", "A"]


@pytest.mark.parametrize("line", ["A name.", "2026-04-31 A name.", "2026-04-02", "2 April A name."])
def test_a_correction_without_a_day_is_an_error(line: str) -> None:
    with pytest.raises(QuotationError, match=f"“{line}” does not begin with a date"):
        corrections_in({"correction": [line]})
