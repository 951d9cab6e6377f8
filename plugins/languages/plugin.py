"""Languages in a Pelican site: what templates say, and the lists that each language has."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from pelican import Pelican, signals
from pelican.contents import Content
from pelican.generators import ArticlesGenerator, Generator
from pelican.paginator import Paginator
from pelican.writers import Writer

import contract.plugin
from contract.piece import authors_of, tags_of, translations_too
from contract.publication import Settings, offer, publication_of
from incremental import of_its_text, share
from languages.addresses import alternates, by_language, folder_of
from languages.listings import listings
from languages.pages import ListPage, list_pages, years
from languages.translator import Translators, direction, native_name

# The settings that a section, a tag or an author takes its address from.
KINDS = ("CATEGORY", "TAG", "AUTHOR")
ADDRESSES = tuple(f"{kind}_{what}" for kind in KINDS for what in ("URL", "SAVE_AS"))


class ListsGenerator(Generator):  # type: ignore[misc]
    """Writes front pages, archives, and the pages of sections, tags and authors."""

    def generate_output(self, writer: Writer) -> None:
        """Write every list."""
        for page in publication_of(self.settings).lists or ():
            values = dict(page.values)
            if page.template == "archives":
                values["years"] = self._years(page)
            writer.write_file(
                page.save_as,
                self.get_template(page.template),
                self.context,
                self.settings["RELATIVE_URLS"],
                template_name=page.template,
                url=page.url,
                lang=page.lang,
                articles=list(page.articles),
                page_versions=page.versions,
                first_url=page.url,
                **values,
            )

    def _years(self, page: ListPage) -> list[tuple[int, str]]:
        """Return each year of the archive with the address of the page on which it begins."""
        paginated = self.settings["PAGINATED_TEMPLATES"]
        per_page = paginated.get(page.template, 0) or self.settings["DEFAULT_PAGINATION"]
        if page.template not in paginated or not per_page:
            return [(year, page.url) for year in years(page.articles)]
        pages = Paginator(page.save_as, page.url, page.articles, self.settings, per_page)
        return [
            (year, pages.page(min(place // per_page + 1, pages.num_pages)).url)
            for year, place in years(page.articles).items()
        ]


class Local(dict[str, object]):
    """The settings that the subjects of a language take their addresses from: in its *folder*."""

    def __init__(self, folder: str, settings: Settings) -> None:
        super().__init__((name, value) for name, value in settings.items() if "SLUG" in name)
        self.folder = folder
        self.update((name, settings[name] and folder + settings[name]) for name in ADDRESSES)


@dataclass(frozen=True, slots=True)
class LocalSettings:
    """Those of every language: *of* a folder."""

    of: Callable[[str], Local]


def set_up(pelican: Pelican) -> None:
    """Give templates their words."""
    settings = pelican.settings
    offer(settings, translator=Translators.of(settings), direction=direction)
    offer(settings, native_name=native_name, alternates=alternates, by_language=by_language)
    local = cache(lambda folder: Local(folder, settings))
    publication_of(settings).keep(LocalSettings(local))
    share(Local, "local", lambda each: each.folder, local)
    settings["JINJA_FILTERS"] = {"iso": iso, **settings["JINJA_FILTERS"]}


def iso(date: object) -> str:
    """Return a date as ISO 8601, as far as it is known."""
    return date.date().isoformat() if hasattr(date, "date") else str(date)


@of_its_text
def file_under_its_language(content: Content) -> None:
    """Let the section, the tags and the authors of a text lead to its language's lists."""
    settings = content.settings
    folder = folder_of(content.lang, default=settings["DEFAULT_LANG"])
    if not folder:
        return
    own = publication_of(settings).own(LocalSettings).of(folder)
    category = [content.category] if hasattr(content, "category") else []
    author = [content.author] if hasattr(content, "author") else []
    others = (*tags_of(content), *authors_of(content))
    for subject in (*category, *author, *others):
        subject.settings = own


def list_by_language(generator: ArticlesGenerator) -> None:
    """Say what each language has, and leave Pelican no list to write."""
    settings = generator.settings
    publication = publication_of(settings)
    found = listings(
        translations_too(generator.articles),
        languages=publication.languages,
        sections=list(publication.names_of_sections),
    )
    publication.listings = found
    publication.lists = list_pages(found, settings, default=publication.language)
    generator.categories, generator.tags, generator.authors = [], {}, []


def add_lists(_pelican: Pelican) -> type[Generator]:
    """Write the lists."""
    return ListsGenerator


def register() -> None:
    """Connect the handlers."""
    contract.plugin.register()
    signals.initialized.connect(set_up)
    signals.get_generators.connect(add_lists)
    signals.content_object_init.connect(file_under_its_language)
    signals.article_generator_finalized.connect(list_by_language)
