"""The record in a Pelican site: its settings, and who writes it."""

from __future__ import annotations

from pelican import Pelican, signals
from pelican.generators import Generator

import contract.plugin
from quotations.settings import quotation_options
from record.generator import LIMITS, RecordGenerator


def set_up(pelican: Pelican) -> None:
    """Read how much of an article may be quoted."""
    # What is wrong with them is told by the plugin `quotations`.
    limits, _ = quotation_options(pelican.settings.get("QUOTATIONS", {}))
    pelican.settings[LIMITS] = limits


def add_record(_pelican: Pelican) -> type[Generator]:
    """Write the record too."""
    return RecordGenerator


def register() -> None:
    """Connect the handlers."""
    contract.plugin.register()
    signals.initialized.connect(set_up)
    signals.get_generators.connect(add_record)
