"""The record: for each source, who quoted it, and what was taken from it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from quotations.model import Quotation, Republication, Source


class Article(Protocol):
    """What the record needs of an article."""

    quotations: tuple[Quotation, ...]
    republication: Republication | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoting:
    """An article, and its quotations of one source."""

    article: Article
    quotations: tuple[Quotation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A quotation, and the article in which it stands."""

    article: Article
    quotation: Quotation


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcePage:
    """The page of a source; the articles are newest first."""

    source: Source
    url: str
    save_as: str
    quoting: tuple[Quoting, ...] = ()
    republished: tuple[Article, ...] = ()

    @property
    def quotations(self) -> tuple[Place, ...]:
        """All quotations of this source, and where they stand."""
        return tuple(
            Place(article=quoting.article, quotation=quotation)
            for quoting in self.quoting
            for quotation in quoting.quotations
        )

    def count(self, mark: str) -> int:
        """Return how many of its quotations have *mark*."""
        return sum(place.quotation.mark == mark for place in self.quotations)

    @property
    def source_path(self) -> str:
        """Where the source is described."""
        return str(self.source.path)


def address(source: Source) -> str:
    """Return the URL of the page of *source*, below the site's."""
    return f"sources/{source.slug}/"


def source_pages(sources: Iterable[Source], articles: Iterable[Article]) -> tuple[SourcePage, ...]:
    """Return a page for each of *sources*, the most quoted first.

    *articles* are in the order in which their readers should find them.
    """
    articles = list(articles)
    pages = [_page(source, articles) for source in sources]
    return tuple(sorted(pages, key=lambda page: (-len(page.quotations), page.source.title)))


def _page(source: Source, articles: Iterable[Article]) -> SourcePage:
    quoting = []
    republished = []
    for article in articles:
        own = tuple(each for each in article.quotations if _is(each.cited.source, source))
        if own:
            quoting.append(Quoting(article=article, quotations=own))
        if article.republication and _is(article.republication.source, source):
            republished.append(article)
    return SourcePage(
        source=source,
        url=address(source),
        save_as=f"{address(source)}index.html",
        quoting=tuple(quoting),
        republished=tuple(republished),
    )


def _is(one: Source | None, other: Source) -> bool:
    """Tell whether both are one outlet; a text from a cache has a copy of it."""
    return one is not None and one.slug == other.slug
