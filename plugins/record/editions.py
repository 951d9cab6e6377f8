"""What the record says to the readers of each language."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

from citations import Citation, Source
from contract.text import text_of
from incremental import Lookups
from languages.addresses import Address, address_in
from problems import Problem, Severity
from record.model import Edition, Editions, Mention, Person, Place, Recorded, SourcePage
from record.people import families, people

PEOPLE = "people/"

SOURCES = "sources/"


def editions(
    texts: Iterable[Recorded],
    *,
    sources: Collection[Source],
    citations: Collection[Citation],
    default: str,
) -> Editions:
    """Return the edition of each language that *texts*, newest first, are in.

    That of the *default* language has all texts and all sources; the others have their own
    texts, and the sources and the people that these name.
    """
    texts = tuple(texts)
    others: defaultdict[str, list[Recorded]] = defaultdict(list)
    for text in texts:
        if text.article.lang != default:
            others[text.article.lang].append(text)
    known = families(citations)
    found: dict[str, Edition] = {}
    for language, own in {default: texts, **dict(sorted(others.items()))}.items():
        pages = _pages(own, sources, language=language, default=default)
        who = people(own, language=language, families=known)
        found[language] = _edition(language, pages, who, sources=sources, default=default)
    return _together(found, default)


def _pages(
    texts: Iterable[Recorded], sources: Iterable[Source], *, language: str, default: str
) -> tuple[SourcePage, ...]:
    return source_pages(
        sources,
        texts,
        page_address=lambda source: address_in(language, address(source), default=default),
        unquoted=language == default,
    )


def _edition(
    language: str,
    pages: tuple[SourcePage, ...],
    who: tuple[Person, ...],
    *,
    sources: Iterable[Source],
    default: str,
) -> Edition:
    return Edition(
        language=language,
        sources=pages,
        people=who,
        sources_url=address_in(language if pages else default, SOURCES, default=default).url,
        people_url=address_in(language if who else default, PEOPLE, default=default).url,
        source_urls=Lookups(
            f"source urls {language}",
            {source.slug: address(source) for source in sources}
            | {page.source.slug: page.url for page in pages},
        ),
    )


def _together(found: Mapping[str, Edition], default: str) -> Editions:
    pages: defaultdict[str, list[Address]] = defaultdict(list)
    for edition in found.values():
        for page in edition.sources:
            pages[page.source.slug].append(page.address)

    def indexes(place: str, languages: Iterable[str]) -> tuple[Address, ...]:
        codes = dict.fromkeys((default, *languages))
        return tuple(address_in(code, place, default=default) for code in codes)

    return Editions(
        default=default,
        by_language=found,
        sources=indexes(SOURCES, [code for code, each in found.items() if each.sources]),
        people=indexes(PEOPLE, [code for code, each in found.items() if each.people]),
        pages={slug: tuple(addresses) for slug, addresses in pages.items()},
    )


def address(source: Source) -> str:
    """Return the address of the page of *source* in the site's language, below the site's."""
    return f"{SOURCES}{source.slug}/"


def source_pages(
    sources: Iterable[Source],
    texts: Iterable[Recorded],
    *,
    page_address: Callable[[Source], Address],
    unquoted: bool = False,
) -> tuple[SourcePage, ...]:
    """Return a page for each of *sources* that *texts* name, the most quoted first.

    *texts* are newest first, and so are the mentions. With *unquoted*, a source that no text
    names has a page as well.
    """
    mentions = _mentions(texts)
    pages = [
        SourcePage.of(source, page_address(source), mentions.get(source.slug, ()))
        for source in sources
        if unquoted or source.slug in mentions
    ]
    return tuple(sorted(pages, key=lambda page: (-len(page.places), page.source.title)))


def same_titles(sources: Iterable[Source]) -> Iterator[Problem]:
    """Yield a warning for each of *sources* that is called as another: readers see the title."""
    first: dict[str, Source] = {}
    for source in sources:
        other = first.setdefault(source.title.casefold(), source)
        if other is not source:
            message = (
                f"“{source.title}” is the title of {other.path.name} too;"
                " say in one of them which it is, as “Courier (Gori)”"
            )
            yield Problem.at(source.path, message, "source-title", severity=Severity.WARNING)


def _mentions(texts: Iterable[Recorded]) -> Mapping[str, list[Mention]]:
    """Return the mentions of each source, by its slug: a text from a cache has a copy of it."""
    found: defaultdict[str, list[Mention]] = defaultdict(list)
    for text in texts:
        for slug, mention in _mentioned(text):
            found[slug].append(mention)
    return found


def _mentioned(text: Recorded) -> Iterator[tuple[str, Mention]]:
    quoted: defaultdict[str, list[Place]] = defaultdict(list)
    for place in text.places:
        if source := place.quotation.cited.source:
            quoted[source.slug].append(place)
    republication = text_of(text.article).republication
    taken = republication.source.slug if republication and republication.source else ""
    for slug in dict.fromkeys((*quoted, *filter(None, (taken,)))):
        yield (
            slug,
            Mention(
                article=text.article,
                url=text.url,
                places=tuple(quoted.get(slug, ())),
                republished=slug == taken,
            ),
        )
