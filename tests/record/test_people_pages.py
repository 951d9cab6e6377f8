"""The index of people, parted into pages."""

from __future__ import annotations

from dataclasses import replace

import pytest

from record.model import Named, Person
from record.people import people
from record.people_pages import (
    PERSON_BYTES,
    PLACE_BYTES,
    PeoplePage,
    Said,
    first_pages,
    people_pages,
)
from tests.record.support import quotation, quoting, text

# What a quotation weighs: its address is a/#q-00000000, and its article is called A river.
ONE = PLACE_BYTES + len("a/#q-00000000") + len("A river") + len("It flows.")


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
