"""Sharing in a Pelican site: its settings, and who draws."""

from __future__ import annotations

from pelican import Pelican, signals
from pelican.generators import Generator

import contract.plugin
from options import read_options
from problems import tell
from sharing.generator import SETTING, SharingGenerator
from sharing.settings import Sharing


def set_up(pelican: Pelican) -> None:
    """Read the setting SHARING."""
    settings = pelican.settings
    settings[SETTING], wrong = read_options(Sharing, settings.get("SHARING", {}), setting="SHARING")
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
