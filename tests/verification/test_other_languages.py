"""Quotations in the other languages, each with what its letters and its grammar ask for."""

from __future__ import annotations

import pytest

from tests.verification.table import (
    Case,
    D,
    E,
    V,
    check,
)

RUSSIAN = """\
«Ещё не всё потеряно, — сказал он. — Мы никого не бросим». Паром зимой не ходит, а лёд стоит
до марта… Никакой дороги там нет. Мост открыт всю неделю, и река спокойна.
Жители говорят, что дом пуст. КРЕПОСТЬ ЗАКРЫТА ДО МАЯ. Он сказал: «Верните нам ключи!»
"""
GEORGIAN = """\
„მდინარე ხელშეკრულებებს არ კითხულობს“, — თქვა მან. ხიდი ღიაა და გზა თავისუფალია.
არავინ იცის, როდის მოვა წყალი. ეს არის ჩვენი სახლი. ბორანი ზამთარში ვერ გადის.
"""
ARMENIAN = """\
«Գետը պայմանագրեր չի կարդում»,— ասաց նա։ Կամուրջը բաց է և ճանապարհն ազատ է։ Ինչո՞ւ է ջուրը
պակասել։ Դաշտը չորացել է ամռանը։ Պատը ամուր չէ։ Ոչ ոք տանը մնացել։
"""
PERSIAN = """\
رودخانه پیمان‌ها را نمی‌خواند. پل باز است و راه آزاد است. کشتی در زمستان حرکت می‌کند.
هیچ کس خبر ندارد. دیوار محکم نیست. آب در بهار بالا آمد.
"""
AZERBAIJANI = """\
“Çay müqavilələri oxumur”, – dedi o. Körpü açıqdır və yol boşdur. Bərə qışda işləməyəcək.
İrəvan yolu bağlıdır. Körpünün tikilməsi uzun çəkdi. Divar möhkəm deyil. Evsiz ailələr gəldi.
Dəmir yolu işləyir. KÖRPÜ QIŞDA BAĞLI QALACAQ.
"""
TURKISH = """\
“Nehir anlaşmaları okumuyor” dedi. Köprü açık ve yol boş. Vapur kışın çalışmayacak.
Isparta yolu kapalı. İzmir’in suyu temiz. Duvar sağlam değil. Köprünün yapılması uzun sürdü.
"""

