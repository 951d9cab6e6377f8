"""JSON-LD in a Pelican site."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pelican import signals
from pelican.generators import ArticlesGenerator, Generator

from structured_data.article import structured_data


def describe(generators: Iterable[Generator]) -> None:
    """Describe every article, once everything is read."""
    for generator in generators:
        if isinstance(generator, ArticlesGenerator):
            for article in _all(generator):
                article.structured_data = structured_data(article, generator.settings)


def _all(generator: ArticlesGenerator) -> list[Any]:
    return [
        *generator.articles,
        *generator.translations,
        *generator.hidden_articles,
        *generator.hidden_translations,
        *generator.drafts,
        *generator.drafts_translations,
    ]


def register() -> None:
    """Connect the handlers."""
    signals.all_generators_finalized.connect(describe)
