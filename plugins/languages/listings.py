"""What each language has: its articles, and what they are listed under."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from contract.piece import Piece, Subject, authors_of, tags_of
from contract.text import text_of
from incremental import Tracked
from languages.alphabets import Alphabet
from quotations.model import Quotation

PIECES_IN_A_BAND = 3
WORDS = 3
MOST_WORDS = 30

# What an article is listed under.
SUBJECTS: Mapping[str, Callable[[Piece], Iterable[Subject]]] = {
    "category": lambda article: (article.category,),
    "tag": tags_of,
    "author": authors_of,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """A section, a tag or an author, and what one language has of it, newest first.

    *subject* is that of an article in this language, and so are its addresses.
    """

    subject: Subject
    articles: tuple[Piece, ...]


Shelves = Mapping[str, Shelf]


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing(Tracked):
    """The articles of one language, newest first, and its shelves, by kind and slug."""

    language: str
    articles: tuple[Piece, ...] = ()
    sections: tuple[Subject, ...] = ()
    shelves: Mapping[str, Shelves] = field(default_factory=dict)

    def trace_name(self) -> str:
        """Return the name by which builds find it again."""
        return f"listing {self.language}"

    def shelf(self, kind: str, slug: str) -> Shelf | None:
        """Return the shelf of a section, a tag or an author, or None where it has nothing."""
        return self.shelves.get(kind, {}).get(slug)

    @property
    def bands(self) -> tuple[tuple[Subject, tuple[Piece, ...]], ...]:
        """Each section with its newest pieces, the front page's lead left out."""
        lead = self.articles[:1]
        shelves = self.shelves.get("category", {})
        found = []
        for section in self.sections:
            rest = (each for each in shelves[section.slug].articles if each not in lead)
            if newest := tuple(islice(rest, PIECES_IN_A_BAND)):
                found.append((section, newest))
        return tuple(found)

    @property
    def words(self) -> tuple[tuple[Piece, Quotation], ...]:
        """The shortest checked quotation of each of the newest articles, with its article."""
        return tuple(islice(self._words(), WORDS))

    def _words(self) -> Iterator[tuple[Piece, Quotation]]:
        for article in self.articles[1:]:
            checked = [
                quotation
                for quotation in text_of(article).quotations
                if not quotation.inline
                and quotation.result in ("verbatim", "edited")
                and len(quotation.text.split()) <= MOST_WORDS
            ]
            if checked:
                yield article, min(checked, key=lambda each: len(each.text))


def listings(
    articles: Iterable[Piece], *, languages: Sequence[str], sections: Sequence[str]
) -> dict[str, Listing]:
    """Return the listing of each language that has articles, in the order of *languages*.

    Sections are in the order of *sections*; those that it does not name come last.
    """
    ordered = sorted(articles, key=lambda a: (a.date, a.slug), reverse=True)
    by_language: dict[str, list[Piece]] = {language: [] for language in languages}
    for article in ordered:
        by_language.setdefault(article.lang, []).append(article)
    return {
        language: _listing(language, own, sections) for language, own in by_language.items() if own
    }


def _listing(language: str, articles: Sequence[Piece], sections: Sequence[str]) -> Listing:
    alphabet = Alphabet(language)
    shelves = {kind: _shelves(articles, of, alphabet) for kind, of in SUBJECTS.items()}
    by_slug = shelves["category"]
    in_order = _sections([shelf.subject for shelf in by_slug.values()], sections)
    shelves["category"] = {section.slug: by_slug[section.slug] for section in in_order}
    return Listing(language=language, articles=tuple(articles), sections=in_order, shelves=shelves)


def _shelves(
    articles: Iterable[Piece], of: Callable[[Piece], Iterable[Subject]], alphabet: Alphabet
) -> Shelves:
    """Return the shelves that *articles* fill, by slug, in the order of their names."""
    subjects: dict[str, Subject] = {}
    found: defaultdict[str, list[Piece]] = defaultdict(list)
    for article in articles:
        for slug, subject in {subject.slug: subject for subject in of(article)}.items():
            subjects.setdefault(slug, subject)
            found[slug].append(article)
    in_order = sorted(found, key=lambda slug: (alphabet.key(str(subjects[slug])), slug))
    return {slug: Shelf(subject=subjects[slug], articles=tuple(found[slug])) for slug in in_order}


def _sections(found: Iterable[Subject], order: Sequence[str]) -> tuple[Subject, ...]:
    """Return the sections that are *found*, those that *order* names first."""
    places = {name: place for place, name in enumerate(order)}
    return tuple(sorted(found, key=lambda each: (places.get(str(each), len(places)), str(each))))
