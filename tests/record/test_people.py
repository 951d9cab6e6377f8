"""Who is quoted, in the order of family names."""

from __future__ import annotations

import pytest

from citations import Citation, Name
from record.model import Person, Recorded
from record.people import families, people, sorted_by
from tests.record.support import BELL, COURIER, quotation, quoting, text

NOBODY: dict[str, str] = {}


def found(*texts: Recorded, language: str = "en", known: dict[str, str] = NOBODY) -> list[Person]:
    return list(people(texts, language=language, families=known))


def names(persons: list[Person]) -> list[str]:
    return [person.name.text for person in persons]


@pytest.mark.parametrize(
    ("name", "family", "expected"),
    [
        pytest.param("Nino Magaliti", "", "Magaliti Nino", id="two-words"),
        pytest.param("Recep Tayyip Örnek", "", "Örnek Recep Tayyip", id="three-words"),
        pytest.param("ნინო მაგალითი", "", "მაგალითი ნინო", id="no-capitals"),
        pytest.param("Plato", "", "Plato", id="one-word"),
        pytest.param("Ministry of Water", "", "Ministry of Water", id="small-letters"),
        pytest.param("The Friends Of The River", "", "The Friends Of The River", id="five-words"),
        pytest.param("Ursula von der Leyen", "von der Leyen", "von der Leyen Ursula", id="stated"),
        pytest.param("Kim Minsu", "Kim", "Kim Minsu", id="stated-and-first"),
    ],
)
def test_a_family_name_is_stated_or_the_last_word(name: str, family: str, expected: str) -> None:
    assert sorted_by(name, family) == expected


def test_records_of_works_state_family_names() -> None:
    name = Name(given="Ursula", family="von der Leyen")
    work = quotation(authors=(name, Name(literal="A desk"))).citation
    assert isinstance(work, Citation)

    known = dict(families([work]))

    assert known == dict.fromkeys(("ursula von der leyen", "von der leyen ursula"), "von der Leyen")
    persons = found(quoting("Ursula von der Leyen", "Ada Zed"), known=known)
    assert [(each.name.text, each.letter) for each in persons] == [
        ("Ursula von der Leyen", "V"),
        ("Ada Zed", "Z"),
    ]


def test_people_are_in_the_order_of_their_family_names() -> None:
    persons = found(quoting("Anna Zed", "Zoe Adam", "Berta Adam"))

    assert names(persons) == ["Berta Adam", "Zoe Adam", "Anna Zed"]


@pytest.mark.parametrize(
    "spelling", ["Nino  Magaliti", "NINO MAGALITI", "nino magaliti", "Nino\u00a0Magaliti"]
)
def test_spellings_of_one_name_are_one_person(spelling: str) -> None:
    (person,) = found(quoting("Nino Magaliti", "Nino Magaliti", spelling))

    assert person.name.text == "Nino Magaliti"
    assert len(person.places) == 3


def test_names_that_differ_in_a_letter_are_two_people() -> None:
    assert len(found(quoting("Nino Magaliti", "Nina Magaliti"))) == 2


def test_a_person_has_roles_and_sources_the_newest_first() -> None:
    newer = text(
        quotation(person="Ana Bell", role="mayor", source=COURIER),
        quotation(person="Ana Bell", role="Mayor", source=BELL),
    )
    older = text(quotation(person="Ana Bell", role="teacher", source=COURIER), slug="b")

    (person,) = found(newer, older)

    assert [role.text for role in person.roles] == ["mayor", "teacher"]
    assert person.sources == (COURIER, BELL)
    assert [place.url for place in person.places] == ["a/#q-00000000"] * 2 + ["b/#q-00000000"]


def test_roles_are_told_in_the_language_of_the_readers_where_there_are_any() -> None:
    texts = [
        text(quotation(person="Ana Bell", role="mayor"), lang="en"),
        text(quotation(person="Ana Bell", role="мэр"), lang="ru"),
    ]

    def told(language: str) -> list[str]:
        return [role.text for role in found(*texts, language=language)[0].roles]

    assert (told("en"), told("ru"), told("ka")) == (["mayor"], ["мэр"], ["mayor", "мэр"])


def test_a_quotation_without_a_name_is_of_those_who_wrote_the_work() -> None:
    authors = (Name(given="Ana", family="Bell"), Name(literal="The desk"))

    persons = found(text(quotation(authors=authors)), text(quotation()))

    assert names(persons) == ["Ana Bell", "The desk"]
    assert found(text(quotation(person="Nino", authors=authors)))[0].name.text == "Nino"


def test_a_name_in_the_letters_of_another_language_does_not_say_that_it_is_in_this_one() -> None:
    (person,) = found(quoting("Nahid Mesali", lang="fa"))

    assert person.name.language == ""


def test_a_name_is_in_the_language_of_the_readers_where_it_stands_in_it_as_well() -> None:
    texts = [quoting("Ana Bell", lang="az"), quoting("Ana Bell", lang="en")]

    assert [found(*texts, language=each)[0].name.language for each in ("en", "az", "ru")] == [
        "en",
        "az",
        "az",
    ]


def test_a_name_is_spelt_as_most_often_and_then_as_the_newest_text_has_it() -> None:
    tie = [quoting("NINO Bell"), quoting("Nino Bell")]
    more = [*tie, quoting("Nino Bell", lang="ka")]

    assert found(*tie)[0].name.text == "NINO Bell"
    assert found(*more)[0].name.text == "Nino Bell"
