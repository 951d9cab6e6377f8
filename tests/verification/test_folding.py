"""Folding leaves the words and their punctuation."""

from __future__ import annotations

import pytest

from verification.characters import FOLDS
from verification.folding import caseless, fold, fold_lines


def test_no_character_becomes_one_that_is_folded_again() -> None:
    assert not FOLDS.keys() & set("".join(FOLDS.values()))


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        pytest.param('“so” „so“ «so» ‹so› ‘so’ "so" ,,so``', " ".join(["'so'"] * 7), id="quotes"),
        pytest.param("don’t donʼt", "don't don't", id="apostrophes"),
        pytest.param(
            "a—b a --- b a – b a - b", " — ".join("abababab").replace("b — a", "b a"), id="dashes"
        ),
        pytest.param("- so -", "— so —", id="dashes-at-the-edges"),
        pytest.param("1990–1995, −5, a‑b", "1990-1995, -5, a-b", id="hyphens"),
        pytest.param("so ... so. . .so….", "so … so … so … .", id="ellipses"),
        pytest.param("[ ... ] (…) < … >", "[…] (…) <…>", id="elisions"),
        pytest.param(" a\u00a0b\u2009\tc\n\nd ", "a b c d", id="spaces"),
        pytest.param(
            "co\u00adop \u200bx\ufeff\u2060 \u061c\u200e\u202aa\u202c", "coop x a", id="invisible"
        ),
        pytest.param("a\ufe0f b\U000e0101", "a b", id="variation-selectors"),
        pytest.param("ёЁ е\u0308 за\u0301мок и\u0306", "еЕ е замок й", id="cyrillic"),
        pytest.param("cafe\u0301", "café", id="accents-of-latin-stay"),
        pytest.param("10² ½ ① Ⅳ", "10² ½ ① Ⅳ", id="not-compatibility"),
        pytest.param("ﬁﬂ ĳ", "fifl ij", id="latin-ligatures"),
        pytest.param("և ﬓ։", "եւ մն:", id="armenian"),
        pytest.param("كتابي يى ﻻ ﷲ می‌رود ـا", "کتابی یی لا الله میرود ا", id="arabic"),
        pytest.param("ᲑᲐᲗᲣᲛᲘ", "ბათუმი", id="georgian-capitals"),
    ],
)
def test_text_is_folded(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        pytest.param("rose [1], fell[12][3].", "rose, fell.", id="brackets"),
        pytest.param("rose [2016] [0] [a]", "rose [2016] [0] [a]", id="other-brackets"),
        pytest.param("word¹ word.²³ 10² ¹", "word word. 10² ¹", id="superscripts"),
        pytest.param("5 km² 7м³ 3 მ² word m² 5 km⁴", "5 km² 7м³ 3 მ² word m 5 km", id="units"),
        pytest.param("a [[1]2] b", "a b", id="nested"),
        pytest.param("] [a] a [[1]2]b [[3]4]", "] [a] a b", id="nested-beside-others"),
    ],
)
def test_footnote_marks_of_a_source_are_dropped(text: str, folded: str) -> None:
    assert fold(text, source=True) == folded


def test_lines_are_kept() -> None:
    assert fold_lines("a  b\n\n –c\n", source=True) == "a b\n\n-c\n"


def test_soft_hyphen_at_the_end_of_a_line_breaks_a_word() -> None:
    assert fold_lines("co\u00ad\nop", source=True) == "co\u00ad\nop"
    assert fold_lines("co\u00ad\n– op", source=True) == "co\n— op"


@pytest.mark.parametrize(
    ("language", "lower"), [("en", "iİ"), ("tr", "ıi"), ("az-AZ", "ıi"), ("", "iİ")]
)
def test_letter_i_follows_the_language(language: str, lower: str) -> None:
    assert caseless("Iİ", language) == lower
