"""Languages in a Pelican site: what templates say, and a front page for each language."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pelican import Pelican, signals
from pelican.generators import ArticlesGenerator, Generator
from pelican.writers import Writer

from languages.listings import Listing, listings, read_on
from languages.shelving import SHELVES, add_translations
from languages.translator import Translators, direction, native_name


def set_up(pelican: Pelican) -> None:
    """Give templates their words."""
    settings = pelican.settings
    translators = Translators(Path(settings["THEME"]) / "translations")
    sections: dict[str, dict[str, str]] = settings.get("SECTIONS", {})

    def section_name(category: Any, language: str) -> str:
        return sections.get(str(category), {}).get(language, str(category))

    settings["JINJA_GLOBALS"] = {
        "translator": translators,
        "direction": direction,
        "native_name": native_name,
        "section_name": section_name,
        **settings["JINJA_GLOBALS"],
    }
    settings["JINJA_FILTERS"] = {"iso": iso, **settings["JINJA_FILTERS"]}


def iso(date: Any) -> str:
    """Return a date as ISO 8601, as far as it is known."""
    return date.date().isoformat() if hasattr(date, "date") else str(date)


def list_translations(generator: ArticlesGenerator) -> None:
    """Let what only translations have lead somewhere: Pelican lists originals."""
    for name, of in SHELVES.items():
        shelf = dict(getattr(generator, name))
        add_translations(shelf, generator.articles, of)
        ordered = sorted(shelf.items())
        setattr(generator, name, shelf if name == "tags" else ordered)
        generator.context[name] = ordered


def list_by_language(generator: ArticlesGenerator) -> None:
    """Say in the context what each language has."""
    settings = generator.settings
    found = listings(
        [each for article in generator.articles for each in (article, *article.translations)],
        languages=settings.get("LANGUAGES", (settings["DEFAULT_LANG"],)),
        sections=list(settings.get("SECTIONS", {})),
    )
    for listing in found.values():
        for article, older in read_on(listing.articles):
            article.read_on = older
    generator.context["listings"] = found
    generator.context["languages_used"] = tuple(found)


class FrontPagesGenerator(Generator):  # type: ignore[misc]
    """Writes the front page of each language, the default one's at the root."""

    def generate_output(self, writer: Writer) -> None:
        """Write the front pages."""
        default = self.settings["DEFAULT_LANG"]
        found: dict[str, Listing] = self.context["listings"]
        for language in {default: None, **found}:
            listing = found.get(language, Listing(language=language))
            folder = "" if language == default else f"{language}/"
            writer.write_file(
                f"{folder}index.html",
                self.get_template("index"),
                self.context,
                self.settings["RELATIVE_URLS"],
                template_name="index",
                url=folder,
                lang=language,
                articles=list(listing.articles),
                listing=listing.articles,
                sections=listing.sections,
                bands=listing.bands,
                words=listing.words,
                others=[each.articles[0] for code, each in found.items() if code != language],
            )


def add_front_pages(_pelican: Pelican) -> type[Generator]:
    """Write a front page for each language."""
    return FrontPagesGenerator


def register() -> None:
    """Connect the handlers."""
    signals.initialized.connect(set_up)
    signals.get_generators.connect(add_front_pages)
    signals.article_generator_finalized.connect(list_translations)
    signals.article_generator_finalized.connect(list_by_language)
