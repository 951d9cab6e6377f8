"""Names in the order in which readers of a language look them up."""

from __future__ import annotations

import pytest

from languages.alphabets import Alphabet, is_written_in


@pytest.mark.parametrize(
    ("language", "names"),
    [
        pytest.param("en", "Adam|Ədalət|Émile|Erik|Zoe|Ён|Жанна|Юлия|ანა|Անի|آرش|بهار", id="en"),
        pytest.param("ru", "Ева|Ёлка|Жанна|Adam|Zoe|ანა", id="ru-first-in-its-script"),
        pytest.param("az", "Elnur|Əli|Fuad|Xalid|Iqbal|İlham|Jalə|Zaur|Жанна", id="az"),
        pytest.param("tr", "Can|Çetin|Ilgaz|İlker|Oya|Özge|Şule|Ufuk|Ümit|Walter|Zeki", id="tr"),
        pytest.param("ka", "ანა|ბაჩო|ზურა|თამარ|ჟანა|ჰაიკ|Adam|Жанна", id="ka"),
        pytest.param("hy", "Անի|Գոհար|Եվա|Հայկ|Օլյա|Adam", id="hy"),
        pytest.param("fa", "آرش|ارش|بهار|پروین|چنگیز|ژاله|گلی|ناهید|یوسف|Adam", id="fa"),
        pytest.param("en", "Ann Bell|Anna|Anna Bell", id="words-before-letters"),
        pytest.param("en", "“Anna”|Ben|9 Lives", id="marks-count-nothing-and-numbers-are-last"),
    ],
)
def test_names_are_in_the_order_of_the_language(language: str, names: str) -> None:
    expected = names.split("|")
    backwards = expected[::-1]

    found = sorted(backwards, key=Alphabet(language).key)

    assert found == expected


@pytest.mark.parametrize(
    ("language", "name", "letter"),
    [
        ("en", "Émile", "E"),
        ("en", "əli", "E"),
        ("az", "Əli", "Ə"),
        ("az", "ilham", "İ"),
        ("az", "Ilqar", "I"),
        ("en", "İlham", "I"),
        ("ru", "Ёлка", "Е"),
        ("ka", "ანა", "ა"),
        ("hy", "անի", "Ա"),
        ("fa", "يوسف", "ی"),
        ("en", "“Anna”", "A"),
        ("en", "9 Lives", "#"),
        ("en", "…", "#"),
    ],
)
def test_a_name_stands_under_its_letter(language: str, name: str, letter: str) -> None:
    assert Alphabet(language).letter(name) == letter


@pytest.mark.parametrize(
    ("language", "name", "expected"),
    [
        ("ka", "ნინო", True),
        ("ka", "Nino", False),
        ("fa", "Nahid", False),
        ("az", "Əli", True),
        ("en", "…", False),
    ],
)
def test_the_script_of_a_name_is_known(language: str, name: str, expected: bool) -> None:
    assert is_written_in(language, name) is expected
