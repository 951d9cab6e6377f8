"""Which feeds there are, of which pieces, and which of them concern a page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from citations import Source
from contract.piece import Piece, authors_of, section_of, translations_too
from contract.publication import Context
from contract.text import text_of
from feeds.settings import FeedKind
from languages.listings import Listing
from languages.translator import native_name

# What stands before the slug in a feed's id, which is an address that need not be one.
FOLDERS = {
    FeedKind.SECTION: "sections",
    FeedKind.AUTHOR: "authors",
    FeedKind.TAG: "tags",
    FeedKind.SOURCE: "sources",
}
# What one of the lists of a language is called there, and in a template.
LISTS = {FeedKind.SECTION: "category", FeedKind.AUTHOR: "author", FeedKind.TAG: "tag"}
# What tells one feed from all others: its kind, its key, and its language.
Name = tuple[FeedKind, str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """A feed that may be written, and its pieces.

    *key* tells it from others of its kind: a slug, or a language. *subject* is what it is a
    feed of, where that is not the site. *page* is the address of the page that lists the same,
    below the site's. *language* is that of a list, where it is not the site's own.
    """

    kind: FeedKind
    articles: tuple[Piece, ...]
    key: str = ""
    subject: object = None
    page: str = ""
    language: str = ""

    @property
    def identity(self) -> Name:
        """What tells it from all others."""
        return self.kind, self.key, self.language

    @property
    def name(self) -> str:
        """What the feed's id ends with; that of all pieces is named as the site is."""
        if self.kind in FOLDERS:
            folder = f"{self.language}/" if self.language else ""
            return f"{folder}{FOLDERS[self.kind]}/{self.key}/"
        if self.kind is FeedKind.LANGUAGE:
            return f"{self.key}/"
        return "#originals" if self.kind is FeedKind.ORIGINALS else ""


def plan(
    context: Context,
    *,
    listings: Mapping[str, Listing],
    default_language: str,
    page_of: Callable[[Source, str], str],
    most: int | None,
) -> Iterator[Planned]:
    """Yield every feed that has a piece: its *most* newest, the newest first.

    *context* is Pelican's, when everything is read; *listings* are what each language
    has; *page_of* gives the address of a source's page for a language.
    """
    originals = tuple(context["articles"])
    everything = translations_too(originals)
    found = [
        Planned(kind=FeedKind.ALL, articles=tuple(everything)),
        Planned(kind=FeedKind.ORIGINALS, articles=originals),
        *_languages(everything, default_language),
        *_lists(listings, default_language),
        *_sources(everything, lambda source: page_of(source, default_language)),
    ]
    for planned in found:
        if planned.articles:
            newest = sorted(planned.articles, key=_age, reverse=True)
            yield replace(planned, articles=tuple(newest[:most]))


def concerned(context: Context, language: str, *, default: str) -> list[Name]:
    """Return which feeds concern a page in *language*, the nearest first.

    *context* is the Jinja context of the page; *default* is the site's language.
    """
    site = [(FeedKind.LANGUAGE, language, ""), (FeedKind.ALL, "", ""), (FeedKind.ORIGINALS, "", "")]
    own = "" if language == default else language
    if article := context.get("article"):
        sections = [section] if (section := section_of(article)) else []
        authors = authors_of(article)
        taken = text_of(article).republication
        source = [(FeedKind.SOURCE, taken.source.slug, "")] if taken and taken.source else []
        return [
            *site,
            *((FeedKind.SECTION, section.slug, own) for section in sections),
            *((FeedKind.AUTHOR, author.slug, own) for author in authors),
            *source,
        ]
    if page := context.get("source_page"):
        return [(FeedKind.SOURCE, page.source.slug, ""), *site]
    for kind, name in LISTS.items():
        if listed := context.get(name):
            return [(kind, listed.slug, own), *site]
    return site


def _languages(articles: Sequence[Piece], default: str) -> Iterator[Planned]:
    for language in dict.fromkeys(article.lang for article in articles):
        yield Planned(
            kind=FeedKind.LANGUAGE,
            articles=tuple(each for each in articles if each.lang == language),
            key=language,
            subject=native_name(language),
            page="" if language == default else f"{language}/",
        )


def _lists(listings: Mapping[str, Listing], default: str) -> Iterator[Planned]:
    """Yield what each language lists: the pieces that the page of a section, say, has."""
    for language, listing in listings.items():
        for kind, name in LISTS.items():
            for slug, shelf in listing.shelves.get(name, {}).items():
                yield Planned(
                    kind=kind,
                    articles=shelf.articles,
                    key=slug,
                    subject=shelf.subject,
                    page=shelf.subject.url if shelf.subject.save_as else "",
                    language="" if language == default else language,
                )


def _sources(articles: Iterable[Piece], page_of: Callable[[Source], str]) -> Iterator[Planned]:
    """Yield each source with the articles that quote it, or were taken from it."""
    sources: dict[str, Source] = {}
    found: dict[str, list[Piece]] = {}
    for article in articles:
        named = {source.slug: source for source in _named_by(article)}
        sources |= named
        for slug in named:
            found.setdefault(slug, []).append(article)
    for slug, naming in sorted(found.items()):
        source = sources[slug]
        yield Planned(
            kind=FeedKind.SOURCE,
            articles=tuple(naming),
            key=slug,
            subject=source.title,
            page=page_of(source),
        )


def _named_by(article: Piece) -> Iterator[Source]:
    text = text_of(article)
    if text.republication and text.republication.source:
        yield text.republication.source
    for quotation in text.quotations:
        if quotation.cited.source:
            yield quotation.cited.source


def _age(article: Piece) -> tuple[datetime, str, str]:
    return article.date, article.slug, article.lang
