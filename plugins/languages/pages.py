"""Which lists a site has, in each of its languages, and where they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from contract.piece import Piece, Subject
from incremental import Lookups, Tracked
from languages.addresses import Address, folder_of
from languages.listings import Listing

# The indexes of sections, tags and authors, by what they list; each is named as its template.
INDEXES = {"category": "categories", "tag": "tags", "author": "authors"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPage(Tracked):
    """A list in one language, which may take several pages.

    *template* and *slug* tell which list it is; *values* are what its template needs.
    *versions* are the same list in all languages that have it.
    """

    template: str
    lang: str
    url: str
    save_as: str
    slug: str = ""
    articles: tuple[Piece, ...] = ()
    values: Mapping[str, object] = field(default_factory=dict)
    versions: tuple[Address, ...] = ()

    def trace_name(self) -> str:
        """Return the name by which builds find it again."""
        return f"list {self.template} {self.slug} {self.lang}"


class ListPages(Tracked):
    """Every list of a site."""

    def __init__(self, pages: Iterable[ListPage], *, default: str) -> None:
        self._default = default
        pages = tuple(pages)
        versions: defaultdict[tuple[str, str], list[Address]] = defaultdict(list)
        for page in pages:
            versions[page.template, page.slug].append(Address(lang=page.lang, url=page.url))
        together = (
            replace(page, versions=tuple(versions[page.template, page.slug])) for page in pages
        )
        self._pages: Lookups[tuple[str, str, str], ListPage] = Lookups(
            "lists by", {(p.template, p.slug, p.lang): p for p in together}
        )

    def trace_name(self) -> str:
        """Return the name by which builds find it again."""
        return "lists"

    def trace_parts(self) -> Iterable[object]:
        """Return the pages, which are tracked by themselves."""
        return (self._pages,)

    def __iter__(self) -> Iterator[ListPage]:
        return iter(self._pages.values())

    def url(self, template: str, language: str) -> str:
        """Return where an index is for readers of *language*, or the site's own one.

        Returns an empty text where the site has none; that of the front page may be empty too.
        """
        pages = (self._pages.get((template, "", code)) for code in (language, self._default))
        return next((page.url for page in pages if page), "")

    def has(self, subject: Subject, language: str) -> bool:
        """Tell whether a section, a tag or an author has a page in *language*."""
        return (type(subject).__name__.lower(), subject.slug, language) in self._pages


def list_pages(
    listings: Mapping[str, Listing], settings: Mapping[str, str], *, default: str
) -> ListPages:
    """Return every list that *listings* fill, and the indexes of the *default* language.

    *settings* are Pelican's: `TAG_SAVE_AS` and its like say where lists are, or, where they
    are empty, that there are none.
    """
    found = {default: listings.get(default, Listing(language=default)), **listings}
    pages = (
        page for listing in found.values() for page in _of(listing, listings, settings, default)
    )
    return ListPages((page for page in pages if page.save_as), default=default)


def _of(
    listing: Listing,
    listings: Mapping[str, Listing],
    settings: Mapping[str, str],
    default: str,
) -> Iterator[ListPage]:
    folder = folder_of(listing.language, default=default)
    yield _front_page(listing, listings, folder)
    yield _index("archives", listing, settings, folder, articles=listing.articles)
    for kind, template in INDEXES.items():
        shelves = listing.shelves.get(kind, {})
        if shelves or listing.language == default:
            values = {"shelves": tuple(shelves.values())}
            yield _index(template, listing, settings, folder, values=values)
        for slug, shelf in shelves.items():
            yield ListPage(
                template=kind,
                lang=listing.language,
                url=shelf.subject.url,
                save_as=shelf.subject.save_as,
                slug=slug,
                articles=shelf.articles,
                values={kind: shelf.subject},
            )


def _front_page(listing: Listing, listings: Mapping[str, Listing], folder: str) -> ListPage:
    others = (each for code, each in listings.items() if code != listing.language)
    return ListPage(
        template="index",
        lang=listing.language,
        url=folder,
        save_as=f"{folder}index.html",
        articles=listing.articles,
        values={
            "listing": listing.articles,
            "sections": listing.sections,
            "bands": listing.bands,
            "words": listing.words,
            "others": [each.articles[0] for each in others],
        },
    )


def _index(
    template: str,
    listing: Listing,
    settings: Mapping[str, str],
    folder: str,
    *,
    articles: tuple[Piece, ...] = (),
    values: Mapping[str, object] = MappingProxyType({}),
) -> ListPage:
    page = f"{template}.html"  # as Pelican has it
    save_as = settings.get(f"{template.upper()}_SAVE_AS", page)
    return ListPage(
        template=template,
        lang=listing.language,
        url=folder + settings.get(f"{template.upper()}_URL", page),
        save_as=save_as and folder + save_as,
        articles=articles,
        values=values,
    )


def years(articles: Iterable[Piece]) -> dict[int, int]:
    """Return the place of the first article of each year among *articles*, newest first."""
    found: dict[int, int] = {}
    for place, article in enumerate(articles):
        found.setdefault(article.date.year, place)
    return found
