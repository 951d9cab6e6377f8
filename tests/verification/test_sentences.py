"""What was left out may not make one sentence of two."""

from __future__ import annotations

import pytest

from verification import Snapshot, verify

ENGLISH = """\
The minister spoke at noon. His rival lost. The harbour, he said, is safe today.

A new pier is planned. Dr. Example met Mr. Model at 10 a.m. in Gori. Is it late? Who knows.

The pier cost 3.5 million. It has two lamps.
"""
OTHERS = {
    "ka": "ხიდი ღიაა დილით. გზა დაკეტილია ღამით.",
    "ru": "Мост открыт утром. Дорога закрыта ночью. Он жил на ул. Садовой до весны.",
    "hy": "Կամուրջը բաց է առավոտյան։ Ճանապարհը փակ է գիշերը։",
    "az": "Körpü səhər açıqdır. Yol gecə bağlıdır.",
    "tr": "Köprü sabah açıktır. Yol gece kapalıdır.",
    "fa": "پل صبح باز است. راه شب بسته است.",
}


def joins(quotation: str, source: str, language: str) -> bool:
    found = verify(quotation, Snapshot(source), language=language)
    assert found.result == "edited", found
    return "joined-sentences" in [caution.code for caution in found.cautions]


@pytest.mark.parametrize(
    "quotation",
    [
        pytest.param("The minister […] lost", id="two-middles"),
        pytest.param("The minister [and his rival] lost", id="bracket"),
        pytest.param("The harbour […] is planned", id="paragraphs"),
        pytest.param("The minister spoke […] [h]is rival lost", id="small-letter"),
        pytest.param("Is it […] knows", id="question"),
        pytest.param("The pier […] has two lamps", id="number-before-the-stop"),
    ],
)
def test_a_sentence_that_nobody_said_is_told(quotation: str) -> None:
    assert joins(quotation, ENGLISH, "en")


@pytest.mark.parametrize(
    "quotation",
    [
        pytest.param("The minister […] at noon", id="one-word"),
        pytest.param("The harbour […] is safe", id="one-sentence"),
        pytest.param("The minister spoke. […] The harbour, he said, is safe", id="stop-shown"),
        pytest.param("The minister spoke […] The harbour, he said, is safe", id="capital-shown"),
        pytest.param("The minister spoke […] A new pier is planned", id="new-paragraph"),
        pytest.param("Example met […] in Gori", id="abbreviations"),
        pytest.param("A new pier is planned.” […] “Is it late", id="stop-inside-marks"),
        pytest.param("The pier cost […] million", id="decimal"),
    ],
)
def test_an_honest_omission_is_not(quotation: str) -> None:
    assert not joins(quotation, ENGLISH, "en")


@pytest.mark.parametrize(
    ("language", "joined", "honest"),
    [
        pytest.param("ka", "ხიდი […] დაკეტილია", "ხიდი ღიაა. […] დაკეტილია", id="ka"),
        pytest.param("ru", "Мост […] закрыта", "Он […] на ул. Садовой до весны", id="ru"),
        pytest.param("hy", "Կամուրջը […] փակ է", "Կամուրջը […] առավոտյան", id="hy"),
        pytest.param("az", "Körpü […] bağlıdır", "Körpü […] açıqdır", id="az"),
        pytest.param("tr", "Köprü […] kapalıdır", "Köprü […] açıktır", id="tr"),
        pytest.param("fa", "پل […] بسته است", "پل […] باز است", id="fa"),
    ],
)
def test_every_language_has_its_sentences(language: str, joined: str, honest: str) -> None:
    assert joins(joined, OTHERS[language], language)
    assert not joins(honest, OTHERS[language], language)


def test_where_no_word_was_left_out_nothing_was_joined() -> None:
    assert not joins("ხიდი ღიაა დილით […] გზა დაკეტილია", OTHERS["ka"], "ka")


def test_the_advice_names_the_words_to_end() -> None:
    found = verify("The minister […] lost", Snapshot(ENGLISH), language="en")

    assert "end “The minister” with its stop" in found.cautions[0].message
    assert "spoke at noon. His rival" in found.cautions[0].message


@pytest.mark.parametrize(
    ("language", "source", "quotation"),
    [
        pytest.param("ka", "ის ქ. თბილისში პროფ. ნინოს შეხვდა ღამით.", "ის […] ღამით", id="ka"),
        pytest.param("ka", "აქ ი. ნიმუში და ე.წ. ხიდი იდგა.", "აქ […] იდგა", id="ka-initials"),
        pytest.param("fa", "او د. احمدی را در شهر دید و رفت.", "او […] رفت", id="fa-initials"),
        pytest.param("tr", "Köprü 2. Dünya Savaşı sonrası açıldı.", "Köprü […] açıldı", id="tr"),
        pytest.param("tr", "Burada II. Abdülhamid durdu.", "Burada […] durdu", id="tr-roman"),
        pytest.param("hy", "Այնտեղ պրոֆ. Նիմուշը կանգնեց։", "Այնտեղ […] կանգնեց", id="hy"),
        pytest.param("az", "Körpü 15 yanv. Bakıda açıldı.", "Körpü […] açıldı", id="az"),
        pytest.param("ru", "Мост в пос. Садовом закрыт.", "Мост […] закрыт", id="ru"),
        pytest.param("en", "There Capt. Example stood.", "There […] stood", id="en"),
    ],
)
def test_an_abbreviation_ends_no_sentence(language: str, source: str, quotation: str) -> None:
    assert not joins(quotation, source, language)


@pytest.mark.parametrize(
    ("language", "source", "quotation"),
    [
        pytest.param("en", "She left. 12 rivals lost it.", "She […] lost it", id="number"),
        pytest.param("ru", "Он ушёл. — Мост закрыт.", "Он […] закрыт", id="dash"),
        pytest.param("hy", "Կամուրջը բաց է։Ճանապարհը փակ է։", "Կամուրջը […] փակ է", id="no-space"),
    ],
)
def test_a_sentence_may_begin_in_other_ways(language: str, source: str, quotation: str) -> None:
    assert joins(quotation, source, language)
