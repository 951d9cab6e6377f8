"""Words that deny, of which each once let a quotation say the opposite without a warning."""

from __future__ import annotations

import pytest

from tests.verification.table import (
    Case,
    E,
    V,
    check,
)
from verification.folding import fold
from verification.negation import negations

DENYING = {
    "ka": "არაა აღარაა არასდროს აღარავინ აღარაფერი ვეღარავინ ვერასოდეს ვერასდროს არცერთი ვერცერთმა"
    " ნურავინ ნუღარავინ არსაიდან არასწორია ვერსად",
    "hy": "Մի՛ հազիվ Անհնար անհնարին",
    "fa": "ندیدم نرفت نگفتند نیامد نیاورده نیافت نرود نیستیم نبودند ننوشت نخوانده",
}
NOT_DENYING = {
    "ka": "არის არიან არავაკი ვერა ვერცხლი ვერძი არსება",
    "hy": "մի միայն",
    "fa": "نام نان نفر نگاه نزدیک نزد نبرد نروژ نشست نوشت نوشته نیاز نیرو",
}
CASES = (
    ("ka", "არასდროს მინახავს წყალი.", Case("never", "მინახავს წყალი", V, "negation-before")),
    ("ka", "ეს არაა მართალი.", Case("is not", "ეს […] მართალი", E, "omitted-negation")),
    ("hy", "Մի՛ գնա այնտեղ։", Case("do not", "գնա այնտեղ", V, "negation-before")),
    ("hy", "Անհնար է անցնել։", Case("impossible", "[…] է անցնել", E, "cut-beside-negation")),
    ("fa", "من آن را ندیدم.", Case("did not see", "من آن را [دیدم]", E, "cut-beside-negation")),
    ("az", "Biz razı deyilik.", Case("we are not", "Biz razı", V, "negation-after")),
    ("tr", "Biz hazır değiliz.", Case("we are not", "Biz hazır", V, "negation-after")),
)  # fmt: skip


@pytest.mark.parametrize("language", DENYING)
def test_words_that_deny_are_known(language: str) -> None:
    words = [fold(word) for word in DENYING[language].split()]

    assert negations(language).among(words) == words


@pytest.mark.parametrize("language", NOT_DENYING)
def test_words_that_only_look_like_it_are_not(language: str) -> None:
    assert negations(language).among(fold(NOT_DENYING[language]).split()) == []


@pytest.mark.parametrize(
    ("language", "source", "case"),
    [pytest.param(*each, id=f"{each[0]}-{each[2].id}") for each in CASES],
)
def test_a_quotation_that_loses_its_negation_warns(language: str, source: str, case: Case) -> None:
    check(case, source, language)
