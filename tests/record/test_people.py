"""Who is quoted, in which order, and the pages of the index."""

from __future__ import annotations

from dataclasses import replace

import pytest

from citations import Citation, Name
from record.model import Named, Person, Recorded
from record.people import (
    PERSON_BYTES,
    PLACE_BYTES,
    PeoplePage,
    Said,
    families,
    first_pages,
    people,
    people_pages,
    sorted_by,
)
from tests.record.support import BELL, COURIER, quotation, quoting, text

# What a quotation weighs: its address is a/#q-00000000, and its article is called A river.
ONE = PLACE_BYTES + len("a/#q-00000000") + len("A river") + len("It flows.")
NOBODY: dict[str, str] = {}


def person(name: str, quotations: int = 1) -> Person:
    (place,) = quoting(name).places
    return Person(
        name=Named(text=name, language="en"),
        letter=name[0],
        roles=(),
        sources=(),
        places=(place,) * quotations,
    )


def told(pages: tuple[PeoplePage, ...]) -> list[list[tuple[str, str, int, bool]]]:
    """Return what each page holds: letter, name, number of quotations, whether it goes on."""
    return [
        [
            (letter.letter, entry.person.name.text, len(entry.places), entry.continued)
            for letter in page.letters
            for entry in letter.entries
        ]
        for page in pages
    ]


def test_people_stand_under_their_letters() -> None:
    (page,) = people_pages([person("Ana"), person("Ani", 2), person("Bo")])

    assert [(letter.letter, len(letter.entries)) for letter in page.letters] == [("A", 2), ("B", 1)]


def test_a_page_that_is_full_goes_on_on_the_next() -> None:
    pages = people_pages([person("Ana"), person("Bo")], most=PERSON_BYTES + ONE)

    assert told(pages) == [[("A", "Ana", 1, False)], [("B", "Bo", 1, False)]]


def test_a_person_with_many_quotations_goes_on_on_the_next_page() -> None:
    pages = people_pages([person("Ana", 5), person("Bo")], most=PERSON_BYTES + 2 * ONE)

    assert told(pages) == [
        [("A", "Ana", 2, False)],
        [("A", "Ana", 2, True)],
        [("A", "Ana", 1, True)],
        [("B", "Bo", 1, False)],
    ]


@pytest.mark.parametrize("most", [1, 900, 2_000, 5_000, 100_000])
def test_no_quotation_is_lost_or_told_twice(most: int) -> None:
    people = [person(f"{letter}{n}", n) for letter in "ABC" for n in range(1, 8)]

    pages = people_pages(people, most=most)

    counted: dict[str, int] = {}
    for page in told(pages):
        assert page
        for _, name, count, _ in page:
            assert count
            counted[name] = counted.get(name, 0) + count
    assert counted == {each.name.text: len(each.places) for each in people}


def test_a_quotation_in_a_script_of_more_bytes_weighs_more() -> None:
    (latin,), (georgian,) = (
        text(replace(place.quotation, paragraphs=(words,))).places
        for words, place in (("aaaa", quoting("A").places[0]), ("აააა", quoting("A").places[0]))
    )
    light, heavy = (replace(person("Ana"), places=(each,) * 10) for each in (latin, georgian))

    assert len(people_pages([light], most=3_600)) == 1
    assert len(people_pages([heavy], most=3_600)) == 2


def test_of_many_quotations_ten_are_seen_at_once_by_article() -> None:
    many = [text(*[quotation(person="Ana")] * count, slug=str(count)) for count in (8, 4, 1)]
    (one,) = people(many, language="en", families={})
    entry = people_pages([one])[0].letters[0].entries[0]

    def told(articles: tuple[Said, ...]) -> list[tuple[str, int]]:
        return [(each.places[0].url[:2], len(each.places)) for each in articles]

    assert told(entry.at_once) == [("8/", 8), ("4/", 2)]
    assert told(entry.further) == [("4/", 2), ("1/", 1)]
    assert entry.more == 3


def test_where_nobody_is_quoted_there_is_one_empty_page() -> None:
    assert people_pages([]) == (PeoplePage(letters=()),)


def test_a_letter_leads_to_the_page_on_which_it_begins() -> None:
    pages = people_pages([person("Ana", 3), person("Bo"), person("9")], most=PERSON_BYTES + 2 * ONE)

    found = [(letter.id, number) for letter, number in first_pages(pages)]

    assert found == [("letter-a", 1), ("letter-b", 3), ("letter-9", 4)]


def test_the_place_of_other_characters_has_a_name_that_an_address_can_end_with() -> None:
    other = replace(person("9"), letter="#")

    assert people_pages([other])[0].letters[0].id == "letter-other"


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
