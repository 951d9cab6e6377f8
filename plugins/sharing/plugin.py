"""Sharing in a Pelican site: its settings, and who draws."""

from __future__ import annotations

from pelican import Pelican, signals
from pelican.generators import Generator

import contract.plugin
from contract.publication import publication_of
from options import read_options
from problems import tell
from sharing.generator import SharingGenerator
from sharing.settings import Sharing


def set_up(pelican: Pelican) -> None:
    """Read the setting SHARING."""
    settings = pelican.settings
    options, wrong = read_options(Sharing, settings.get("SHARING", {}), setting="SHARING")
    publication_of(settings).keep(options)
    for problem in wrong:
        tell(problem)


def add_sharing(_pelican: Pelican) -> type[Generator]:
    """Draw cards and icons too."""
    return SharingGenerator


def register() -> None:
    """Connect the handlers."""
    contract.plugin.register()
    signals.initialized.connect(set_up)
    signals.get_generators.connect(add_sharing)
