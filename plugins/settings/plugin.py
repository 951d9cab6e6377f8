"""Checking a Pelican site's settings, and telling templates its menu."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from pelican import Pelican, signals
from pelican.generators import ArticlesGenerator, Generator, PagesGenerator
from pelican.settings import DEFAULT_CONFIG

from contract.publication import PUBLICATION, publication_of
from problems import tell
from settings.checks import misspelt, typed, wrong_languages, wrong_site, wrong_translations
from settings.menu import DEFAULT, dead_entries, read_menu


def check(pelican: Pelican) -> None:
    """Check the settings as they are given; this plugin is the first, and others add theirs."""
    settings: dict[str, Any] = pelican.settings
    # First: the others may rely on it.
    wrong = [*typed(settings)]
    publication = publication_of(settings)
    publication.menu, dead = read_menu(
        settings.get("NAVIGATION", DEFAULT), language=settings["DEFAULT_LANG"]
    )
    tell(
        *wrong,
        *dead,
        *wrong_site(settings),
        *wrong_languages(settings),
        *wrong_translations(settings),
        *misspelt(settings.keys() - {PUBLICATION}, DEFAULT_CONFIG),
    )
    _name_languages(settings)


def _name_languages(settings: dict[str, Any]) -> None:
    """Let the names of files end in the languages of the site."""
    languages = "|".join(
        re.escape(str(code)) for code in settings.get("LANGUAGES", (settings["DEFAULT_LANG"],))
    )
    pattern: str = settings["FILENAME_METADATA"]
    settings["FILENAME_METADATA"] = pattern.replace("{languages}", languages)


def check_menu(generators: Sequence[Generator]) -> None:
    """Check, once everything is read, that each entry of the menu leads somewhere."""
    slugs: set[str] = set()
    sections: set[str] = set()
    publication = publication_of(generators[0].settings)
    for generator in generators:
        if isinstance(generator, PagesGenerator):
            slugs |= {page.slug for page in generator.pages}
        elif isinstance(generator, ArticlesGenerator):
            listings = publication.listings.values()
            sections |= {str(each) for listing in listings for each in listing.sections}
    tell(*dead_entries(publication.menu, slugs=slugs, sections=sections))


def register() -> None:
    """Connect the handlers."""
    signals.initialized.connect(check)
    signals.all_generators_finalized.connect(check_menu)
