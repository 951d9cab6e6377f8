"""Spellings that are one word to a reader."""

from __future__ import annotations

import pytest

from search.folding import fold, other_spellings


@pytest.mark.parametrize(
    ("typed", "stands"),
    [
        pytest.param("olke", "Ölkə".replace("Ö", "o"), id="az-schwa"),
        pytest.param("acıq", "ACIQ".replace("I", "ı"), id="az-dotless"),
        pytest.param("եւ", "և", id="hy-ligature"),
        pytest.param("علي", "علی", id="fa-yeh"),
        pytest.param("كتاب", "کتاب", id="fa-kaf"),
        pytest.param("١٢", "۱۲", id="digits-of-both-scripts"),
        pytest.param("12", "۱۲", id="latin-digits"),
        pytest.param("کتاب", "کتـاب", id="elongated"),
    ],
)
def test_two_spellings_fold_to_one(typed: str, stands: str) -> None:
    assert fold(typed) == fold(stands)


def test_only_words_that_folding_changes_stand_beside_the_text() -> None:
    words = ("The", "ölkə", "və", "su", "ölkə,", "Kars'ın")

    assert other_spellings(words) == ("ölke", "ve", "kars'in")
