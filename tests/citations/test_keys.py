"""A key is legal in any script, reads as people spell it, and is nobody else's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citations import LONGEST_KEY, citation_key, citation_key_from, free_key, slug_of


@pytest.mark.parametrize(
    ("words", "key"),
    [
        pytest.param(("Courier", "Who rings the bell?"), "courier-who-rings-the-bell", id="en"),
        pytest.param(("The eight o’clock people",), "the-eight-oclock-people", id="apostrophe"),
        pytest.param(("წყალი და რიცხვი",), "tsqali-da-ritskhvi", id="ka"),
        pytest.param(("Samovar səhərə qədər",), "samovar-sehere-qeder", id="az"),
        pytest.param(("Лампа на объекте",), "lampa-na-obekte", id="ru"),
        pytest.param(("Արագիլը",), "aragile", id="hy"),
        pytest.param(("Müller", "", "2026"), "muller-2026", id="an-empty-word"),
        pytest.param(("😀", "…"), "work", id="nothing-to-write"),
        pytest.param(("Con",), "con-work", id="a-name-of-windows"),
    ],
)
def test_a_key_reads_as_people_would_spell_it(words: tuple[str, ...], key: str) -> None:
    assert citation_key_from(*words) == key


@given(st.lists(st.text()))
def test_whatever_the_words_the_key_is_legal(words: list[str]) -> None:
    key = citation_key_from(*words)

    assert citation_key(key) == key
    assert len(key) <= LONGEST_KEY


def test_a_long_key_ends_with_a_whole_word() -> None:
    assert citation_key_from("river " * 20) == "-".join(["river"] * 10)


def test_one_long_word_is_cut() -> None:
    assert citation_key_from("r" * 100) == "r" * LONGEST_KEY


def test_a_key_that_is_free_stays() -> None:
    assert free_key("water", {"bell"}) == "water"


def test_a_key_that_is_taken_is_numbered() -> None:
    assert free_key("water", {"water", "water-2"}) == "water-3"


def test_keys_that_differ_in_capitals_are_one() -> None:
    assert free_key("Water", {"water"}) == "Water-2"


def test_a_slug_is_in_letters_of_addresses() -> None:
    assert slug_of("Վարդաշեն, “Şəki” & Тбилиси") == "vardashen-seki-tbilisi"
    assert slug_of("!") == ""
