"""Sentences, dates, numbers and names, as each language has them."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from citations import PartialDate
from languages import Translator, Translators
from languages.translator import direction, is_language, native_name
from tests.support.building import write_files

CATALOGUE = """\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Language: ru\\n"
"Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0"
" : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);\\n"

msgid "By %(name)s"
msgstr "Автор: %(name)s"

msgid "%(n)s quotation"
msgid_plural "%(n)s quotations"
msgstr[0] "%(n)s цитата"
msgstr[1] "%(n)s цитаты"
msgstr[2] "%(n)s цитат"
"""
DAY = datetime.date(2026, 3, 14)


@pytest.fixture
def russian(tmp_path: Path) -> Translator:
    """Return a translator with a small catalogue."""
    return Translators(write_files(tmp_path, {"ru.po": CATALOGUE}))("ru")


def test_a_sentence_is_said_with_its_values(russian: Translator) -> None:
    assert russian("By %(name)s", name="100% Ana") == "Автор: 100% Ana"


def test_a_sentence_that_nobody_translated_is_said_in_english(russian: Translator) -> None:
    assert russian("Sources") == "Sources"


def test_a_site_has_the_last_word_in_every_language(tmp_path: Path) -> None:
    own = {
        "By %(name)s": {"ru": "Пишет %(name)s", "en": "Words: %(name)s"},
        "Река": {"en": "River"},
    }
    translators = Translators(write_files(tmp_path, {"ru.po": CATALOGUE}), own)

    assert translators("ru")("By %(name)s", name="Ana") == "Пишет Ana"
    assert translators("en")("By %(name)s", name="Ana") == "Words: Ana"
    assert [translators(language)("Река") for language in ("ru", "en")] == ["Река", "River"]


def test_nothing_is_said_as_nothing(russian: Translator) -> None:
    assert russian("") == ""


@pytest.mark.parametrize(
    ("n", "said"),
    [(1, "1 цитата"), (2, "2 цитаты"), (5, "5 цитат"), (11, "11 цитат"), (21, "21 цитата")],
)
def test_numbers_have_the_forms_of_the_language(russian: Translator, n: int, said: str) -> None:
    assert russian.plural("%(n)s quotation", "%(n)s quotations", n) == said


def test_a_language_without_a_catalogue_has_its_own_dates(tmp_path: Path) -> None:
    t = Translators(tmp_path)("de")

    assert t("Sources") == "Sources"
    assert t.date(DAY) == "14. März 2026"


def test_a_catalogue_is_read_once(tmp_path: Path) -> None:
    translators = Translators(write_files(tmp_path, {"ru.po": CATALOGUE}))

    assert translators("ru") is translators("ru")


@pytest.mark.parametrize(
    ("language", "date", "said"),
    [
        pytest.param("en", PartialDate(year=2026, month=3, day=14), "14 March 2026", id="day"),
        pytest.param("en", PartialDate(year=2026, month=3), "March 2026", id="month"),
        pytest.param("en", PartialDate(year=2026), "2026", id="year"),
        pytest.param("en", None, "", id="none"),
        pytest.param("ka", DAY, "14 მარტი, 2026", id="ka"),
        pytest.param("ru", DAY, "14 марта 2026 г.", id="ru"),
        pytest.param("az", DAY, "14 mart 2026", id="az"),
        pytest.param("tr", DAY, "14 Mart 2026", id="tr"),
        pytest.param("fa", DAY, "۱۴ مارس ۲۰۲۶", id="fa"),
    ],
)
def test_as_much_of_a_date_is_said_as_is_known(
    language: str, date: PartialDate | datetime.date | None, said: str
) -> None:
    assert Translator(language).date(date).replace("\xa0", " ").replace("\u202f", " ") == said


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "1,234,567"), ("ru", "1 234 567"), ("fa", "۱٬۲۳۴٬۵۶۷"), ("az", "1.234.567")],
)
def test_a_number_has_the_digits_and_separators_of_the_language(language: str, said: str) -> None:
    assert Translator(language).number(1234567).replace("\xa0", " ").replace("\u202f", " ") == said


@pytest.mark.parametrize(
    ("language", "said"), [("en", "38%"), ("ru", "38\u00a0%"), ("tr", "%38"), ("fa", "۳۸٪")]
)
def test_a_share_is_said_in_percent(language: str, said: str) -> None:
    assert Translator(language).percent(0.375) == said


def test_a_day_is_said_without_its_year() -> None:
    assert Translator("en").day_month(DAY) == "14 March"


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("en", "English"),
        ("ka", "ქართული"),
        ("hy", "Հայերեն"),
        ("az", "Azərbaycanca"),
        ("ru", "Русский"),
        ("tr", "Türkçe"),
        ("fa", "فارسی"),
        ("zh-Hant", "中文"),
        ("xx", "Xx"),
        ("not a code", "Not a code"),
    ],
)
def test_a_language_is_called_what_it_calls_itself(code: str, name: str) -> None:
    assert native_name(code) == name


@pytest.mark.parametrize(
    ("code", "name"), [("ka", "Georgian"), ("ka-Latn", "Georgian"), ("xx", "xx")]
)
def test_a_language_is_named_in_another(code: str, name: str) -> None:
    assert Translator("en").language(code) == name


@pytest.mark.parametrize(
    ("code", "way"), [("fa", "rtl"), ("ar-EG", "rtl"), ("he", "rtl"), ("ka", "ltr"), ("en", "ltr")]
)
def test_a_language_is_written_in_its_direction(code: str, way: str) -> None:
    assert direction(code) == way


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "“x”"), ("ka", "„x“"), ("hy", "«x»"), ("ru", "«x»"), ("fa", "«x»"), ("tr", "“x”")],
)
def test_words_are_quoted_in_the_marks_of_the_language(language: str, said: str) -> None:
    assert Translator(language).quoted("x") == said


def test_two_clauses_have_the_semicolon_of_the_script() -> None:
    assert [Translator(code).semicolon for code in ("en", "fa")] == ["; ", "؛ "]


def test_a_list_has_the_comma_of_the_script() -> None:
    assert (Translator("fa").comma, Translator("ka").comma) == ("، ", ", ")


def test_a_code_is_told_from_letters() -> None:
    assert is_language("uk")
    assert not is_language("js")


def test_a_year_has_the_digits_of_the_language_and_no_separator() -> None:
    assert [Translators()(language).year(2026) for language in ("fa", "en")] == ["۲۰۲۶", "2026"]
