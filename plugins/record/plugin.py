"""The record in a Pelican site: its pages, and what templates find of it."""

from __future__ import annotations

from collections.abc import Iterable

from pelican import Pelican, signals
from pelican.generators import Generator

from record.generator import SourcesGenerator


def add_sources(_pelican: Pelican) -> type[Generator]:
    """Write the sources' pages too."""
    return SourcesGenerator


def gather(generators: Iterable[Generator]) -> None:
    """Say who quotes what, once everything is read."""
    for generator in generators:
        if isinstance(generator, SourcesGenerator):
            generator.gather()


def register() -> None:
    """Connect the handlers."""
    signals.get_generators.connect(add_sources)
    signals.all_generators_finalized.connect(gather)
