"""Everybody who is quoted, in the order of family names; and the index, in pages of a size."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from citations import Citation, Source
from contract.piece import Piece
from languages.alphabets import Alphabet, is_written_in
from quotations.model import Quotation
from record.model import Named, Person, Place, Recorded
from verification import fold

# Of 150 kB, about 20 are the page around the list.
MOST_BYTES = 110_000
PERSON_BYTES = 700
PLACE_BYTES = 260
# How much of a quotation is shown, in characters.
SHOWN = 60
# How many quotations of a person are seen at once, before the others are asked for.
AT_ONCE = 10
# Three words may be a name with its family name at the end; four are rather an office.
MOST_NAMES = 3
Families = Mapping[str, str]


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


@dataclass(slots=True, kw_only=True)
class _Found:
    """What the quotations of one person say of them, in the order of the texts."""

    names: Counter[Named] = field(default_factory=Counter)
    roles: dict[str, Named] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    places: list[Place] = field(default_factory=list)

    @property
    def name(self) -> Named:
        """The commonest spelling in any language; of two, the one of the newest text."""
        spellings: Counter[str] = Counter()
        for name, count in self.names.items():
            spellings[name.text] += count
        ((text, _),) = spellings.most_common(1)
        return next(name for name in self.names if name.text == text)

    def add(self, name: Named, role: Named, place: Place) -> None:
        self.names[name] += 1
        self.places.append(place)
        if role.text:
            self.roles.setdefault(folded(role.text), role)
        if source := place.quotation.cited.source:
            self.sources.setdefault(source.slug, source)


def families(citations: Iterable[Citation]) -> Families:
    """Return the family names that the records of works state, by the whole name, folded.

    The whole name may have either part first.
    """
    return {
        folded(whole): name.family
        for citation in citations
        for name in citation.authors
        if name.family
        for whole in (str(name), f"{name.family} {name.given}")
    }


def folded(name: str) -> str:
    """Return *name* in the form in which two spellings of it are one person's."""
    return " ".join(fold(name).casefold().split())


def people(texts: Iterable[Recorded], *, language: str, families: Families) -> tuple[Person, ...]:
    """Return who is quoted in *texts*, in the order in which *language* looks names up.

    Names are one person's where they differ in nothing but capitals, spaces, and forms of
    quotation marks and dashes. *texts* are newest first.
    """
    found: defaultdict[str, _Found] = defaultdict(_Found)
    for text in texts:
        for place in text.places:
            for name, role in _named(place.quotation, text.article.lang):
                found[folded(name.text)].add(name, role, place)
    alphabet = Alphabet(language)
    ordered = []
    for who, each in found.items():
        first = sorted_by(each.name.text, families.get(who, ""))
        person = _person(each, language, alphabet.letter(first))
        ordered.append((alphabet.key(first), who, person))
    # Two that sort alike differ in how they are folded, so persons are never compared.
    return tuple(person for _, _, person in sorted(ordered, key=lambda each: each[:2]))


def sorted_by(name: str, family: str) -> str:
    """Return *name* with its family name first.

    Where no record states the *family*, it is the last of two or three words that begin
    with no small letter; whatever else there is stays as it is written.
    """
    words = name.split()
    if family and name.casefold().startswith(family.casefold()):
        return name
    if family and name.casefold().endswith(family.casefold()):
        return f"{family} {name[: -len(family)]}".strip()
    # Not islower(): Georgian letters are small, and begin every name.
    if 1 < len(words) <= MOST_NAMES and all(word[0].title() == word[0] for word in words):
        return " ".join((words[-1], *words[:-1]))
    return name


def _named(quotation: Quotation, language: str) -> Iterator[tuple[Named, Named]]:
    """Yield who said it and what they are; without a name, those who wrote the work."""
    said = quotation.attribution
    if said.person:
        yield _spoken(said.person, language), _spoken(said.role, language)
    elif citation := quotation.citation:
        for author in dict.fromkeys(citation.authors):
            yield _spoken(str(author), citation.language or language), _spoken("", language)


def _spoken(text: str, language: str) -> Named:
    """Return *text*; that it is in *language* is said only where its letters agree."""
    text = " ".join(text.split())
    return Named(text=text, language=language if is_written_in(language, text) else "")


def _person(found: _Found, language: str, letter: str) -> Person:
    name = found.name
    spellings = (each for each in found.names if each.text == name.text)
    own = [role for role in found.roles.values() if role.language == language]
    return Person(
        name=next((each for each in spellings if each.language == language), name),
        letter=letter,
        roles=tuple(own or found.roles.values()),
        sources=tuple(found.sources.values()),
        places=tuple(found.places),
    )
