"""Everybody who is quoted, in the order of family names, and where."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from citations import Citation, Source
from languages.alphabets import Alphabet, is_written_in
from quotations.model import Quotation
from record.model import Named, Person, Place, Recorded
from verification import fold

# Three words may be a name with its family name at the end; four are rather an office.
MOST_NAMES = 3
Families = Mapping[str, str]


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
