"""Words that deny are known in seven languages, and what only looks like them."""

from __future__ import annotations

import pytest

from verification.folding import fold
from verification.negation import DATA, missing_negations, negations

DENYING = {
    "en": "not No never can’t WON'T cannot unless",
    "ru": "не Нет никого никаким ничьё вряд едва некому",
    "ka": "არ ვერ არავინ არავითარი არაფერი არასოდეს ვერავინ ნურაფერი",
    "hy": "չի Չի չէ չկա ոչ երբեք չգիտեմ",
    "fa": "نه نیست نمی‌رود نمي‌رود نخواهد نباید ندارند نکردند نتوانست هرگز",
    "az": "deyil deyildi yox işləməyəcək işləmədi işləməz işləmir işləmirəm getməsin getməsə"
    " işləməmiş işləməmək gəlməmişdi oxumur görmürlər susuz evsizlər almayan bilmərəm heç",
    "tr": "değil değildi gelmeyecek gelmedi gelmez gelmesin gelmese gelmemiş gelmemek gelmiyor"
    " yapmıyorlar okumuyor susuz evsizler asla kimse yapmayan",
}
NOT_DENYING = {
    "en": "note another nothingness want",
    "ru": "неделя небо нести никель без-опасность",
    "ka": "არის არე ნურსმა ვერა-ფერი",
    "hy": "չափ չորս չարիք չինացի չնայած չեխ չիպ չիլի չամիչ",
    "fa": "نهر نمک است",
    "az": "dəmir kömür məmur namaz fransızlar ömür olması olmasının gəlməsinə getməyə siz"
    " Əhmədin marksizm Vladimir informasiya sərmayə nümayiş",
    "tr": "demir kömür memur yağmur temizler yapması gelmesinin gelmeye yapmayı siz deniz",
}


@pytest.mark.parametrize("language", DATA)
def test_words_that_deny_are_known(language: str) -> None:
    words = [fold(word) for word in DENYING[language].split()]

    assert negations(language).among(words) == words


@pytest.mark.parametrize("language", DATA)
def test_words_that_only_look_like_it_are_not(language: str) -> None:
    assert negations(language).among(fold(NOT_DENYING[language]).split()) == []


def test_region_of_a_language_changes_nothing() -> None:
    assert "not" in negations("en-GB")


def test_language_without_a_list_has_no_negations_and_says_so() -> None:
    caution = missing_negations("sw")

    assert caution is not None
    assert caution.code == "no-negation-list"
    assert "“sw”" in caution.message
    assert "not" not in negations("sw")


def test_language_with_a_list_says_nothing() -> None:
    assert missing_negations("az-AZ") is None
