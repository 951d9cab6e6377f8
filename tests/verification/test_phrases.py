"""Words are looked for in a text that is at hand."""

from __future__ import annotations

import pytest

from verification import contains, find_in

TEXT = "Nobody saw the “old bridge” fall.\n\nIt fell at night, by itself! İrəvan is far."


@pytest.mark.parametrize(
    "words",
    ["nobody saw", 'the "old bridge" fall', "fall. It fell at night", "By itself!", "“at night”"],
)
def test_words_of_the_text_are_found(words: str) -> None:
    assert find_in(words, TEXT, "en")


@pytest.mark.parametrize("words", ["nobody saw a", "bridg", "at night!", "Saw The", "", "…"])
def test_other_words_are_not_found(words: str) -> None:
    assert not find_in(words, TEXT, "en")


def test_phrase_of_a_headline_may_have_its_own_capitals() -> None:
    assert contains("“The Old Bridge”", "the old bridge", "en") is True
    assert contains("old bridge", TEXT.replace("“", "").replace("”", ""), "en")
    assert contains("irəvan", TEXT, "az")
    assert contains("fall", "waterfall, fall", "en")


@pytest.mark.parametrize("phrase", ["ridge", "new bridge", "—", "fal"])
def test_phrase_that_is_not_there_is_not_contained(phrase: str) -> None:
    assert not contains(phrase, TEXT, "en")
