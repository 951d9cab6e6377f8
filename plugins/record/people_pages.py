"""The index of people, parted into pages that a telephone can hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from contract.piece import Piece
from record.model import Person, Place

# Of 150 kB, about 20 are the page around the list.
MOST_BYTES = 110_000
PERSON_BYTES = 700
PLACE_BYTES = 260
# How much of a quotation is shown, in characters.
SHOWN = 60
# How many quotations of a person are seen at once, before the others are asked for.
AT_ONCE = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What somebody said in one article."""

    article: Piece
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonOnPage:
    """A person and those of their quotations that stand on one page."""

    person: Person
    places: tuple[Place, ...]
    continued: bool = False

    @property
    def at_once(self) -> tuple[Said, ...]:
        """The first quotations, by article."""
        return _by_article(self.places[:AT_ONCE])

    @property
    def further(self) -> tuple[Said, ...]:
        """The other quotations, by article."""
        return _by_article(self.places[AT_ONCE:])

    @property
    def more(self) -> int:
        """How many the other quotations are."""
        return max(0, len(self.places) - AT_ONCE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A letter, and who stands under it on one page."""

    letter: str
    entries: tuple[PersonOnPage, ...]

    @property
    def id(self) -> str:
        """What the letter's place on the page is called."""
        return f"letter-{'other' if self.letter == '#' else self.letter.lower()}"


@dataclass(frozen=True, slots=True, kw_only=True)
class PeoplePage:
    """One page of the index."""

    letters: tuple[Letter, ...]


def people_pages(people: Iterable[Person], *, most: int = MOST_BYTES) -> tuple[PeoplePage, ...]:
    """Return the index in pages of about *most* bytes; a person may go on on the next.

    Where nobody is quoted, it has one page all the same.
    """
    return tuple(_page(entries) for entries in _parted(people, most)) or (_page(()),)


def first_pages(pages: Sequence[PeoplePage]) -> list[tuple[Letter, int]]:
    """Return each letter of the index once, with the number of its first page, from 1."""
    first: dict[str, tuple[Letter, int]] = {}
    for number, page in enumerate(pages, start=1):
        for letter in page.letters:
            first.setdefault(letter.letter, (letter, number))
    return list(first.values())


def _by_article(places: Iterable[Place]) -> tuple[Said, ...]:
    return tuple(
        Said(article=same[0].article, places=tuple(same))
        for same in (list(group) for _, group in groupby(places, key=lambda each: id(each.article)))
    )


def _parted(people: Iterable[Person], most: int) -> Iterator[list[PersonOnPage]]:
    """Yield the entries of each page."""
    page: list[PersonOnPage] = []
    size = 0
    for person in people:
        places: list[Place] = []
        begun = False
        size += PERSON_BYTES
        for place in person.places:
            weight = _weight(place)
            if size + weight > most and (page or places):
                if places:
                    page.append(PersonOnPage(person=person, places=tuple(places), continued=begun))
                    begun = True
                yield page
                page, places, size = [], [], PERSON_BYTES
            places.append(place)
            size += weight
        page.append(PersonOnPage(person=person, places=tuple(places), continued=begun))
    if page:
        yield page


def _weight(place: Place) -> int:
    """Return about how many bytes a quotation takes in the list."""
    title = len(str(place.article.title).encode())
    return PLACE_BYTES + len(place.url) + title + len(place.quotation.text[:SHOWN].encode())


def _page(entries: Iterable[PersonOnPage]) -> PeoplePage:
    return PeoplePage(
        letters=tuple(
            Letter(letter=letter, entries=tuple(same))
            for letter, same in groupby(entries, key=lambda entry: entry.person.letter)
        )
    )
