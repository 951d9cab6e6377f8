"""The record in a Pelican site: its settings, and who writes it."""

from __future__ import annotations

from pelican import Pelican, signals
from pelican.generators import Generator

import contract.plugin
from contract.publication import need, publication_of
from quotations.settings import quotation_options
from record.generator import RecordGenerator


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
