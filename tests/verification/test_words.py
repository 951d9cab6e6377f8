"""Words, and what belongs to them."""

from __future__ import annotations

import pytest

from verification.words import edges, is_boundary, words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("don't well-known 'so'", ["don't", "well-known", "so"]),
        ("-5 +3.5% 1,200 1990-1995", ["-5", "+3.5%", "1,200", "1990-1995"]),
        ("a — b, c…", ["a", "b", "c"]),
        ("ինչո՞ւ կարդո՛ւմ", ["ինչո՞ւ", "կարդո՛ւմ"]),
        ("کتابِ خوب", ["کتابِ", "خوب"]),
        ("", []),
    ],
)
def test_words_are_told_apart(text: str, words: list[str]) -> None:
    assert words_of(text) == words


@pytest.mark.parametrize(
    "text",
    [
        *("a|b", "don|'t", "don'|t", "well|-known", "well-|known", "T|-72", "COVID-|19"),
        *("3|.5", "3.|5", "1|,200", "1,|200", "1| 200", "1 |200", "12| 345 678", "1'|000"),
        *("-|5", "(-|5", "+|5", "5|%", "5| %", "5|‰", "ինչո|՞ւ", "ա՛|յ", "a|\u0301"),
    ],
)
def test_cut_inside_a_word_or_a_number_is_no_boundary(text: str) -> None:
    assert not is_boundary(text.replace("|", ""), text.index("|"))


@pytest.mark.parametrize(
    "text",
    [
        *("|a", "a|", "5| ", "a| b", "a|.", "'|a", "a|'", "a|' b", "-|a", "a|- b", "a |- b"),
        *("1990|-1995", "1990-|1995", "2016| 200", "1| 20", "1| 2000", "a| 200", "5|.", "5| a"),
        *("a|%", "5|,a", "4-|5", "5|. 6"),
    ],
)
def test_cut_between_words_is_a_boundary(text: str) -> None:
    assert is_boundary(text.replace("|", ""), text.index("|"))


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("'so,' he", "so,' he"),
        ("…so.", "so"),
        ("(-5)", "-5"),
        ("a-5-", "a-5"),
        ("-so", "so"),
        ("5%.", "5%"),
        ("5 %.", "5 %"),
        ("5.", "5"),
        ("€5", "€5"),
        ("+5", "+5"),
        ("—", ""),
        ("ինչո՞", "ինչո՞"),
    ],
)
def test_punctuation_at_the_edges_is_free(text: str, kept: str) -> None:
    start, end = edges(text)

    assert text[start:end] == kept


def test_marks_that_are_the_sources_own_stay_at_the_edges() -> None:
    assert edges("… [so] …'", keep="[]…") == (0, 8)