RUSSIAN_CASES = (
    Case("yo without dots", "Еще не все потеряно", V),
    Case("dialogue dash", "Ещё не всё потеряно, – сказал он", V),
    Case("straight quotes", 'Он сказал: "Верните нам ключи!"', V),
    Case("stress accent", "лёд стои\u0301т до марта", V),
    Case("exclamation dropped", "Верните нам ключи", V),
    Case("exclamation doubled by a question", "Верните нам ключи?", D, note="only punctuation"),
    Case("hidden ne", "Паром зимой […] ходит", E, "omitted-negation"),
    Case("cut after ne", "ходит, а лёд стоит", V, "negation-before"),
    Case("cut between two", "дороги там", V, "negation-before negation-after"),
    Case("week is no negation", "Мост открыт […] и река спокойна", E),
    Case("ne dropped", "Паром зимой ходит, а лёд стоит до марта", D, note="“не”"),
    Case("case of a letter", "Жители говорят, что Дом пуст", D, note="only capitals"),
    Case("capitals in the source", "Крепость закрыта до мая", E, note="in capitals"),
    Case("case in brackets", "[м]ост открыт всю неделю", E),
    Case("i kratkoe is a letter", "река спокоина", D),
    Case("ellipsis of the source", "лёд стоит до марта...", V),
    Case("insertion", "Мы [жители] никого не бросим", E),
    Case("insertion denies", "Мост [не] открыт", E, "inserted-negation"),
)
GEORGIAN_CASES = (
    Case("typed quotation marks", ",,მდინარე ხელშეკრულებებს არ კითხულობს``", V),
    Case("capitals of emphasis", "ᲮᲘᲓᲘ ღიაა", V),
    Case("hidden ar", "მდინარე ხელშეკრულებებს […] კითხულობს", E, "omitted-negation"),
    Case("cut after ar", "კითხულობს“, — თქვა მან", V, "negation-before"),
    Case("cut after ver", "გადის", V, "negation-before"),
    Case("nobody made somebody", "[ვიღაცამ] იცის", E, "cut-beside-negation"),
    Case("hidden nobody", "თავისუფალია […] იცის", E, "omitted-negation joined-sentences"),
    Case("is is no negation", "ეს […] ჩვენი სახლი", E),
    Case("one letter", "ხიდი ღიაა და გზა თავისუფალი", D),
    Case("particle put in", "ხიდი [არ] ღიაა", E, "inserted-negation"),
)
ARMENIAN_CASES = (
    Case("ligature", "Կամուրջը բաց է եւ ճանապարհն ազատ է", V),
    Case("full stop as a colon", "ազատ է: Ինչո՞ւ է ջուրը պակասել:", V),
    Case("without its question mark", "Ինչու է ջուրը", D),
    Case("inside a word", "ւ է ջուրը պակասել", D),
    Case("hidden chi", "Գետը պայմանագրեր […] կարդում", E, "omitted-negation"),
    Case("cut after chi", "կարդում», – ասաց նա", V, "negation-before"),
    Case("dry is no negation", "Դաշտը […] է ամռանը", E),
    Case("is not follows", "Պատը ամուր", V, "negation-after"),
    Case("colon ends a sentence", "… ոք տանը", E, "cut-beside-negation"),
    Case("negation in the sentence before", "… Ոչ ոք տանը մնացել", E),
)
PERSIAN_CASES = (
    Case("without joiners", "رودخانه پیمانها را نمیخواند", V),
    Case("Arabic letters", "كشتي در زمستان حركت ميكند", V),
    Case("lengthened", "رودخانـــه پیمان‌ها", V),
    Case("direction marks", "\u200fپل باز است\u200f", V),
    Case("nothing left out", "بالا […] آمد", E),
    Case(
        "hidden negation",
        "کشتی در زمستان حرکت می‌کند […] خبر ندارد",
        E,
        "omitted-negation joined-sentences",
    ),
    Case("is not follows", "دیوار محکم", V, "negation-after"),
    Case("cut after hich", "کس خبر ندارد", V, "negation-before"),
    Case("elision beside a negation", "پیمان‌ها را […]", E, "cut-beside-negation"),
    Case("one letter", "پل ناز است و راه آزاد است", D),
)
AZERBAIJANI_CASES = (
    Case("dotted capital", "irəvan yolu bağlıdır", V, note="first letter"),
    Case("undotted capital", "ırəvan yolu bağlıdır", D),
    Case("capitals in the source", "Körpü qışda bağlı qalacaq", E, note="in capitals"),
    Case("negation in the verb", "Bərə […] Körpünün tikilməsi", E, "omitted-negation"),
    Case("verb made to affirm", "Bərə qışda işləyəcək", D),
    Case("verbal noun is none", "İrəvan yolu […] uzun çəkdi", E, "joined-sentences"),
    Case("not follows", "Divar möhkəm", V, "negation-after"),
    Case("without", "möhkəm deyil […] gəldi", E, "omitted-negation joined-sentences"),
    Case("iron is no negation", "gəldi. […] yolu işləyir", E),
    Case("present", "“Çay […] dedi o", E, "omitted-negation"),
    Case("altered verb", "Çay müqavilələri oxu[yur]", E, "altered-word omitted-negation"),
)
TURKISH_CASES = (
    Case("undotted small", "ısparta yolu kapalı", V, note="first letter"),
    Case("dotted small", "isparta yolu kapalı", D),
    Case("apostrophe", "İzmir'in suyu temiz", V),
    Case("suffix cut off", "İzmir suyu temiz", D),
    Case("negation in the verb", "Vapur kışın […] Isparta yolu", E, "omitted-negation"),
    Case("clean is no negation", "İzmir’in suyu […] Duvar", E),
    Case("not follows", "Duvar sağlam", V, "negation-after"),
    Case("not left out", "Duvar sağlam […] Köprünün", E, "omitted-negation"),
    Case("verbal noun is none", "Köprünün […] uzun sürdü", E),
    Case("present", "Nehir anlaşmaları […] dedi", E, "omitted-negation"),
)
TABLES = {
    "ru": (RUSSIAN, RUSSIAN_CASES),
    "ka": (GEORGIAN, GEORGIAN_CASES),
    "hy": (ARMENIAN, ARMENIAN_CASES),
    "fa": (PERSIAN, PERSIAN_CASES),
    "az": (AZERBAIJANI, AZERBAIJANI_CASES),
    "tr": (TURKISH, TURKISH_CASES),
}


@pytest.mark.parametrize(
    ("language", "source", "case"),
    [
        pytest.param(language, source, case, id=f"{language}-{case.id}")
        for language, (source, cases) in TABLES.items()
        for case in cases
    ],
)
def test_quotation_is_told_for_what_it_is(language: str, source: str, case: Case) -> None:
    check(case, source, language)
