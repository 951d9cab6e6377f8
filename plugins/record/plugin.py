"""The record in a Pelican site: gathered when all is read, and written as pages and as data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from pelican import Pelican, signals
from pelican.generators import Generator
from pelican.paginator import Paginator
from pelican.writers import Writer

import contract.plugin
from citations import Library, Source
from contract.piece import Piece, pieces_in
from contract.publication import need, publication_of
from contract.text import Text, text_of
from languages.addresses import Address
from problems import Problem, Severity, tell
from quotations.length import words_of
from quotations.settings import QuotationOptions, quotation_options
from record.editions import editions, same_titles
from record.files import Owner, write_files
from record.model import Edition, Editions, Recorded
from record.people import first_pages, people_pages
from record.share import excesses, share_of


class RecordGenerator(Generator):  # type: ignore[misc]
    """Writes the pages of sources and people, and the record as data."""

    def generate_context(self) -> None:
        """Gather the record; Pelican has read the articles by now."""
        publication = publication_of(self.settings)
        library = publication.library or Library()
        self._sources = tuple(library.sources.values())
        tell(*same_titles(self._sources))
        self._measure()
        self._texts = [Recorded.of(article) for article in _published(self.context)]
        self._editions = editions(
            self._texts,
            sources=self._sources,
            citations=library.citations.values(),
            default=publication.language,
        )
        publication.editions = self._editions
        languages = {*publication.languages, *(a.lang for a in _all(self.context))}
        links = _links(self._editions, self._sources, languages)
        self.context["generated_content"].update(links)

    def generate_output(self, writer: Writer) -> None:
        """Write the pages and the data."""
        for edition in self._editions:
            if edition.sources or edition.language == self._editions.default:
                self._write_sources(writer, edition)
            if edition.people or edition.language == self._editions.default:
                self._write_people(writer, edition)
        self._write_files()

    def _write_files(self) -> None:
        """Write the record as data."""
        settings, own = self.settings, self._editions.of(self._editions.default)
        write_files(
            Path(self.output_path),
            Owner(
                name=settings["SITENAME"],
                home=settings["SITEURL"],
                language=settings["DEFAULT_LANG"],
                license=settings.get("LICENSE", ""),
            ),
            articles=self._texts,
            sources={own.source_url(source): source for source in self._sources},
        )

    def _measure(self) -> None:
        """Say of each article how much of it is quoted, and warn where that is too much."""
        limits = publication_of(self.settings).own(QuotationOptions)
        for article in _all(self.context):
            text = text_of(article)
            text.share = share_of(words_of(article), text.quotations)
            # What is republished is somebody else's as a whole, and says so.
            if text.republication is None:
                text.tell_all(_much_quoted(each, text) for each in excesses(text.share, limits))

    def _write_sources(self, writer: Writer, edition: Edition) -> None:
        index = Address(lang=edition.language, url=edition.sources_url)
        self._write(
            writer,
            "sources",
            index,
            edition=edition,
            paginated={"articles": edition.quoted},  # the theme's pagination knows no other name
            page_versions=self._editions.sources,
        )
        for page in edition.sources:
            self._write(
                writer,
                "source",
                page.address,
                edition=edition,
                paginated={"articles": page.mentions},
                source_page=page,
                page_versions=self._editions.pages[page.source.slug],
            )

    def _write(
        self, writer: Writer, template: str, page: Any, *, edition: Edition, **more: object
    ) -> None:
        """Write *page*, which has an address, or as many as PAGINATED_TEMPLATES says it takes."""
        writer.write_file(
            page.save_as,
            self.get_template(template),
            self.context,
            self.settings["RELATIVE_URLS"],
            template_name=template,
            url=page.url,
            lang=edition.language,
            edition=edition,
            **more,
        )

    def _write_people(self, writer: Writer, edition: Edition) -> None:
        """Write the index of people: as many pages as its size asks for."""
        index = Address(lang=edition.language, url=edition.people_url)
        pages = people_pages(edition.people)
        # A page of the index is one already: none is an orphan that joins another.
        settings = {**self.settings, "DEFAULT_ORPHANS": 0}
        paginator = Paginator(index.save_as, index.url, pages, settings, per_page=1)
        written = {number: paginator.page(number) for number in paginator.page_range}
        letters = [(letter, written[number]) for letter, number in first_pages(pages)]
        for number, page in written.items():
            self._write(
                writer,
                "people",
                page,
                edition=edition,
                page_versions=self._editions.people,
                letters=letters,
                people_page=pages[number - 1],
                articles_page=page,
                articles_previous_page=written.get(number - 1),
                articles_next_page=written.get(number + 1),
            )


def _much_quoted(message: str, text: Text) -> Problem:
    return Problem.at(text.path, message, "quoted-share", severity=Severity.WARNING)


def _all(context: Mapping[str, Any]) -> list[Piece]:
    """Return all articles and their translations, whether published or not."""
    return pieces_in(context, "articles", "hidden_articles", "drafts")


def _published(context: Mapping[str, Any]) -> list[Piece]:
    """Return all published articles and their translations, newest first."""
    articles = pieces_in(context, "articles")
    return sorted(articles, key=lambda each: (each.date, each.slug, each.lang), reverse=True)


def _links(
    found: Editions, sources: Iterable[Source], languages: Iterable[str]
) -> Iterator[tuple[str, Address]]:
    """Yield what texts may link to: {filename}/sources/x.md, and the same in a language's folder.

    The latter is the page in that language where there is one, as texts are read before that
    is known.
    """
    for address in (*found.sources, *found.people):
        yield address.url, address
    for language in (found.default, *languages):
        folder = "" if language == found.default else f"{language}/"
        for source in sources:
            url = found.of(language).source_url(source)
            yield f"{folder}sources/{source.path.name}", Address(lang=language, url=url)


def set_up(pelican: Pelican) -> None:
    """Read how much of an article may be quoted."""
    # What is wrong with them is told by the plugin `quotations`.
    limits, _ = quotation_options(pelican.settings.get("QUOTATIONS", {}))
    publication = publication_of(pelican.settings)
    publication.keep(limits)
    need(publication, "record", "quotations")


def add_record(_pelican: Pelican) -> type[Generator]:
    """Write the record too."""
    return RecordGenerator


def register() -> None:
    """Connect the handlers."""
    contract.plugin.register()
    signals.initialized.connect(set_up)
    signals.get_generators.connect(add_record)
