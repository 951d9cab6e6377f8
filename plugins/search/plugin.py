"""Search in a Pelican site."""

from __future__ import annotations

from pelican import Pelican, signals
from pelican.generators import Generator

from search.generator import SearchGenerator


def add_search(_pelican: Pelican) -> type[Generator]:
    """Write the pages to search on, and the index."""
    return SearchGenerator


def register() -> None:
    """Connect the handlers."""
    signals.get_generators.connect(add_search)
