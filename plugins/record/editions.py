"""What the record says to the readers of each language."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from citations.model import Citation, Source
from languages.addresses import Address, address_in
from record.model import Edition, Editions, Person, Recorded, SourcePage
from record.people import families, people
from record.source_pages import SOURCES, address, source_pages

PEOPLE = "people/"


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
        source_urls={source.slug: address(source) for source in sources}
        | {page.source.slug: page.url for page in pages},
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
