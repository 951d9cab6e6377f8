"""The record in a Pelican site: its settings, and who writes it."""

from __future__ import annotations

from pelican import Pelican, signals
from pelican.generators import Generator

from problems import Problem, tell
from record.generator import LIMITS, RecordGenerator
from record.share import Limits


def set_up(pelican: Pelican) -> None:
    """Read how much of an article may be quoted."""
    try:
        limits = Limits.read(pelican.settings.get("QUOTATIONS", {}))
    except ValueError as error:
        tell(Problem(message=f"QUOTATIONS: {error}", code="setting"))
        limits = Limits()
    pelican.settings[LIMITS] = limits


def add_record(_pelican: Pelican) -> type[Generator]:
    """Write the record too."""
    return RecordGenerator


def register() -> None:
    """Connect the handlers."""
    signals.initialized.connect(set_up)
    signals.get_generators.connect(add_record)
