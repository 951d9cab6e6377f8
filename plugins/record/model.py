"""The record as data: who was quoted where, by source and by person."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from citations import Source
from contract.piece import Piece
from contract.text import text_of
from incremental import Tracked
from languages.addresses import Address
from quotations.model import Quotation


@dataclass(frozen=True, slots=True, kw_only=True)
class PartOfShare:
    """What an article has from one source: an outlet, or the work where none is named."""

    name: str
    slug: str
    words: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """The words of an article, those quoted in it, and whose they are, the most first."""

    words: int
    quoted: int
    parts: tuple[PartOfShare, ...] = ()

    @property
    def all(self) -> float:
        """The share of all quoted words, between 0 and 1."""
        return self.of(self.quoted)

    def of(self, words: int) -> float:
        """Return the share that *words* are of the article, between 0 and 1."""
        return min(1.0, words / self.words) if self.words else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A quotation, and where it stands; *url* leads to its words, below the site's address."""

    quotation: Quotation
    article: Piece
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """A published article, its address, and its quotations in their places."""

    article: Piece
    url: str
    places: tuple[Place, ...]

    @classmethod
    def of(cls, article: Piece) -> Recorded:
        """Return *article* for the record; its address is asked for once: Pelican makes it anew."""
        url = article.url
        places = (
            Place(quotation=each, article=article, url=f"{url}#{each.stable_id}")
            for each in text_of(article).quotations
        )
        return cls(article=article, url=url, places=tuple(places))


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """An article that quotes a source, or was taken from it, or both."""

    article: Piece
    url: str
    places: tuple[Place, ...] = ()
    republished: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcePage:
    """The page of a source in one language; the mentions are newest first."""

    source: Source
    address: Address
    mentions: tuple[Mention, ...] = ()
    places: tuple[Place, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, source: Source, address: Address, mentions: Sequence[Mention]) -> SourcePage:
        """Return the page of *source*, with what its *mentions* come to."""
        places = tuple(place for mention in mentions for place in mention.places)
        return cls(
            source=source,
            address=address,
            mentions=tuple(mentions),
            places=places,
            counts=Counter(place.quotation.mark for place in places),
        )

    @property
    def url(self) -> str:
        return self.address.url

    @property
    def quoting(self) -> int:
        """How many articles quote the source."""
        return sum(bool(mention.places) for mention in self.mentions)

    @property
    def republished(self) -> int:
        """How many articles were taken from the source."""
        return sum(mention.republished for mention in self.mentions)

    @property
    def first_quoted(self) -> datetime.datetime | None:
        """When the first article appeared that quotes the source."""
        return self.places[-1].article.date if self.places else None

    def count(self, mark: str) -> int:
        """Return how many of its quotations have *mark*."""
        return self.counts.get(mark, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A name or a role, and the language it is written in, or an empty text."""

    text: str
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody who is quoted; roles, sources and places are newest first.

    *letter* is what the name stands under in an index.
    """

    name: Named
    letter: str
    roles: tuple[Named, ...]
    sources: tuple[Source, ...]
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition(Tracked):
    """Sources and people for the readers of one language.

    The addresses are those of the site's own language where this one has no such page.
    """

    language: str
    sources: tuple[SourcePage, ...]
    people: tuple[Person, ...]
    sources_url: str
    people_url: str
    source_urls: Mapping[str, str]

    def trace_name(self) -> str:
        """Return the name by which builds find it again."""
        return f"edition {self.language}"

    def trace_parts(self) -> Iterable[object]:
        """Return what is tracked by itself."""
        return (self.source_urls,)

    @property
    def quoted(self) -> tuple[SourcePage, ...]:
        """The sources that a published text names: what only drafts quote is on no list."""
        return tuple(page for page in self.sources if page.mentions)

    def source_url(self, source: Source) -> str:
        """Return where the page of *source* is, below the site's address."""
        return self.source_urls[source.slug]


@dataclass(frozen=True, slots=True, kw_only=True)
class Editions(Tracked):
    """The editions by language; that of the site's own language has everything.

    Beside them, the addresses of each kind of page in the languages that have it; those of
    a source's pages by its slug.
    """

    default: str
    by_language: Mapping[str, Edition]
    sources: tuple[Address, ...] = ()
    people: tuple[Address, ...] = ()
    pages: Mapping[str, tuple[Address, ...]] = field(default_factory=dict)

    def trace_name(self) -> str:
        """Return the name by which builds find it again."""
        return "editions"

    def trace_parts(self) -> Iterable[object]:
        """Return the editions, which are tracked by themselves."""
        return self.by_language.values()

    def __iter__(self) -> Iterator[Edition]:
        return iter(self.by_language.values())

    def of(self, language: str) -> Edition:
        """Return the edition for *language*, or the site's own."""
        return self.by_language.get(language, self.by_language[self.default])
