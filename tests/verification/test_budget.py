"""What is out of all proportion is refused, or is no slower for it."""

from __future__ import annotations

import pytest

from verification import QuotationError, Result, Snapshot, verify

REPETITIVE = Snapshot("the river and the road and " * 4_000)


@pytest.mark.slow
def test_more_elisions_than_can_be_checked_are_refused() -> None:
    quotation = " […] ".join(["the"] * 100)

    with pytest.raises(QuotationError, match="quote the parts one by one") as refused:
        verify(quotation, REPETITIVE, language="en")

    assert refused.value.code == "too-many-elisions"


def test_many_elisions_are_checked_where_their_words_are_rare() -> None:
    words = [f"word{number}" for number in range(2_000)]
    quotation = " […] ".join(words[::10])

    assert verify(quotation, Snapshot(" ".join(words)), language="en").result is Result.EDITED


def test_words_that_are_everywhere_are_checked_where_nothing_is_left_out() -> None:
    assert verify("The river and the road", REPETITIVE, language="en").result is Result.VERBATIM
